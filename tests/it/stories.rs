//! Two stories of three rounds, worked out by hand: every figure in results, since, slope and trend. A third, of a bakery, is in
//! `two_rounds.rs`.
//!
//! The small model: cooling (k1a, k1b, torten.k1; k2a, k2b, k2c), flour (m1; m2), washing hands (h1a, h1b; h2a, h2b). Something outside
//! demands level 1 of cooling.

#![allow(clippy::panic, reason = "what is not there ends the test")]

use crate::support::talk::Talk;
use crate::support::{id, tiny, tiny_asked};
use plumbline::analysis::{
    Assessment, Current, Fit, Move, Trend, TrendPoint, TwoRounds, results, rounds_in_short, trend, two_rounds,
};
use plumbline::model::Level;
use plumbline::session::commands::{self, NewRound};
use plumbline::session::{Answer, Change, Compensated, Date, NotApplicable, QuickAnswer, RoundId, RoundReason, Session};
use plumbline::ui::{Room, since, slope, slope_rows, slope_twin, trend_twin};
use serde_json::Value;

const DAY: i64 = 86_400;
const COOLING: &str = "lager.kalt.kuehlen";
const FLOUR: &str = "lager.mehl";
const HANDS: &str = "haende.waschen";
const NAMES: [&str; 3] = ["Cooling", "Mehl trocken halten", "Hände waschen"];

/// Opens a round as people do; what is said next is said in it.
fn open(talk: &mut Talk, fresh: &str) {
    talk.pass(30 * DAY);
    let (name, on) = (format!("Round {fresh}"), Date::constant(2027, 1, 1));
    let new = NewRound { fresh: fresh.to_owned(), name, reason: RoundReason::Schedule, words: String::new(), on };
    let Some(change) = commands::open_round(&talk.session, new) else { panic!("no round") };
    talk.change(change);
    talk.round = fresh.to_owned();
}

fn met(talk: &mut Talk, statements: &[&str]) {
    statements.iter().for_each(|it| talk.answer(it, Answer::Met));
}

/// A patisserie. The target of cooling goes down and up again, that of flour is cleared and set lower, that of hands goes up. Cooling and flour
/// fall and rise; a machine kneads in the first round, so hands do not matter there.
fn patisserie() -> Session {
    let mut talk = Talk::about(&tiny());
    talk.change(commands::name_round(&talk.session, &id("r1"), "Round r1".to_owned()).unwrap_or_else(|| panic!("r1")));
    for (practice, level) in [(COOLING, 2), (FLOUR, 2), (HANDS, 1)] {
        talk.target(practice, level);
    }
    met(&mut talk, &["k1a", "k1b", "torten.k1", "k2a", "k2b", "k2c", "m1", "m2"]);
    talk.quick(HANDS, QuickAnswer::NotApplicable(NotApplicable::because("A machine kneads.")));
    open(&mut talk, "r2");
    talk.target(COOLING, 1);
    talk.change(Change::Target(id(FLOUR), None));
    talk.target(HANDS, 2);
    met(&mut talk, &["k1a", "k1b", "torten.k1", "k2b", "k2c", "h1a", "h1b", "h2a", "h2b"]);
    talk.answer("k2a", Answer::NotMet);
    talk.answer("m1", Answer::NotMet);
    open(&mut talk, "r3");
    talk.target(COOLING, 2);
    talk.target(FLOUR, 1);
    talk.answer("k1a", Answer::NotApplicable(NotApplicable::because("A cold cellar.")));
    met(&mut talk, &["k1b", "torten.k1", "k2a", "k2b", "k2c", "m1", "h1a", "h1b", "h2b"]);
    talk.answer("m2", Answer::Compensated(Compensated::because("The sacks are sealed.")));
    talk.answer("h2a", Answer::DontKnow);
    talk.session
}

