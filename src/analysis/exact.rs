//! Where a practice stands where its rule says more than a whole level: exact, from what holds in any case to what is still possible.

use crate::model::{Amount, Fraction, Level, Practice, Questionnaire};

/// What a model's rule says beside a whole level. Where it says more, the level is the highest one that is reached in full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exact {
    /// The whole level is all there is.
    Level,
    /// A fraction from 0 to the top.
    Amount {
        /// Holds in any case.
        low: Amount,
        /// Holds if everything that is still open turned out well.
        high: Amount,
        /// The most there is.
        of: Amount,
    },
    /// A share of each level; there is no single level.
    Shares(Shares),
}

/// The most levels above 0 that a scale has.
pub(super) const MOST: usize = 10;

/// What share of each level holds, from 1 up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shares {
    of: [Option<(Fraction, Fraction)>; MOST],
    top: u8,
}

impl Shares {
    /// Each level that asks for anything, from 1 up, with the share that holds in any case, and that which does if everything that is
    /// still open turned out well; `None` at one that asks for nothing.
    pub fn levels(&self) -> impl Iterator<Item = (Level, Option<(Fraction, Fraction)>)> + '_ {
        Level::NONE.up_to(Level::new(self.top)).zip(self.of)
    }

    /// Of a practice of which nothing is known: all that is asked counts from nothing to all of it. Of one that is rated as a whole, each
    /// level does.
    pub(super) fn of_nothing(practice: &Practice, asked: &Questionnaire) -> Self {
        let (mut of, top) = ([None; MOST], asked.model().top());
        let is_rated = asked.model().is_rated(practice);
        for (share, level) in of.iter_mut().zip(Level::NONE.up_to(top)) {
            let asks = is_rated || !asked.indicators(practice, level).is_empty();
            *share = asks.then_some((Fraction::ZERO, Fraction::ONE));
        }
        Self { of, top: top.number() }
    }

    /// What a level that is set or rated says, at least `low` and at most `high`: all of each level up to there, and nothing above. Where
    /// what is asked can't say that, since some levels ask for nothing, each level does.
    fn of_levels(self, low: Level, high: Level) -> Self {
        let part = |up_to: Level, at: Level| if at <= up_to { Fraction::ONE } else { Fraction::ZERO };
        let of_some = |asks: &dyn Fn(Option<(Fraction, Fraction)>) -> bool| {
            let mut of = self.of;
            for (it, at) in of.iter_mut().zip(Level::NONE.up_to(Level::new(self.top))) {
                *it = asks(*it).then(|| (part(low, at), part(high, at)));
            }
            Self { of, top: self.top }
        };
        let asked = of_some(&|it| it.is_some());
        let says_it = asked.of.iter().any(Option::is_some) && asked.complete() == (low, high);
        if says_it { asked } else { of_some(&|_| true) }
    }

    /// Of several, level by level: what `of_level` makes of those that ask for anything there.
    pub(super) fn together(
        all: &[Self],
        of_level: impl Fn(&mut dyn Iterator<Item = (Fraction, Fraction)>) -> Option<(Fraction, Fraction)>,
    ) -> Option<Self> {
        let top = all.first()?.top;
        let mut of = [None; MOST];
        for (place, share) in of.iter_mut().enumerate() {
            *share = of_level(&mut all.iter().filter_map(|one| one.of.get(place).copied().flatten()));
        }
        Some(Self { of, top })
    }

    /// The highest level up to which everything holds in any case, and if everything that is open turned out well.
    #[must_use]
    pub fn complete(&self) -> (Level, Level) {
        let up_to = |is_full: fn(&(Fraction, Fraction)) -> bool| {
            let full = self.levels().take_while(|(_, share)| share.as_ref().is_none_or(is_full));
            full.last().map_or(Level::NONE, |(level, _)| level)
        };
        (up_to(|(low, _)| *low == Fraction::ONE), up_to(|(_, high)| *high == Fraction::ONE))
    }

    /// A level by itself, as if it were the only one: that level where all of it holds, in any case and at best, or else the one below.
    pub(super) fn of_level(&self, level: Level) -> (Level, Level) {
        let Some((low, high)) = self.levels().find(|(at, _)| *at == level).and_then(|(_, share)| share) else {
            return self.complete();
        };
        let up_to = |share: Fraction| if share == Fraction::ONE { level } else { level.below() };
        (up_to(low), up_to(high))
    }

    fn is_settled(&self) -> bool {
        self.of.iter().flatten().all(|(low, high)| low == high)
    }

    /// The quick answer `level` beside it: all of it and of what lies below, nothing above, as far as is possible.
    fn beside_quick(mut self, level: Level) -> Self {
        for (at, share) in Level::NONE.up_to(Level::new(self.top)).zip(&mut self.of) {
            let said = if at <= level { Fraction::ONE } else { Fraction::ZERO };
            *share = share.map(|(low, high)| (said.clamp(low, high), said.clamp(low, high)));
        }
        self
    }
}

