//! Workspaces: what is in which, what changed since somebody looked, and that nothing leaves with what is not in it.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failed unwrap is a failed test")]

use std::rc::Rc;

use crate::support::any::cases;
use crate::support::talk::Talk;
use crate::support::{bytes, id, json, set, tiny, tiny_asked};
use plumbline::analysis::{Assessment, Due, PartOf, WhatIsDue, due, due_in_order, results};
use plumbline::exchange::{Contribution, Look, SinceLook, merge, read_session, session_in_zip, unzip, zip};
use plumbline::model::{Questionnaire, read_profile};
use plumbline::session::{
    Action, ActionOrigin, ActionState, Answer, Change, Date, DutyAnswer, Evidence, EvidenceKind, OwnMinimum, Owner, Person,
    ProfileDuty, Role, Session, SystemField, Timestamp, commands,
};
use plumbline::store::{
    Looked, MemoryStorage, OpenError, SaveError, SessionStore, Slot, Storage, StorageError, WorkspaceId, seal,
};
use proptest::prelude::*;
use serde_json::{Map, json};

const TODAY: Date = Date::constant(2026, 11, 29);

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + seconds).unwrap()
}

fn session(name: &str) -> Session {
    let mut talk = Talk::about(&tiny());
    talk.change(Change::System(SystemField::Name, Some(name.to_owned())));
    talk.session.id = id(&format!("session-{}", name.to_lowercase()));
    talk.session
}

fn store() -> (Rc<MemoryStorage>, SessionStore) {
    let storage = Rc::new(MemoryStorage::default());
    (storage.clone(), SessionStore::new(storage))
}

/// Two workspaces, one with a mill and a silo, one with a shop.
fn clients() -> (Rc<MemoryStorage>, SessionStore) {
    let (storage, store) = store();
    for (slot, name, workspace) in [("s1", "Mill", "w1"), ("s2", "Silo", "w1"), ("s3", "Shop", "w2")] {
        let session = session(name);
        store.save(&id(slot), &session, 0).unwrap();
        store.seat(&id(slot), Some(&id(workspace)), || Looked::now(&session, at(0))).unwrap();
    }
    store.name_workspace(&id("w1"), "Meyer & Sons").unwrap();
    store.name_workspace(&id("w2"), "Schulze").unwrap();
    (storage, store)
}

fn inside(store: &SessionStore, workspace: &str) -> Vec<String> {
    let mut names: Vec<String> = store
        .in_workspace(&id(workspace))
        .unwrap()
        .into_iter()
        .map(|entry| entry.session.map_or_else(|why| format!("{why:?}"), |it| it.system(SystemField::Name).to_owned()))
        .collect();
    names.sort();
    names
}

fn names(store: &SessionStore) -> Vec<Result<String, OpenError>> {
    store.workspaces().unwrap().into_iter().map(|workspace| workspace.name).collect()
}

#[test]
fn a_session_is_in_one_workspace_at_the_most_and_leaves_one_for_another() {
    let (_, store) = clients();
    assert_eq!(
        (inside(&store, "w1"), inside(&store, "w2")),
        (vec!["Mill".to_owned(), "Silo".to_owned()], vec!["Shop".to_owned()])
    );
    store.seat(&id("s2"), Some(&id("w2")), || unreachable!("it was looked at")).unwrap();
    assert_eq!(
        (inside(&store, "w1"), inside(&store, "w2")),
        (vec!["Mill".to_owned()], vec!["Shop".to_owned(), "Silo".to_owned()])
    );
    store.seat(&id("s2"), None, || unreachable!("it was looked at")).unwrap();
    assert_eq!((inside(&store, "w1"), inside(&store, "w2")), (vec!["Mill".to_owned()], vec!["Shop".to_owned()]));
    assert!(store.looked(&id("s2")).is_some(), "what was seen of it stays");
}

#[test]
fn what_is_deleted_leaves_its_workspace_and_is_back_in_it_once_it_is_put_back() {
    let (_, store) = clients();
    store.delete(&id("s1"), at(1)).unwrap();
    assert_eq!(inside(&store, "w1"), ["Silo"]);
    store.put_back(&id("s1")).unwrap();
    assert_eq!(inside(&store, "w1"), ["Mill", "Silo"]);
    // For good: nothing is left that names it.
    store.delete(&id("s1"), at(2)).unwrap();
    let binned = store.bin().unwrap();
    store.delete_for_good(&binned[0].slot, binned[0].at).unwrap();
    assert_eq!(store.looked(&id("s1")), None);
}

