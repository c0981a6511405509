//! What is missing up to a target, and what needs to be done.

use super::{PracticeResult, Said, Verdict};
use crate::model::{AskedIndicator, Level, PracticeId, Questionnaire, Text};
use crate::session::Session;

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

/// What is missing for a practice, level by level, from the lowest level with something missing up to the target.
#[must_use]
pub fn missing<'a>(asked: &'a Questionnaire, session: &Session, result: &PracticeResult) -> Vec<MissingLevel<'a>> {
    let (Some(target), Some(low)) = (result.target, result.standing.current.low()) else { return Vec::new() };
    let said = Said::of(session, session.round());
    low.up_to(target).filter_map(|level| missing_at(asked, &said, result, level)).collect()
}

fn missing_at<'a>(asked: &'a Questionnaire, said: &Said<'_>, result: &PracticeResult, level: Level) -> Option<MissingLevel<'a>> {
    let practice_id: &PracticeId = &result.practice;
    let practice = asked.model().practices().into_iter().find(|practice| practice.id == *practice_id)?;
    let part = result.standing.lowest_part.as_ref();
    let indicators: Vec<_> = asked
        .indicators(practice, level)
        .into_iter()
        .map(|asked| MissingIndicator { asked, verdict: said.verdict(&asked.indicator.id, part) })
        .filter(|missing| !missing.verdict.is_fulfilled())
        .collect();
    let actions = practice.guide(level).map_or(&[][..], |guide| &guide.actions);
    Some(MissingLevel { level, actions, indicators })
}
