//! Days and moments from their texts, as they stand in files: `2026-11-23`, `2026-11-23T09:00:00Z`.
//!
//! The library that knows days and times reads many more notations, and says in words what is wrong with a text. That is a twentieth of
//! the code that the first answer waits for, and nobody sees these words. That both read the same is tried below.

use super::{Date, Timestamp};

/// Seconds of a day.
const DAY: i64 = 24 * 60 * 60;

/// A day from its text; `None` where that is none.
#[must_use]
pub fn day(text: &str) -> Option<Date> {
    let mut rest = Rest(text.as_bytes());
    let date = rest.date()?;
    // A time of that day may be named, too, but no moment: which day that is depends on where one is.
    if rest.one_of(b"Tt ").is_some() {
        rest.time()?;
        if rest.0.first().is_some_and(|next| b"+-".contains(next)) {
            rest.offset()?;
        }
    }
    rest.is_over().then_some(date)
}

/// A moment from its text; `None` where that is none.
#[must_use]
pub fn moment(text: &str) -> Option<Timestamp> {
    let mut rest = Rest(text.as_bytes());
    let date = rest.date()?;
    rest.one_of(b"Tt ")?;
    let (seconds, nanoseconds) = rest.time()?;
    let east = rest.offset()?;
    if !rest.is_over() {
        return None;
    }
    Timestamp::new(days_since_1970(date) * DAY + seconds - east, nanoseconds).ok()
}

/// What is still to be read of a text.
struct Rest<'a>(&'a [u8]);

impl Rest<'_> {
    const fn is_over(&self) -> bool {
        self.0.is_empty()
    }

    /// One of some characters, if it comes next.
    fn one_of(&mut self, these: &[u8]) -> Option<u8> {
        let (first, rest) = self.0.split_first().filter(|(first, _)| these.contains(first))?;
        self.0 = rest;
        Some(*first)
    }

    /// So many digits, as a number that is at most `highest`.
    fn number(&mut self, digits: usize, highest: u32) -> Option<u32> {
        let (number, rest) = self.0.split_at_checked(digits)?;
        if !number.iter().all(u8::is_ascii_digit) {
            return None;
        }
        self.0 = rest;
        Some(number.iter().fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0'))).filter(|number| *number <= highest)
    }

    /// A day, its parts with lines between them or without.
    fn date(&mut self) -> Option<Date> {
        let year = match self.one_of(b"+-") {
            None => self.number(4, 9999)?.try_into().ok()?,
            Some(b'+') => self.number(6, 9999)?.try_into().ok()?,
            Some(_) => 0 - i16::try_from(self.number(6, 9999).filter(|year| *year > 0)?).ok()?,
        };
        let with_line = self.one_of(b"-").is_some();
        let month = self.number(2, 12)?;
        if with_line {
            self.one_of(b"-")?;
        }
        let day = self.number(2, 31)?;
        Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok()
    }

    /// Whether two more digits come next, after a colon where there is one in front of the others, too.
    fn goes_on(&mut self, with_colon: bool) -> bool {
        if with_colon {
            self.one_of(b":").is_some()
        } else {
            self.0.get(..2).is_some_and(|two| two.iter().all(u8::is_ascii_digit))
        }
    }

    /// A time of day, as its seconds, and billionths of one. Minutes and seconds can be missing; a leap second is the one before it.
    fn time(&mut self) -> Option<(i64, i32)> {
        let hours = self.number(2, 23)?;
        let with_colon = self.0.starts_with(b":");
        let minutes = if self.goes_on(with_colon) { Some(self.number(2, 59)?) } else { None };
        let has_seconds = minutes.is_some() && self.goes_on(with_colon);
        let seconds = if has_seconds { self.number(2, 60)?.min(59) } else { 0 };
        let nanoseconds = if has_seconds && self.one_of(b".,").is_some() { self.fraction()? } else { 0 };
        Some((i64::from(hours * 3600 + minutes.unwrap_or_default() * 60 + seconds), nanoseconds))
    }

    /// Up to nine digits behind the point, as billionths.
    fn fraction(&mut self) -> Option<i32> {
        let digits = self.0.iter().take_while(|digit| digit.is_ascii_digit()).count();
        let missing = 9_usize.checked_sub(digits).filter(|missing| *missing < 9)?;
        let number = self.number(digits, 999_999_999)?;
        i32::try_from(number * 10_u32.pow(missing.try_into().ok()?)).ok()
    }

    /// How many seconds a clock is ahead of the one that all go by.
    fn offset(&mut self) -> Option<i64> {
        let sign = match self.one_of(b"Zz+-")? {
            b'+' => 1,
            b'-' => -1,
            _ => return Some(0),
        };
        let hours = self.number(2, 25)?;
        let with_colon = self.0.starts_with(b":");
        let minutes = if self.goes_on(with_colon) { Some(self.number(2, 59)?) } else { None };
        let seconds = if minutes.is_some() && self.goes_on(with_colon) { self.number(2, 59)? } else { 0 };
        Some(sign * i64::from(hours * 3600 + minutes.unwrap_or_default() * 60 + seconds))
    }
}

