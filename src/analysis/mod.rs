//! What follows: pure functions from what is asked and what was said to what people see.
//!
//! An [`Assessment`] joins both for one round; every rule takes it. Start with [`results`]; each number in it comes from one of the small rules beside it.

mod about;
mod agenda;
mod apart;
mod asked_in;
mod asked_of;
mod assessment;
mod at_stake;
mod blind;
mod by_item;
mod by_person;
mod carried;
mod carried_targets;
mod characteristics;
mod coherence;
mod cohort;
mod comparison;
mod confidence;
mod consequence;
mod consistency;
mod consolidated;
mod crossrefs;
mod current;
mod decider;
mod decisions;
mod disputes;
mod due;
mod duties;
mod duty;
mod editions;
mod evidence_ends;
mod exact;
mod explain;
mod explain_indicator;
mod fit;
mod fleet;
mod former_level;
mod former_practice;
mod gap_list;
mod groups;
mod held_back;
mod interview_differs;
mod interview_proposals;
mod kept_apart;
mod level_fits;
mod level_holes;
mod minimum;
mod missing;
mod naming;
mod next;
mod not_known;
mod obligations;
mod open;
mod overview;
mod own;
mod places;
mod plan;
mod practice_answers;
mod progress;
mod proposals;
mod raises;
mod reader;
mod report;
mod rests_on;
mod results;
mod review;
mod rolled;
mod round_log;
mod rule;
mod search;
mod sign_off;
mod stale;
mod surplus;
mod take_over;
mod target_reason;
mod theirs;
mod together;
mod trend;
mod two_rounds;
mod urgency;
mod verdict;
mod waiting;
mod when_again;
mod without_reason;
mod workload;

