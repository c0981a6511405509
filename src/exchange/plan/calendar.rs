//! Days for calendars, as RFC 5545 has them: whole days, so that no time zone is needed.
//!
//! The libraries that write such files were looked at on 2026-11-28: `icalendar` and `calcard` come with `chrono`, a second library of time;
//! `ics` has none, but makes lines of 76 bytes where 75 are allowed. What is written here is read back by `icalendar` in the tests.

use super::told::Told;
use crate::analysis::{EvidenceEnd, Names, Thing};
use crate::session::{Date, Session, SystemField, Timestamp};

/// The media type of such files.
pub const CALENDAR_TYPE: &str = "text/calendar";

/// How many bytes a line may have, without its end.
const LONGEST_LINE: usize = 75;

/// A day of a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarDay {
    /// By which calendars find it again: whoever imports a later file has it moved, not doubled.
    pub uid: String,
    /// Which day.
    pub day: Date,
    /// What is on that day.
    pub title: String,
    /// What else there is to say; may be empty.
    pub description: String,
}

/// The day by which an action is due, where somebody said it.
pub(super) fn day_of_action(told: &Told<'_>) -> Option<CalendarDay> {
    let description = [(told.words.state)(&told.action().state).to_owned()].into_iter().chain(told.described());
    Some(CalendarDay {
        uid: uid(told.names.session, told.it.id.as_str()),
        day: told.action().due?,
        title: told.title(),
        description: description.collect::<Vec<_>>().join("\n"),
    })
}

/// The last day on which a piece of evidence shows what it is given for; `called` gives the day's title from what the piece is called.
pub(super) fn day_of_evidence(end: &EvidenceEnd, names: Names<'_>, called: fn(&str) -> String) -> CalendarDay {
    let thing = Thing::Evidence(end.evidence.clone());
    let title = names.of(&thing).text().unwrap_or_default().trim().to_owned();
    let location = names.session.evidence(&end.evidence).map(|it| it.location.trim().to_owned());
    CalendarDay {
        uid: uid(names.session, &format!("evidence-{}", end.evidence)),
        day: end.last,
        title: called(&title),
        description: location.unwrap_or_default(),
    }
}

/// The day of the next round, where somebody said it; `called` gives its title from the name of the system.
#[must_use]
pub fn day_of_next_round(session: &Session, called: fn(&str) -> String) -> Option<CalendarDay> {
    let round = session.round()?;
    Some(CalendarDay {
        uid: uid(session, &format!("next-after-{round}")),
        day: session.next_round_on()?,
        title: called(session.system(SystemField::Name).trim()),
        description: String::new(),
    })
}

/// What tells a day from all others, of whatever session. Ids have nothing that would have to be escaped.
fn uid(session: &Session, of: &str) -> String {
    format!("{of}.{}@plumbline", session.id)
}

/// A file with days for calendars, made at a moment.
#[must_use]
pub fn calendar_file(days: &[CalendarDay], made: Timestamp) -> String {
    let mut file = String::new();
    let mut say = |line: &str| write_line(&mut file, line);
    // The moment in seconds: 20261123T090000Z.
    let made = Timestamp::from_second(made.as_second()).unwrap_or(made).to_string().replace(['-', ':'], "");
    ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Plumbline//Plumbline//EN", "METHOD:PUBLISH"].into_iter().for_each(&mut say);
    for it in days {
        say("BEGIN:VEVENT");
        say(&format!("UID:{}", it.uid));
        say(&format!("DTSTAMP:{made}"));
        say(&format!("DTSTART;VALUE=DATE:{}", it.day.to_string().replace('-', "")));
        say(&format!("SUMMARY:{}", escaped(&it.title)));
        if !it.description.is_empty() {
            say(&format!("DESCRIPTION:{}", escaped(&it.description)));
        }
        // Nobody is busy all day because something is due.
        say("TRANSP:TRANSPARENT");
        say("END:VEVENT");
    }
    say("END:VCALENDAR");
    file
}

/// Writes a line, folded where it is longer than lines may be, and never within a letter.
fn write_line(file: &mut String, line: &str) {
    let mut room = LONGEST_LINE;
    for letter in line.chars() {
        if letter.len_utf8() > room {
            file.push_str("\r\n ");
            room = LONGEST_LINE - 1;
        }
        file.push(letter);
        room -= letter.len_utf8();
    }
    file.push_str("\r\n");
}

/// Words as the value of a line. What steers a terminal is no part of any text.
fn escaped(words: &str) -> String {
    let mut value = String::new();
    for letter in words.replace("\r\n", "\n").chars() {
        match letter {
            '\n' | '\r' => value.push_str("\\n"),
            '\\' | ';' | ',' => value.extend(['\\', letter]),
            '\t' => value.push(letter),
            letter if letter.is_control() => {}
            letter => value.push(letter),
        }
    }
    value
}
