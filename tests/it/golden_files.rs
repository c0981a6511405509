//! Files of every version that was released can be opened, forever, and nothing in them gets lost.

use crate::support::{bytes, content, json, set};
use plumbline::exchange::{Checksum, SCHEMA, VERSION, open_session, read_session, write_session};
use serde_json::{Value, json};

type Outcome = Result<(), Box<dyn std::error::Error>>;

const FOLDER: &str = "tests/data/golden";

/// The file of a version in which something of everything is said.
fn golden(version: u64) -> String {
    format!("{FOLDER}/session-v{version}.json")
}

#[test]
fn there_is_a_file_of_every_version_and_each_is_of_its_version() {
    for version in 1..=VERSION {
        let file = json(&golden(version));
        assert_eq!(file.get("version"), Some(&json!(version)));
        let lists =
            file.as_object().into_iter().flatten().filter(|(_, list)| list.as_array().is_some_and(|list| !list.is_empty()));
        assert!(lists.count() >= 28, "it says something of everything");
    }
}

#[test]
fn a_file_of_every_version_becomes_the_file_of_this_version_that_says_the_same() -> Outcome {
    for version in 1..=VERSION {
        let session = read_session(&bytes(&golden(version)))?;
        let written = content(&write_session(&session)?);
        assert_eq!(written, json(&golden(VERSION)), "from version {version}");
        assert_eq!(read_session(written.to_string().as_bytes())?, session);
    }
    Ok(())
}

#[test]
fn a_file_says_where_its_schema_is_and_that_it_is_whole() -> Outcome {
    let session = read_session(&bytes(&golden(VERSION)))?;
    let text = write_session(&session)?;
    let file: Value = serde_json::from_str(&text)?;
    assert_eq!(file.get("$schema"), Some(&json!(SCHEMA)));
    assert!(crate::support::path("public").join(SCHEMA).is_file(), "the schema is published");
    assert!(SCHEMA.contains(&format!("-v{VERSION}.")));
    assert_eq!(open_session(text.as_bytes())?.checksum, Checksum::Fits);
    // Laid out anew, or pointing to a schema elsewhere, it still says the same.
    let mut elsewhere = file.clone();
    set(&mut elsewhere, "/$schema", json!("../session.json"));
    for same in [file.to_string(), serde_json::to_string_pretty(&elsewhere)?, format!("\u{feff}{text}\n\n")] {
        let opened = open_session(same.as_bytes())?;
        assert_eq!((opened.checksum, opened.session), (Checksum::Fits, session.clone()));
    }
    Ok(())
}

#[test]
fn a_file_that_was_edited_is_opened_and_said_to_be() -> Outcome {
    let session = read_session(&bytes(&golden(VERSION)))?;
    let mut file: Value = serde_json::from_str(&write_session(&session)?)?;
    set(&mut file, "/system/0/value", json!("Line 4"));
    let opened = open_session(file.to_string().as_bytes())?;
    assert_eq!(opened.checksum, Checksum::Differs);
    assert_eq!(opened.session.system(plumbline::session::SystemField::Name), "Line 4");
    let again = open_session(write_session(&opened.session)?.as_bytes())?;
    assert_eq!(again.checksum, Checksum::Fits, "what is written from it is whole again");
    Ok(())
}

#[test]
fn a_file_without_a_checksum_or_with_one_of_another_kind_is_opened_like_any_other() -> Outcome {
    let session = read_session(&bytes(&golden(VERSION)))?;
    for checksum in [None, Some(json!("sha256:00")), Some(json!(7)), Some(json!(null))] {
        let mut file = json(&golden(VERSION));
        if let (Some(members), Some(checksum)) = (file.as_object_mut(), checksum) {
            members.insert("checksum".to_owned(), checksum);
        }
        let opened = open_session(file.to_string().as_bytes())?;
        assert_eq!((opened.checksum, &opened.session), (Checksum::Absent, &session));
    }
    Ok(())
}

#[test]
fn every_flipped_letter_of_what_was_said_shows() -> Outcome {
    let text = write_session(&read_session(&bytes("tests/data/small.json"))?)?;
    let mut seen = 0;
    for (at, _) in text.match_indices(|letter: char| letter.is_ascii_lowercase()) {
        let mut flipped = text.clone().into_bytes();
        if let Some(letter) = flipped.get_mut(at) {
            *letter ^= 1;
        }
        // What can still be read as a session was changed in what it says, and says so, or lost its checksum as a whole.
        if let Ok(opened) = open_session(&flipped) {
            let about_itself = text.get(..at).is_some_and(|before| {
                let line = before.lines().last().unwrap_or_default();
                line.contains("checksum")
                    || line.contains("$schema")
                    || line.trim_start().starts_with("\"$")
                    || line.trim() == "\""
            });
            let itself = at > text.rfind("\"checksum\"").unwrap_or(usize::MAX);
            assert!(opened.checksum != Checksum::Fits || about_itself || itself, "{at}");
            seen += 1;
        }
    }
    assert!(seen > 100, "{seen}");
    Ok(())
}
