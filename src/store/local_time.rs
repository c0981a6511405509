//! A moment, and which day it is where the user is.

use crate::session::Timestamp;

/// A moment, where the user is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    /// The moment.
    pub at: Timestamp,
    /// How many minutes the clocks there are ahead of universal time.
    pub ahead: i32,
}

impl When {
    /// The day of a moment here, counted in days.
    pub(super) fn day(self, at: Timestamp) -> i64 {
        at.as_millisecond().saturating_add(i64::from(self.ahead) * 60_000).div_euclid(86_400_000)
    }

    /// How many milliseconds ago a moment was; fewer than none when the clock was set back since.
    pub(super) fn since(self, at: Timestamp) -> i64 {
        self.at.as_millisecond().saturating_sub(at.as_millisecond())
    }
}