#[test]
fn deleting_a_workspace_deletes_no_session_and_is_taken_back() {
    let (_, store) = clients();
    store.delete_workspace(&id("w1"), at(1)).unwrap();
    assert_eq!(store.workspaces().unwrap()[0].deleted, Some(at(1)));
    assert!(inside(&store, "w1").is_empty());
    assert_eq!(store.summaries().unwrap().len(), 3);
    // What went elsewhere meanwhile stays there.
    store.seat(&id("s2"), Some(&id("w2")), || unreachable!("it was looked at")).unwrap();
    store.put_back_workspace(&id("w1")).unwrap();
    assert_eq!((inside(&store, "w1"), inside(&store, "w2").len()), (vec!["Mill".to_owned()], 2));
    assert_eq!(names(&store), [Ok("Meyer & Sons".to_owned()), Ok("Schulze".to_owned())]);
}

#[test]
fn two_tabs_that_alter_workspaces_take_nothing_from_each_other() {
    let (storage, one) = clients();
    let other = SessionStore::new(storage);
    // Each has looked before the other writes.
    let (before, after) = (one.workspaces().unwrap(), other.workspaces().unwrap());
    assert_eq!(before, after);
    one.name_workspace(&id("w1"), "Meyer").unwrap();
    other.seat(&id("s1"), Some(&id("w2")), || unreachable!("it was looked at")).unwrap();
    one.seat(&id("s2"), None, || unreachable!("it was looked at")).unwrap();
    other.name_workspace(&id("w3"), "Third").unwrap();
    other.delete_workspace(&id("w1"), at(9)).unwrap();
    for store in [&one, &other] {
        assert_eq!(names(store), [Ok("Meyer".to_owned()), Ok("Schulze".to_owned()), Ok("Third".to_owned())]);
        assert_eq!(inside(store, "w2"), ["Mill", "Shop"]);
        assert!(store.workspaces().unwrap()[0].deleted.is_some());
    }
}

#[test]
fn a_damaged_name_leaves_what_is_in_it_and_is_put_aside_when_it_is_named_anew() {
    let (storage, store) = clients();
    let key = "plumbline.workspace.w1";
    let whole = storage.get(key).unwrap().unwrap();
    let damaged = whole.replace("plumbline-stored", "plumbline-torn");
    storage.set(key, &damaged).unwrap();
    assert_eq!(names(&store), [Err(OpenError::Damaged), Ok("Schulze".to_owned())]);
    assert_eq!(inside(&store, "w1"), ["Mill", "Silo"]);
    store.name_workspace(&id("w1"), "Meyer").unwrap();
    assert_eq!(names(&store)[0], Ok("Meyer".to_owned()));
    assert!(store.aside().unwrap().iter().any(|(_, value)| *value == damaged));
    // Gone altogether: what is in it still names it.
    storage.remove(key).unwrap();
    assert_eq!(names(&store)[0], Err(OpenError::Nothing));
    assert_eq!(inside(&store, "w1"), ["Mill", "Silo"]);
}

#[test]
fn a_damaged_place_leaves_the_session_alone_and_nothing_of_a_newer_plumbline_is_written_over() {
    let (storage, store) = clients();
    storage.set("plumbline.in-workspace.s1", "torn").unwrap();
    assert_eq!(inside(&store, "w1"), ["Silo"]);
    assert_eq!(store.summaries().unwrap().len(), 3);
    store.seat(&id("s1"), Some(&id("w2")), || Looked::now(&session("Mill"), at(3))).unwrap();
    assert_eq!(inside(&store, "w2"), ["Mill", "Shop"]);
    assert_eq!(store.aside().unwrap().iter().filter(|(_, value)| value == "torn").count(), 1);
    let newer = seal(4, "{}", "{\"version\":2,\"name\":\"Later\"}");
    storage.set("plumbline.workspace.w2", &newer).unwrap();
    assert_eq!(names(&store)[1], Err(OpenError::Newer));
    assert_eq!(store.name_workspace(&id("w2"), "Mine"), Err(SaveError::Unreadable));
    assert_eq!(store.delete_workspace(&id("w2"), at(1)), Err(SaveError::Unreadable));
    assert_eq!(storage.get("plumbline.workspace.w2").unwrap(), Some(newer));
    assert_eq!(inside(&store, "w2"), ["Mill", "Shop"]);
}

