//! What more than needed might cost: what has to be kept true beyond what is needed.
//!
//! Nobody is asked for money, so none is shown: statements beyond what is needed have to be kept true, and each has to be looked at
//! again before it is out of date. That is work, and it can be counted.

use super::{Assessment, PracticeResult, Verdict};
use crate::model::{AskedIndicator, Level, Text};

/// What is kept up beyond what is needed.
#[derive(Clone, Debug, PartialEq)]
pub struct Surplus<'a> {
    /// The statements that nothing asks for and that are met, or taken to be met by the quick pass.
    pub statements: Vec<AskedIndicator<'a>>,
    /// How often a year they have to be looked at again altogether, rounded up.
    pub looks_a_year: usize,
    /// What is done beyond what is needed.
    pub actions: Vec<&'a Text>,
}

/// What is kept up for a practice beyond its target and what something outside demands.
#[must_use]
pub fn surplus<'a>(assessment: &Assessment<'a>, result: &PracticeResult) -> Option<Surplus<'a>> {
    let (asked, said) = (assessment.asked, &assessment.said);
    let practice = asked.model().practice(&result.practice)?;
    let (goal, low) = (result.goal()?, result.standing.current.low()?);
    let levels: Vec<Level> = goal.up_to(low).collect();
    let is_kept = |it: &AskedIndicator<'_>| said.together(it.indicator) != Verdict::NotApplicable;
    let statements: Vec<_> = levels.iter().flat_map(|level| asked.indicators(practice, *level)).filter(is_kept).collect();
    // What holds until the next release or event is looked at then, and not by the calendar.
    let in_ten_years = |it: &AskedIndicator<'_>| it.indicator.lasts.months().map_or(0, |months| 120 / usize::from(months.max(1)));
    let looks_a_year = statements.iter().map(in_ten_years).sum::<usize>().div_ceil(10);
    let actions = levels.iter().flat_map(|level| asked.actions(practice, *level)).collect();
    Some(Surplus { statements, looks_a_year, actions })
}
