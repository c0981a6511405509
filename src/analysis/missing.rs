//! What is missing up to a target, and what needs to be done.

use super::current::standings;
use super::practice_answers::{ConsolidatedIndicator, PracticeAnswers};
use super::{ConsolidatedAnswers, Current, PracticeResult, Verdict};
use crate::model::{AskedIndicator, Level, Practice, Questionnaire, Text};
use crate::session::{PartId, Session};

/// What is missing at one level.
#[derive(Clone, Debug, PartialEq)]
pub struct MissingLevel<'a> {
    /// The level.
    pub level: Level,
    /// What needs to be done to get there.
    pub actions: &'a [Text],
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

/// What is missing for a practice, level by level, from the lowest level with something missing up to the target. Where parts
/// are answered apart, everything that any of them lacks is listed: the practice is only there when all parts are.
#[must_use]
pub fn missing<'a>(asked: &'a Questionnaire, session: &Session, result: &PracticeResult) -> Vec<MissingLevel<'a>> {
    let Some(target) = result.target else { return Vec::new() };
    let Some(practice) = asked.model().practice(&result.practice) else { return Vec::new() };
    missing_up_to(asked, practice, &ConsolidatedAnswers::of(session, session.round()), result, target)
}

/// What is missing for a practice up to some level.
pub(super) fn missing_up_to<'a>(
    asked: &'a Questionnaire,
    practice: &'a Practice,
    said: &ConsolidatedAnswers<'_>,
    result: &PracticeResult,
    goal: Level,
) -> Vec<MissingLevel<'a>> {
    let Some(low) = result.standing.current.low() else { return Vec::new() };
    let hearing = PracticeAnswers::of(asked, practice, said);
    let subjects = standings(&hearing);
    let levels = hearing.levels.iter().filter(|(level, _)| low < *level && *level <= goal);
    levels.map(|(level, indicators)| missing_at(practice, *level, indicators, &subjects)).collect()
}

fn missing_at<'a>(
    practice: &'a Practice,
    level: Level,
    indicators: &[ConsolidatedIndicator<'a, '_>],
    subjects: &[(Option<&PartId>, Current)],
) -> MissingLevel<'a> {
    let still_below = |current: Current| match current {
        Current::Known { low, .. } => low < level,
        Current::Unanswered => true,
        Current::NotApplicable => false,
    };
    let verdict = |it: &ConsolidatedIndicator<'_, '_>| {
        let below = subjects.iter().filter(|(_, current)| still_below(*current));
        below.map(|(part, _)| it.heard(*part).verdict).filter(|verdict| !verdict.is_fulfilled()).min()
    };
    let indicators =
        indicators.iter().filter_map(|it| Some(MissingIndicator { verdict: verdict(it)?, asked: it.asked })).collect();
    let actions = practice.guide(level).map_or(&[][..], |guide| &guide.actions);
    MissingLevel { level, actions, indicators }
}