#[test]
fn where_there_is_no_room_it_says_so_and_everything_is_as_it_was() {
    let storage = Rc::new(MemoryStorage::with_limit(6_000));
    let store = SessionStore::new(storage.clone());
    store.save(&id("s1"), &session("Mill"), 0).unwrap();
    store.name_workspace(&id("w1"), "Meyer").unwrap();
    let taken: usize = storage.keys().unwrap().iter().map(|key| storage.units(key).unwrap()).sum();
    storage.set("other", &"x".repeat(6_000 - taken - 5)).unwrap();
    let full = Err(SaveError::Storage(StorageError::Full));
    assert_eq!(store.seat(&id("s1"), Some(&id("w1")), || Looked::now(&session("Mill"), at(0))), full);
    assert_eq!(names(&store), [Ok("Meyer".to_owned())]);
    assert!(inside(&store, "w1").is_empty());
}

#[test]
fn what_was_stored_of_workspaces_opens_for_ever() {
    let golden = String::from_utf8(bytes("tests/data/stored/workspaces-v1.txt")).unwrap();
    let (storage, store) = store();
    for (key, value) in golden.split("\n\n").filter_map(|entry| entry.split_once('\n')) {
        storage.set(key, value.trim_end()).unwrap();
    }
    assert_eq!(names(&store), [Ok("Meyer & Söhne".to_owned()), Ok("Former client".to_owned())]);
    assert_eq!(store.workspaces().unwrap()[1].deleted, Some(at(7)));
    let mill = session("Mill");
    store.save(&id("s1"), &mill, 0).unwrap();
    assert_eq!(inside(&store, "w1"), ["Mill"]);
    let looked = store.looked(&id("s1")).unwrap();
    assert_eq!(looked.at, at(5));
    assert!(looked.saw.since(&mill).is_nothing());
}

#[test]
fn what_the_browser_lost_of_workspaces_comes_back_from_the_journal_and_the_later_word_stands() {
    let (storage, store) = clients();
    let earlier: Vec<(String, String)> =
        storage.keys().unwrap().into_iter().map(|key| (key.clone(), storage.get(&key).unwrap().unwrap())).collect();
    store.name_workspace(&id("w1"), "Meyer").unwrap();
    let later = storage.get("plumbline.workspace.w1").unwrap().unwrap();
    // An old journal takes nothing back.
    store.bring_back(earlier.clone(), &[]);
    assert_eq!(names(&store)[0], Ok("Meyer".to_owned()));
    // The storage was set back, the journal was not.
    let old = earlier.iter().find(|(key, _)| key == "plumbline.workspace.w1").unwrap();
    storage.set(&old.0, &old.1).unwrap();
    assert_eq!(store.bring_back(vec![(old.0.clone(), later)], &[]), 1);
    assert_eq!(names(&store)[0], Ok("Meyer".to_owned()));
}

fn said(session: &Session, by: Option<&str>) -> Talk {
    let mut talk = Talk::about(&tiny());
    talk.session = session.clone();
    talk.by = by.map(str::to_owned);
    talk.actor = format!("tab-of-{}", by.unwrap_or("nobody"));
    talk.pass(1_000);
    talk
}

/// What each person did since a look: how many of each kind.
type ByPerson = Vec<(Option<String>, [usize; 4])>;

/// What changed since, as who said how many answers, targets and notes, how much was withdrawn, and how much is gone.
fn since(look: &Look, session: &Session) -> (ByPerson, usize) {
    let SinceLook { by, gone } = look.since(session);
    let one = |it: &Contribution| (it.by.as_ref().map(ToString::to_string), [it.answers, it.targets, it.notes, it.withdrawn]);
    (by.iter().map(one).collect(), gone)
}

#[test]
fn what_changed_since_a_look_is_counted_by_who_said_it() {
    let mill = session("Mill");
    let look = Look::at(&mill);
    assert!(look.since(&mill).is_nothing());
    let mut ana = said(&mill, Some("ana"));
    ana.answer("k1a", Answer::Met);
    ana.answer("k1b", Answer::NotMet);
    ana.target("lager.mehl", 1);
    let mut bo = said(&ana.session, Some("bo"));
    bo.answer("k1a", Answer::NotMet);
    let expected = vec![(Some("ana".to_owned()), [2, 1, 0, 0]), (Some("bo".to_owned()), [1, 0, 0, 0])];
    assert_eq!(since(&look, &bo.session), (expected, 0));
    // Looked at again: nothing is new. Then one of them is answered otherwise and one withdrawn.
    let look = Look::at(&bo.session);
    assert!(look.since(&bo.session).is_nothing());
    let mut again = said(&bo.session, Some("ana"));
    again.answer("k1a", Answer::Partly);
    let place = again.place(id("k1b"));
    again.change(Change::Answer(place, None));
    assert_eq!(since(&look, &again.session), (vec![(Some("ana".to_owned()), [1, 0, 0, 1])], 0));
}

