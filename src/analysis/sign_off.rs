//! Sign-offs of a round: what somebody confirms who signs it, and what has changed since somebody did.
//!
//! Nothing here says that a sign-off is genuine. Its digests tell whether what was signed is still what stands; whether a signature fits
//! is asked where there is a way to check one.

use serde_json::Map;

use super::{Assessment, Current, PracticeResult, Results};
use crate::model::{ContentHash, Edition, ModelId, PracticeId};
use crate::session::{
    Date, List, PersonId, SignOff, SignOffOf, SignOffTakenBack, Signed, SignedFigures, SignedList, SignedPractice, SignedProfile,
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
    /// Something said in the round, or a figure, is another one now.
    Changed,
    /// The sign-off itself was altered after it was made, or belongs elsewhere. Nothing can be said by it.
    Altered,
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
    /// Other profiles, or other editions of them.
    Profiles,
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
    /// Whether it belongs to the round.
    pub in_round: bool,
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
        figures: figures(assessment, results),
        facts: session.signed_lists(round),
        seen: session.seen.clone(),
        digest: String::new(),
        signature: None,
        unknown: Map::new(),
    };
    sign_off.digest = sign_off.digest_of(session, at);
    Some(sign_off)
}

fn figures(assessment: &Assessment<'_>, results: &Results) -> SignedFigures {
    let model = assessment.asked.model();
    let profile = |it: &std::sync::Arc<crate::model::Profile>| SignedProfile {
        profile: it.id.clone(),
        edition: it.edition.clone(),
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
    let (figures, facts) = (figures(assessment, results), session.signed_lists(round));
    let of = |(at, sign_off, fact): (&SignOffOf, &SignOff, &crate::session::Fact<SignOff>)| {
        let taken_back = session.sign_off_taken_back(at);
        let (frame, moved) = (frame_changes(&sign_off.figures, &figures), figure_changes(&sign_off.figures, &figures));
        let facts = list_changes(&sign_off.facts, &facts, |list| session.written_since(list, round, &sign_off.seen));
        let fit = if !sign_off.is_whole(session, at) {
            SignOffFit::Altered
        } else if !frame.is_empty() || !moved.is_empty() || facts.iter().any(|it| it.in_round) {
            SignOffFit::Changed
        } else if facts.is_empty() {
            SignOffFit::Unchanged
        } else {
            SignOffFit::Beside
        };
        SignedRound {
            at: at.clone(),
            by_another: fact.by.as_ref() != Some(&sign_off.person),
            sign_off: sign_off.clone(),
            taken_back: taken_back.map(|(taken_back, fact)| (taken_back.clone(), fact.by.clone())),
            fit,
            frame,
            figures: moved,
            facts,
        }
    };
    all.into_iter().map(of).collect()
}

fn frame_changes(was: &SignedFigures, is: &SignedFigures) -> Vec<FrameChange> {
    let model = |it: &SignedFigures| -> ((ModelId, Edition), Option<ContentHash>) {
        ((it.model.clone(), it.edition.clone()), it.content.clone())
    };
    let profiles =
        |it: &SignedFigures| -> Vec<_> { it.profiles.iter().map(|it| (it.profile.clone(), it.edition.clone())).collect() };
    let other_model = (model(was) != model(is)).then(|| FrameChange::Model(model(was).0, model(is).0));
    let other_profiles = (profiles(was) != profiles(is)).then_some(FrameChange::Profiles);
    other_model.into_iter().chain(other_profiles).collect()
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

/// The lists that differ, also those of which only one side knows something.
fn list_changes(was: &[SignedList], is: &[SignedList], written: impl Fn(List) -> usize) -> Vec<ListChange> {
    let find =
        |lists: &[SignedList], name: &str| lists.iter().find(|it| it.list == name).map(|it| (it.entries, it.digest.clone()));
    let gone = was.iter().filter(|it| find(is, &it.list).is_none());
    let differ = is.iter().chain(gone).filter(|it| find(was, &it.list) != find(is, &it.list));
    let change = |it: &SignedList| {
        let list = List::from_name(&it.list).filter(|list| list.signed() != Signed::Not);
        // Of a list that is not known here nobody can say that it does not belong to the round.
        let in_round = list.is_none_or(|list| list.signed() == Signed::InRound);
        ListChange { list, in_round, written: list.map_or(0, &written) }
    };
    differ.map(change).collect()
}