pub use about::About;
pub use agenda::{Agenda, AgendaItem, agenda};
pub use apart::{Apart, ExactGap};
pub use asked_in::asked_in;
pub use asked_of::{AskedOf, audience};
pub use assessment::Assessment;
pub use at_stake::{MostAtStake, most_at_stake};
pub use blind::hides_target;
pub use carried::{AskAnew, Carried, CarriedAnswer, CarriedNotes, CarriedPractice, Earlier, carried, young_and_shown};
pub use carried_targets::{CarriedEvidence, CarriedTarget, carried_evidence, carried_targets};
pub use characteristics::{
    Characteristics, CharacteristicsMoved, ConflictHere, PracticeServes, Served, ServedMove, Shortfall, StateSaid,
    characteristics, characteristics_moved, in_priority,
};
pub use coherence::{Hint, hints, is_all_top};
pub use cohort::{
    AgainstCohort, COHORT_FEWEST, COHORT_LONGEST_TITLE, COHORT_QUARTERS_FROM, COHORT_STEP, Cohort, CohortLevels, CohortMismatch,
    CohortName, CohortPlace, CohortPractice, CohortQuarters, ComparedWithCohort, Month, NoCohort, against_cohort, cohort,
};
pub use comparison::{Compared, Grounds, compare};
pub use confidence::{Grade, Ground};
pub use consequence::{Consequence, ConsequenceVoice, consequence};
pub use consistency::{Noticed, Rule, What, consistency};
pub use consolidated::ConsolidatedAnswers;
pub use crossrefs::{References, Touch, Touched, TouchedItem, related, touched};
pub use current::{Basis, Current, NearMiss, Reading, Standing};
pub use decider::{Behind, decider, name_decider};
pub use decisions::{Decision, decisions};
pub use disputes::{Dispute, PracticeViews, Views, disputes, several_answered, views};
pub use due::{Due, WhatIsDue, due, in_order as due_in_order};
pub use duties::{Duties, Duty, DutyKind, NeededStatement, PartOf, duties};
pub use duty::{Binds, DutyFit, DutyResult, InForce, binds, ruled_out};
pub use editions::{EditionNews, Former, PracticeAgain, edition_news, formers};
pub use evidence_ends::{EvidenceEnd, evidence_ends};
pub use exact::{Exact, Shares};
pub use explain::{CurrentWhy, LevelWhy, TargetWhy, current_why, scope_why, target_why};
pub use explain_indicator::{AnswerWhy, IndicatorWhy, Speaker};
pub use fit::{Fit, Gap, ScopeFit};
pub use fleet::{
    DutyAmong, Fleet, FleetOrder, LevelsAmong, Median, Member, MemberDuty, MemberPractice, MemberStanding, MemberStatement, Need,
    NotComparable, PracticeAmong, StatementAmong, comparable, fleet, fleet_member, fleet_order,
};
pub use former_level::{FormerLevel, former_levels};
pub use former_practice::{FormerPractice, former_practices};
pub use gap_list::{Effort, GapFilter, GapOrder, gap_list};
pub use groups::GroupResult;
pub use held_back::HeldBack;
pub use interview_differs::{InterviewDiffers, Stands, interview_differs, use_interview};
pub use kept_apart::{KeptApart, KeptApartIndex, LISTS_OF_PRACTICE, kept_apart, kept_apart_key};
pub use level_fits::LevelFit;
pub use level_holes::{LevelHole, holes};
pub use minimum::{Demand, MinimumFit, demands, minimum, minimum_and_perhaps};
pub use missing::{MissingIndicator, MissingLevel, missing, missing_needs};
pub use naming::{Names, ReasonOf, Thing, ThingName};
pub use next::{
    Asking, NextQuestion, SettledBy, matters_up_to, minutes_to_answer, next_practice, next_question, open_statements,
};
pub use obligations::{Obligation, obligations};
pub use open::{
    Contradiction, OpenAnswer, OpenKind, OpenLevel, OpenPoints, OpenPractice, OpenTarget, QuickDifference, Raised, SpeaksAgainst,
    open_points, quick_differences,
};
pub use overview::{PracticeOverview, overview};
pub use own::own_indicators;
pub use places::places_to_ask;
pub use plan::{
    AnswerToConfirm, Capacity, FinishedAction, InPlan, InTime, PlanAndReality, PlanKept, PlannedAction, PlannedPractice,
    ProposedAction, RESTS_ON_TOLD, RestsOn, WhatIf, WhatIfPractice, WhyHere, finished, in_time, plan_and_reality, planned,
    proposed, to_confirm, to_find_out, what_if,
};
pub use progress::{Count, Progress, Statements, progress};
pub use proposals::{
    CombinedProposal, Difference, Proposals, Proposed, Voice, differences, interview_answers, interview_proposal, proposal,
};
pub use raises::{Raise, raises_most};
pub use reader::{Against, ReaderPractice, reader};
pub use report::{
    Before, Cast, CharacteristicMove, GivenAnswer, Length, Name, NextAction, OpenChecks, OpenConflict, OpenIndicator,
    OpenQuestions, Party, PracticeSheet, QuickDisagreement, Report, ReportAbout, ReportAction, ReportCharacteristics,
    ReportConflict, ReportDecision, ReportDomain, ReportFormer, ReportMove, ReportOptions, ReportServed, ReportSignOff,
    ReportSince, Said, Section, SheetDemand, SheetEvidence, SheetIndicator, SheetLevel, SheetNote, SheetTarget, ToDo,
    UnansweredPractice, WhyToDo, characteristics_between, first_missing, report, to_do, told_characteristics,
};
pub use rests_on::rests_on;
pub use results::{PracticeResult, Results, Rules, results};
pub use review::{
    FindingHere, FindingReply, FindingStatus, ReviewedFinding, can_be_about, count_findings, findings_by_about, review, thing_of,
};
pub use rolled::Rolled;
pub use round_log::{RoundInShort, RoundLogEntry, rounds_in_short};
pub use search::{Hit, Hits, MOST_HITS, Piece, Source, excerpt, search, search_model, search_terms};
pub use sign_off::{FigureChange, FrameChange, ListChange, SignOffFit, SignatureCheck, SignedRound, sign_off, sign_offs};
pub use stale::{Aged, Stale, out_of_date_from, stale};
pub use surplus::{Surplus, surplus};
pub use take_over::{
    AnswerEffect, ProposalChange, answer_effect, begin, begin_without_profile, confirm, confirm_all, take_over, toggle_profile,
};
pub use target_reason::target_reasons;
pub use theirs::{Theirs, theirs};
pub use trend::{Trend, TrendPoint, trend};
pub use two_rounds::{Move, PracticeMove, StatementMove, TwoRounds, plan_and_reality_of, two_rounds, two_rounds_of};
pub use urgency::Urgency;
pub use verdict::{OwnVerdict, Verdict};
pub use waiting::{Waiting, asked_on, waiting};
pub use when_again::{WhenAgain, when_again};
pub use workload::{Workload, workloads};
