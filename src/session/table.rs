//! **The table of facts**: every list of what people can state about their system. One row is all that a list needs to be stored,
//! changed, undone, merged, carried over and counted; what it is called on the screen stands in `ui/text/en/facts.rs`.
//!
//! A row has two lines. The first says what the list is: its name in files and as a [`List`], the [`Change`] that states something in
//! it (none where the list follows from other changes), what tells its facts apart ([`Key`]), what they say
//! ([`FactValue`](super::FactValue)), and when it is left out of a file. The second says how it is treated; what each word means
//! stands in `list.rs`. Rows stand in the order in which the lists stand in files.

use serde::Serialize;
use serde_json::{Map, Value};

use super::any_fact::{AnyFact, each};
use super::carry::{Leads, follow_all};
use super::change::{Authorship, How, Put, TOGETHER, change_said, pair, state};
use super::from_table::facts;
use super::own_model::{BroughtModel, belongs};
use super::record;
#[cfg(not(target_arch = "wasm32"))]
use super::schema;
use super::without_words::{known_alone, without_words};
use super::{
    About, Action, ActionId, ActionNeed, ActionStatement, Answer, AnswerRequest, Assignment, CharacteristicState,
    CharacteristicTarget, Confidence, Conflict, ConflictDecision, ConflictId, CountsAs, Date, Discussion, DiscussionId,
    DutyAnswer, EventOfRound, Evidence, EvidenceId, EvidenceUse, FactValue, Facts, Finding, FindingDecision, FindingId, FromFile,
    InCopy, InReport, InRequest, IssuedReport, Key, Members, Misread, ModelRef, NextRound, OfCharacteristic, Ordered, OtherModel,
    Override, OwnIndicator, OwnMinimum, Part, PartId, Person, PersonId, Place, Priority, ProfileDuty, ProfileUse, QuickAnswer,
    Reading, RecordKind, ReplyToFinding, ReportCode, Round, RoundEvent, RoundId, Seen, SessionId, Settlement, Shown, SignOff,
    SignOffOf, SignOffTakenBack, Stamp, Subject, SystemField, Target, Timestamp, Way, WithoutNames, Wrong, Yes,
};
use crate::model::{DependencyId, IndicatorId, Level, OptionId, PracticeId, ProfileId, QuestionId, RegionId, Scope, SystemRole};