/// Two shops under one name. Hands are looked at in each shop: what is lower decides. Flour is known by the quick pass, then by its statements.
fn shops() -> Session {
    let mut talk = Talk::about(&tiny());
    talk.change(commands::name_round(&talk.session, &id("r1"), "Round r1".to_owned()).unwrap_or_else(|| panic!("r1")));
    ["north", "south"].into_iter().for_each(|part| talk.name_part(part));
    talk.target(FLOUR, 1);
    talk.target(HANDS, 1);
    talk.quick_level(FLOUR, 1);
    in_shop(&mut talk, "north", &["h1a", "h1b", "h2a", "h2b"], &[]);
    in_shop(&mut talk, "south", &["h1a"], &["h1b"]);
    open(&mut talk, "r2");
    talk.quick_level(FLOUR, 2);
    talk.answer("k1a", Answer::NotMet);
    in_shop(&mut talk, "north", &["h1a", "h1b"], &[]);
    in_shop(&mut talk, "south", &["h1a", "h1b"], &["h2a"]);
    open(&mut talk, "r3");
    talk.target(HANDS, 2);
    talk.target(COOLING, 1);
    met(&mut talk, &["k1a", "m1", "m2"]);
    in_shop(&mut talk, "north", &["h1a"], &["h1b"]);
    in_shop(&mut talk, "south", &["h1a", "h1b", "h2a", "h2b"], &[]);
    talk.session
}

fn in_shop(talk: &mut Talk, part: &str, is_met: &[&str], is_not: &[&str]) {
    talk.part = Some(part.to_owned());
    met(talk, is_met);
    is_not.iter().for_each(|it| talk.answer(it, Answer::NotMet));
    talk.part = None;
}

/// A level or range: `1`, `0–2`, `n/a`, `?` where nobody answered.
fn short(current: Current) -> String {
    match current {
        Current::Known { low, high, .. } if low == high => low.to_string(),
        Current::Known { low, high, .. } => format!("{low}–{high}"),
        Current::NotApplicable => "n/a".to_owned(),
        Current::Unanswered => "?".to_owned(),
    }
}

/// What Results shows of cooling, flour and hands in a round: level, target, and how they fit.
fn shown(session: &Session, round: &str) -> Vec<(String, Option<u8>, Fit)> {
    let (asked, round) = (tiny_asked(), id::<RoundId>(round));
    let of_round = results(&Assessment::of_round(&asked, session, &round));
    of_round.practices.iter().map(|it| (short(it.standing.current), it.target.map(Level::number), it.fit)).collect()
}

fn row(level: &str, target: u8, fit: Fit) -> (String, Option<u8>, Fit) {
    (level.to_owned(), Some(target), fit)
}

/// One round beside another, with what the page says in a sentence.
fn beside(session: &Session, before: &str, now: &str) -> (TwoRounds, String) {
    let asked = tiny_asked();
    let rounds: [RoundId; 2] = [id(before), id(now)];
    let [before, now] = rounds.each_ref().map(|round| Assessment::of_round(&asked, session, round));
    let both = two_rounds(&before, &now, &results(&now)).unwrap_or_else(|| panic!("two rounds"));
    let sentence = since(&both, rounds[0].as_str());
    (both, sentence)
}

fn ways(both: &TwoRounds) -> Vec<Move> {
    both.practices.iter().map(|it| it.moved).collect()
}

/// Confirmed, changed, new, not looked at again.
fn counts(both: &TwoRounds) -> [usize; 4] {
    [both.confirmed, both.changed, both.new, both.not_looked_at]
}

/// The table beside the slope, without the names.
fn slope_table(both: &TwoRounds) -> Vec<[String; 4]> {
    let twin = slope_twin(&slope_rows(&tiny_asked(), both));
    let titles: Vec<_> = twin.rows.iter().filter_map(|row| row.first().cloned()).collect();
    let named: Vec<_> = NAMES.iter().zip(1..).map(|(name, number)| format!("{number} {name}")).collect();
    assert_eq!(titles, named);
    twin.rows.iter().map(|row| row.iter().skip(1).cloned().collect::<Vec<_>>().try_into().unwrap_or_default()).collect()
}

/// Where the slope draws the marks of this name: the levels, from the top.
fn drawn(both: &TwoRounds, name: &str) -> Vec<u64> {
    let option = slope(&slope_rows(&tiny_asked(), both), Level::new(2), Room::Wide).option;
    let all = option.get("series").and_then(Value::as_array).cloned().unwrap_or_default();
    let series = all.into_iter().find(|it| it.get("name").and_then(Value::as_str) == Some(name));
    let points = series.and_then(|it| it.get("data").and_then(Value::as_array).cloned()).unwrap_or_default();
    let at = |point: &Value, place: usize| {
        let point = point.get("value").unwrap_or(point);
        point.get(place).and_then(Value::as_f64).unwrap_or(f64::NAN)
    };
    let mut points: Vec<_> = points.iter().map(|point| (at(point, 1), at(point, 0))).collect();
    points.sort_by(|one, other| one.0.total_cmp(&other.0));
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "levels are small")]
    points.into_iter().map(|(_, x)| x as u64).collect()
}

