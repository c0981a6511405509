//! Two rounds beside each other, and all of them: each figure against three sessions that were worked out by hand over three rounds.

#![allow(clippy::panic, reason = "what is not there ends the test")]

use crate::support::talk::Talk;
use crate::support::{id, tiny, tiny_asked};
use plumbline::analysis::{Assessment, Move, TwoRounds, Verdict, results, trend, two_rounds, two_rounds_of};
use plumbline::session::commands::{self, NewRound};
use plumbline::session::{
    Answer, Change, Date, DutyAnswer, Evidence, EvidenceKind, EvidenceUse, OwnMinimum, RoundId, RoundReason, Session, Yes,
};
use serde_json::Map;

const DAY: i64 = 86_400;
const COOLING: &str = "lager.kalt.kuehlen";
const FLOUR: &str = "lager.mehl";
const HANDS: &str = "haende.waschen";

/// Opens a round as people do; what is said next is said in it.
fn open(talk: &mut Talk, fresh: &str) {
    talk.pass(30 * DAY);
    let on = Date::constant(2027, 1, 1);
    let new = NewRound { fresh: fresh.to_owned(), name: String::new(), reason: RoundReason::Schedule, words: String::new(), on };
    let Some(change) = commands::open_round(&talk.session, new) else { panic!("no round") };
    talk.change(change);
    talk.round = fresh.to_owned();
}

fn say(talk: &mut Talk, said: &[(&str, Answer)]) {
    said.iter().for_each(|(indicator, answer)| talk.answer(indicator, answer.clone()));
}

/// One round beside another.
fn beside(session: &Session, before: &str, now: &str) -> TwoRounds {
    let asked = tiny_asked();
    let rounds: [RoundId; 2] = [id(before), id(now)];
    let [before, now] = rounds.each_ref().map(|round| Assessment::of_round(&asked, session, round));
    two_rounds(&before, &now, &results(&now)).unwrap_or_else(|| panic!("two rounds"))
}

/// Confirmed, changed, new, not looked at again.
fn counts(both: &TwoRounds) -> [usize; 4] {
    [both.confirmed, both.changed, both.new, both.not_looked_at]
}

/// Which way cooling, flour and hands went.
fn ways(both: &TwoRounds) -> [Move; 3] {
    [COOLING, FLOUR, HANDS].map(|on| {
        let found = both.practices.iter().find(|it| it.practice.as_str() == on);
        found.map(|it| it.moved).unwrap_or_else(|| panic!("{on}"))
    })
}

/// A bakery that gets colder, drier and cleaner, until the cooling fails.
fn bakery() -> Session {
    let mut talk = Talk::about(&tiny());
    talk.target(COOLING, 2);
    talk.target(FLOUR, 1);
    say(&mut talk, &[("k1a", Answer::Met), ("k1b", Answer::Met), ("torten.k1", Answer::Met), ("k2a", Answer::NotMet)]);
    say(&mut talk, &[("m1", Answer::Met), ("m2", Answer::NotMet), ("h1a", Answer::NotMet), ("h1b", Answer::Met)]);
    open(&mut talk, "r2");
    talk.target(FLOUR, 2);
    say(&mut talk, &[("k1a", Answer::Met), ("k1b", Answer::Met), ("torten.k1", Answer::Met), ("m1", Answer::Met)]);
    say(&mut talk, &[("k2a", Answer::Met), ("k2b", Answer::Met), ("k2c", Answer::Met)]);
    open(&mut talk, "r3");
    say(&mut talk, &[("k1a", Answer::NotMet), ("m1", Answer::Met), ("m2", Answer::Met)]);
    say(&mut talk, &[("h1a", Answer::Met), ("h1b", Answer::Met), ("h2a", Answer::NotMet)]);
    talk.session
}

