//! A file is merged into what is stored as a whole or not at all, whatever happens in between, and undone as a whole.

use std::rc::Rc;

use crate::support::faulty::Faulty;
use crate::support::{bytes, id};
use plumbline::exchange::{Keep, read_session, write_session};
use plumbline::session::{Authorship, Change, Session, SystemField, Timestamp};
use plumbline::store::{MergeIntoError, MergeOffer, OpenError, SaveError, SessionStore, Slot, Storage, StorageError, When};

type Outcome = Result<(), Box<dyn std::error::Error>>;

fn slot() -> Slot {
    id("s1")
}

fn authorship(actor: &str, second: i64) -> Authorship {
    Authorship { by: None, at: Timestamp::from_second(1_800_000_000 + second).unwrap_or_default(), actor: id(actor) }
}

fn when(second: i64) -> When {
    When { at: authorship("clock", second).at, ahead: 0 }
}

fn say(session: &mut Session, actor: &str, field: SystemField, words: &str) {
    session.apply(Change::System(field, Some(words.to_owned())), &authorship(actor, 1));
}

/// A stored copy, and another one that says something else about the name and something new about what is included.
struct Stage {
    storage: Rc<Faulty>,
    store: SessionStore,
    here: Session,
    theirs: Session,
}

impl Stage {
    fn set() -> Result<Self, Box<dyn std::error::Error>> {
        let storage = Faulty::with_limit(usize::MAX);
        let store = SessionStore::new(storage.clone());
        let first = read_session(&bytes("tests/data/small.json"))?;
        let [mut here, mut theirs] = [first.clone(), first];
        say(&mut here, "at-home", SystemField::Name, "Mill");
        say(&mut theirs, "away", SystemField::Name, "Silo");
        say(&mut theirs, "away", SystemField::Includes, "The conveyor.");
        store.save(&slot(), &here, 0).map_err(|error| format!("{error:?}"))?;
        // As it is read again.
        let here = store.open(&slot()).map_err(|error| format!("{error:?}"))?.session;
        Ok(Self { storage, store, here, theirs })
    }

    fn offer(&self) -> Result<MergeOffer, Box<dyn std::error::Error>> {
        let offers = self.store.merge_offers(&self.theirs).map_err(|error| format!("{error:?}"))?;
        Ok(offers.into_iter().next().ok_or("no copy is here")?)
    }

    fn stored(&self) -> Result<Session, OpenError> {
        self.store.open(&slot()).map(|stored| stored.session)
    }

    fn raw(&self) -> Option<String> {
        self.storage.all().into_iter().find(|(key, _)| SessionStore::slot_of_key(key).is_some()).map(|(_, value)| value)
    }
}

#[test]
fn what_a_file_brings_is_said_before_and_stored_as_it_was_decided() -> Outcome {
    for (keep, name) in [(Keep::Mine, "Mill"), (Keep::Theirs, "Silo")] {
        let stage = Stage::set()?;
        let offer = stage.offer()?;
        assert_eq!((&offer.slot, &offer.here), (&slot(), &stage.here));
        assert_eq!(stage.storage.written(), 1, "looking alters nothing");
        let merged =
            stage.store.merge_into(&offer, &[keep], &authorship("at-home", 9), when(9)).map_err(|error| format!("{error:?}"))?;
        assert_eq!((merged.taken.len(), merged.conflicts.len()), (1, 1));
        assert_eq!(stage.stored(), Ok(merged.session.clone()));
        assert_eq!(merged.session.system(SystemField::Name), name);
        assert_eq!(merged.session.system(SystemField::Includes), "The conveyor.");
        let backups = stage.store.backups().map_err(|error| format!("{error:?}"))?;
        let copies: Vec<_> = backups.iter().map(|backup| stage.store.open_backup(backup).map(|stored| stored.session)).collect();
        assert_eq!(copies, [Ok(stage.here.clone())], "what it took the place of is in a backup");
    }
    Ok(())
}