/// The table over all rounds, without the names.
fn over_all(session: &Session) -> Vec<[String; 4]> {
    let asked = tiny_asked();
    let latest = Assessment::latest(&asked, session);
    let twin = trend_twin(&asked, &rounds_in_short(&latest), &trend(&latest));
    assert_eq!(twin.head, ["Practice", "Round r1", "Round r2", "Round r3", "Outside minimum"]);
    assert_eq!(twin.rows.iter().filter_map(|row| row.first()).collect::<Vec<_>>(), NAMES.iter().collect::<Vec<_>>());
    twin.rows.iter().map(|row| row.iter().skip(1).cloned().collect::<Vec<_>>().try_into().unwrap_or_default()).collect()
}

#[test]
fn results_of_each_round_of_the_patisserie() {
    let session = patisserie();
    assert_eq!(
        shown(&session, "r1"),
        [row("2", 2, Fit::OnTarget), row("2", 2, Fit::OnTarget), row("n/a", 1, Fit::NotApplicable)]
    );
    let cleared = ("0".to_owned(), None, Fit::NoTarget);
    assert_eq!(shown(&session, "r2"), [row("1", 1, Fit::OnTarget), cleared, row("2", 2, Fit::OnTarget)]);
    assert_eq!(shown(&session, "r3"), [row("2", 2, Fit::OnTarget), row("2", 1, Fit::More), row("1–2", 2, Fit::Open)]);
}

#[test]
fn what_became_of_the_patisserie_from_round_to_round() {
    let session = patisserie();
    let (both, sentence) = beside(&session, "r1", "r2");
    assert_eq!(ways(&both), [Move::Fell, Move::Fell, Move::AppliesOtherwise]);
    assert_eq!(counts(&both), [5, 2, 4, 1]);
    assert_eq!(
        sentence,
        "Since r1: 2 practices down, 1 does not apply any more, or applies now; 5 answers confirmed, 2 changed, 4 new, 1 not looked at again."
    );
    let otherwise = "does not apply any more, or applies now";
    assert_eq!(
        slope_table(&both),
        [["2", "1", "1", "down"], ["2", "0", "", "down"], ["n/a", "2", "2", otherwise]].map(|row| row.map(str::to_owned))
    );
    assert_eq!((drawn(&both, "Then"), drawn(&both, "Now"), drawn(&both, "Target")), (vec![2, 2], vec![1, 0, 2], vec![1, 2]));

    let (both, sentence) = beside(&session, "r2", "r3");
    assert_eq!(ways(&both), [Move::Rose, Move::Rose, Move::BecameOpen]);
    assert_eq!(counts(&both), [7, 4, 1, 0]);
    assert_eq!(
        sentence,
        "Since r2: 2 practices up, 1 not settled yet; 7 answers confirmed, 4 changed, 1 new, 0 not looked at again."
    );
    assert_eq!(
        slope_table(&both),
        [["1", "2", "2", "up"], ["0", "2", "1", "up"], ["2", "1–2", "2", "not settled yet"]].map(|row| row.map(str::to_owned))
    );
    assert_eq!(
        (drawn(&both, "Then"), drawn(&both, "Now"), drawn(&both, "Target")),
        (vec![1, 0, 2], vec![2, 2, 1], vec![2, 1, 2])
    );

    let (both, _) = beside(&session, "r1", "r3");
    assert_eq!(ways(&both), [Move::Stayed, Move::Stayed, Move::AppliesOtherwise]);
    assert_eq!(counts(&both), [6, 2, 4, 0]);
    let targets: Vec<_> = both.practices.iter().map(|it| it.target.map(|level| level.map(Level::number))).collect();
    assert_eq!(targets, [[Some(2), Some(2)], [Some(2), Some(1)], [Some(1), Some(2)]]);
}

