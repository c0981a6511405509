//! The agenda of an interview: what is on it, in which order, and that it fits into the time.

#![allow(clippy::panic, reason = "what is not there ends the test")]

use crate::support::talk::Talk;
use crate::support::{bytes, id, list, smm, smm_guided};
use plumbline::analysis::{Assessment, OpenKind, Raised, agenda, own_indicators};
use plumbline::exchange::read_session;
use plumbline::model::{Level, Questionnaire};
use plumbline::session::{Answer, Change, Confidence, Date, OwnMinimum};

const TODAY: Date = Date::constant(2026, 11, 23);
const HOUR: u16 = 60;

fn asked() -> Questionnaire {
    Questionnaire::new(smm(), Vec::new())
}

/// The statements of the first practice at a level.
fn statements(level: u8) -> Vec<String> {
    let (asked, smm) = (asked(), smm());
    let first = smm.practices().into_iter().next();
    let of = |practice| asked.indicators(practice, Level::new(level)).iter().map(|it| it.indicator.id.to_string()).collect();
    first.map(of).unwrap_or_default()
}

/// As many of them as one practice may have.
fn first_three(level: u8) -> Vec<String> {
    statements(level).into_iter().take(3).collect()
}

fn first_practice() -> String {
    smm().practices().first().map(|it| it.id.to_string()).unwrap_or_default()
}

#[test]
fn the_weightiest_comes_first_and_each_says_why() {
    let mut talk = Talk::about(&smm());
    talk.target(&first_practice(), 1);
    let all = statements(1);
    let [disputed, doubted, assumed, ..] = all.as_slice() else { panic!("{all:?}") };
    for person in ["ana", "bo"] {
        talk.add_person(person);
    }
    talk.by = Some("ana".to_owned());
    for statement in &all {
        talk.answer(statement, Answer::Met);
    }
    let place = talk.place(id(doubted));
    talk.change(Change::Against(place, Some("It broke in spring.".to_owned())));
    let place = talk.place(id(assumed));
    talk.change(Change::Confidence(place, Some(Confidence::Assumed)));
    talk.by = Some("bo".to_owned());
    talk.answer(disputed, Answer::NotMet);

    let found = agenda(&Assessment::latest(&asked(), &talk.session), TODAY, HOUR);
    let items: Vec<_> = found.items.iter().map(|it| (it.indicator.as_str(), it.raised.clone(), it.minutes)).collect();
    let expected = [
        (disputed.as_str(), vec![Raised::Disputed], 5),
        (doubted, vec![Raised::Contradicted], 4),
        (assumed, vec![Raised::Assumed], 3),
    ];
    assert_eq!(items, expected);
    assert_eq!((found.minutes, found.left), (12, 0));
}

#[test]
fn what_cannot_move_the_level_any_more_is_left_out() {
    let mut talk = Talk::about(&smm());
    talk.target(&first_practice(), 2);
    for statement in statements(1) {
        talk.answer(&statement, Answer::NotMet);
    }
    assert_eq!(agenda(&Assessment::latest(&asked(), &talk.session), TODAY, HOUR).items, []);
}

#[test]
fn nothing_beyond_the_target_is_asked() {
    let mut talk = Talk::about(&smm());
    talk.target(&first_practice(), 1);
    let found = agenda(&Assessment::latest(&asked(), &talk.session), TODAY, HOUR);
    let ids: Vec<_> = found.items.iter().map(|it| it.indicator.to_string()).collect();
    assert_eq!(ids, first_three(1));
    assert_eq!(found.left, statements(1).len() - 3, "and nothing of another level");
    assert!(found.items.iter().all(|it| it.raised == [Raised::Unanswered]));
}

#[test]
fn what_is_assumed_of_a_part_alone_is_on_it() {
    let mut talk = Talk::about(&smm());
    talk.target(&first_practice(), 1);
    talk.name_part("cloud");
    for statement in statements(1) {
        talk.answer(&statement, Answer::Met);
    }
    talk.part = Some("cloud".to_owned());
    let assumed = statements(1).into_iter().next().unwrap_or_default();
    talk.answer(&assumed, Answer::Met);
    let place = talk.place(id(&assumed));
    talk.change(Change::Confidence(place, Some(Confidence::Assumed)));
    let found = agenda(&Assessment::latest(&asked(), &talk.session), TODAY, HOUR);
    let raised: Vec<_> = found.items.iter().map(|it| (it.indicator.to_string(), it.raised.clone())).collect();
    assert_eq!(raised, [(assumed, vec![Raised::Assumed])]);
}

