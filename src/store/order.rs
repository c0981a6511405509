//! The order of all that was ever stored in a slot: its revisions only go up.

use super::bin::slot_in_bin;
use super::keys::{self, HIGHEST};
use super::stored_record::stated_revision;
use super::{Backup, SessionStore, Slot, StorageError};

impl SessionStore {
    /// The highest revision that a slot had, as far as anything here knows: the store, the bin, the backups, and the mark of what left
    /// them for good.
    pub(super) fn highest(&self, slot: &Slot) -> Result<u64, StorageError> {
        let (mut highest, own) = (self.mark()?, keys::of_session(slot));
        for key in self.0.keys()? {
            let revision = if key == own || slot_in_bin(&key).as_ref() == Some(slot) {
                self.0.get(&key)?.as_deref().and_then(stated_revision)
            } else {
                Backup::of_key(&key).filter(|backup| backup.slot == *slot).map(|backup| backup.revision)
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