#[test]
fn a_merge_that_is_undone_leaves_what_was_there_and_can_be_done_again() -> Outcome {
    let stage = Stage::set()?;
    let offer = stage.offer()?;
    let merged = stage
        .store
        .merge_into(&offer, &[Keep::Theirs], &authorship("at-home", 9), when(9))
        .map_err(|error| format!("{error:?}"))?;
    stage.store.undo_merge(&merged.undo, &id("at-home"), when(10)).map_err(|error| format!("{error:?}"))?;
    let back = stage.stored().map_err(|error| format!("{error:?}"))?;
    assert_eq!(Session { seen: stage.here.seen.clone(), ..back.clone() }, stage.here);
    assert!(back.seen.covers_all(&stage.here.seen));
    let again = stage.store.undo_merge(&merged.undo, &id("at-home"), when(11));
    assert_eq!(again, Err(MergeIntoError::Changed), "once is enough");
    let again = stage.offer()?;
    assert!(stage.store.merge_into(&again, &[Keep::Theirs], &authorship("at-home", 12), when(12)).is_ok());
    assert_eq!(stage.stored().map(|session| session.system(SystemField::Name).to_owned()), Ok("Silo".to_owned()));
    Ok(())
}

#[test]
fn what_was_changed_since_is_neither_overwritten_nor_taken_back() -> Outcome {
    let stage = Stage::set()?;
    let offer = stage.offer()?;
    let mut later = stage.here.clone();
    say(&mut later, "other-tab", SystemField::Excludes, "The office.");
    stage.store.save(&slot(), &later, 1).map_err(|error| format!("{error:?}"))?;
    let refused = stage.store.merge_into(&offer, &[Keep::Mine], &authorship("at-home", 9), when(9));
    assert_eq!(refused.err(), Some(MergeIntoError::Changed));
    assert_eq!(stage.stored(), Ok(later));

    let offer = stage.offer()?;
    let merged = stage
        .store
        .merge_into(&offer, &[Keep::Mine], &authorship("at-home", 9), when(9))
        .map_err(|error| format!("{error:?}"))?;
    let mut later = merged.session.clone();
    say(&mut later, "other-tab", SystemField::Excludes, "The gate.");
    stage.store.save(&slot(), &later, 3).map_err(|error| format!("{error:?}"))?;
    assert_eq!(stage.store.undo_merge(&merged.undo, &id("at-home"), when(10)), Err(MergeIntoError::Changed));
    assert_eq!(stage.stored(), Ok(later));
    Ok(())
}

/// What the storage holds once another tab has saved over what is there.
fn written(stage: &Stage, later: &Session) -> Result<Vec<(String, String)>, Box<dyn std::error::Error>> {
    let copy = Faulty::with_limit(usize::MAX);
    for (key, value) in stage.storage.all() {
        copy.set(&key, &value).map_err(|error| format!("{error:?}"))?;
    }
    SessionStore::new(copy.clone()).save(&slot(), later, 1).map_err(|error| format!("{error:?}"))?;
    Ok(copy.all())
}

#[test]
fn another_tab_that_writes_between_reading_and_writing_is_not_overwritten() -> Outcome {
    for reads in 0..12 {
        let stage = Stage::set()?;
        let offer = stage.offer()?;
        let mut later = stage.here.clone();
        say(&mut later, "other-tab", SystemField::Excludes, "The office.");
        let written = written(&stage, &later)?;
        stage.storage.meddle_after(reads, move |strings| {
            for (key, value) in &written {
                let _ = strings.set(key, value);
            }
        });
        let done = stage.store.merge_into(&offer, &[Keep::Mine], &authorship("at-home", 9), when(9));
        let stored = stage.stored().map_err(|error| format!("{error:?}"))?;
        match done {
            Err(error) => assert_eq!((error, &stored), (MergeIntoError::Changed, &later), "after {reads} reads"),
            Ok(merged) => assert!(stored == merged.session || stored == later, "after {reads} reads"),
        }
    }
    Ok(())
}

