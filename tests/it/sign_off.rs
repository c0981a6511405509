//! Sign-offs: whoever signs a round confirms figures and facts, and whatever changes afterwards shows against that. Never does anything that
//! was altered count as unchanged.

use std::error::Error;

use plumbline::analysis::{Assessment, FigureChange, SignOffFit, SignedRound, results, sign_off, sign_offs};
use plumbline::exchange::{CopyFor, copy_for, merge, read_session, without_names, write_session};
use plumbline::model::{Level, Questionnaire};
use plumbline::session::commands::{close_round, sign, take_sign_off_back};
use plumbline::session::{
    Answer, Authorship, Change, List, ModelRef, Person, Place, QuickAnswer, Role, Session, SignOffOf, Signature, Signed, Steps,
    SystemField, Timestamp,
};
use proptest::prelude::*;
use serde_json::{Map, Value};

use crate::support::any::{cases, change};
use crate::support::talk::{Talk, authorship};
use crate::support::{id, set, tiny, tiny_asked};

type Outcome = Result<(), Box<dyn Error>>;

pub fn at(sign_off: &str) -> SignOffOf {
    SignOffOf { round: id("r1"), sign_off: id(sign_off) }
}

pub fn day() -> plumbline::session::Date {
    plumbline::session::day("2026-11-23").unwrap_or_default()
}

pub fn signed(session: &Session, asked: &Questionnaire, which: &str, who: &str) -> Option<Change> {
    let at = at(which);
    let assessment = Assessment::of_round(asked, session, &at.round);
    let signed = sign_off(&assessment, &results(&assessment), &at, &id(who), day())?;
    sign(session, at.clone(), signed, None)
}

pub fn all(session: &Session) -> Vec<SignedRound> {
    let (asked, round) = (tiny_asked(), id("r1"));
    let assessment = Assessment::of_round(&asked, session, &round);
    sign_offs(&assessment, &results(&assessment))
}

pub fn fit(session: &Session) -> Option<SignOffFit> {
    all(session).first().map(|it| it.fit)
}

pub fn first_practice() -> String {
    tiny_asked().model().practices().first().map(|practice| practice.id.to_string()).unwrap_or_default()
}

/// Somebody answered, and ana signed.
pub fn talk() -> Talk {
    let asked = tiny_asked();
    let mut talk = Talk::about(&tiny());
    for person in ["ana", "bo"] {
        talk.add_person(person);
    }
    let torten = plumbline::session::ProfileUse { edition: id("v1"), unknown: Map::new() };
    talk.change(Change::Profile(id("torten"), Some(torten)));
    talk.by = Some("ana".to_owned());
    talk.answer_levels(&asked, &first_practice(), 1..=1, &Answer::Met);
    talk.target(&first_practice(), 2);
    let signed = signed(&talk.session, &asked, "o1", "ana");
    assert!(signed.is_some());
    signed.into_iter().for_each(|change| _ = talk.change(change));
    talk
}

/// The file of a session, altered by whoever has an editor.
pub fn edited(session: &Session, edit: impl FnOnce(&mut Value)) -> Result<Session, Box<dyn Error>> {
    let mut file: Value = serde_json::from_str(&write_session(session)?)?;
    edit(&mut file);
    Ok(read_session(file.to_string().as_bytes())?)
}

#[test]
fn what_nobody_changes_stays_as_it_was_signed_through_files_copies_and_merges() -> Outcome {
    let talk = talk();
    assert_eq!(fit(&talk.session), Some(SignOffFit::Unchanged));
    let read = read_session(write_session(&talk.session)?.as_bytes())?;
    assert_eq!(fit(&read), Some(SignOffFit::Unchanged));
    let copy = copy_for(&talk.session, &tiny_asked(), &CopyFor::Consultant)?;
    assert_eq!(fit(&copy), Some(SignOffFit::Unchanged));
    let merged = merge(&talk.session, &copy)?.session;
    assert_eq!(fit(&merged), Some(SignOffFit::Unchanged));
    Ok(())
}

