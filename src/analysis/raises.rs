//! Which statement raises a practice most, by the rule of its model.

use super::current::of_subjects;
use super::{Assessment, PracticeResult, Verdict};
use crate::model::{Amount, IndicatorId, Level, LevelRule};

/// The statement that raises a practice most once it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raise {
    /// The statement.
    pub indicator: IndicatorId,
    /// Its level.
    pub level: Level,
    /// By how much: levels, or a part of the share of its level.
    pub by: Amount,
}

/// The statement that is known not to hold, or is open, and raises the practice most once it does, by as much as is shown so far; the first
/// of several. Where a level needs all below it, the one that alone leads to the next. Nothing where parts are told apart, since each has
/// its own, or where none raises it.
#[must_use]
pub fn raises_most(assessment: &Assessment<'_>, result: &PracticeResult) -> Option<Raise> {
    let practice = assessment.asked.model().practice(&result.practice)?;
    let hearing = assessment.hearing(practice);
    if hearing.is_rated || hearing.set(None).is_some() || of_subjects(&hearing).len() > 1 {
        return None;
    }
    let near = |near: &super::NearMiss| Raise { indicator: near.indicator.clone(), level: near.level, by: Amount::whole(1_u8) };
    if !hearing.scoring.level.is_added_up() {
        return result.standing.near_miss.as_ref().map(near);
    }
    let goal = if hearing.scoring.level == LevelRule::Share { result.goal().unwrap_or(hearing.top()) } else { hearing.top() };
    let mut most: Option<Raise> = None;
    for (level, indicators) in hearing.levels.iter().filter(|(level, _)| *level <= goal) {
        let heard = || indicators.iter().filter_map(|it| Some((it, it.heard(None)?.verdict)));
        let apply = || heard().filter(|(_, verdict)| *verdict != Verdict::NotApplicable);
        let count = Amount::whole(apply().count() as u128);
        for (it, verdict) in apply() {
            let worth = verdict.worth().map_or(Amount::ZERO, Amount::from);
            let by = Amount::whole(1_u8).less(worth).over(count);
            if most.as_ref().map_or(Amount::ZERO, |most| most.by) < by {
                most = Some(Raise { indicator: it.asked.indicator.id.clone(), level: *level, by });
            }
        }
    }
    most
}
