//! The store of sessions, over a storage in memory: saving, listing, the bin, backups, what is put in quarantine, the journal.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a failed unwrap is a failed test")]

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::support::{bytes, filled, id};
use plumbline::exchange::read_session;
use plumbline::session::{Authorship, Change, Session, SystemField, Timestamp};
use plumbline::store::{
    BIN_DAYS, Cause, Journaled, MemoryStorage, OpenError, RestoreError, SaveError, SessionStore, Slot, Storage, StorageError,
    Summary, When, seal,
};

const DAY: i64 = 86_400_000;

fn session(name: &str) -> Session {
    let mut session = read_session(&bytes("tests/data/small.json")).unwrap();
    rename(&mut session, name);
    session
}

fn rename(session: &mut Session, name: &str) {
    let authorship = Authorship { by: None, at: session.created, actor: id("tester") };
    session.apply(Change::System(SystemField::Name, Some(name.to_owned())), &authorship);
}

fn slot() -> Slot {
    id("s1")
}

fn store() -> (Rc<MemoryStorage>, SessionStore) {
    with_room(usize::MAX)
}

fn with_room(units: usize) -> (Rc<MemoryStorage>, SessionStore) {
    let storage = Rc::new(MemoryStorage::with_limit(units));
    (storage.clone(), SessionStore::new(storage))
}

fn at(millis: i64) -> Timestamp {
    Timestamp::from_millisecond(1_800_000_000_000 + millis).unwrap()
}

fn when(millis: i64) -> When {
    When { at: at(millis), ahead: 60 }
}

fn names(store: &SessionStore) -> Vec<String> {
    let listed = store.summaries().unwrap().into_iter();
    listed.map(|listed| listed.summary.map_or_else(|error| format!("{error:?}"), |summary| summary.name)).collect()
}

fn name_of(session: &Session) -> &str {
    session.system(SystemField::Name)
}

#[test]
fn what_the_first_version_stored_opens_and_is_saved_as_the_second() {
    let (storage, store) = store();
    let stored = String::from_utf8(bytes("tests/data/stored/v1.txt")).unwrap();
    storage.set("plumbline.session.s1", &stored).unwrap();
    assert_eq!(names(&store), ["Größe 3 🏭"]);
    let opened = store.open(&slot()).unwrap();
    assert_eq!(opened.revision, 2);
    assert_eq!(opened.session.system(SystemField::Includes), "Filler\nCapper \"and\" \\ more");
    assert_eq!(store.save(&slot(), &opened.session, 2), Ok(3));
    assert_eq!(store.open(&slot()).unwrap().session, opened.session);
    assert!(store.raw(&slot()).unwrap().unwrap().starts_with("{\"format\":\"plumbline-stored\",\"version\":2,\"revision\":3,"));
}

#[test]
fn what_the_second_version_stored_opens() {
    let (storage, store) = store();
    let golden = String::from_utf8(bytes("tests/data/stored/v2.txt")).unwrap();
    storage.set("plumbline.session.s1", &golden).unwrap();
    let opened = store.open(&slot()).unwrap();
    assert_eq!((opened.revision, name_of(&opened.session)), (3, "Größe 3 🏭"));
    assert_eq!(names(&store), ["Größe 3 🏭"]);
}

#[test]
fn a_write_on_an_old_revision_overwrites_nothing() {
    let (_, store) = store();
    assert_eq!(store.save(&slot(), &session("first"), 0), Ok(1));
    assert_eq!(store.save(&slot(), &session("second"), 1), Ok(2));
    assert_eq!(store.save(&slot(), &session("from another tab"), 1), Err(SaveError::Conflict));
    assert_eq!(store.open(&slot()).unwrap().session, session("second"));
}

#[test]
fn sessions_are_listed_in_short_without_opening_them_the_last_changed_first() {
    let (storage, store) = store();
    for (number, name) in ["old", "new"].iter().enumerate() {
        let mut session = session(name);
        let authorship = Authorship { by: None, at: at(number as i64 * DAY), actor: id("tester") };
        session.apply(Change::System(SystemField::Includes, Some("all".to_owned())), &authorship);
        store.save(&id(&format!("s{number}")), &session, 0).unwrap();
    }
    storage.set("plumbline.session.s9", "something else").unwrap();
    assert_eq!(names(&store), ["new", "old", "Damaged"]);
    let listed: Vec<_> = store.list().unwrap().into_iter().map(|entry| entry.slot).collect();
    assert_eq!(listed, [id::<Slot>("s1"), id("s0"), id("s9")], "as when all are opened");
    let copies = store.copies_of(&session("").id).unwrap();
    assert_eq!(copies.iter().map(|(_, session)| name_of(session)).collect::<Vec<_>>(), ["new", "old"]);
}