#[test]
fn what_was_changed_and_undone_is_no_change_and_what_was_seen_and_undone_is_one() {
    let mut talk = said(&session("Mill"), None);
    let look = Look::at(&talk.session);
    let back = talk.change(Change::Target(
        id("lager.mehl"),
        Some(plumbline::session::Target::new(
            plumbline::model::Level::new(1),
            plumbline::model::Scope::General,
            plumbline::session::Origin::Practice,
        )),
    ));
    let seen = Look::at(&talk.session);
    assert_eq!(since(&look, &talk.session), (vec![(None, [0, 1, 0, 0])], 0));
    talk.change(back);
    assert!(look.since(&talk.session).is_nothing(), "as it was");
    assert_eq!(since(&seen, &talk.session), (vec![(None, [0, 0, 0, 1])], 0), "what was seen is taken back");
}

#[test]
fn what_was_merged_in_another_tab_shows_and_once_that_is_undone_what_is_gone_shows() {
    let mill = session("Mill");
    let look = Look::at(&mill);
    let mut theirs = said(&mill, Some("cy"));
    theirs.answer("k1a", Answer::Met);
    let merged = merge(&mill, &theirs.session).unwrap().session;
    assert_eq!(since(&look, &merged), (vec![(Some("cy".to_owned()), [1, 0, 0, 0])], 0));
    let seen = Look::at(&merged);
    assert_eq!(since(&seen, &mill), (Vec::new(), 1));
}

fn action(title: &str, due: Option<Date>, state: ActionState) -> Action {
    Action { title: title.to_owned(), due, state, origin: ActionOrigin::ALL[0], ..Action::default() }
}

/// Three duties of one law, two of which begin on one day and apply; nobody said so of the third.
fn laws() -> Questionnaire {
    let law = json!({ "name": { "de": "KRA" }, "link": "https://example.org/kra" });
    let demand = |id: &str, practice: &str| {
        let applies = json!({ "places": ["eu"], "from": "2027-12-11" });
        json!({ "id": id, "practice": practice, "level": 1, "applies": applies, "law": law, "source": { "de": "Artikel 1" } })
    };
    let mut file = json("tests/data/tiny-profile.json");
    let minimums = [("one", "lager.mehl"), ("two", "haende.waschen"), ("three", "lager.kalt.kuehlen")];
    set(&mut file, "/minimums", minimums.map(|(id, practice)| demand(id, practice)).into());
    let profile = read_profile(file.to_string().as_bytes(), &tiny()).unwrap();
    Questionnaire::new(tiny(), vec![std::sync::Arc::new(profile)])
}

fn due_in(asked: &Questionnaire, session: &Session) -> Vec<Due> {
    let assessment = Assessment::latest(asked, session).on(TODAY);
    due(&assessment, &results(&assessment), TODAY, "de")
}

/// As days and words, worked out by hand below.
fn short(all: &[Due]) -> Vec<(String, bool, String)> {
    let what = |due: &Due| match &due.what {
        WhatIsDue::Duties { part_of: PartOf::Law(law, _), count } => format!("{law} {count}"),
        WhatIsDue::Duties { count, .. } => count.to_string(),
        WhatIsDue::RoundPlanned => "planned".to_owned(),
        WhatIsDue::RoundProposed => "proposed".to_owned(),
        WhatIsDue::Action { title, .. } => title.clone(),
    };
    all.iter().map(|due| (due.on.to_string(), due.is_late, what(due))).collect()
}

