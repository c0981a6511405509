//! Whatever somebody opens: reading it ends with a value or with a message that says what is wrong and what to do.

#![allow(clippy::panic, reason = "a model that can't be read ends the test")]

use std::sync::{Arc, LazyLock};

use crate::support::any::{cases, json as any_json, session};
use crate::support::{bytes, smm_asked, tiny, tiny_asked};
use plumbline::analysis::{Asking, Assessment, consistency, disputes, next_question, progress, results, stale, views};
use plumbline::exchange::{LARGEST, ReadError, open_session, preview, read_session, write_session, write_session_compact};
use plumbline::model::{Model, Problems, Questionnaire, read_list, read_model, read_profile};
use plumbline::session::{Date, Session};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

const SMALL: &str = "tests/data/small.json";

fn message(bytes: &[u8]) -> String {
    read_session(bytes).err().map(|error| plumbline::ui::read_error(&error)).unwrap_or_default()
}

fn small_after(change: impl FnOnce(&mut Value)) -> String {
    let mut file = crate::support::json(SMALL);
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
        small_after(|file| crate::support::set(file, "/version", json!(2))),
        "This file is newer (version 2) than this Plumbline, which knows versions up to 1. Open it with an up-to-date Plumbline; the file is fine."
    );
}

#[test]
fn there_was_no_version_before_the_first() {
    for version in [json!(0), json!(-1), json!("1"), json!(1.5), json!(null)] {
        assert_eq!(
            small_after(|file| crate::support::set(file, "/version", version)),
            "There is something wrong in the file at “version”: a whole number from 1 to 1 is expected."
        );
    }
}

#[test]
fn a_file_that_is_too_large_is_not_even_parsed() {
    let large = vec![b' '; LARGEST + 1_000_000];
    assert_eq!(message(&large), "The file has 33 MB; session files have at most 32 MB. Look whether it is the right file.");
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
    let mut file = crate::support::json(SMALL);
    crate::support::set(&mut file, "/system/0/value", json!("Bäckerei 🏭"));
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
        let said = small_after(|file| crate::support::set(file, pointer, value));
        let start = format!("There is something wrong in the file at “{expected}”: ");
        assert!(said.starts_with(&start), "{said}");
    }
}

#[test]
fn what_serde_says_is_said_in_words_of_our_own() {
    for (pointer, value, expected) in [
        ("/targets/0/value/level", json!("three"), "a whole number from 0 to 255 is expected here"),
        ("/targets/0/value/level", json!(256), "a whole number from 0 to 255 is expected here"),
        ("/targets/0/value/scope", json!("galaxy"), "“galaxy” is not one of “general”, “industry”, “system”"),
        ("/targets/0/value", json!({"scope": "system", "origin": "practice"}), "“level” is missing"),
        ("/targets/0/value/reason", json!(3), "a text in quotes is expected here"),
        ("/targets/0/value/review_on", json!("soon"), "a day is expected here, as “2026-11-23”"),
        ("/targets/0/value/review_on", json!("2026-02-30"), "a day is expected here, as “2026-11-23”"),
        ("/targets/0/stamp", json!("ana:0"), "this is no stamp: “actor:count” is expected, with a count from 1 up"),
        ("/targets/0/at", json!("yesterday"), "a moment is expected here, as “2026-11-23T09:00:00Z”"),
        ("/created", json!(3), "a moment is expected here, as “2026-11-23T09:00:00Z”"),
        ("/targets/0/on", json!("Program"), NO_ID),
        ("/model/id", json!("Program"), NO_ID),
        ("/targets", json!({}), "a list […] is expected here"),
        ("/seen", json!([]), "an object {…} is expected here"),
        ("/seen", json!({"ana": -1}), "a whole number from 0 up is expected here"),
        ("/answers", json!([record(json!("i"), json!("exceeded"))]), "“exceeded” is not one of "),
        ("/answers", json!([record(json!("i"), json!({"compensated": "a guard"}))]), "an object {…} is expected here"),
        ("/confirmed", json!([record(json!("i"), json!("yesterday"))]), "a day is expected here, as “2026-11-23”"),
        ("/evidence_uses", json!([plain_record(a_use(), json!("yes"))]), "true or false is expected here"),
    ] {
        let said = small_after(|file| crate::support::set(file, pointer, value));
        assert!(said.contains(&format!("”: {expected}")), "{pointer}: {said}");
    }
}

