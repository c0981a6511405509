//! Characteristics that a model weighs: what is said of each, in which order they come, where they stand against each other, and what follows.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "what is not there ends the test")]

use std::ffi::OsString;
use std::sync::Arc;

use crate::support::any::{cases, text};
use crate::support::talk::{Talk, authorship};
use crate::support::{bytes, id, smm};
use plumbline::analysis::{
    Assessment, CharacteristicMove, Characteristics, Current, Fit, Results, characteristics, characteristics_between,
    in_priority, results, told_characteristics,
};
use plumbline::command_line::{Machine, run};
use plumbline::exchange::{CopyFor, copy_for, merge, preview, read_session, without_names, write_session};
use plumbline::model::{Effect, Level, Model, ProblemKind, Questionnaire, read_model};
use plumbline::session::{
    Change, Conflict, ConflictWay, OfCharacteristic, Person, Place, Priority, Role, RoundEvent, Session, commands,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

type Outcome = Result<(), Box<dyn std::error::Error>>;

/// A pump with three characteristics, whose practices are rated as a whole; data serve two of them.
fn file() -> Value {
    let text = |words: &str| json!({ "en": words });
    let levels: Vec<Value> = (0..4).map(|level| json!({ "level": level, "description": text("So") })).collect();
    let scale: Vec<Value> = (0..4).map(|level| json!({ "level": level, "name": text("Rung") })).collect();
    json!({
        "format": "plumbline-model", "version": 1, "id": "pump", "edition": "1", "languages": ["en"],
        "title": text("Pump"), "about": text("A made-up pump."),
        "levels": scale, "scoring": { "level": "chosen" },
        "characteristics": [
            { "id": "security", "name": text("Security"), "meaning": text("Nobody gets in."), "question": text("Who could?") },
            { "id": "safety", "name": text("Safety") },
            { "id": "privacy", "name": text("Privacy") }
        ],
        "conflicts": [
            { "id": "locked-exit", "effect": "hinders", "from": "security", "to": "safety", "why": text("A lock keeps people in."), "practices": ["doors"] },
            { "id": "less-prey", "effect": "helps", "from": "privacy", "to": "security", "why": text("Nothing to steal.") }
        ],
        "groups": [{ "id": "all", "name": text("All"), "practices": [
            { "id": "doors", "name": text("Doors"), "levels": levels },
            { "id": "data", "name": text("Data"), "characteristics": ["privacy", "security"], "levels": levels }
        ] }]
    })
}

fn read(file: &Value) -> Arc<Model> {
    Arc::new(read_model(file.to_string().as_bytes()).unwrap_or_else(|problems| panic!("{problems}")))
}

fn pump() -> Arc<Model> {
    read(&file())
}

fn asked() -> Questionnaire {
    Questionnaire::new(pump(), Vec::new())
}

fn of(practice: &str, characteristic: &str) -> OfCharacteristic {
    OfCharacteristic { practice: id(practice), characteristic: id(characteristic) }
}

/// What is said in a round of a session about a pump.
trait Weigh {
    fn needs(&mut self, practice: &str, characteristic: &str, level: Option<u8>);
    fn stands(&mut self, practice: &str, characteristic: &str, level: Option<u8>);
    fn order(&mut self, order: &[&str]);
    fn conflict(&mut self, called: &str, helps: &str, hinders: &str);
    fn decide(&mut self, called: &str, way: Option<ConflictWay>);
}

impl Weigh for Talk {
    fn needs(&mut self, practice: &str, characteristic: &str, level: Option<u8>) {
        let (round, of) = (id(&self.round), of(practice, characteristic));
        self.change(commands::set_characteristic_target(&self.session, &round, &of, level.map(Level::new)));
    }
    fn stands(&mut self, practice: &str, characteristic: &str, level: Option<u8>) {
        let at = self.place(of(practice, characteristic));
        self.change(commands::set_characteristic_state(&self.session, at, level.map(Level::new)));
    }
    fn order(&mut self, order: &[&str]) {
        let order = order.iter().map(|it| id(it)).collect();
        self.change(commands::prioritize(&self.session, &id(&self.round), order));
    }
    fn conflict(&mut self, called: &str, helps: &str, hinders: &str) {
        let (helps, hinders, round) = (id(helps), id(hinders), id(&self.round));
        let why = format!("Why {called}.");
        let conflict = Conflict { practice: Some(id("doors")), helps, hinders, why, round, known: None, unknown: Map::new() };
        self.change(commands::add_conflict(id(called), conflict).unwrap());
    }
    fn decide(&mut self, called: &str, way: Option<ConflictWay>) {
        self.change(commands::decide_conflict(&self.session, &id(&self.round), &id(called), way).unwrap());
    }
}

/// Doors stand at 2 of 2, data at 1 of 2; doors need 3 for safety; for security Ana sees 1 of them and Bo 2; data have nothing for privacy.
fn talk() -> Talk {
    let mut talk = Talk::about(&pump());
    for practice in ["doors", "data"] {
        talk.target(practice, 2);
    }
    talk.quick_level("doors", 2);
    talk.quick_level("data", 1);
    talk.needs("doors", "safety", Some(3));
    for (by, level) in [("ana", 1), ("bo", 2)] {
        talk.by = Some(by.to_owned());
        talk.stands("doors", "security", Some(level));
    }
    talk.by = None;
    talk.stands("data", "privacy", Some(0));
    talk
}

/// Reads what follows in the latest round.
fn following<T>(session: &Session, look: impl FnOnce(&Characteristics<'_>, &Results) -> T) -> T {
    let asked = asked();
    let now = Assessment::latest(&asked, session);
    let results = results(&now);
    look(&characteristics(&now, &results).unwrap(), &results)
}

/// The cells as `doors/security 2:1 Short`.
fn cells(all: &Characteristics<'_>) -> Vec<String> {
    let level = |level: Option<Level>| level.map_or_else(|| "-".to_owned(), |level| level.to_string());
    let cell = |practice: &plumbline::analysis::PracticeServes<'_>| {
        let name = practice.practice.to_string();
        let told = practice
            .cells
            .iter()
            .map(|it| format!("{name}/{} {}:{} {:?}", it.characteristic.id, level(it.target), level(it.state.low()), it.fit));
        told.collect::<Vec<_>>()
    };
    all.practices.iter().flat_map(cell).collect()
}

fn short(all: &Characteristics<'_>) -> Vec<String> {
    all.shortfalls().iter().map(|it| format!("{}/{}", it.practice, it.served.characteristic.id)).collect()
}

#[test]
fn a_model_names_characteristics_and_what_it_knows_of_them_and_practices_say_which_they_serve() {
    let model = pump();
    let serves = |practice: &str| {
        let practice = model.practice(&id(practice)).unwrap();
        model.characteristics_of(practice).map(|it| it.id.to_string()).collect::<Vec<_>>()
    };
    assert_eq!((serves("doors").len(), serves("data")), (3, vec!["security".to_owned(), "privacy".to_owned()]));
    assert_eq!(model.conflicts.iter().map(|it| it.effect).collect::<Vec<_>>(), [Effect::Hinders, Effect::Helps]);
    let shipped = read_model(&bytes("public/models/trustworthiness.json")).unwrap();
    assert_eq!((shipped.characteristics.len(), shipped.conflicts.len()), (5, 30));
    assert!(shipped.characteristics.iter().all(|it| it.meaning.said("en").is_some() && it.question.said("en").is_some()));
    assert!(!smm().has_characteristics() && smm().conflicts.is_empty());
}

#[test]
fn all_that_is_wrong_with_them_is_said_with_its_place() {
    let mut wrong = file();
    let mut put = |at: &str, value: Value| crate::support::set(&mut wrong, at, value);
    put("/characteristics/1/id", "security".into());
    put("/conflicts/0/to", "speed".into());
    put("/conflicts/1/to", "privacy".into());
    put("/conflicts/0/practices", json!(["windows"]));
    put("/groups/0/practices/1/characteristics", json!(["privacy", "privacy", "speed"]));
    let found = read_model(wrong.to_string().as_bytes()).unwrap_err();
    let places: Vec<_> = found.all().iter().map(|it| it.path.clone()).collect();
    let expected = [
        "characteristics[1]",
        "groups[0].practices[1].characteristics[1]",
        "groups[0].practices[1].characteristics[2]",
        "conflicts[0].to",
        "conflicts[0].practices[0]",
        "conflicts[1]",
    ];
    assert_eq!(places, expected);
    for count in [1, 13] {
        let mut wrong = file();
        let one = |number: usize| json!({ "id": format!("c{number}"), "name": { "en": "C" } });
        crate::support::set(&mut wrong, "/characteristics", (0..count).map(one).collect());
        let found = read_model(wrong.to_string().as_bytes()).unwrap_err();
        assert_eq!(found.all()[0].kind, ProblemKind::CharacteristicCount { found: count });
    }
}

#[test]
fn a_model_without_them_shows_nothing_whatever_else_its_file_says() {
    let mut without = file();
    crate::support::remove(&mut without, "/characteristics");
    crate::support::set(&mut without, "/conflicts", json!("as it was before this was known"));
    let model = read(&without);
    assert!(model.conflicts.is_empty() && model.practices().iter().all(|it| it.characteristics.is_empty()));
    let talk = Talk::about(&model);
    let asked = Questionnaire::new(model, Vec::new());
    let now = Assessment::latest(&asked, &talk.session);
    assert!(characteristics(&now, &results(&now)).is_none());
    let written = write_session(&talk.session).unwrap();
    for list in ["characteristic_targets", "characteristic_states", "priority", "conflicts", "conflict_decisions"] {
        assert!(!written.contains(list), "{list}");
    }
}

#[test]
fn a_practice_serves_all_alike_until_somebody_says_otherwise() {
    let mut talk = talk();
    following(&talk.session, |all, results| {
        let expected = [
            "doors/security 2:1 Short",
            "doors/safety 3:2 Short",
            "doors/privacy 2:2 OnTarget",
            "data/security 2:1 Short",
            "data/privacy 2:0 Short",
        ];
        assert_eq!(cells(all), expected);
        let own: Vec<_> = all.practices.iter().map(|it| it.cells.iter().map(|it| it.differs()).collect::<Vec<_>>()).collect();
        assert_eq!(own, [vec![true, true, false], vec![false, true]]);
        assert!(all.practices[0].cells[0].do_people_differ() && !all.practices[0].cells[1].do_people_differ());
        let count = |characteristic: &str| [Fit::Short, Fit::OnTarget].map(|fit| all.count(&id(characteristic), fit));
        assert_eq!(["security", "safety", "privacy"].map(count), [[2, 0], [1, 0], [1, 1]]);
        assert_eq!(results.practice(&id("doors")).map(|it| it.fit), Some(Fit::OnTarget), "nothing of it moves the practice");
    });
    talk.stands("data", "privacy", None);
    talk.needs("doors", "safety", None);
    following(&talk.session, |all, _| {
        assert_eq!(cells(all)[1], "doors/safety 2:2 OnTarget");
        assert_eq!(cells(all)[4], "data/privacy 2:1 Short", "what was taken back is as the practice is");
    });
}

#[test]
fn that_nobody_said_anything_is_not_level_0() {
    let mut talk = Talk::about(&pump());
    talk.target("data", 2);
    let cell = |talk: &Talk| following(&talk.session, |all, _| (all.practices[1].cells[1].state, all.practices[1].cells[1].fit));
    assert_eq!(cell(&talk), (Current::Unanswered, Fit::Unanswered));
    talk.stands("data", "privacy", Some(0));
    let (state, fit) = cell(&talk);
    assert_eq!((state.low(), fit), (Some(Level::NONE), Fit::Short));
}

#[test]
fn shortfalls_come_in_the_order_of_priority_and_a_new_characteristic_last() {
    let mut talk = talk();
    let shortfalls = |talk: &Talk| following(&talk.session, |all, _| short(all));
    assert_eq!(shortfalls(&talk), ["doors/security", "data/security", "doors/safety", "data/privacy"], "as the model names them");
    talk.order(&["privacy", "safety"]);
    assert_eq!(shortfalls(&talk), ["data/privacy", "doors/safety", "doors/security", "data/security"]);
    // Ids of another edition stay where they are and count again once they are asked.
    let said = Priority { order: vec![id("speed"), id("safety"), id("safety"), id("privacy")], ..Priority::default() };
    let order: Vec<_> = in_priority(&pump(), Some(&said)).iter().map(|it| it.id.to_string()).collect();
    assert_eq!(order, ["safety", "privacy", "security"]);
    let (round, order) = (id("r1"), [id("privacy"), id("safety"), id("security")]);
    let moved = |it: &str, to_the_front| commands::move_characteristic(&talk.session, &round, &order, &id(it), to_the_front);
    assert!(moved("privacy", true).is_none() && moved("security", false).is_none() && moved("speed", true).is_none());
    let change = moved("security", true).unwrap();
    talk.change(change);
    let now = talk.session.priority(&id("r1")).unwrap().0.order.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(now, ["privacy", "security", "safety"]);
}

#[test]
fn a_decision_against_the_order_is_named_as_such_and_none_without_an_order() {
    let mut talk = talk();
    for (called, helps, hinders) in [("k1", "security", "safety"), ("k2", "safety", "privacy"), ("k3", "privacy", "security")] {
        talk.conflict(called, helps, hinders);
    }
    talk.decide("k1", Some(ConflictWay::Helped));
    talk.decide("k2", Some(ConflictWay::Hindered));
    let told = |talk: &Talk| {
        following(&talk.session, |all, _| {
            let against = all.conflicts.iter().filter(|it| it.is_against_order).map(|it| it.id.to_string()).collect::<Vec<_>>();
            (all.decided(), against)
        })
    };
    assert_eq!(told(&talk), ((1, 2, 0), vec![]), "nobody said an order");
    talk.order(&["safety", "security", "privacy"]);
    assert_eq!(told(&talk), ((1, 2, 2), vec!["k1".to_owned(), "k2".to_owned()]));
    talk.decide("k1", Some(ConflictWay::Both));
    talk.decide("k2", Some(ConflictWay::Helped));
    assert_eq!(told(&talk), ((1, 2, 0), vec![]));
    talk.decide("k2", None);
    assert_eq!(told(&talk).0, (2, 1, 0), "it is open again");
    following(&talk.session, |all, _| {
        let order: Vec<_> = all.conflicts.iter().map(|it| it.id.to_string()).collect();
        assert_eq!(order, ["k3", "k2", "k1"], "what is open first, then by what is hindered");
    });
    let taken = commands::take_conflict_out(&talk.session, &id("k2")).unwrap();
    let back = talk.change(taken);
    assert_eq!(told(&talk).0, (1, 1, 0));
    talk.change(back);
    assert_eq!(told(&talk).0, (2, 1, 0), "undone");
    let same = Conflict {
        hinders: id("security"),
        helps: id("security"),
        ..talk.session.conflicts.get(&id("k1")).unwrap().value().unwrap().clone()
    };
    assert!(commands::add_conflict(id("k9"), same).is_none(), "nothing stands against itself");
}

#[test]
fn what_a_round_says_goes_on_until_a_later_one_says_something_else() {
    let mut talk = talk();
    talk.order(&["safety"]);
    talk.conflict("k1", "security", "safety");
    talk.decide("k1", Some(ConflictWay::Hindered));
    talk.open_round("r2");
    for practice in ["doors", "data"] {
        talk.quick_level(practice, 2);
    }
    following(&talk.session, |all, _| {
        assert_eq!(cells(all)[..3], ["doors/security 2:2 OnTarget", "doors/safety 3:2 Short", "doors/privacy 2:2 OnTarget"]);
        assert_eq!(all.decided(), (0, 1, 0));
        assert!(all.priority.is_some());
    });
    talk.needs("doors", "safety", None);
    talk.order(&["privacy", "safety", "security"]);
    talk.decide("k1", None);
    talk.conflict("k2", "privacy", "safety");
    talk.decide("k2", Some(ConflictWay::Both));
    let asked = asked();
    let (first, second) = (id("r1"), id("r2"));
    let [then, now] = [&first, &second].map(|round| Assessment::of_round(&asked, &talk.session, round));
    let at_first = results(&then);
    let at_first = characteristics(&then, &at_first).unwrap();
    assert_eq!(cells(&at_first)[1], "doors/safety 3:2 Short", "the round before is as it was");
    assert_eq!(at_first.decided(), (0, 1, 0));
    let moved = characteristics_between(&then, &now, "en");
    let order = |order: [&str; 3]| order.map(str::to_owned).to_vec();
    let expected = [
        CharacteristicMove::Order([order(["Safety", "Security", "Privacy"]), order(["Privacy", "Safety", "Security"])]),
        CharacteristicMove::New("Privacy".to_owned(), "Safety".to_owned()),
        CharacteristicMove::Decided("Privacy".to_owned(), "Safety".to_owned()),
        CharacteristicMove::Reopened("Security".to_owned(), "Safety".to_owned()),
    ];
    let others: Vec<_> = moved.iter().filter(|it| !matches!(it, CharacteristicMove::Served { .. })).cloned().collect();
    assert_eq!(others, expected);
    let served = moved.iter().filter_map(|it| match it {
        CharacteristicMove::Served { practice, characteristic, target, state } => {
            let number = |level: Option<Level>| level.map(Level::number);
            Some((practice.as_str(), characteristic.as_str(), target.map(number), state.map(|it| number(it.low()))))
        }
        _ => None,
    });
    let expected = [
        ("Doors", "Security", [Some(2), Some(2)], [Some(1), Some(2)]),
        ("Doors", "Safety", [Some(3), Some(2)], [Some(2), Some(2)]),
        ("Data", "Privacy", [Some(2), Some(2)], [Some(0), Some(2)]),
    ];
    assert_eq!(served.collect::<Vec<_>>(), expected);
    assert_eq!(characteristics_between(&now, &now, "en"), []);
}

#[test]
fn a_closed_round_keeps_what_was_said_of_them() {
    let mut talk = talk();
    let closed = commands::close_round(&talk.session, &id("r1"), id("e1"), "2026-11-23".parse().unwrap());
    talk.change(closed);
    assert!(talk.session.events_of_round(&id("r1")).iter().any(|(_, event, _)| matches!(event, RoundEvent::Closed(_))));
    let round = id("r1");
    let target = commands::set_characteristic_target(&talk.session, &round, &of("doors", "safety"), Some(Level::new(1)));
    let state = commands::set_characteristic_state(&talk.session, talk.place(of("doors", "safety")), Some(Level::new(1)));
    let order = commands::prioritize(&talk.session, &round, vec![id("privacy")]);
    for change in [target, state, order] {
        assert!(talk.session.may(&change).is_err(), "{change:?}");
    }
}

#[test]
fn files_copies_and_older_versions_keep_all_of_it() -> Outcome {
    let mut talk = talk();
    talk.change(Change::Person(id("ana"), Some(Person { name: "Ana".to_owned(), role: Role::Consultant, unknown: Map::new() })));
    talk.order(&["safety", "security", "privacy"]);
    talk.change(commands::explain_priority(&talk.session, &id("r1"), "People first.".to_owned()).ok_or("said")?);
    talk.conflict("k1", "security", "safety");
    talk.decide("k1", Some(ConflictWay::Hindered));
    talk.change(
        commands::explain_decision(&talk.session, &id("r1"), &id("k1"), "It opens from inside.".to_owned()).ok_or("decided")?,
    );
    let file = write_session(&talk.session)?;
    assert_eq!(read_session(file.as_bytes())?, talk.session);
    let preview = preview(&talk.session, &asked()).map_err(|_| "a preview")?;
    assert_eq!(preview.not_in_model.len(), 0);
    let bare = without_names(&talk.session)?;
    let bare = write_session(&bare)?;
    for word in ["People first", "It opens", "Why k1", "Ana"] {
        assert!(!bare.contains(word), "{word}");
    }
    let [mine, theirs] =
        [&talk.session, &read_session(bare.as_bytes())?].map(|session| following(session, |all, _| (cells(all), all.decided())));
    assert_eq!(mine, theirs, "no figure moves because a copy says less");
    let mut off = talk.session.clone();
    off.apply(
        commands::set_characteristic_target(&off, &id("r1"), &of("doors", "safety"), Some(Level::new(9))),
        &authorship(None, 900),
    );
    assert!(plumbline::exchange::preview(&off, &asked()).is_err(), "a level that the scale does not have");
    Ok(())
}

#[test]
fn a_copy_of_some_practices_takes_along_what_is_said_of_them_alone() -> Outcome {
    let mut talk = talk();
    talk.conflict("k1", "security", "safety");
    talk.decide("k1", Some(ConflictWay::Both));
    let of_data = copy_for(&talk.session, &asked(), &CopyFor::Practices([id("data")].into()))?;
    assert_eq!((of_data.conflicts.len(), of_data.conflict_decisions.len(), of_data.characteristic_targets.len()), (0, 0, 0));
    assert_eq!(of_data.characteristic_states.len(), 1);
    let of_doors = copy_for(&talk.session, &asked(), &CopyFor::Practices([id("doors")].into()))?;
    assert_eq!((of_doors.conflicts.len(), of_doors.conflict_decisions.len(), of_doors.characteristic_targets.len()), (1, 1, 1));
    assert_eq!(of_doors.characteristic_states.len(), 2);
    Ok(())
}

/// One thing that somebody says of a pump.
fn saying() -> impl Strategy<Value = (usize, usize, usize, u8, String)> {
    (0..5_usize, 0..2_usize, 0..3_usize, 0..4_u8, text())
}

fn say(talk: &mut Talk, (kind, practice, which, level, words): &(usize, usize, usize, u8, String)) {
    let (practice, names) = (["doors", "data"][*practice], ["security", "safety", "privacy"]);
    let (name, other) = (names[*which], names[(*which + 1 + usize::from(*level) % 2) % 3]);
    match kind {
        0 => talk.needs(practice, name, (*level > 0).then_some(*level)),
        1 => talk.stands(practice, name, (*level > 0).then_some(*level)),
        2 => talk.order(&[name, other]),
        3 => {
            talk.conflict(&format!("k{level}"), name, other);
            let change = commands::alter_conflict(&talk.session, &id(&format!("k{level}")), |it| it.why = format!("W{words}"));
            talk.change(change.unwrap());
        }
        _ => {
            let way = *select_way(*level);
            if let Some(change) = commands::decide_conflict(&talk.session, &id("r1"), &id(&format!("k{which}")), way) {
                talk.change(change);
            }
        }
    }
}

const fn select_way(level: u8) -> &'static Option<ConflictWay> {
    match level {
        0 => &None,
        1 => &Some(ConflictWay::Helped),
        2 => &Some(ConflictWay::Hindered),
        _ => &Some(ConflictWay::Both),
    }
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn copies_come_together_alike_from_either_side_and_nothing_is_lost(
        first in vec(saying(), 0..8),
        here in vec(saying(), 0..8),
        there in vec(saying(), 0..8),
        by in select(vec![None, Some("ana"), Some("bo")]),
    ) {
        let mut mine = talk();
        first.iter().for_each(|it| say(&mut mine, it));
        let mut theirs = Talk::about(&pump());
        theirs.session = mine.session.clone();
        theirs.actor = "tab-2".to_owned();
        theirs.by = by.map(str::to_owned);
        theirs.pass(500);
        here.iter().for_each(|it| say(&mut mine, it));
        there.iter().for_each(|it| say(&mut theirs, it));
        let (one, other) = (merge(&mine.session, &theirs.session).unwrap(), merge(&theirs.session, &mine.session).unwrap());
        prop_assert_eq!(&one.session, &other.session);
        prop_assert_eq!(read_session(write_session(&one.session)?.as_bytes()).unwrap(), one.session.clone());
        let keys = |session: &Session| {
            let mut keys: Vec<String> = Vec::new();
            session.each_fact(&mut |fact| keys.push(format!("{:?} {} {:?} {:?}", fact.list, fact.id, fact.round, fact.by)));
            keys
        };
        let all = keys(&one.session);
        for key in keys(&mine.session).iter().chain(&keys(&theirs.session)) {
            prop_assert!(all.contains(key), "{}", key);
        }
        following(&one.session, |all, _| {
            assert_eq!(all.order.len(), 3, "each characteristic has one place");
            let ranks: Vec<_> = all.shortfalls().iter().map(|it| all.rank(&it.served.characteristic.id)).collect();
            assert!(ranks.is_sorted(), "{ranks:?}");
            assert!(all.conflicts.iter().all(|it| it.decision.is_some() || !it.is_against_order));
        });
    }
}

