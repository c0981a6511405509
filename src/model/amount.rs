//! Exact numbers: what an answer is worth, and where a practice stands where its rule gives more than a whole level.
//!
//! Fractions of whole numbers, never floats: whether something is reached must not hang on how a machine rounds.

use std::cmp::Ordering;
use std::fmt;

/// A part of a whole, from 0 to 1, as a fraction in lowest terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fraction {
    numerator: u32,
    denominator: u32,
}

impl Fraction {
    /// Nothing.
    pub const ZERO: Self = Self { numerator: 0, denominator: 1 };
    /// Half.
    pub const HALF: Self = Self { numerator: 1, denominator: 2 };
    /// All of it.
    pub const ONE: Self = Self { numerator: 1, denominator: 1 };
    /// The largest denominator that a file may name. With it, sums over all levels of the largest model stay exact.
    pub const LARGEST_DENOMINATOR: u32 = 1000;

    /// So many of so many; `None` where that is no part of a whole.
    #[must_use]
    pub fn new(numerator: u32, denominator: u32) -> Option<Self> {
        (denominator > 0 && numerator <= denominator).then(|| {
            let by = common(numerator.into(), denominator.into());
            let less = |number: u32| u128::from(number).checked_div(by).and_then(|it| u32::try_from(it).ok()).unwrap_or(number);
            Self { numerator: less(numerator), denominator: less(denominator) }
        })
    }

    /// As it stands in files: `1/2`, `0.5`, `1`.
    #[must_use]
    pub fn read(words: &str) -> Option<Self> {
        let number = |words: &str| {
            let is_plain = (1..=6).contains(&words.len()) && words.bytes().all(|byte| byte.is_ascii_digit());
            is_plain.then(|| words.parse::<u32>().ok()).flatten()
        };
        let found = if let Some((above, below)) = words.split_once('/') {
            Self::new(number(above.trim())?, number(below.trim())?)
        } else if let Some((whole, digits)) = words.split_once('.') {
            let of = 10_u32.checked_pow(u32::try_from(digits.len()).ok()?)?;
            Self::new(number(whole)?.checked_mul(of)?.checked_add(number(digits)?)?, of)
        } else {
            Self::new(number(words)?, 1)
        };
        found.filter(|it| it.denominator <= Self::LARGEST_DENOMINATOR)
    }

    /// What is nearest to an amount from 0 to 1: the same, unless it takes larger numbers than any model has statements.
    #[must_use]
    pub fn nearest(amount: Amount) -> Self {
        const GRID: u32 = 1_000_000;
        let same = u32::try_from(amount.numerator).ok().zip(u32::try_from(amount.denominator).ok());
        let same = same.and_then(|(numerator, denominator)| Self::new(numerator, denominator));
        let near = || Self::new(u32::try_from(amount.times_floor(GRID.into())).unwrap_or(GRID).min(GRID), GRID);
        same.or_else(near).unwrap_or(Self::ZERO)
    }

    /// Whether so many of so many are at least this share.
    #[must_use]
    pub fn is_reached_by(self, count: usize, of: usize) -> bool {
        let (count, of) = (count as u128, of as u128);
        count.saturating_mul(self.denominator.into()) >= of.saturating_mul(self.numerator.into())
    }

    /// In whole per cent; never a whole that is not reached.
    #[must_use]
    pub fn per_cent(self) -> u32 {
        let (numerator, denominator) = (u64::from(self.numerator), u64::from(self.denominator));
        let rounded = (numerator * 200 + denominator) / (denominator * 2);
        let most = if self == Self::ONE { 100 } else { 99 };
        u32::try_from(rounded).unwrap_or(most).min(most)
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        let of = |one: &Self, other: &Self| u64::from(one.numerator) * u64::from(other.denominator);
        of(self, other).cmp(&of(other, self))
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.denominator {
            1 => write!(f, "{}", self.numerator),
            denominator => write!(f, "{}/{denominator}", self.numerator),
        }
    }
}

/// An exact amount from 0 up, as a fraction in lowest terms.
///
/// Sums and means are exact as long as their numbers fit, which those of a practice always do. A mean over thousands of practices, each
/// of which counts in other fractions, may not; it is then the nearest multiple of a trillionth, which no figure shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Amount {
    numerator: u128,
    denominator: u128,
}

const GRID: u128 = 1_000_000_000_000;

impl Amount {
    /// Nothing.
    pub const ZERO: Self = Self { numerator: 0, denominator: 1 };

    /// A whole number.
    #[must_use]
    pub fn whole(number: impl Into<u128>) -> Self {
        Self { numerator: number.into(), denominator: 1 }
    }

