//! Room: what is kept goes before backups. Where the storage is full, the oldest backups go, one after the other, never a session.

use super::keys::{ASIDE, BACKUPS, BIN, PREFIX, SESSIONS};
use super::{SessionStore, StorageError};

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
    /// Profiles and settings.
    pub others: usize,
    /// What other apps of the same origin keep.
    pub foreign: usize,
}

impl Use {
    /// All of it.
    #[must_use]
    pub const fn all(&self) -> usize {
        self.sessions + self.backups + self.bin + self.aside + self.others + self.foreign
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
                _ if starts(PREFIX) => &mut used.others,
                _ => &mut used.foreign,
            } += units;
        }
        Ok(used)
    }

    /// Puts a string under a key. Where the storage is full, backups make room for it, as far as that can be of use.
    pub(super) fn put(&self, key: &str, value: &str) -> Result<(), StorageError> {
        let first = self.0.set(key, value);
        if first != Err(StorageError::Full) {
            return first;
        }
        let backups = self.backups()?;
        let sizes: Vec<usize> = backups.iter().map(|backup| self.0.units(&backup.key())).collect::<Result<_, _>>()?;
        let there = if self.0.get(key)?.is_some() { self.0.units(key)? } else { 0 };
        let needed = (key.len() + value.encode_utf16().count()).saturating_sub(there);
        let mut freed = 0;
        for (backup, size) in backups.iter().zip(sizes).rev() {
            self.0.remove(&backup.key())?;
            freed += size;
            let again = self.0.set(key, value);
            // Where that did not help, there is something else the matter than room.
            if again != Err(StorageError::Full) || freed >= needed {
                return again;
            }
        }
        Err(StorageError::Full)
    }

    /// Moves a value. Where there is no room for two copies, it is taken out first and put back if that fails.
    pub(super) fn move_key(&self, from: &str, to: &str) -> Result<(), StorageError> {
        let Some(value) = self.0.get(from)? else { return Ok(()) };
        match self.put(to, &value) {
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
}