/// Where the statements of a practice lead if each is worth so much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Point {
    /// To a level.
    Level(Level),
    /// To a fraction, and the most there is.
    Amount(Amount, Amount),
    /// To a share of each level.
    Shares([Option<Fraction>; MOST], u8),
}

impl Point {
    /// The highest level that is reached in full.
    pub(super) fn level(self) -> Level {
        match self {
            Self::Level(level) => level,
            Self::Amount(amount, _) => level_in(amount),
            Self::Shares(of, top) => Shares { of: of.map(|share| share.map(|it| (it, it))), top }.complete().0,
        }
    }
}

impl Exact {
    /// From what holds in any case to what is possible.
    pub(super) fn between(low: Point, high: Point) -> Self {
        match (low, high) {
            (Point::Amount(low, of), Point::Amount(high, _)) => Self::Amount { low, high, of },
            (Point::Shares(low, top), Point::Shares(high, _)) => {
                let mut of = [None; MOST];
                for ((share, low), high) in of.iter_mut().zip(low).zip(high) {
                    *share = low.zip(high);
                }
                Self::Shares(Shares { of, top })
            }
            _ => Self::Level,
        }
    }

    /// What a rating, or a level that is set by hand, says of a practice that could stand so if nothing were known of it.
    pub(super) fn of_levels(self, low: Level, high: Level) -> Self {
        match self {
            Self::Level => Self::Level,
            Self::Amount { of, .. } => {
                let [low, high] = [low, high].map(|level| Amount::whole(level.number()));
                Self::Amount { low, high, of }
            }
            Self::Shares(shares) => Self::Shares(shares.of_levels(low, high)),
        }
    }

    /// The quick answer beside what statements leave possible; `None` where there is nothing but whole levels.
    pub(super) fn beside_quick(self, level: Level) -> Self {
        match self {
            Self::Level => Self::Level,
            Self::Amount { low, high, of } => {
                let said = Amount::whole(level.number()).clamp(low, high);
                Self::Amount { low: said, high: said, of }
            }
            Self::Shares(shares) => Self::Shares(shares.beside_quick(level)),
        }
    }

    /// Whether it is not a range; whether the level is one is said by that.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        match self {
            Self::Level => true,
            Self::Amount { low, high, .. } => low == high,
            Self::Shares(shares) => shares.is_settled(),
        }
    }

    /// The highest levels that are reached in full, in any case and at best; `None` where there is nothing but whole levels.
    pub(super) fn levels(&self) -> Option<(Level, Level)> {
        match self {
            Self::Level => None,
            Self::Amount { low, high, .. } => Some((level_in(*low), level_in(*high))),
            Self::Shares(shares) => Some(shares.complete()),
        }
    }
}

/// The highest level that an amount reaches.
pub(super) fn level_in(amount: Amount) -> Level {
    Level::new(u8::try_from(amount.floor()).unwrap_or(u8::MAX))
}
