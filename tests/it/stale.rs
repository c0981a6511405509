//! Answers go stale to the day: by their shelf life, or when all that shows them is out of date.

#![allow(clippy::panic, reason = "a day that is none ends the test")]

use crate::support::any::cases;
use crate::support::talk::Talk;
use crate::support::{id, tiny};
use plumbline::analysis::{Aged, Assessment, Stale, out_of_date_from, stale};
use plumbline::model::{Lasts, Questionnaire};
use plumbline::session::{
    Answer, Authorship, Change, Compensated, Date, Evidence, EvidenceKind, EvidenceUse, NotApplicable, Place, Session, Timestamp,
    Yes,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

/// Statements of the bakery by how many months their answers last.
const ONE_MONTH: &str = "k1b";
const HALF_A_YEAR: &str = "m1";
const A_YEAR: &str = "k1a";
const TWO_YEARS: &str = "k2b";

fn bakery() -> (Questionnaire, Talk) {
    let asked = Questionnaire::new(tiny(), Vec::new());
    let talk = Talk::about(asked.model());
    (asked, talk)
}

fn day(text: &str) -> Date {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// A mark of somebody at a moment, as `2026-11-23T09:00:00Z`.
fn authorship(at: &str) -> Authorship {
    let at: Timestamp = at.parse().unwrap_or_else(|error| panic!("{at}: {error}"));
    Authorship { by: None, at, actor: id("tab-1") }
}

/// Says something about an indicator at noon of a day.
fn say(talk: &mut Talk, on: &str, indicator: &str, answer: Answer) {
    let place = talk.place(id(indicator));
    talk.session.apply(Change::Answer(place, Some(answer)), &authorship(&format!("{on}T12:00:00Z")));
}

fn confirm(talk: &mut Talk, on: &str, indicator: &str) {
    let place = talk.place(id(indicator));
    talk.change(Change::Confirmed(place, Some(day(on))));
}

/// Gives a piece of evidence from a day, valid until another.
fn give(talk: &mut Talk, piece: &str, indicator: &str, dated: Option<&str>, valid_until: Option<&str>) {
    let mut evidence = Evidence::new(piece, EvidenceKind::Document);
    (evidence.dated, evidence.valid_until) = (dated.map(day), valid_until.map(day));
    talk.change(Change::Evidence(id(piece), Some(evidence)));
    let given = EvidenceUse { indicator: id(indicator), part: talk.part.as_deref().map(id), evidence: id(piece) };
    talk.change(Change::EvidenceUse(given, Some(Yes)));
}

fn on(asked: &Questionnaire, session: &Session, today: &str) -> Vec<(String, String, Aged)> {
    let in_short = |stale: Stale| (stale.at.on.to_string(), stale.since.to_string(), stale.why);
    stale(&Assessment::latest(asked, session), day(today)).into_iter().map(in_short).collect()
}

fn by_age(indicator: &str, since: &str) -> (String, String, Aged) {
    (indicator.to_owned(), since.to_owned(), Aged::ShelfLife)
}

fn by_evidence(indicator: &str, since: &str, piece: &str) -> (String, String, Aged) {
    (indicator.to_owned(), since.to_owned(), Aged::Evidence(id(piece)))
}

#[test]
fn an_answer_lasts_its_months_to_the_day_and_is_stale_from_the_next() {
    for (indicator, answered, lasts_until, stale_from) in [
        (ONE_MONTH, "2026-11-23", "2026-12-23", "2026-12-24"),
        (HALF_A_YEAR, "2026-11-23", "2027-05-23", "2027-05-24"),
        (A_YEAR, "2026-11-23", "2027-11-23", "2027-11-24"),
        (TWO_YEARS, "2026-11-23", "2028-11-23", "2028-11-24"),
        // Months are not equally long: where the day is missing, the last one of the month counts.
        (ONE_MONTH, "2026-01-31", "2026-02-28", "2026-03-01"),
        (ONE_MONTH, "2026-01-28", "2026-02-28", "2026-03-01"),
        (ONE_MONTH, "2026-02-28", "2026-03-28", "2026-03-29"),
        (ONE_MONTH, "2026-03-31", "2026-04-30", "2026-05-01"),
        (ONE_MONTH, "2026-12-31", "2027-01-31", "2027-02-01"),
        (HALF_A_YEAR, "2026-08-31", "2027-02-28", "2027-03-01"),
        (HALF_A_YEAR, "2027-08-31", "2028-02-29", "2028-03-01"),
        (A_YEAR, "2027-02-28", "2028-02-28", "2028-02-29"),
        (A_YEAR, "2028-02-29", "2029-02-28", "2029-03-01"),
        (TWO_YEARS, "2026-02-28", "2028-02-28", "2028-02-29"),
        (ONE_MONTH, "2100-01-31", "2100-02-28", "2100-03-01"),
    ] {
        let (asked, mut talk) = bakery();
        say(&mut talk, answered, indicator, Answer::Met);
        assert_eq!(on(&asked, &talk.session, answered), [], "{indicator} of {answered}");
        assert_eq!(on(&asked, &talk.session, lasts_until), [], "{indicator} of {answered}");
        assert_eq!(on(&asked, &talk.session, stale_from), [by_age(indicator, stale_from)], "{indicator} of {answered}");
        assert_eq!(on(&asked, &talk.session, "9999-12-31"), [by_age(indicator, stale_from)], "and stays so");
    }
}

#[test]
fn the_day_of_an_answer_is_that_of_universal_time() {
    let (asked, mut talk) = bakery();
    for (indicator, at) in [(ONE_MONTH, "2026-11-23T23:59:59Z"), ("k2a", "2026-11-24T00:00:00Z")] {
        let place = talk.place(id(indicator));
        talk.session.apply(Change::Answer(place, Some(Answer::Met)), &authorship(at));
    }
    assert_eq!(on(&asked, &talk.session, "2026-12-24"), [by_age(ONE_MONTH, "2026-12-24")]);
    assert_eq!(on(&asked, &talk.session, "2026-12-25"), [by_age(ONE_MONTH, "2026-12-24"), by_age("k2a", "2026-12-25")]);
}

#[test]
fn whatever_the_answer_is_it_ages() {
    let not_applicable = |reason| Answer::NotApplicable(NotApplicable::because(reason));
    let compensated = |reason| Answer::Compensated(Compensated::because(reason));
    for answer in [Answer::Met, Answer::Partly, Answer::NotMet, not_applicable("why"), compensated("a guard")] {
        let (asked, mut talk) = bakery();
        say(&mut talk, "2026-11-23", ONE_MONTH, answer);
        assert_eq!(on(&asked, &talk.session, "2026-12-24"), [by_age(ONE_MONTH, "2026-12-24")]);
    }
    for nothing in [not_applicable(" "), compensated("")] {
        let (asked, mut talk) = bakery();
        say(&mut talk, "2026-11-23", ONE_MONTH, nothing);
        assert_eq!(on(&asked, &talk.session, "2036-12-24"), [], "what says nothing can't be out of date");
    }
}

#[test]
fn what_was_withdrawn_or_belongs_to_an_older_round_is_not_stale() {
    let (asked, mut talk) = bakery();
    say(&mut talk, "2026-11-23", ONE_MONTH, Answer::Met);
    say(&mut talk, "2026-11-23", A_YEAR, Answer::Met);
    let place = talk.place(id(ONE_MONTH));
    talk.change(Change::Answer(place, None));
    assert_eq!(on(&asked, &talk.session, "2036-01-01"), [by_age(A_YEAR, "2027-11-24")]);
    talk.open_round("r2");
    assert_eq!(on(&asked, &talk.session, "2036-01-01"), []);
}

#[test]
fn an_answer_changed_anew_is_as_old_as_the_change() {
    let (asked, mut talk) = bakery();
    say(&mut talk, "2026-11-23", ONE_MONTH, Answer::Met);
    say(&mut talk, "2026-12-10", ONE_MONTH, Answer::Partly);
    assert_eq!(on(&asked, &talk.session, "2027-02-01"), [by_age(ONE_MONTH, "2027-01-11")]);
}

#[test]
fn who_looks_again_and_finds_it_still_true_makes_it_last_from_then_on() {
    let (asked, mut talk) = bakery();
    say(&mut talk, "2026-11-23", ONE_MONTH, Answer::Met);
    confirm(&mut talk, "2027-01-31", ONE_MONTH);
    assert_eq!(on(&asked, &talk.session, "2027-02-28"), []);
    assert_eq!(on(&asked, &talk.session, "2027-03-01"), [by_age(ONE_MONTH, "2027-03-01")]);

    say(&mut talk, "2027-04-10", ONE_MONTH, Answer::Partly);
    assert_eq!(on(&asked, &talk.session, "2027-06-01"), [by_age(ONE_MONTH, "2027-05-11")], "the answer is newer");

    let place = talk.place(id(ONE_MONTH));
    talk.change(Change::Confirmed(place, None));
    assert_eq!(on(&asked, &talk.session, "2027-06-01"), [by_age(ONE_MONTH, "2027-05-11")]);
}

#[test]
fn one_confirms_ones_own_answer() {
    let (asked, mut talk) = bakery();
    for person in ["ana", "bo"] {
        talk.by = Some(person.to_owned());
        say(&mut talk, "2026-11-23", ONE_MONTH, Answer::Met);
    }
    confirm(&mut talk, "2026-12-20", ONE_MONTH);
    let stale = stale(&Assessment::latest(&asked, &talk.session), day("2027-01-01"));
    let whose: Vec<_> = stale.iter().map(|stale| stale.at.by.as_ref().map(|by| by.as_str())).collect();
    assert_eq!(whose, [Some("ana")], "Bo looked again");
    assert_eq!(stale.first().map(|stale| stale.practice.as_str()), Some("lager.kalt.kuehlen"));
}

#[test]
fn evidence_lasts_until_its_last_day() {
    let (asked, mut talk) = bakery();
    say(&mut talk, "2026-11-23", A_YEAR, Answer::Met);
    give(&mut talk, "permit", A_YEAR, Some("2020-01-01"), Some("2027-02-28"));
    assert_eq!(on(&asked, &talk.session, "2027-02-28"), []);
    assert_eq!(on(&asked, &talk.session, "2027-03-01"), [by_evidence(A_YEAR, "2027-03-01", "permit")]);
    assert_eq!(
        on(&asked, &talk.session, "2036-01-01"),
        [by_evidence(A_YEAR, "2027-03-01", "permit")],
        "what was out of date first is why"
    );
}

#[test]
fn evidence_that_names_no_last_day_lasts_as_long_as_an_answer() {
    let (asked, mut talk) = bakery();
    say(&mut talk, "2026-11-23", ONE_MONTH, Answer::Met);
    give(&mut talk, "photo", ONE_MONTH, Some("2026-10-31"), None);
    assert_eq!(on(&asked, &talk.session, "2026-11-30"), []);
    assert_eq!(on(&asked, &talk.session, "2026-12-01"), [by_evidence(ONE_MONTH, "2026-12-01", "photo")]);

    let undated = Evidence::new("wall", EvidenceKind::Observation);
    assert_eq!(out_of_date_from(&undated, Lasts::Months(1)), None, "nobody said from when it is");
    let dated = Evidence { dated: Some(day("2024-02-29")), ..undated.clone() };
    assert_eq!(out_of_date_from(&dated, Lasts::Months(12)), Some(day("2025-03-01")));
    let limited = Evidence { valid_until: Some(day("2024-02-28")), ..dated };
    assert_eq!(out_of_date_from(&limited, Lasts::Months(12)), Some(day("2024-02-29")), "what is written on it goes first");
}

#[test]
fn an_answer_is_shown_as_long_as_one_piece_shows_it() {
    let (asked, mut talk) = bakery();
    say(&mut talk, "2026-11-23", A_YEAR, Answer::Met);
    give(&mut talk, "permit", A_YEAR, None, Some("2026-12-31"));
    give(&mut talk, "photo", A_YEAR, Some("2026-01-15"), None);
    assert_eq!(on(&asked, &talk.session, "2027-01-15"), []);
    assert_eq!(on(&asked, &talk.session, "2027-01-16"), [by_evidence(A_YEAR, "2027-01-16", "photo")], "the last one");

    give(&mut talk, "wall", A_YEAR, None, None);
    assert_eq!(on(&asked, &talk.session, "2027-01-16"), [], "a wall does not age");
    assert_eq!(on(&asked, &talk.session, "2027-11-24"), [by_age(A_YEAR, "2027-11-24")], "but the answer does");
}

#[test]
fn evidence_that_was_removed_or_is_no_longer_given_shows_nothing() {
    let (asked, mut talk) = bakery();
    say(&mut talk, "2026-11-23", A_YEAR, Answer::Met);
    give(&mut talk, "permit", A_YEAR, None, Some("2026-12-31"));
    give(&mut talk, "wall", A_YEAR, None, None);
    talk.change(Change::Evidence(id("wall"), None));
    assert_eq!(on(&asked, &talk.session, "2027-01-01"), [by_evidence(A_YEAR, "2027-01-01", "permit")]);
    let given = EvidenceUse { indicator: id(A_YEAR), part: None, evidence: id("permit") };
    talk.change(Change::EvidenceUse(given, None));
    assert_eq!(on(&asked, &talk.session, "2027-01-01"), [], "an answer without evidence ages by itself only");
}

#[test]
fn only_what_is_met_is_in_need_of_evidence() {
    for (answer, is_stale) in [
        (Answer::Met, true),
        (Answer::Compensated(Compensated::because("a guard")), true),
        (Answer::NotApplicable(NotApplicable::because("why")), true),
        (Answer::Partly, false),
        (Answer::NotMet, false),
    ] {
        let (asked, mut talk) = bakery();
        say(&mut talk, "2026-11-23", A_YEAR, answer.clone());
        give(&mut talk, "permit", A_YEAR, None, Some("2026-12-31"));
        assert_eq!(on(&asked, &talk.session, "2027-01-01").len(), usize::from(is_stale), "{answer:?}");
        assert_eq!(on(&asked, &talk.session, "2028-01-01").len(), 1, "{answer:?}");
    }
}

#[test]
fn what_somebody_does_not_know_does_not_grow_old() {
    let (asked, mut talk) = bakery();
    say(&mut talk, "2026-11-23", A_YEAR, Answer::DontKnow);
    assert_eq!(on(&asked, &talk.session, "2028-01-01"), []);
}

#[test]
fn evidence_about_the_whole_shows_a_part_and_not_the_other_way_round() {
    let (asked, mut talk) = bakery();
    ["shop", "van"].iter().for_each(|part| talk.name_part(part));
    say(&mut talk, "2026-11-23", A_YEAR, Answer::Met);
    give(&mut talk, "permit", A_YEAR, None, Some("2026-12-31"));
    talk.part = Some("van".to_owned());
    say(&mut talk, "2026-11-23", A_YEAR, Answer::Met);
    let places = |today: &str| -> Vec<Option<String>> {
        let stale = stale(&Assessment::latest(&asked, &talk.session), day(today));
        stale.into_iter().map(|stale| stale.at.part.map(|part| part.to_string())).collect()
    };
    assert_eq!(places("2027-01-01"), [None, Some("van".to_owned())]);
    give(&mut talk, "wall", A_YEAR, None, None);
    let places: Vec<_> =
        stale(&Assessment::latest(&asked, &talk.session), day("2027-01-01")).into_iter().map(|stale| stale.at.part).collect();
    assert_eq!(places, [None], "the van has something of its own");
}

#[test]
fn what_one_person_gives_makes_no_answer_of_another_one_stale() {
    let (asked, mut talk) = bakery();
    for person in ["ana", "ben"] {
        talk.add_person(person);
        talk.by = Some(person.to_owned());
        say(&mut talk, "2026-11-23", A_YEAR, Answer::Met);
    }
    let whose = |talk: &Talk| -> Vec<String> {
        let stale = stale(&Assessment::latest(&asked, &talk.session), day("2027-01-01"));
        stale.into_iter().filter_map(|it| it.at.by.map(|by| by.to_string())).collect()
    };
    talk.by = Some("ana".to_owned());
    give(&mut talk, "chart", A_YEAR, None, Some("2026-12-31"));
    assert_eq!(whose(&talk), ["ana"], "her old paper says nothing of his answer");
    talk.by = Some("cy".to_owned());
    give(&mut talk, "permit", A_YEAR, None, Some("2026-12-30"));
    assert_eq!(whose(&talk), ["ana", "ben"], "who did not answer gave it for those who did");
    talk.by = Some("ben".to_owned());
    give(&mut talk, "wall", A_YEAR, None, None);
    assert_eq!(whose(&talk), ["ana"], "he has something of his own that lasts");
}

#[test]
fn answers_about_a_part_that_was_removed_are_nobodys_concern() {
    let (asked, mut talk) = bakery();
    talk.name_part("van");
    talk.part = Some("van".to_owned());
    say(&mut talk, "2026-11-23", ONE_MONTH, Answer::Met);
    assert_eq!(on(&asked, &talk.session, "2027-01-01").len(), 1);
    talk.change(Change::Part(id("van"), None));
    assert_eq!(on(&asked, &talk.session, "2027-01-01"), []);
}

#[test]
fn stale_answers_come_in_the_models_order() {
    let (asked, mut talk) = bakery();
    for indicator in ["h1a", HALF_A_YEAR, "k2a", ONE_MONTH] {
        say(&mut talk, "2026-11-23", indicator, Answer::Met);
    }
    let order: Vec<String> = on(&asked, &talk.session, "2030-01-01").into_iter().map(|(indicator, ..)| indicator).collect();
    assert_eq!(order, [ONE_MONTH, "k2a", HALF_A_YEAR, "h1a"]);
}

#[test]
fn at_the_end_of_all_days_nothing_breaks() {
    let (asked, mut talk) = bakery();
    let place: Place<_> = talk.place(id(A_YEAR));
    talk.session.apply(Change::Answer(place, Some(Answer::Met)), &authorship("9999-12-30T00:00:00Z"));
    confirm(&mut talk, "9999-12-31", A_YEAR);
    give(&mut talk, "stone", A_YEAR, None, Some("9999-12-31"));
    assert_eq!(on(&asked, &talk.session, "9999-12-31"), []);
}

/// Goes from day to day and counts, instead of reckoning: the last day on which something of a day is no older than so many
/// months is the same day of that month or, where there is none, its last.
fn lasts_until(from: Date, months: i32) -> Date {
    let month = i32::from(from.year()) * 12 + i32::from(from.month()) - 1 + months;
    let (year, month) = (month.div_euclid(12) as i16, (month.rem_euclid(12) + 1) as i8);
    let days = (1..=from.day()).rev().find_map(|day| Date::new(year, month, day).ok());
    days.unwrap_or(from)
}

fn any_day() -> impl Strategy<Value = Date> {
    let day = (2019..=2033_i16, 1..=12_i8, 1..=31_i8);
    day.prop_filter_map("a day", |(year, month, day)| Date::new(year, month, day).ok())
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn an_answer_is_stale_exactly_when_it_or_all_that_shows_it_is_too_old(
        answered in any_day(),
        confirmed in option::of(any_day()),
        pieces in vec((option::of(any_day()), option::of(any_day())), 0..4),
        today in any_day(),
        (indicator, months) in select(vec![(ONE_MONTH, 1), (HALF_A_YEAR, 6), (A_YEAR, 12), (TWO_YEARS, 24)]),
    ) {
        let (asked, mut talk) = bakery();
        say(&mut talk, &answered.to_string(), indicator, Answer::Met);
        if let Some(confirmed) = confirmed {
            confirm(&mut talk, &confirmed.to_string(), indicator);
        }
        for (number, (dated, until)) in pieces.iter().enumerate() {
            let [dated, until] = [dated, until].map(|day| day.map(|day| day.to_string()));
            give(&mut talk, &format!("e{number}"), indicator, dated.as_deref(), until.as_deref());
        }
        let too_old = |from: Date| lasts_until(from, months) < today;
        let aged = too_old(answered) && confirmed.is_none_or(too_old);
        let shows_nothing = |(dated, until): &(Option<Date>, Option<Date>)| match (dated, until) {
            (_, Some(until)) => *until < today,
            (Some(dated), None) => too_old(*dated),
            (None, None) => false,
        };
        let unshown = !pieces.is_empty() && pieces.iter().all(shows_nothing);
        let found = stale(&Assessment::latest(&asked, &talk.session), today);
        prop_assert_eq!(!found.is_empty(), aged || unshown);
        for found in found {
            prop_assert!(found.since <= today);
            prop_assert!(matches!(found.why, Aged::Evidence(_)) && unshown || found.why == Aged::ShelfLife && aged);
            // The day before it was not stale yet.
            let before = found.since.yesterday()?;
            prop_assert!(stale(&Assessment::latest(&asked, &talk.session), before).is_empty());
        }
    }
}
