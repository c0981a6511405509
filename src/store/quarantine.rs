//! What can't be read and was in the way: put in quarantine as it is, never thrown away by itself.

use super::keys::ASIDE;
use super::stored_record::stated_revision;
use super::{SessionStore, StorageError};
use crate::model::order;

impl SessionStore {
    /// Puts what is stored under a key aside, byte for byte. The same is not put in quarantine twice.
    pub(super) fn put_in_quarantine(&self, key: &str) -> Result<(), StorageError> {
        let Some(value) = self.0.get(key)? else { return Ok(()) };
        // Who has it open still may have saved under the revision that it states.
        // Where there is no room for that, the work counts more.
        let _ = self.raise_mark(stated_revision(&value).unwrap_or_default());
        let name = key.rsplit_once(".").map_or(key, |(_, name)| name);
        let sum = crc32fast::hash(value.as_bytes());
        self.move_key(key, &format!("{ASIDE}{name}.{sum:08x}"))
    }

    /// What was put in quarantine: a name for each, and what was stored.
    ///
    /// # Errors
    /// When the storage can't be read.
    pub fn aside(&self) -> Result<Vec<(String, String)>, StorageError> {
        self.under(ASIDE)
    }

    /// Throws away something that was put in quarantine.
    ///
    /// # Errors
    /// When the storage fails.
    pub fn drop_quarantined(&self, name: &str) -> Result<(), StorageError> {
        self.0.remove(&format!("{ASIDE}{name}"))
    }

    /// Everything under keys that begin alike, by the rest of the keys.
    pub(super) fn under(&self, prefix: &str) -> Result<Vec<(String, String)>, StorageError> {
        let mut found = Vec::new();
        for key in self.0.keys()? {
            if let Some(name) = key.strip_prefix(prefix)
                && let Some(value) = self.0.get(&key)?
            {
                found.push((name.to_owned(), value));
            }
        }
        order::by(&mut found, Ord::cmp);
        Ok(found)
    }
}