const NO_ID: &str = "“Program” is no id: use 1 to 120 of the characters a-z, 0-9, “.”, “-” and “_”";

/// A record that nothing is wrong with.
fn record(on: Value, value: Value) -> Value {
    json!({"on": on, "round": "r1", "value": value, "at": "2026-11-23T09:00:00Z", "stamp": "ana:4"})
}

/// A record about something that belongs to no round.
fn plain_record(on: Value, value: Value) -> Value {
    json!({"on": on, "value": value, "at": "2026-11-23T09:00:00Z", "stamp": "ana:4"})
}

fn a_use() -> Value {
    json!({"indicator": "i", "part": "cloud", "evidence": "e1"})
}

#[test]
fn what_is_wrong_in_what_was_assessed_is_named_with_its_place() {
    let answer = |value: Value| ("answers", record(json!("i"), value));
    let evidence = |value: Value| ("evidence", plain_record(json!("e1"), value));
    let settlement = |value: Value| ("settlements", record(json!("i"), value));
    let set = |value: Value| ("overrides", record(json!("p"), value));
    for ((list, record), expected) in [
        (answer(json!({"compensated": {"reason": 3}})), "answers[0].value.compensated.reason"),
        (answer(json!({"compensated": "a guard"})), "answers[0].value.compensated"),
        (answer(json!("exceeded")), "answers[0].value"),
        (("confidence", record(json!("i"), json!("sure"))), "confidence[0].value"),
        (("against", record(json!("i"), json!(["a"]))), "against[0].value"),
        (("confirmed", record(json!("i"), json!("2026-02-30"))), "confirmed[0].value"),
        (("confirmed", record(json!("i"), json!("yesterday"))), "confirmed[0].value"),
        (("shown", record(json!("i"), json!(true))), "shown[0].value"),
        (evidence(json!({"kind": "document"})), "evidence[0].value"),
        (evidence(json!({"title": "a", "kind": "rumor"})), "evidence[0].value.kind"),
        (evidence(json!({"title": "a", "kind": "test", "valid_until": "soon"})), "evidence[0].value.valid_until"),
        (("evidence_uses", plain_record(json!("i"), json!(true))), "evidence_uses[0].on"),
        (("evidence_uses", plain_record(json!({"indicator": "i"}), json!(true))), "evidence_uses[0].on"),
        (
            ("evidence_uses", plain_record(json!({"indicator": "I", "evidence": "e1"}), json!(true))),
            "evidence_uses[0].on.indicator",
        ),
        (("evidence_uses", plain_record(a_use(), json!(false))), "evidence_uses[0].value"),
        (("evidence_uses", plain_record(a_use(), json!("yes"))), "evidence_uses[0].value"),
        (settlement(json!({"answer": "maybe", "among": []})), "settlements[0].value.answer"),
        (settlement(json!({"answer": "met", "among": ["ana:1", "bo"]})), "settlements[0].value.among[1]"),
        (settlement(json!({"answer": "met"})), "settlements[0].value"),
        (set(json!({"level": 256, "reason": "because"})), "overrides[0].value.level"),
        (set(json!({"reason": "because"})), "overrides[0].value"),
        (("assignments", plain_record(json!({"practice": "p", "person": ""}), json!(true))), "assignments[0].on.person"),
        (("asked_of", plain_record(json!({"practice": "p", "person": "bo"}), json!("yesterday"))), "asked_of[0].value"),
        (("ways", plain_record(json!("deaf"), json!(true))), "ways[0].on"),
        (("system", plain_record(json!("in_use_till"), json!("2019"))), "system[0].on"),
    ] {
        let said = small_after(|file| crate::support::set(file, &format!("/{list}"), json!([record])));
        let start = format!("There is something wrong in the file at “{expected}”: ");
        assert!(said.starts_with(&start), "{expected}: {said}");
    }
}

