//! How far a practice lies from its target, exactly: where its rule gives fractions, whole levels would say too much or too little.

use std::cmp::Reverse;

use super::{Current, Exact, PracticeResult};
use crate::model::Amount;

/// How far an amount lies from what is needed, from the most that it is beyond it to the most that it is short of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Apart {
    /// More is done than needed, by at least a whole level.
    More(Reverse<Amount>),
    /// So much is missing; on target where that is nothing.
    Short(Amount),
}

impl Apart {
    /// Just what is needed.
    pub const ON_TARGET: Self = Self::Short(Amount::ZERO);

    /// From a target to an amount. What lies less than a level beyond it is on target: no target says more.
    fn between(target: Amount, amount: Amount) -> Self {
        if amount.floor() > target.floor() { Self::More(Reverse(amount.less(target))) } else { Self::Short(target.less(amount)) }
    }

    /// What is missing; nothing where nothing is.
    #[must_use]
    pub fn short(self) -> Amount {
        match self {
            Self::Short(amount) => amount,
            Self::More(_) => Amount::ZERO,
        }
    }

    /// What is more than needed; nothing where nothing is.
    #[must_use]
    pub fn more(self) -> Amount {
        match self {
            Self::More(Reverse(amount)) => amount,
            Self::Short(_) => Amount::ZERO,
        }
    }
}

/// Target minus current, exactly: a range while the current state is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExactGap {
    /// If everything that is still open turned out well.
    pub least: Apart,
    /// As far as is shown so far.
    pub most: Apart,
}

impl PracticeResult {
    /// Whether its state is a fraction.
    #[must_use]
    pub fn is_fraction(&self) -> bool {
        matches!(self.exact(), Some(Exact::Amount { .. }))
    }

    /// Target minus current, exactly. Of shares it is that of the levels that are complete.
    #[must_use]
    pub fn exact_gap(&self) -> Option<ExactGap> {
        let target = Amount::whole(self.target?.number());
        let (low, high) = self.standing.current.amounts()?;
        Some(ExactGap { least: Apart::between(target, high), most: Apart::between(target, low) })
    }

    /// How far it may lie below what is needed, its target or what something outside demands, whichever is more.
    #[must_use]
    pub fn exact_distance(&self) -> Amount {
        let goal = || self.goal().map_or(Amount::ZERO, |goal| Amount::whole(goal.number()));
        match self.standing.current {
            Current::NotApplicable => Amount::ZERO,
            Current::Unanswered => goal(),
            Current::Known { .. } => {
                let below = self.standing.current.amounts().filter(|_| self.below_minimum() > 0);
                let below = below.zip(self.minimum).map(|((low, _), minimum)| Amount::whole(minimum.number()).less(low));
                self.exact_gap().map_or(Amount::ZERO, |gap| gap.most.short()).max(below.unwrap_or(Amount::ZERO))
            }
        }
    }
}
