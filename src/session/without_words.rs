//! What was said without the words that people typed: for a copy that says where something stands and not whose it is. And what was said
//! without members of later versions, for a copy of a part: what nobody can read nobody can look at before it leaves.
//!
//! Where words were, [`LEFT_OUT`] stands: whether there is a reason decides whether an answer counts, and no figure may move because a copy
//! says less. Ids stay as they are; Plumbline makes them up. Members that this version does not know may be words, and are left out.

use serde_json::Map;

use super::{
    Accepted, Action, ActionState, Answer, CharacteristicState, CharacteristicTarget, Compensated, Confidence, Conflict,
    ConflictDecision, Date, Declined, Discussion, DoneOn, Dropped, DutyAnswer, Evidence, EvidenceFile, Fact, Facts, Finding,
    FindingDecision, FindingKind, IssuedReport, List, ModelRef, NotApplicable, Opened, Override, OwnIndicator, OwnMinimum,
    OwnModelRef, Owner, Part, Person, PlannedThen, Priority, ProfileUse, ProposedReason, QuickAnswer, Rationale, Reopened, Round,
    RoundEvent, Session, Settlement, Shown, SignOff, SignOffTakenBack, Suggestion, Target, WithoutNames, Yes,
};
use crate::model::{OptionId, Scope};

/// What stands where words were.
pub const LEFT_OUT: &str = "…";

/// What can be said in a fact, and what of it is no word that somebody typed. A type that says nothing here does not compile as one of the
/// table.
pub trait WithoutWords: Clone {
    /// The same with or without words, and without members that are not known.
    #[must_use]
    fn leaving(&self, words: Words) -> Self;
}

/// What becomes of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Words {
    /// They stay as they are.
    Kept,
    /// [`LEFT_OUT`] stands in their place.
    LeftOut,
}

impl Words {
    /// Words, left out where there are any.
    fn of(self, words: &str) -> String {
        match self {
            Self::Kept => words.to_owned(),
            Self::LeftOut if words.trim().is_empty() => String::new(),
            Self::LeftOut => LEFT_OUT.to_owned(),
        }
    }

    /// A name: without one, people are called by their role and a number, and rounds by theirs.
    fn name(self, name: &str) -> String {
        if self == Self::Kept { name.to_owned() } else { String::new() }
    }
}

/// The facts of a list without words; none of a list that is nothing but words. What only follows from others is not copied.
pub(super) fn without_words<K: Clone + Ord, V: WithoutWords>(list: List, facts: &Facts<K, V>) -> Facts<K, V> {
    let mut left = Facts::new();
    if list.without_names() != WithoutNames::Never {
        for (on, fact) in facts.iter().filter(|(_, fact)| !fact.is_carried()) {
            left.insert(on.clone(), leaving(fact, Words::LeftOut));
        }
    }
    left
}

/// The facts of a list without members of later versions. What only follows from others is not copied.
pub(super) fn known_alone<K: Clone + Ord, V: WithoutWords>(facts: &Facts<K, V>) -> Facts<K, V> {
    let mut left = Facts::new();
    for (on, fact) in facts.iter().filter(|(_, fact)| !fact.is_carried()) {
        left.insert(on.clone(), leaving(fact, Words::Kept));
    }
    left
}

fn leaving<V: WithoutWords>(fact: &Fact<V>, words: Words) -> Fact<V> {
    Fact::new(fact.value().map(|value| value.leaving(words)), fact.by.clone(), fact.at, fact.stamp.clone())
}

impl Session {
    /// What every copy of the session has, without anything that is said in it.
    pub(super) fn head_alone(&self) -> Self {
        let own = self.model.own.clone().map(|own| OwnModelRef { unknown: Map::new(), ..own });
        let model = ModelRef { own, ..ModelRef::new(self.model.id.clone(), self.model.edition.clone()) };
        let mut session = Self::empty(self.id.clone(), self.created, model);
        session.seen = self.seen.clone();
        session.own_model = self.own_model.clone();
        session
    }

