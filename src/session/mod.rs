//! What was said: the facts people state about their system, each with who and when.
//!
//! A [`Session`] holds ids of the model and profiles, never a text of theirs. Every statement is a [`Fact`] in one of the
//! session's maps; the only way to alter one is a [`Change`], whose application gives back the change that undoes it.
//! *Unanswered* is the absence of a fact (or a withdrawn one); *not met*, *not applicable* and level 0 are facts.

mod absorb;
mod additions;
mod answer;
mod carry;
mod change;
mod coalesce;
mod discussion;
mod evidence;
mod fact;
mod fault;
mod judgement;
mod record;
mod report;
mod request;
#[cfg(not(target_arch = "wasm32"))]
mod schema;
mod system;
mod target;
mod target_history;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

pub use additions::{OwnIndicator, OwnMinimum};
pub use answer::{Answer, Compensated, NotApplicable, QuickAnswer};
pub use change::{Authorship, Change};
pub use discussion::{Discussion, DiscussionId};
pub use evidence::{Evidence, EvidenceKind, EvidenceUse, Yes};
pub use fact::{ActorId, EvidenceId, Fact, PartId, PersonId, Place, RoundId, Seen, SessionId, Stamp, Subject};
pub use fault::Fault;
pub use jiff::Timestamp;
pub use jiff::civil::Date;
pub use judgement::{Assignment, Confidence, Override, Settlement, Shown, Way};
pub use record::{past_records, placed_records, records, subject_records};
pub use report::{IssuedReport, ReportCode};
pub use request::AnswerRequest;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use schema::Moment;
pub use system::{Part, Person, ProfileUse, Role, Round, SystemField};
pub use target::{Because, Origin, Target};
pub use target_history::PastTargets;

use crate::model::{DependencyId, Edition, IndicatorId, ModelId, OptionId, PracticeId, ProfileId, QuestionId, Scope};

/// Facts by what they are about.
pub type Facts<K, V> = BTreeMap<K, Fact<V>>;

/// The model a session is about, by id and edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct ModelRef {
    /// Which model.
    pub id: ModelId,
    /// The edition with which the session was begun.
    pub edition: Edition,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

impl ModelRef {
    /// The model of that id, in that edition.
    #[must_use]
    pub fn new(id: ModelId, edition: Edition) -> Self {
        Self { id, edition, unknown: Map::new() }
    }
}