#[test]
fn two_people_sign_apart_and_both_stand_beside_each_other() -> Outcome {
    let talk = talk();
    let (mut one, mut other) = (talk.session.clone(), talk.session.clone());
    let asked = tiny_asked();
    let by = |who: &str| Authorship { actor: id(who), ..authorship(Some(who), 500) };
    for (session, which, who) in [(&mut one, "o2", "bo"), (&mut other, "o3", "ana")] {
        let change = signed(session, &asked, which, who).ok_or("signed")?;
        session.apply(change, &by(who));
    }
    let merged = merge(&one, &other)?;
    assert!(merged.conflicts.is_empty());
    let fits: Vec<_> = all(&merged.session).iter().map(|it| (it.sign_off.name.clone(), it.fit)).collect();
    let unchanged = |who: &str| (who.to_owned(), SignOffFit::Unchanged);
    assert_eq!(fits, [unchanged("ana"), unchanged("ana"), unchanged("bo")].map(|it| it));
    Ok(())
}

#[test]
fn a_level_that_moved_is_said_with_what_it_was_and_counted_by_what_was_written() -> Outcome {
    let mut talk = talk();
    talk.answer_levels(&tiny_asked(), &first_practice(), 2..=4, &Answer::Met);
    let all = all(&talk.session);
    let now = all.first().ok_or("signed")?;
    assert_eq!(now.fit, SignOffFit::Changed);
    let FigureChange { was, is, .. } = now.figures.first().ok_or("a figure")?;
    let level = |it: &Option<plumbline::session::SignedPractice>| it.as_ref().and_then(|it| it.level).map(Level::number);
    assert!(level(was) < level(is), "{was:?} {is:?}");
    let answers = now.facts.iter().find(|it| it.list == Some(List::Answers)).ok_or("answers")?;
    assert!(answers.written > 0 && answers.in_round);
    Ok(())
}

#[test]
fn what_is_undone_is_as_it_was_signed_and_signing_can_be_undone() -> Outcome {
    let mut session = talk().session;
    let mut steps = Steps::default();
    let by = authorship(Some("ana"), 900);
    let place = Place { on: id(&first_practice()), round: id("r1"), part: None, by: Some(id("ana")) };
    steps.make(&mut session, Change::Quick(place, Some(QuickAnswer::Level(Level::new(1)))), &by);
    assert_eq!(fit(&session), Some(SignOffFit::Changed));
    steps.undo(&mut session, &by).ok_or("undone")?;
    assert_eq!(fit(&session), Some(SignOffFit::Unchanged));
    let change = signed(&session, &tiny_asked(), "o2", "bo").ok_or("signed")?;
    steps.make(&mut session, change, &by);
    assert_eq!(all(&session).len(), 2);
    steps.undo(&mut session, &by).ok_or("undone")?;
    assert_eq!(all(&session).len(), 1);
    Ok(())
}

#[test]
fn what_stands_beside_the_round_is_told_apart() {
    let mut talk = talk();
    talk.change(Change::System(SystemField::Includes, Some("the gate".to_owned())));
    assert_eq!(fit(&talk.session), Some(SignOffFit::Beside));
    talk.target(&first_practice(), 3);
    assert_eq!(fit(&talk.session), Some(SignOffFit::Changed), "a target is a figure");
}

#[test]
fn a_closed_round_stays_signed_and_the_next_one_begins_without() -> Outcome {
    let mut talk = talk();
    let close = close_round(&talk.session, &id("r1"), id("e1"), day());
    talk.change(close);
    assert_eq!(fit(&talk.session), Some(SignOffFit::Unchanged));
    let after = signed(&talk.session, &tiny_asked(), "o2", "bo").ok_or("a closed round can be signed")?;
    assert!(talk.session.may(&after).is_ok());
    talk.change(after);
    talk.open_round("r2");
    // What somebody changes in the same minute is one decision, wherever it is said.
    talk.pass(100);
    let (practice, asked) = (first_practice(), tiny_asked());
    talk.target(&practice, 4);
    talk.answer_levels(&asked, &practice, 1..=1, &Answer::NotMet);
    let now: Vec<_> = all(&talk.session).into_iter().map(|it| (it.fit, it.frame, it.figures, it.facts)).collect();
    let unchanged = (SignOffFit::Unchanged, Vec::new(), Vec::new(), Vec::new());
    assert_eq!(now, [unchanged.clone(), unchanged]);
    let round = id("r2");
    let next = Assessment::of_round(&asked, &talk.session, &round);
    assert!(sign_offs(&next, &results(&next)).is_empty(), "it stays with its round");
    Ok(())
}

