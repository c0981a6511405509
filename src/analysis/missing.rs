//! What is missing up to a target, and what needs to be done.

use super::current::{Standings, standings};
use super::{Current, PracticeResult, Said, Verdict};
use crate::model::{AskedIndicator, IndicatorId, Level, Practice, Questionnaire, Text};
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
    let (Some(target), Some(low)) = (result.target, result.standing.current.low()) else { return Vec::new() };
    let Some(practice) = asked.model().practices().into_iter().find(|practice| practice.id == result.practice) else {
        return Vec::new();
    };
    let said = Said::of(session, session.round());
    let subjects = match standings(asked, practice, &said) {
        Standings::Whole(standing) => vec![(None, standing.current)],
        Standings::Parts(parts) => parts.into_iter().map(|(part, standing)| (Some(part), standing.current)).collect(),
    };
    low.up_to(target).map(|level| missing_at(asked, practice, &said, &subjects, level)).collect()
}

/// The whole system or a part of it, with where it stands.
type Subject<'s> = (Option<&'s PartId>, Current);

fn missing_at<'a>(
    asked: &'a Questionnaire,
    practice: &'a Practice,
    said: &Said<'_>,
    subjects: &[Subject<'_>],
    level: Level,
) -> MissingLevel<'a> {
    let still_below = |current: Current| match current {
        Current::Known { low, .. } => low < level,
        Current::Unanswered => true,
        Current::NotApplicable => false,
    };
    let verdict = |id: &IndicatorId| {
        let verdicts = subjects.iter().filter(|(_, current)| still_below(*current)).map(|(part, _)| said.verdict(id, *part));
        verdicts.filter(|verdict| !verdict.is_fulfilled()).min()
    };
    let indicators = asked
        .indicators(practice, level)
        .into_iter()
        .filter_map(|asked| Some(MissingIndicator { verdict: verdict(&asked.indicator.id)?, asked }))
        .collect();
    let actions = practice.guide(level).map_or(&[][..], |guide| &guide.actions);
    MissingLevel { level, actions, indicators }
}
