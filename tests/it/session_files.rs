//! What was said survives being written and read, and can be taken back.

use crate::support::any::{any_mark, cases, change, session};
use crate::support::talk::{Talk, authorship};
use crate::support::{content, id, smm, smm_asked};
use plumbline::exchange::{
    Checksum, Opened, ReadError, SessionSteps, open_session, preview, read_session, write_session, write_session_compact,
};
use plumbline::session::{
    Answer, Change, Evidence, EvidenceKind, EvidenceUse, Fact, Fault, List, RecordKind, Session, SystemField, Wrong, Yes,
};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Reads a file step by step, and says how many steps that took.
fn in_steps(bytes: &[u8]) -> (usize, Result<Opened, ReadError>) {
    let mut steps = SessionSteps::new(bytes);
    let (mut count, mut done) = (0, 0.0);
    loop {
        count += 1;
        match steps.step() {
            Ok(None) => assert!(steps.done() >= done && steps.done() <= 1.0, "{}", steps.done()),
            Ok(Some(opened)) => return (count, Ok(opened)),
            Err(error) => return (count, Err(error)),
        }
        done = steps.done();
    }
}

/// A session file with so many notes.
fn with_notes(count: usize) -> Value {
    let mut file = crate::support::json("tests/data/small.json");
    let note = |at: usize| json!({"on": format!("i{at}"), "round": "r1", "value": "Seen", "at": "2026-11-23T09:00:00Z", "stamp": format!("ana:{}", at + 9)});
    crate::support::set(&mut file, "/notes", (0..count).map(note).collect());
    file
}

#[test]
fn a_large_file_read_in_steps_is_what_it_is_at_once() -> Result<(), Box<dyn std::error::Error>> {
    let text = with_notes(9_001).to_string();
    let (steps, opened) = in_steps(text.as_bytes());
    assert_eq!(steps, 7, "three for the notes");
    assert_eq!(opened?, open_session(text.as_bytes())?);
    let written = write_session(&read_session(text.as_bytes())?)?;
    let opened = in_steps(written.as_bytes()).1?;
    assert_eq!(opened.checksum, Checksum::Fits);
    assert_eq!(opened.session.notes.len(), 9_001);
    let (_, edited) = in_steps(written.replacen("Seen", "Sean", 1).as_bytes());
    assert_eq!(edited?.checksum, Checksum::Differs);
    Ok(())
}