#[test]
fn taking_back_is_an_act_of_its_own_and_what_was_signed_stays_to_be_read() -> Outcome {
    let mut talk = talk();
    assert!(take_sign_off_back(&talk.session, &at("none"), "", day()).is_none());
    talk.by = Some("bo".to_owned());
    let back = take_sign_off_back(&talk.session, &at("o1"), " Too early. ", day()).ok_or("taken back")?;
    talk.change(back);
    assert!(take_sign_off_back(&talk.session, &at("o1"), "", day()).is_none(), "but once");
    let all = all(&talk.session);
    let it = all.first().ok_or("it stands")?;
    let (taken_back, by) = it.taken_back.as_ref().ok_or("taken back")?;
    assert_eq!((taken_back.why.as_str(), by.as_ref().map(|by| by.as_str())), ("Too early.", Some("bo")));
    assert_eq!((it.sign_off.name.as_str(), it.fit), ("ana", SignOffFit::Unchanged));
    Ok(())
}

#[test]
fn nobody_signs_without_a_name_or_where_something_else_was_gathered() -> Outcome {
    let mut talk = talk();
    let asked = tiny_asked();
    assert!(signed(&talk.session, &asked, "o2", "nobody").is_none());
    let nameless = Person { name: " ".to_owned(), role: Role::Auditor, unknown: Map::new() };
    talk.change(Change::Person(id("cem"), Some(nameless)));
    assert!(signed(&talk.session, &asked, "o2", "cem").is_none());
    assert!(signed(&talk.session, &asked, "o1", "bo").is_none(), "nobody signs in the place of another sign-off");
    let round = id("r1");
    let assessment = Assessment::of_round(&asked, &talk.session, &round);
    let gathered = sign_off(&assessment, &results(&assessment), &at("o2"), &id("bo"), day()).ok_or("gathered")?;
    assert!(sign(&talk.session, at("o3"), gathered, None).is_none());
    Ok(())
}

#[test]
fn whoever_edits_a_file_does_not_make_it_look_unchanged() -> Outcome {
    let talk = talk();
    for (what, to) in [
        ("/sign_offs/0/value/name", Value::from("Eve")),
        ("/sign_offs/0/value/role", Value::from("auditor")),
        ("/sign_offs/0/value/on", Value::from("2020-01-01")),
        ("/sign_offs/0/value/digest", Value::from("00")),
        ("/sign_offs/0/value/figures/practices/0/level", Value::from(4)),
        ("/sign_offs/0/value/figures/edition", Value::from("9")),
        ("/sign_offs/0/value/facts/0/digest", Value::from("00")),
        ("/sign_offs/0/value/seen", serde_json::json!({})),
        ("/sign_offs/0/value/x-new", Value::from(1)),
        ("/sign_offs/0/on/sign_off", Value::from("o9")),
        ("/id", Value::from("s9")),
    ] {
        let session = edited(&talk.session, |file| set(file, what, to))?;
        assert_eq!(fit(&session), Some(SignOffFit::Altered), "{what}");
    }
    let answer = edited(&talk.session, |file| set(file, "/answers/0/value", Value::from("partly")))?;
    let all = all(&answer);
    let it = all.first().ok_or("signed")?;
    assert_eq!(it.fit, SignOffFit::Changed);
    let answers = it.facts.iter().find(|it| it.list == Some(List::Answers)).ok_or("answers")?;
    assert_eq!(answers.written, 0, "it was altered without a trace");
    let by = edited(&talk.session, |file| set(file, "/sign_offs/0/by", Value::from("bo")))?;
    assert!(crate::sign_off::all(&by).first().is_some_and(|it| it.by_another));
    Ok(())
}

