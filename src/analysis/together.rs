//! Where several parts of a system stand together: as the lowest of them or, where the model says so, at their mean.

use super::current::{Current, NearMiss, Standing};
use super::exact::{Exact, Shares};
use crate::model::{Amount, Fraction, Level, RollupRule};
use crate::session::PartId;

/// How low a part stands, the lowest first; then those about which nobody knows, then those to which it does not apply.
pub(super) fn rank(current: Current) -> (u8, Amount, Amount) {
    match (current, current.height()) {
        (Current::Known { .. }, Some((low, high))) => (0, low, high),
        (Current::Known { .. } | Current::Unanswered, _) => (1, Amount::ZERO, Amount::ZERO),
        (Current::NotApplicable, _) => (2, Amount::ZERO, Amount::ZERO),
    }
}

impl Current {
    /// From what holds in any case to what is possible, as exactly as it is known; of shares, as whole levels.
    #[must_use]
    pub fn amounts(self) -> Option<(Amount, Amount)> {
        match self {
            Self::Known { exact: Exact::Amount { low, high, .. }, .. } => Some((low, high)),
            Self::Known { low, high, .. } => Some((Amount::whole(low.number()), Amount::whole(high.number()))),
            Self::Unanswered | Self::NotApplicable => None,
        }
    }

    /// How high it stands beside another one of the same practice: the exact amounts, or all shares together.
    #[must_use]
    pub fn height(self) -> Option<(Amount, Amount)> {
        let Some(shares) = self.shares() else { return self.amounts() };
        let add =
            |(lows, highs): (Amount, Amount), (low, high): (Fraction, Fraction)| (lows.plus(low.into()), highs.plus(high.into()));
        Some(shares.levels().filter_map(|(_, share)| share).fold((Amount::ZERO, Amount::ZERO), add))
    }

    /// Whether it has at least all that another one of the same practice has in any case, level by level where these have shares; `None`
    /// where that is not known, or one of them is no level.
    #[must_use]
    pub fn has_at_least(self, other: Self) -> Option<bool> {
        let all: Vec<(bool, bool)> = match (self.shares(), other.shares()) {
            (Some(mine), Some(others)) => {
                let both = mine.levels().zip(others.levels()).filter_map(|((_, mine), (_, others))| mine.zip(others));
                both.map(|((low, high), (least, _))| (low >= least, high >= least)).collect()
            }
            _ => {
                let ((low, high), (least, _)) = self.height().zip(other.height())?;
                vec![(low >= least, high >= least)]
            }
        };
        if all.iter().all(|(is_sure, _)| *is_sure) {
            Some(true)
        } else {
            all.iter().any(|(_, is_possible)| !is_possible).then_some(false)
        }
    }

    /// How far it lies apart from another one of the same practice in any case, whatever is still open; the furthest of their levels where
    /// these have shares.
    #[must_use]
    pub fn apart_from(self, other: Self) -> Amount {
        let apart = |(low, high): (Amount, Amount), (least, most): (Amount, Amount)| low.less(most).max(least.less(high));
        match (self.shares(), other.shares()) {
            (Some(mine), Some(others)) => {
                let both = mine.levels().zip(others.levels()).filter_map(|((_, mine), (_, others))| mine.zip(others));
                let amounts = |(low, high): (Fraction, Fraction)| (low.into(), high.into());
                both.map(|(mine, others)| apart(amounts(mine), amounts(others))).max().unwrap_or(Amount::ZERO)
            }
            _ => self.height().zip(other.height()).map_or(Amount::ZERO, |(mine, others)| apart(mine, others)),
        }
    }

    /// The share of each level, where the model's rule gives shares.
    #[must_use]
    pub fn shares(self) -> Option<Shares> {
        match self {
            Self::Known { exact: Exact::Shares(shares), .. } => Some(shares),
            _ => None,
        }
    }
}

/// Where several parts stand together.
pub(super) fn together(parts: impl Iterator<Item = Current> + Clone, rollup: RollupRule, top: Level) -> Current {
    let some_open = parts.clone().any(|current| current == Current::Unanswered);
    let known = || parts.clone().filter(|current| matches!(current, Current::Known { .. }));
    let lowest = parts.clone().min_by_key(|current| rank(*current));
    let Some(Current::Known { low, basis, .. }) = lowest else { return lowest.unwrap_or(Current::Unanswered) };
    if known().nth(1).is_none() && !some_open {
        return lowest.unwrap_or(Current::Unanswered);
    }
    let exact = exactly(
        &known().collect::<Vec<_>>(),
        some_open,
        rollup,
        top,
        parts.clone().filter(|it| *it == Current::Unanswered).count(),
    );
    let low = if some_open { Level::NONE } else { low };
    let high = known().filter_map(Current::high).min().unwrap_or(low);
    let (low, high) = exact.levels().unwrap_or((low, high));
    Current::Known { low, high, basis, exact }
}

