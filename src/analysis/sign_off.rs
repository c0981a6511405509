//! Sign-offs of a round: what somebody confirms who signs it, and what has changed since somebody did.
//!
//! Nothing here says that a sign-off is genuine. Its digests tell whether what was signed is still what stands; whether a signature fits
//! is asked where there is a way to check one.

use serde_json::Map;

use super::{Assessment, Current, PracticeResult, Results};
use crate::model::{ContentHash, Edition, ModelId, PracticeId, ProfileId};
use crate::session::{
    Date, List, PersonId, RoundId, Session, SignOff, SignOffOf, SignOffTakenBack, Signed, SignedFigures, SignedList,
    SignedPractice, SignedProfile,
};

/// A sign-off of a round beside what holds now.
#[derive(Clone, Debug, PartialEq)]
pub struct SignedRound {
    /// Which it is.
    pub at: SignOffOf,
    /// What was signed.
    pub sign_off: SignOff,
    /// Whether somebody else than who is said to have signed wrote it into the file.
    pub by_another: bool,
    /// That it was taken back, if somebody did, and who.
    pub taken_back: Option<(SignOffTakenBack, Option<PersonId>)>,
    /// Whether the round is over: what belongs to none goes on changing then.
    pub is_over: bool,
    /// How far what was signed still holds.
    pub fit: SignOffFit,
    /// What changed of the model and the profiles.
    pub frame: Vec<FrameChange>,
    /// The practices whose figures are others now.
    pub figures: Vec<FigureChange>,
    /// The lists in which people say something else now.
    pub facts: Vec<ListChange>,
}

/// How far what was signed still holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignOffFit {
    /// All of it is as it was.
    Unchanged,
    /// What was said in the round and the figures are as they were; something else that the round rests on is not.
    Beside,
    /// Not all that was signed can be compared here: a profile is not here, or a later version signed more. What can be is as it was.
    CantCompare,
    /// Something said in the round, or a figure, is another one now.
    Changed,
    /// The sign-off itself was altered after it was made, or belongs elsewhere. Nothing can be said by it.
    Altered,
}

impl SignOffFit {
    /// Whether a sign-off is worth a warning. That things change beside a round that is over is how it goes.
    #[must_use]
    pub const fn warns(self, is_over: bool, check: SignatureCheck) -> bool {
        let is_as_it_was = matches!(self, SignOffFit::Unchanged) || (is_over && matches!(self, SignOffFit::Beside));
        !is_as_it_was || matches!(check, SignatureCheck::DoesNotFit)
    }
}

/// What a signature is worth, as far as anybody looked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignatureCheck {
    /// There is none.
    Absent,
    /// There is one, and nobody looked at it here.
    NotChecked,
    /// There is one of a kind that can't be checked here.
    CantCheck,
    /// It was made with its key, of what the sign-off says. Whose key that is, is another question.
    Fits,
    /// It was not: the sign-off was altered after it was signed, or the signature is of something else.
    DoesNotFit,
}

impl SignatureCheck {
    /// Before anybody has looked.
    #[must_use]
    pub const fn before(sign_off: &SignOff) -> Self {
        if sign_off.signature.is_some() { Self::NotChecked } else { Self::Absent }
    }
}

/// A change of what is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FrameChange {
    /// Another model, edition or content: what it was, and what it is.
    Model((ModelId, Edition), (ModelId, Edition)),
    /// Other profiles, other editions of them, or another content of the same.
    Profiles,
    /// Profiles that count and are not here, so that no figure can be compared.
    NotHere(Vec<ProfileId>),
    /// Another name of the round: what it was, and what it is.
    RoundName(String, String),
}

/// The figures of a practice, as they were signed and as they are now; nothing where the practice was not, or is not, asked.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureChange {
    /// The practice.
    pub practice: PracticeId,
    /// As they were signed.
    pub was: Option<SignedPractice>,
    /// As they are.
    pub is: Option<SignedPractice>,
}

/// That people say something else in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListChange {
    /// The list; `None` for one that this version does not know, so that nobody can tell here.
    pub list: Option<List>,
    /// Whether it belongs to the round, as far as that is known here.
    pub in_round: bool,
    /// Whether it counts as it was when the round ended, and that is another moment now.
    pub end_moved: bool,
    /// How many entries were written in it since; 0 where it was altered without a trace of that.
    pub written: usize,
}