#[test]
fn without_names_nothing_of_it_leaves() -> Outcome {
    let talk = talk();
    let copy = without_names(&talk.session)?;
    assert!(copy.sign_offs.is_empty() && copy.sign_offs_taken_back.is_empty());
    let targets = copy_for(&talk.session, &tiny_asked(), &CopyFor::Targets)?;
    assert!(targets.sign_offs.is_empty(), "a part can't be compared with the whole");
    Ok(())
}

/// The bytes that were signed in the first version that could. They may never be others for what is signed in this form.
const SIGNED_FIRST: &str = include_str!("../data/sign-off/bytes-1.txt");

#[test]
fn the_bytes_that_are_signed_are_the_same_for_ever() -> Outcome {
    let mut talk = Talk::about(&tiny());
    talk.session = read_session(&crate::support::bytes("tests/data/sign-off/session-1.json"))?;
    // What came later says nothing in a session of then, and so is no part of what was signed.
    let came_later =
        [List::CharacteristicTargets, List::CharacteristicStates, List::Priority, List::Conflicts, List::ConflictDecisions];
    let lists =
        List::ALL.iter().filter(|list| list.signed() != Signed::Not && !came_later.contains(list)).map(|list| list.name());
    let covered = talk.session.signed_lists(&id("r1"));
    assert_eq!(covered.iter().map(|it| it.list.as_str()).collect::<Vec<_>>(), lists.collect::<Vec<_>>(), "each has an entry");
    talk.by = Some("ana".to_owned());
    let change = signed(&talk.session, &tiny_asked(), "o1", "ana").ok_or("signed")?;
    talk.change(change);
    let (_, it, _) = talk.session.sign_offs_of(&id("r1")).first().copied().ok_or("signed")?;
    let bytes = String::from_utf8(it.signed_bytes(&talk.session, &at("o1")))?;
    if std::env::var_os("PLUMBLINE_SIGNED_BYTES").is_some() {
        std::fs::write("tests/data/sign-off/bytes-1.txt", &bytes)?;
    }
    assert_eq!(bytes, SIGNED_FIRST);
    let signature = Some(Signature { kind: "x".to_owned(), key: String::new(), signature: String::new(), unknown: Map::new() });
    let other = plumbline::session::SignOff { signature, digest: "other".to_owned(), ..it.clone() };
    assert_eq!(String::from_utf8(other.signed_bytes(&talk.session, &at("o1")))?, bytes);
    Ok(())
}

