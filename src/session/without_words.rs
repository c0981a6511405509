//! What was said without the words that people typed: for a copy that says where something stands and not whose it is.
//!
//! Where words were, [`LEFT_OUT`] stands: whether there is a reason decides whether an answer counts, and no figure may move because a copy
//! says less. Ids stay as they are; Plumbline makes them up. Members that this version does not know may be words, and are left out.

use serde_json::Map;

use super::{
    Accepted, Action, ActionState, Answer, Compensated, Confidence, Date, Declined, Discussion, DoneOn, Dropped, DutyAnswer,
    Evidence, Fact, Facts, Finding, FindingDecision, FindingKind, IssuedReport, List, ModelRef, NotApplicable, Opened, Override,
    OwnIndicator, OwnMinimum, Owner, Part, Person, ProfileUse, ProposedReason, QuickAnswer, Rationale, Reopened, Round,
    RoundEvent, Session, Settlement, Shown, Suggestion, Target, WithoutNames, Yes,
};
use crate::model::{OptionId, Scope};

/// What stands where words were.
pub const LEFT_OUT: &str = "…";

/// What can be said in a fact, and what of it is no word that somebody typed. A type that says nothing here does not compile as one of the
/// table.
pub trait WithoutWords: Clone {
    /// The same without words.
    #[must_use]
    fn without_words(&self) -> Self;
}

/// Words, left out where there are any.
fn masked(words: &str) -> String {
    if words.trim().is_empty() { String::new() } else { LEFT_OUT.to_owned() }
}

/// The facts of a list without words; none of a list that is nothing but words. What only follows from others is not copied.
pub(super) fn without_words<K: Clone + Ord, V: WithoutWords>(list: List, facts: &Facts<K, V>) -> Facts<K, V> {
    let mut left = Facts::new();
    if list.without_names() != WithoutNames::Never {
        for (on, fact) in facts.iter().filter(|(_, fact)| !fact.is_carried()) {
            left.insert(on.clone(), fact_without_words(fact));
        }
    }
    left
}

fn fact_without_words<V: WithoutWords>(fact: &Fact<V>) -> Fact<V> {
    Fact::new(fact.value().map(V::without_words), fact.by.clone(), fact.at, fact.stamp.clone())
}

impl Session {
    /// What every copy of the session has, without anything that is said in it.
    pub(super) fn head_alone(&self) -> Self {
        let model = ModelRef::new(self.model.id.clone(), self.model.edition.clone());
        let mut session = Self::empty(self.id.clone(), self.created, model);
        session.seen = self.seen.clone();
        session
    }
}

macro_rules! no_words_in {
    ($($value:ty),+) => {$(
        impl WithoutWords for $value {
            fn without_words(&self) -> Self {
                self.clone()
            }
        }
    )+};
}

no_words_in!(OptionId, Scope, Confidence, Date, Shown, Yes);

/// The same value with these members and without those that are not known.
macro_rules! without_words {
    ($($value:ident($it:ident) { $($member:ident: $masked:expr),* });+ $(;)?) => {$(
        impl WithoutWords for $value {
            #[allow(clippy::needless_update, reason = "some of them have more members")]
            fn without_words(&self) -> Self {
                let $it = self;
                Self { $($member: $masked,)* unknown: Map::new(), ..$it.clone() }
            }
        }
    )+};
}

