//! Days and moments as they stand in files, read in that one form. The library that reckons with them reads many others besides, and what
//! it says of each that is wrong was a tenth of all code that an open assessment needs; nobody ever saw a word of it.

use jiff::{Timestamp, civil::Date, tz::Offset};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// A moment, as 2026-11-23T09:00:00Z.
#[must_use]
pub fn moment(text: &str) -> Option<Timestamp> {
    let at = OffsetDateTime::parse(text, &Rfc3339).ok()?;
    Timestamp::from_nanosecond(at.unix_timestamp_nanos()).ok()
}

/// A day, as 2026-11-23.
#[must_use]
pub fn day(text: &str) -> Option<Date> {
    let day = OffsetDateTime::parse(&format!("{text}T00:00:00Z"), &Rfc3339).ok()?.date();
    Date::new(i16::try_from(day.year()).ok()?, i8::try_from(u8::from(day.month())).ok()?, i8::try_from(day.day()).ok()?).ok()
}

/// The day of a moment, where clocks show universal time: everywhere the same one.
#[must_use]
pub fn day_of(at: Timestamp) -> Date {
    Offset::UTC.to_datetime(at).date()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_as_it_was() {
        for text in ["2026-11-23T09:00:00Z", "2026-11-23T09:00:00.5Z", "0001-01-01T00:00:00.000000001Z", "9999-12-30T22:00:00Z"] {
            assert_eq!(moment(text).map(|at| at.to_string()).as_deref(), Some(text));
        }
        for text in ["2026-11-23", "2024-02-29", "0000-01-01", "9999-12-31"] {
            assert_eq!(day(text).map(|day| day.to_string()).as_deref(), Some(text));
        }
        assert_eq!(moment("2026-11-23T10:00:00+01:00"), moment("2026-11-23T09:00:00Z"));
    }

    #[test]
    fn what_is_none_is_not_read() {
        for text in [
            "",
            "today",
            "2026-11-23",
            "2026-02-30T00:00:00Z",
            "2026-11-23T25:00:00Z",
            "2026-11-23T09:00:00",
            "2026-11-23T09:00:00Z ",
        ] {
            assert_eq!(moment(text), None, "{text}");
        }
        for text in ["", "2026", "2026-1-1", "2026-02-30", "2026-13-01", "23.11.2026", "2026-11-23T09:00:00Z", " 2026-11-23"] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