#[test]
fn wherever_it_is_stopped_what_was_there_stands_or_all_of_it_does() -> Outcome {
    for failure in [StorageError::Full, StorageError::Blocked] {
        let mut outcomes = Vec::new();
        for writes in 0..8 {
            let stage = Stage::set()?;
            let (offer, before) = (stage.offer()?, stage.raw());
            stage.storage.fail_after(writes, failure);
            let done = stage.store.merge_into(&offer, &[Keep::Theirs], &authorship("at-home", 9), when(9));
            stage.storage.recover();
            outcomes.push(done.is_ok());
            match done {
                Err(error) => {
                    assert_eq!(error, MergeIntoError::Save(SaveError::Storage(failure)));
                    assert_eq!(stage.raw(), before, "untouched after {writes} writes");
                }
                Ok(merged) => {
                    assert_eq!(stage.stored(), Ok(merged.session.clone()), "whole after {writes} writes");
                    let whole = stage.raw();
                    stage.storage.fail_after(0, failure);
                    let undone = stage.store.undo_merge(&merged.undo, &id("at-home"), when(10));
                    stage.storage.recover();
                    assert_eq!(undone, Err(MergeIntoError::Save(SaveError::Storage(failure))));
                    assert_eq!(stage.raw(), whole, "the merge stands where it can't be undone");
                    assert!(stage.store.undo_merge(&merged.undo, &id("at-home"), when(11)).is_ok(), "and can be undone later");
                }
            }
        }
        assert!(outcomes.contains(&true) && outcomes.contains(&false), "{outcomes:?}");
    }
    Ok(())
}

#[test]
fn where_there_is_no_room_for_a_backup_there_may_be_for_the_merge() -> Outcome {
    let stage = Stage::set()?;
    let room = stage.storage.all().iter().map(|(key, value)| key.len() + value.encode_utf16().count()).sum::<usize>();
    let tight = Faulty::with_limit(room + 400);
    for (key, value) in stage.storage.all() {
        tight.set(&key, &value).map_err(|error| format!("{error:?}"))?;
    }
    let store = SessionStore::new(tight);
    let offer = store.merge_offers(&stage.theirs).map_err(|error| format!("{error:?}"))?.into_iter().next().ok_or("a copy")?;
    let merged =
        store.merge_into(&offer, &[Keep::Theirs], &authorship("at-home", 9), when(9)).map_err(|error| format!("{error:?}"))?;
    assert_eq!(store.backups(), Ok(Vec::new()));
    assert!(store.undo_merge(&merged.undo, &id("at-home"), when(10)).is_ok());
    Ok(())
}

#[test]
fn nothing_is_stored_that_is_about_something_else_or_cannot_be_read() -> Outcome {
    let stage = Stage::set()?;
    let mut other = stage.theirs.clone();
    other.model.id = id("another-model");
    let offers = stage.store.merge_offers(&other).map_err(|error| format!("{error:?}"))?;
    let before = stage.storage.all();
    for offer in &offers {
        let done = stage.store.merge_into(offer, &[], &authorship("at-home", 9), when(9));
        assert!(matches!(done, Err(MergeIntoError::Merge(_))), "{done:?}");
    }
    assert_eq!(offers.len(), 1);
    let offer = stage.offer()?;
    stage.storage.close_eyes();
    let done = stage.store.merge_into(&offer, &[Keep::Mine], &authorship("at-home", 9), when(9));
    stage.storage.recover();
    assert_eq!(done.err(), Some(MergeIntoError::Open(OpenError::Storage(StorageError::Blocked))));
    assert_eq!(stage.storage.all(), before);
    assert!(write_session(&stage.here).is_ok());
    Ok(())
}
