//! What is missing up to a target or an outside minimum, and what needs to be done.

use super::current::standings;
use super::practice_answers::ConsolidatedIndicator;
use super::{Assessment, Current, PracticeResult, Verdict};
use crate::model::{AskedIndicator, Level, LevelRule, Practice, RollupRule, Text};
use crate::session::PartId;

/// What is missing at one level.
#[derive(Clone, Debug, PartialEq)]
pub struct MissingLevel<'a> {
    /// The level.
    pub level: Level,
    /// What needs to be done to get there.
    pub actions: Vec<&'a Text>,
    /// The indicators that are not met.
    pub indicators: Vec<MissingIndicator<'a>>,
}

/// An indicator that is not met.
#[derive(Clone, Debug, PartialEq)]
pub struct MissingIndicator<'a> {
    /// The indicator.
    pub asked: AskedIndicator<'a>,
    /// Not met, partly or unanswered; the lowest where parts differ.
    pub verdict: Verdict,
}

/// What is missing for a practice, level by level, from the lowest level with something missing up to the target or, where
/// it is higher, to what something outside demands. Where parts
/// are answered apart, everything that any of them lacks is listed: the practice is only there when all parts are.
#[must_use]
pub fn missing<'a>(assessment: &Assessment<'a>, result: &PracticeResult) -> Vec<MissingLevel<'a>> {
    let Some(goal) = result.goal() else { return Vec::new() };
    let Some(practice) = assessment.asked.model().practice(&result.practice) else { return Vec::new() };
    missing_up_to(assessment, practice, result, goal)
}

/// The statements that something outside needs and that are not met, whatever their level: of what is demanded today first, then of what
/// will be. A level that is reached does not replace them.
#[must_use]
pub fn missing_needs<'a>(assessment: &Assessment<'a>, result: &PracticeResult) -> Vec<MissingIndicator<'a>> {
    let needed = result.needed().into_iter();
    let needed = needed.filter_map(|id| {
        let asked = assessment.asked.indicator(id)?;
        Some(MissingIndicator { asked, verdict: assessment.said.together(asked.indicator) })
    });
    needed.collect()
}

/// What is missing for a practice up to some level. Of one that is rated as a whole no statement is: none leads there.
pub(super) fn missing_up_to<'a>(
    assessment: &Assessment<'a>,
    practice: &'a Practice,
    result: &PracticeResult,
    goal: Level,
) -> Vec<MissingLevel<'a>> {
    let Some(low) = result.standing.current.low() else { return Vec::new() };
    let hearing = assessment.hearing(practice);
    let subjects: Vec<_> =
        standings(&hearing).into_iter().map(|(part, current)| (part, current, hearing.said_up_to(part, current))).collect();
    let rule = hearing.scoring.level;
    // Where the mean of parts counts, what the lowest of them lacks raises it as well.
    let lowest = match hearing.scoring.rollup.parts {
        RollupRule::Lowest => low,
        _ => subjects
            .iter()
            .filter(|(_, current, _)| *current != Current::NotApplicable)
            .map(|(_, it, _)| it.low().unwrap_or(Level::NONE))
            .min()
            .unwrap_or(low)
            .min(low),
    };
    let (low, goal) = match rule {
        _ if low >= goal => return Vec::new(),
        // A rating is a level, whatever the rule adds up of statements.
        _ if hearing.is_rated => (low, goal),
        LevelRule::Sum => (Level::NONE, hearing.top()),
        LevelRule::Share => (Level::NONE, goal),
        LevelRule::Cumulative | LevelRule::Chosen => (lowest, goal),
    };
    let levels = hearing.levels.iter().filter(|(level, _)| low < *level && *level <= goal);
    let missing = levels.map(|(level, indicators)| {
        let indicators = if hearing.is_rated { &[] } else { indicators.as_slice() };
        missing_at(assessment.asked.actions(practice, *level), *level, indicators, (&subjects, rule))
    });
    // Where each level counts for itself, some of those below may lack nothing.
    missing.filter(|level| !rule.is_added_up() || hearing.is_rated || !level.indicators.is_empty()).collect()
}

/// A part, where it stands, and up to which level the quick pass says that it is done.
type SaidOfPart<'a> = (Option<&'a PartId>, Current, Level);

fn missing_at<'a>(
    actions: Vec<&'a Text>,
    level: Level,
    indicators: &[ConsolidatedIndicator<'a, '_>],
    (subjects, rule): (&[SaidOfPart<'_>], LevelRule),
) -> MissingLevel<'a> {
    let still_below = |current: Current| match current {
        Current::Known { low, .. } => low < level || rule.is_added_up(),
        Current::Unanswered => true,
        Current::NotApplicable => false,
    };
    let verdict = |it: &ConsolidatedIndicator<'_, '_>| {
        let below = subjects.iter().filter(|(_, current, _)| still_below(*current));
        let heard = below.filter_map(|(part, _, said)| Some((it.heard(*part)?.verdict, *said)));
        // Where each level counts for itself, a level is not reached with all that the quick pass says is done.
        let lacks = |verdict: Verdict, said: Level| !(verdict.is_fulfilled() || verdict.is_open() && level <= said);
        heard.filter(|(verdict, said)| lacks(*verdict, *said)).map(|(verdict, _)| verdict).min()
    };
    let indicators =
        indicators.iter().filter_map(|it| Some(MissingIndicator { verdict: verdict(it)?, asked: it.asked })).collect();
    MissingLevel { level, actions, indicators }
}