/// What a list says in the round `a`, told apart from when and where.
fn said(session: &Session, list: List) -> Result<Vec<String>, TestCaseError> {
    let file = write_session(session).map_err(|error| TestCaseError::fail(error.to_string()))?;
    let file: Value = serde_json::from_str(&file).map_err(|error| TestCaseError::fail(error.to_string()))?;
    let records = file.get(list.name()).and_then(Value::as_array).cloned().unwrap_or_default();
    let mut said: Vec<String> = records
        .iter()
        .filter(|it| it.get("value").is_some() && it.get("round").is_none_or(|round| round == "a"))
        .map(|it| ["on", "part", "by", "value"].map(|name| it.get(name).map(Value::to_string).unwrap_or_default()).join("|"))
        .collect();
    said.sort();
    Ok(said)
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn whatever_is_said_otherwise_afterwards_shows(before in prop::collection::vec(change(), 0..8), after in prop::collection::vec(change(), 1..8)) {
        let (asked, model) = (tiny_asked(), tiny());
        let by = |second: i64| Authorship { at: Timestamp::from_second(second).unwrap_or_default(), ..authorship(Some("ana"), 0) };
        let mut session = Session::new(id("s1"), ModelRef::new(model.id.clone(), model.edition.clone()), id("a"), &by(0));
        before.into_iter().zip(1..).for_each(|(change, second)| { session.apply(change, &by(second)); });
        session.apply(Change::Person(id("ana"), Some(Person { name: "Ana".to_owned(), role: Role::Auditor, unknown: Map::new() })), &by(100));
        let (round, at) = (id("a"), SignOffOf { round: id("a"), sign_off: id("o1") });
        prop_assume!(session.has_round(&round));
        let signed = {
            let assessment = Assessment::of_round(&asked, &session, &round);
            sign_off(&assessment, &results(&assessment), &at, &id("ana"), day())
        };
        let change = signed.and_then(|signed| sign(&session, at.clone(), signed, None));
        let change = change.ok_or_else(|| TestCaseError::fail("signed"))?;
        session.apply(change, &by(200));
        // What takes the round away or opens others moves which targets are those of its time: that is tried elsewhere.
        let signed = session.clone();
        for (change, second) in after.into_iter().zip(201..) {
            if !matches!(change, Change::Round(..) | Change::Together(_) | Change::RoundEvent(..) | Change::SignOff(..)) {
                session.apply(change, &by(second));
            }
        }
        let assessment = Assessment::of_round(&asked, &session, &round);
        let now = sign_offs(&assessment, &results(&assessment));
        let now = now.iter().find(|it| it.at == at).ok_or_else(|| TestCaseError::fail("it stands"))?;
        let ended = session.end_of(&round).is_some();
        for list in List::ALL.iter().copied().filter(|list| list.signed() != Signed::Not && !(ended && *list == List::Targets)) {
            let differs = said(&signed, list)? != said(&session, list)?;
            prop_assert_eq!(now.facts.iter().any(|it| it.list == Some(list)), differs, "{:?}", list);
            if differs {
                prop_assert_ne!(now.fit, SignOffFit::Unchanged);
                prop_assert!(list.signed() != Signed::InRound || now.fit == SignOffFit::Changed);
            }
        }
        if now.facts.is_empty() && now.figures.is_empty() && now.frame.is_empty() {
            prop_assert_eq!(now.fit, SignOffFit::Unchanged);
        }
    }
}

pub mod by_key {
    //! Signatures of a device's key, as browsers make them.

    use ed25519_dalek::{Signer, SigningKey};
    use plumbline::analysis::SignatureCheck;
    use plumbline::command_line::{Machine, check_signature, run};
    use plumbline::session::{SignOff, key_fingerprint};

    use super::*;
    use crate::support::path;

    /// Ana's sign-off, signed by a key.
    pub fn signed_by_key(secret: u8) -> Result<Session, Box<dyn Error>> {
        let (mut talk, asked) = (talk(), tiny_asked());
        let round = id("r1");
        let it = {
            let assessment = Assessment::of_round(&asked, &talk.session, &round);
            sign_off(&assessment, &results(&assessment), &at("o2"), &id("ana"), day()).ok_or("gathered")?
        };
        let key = SigningKey::from_bytes(&[secret; 32]);
        let signature = key.sign(&it.signed_bytes(&talk.session, &at("o2")));
        let signature = Signature::ed25519(key.verifying_key().as_bytes(), &signature.to_bytes());
        let change = sign(&talk.session, at("o2"), it, Some(signature)).ok_or("signed")?;
        talk.change(change);
        Ok(talk.session)
    }

    fn of(session: &Session) -> Option<(SignOffFit, SignatureCheck)> {
        let all = all(session);
        let it = all.iter().find(|it| it.at.sign_off == id("o2"))?;
        let SignOff { signature, .. } = &it.sign_off;
        Some((it.fit, check_signature(signature.as_ref()?, &it.sign_off.signed_bytes(session, &it.at))))
    }

    #[test]
    fn it_fits_through_files_copies_and_merges() -> Outcome {
        let session = signed_by_key(7)?;
        let fits = Some((SignOffFit::Unchanged, SignatureCheck::Fits));
        assert_eq!(of(&session), fits);
        assert_eq!(of(&read_session(write_session(&session)?.as_bytes())?), fits);
        assert_eq!(of(&copy_for(&session, &tiny_asked(), &CopyFor::Consultant)?), fits);
        assert_eq!(of(&merge(&talk().session, &session)?.session), fits);
        Ok(())
    }

