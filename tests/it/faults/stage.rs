//! A store over a storage in which something is about to go wrong.

use std::rc::Rc;

use plumbline::exchange::read_session;
use plumbline::session::{Authorship, Change, Session, SystemField, Timestamp};
use plumbline::store::{OpenError, SessionStore, Slot, Storage, StorageError, When};

use crate::support::faulty::Faulty;
use crate::support::{bytes, filled, id};

pub const ROOM: usize = 60_000;

/// A store with two sessions and a backup, over a storage in which something is about to go wrong.
pub struct Stage {
    pub storage: Rc<Faulty>,
    pub store: SessionStore,
    pub before: Vec<(String, String)>,
}

pub fn slot() -> Slot {
    id("line")
}

pub fn other() -> Slot {
    id("mill")
}

pub fn at(millis: i64) -> Timestamp {
    Timestamp::from_millisecond(1_800_000_000_000 + millis).unwrap()
}

pub fn when(millis: i64) -> When {
    When { at: at(millis), ahead: 60 }
}

pub fn session(name: &str) -> Session {
    let mut session = read_session(&bytes("tests/data/small.json")).unwrap();
    say(&mut session, "tester", SystemField::Name, name);
    session
}

pub fn say(session: &mut Session, actor: &str, field: SystemField, words: &str) {
    let authorship = Authorship { by: None, at: at(0), actor: id(actor) };
    session.apply(Change::System(field, Some(words.to_owned())), &authorship);
}

/// Words that can't be made small.
pub fn noise(length: usize) -> String {
    let mut chance = filled::Chance(3);
    (0..length).map(|_| char::from(b' ' + chance.below(90) as u8)).collect()
}

pub fn stage() -> Stage {
    let storage = Faulty::with_limit(ROOM);
    let store = SessionStore::new(storage.clone());
    store.save(&slot(), &session("Line"), 0).unwrap();
    store.save(&other(), &session("Mill"), 0).unwrap();
    store.back_up(&other(), when(-1_000)).unwrap().unwrap();
    let before = storage.all();
    Stage { storage, store, before }
}

impl Stage {
    pub fn key() -> String {
        format!("plumbline.session.{}", slot())
    }

    pub fn stored(&self) -> String {
        self.store.raw(&slot()).unwrap().unwrap()
    }

    /// Puts something in the place of the session behind the store's back.
    pub fn put(&self, value: &str) {
        self.storage.set(&Self::key(), value).unwrap();
    }

    pub fn name(&self, slot: &Slot) -> String {
        self.store.open(slot).unwrap().session.system(SystemField::Name).to_owned()
    }

    /// Nothing that was stored is gone or altered.
    pub fn all_as_before(&self) {
        self.storage.recover();
        assert_eq!(self.storage.all(), self.before);
    }

    /// Both sessions open as they were.
    pub fn both_open(&self) {
        self.storage.recover();
        assert_eq!((self.name(&slot()), self.name(&other())), ("Line".to_owned(), "Mill".to_owned()));
    }

    /// Fills up what is left but for so many units, as another app of the origin does.
    pub fn fill_up_to(&self, left: usize) {
        let used = self.store.usage().unwrap().all();
        self.storage.set("other", &"x".repeat(ROOM - used - left - "other".len())).unwrap();
    }
}

/// Does something at each possible point of failure: `work` is done anew each time, with the n-th write failing, until all succeed.
pub fn at_every_write(failure: StorageError, work: impl Fn(&Stage), check: impl Fn(&Stage)) -> usize {
    for writes in 0.. {
        let stage = stage();
        let before = stage.storage.written();
        stage.storage.fail_after(writes, failure);
        work(&stage);
        let needed = stage.storage.written() - before;
        stage.storage.recover();
        check(&stage);
        if needed <= writes {
            return writes;
        }
    }
    0
}

/// All places in a text where it can be cut off.
pub fn cuts(text: &str) -> impl Iterator<Item = &str> {
    text.char_indices().filter_map(|(at, _)| text.get(..at))
}

pub fn is_shown_and_stays(stage: &Stage, broken: &str, why: &OpenError) {
    stage.put(broken);
    assert_eq!(stage.store.open(&slot()).as_ref(), Err(why));
    assert!(stage.store.save(&slot(), &session("New"), 0).is_err(), "a new session does not take its place");
    assert_eq!(stage.stored(), broken);
    assert_eq!(stage.name(&other()), "Mill");
}
