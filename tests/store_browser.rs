//! The store over the browser's real local storage. Runs in a browser only; the rules of the store itself are tested natively.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use std::rc::Rc;

use plumbline::exchange::read_session;
use plumbline::session::{Authorship, Change, Session, SystemField};
use plumbline::store::{LocalStorage, OpenError, SaveError, SessionStore, Slot, Storage, StorageError};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn session(name: &str) -> Session {
    let mut session = read_session(include_bytes!("data/small.json")).unwrap();
    let authorship = Authorship { by: None, at: session.created, actor: "tester".try_into().unwrap() };
    session.apply(Change::System(SystemField::Name, Some(name.to_owned())), &authorship);
    session
}

/// An empty storage: all tests of this file share the one of their page.
fn storage() -> Rc<LocalStorage> {
    let storage = LocalStorage::probe().unwrap();
    for key in storage.keys().unwrap() {
        storage.remove(&key).unwrap();
    }
    Rc::new(storage)
}

fn slot() -> Slot {
    "s1".try_into().unwrap()
}

#[wasm_bindgen_test]
fn a_saved_session_is_there_for_the_next_page() {
    let store = SessionStore::new(storage());
    assert_eq!(store.save(&slot(), &session("Größe 3 🏭"), 0), Ok(1));

    let next_page = SessionStore::new(Rc::new(LocalStorage::probe().unwrap()));
    assert_eq!(next_page.open(&slot()).map(|stored| stored.session), Ok(session("Größe 3 🏭")));
    assert!(next_page.is_lasting());
}

#[wasm_bindgen_test]
fn a_full_storage_says_so_and_keeps_what_was_there() {
    let storage = storage();
    let store = SessionStore::new(storage.clone());
    assert_eq!(store.save(&slot(), &session("precious"), 0), Ok(1));
    // Other apps of the same origin may fill it: in large steps first, in small ones then.
    for (key, step) in [("other.large", 100_000), ("other.small", 50)] {
        let mut filling = String::new();
        while storage.set(key, &filling).is_ok() {
            filling.push_str(&"x".repeat(step));
        }
    }

    // Words that can't be made small.
    let mut number = 1_u32;
    let mut letter = || {
        number = number.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        char::from(b' ' + u8::try_from(number >> 24).unwrap() % 90)
    };
    let long = session(&(0..10_000).map(|_| letter()).collect::<String>());
    assert_eq!(store.save(&slot(), &long, 1), Err(SaveError::Storage(StorageError::Full)));
    assert_eq!(store.open(&slot()).map(|stored| stored.session), Ok(session("precious")));
}

#[wasm_bindgen_test]
fn what_was_deleted_comes_back_from_the_bin() {
    let store = SessionStore::new(storage());
    assert_eq!(store.save(&slot(), &session("back again"), 0), Ok(1));
    assert_eq!(store.delete(&slot(), session("").created), Ok(()));
    assert_eq!(store.open(&slot()), Err(OpenError::Nothing));
    assert_eq!(store.put_back(&slot()), Ok(()));
    assert_eq!(store.open(&slot()).map(|stored| stored.session), Ok(session("back again")));
}

#[wasm_bindgen_test]
fn keys_of_other_apps_are_no_sessions() {
    let storage = storage();
    storage.set("somebody.else", "theirs").unwrap();
    let store = SessionStore::new(storage.clone());
    assert_eq!(store.list(), Ok(Vec::new()));
    assert_eq!(storage.get("somebody.else"), Ok(Some("theirs".to_owned())));
}