/// One assessed system: what it is, what it needs, and what was found in one or more rounds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Session {
    /// Its id, the same in all copies that people send each other.
    pub id: SessionId,
    /// When it was begun.
    pub created: Timestamp,
    /// The model it is about.
    pub model: ModelRef,
    /// Up to which of each actor's changes this copy has seen.
    pub seen: Seen,
    /// The system's name and limits.
    #[serde(with = "records", default)]
    pub system: Facts<SystemField, String>,
    /// The people involved.
    #[serde(with = "records", default)]
    pub people: Facts<PersonId, Person>,
    /// Named parts of the system, where it is not assessed as a whole.
    #[serde(with = "records", default)]
    pub parts: Facts<PartId, Part>,
    /// The profiles laid over the model.
    #[serde(with = "records", default)]
    pub profiles: Facts<ProfileId, ProfileUse>,
    /// How much is enough, per practice.
    #[serde(with = "records", default)]
    pub targets: Facts<PracticeId, Target>,
    /// What targets were before.
    #[serde(with = "past_records", default, skip_serializing_if = "BTreeMap::is_empty")]
    pub past_targets: PastTargets,
    /// What something outside demands, beside what profiles say.
    #[serde(with = "records", default, skip_serializing_if = "BTreeMap::is_empty")]
    pub minimums: Facts<PracticeId, OwnMinimum>,
    /// Answers of the interview that proposes targets.
    #[serde(with = "records", default, skip_serializing_if = "BTreeMap::is_empty")]
    pub interview: Facts<QuestionId, OptionId>,
    /// Answers to hints that targets may not fit together: why it is right as it is.
    #[serde(with = "records", default, skip_serializing_if = "BTreeMap::is_empty")]
    pub hints: Facts<DependencyId, String>,
    /// Indicators that people added for this very system.
    #[serde(with = "records", default, skip_serializing_if = "BTreeMap::is_empty")]
    pub indicators: Facts<IndicatorId, OwnIndicator>,
    /// The assessments, one per time the system was looked at; at least one.
    #[serde(with = "records", default)]
    pub rounds: Facts<RoundId, Round>,
    /// Answers of the quick pass.
    #[serde(with = "placed_records", default)]
    pub quick: Facts<Place<PracticeId>, QuickAnswer>,
    /// How specific what is done is.
    #[serde(with = "placed_records", default)]
    pub scopes: Facts<Place<PracticeId>, Scope>,
    /// Answers to indicators.
    #[serde(with = "placed_records", default)]
    pub answers: Facts<Place<IndicatorId>, Answer>,
    /// Notes on practices.
    #[serde(with = "placed_records", default)]
    pub practice_notes: Facts<Place<PracticeId>, String>,
    /// Notes on indicators.
    #[serde(with = "placed_records", default)]
    pub notes: Facts<Place<IndicatorId>, String>,
    /// How people know what they answered.
    #[serde(with = "placed_records", default, skip_serializing_if = "BTreeMap::is_empty")]
    pub confidence: Facts<Place<IndicatorId>, Confidence>,
    /// What speaks against answers.
    #[serde(with = "placed_records", default, skip_serializing_if = "BTreeMap::is_empty")]
    pub against: Facts<Place<IndicatorId>, String>,
    /// When answers were last looked at again and found to be still true.
    #[serde(with = "placed_records", default, skip_serializing_if = "BTreeMap::is_empty")]
    pub confirmed: Facts<Place<IndicatorId>, Date>,
    /// Whether the evidence for indicators is enough.
    #[serde(with = "placed_records", default, skip_serializing_if = "BTreeMap::is_empty")]
    pub shown: Facts<Place<IndicatorId>, Shown>,
    /// Evidence, each piece once.
    #[serde(with = "records", default, skip_serializing_if = "BTreeMap::is_empty")]
    pub evidence: Facts<EvidenceId, Evidence>,
    /// Which evidence is given for which indicators.
    #[serde(with = "records", default, skip_serializing_if = "BTreeMap::is_empty")]
    pub evidence_uses: Facts<EvidenceUse, Yes>,
    /// What counts where people answered differently.
    #[serde(with = "subject_records", default, skip_serializing_if = "BTreeMap::is_empty")]
    pub settlements: Facts<Subject<IndicatorId>, Settlement>,
    /// Levels set against the rule.
    #[serde(with = "subject_records", default, skip_serializing_if = "BTreeMap::is_empty")]
    pub overrides: Facts<Subject<PracticeId>, Override>,
    /// Who is to answer which practices.
    #[serde(with = "records", default, skip_serializing_if = "BTreeMap::is_empty")]
    pub assignments: Facts<Assignment, Yes>,
    /// How people go about the assessment.
    #[serde(with = "records", default, skip_serializing_if = "BTreeMap::is_empty")]
    pub ways: Facts<Way, Yes>,
    /// The codes of reports that were given out, so that an old one can be told from a foreign one.
    #[serde(with = "records", default, skip_serializing_if = "BTreeMap::is_empty")]
    pub reports: Facts<ReportCode, IssuedReport>,
    /// What was said differently in two copies and is to be talked about.
    #[serde(with = "records", default, skip_serializing_if = "BTreeMap::is_empty")]
    pub discussions: Facts<DiscussionId, Discussion>,
    /// Who is asked what, where this copy holds only what one person needs to answer that.
    #[serde(rename = "envelope", default, skip_serializing_if = "Option::is_none")]
    pub request: Option<AnswerRequest>,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