without_words! {
    ProfileUse(it) {};
    IssuedReport(it) {};
    DoneOn(it) {};
    Part(it) { name: masked(&it.name) };
    // Without a name, people are called by their role and a number, and rounds by theirs.
    Person(it) { name: String::new() };
    Round(it) { name: String::new() };
    NotApplicable(it) { reason: masked(&it.reason) };
    Compensated(it) { reason: masked(&it.reason) };
    Dropped(it) { reason: masked(&it.reason) };
    OwnMinimum(it) { source: masked(&it.source) };
    Override(it) { reason: masked(&it.reason) };
    Settlement(it) { answer: it.answer.without_words(), reason: masked(&it.reason) };
    OwnIndicator(it) { text: masked(&it.text), evidence: masked(&it.evidence) };
    Evidence(it) { title: masked(&it.title), location: masked(&it.location), author: masked(&it.author) };
    Target(it) { reason: masked(&it.reason), rationale: it.rationale.as_ref().map(Rationale::without_words) };
    Rationale(it) { reasons: it.reasons.iter().map(ProposedReason::without_words).collect() };
    ProposedReason(it) { words: masked(&it.words) };
    Discussion(it) { sides: Vec::new() };
    Finding(it) { kind: kind_without_words(&it.kind), text: masked(&it.text) };
    Accepted(it) { suggestion: it.suggestion.as_ref().map(suggestion_without_words) };
    Declined(it) { reason: masked(&it.reason) };
    Opened(it) { words: masked(&it.words) };
    Reopened(it) { why: masked(&it.why) };
    Action(it) {
        title: masked(&it.title),
        owner: it.owner.as_ref().map(owner_without_words),
        cost: masked(&it.cost),
        state: state_without_words(&it.state),
        note: masked(&it.note)
    };
}

fn kind_without_words(kind: &FindingKind) -> FindingKind {
    match kind {
        FindingKind::Suggestion(suggestion) => FindingKind::Suggestion(suggestion_without_words(suggestion)),
        FindingKind::Comment | FindingKind::Question(_) | FindingKind::Challenge => kind.clone(),
    }
}

fn suggestion_without_words(suggestion: &Suggestion) -> Suggestion {
    match suggestion {
        Suggestion::Answer(answer) => Suggestion::Answer(answer.without_words()),
        Suggestion::Level(_) | Suggestion::Target(_) => suggestion.clone(),
    }
}

impl WithoutWords for FindingDecision {
    fn without_words(&self) -> Self {
        match self {
            Self::Accepted(accepted) => Self::Accepted(accepted.without_words()),
            Self::Declined(declined) => Self::Declined(declined.without_words()),
            Self::Answered => Self::Answered,
        }
    }
}

fn owner_without_words(owner: &Owner) -> Owner {
    match owner {
        Owner::Person(person) => Owner::Person(person.clone()),
        Owner::Named(words) => Owner::Named(masked(words)),
    }
}

fn state_without_words(state: &ActionState) -> ActionState {
    match state {
        ActionState::Open => ActionState::Open,
        ActionState::UnderWay => ActionState::UnderWay,
        ActionState::Done(done) => ActionState::Done(done.without_words()),
        ActionState::Dropped(dropped) => ActionState::Dropped(dropped.without_words()),
    }
}

impl WithoutWords for String {
    fn without_words(&self) -> Self {
        masked(self)
    }
}

impl WithoutWords for Answer {
    fn without_words(&self) -> Self {
        match self {
            Self::NotApplicable(why) => Self::NotApplicable(why.without_words()),
            Self::Compensated(by) => Self::Compensated(by.without_words()),
            Self::Met | Self::Partly | Self::NotMet | Self::DontKnow => self.clone(),
        }
    }
}

impl WithoutWords for QuickAnswer {
    fn without_words(&self) -> Self {
        match self {
            Self::NotApplicable(why) => Self::NotApplicable(why.without_words()),
            Self::Level(_) | Self::DontKnow => self.clone(),
        }
    }
}

impl WithoutWords for DutyAnswer {
    fn without_words(&self) -> Self {
        match self {
            Self::NotApplicable(why) => Self::NotApplicable(why.without_words()),
            Self::Applies => Self::Applies,
        }
    }
}

impl WithoutWords for RoundEvent {
    fn without_words(&self) -> Self {
        match self {
            Self::Opened(opened) => Self::Opened(opened.without_words()),
            Self::Reopened(reopened) => Self::Reopened(reopened.without_words()),
            Self::Closed(closed) => Self::Closed(super::Closed { unknown: Map::new(), ..closed.clone() }),
            Self::Planned(planned) => Self::Planned(super::Planned { unknown: Map::new(), ..planned.clone() }),
            Self::AskedFor(asked) => Self::AskedFor(super::AskedFor { unknown: Map::new(), ..asked.clone() }),
        }
    }
}