facts! {
//  in files and as a list: change (about what) = what is said, left out of files;
//      is about   next round  reading  other model  in a request      without names  counts as   in reports         in copies

    /// The system's name and limits.
    system System: System(SystemField) = String, "never";
        Nothing    Stays       Whole    Fits         NameAlone         Never          Other       Always             System;

    /// What we are towards the system: only what is meant for that is asked.
    system_roles SystemRoles: SystemRole(SystemRole) = Yes, "empty";
        Nothing    Stays       Whole    Fits         AllThatStands     AsItIs         Other       Always             System;

    /// The people involved.
    people People: Person(PersonId) = Person, "never";
        Nothing    Stays       Parts    Fits         AskedAndAsking    NoWords        Other       Always             System;

    /// Named parts of the system, where it is not assessed as a whole.
    parts Parts: Part(PartId) = Part, "never";
        Nothing    Stays       Parts    Fits         AllThatStands     NoWords        Other       Always             System;

    /// The profiles laid over the model.
    profiles Profiles: Profile(ProfileId) = ProfileUse, "never";
        Nothing    Stays       Whole    Bound        AllThatStands     AsItIs         Other       Always             System;

    /// How much is enough, per practice.
    targets Targets: Target(PracticeId) = Target, "never";
        Practice   Stays       Parts    Bound        Never             NoWords        Target      LevelsAndDecisions Targets;

    /// What targets were before.
    past_targets PastTargets: ((PracticeId, Stamp)) = Target, "empty";
        Practice   Stays       Parts    Bound        Never             NoWords        Record      Decisions          Targets;

    /// What something outside demands, beside what profiles say.
    minimums Minimums: Minimum(PracticeId) = OwnMinimum, "empty";
        Practice   Stays       Whole    Bound        Never             NoWords        Minimum     Levels             Targets;

    /// Which statements a demand of one's own needs: of the practice that they belong to.
    minimum_needs MinimumNeeds: MinimumNeed(IndicatorId) = Yes, "empty";
        Indicator  Stays       Parts    Bound        Never             AsItIs         Other       Levels             Targets;

    /// Where the system is sold, run or serviced.
    places Places: Region(RegionId) = Yes, "empty";
        Nothing    Stays       Whole    Fits         Never             AsItIs         Other       Levels             System;

    /// Whether what profiles say is demanded from outside binds this system.
    duties Duties: Duty(ProfileDuty) = DutyAnswer, "empty";
        Nothing    Stays       Whole    Bound        Never             NoWords        Other       Levels             Targets;

    /// Answers of the interview that proposes targets.
    interview Interview: Interview(QuestionId) = OptionId, "empty";
        Question   Stays       Parts    Bound        Never             AsItIs         Other       Reasons            Targets;

    /// Answers to hints that targets may not fit together: why it is right as it is.
    hints Hints: Hint(DependencyId) = String, "empty";
        Dependency Stays       Parts    Bound        Never             Never          Other       Reasons            Targets;

    /// How much is enough of a practice for one characteristic, where that is not the practice's own.
    characteristic_targets CharacteristicTargets: CharacteristicTarget(Subject<OfCharacteristic>) = CharacteristicTarget, "empty";
        Practice   Anew        Parts    Bound        Never             NoWords        Other       Levels             Targets;

    /// In which order characteristics come.
    priority Priority: Priority(Subject<Ordered>) = Priority, "empty";
        Nothing    Anew        Whole    Bound        Never             NoWords        Other       Levels             Targets;

    /// Where what is done for one characteristic stands against another.
    conflicts Conflicts: Conflict(ConflictId) = Conflict, "empty";
        Nothing    Stays       Parts    Bound        Never             NoWords        Other       Levels             Targets;

    /// What was decided about these.
    conflict_decisions ConflictDecisions: ConflictDecision(Subject<ConflictId>) = ConflictDecision, "empty";
        Nothing    Anew        Parts    Bound        Never             NoWords        Other       Levels             Targets;

    /// Indicators that people added for this very system.
    indicators Indicators: Indicator(IndicatorId) = OwnIndicator, "empty";
        Nothing    Stays       Parts    Bound        AddedToPractices  NoWords        Other       Levels             Answers;

    /// The assessments, one per time the system was looked at; at least one.
    rounds Rounds: Round(RoundId) = Round, "never";
        Nothing    Stays       Whole    Fits         AllThatStands     NoWords        Other       Always             System;

    /// What happened to rounds: opened, closed, opened again, the next one planned or asked for.
    round_events RoundEvents: RoundEvent(EventOfRound) = RoundEvent, "empty";
        Nothing    Stays       Whole    Fits         Never             NoWords        Other       Never              System;

    /// Answers of the quick pass.
    quick Quick: Quick(Place<PracticeId>) = QuickAnswer, "never";
        Practice   Confirm     Parts    Bound        Own               NoWords        QuickAnswer Levels             Answers;

    /// How specific what is done is.
    scopes Scopes: Scope(Place<PracticeId>) = Scope, "never";
        Practice   Confirm     Parts    Bound        Own               AsItIs         Other       Levels             Answers;

    /// Answers to indicators.
    answers Answers: Answer(Place<IndicatorId>) = Answer, "never";
        Indicator  Confirm     Parts    Bound        Own               NoWords        Answer      Levels             Answers;

    /// Notes on practices.
    practice_notes PracticeNotes: PracticeNote(Place<PracticeId>) = String, "never";
        Practice   Confirm     Parts    Bound        Own               Never          Note        Reasons            Answers;

    /// Notes on indicators.
    notes Notes: Note(Place<IndicatorId>) = String, "never";
        Indicator  Confirm     Parts    Bound        Own               Never          Note        Reasons            Answers;

    /// How people know what they answered.
    confidence Confidence: Confidence(Place<IndicatorId>) = Confidence, "empty";
        Indicator  Confirm     Parts    Bound        Own               AsItIs         Other       Levels             Answers;

    /// What speaks against answers.
    against Against: Against(Place<IndicatorId>) = String, "empty";
        Indicator  Confirm     Parts    Bound        Own               Never          Objection   Reasons            Answers;

    /// When answers were last looked at again and found to be still true.
    confirmed Confirmed: Confirmed(Place<IndicatorId>) = Date, "empty";
        Indicator  Anew        Parts    Bound        Own               AsItIs         Other       Reasons            Answers;

    /// Whether the evidence for indicators is enough.
    shown Shown: Shown(Place<IndicatorId>) = Shown, "empty";
        Indicator  Confirm     Parts    Bound        Own               AsItIs         Other       Reasons            Answers;

    /// Answers of an earlier round that somebody does not want to confirm in this one.
    dropped Dropped: Drop(Subject<IndicatorId>) = Yes, "empty";
        Indicator  Anew        Parts    Bound        Never             AsItIs         Other       Never              Answers;

    /// The same of what was said about whole practices.
    dropped_practices DroppedPractices: DropPractice(Subject<PracticeId>) = Yes, "empty";
        Practice   Anew        Parts    Bound        Never             AsItIs         Other       Never              Answers;

    /// That targets of before still hold in a round, and on which day somebody said so.
    confirmed_targets ConfirmedTargets: ConfirmTarget(Subject<PracticeId>) = Date, "empty";
        Practice   Anew        Parts    Bound        Never             AsItIs         Other       Never              Targets;

    /// The same of pieces of evidence.
    confirmed_evidence ConfirmedEvidence: ConfirmEvidence(Subject<EvidenceId>) = Date, "empty";
        Nothing    Anew        Parts    Fits         Never             AsItIs         Other       Never              Answers;

    /// Evidence, each piece once.
    evidence Evidence: Evidence(EvidenceId) = Evidence, "empty";
        Nothing    Stays       Parts    Fits         GivenEvidence     NoWords        Evidence    Reasons            Answers;

    /// Which evidence is given for which indicators.
    evidence_uses EvidenceUses: EvidenceUse(EvidenceUse) = Yes, "empty";
        Indicator  Stays       Parts    Bound        GivenFor          AsItIs         Other       Reasons            Answers;

    /// What counts where people answered differently.
    settlements Settlements: Settlement(Subject<IndicatorId>) = Settlement, "empty";
        Indicator  Anew        Parts    Bound        Never             NoWords        Other       Levels             Answers;

    /// Where practices stand for one characteristic, where that is not where they stand as a whole.
    characteristic_states CharacteristicStates: CharacteristicState(Place<OfCharacteristic>) = CharacteristicState, "empty";
        Practice   Anew        Parts    Bound        Own               NoWords        Other       Levels             Answers;

    /// Levels set against the rule.
    overrides Overrides: Override(Subject<PracticeId>) = Override, "empty";
        Practice   Confirm     Parts    Bound        Never             NoWords        Other       Levels             Answers;

    /// Who is to answer which practices.
    assignments Assignments: Assignment(Assignment) = Yes, "empty";
        Practice   Stays       Parts    Bound        Never             AsItIs         Other       Never              Answers;

    /// The day on which somebody was last given the questions of a practice: who asks again knows whom they asked already.
    asked_of AskedOf: AskedOf(Assignment) = Date, "empty";
        Practice   Stays       Parts    Bound        Never             AsItIs         Record      Never              Answers;

    /// How people go about the assessment.
    ways Ways: Way(Way) = Yes, "empty";
        Nothing    Stays       Whole    Fits         Never             AsItIs         Other       Never              System;

    /// The codes of reports that were given out, so that an old one can be told from a foreign one.
    reports Reports: Report(ReportCode) = IssuedReport, "empty";
        Nothing    Stays       Parts    Fits         Never             Never          Record      Never              Inside;

    /// What was said differently in two copies and is to be talked about.
    discussions Discussions: Discussion(DiscussionId) = Discussion, "empty";
        Nothing    Stays       Parts    Fits         Never             Never          Other       Never              Answers;

    /// The plan: what is to be done, by whom and until when.
    actions Actions: Action(ActionId) = Action, "empty";
        Nothing    Stays       Parts    Bound        Never             NoWords        Other       Plan               Answers;

    /// Which statements the actions of the plan will satisfy.
    action_statements ActionStatements: ActionStatement(ActionStatement) = Yes, "empty";
        Indicator  Stays       Parts    Bound        Never             AsItIs         Other       Plan               Answers;

    /// Which actions of the plan can only be done once others are.
    action_needs ActionNeeds: ActionNeed(ActionNeed) = Yes, "empty";
        Nothing    Stays       Parts    Bound        Never             AsItIs         Other       Plan               Answers;

    /// What reviews found: a layer beside what people say, which no rule asks for.
    findings Findings: Finding(FindingId) = Finding, "empty";
        Nothing    Stays       Parts    Bound        Never             Never          Other       Never              Answers;

    /// What was replied to findings.
    finding_replies FindingReplies: FindingReply(ReplyToFinding) = String, "empty";
        Nothing    Stays       Parts    Fits         Never             Never          Other       Never              Answers;

    /// What became of findings.
    finding_decisions FindingDecisions: FindingDecision(FindingId) = FindingDecision, "empty";
        Nothing    Stays       Parts    Fits         Never             Never          Other       Never              Answers;

    /// That people confirmed a round as it was on a day.
    sign_offs SignOffs: SignOff(SignOffOf) = SignOff, "empty";
        Nothing    Stays       Parts    Bound        Never             Never          Other       Levels             Answers;

    /// That people took such a confirmation back.
    sign_offs_taken_back SignOffsTakenBack: TakeSignOffBack(SignOffOf) = SignOffTakenBack, "empty";
        Nothing    Stays       Parts    Fits         Never             Never          Other       Levels             Answers;
}

/// A list that is written also when nothing was said in it.
const fn never<K, V>(_: &Facts<K, V>) -> bool {
    false
}

/// A list that is written once something was said in it.
fn empty<K, V>(facts: &Facts<K, V>) -> bool {
    facts.is_empty()
}

impl Session {
    /// The members of a file that every copy of a session has, whatever is said in it.
    pub const HEAD: [&str; 5] = ["id", "created", "model", "seen", "own_model"];

    /// An empty session with its first round.
    #[must_use]
    pub fn new(id: SessionId, model: ModelRef, round: RoundId, authorship: &Authorship) -> Self {
        let mut session = Self::empty(id, authorship.at, model);
        session.apply(Change::Round(round, Some(Round { name: String::new(), unknown: Map::new() })), authorship);
        session
    }

    /// Whether nothing is said yet that belongs to a particular model.
    #[must_use]
    pub fn is_free_of_model(&self) -> bool {
        List::ALL.iter().all(|list| !list.is_bound_to_model() || self.is_empty(*list))
    }
}