#[test]
fn what_rose_and_fell_in_the_bakery_is_what_was_worked_out_by_hand() {
    let session = bakery();
    // Cooling 1 → 2; of the flour only the first level was looked at again; hands not at all.
    let both = beside(&session, "r1", "r2");
    assert_eq!(ways(&both), [Move::Rose, Move::BecameOpen, Move::BecameOpen]);
    assert_eq!(counts(&both), [4, 1, 2, 3]);
    // The cooling fails: 2 → 0. Flour 1 to 2 → 2, hands unknown → 1.
    let both = beside(&session, "r2", "r3");
    assert_eq!(ways(&both), [Move::Fell, Move::BecameKnown, Move::BecameKnown]);
    assert_eq!(counts(&both), [1, 1, 4, 5]);
    // Cooling 1 → 0, flour 1 → 2, hands 0 → 1.
    let both = beside(&session, "r1", "r3");
    assert_eq!(ways(&both), [Move::Fell, Move::Rose, Move::Rose]);
    assert_eq!(counts(&both), [2, 3, 1, 3]);
    assert_eq!((both.count(Move::Rose), both.count(Move::Fell)), (2, 1));
    let flour = both.practices.iter().find(|it| it.practice.as_str() == FLOUR).unwrap_or_else(|| panic!("flour"));
    assert_eq!(flour.target.map(|level| level.map(plumbline::model::Level::number)), [Some(1), Some(2)], "its target moved");
    let asked = tiny_asked();
    let latest = Assessment::latest(&asked, &session);
    let found = two_rounds_of(&latest, &results(&latest), None).map(|both| both.rounds);
    assert_eq!(found, Some([id("r2"), id("r3")]), "beside the one before, where none is named");
    let first: RoundId = id("r1");
    let found = two_rounds_of(&latest, &results(&latest), Some(&first)).map(|both| both.rounds);
    assert_eq!(found, Some([id("r1"), id("r3")]));
    let first = Assessment::of_round(&asked, &session, &first);
    assert_eq!(two_rounds_of(&first, &results(&first), None), None, "nothing comes before the first");
}

#[test]
fn over_all_rounds_each_level_stands_beside_the_target_of_its_time() {
    let asked = tiny_asked();
    let session = bakery();
    let all = trend(&Assessment::latest(&asked, &session));
    let of = |on: &str| {
        let found = all.iter().find(|it| it.practice.as_str() == on).unwrap_or_else(|| panic!("{on}"));
        let number = |level: Option<plumbline::model::Level>| level.map(plumbline::model::Level::number);
        found.rounds.iter().map(|it| (number(it.level.low()), number(it.level.high()), number(it.target))).collect::<Vec<_>>()
    };
    assert_eq!(of(COOLING), [(Some(1), Some(1), Some(2)), (Some(2), Some(2), Some(2)), (Some(0), Some(0), Some(2))]);
    assert_eq!(of(FLOUR), [(Some(1), Some(1), Some(1)), (Some(1), Some(2), Some(2)), (Some(2), Some(2), Some(2))]);
    assert_eq!(of(HANDS), [(Some(0), Some(0), None), (None, None, None), (Some(1), Some(1), None)]);
}

/// Of each round the minimum, and whether it is today's.
fn minimums(session: &Session, on: &str, today: Date) -> Vec<(Option<u8>, bool)> {
    let asked = tiny_asked();
    let all = trend(&Assessment::latest(&asked, session).on(today));
    let found = all.iter().find(|it| it.practice.as_str() == on).unwrap_or_else(|| panic!("{on}"));
    found.rounds.iter().map(|it| (it.minimum.map(plumbline::model::Level::number), it.is_minimum_of_today)).collect()
}

/// A demand of one's own.
fn demand(talk: &mut Talk, on: &str, level: Option<u8>) {
    let demanded = level.map(|level| OwnMinimum {
        level: plumbline::model::Level::new(level),
        source: "a customer".to_owned(),
        unknown: Map::new(),
    });
    talk.change(Change::Minimum(id(on), demanded));
}