    #[test]
    fn whatever_is_altered_the_signature_does_not_fit() -> Outcome {
        let session = signed_by_key(7)?;
        let other = signed_by_key(8)?;
        let (_, other, _) = other.sign_offs_of(&id("r1")).get(1).copied().ok_or("signed")?;
        let other = other.signature.clone().ok_or("a signature")?;
        let edits = [
            ("/sign_offs/1/value/name", Value::from("Eve")),
            ("/sign_offs/1/value/figures/practices/0/level", Value::from(4)),
            ("/sign_offs/1/value/facts/0/digest", Value::from("00")),
            ("/sign_offs/1/value/x-new", Value::from(true)),
            ("/sign_offs/1/value/signature/key", Value::from(other.key)),
            ("/sign_offs/1/value/signature/signature", Value::from(other.signature)),
            ("/sign_offs/1/value/signature/key", Value::from("AAAA")),
            ("/sign_offs/1/value/signature/signature", Value::from("%")),
            ("/id", Value::from("s9")),
        ];
        for (what, to) in edits {
            // Whoever alters it has its digest fit again, too: that needs no key.
            let mut edited = edited(&session, |file| set(file, what, to))?;
            let (at, it, fact) = edited.sign_offs_of(&id("r1")).get(1).copied().ok_or("signed")?;
            let (at, digest, mut fact) = (at.clone(), it.digest_of(&edited, at), fact.clone());
            let it = SignOff { digest, ..it.clone() };
            fact = plumbline::session::Fact::new(Some(it), fact.by, fact.at, fact.stamp);
            edited.sign_offs.insert(at, fact);
            assert_eq!(of(&edited).map(|(_, check)| check), Some(SignatureCheck::DoesNotFit), "{what}");
        }
        let kind = edited(&session, |file| set(file, "/sign_offs/1/value/signature/kind", Value::from("rsa")))?;
        assert_eq!(of(&kind).map(|(_, check)| check), Some(SignatureCheck::CantCheck));
        Ok(())
    }

    #[test]
    fn a_key_under_which_anything_fits_fits_nothing() {
        // A point of small order with a signature of zeros: lenient readers take it for any message.
        let mut key = [0; 32];
        key.iter_mut().take(1).for_each(|byte| *byte = 1);
        let mut signature = [0; 64];
        signature.iter_mut().take(1).for_each(|byte| *byte = 1);
        assert_eq!(check_signature(&Signature::ed25519(&key, &signature), b"anything"), SignatureCheck::DoesNotFit);
    }

    #[test]
    fn points_of_small_order_are_no_key_and_begin_no_signature() -> Outcome {
        let ends = |lowest: &str, between: &str, highest: &str| format!("{lowest}{}{highest}", between.repeat(30));
        let points = [
            ends("00", "00", "00"),
            ends("01", "00", "00"),
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05".to_owned(),
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a".to_owned(),
            ends("ec", "ff", "7f"),
            ends("ed", "ff", "7f"),
            ends("ee", "ff", "7f"),
        ];
        let good = SigningKey::from_bytes(&[7; 32]);
        let (key, signed) = (good.verifying_key().to_bytes(), good.sign(b"this").to_bytes());
        assert!(Signature::ed25519(&key, &signed).bytes().is_some());
        for point in points {
            for sign in [0x00, 0x80] {
                let bytes = (0..32).map(|at| u8::from_str_radix(point.get(2 * at..2 * at + 2).unwrap_or_default(), 16));
                let mut bytes = bytes.collect::<Result<Vec<u8>, _>>()?;
                bytes.iter_mut().skip(31).for_each(|last| *last |= sign);
                let weak: [u8; 32] = bytes.clone().try_into().map_err(|_| "32 bytes")?;
                let is_weak = ed25519_dalek::VerifyingKey::from_bytes(&weak).map_or(true, |key| key.is_weak());
                assert!(is_weak, "the list is right: {point}");
                assert!(Signature::ed25519(&weak, &signed).bytes().is_none(), "a key: {point} {sign}");
                let begun: Vec<u8> = bytes.into_iter().chain(signed.iter().copied().skip(32)).collect();
                assert!(Signature::ed25519(&key, &begun).bytes().is_none(), "a signature: {point} {sign}");
                assert_eq!(check_signature(&Signature::ed25519(&weak, &signed), b"this"), SignatureCheck::DoesNotFit);
            }
        }
        Ok(())
    }

