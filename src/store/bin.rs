//! The bin: what was deleted, as it was stored, for thirty days.

use super::keys::{self, BIN};
use super::{OpenError, SaveError, SessionStore, Slot, StorageError, Summary, summarized};
use crate::session::Timestamp;

/// How long what was deleted can be put back, in days.
pub const BIN_DAYS: i64 = 30;

const DAY: i64 = 86_400_000;

/// Something that was deleted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binned {
    /// Where it was on the store.
    pub slot: Slot,
    /// When it was deleted; not known of what was deleted by a Plumbline that did not write that down.
    pub at: Option<Timestamp>,
    /// What it is, or why that can't be said.
    pub summary: Result<Summary, OpenError>,
}

impl Binned {
    /// Where it is stored.
    pub(super) fn key(&self) -> String {
        key(&self.slot, self.at)
    }
}

fn key(slot: &Slot, at: Option<Timestamp>) -> String {
    match at {
        Some(at) => format!("{BIN}{slot}.{}", at.as_millisecond()),
        None => format!("{BIN}{slot}"),
    }
}

fn parts(key: &str) -> Option<(Slot, Option<Timestamp>)> {
    let name = key.strip_prefix(BIN)?;
    let dated = name.rsplit_once('.').and_then(|(slot, millis)| {
        let at = Timestamp::from_millisecond(millis.parse().ok()?).ok()?;
        Some((Slot::try_from(slot).ok()?, Some(at)))
    });
    dated.or_else(|| Some((Slot::try_from(name).ok()?, None)))
}

impl SessionStore {
    /// Moves a slot to the bin, as it is.
    ///
    /// # Errors
    /// When the storage fails; then it is still on the store.
    pub fn delete(&self, slot: &Slot, now: Timestamp) -> Result<(), StorageError> {
        self.move_key(&keys::of_session(slot), &key(slot, Some(now)))
    }

    /// What is in the bin, deleted last first.
    ///
    /// # Errors
    /// When the storage can't be read.
    pub fn bin(&self) -> Result<Vec<Binned>, StorageError> {
        Ok(self.in_bin()?.into_iter().map(|(slot, at)| self.binned(slot, at)).collect())
    }

    /// What was deleted from a slot, last first.
    ///
    /// # Errors
    /// When the storage can't be read.
    pub fn bin_of(&self, slot: &Slot) -> Result<Vec<Binned>, StorageError> {
        let of_slot = self.in_bin()?.into_iter().filter(|(there, _)| there == slot);
        Ok(of_slot.map(|(slot, at)| self.binned(slot, at)).collect())
    }

    /// How much is in the bin, without looking at it.
    #[must_use]
    pub fn count_in_bin(&self) -> usize {
        self.in_bin().map(|bin| bin.len()).unwrap_or_default()
    }

    fn binned(&self, slot: Slot, at: Option<Timestamp>) -> Binned {
        let summary = self.0.get(&key(&slot, at)).map_err(OpenError::Storage).and_then(summarized);
        Binned { slot, at, summary }
    }

    /// The keys of what is in the bin, deleted last first.
    fn in_bin(&self) -> Result<Vec<(Slot, Option<Timestamp>)>, StorageError> {
        let mut found: Vec<_> = self.0.keys()?.iter().filter_map(|key| parts(key)).collect();
        found.sort_by(|(slot, at), (other_slot, other_at)| other_at.cmp(at).then_with(|| slot.cmp(other_slot)));
        Ok(found)
    }

    /// Puts back what was deleted last from a slot.
    ///
    /// # Errors
    /// When something else is there now, or the storage fails; then it is still in the bin.
    pub fn put_back(&self, slot: &Slot) -> Result<(), SaveError> {
        let found = self.in_bin().map_err(SaveError::Storage)?.into_iter().find(|(there, _)| there == slot);
        let Some((slot, at)) = found else { return Ok(()) };
        if self.raw(&slot).map_err(SaveError::Storage)?.is_some() {
            return Err(SaveError::Conflict);
        }
        self.move_key(&key(&slot, at), &keys::of_session(&slot)).map_err(SaveError::Storage)
    }

    /// What is stored of something in the bin, as it is.
    ///
    /// # Errors
    /// When the storage can't be read.
    pub fn raw_in_bin(&self, binned: &Binned) -> Result<Option<String>, StorageError> {
        self.0.get(&binned.key())
    }

    /// Deletes something in the bin for good, and its backups with it, unless it is on the store as well.
    ///
    /// # Errors
    /// When the storage fails.
    pub fn delete_for_good(&self, slot: &Slot, at: Option<Timestamp>) -> Result<(), StorageError> {
        self.0.remove(&key(slot, at))?;
        let is_elsewhere = self.raw(slot)?.is_some() || self.in_bin()?.iter().any(|(there, _)| there == slot);
        if is_elsewhere {
            return Ok(());
        }
        self.backups()?.iter().filter(|backup| backup.slot == *slot).try_for_each(|backup| self.drop_backup(backup))
    }

    /// Deletes for good what was in the bin for thirty days. What bears no date gets the present one.
    ///
    /// # Errors
    /// When the storage fails.
    pub fn clear_bin(&self, now: Timestamp) -> Result<(), StorageError> {
        for (slot, at) in self.in_bin()? {
            match at {
                None => self.move_key(&key(&slot, None), &key(&slot, Some(now)))?,
                Some(at) if now.as_millisecond().saturating_sub(at.as_millisecond()) > BIN_DAYS * DAY => {
                    self.delete_for_good(&slot, Some(at))?;
                }
                Some(_) => {}
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[allow(clippy::unwrap_used, reason = "fixed ids")]
    fn a_key_says_where_something_was_and_when_it_was_deleted() {
        let slot: Slot = "019a0000-0000-7000-8000-000000000001".try_into().unwrap();
        let at = Timestamp::from_millisecond(1_780_000_000_000).unwrap();
        for at in [Some(at), None] {
            assert_eq!(parts(&key(&slot, at)), Some((slot.clone(), at)));
        }
        assert_eq!(parts("plumbline.session.s1"), None);
    }
}