    /// The same without the model that somebody brought, its title and what single questions of it said: they may tell whose it is. Its id
    /// and the hash of the whole stay, or nobody could open the copy.
    pub(super) fn without_own_names(mut self) -> Self {
        self.own_model = None;
        self.model.own.iter_mut().for_each(|own| {
            own.title.clear();
            own.texts.clear();
        });
        self
    }
}

macro_rules! no_words_in {
    ($($value:ty),+) => {$(
        impl WithoutWords for $value {
            fn leaving(&self, _: Words) -> Self {
                self.clone()
            }
        }
    )+};
}

no_words_in!(OptionId, Scope, Confidence, Date, Shown, Yes);

/// The same value with these members and without those that are not known.
macro_rules! without_words {
    ($($value:ident($it:ident, $words:ident) { $($member:ident: $left:expr),* });+ $(;)?) => {$(
        impl WithoutWords for $value {
            #[allow(clippy::needless_update, reason = "some of them have more members")]
            fn leaving(&self, $words: Words) -> Self {
                let ($it, _) = (self, $words);
                Self { $($member: $left,)* unknown: Map::new(), ..$it.clone() }
            }
        }
    )+};
}

without_words! {
    ProfileUse(it, words) {};
    IssuedReport(it, words) {};
    DoneOn(it, words) {};
    Part(it, words) { name: words.of(&it.name) };
    Person(it, words) { name: words.name(&it.name) };
    Round(it, words) { name: words.name(&it.name) };
    NotApplicable(it, words) { reason: words.of(&it.reason) };
    Compensated(it, words) { reason: words.of(&it.reason) };
    Dropped(it, words) { reason: words.of(&it.reason) };
    OwnMinimum(it, words) { source: words.of(&it.source) };
    Override(it, words) { reason: words.of(&it.reason) };
    CharacteristicTarget(it, words) { reason: words.of(&it.reason) };
    CharacteristicState(it, words) { note: words.of(&it.note) };
    Priority(it, words) { reason: words.of(&it.reason) };
    Conflict(it, words) { why: words.of(&it.why) };
    ConflictDecision(it, words) { decision: words.of(&it.decision) };
    Settlement(it, words) { answer: it.answer.leaving(words), reason: words.of(&it.reason) };
    OwnIndicator(it, words) { text: words.of(&it.text), evidence: words.of(&it.evidence) };
    Evidence(it, words) {
        title: words.of(&it.title),
        location: words.of(&it.location),
        author: words.of(&it.author),
        // By a hash, whoever has the file knows whose evidence it is.
        files: if words == Words::Kept { it.files.iter().map(|it| it.leaving(words)).collect() } else { Vec::new() }
    };
    EvidenceFile(it, words) { name: words.of(&it.name) };
    Target(it, words) { reason: words.of(&it.reason), rationale: it.rationale.as_ref().map(|it| it.leaving(words)) };
    Rationale(it, words) { reasons: it.reasons.iter().map(|it| it.leaving(words)).collect() };
    ProposedReason(it, words) { words: words.of(&it.words) };
    Discussion(it, words) { sides: if words == Words::Kept { it.sides.clone() } else { Vec::new() } };
    Finding(it, words) { kind: kind_leaving(&it.kind, words), text: words.of(&it.text) };
    Accepted(it, words) { suggestion: it.suggestion.as_ref().map(|it| suggestion_leaving(it, words)) };
    Declined(it, words) { reason: words.of(&it.reason) };
    SignOffTakenBack(it, words) { why: words.of(&it.why) };
    Opened(it, words) { words: words.of(&it.words), plan: it.plan.as_ref().map(|it| plan_leaving(it)) };
    Reopened(it, words) { why: words.of(&it.why) };
    Action(it, words) {
        title: words.of(&it.title),
        owner: it.owner.as_ref().map(|it| owner_leaving(it, words)),
        cost: words.of(&it.cost),
        state: state_leaving(&it.state, words),
        note: words.of(&it.note)
    };
}

