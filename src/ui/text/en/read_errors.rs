//! The words about files and copies that are no session, or none that fits: what happened, where, and what to do next.

use crate::exchange::{COHORT_FORMAT, Expected, LARGEST, MergeError, ReadError, VERSION, Wrong};
use crate::session::Fault;

use crate::ui::text::en::problems::{
    bad_id, day_expected, list_expected, missing, not_one_of, number_expected, problems, reader_says, string_expected,
    true_or_false_expected,
};

/// Why a text whose letters can't be told for certain is not read.
pub const OTHER_ENCODING: &str = "The letters in this file can't be read for certain: it was saved again by another program, and not as UTF-8. \
    Save it there once more with the encoding UTF-8, or ask whoever sent it to export and send it again.";

/// Why a file could not be opened, in whole sentences.
pub fn read_error(error: &ReadError) -> String {
    match error {
        ReadError::Empty => "The file is empty. Ask whoever sent it to export and send it again.".to_owned(),
        ReadError::TooLarge { bytes } => format!(
            "The file has {} MB; session files have at most {} MB. Look whether it is the right file.",
            bytes / 1_000_000,
            LARGEST / 1_000_000
        ),
        ReadError::NotText => {
            "This is no Plumbline session but a picture, an archive or the like. Choose the .json file that was \
            exported."
                .to_owned()
        }
        ReadError::OtherEncoding => OTHER_ENCODING.to_owned(),
        ReadError::NotJson { line, column } => format!(
            "This is no Plumbline session: line {line}, column {column} is not JSON. If the file was edited, undo that; else have \
            it sent again."
        ),
        ReadError::Truncated { line } => {
            format!("The file ends too early, in line {line}: a part of it got lost on the way. Have it sent again.")
        }
        ReadError::NotASession { found: Some(found) } if found == COHORT_FORMAT => {
            "This is a benchmark, and no assessment. Open your own assessment, go to Results, choose “Compare with a benchmark of others” and \
            open it there."
                .to_owned()
        }
        ReadError::NotASession { found: Some(found) } => {
            format!("This is no Plumbline session: the file says that it is “{}”.", shortened(found, LONGEST))
        }
        ReadError::NotASession { found: None } => {
            "This is no Plumbline session: it is JSON, but was not exported by Plumbline.".to_owned()
        }
        ReadError::Newer { version } => format!(
            "This file is newer (version {version}) than this Plumbline, which knows versions up to {VERSION}. Open it with an \
            up-to-date Plumbline; the file is fine."
        ),
        ReadError::Wrong { path, what } => wrong_in_file(path, &wrong(what)),
        ReadError::OffScale { list, about, level, top } => wrong_in_file(
            &format!("{list}, entry about {about}"),
            &format!("level {level} does not exist; the model's levels end at {top}"),
        ),
        ReadError::UnknownModel { model, known } => format!(
            "The session is about the model “{}”, which this Plumbline does not have (it has: {}). Open it where it was made, or \
            have that model added here.",
            shortened(model, LONGEST),
            known.join(", ")
        ),
    }
}

/// Why two copies were not brought together, in whole sentences.
pub fn merge_error(error: &MergeError) -> String {
    match error {
        MergeError::OtherSession => "The file is about another assessment.".to_owned(),
        MergeError::OtherModel => "The file is about other questions: its model is another one.".to_owned(),
        MergeError::OtherWords => {
            "Both use a model of the same name, but not the same file of it: something in the two says something else. Bring one \
            to the edition of the other first: open it, and take the other edition over."
                .to_owned()
        }
        MergeError::Unreadable(error) => format!("The two do not fit together. {}", read_error(error)),
    }
}

fn wrong_in_file(place: &str, what: &str) -> String {
    format!("There is something wrong in the file at “{}”: {}.", shortened(place, LONGEST), shortened(what, LONGEST))
}

fn wrong(what: &Wrong) -> String {
    match what {
        Wrong::NoRound => "at least one assessment round is expected, since every answer belongs to one".to_owned(),
        Wrong::BadVersion { newest } => format!("a whole number from 1 to {newest} is expected"),
        Wrong::Missing(name) => missing(name),
        Wrong::Unknown(name) => format!("“{name}” has no meaning here"),
        Wrong::NotOneOf { found, known } => not_one_of(found, known),
        Wrong::NotA(expected) => not_a(*expected),
        Wrong::BadId(bad) => bad_id(bad),
        Wrong::Model(found) => format!("the model that the file brings has problems: {}", problems(found)),
        Wrong::OtherModel => "the file brings another model than the one that it is about".to_owned(),
        Wrong::Fault(fault) => session_fault(fault),
        Wrong::Technical(says) => reader_says(says),
    }
}

fn not_a(expected: Expected) -> String {
    let words = match expected {
        Expected::Text => return string_expected(),
        Expected::List => return list_expected(),
        Expected::TrueOrFalse => return true_or_false_expected(),
        Expected::Number { highest: Some(highest) } => return number_expected(0, highest),
        Expected::Number { highest: None } => "a whole number from 0 up is expected here",
        Expected::TextOrObject => "a text in quotes or an object {…} is expected here",
        Expected::Object => "an object {…} is expected here",
        Expected::Day => return day_expected(),
        Expected::Moment => "a moment is expected here, as “2026-11-23T09:00:00Z”",
    };
    words.to_owned()
}

fn session_fault(fault: &Fault) -> String {
    match fault {
        Fault::Twice(about) => format!("there are two entries about “{about}”"),
        Fault::SameStamp(about) => format!("there are two entries with the same stamp about “{about}”"),
        Fault::NoRound(about) => format!("the entry about “{about}” names no round"),
        Fault::Placed(about) => format!("the entry about “{about}” can't belong to a round or part"),
        Fault::BadStamp => "this is no stamp: “actor:count” is expected, with a count from 1 up".to_owned(),
        Fault::BeyondReason(stamp) => {
            format!("the stamp “{stamp}” counts more changes than anybody can make: was the file made by hand?")
        }
        Fault::OnlyTrue => "only `true` is expected; what no longer holds is withdrawn, without a value".to_owned(),
    }
}

/// A file that is too large for a profile.
pub fn profile_too_large(bytes: usize) -> String {
    format!(
        "the file has {} MB; profiles have at most {} MB. Look whether it is the right file.",
        bytes / 1_000_000,
        LARGEST / 1_000_000
    )
}

/// How long a text from a file may be in a message.
const LONGEST: usize = 200;

/// A text with at most so many letters, and a sign that there are more.
pub(super) fn shortened(text: &str, longest: usize) -> String {
    let mut short: String = text.chars().take(longest).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
