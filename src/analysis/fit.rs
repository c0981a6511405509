//! How what is done fits what is needed. Above the target is *more than needed*, never “better”.

use super::Current;
use crate::model::{Level, Scope};

/// Target minus current, in levels: a range while the current level is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The gap if everything that is still open turned out well; negative when more is done than needed.
    pub least: i16,
    /// The gap as far as is shown so far.
    pub most: i16,
}

/// How a practice's current level fits its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// Nobody said how much is enough.
    NoTarget,
    /// Nobody said where it stands.
    Unanswered,
    /// The practice makes no sense for this system.
    NotApplicable,
    /// Too little is done.
    Short,
    /// Just what is needed.
    OnTarget,
    /// More is done than needed.
    More,
    /// Too much is still open to tell.
    Open,
}

impl Gap {
    /// The gap between a target and a current state; `None` when one of them is not there.
    #[must_use]
    pub fn between(target: Option<Level>, current: Current) -> Option<Self> {
        match (target, current) {
            (Some(target), Current::Known { low, high, .. }) => Some(Self { least: target.above(high), most: target.above(low) }),
            _ => None,
        }
    }
}

impl Fit {
    /// The fit of a current state to a target.
    #[must_use]
    pub fn of(target: Option<Level>, current: Current) -> Self {
        match (target, current, Gap::between(target, current)) {
            (_, Current::NotApplicable, _) => Self::NotApplicable,
            (None, ..) => Self::NoTarget,
            (_, _, None) => Self::Unanswered,
            (_, _, Some(Gap { least: 0, most: 0 })) => Self::OnTarget,
            (_, _, Some(Gap { least: 1.., .. })) => Self::Short,
            (_, _, Some(Gap { most: ..=-1, .. })) => Self::More,
            _ => Self::Open,
        }
    }
}

/// How the scope in place fits the scope needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScopeFit {
    /// One of them is not known.
    Unknown,
    /// What is in place is less specific than needed.
    TooGeneral,
    /// As specific as needed, or more.
    Fits,
}

impl ScopeFit {
    /// The fit of a scope in place to the scope needed.
    #[must_use]
    pub fn of(target: Option<Scope>, current: Option<Scope>) -> Self {
        match (target, current) {
            (Some(target), Some(current)) if current < target => Self::TooGeneral,
            (Some(_), Some(_)) => Self::Fits,
            _ => Self::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Basis;

    fn known(low: u8, high: u8) -> Current {
        Current::Known {
            low: Level::new(low),
            high: Level::new(high),
            basis: Basis::Indicators,
            exact: crate::analysis::Exact::Level,
        }
    }

    #[test]
    fn the_fit_follows_from_the_gap() {
        let target = Some(Level::new(2));
        for (current, fit) in [
            (known(0, 1), Fit::Short),
            (known(2, 2), Fit::OnTarget),
            (known(3, 4), Fit::More),
            (known(1, 3), Fit::Open),
            (known(0, 2), Fit::Open),
            (known(2, 4), Fit::Open),
            (Current::Unanswered, Fit::Unanswered),
            (Current::NotApplicable, Fit::NotApplicable),
        ] {
            assert_eq!(Fit::of(target, current), fit, "{current:?}");
        }
        assert_eq!(Fit::of(None, known(2, 2)), Fit::NoTarget);
        assert_eq!(Gap::between(target, known(0, 4)), Some(Gap { least: -2, most: 2 }));
    }

    #[test]
    fn more_specific_than_needed_fits() {
        assert_eq!(ScopeFit::of(Some(Scope::Industry), Some(Scope::General)), ScopeFit::TooGeneral);
        assert_eq!(ScopeFit::of(Some(Scope::Industry), Some(Scope::System)), ScopeFit::Fits);
        assert_eq!(ScopeFit::of(None, Some(Scope::System)), ScopeFit::Unknown);
    }
}