fn pacemaker() -> (Session, Questionnaire) {
    let session = read_session(&bytes("public/examples/pacemaker.json")).unwrap();
    let model = read_model(&bytes("public/models/trustworthiness.json")).unwrap_or_else(|problems| panic!("{problems}"));
    (session, Questionnaire::new(Arc::new(model), Vec::new()))
}

#[test]
fn the_implanted_pacemaker_has_the_results_that_were_worked_out_by_hand() {
    let (session, asked) = pacemaker();
    let now = Assessment::latest(&asked, &session);
    let told = told_characteristics(&now, &results(&now), None, "en").unwrap();
    let order: Vec<_> = told.order.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(order, ["Safety", "Reliability", "Security", "Resilience", "Privacy"]);
    let differing: Vec<_> = told
        .differing
        .iter()
        .map(|it| {
            format!("{} {} {}:{} {:?}", it.practice, it.characteristic, it.target.unwrap(), it.state.low().unwrap(), it.fit)
        })
        .collect();
    let expected = [
        "Access control Safety 4:3 Short",
        "Protection model and policy for data Privacy 4:2 Short",
        "Implementation of data protection practices Reliability 2:3 More",
        "Patch management Security 3:2 Short",
        "Monitoring practice Reliability 3:1 Short",
        "Remediation, recovery and continuity of operations Privacy 2:3 More",
    ];
    assert_eq!(differing, expected);
    let decided: Vec<_> = told
        .conflicts
        .iter()
        .map(|it| (it.helps.as_str(), it.hinders.as_str(), it.decision.as_ref().map(|it| it.0), it.is_against_order))
        .collect();
    let expected = [
        ("Security", "Safety", None, false),
        ("Security", "Reliability", Some(ConflictWay::Helped), true),
        ("Safety", "Security", Some(ConflictWay::Helped), false),
    ];
    assert_eq!(decided, expected);
}

