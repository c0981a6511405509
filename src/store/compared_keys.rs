//! Keys that people compared on this device with whoever signs by them. A signature proves a key; whose it is, only people can tell.

use serde::Serialize;

use super::SessionStore;
use crate::session::{Date, FromFile, from_members};

/// That somebody compared a key, and with whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ComparedKey {
    /// Whose it is.
    pub name: String,
    /// On which day it was compared.
    pub on: Date,
}

from_members!(ComparedKey { name, on; .. });

impl SessionStore {
    /// With whom a key was compared on this device, by its fingerprint, if it was.
    #[must_use]
    pub fn compared_key(&self, fingerprint: &str) -> Option<ComparedKey> {
        ComparedKey::from_json(&self.setting(&setting(fingerprint))?)
    }

    /// Remembers that a key was compared; with nothing, that it was not.
    pub fn set_compared_key(&self, fingerprint: &str, compared: Option<&ComparedKey>) {
        let value = compared.map(|compared| serde_json::to_string(compared).unwrap_or_default()).unwrap_or_default();
        self.set_setting(&setting(fingerprint), &value);
    }
}

fn setting(fingerprint: &str) -> String {
    format!("compared-key.{}", fingerprint.replace(' ', "").to_lowercase())
}