/// A storage that counts how often each key is read.
#[derive(Default)]
struct Counted {
    strings: MemoryStorage,
    reads: RefCell<BTreeMap<String, usize>>,
}

impl Storage for Counted {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        *self.reads.borrow_mut().entry(key.to_owned()).or_default() += 1;
        self.strings.get(key)
    }
    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        self.strings.set(key, value)
    }
    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.strings.remove(key)
    }
    fn keys(&self) -> Result<Vec<String>, StorageError> {
        self.strings.keys()
    }
    fn is_lasting(&self) -> bool {
        true
    }
}

#[test]
fn among_three_hundred_sessions_only_the_copies_of_one_are_opened() {
    let storage = Rc::new(Counted::default());
    let store = SessionStore::new(storage.clone());
    let mine = session("mine");
    let others = filled::session(1);
    assert_ne!(mine.id, others.id);
    for number in 0..300 {
        // What is not opened can be anything.
        let label = serde_json::to_string(&Summary::of(&others)).unwrap();
        storage.set(&format!("plumbline.session.o{number}"), &seal(1, &label, "no session")).unwrap();
    }
    store.save(&id("m1"), &mine, 0).unwrap();
    store.save(&id("m2"), &mine, 0).unwrap();
    storage.reads.borrow_mut().clear();
    let copies = store.copies_of(&mine.id).unwrap();
    assert_eq!(copies.iter().map(|(slot, _)| slot.to_string()).collect::<Vec<_>>(), ["m1", "m2"]);
    let reads = storage.reads.borrow();
    let twice: Vec<_> = reads.iter().filter(|(_, reads)| **reads > 1).map(|(key, _)| key.as_str()).collect();
    assert_eq!((reads.values().sum::<usize>(), twice), (304, vec!["plumbline.session.m1", "plumbline.session.m2"]));
}

#[test]
fn the_label_says_how_many_answers_there_are_and_what_had_none_is_opened_for_that() {
    let (storage, store) = store();
    let session = filled::session(1);
    store.save(&slot(), &session, 0).unwrap();
    let summary = store.summaries().unwrap().remove(0).summary.unwrap();
    assert_eq!(summary.answers, Some(session.answers.len() + session.quick.len()));
    let golden = String::from_utf8(bytes("tests/data/stored/v2.txt")).unwrap();
    storage.set("plumbline.session.s1", &golden).unwrap();
    let summary = store.summaries().unwrap().remove(0).summary.unwrap();
    assert_eq!((summary.name.as_str(), summary.answers), ("Größe 3 🏭", None), "as it was stored then");
    let backup = store.back_up(&slot(), when(0)).unwrap().unwrap();
    assert_eq!(store.summary_of_backup(&backup).unwrap().answers, Some(0), "a backup is opened for that");
}

#[test]
fn damage_is_shown_and_left_as_it_is() {
    let (storage, store) = store();
    storage.set("plumbline.session.s1", "something else").unwrap();
    assert_eq!(store.open(&slot()), Err(OpenError::Damaged));
    assert_eq!(store.save(&slot(), &session("new"), 0), Err(SaveError::Unreadable));
    assert_eq!(store.raw(&slot()), Ok(Some("something else".to_owned())));
}

#[test]
fn what_was_damaged_while_it_was_open_is_put_aside_and_the_work_saved() {
    let (storage, store) = store();
    store.save(&slot(), &session("first"), 0).unwrap();
    storage.set("plumbline.session.s1", "something else").unwrap();
    assert_eq!(store.save(&slot(), &session("second"), 1), Ok(2));
    assert_eq!(store.open(&slot()).unwrap().session, session("second"));
    let aside = store.aside().unwrap();
    assert_eq!(aside.iter().map(|(_, value)| value.as_str()).collect::<Vec<_>>(), ["something else"]);
    store.drop_quarantined(&aside[0].0).unwrap();
    assert!(store.aside().unwrap().is_empty());
}

