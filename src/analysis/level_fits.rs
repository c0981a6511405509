//! What each level of a practice's scale means for it: met, near, missing, or more than needed.

use super::{Current, Exact, PracticeResult};
use crate::model::Level;

/// What a level means for a practice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LevelFit {
    /// Reached, and needed.
    Met,
    /// Reached, and needed; but only if what is assumed is true.
    Assumed,
    /// Reached, and more than the target asks for.
    Beyond,
    /// Needed, and missed by a single statement.
    Near,
    /// Needed, and not reached.
    Missing,
    /// Not known: too much is still unanswered.
    Open,
    /// Not reached, and nothing asks for it.
    NotNeeded,
    /// The practice makes no sense for this system.
    NotApplicable,
}

impl LevelFit {
    /// All, in the order in which they are explained.
    pub const ALL: [Self; 8] =
        [Self::Met, Self::Assumed, Self::Near, Self::Missing, Self::Open, Self::Beyond, Self::NotNeeded, Self::NotApplicable];

    /// What a level means for a practice. Needed is what the target or something outside asks for; where nobody set a target,
    /// nothing reached is more than needed.
    #[must_use]
    pub fn of(result: &PracticeResult, level: Level) -> Self {
        let is_needed = result.goal().is_some_and(|goal| level <= goal);
        let (low, high) = match result.standing.current {
            Current::NotApplicable => return Self::NotApplicable,
            Current::Unanswered if is_needed => return Self::Open,
            Current::Unanswered => return Self::NotNeeded,
            Current::Known { exact: Exact::Shares(shares), .. } => shares.of_level(level),
            Current::Known { low, high, .. } => (low, high),
        };
        let is_near = result.standing.near_miss.as_ref().is_some_and(|near| near.level == level);
        if level <= low {
            match result.goal() {
                Some(goal) if level > goal => Self::Beyond,
                _ if !is_sure(result, level) => Self::Assumed,
                _ => Self::Met,
            }
        } else if level <= high {
            Self::Open
        } else if !is_needed {
            Self::NotNeeded
        } else if is_near {
            Self::Near
        } else {
            Self::Missing
        }
    }
}

/// Whether a level that is reached is so without what is only assumed; of shares, that level by itself.
fn is_sure(result: &PracticeResult, level: Level) -> bool {
    match result.sure_at().and_then(Current::shares) {
        Some(shares) => shares.of_level(level).0 >= level,
        None => result.sure().is_none_or(|sure| level <= sure),
    }
}
