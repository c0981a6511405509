//! What became of things since the round before, in a report, with people called as in the rest of it.

use super::practice_name;
use super::who::{Cast, Name};
use crate::analysis::{
    Assessment, Names, PlanAndReality, PlannedPractice, PracticeMove, Results, RoundInShort, StatementMove, Thing, TwoRounds,
    plan_and_reality_of, rounds_in_short, two_rounds_of,
};

/// A round beside the one before it.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportSince {
    /// The round before.
    pub before: RoundInShort,
    /// Both, for the counts.
    pub both: TwoRounds,
    /// Every practice, in the model's order.
    pub practices: Vec<ReportMove>,
    /// What the plan would have led to, where anything was to be done by then.
    pub plan: Option<PlanAndReality>,
    /// The same of each practice that it was for: its name, and the statements that are missing by their words.
    pub planned: Vec<(String, PlannedPractice, Vec<String>)>,
}

/// What became of a practice.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportMove {
    /// Its name.
    pub practice: String,
    /// What became of it.
    pub moved: PracticeMove,
    /// Who moved its target, where that is known.
    pub target_by: Option<Name>,
    /// The statements of which something else is said now than before: each by its words, and who said so.
    pub statements: Vec<(String, StatementMove, Option<Name>)>,
    /// What the evidence is called that was given since.
    pub evidence: Vec<String>,
}

/// The round of the report beside the one before it; nothing in the first round.
pub(super) fn report_since(
    assessment: &Assessment<'_>,
    results: &Results,
    cast: &Cast<'_>,
    names: Names<'_>,
    language: &str,
) -> Option<ReportSince> {
    let both = two_rounds_of(assessment, results, None)?;
    let before = rounds_in_short(assessment).into_iter().find(|it| it.round == both.rounds[0])?;
    let called = |thing: &Thing| names.of(thing).text().unwrap_or_else(|| thing.id()).to_owned();
    let statement = |it: &StatementMove| {
        let by = it.by.as_ref().map(|by| cast.name(Some(by)));
        (called(&Thing::Indicator(it.indicator.clone())), it.clone(), by)
    };
    let practice = |it: &PracticeMove| ReportMove {
        practice: practice_name(assessment.asked, &it.practice, language),
        target_by: it.target_by.as_ref().map(|by| cast.name(Some(by))),
        statements: it.changed().map(statement).collect(),
        evidence: it.evidence.iter().map(|id| called(&Thing::Evidence(id.clone()))).collect(),
        moved: it.clone(),
    };
    let practices = both.practices.iter().map(practice).collect();
    let plan = plan_and_reality_of(assessment, results, None);
    let planned = plan.iter().flat_map(|plan| &plan.practices).map(|it| {
        let missing = it.missing().map(|id| called(&Thing::Indicator(id.clone()))).collect();
        (practice_name(assessment.asked, &it.practice, language), it.clone(), missing)
    });
    let planned = planned.collect();
    Some(ReportSince { before, practices, both, plan, planned })
}