#[test]
fn that_something_is_not_so_is_no_value() {
    let uses =
        |value: Value| small_after(|file| crate::support::set(file, "/evidence_uses", json!([plain_record(a_use(), value)])));
    assert_eq!(
        uses(json!(false)),
        "There is something wrong in the file at “evidence_uses[0].value”: only `true` is expected; what no longer holds is withdrawn, without a value."
    );
    assert_eq!(uses(json!(true)), "");
    assert_eq!(uses(json!(null)), "", "it was withdrawn");
}

#[test]
fn an_entry_about_several_things_can_have_no_members_that_would_make_it_another_one() {
    let mut on = a_use();
    crate::support::set(&mut on, "/page", json!("3"));
    let said = small_after(|file| crate::support::set(file, "/evidence_uses", json!([plain_record(on, json!(true))])));
    assert!(said.starts_with("There is something wrong in the file at “evidence_uses[0].on"), "{said}");
    assert!(said.contains("page"), "{said}");
}

#[test]
fn two_entries_about_the_same_things_are_refused_with_what_they_are_about() {
    let in_part = |part: &str| {
        let mut record = record(json!("i"), json!({"answer": "met", "among": []}));
        crate::support::set(&mut record, "/part", json!(part));
        record
    };
    let assignment = plain_record(json!({"practice": "p", "person": "bo"}), json!(true));
    for (list, records, expected) in [
        ("evidence_uses", vec![plain_record(a_use(), json!(true)); 2], "indicator i, part cloud, evidence e1"),
        ("assignments", vec![assignment; 2], "practice p, person bo"),
        ("ways", vec![plain_record(json!("blind"), json!(true)); 2], "blind"),
        ("settlements", vec![in_part("cloud"), in_part("device"), in_part("cloud")], "i"),
        ("overrides", vec![record(json!("p"), json!({"level": 1, "reason": ""})); 2], "p"),
    ] {
        let said = small_after(|file| crate::support::set(file, &format!("/{list}"), json!(records)));
        assert_eq!(said, format!("There is something wrong in the file at “{list}”: there are two entries about “{expected}”."));
    }
}

#[test]
fn what_is_said_once_belongs_to_a_round_and_evidence_to_none() {
    let wrong = |list: &str, record: Value| small_after(|file| crate::support::set(file, &format!("/{list}"), json!([record])));
    let settlement = plain_record(json!("i"), json!({"answer": "met", "among": []}));
    assert_eq!(
        wrong("settlements", settlement),
        "There is something wrong in the file at “settlements”: the entry about “i” names no round."
    );
    assert_eq!(
        wrong("overrides", plain_record(json!("p"), json!({"level": 1, "reason": "because"}))),
        "There is something wrong in the file at “overrides”: the entry about “p” names no round."
    );
    assert_eq!(
        wrong("evidence_uses", record(a_use(), json!(true))),
        "There is something wrong in the file at “evidence_uses”: the entry about “indicator i, part cloud, evidence e1” can't belong to a round or part."
    );
}

#[test]
fn a_session_without_a_round_is_refused() {
    let expected = "There is something wrong in the file at “rounds”: at least one assessment round is expected, since every answer belongs to one.";
    let withdrawn = json!([{"on": "r1", "at": "2026-11-23T09:00:00Z", "stamp": "ana:1"}]);
    assert_eq!(small_after(|file| crate::support::set(file, "/rounds", withdrawn)), expected);
    assert_eq!(small_after(|file| crate::support::set(file, "/rounds", json!([]))), expected);
    assert_eq!(small_after(|file| crate::support::remove(file, "/rounds")), expected);
}

