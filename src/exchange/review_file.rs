//! The review as a file: findings, what was replied and decided, the people they name, and of which assessment they are. Nothing that anybody
//! answered, and no target: so it can go to and fro while people go on answering.
//!
//! It comes in as a copy of a session in which only these lists stand ([`merge_review`]), by the rules and through the preview of every other
//! copy. Changes of the layer are counted by actors of their own ([`List::is_of_review`]): a copy that took in a review never counts as
//! having seen what its author changed beside it. The people whom it names are no part of the layer, and known here by other stamps than in
//! their own copies for the same reason ([`counted_apart`]).

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::ReadError;
use super::fingerprint::signs;
use super::merge::merge;
use super::merged::{MergeError, Merged};
use super::preview::check_levels;
use super::session_file::{deserialized, members, parse, within_reason};
use crate::model::{Model, ModelId, order};
use crate::session::{
    ActorId, Fact, Facts, Fault, FindingAbout, FindingKind, List, Person, PersonId, Session, SessionId, Timestamp, Wrong,
};

/// The value of `format` in review files.
pub const REVIEW_FORMAT: &str = "plumbline-review";

/// The version of the format that is written, and the newest that is understood.
pub const REVIEW_VERSION: u64 = 1;

/// The address of the schema of this version, from where Plumbline is hosted.
pub const REVIEW_SCHEMA: &str = "schemas/review-v1.schema.json";

/// The largest file that is read, in bytes: some thousand findings have less.
pub const LARGEST_REVIEW: usize = 4_000_000;

/// How many signs tell those apart who count people.
const APART: usize = 12;

/// The lists that stand in it.
const LISTS: [List; 4] = [List::People, List::Findings, List::FindingReplies, List::FindingDecisions];

/// What every such file says of the assessment.
const HEAD: [&str; 3] = ["id", "model", "seen"];

/// Why a file is no review that could be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReviewError {
    /// It is larger than [`LARGEST_REVIEW`].
    TooLarge {
        /// Its size.
        bytes: usize,
    },
    /// It is no text, no JSON, or says something else than what is expected in a place.
    Unreadable(ReadError),
    /// It is JSON, but no review.
    NotAReview {
        /// What it says that it is.
        found: Option<String>,
    },
    /// It is of a version that came after this Plumbline.
    Newer {
        /// Its version.
        version: u64,
    },
    /// It suggests what can't be followed there, as a target for a statement.
    Unfit {
        /// The finding.
        finding: String,
    },
}

impl From<ReadError> for ReviewError {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::NotASession { found } => Self::NotAReview { found },
            other => Self::Unreadable(other),
        }
    }
}

/// A review that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    /// A copy of the session in which only the layer and its people stand, not even a round.
    layer: Session,
}

impl Review {
    /// Of which session it is.
    #[must_use]
    pub const fn session(&self) -> &SessionId {
        &self.layer.id
    }

    /// By which model that session is.
    #[must_use]
    pub const fn model(&self) -> &ModelId {
        &self.layer.model.id
    }

    /// Who made findings that stand, as far as they said who they are, by name where they have one.
    #[must_use]
    pub fn authors(&self) -> Vec<String> {
        let standing = self.layer.findings.values().filter(|fact| fact.value().is_some());
        let authors = order::set(standing.filter_map(|fact| fact.by.as_ref()));
        authors.into_iter().filter_map(|id| self.layer.person_name(id)).map(str::to_owned).collect()
    }

    /// How many findings, replies and decisions stand in it.
    #[must_use]
    pub fn counts(&self) -> (usize, usize, usize) {
        let Session { findings, finding_replies, finding_decisions, .. } = &self.layer;
        (
            findings.values().filter(|fact| fact.value().is_some()).count(),
            finding_replies.values().filter(|fact| fact.value().is_some()).count(),
            finding_decisions.values().filter(|fact| fact.value().is_some()).count(),
        )
    }
}

/// Everybody whom the layer names: who said something in it, and who is asked.
fn named(session: &Session) -> BTreeSet<&PersonId> {
    fn by<K: Ord, V>(facts: &Facts<K, V>) -> impl Iterator<Item = &PersonId> {
        facts.values().filter_map(|fact| fact.by.as_ref())
    }
    let asked = session.findings.values().filter_map(Fact::value).filter_map(|finding| match &finding.kind {
        FindingKind::Question(to) => to.as_ref(),
        FindingKind::Comment | FindingKind::Challenge | FindingKind::Suggestion(_) => None,
    });
    order::set(by(&session.findings).chain(by(&session.finding_replies)).chain(by(&session.finding_decisions)).chain(asked))
}

/// The review layer of a session as a file for people to keep and send. What was withdrawn is in it, so that it is withdrawn elsewhere, too.
///
/// # Errors
/// None that a session could cause.
pub fn write_review(session: &Session) -> Result<String, ReadError> {
    let named = named(session);
    let few = Session {
        seen: session.seen.of_review(),
        people: counted_apart(people(session, |id| named.contains(id))),
        ..session.clone()
    };
    let all = members(&few)?;
    let mut file = Map::new();
    file.insert("$schema".to_owned(), REVIEW_SCHEMA.into());
    file.insert("format".to_owned(), REVIEW_FORMAT.into());
    file.insert("version".to_owned(), REVIEW_VERSION.into());
    let written = HEAD.into_iter().chain(LISTS.map(List::name));
    file.extend(written.filter_map(|name| Some((name.to_owned(), all.get(name)?.clone()))));
    let text = serde_json::to_string_pretty(&file).map_err(|error| ReadError::technical(&error))?;
    Ok(text + "\n")
}