#[test]
fn what_is_wrong_in_a_large_file_is_named_with_its_place_as_in_a_small_one() -> Result<(), Box<dyn std::error::Error>> {
    let twice = json!({"on": "i3", "round": "r1", "value": "Again", "at": "2026-11-23T09:00:00Z", "stamp": "bo:1"});
    for (pointer, value, expected) in [
        ("/notes/8500/value", json!(7), "notes"),
        ("/notes/8500/stamp", json!("ana"), "notes"),
        ("/notes/8999", twice, "two entries"),
        ("/id", json!("A B"), "id"),
        ("/rounds", json!([]), "rounds"),
    ] {
        let mut file = with_notes(9_000);
        crate::support::set(&mut file, pointer, value);
        let (_, read) = in_steps(file.to_string().as_bytes());
        let at_once = open_session(file.to_string().as_bytes());
        assert_eq!(read, at_once, "{pointer}");
        let message = plumbline::ui::read_error(&at_once.err().ok_or(pointer)?);
        assert!(message.contains(expected), "{message}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn a_session_is_the_same_after_writing_and_reading(session in session()) {
        let text = write_session(&session)?;
        prop_assert_eq!(read_session(text.as_bytes())?, session);
    }

    #[test]
    fn a_session_is_the_same_after_writing_it_on_one_line_and_reading(session in session()) {
        let text = write_session_compact(&session)?;
        prop_assert!(!text.contains('\n'));
        prop_assert_eq!(read_session(text.as_bytes())?, session);
    }

    #[test]
    fn a_file_that_is_read_and_written_stays_the_same_to_the_byte(session in session()) {
        let text = write_session(&session)?;
        prop_assert_eq!(write_session(&read_session(text.as_bytes())?)?, text);
    }

    #[test]
    fn undoing_a_change_brings_back_every_value((session, change, authorship) in (session(), change(), any_mark())) {
        let mut changed = session.clone();
        let undo = changed.apply(change.clone(), &authorship);
        let redo = changed.apply(undo, &authorship);
        prop_assert_eq!(values(&changed), values(&session));

        let mut once = session.clone();
        once.apply(change, &authorship);
        changed.apply(redo, &authorship);
        prop_assert_eq!(values(&changed), values(&once), "what undoing gives back does it again");
    }

    #[test]
    fn stating_what_already_holds_records_nothing((session, change, authorship) in (session(), change(), any_mark())) {
        let mut once = session;
        if let Change::Together(_) = change {
            return Ok(());
        }
        once.apply(change.clone(), &authorship);
        let mut twice = once.clone();
        twice.apply(change, &authorship);
        prop_assert_eq!(twice, once);
    }

    #[test]
    fn every_change_gets_a_stamp_that_no_other_has(session in session()) {
        let file: Value = serde_json::from_str(&write_session(&session)?)?;
        let stamps = stamps(&file);
        let distinct: std::collections::HashSet<_> = stamps.iter().collect();
        prop_assert_eq!(distinct.len(), stamps.len());
    }
}

/// Everything that holds in a session, without who said it and when.
/// What is said once in a round for everybody, whoever says it.
const FOR_EVERYBODY: [List; 6] =
    [List::Dropped, List::DroppedPractices, List::ConfirmedTargets, List::ConfirmedEvidence, List::Settlements, List::Overrides];

fn values(session: &Session) -> Vec<String> {
    let file: Value = write_session(session).ok().and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
    // What targets were before is the history, which undoing adds to.
    let lists = List::ALL.iter().filter(|list| list.record() != RecordKind::Past);
    let said = |list: &List| {
        let (list, is_for_everybody) = (list.name(), FOR_EVERYBODY.contains(list));
        let records = file.get(list).and_then(Value::as_array).into_iter().flatten();
        records.filter(|record| record.get("value").is_some()).map(move |record| {
            let of = |member: &str| record.get(member).cloned().unwrap_or_default();
            // Where each person says it for themselves, who says it belongs to what it is about.
            let by = record.get("round").filter(|_| !is_for_everybody).map(|_| of("by")).unwrap_or_default();
            format!("{list} {} {} {} {by}: {}", of("on"), of("round"), of("part"), of("value"))
        })
    };
    lists.flat_map(said).collect()
}

fn stamps(file: &Value) -> Vec<&str> {
    let lists = file.as_object().into_iter().flat_map(|members| members.values()).filter_map(Value::as_array);
    lists.flatten().filter_map(|record| record.get("stamp")?.as_str()).collect()
}

#[test]
fn changes_that_belong_together_are_undone_last_first() {
    let mut talk = Talk::about(&smm());
    let name = |name: &str| Change::System(SystemField::Name, Some(name.to_owned()));
    talk.change(name("first"));
    let undo = talk.change(Change::Together(vec![name("second"), name("third")]));
    assert_eq!(talk.session.system(SystemField::Name), "third");
    talk.change(undo);
    assert_eq!(talk.session.system(SystemField::Name), "first");
}

#[test]
fn what_was_withdrawn_is_remembered_as_withdrawn() -> Result<(), Box<dyn std::error::Error>> {
    let mut talk = Talk::about(&smm());
    talk.change(Change::System(SystemField::Name, Some("Line 3".to_owned())));
    talk.change(Change::System(SystemField::Name, None));
    let read = read_session(write_session(&talk.session)?.as_bytes())?;
    assert_eq!(read.system(SystemField::Name), "");
    let fact = read.system.get(&SystemField::Name);
    assert!(fact.is_some_and(|fact| fact.value().is_none() && fact.stamp.counter == 3), "{fact:?}");
    Ok(())
}

#[test]
fn an_actor_counts_on_after_a_file_that_forgot_some_of_their_changes() -> Result<(), Box<dyn std::error::Error>> {
    let file = file_with_unknown_members();
    let lists: Vec<&String> =
        file.as_object().into_iter().flatten().filter(|(_, list)| list.is_array()).map(|(name, _)| name).collect();
    let all: Vec<&str> = List::ALL.iter().map(|list| list.name()).collect();
    assert_eq!(lists, all, "every list of facts that there is");
    for list in lists {
        let mut file = file_with_unknown_members();
        crate::support::set(&mut file, &format!("/{list}/0/stamp"), json!("tab-1:7"));
        let mut session = read_session(file.to_string().as_bytes())?;
        session.apply(Change::System(SystemField::Includes, Some("Everything".to_owned())), &authorship(None, 0));
        let stamp = session.system.get(&SystemField::Includes).map(|fact| fact.stamp.to_string());
        assert_eq!(stamp.as_deref(), Some("tab-1:8"), "{list}");
    }
    Ok(())
}

/// A file in which something of everything is said, with members that nobody knows wherever the format keeps them.
fn file_with_unknown_members() -> Value {
    let future = json!({"nested": [1, null, "ü", {"deep": true}]});
    let about = |on: Value, value: Value| json!([{"on": on, "value": value, "at": "2026-11-23T09:00:00Z", "stamp": "ana:1", "x-new": future}]);
    let simple = |on: &str, value: Value| about(json!(on), value);
    let placed = |on: &str, value: Value| json!([{"on": on, "round": "r1", "part": "cloud", "value": value, "by": "bo", "at": "2026-11-23T09:00:00Z", "stamp": "ana:1", "x-new": future}]);
    let mut file = json!({
        "format": "plumbline-session",
        "version": 1,
        "id": "s1",
        "created": "2026-11-23T09:00:00Z",
        "model": {"id": "iot-smm", "edition": "2026-11", "x-new": future},
        "seen": {"ana": 1},
        "system": simple("name", json!("Line 3")),
        "system_roles": simple("operator", json!(true)),
        "people": simple("bo", json!({"name": "Bo", "role": "consultant", "x-new": future})),
        "parts": simple("cloud", json!({"name": "Cloud", "context": "cloud", "x-new": future})),
        "profiles": simple("retail-pos", json!({"edition": "2026-11", "x-new": future})),
        "targets": simple("p", json!({"level": 3, "scope": "system", "reason": "because", "origin": {"group": "g"}, "decided_by": "bo", "review_on": "2027-11-23", "x-new": future})),
        "past_targets": simple("p", json!({"level": 2, "scope": "general", "because": "cost", "origin": "interview", "decided_on": "2026-11-20", "x-new": future})),
        "minimums": simple("p", json!({"level": 1, "source": "a law", "x-new": future})),
        "minimum_needs": simple("i", json!(true)),
        "places": simple("eu", json!(true)),
        "duties": about(json!({"profile": "retail-pos", "duty": "d"}), json!({"not_applicable": {"reason": "no cards", "x-new": future}})),
        "interview": simple("q", json!("yes")),
        "hints": simple("d", json!("It is right as it is.")),
        // Their places among the lists; what they say is below.
        "characteristic_targets": null,
        "priority": null,
        "conflicts": null,
        "conflict_decisions": null,
        "indicators": simple("own", json!({"practice": "p", "level": 1, "kind": "done", "text": "A lock", "evidence": "", "x-new": future})),
        "rounds": simple("r1", json!({"name": "First", "x-new": future})),
        "round_events": about(json!({"round": "r1", "event": "e1"}), json!({"closed": {"on": "2026-11-23", "seen": {"ana": 1}, "x-new": future}})),
        "quick": placed("p", json!({"not_applicable": {"reason": "no partners", "x-new": future}})),
        "scopes": placed("p", json!("industry")),
        "answers": placed("i", json!({"not_applicable": {"reason": "no wires", "x-new": future}})),
        "practice_notes": placed("p", json!("a note")),
        "notes": placed("i", json!("another")),
        "confidence": placed("i", json!("told")),
        "against": placed("i", json!("The guard sleeps.")),
        "confirmed": placed("i", json!("2026-11-22")),
        "shown": placed("i", json!("partly")),
        "dropped": placed("i", json!(true)),
        "dropped_practices": placed("p", json!(true)),
        "confirmed_targets": placed("p", json!("2026-11-22")),
        "confirmed_evidence": placed("e1", json!("2026-11-22")),
        "evidence": simple("e1", json!({"title": "Photo", "kind": "observation", "location": "https://x.example/1", "dated": "2026-11-20", "author": "Cem", "valid_until": "2027-11-20", "files": [{"name": "gate.jpg", "size": 12, "sha256": "0f", "on": "2026-11-20", "x-new": future}], "x-new": future})),
        "evidence_uses": about(json!({"indicator": "i", "part": "cloud", "evidence": "e1"}), json!(true)),
        "settlements": placed("i", json!({"answer": {"compensated": {"reason": "a guard", "x-new": future}}, "among": ["ana:1", "bo:2"], "reason": "We looked.", "x-new": future})),
        "characteristic_states": null,
        "overrides": placed("p", json!({"level": 2, "reason": "I saw it.", "x-new": future})),
        "assignments": about(json!({"practice": "p", "person": "bo"}), json!(true)),
        "asked_of": about(json!({"practice": "p", "person": "bo"}), json!("2026-11-22")),
        "ways": simple("blind", json!(true)),
        "reports": simple("abc123", json!({"at": "2026-11-23T10:15:00Z", "x-new": future})),
        "x-new": future,
    });
    let of = json!({"practice": "p", "characteristic": "safety"});
    let placed_about = |on: Value, value: Value, by: Value| json!([{"on": on, "round": "r1", "part": "cloud", "value": value, "by": by, "at": "2026-11-23T09:00:00Z", "stamp": "ana:1", "x-new": future}]);
    let target = json!({"level": 3, "reason": "A heart waits.", "x-new": future});
    crate::support::set(&mut file, "/characteristic_targets", placed_about(of.clone(), target, json!("bo")));
    let state = json!({"level": 0, "note": "Not tried.", "x-new": future});
    crate::support::set(&mut file, "/characteristic_states", placed_about(of, state, json!("bo")));
    let order = json!({"order": ["safety", "security"], "reason": "People first.", "x-new": future});
    crate::support::set(&mut file, "/priority", placed_about(json!("characteristics"), order, json!("bo")));
    let conflict = json!({"practice": "p", "helps": "security", "hinders": "safety", "why": "The door locks.", "round": "r1", "known": "locked-exit", "x-new": future});
    crate::support::set(&mut file, "/conflicts", simple("k1", conflict));
    let decision = json!({"way": "hindered", "decision": "It opens from inside.", "x-new": future});
    crate::support::set(&mut file, "/conflict_decisions", placed_about(json!("k1"), decision, json!("bo")));
    let side = json!({"on": "name", "value": "Line 3", "at": "2026-11-23T09:00:00Z", "stamp": "ana:1", "x-new": future});
    let discussion = json!({"list": "system", "sides": [side], "x-new": future});
    crate::support::set(&mut file, "/discussions", simple("d1", discussion));
    let action = json!({"title": "Buy a lock", "practice": "p", "owner": {"person": "bo"}, "start": "2026-12-01", "due": "2027-02-01", "work": {"days": 3}, "cost": "90 EUR", "state": {"dropped": {"reason": "No door.", "x-new": future}}, "rank": -5, "origin": "gap", "note": "Ask Cem.", "x-new": future});
    crate::support::set(&mut file, "/actions", simple("a1", action));
    crate::support::set(&mut file, "/action_statements", about(json!({"indicator": "i", "action": "a1"}), json!(true)));
    let finding = json!({"kind": {"suggestion": {"answer": {"not_applicable": {"reason": "no door", "x-new": future}}}}, "about": {"statement": "i"}, "part": "cloud", "text": "There is no door.", "round": "r1", "stood": "0f", "x-new": future});
    let reply = about(json!({"finding": "f1", "reply": "y1"}), json!("There is one."));
    let decision = json!({"accepted": {"suggestion": {"level": 2}, "x-new": future}});
    crate::support::set(&mut file, "/action_needs", about(json!({"action": "a1", "needs": "a2"}), json!(true)));
    crate::support::set(&mut file, "/findings", simple("f1", finding));
    crate::support::set(&mut file, "/finding_replies", reply);
    crate::support::set(&mut file, "/finding_decisions", simple("f1", decision));
    let practice = json!({"practice": "p", "level": 1, "at_most": 2, "target": 3, "scope": "general", "target_scope": "system", "x-new": future});
    let figures = json!({"model": "m", "edition": "1", "profiles": [{"profile": "q", "edition": "2", "content": "0f", "x-new": future}], "practices": [practice], "x-new": future});
    let lists = json!([{"list": "x-new", "entries": 2, "digest": "0f", "x-new": future}]);
    let signature = json!({"kind": "x-new", "key": "AA==", "signature": "AA==", "x-new": future});
    let signed = json!({"person": "ana", "name": "Ana", "role": "auditor", "on": "2026-11-23", "round_name": "First", "figures": figures, "facts": lists, "seen": {"ana": 1}, "digest": "0f", "signature": signature, "x-new": future});
    let which = json!({"round": "r1", "sign_off": "o1"});
    crate::support::set(&mut file, "/sign_offs", about(which.clone(), signed));
    crate::support::set(
        &mut file,
        "/sign_offs_taken_back",
        about(which, json!({"on": "2026-11-24", "why": "Too early.", "x-new": future})),
    );
    file
}

#[test]
fn members_that_this_version_does_not_know_survive_reading_and_writing() -> Result<(), Box<dyn std::error::Error>> {
    let file = file_with_unknown_members();
    let written = content(&write_session(&read_session(file.to_string().as_bytes())?)?);
    assert_eq!(written, file);
    Ok(())
}

#[test]
fn numbers_that_this_version_does_not_know_survive_to_the_last_digit() -> Result<(), Box<dyn std::error::Error>> {
    let mut file = file_with_unknown_members();
    let numbers = json!([0.1, 51.248_178_375_505_404, 122_416_294_033_786_585.0, 2.0e-308, u64::MAX, i64::MIN]);
    crate::support::set(&mut file, "/x-new", numbers.clone());
    crate::support::set(&mut file, "/answers/0/value/not_applicable/x-new", numbers);
    let written = content(&write_session(&read_session(file.to_string().as_bytes())?)?);
    assert_eq!(written, file);
    Ok(())
}

#[test]
fn a_change_keeps_the_unknown_members_of_the_fact_it_changes() -> Result<(), Box<dyn std::error::Error>> {
    let mut session = read_session(file_with_unknown_members().to_string().as_bytes())?;
    let place = session.answers.keys().next().cloned().ok_or("an answer")?;
    session.apply(Change::Answer(place, Some(Answer::Met)), &authorship(None, 0));
    let written: Value = serde_json::from_str(&write_session(&session)?)?;
    assert_eq!(written.pointer("/answers/0/value"), Some(&json!("met")));
    assert_eq!(written.pointer("/answers/0/x-new/nested/2"), Some(&json!("ü")));
    Ok(())
}

#[test]
fn two_people_answer_the_same_and_both_answers_stand() -> Result<(), Box<dyn std::error::Error>> {
    let mut talk = Talk::about(&smm());
    for (person, answer) in [(Some("ana"), Answer::Met), (Some("bo"), Answer::NotMet), (None, Answer::Partly)] {
        talk.by = person.map(str::to_owned);
        talk.answer("governance.strategy.program.l1.named-lead", answer);
    }
    let read = read_session(write_session(&talk.session)?.as_bytes())?;
    let said: Vec<_> = read.answers.values().map(|fact| (fact.by.as_ref().map(|by| by.as_str()), fact.value())).collect();
    assert_eq!(said, [(None, Some(&Answer::Partly)), (Some("ana"), Some(&Answer::Met)), (Some("bo"), Some(&Answer::NotMet))]);
    Ok(())
}

#[test]
fn since_when_a_system_is_in_use_is_said_in_a_field_of_its_own() -> Result<(), Box<dyn std::error::Error>> {
    let mut talk = Talk::about(&smm());
    talk.change(Change::System(SystemField::InUseSince, Some("2019-05-02".to_owned())));
    let text = write_session(&talk.session)?;
    let file: Value = serde_json::from_str(&text)?;
    assert_eq!(file.pointer("/system/0/on"), Some(&json!("in_use_since")));
    assert_eq!(read_session(text.as_bytes())?.system(SystemField::InUseSince), "2019-05-02");
    Ok(())
}

#[test]
fn what_is_given_as_evidence_is_found_by_indicator_and_part() {
    let mut talk = Talk::about(&smm());
    let (i, other) = ("governance.strategy.program.l1.named-lead", "governance.strategy.program.l1.signed-policy");
    for piece in ["e1", "e2", "e3", "gone", "never-there"] {
        let named = (piece != "never-there").then(|| Evidence::new(piece, EvidenceKind::Document));
        talk.change(Change::Evidence(id(piece), named));
    }
    talk.change(Change::Evidence(id("gone"), None));
    let give = |indicator: &str, part: Option<&str>, piece: &str| EvidenceUse {
        indicator: id(indicator),
        part: part.map(id),
        evidence: id(piece),
    };
    for given in [give(i, None, "e1"), give(i, Some("cloud"), "e2"), give(other, None, "e3"), give(i, None, "gone")] {
        talk.change(Change::EvidenceUse(given, Some(Yes)));
    }
    talk.change(Change::EvidenceUse(give(i, None, "never-there"), Some(Yes)));
    talk.change(Change::EvidenceUse(give(i, None, "e3"), Some(Yes)));
    talk.change(Change::EvidenceUse(give(i, None, "e3"), None));
    let found = |indicator: &str, part: Option<&str>| {
        let (indicator, part) = (id(indicator), part.map(id));
        let found = talk.session.evidence_for(&indicator, part.as_ref());
        found.map(|(id, evidence)| (id.as_str().to_owned(), evidence.title.clone())).collect::<Vec<_>>()
    };
    let named = |pieces: &[&str]| pieces.iter().map(|piece| (piece.to_string(), piece.to_string())).collect::<Vec<_>>();
    assert_eq!(found(i, None), named(&["e1"]));
    assert_eq!(found(i, Some("cloud")), named(&["e1", "e2"]), "what shows the whole shows the part, too");
    assert_eq!(found(i, Some("device")), named(&["e1"]));
    assert_eq!(found(other, None), named(&["e3"]));
}

#[test]
fn ids_that_the_model_does_not_know_are_kept_and_listed() -> Result<(), Box<dyn std::error::Error>> {
    let mut talk = Talk::about(&smm());
    talk.answer("governance.strategy.program.l1.named-lead", Answer::Met);
    talk.answer("retail-pos.physical.l1.fastened", Answer::Met);
    talk.answer("gone.l1.indicator", Answer::Met);
    talk.target("gone.practice", 2);
    let read = read_session(write_session(&talk.session)?.as_bytes())?;
    assert_eq!(read, talk.session);
    let preview = preview(&read, &smm_asked())?;
    assert_eq!(preview.not_in_model, ["gone.l1.indicator", "gone.practice"]);
    assert_eq!((preview.answers, preview.targets), (3, 1));
    Ok(())
}

#[test]
fn ids_that_the_model_does_not_know_are_listed_wherever_they_stand() -> Result<(), Box<dyn std::error::Error>> {
    let whole = file_with_unknown_members();
    let members = whole.as_object().ok_or("an object")?;
    for (list, of) in [
        ("targets", "p"),
        ("minimums", "p"),
        ("quick", "p"),
        ("scopes", "p"),
        ("answers", "i"),
        ("practice_notes", "p"),
        ("notes", "i"),
        ("confidence", "i"),
        ("against", "i"),
        ("confirmed", "i"),
        ("shown", "i"),
        ("evidence_uses", "i"),
        ("settlements", "i"),
        ("overrides", "p"),
        ("assignments", "p"),
        ("asked_of", "p"),
    ] {
        let lists = ["format", "version", "id", "created", "model", "seen", "rounds", list];
        let file: Value =
            members.iter().filter(|(name, _)| lists.contains(&name.as_str())).map(|(k, v)| (k.clone(), v.clone())).collect();
        let preview = preview(&read_session(file.to_string().as_bytes())?, &smm_asked())?;
        assert_eq!(preview.not_in_model, [of], "{list}");
    }
    Ok(())
}

#[test]
fn a_list_in_whatever_order_is_read_as_the_same_and_what_stands_there_twice_is_named() -> Result<(), Box<dyn std::error::Error>> {
    let session = read_session(file_with_unknown_members().to_string().as_bytes())?;
    let mut file: Value = serde_json::from_str(&write_session(&session)?)?;
    let people: Vec<Value> = (0..6).map(|number| {
        json!({ "on": format!("p{number}"), "value": { "name": format!("N{number}"), "role": "business_owner" }, "at": "2026-11-01T08:00:00Z", "stamp": format!("a:{}", 100 + number) })
    }).collect();
    let with = |order: &[usize], file: &mut Value| {
        let list: Vec<Value> = order.iter().filter_map(|at| people.get(*at).cloned()).collect();
        crate::support::set(file, "/people", Value::Array(list));
        read_session(file.to_string().as_bytes())
    };
    let in_order = with(&[0, 1, 2, 3, 4, 5], &mut file)?;
    for other in [[5, 4, 3, 2, 1, 0], [2, 0, 5, 1, 3, 4], [0, 1, 2, 5, 4, 3]] {
        assert_eq!(with(&other, &mut file)?, in_order);
    }
    for (twice, who) in [([0, 1, 1], "p1"), ([5, 3, 5], "p5"), ([5, 1, 1], "p1"), ([1, 5, 1], "p1")] {
        let what = Wrong::Fault(Fault::Twice(who.to_owned()));
        assert_eq!(with(&twice, &mut file).err(), Some(ReadError::Wrong { path: "people".to_owned(), what }), "{twice:?}");
    }
    Ok(())
}

#[test]
fn a_long_list_in_reverse_order_is_read_in_steps_as_the_same() {
    let file = with_notes(9_000);
    let mut reversed = file.clone();
    let notes: Vec<Value> = file.pointer("/notes").and_then(Value::as_array).into_iter().flatten().rev().cloned().collect();
    crate::support::set(&mut reversed, "/notes", Value::Array(notes));
    let (steps, read) = in_steps(reversed.to_string().as_bytes());
    assert!(steps > 4, "{steps}");
    assert_eq!(read.map(|opened| opened.session), read_session(file.to_string().as_bytes()));
}

#[test]
fn a_preview_says_which_profiles_are_missing_and_which_edition_was_used() -> Result<(), Box<dyn std::error::Error>> {
    let mut session = read_session(file_with_unknown_members().to_string().as_bytes())?;
    session.model.edition = id("2019-01");
    let used = session.profiles.values().next().and_then(Fact::value).cloned();
    session.apply(Change::Profile(id("fairground-rides"), used), &authorship(None, 0));
    let preview = preview(&session, &smm_asked())?;
    assert_eq!(preview.name, "Line 3");
    assert_eq!(preview.people, ["Bo"]);
    assert_eq!(preview.missing_profiles, ["fairground-rides"]);
    assert_eq!(preview.other_edition.as_deref(), Some("2019-01"));
    assert_eq!((preview.targets, preview.quick, preview.answers, preview.notes, preview.evidence), (1, 1, 1, 2, 1));
    Ok(())
}

#[test]
fn a_session_about_a_model_that_is_not_here_is_not_previewed() {
    let talk = Talk::about(&crate::support::tiny());
    let refused = preview(&talk.session, &smm_asked());
    let expected = ReadError::UnknownModel { model: "backstube".to_owned(), known: vec!["iot-smm".to_owned()] };
    assert_eq!(refused.as_ref().err(), Some(&expected));
    assert_eq!(
        plumbline::ui::read_error(&expected),
        "The session is about the model “backstube”, which this Plumbline does not have (it has: iot-smm). Open it where it was made, or have that model added here."
    );
}