impl Session {
    /// An empty session with its first round.
    #[must_use]
    pub fn new(id: SessionId, model: ModelRef, round: RoundId, authorship: &Authorship) -> Self {
        let mut session = Self {
            id,
            created: authorship.at,
            model,
            seen: Seen::default(),
            system: Facts::new(),
            people: Facts::new(),
            parts: Facts::new(),
            profiles: Facts::new(),
            targets: Facts::new(),
            past_targets: PastTargets::new(),
            minimums: Facts::new(),
            interview: Facts::new(),
            hints: Facts::new(),
            indicators: Facts::new(),
            rounds: Facts::new(),
            quick: Facts::new(),
            scopes: Facts::new(),
            answers: Facts::new(),
            practice_notes: Facts::new(),
            notes: Facts::new(),
            confidence: Facts::new(),
            against: Facts::new(),
            confirmed: Facts::new(),
            shown: Facts::new(),
            evidence: Facts::new(),
            evidence_uses: Facts::new(),
            settlements: Facts::new(),
            overrides: Facts::new(),
            assignments: Facts::new(),
            ways: Facts::new(),
            reports: Facts::new(),
            discussions: Facts::new(),
            request: None,
            unknown: Map::new(),
        };
        session.apply(Change::Round(round, Some(Round { name: String::new(), unknown: Map::new() })), authorship);
        session
    }

    /// Whether nothing is said yet that belongs to a particular model.
    #[must_use]
    pub fn is_free_of_model(&self) -> bool {
        self.targets.is_empty()
            && self.profiles.is_empty()
            && self.minimums.is_empty()
            && self.interview.is_empty()
            && self.indicators.is_empty()
            && self.quick.is_empty()
            && self.scopes.is_empty()
            && self.answers.is_empty()
            && self.practice_notes.is_empty()
            && self.notes.is_empty()
            && self.confidence.is_empty()
            && self.against.is_empty()
            && self.confirmed.is_empty()
            && self.shown.is_empty()
            && self.evidence_uses.is_empty()
            && self.settlements.is_empty()
            && self.overrides.is_empty()
            && self.assignments.is_empty()
    }

    /// What is said about the system in a field; empty when nothing is.
    #[must_use]
    pub fn system(&self, field: SystemField) -> &str {
        self.system.get(&field).and_then(Fact::value).map_or("", String::as_str)
    }

    /// The round that is being answered: the one opened last. That is the one with the greatest id: when a round was last
    /// changed says nothing about when it was opened.
    #[must_use]
    pub fn round(&self) -> Option<&RoundId> {
        self.rounds.iter().rfind(|(_, fact)| fact.value().is_some()).map(|(id, _)| id)
    }

    /// The target set for a practice.
    #[must_use]
    pub fn target(&self, practice: &PracticeId) -> Option<&Target> {
        self.targets.get(practice).and_then(Fact::value)
    }

    /// Everybody who takes part, in the order in which they were added.
    pub fn everybody(&self) -> impl Iterator<Item = (&PersonId, &Person)> {
        self.people.iter().filter_map(|(id, fact)| fact.value().map(|person| (id, person)))
    }

    /// Whether somebody takes part, and was not removed.
    #[must_use]
    pub fn takes_part(&self, id: &PersonId) -> bool {
        self.people.get(id).is_some_and(|fact| fact.value().is_some())
    }

    /// The name of a person, if there is such a person and they have one.
    #[must_use]
    pub fn person_name(&self, id: &PersonId) -> Option<&str> {
        let person = self.people.get(id).and_then(Fact::value)?;
        (!person.name.trim().is_empty()).then_some(person.name.as_str())
    }

    /// Everybody who takes part and has a name, with it.
    pub fn named_people(&self) -> impl Iterator<Item = (&PersonId, &str)> {
        self.everybody().filter_map(|(id, _)| Some((id, self.person_name(id)?)))
    }

    /// The profiles in use.
    pub fn profiles_in_use(&self) -> impl Iterator<Item = &ProfileId> {
        self.profiles.iter().filter(|(_, fact)| fact.value().is_some()).map(|(id, _)| id)
    }

    /// The named parts of the system, in the order in which they were added.
    pub fn named_parts(&self) -> impl Iterator<Item = (&PartId, &Part)> {
        self.parts.iter().filter_map(|(id, fact)| fact.value().map(|part| (id, part)))
    }

    /// Who is to answer a practice, as far as they still take part.
    pub fn assigned_to(&self, practice: &PracticeId) -> impl Iterator<Item = &PersonId> {
        let said = self.assignments.iter().filter(|(_, fact)| fact.value().is_some()).map(|(assignment, _)| assignment);
        let here = said.filter(move |assignment| assignment.practice == *practice).map(|assignment| &assignment.person);
        here.filter(|person| self.people.get(*person).is_some_and(|fact| fact.value().is_some()))
    }