fn people(session: &Session, is_in: impl Fn(&PersonId) -> bool) -> Facts<PersonId, Person> {
    let mut people = session.people.clone();
    people.retain(|id, _| is_in(id));
    people
}

/// People by stamps of the layer: one actor for each of them and whoever stated who they are, so that who sees one of these facts has seen
/// nothing else. The same fact has the same stamp in every review.
fn counted_apart(mut people: Facts<PersonId, Person>) -> Facts<PersonId, Person> {
    let own: Vec<PersonId> =
        people.iter().filter(|(_, fact)| !fact.stamp.actor.is_of_review()).map(|(id, _)| id.clone()).collect();
    for id in own {
        if let Some(fact) = people.get_mut(&id) {
            let actor = &fact.stamp.actor;
            let apart = signs(&[b"review.person", actor.as_str().as_bytes(), id.as_str().as_bytes()], APART).to_lowercase();
            fact.stamp.actor = ActorId::try_from(apart).as_ref().unwrap_or(actor).of_review();
        }
    }
    people
}

/// The first list of the layer with a stamp that counts what is not of it: who took that for seen would overrule what they never saw.
fn counted_with_the_rest(layer: &Session) -> Option<List> {
    let mut found = None;
    layer.each_fact(&mut |fact| {
        if found.is_none() && fact.list.is_of_review() && !fact.stamp.actor.is_of_review() {
            found = Some(fact.list);
        }
    });
    found
}

/// Reads a review, and refuses whatever else stands in the file.
///
/// # Errors
/// Says what the bytes are instead of a review, or where in it something is wrong.
pub fn read_review(bytes: &[u8]) -> Result<Review, ReviewError> {
    if bytes.len() > LARGEST_REVIEW {
        return Err(ReviewError::TooLarge { bytes: bytes.len() });
    }
    let mut file = parse(bytes)?;
    version(&file)?;
    let Some(members) = file.as_object_mut() else { return Err(ReviewError::NotAReview { found: None }) };
    for name in ["$schema", "format", "version"] {
        members.shift_remove(name);
    }
    let known = |name: &str| HEAD.contains(&name) || LISTS.iter().any(|list| list.name() == name);
    if let Some(name) = members.keys().find(|name| !known(name)) {
        let what = Wrong::Unknown(name.clone());
        return Err(ReviewError::Unreadable(ReadError::Wrong { path: String::new(), what }));
    }
    // A session says when it was begun; a review does not have to.
    members.insert("created".to_owned(), Timestamp::UNIX_EPOCH.to_string().into());
    let mut layer = deserialized(file)?;
    within_reason(&layer)?;
    // It knows of nothing but the layer, whatever it says.
    if let Some(list) = counted_with_the_rest(&layer) {
        return Err(ReviewError::Unreadable(ReadError::Wrong {
            path: list.name().to_owned(),
            what: Wrong::Fault(Fault::BadStamp),
        }));
    }
    // Nobody comes with it whom the layer does not name, and nobody is taken out of an assessment by it.
    let all_named: BTreeSet<PersonId> = named(&layer).into_iter().cloned().collect();
    layer.people.retain(|id, fact| fact.value().is_some() && all_named.contains(id));
    layer.people = counted_apart(layer.people);
    layer.seen = layer.seen.of_review();
    layer.see_its_own_facts();
    let unfit =
        layer.findings.iter().find(|(_, fact)| fact.value().is_some_and(|finding| !is_fit(&finding.kind, &finding.about)));
    if let Some((id, _)) = unfit {
        return Err(ReviewError::Unfit { finding: id.to_string() });
    }
    Ok(Review { layer })
}

fn is_fit(kind: &FindingKind, about: &FindingAbout) -> bool {
    !matches!(kind, FindingKind::Suggestion(suggestion) if !suggestion.fits(about))
}

fn version(file: &Value) -> Result<(), ReviewError> {
    match file.get("format").and_then(Value::as_str) {
        Some(REVIEW_FORMAT) => {}
        found => return Err(ReviewError::NotAReview { found: found.map(str::to_owned) }),
    }
    match file.get("version").and_then(Value::as_u64) {
        Some(REVIEW_VERSION) => Ok(()),
        Some(version) if version > REVIEW_VERSION => Err(ReviewError::Newer { version }),
        _ => {
            let what = Wrong::BadVersion { newest: REVIEW_VERSION };
            Err(ReviewError::Unreadable(ReadError::Wrong { path: "version".to_owned(), what }))
        }
    }
}

/// Whether a review speaks of levels that the model's scale does not have.
///
/// # Errors
/// Says which.
pub fn check_review(review: &Review, model: &Model) -> Result<(), ReadError> {
    check_levels(&review.layer, model)
}

/// Brings a review into a session. Whoever is known here stays as they are known here: a review says who somebody is only where nobody
/// does.
///
/// # Errors
/// When it is of another session, or what comes out is none.
pub fn merge_review(mine: &Session, review: &Review) -> Result<Merged, MergeError> {
    if mine.id != review.layer.id {
        return Err(MergeError::OtherSession);
    }
    if mine.model.id != review.layer.model.id {
        return Err(MergeError::OtherModel);
    }
    // A finding about one question would stand at another.
    if !mine.model.asks_the_same(&review.layer.model) {
        return Err(MergeError::OtherWords);
    }
    let Session { seen, findings, finding_replies, finding_decisions, .. } = review.layer.clone();
    // All that is no part of a review is as it is here.
    let theirs = Session {
        people: people(&review.layer, |id| mine.people.get(id).is_none()),
        seen,
        findings,
        finding_replies,
        finding_decisions,
        request: None,
        ..mine.clone()
    };
    let mut merged = merge(mine, &theirs)?;
    merged.session.request.clone_from(&mine.request);
    Ok(merged)
}