#[test]
fn what_a_newer_plumbline_wrote_is_never_overwritten() {
    let (storage, store) = store();
    store.save(&slot(), &session("first"), 0).unwrap();
    let newer = store.raw(&slot()).unwrap().unwrap().replace("\"version\":2", "\"version\":3");
    storage.set("plumbline.session.s1", &newer).unwrap();
    assert_eq!(store.open(&slot()), Err(OpenError::Newer));
    for revision in [0, 1, 2] {
        assert_eq!(store.save(&slot(), &session("second"), revision), Err(SaveError::Unreadable));
    }
    assert_eq!(store.raw(&slot()), Ok(Some(newer)));
}

#[test]
fn what_was_deleted_is_in_the_bin_for_thirty_days() {
    let (_, store) = store();
    store.save(&slot(), &session("precious"), 0).unwrap();
    let stored = store.raw(&slot()).unwrap();
    store.delete(&slot(), at(0)).unwrap();
    assert_eq!(store.open(&slot()), Err(OpenError::Nothing));
    let bin = store.bin().unwrap();
    assert_eq!((bin.len(), bin[0].at, bin[0].summary.as_ref().unwrap().name.as_str()), (1, Some(at(0)), "precious"));
    assert_eq!(store.raw_in_bin(&bin[0]).unwrap(), stored, "byte for byte");
    store.clear_bin(at(BIN_DAYS * DAY)).unwrap();
    store.clear_bin(at(-DAY)).unwrap();
    assert_eq!(store.bin().unwrap().len(), 1);
    store.put_back(&slot()).unwrap();
    assert_eq!(store.raw(&slot()).unwrap(), stored);
    store.delete(&slot(), at(0)).unwrap();
    store.clear_bin(at(BIN_DAYS * DAY + 1)).unwrap();
    assert!(store.bin().unwrap().is_empty());
}

#[test]
fn what_was_deleted_before_the_bin_wrote_down_when_lies_there_for_thirty_days_more() {
    let (storage, store) = store();
    let stored = String::from_utf8(bytes("tests/data/stored/v1.txt")).unwrap();
    storage.set("plumbline.bin.s1", &stored).unwrap();
    assert_eq!(store.bin().unwrap()[0].at, None);
    store.clear_bin(at(0)).unwrap();
    assert_eq!(store.bin().unwrap()[0].at, Some(at(0)));
    store.put_back(&slot()).unwrap();
    assert_eq!(store.raw(&slot()).unwrap(), Some(stored));
}

#[test]
fn putting_back_overwrites_nothing() {
    let (_, store) = store();
    store.save(&slot(), &session("deleted"), 0).unwrap();
    store.delete(&slot(), at(0)).unwrap();
    store.save(&slot(), &session("saved again by another tab"), 0).unwrap();
    assert_eq!(store.put_back(&slot()), Err(SaveError::Conflict));
    assert_eq!(names(&store), ["saved again by another tab"]);
    assert_eq!(store.bin().unwrap().len(), 1);
}

#[test]
fn deleting_is_undone_even_when_the_storage_is_full() {
    let (storage, store) = with_room(1_500);
    store.save(&slot(), &session("precious"), 0).unwrap();
    let free = 1_500 - store.usage().unwrap().all();
    storage.set("other", &"x".repeat(free - 5)).unwrap();
    store.delete(&slot(), at(0)).unwrap_err();
    storage.set("other", &"x".repeat(free - 50)).unwrap();
    assert_eq!(store.delete(&slot(), at(0)), Ok(()));
    assert_eq!(store.put_back(&slot()), Ok(()));
    assert_eq!(store.open(&slot()).unwrap().session, session("precious"));
}

#[test]
fn deleting_for_good_takes_the_backups_along_unless_the_session_is_still_there() {
    let (_, store) = store();
    store.save(&slot(), &session("one"), 0).unwrap();
    store.back_up(&slot(), when(0)).unwrap().unwrap();
    store.delete(&slot(), at(0)).unwrap();
    store.save(&slot(), &session("again"), 0).unwrap();
    store.delete_for_good(&slot(), Some(at(0))).unwrap();
    assert_eq!((store.bin().unwrap().len(), store.backups().unwrap().len()), (0, 1));
    store.delete(&slot(), at(1)).unwrap();
    store.delete_for_good(&slot(), Some(at(1))).unwrap();
    assert_eq!((store.bin().unwrap().len(), store.backups().unwrap().len()), (0, 0));
}