/// Runs some words on the command line and gives what it writes.
fn said(words: &[&str]) -> String {
    let outcome = run(words.iter().map(OsString::from), &mut &[][..], Machine::at(authorship(None, 0).at));
    assert_eq!(outcome.code, 0, "{}", outcome.told);
    String::from_utf8(outcome.out).unwrap()
}

#[test]
fn the_report_tells_order_differences_and_conflicts_and_compare_what_moved() -> Outcome {
    let file = crate::support::path("public/examples/pacemaker.json");
    let report = said(&["report", &file.to_string_lossy(), "--as", "md"]);
    for words in [
        "Characteristics and their conflicts",
        "What comes first: Safety › Reliability › Security › Resilience › Privacy.",
        "People differ; the lowest counts.",
        "3 conflicts: 1 open, 2 decided; 1 not as the order of priority says.",
        "Not as the order says: there, Reliability stands higher.",
        "Open: nothing is decided yet.",
    ] {
        assert!(report.contains(words), "{words}");
    }
    let (mut session, _) = pacemaker();
    let round = session.round().cloned().ok_or("a round")?;
    let change =
        commands::decide_conflict(&session, &round, &id("019a8c00-0000-7000-8000-000000064001"), Some(ConflictWay::Both));
    session.apply(change.ok_or("a conflict")?, &authorship(None, 900));
    let folder = std::env::temp_dir().join(format!("plumbline-{}-characteristics", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let later = folder.join("later.json");
    std::fs::write(&later, write_session(&session)?)?;
    let compared = said(&["compare", &file.to_string_lossy(), &later.to_string_lossy()]);
    assert!(compared.contains("Decided: Security against Safety."), "{compared}");
    Ok(())
}

/// Where somebody says nothing of a place, nothing is said: as the fields of the screen have it.
#[test]
fn a_note_needs_a_level_and_goes_with_it() {
    let mut talk = talk();
    let at: Place<OfCharacteristic> = talk.place(of("doors", "privacy"));
    assert!(commands::note_characteristic_state(&talk.session, at.clone(), "Seen.".to_owned()).is_none());
    talk.stands("doors", "privacy", Some(1));
    let note = commands::note_characteristic_state(&talk.session, at.clone(), "Seen.".to_owned()).unwrap();
    talk.change(note);
    talk.stands("doors", "privacy", Some(2));
    let state = talk.session.characteristic_states.get(&at).and_then(|fact| fact.value()).unwrap();
    assert_eq!((state.level.number(), state.note.as_str()), (2, "Seen."));
    let why = commands::explain_characteristic_target(&talk.session, &id("r1"), &of("doors", "privacy"), "So.".to_owned());
    assert!(why.is_none(), "no target of its own");
}
