//! The second home: whatever is written is noted in a journal, too.
//!
//! Browsers write local storage to disk when they find the time, Chromium up to five seconds later: what was saved is lost when the
//! browser is killed before. The journal is a place that says when it has written; it holds a copy of every key, and for a day that
//! a key was removed. What it has and the storage lacks was lost, and is brought back when the app starts, before anything is
//! opened; what the storage has and was removed, goes again.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::bin::slot_in_bin;
use super::keys::{self, BACKUPS, BIN, PREFIX, PROBE, SESSIONS};
use super::stored_record::stated_revision;
use super::{BadRecord, Label, SessionStore, Slot, Storage, StorageError, opened};
use crate::model::order;

/// The keys of what is in the bin, by the slot that it came from.
type Bin = BTreeMap<Slot, Vec<String>>;

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
        if key != PROBE {
            (self.note)(key, Some(value));
        }
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.storage.remove(key)?;
        if key != PROBE {
            (self.note)(key, None);
        }
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
        // What a look for room left over when the browser was killed is nothing.
        if self.0.get(PROBE).is_ok_and(|left| left.is_some()) {
            let _ = self.0.remove(PROBE);
        }
        let gone: BTreeSet<&str> = order::set(removed.iter().map(String::as_str));
        let mut bin = self.bin_keys().unwrap_or_default();
        let (mut back, mut all) = (0, true);
        for (key, value) in written {
            let is_lost = key.starts_with(PREFIX) && self.has_lost(&key, &value) && !self.was_deleted(&key, &value, &bin, &gone);
            if !is_lost {
                continue;
            }
            let is_back = self.put(&key, &value).is_ok();
            back += usize::from(is_back);
            all &= is_back;
            if let Some(slot) = slot_in_bin(&key).filter(|_| is_back) {
                bin.entry(slot).or_default().push(key);
            }
        }
        for key in removed.iter().filter(|key| all && self.may_go(key, &bin)) {
            // Where that fails, it is as if it had not been removed.
            let _ = self.0.remove(key);
        }
        back
    }

    /// Whether a session was deleted by a tab that had no journal: it lies in the bin in that revision or a later one, and was not put
    /// back from there.
    fn was_deleted(&self, key: &str, journaled: &str, bin: &Bin, gone: &BTreeSet<&str>) -> bool {
        let Some(slot) = keys::slot_of(key).filter(|_| self.0.get(key) == Ok(None)) else { return false };
        let mut binned = bin.get(&slot).into_iter().flatten().filter(|key| !gone.contains(key.as_str()));
        let is_later = |stored: &str| stated_revision(stored) >= stated_revision(journaled) && Label::read(stored).is_ok();
        binned.any(|key| self.0.get(key).is_ok_and(|stored| stored.is_some_and(|stored| is_later(&stored))))
    }

    /// Whether a key that was removed may go again. The journal of another tab may have missed what was written since.
    fn may_go(&self, key: &str, bin: &Bin) -> bool {
        match keys::slot_of(key) {
            Some(slot) => self.bin_has_all_of(&slot, bin).unwrap_or_default(),
            None => key.starts_with(BIN) || key.starts_with(BACKUPS),
        }
    }

    /// Whether what is in a slot is in the bin as well, as it is or with more.
    fn bin_has_all_of(&self, slot: &Slot, bin: &Bin) -> Result<bool, StorageError> {
        let here = self.raw(slot)?;
        let is_covered = |binned: Option<String>| {
            let seen = |stored| opened(stored).map(|stored| stored.session.seen);
            binned == here || matches!((seen(binned), seen(here.clone())), (Ok(there), Ok(here)) if there.covers_all(&here))
        };
        let mut binned = bin.get(slot).into_iter().flatten();
        Ok(here.is_some() && binned.any(|key| self.0.get(key).is_ok_and(is_covered)))
    }

    fn has_lost(&self, key: &str, journaled: &str) -> bool {
        let Ok(stored) = self.0.get(key) else { return false };
        let Some(stored) = stored else { return true };
        // Nothing else is written anew under the same key in a way that counts. In the bin that happens where something was deleted
        // for good and something else at that very time.
        let is_revised = key.starts_with(SESSIONS) || key.starts_with(BIN) || keys::is_of_workspaces(key);
        let (true, Ok(in_journal)) = (is_revised, Label::read(journaled)) else { return false };
        match Label::read(&stored) {
            Ok(in_storage) => in_journal.revision > in_storage.revision,
            Err(BadRecord::Damaged) => {
                let is_kept = keys::slot_of(key).is_some() || keys::is_of_workspaces(key);
                is_kept && self.put_in_quarantine(key).is_ok()
            }
            Err(BadRecord::Newer) => false,
        }
    }
}
