//! What is kept beside the sessions: profile files and small settings.

use serde::Serialize;

use super::keys::{PROFILES, SETTINGS};
use super::{SessionStore, Slot, StorageError};
use crate::model::ProfileId;
use crate::session::from_members;
use crate::session::{FromFile, Seen, Timestamp};

/// What a session was like when it was last in a file.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Exported {
    /// When it was exported; `None` when it came from a file and was not exported since.
    pub at: Option<Timestamp>,
    /// Up to which changes are in that file.
    pub seen: Seen,
}

from_members!(Exported { at, seen; .. });

impl SessionStore {
    /// The profile files that people loaded into this browser, each with its key's last part.
    ///
    /// # Errors
    /// When the storage can't be read.
    pub fn profiles(&self) -> Result<Vec<(String, String)>, StorageError> {
        self.under(PROFILES)
    }

    /// Keeps a profile file in this browser. The one that had the same id before is given back, so that it can be put back.
    ///
    /// # Errors
    /// When the storage fails; then the one before is still there.
    pub fn keep_profile(&self, id: &ProfileId, file: &str) -> Result<Option<String>, StorageError> {
        let key = format!("{PROFILES}{id}");
        let before = self.0.get(&key)?;
        self.put(&key, file)?;
        Ok(before)
    }

    /// Removes a profile file from this browser.
    ///
    /// # Errors
    /// When the storage fails.
    pub fn drop_profile(&self, id: &ProfileId) -> Result<(), StorageError> {
        self.0.remove(&format!("{PROFILES}{id}"))
    }

    /// A small setting of this browser, as who is answering or the place in a session; not part of any session.
    #[must_use]
    pub fn setting(&self, name: &str) -> Option<String> {
        self.0.get(&format!("{SETTINGS}{name}")).ok().flatten()
    }

    /// Remembers a small setting. Settings can be chosen again, so a failure is not worth a message.
    pub fn set_setting(&self, name: &str, value: &str) {
        let _ = self.0.set(&format!("{SETTINGS}{name}"), value);
    }

    /// What a session was like when it was last in a file, if it ever was.
    #[must_use]
    pub fn exported(&self, slot: &Slot) -> Option<Exported> {
        Exported::from_json(&self.setting(&format!("exported.{slot}"))?)
    }

    /// Remembers that what a session said, having seen so much, is in a file: exported at that time, or come from it.
    pub fn set_exported(&self, slot: &Slot, seen: &Seen, at: Option<Timestamp>) {
        let exported = Exported { at, seen: seen.clone() };
        self.set_setting(&format!("exported.{slot}"), &serde_json::to_string(&exported).unwrap_or_default());
    }
}
