//! The levels of one practice among many assessments: how often each is there, the lowest, the highest and the one in the middle.

use std::collections::BTreeMap;

use super::MemberStanding;
use crate::analysis::Exact;
use crate::model::Level;

/// From how many levels on one of them can lie far away from the others.
const FEWEST: usize = 5;

/// How many half levels away from the middle is far: two levels.
const FAR: u16 = 4;

/// Of so many, at most one lies far away: where more do, it is spread, and none of them is the odd one.
const ONE_OF: usize = 4;

/// How often each level is there. Only levels that are known to the end are counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LevelsAmong {
    each: BTreeMap<Level, usize>,
}

/// The level in the middle: a level, or the half between two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Median {
    /// Twice the level.
    halves: u16,
}

impl Median {
    /// The level in the middle of two, which may be the same.
    #[must_use]
    pub fn between(one: Level, other: Level) -> Self {
        Self { halves: u16::from(one.number()) + u16::from(other.number()) }
    }

    /// The level, and whether the median lies half a level above it.
    #[must_use]
    pub fn level(self) -> (u16, bool) {
        (self.halves / 2, self.halves % 2 == 1)
    }
}

impl LevelsAmong {
    /// Counts a level; what is no single level is not counted, nor is what the model's rule says more of than whole levels.
    pub(super) fn add(&mut self, stands: MemberStanding, exact: Exact) {
        if let (MemberStanding::At(level), Exact::Level) = (stands, exact) {
            *self.each.entry(level).or_default() += 1;
        }
    }

    /// How many are counted.
    #[must_use]
    pub fn count(&self) -> usize {
        self.each.values().sum()
    }

    /// How many stand at each level that is there, the lowest first.
    pub fn each(&self) -> impl Iterator<Item = (Level, usize)> + '_ {
        self.each.iter().map(|(level, count)| (*level, *count))
    }

    /// The lowest.
    #[must_use]
    pub fn min(&self) -> Level {
        self.each.keys().next().copied().unwrap_or(Level::NONE)
    }

    /// The highest.
    #[must_use]
    pub fn max(&self) -> Level {
        self.each.keys().next_back().copied().unwrap_or(Level::NONE)
    }

    /// How many levels lie between the lowest and the highest.
    #[must_use]
    pub fn spread(&self) -> i16 {
        self.max().above(self.min())
    }

    /// The one in the middle; of an even number, the middle of the two there.
    #[must_use]
    pub fn median(&self) -> Median {
        let count = self.count();
        Median::between(self.at(count.saturating_sub(1) / 2), self.at(count / 2))
    }

    /// The level that stands at a place, the lowest at 0.
    fn at(&self, place: usize) -> Level {
        let mut before = 0;
        let found = self.each().find(|(_, count)| {
            before += count;
            place < before
        });
        found.map_or_else(|| self.max(), |(level, _)| level)
    }

    /// Whether a level lies far away from the others: at least two levels from the median of at least five, where no more than one in four
    /// lie that far away. Where more do the levels are spread, and none of them stands out.
    #[must_use]
    pub fn is_outlier(&self, stands: MemberStanding) -> bool {
        let MemberStanding::At(level) = stands else { return false };
        let (count, median) = (self.count(), self.median());
        let is_far = |level: Level| (u16::from(level.number()) * 2).abs_diff(median.halves) >= FAR;
        let far: usize = self.each().filter(|(level, _)| is_far(*level)).map(|(_, count)| count).sum();
        is_far(level) && count >= FEWEST && far * ONE_OF <= count
    }
}
