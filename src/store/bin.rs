//! The bin: what was deleted, as it was stored, for thirty days at least.

use std::collections::{BTreeMap, BTreeSet};

use super::bin_ages::{BinAges, DAY};
use super::keys::{self, BIN, BIN_AGES};
use super::stored_record::{resealed, stated_revision};
use super::{Backup, OpenError, SaveError, SessionStore, Slot, StorageError, Summary, summarized};
use crate::model::order;
use crate::session::Timestamp;

/// How long what was deleted can be put back, in days.
pub const BIN_DAYS: i64 = 30;

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

/// The slot that something in the bin came from, if a key is one of the bin.
pub(super) fn slot_in_bin(key: &str) -> Option<Slot> {
    parts(key).map(|(slot, _)| slot)
}

impl SessionStore {
    /// Moves a slot to the bin, as it is.
    ///
    /// # Errors
    /// When the storage fails; then it is still on the store.
    pub fn delete(&self, slot: &Slot, now: Timestamp) -> Result<(), StorageError> {
        let mut at = now;
        // Where the clock was set back, something may have been deleted at that very time.
        while self.0.get(&key(slot, Some(at)))?.is_some() {
            let Ok(next) = Timestamp::from_millisecond(at.as_millisecond() + 1) else { return Err(StorageError::Blocked) };
            at = next;
        }
        self.move_key(&keys::of_session(slot), &key(slot, Some(at)))
    }

    /// The keys of what is in the bin by the slot that it came from, in no particular order.
    pub(super) fn bin_keys(&self) -> Result<BTreeMap<Slot, Vec<String>>, StorageError> {
        let mut keys: BTreeMap<Slot, Vec<String>> = BTreeMap::new();
        for key in self.0.keys()? {
            if let Some(slot) = slot_in_bin(&key) {
                keys.entry(slot).or_default().push(key);
            }
        }
        Ok(keys)
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

    /// What is in the bin by the slot that it came from, each deleted last first; nothing where the storage can't be read.
    #[must_use]
    pub fn bin_by_slot(&self) -> BTreeMap<Slot, Vec<Binned>> {
        let mut by_slot: BTreeMap<Slot, Vec<Binned>> = BTreeMap::new();
        for binned in self.bin().unwrap_or_default() {
            by_slot.entry(binned.slot.clone()).or_default().push(binned);
        }
        by_slot
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
        order::by(&mut found, |(slot, at), (other_slot, other_at)| other_at.cmp(at).then_with(|| slot.cmp(other_slot)));
        Ok(found)
    }

    /// Puts back what was deleted last from a slot: as it was, or under a higher revision where the slot had one since.
    ///
    /// # Errors
    /// When something else is there now, or the storage fails; then it is still in the bin.
    pub fn put_back(&self, slot: &Slot) -> Result<(), SaveError> {
        let found = self.in_bin().map_err(SaveError::Storage)?.into_iter().find(|(there, _)| there == slot);
        let Some((slot, at)) = found else { return Ok(()) };
        if self.raw(&slot).map_err(SaveError::Storage)?.is_some() {
            return Err(SaveError::Conflict);
        }
        let from = key(&slot, at);
        let Some(stored) = self.0.get(&from).map_err(SaveError::Storage)? else { return Ok(()) };
        let highest = self.highest(&slot).map_err(SaveError::Storage)?;
        let is_last = stated_revision(&stored).is_none_or(|revision| revision >= highest);
        let raised = if is_last { None } else { resealed(&stored, highest.saturating_add(1)) };
        self.move_as(&from, &keys::of_session(&slot), raised.as_ref().unwrap_or(&stored)).map_err(SaveError::Storage)
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
        self.delete_all_for_good(&[(slot.clone(), at)])
    }

    /// Deletes some of the bin for good: the whole storage is looked through once, however much that is.
    fn delete_all_for_good(&self, gone: &[(Slot, Option<Timestamp>)]) -> Result<(), StorageError> {
        let slots: BTreeSet<&Slot> = gone.iter().map(|(slot, _)| slot).collect();
        if slots.is_empty() {
            return Ok(());
        }
        let highest = self.highest_of(&slots)?;
        let removed = gone.iter().try_for_each(|(slot, at)| {
            self.0.remove(&key(slot, *at))?;
            // The room that it leaves is enough for the mark.
            self.raise_mark(highest)
        });
        let keys = self.0.keys()?;
        let elsewhere: BTreeSet<Slot> = keys.iter().filter_map(|key| keys::slot_of(key).or_else(|| slot_in_bin(key))).collect();
        let left = self.leave_seats(slots.iter().copied().filter(|slot| !elsewhere.contains(*slot)));
        let backups = keys.iter().filter_map(|key| Backup::of_key(key));
        let of_gone = backups.filter(|backup| slots.contains(&backup.slot) && !elsewhere.contains(&backup.slot));
        let dropped = of_gone.into_iter().try_for_each(|backup| self.drop_backup(&backup));
        let typed = slots.iter().filter(|slot| !elsewhere.contains(**slot)).try_for_each(|slot| self.drop_drafts(slot));
        removed.and(dropped).and(left).and(typed)
    }

    /// Deletes for good what was in the bin for thirty days, and notes how long the rest has lain there. What bears no date gets the
    /// present one.
    ///
    /// # Errors
    /// When the storage fails.
    pub fn clear_bin(&self, now: Timestamp) -> Result<(), StorageError> {
        for (slot, at) in self.in_bin()? {
            if at.is_none() {
                self.move_key(&key(&slot, None), &key(&slot, Some(now)))?;
            }
        }
        let there = self.in_bin()?;
        let noted = self.0.get(BIN_AGES)?;
        if there.is_empty() && noted.is_none() {
            return Ok(());
        }
        let mut ages = BinAges::read(noted.as_deref());
        ages.look(now, there.iter().map(|(slot, at)| key(slot, *at)));
        // Where it can't be noted, nobody looked.
        self.0.set(BIN_AGES, &ages.text())?;
        let is_old = |at: Timestamp| now.as_millisecond().saturating_sub(at.as_millisecond()) > BIN_DAYS * DAY;
        let gone = there.into_iter().filter(|(slot, at)| at.is_some_and(is_old) && ages.of(&key(slot, *at)) >= BIN_DAYS * DAY);
        self.delete_all_for_good(&gone.collect::<Vec<_>>())
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