    #[test]
    fn programs_are_told_of_a_forged_one_as_altered_and_can_fail_on_it() -> Outcome {
        let session = signed_by_key(7)?;
        // Whoever alters it has its digest fit again.
        let mut forged = session.clone();
        let fact = forged.sign_offs.get(&at("o2")).cloned().ok_or("signed")?;
        let mut it = fact.value().cloned().ok_or("signed")?;
        it.role = Role::Auditor;
        it.digest = it.digest_of(&forged, &at("o2"));
        forged.sign_offs.insert(at("o2"), plumbline::session::Fact::new(Some(it), fact.by.clone(), fact.at, fact.stamp.clone()));
        let told = |session: &Session| -> Result<(u8, Value), Box<dyn Error>> {
            let file = write_session(session)?;
            let model = path("tests/data/tiny-model.json").into_os_string();
            let profile = path("tests/data/tiny-profile.json").into_os_string();
            let [check, input] = ["check", "-"].map(std::ffi::OsString::from);
            let arguments =
                [check, input, "--model".into(), model, "--profile".into(), profile, "--json".into(), "--fail-on".into()];
            let arguments = arguments.into_iter().chain(["changed-sign-off".into()]);
            let outcome = run(arguments, &mut file.as_bytes(), Machine::default());
            let told: Value = serde_json::from_slice(&outcome.out)?;
            Ok((outcome.code, told.pointer("/0/sign_offs/1").cloned().ok_or("told")?))
        };
        let word = |told: &Value, name: &str| told.get(name).cloned().unwrap_or_default();
        let (code, fine) = told(&session)?;
        assert_eq!((code, word(&fine, "state"), word(&fine, "signature")), (0, "unchanged".into(), "fits".into()));
        assert!(word(&fine, "key").is_string());
        let (code, altered) = told(&forged)?;
        assert_eq!((code, word(&altered, "state"), word(&altered, "signature")), (1, "altered".into(), "does_not_fit".into()));
        assert!(word(&altered, "key").is_null(), "a key by which it was not signed");
        Ok(())
    }

    #[test]
    fn the_command_line_says_whether_it_is_as_it_was_signed() -> Outcome {
        let session = signed_by_key(7)?;
        let words = |session: &Session| -> Result<String, Box<dyn Error>> {
            let file = write_session(session)?;
            let model = path("tests/data/tiny-model.json").into_os_string();
            let profile = path("tests/data/tiny-profile.json").into_os_string();
            let [check, input] = ["check", "-"].map(std::ffi::OsString::from);
            let arguments = [check, input, "--model".into(), model, "--profile".into(), profile];
            let outcome = run(arguments, &mut file.as_bytes(), Machine::default());
            assert!(outcome.code == 0, "{}", outcome.told);
            Ok(String::from_utf8(outcome.out)?)
        };
        let said = words(&session)?;
        let key = key_fingerprint(SigningKey::from_bytes(&[7; 32]).verifying_key().as_bytes());
        assert!(said.contains("Unchanged since it was signed.") && said.contains(&key), "{said}");
        let eve = edited(&session, |file| set(file, "/sign_offs/1/value/name", Value::from("Eve")))?;
        let said = words(&eve)?;
        let eve = said.lines().find(|line| line.starts_with("Eve")).ok_or("told")?;
        assert!(eve.contains("Do not rely on it") && !eve.contains("Unchanged"), "{said}");
        let said_again = edited(&session, |file| set(file, "/answers/0/value", Value::from("not_met")))?;
        assert!(words(&said_again)?.contains("Changed since"));
        Ok(())
    }

    #[test]
    fn a_fingerprint_is_the_hash_of_the_key_in_groups() {
        // As sha256sum(1) has it of 32 bytes of zero.
        let groups = "6668 7AAD F862 BD77 6C8F C18B 8E9F 8E20 0897 1485 6EE2 33B3 902A 591D 0D5F 2925";
        assert_eq!(key_fingerprint(&[0; 32]), groups);
    }
}