    /// Everybody's answers to an indicator in the round that is being answered, also those that were withdrawn.
    pub fn answers_to(&self, indicator: &IndicatorId) -> impl Iterator<Item = (&Place<IndicatorId>, &Fact<Answer>)> {
        let first = self.round().map(|round| Place { on: indicator.clone(), round: round.clone(), part: None, by: None });
        // Places sort by indicator first, then by round.
        let from = first.clone().map(|first| self.answers.range(first..));
        let same = move |place: &Place<IndicatorId>| {
            first.as_ref().is_some_and(|first| place.on == first.on && place.round == first.round)
        };
        from.into_iter().flatten().take_while(move |(place, _)| same(place))
    }

    /// The evidence given for an indicator, for the whole system and, where one is named, for that part; also what is still empty.
    pub fn evidence_given(
        &self,
        indicator: &IndicatorId,
        part: Option<&PartId>,
    ) -> impl Iterator<Item = (&EvidenceId, &Evidence)> {
        let given = self.evidence_uses.iter().filter(|(_, fact)| fact.value().is_some()).map(|(given, _)| given);
        let here =
            given.filter(move |given| given.indicator == *indicator && (given.part.is_none() || given.part.as_ref() == part));
        here.filter_map(|given| Some((&given.evidence, self.evidence.get(&given.evidence)?.value()?)))
    }

    /// The evidence that counts for an indicator, for the whole system and, where one is named, for that part.
    pub fn evidence_for(&self, indicator: &IndicatorId, part: Option<&PartId>) -> impl Iterator<Item = (&EvidenceId, &Evidence)> {
        self.evidence_given(indicator, part).filter(|(_, evidence)| evidence.says_something())
    }

    /// A piece of evidence, once it says something.
    #[must_use]
    pub fn evidence(&self, id: &EvidenceId) -> Option<&Evidence> {
        self.evidence.get(id).and_then(Fact::value).filter(|evidence| evidence.says_something())
    }

    /// Whether people go about the assessment in this way.
    #[must_use]
    pub fn goes(&self, way: Way) -> bool {
        self.ways.get(&way).is_some_and(|fact| fact.value().is_some())
    }

    /// When anything was last changed.
    #[must_use]
    pub fn last_change(&self) -> Timestamp {
        self.changes().map(|(at, _)| at).max().unwrap_or(self.created)
    }

    /// Takes in that every change that stands in this copy has been seen, whatever its file said: an actor who counts on from
    /// there never gives a stamp twice.
    pub fn see_its_own_facts(&mut self) {
        let stamps: Vec<Stamp> = self.changes().map(|(_, stamp)| stamp.clone()).collect();
        stamps.iter().for_each(|stamp| self.seen.include(stamp));
    }

    /// How many facts were changed since a copy had seen so much.
    #[must_use]
    pub fn changed_since(&self, seen: &Seen) -> usize {
        self.changes().filter(|(_, stamp)| !seen.covers(stamp)).count()
    }

    /// When and where in the history each fact was last changed.
    fn changes(&self) -> impl Iterator<Item = (Timestamp, &Stamp)> {
        times(&self.system)
            .chain(times(&self.people))
            .chain(times(&self.parts))
            .chain(times(&self.profiles))
            .chain(times(&self.targets))
            .chain(times(&self.past_targets))
            .chain(times(&self.minimums))
            .chain(times(&self.interview))
            .chain(times(&self.hints))
            .chain(times(&self.indicators))
            .chain(times(&self.rounds))
            .chain(times(&self.quick))
            .chain(times(&self.scopes))
            .chain(times(&self.answers))
            .chain(times(&self.practice_notes))
            .chain(times(&self.notes))
            .chain(times(&self.confidence))
            .chain(times(&self.against))
            .chain(times(&self.confirmed))
            .chain(times(&self.shown))
            .chain(times(&self.evidence))
            .chain(times(&self.evidence_uses))
            .chain(times(&self.settlements))
            .chain(times(&self.overrides))
            .chain(times(&self.assignments))
            .chain(times(&self.ways))
            .chain(times(&self.reports))
            .chain(times(&self.discussions))
    }
}

fn times<K, V>(facts: &Facts<K, V>) -> impl Iterator<Item = (Timestamp, &Stamp)> {
    facts.values().map(|fact| (fact.at, &fact.stamp))
}
