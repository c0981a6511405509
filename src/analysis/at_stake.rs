//! How it stands where most is at stake.

use super::PracticeOverview;
use crate::model::Level;

/// The practices of which the highest level is asked, in numbers. Those without an answer or a target are not among them: they have
/// no gap that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MostAtStake {
    /// The highest level that is asked of any practice.
    pub level: Level,
    /// Of how many practices it is asked.
    pub all: usize,
    /// How many of these are known to lie below their target.
    pub short: usize,
    /// How many more of these may.
    pub may: usize,
}

/// Of how many practices the highest level is asked, and how many of them fall short.
pub fn most_at_stake<'a>(all: impl Iterator<Item = &'a PracticeOverview>) -> MostAtStake {
    let mut most = MostAtStake { level: Level::NONE, all: 0, short: 0, may: 0 };
    for (level, gap) in all.filter_map(|it| Some((it.consequence.as_ref()?.level, it.result.gap?))) {
        if level > most.level || most.all == 0 {
            most = MostAtStake { level, all: 0, short: 0, may: 0 };
        }
        if level == most.level {
            most.all += 1;
            most.short += usize::from(gap.least > 0);
            most.may += usize::from(gap.least <= 0 && gap.most > 0);
        }
    }
    most
}
