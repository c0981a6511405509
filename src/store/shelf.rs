//! The shelf of sessions: what is there, opening, saving, deleting and putting back.

use std::rc::Rc;

use super::{BadEnvelope, Envelope, Storage, StorageError};
use crate::exchange::{ReadError, read_session, write_session_compact};
use crate::model::{ProfileId, new_id};
use crate::session::Session;

new_id!(
    /// A place on the shelf. Two copies of the same session have two slots.
    Slot
);

const SESSIONS: &str = "plumbline.session.";
const BIN: &str = "plumbline.bin.";
const PROFILES: &str = "plumbline.profile.";
const SETTINGS: &str = "plumbline.setting.";

/// A session as it was stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Stored {
    /// The session.
    pub session: Session,
    /// The revision it was read at or written as.
    pub revision: u64,
}

/// What is in a slot.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The slot.
    pub slot: Slot,
    /// The session in it, or why it could not be opened.
    pub session: Result<Session, OpenError>,
}

/// Why a slot could not be opened. What is stored in it stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// Nothing is there.
    Nothing,
    /// It was written by a newer Plumbline.
    Newer,
    /// It is not what was once written.
    Damaged,
    /// It is whole, but no session that this Plumbline reads.
    Unreadable(ReadError),
    /// The storage failed.
    Storage(StorageError),
}

/// Why a session was not saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveError {
    /// Somebody else, as another tab, wrote in the meantime. Nothing was overwritten.
    Conflict,
    /// The storage failed.
    Storage(StorageError),
    /// What is stored can't be read and is not overwritten.
    Unreadable,
}

/// The shelf of sessions.
#[derive(Clone)]
pub struct Shelf(Rc<dyn Storage>);

impl Shelf {
    /// The shelf in a storage.
    #[must_use]
    pub fn new(storage: Rc<dyn Storage>) -> Self {
        Self(storage)
    }

    /// Whether what is put here outlives the page.
    #[must_use]
    pub fn is_lasting(&self) -> bool {
        self.0.is_lasting()
    }

    /// The slot that a storage key belongs to, if it is one of a session.
    #[must_use]
    pub fn slot_of_key(key: &str) -> Option<Slot> {
        Slot::try_from(key.strip_prefix(SESSIONS)?).ok()
    }

    /// Whether no session is on the shelf, as far as it can be read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.keys().is_ok_and(|keys| !keys.iter().any(|key| Self::slot_of_key(key).is_some()))
    }

    /// Everything on the shelf, the last changed first; what can't be opened comes at the end.
    ///
    /// # Errors
    /// When the storage can't be read.
    pub fn list(&self) -> Result<Vec<Entry>, StorageError> {
        let slots = self.0.keys()?.into_iter().filter_map(|key| Self::slot_of_key(&key));
        let mut entries: Vec<Entry> =
            slots.map(|slot| Entry { session: self.open(&slot).map(|stored| stored.session), slot }).collect();
        entries.sort_by_cached_key(|entry| {
            let last_change = entry.session.as_ref().ok().map(Session::last_change);
            (std::cmp::Reverse(last_change), entry.slot.clone())
        });
        Ok(entries)
    }

    /// Opens a slot.
    ///
    /// # Errors
    /// When nothing is there or it can't be read.
    pub fn open(&self, slot: &Slot) -> Result<Stored, OpenError> {
        let stored = self.raw(slot).map_err(OpenError::Storage)?.ok_or(OpenError::Nothing)?;
        let envelope = Envelope::open(&stored).map_err(|bad| match bad {
            BadEnvelope::Newer => OpenError::Newer,
            BadEnvelope::Damaged => OpenError::Damaged,
        })?;
        let session = read_session(envelope.body.as_bytes()).map_err(|error| match error {
            ReadError::Newer { .. } => OpenError::Newer,
            other => OpenError::Unreadable(other),
        })?;
        Ok(Stored { session, revision: envelope.revision })
    }

    /// What is stored in a slot, as it is.
    ///
    /// # Errors
    /// When the storage can't be read.
    pub fn raw(&self, slot: &Slot) -> Result<Option<String>, StorageError> {
        self.0.get(&format!("{SESSIONS}{slot}"))
    }

    /// Saves a session that was read at `revision` (0 when it is new), and says its new revision.
    ///
    /// # Errors
    /// When somebody else wrote in the meantime, when the storage is full or blocked, or when what is there can't be read.
    pub fn save(&self, slot: &Slot, session: &Session, revision: u64) -> Result<u64, SaveError> {
        let there = match self.raw(slot).map_err(SaveError::Storage)? {
            None => 0,
            Some(stored) => Envelope::open(&stored).map_err(|_| SaveError::Unreadable)?.revision,
        };
        if there != revision {
            return Err(SaveError::Conflict);
        }
        let body = write_session_compact(session).map_err(|_| SaveError::Unreadable)?;
        let envelope = Envelope { revision: revision.saturating_add(1), body };
        self.0.set(&format!("{SESSIONS}{slot}"), &envelope.seal()).map_err(SaveError::Storage)?;
        Ok(envelope.revision)
    }

    /// Moves a slot to the bin, as it is.
    ///
    /// # Errors
    /// When the storage fails; then it is still on the shelf.
    pub fn delete(&self, slot: &Slot) -> Result<(), StorageError> {
        self.move_key(&format!("{SESSIONS}{slot}"), &format!("{BIN}{slot}"))
    }

    /// Puts a slot back from the bin.
    ///
    /// # Errors
    /// When the storage fails; then it is still in the bin.
    pub fn put_back(&self, slot: &Slot) -> Result<(), StorageError> {
        self.move_key(&format!("{BIN}{slot}"), &format!("{SESSIONS}{slot}"))
    }

    /// Moves a value. Where there is no room for two copies, it is taken out first and put back if that fails.
    fn move_key(&self, from: &str, to: &str) -> Result<(), StorageError> {
        let Some(value) = self.0.get(from)? else { return Ok(()) };
        match self.0.set(to, &value) {
            Ok(()) => self.0.remove(from),
            Err(StorageError::Full) => {
                self.0.remove(from)?;
                self.0.set(to, &value).inspect_err(|_| {
                    // The room it had a moment ago is still free: a storage is used by one thread at a time.
                    let _ = self.0.set(from, &value);
                })
            }
            Err(other) => Err(other),
        }
    }

    /// The profile files that people loaded into this browser, each with its key's last part.
    ///
    /// # Errors
    /// When the storage can't be read.
    pub fn profiles(&self) -> Result<Vec<(String, String)>, StorageError> {
        let mut profiles = Vec::new();
        for key in self.0.keys()? {
            if let Some(id) = key.strip_prefix(PROFILES)
                && let Some(file) = self.0.get(&key)?
            {
                profiles.push((id.to_owned(), file));
            }
        }
        profiles.sort();
        Ok(profiles)
    }

    /// Keeps a profile file in this browser. The one that had the same id before is given back, so that it can be put back.
    ///
    /// # Errors
    /// When the storage fails; then the one before is still there.
    pub fn keep_profile(&self, id: &ProfileId, file: &str) -> Result<Option<String>, StorageError> {
        let key = format!("{PROFILES}{id}");
        let before = self.0.get(&key)?;
        self.0.set(&key, file)?;
        Ok(before)
    }

    /// Removes a profile file from this browser.
    ///
    /// # Errors
    /// When the storage fails.
    pub fn drop_profile(&self, id: &ProfileId) -> Result<(), StorageError> {
        self.0.remove(&format!("{PROFILES}{id}"))
    }

    /// A small setting of this browser, as who is answering or the place in a session; not part of any session.
    #[must_use]
    pub fn setting(&self, name: &str) -> Option<String> {
        self.0.get(&format!("{SETTINGS}{name}")).ok().flatten()
    }

    /// Remembers a small setting. Settings can be chosen again, so a failure is not worth a message.
    pub fn set_setting(&self, name: &str, value: &str) {
        let _ = self.0.set(&format!("{SETTINGS}{name}"), value);
    }
}