/// What is more than whole levels of parts that are known, beside so many others of which nothing is.
fn exactly(known: &[Current], some_open: bool, rollup: RollupRule, top: Level, open: usize) -> Exact {
    let is_mean = rollup != RollupRule::Lowest;
    let shares: Vec<Shares> = known.iter().filter_map(|current| current.shares()).collect();
    if shares.len() == known.len() {
        let of_level = |all: &mut dyn Iterator<Item = (Fraction, Fraction)>| shares_together(all, is_mean, open);
        return Shares::together(&shares, of_level).map_or(Exact::Level, Exact::Shares);
    }
    let amounts = || known.iter().filter_map(|current| current.amounts());
    if is_mean {
        let nothing = (Amount::ZERO, Amount::whole(top.number()));
        let all = || amounts().chain(std::iter::repeat_n(nothing, open));
        let (low, high) = (Amount::mean(all().map(|(low, _)| low)), Amount::mean(all().map(|(_, high)| high)));
        return low.zip(high).map_or(Exact::Level, |(low, high)| Exact::Amount { low, high, of: Amount::whole(top.number()) });
    }
    if known.iter().any(|current| matches!(current, Current::Known { exact: Exact::Amount { .. }, .. })) {
        let (low, high) = (amounts().map(|(low, _)| low).min(), amounts().map(|(_, high)| high).min());
        let low = if some_open { Some(Amount::ZERO) } else { low };
        return low.zip(high).map_or(Exact::Level, |(low, high)| Exact::Amount { low, high, of: Amount::whole(top.number()) });
    }
    Exact::Level
}

/// The shares of one level in several parts, or practices, beside so many others of which nothing is known.
pub(super) fn shares_together(
    all: &mut dyn Iterator<Item = (Fraction, Fraction)>,
    is_mean: bool,
    open: usize,
) -> Option<(Fraction, Fraction)> {
    let here: Vec<_> = all.collect();
    if here.is_empty() {
        return None;
    }
    let here = here.into_iter().chain(std::iter::repeat_n((Fraction::ZERO, Fraction::ONE), open));
    let (lows, highs): (Vec<_>, Vec<_>) = here.unzip();
    let one = |all: Vec<Fraction>| {
        let mean = || Amount::mean(all.iter().map(|share| (*share).into())).map(Fraction::nearest);
        if is_mean { mean() } else { all.iter().min().copied() }
    };
    one(lows).zip(one(highs))
}

/// What is sure of all parts; its low end holds. Of a part that only the quick pass speaks of, nothing is assumed.
pub(super) fn sure(of_parts: &[(Option<&PartId>, Standing)], rollup: RollupRule, top: Level) -> Option<Current> {
    let says_something = of_parts.iter().any(|(_, standing)| standing.sure_at.is_some());
    let all = of_parts.iter().map(|(_, standing)| standing.sure_at.unwrap_or(standing.by_rule));
    Some(together(all, rollup, top)).filter(|_| says_something)
}

/// One indicator leads to the next level only if no other part lacks anything else for it; of a mean, none does alone.
pub(super) fn near_miss_of_all(of_parts: &[(Option<&PartId>, Standing)], rollup: RollupRule) -> Option<NearMiss> {
    let is_open = |standing: &Standing| standing.current == Current::Unanswered;
    if of_parts.iter().any(|(_, standing)| is_open(standing)) || (of_parts.len() > 1 && rollup != RollupRule::Lowest) {
        return None;
    }
    let low = of_parts.iter().filter_map(|(_, standing)| standing.current.low()).min()?;
    let mut lowest = of_parts.iter().filter(|(_, standing)| standing.current.low() == Some(low));
    let first = lowest.next().and_then(|(_, standing)| standing.near_miss.as_ref())?;
    lowest.all(|(_, other)| other.near_miss.as_ref() == Some(first)).then(|| first.clone())
}