/// Every word and every digest of it is about somebody, or about words that somebody typed: without words nothing of it leaves
/// ([`WithoutNames::Never`]), and in copies of a part there is none, since it could not be checked there.
impl WithoutWords for SignOff {
    fn leaving(&self, words: Words) -> Self {
        let figures = Box::new(super::SignedFigures { unknown: Map::new(), ..*self.figures.clone() });
        let signature = self.signature.clone().map(|it| super::Signature { unknown: Map::new(), ..it });
        Self { name: words.name(&self.name), figures, signature, unknown: Map::new(), ..self.clone() }
    }
}

fn kind_leaving(kind: &FindingKind, words: Words) -> FindingKind {
    match kind {
        FindingKind::Suggestion(suggestion) => FindingKind::Suggestion(suggestion_leaving(suggestion, words)),
        FindingKind::Comment | FindingKind::Question(_) | FindingKind::Challenge => kind.clone(),
    }
}

fn suggestion_leaving(suggestion: &Suggestion, words: Words) -> Suggestion {
    match suggestion {
        Suggestion::Answer(answer) => Suggestion::Answer(answer.leaving(words)),
        Suggestion::Level(_) | Suggestion::Target(_) => suggestion.clone(),
    }
}

impl WithoutWords for FindingDecision {
    fn leaving(&self, words: Words) -> Self {
        match self {
            Self::Accepted(accepted) => Self::Accepted(accepted.leaving(words)),
            Self::Declined(declined) => Self::Declined(declined.leaving(words)),
            Self::Answered | Self::Withdrawn => self.clone(),
        }
    }
}

fn owner_leaving(owner: &Owner, words: Words) -> Owner {
    match owner {
        Owner::Person(person) => Owner::Person(person.clone()),
        Owner::Named(name) => Owner::Named(words.of(name)),
    }
}

fn state_leaving(state: &ActionState, words: Words) -> ActionState {
    match state {
        ActionState::Open => ActionState::Open,
        ActionState::UnderWay => ActionState::UnderWay,
        ActionState::Done(done) => ActionState::Done(done.leaving(words)),
        ActionState::Dropped(dropped) => ActionState::Dropped(dropped.leaving(words)),
    }
}

impl WithoutWords for String {
    fn leaving(&self, words: Words) -> Self {
        words.of(self)
    }
}

impl WithoutWords for Answer {
    fn leaving(&self, words: Words) -> Self {
        match self {
            Self::NotApplicable(why) => Self::NotApplicable(why.leaving(words)),
            Self::Compensated(by) => Self::Compensated(by.leaving(words)),
            Self::Met | Self::Partly | Self::NotMet | Self::DontKnow | Self::Own(_) => self.clone(),
        }
    }
}

impl WithoutWords for QuickAnswer {
    fn leaving(&self, words: Words) -> Self {
        match self {
            Self::NotApplicable(why) => Self::NotApplicable(why.leaving(words)),
            Self::Level(_) | Self::DontKnow => self.clone(),
        }
    }
}

impl WithoutWords for DutyAnswer {
    fn leaving(&self, words: Words) -> Self {
        match self {
            Self::NotApplicable(why) => Self::NotApplicable(why.leaving(words)),
            Self::Applies => Self::Applies,
        }
    }
}

/// What was planned when a round was opened, without what this version does not know.
fn plan_leaving(plan: &[PlannedThen]) -> Vec<PlannedThen> {
    let known = plan.iter().map(|it| PlannedThen {
        done: it.done.as_ref().map(|done| DoneOn { on: done.on, ..DoneOn::default() }),
        unknown: Map::new(),
        ..it.clone()
    });
    known.collect()
}

impl WithoutWords for RoundEvent {
    fn leaving(&self, words: Words) -> Self {
        match self {
            Self::Opened(opened) => Self::Opened(opened.leaving(words)),
            Self::Reopened(reopened) => Self::Reopened(reopened.leaving(words)),
            Self::Closed(closed) => Self::Closed(super::Closed { unknown: Map::new(), ..closed.clone() }),
            Self::Planned(planned) => Self::Planned(super::Planned { unknown: Map::new(), ..planned.clone() }),
            Self::AskedFor(asked) => Self::AskedFor(super::AskedFor { unknown: Map::new(), ..asked.clone() }),
        }
    }
}