    /// So much of so much; 0 of nothing.
    #[must_use]
    pub fn ratio(numerator: u128, denominator: u128) -> Self {
        let by = common(numerator, denominator).max(1);
        if denominator == 0 {
            return Self::ZERO;
        }
        Self { numerator: numerator / by, denominator: denominator / by }
    }

    /// Both together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        self.checked_plus(other).or_else(|| self.on_grid().checked_plus(other.on_grid())).unwrap_or(self)
    }

    fn checked_plus(self, other: Self) -> Option<Self> {
        let by = common(self.denominator, other.denominator);
        let (mine, others) = (other.denominator.checked_div(by)?, self.denominator.checked_div(by)?);
        let above = self.numerator.checked_mul(mine)?.checked_add(other.numerator.checked_mul(others)?)?;
        Some(Self::ratio(above, self.denominator.checked_mul(mine)?))
    }

    /// What is left without the other; nothing where that is more.
    #[must_use]
    pub fn less(self, other: Self) -> Self {
        self.checked_less(other).or_else(|| self.on_grid().checked_less(other.on_grid())).unwrap_or(Self::ZERO)
    }

    fn checked_less(self, other: Self) -> Option<Self> {
        let by = common(self.denominator, other.denominator);
        let (mine, others) = (other.denominator.checked_div(by)?, self.denominator.checked_div(by)?);
        let above = self.numerator.checked_mul(mine)?.saturating_sub(other.numerator.checked_mul(others)?);
        Some(Self::ratio(above, self.denominator.checked_mul(mine)?))
    }

    /// So many times as much.
    #[must_use]
    pub fn times(self, other: Self) -> Self {
        self.checked_times(other).or_else(|| self.on_grid().checked_times(other.on_grid())).unwrap_or(self)
    }

    fn checked_times(self, other: Self) -> Option<Self> {
        // Against the other's denominator first, so that less of it overflows.
        let (one, two) = (Self::ratio(self.numerator, other.denominator), Self::ratio(other.numerator, self.denominator));
        Some(Self::ratio(one.numerator.checked_mul(two.numerator)?, one.denominator.checked_mul(two.denominator)?))
    }

    /// Divided by another; nothing where that is nothing.
    #[must_use]
    pub fn over(self, other: Self) -> Self {
        self.times(Self::ratio(other.denominator, other.numerator))
    }

    /// The mean of some; `None` of none.
    #[must_use]
    pub fn mean(all: impl Iterator<Item = Self>) -> Option<Self> {
        Self::weighted_mean(all.map(|amount| (Self::whole(1_u8), amount)))
    }

    /// The mean of some, each of which counts with a weight; `None` where nothing counts.
    #[must_use]
    pub fn weighted_mean(all: impl Iterator<Item = (Self, Self)>) -> Option<Self> {
        let add =
            |(weights, sum): (Self, Self), (weight, amount): (Self, Self)| (weights.plus(weight), sum.plus(weight.times(amount)));
        let (weights, sum) = all.fold((Self::ZERO, Self::ZERO), add);
        (weights > Self::ZERO).then(|| sum.over(weights))
    }

    /// The largest whole number in it.
    #[must_use]
    pub fn floor(self) -> u128 {
        self.numerator.checked_div(self.denominator).unwrap_or_default()
    }

    /// The largest whole number in so many times as much.
    fn times_floor(self, times: u128) -> u128 {
        let (mut rest, mut of) = (self.numerator.checked_rem(self.denominator).unwrap_or_default(), self.denominator);
        while of > 1 << 80 {
            (rest, of) = (rest >> 1, of >> 1);
        }
        let part = rest.saturating_mul(times).checked_div(of).unwrap_or_default();
        self.floor().saturating_mul(times).saturating_add(part)
    }

    fn on_grid(self) -> Self {
        Self::ratio(self.times_floor(GRID), GRID)
    }

    /// As a fraction in lowest terms, `7/3`, or a whole number.
    #[must_use]
    pub fn as_fraction(self) -> String {
        match self.denominator {
            1 => self.numerator.to_string(),
            denominator => format!("{}/{denominator}", self.numerator),
        }
    }

    /// In tenths, to be shown; rounded, but never up to a whole number that is not reached.
    #[must_use]
    pub fn tenths(self) -> u128 {
        let rounded = self.times_floor(20).saturating_add(1) / 2;
        if rounded / 10 > self.floor() { self.floor().saturating_mul(10).saturating_add(9) } else { rounded }
    }
}

impl From<Fraction> for Amount {
    fn from(it: Fraction) -> Self {
        Self { numerator: it.numerator.into(), denominator: it.denominator.into() }
    }
}