#[test]
fn the_patisserie_over_all_rounds() {
    assert_eq!(
        over_all(&patisserie()),
        [
            ["2 of 2; outside minimum 1", "1 of 1; outside minimum 1", "2 of 2; outside minimum 1", "1"],
            ["2 of 2", "0", "2 of 1", ""],
            ["n/a of 1", "2 of 2", "1–2 of 2", ""]
        ]
        .map(|row| row.map(str::to_owned))
    );
}

#[test]
fn results_of_each_round_of_the_shops() {
    let session = shops();
    let bare = |level: &str| (level.to_owned(), None, Fit::NoTarget);
    assert_eq!(shown(&session, "r1"), [bare("?"), row("1", 1, Fit::OnTarget), row("0", 1, Fit::Short)]);
    assert_eq!(shown(&session, "r2"), [bare("0"), row("2", 1, Fit::More), row("1", 1, Fit::OnTarget)]);
    assert_eq!(shown(&session, "r3"), [row("0–2", 1, Fit::Open), row("2", 1, Fit::More), row("0", 2, Fit::Short)]);
}

#[test]
fn what_became_of_the_shops_from_round_to_round() {
    let session = shops();
    // Where one shop was not looked at again, the statement was not.
    let (both, sentence) = beside(&session, "r1", "r2");
    assert_eq!(ways(&both), [Move::BecameKnown, Move::Rose, Move::Rose]);
    assert_eq!(counts(&both), [1, 1, 2, 0]);
    assert_eq!(sentence, "Since r1: 2 practices up, 1 known now; 1 answer confirmed, 1 changed, 2 new, 0 not looked at again.");
    assert_eq!(
        slope_table(&both),
        [["–", "0", "", "known now"], ["1", "2", "1", "up"], ["0", "1", "1", "up"]].map(|row| row.map(str::to_owned))
    );
    assert_eq!((drawn(&both, "Then"), drawn(&both, "Now"), drawn(&both, "Target")), (vec![1, 0], vec![0, 2, 1], vec![1, 1]));

    let (both, sentence) = beside(&session, "r2", "r3");
    assert_eq!(ways(&both), [Move::BecameOpen, Move::Stayed, Move::Fell]);
    assert_eq!(counts(&both), [1, 2, 2, 1]);
    assert_eq!(
        sentence,
        "Since r2: 1 practice down, 1 as before, 1 not settled yet; 1 answer confirmed, 2 changed, 2 new, 1 not looked at again."
    );
    assert_eq!(
        slope_table(&both),
        [["0", "0–2", "1", "not settled yet"], ["2", "2", "1", "as before"], ["1", "0", "2", "down"]]
            .map(|row| row.map(str::to_owned))
    );
    assert_eq!(
        (drawn(&both, "Then"), drawn(&both, "Now"), drawn(&both, "Target")),
        (vec![0, 2, 1], vec![0, 2, 0], vec![1, 1, 2])
    );

    let (both, _) = beside(&session, "r1", "r3");
    assert_eq!(ways(&both), [Move::Stayed, Move::Rose, Move::Stayed]);
    assert_eq!(counts(&both), [2, 0, 3, 0]);
}

#[test]
fn the_shops_over_all_rounds() {
    assert_eq!(
        over_all(&shops()),
        [
            ["–; outside minimum 1", "0; outside minimum 1", "0–2 of 1; outside minimum 1", "1"],
            ["1 of 1", "2 of 1", "2 of 1", ""],
            ["0 of 1", "1 of 1", "0 of 2", ""]
        ]
        .map(|row| row.map(str::to_owned))
    );
}

#[test]
fn over_all_rounds_each_cell_says_whose_minimum_stands_there() {
    let point = |minimum: Option<u8>, is_minimum_of_today| TrendPoint {
        level: Current::Unanswered,
        target: None,
        minimum: minimum.map(Level::new),
        is_minimum_of_today,
    };
    let rounds = vec![point(Some(1), false), point(Some(2), true), point(None, true), point(None, false)];
    let all = [Trend { practice: id("lager.mehl"), minimum_today: Some(Level::new(2)), rounds }];
    let cells: Vec<_> = trend_twin(&tiny_asked(), &[], &all).rows.concat().split_off(1);
    assert_eq!(cells, ["–; outside minimum 1", "–; outside minimum 2 today", "–; no outside minimum today", "–", "2"]);
}
