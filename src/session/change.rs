//! Changes: the only way to alter a session.

use super::target_history::is_worth_keeping;
use serde::{Deserialize, Serialize};

use super::{
    ActorId, Answer, Assignment, Confidence, Date, Discussion, DiscussionId, Evidence, EvidenceId, EvidenceUse, Fact, Facts,
    IssuedReport, Override, OwnIndicator, OwnMinimum, Part, PartId, Person, PersonId, Place, ProfileUse, QuickAnswer, ReportCode,
    Round, RoundId, Seen, Session, Settlement, Shown, Subject, SystemField, Target, Timestamp, Way, Yes,
};
use crate::model::{DependencyId, IndicatorId, OptionId, PracticeId, ProfileId, QuestionId, Scope};

/// One thing to state (`Some`) or to withdraw (`None`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// What is said about the system.
    System(SystemField, Option<String>),
    /// A person.
    Person(PersonId, Option<Person>),
    /// A part of the system.
    Part(PartId, Option<Part>),
    /// A profile in use.
    Profile(ProfileId, Option<ProfileUse>),
    /// A target.
    Target(PracticeId, Option<Target>),
    /// What something outside demands.
    Minimum(PracticeId, Option<OwnMinimum>),
    /// An answer of the interview.
    Interview(QuestionId, Option<OptionId>),
    /// An answer to a hint.
    Hint(DependencyId, Option<String>),
    /// An indicator of this very system.
    Indicator(IndicatorId, Option<OwnIndicator>),
    /// A round.
    Round(RoundId, Option<Round>),
    /// An answer of the quick pass.
    Quick(Place<PracticeId>, Option<QuickAnswer>),
    /// How specific what is done is.
    Scope(Place<PracticeId>, Option<Scope>),
    /// An answer to an indicator.
    Answer(Place<IndicatorId>, Option<Answer>),
    /// A note on a practice.
    PracticeNote(Place<PracticeId>, Option<String>),
    /// A note on an indicator.
    Note(Place<IndicatorId>, Option<String>),
    /// How somebody knows what they answered.
    Confidence(Place<IndicatorId>, Option<Confidence>),
    /// What speaks against an answer.
    Against(Place<IndicatorId>, Option<String>),
    /// When an answer was last looked at again and found to be still true.
    Confirmed(Place<IndicatorId>, Option<Date>),
    /// Whether the evidence for an indicator is enough.
    Shown(Place<IndicatorId>, Option<Shown>),
    /// A piece of evidence.
    Evidence(EvidenceId, Option<Evidence>),
    /// That a piece of evidence is given for an indicator.
    EvidenceUse(EvidenceUse, Option<Yes>),
    /// What counts where people answered differently.
    Settlement(Subject<IndicatorId>, Option<Settlement>),
    /// A level set against the rule.
    Override(Subject<PracticeId>, Option<Override>),
    /// Who is to answer a practice.
    Assignment(Assignment, Option<Yes>),
    /// How people go about the assessment.
    Way(Way, Option<Yes>),
    /// That a report with this code was given out.
    Report(ReportCode, Option<IssuedReport>),
    /// What two copies say differently.
    Discussion(DiscussionId, Option<Discussion>),
    /// Several changes that belong together.
    Together(Vec<Change>),
}

/// Who makes a change, when, and which actor counts it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authorship {
    /// The person, if they said who they are. For answers the person of the place counts.
    pub by: Option<PersonId>,
    /// The time.
    pub at: Timestamp,
    /// The actor.
    pub actor: ActorId,
}