#[cfg(test)]
mod tests {
    use super::super::MemoryStorage;
    use super::*;

    fn session(name: &str) -> Session {
        use crate::session::{Change, Mark, SystemField};
        let file = include_bytes!("../../tests/data/small.json");
        #[allow(clippy::unwrap_used, reason = "a fixed file of the tests")]
        let mut session = read_session(file).unwrap();
        #[allow(clippy::unwrap_used, reason = "a fixed id")]
        let mark = Mark { by: None, at: session.created, actor: "tester".try_into().unwrap() };
        session.apply(Change::System(SystemField::Name, Some(name.to_owned())), &mark);
        session
    }

    #[allow(clippy::unwrap_used, reason = "a fixed id")]
    fn slot() -> Slot {
        "s1".try_into().unwrap()
    }

    #[test]
    fn a_write_on_an_old_revision_overwrites_nothing() {
        let shelf = Shelf::new(Rc::new(MemoryStorage::default()));
        assert_eq!(shelf.save(&slot(), &session("first"), 0), Ok(1));
        assert_eq!(shelf.save(&slot(), &session("second"), 1), Ok(2));
        assert_eq!(shelf.save(&slot(), &session("from another tab"), 1), Err(SaveError::Conflict));
        assert_eq!(shelf.open(&slot()).map(|stored| stored.session), Ok(session("second")));
    }

    #[test]
    fn a_full_storage_keeps_what_was_there() {
        let shelf = Shelf::new(Rc::new(MemoryStorage::with_limit(1_500)));
        assert_eq!(shelf.save(&slot(), &session("short"), 0), Ok(1));
        let long = session(&"x".repeat(2_000));
        assert_eq!(shelf.save(&slot(), &long, 1), Err(SaveError::Storage(StorageError::Full)));
        assert_eq!(shelf.open(&slot()).map(|stored| stored.session), Ok(session("short")));
    }

    #[test]
    fn deleting_is_undone_even_when_the_storage_is_full() {
        let shelf = Shelf::new(Rc::new(MemoryStorage::with_limit(1_500)));
        assert_eq!(shelf.save(&slot(), &session("precious"), 0), Ok(1));
        assert_eq!(shelf.delete(&slot()), Ok(()));
        assert_eq!(shelf.open(&slot()), Err(OpenError::Nothing));
        assert_eq!(shelf.put_back(&slot()), Ok(()));
        assert_eq!(shelf.open(&slot()).map(|stored| stored.session), Ok(session("precious")));
    }

    #[test]
    fn damage_is_shown_and_left_as_it_is() {
        let storage = Rc::new(MemoryStorage::default());
        let shelf = Shelf::new(storage.clone());
        assert_eq!(storage.set("plumbline.session.s1", "something else"), Ok(()));
        assert_eq!(shelf.open(&slot()), Err(OpenError::Damaged));
        assert_eq!(shelf.save(&slot(), &session("new"), 0), Err(SaveError::Unreadable));
        assert_eq!(shelf.raw(&slot()), Ok(Some("something else".to_owned())));
    }
}
