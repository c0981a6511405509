//! The second home: whatever is written is noted in a journal, too.
//!
//! Browsers write local storage to disk when they find the time, Chromium up to five seconds later: what was saved is lost when the
//! browser is killed before. The journal is a place that says when it has written; it holds a copy of every key, and for a day that
//! a key was removed. What it has and the storage lacks was lost, and is brought back when the app starts, before anything is
//! opened; what the storage has and was removed, goes again.

use std::rc::Rc;

use super::keys::{self, BACKUPS, BIN, PREFIX, SESSIONS};
use super::{BadRecord, Label, SessionStore, Slot, Storage, StorageError, opened};

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

impl SessionStore {
    /// Makes up for what was lost when the browser was killed: brings back what was written and the storage has not, or in an older
    /// revision, and then removes what was removed and is still there. Says how much was brought back.
    ///
    /// A session goes only where nothing of it is lost: it has to be in the bin as it is or with more. Where something finds no room,
    /// it stays in the journal, and nothing is removed.
    pub fn bring_back(&self, written: Vec<(String, String)>, removed: &[String]) -> usize {
        let is_lost = |(key, value): &(String, String)| {
            key.starts_with(PREFIX) && self.has_lost(key, value) && !self.was_deleted(key, value, removed)
        };
        let lost = written.into_iter().filter(is_lost);
        let brought_back: Vec<bool> = lost.map(|(key, value)| self.put(&key, &value).is_ok()).collect();
        if brought_back.iter().all(|is_back| *is_back) {
            for key in removed.iter().filter(|key| self.may_go(key)) {
                // Where that fails, it is as if it had not been removed.
                let _ = self.0.remove(key);
            }
        }
        brought_back.into_iter().filter(|is_back| *is_back).count()
    }

    /// Whether a session was deleted by a tab that had no journal: it lies in the bin as it was, and was not put back from there.
    fn was_deleted(&self, key: &str, journaled: &str, removed: &[String]) -> bool {
        let Some(slot) = keys::slot_of(key).filter(|_| self.0.get(key) == Ok(None)) else { return false };
        let binned = self.bin_of(&slot).unwrap_or_default().into_iter().filter(|binned| !removed.contains(&binned.key()));
        binned.map(|binned| self.raw_in_bin(&binned)).any(|raw| raw.is_ok_and(|raw| raw.as_deref() == Some(journaled)))
    }

    /// Whether a key that was removed may go again. The journal of another tab may have missed what was written since.
    fn may_go(&self, key: &str) -> bool {
        match keys::slot_of(key) {
            Some(slot) => self.bin_has_all_of(&slot).unwrap_or_default(),
            None => key.starts_with(BIN) || key.starts_with(BACKUPS),
        }
    }

    /// Whether what is in a slot is in the bin as well, as it is or with more.
    fn bin_has_all_of(&self, slot: &Slot) -> Result<bool, StorageError> {
        let here = self.raw(slot)?;
        let is_covered = |binned: Option<String>| {
            let seen = |stored| opened(stored).map(|stored| stored.session.seen);
            binned == here || matches!((seen(binned), seen(here.clone())), (Ok(there), Ok(here)) if there.covers_all(&here))
        };
        let binned = self.bin_of(slot)?.into_iter();
        Ok(here.is_some() && binned.map(|binned| self.raw_in_bin(&binned)).any(|raw| raw.is_ok_and(is_covered)))
    }

    fn has_lost(&self, key: &str, journaled: &str) -> bool {
        let Ok(stored) = self.0.get(key) else { return false };
        let Some(stored) = stored else { return true };
        // Nothing but sessions is written anew under the same key in a way that counts.
        let (true, Ok(in_journal)) = (key.starts_with(SESSIONS), Label::read(journaled)) else { return false };
        match Label::read(&stored) {
            Ok(in_storage) => in_journal.revision > in_storage.revision,
            Err(BadRecord::Damaged) => keys::slot_of(key).is_some() && self.put_in_quarantine(key).is_ok(),
            Err(BadRecord::Newer) => false,
        }
    }
}
