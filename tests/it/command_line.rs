//! The command line: its functions, and the program itself with what is hostile to it.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "what is not there ends the test")]

use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::support::any::{cases, session};
use crate::support::{bytes, content, id, json, path, smm_guided, tiny_asked};
use plumbline::analysis::{Assessment, Results, own_indicators, results};
use plumbline::command_line::{BAD_INPUT, Condition, FINE, Form, Machine, NOT_HELD, Outcome, run};
use plumbline::exchange::{
    LARGEST, discussions, document_html, fingerprint, merge, read_session, without_names, write_session, write_session_compact,
};
use plumbline::session::{Authorship, Change, Session, SystemField, Timestamp};
use proptest::prelude::*;
use serde_json::Value;

const EXAMPLE: &str = "public/examples/bottling-line.json";

fn now() -> Timestamp {
    "2026-11-23T10:00:00Z".parse().unwrap()
}

/// Runs some words, with the paths of files of the project in place of what begins with `@`.
fn said(words: &str, input: &[u8]) -> Outcome {
    let word = |word: &str| word.strip_prefix('@').map_or_else(|| word.into(), |file| path(file).into_os_string());
    let words: Vec<OsString> = words.split_whitespace().map(word).collect();
    run(words, &mut &*input, Machine::at(now()))
}

fn text(outcome: &Outcome) -> String {
    String::from_utf8(outcome.out.clone()).unwrap()
}

fn value(outcome: &Outcome) -> Value {
    serde_json::from_slice(&outcome.out).unwrap()
}

/// A folder of its own for a test, empty.
fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("plumbline-{}-{name}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn example() -> Session {
    read_session(&bytes(EXAMPLE)).unwrap()
}

/// The same session with another name for its system, said by somebody of whom the others did not know.
fn renamed(actor: &str, name: &str) -> Session {
    let mut session = example();
    let authorship = Authorship { by: None, at: now(), actor: id(actor) };
    session.apply(Change::System(SystemField::Name, Some(name.to_owned())), &authorship);
    session
}

#[test]
fn results_are_those_of_the_app() {
    let outcome = said(&format!("results --json @{EXAMPLE}"), b"");
    assert_eq!((outcome.code, outcome.told.as_str()), (FINE, ""));
    let told = value(&outcome);
    let session = example();
    let used: Vec<&str> = session.profiles_in_use().map(|id| id.as_str()).collect();
    let asked = smm_guided(&used).with_own(own_indicators(&session));
    let expected = results(&Assessment::latest(&asked, &session).on("2026-11-23".parse().unwrap()));
    let practices = told.pointer("/0/practices").and_then(Value::as_array).unwrap();
    assert_eq!(practices.len(), 18);
    for (told, result) in practices.iter().zip(&expected.practices) {
        assert_eq!(told["practice"], result.practice.as_str());
        assert_eq!(told["target"].as_u64(), result.target.map(|level| level.number().into()), "{told}");
        let low = result.standing.current.low().map(|level| u64::from(level.number()));
        assert_eq!(told.pointer("/current/low").and_then(Value::as_u64), low, "{told}");
    }
    assert_eq!(told.pointer("/0/counts/missed-duty").and_then(Value::as_u64), Some(expected.missed_duties() as u64));
    assert!(text(&said(&format!("results @{EXAMPLE}"), b"")).contains("Patch management: Level 2"));
}

#[test]
fn a_job_fails_on_what_it_asked_for_and_on_nothing_else() {
    let outcome = said(&format!("results @{EXAMPLE} --fail-on missed-duty,overdue-round"), b"");
    assert_eq!(outcome.code, NOT_HELD);
    assert!(outcome.told.ends_with("bottling-line.json: missed-duty: 1\n"), "{}", outcome.told);
    assert_eq!(said(&format!("results @{EXAMPLE} --fail-on overdue-round"), b"").code, FINE);
    let later = format!("check @{EXAMPLE} --fail-on=overdue-round --today 2027-04-13");
    assert_eq!(said(&later, b"").code, NOT_HELD, "the day after the one that was planned");
    assert_eq!(said(&format!("compare @{EXAMPLE} --fail-on fell"), b"").code, NOT_HELD);
    let changed = String::from_utf8(bytes(EXAMPLE)).unwrap().replace("Made up. The one", "Made up. The only");
    assert_eq!(said("check - --fail-on changed-file", changed.as_bytes()).code, NOT_HELD);
    let both = said(&format!("check @{EXAMPLE} @Cargo.toml --fail-on missed-duty"), b"");
    assert_eq!(both.code, BAD_INPUT, "what can't be used goes before what is not held");
    assert!(text(&both).contains("fine (assessment)"), "the others are done");
}