impl Session {
    /// Makes a change and gives back the one that undoes it.
    ///
    /// What would change nothing is not recorded, so that it does not look newer than it is.
    pub fn apply(&mut self, change: Change, authorship: &Authorship) -> Change {
        let seen = &mut self.seen;
        match change {
            Change::System(on, value) => Change::System(on, state(&mut self.system, seen, on, value, &authorship.by, authorship)),
            Change::Person(on, value) => {
                Change::Person(on.clone(), state(&mut self.people, seen, on, value, &authorship.by, authorship))
            }
            Change::Part(on, value) => {
                Change::Part(on.clone(), state(&mut self.parts, seen, on, value, &authorship.by, authorship))
            }
            Change::Profile(on, value) => {
                Change::Profile(on.clone(), state(&mut self.profiles, seen, on, value, &authorship.by, authorship))
            }
            Change::Target(on, value) => {
                let former = self.targets.get(&on).filter(|former| is_worth_keeping(former, value.as_ref(), authorship));
                if let Some(former) = former.filter(|former| former.value() != value.as_ref()) {
                    self.past_targets.insert((on.clone(), former.stamp.clone()), former.clone());
                }
                Change::Target(on.clone(), state(&mut self.targets, seen, on, value, &authorship.by, authorship))
            }
            Change::Minimum(on, value) => {
                Change::Minimum(on.clone(), state(&mut self.minimums, seen, on, value, &authorship.by, authorship))
            }
            Change::Interview(on, value) => {
                Change::Interview(on.clone(), state(&mut self.interview, seen, on, value, &authorship.by, authorship))
            }
            Change::Hint(on, value) => {
                Change::Hint(on.clone(), state(&mut self.hints, seen, on, value, &authorship.by, authorship))
            }
            Change::Indicator(on, value) => {
                Change::Indicator(on.clone(), state(&mut self.indicators, seen, on, value, &authorship.by, authorship))
            }
            Change::Round(on, value) => {
                Change::Round(on.clone(), state(&mut self.rounds, seen, on, value, &authorship.by, authorship))
            }
            Change::Quick(on, value) => Change::Quick(on.clone(), place(&mut self.quick, seen, on, value, authorship)),
            Change::Scope(on, value) => Change::Scope(on.clone(), place(&mut self.scopes, seen, on, value, authorship)),
            Change::Answer(on, value) => Change::Answer(on.clone(), place(&mut self.answers, seen, on, value, authorship)),
            Change::PracticeNote(on, value) => {
                Change::PracticeNote(on.clone(), place(&mut self.practice_notes, seen, on, value, authorship))
            }
            Change::Note(on, value) => Change::Note(on.clone(), place(&mut self.notes, seen, on, value, authorship)),
            Change::Confidence(on, value) => {
                Change::Confidence(on.clone(), place(&mut self.confidence, seen, on, value, authorship))
            }
            Change::Against(on, value) => Change::Against(on.clone(), place(&mut self.against, seen, on, value, authorship)),
            Change::Confirmed(on, value) => {
                Change::Confirmed(on.clone(), place(&mut self.confirmed, seen, on, value, authorship))
            }
            Change::Shown(on, value) => Change::Shown(on.clone(), place(&mut self.shown, seen, on, value, authorship)),
            Change::Evidence(on, value) => {
                Change::Evidence(on.clone(), state(&mut self.evidence, seen, on, value, &authorship.by, authorship))
            }
            Change::EvidenceUse(on, value) => {
                Change::EvidenceUse(on.clone(), state(&mut self.evidence_uses, seen, on, value, &authorship.by, authorship))
            }
            Change::Settlement(on, value) => {
                Change::Settlement(on.clone(), state(&mut self.settlements, seen, on, value, &authorship.by, authorship))
            }
            Change::Override(on, value) => {
                Change::Override(on.clone(), state(&mut self.overrides, seen, on, value, &authorship.by, authorship))
            }
            Change::Assignment(on, value) => {
                Change::Assignment(on.clone(), state(&mut self.assignments, seen, on, value, &authorship.by, authorship))
            }
            Change::Way(on, value) => Change::Way(on, state(&mut self.ways, seen, on, value, &authorship.by, authorship)),
            Change::Report(on, value) => {
                Change::Report(on.clone(), state(&mut self.reports, seen, on, value, &authorship.by, authorship))
            }
            Change::Discussion(on, value) => {
                Change::Discussion(on.clone(), state(&mut self.discussions, seen, on, value, &authorship.by, authorship))
            }
            Change::Together(changes) => {
                let mut back: Vec<Change> = changes.into_iter().map(|change| self.apply(change, authorship)).collect();
                back.reverse();
                Change::Together(back)
            }
        }
    }
}

fn place<Id: Ord, V: PartialEq>(
    facts: &mut Facts<Place<Id>, V>,
    seen: &mut Seen,
    on: Place<Id>,
    value: Option<V>,
    authorship: &Authorship,
) -> Option<V> {
    let by = on.by.clone();
    state(facts, seen, on, value, &by, authorship)
}

fn state<K: Ord, V: PartialEq>(
    facts: &mut Facts<K, V>,
    seen: &mut Seen,
    on: K,
    value: Option<V>,
    by: &Option<PersonId>,
    authorship: &Authorship,
) -> Option<V> {
    let before = facts.get(&on);
    if before.and_then(|fact| fact.value.as_ref()) == value.as_ref() {
        return value;
    }
    let mut fact = Fact::new(value, by.clone(), authorship.at, seen.next(&authorship.actor));
    fact.unknown = before.map(|fact| fact.unknown.clone()).unwrap_or_default();
    facts.insert(on, fact).and_then(|fact| fact.value)
}
