//! The keys of the storage: all begin alike, since other apps of the same origin use the same storage.

use super::Slot;
use crate::model::{Edition, ModelId};

/// What all keys of Plumbline begin with.
pub const PREFIX: &str = "plumbline.";

pub(super) const SESSIONS: &str = "plumbline.session.";
pub(super) const BIN: &str = "plumbline.bin.";
pub(super) const BACKUPS: &str = "plumbline.backup.";
pub(super) const ASIDE: &str = "plumbline.aside.";
pub(super) const PROFILES: &str = "plumbline.profile.";

/// Models that people loaded, each by its id and edition.
pub(super) const OWN_MODELS: &str = "plumbline.model.";

/// What workspaces are called. What is stored there has a version of its own.
pub(super) const WORKSPACES: &str = "plumbline.workspace.";

/// In which workspace a session is, by its slot.
pub(super) const SEATS: &str = "plumbline.in-workspace.";

pub(super) const SETTINGS: &str = "plumbline.setting.";

/// The highest revision of all that left the storage for good, whatever slot it was in.
pub(super) const HIGHEST: &str = "plumbline.setting.highest-revision";

/// How long what is in the bin has lain there, as far as that can be known.
pub(super) const BIN_AGES: &str = "plumbline.setting.deleted-ages";

/// What takes up room for a moment, to find out whether there is as much. Never noted, and nothing if it is left over.
pub(super) const PROBE: &str = "plumbline.probe";

/// The key of a session.
pub(super) fn of_session(slot: &Slot) -> String {
    format!("{SESSIONS}{slot}")
}

/// The key of a model. No id has the sign between the two.
pub(super) fn of_model(id: &ModelId, edition: &Edition) -> String {
    format!("{OWN_MODELS}{id}@{edition}")
}

/// The key of where a session belongs.
pub(super) fn seat_of(slot: &Slot) -> String {
    format!("{SEATS}{slot}")
}

/// Whether a key is one of workspaces.
pub(super) fn is_of_workspaces(key: &str) -> bool {
    key.starts_with(WORKSPACES) || key.starts_with(SEATS)
}

/// The slot that a key belongs to, if it is one of a session.
pub(super) fn slot_of(key: &str) -> Option<Slot> {
    Slot::try_from(key.strip_prefix(SESSIONS)?).ok()
}
