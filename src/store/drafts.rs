//! What somebody typed that is no part of a session yet: a finding not added, a reply not sent. It is kept with each key, so that leaving the
//! page, a reload or a crash loses none of it, and goes with the session.

use std::collections::BTreeMap;

use super::keys::SETTINGS;
use super::{SessionStore, Slot, StorageError};
use crate::session::FromFile;

fn key(slot: &Slot) -> String {
    format!("{SETTINGS}drafts.{slot}")
}

impl SessionStore {
    /// What was typed in a field beside the session of a slot; empty where nothing was.
    #[must_use]
    pub fn draft(&self, slot: &Slot, field: &str) -> String {
        self.drafts(slot).remove(field).unwrap_or_default()
    }

    /// Keeps what stands in a field now. Nothing is kept of an empty one.
    ///
    /// # Errors
    /// When the storage fails; then what was kept before stays.
    pub fn keep_draft(&self, slot: &Slot, field: &str, text: &str) -> Result<(), StorageError> {
        let mut drafts = self.drafts(slot);
        let before = if text.is_empty() { drafts.remove(field) } else { drafts.insert(field.to_owned(), text.to_owned()) };
        match (drafts.is_empty(), before.unwrap_or_default() == text) {
            (_, true) => Ok(()),
            (true, false) => self.0.remove(&key(slot)),
            (false, false) => self.put(&key(slot), &serde_json::to_string(&drafts).unwrap_or_default()),
        }
    }

    /// Keeps nothing any more of what was typed beside a session that is gone.
    pub(super) fn drop_drafts(&self, slot: &Slot) -> Result<(), StorageError> {
        self.0.remove(&key(slot))
    }

    fn drafts(&self, slot: &Slot) -> BTreeMap<String, String> {
        self.0.get(&key(slot)).ok().flatten().and_then(|kept| BTreeMap::from_json(&kept)).unwrap_or_default()
    }
}