impl Ord for Amount {
    fn cmp(&self, other: &Self) -> Ordering {
        // Whole numbers first, then what is left the other way round: nothing is multiplied, so nothing overflows.
        let (mut one, mut two) = ((self.numerator, self.denominator), (other.numerator, other.denominator));
        loop {
            let whole =
                |of: (u128, u128)| (of.0.checked_div(of.1).unwrap_or_default(), of.0.checked_rem(of.1).unwrap_or_default());
            let ((first, rest), (second, other_rest)) = (whole(one), whole(two));
            match (first.cmp(&second), rest, other_rest) {
                (Ordering::Equal, 0, 0) => return Ordering::Equal,
                (Ordering::Equal, 0, _) => return Ordering::Less,
                (Ordering::Equal, _, 0) => return Ordering::Greater,
                (Ordering::Equal, ..) => (one, two) = ((two.1, other_rest), (one.1, rest)),
                (differ, ..) => return differ,
            }
        }
    }
}

impl PartialOrd for Amount {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tenths = self.tenths();
        write!(f, "{}.{}", tenths / 10, tenths % 10)
    }
}

/// The largest number that divides both.
fn common(one: u128, other: u128) -> u128 {
    let (mut one, mut other) = (one, other);
    while let Some(rest) = one.checked_rem(other) {
        (one, other) = (other, rest);
    }
    one
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(numerator: u128, denominator: u128) -> Amount {
        Amount::ratio(numerator, denominator)
    }

    #[test]
    fn a_fraction_is_read_exactly_or_not_at_all() {
        let read = |words: &str| Fraction::read(words).map(|it| it.to_string());
        for (words, expected) in
            [("1/2", "1/2"), ("0.5", "1/2"), ("2/4", "1/2"), ("1", "1"), ("0", "0"), ("0.333", "333/1000"), ("1.0", "1")]
        {
            assert_eq!(read(words).as_deref(), Some(expected), "{words}");
        }
        for bad in
            ["", "1/0", "3/2", "1.5", "-1", "+1", "0.3333", "1/2/3", "half", "1e-3", ".5", "1/1001", "99999999999/99999999999"]
        {
            assert_eq!(read(bad), None, "{bad}");
        }
    }

    #[test]
    fn thirds_make_a_whole() {
        assert_eq!(of(1, 3).plus(of(1, 3)).plus(of(1, 3)), Amount::whole(1_u8));
        assert_eq!(Amount::mean([of(1, 3), of(1, 2), of(2, 3)].into_iter()), Some(of(1, 2)));
        assert_eq!(Amount::weighted_mean([(of(3, 1), of(1, 1)), (of(1, 1), of(0, 1))].into_iter()), Some(of(3, 4)));
        assert_eq!(Amount::mean(std::iter::empty()), None);
    }

    #[test]
    fn what_is_shown_never_claims_a_whole_that_is_not_reached() {
        let shown = |amount: Amount| amount.to_string();
        assert_eq!((shown(of(12, 5)), shown(of(2, 3)), shown(of(299, 100))), ("2.4".into(), "0.7".into(), "2.9".into()));
        assert_eq!((shown(of(3, 1)), shown(of(1, 20)), shown(Amount::ZERO)), ("3.0".into(), "0.1".into(), "0.0".into()));
        let per_cent = |numerator, denominator| Fraction::new(numerator, denominator).map(Fraction::per_cent);
        assert_eq!(
            (per_cent(999, 1000), per_cent(1, 3), per_cent(2, 3), per_cent(1, 1)),
            (Some(99), Some(33), Some(67), Some(100))
        );
    }

    #[test]
    fn amounts_are_compared_without_overflow() {
        let large = u128::MAX;
        assert!(of(large - 1, large) < Amount::whole(1_u8));
        assert!(of(large - 2, large - 1) < of(large - 1, large));
        assert!(of(1, 3) < of(1, 2) && of(7, 2) > of(10, 3));
        assert_eq!(of(2, 4).cmp(&of(1, 2)), Ordering::Equal);
    }

    #[test]
    fn what_takes_too_large_numbers_is_right_to_a_trillionth() {
        let primes = [10_007_u128, 10_009, 10_037, 10_039, 10_061, 10_067, 10_069, 10_079, 10_091, 10_093, 10_099, 10_103];
        let sum = primes.iter().fold(Amount::ZERO, |sum, prime| sum.plus(of(prime - 1, *prime)));
        assert!(sum < Amount::whole(12_u8) && of(119_988, 10_000) < sum, "{sum:?}");
    }
}
