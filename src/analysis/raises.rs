//! Which statement raises a practice most, by the rule of its model.

use super::practice_answers::ConsolidatedIndicator;
use super::{Assessment, Basis, Current, PracticeResult, Verdict};
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
    let &[part] = hearing.subjects.as_slice() else { return None };
    // By the quick pass it is not known which statements hold.
    let is_quick = matches!(result.standing.current, Current::Known { basis: Basis::Quick, .. });
    if hearing.is_rated || hearing.set(None).is_some() || hearing.set(part).is_some() || is_quick {
        return None;
    }
    let near = |near: &super::NearMiss| Raise { indicator: near.indicator.clone(), level: near.level, by: Amount::whole(1_u8) };
    if !hearing.scoring.level.is_added_up() {
        return result.standing.near_miss.as_ref().map(near);
    }
    let goal = if hearing.scoring.level == LevelRule::Share { result.goal().unwrap_or(hearing.top()) } else { hearing.top() };
    let mut most: Option<Raise> = None;
    let apply = |indicators: &'_ [ConsolidatedIndicator<'_, '_>]| {
        let heard = indicators.iter().filter_map(|it| it.heard(part)).map(|heard| heard.verdict);
        heard.filter(|verdict| *verdict != Verdict::NotApplicable).count()
    };
    for (place, (level, indicators)) in hearing.levels.iter().enumerate().filter(|(_, (level, _))| *level <= goal) {
        let count = Amount::whole(apply(indicators) as u128);
        // What is added up passes through levels above that ask for nothing: each of these adds as much again.
        let passed = hearing.levels.iter().skip(place + 1).take_while(|(_, above)| apply(above) == 0).count();
        let times = if hearing.scoring.level == LevelRule::Sum { Amount::whole(1 + passed as u128) } else { Amount::whole(1_u8) };
        for it in indicators {
            let Some(verdict) = it.heard(part).map(|heard| heard.verdict).filter(|it| *it != Verdict::NotApplicable) else {
                continue;
            };
            let worth = verdict.worth().map_or(Amount::ZERO, Amount::from);
            let by = Amount::whole(1_u8).less(worth).over(count).times(times);
            if most.as_ref().map_or(Amount::ZERO, |most| most.by) < by {
                most = Some(Raise { indicator: it.asked.indicator.id.clone(), level: *level, by });
            }
        }
    }
    most
}