#[test]
fn a_backup_is_made_each_half_hour_of_work_and_shows_what_was_there_before() {
    let (_, store) = store();
    store.back_up_in_time(&slot(), when(0)).unwrap();
    assert!(store.backups().unwrap().is_empty(), "of nothing there is no backup");
    let mut revision = store.save(&slot(), &session("0"), 0).unwrap();
    for minute in 0..90 {
        store.back_up_in_time(&slot(), when(minute * 60_000)).unwrap();
        revision = store.save(&slot(), &session(&minute.to_string()), revision).unwrap();
    }
    let backups = store.backups().unwrap();
    let name = |backup| name_of(&store.open_backup(backup).unwrap().session).to_owned();
    assert_eq!(backups.iter().map(name).collect::<Vec<_>>(), ["59", "29", "0"]);
    store.back_up_in_time(&slot(), when(-DAY)).unwrap();
    assert_eq!(store.backups().unwrap().len(), 2, "where the clock was set back, it is time; of tomorrow one stays");
}

#[test]
fn a_backup_is_put_back_and_that_can_be_undone() {
    let (_, store) = store();
    store.save(&slot(), &session("before"), 0).unwrap();
    let backup = store.back_up(&slot(), when(0)).unwrap().unwrap();
    assert_eq!(backup.cause, Cause::Before);
    let mut after = session("before");
    rename(&mut after, "after");
    store.save(&slot(), &after, 1).unwrap();

    let copy = store.restore(&backup, when(1)).unwrap().unwrap();
    let restored = store.open(&slot()).unwrap();
    assert_eq!((name_of(&restored.session), restored.revision), ("before", 3));
    assert!(after.seen.count(&id("tester")) <= restored.session.seen.count(&id("tester")), "a tab that has it open gives way");
    store.restore(&copy, when(2)).unwrap();
    assert_eq!(names(&store), ["after"]);
}

#[test]
fn a_backup_of_what_was_deleted_or_damaged_can_be_put_back() {
    let (storage, store) = store();
    store.save(&slot(), &session("precious"), 0).unwrap();
    let backup = store.back_up(&slot(), when(0)).unwrap().unwrap();
    storage.remove("plumbline.session.s1").unwrap();
    assert_eq!(store.restore(&backup, when(1)), Ok(None));
    assert_eq!(names(&store), ["precious"]);
    storage.set("plumbline.session.s1", "damaged").unwrap();
    assert_eq!(store.restore(&backup, when(2)), Ok(None));
    assert_eq!(names(&store), ["precious"]);
    assert_eq!(store.aside().unwrap()[0].1, "damaged");
    storage.set("plumbline.session.s1", "{\"format\":\"plumbline-stored\",\"version\":9}\n").unwrap();
    assert_eq!(store.restore(&backup, when(3)), Err(RestoreError::Save(SaveError::Unreadable)), "never over what is newer");
}

#[test]
fn the_oldest_backups_make_room_and_never_a_session() {
    let (storage, store) = with_room(8_000);
    let (one, two): (Slot, Slot) = (id("s1"), id("s2"));
    store.save(&one, &session("one"), 0).unwrap();
    for number in 0..4 {
        store.back_up(&one, When { at: at(number), ahead: 0 }).unwrap().unwrap();
    }
    let before = store.backups().unwrap();
    // Another app leaves just enough room for one of two copies of the same size.
    let size = store.usage().unwrap().sessions;
    storage
        .set("other", &"x".repeat(store.usage().unwrap().free().min(8_000 - store.usage().unwrap().all()) - 10 - size / 2))
        .unwrap();
    assert_eq!(store.save(&two, &session("two"), 0), Ok(1));
    assert_eq!(store.backups().unwrap(), before[..3], "the oldest one made room");
    let mut chance = filled::Chance(1);
    let long: String = (0..9_000).map(|_| char::from(b' ' + chance.below(90) as u8)).collect();
    assert_eq!(store.save(&two, &session(&long), 1), Err(SaveError::Storage(StorageError::Full)));
    assert!(store.backups().unwrap().is_empty(), "not even all of them were enough");
    assert_eq!(names(&store), ["one", "two"], "but no session went");
}

#[test]
fn what_is_used_is_said_by_kind() {
    let (storage, store) = store();
    store.save(&slot(), &session("one"), 0).unwrap();
    store.back_up(&slot(), when(0)).unwrap();
    store.delete(&slot(), at(0)).unwrap();
    store.set_setting("a", "b");
    storage.set("other", "1234567").unwrap();
    let used = store.usage().unwrap();
    assert_eq!((used.sessions, used.others, used.foreign), (0, "plumbline.setting.a".len() + 1, 12));
    assert!(used.bin > 300 && used.backups > 300);
}