#[test]
fn what_is_due_is_in_order_of_the_days_and_what_has_no_day_or_is_done_is_left_out() {
    let asked = laws();
    let mut talk = Talk::about(&tiny());
    let on = |day| Some(Date::constant(2026, 11, day));
    for (key, action) in [
        ("a", action("Buy a lock", on(20), ActionState::Open)),
        ("b", action("Label the flour", on(29), ActionState::UnderWay)),
        ("c", action("Ask the landlord", None, ActionState::Open)),
        ("d", action("Wash hands", on(1), ActionState::Done(plumbline::session::DoneOn { on: on(2), unknown: Map::new() }))),
        ("e", action("Mend the door", Some(Date::constant(2027, 12, 11)), ActionState::Open)),
    ] {
        talk.change(Change::Action(id(key), Some(action)));
    }
    let told = |on: &str, late: bool, what: &str| (on.to_owned(), late, what.to_owned());
    let actions = [
        told("2026-11-20", true, "Buy a lock"),
        told("2026-11-29", false, "Label the flour"),
        told("2027-12-11", false, "Mend the door"),
    ];
    // The round is open and nobody planned another: it is not due. The duties may apply, and nobody said so.
    assert_eq!(short(&due_in(&asked, &talk.session)), actions);
    for duty in ["one", "two"] {
        let of = ProfileDuty { profile: id("torten"), duty: id(duty) };
        talk.change(Change::Duty(of, Some(DutyAnswer::Applies)));
    }
    talk.change(commands::plan_round(&id("r1"), Some(Date::constant(2026, 11, 28))).unwrap());
    let [lock, flour, door] = actions.clone();
    let all = [lock, told("2026-11-28", true, "planned"), flour, told("2027-12-11", false, "KRA 2"), door];
    assert_eq!(short(&due_in(&asked, &talk.session)), all);
}

#[test]
fn once_the_round_is_closed_the_next_one_is_due_on_the_day_that_is_proposed() {
    let asked = tiny_asked();
    let mut talk = Talk::about(&tiny());
    assert!(due_in(&asked, &talk.session).is_empty());
    let closed = commands::close_round(&talk.session, &id("r1"), id("closed"), TODAY);
    talk.change(closed);
    // Nothing is at stake that anybody named: two years after it was begun, on 23 November 2026.
    assert_eq!(short(&due_in(&asked, &talk.session)), [("2028-11-23".to_owned(), false, "proposed".to_owned())]);
}

#[test]
fn what_is_due_in_several_assessments_comes_in_one_order() {
    let asked = tiny_asked();
    let of = |name: &'static str, day: i8| {
        let mut talk = Talk::about(&tiny());
        talk.change(Change::Action(id("a"), Some(action(name, Some(Date::constant(2026, 12, day)), ActionState::Open))));
        due_in(&asked, &talk.session).into_iter().map(move |due| (name, due)).collect::<Vec<_>>()
    };
    let mut all = [of("Mill", 9), of("Silo", 3), of("Shop", 9)].concat();
    due_in_order(&mut all, |(_, due)| due);
    assert_eq!(all.iter().map(|(name, _)| *name).collect::<Vec<_>>(), ["Silo", "Mill", "Shop"]);
}

/// A session in which everything that people type says whose it is.
fn marked(number: usize, words: usize) -> Session {
    let mark = |what: &str, word: usize| format!("Only{number}x {what} {word}");
    let mut talk = Talk::about(&tiny());
    talk.session.id = id(&format!("only{number}x-session"));
    talk.change(Change::System(SystemField::Name, Some(mark("name", 0))));
    talk.change(Change::System(SystemField::Includes, Some(mark("includes", 0))));
    talk.by = Some(format!("only{number}x-person"));
    let person = Person { name: mark("person", 0), role: Role::TechnologyOwner, unknown: Map::new() };
    talk.change(Change::Person(id(&format!("only{number}x-person")), Some(person)));
    for word in 0..words {
        let on = ["k1a", "k1b"][word % 2];
        talk.answer(on, [Answer::Met, Answer::NotMet][word % 2].clone());
        let place = talk.place(id(on));
        talk.change(Change::Note(place, Some(mark("note", word))));
        let evidence = Evidence::new(mark("evidence", word), EvidenceKind::ALL[0]);
        talk.change(Change::Evidence(id(&format!("only{number}x-{word}")), Some(evidence)));
        let action = Action {
            title: mark("action", word),
            owner: Some(Owner::Named(mark("owner", word))),
            due: Some(TODAY),
            state: ActionState::Open,
            origin: ActionOrigin::ALL[0],
            ..Action::default()
        };
        talk.change(Change::Action(id(&format!("only{number}x-{word}")), Some(action)));
        let own = OwnMinimum { level: plumbline::model::Level::new(2), source: mark("source", word), unknown: Map::new() };
        talk.change(Change::Minimum(id("lager.kalt.kuehlen"), Some(own)));
        talk.name_part(&format!("only{number}x-part-{word}"));
    }
    talk.session
}