/// What somebody confirms who signs the round of an assessment now, for this sign-off. Nothing where there is no round, or the person has
/// no name in it.
#[must_use]
pub fn sign_off(assessment: &Assessment<'_>, results: &Results, at: &SignOffOf, who: &PersonId, on: Date) -> Option<SignOff> {
    let session = assessment.session;
    let person = session.people.get(who)?.value().filter(|person| !person.name.trim().is_empty())?;
    let round = assessment.round.filter(|round| **round == at.round)?;
    let mut sign_off = SignOff {
        person: who.clone(),
        name: person.name.trim().to_owned(),
        role: person.role,
        on,
        round_name: round_name(session, round),
        figures: Box::new(figures(assessment, results)),
        facts: session.signed_lists(round),
        seen: session.seen.clone(),
        digest: String::new(),
        signature: None,
        unknown: Map::new(),
    };
    sign_off.digest = sign_off.digest_of(session, at);
    Some(sign_off)
}

/// What a round is called.
fn round_name(session: &Session, round: &RoundId) -> String {
    session.rounds.get(round).and_then(|fact| fact.value()).map(|round| round.name.clone()).unwrap_or_default()
}

fn figures(assessment: &Assessment<'_>, results: &Results) -> SignedFigures {
    let model = assessment.asked.model();
    let profile = |it: &std::sync::Arc<crate::model::Profile>| SignedProfile {
        profile: it.id.clone(),
        edition: it.edition.clone(),
        content: it.content.clone(),
        unknown: Map::new(),
    };
    let mut profiles: Vec<SignedProfile> = assessment.asked.profiles().iter().map(profile).collect();
    profiles.sort_by(|one, other| one.profile.cmp(&other.profile));
    SignedFigures {
        model: model.id.clone(),
        edition: model.edition.clone(),
        content: model.own.clone(),
        profiles,
        practices: results.practices.iter().map(figures_of).collect(),
        unknown: Map::new(),
    }
}

fn figures_of(result: &PracticeResult) -> SignedPractice {
    let current = result.standing.current;
    SignedPractice {
        practice: result.practice.clone(),
        not_applicable: current == Current::NotApplicable,
        level: current.low(),
        at_most: current.high(),
        target: result.target,
        scope: result.scope,
        target_scope: result.target_scope,
        unknown: Map::new(),
    }
}

/// The sign-offs of the round of an assessment, each beside what holds now, in the order of the history.
#[must_use]
pub fn sign_offs(assessment: &Assessment<'_>, results: &Results) -> Vec<SignedRound> {
    let (session, Some(round)) = (assessment.session, assessment.round) else { return Vec::new() };
    let all = session.sign_offs_of(round);
    if all.is_empty() {
        return Vec::new();
    }
    let now = SignedNow {
        round,
        name: round_name(session, round),
        figures: figures(assessment, results),
        facts: session.signed_lists(round),
        not_here: not_here(assessment),
    };
    let of = |(at, sign_off, fact): (&SignOffOf, &SignOff, &crate::session::Fact<SignOff>)| {
        let taken_back = session.sign_off_taken_back(at);
        let frame = frame_changes(sign_off, &now);
        // Without a profile that counts, figures are others for no other reason than that.
        let figures = if now.not_here.is_empty() { figure_changes(&sign_off.figures, &now.figures) } else { Vec::new() };
        let facts = list_changes(session, sign_off, &now);
        let fit = if sign_off.is_whole(session, at) { fit(&frame, &figures, &facts) } else { SignOffFit::Altered };
        SignedRound {
            at: at.clone(),
            by_another: fact.by.as_ref() != Some(&sign_off.person),
            sign_off: sign_off.clone(),
            taken_back: taken_back.map(|(taken_back, fact)| (taken_back.clone(), fact.by.clone())),
            is_over: session.end_of(round).is_some(),
            fit,
            frame,
            figures,
            facts,
        }
    };
    all.into_iter().map(of).collect()
}

/// What would be signed of a round now.
struct SignedNow<'a> {
    round: &'a RoundId,
    name: String,
    figures: SignedFigures,
    facts: Vec<SignedList>,
    not_here: Vec<ProfileId>,
}

