//! Whatever somebody opens: reading it ends with a value or with a message that says what is wrong and what to do.

mod support;

use plumbline::analysis::{progress, results};
use plumbline::exchange::{LARGEST, ReadError, preview, read_session, write_session};
use plumbline::model::{Problems, read_list, read_model, read_profile};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};
use support::any::{cases, json as any_json, session};
use support::{bytes, smm_asked, tiny, tiny_asked};

const SMALL: &str = "tests/data/small.json";

fn message(bytes: &[u8]) -> String {
    read_session(bytes).err().map(|error| error.to_string()).unwrap_or_default()
}

fn small_after(change: impl FnOnce(&mut Value)) -> String {
    let mut file = support::json(SMALL);
    change(&mut file);
    message(file.to_string().as_bytes())
}

#[test]
fn what_is_no_session_is_refused_with_what_it_is_and_what_to_do() {
    for (bytes, expected) in [
        (&b""[..], "The file is empty. Ask whoever sent it to export and send it again."),
        (b" \n\t", "The file is empty. Ask whoever sent it to export and send it again."),
        (b"\xef\xbb\xbf", "The file is empty. Ask whoever sent it to export and send it again."),
        (
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
            "This is no Plumbline session but a picture, an archive or the like. Choose the .json file that was exported.",
        ),
        (
            b"PK\x03\x04\x14\0\0\0",
            "This is no Plumbline session but a picture, an archive or the like. Choose the .json file that was exported.",
        ),
        (
            b"Dear Ana,\nplease find attached",
            "This is no Plumbline session: line 1, column 1 is not JSON. If the file was edited, undo that; else have it sent again.",
        ),
        (
            b"{\"format\": \"plumbline-session\",\n \"version\": 1,\n}",
            "This is no Plumbline session: line 3, column 1 is not JSON. If the file was edited, undo that; else have it sent again.",
        ),
        (b"{}", "This is no Plumbline session: it is JSON, but was not exported by Plumbline."),
        (b"[]", "This is no Plumbline session: it is JSON, but was not exported by Plumbline."),
        (b"3", "This is no Plumbline session: it is JSON, but was not exported by Plumbline."),
        (
            b"{\"format\": \"plumbline-model\", \"version\": 1}",
            "This is no Plumbline session: the file says that it is \u{201c}plumbline-model\u{201d}.",
        ),
        (
            b"{\"format\": \"plumbline-session\"}",
            "There is something wrong in the file at \u{201c}version\u{201d}: a whole number from 1 to 1 is expected.",
        ),
    ] {
        assert_eq!(message(bytes), expected, "{}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn a_file_of_a_newer_version_is_refused_and_said_to_be_fine() {
    assert_eq!(
        small_after(|file| support::set(file, "/version", json!(2))),
        "This file is newer (version 2) than this Plumbline, which knows versions up to 1. Open it with an up-to-date Plumbline; the file is fine."
    );
}

#[test]
fn there_was_no_version_before_the_first() {
    for version in [json!(0), json!(-1), json!("1"), json!(1.5), json!(null)] {
        assert_eq!(
            small_after(|file| support::set(file, "/version", version)),
            "There is something wrong in the file at “version”: a whole number from 1 to 1 is expected."
        );
    }
}

#[test]
fn a_file_that_is_too_large_is_not_even_parsed() {
    let large = vec![b' '; LARGEST + 1_000_000];
    assert_eq!(message(&large), "The file has 21 MB; session files have at most 20 MB. Look whether it is the right file.");
}

#[test]
fn a_file_from_an_editor_that_marks_its_encoding_is_read() {
    let mut marked = b"\xef\xbb\xbf".to_vec();
    marked.extend(bytes(SMALL));
    assert_eq!(read_session(&marked), read_session(&bytes(SMALL)));
    assert!(read_session(&marked).is_ok());
}

#[test]
fn a_file_that_was_cut_off_anywhere_says_so() -> Result<(), Box<dyn std::error::Error>> {
    let mut file = support::json(SMALL);
    support::set(&mut file, "/system/0/value", json!("Bäckerei 🏭"));
    let text = serde_json::to_string_pretty(&file)?;
    assert!(read_session(text.as_bytes()).is_ok(), "the whole file is read");
    for end in 1..text.len() {
        let cut = text.as_bytes().get(..end).unwrap_or_default();
        let error = read_session(cut).err();
        assert!(matches!(error, Some(ReadError::Truncated { .. })), "{end}: {error:?}\n{}", String::from_utf8_lossy(cut));
    }
    let line = text.lines().count();
    let cut = text.as_bytes().get(..text.len() - 1).unwrap_or_default();
    assert_eq!(
        message(cut.trim_ascii_end()),
        format!("The file ends too early, in line {}: a part of it got lost on the way. Have it sent again.", line - 1)
    );
    Ok(())
}

#[test]
fn what_is_wrong_in_a_session_is_named_with_its_place() {
    for (pointer, value, expected) in [
        ("/targets/0/value/level", json!("three"), "targets[0].value.level"),
        ("/targets/0/value/scope", json!("galaxy"), "targets[0].value.scope"),
        ("/targets/0/stamp", json!("ana"), "targets[0].stamp"),
        ("/targets/0/stamp", json!("ana:0"), "targets[0].stamp"),
        ("/targets/0/at", json!("yesterday"), "targets[0].at"),
        ("/targets/0/on", json!("Program"), "targets[0].on"),
        ("/targets", json!({}), "targets"),
        ("/model/id", json!(""), "model.id"),
        ("/seen", json!({"ana": -1}), "seen.ana"),
    ] {
        let said = small_after(|file| support::set(file, pointer, value));
        let start = format!("There is something wrong in the file at “{expected}”: ");
        assert!(said.starts_with(&start), "{said}");
    }
}

#[test]
fn a_session_without_a_round_is_refused() {
    let expected = "There is something wrong in the file at “rounds”: at least one assessment round is expected, since every answer belongs to one.";
    let withdrawn = json!([{"on": "r1", "at": "2026-11-23T09:00:00Z", "stamp": "ana:1"}]);
    assert_eq!(small_after(|file| support::set(file, "/rounds", withdrawn)), expected);
    assert_eq!(small_after(|file| support::set(file, "/rounds", json!([]))), expected);
    assert_eq!(small_after(|file| support::remove(file, "/rounds")), expected);
}

#[test]
fn two_entries_about_the_same_thing_are_refused() {
    let said = small_after(|file| {
        let target = file.pointer("/targets/0").cloned().unwrap_or_default();
        support::set(file, "/targets", json!([target.clone(), target]));
    });
    assert_eq!(
        said,
        "There is something wrong in the file at “targets”: there are two entries about “governance.strategy.program”."
    );
    let answer = json!({"on": "i", "round": "r1", "by": "bo", "value": "met", "at": "2026-11-23T09:00:00Z", "stamp": "ana:4"});
    let said = small_after(|file| support::set(file, "/answers", json!([answer.clone(), answer])));
    assert_eq!(said, "There is something wrong in the file at “answers”: there are two entries about “i”.");
}

#[test]
fn an_answer_belongs_to_a_round_and_a_target_to_none() {
    let answer = json!({"on": "i", "value": "met", "at": "2026-11-23T09:00:00Z", "stamp": "ana:4"});
    assert_eq!(
        small_after(|file| support::set(file, "/answers", json!([answer]))),
        "There is something wrong in the file at “answers”: the entry about “i” names no round."
    );
    assert_eq!(
        small_after(|file| support::set(file, "/targets/0/round", json!("r1"))),
        "There is something wrong in the file at “targets”: the entry about “governance.strategy.program” can't belong to a round or part."
    );
}

#[test]
fn levels_that_the_model_does_not_have_are_refused_before_they_are_shown() -> Result<(), ReadError> {
    let mut file = support::json(SMALL);
    support::set(&mut file, "/targets/0/value/level", json!(5));
    let target = preview(&read_session(file.to_string().as_bytes())?, &smm_asked());
    assert_eq!(
        target.err().map(|error| error.to_string()).as_deref(),
        Some(
            "There is something wrong in the file at “targets, entry about governance.strategy.program”: level 5 does not exist; the model's levels end at 4."
        )
    );

    let quick = json!([{"on": "enablement.assets.physical", "round": "r1", "value": {"level": 9}, "at": "2026-11-23T09:00:00Z", "stamp": "ana:4"}]);
    support::set(&mut file, "/targets/0/value/level", json!(4));
    support::set(&mut file, "/quick", quick);
    let quick = preview(&read_session(file.to_string().as_bytes())?, &smm_asked());
    assert_eq!(
        quick.err().map(|error| error.to_string()).as_deref(),
        Some(
            "There is something wrong in the file at “quick, entry about enablement.assets.physical”: level 9 does not exist; the model's levels end at 4."
        )
    );
    Ok(())
}

#[test]
fn a_message_shows_no_more_of_a_long_text_than_one_can_read() {
    let long = "x".repeat(1_000_000);
    for said in [
        small_after(|file| support::set(file, "/format", json!(long))),
        small_after(|file| support::set(file, "/model/id", json!(long))),
        small_after(|file| support::set(file, "/targets/0/value/scope", json!(long))),
    ] {
        assert!(!said.is_empty() && said.len() < 500, "{} bytes", said.len());
    }
}

/// Reads the bytes as everything that can be read, and goes on with what could be.
fn read_as_anything(bytes: &[u8]) -> Result<(), TestCaseError> {
    let model = read_model(bytes);
    let profile = read_profile(bytes, &tiny());
    let list = read_list(bytes);
    for problems in [model.err(), profile.err(), list.err()].into_iter().flatten() {
        prop_assert!(!problems.to_string().is_empty());
        places_exist(bytes, &problems)?;
    }
    match read_session(bytes) {
        Ok(session) => {
            let _ = (preview(&session, &tiny_asked()), results(&tiny_asked(), &session), progress(&tiny_asked(), &session));
            let written = write_session(&session)?;
            prop_assert_eq!(read_session(written.as_bytes())?, session);
        }
        Err(error) => prop_assert!(!error.to_string().is_empty()),
    }
    Ok(())
}

/// Every problem is about a place that is in the file: who looks for it finds it.
fn places_exist(bytes: &[u8], problems: &Problems) -> Result<(), TestCaseError> {
    let Ok(file) = serde_json::from_slice::<Value>(bytes) else { return Ok(()) };
    for problem in problems.all().iter().filter(|problem| !problem.path.is_empty()) {
        let pointer = format!("/{}", problem.path.replace('[', ".").replace(']', "").replace('.', "/"));
        prop_assert!(file.pointer(&pointer).is_some(), "{} is not in {}", problem.path, file);
    }
    Ok(())
}

/// The names of members that the readers look for, so that arbitrary JSON gets past the first look.
fn known_names() -> impl Strategy<Value = String> + Clone {
    select(vec![
        "format",
        "version",
        "id",
        "edition",
        "languages",
        "title",
        "about",
        "levels",
        "groups",
        "practices",
        "level",
        "name",
        "meaning",
        "indicators",
        "files",
        "targets",
        "minimums",
        "practice",
        "scope",
        "reason",
        "model",
        "created",
        "seen",
        "on",
        "at",
        "stamp",
        "value",
        "round",
        "part",
        "by",
        "answers",
        "quick",
        "system",
        "rounds",
        "people",
        "en",
        "level",
    ])
    .prop_map(str::to_owned)
}

const FORMATS: [&str; 4] = ["plumbline-model", "plumbline-profile", "plumbline-list", "plumbline-session"];

/// The pointers to everything inside a document.
fn pointers(value: &Value, at: &str, into: &mut Vec<String>) {
    let inner: Vec<(String, &Value)> = match value {
        Value::Object(object) => {
            let escaped = |name: &str| name.replace('~', "~0").replace('/', "~1");
            object.iter().map(|(name, value)| (format!("{at}/{}", escaped(name)), value)).collect()
        }
        Value::Array(list) => list.iter().enumerate().map(|(index, value)| (format!("{at}/{index}"), value)).collect(),
        _ => Vec::new(),
    };
    for (pointer, value) in inner {
        into.push(pointer.clone());
        pointers(value, &pointer, into);
    }
}

#[derive(Clone, Debug)]
enum Damage {
    Delete(Index),
    Replace(Index, Value),
    Swap(Index, Index),
}

fn damage() -> impl Strategy<Value = Damage> {
    prop_oneof![
        any::<Index>().prop_map(Damage::Delete),
        (any::<Index>(), any_json(known_names())).prop_map(|(index, value)| Damage::Replace(index, value)),
        any::<[Index; 2]>().prop_map(|[one, other]| Damage::Swap(one, other)),
    ]
}

/// The file of that name after some damage.
fn damaged(mut file: Value, damage: &Damage) -> Vec<u8> {
    let mut all = Vec::new();
    pointers(&file, "", &mut all);
    let at = |index: &Index| -> String { index.get(&all).clone() };
    match damage {
        Damage::Delete(index) => support::remove(&mut file, &at(index)),
        Damage::Replace(index, value) => support::set(&mut file, &at(index), value.clone()),
        Damage::Swap(one, other) => {
            let (one, other) = (at(one), at(other));
            let [first, second] = [&one, &other].map(|pointer| file.pointer(pointer).cloned().unwrap_or_default());
            if !other.starts_with(one.as_str()) && !one.starts_with(other.as_str()) {
                support::set(&mut file, &one, second);
                support::set(&mut file, &other, first);
            }
        }
    }
    file.to_string().into_bytes()
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn arbitrary_bytes_are_read_or_refused(bytes in vec(any::<u8>(), 0..200)) {
        read_as_anything(&bytes)?;
    }

    #[test]
    fn arbitrary_json_is_read_or_refused(format in select(FORMATS.to_vec()), mut value in any_json(known_names())) {
        if let Some(object) = value.as_object_mut() {
            object.insert("format".to_owned(), json!(format));
            object.insert("version".to_owned(), json!(1));
        }
        read_as_anything(value.to_string().as_bytes())?;
    }

    #[test]
    fn a_damaged_model_profile_or_list_is_read_or_refused(
        name in select(vec!["tests/data/tiny-model.json", "tests/data/tiny-profile.json", "profiles/index.json", SMALL]),
        damage in damage(),
    ) {
        read_as_anything(&damaged(support::json(name), &damage))?;
    }
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn a_damaged_session_is_read_or_refused(session in session(), damage in damage()) {
        let file = serde_json::from_str(&write_session(&session)?)?;
        read_as_anything(&damaged(file, &damage))?;
    }
}

proptest! {
    #![proptest_config(cases(12))]

    #[test]
    fn the_shipped_model_is_read_or_refused_when_damaged(damage in damage()) {
        let bytes = damaged(support::json("public/models/iot-smm.json"), &damage);
        if let Err(problems) = read_model(&bytes) {
            places_exist(&bytes, &problems)?;
        }
    }
}
