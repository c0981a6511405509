//! How much finds room: three hundred fully answered sessions in what a browser keeps for one origin.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a failed unwrap is a failed test")]

use std::rc::Rc;

use crate::support::{filled, id, smm};
use plumbline::exchange::write_session_compact;
use plumbline::store::{CAPACITY, MemoryStorage, SessionStore, Slot, Storage};

const SESSIONS: u64 = 300;

/// A slot as the app makes them: as long as a UUID.
fn slot(number: u64) -> Slot {
    id(&format!("019a0000-0000-7000-8000-{number:012}"))
}

#[test]
fn three_hundred_fully_answered_sessions_find_room() {
    let storage = Rc::new(MemoryStorage::with_limit(CAPACITY));
    let store = SessionStore::new(storage.clone());
    let (mut units, mut plain) = (0, 0);
    for number in 0..SESSIONS {
        let session = filled::session(number);
        if number == 0 {
            let indicators =
                smm().practices().iter().flat_map(|practice| &practice.levels).map(|level| level.indicators.len()).sum::<usize>();
            assert_eq!((session.answers.len(), session.evidence.len()), (indicators, filled::EVIDENCE), "everything is answered");
            assert!(
                session.notes.len() * 3 >= indicators
                    && session.notes.values().all(|note| note.value().unwrap().chars().count() == filled::NOTE)
            );
        }
        assert_eq!(store.save(&slot(number), &session, 0), Ok(1), "session {number}");
        units += storage.units(&format!("plumbline.session.{}", slot(number))).unwrap();
        plain += write_session_compact(&session).unwrap().encode_utf16().count();
    }
    let used = store.usage().unwrap();
    assert_eq!((used.sessions, used.all()), (units, units));
    println!(
        "{SESSIONS} sessions: {units} of {CAPACITY} units ({} each, unpacked {}), {} free",
        units / 300,
        plain / 300,
        used.free()
    );
    assert!(used.free() > CAPACITY / 10, "with some room to spare for backups and other apps");
    for number in (0..SESSIONS).step_by(20) {
        assert_eq!(store.open(&slot(number)).unwrap().session, filled::session(number), "session {number}");
    }
    let listed = store.summaries().unwrap();
    assert!(listed.len() == 300 && listed.iter().all(|listed| listed.summary.is_ok()));
}
