//! What more than needed might cost: what has to be kept true beyond what is needed.
//!
//! Nobody is asked for money, so none is shown: statements beyond what is needed have to be kept true, and each has to be looked at
//! again before it is out of date. That is work, and it can be counted.

use super::{Assessment, Basis, Current, PracticeResult, Verdict};
use crate::model::{AskedIndicator, Fraction, Level, LevelRule, RollupRule, Text};

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

/// What is kept up for a practice beyond its target and what something outside demands; nothing where its levels are added up.
#[must_use]
pub fn surplus<'a>(assessment: &Assessment<'a>, result: &PracticeResult) -> Option<Surplus<'a>> {
    let (asked, said) = (assessment.asked, &assessment.said);
    let practice = asked.model().practice(&result.practice)?;
    let (goal, low) = (result.goal()?, result.standing.current.low()?);
    let levels: Vec<Level> = goal.up_to(low).collect();
    let scoring = &asked.model().scoring;
    // What is added up has nothing to spare: whatever holds adds to what is needed, at any level.
    if scoring.level == LevelRule::Sum {
        return None;
    }
    // A level may be reached without all of its statements. What nobody answered is taken to be met only where the quick pass speaks.
    let needs_all = scoring.share == Fraction::ONE && scoring.rollup.parts == RollupRule::Lowest;
    let by_statements = matches!(result.standing.current, Current::Known { basis: Basis::Indicators, .. });
    let is_kept = |it: &AskedIndicator<'_>| match said.together(it.indicator) {
        Verdict::NotApplicable => false,
        verdict => !verdict.is_missed() && (needs_all || !by_statements || !verdict.is_open()),
    };
    let statements: Vec<_> = levels.iter().flat_map(|level| asked.indicators(practice, *level)).filter(is_kept).collect();
    // What holds until the next release or event is looked at then, and not by the calendar.
    let in_ten_years = |it: &AskedIndicator<'_>| it.indicator.lasts.months().map_or(0, |months| 120 / usize::from(months.max(1)));
    let looks_a_year = statements.iter().map(in_ten_years).sum::<usize>().div_ceil(10);
    let actions = levels.iter().flat_map(|level| asked.actions(practice, *level)).collect();
    Some(Surplus { statements, looks_a_year, actions })
}