#[test]
fn two_entries_about_the_same_thing_are_refused() {
    let said = small_after(|file| {
        let target = file.pointer("/targets/0").cloned().unwrap_or_default();
        crate::support::set(file, "/targets", json!([target.clone(), target]));
    });
    assert_eq!(
        said,
        "There is something wrong in the file at “targets”: there are two entries about “governance.strategy.program”."
    );
    let answer = json!({"on": "i", "round": "r1", "by": "bo", "value": "met", "at": "2026-11-23T09:00:00Z", "stamp": "ana:4"});
    let said = small_after(|file| crate::support::set(file, "/answers", json!([answer.clone(), answer])));
    assert_eq!(said, "There is something wrong in the file at “answers”: there are two entries about “i”.");
}

#[test]
fn an_answer_belongs_to_a_round_and_a_target_to_none() {
    let answer = json!({"on": "i", "value": "met", "at": "2026-11-23T09:00:00Z", "stamp": "ana:4"});
    assert_eq!(
        small_after(|file| crate::support::set(file, "/answers", json!([answer]))),
        "There is something wrong in the file at “answers”: the entry about “i” names no round."
    );
    assert_eq!(
        small_after(|file| crate::support::set(file, "/targets/0/round", json!("r1"))),
        "There is something wrong in the file at “targets”: the entry about “governance.strategy.program” can't belong to a round or part."
    );
}

#[test]
fn levels_that_the_model_does_not_have_are_refused_before_they_are_shown() -> Result<(), ReadError> {
    let mut file = crate::support::json(SMALL);
    crate::support::set(&mut file, "/targets/0/value/level", json!(5));
    let target = preview(&read_session(file.to_string().as_bytes())?, &smm_asked());
    assert_eq!(
        target.err().map(|error| plumbline::ui::read_error(&error)).as_deref(),
        Some(
            "There is something wrong in the file at “targets, entry about governance.strategy.program”: level 5 does not exist; the model's levels end at 4."
        )
    );

    let quick = json!([{"on": "enablement.assets.physical", "round": "r1", "value": {"level": 9}, "at": "2026-11-23T09:00:00Z", "stamp": "ana:4"}]);
    crate::support::set(&mut file, "/targets/0/value/level", json!(4));
    crate::support::set(&mut file, "/quick", quick);
    let quick = preview(&read_session(file.to_string().as_bytes())?, &smm_asked());
    assert_eq!(
        quick.err().map(|error| plumbline::ui::read_error(&error)).as_deref(),
        Some(
            "There is something wrong in the file at “quick, entry about enablement.assets.physical”: level 9 does not exist; the model's levels end at 4."
        )
    );

    let set = record(json!("enablement.assets.physical"), json!({"level": 5, "reason": "I saw it."}));
    crate::support::remove(&mut file, "/quick");
    crate::support::set(&mut file, "/overrides", json!([set]));
    let set = preview(&read_session(file.to_string().as_bytes())?, &smm_asked());
    assert_eq!(
        set.err().map(|error| plumbline::ui::read_error(&error)).as_deref(),
        Some(
            "There is something wrong in the file at “overrides, entry about enablement.assets.physical”: level 5 does not exist; the model's levels end at 4."
        )
    );
    Ok(())
}

#[test]
fn a_message_shows_no_more_of_a_long_text_than_one_can_read() {
    let long = "x".repeat(1_000_000);
    for said in [
        small_after(|file| crate::support::set(file, "/format", json!(long))),
        small_after(|file| crate::support::set(file, "/model/id", json!(long))),
        small_after(|file| crate::support::set(file, "/targets/0/value/scope", json!(long))),
    ] {
        assert!(!said.is_empty() && said.len() < 500, "{} bytes", said.len());
    }
}

/// Reads the bytes as everything that can be read, and goes on with what could be.
fn read_as_anything(bytes: &[u8]) -> Result<(), TestCaseError> {
    prop_assert_eq!(crate::support::in_steps(bytes), open_session(bytes), "read in steps it is the same");
    let model = read_model(bytes);
    let profile = read_profile(bytes, &tiny());
    let list = read_list(bytes);
    for problems in [model.err(), profile.err(), list.err()].into_iter().flatten() {
        prop_assert!(!plumbline::ui::problems(&problems).is_empty());
        places_exist(bytes, &problems)?;
    }
    match read_session(bytes) {
        Ok(session) => {
            follow(&session);
            let written = write_session(&session)?;
            prop_assert_eq!(read_session(written.as_bytes())?, session);
        }
        Err(error) => prop_assert!(!plumbline::ui::read_error(&error).is_empty()),
    }
    Ok(())
}