#[test]
fn over_all_rounds_each_minimum_is_that_of_its_time_or_said_to_be_todays() {
    const TODAY: Date = Date::constant(2027, 6, 1);
    let mut talk = Talk::about(&tiny());
    demand(&mut talk, FLOUR, Some(1));
    open(&mut talk, "r2");
    let then = (Some(1), false);
    assert_eq!(minimums(&talk.session, FLOUR, TODAY), [then, then], "nothing changed since");
    assert_eq!(minimums(&talk.session, HANDS, TODAY), [(None, false); 2]);
    // What is demanded from the second round on is not said to have been demanded in the first.
    demand(&mut talk, FLOUR, Some(2));
    assert_eq!(minimums(&talk.session, FLOUR, TODAY), [(Some(2), true), (Some(2), false)]);
    assert_eq!(minimums(&talk.session, HANDS, TODAY), [(None, false); 2], "of others it is known still");
    open(&mut talk, "r3");
    assert_eq!(minimums(&talk.session, FLOUR, TODAY), [(Some(2), true), (Some(2), false), (Some(2), false)]);
    // A profile brings demands to any practice, and takes them along.
    let torten = plumbline::session::ProfileUse { edition: id("v1"), unknown: Map::new() };
    talk.change(Change::Profile(id("torten"), Some(torten)));
    let all = minimums(&talk.session, HANDS, TODAY);
    assert_eq!(all.iter().map(|(_, is_today)| *is_today).collect::<Vec<_>>(), [true, true, false]);
}

/// What another edition of a profile demanded is not kept: what this one does is not said to have been demanded then.
#[test]
fn over_all_rounds_no_minimum_of_another_edition_is_said_to_be_that_of_its_time() {
    let mut talk = Talk::about(&tiny());
    let edition = tiny_asked().profiles().first().map(|it| it.edition.clone());
    let mut of = |edition| {
        let mut talk = Talk::about(&tiny());
        talk.change(Change::Profile(id("torten"), Some(plumbline::session::ProfileUse { edition, unknown: Map::new() })));
        open(&mut talk, "r2");
        minimums(&talk.session, FLOUR, Date::constant(2027, 6, 1)).into_iter().map(|(_, is_today)| is_today).collect::<Vec<_>>()
    };
    assert_eq!(edition.map(&mut of), Some(vec![false, false]));
    assert_eq!(of(id("another")), [true, false]);
    open(&mut talk, "r2");
    talk.session.model.edition = id("another");
    assert_eq!(minimums(&talk.session, FLOUR, Date::constant(2027, 6, 1)), [(None, true), (None, false)]);
}

/// What a law demands from a day on was not demanded in a round that ended before.
#[test]
fn over_all_rounds_a_law_counts_from_its_day_on() {
    let mut profile = crate::support::json("tests/data/tiny-profile.json");
    crate::support::set(
        &mut profile,
        "/minimums",
        serde_json::json!([{ "practice": HANDS, "level": 1, "source": { "de": "Ein Gesetz" }, "id": "law",
            "applies": { "to": [], "places": [], "what": { "de": "Alles" }, "from": "2027-03-01" } }]),
    );
    let profile = plumbline::model::read_profile(profile.to_string().as_bytes(), &tiny());
    let asked =
        plumbline::model::Questionnaire::new(tiny(), vec![std::sync::Arc::new(profile.unwrap_or_else(|it| panic!("{it:?}")))]);
    let mut talk = Talk::about(&tiny());
    let duty = plumbline::session::ProfileDuty { profile: id("torten"), duty: id("law") };
    talk.change(Change::Duty(duty, Some(DutyAnswer::Applies)));
    let new = |fresh: &str, on| NewRound {
        fresh: fresh.to_owned(),
        name: String::new(),
        reason: RoundReason::Schedule,
        words: String::new(),
        on,
    };
    let open = |talk: &mut Talk, fresh, on| {
        let opened = commands::open_round(&talk.session, new(fresh, on));
        opened.into_iter().for_each(|change| drop(talk.change(change)));
    };
    open(&mut talk, "r2", Date::constant(2027, 1, 10));
    let mut closed_early = Talk::about(&tiny());
    closed_early.session = talk.session.clone();
    closed_early.pass(DAY);
    open(&mut talk, "r3", Date::constant(2027, 4, 10));
    let all = trend(&Assessment::latest(&asked, &talk.session).on(Date::constant(2027, 6, 1)));
    let hands = all.iter().find(|it| it.practice.as_str() == HANDS);
    let found: Vec<_> =
        hands.iter().flat_map(|it| &it.rounds).map(|it| it.minimum.map(plumbline::model::Level::number)).collect();
    assert_eq!(found, [None, Some(1), Some(1)], "the first ended before");
    // A round that was closed before it keeps that, and what is demanded today stands by itself.
    let last = id("r2");
    let mut talk = closed_early;
    talk.change(commands::close_round(&talk.session, &last, id("closed"), Date::constant(2027, 2, 1)));
    let all = trend(&Assessment::latest(&asked, &talk.session).on(Date::constant(2027, 6, 1)));
    let hands = all.iter().find(|it| it.practice.as_str() == HANDS).unwrap_or_else(|| panic!("{HANDS}"));
    assert_eq!(hands.rounds.iter().map(|it| (it.minimum, it.is_minimum_of_today)).collect::<Vec<_>>(), [(None, false); 2]);
    assert_eq!(hands.minimum_today.map(plumbline::model::Level::number), Some(1));
}