/// A journal in memory; nothing stands in the place of what was removed.
type Pages = Rc<RefCell<BTreeMap<String, Option<String>>>>;

fn journaled(storage: &Rc<MemoryStorage>) -> (Pages, SessionStore) {
    let pages = Pages::default();
    let noted = pages.clone();
    let note = move |key: &str, value: Option<&str>| {
        noted.borrow_mut().insert(key.to_owned(), value.map(str::to_owned));
    };
    (pages, SessionStore::new(Rc::new(Journaled::new(storage.clone(), Box::new(note)))))
}

fn all(storage: &MemoryStorage) -> Vec<(String, String)> {
    storage.keys().unwrap().into_iter().map(|key| (key.clone(), storage.get(&key).unwrap().unwrap())).collect()
}

fn restored_from(storage: &MemoryStorage, before: &[(String, String)]) {
    storage.keys().unwrap().iter().for_each(|key| storage.remove(key).unwrap());
    before.iter().for_each(|(key, value)| storage.set(key, value).unwrap());
}

fn entries(pages: &Pages) -> Vec<(String, String)> {
    pages.borrow().iter().filter_map(|(key, value)| Some((key.clone(), value.clone()?))).collect()
}

/// The keys that were removed.
fn removed(pages: &Pages) -> Vec<String> {
    pages.borrow().iter().filter(|(_, value)| value.is_none()).map(|(key, _)| key.clone()).collect()
}

/// What is on the store, and what is in the bin.
fn places(store: &SessionStore) -> (Vec<String>, Vec<String>) {
    let bin = store.bin().unwrap().into_iter();
    (names(store), bin.map(|binned| binned.summary.unwrap().name).collect())
}

#[test]
fn the_journal_has_what_the_storage_has() {
    let storage = Rc::new(MemoryStorage::default());
    let (pages, store) = journaled(&storage);
    store.save(&slot(), &session("one"), 0).unwrap();
    store.back_up(&slot(), when(0)).unwrap();
    store.save(&slot(), &session("two"), 1).unwrap();
    store.delete(&slot(), at(0)).unwrap();
    store.set_setting("a", "b");
    assert_eq!(entries(&pages), all(&storage));
    assert_eq!(store.bring_back(entries(&pages), &[]), 0, "nothing was lost");
}

#[test]
fn whatever_the_storage_forgot_is_brought_back_from_the_journal() {
    let storage = Rc::new(MemoryStorage::default());
    let (pages, store) = journaled(&storage);
    let mut states = vec![all(&storage)];
    let mut revision = 0;
    for number in 0..6 {
        revision = store.save(&slot(), &session(&number.to_string()), revision).unwrap();
        store.back_up_in_time(&slot(), when(number * DAY)).unwrap();
        store.set_setting("place", "assess");
        states.push(all(&storage));
    }
    let last = all(&storage);
    for before in states {
        restored_from(&storage, &before);
        store.bring_back(entries(&pages), &[]);
        assert_eq!(all(&storage), last);
    }
}

#[test]
fn what_was_deleted_before_the_storage_forgot_it_is_deleted_again() {
    let storage = Rc::new(MemoryStorage::default());
    let (pages, store) = journaled(&storage);
    store.save(&slot(), &session("one"), 0).unwrap();
    let mut states = vec![all(&storage)];
    store.save(&slot(), &session("two"), 1).unwrap();
    states.push(all(&storage));
    store.back_up(&slot(), when(0)).unwrap();
    store.delete(&slot(), at(0)).unwrap();
    states.push(all(&storage));
    for before in &states {
        restored_from(&storage, before);
        store.bring_back(entries(&pages), &removed(&pages));
        assert_eq!(places(&store), (vec![], vec!["two".to_owned()]));
    }
    store.put_back(&slot()).unwrap();
    states.push(all(&storage));
    for before in &states {
        restored_from(&storage, before);
        store.bring_back(entries(&pages), &removed(&pages));
        assert_eq!(places(&store), (vec!["two".to_owned()], vec![]), "what was put back stays");
    }
    store.delete(&slot(), at(1)).unwrap();
    states.push(all(&storage));
    store.delete_for_good(&slot(), Some(at(1))).unwrap();
    for before in states.iter().skip(4) {
        restored_from(&storage, before);
        store.bring_back(entries(&pages), &removed(&pages));
        assert_eq!(all(&storage), [], "nor its backups");
    }
}

