//! The code of a report: the same for the same facts, another one for others, and what it says when it is typed in again.

#![allow(clippy::panic, reason = "what is not there ends the test")]

use crate::support::any::cases;
use crate::support::talk::{Talk, authorship};
use crate::support::{id, tiny};
use plumbline::analysis::{Length, ReportOptions, Section};
use plumbline::exchange::{Checked, compare_code, fingerprint, merge, read_session, report_code, write_session};
use plumbline::model::Level;
use plumbline::session::{
    Answer, Authorship, Change, IssuedReport, ModelRef, Person, QuickAnswer, Role, Round, Session, Settlement, Subject,
    SystemField, Timestamp,
};
use proptest::prelude::*;
use serde_json::Map;

fn code(session: &Session) -> String {
    fingerprint(session, &ReportOptions::default()).unwrap_or_default()
}

fn check(code: &str, session: &Session) -> Checked {
    compare_code(code, session).unwrap_or(Checked::NoCode)
}

fn first_practice() -> String {
    tiny().practices().first().map(|practice| practice.id.to_string()).unwrap_or_default()
}

fn issue(talk: &mut Talk) -> (String, Timestamp) {
    let code = code(&talk.session);
    let at = talk.session.last_change();
    let Some(id) = report_code(&code) else { panic!("{code}") };
    talk.change(Change::Report(id, Some(IssuedReport::new(at))));
    (code, at)
}

/// The code of [`settled_by`] ana, as version 0.1 made it.
const FIRST_VERSION: &str = "Y2Q3-Z8Q6-4E9N";

const SUPERSEDED: Checked = Checked::Superseded { issued: None, since: None };

#[test]
fn a_code_is_short_and_easy_to_read_out() {
    let code = code(&Talk::about(&tiny()).session);
    let groups: Vec<usize> = code.split('-').map(str::len).collect();
    assert_eq!(groups, [4, 4, 4]);
    assert!(
        code.chars().all(|it| it == '-' || (it.is_ascii_alphanumeric() && !"ILOUilou".contains(it) && !it.is_lowercase())),
        "{code}"
    );
}

#[test]
fn it_is_current_until_a_fact_changes_and_again_when_that_is_undone() {
    let mut talk = Talk::about(&tiny());
    talk.quick_level(&first_practice(), 1);
    let printed = code(&talk.session);
    assert_eq!(check(&printed, &talk.session), Checked::Current);

    let place = talk.place(id(&first_practice()));
    let back = talk.change(Change::Quick(place, Some(QuickAnswer::Level(Level::new(2)))));
    assert_eq!(check(&printed, &talk.session), SUPERSEDED);
    talk.change(back);
    assert_eq!(check(&printed, &talk.session), Checked::Current, "the facts are the same again");
}

#[test]
fn it_is_the_same_in_every_copy() {
    let mut talk = Talk::about(&tiny());
    talk.target(&first_practice(), 2);
    let file = write_session(&talk.session).unwrap_or_default();
    let Ok(copy) = read_session(file.as_bytes()) else { panic!() };
    assert_eq!(check(&code(&talk.session), &copy), Checked::Current);
}

#[test]
fn since_when_it_is_superseded_is_known_once_it_was_given_out() {
    let mut talk = Talk::about(&tiny());
    talk.quick_level(&first_practice(), 1);
    let (printed, issued) = issue(&mut talk);
    assert_eq!(check(&printed, &talk.session), Checked::Current, "giving out a report changes none");

    talk.pass(3600);
    talk.quick_level(&first_practice(), 2);
    let since = talk.session.last_change();
    talk.pass(3600);
    talk.target(&first_practice(), 2);
    let superseded = Checked::Superseded { issued: Some(issued), since: Some(since) };
    assert_eq!(check(&printed, &talk.session), superseded);

    let mut other = Talk::about(&tiny()).session;
    other.id = talk.session.id.clone();
    let Ok(merged) = merge(&other, &talk.session) else { panic!() };
    assert_eq!(check(&printed, &merged.session), superseded, "it travels");
}

#[test]
fn the_same_report_given_out_by_two_is_nothing_to_decide() {
    let base = Talk::about(&tiny()).session;
    let code = report_code(&code(&base));
    let given_out = |actor: &str, second: i64| {
        let mut copy = base.clone();
        let at = Timestamp::from_second(second).unwrap_or_default();
        let authorship = Authorship { by: None, at, actor: id(actor) };
        copy.apply(Change::Report(code.clone().unwrap_or_else(|| id("none")), Some(IssuedReport::new(at))), &authorship);
        copy
    };
    let (mine, theirs) = (given_out("mine", 1_800_000_000), given_out("theirs", 1_800_000_600));
    let (Ok(one), Ok(other)) = (merge(&mine, &theirs), merge(&theirs, &mine)) else { panic!() };
    assert_eq!((one.taken.len(), one.conflicts.len()), (0, 0));
    assert_eq!(one.session.reports, other.session.reports);
    assert_eq!(one.session.reports.len(), 1);
}

/// A session in which somebody settled how a statement is answered.
fn settled_by(base: &Session, who: &str, second: i64) -> Session {
    let mut copy = base.clone();
    let at = Timestamp::from_second(second).unwrap_or_default();
    let authorship = Authorship { by: Some(id(who)), at, actor: id(who) };
    let on = Subject { on: id("a"), round: copy.round().cloned().unwrap_or_else(|| id("r1")), part: None };
    let settlement =
        Settlement { answer: Answer::Partly, among: Vec::new(), reason: "We looked.".to_owned(), unknown: Map::new() };
    copy.apply(Change::Settlement(on, Some(settlement)), &authorship);
    copy
}

