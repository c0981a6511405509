//! What somebody typed into a field for a day.

use crate::session::{Date, day};
use crate::ui::text as t;

/// The first of the days that are likely: whatever else is typed is a slip, or not yet typed to the end.
pub const FIRST: &str = "1900-01-01";
/// The last of them.
pub const LAST: &str = "2100-12-31";

/// What stands in a field for a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typed {
    /// A day.
    Day(Date),
    /// Nothing.
    Nothing,
    /// A part of a day.
    Half,
    /// No day that is likely.
    Unlikely,
}

impl Typed {
    /// What the value of a field stands for. It is empty also where the field holds a part of a day.
    pub fn of(value: &str, holds_a_part: bool) -> Self {
        match day(value) {
            Some(found) if (FIRST..=LAST).contains(&value) => Self::Day(found),
            None if value.is_empty() && holds_a_part => Self::Half,
            None if value.is_empty() => Self::Nothing,
            Some(_) | None => Self::Unlikely,
        }
    }

    /// Why it is not saved, beside what is.
    pub fn fault(self, saved: &str) -> Option<String> {
        match self {
            Self::Day(_) | Self::Nothing => None,
            Self::Half => Some(t::half_a_date(saved)),
            Self::Unlikely => Some(t::unlikely_date(saved)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(value: &str) -> Typed {
        Typed::of(value, false)
    }

    #[test]
    fn a_day_is_a_day() {
        for value in ["2026-12-05", FIRST, LAST] {
            assert_eq!(Some(typed(value)), value.parse().ok().map(Typed::Day));
        }
    }

    #[test]
    fn a_year_that_is_no_year_yet_is_none() {
        for value in ["0002-12-05", "0025-12-05", "1899-12-31", "2101-01-01", "12026-12-05", "275760-09-13", "5.12.2026"] {
            assert_eq!(typed(value), Typed::Unlikely, "{value}");
        }
    }

    #[test]
    fn half_a_date_is_not_no_date() {
        assert_eq!(Typed::of("", true), Typed::Half);
        assert_eq!(Typed::of("", false), Typed::Nothing);
    }

    #[test]
    fn what_is_not_saved_is_said_beside_what_is() {
        for typed in [Typed::Half, Typed::Unlikely] {
            assert!(typed.fault("2026-12-05").is_some_and(|words| words.contains("2026-12-05")));
            assert!(typed.fault("").is_some_and(|words| !words.contains("Saved")));
        }
        assert_eq!(Typed::Nothing.fault("2026-12-05"), None);
    }
}