/// A model that asks what arbitrary sessions speak about.
fn abc() -> Questionnaire {
    static ABC: LazyLock<Arc<Model>> = LazyLock::new(|| {
        let mut file = crate::support::json("tests/data/tiny-model.json");
        for (pointer, id) in [
            ("/groups/0/groups/0/practices/0/id", "a"),
            ("/groups/0/groups/0/practices/0/levels/1/indicators/0/id", "b"),
            ("/groups/0/groups/0/practices/0/levels/1/indicators/1/id", "c"),
        ] {
            crate::support::set(&mut file, pointer, json!(id));
        }
        Arc::new(read_model(file.to_string().as_bytes()).unwrap_or_else(|problems| panic!("{problems}")))
    });
    Questionnaire::new(ABC.clone(), Vec::new())
}

/// Works out everything that follows from a session, whatever it says.
fn follow(session: &Session) {
    for asked in [tiny_asked(), abc()] {
        let mut session = session.clone();
        session.model.id = asked.model().id.clone();
        let _ = (
            preview(&session, &asked),
            progress(&Assessment::latest(&asked, &session)),
            results(&Assessment::latest(&asked, &session)).one_step_wins().len(),
        );
        let _ = (
            disputes(&Assessment::latest(&asked, &session)),
            views(&Assessment::latest(&asked, &session)),
            next_question(&Assessment::latest(&asked, &session), Asking::default()),
        );
        for today in [Date::MIN, Date::constant(2026, 11, 23), Date::MAX] {
            let _ =
                (stale(&Assessment::latest(&asked, &session), today), consistency(&Assessment::latest(&asked, &session), today));
        }
    }
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
        "settlements",
        "overrides",
        "evidence",
        "evidence_uses",
        "confidence",
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
        Damage::Delete(index) => crate::support::remove(&mut file, &at(index)),
        Damage::Replace(index, value) => crate::support::set(&mut file, &at(index), value.clone()),
        Damage::Swap(one, other) => {
            let (one, other) = (at(one), at(other));
            let [first, second] = [&one, &other].map(|pointer| file.pointer(pointer).cloned().unwrap_or_default());
            if !other.starts_with(one.as_str()) && !one.starts_with(other.as_str()) {
                crate::support::set(&mut file, &one, second);
                crate::support::set(&mut file, &other, first);
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
        read_as_anything(&damaged(crate::support::json(name), &damage))?;
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
        let bytes = damaged(crate::support::json("public/models/iot-smm.json"), &damage);
        if let Err(problems) = read_model(&bytes) {
            places_exist(&bytes, &problems)?;
        }
    }
}

/// The names of all members of a schema that refer to one of its definitions.
fn members_that_are(definition: &str, schema: &Value, name: &str, found: &mut std::collections::BTreeSet<String>) {
    match schema {
        Value::Object(object) => {
            if object.get("$ref").and_then(Value::as_str).is_some_and(|to| to.ends_with(definition)) {
                found.insert(name.to_owned());
            }
            for (key, inner) in object {
                match inner.as_object().filter(|_| key == "properties") {
                    Some(members) => members.iter().for_each(|(name, it)| members_that_are(definition, it, name, found)),
                    None => members_that_are(definition, inner, name, found),
                }
            }
        }
        Value::Array(list) => list.iter().for_each(|inner| members_that_are(definition, inner, name, found)),
        _ => {}
    }
}

#[test]
fn all_dates_of_a_file_are_among_those_that_src_exchange_wrong_rs_knows() {
    let schema = crate::support::json("public/schemas/session-v1.schema.json");
    for (definition, known) in [
        ("/Day", &["dated", "decided_on", "due", "on", "review_on", "start", "valid_until", "value"][..]),
        ("/Moment", &["at", "created", "made"]),
    ] {
        let mut found = std::collections::BTreeSet::new();
        members_that_are(definition, &schema, "", &mut found);
        assert!(found.iter().map(String::as_str).eq(known.iter().copied()), "{definition}: {found:?}");
    }
}

/// A session with letters that encodings differ in, as it is exported.
fn with_many_letters() -> Result<String, Box<dyn std::error::Error>> {
    let mut file = crate::support::json(SMALL);
    crate::support::set(&mut file, "/system/0/value", json!("Müller’s „Bäckerei“ – 10 €"));
    Ok(write_session(&read_session(file.to_string().as_bytes())?)?)
}

/// The bytes of a text in UTF-16.
fn in_utf_16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes_of).collect()
}