/// The profiles that count and are not here.
fn not_here(assessment: &Assessment<'_>) -> Vec<ProfileId> {
    let here = assessment.asked.profiles();
    let used = assessment.session.profiles_in_use();
    used.filter(|used| here.iter().all(|it| it.id != **used)).cloned().collect()
}

fn fit(frame: &[FrameChange], figures: &[FigureChange], facts: &[ListChange]) -> SignOffFit {
    let is_change = |it: &FrameChange| matches!(it, FrameChange::Model(..) | FrameChange::Profiles);
    let cant_compare = |it: &FrameChange| matches!(it, FrameChange::NotHere(_));
    if !figures.is_empty() || frame.iter().any(is_change) || facts.iter().any(|it| it.in_round) {
        SignOffFit::Changed
    } else if frame.iter().any(cant_compare) || facts.iter().any(|it| it.list.is_none()) {
        SignOffFit::CantCompare
    } else if frame.is_empty() && facts.is_empty() {
        SignOffFit::Unchanged
    } else {
        SignOffFit::Beside
    }
}

fn frame_changes(sign_off: &SignOff, now: &SignedNow<'_>) -> Vec<FrameChange> {
    let (was, is) = (&sign_off.figures, &now.figures);
    let model = |it: &SignedFigures| -> ((ModelId, Edition), Option<ContentHash>) {
        ((it.model.clone(), it.edition.clone()), it.content.clone())
    };
    // What is not here is told as that, and not as another one.
    let profiles = |it: &SignedFigures| -> Vec<_> {
        let here = it.profiles.iter().filter(|it| !now.not_here.contains(&it.profile));
        here.map(|it| (it.profile.clone(), it.edition.clone(), it.content.clone())).collect()
    };
    let other_model = (model(was) != model(is)).then(|| FrameChange::Model(model(was).0, model(is).0));
    let other_profiles = (profiles(was) != profiles(is)).then_some(FrameChange::Profiles);
    let not_here = (!now.not_here.is_empty()).then(|| FrameChange::NotHere(now.not_here.clone()));
    let renamed =
        (sign_off.round_name != now.name).then(|| FrameChange::RoundName(sign_off.round_name.clone(), now.name.clone()));
    [other_model, other_profiles, not_here, renamed].into_iter().flatten().collect()
}

/// The practices whose figures differ: those that are asked now first, in the model's order.
fn figure_changes(was: &SignedFigures, is: &SignedFigures) -> Vec<FigureChange> {
    let find =
        |figures: &SignedFigures, practice: &PracticeId| figures.practices.iter().find(|it| it.practice == *practice).cloned();
    let gone = was.practices.iter().filter(|it| find(is, &it.practice).is_none());
    let all = is.practices.iter().chain(gone).map(|it| &it.practice);
    let changed = all.filter_map(|practice| {
        let (was, is) = (find(was, practice), find(is, practice));
        // What a later version signed beside these figures can't be compared here.
        let known = |it: &Option<SignedPractice>| it.clone().map(|it| SignedPractice { unknown: Map::new(), ..it });
        (known(&was) != known(&is)).then(|| FigureChange { practice: practice.clone(), was, is })
    });
    changed.collect()
}

/// The lists that differ, also those of which only one side knows something; and one that is not known, where a later version signed more.
fn list_changes(session: &Session, sign_off: &SignOff, now: &SignedNow<'_>) -> Vec<ListChange> {
    let (was, is) = (&sign_off.facts, &now.facts);
    let find =
        |lists: &[SignedList], name: &str| lists.iter().find(|it| it.list == name).map(|it| (it.entries, it.digest.clone()));
    let gone = was.iter().filter(|it| find(is, &it.list).is_none());
    let differ = is.iter().chain(gone).filter(|it| find(was, &it.list) != find(is, &it.list));
    let change = |it: &SignedList| {
        let list = List::from_name(&it.list).filter(|list| list.signed() != Signed::Not);
        ListChange {
            list,
            in_round: list.is_some_and(|list| list.signed() == Signed::InRound),
            end_moved: list == Some(List::Targets) && session.end_moved_since(now.round, &sign_off.seen),
            written: list.map_or(0, |list| session.written_since(list, now.round, &sign_off.seen)),
        }
    };
    let mut changes: Vec<ListChange> = differ.map(change).collect();
    if sign_off.says_more() {
        changes.push(ListChange { list: None, in_round: false, end_moved: false, written: 0 });
    }
    changes
}
