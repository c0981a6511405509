//! The second home: whatever is written is noted in a journal, too.
//!
//! Browsers write local storage to disk when they find the time, Chromium up to five seconds later: what was saved is lost when the
//! browser is killed before. The journal is a place that says when it has written; it holds a copy of every key. What it has and the
//! storage lacks was lost, and is brought back when the app starts, before anything is opened.

use std::rc::Rc;

use super::keys::{self, PREFIX, SESSIONS};
use super::{BadEnvelope, Label, Shelf, Storage, StorageError};

/// Notes that a key has a new string, or none any more.
pub type Note = dyn Fn(&str, Option<&str>);

/// A storage that notes in a journal what is written.
pub struct Journaled {
    storage: Rc<dyn Storage>,
    note: Box<Note>,
}

impl Journaled {
    /// The storage, with a journal beside it.
    #[must_use]
    pub fn new(storage: Rc<dyn Storage>, note: Box<Note>) -> Self {
        Self { storage, note }
    }
}

impl Storage for Journaled {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.storage.get(key)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        self.storage.set(key, value)?;
        (self.note)(key, Some(value));
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.storage.remove(key)?;
        (self.note)(key, None);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        self.storage.keys()
    }

    fn units(&self, key: &str) -> Result<usize, StorageError> {
        self.storage.units(key)
    }

    fn is_lasting(&self) -> bool {
        self.storage.is_lasting()
    }
}

impl Shelf {
    /// Brings back what the journal has and the storage has not, or in an older revision, and says how much that was. It only
    /// ever brings back and takes nothing away: what was deleted just before the browser was killed is there again.
    pub fn bring_back(&self, journal: Vec<(String, String)>) -> usize {
        let lost = journal.into_iter().filter(|(key, value)| key.starts_with(PREFIX) && self.has_lost(key, value));
        // What finds no room stays in the journal.
        lost.filter(|(key, value)| self.put(key, value).is_ok()).count()
    }

    fn has_lost(&self, key: &str, journaled: &str) -> bool {
        let Ok(stored) = self.0.get(key) else { return false };
        let Some(stored) = stored else { return true };
        // Nothing but sessions is written anew under the same key in a way that counts.
        let (true, Ok(in_journal)) = (key.starts_with(SESSIONS), Label::read(journaled)) else { return false };
        match Label::read(&stored) {
            Ok(in_storage) => in_journal.revision > in_storage.revision,
            Err(BadEnvelope::Damaged) => keys::slot_of(key).is_some() && self.put_aside(key).is_ok(),
            Err(BadEnvelope::Newer) => false,
        }
    }
}