/// The bytes of a text in Windows-1252, as far as these tests have letters.
fn in_windows_1252(text: &str) -> Vec<u8> {
    let byte = |letter: char| match letter {
        '€' => 0x80,
        '„' => 0x84,
        '’' => 0x92,
        '“' => 0x93,
        '–' => 0x96,
        other => u8::try_from(u32::from(other)).unwrap_or(b'?'),
    };
    text.chars().map(byte).collect()
}

#[test]
fn a_file_that_an_editor_saved_again_in_another_encoding_is_read() -> Result<(), Box<dyn std::error::Error>> {
    let text = with_many_letters()?;
    let session = open_session(text.as_bytes())?;
    let marked = format!("\u{feff}{text}");
    let small = write_session_compact(&session.session)?;
    for (name, bytes) in [
        ("UTF-8 with a mark", marked.clone().into_bytes()),
        ("UTF-16, low byte first", in_utf_16(&marked, u16::to_le_bytes)),
        ("UTF-16, high byte first", in_utf_16(&marked, u16::to_be_bytes)),
        ("UTF-16 without a mark", in_utf_16(&text, u16::to_le_bytes)),
        ("UTF-16 without a mark, high byte first", in_utf_16(&text, u16::to_be_bytes)),
        ("UTF-16 on one line", in_utf_16(&small, u16::to_le_bytes)),
        ("Windows-1252", in_windows_1252(&text)),
    ] {
        assert_eq!(open_session(&bytes).map(|opened| opened.session).as_ref(), Ok(&session.session), "{name}");
        assert_eq!(crate::support::in_steps(&bytes)?.session, session.session, "{name}, step by step");
    }
    Ok(())
}

#[test]
fn letters_are_only_taken_from_another_encoding_where_they_are_certain() -> Result<(), Box<dyn std::error::Error>> {
    let text = with_many_letters()?;
    // In this encoding it would be a name with other letters; that somebody edited it is no proof.
    for other in [text.replace("10 €", "20 €"), write_session_compact(&read_session(text.as_bytes())?)?] {
        let refused = read_session(&in_windows_1252(&other)).err();
        assert_eq!(refused, Some(ReadError::OtherEncoding));
    }
    let words = message(&in_windows_1252(&text.replace("10 €", "20 €")));
    assert!(words.contains("UTF-8") && !words.contains("picture"), "{words}");
    assert!(message(&in_utf_16("Dear Ana,", u16::to_le_bytes)).starts_with("This is no Plumbline session: line 1, column 1"));
    assert!(message(b"Dear M\xfcller").starts_with("This is no Plumbline session: line 1, column 1"), "a letter, not an archive");
    Ok(())
}

#[test]
fn a_file_in_another_encoding_that_was_cut_off_says_so() -> Result<(), Box<dyn std::error::Error>> {
    let text = with_many_letters()?;
    for bytes in [in_utf_16(&text, u16::to_le_bytes), in_windows_1252(&text)] {
        for end in [bytes.len() / 2, bytes.len() / 2 + 1, bytes.len() - 3] {
            let cut = read_session(bytes.get(..end).unwrap_or_default()).err();
            assert!(matches!(cut, Some(ReadError::Truncated { .. })), "{end}: {cut:?}");
        }
    }
    Ok(())
}