#[test]
fn who_of_two_settled_the_same_alike_makes_no_other_report() {
    let base = Talk::about(&tiny()).session;
    let (mine, theirs) = (settled_by(&base, "ana", 1_800_000_000), settled_by(&base, "bo", 1_800_000_600));
    assert_ne!(code(&base), code(&mine), "it counts");
    assert_eq!(code(&mine), code(&theirs));
    assert_eq!(check(&code(&mine), &theirs), Checked::Current);
}

#[test]
fn a_code_of_the_first_version_still_says_current_where_nothing_changed() {
    // Printed by version 0.1, which let who settled something make another code.
    let session = settled_by(&Talk::about(&tiny()).session, "ana", 1_800_000_000);
    assert_ne!(code(&session), FIRST_VERSION);
    assert_eq!(check(FIRST_VERSION, &session), Checked::Current);
}

#[test]
fn what_the_report_does_not_show_leaves_it_current() {
    let mut talk = Talk::about(&tiny());
    let options = ReportOptions { sections: [Section::Standing].into(), length: Length::Short, names: false };
    let printed = fingerprint(&talk.session, &options).unwrap_or_default();
    let everything = code(&talk.session);
    let place = talk.place(id(&first_practice()));
    talk.change(Change::PracticeNote(place, Some("see binder 3".to_owned())));
    assert_eq!(check(&printed, &talk.session), Checked::Current);
    assert_eq!(check(&everything, &talk.session), SUPERSEDED);
}

#[test]
fn a_new_name_counts_only_where_people_are_named() {
    let mut talk = Talk::about(&tiny());
    let called = |name: &str| Some(Person { name: name.to_owned(), role: Role::Consultant, unknown: Map::new() });
    talk.change(Change::Person(id("ana"), called("Ana")));
    let without = fingerprint(&talk.session, &ReportOptions { names: false, ..ReportOptions::default() }).unwrap_or_default();
    let with = code(&talk.session);
    talk.change(Change::Person(id("ana"), called("Ana Ruiz")));
    assert_eq!(check(&without, &talk.session), Checked::Current);
    assert_eq!(check(&with, &talk.session), SUPERSEDED);
}

#[test]
fn answers_of_another_round_do_not_count() {
    let mut talk = Talk::about(&tiny());
    talk.change(Change::Round(id("r0"), Some(Round { name: String::new(), unknown: Map::new() })));
    let printed = code(&talk.session);
    talk.round = "r0".to_owned();
    talk.quick_level(&first_practice(), 1);
    assert_eq!(check(&printed, &talk.session), Checked::Current);
}

#[test]
fn another_session_is_told_apart() {
    let model = ModelRef::new(tiny().id.clone(), tiny().edition.clone());
    let other = Session::new(id("another-session"), model, id("r1"), &authorship(None, 0));
    assert_eq!(check(&code(&Talk::about(&tiny()).session), &other), Checked::NotOfThisSession);
}

#[test]
fn it_may_be_typed_as_people_do() {
    let talk = Talk::about(&tiny());
    let printed = code(&talk.session);
    let sloppy = printed.replace('-', " ").to_lowercase().replace('1', "l").replace('0', "o");
    for typed in [sloppy, printed.replace('-', ""), format!("  {printed}\n")] {
        assert_eq!(check(&typed, &talk.session), Checked::Current, "{typed}");
    }
    for none in ["", "x", "ÄÖÜ", "0000-0000-000", "plumbline"] {
        assert_eq!(check(none, &talk.session), Checked::NoCode, "{none}");
    }
}

#[test]
fn most_slips_in_typing_are_noticed() {
    let talk = Talk::about(&tiny());
    let printed = code(&talk.session).replace('-', "");
    let slips = (0..printed.len())
        .flat_map(|at| "0123456789ABCDEFGHJKMNPQRSTVWXYZ".chars().map(move |sign| (at, sign)).collect::<Vec<_>>());
    let slips: Vec<String> = slips
        .map(|(at, sign)| printed.char_indices().map(|(index, it)| if index == at { sign } else { it }).collect())
        .filter(|slip: &String| *slip != printed)
        .collect();
    let unnoticed = slips.iter().filter(|slip| check(slip, &talk.session) != Checked::NoCode).count();
    assert!(unnoticed * 10 < slips.len(), "{unnoticed} of {}", slips.len());
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn no_text_whatsoever_does_harm(typed in ".{0,20}") {
        let talk = Talk::about(&tiny());
        prop_assert!(matches!(check(&typed, &talk.session), Checked::NoCode | Checked::NotOfThisSession));
    }

    #[test]
    fn the_code_says_itself_what_it_is_about(sections in prop::sample::subsequence(Section::ALL.to_vec(), 0..=5), short: bool, names: bool) {
        let mut talk = Talk::about(&tiny());
        talk.change(Change::System(SystemField::Name, Some("Mill".to_owned())));
        talk.answer("a", Answer::Met);
        let length = if short { Length::Short } else { Length::Full };
        let options = ReportOptions { sections: sections.into_iter().collect(), length, names };
        let printed = fingerprint(&talk.session, &options).unwrap_or_default();
        prop_assert_eq!(check(&printed, &talk.session), Checked::Current);
        talk.change(Change::System(SystemField::Name, Some("Mill 2".to_owned())));
        prop_assert_eq!(check(&printed, &talk.session), SUPERSEDED);
    }
}
