//! Where practices stood before, as long as a round does not say where they stand: shown as old, counted for nothing.

#![allow(clippy::panic, reason = "what is not there ends the test")]

use crate::support::talk::Talk;
use crate::support::{id, tiny, tiny_asked};
use plumbline::analysis::{
    Assessment, Current, Fit, FormerLevel, Length, ReportOptions, carried, former_levels, overview, progress, report, results,
};
use plumbline::session::commands::{self, NewRound};
use plumbline::session::{Answer, Change, Date, NotApplicable, QuickAnswer, RoundReason, Session};

const DAY: i64 = 86_400;
const TODAY: Date = Date::constant(2027, 1, 1);
const COOLING: &str = "lager.kalt.kuehlen";
const FLOUR: &str = "lager.mehl";
const HANDS: &str = "haende.waschen";

/// Opens a round as people do; what is said next is said in it.
fn open(talk: &mut Talk, fresh: &str) {
    talk.pass(30 * DAY);
    let (name, words) = (format!("Round {fresh}"), String::new());
    let new = NewRound { fresh: fresh.to_owned(), name, reason: RoundReason::Schedule, words, on: TODAY };
    let Some(change) = commands::open_round(&talk.session, new) else { panic!("no round") };
    talk.change(change);
    talk.round = fresh.to_owned();
}

fn met(talk: &mut Talk, statements: &[&str]) {
    statements.iter().for_each(|it| talk.answer(it, Answer::Met));
}

/// What a bakery knew in its first round: cooling 1, flour 1 by the quick pass, that hands do not matter; and begins a second one.
fn second_round() -> Talk {
    let mut talk = Talk::about(&tiny());
    talk.target(COOLING, 2);
    met(&mut talk, &["k1a", "k1b", "torten.k1"]);
    talk.answer("k2a", Answer::NotMet);
    talk.quick_level(FLOUR, 1);
    talk.quick(HANDS, QuickAnswer::NotApplicable(NotApplicable::because("Nobody touches it")));
    open(&mut talk, "r2");
    talk
}

/// A level or range: `1`, `0-2`, `-` where it does not apply, `?` where nobody answered.
fn short(current: Current) -> String {
    match current {
        Current::Known { low, high, .. } if low == high => low.to_string(),
        Current::Known { low, high, .. } => format!("{low}-{high}"),
        Current::NotApplicable => "-".to_owned(),
        Current::Unanswered => "?".to_owned(),
    }
}

/// Each as `practice old round now`.
fn former(session: &Session) -> Vec<String> {
    let asked = tiny_asked();
    let assessment = Assessment::latest(&asked, session);
    let line = |it: FormerLevel| format!("{} {} {} {}", it.practice, short(it.level), it.round, short(it.now));
    former_levels(&assessment, &results(&assessment)).into_iter().map(line).collect()
}

#[test]
fn a_round_in_which_nothing_is_confirmed_shows_the_old_levels_as_old_and_counts_none_of_them() {
    let (asked, talk) = (tiny_asked(), second_round());
    assert_eq!(former(&talk.session), [format!("{COOLING} 1 r1 ?"), format!("{FLOUR} 1 r1 ?"), format!("{HANDS} - r1 ?")]);
    let now = Assessment::latest(&asked, &talk.session);
    let figures = results(&now);
    assert!(figures.practices.iter().all(|it| it.standing.current == Current::Unanswered && it.gap.is_none()));
    assert_eq!((figures.count(Fit::Unanswered), figures.gaps().len(), progress(&now).assessed.done), (1, 0, 0));
    let seen: Vec<_> = overview(&now, &figures).into_iter().filter_map(|it| it.former).collect();
    assert_eq!(seen, former_levels(&now, &figures), "at a glance it is the same");
    let first = id("r1");
    let first = Assessment::of_round(&asked, &talk.session, &first);
    assert_eq!(former_levels(&first, &results(&first)), [], "nothing comes before the first round");
}

#[test]
fn what_is_confirmed_in_part_shows_what_is_known_now_beside_the_old_level() {
    let mut talk = second_round();
    met(&mut talk, &["k1a"]);
    let first = former(&talk.session).into_iter().next();
    assert_eq!(first, Some(format!("{COOLING} 1 r1 0-2")));
    assert!(former_of(&talk, COOLING).is_begun() && !former_of(&talk, FLOUR).is_begun());
}

fn former_of(talk: &Talk, on: &str) -> FormerLevel {
    let asked = tiny_asked();
    let assessment = Assessment::latest(&asked, &talk.session);
    let all = former_levels(&assessment, &results(&assessment));
    all.into_iter().find(|it| it.practice.as_str() == on).unwrap_or_else(|| panic!("{on}"))
}

#[test]
fn what_is_confirmed_is_new_and_what_is_left_out_is_gone() {
    let asked = tiny_asked();
    let mut talk = second_round();
    // Everything about cooling is confirmed, one by one.
    let all = carried(&Assessment::latest(&asked, &talk.session), TODAY);
    for answer in all.iter().flat_map(|it| &it.answers) {
        let Some(said) = answer.said.first() else { panic!("an answer") };
        let Some(change) = commands::confirm_answer(&talk.session, &said.at, &id("r2"), None, TODAY) else { panic!("it stands") };
        talk.change(change);
    }
    talk.change(commands::drop_practice(id(FLOUR), None, &id("r2"), true));
    assert_eq!(former(&talk.session), [format!("{HANDS} - r1 ?")]);
    talk.change(commands::drop_practice(id(FLOUR), None, &id("r2"), false));
    assert_eq!(former(&talk.session), [format!("{FLOUR} 1 r1 ?"), format!("{HANDS} - r1 ?")], "it is offered again");
    talk.quick_level(FLOUR, 2);
    // In the third round cooling stands as it did in the second, hands as in the first: nobody spoke of them since.
    open(&mut talk, "r3");
    assert_eq!(former(&talk.session), [format!("{COOLING} 1 r2 ?"), format!("{FLOUR} 2 r2 ?"), format!("{HANDS} - r1 ?")]);
}

#[test]
fn a_note_alone_is_no_level() {
    let mut talk = Talk::about(&tiny());
    let place = talk.place(id(FLOUR));
    talk.change(Change::PracticeNote(place, Some("It is dry.".to_owned())));
    talk.answer("h1a", Answer::DontKnow);
    open(&mut talk, "r2");
    let all = former(&talk.session);
    assert!(!all.iter().any(|it| it.starts_with(FLOUR)), "{all:?}");
}

#[test]
fn a_report_tells_what_is_old_from_what_is_of_its_round() {
    let asked = tiny_asked();
    let mut talk = second_round();
    met(&mut talk, &["k1a"]);
    let told = report(&Assessment::latest(&asked, &talk.session), TODAY, &ReportOptions::default(), "en");
    assert_eq!(told.options.length, Length::Full);
    let lines: Vec<_> =
        told.former.iter().map(|it| format!("{} {} {}", it.practice, it.round.number, short(it.former.level))).collect();
    assert_eq!(lines, ["Cooling 1 1", "Mehl trocken halten 1 1", "Hände waschen 1 -"]);
}
