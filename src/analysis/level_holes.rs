//! Where a higher level's indicators are met while a lower one's are not: worth a kind question, since either something was
//! overlooked or something else does the job.

use super::{Assessment, Verdict};
use crate::model::{AskedIndicator, Level, Practice};
use crate::session::PartId;

/// An indicator that is not met although most of a higher level is.
#[derive(Clone, Debug, PartialEq)]
pub struct LevelHole<'a> {
    /// The indicator that is not met.
    pub asked: AskedIndicator<'a>,
    /// The level it belongs to.
    pub level: Level,
    /// The lowest higher level of which at least half is met.
    pub met_above: Level,
}

/// The holes of a practice, for the whole system or a part, the lowest first.
#[must_use]
pub fn holes<'a>(assessment: &Assessment<'a>, practice: &'a Practice, part: Option<&PartId>) -> Vec<LevelHole<'a>> {
    let (asked, said) = (assessment.asked, &assessment.said);
    let levels: Vec<Level> = Level::NONE.up_to(asked.model().top()).collect();
    let verdicts = |level: Level| {
        let indicators = asked.indicators(practice, level).into_iter();
        indicators.filter_map(|it| Some((said.verdict_of(it.indicator, part)?, it))).collect::<Vec<_>>()
    };
    let mostly_met = |level: &&Level| {
        let applicable: Vec<_> = verdicts(**level).into_iter().filter(|(it, _)| *it != Verdict::NotApplicable).collect();
        let met = applicable.iter().filter(|(it, _)| it.is_fulfilled()).count();
        met > 0 && met * 2 >= applicable.len()
    };
    let met: Vec<Level> = levels.iter().filter(mostly_met).copied().collect();
    let of_level = |level: &Level| {
        let met_above = met.iter().find(|above| *above > level).copied();
        let missed = verdicts(*level).into_iter().filter(|(it, _)| it.is_missed());
        let level = *level;
        met_above.into_iter().flat_map(move |met_above| {
            missed.clone().map(move |(_, asked)| LevelHole { asked, level, met_above }).collect::<Vec<_>>()
        })
    };
    levels.iter().flat_map(of_level).collect()
}
