//! Copies of a session that were changed apart come together item by item, in whatever order they meet.

use std::collections::BTreeMap;

use crate::support::any::{any_id, cases, change, session};
use crate::support::{id, smm};
use plumbline::exchange::{Keep, MergeError, Merged, ReadError, merge, open_session, read_session, taken_back, write_session};
use plumbline::session::FromFile;
use plumbline::session::{
    Answer, Authorship, Change, Fault, NotApplicable, Origin, Person, Place, Role, Round, Session, SystemField, Target,
    Timestamp, Wrong,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

type Outcome = Result<(), Box<dyn std::error::Error>>;

const NAME: SystemField = SystemField::Name;

/// A copy of a session on somebody's machine.
#[derive(Clone)]
struct Copy {
    session: Session,
    actor: String,
    by: Option<String>,
}

impl Copy {
    /// A new session with the round `r1`.
    fn first() -> Self {
        let model = smm();
        let model = plumbline::session::ModelRef::new(model.id.clone(), model.edition.clone());
        let session = Session::new(id("s1"), model, id("r1"), &authorship("first", None));
        Self { session, actor: "first".to_owned(), by: None }
    }

    /// Its file.
    fn file(&self) -> Result<Value, Box<dyn std::error::Error>> {
        Ok(serde_json::from_str(&write_session(&self.session)?)?)
    }

    /// What another machine has after it was sent the session.
    fn sent_to(&self, actor: &str) -> Self {
        Self { session: self.session.clone(), actor: actor.to_owned(), by: None }
    }

    fn change(&mut self, change: Change) {
        self.session.apply(change, &authorship(&self.actor, self.by.as_deref()));
    }

    fn name(&mut self, name: Option<&str>) {
        self.change(Change::System(NAME, name.map(str::to_owned)));
    }

    fn answer(&mut self, indicator: &str, answer: Option<Answer>) {
        let place = Place { on: id(indicator), round: id("r1"), part: None, by: self.by.as_deref().map(id) };
        self.change(Change::Answer(place, answer));
    }

    fn with(&self, other: &Self) -> Result<Merged, MergeError> {
        merge(&self.session, &other.session)
    }

    /// Takes in what another copy says; where both changed something, what stands stays.
    fn pull(&mut self, other: &Self) -> Result<(), MergeError> {
        self.session = self.with(other)?.session;
        Ok(())
    }
}

fn authorship(actor: &str, by: Option<&str>) -> Authorship {
    Authorship { by: by.map(id), at: Timestamp::UNIX_EPOCH, actor: id(actor) }
}

fn named(session: &Session) -> &str {
    session.system(NAME)
}

/// What two copies merge to, checked to be the same from either side, and to stay the same when it is done again.
fn both_ways(one: &Copy, other: &Copy) -> Result<Merged, Box<dyn std::error::Error>> {
    let merged = one.with(other)?;
    assert_eq!(merged.session, other.with(one)?.session, "the same from either side");
    for again in [&one.session, &other.session, &merged.session] {
        let again = merge(&merged.session, again)?;
        assert_eq!(again.session, merged.session, "nothing changes the second time");
        assert!(again.is_nothing_new(), "and there is nothing to say the second time");
    }
    assert_eq!(read_session(write_session(&merged.session)?.as_bytes())?, merged.session);
    Ok(merged)
}

fn about(merged: &Merged) -> (Vec<&str>, Vec<&str>) {
    let taken = merged.taken.iter().map(|taken| taken.entry.about()).collect();
    (taken, merged.conflicts.iter().map(|conflict| conflict.mine.about()).collect())
}

#[test]
fn what_stands_here_alone_stays_and_what_stands_there_alone_comes() -> Outcome {
    let mut mine = Copy::first();
    let mut theirs = mine.sent_to("bo");
    mine.name(Some("Mill"));
    theirs.answer("i", Some(Answer::Met));
    let merged = both_ways(&mine, &theirs)?;
    assert_eq!(named(&merged.session), "Mill");
    assert_eq!(merged.session.answers.len(), 1);
    assert_eq!(about(&merged), (vec!["i"], vec![]));
    assert!(merged.taken.iter().all(|taken| taken.is_new));
    Ok(())
}

#[test]
fn the_newer_of_two_stands_whoever_has_it_and_whatever_the_clocks_say() -> Outcome {
    let mut mine = Copy::first();
    mine.name(Some("Mill"));
    // The one who was sent it made fewer changes, on a machine whose clock stands still.
    let mut theirs = mine.sent_to("bo");
    theirs.name(Some("Mill 2"));
    let merged = both_ways(&mine, &theirs)?;
    assert_eq!((named(&merged.session), about(&merged)), ("Mill 2", (vec!["name"], vec![])));
    let merged = both_ways(&theirs, &mine)?;
    assert_eq!((named(&merged.session), about(&merged)), ("Mill 2", (vec![], vec![])));
    Ok(())
}

#[test]
fn what_was_deleted_stays_deleted_unless_it_was_changed_elsewhere() -> Outcome {
    let mut mine = Copy::first();
    mine.name(Some("Mill"));
    let mut theirs = mine.sent_to("bo");
    theirs.name(None);
    let merged = both_ways(&mine, &theirs)?;
    assert_eq!((named(&merged.session), about(&merged)), ("", (vec!["name"], vec![])));

    mine.name(Some("Mill 2"));
    let merged = both_ways(&mine, &theirs)?;
    assert_eq!(about(&merged), (vec![], vec!["name"]));
    let conflict = merged.conflicts.first().ok_or("a conflict")?;
    assert_eq!((conflict.mine.value(), conflict.theirs.value()), (Some(&json!("Mill 2")), None));
    Ok(())
}

#[test]
fn what_was_changed_on_both_sides_is_for_a_person_to_decide() -> Outcome {
    let mut mine = Copy::first();
    let mut theirs = mine.sent_to("bo");
    mine.name(Some("Mill"));
    theirs.name(Some("Millstone"));
    let merged = both_ways(&mine, &theirs)?;
    assert_eq!(about(&merged), (vec![], vec!["name"]));
    for (keep, name) in [(Keep::Mine, "Mill"), (Keep::Theirs, "Millstone")] {
        let mut decided = mine.sent_to("cy");
        decided.session = merged.decided(&[keep], &authorship("cy", Some("cy")))?;
        assert_eq!(named(&decided.session), name);
        let fact = decided.session.system.get(&NAME).ok_or("a name")?;
        assert_eq!(fact.by.as_ref().map(|by| by.as_str()), Some("cy"), "whoever decides says it");
        for other in [&mine, &theirs] {
            let followed = both_ways(&decided, other)?;
            assert_eq!((followed.session, followed.conflicts), (decided.session.clone(), vec![]), "all copies follow");
        }
    }
    Ok(())
}

#[test]
fn two_who_decide_differently_have_to_talk() -> Outcome {
    let mut mine = Copy::first();
    let mut theirs = mine.sent_to("bo");
    mine.name(Some("Mill"));
    theirs.name(Some("Millstone"));
    let (mut here, mut there) = (mine.sent_to("first"), theirs.sent_to("bo"));
    here.session = mine.with(&theirs)?.decided(&[Keep::Mine], &authorship("first", None))?;
    there.session = theirs.with(&mine)?.decided(&[Keep::Mine], &authorship("bo", None))?;
    assert_eq!((named(&here.session), named(&there.session)), ("Mill", "Millstone"));
    assert_eq!(about(&both_ways(&here, &there)?), (vec![], vec!["name"]));
    Ok(())
}

#[test]
fn the_same_said_on_both_sides_is_no_conflict() -> Outcome {
    let mut mine = Copy::first();
    let mut theirs = mine.sent_to("bo");
    mine.name(Some("Mill"));
    theirs.name(Some("Mill"));
    let merged = both_ways(&mine, &theirs)?;
    assert_eq!((named(&merged.session), about(&merged)), ("Mill", (vec![], vec![])));
    // The date of one of them stands in the end: whoever has the other is told that there is something to take in.
    let agreed = |one: &Copy, other: &Copy| one.with(other).map(|merged| (merged.agreed, merged.is_nothing_new()));
    assert_eq!((agreed(&mine, &theirs)?, agreed(&theirs, &mine)?), ((0, true), (1, false)));
    Ok(())
}

#[test]
fn two_people_who_answer_the_same_are_no_conflict_but_one_person_on_two_machines_is() -> Outcome {
    let mut mine = Copy::first();
    let mut theirs = mine.sent_to("bo");
    (mine.by, theirs.by) = (Some("ana".to_owned()), Some("bo".to_owned()));
    mine.answer("i", Some(Answer::Met));
    theirs.answer("i", Some(Answer::NotMet));
    let merged = both_ways(&mine, &theirs)?;
    assert_eq!(merged.session.answers.len(), 2);
    assert_eq!(about(&merged), (vec!["i"], vec![]));
    assert_eq!(merged.taken.first().and_then(|taken| taken.entry.by()), Some(id("bo")));

    theirs.by = Some("ana".to_owned());
    theirs.answer("i", Some(Answer::Partly));
    let merged = both_ways(&mine, &theirs)?;
    assert_eq!(about(&merged), (vec!["i"], vec!["i"]));
    let decided = merged.decided(&[Keep::Theirs], &authorship("first", Some("cy")))?;
    let of_ana = decided.answers.iter().find(|(place, _)| place.by == Some(id("ana"))).ok_or("an answer by Ana")?;
    assert_eq!(of_ana.1.value(), Some(&Answer::Partly), "it stays hers, whoever decides");
    assert_eq!(of_ana.1.by, Some(id("ana")));
    Ok(())
}

#[test]
fn of_targets_set_on_both_sides_both_stay_in_the_log() -> Outcome {
    let mut mine = Copy::first();
    let mut theirs = mine.sent_to("bo");
    let target = |level: u8| {
        let (level, scope) = (plumbline::model::Level::new(level), plumbline::model::Scope::General);
        Change::Target(id("p"), Some(Target::new(level, scope, Origin::Practice)))
    };
    mine.change(target(2));
    theirs.change(target(4));
    let merged = both_ways(&mine, &theirs)?;
    let decided = merged.decided(&[Keep::Mine], &authorship("first", None))?;
    assert_eq!(decided.target(&id("p")).map(|target| target.level.number()), Some(2));
    let levels: Vec<_> = decided.past_targets.values().filter_map(|fact| Some(fact.value()?.level.number())).collect();
    assert_eq!(levels, [4, 2], "by their stamps: bo's and first's");
    assert_eq!(read_session(write_session(&decided)?.as_bytes())?, decided);
    Ok(())
}

#[test]
fn a_third_copy_that_knew_one_side_only_decides_nothing_about_the_other() -> Outcome {
    let mut one = Copy::first();
    let mut two = one.sent_to("bo");
    one.name(Some("one"));
    two.name(Some("two"));
    let mut three = one.sent_to("cy");
    three.name(Some("three"));
    let merged = both_ways(&two, &three)?;
    assert_eq!(about(&merged), (vec![], vec!["name"]), "three knew one, not two");
    Ok(())
}

#[test]
fn what_this_version_does_not_know_comes_along() -> Outcome {
    let mine = Copy::first();
    let mut theirs = mine.sent_to("bo");
    let record = |on: &str, by: &str, stamp: &str| json!({"on": on, "round": "r1", "by": by, "value": {"x": 1}, "at": "2026-11-23T09:00:00Z", "stamp": stamp});
    let mut mine = mine;
    mine.session.unknown.insert("moods".to_owned(), json!([record("i", "ana", "first:7")]));
    theirs.session.unknown.insert("moods".to_owned(), json!([record("i", "bo", "bo:7"), record("k", "bo", "bo:8")]));
    theirs.session.unknown.insert("color".to_owned(), json!("blue"));
    let merged = both_ways(&mine, &theirs)?;
    let moods = merged.session.unknown.get("moods").and_then(Value::as_array).ok_or("moods")?;
    assert_eq!(moods.len(), 3, "{moods:?}");
    assert_eq!(merged.session.unknown.get("color"), Some(&json!("blue")));
    Ok(())
}

#[test]
fn a_list_that_follows_other_rules_is_not_torn_apart() -> Outcome {
    let mut mine = Copy::first();
    let mut theirs = mine.sent_to("bo");
    let twice = json!([{"on": "i", "stamp": "bo:1"}, {"on": "i", "stamp": "bo:2"}]);
    theirs.session.unknown.insert("odd".to_owned(), twice.clone());
    let merged = both_ways(&mine, &theirs)?;
    assert_eq!(merged.session.unknown.get("odd"), Some(&twice));
    mine.session.unknown.insert("odd".to_owned(), json!([1, 2]));
    both_ways(&mine, &theirs)?;
    Ok(())
}

#[test]
fn copies_of_other_sessions_or_models_are_refused() {
    let mine = Copy::first();
    let mut other = mine.sent_to("bo");
    other.session.model.id = id("other");
    assert_eq!(mine.with(&other), Err(MergeError::OtherModel));
    other.session.id = id("s2");
    assert_eq!(mine.with(&other), Err(MergeError::OtherSession));
}

#[test]
fn two_that_deleted_each_others_rounds_stay_apart() {
    let mut mine = Copy::first();
    mine.change(Change::Round(id("r2"), Some(Round { name: String::new(), unknown: Map::new() })));
    let mut theirs = mine.sent_to("bo");
    mine.change(Change::Round(id("r1"), None));
    theirs.change(Change::Round(id("r2"), None));
    let refused = mine.with(&theirs);
    assert!(matches!(refused, Err(MergeError::Unreadable(_))), "{refused:?}");
}

#[test]
fn after_taking_a_merge_back_it_can_be_done_again_and_no_stamp_comes_twice() -> Outcome {
    let mut mine = Copy::first();
    let mut theirs = mine.sent_to("bo");
    mine.name(Some("Mill"));
    theirs.name(Some("Millstone"));
    theirs.answer("i", Some(Answer::Met));
    let merged = mine.with(&theirs)?;
    let decided = merged.decided(&[Keep::Theirs], &authorship("first", None))?;
    let used = decided.system.get(&NAME).map(|fact| fact.stamp.clone()).ok_or("a name")?;

    let before = mine.session.clone();
    mine.session = taken_back(&before, &decided, &id("first"));
    assert_eq!(mine.session.system, before.system);
    assert_eq!(mine.session.answers, before.answers);
    let again = mine.with(&theirs)?;
    assert_eq!(about(&again), about(&merged));
    mine.name(Some("Mill 3"));
    assert!(mine.session.system.get(&NAME).is_some_and(|fact| fact.stamp > used));
    Ok(())
}

#[test]
fn a_count_beyond_reason_does_not_use_up_the_counts_of_others() -> Outcome {
    let mut mine = Copy::first();
    let mut theirs = mine.sent_to("bo");
    theirs.session.unknown.insert("x".to_owned(), json!([{"on": "i", "stamp": format!("bo:{}", u64::MAX)}]));
    let mut file = theirs.file()?;
    crate::support::set(&mut file, "/seen/bo", json!(u64::MAX));
    theirs.session = read_session(file.to_string().as_bytes())?;
    mine.pull(&theirs)?;
    for name in ["one", "two", "three"] {
        let before = mine.session.system.get(&NAME).map(|fact| fact.stamp.clone());
        mine.name(Some(name));
        assert!(mine.session.system.get(&NAME).map(|fact| fact.stamp.clone()) > before);
    }
    Ok(())
}

#[test]
fn a_stamp_beyond_reason_is_refused_where_a_file_comes_in_and_read_where_it_is_stored() -> Outcome {
    let mut mine = Copy::first();
    mine.name(Some("Mill"));
    let mut file = mine.file()?;
    // What somebody reaches by working is never refused, wherever their count began.
    for (counter, refused) in [(1_u64 << 52, false), ((1 << 52) + 1_000_000, false), (1 << 53, true), (u64::MAX, true)] {
        let stamp = format!("bo:{counter}");
        crate::support::set(&mut file, "/system/0/stamp", json!(stamp));
        let bytes = file.to_string().into_bytes();
        assert!(read_session(&bytes).is_ok(), "{counter}");
        let said = open_session(&bytes).err();
        assert_eq!(said, crate::support::in_steps(&bytes).err());
        let what = Wrong::Fault(Fault::BeyondReason(stamp));
        assert_eq!(said, refused.then(|| ReadError::Wrong { path: "system".to_owned(), what }));
    }
    Ok(())
}

#[test]
fn copies_that_say_other_things_with_the_same_stamp_are_in_conflict_whichever_is_merged_into_the_other() -> Outcome {
    let mut mine = Copy::first();
    mine.name(Some("Mill"));
    let mut file = mine.file()?;
    crate::support::set(&mut file, "/system/0/value", json!("Mine"));
    let edited = Copy { session: read_session(file.to_string().as_bytes())?, ..mine.clone() };
    for (one, other) in [(&mine, &edited), (&edited, &mine)] {
        let merged = one.with(other)?;
        assert_eq!(merged.conflicts.len(), 1);
        assert_eq!(merged.taken.len(), 0);
    }
    Ok(())
}

/// What happens while copies live apart.
#[derive(Clone, Debug)]
enum Event {
    /// Somebody changes something in a copy.
    Change(usize, Option<String>, Box<Change>),
    /// A copy takes in another, and a person decides some of what was changed on both sides.
    Pull(usize, usize, Vec<Keep>),
    /// A copy is written to a file and read again.
    File(usize),
}

const COPIES: usize = 4;

fn event() -> impl Strategy<Value = Event> {
    let by = proptest::option::of(any_id::<plumbline::session::PersonId>().prop_map(|by| by.to_string()));
    let decisions = vec(select(vec![Keep::Mine, Keep::Theirs, Keep::Both]), 0..3);
    prop_oneof![
        8 => (0..COPIES, by, change()).prop_map(|(copy, by, change)| Event::Change(copy, by, Box::new(change))),
        2 => (0..COPIES, 0..COPIES, decisions).prop_map(|(copy, other, decisions)| Event::Pull(copy, other, decisions)),
        1 => (0..COPIES).prop_map(Event::File),
    ]
}

/// The copies after some events; each has an actor of its own.
fn lived(events: Vec<Event>) -> Result<Vec<Copy>, Box<dyn std::error::Error>> {
    let first = Copy::first();
    let mut copies: Vec<Copy> = (0..COPIES).map(|index| first.sent_to(&format!("actor-{index}"))).collect();
    for event in events {
        match event {
            Event::Change(copy, by, change) => {
                let Some(copy) = copies.get_mut(copy) else { continue };
                copy.by = by;
                copy.change(*change);
            }
            Event::Pull(copy, other, decisions) => {
                let (Some(mine), Some(theirs)) = (copies.get(copy), copies.get(other)) else { continue };
                let session = mine.with(theirs)?.decided(&decisions, &authorship(&mine.actor, None))?;
                if let Some(mine) = copies.get_mut(copy) {
                    mine.session = session;
                }
            }
            Event::File(copy) => {
                if let Some(copy) = copies.get_mut(copy) {
                    copy.session = read_session(write_session(&copy.session)?.as_bytes())?;
                }
            }
        }
    }
    Ok(copies)
}

fn in_order(copies: &[Copy], order: &[usize]) -> Result<Session, MergeError> {
    let mut ordered = order.iter().filter_map(|index| copies.get(*index)).cloned();
    let Some(mut all) = ordered.next() else { return Err(MergeError::OtherSession) };
    for copy in ordered {
        all.pull(&copy)?;
    }
    Ok(all.session)
}

/// The records of a session's file by list and by what tells them apart, worked out anew.
fn records(session: &Session) -> Result<BTreeMap<String, Value>, Box<dyn std::error::Error>> {
    let file: Value = serde_json::from_str(&write_session(session)?)?;
    let mut found = BTreeMap::new();
    // Of these there is one about each thing, whoever says it.
    let once = ["settlements", "overrides", "dropped", "dropped_practices"];
    for (name, list) in file.as_object().into_iter().flatten() {
        for record in list.as_array().into_iter().flatten() {
            let part = |member: &str| record.get(member).map(ToString::to_string).unwrap_or_default();
            let mut key = vec![name.clone(), part("on"), part("round"), part("part")];
            if record.get("round").is_some() && !once.contains(&name.as_str()) {
                key.push(part("by"));
            }
            if name == "past_targets" {
                key.push(part("stamp"));
            }
            assert!(found.insert(key.join("|"), record.clone()).is_none(), "two records about {key:?}");
        }
    }
    Ok(found)
}

/// The words of an error, for a property that must not meet any.
fn told<T>(result: Result<T, Box<dyn std::error::Error>>) -> Result<T, TestCaseError> {
    result.map_err(|error| TestCaseError::fail(error.to_string()))
}

/// A single change of something other than the rounds: a session has to keep one of them.
fn single() -> impl Strategy<Value = Change> {
    change().prop_filter("a single change", |change| !matches!(change, Change::Together(_) | Change::Round(..)))
}

/// A change as it is remembered: its kind, what it is about, and what it states.
fn as_remembered(change: &Change) -> (String, Value, Value) {
    let told = serde_json::to_value(change).unwrap_or_default();
    let (kind, about) =
        told.as_object().and_then(|told| told.iter().next()).map(|(k, v)| (k.clone(), v.clone())).unwrap_or_default();
    (kind, about.get(0).cloned().unwrap_or_default(), about.get(1).cloned().unwrap_or_default())
}

fn about_what(change: &Change) -> (String, Value) {
    let (kind, about, _) = as_remembered(change);
    (kind, about)
}

/// The change that withdraws what another one states.
fn withdrawn(change: &Change) -> Change {
    let (kind, about, _) = as_remembered(change);
    Change::from_file(json!({ kind: [about, null] })).unwrap_or_else(|_| Change::Together(Vec::new()))
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn copies_that_merged_in_any_order_are_the_same(
        events in vec(event(), 0..40),
        order in Just((0..COPIES).collect::<Vec<_>>()).prop_shuffle(),
        via in 0..COPIES,
    ) {
        let mut copies = told(lived(events))?;
        let all = in_order(&copies, &[0, 1, 2, 3])?;
        prop_assert_eq!(&in_order(&copies, &order)?, &all);
        // Two pairs first, then both together; and some of it twice.
        let (first, second) = order.split_at(COPIES / 2);
        let (left, right) = (in_order(&copies, first)?, in_order(&copies, second)?);
        prop_assert_eq!(&merge(&left, &right)?.session, &all);
        prop_assert_eq!(&merge(&right, &left)?.session, &all);
        prop_assert_eq!(&merge(&all, &left)?.session, &all);
        // Each copy asks the others on its way.
        if let Some(asked) = copies.get(via).cloned() {
            for copy in &mut copies {
                copy.pull(&asked)?;
            }
        }
        prop_assert_eq!(&in_order(&copies, &order)?, &all);
        prop_assert_eq!(&read_session(write_session(&all)?.as_bytes())?, &all, "and it can be written and read");
    }

    #[test]
    fn nothing_goes_that_nobody_replaced(events in vec(event(), 0..40)) {
        let copies = told(lived(events))?;
        let all = in_order(&copies, &[0, 1, 2, 3])?;
        let standing = told(records(&all))?;
        for copy in &copies {
            for (key, record) in told(records(&copy.session))? {
                let there = standing.get(&key);
                prop_assert!(there.is_some(), "{} is gone", key);
                let stamp = |record: Option<&Value>| record.and_then(|it| it.get("stamp")?.as_str()).map(str::to_owned);
                let stamp = |record| stamp(record).and_then(|it| plumbline::session::Stamp::try_from(it).ok());
                prop_assert!(stamp(there) >= stamp(Some(&record)), "{}", key);
            }
        }
    }

    #[test]
    fn what_is_reported_is_what_was_changed_since_the_copies_parted(
        before in vec(event(), 0..12),
        here in vec(change(), 0..16),
        there in vec(change(), 0..16),
    ) {
        let base = Copy { session: in_order(&told(lived(before))?, &[0, 1, 2, 3])?, actor: "base".to_owned(), by: None };
        let (mut mine, mut theirs) = (base.sent_to("mine"), base.sent_to("theirs"));
        here.into_iter().for_each(|change| mine.change(change));
        there.into_iter().for_each(|change| theirs.change(change));
        let (base, my, their) = (told(records(&base.session))?, told(records(&mine.session))?, told(records(&theirs.session))?);
        let mut expected = (Vec::new(), Vec::new());
        for (key, record) in their.iter().filter(|(key, _)| !["past_targets|", "reports|", "asked_of|"].iter().any(|list| key.starts_with(list))) {
            let differs = my.get(key).and_then(|mine| mine.get("value")) != record.get("value");
            if base.get(key) == Some(record) || !differs {
                continue;
            }
            if base.get(key) == my.get(key) { expected.0.push(record.clone()) } else { expected.1.push(record.clone()) }
        }
        let merged = mine.with(&theirs)?;
        let stamps = |records: &[Value]| {
            let mut stamps: Vec<_> = records.iter().filter_map(|record| record.get("stamp")?.as_str().map(str::to_owned)).collect();
            stamps.sort();
            stamps
        };
        let mut taken: Vec<_> = merged.taken.iter().map(|taken| taken.entry.stamp().to_string()).collect();
        let mut conflicts: Vec<_> = merged.conflicts.iter().map(|conflict| conflict.theirs.stamp().to_string()).collect();
        taken.sort();
        conflicts.sort();
        prop_assert_eq!(taken, stamps(&expected.0));
        prop_assert_eq!(conflicts, stamps(&expected.1));
        // Each decision holds, and both copies follow.
        let keep: Vec<_> = merged.conflicts.iter().enumerate().map(|(index, _)| [Keep::Mine, Keep::Theirs, Keep::Both].get(index % 3).copied().unwrap_or(Keep::Both)).collect();
        let decided = merged.decided(&keep, &authorship("mine", None))?;
        let records = told(records(&decided))?;
        for (conflict, keep) in merged.conflicts.iter().zip(&keep) {
            let chosen = conflict.side(*keep).value();
            let holds = records.iter().any(|(key, record)| {
                let same = ["on", "round", "part"].iter().all(|name| record.get(name) == conflict.mine.field(name));
                let by = !conflict.mine.is_placed() || record.get("by") == conflict.mine.field("by");
                key.starts_with(&format!("{}|", conflict.mine.list())) && same && by && record.get("value") == chosen
            });
            prop_assert!(holds, "{:?}", conflict);
        }
        for copy in [&mine, &theirs] {
            let followed = merge(&copy.session, &decided)?;
            prop_assert_eq!(&followed.session, &decided);
            prop_assert!(followed.conflicts.is_empty());
        }
    }

    #[test]
    fn what_was_deleted_stays_deleted_in_any_order_unless_it_was_changed_elsewhere(
        before in vec(single(), 1..12),
        deleted in vec(any::<bool>(), 12),
        elsewhere in vec((1..COPIES, single()), 0..12),
        order in Just((0..COPIES).collect::<Vec<_>>()).prop_shuffle(),
    ) {
        let mut base = Copy::first();
        before.iter().for_each(|change| base.change(change.clone()));
        let mut copies: Vec<Copy> = (0..COPIES).map(|index| base.sent_to(&format!("actor-{index}"))).collect();
        let gone: Vec<&Change> = before.iter().zip(deleted).filter(|(_, deleted)| *deleted).map(|(change, _)| change).collect();
        if let Some(copy) = copies.first_mut() {
            gone.iter().for_each(|change| copy.change(withdrawn(change)));
        }
        for (index, change) in &elsewhere {
            let Some(copy) = copies.get_mut(*index) else { continue };
            copy.change(change.clone());
        }
        let all = in_order(&copies, &order)?;
        for change in gone {
            if elsewhere.iter().all(|(_, other)| about_what(other) != about_what(change)) {
                let mut again = all.clone();
                again.apply(withdrawn(change), &authorship("actor-0", None));
                prop_assert_eq!(&again, &all, "it is still deleted, so that deleting it again changes nothing");
            }
        }
    }

    #[test]
    fn the_laws_hold_for_whatever_the_files_say(
        (mut one, mut two, mut three) in (session(), session(), session()),
        same in select(vec![true, false]),
    ) {
        for other in [&mut one, &mut two, &mut three] {
            other.id = id("s1");
            other.model.id = id("m");
            // Of all copies at least one round is left.
            other.apply(Change::Round(id("z"), Some(Round { name: String::new(), unknown: Map::new() })), &authorship("z", None));
        }
        if same {
            two.answers.clone_from(&one.answers);
        }
        let merged = |one: &Session, two: &Session| merge(one, two).map(|merged| merged.session);
        let (left, right) = (merged(&one, &two)?, merged(&two, &three)?);
        prop_assert_eq!(&left, &merged(&two, &one)?, "from either side");
        prop_assert_eq!(&merged(&one, &one)?, &one, "with itself");
        prop_assert_eq!(&merged(&left, &two)?, &left, "again");
        prop_assert_eq!(merged(&left, &three)?, merged(&one, &right)?, "in any order");
    }
}

#[test]
fn people_are_merged_like_everything_else() -> Outcome {
    let mut mine = Copy::first();
    let mut theirs = mine.sent_to("bo");
    let person = |name: &str| Person { name: name.to_owned(), role: Role::Consultant, unknown: Map::new() };
    mine.change(Change::Person(id("a"), Some(person("Ana"))));
    theirs.change(Change::Person(id("b"), Some(person("Bo"))));
    let merged = both_ways(&mine, &theirs)?;
    let people: Vec<_> = merged.session.everybody().map(|(_, person)| person.name.as_str()).collect();
    assert_eq!(people, ["Ana", "Bo"]);
    mine.answer("i", Some(Answer::NotApplicable(NotApplicable::because("no wires"))));
    mine.pull(&theirs)?;
    assert_eq!(mine.session.answers.len(), 1);
    Ok(())
}