#[test]
fn each_kind_of_file_is_checked_by_its_own_rules() {
    let outcome = said(&format!("check --json @{EXAMPLE} @public/models/iot-smm.json @profiles/retail-pos.json"), b"");
    let kinds: Vec<Value> = value(&outcome).as_array().unwrap().iter().map(|it| it["kind"].clone()).collect();
    assert_eq!(kinds, ["assessment", "model", "profile"]);
    let broken = String::from_utf8(bytes("public/models/iot-smm.json")).unwrap().replacen("\"id\"", "\"idd\"", 1);
    let outcome = said("check -", broken.as_bytes());
    assert_eq!(outcome.code, BAD_INPUT);
    assert!(outcome.told.contains("is missing"), "{}", outcome.told);
}

#[test]
fn the_models_and_profiles_that_come_with_it_are_all_there() {
    let files =
        ["bottling-line", "heat-pump", "home-cameras", "automotive-gateway"].map(|it| format!("@public/examples/{it}.json"));
    let outcome = said(&format!("check {}", files.join(" ")), b"");
    assert_eq!((outcome.code, outcome.told.as_str()), (FINE, ""), "no profile is missing");
}

#[test]
fn a_model_that_is_named_is_used() {
    let session = crate::support::talk::Talk::about(&crate::support::tiny()).session;
    let file = write_session(&session).unwrap();
    let without = said("results -", file.as_bytes());
    assert_eq!(without.code, BAD_INPUT);
    let with =
        said("results --json - --model @tests/data/tiny-model.json --profile @tests/data/tiny-profile.json", file.as_bytes());
    assert_eq!((with.code, with.told.as_str()), (FINE, ""));
    assert_eq!(value(&with).pointer("/0/practices").and_then(Value::as_array).map(Vec::len), Some(3));
}