#[test]
fn the_quick_pass_alone_is_compared_by_its_levels() {
    let mut talk = Talk::about(&tiny());
    talk.quick_level(FLOUR, 1);
    talk.quick_level(HANDS, 2);
    open(&mut talk, "r2");
    talk.quick_level(FLOUR, 2);
    talk.quick_level(HANDS, 1);
    open(&mut talk, "r3");
    let both = beside(&talk.session, "r1", "r2");
    assert_eq!((ways(&both), counts(&both)), ([Move::Stayed, Move::Rose, Move::Fell], [0; 4]));
    let both = beside(&talk.session, "r2", "r3");
    assert_eq!((ways(&both), counts(&both)), ([Move::Stayed, Move::BecameOpen, Move::BecameOpen], [0; 4]));
}

#[test]
fn who_changed_what_is_said_and_what_shows_it() {
    let mut talk = Talk::about(&tiny());
    for (person, answer) in [("ana", Answer::Met), ("bo", Answer::NotMet)] {
        talk.add_person(person);
        talk.by = Some(person.to_owned());
        talk.answer("h1a", answer);
    }
    open(&mut talk, "r2");
    talk.by = Some("ana".to_owned());
    say(&mut talk, &[("h1a", Answer::Met), ("h1b", Answer::Met)]);
    talk.change(Change::Evidence(id("photo"), Some(Evidence::new("Photo", EvidenceKind::Observation))));
    talk.change(Change::EvidenceUse(EvidenceUse { indicator: id("h1a"), part: None, evidence: id("photo") }, Some(Yes)));
    open(&mut talk, "r3");
    say(&mut talk, &[("h1a", Answer::DontKnow), ("h1b", Answer::Met)]);
    // Hands 0 → 1 or more: the soap of which two said different things is there now, as Ana says.
    let both = beside(&talk.session, "r1", "r2");
    assert_eq!((ways(&both), counts(&both)), ([Move::Stayed, Move::Stayed, Move::Rose], [0, 1, 1, 0]));
    let hands = both.practices.iter().find(|it| it.practice.as_str() == HANDS).unwrap_or_else(|| panic!("hands"));
    let moves: Vec<_> = hands
        .statements
        .iter()
        .map(|it| (it.indicator.as_str(), it.before, it.now, it.by.as_ref().map(|by| by.as_str())))
        .collect();
    assert_eq!(
        moves,
        [("h1a", Verdict::NotMet, Verdict::Met, Some("ana")), ("h1b", Verdict::Unanswered, Verdict::Met, Some("ana"))]
    );
    let evidence: Vec<_> = hands.evidence.iter().map(|id| id.as_str()).collect();
    assert_eq!(evidence, ["photo"], "the photo came since");
    // That nobody knows any more is no fall.
    let both = beside(&talk.session, "r2", "r3");
    assert_eq!((ways(&both), counts(&both)), ([Move::Stayed, Move::Stayed, Move::BecameOpen], [1, 1, 0, 0]));
}