/// How many days a day comes after the first one of 1970; less than none for earlier ones.
fn days_since_1970(date: Date) -> i64 {
    // Counted in years that begin in March, so that the day that some years have more is the last one.
    let (month, day) = (i64::from(date.month()), i64::from(date.day()));
    let year = i64::from(date.year()) - i64::from(month <= 2);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + day_of_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn agrees(text: &str) {
        assert_eq!(day(text), text.parse().ok(), "{text}");
        assert_eq!(moment(text), text.parse().ok(), "{text}");
    }

    #[test]
    fn what_stands_in_files_is_read_as_the_library_reads_it() {
        for text in [
            "",
            "2",
            "2026",
            "2026-11",
            "2026-11-23",
            "20261123",
            "2026-1123",
            "202611-23",
            "2026-02-29",
            "2024-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-11-00",
            "2026-11-31",
            "+002026-11-23",
            "-000001-11-23",
            "-000000-11-23",
            "+012026-11-23",
            "12026-12-05",
            "5.12.2026",
            "yesterday",
            "2026-11-23x",
            " 2026-11-23",
            "٢٠٢٦-11-23",
            "2026-11-23T",
            "2026-11-23Z",
            "1969-12-31T23:59:59.5Z",
            "2026-11-23T09:00:00z",
            "2026-11-23t09:00:00Z",
            "2026-11-23 09:00Z",
            "2026-11-23 09Z",
            "2026-11-23T9Z",
            "2026-11-23T09:Z",
            "2026-11-23T0900Z",
            "2026-11-23T090000Z",
            "2026-11-23T09:00:60Z",
            "2026-11-23T24:00:00Z",
            "2026-11-23T09:60:00Z",
            "2026-11-23T09:00:61Z",
            "2026-11-23T09:00:00.Z",
            "2026-11-23T09:00:00,25Z",
            "2026-11-23T09:00:00.1234567891Z",
            "2026-11-23T09:00:00+01:00",
            "2026-11-23T09:00:00-0130",
            "2026-11-23T09:00:00+01",
            "2026-11-23T09:00:00+01:30:15",
            "2026-11-23T09:00:00+01:",
            "2026-11-23T09:00:00",
            "2026-11-23T09:00:00.00000000000000000000000000000000000001Z",
            "2026-11-23T09:00:00+25:59",
            "2026-11-23T09:00:00+26:00",
            "2026-11-23T09:00:00+1",
            "2026-11-23T09:00:00Zx",
            "9999-12-31T23:59:59Z",
            "-009999-01-01T00:00:00Z",
        ] {
            agrees(text);
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(seconds in -377_705_023_201_i64..=253_402_207_200, nanoseconds in 0_i32..1_000_000_000) {
            let at = Timestamp::new(seconds, nanoseconds).unwrap_or_default();
            prop_assert_eq!(moment(&at.to_string()), Some(at));
            let date = jiff::tz::Offset::UTC.to_datetime(at).date();
            prop_assert_eq!(day(&date.to_string()), Some(date));
        }

        #[test]
        fn whatever_is_written_like_a_moment_is_read_as_the_library_reads_it(text in "20[0-9]{2}-[01][0-9]-[0-3][0-9][T ][0-2][0-9]:[0-6][0-9](:[0-6][0-9]([.][0-9]{1,10})?)?(Z|[+-][0-2][0-9](:?[0-5][0-9])?)") {
            agrees(&text);
        }
    }
}