#[test]
fn copies_come_together_as_in_the_app() {
    let folder = folder("merge");
    let (one, other) = (renamed("a1", "One"), renamed("b1", "Other"));
    let files = [(folder.join("one.json"), &one), (folder.join("other.json"), &other)];
    for (file, session) in &files {
        std::fs::write(file, write_session(session).unwrap()).unwrap();
    }
    let [one_file, other_file] = files.map(|(file, _)| file.display().to_string());
    let outcome = said(&format!("merge {one_file} {other_file}"), b"");
    assert_eq!(outcome.code, FINE);
    assert!(outcome.told.contains("1 thing was changed on both sides"), "{}", outcome.told);
    let (merged, plain) = (read_session(&outcome.out).unwrap(), merge(&one, &other).unwrap().session);
    assert_eq!(merged.system(SystemField::Name), plain.system(SystemField::Name), "the same stands as in the app");
    let kept = discussions(&merged);
    assert_eq!(kept.len(), 1, "both sides are kept, to be talked about");
    let names: Vec<_> = kept[0].1.iter().filter_map(|side| side.value()?.as_str()).collect();
    assert!(names.contains(&"One") && names.contains(&"Other"), "{names:?}");
    let turned = said(&format!("merge {other_file} {one_file} --fail-on conflict"), b"");
    assert_eq!(turned.code, NOT_HELD);
    assert_eq!(
        read_session(&turned.out).unwrap().system(SystemField::Name),
        read_session(&outcome.out).unwrap().system(SystemField::Name)
    );
    assert_eq!(discussions(&read_session(&turned.out).unwrap()), kept, "the same in whatever order they come");
    let foreign = said(&format!("merge {one_file} @public/examples/home-cameras.json"), b"");
    assert_eq!((foreign.code, foreign.out.len()), (BAD_INPUT, 0));
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_file_that_is_there_is_left_as_it_is() {
    let folder = folder("out");
    let out = folder.join("report.md");
    let words = format!("report @{EXAMPLE} --as md --out {}", out.display());
    assert_eq!(said(&words, b""), Outcome { code: FINE, ..Outcome::default() });
    let first = std::fs::read_to_string(&out).unwrap();
    assert!(first.starts_with("# How well security fits the need"), "{first}");
    let again = said(&words, b"");
    assert_eq!(again.code, BAD_INPUT);
    assert!(again.told.contains("it is there already"), "{}", again.told);
    assert_eq!(std::fs::read_to_string(&out).unwrap(), first);
    let failed = folder.join("failed.md");
    assert_eq!(said(&format!("report @README.md --out {}", failed.display()), b"").code, BAD_INPUT);
    assert!(!failed.exists(), "what could not be made is no file");
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn the_report_is_the_one_that_the_app_saves() {
    let session = example();
    let code = fingerprint(&session, &plumbline::analysis::ReportOptions::default()).unwrap();
    let html = text(&said(&format!("report @{EXAMPLE}"), b""));
    assert!(html.contains(&code) && html.contains("<svg "), "with its code and bars");
    let nameless = text(&said(&format!("report --as md --without-names @{EXAMPLE}"), b""));
    assert!(nameless.contains("Technology owner 1") && !nameless.contains("Marta Lindqvist"));
    // Used here so that a change of the writer is noticed here, too.
    let _: fn(&plumbline::exchange::Document) -> String = document_html;
}

#[test]
fn every_form_is_made() {
    // What needs a passphrase is made in `encrypted`.
    for form in Form::all().filter(|form| *form != Form::Encrypted) {
        let outcome = said(&format!("convert @{EXAMPLE} --to {}", form.key()), b"");
        assert_eq!(outcome.code, FINE, "{}: {}", form.key(), outcome.told);
        assert!(!outcome.out.is_empty(), "{}", form.key());
    }
    let again = said(&format!("convert @{EXAMPLE} --to json"), b"");
    assert_eq!(content(&text(&again)), content(&String::from_utf8(bytes(EXAMPLE)).unwrap()));
}

#[test]
fn many_stand_side_by_side() {
    let three = "@public/examples/bottling-line.json @public/examples/home-cameras.json @public/examples/automotive-gateway.json";
    let told = value(&said(&format!("fleet --json {three}"), b""));
    assert_eq!(told["members"].as_array().map(Vec::len), Some(3));
    assert_eq!(told["practices"].as_array().map(Vec::len), Some(18));
    let twice = said(&format!("fleet @{EXAMPLE} @{EXAMPLE}"), b"");
    let labels: Vec<String> = text(&twice).lines().take(2).map(str::to_owned).collect();
    assert_ne!(labels[0], labels[1], "no two are called the same");
    let other = said(&format!("fleet {three} @public/examples/heat-pump.json"), b"");
    assert_eq!(other.code, BAD_INPUT);
    assert!(other.told.contains("another model"), "{}", other.told);
}

#[test]
fn what_is_asked_for_wrongly_is_said() {
    for words in [
        "frobnicate a",
        "check",
        "results --today tomorrow a",
        "results --today 2026-02-30 a",
        "report a b",
        "report --json a",
        "check - -",
        "check --fail-on hunger a",
        "report --fail-on missed-duty a",
        "check --fail-on conflict a",
        "convert a --to docx",
        "results --colour a",
        "check a --json=yes",
        "results a --today",
        "check nowhere.json",
        "check @src",
        "check @tests/screenshots/results.png",
        "results a --model @README.md",
        "convert @public/examples/bottling-line.json --without-names",
        "convert @public/examples/bottling-line.json --to decisions --without-names",
        "convert @public/examples/bottling-line.json --to plan --without-names",
        "convert @public/examples/bottling-line.json --to ciso-assistant-library --without-names",
        "convert @public/examples/bottling-line.json --to answer-sheet --without-names",
        "redact @public/examples/bottling-line.json --without-names",
        "results @public/examples/bottling-line.json --without-names",
        "convert @public/examples/bottling-line.json --short",
        "check @public/examples/bottling-line.json --short",
        "convert @public/examples/bottling-line.json --by Nobody",
        "report @public/examples/bottling-line.json --by Nobody",
        "report @public/examples/bottling-line.json --to json",
        "convert @public/examples/bottling-line.json --as md",
        "redact @public/examples/bottling-line.json --today 2026-11-23",
        "convert @public/examples/bottling-line.json --today 2026-11-23",
    ] {
        let outcome = said(words, b"");
        assert_eq!((outcome.code, outcome.out.len()), (BAD_INPUT, 0), "{words}: {}", outcome.told);
        assert!(outcome.told.ends_with('\n') && !outcome.told.contains("panicked"), "{words}");
    }
    assert_eq!(said("--help", b"").code, FINE);
    assert_eq!(said("", b""), said("help", b""));
    assert!(text(&said("--version", b"")).starts_with("plumbline "));
}

#[test]
fn input_that_is_none_is_refused() {
    for input in
        [&b""[..], b"{", b"[]", b"null", b"{\"format\":\"plumbline-session\",\"version\":99}", b"\xff\xfe\x00", &[b'['; 100_000]]
    {
        let outcome = said("results -", input);
        assert_eq!((outcome.code, outcome.out.len()), (BAD_INPUT, 0), "{:?}", input.get(..20));
    }
    // Of what never ends, no more is read than the largest file has.
    let outcome = run(["check", "-"].map(OsString::from), &mut std::io::repeat(b'x'), Machine::at(now()));
    assert_eq!(outcome.code, BAD_INPUT);
    assert!(outcome.told.contains(&format!("at most {} MB", LARGEST / 1_000_000)), "{}", outcome.told);
}

#[test]
fn nothing_that_somebody_typed_commands_a_terminal() {
    let session = renamed("a1", "\u{1b}]0;owned\u{7}\u{1b}[2J Line");
    let file = write_session(&session).unwrap();
    for words in ["results -", "check -", "fleet -", "results --json -"] {
        let told = said(words, file.as_bytes());
        let all = text(&told) + &told.told;
        assert_eq!(all.chars().find(|sign| sign.is_control() && *sign != '\n'), None, "{words}");
    }
}

#[test]
fn the_help_names_all_that_can_be_done() {
    let help = text(&said("help", b""));
    for condition in Condition::ALL {
        assert!(help.contains(condition.key()), "{}", condition.key());
    }
    for form in Form::all() {
        assert!(help.contains(form.key()), "{}", form.key());
    }
    let readme = String::from_utf8(bytes("README.md")).unwrap();
    for command in ["check", "results", "compare", "merge", "report", "convert", "redact", "take", "fleet"] {
        assert!(help.contains(&format!("plumbline {command} ")), "{command}");
        assert!(readme.contains(&format!("plumbline {command} ")), "{command} stands in the README");
    }
}

#[test]
fn nothing_is_found_to_be_fine_while_a_profile_is_not_here() {
    let session = crate::support::talk::Talk::about(&crate::support::tiny());
    let mut session = session.session;
    let used = plumbline::session::ProfileUse { edition: id("1"), unknown: serde_json::Map::new() };
    session.apply(Change::Profile(id("not-here"), Some(used)), &Authorship { by: None, at: now(), actor: id("a1") });
    let file = write_session(&session).unwrap();
    let said = |words: &str| said(&format!("{words} - --model @tests/data/tiny-model.json"), file.as_bytes());
    for condition in ["missed-duty", "unshown-duty", "below-need", "open-practice", "old-evidence"] {
        for command in ["check", "results", "fleet"] {
            let outcome = said(&format!("{command} --fail-on {condition}"));
            assert_eq!(outcome.code, BAD_INPUT, "{command}, {condition}: {}", outcome.told);
            assert!(outcome.told.contains("not-here"), "{}", outcome.told);
        }
    }
    assert_eq!(said("check --fail-on changed-file").code, FINE, "no profile is needed for that");
    let told = value(&said("check --json"));
    assert_eq!(told.pointer("/0/missing_profiles/0").and_then(Value::as_str), Some("not-here"), "{told}");
    let told = value(&said("fleet --json"));
    assert_eq!(told.pointer("/members/0/missing_profiles/0").and_then(Value::as_str), Some("not-here"), "{told}");
}

#[test]
fn a_name_forges_no_line() {
    let session = renamed("a1", "Line\nother.json: fine (assessment): Forged\r\n");
    let file = write_session(&session).unwrap();
    assert_eq!(text(&said("check -", file.as_bytes())).lines().count(), 1);
    let plain = text(&said(&format!("results @{EXAMPLE}"), b"")).lines().count();
    assert_eq!(text(&said("results -", file.as_bytes())).lines().count(), plain);
    let outcome = said("check a\u{2}b.json", b"");
    assert_eq!(outcome.told.lines().count(), 1);
    let named = run(["check", "a.json\nb.json: fine"].map(OsString::from), &mut std::io::empty(), Machine::at(now()));
    assert!(!named.told.lines().any(|line| line.starts_with("b.json: fine")), "{}", named.told);
}

#[test]
fn what_is_for_programs_commands_no_terminal_either() {
    let session = renamed("a1", "\u{9b}2J\u{7f} Line");
    let file = write_session(&session).unwrap();
    let outcome = said("results --json -", file.as_bytes());
    assert_eq!(text(&outcome).chars().find(|sign| sign.is_control() && *sign != '\n'), None);
    assert_eq!(value(&outcome).pointer("/0/name").and_then(Value::as_str), Some("\u{9b}2J\u{7f} Line"), "and is the same");
}

#[test]
fn a_profile_that_is_named_and_can_not_be_read_is_no_profile() {
    let folder = folder("profiles");
    let good = String::from_utf8(bytes("profiles/retail-pos.json")).unwrap();
    for (name, text) in [
        ("json", "{".to_owned()),
        ("format", good.replacen("plumbline-profile", "plumbline-model", 1)),
        ("model", good.replacen("\"model\"", "\"modell\"", 1)),
        ("unknown", good.replace("\"iot-smm\"", "\"no-such-model\"")),
        ("broken", good.replacen("\"id\"", "\"idd\"", 1)),
    ] {
        let profile = folder.join(format!("{name}.json"));
        std::fs::write(&profile, text).unwrap();
        let outcome = said(&format!("results @{EXAMPLE} --profile {}", profile.display()), b"");
        assert_eq!((outcome.code, outcome.out.len()), (BAD_INPUT, 0), "{name}: {}", outcome.told);
        assert!(outcome.told.contains(&format!("{name}.json")), "{}", outcome.told);
    }
    assert_eq!(said(&format!("results @{EXAMPLE} --profile @profiles/retail-pos.json"), b"").code, FINE);
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn each_of_many_has_a_label_of_its_own_however_often_its_file_is_named() {
    let told = value(&said(&format!("fleet --json @{EXAMPLE} @{EXAMPLE} @{EXAMPLE} @{EXAMPLE}"), b""));
    let labels: std::collections::BTreeSet<&str> =
        told["members"].as_array().unwrap().iter().filter_map(|it| it["name"].as_str()).collect();
    assert_eq!(labels.len(), 4, "{labels:?}");
}

#[test]
fn what_can_not_be_compared_is_not_compared() {
    let talk = crate::support::talk::Talk::about(&crate::support::tiny());
    let mut other = talk.session.clone();
    other.model.edition = id("9.9");
    let mut said_there = crate::support::talk::Talk::about(&crate::support::tiny());
    said_there.answer("zz.not.told.of", plumbline::session::Answer::Met);
    other.answers = said_there.session.answers;
    let folder = folder("compare");
    let files = [(folder.join("one.json"), &talk.session), (folder.join("other.json"), &other)];
    for (file, session) in &files {
        std::fs::write(file, write_session(session).unwrap()).unwrap();
    }
    let [one, other] = files.map(|(file, _)| file.display().to_string());
    for (first, second) in [(&one, &other), (&other, &one)] {
        let outcome = said(&format!("compare {first} {second} --model @tests/data/tiny-model.json"), b"");
        assert_eq!((outcome.code, outcome.out.len()), (BAD_INPUT, 0), "{}", outcome.told);
        assert!(outcome.told.contains("another edition"), "{}", outcome.told);
    }
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn one_word_says_how_far_a_practice_is_known() {
    let mut talk = crate::support::talk::Talk::about(&crate::support::tiny());
    let asked = tiny_asked();
    for practice in asked.model().practices() {
        for it in asked.indicators_of(practice).collect::<Vec<_>>() {
            talk.answer(it.indicator.id.as_str(), plumbline::session::Answer::DontKnow);
        }
    }
    let file = write_session(&talk.session).unwrap();
    let said = |command: &str| value(&said(&format!("{command} --json - --model @tests/data/tiny-model.json"), file.as_bytes()));
    let (alone, among) = (said("results"), said("fleet"));
    let state = |of: &Value, path: &str| of.pointer(path).and_then(Value::as_str).map(str::to_owned);
    assert!(among.to_string().contains("not_known"), "{among}");
    for at in 0..3 {
        let alone = state(&alone, &format!("/0/practices/{at}/current/state"));
        assert_eq!(alone, state(&among, &format!("/members/0/practices/{at}/stands/state")), "{at}");
    }
}

/// The texts of a file, wherever they stand.
fn texts(file: &Value, found: &mut Vec<String>) {
    match file {
        Value::String(text) => found.push(text.clone()),
        Value::Array(all) => all.iter().for_each(|it| texts(it, found)),
        Value::Object(members) => members.values().for_each(|it| texts(it, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn levels(results: &Results) -> Vec<impl PartialEq + std::fmt::Debug + use<>> {
    let of = |it: &plumbline::analysis::PracticeResult| {
        (it.practice.clone(), it.standing.current, it.target, it.minimum, it.gap, it.fit, it.scope, it.open)
    };
    results.practices.iter().map(of).collect()
}

#[test]
fn a_copy_without_names_has_the_same_figures_and_nobodys_words() {
    let copy = read_session(&said(&format!("redact @{EXAMPLE}"), b"").out).unwrap();
    let session = example();
    assert_ne!(copy.id, session.id, "it is never merged with what it comes from");
    let used: Vec<&str> = session.profiles_in_use().map(|id| id.as_str()).collect();
    let figures =
        |session: &Session| levels(&results(&Assessment::latest(&smm_guided(&used).with_own(own_indicators(session)), session)));
    assert_eq!(figures(&copy), figures(&session));
    let written = write_session_compact(&copy).unwrap();
    let mut typed = Vec::new();
    texts(&json(EXAMPLE), &mut typed);
    let typed: Vec<String> = typed.into_iter().filter(|text| text.contains(' ')).collect();
    assert!(typed.len() > 100, "people typed something");
    for text in typed {
        assert!(!written.contains(&text), "{text}");
    }
    assert!(!written.contains("Lindqvist") && !written.contains("https://"));
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn no_word_that_somebody_typed_is_in_a_copy_without_names(session in session()) {
        let copy = without_names(&session).unwrap();
        let file: Value = serde_json::from_str(&write_session_compact(&copy).unwrap()).unwrap();
        let mut left = Vec::new();
        texts(&file, &mut left);
        // Ids, days, moments, stamps and choices are all that is left.
        let is_id = |text: &String| text.chars().all(|sign| sign.is_ascii_alphanumeric() || ".-_:+".contains(sign));
        let words: Vec<&String> = left.iter().filter(|text| !is_id(text) && **text != "…").collect();
        prop_assert!(words.is_empty(), "{words:?}");
        prop_assert_eq!(&read_session(write_session(&copy).unwrap().as_bytes()).unwrap().id, &copy.id);
        prop_assert_eq!(without_names(&session).unwrap(), copy.clone(), "the same copy each time");
        let figures = |session: &Session| levels(&results(&Assessment::latest(&tiny_asked().with_own(own_indicators(session)), session)));
        prop_assert_eq!(figures(&copy), figures(&session));
    }
}

/// The program itself.
fn program() -> Command {
    Command::new(env!("CARGO_BIN_EXE_plumbline"))
}

#[test]
fn the_program_reads_its_input_and_says_how_it_went() {
    let mut child = program()
        .args(["results", "-", "--json", "--fail-on", "missed-duty", "--today", "2026-11-23"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(&bytes(EXAMPLE)).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(NOT_HELD.into()));
    let expected = said("results - --json --fail-on missed-duty", &bytes(EXAMPLE));
    assert_eq!(output.stdout, expected.out, "the same as its function");
    assert_eq!(String::from_utf8(output.stderr).unwrap(), expected.told);
}

#[test]
fn whoever_reads_no_further_hears_no_complaint() {
    let mut child = program()
        .args(["report".as_ref(), path(EXAMPLE).as_os_str()])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Nobody reads what it writes: a page is more than a pipe takes in.
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(FINE.into()));
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}

#[test]
fn a_hundred_megabytes_of_nonsense_are_refused() {
    let folder = folder("large");
    let large = folder.join("large.json");
    // A hole, which takes up no room.
    std::fs::File::create(&large).unwrap().set_len(100_000_000).unwrap();
    let output = program().arg("check").arg(&large).output().unwrap();
    assert_eq!(output.status.code(), Some(BAD_INPUT.into()));
    assert!(String::from_utf8(output.stderr).unwrap().contains("100 MB"));
    std::fs::remove_dir_all(folder).unwrap();
}
