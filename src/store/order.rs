//! The order of all that was ever stored in a slot: its revisions only go up.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use super::bin::slot_in_bin;
use super::keys::{HIGHEST, slot_of};
use super::stored_record::stated_revision;
use super::{Backup, SessionStore, Slot, StorageError};

/// What a look through the whole storage found, for as long as the page is open: a save need not look through it again.
#[derive(Default)]
pub(super) struct Looked {
    /// The highest revision that each slot had when it was looked for, or written since.
    highest: RefCell<BTreeMap<Slot, u64>>,
    /// The latest backup of each slot.
    backups: RefCell<BTreeMap<Slot, Backup>>,
}

impl Looked {
    /// The latest backup of a slot that is known of.
    pub(super) fn backup(&self, slot: &Slot) -> Option<Backup> {
        self.backups.borrow().get(slot).cloned()
    }

    /// Remembers the latest backup of a slot.
    pub(super) fn found_backup(&self, backup: &Backup) {
        self.backups.borrow_mut().insert(backup.slot.clone(), backup.clone());
    }
}

impl SessionStore {
    /// The next revision of a slot, beyond all that it ever had and that on which the write is based.
    ///
    /// Whatever writes goes beyond all that was there before. So what is stored in a slot is beyond all else of it since this page
    /// looked for that once, and the whole storage is looked through only where nothing is stored, or something older than that.
    pub(super) fn next_revision(&self, slot: &Slot, based_on: u64) -> Result<u64, StorageError> {
        // Looked at once more: another tab may have written since this one did.
        let there = self.raw(slot)?.as_deref().and_then(stated_revision);
        let looked = self.1.highest.borrow().get(slot).copied();
        let highest = match (looked, there) {
            (Some(looked), Some(there)) if looked <= there => there,
            _ => self.highest(slot)?,
        };
        Ok(highest.max(based_on).saturating_add(1))
    }

    /// Remembers under which revision a slot was written.
    pub(super) fn wrote(&self, slot: &Slot, revision: u64) {
        self.1.highest.borrow_mut().insert(slot.clone(), revision);
    }

    /// The highest revision that a slot had, as far as anything here knows: the store, the bin, the backups, and the mark of what left
    /// them for good.
    pub(super) fn highest(&self, slot: &Slot) -> Result<u64, StorageError> {
        self.highest_of(&BTreeSet::from([slot]))
    }

    /// The highest revision that any of these slots had.
    pub(super) fn highest_of(&self, slots: &BTreeSet<&Slot>) -> Result<u64, StorageError> {
        let mut highest = self.mark()?;
        for key in self.0.keys()? {
            let revision = if slot_of(&key).or_else(|| slot_in_bin(&key)).is_some_and(|slot| slots.contains(&slot)) {
                self.0.get(&key)?.as_deref().and_then(stated_revision)
            } else {
                Backup::of_key(&key).filter(|backup| slots.contains(&backup.slot)).map(|backup| backup.revision)
            };
            highest = highest.max(revision.unwrap_or_default());
        }
        Ok(highest)
    }

    /// Sees to it that no revision up to this one is given again, in whatever slot: one mark for all takes up no room.
    pub(super) fn raise_mark(&self, revision: u64) -> Result<(), StorageError> {
        if revision > self.mark()? { self.0.set(HIGHEST, &revision.to_string()) } else { Ok(()) }
    }

    fn mark(&self) -> Result<u64, StorageError> {
        Ok(self.0.get(HIGHEST)?.and_then(|mark| mark.parse().ok()).unwrap_or_default())
    }
}