#[test]
fn what_is_asked_from_outside_beyond_the_target_is_on_it() {
    let mut talk = Talk::about(&smm());
    talk.target(&first_practice(), 1);
    let demanded = OwnMinimum { level: Level::new(2), source: "a law".to_owned(), unknown: serde_json::Map::new() };
    talk.change(Change::Minimum(id(&first_practice()), Some(demanded)));
    for statement in statements(1) {
        talk.answer(&statement, Answer::Met);
    }
    let found = agenda(&Assessment::latest(&asked(), &talk.session), TODAY, HOUR);
    let ids: Vec<_> = found.items.iter().map(|it| it.indicator.to_string()).collect();
    assert_eq!(ids, first_three(2));
    assert_eq!(found.left, statements(2).len() - 3);
}

#[test]
fn what_may_no_longer_be_true_is_on_it() {
    let mut talk = Talk::about(&smm());
    talk.target(&first_practice(), 1);
    for statement in statements(1) {
        talk.answer(&statement, Answer::Met);
    }
    let later = agenda(&Assessment::latest(&asked(), &talk.session), Date::constant(2099, 1, 1), HOUR);
    assert_eq!(later.items.len() + later.left, statements(1).len());
    assert!(later.items.iter().all(|it| it.raised == [Raised::Stale]));
}

#[test]
fn it_fits_into_the_time_and_is_in_order() {
    for file in list("public/examples/index.json") {
        let Ok(session) = read_session(&bytes(&format!("public/examples/{file}"))) else { panic!("{file}") };
        let used: Vec<&str> = session.profiles_in_use().map(|id| id.as_str()).collect();
        let asked = smm_guided(&used).with_own(own_indicators(&session));
        for minutes in [0, 10, HOUR, 6000] {
            let found = agenda(&Assessment::latest(&asked, &session), TODAY, minutes);
            assert!(found.minutes <= minutes, "{file}");
            assert_eq!(found.minutes, found.items.iter().map(|it| it.minutes).sum::<u16>(), "{file}");
            assert!(found.items.is_sorted_by_key(|it| std::cmp::Reverse(it.value)), "{file}");
        }
        let (hour, all) = (
            agenda(&Assessment::latest(&asked, &session), TODAY, HOUR),
            agenda(&Assessment::latest(&asked, &session), TODAY, u16::MAX),
        );
        assert!(hour.minutes > HOUR - 5, "{file}: {}", hour.minutes);
        assert_eq!(hour.items.len() + hour.left, all.items.len() + all.left, "{file}");
        assert_eq!(all.items.get(..hour.items.len()), Some(hour.items.as_slice()), "{file}");
    }
}

#[test]
fn the_practices_furthest_from_what_they_need_come_first_and_none_takes_more_than_three() {
    let practices: Vec<String> = smm().practices().iter().map(|it| it.id.to_string()).collect();
    let [near, far, duty, ..] = practices.as_slice() else { panic!("{practices:?}") };
    let mut talk = Talk::about(&smm());
    for (practice, target) in [(near, 1), (far, 3), (duty, 2)] {
        talk.target(practice, target);
        talk.quick_level(practice, 0);
    }
    let demanded = OwnMinimum { level: Level::new(2), source: "a law".to_owned(), unknown: serde_json::Map::new() };
    talk.change(Change::Minimum(id(duty), Some(demanded)));
    let found = agenda(&Assessment::latest(&asked(), &talk.session), TODAY, HOUR);
    let order: Vec<&str> = found.items.iter().map(|it| it.practice.as_str()).collect();
    let three = |practice: &str| vec![practice.to_owned(); 3];
    assert_eq!(order, [three(duty), three(far), three(near)].concat(), "a duty counts twice");
    assert!(found.left > 0);
}

#[test]
fn an_empty_agenda_says_what_is_open_all_the_same() {
    let found = agenda(&Assessment::latest(&asked(), &Talk::about(&smm()).session), TODAY, HOUR);
    assert_eq!((found.items.len(), found.left), (0, 0), "nobody said how much is needed");
    assert_eq!((found.open.count(OpenKind::Unanswered), found.open.count(OpenKind::NoTarget)), (18, 18));
}
