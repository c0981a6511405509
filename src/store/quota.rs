//! Room: what is kept goes before backups. Where the storage is full, the oldest backups go, one after the other, never a session.

use std::collections::BTreeMap;

use super::bin::slot_in_bin;
use super::keys::{ASIDE, BACKUPS, BIN, OWN_MODELS, PREFIX, PROBE, SESSIONS, slot_of};
use super::{Backup, SessionStore, Slot, StorageError};
use crate::model::order;

/// What a look for room is made of: characters like those of what is stored, in case a browser counts others as less.
const FILLER: &str = "\u{3400}";

/// How much a browser keeps for one origin, in UTF-16 units; all apps of the origin share it.
pub const CAPACITY: usize = 5_242_880;

/// What is used of the storage, in UTF-16 units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Use {
    /// Sessions.
    pub sessions: usize,
    /// Backups.
    pub backups: usize,
    /// What was deleted and can still be put back.
    pub bin: usize,
    /// What could not be read and was put in quarantine.
    pub aside: usize,
    /// Models that people loaded.
    pub models: usize,
    /// Profiles and settings.
    pub others: usize,
    /// What other apps of the same origin keep.
    pub foreign: usize,
}

impl Use {
    /// All of it.
    #[must_use]
    pub const fn all(&self) -> usize {
        self.sessions + self.backups + self.bin + self.aside + self.models + self.others + self.foreign
    }

    /// What is still free.
    #[must_use]
    pub const fn free(&self) -> usize {
        CAPACITY.saturating_sub(self.all())
    }
}

impl SessionStore {
    /// What is used of the storage, and for what.
    ///
    /// # Errors
    /// When the storage can't be read.
    pub fn usage(&self) -> Result<Use, StorageError> {
        let mut used = Use::default();
        for key in self.0.keys()? {
            let units = self.0.units(&key)?;
            let starts = |prefix: &str| key.starts_with(prefix);
            *match &key {
                _ if starts(SESSIONS) => &mut used.sessions,
                _ if starts(BACKUPS) => &mut used.backups,
                _ if starts(BIN) => &mut used.bin,
                _ if starts(ASIDE) => &mut used.aside,
                _ if starts(OWN_MODELS) => &mut used.models,
                _ if starts(PREFIX) => &mut used.others,
                _ => &mut used.foreign,
            } += units;
        }
        Ok(used)
    }

    /// Puts a string under a key. Where the storage is full, the oldest backups make room for it, no more of them than needed, and
    /// none before it is known that it then fits.
    pub(super) fn put(&self, key: &str, value: &str) -> Result<(), StorageError> {
        let first = self.0.set(key, value);
        if first != Err(StorageError::Full) {
            return first;
        }
        // What an earlier look for room may have left over takes up room itself.
        if self.0.get(PROBE)?.is_some() {
            self.0.remove(PROBE)?;
        }
        let there = if self.0.get(key)?.is_some() { self.0.units(key)? } else { 0 };
        let needed = (key.encode_utf16().count() + value.encode_utf16().count()).saturating_sub(there);
        let may_go = self.may_make_room()?;
        let mut freed = vec![0];
        for backup in &may_go {
            freed.push(freed.last().unwrap_or(&0) + self.0.units(&backup.key())?);
        }
        // Each more that goes leaves less to be found free, so the first that is enough is found by halves.
        let count = freed.partition_point(|freed| !self.has_room_for(needed.saturating_sub(*freed)));
        let Some(oldest) = may_go.get(..count) else { return Err(StorageError::Full) };
        let copies: Vec<_> =
            oldest.iter().map(|backup| Ok((backup.key(), self.0.get(&backup.key())?))).collect::<Result<_, _>>()?;
        copies.iter().try_for_each(|(key, _)| self.0.remove(key))?;
        self.0.set(key, value).inspect_err(|_| {
            // Against all that was measured: as it was before.
            for (key, copy) in &copies {
                let _ = copy.as_deref().map(|copy| self.0.set(key, copy));
            }
        })
    }

    /// The backups that may make room, the oldest first. What is neither on the store nor in the bin keeps its newest: nothing else
    /// is left of it.
    fn may_make_room(&self) -> Result<Vec<Backup>, StorageError> {
        let keys = self.0.keys()?;
        let elsewhere = order::set(keys.iter().filter_map(|key| slot_of(key).or_else(|| slot_in_bin(key))));
        let mut found = self.backups()?;
        let mut newest: BTreeMap<Slot, u64> = BTreeMap::new();
        for backup in found.iter().filter(|backup| !elsewhere.contains(&backup.slot)) {
            let highest = newest.entry(backup.slot.clone()).or_default();
            *highest = backup.revision.max(*highest);
        }
        found.retain(|backup| newest.get(&backup.slot) != Some(&backup.revision));
        found.reverse();
        Ok(found)
    }

    /// Whether so many units are free. There is no way to ask, but to try it.
    fn has_room_for(&self, units: usize) -> bool {
        let Some(length) = units.checked_sub(PROBE.len()) else { return true };
        let has_room = self.0.set(PROBE, &FILLER.repeat(length)).is_ok();
        // Where that fails, the next look removes it.
        let _ = self.0.remove(PROBE);
        has_room
    }

    /// Moves a value. Where there is no room for two copies, it is taken out first and put back if that fails.
    pub(super) fn move_key(&self, from: &str, to: &str) -> Result<(), StorageError> {
        match self.0.get(from)? {
            Some(value) => self.move_as(from, to, &value),
            None => Ok(()),
        }
    }

    /// Moves a value, which becomes another one on the way.
    pub(super) fn move_as(&self, from: &str, to: &str, value: &str) -> Result<(), StorageError> {
        match self.0.set(to, value) {
            Ok(()) => self.0.remove(from),
            Err(StorageError::Full) => {
                let Some(before) = self.0.get(from)? else { return Err(StorageError::Full) };
                self.0.remove(from)?;
                self.put(to, value).inspect_err(|_| {
                    // The room it had a moment ago is still free: a storage is used by one thread at a time.
                    let _ = self.0.set(from, &before);
                })
            }
            Err(other) => Err(other),
        }
    }
}