/// What can happen to a store with sessions and workspaces.
#[derive(Clone, Debug)]
pub enum Happens {
    Seat(usize, Option<usize>),
    Delete(usize),
    PutBack(usize),
    DeleteWorkspace(usize),
    PutBackWorkspace(usize),
    Damage(usize),
}

/// Anything of it.
pub fn happens() -> impl Strategy<Value = Happens> {
    let (one, workspace) = (0..6_usize, 0..3_usize);
    prop_oneof![
        6 => (one.clone(), proptest::option::of(workspace.clone())).prop_map(|(of, to)| Happens::Seat(of, to)),
        1 => one.clone().prop_map(Happens::Delete),
        1 => one.clone().prop_map(Happens::PutBack),
        1 => workspace.clone().prop_map(Happens::DeleteWorkspace),
        1 => workspace.prop_map(Happens::PutBackWorkspace),
        1 => one.prop_map(Happens::Damage),
    ]
}

/// A store in which this happened, and of each session where it is by the simplest account.
pub fn after(all: &[Happens], words: usize) -> (SessionStore, Vec<Option<usize>>) {
    let (storage, store) = store();
    let (slot, workspace) = (|it: usize| id::<Slot>(&format!("s{it}")), |it: usize| id::<WorkspaceId>(&format!("w{it}")));
    let (mut at_home, mut seats, mut deleted) = ([true; 6], [None; 6], [false; 3]);
    (0..6).for_each(|number| _ = store.save(&slot(number), &marked(number, words), 0).unwrap());
    (0..3).for_each(|number| store.name_workspace(&workspace(number), &format!("Only{number}x workspace")).unwrap());
    for (what, second) in all.iter().zip(0..) {
        match what {
            Happens::Seat(of, to) => {
                store.seat(&slot(*of), to.map(workspace).as_ref(), || Looked::now(&marked(*of, words), at(second))).unwrap();
                seats[*of] = *to;
            }
            Happens::Delete(of) => {
                store.delete(&slot(*of), at(second)).unwrap();
                at_home[*of] = false;
            }
            Happens::PutBack(of) if !at_home[*of] => {
                store.put_back(&slot(*of)).unwrap();
                at_home[*of] = true;
            }
            Happens::PutBack(_) => {}
            Happens::DeleteWorkspace(of) => {
                store.delete_workspace(&workspace(*of), at(second)).unwrap();
                deleted[*of] = true;
            }
            Happens::PutBackWorkspace(of) => {
                store.put_back_workspace(&workspace(*of)).unwrap();
                deleted[*of] = false;
            }
            Happens::Damage(of) => {
                storage.set(&format!("plumbline.in-workspace.s{of}"), "torn").unwrap();
                seats[*of] = None;
            }
        }
    }
    let place = |of: usize| seats[of].filter(|workspace| at_home[of] && !deleted[*workspace]);
    (store, (0..6).map(place).collect())
}

/// That each file speaks of those that are inside, and none of anybody else.
pub fn check(files: &[plumbline::exchange::ZippedFile], workspace: usize, places: &[Option<usize>]) {
    let all: Vec<String> = files.iter().map(|file| file.name.clone() + "\n" + &String::from_utf8_lossy(&file.bytes)).collect();
    let all = all.join("\n").to_lowercase();
    for (number, place) in places.iter().enumerate() {
        assert_eq!(all.contains(&format!("only{number}x")), *place == Some(workspace), "{number} of {places:?} in {workspace}");
    }
    assert_eq!(files.len(), places.iter().filter(|place| **place == Some(workspace)).count());
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn an_export_of_a_workspace_has_nothing_of_what_is_not_in_it(all in proptest::collection::vec(happens(), 0..24), words in 0..4_usize) {
        let (store, places) = after(&all, words);
        for workspace in 0..3 {
            let entries = store.in_workspace(&id(&format!("w{workspace}"))).unwrap();
            let files: Vec<_> = entries.iter().map(|it| session_in_zip(it.session.as_ref().unwrap(), TODAY).unwrap()).collect();
            let zipped = zip(files).unwrap();
            let files = unzip(&zipped).unwrap();
            check(&files, workspace, &places);
            for (file, entry) in files.iter().zip(&entries) {
                prop_assert_eq!(&read_session(&file.bytes).unwrap(), entry.session.as_ref().unwrap());
            }
        }
    }
}