#[test]
fn nothing_is_deleted_again_that_says_more_than_what_is_in_the_bin() {
    let storage = Rc::new(MemoryStorage::default());
    let (pages, store) = journaled(&storage);
    store.save(&slot(), &session("one"), 0).unwrap();
    store.delete(&slot(), at(0)).unwrap();
    // A tab without a journal went on typing.
    let mut longer = session("one");
    rename(&mut longer, "longer");
    SessionStore::new(storage.clone()).save(&slot(), &longer, 0).unwrap();
    store.bring_back(entries(&pages), &removed(&pages));
    assert_eq!(places(&store), (vec!["longer".to_owned()], vec!["one".to_owned()]));
    storage.set("plumbline.session.s1", "half a ses").unwrap();
    store.bring_back(entries(&pages), &removed(&pages));
    assert_eq!(storage.get("plumbline.session.s1"), Ok(Some("half a ses".to_owned())), "nor what can't be read");
}

#[test]
fn what_a_tab_without_a_journal_deleted_does_not_come_back() {
    let storage = Rc::new(MemoryStorage::default());
    let (pages, store) = journaled(&storage);
    store.save(&slot(), &session("one"), 0).unwrap();
    SessionStore::new(storage.clone()).delete(&slot(), at(0)).unwrap();
    assert_eq!(store.bring_back(entries(&pages), &removed(&pages)), 0);
    assert_eq!(places(&store), (vec![], vec!["one".to_owned()]));
}

#[test]
fn where_something_finds_no_room_nothing_is_deleted_again() {
    let storage = Rc::new(MemoryStorage::with_limit(1_200));
    let (pages, store) = journaled(&storage);
    store.save(&slot(), &session("one"), 0).unwrap();
    let before = all(&storage);
    store.delete(&slot(), at(0)).unwrap();
    restored_from(&storage, &before);
    storage.set("other", &"x".repeat(1_100 - store.usage().unwrap().all())).unwrap();
    store.bring_back(entries(&pages), &removed(&pages));
    assert_eq!(places(&store), (vec!["one".to_owned()], vec![]));
}

#[test]
fn an_old_journal_takes_nothing_away_from_a_newer_storage() {
    let storage = Rc::new(MemoryStorage::default());
    let (pages, store) = journaled(&storage);
    store.save(&slot(), &session("one"), 0).unwrap();
    let old = entries(&pages);
    store.save(&slot(), &session("two"), 1).unwrap();
    store.set_setting("a", "new");
    let mut stale = old.clone();
    stale.push(("plumbline.setting.a".to_owned(), "old".to_owned()));
    stale.push(("somebody.else".to_owned(), "theirs".to_owned()));
    assert_eq!(store.bring_back(stale, &[]), 0);
    assert_eq!(names(&store), ["two"]);
    assert_eq!(store.setting("a"), Some("new".to_owned()));
    assert_eq!(storage.get("somebody.else"), Ok(None));
}

#[test]
fn what_was_damaged_on_disk_is_healed_from_the_journal() {
    let storage = Rc::new(MemoryStorage::default());
    let (pages, store) = journaled(&storage);
    store.save(&slot(), &session("one"), 0).unwrap();
    storage.set("plumbline.session.s1", "half a ses").unwrap();
    assert_eq!(store.bring_back(entries(&pages), &[]), 1);
    assert_eq!(names(&store), ["one"]);
    assert_eq!(store.aside().unwrap()[0].1, "half a ses");
    let newer = "{\"format\":\"plumbline-stored\",\"version\":9}\n";
    storage.set("plumbline.session.s1", newer).unwrap();
    assert_eq!(store.bring_back(entries(&pages), &[]), 0);
    assert_eq!(storage.get("plumbline.session.s1"), Ok(Some(newer.to_owned())), "what is newer stays");
}

#[test]
fn a_session_with_another_ones_quota_error_stays_in_memory_only() {
    let (storage, store) = with_room(1_500);
    store.save(&slot(), &session("short"), 0).unwrap();
    let mut chance = filled::Chance(2);
    let long: String = (0..6_000).map(|_| char::from(b' ' + chance.below(90) as u8)).collect();
    assert_eq!(store.save(&slot(), &session(&long), 1), Err(SaveError::Storage(StorageError::Full)));
    assert_eq!(store.open(&slot()).unwrap().session, session("short"));
    assert_eq!(storage.keys().unwrap().len(), 1);
}
