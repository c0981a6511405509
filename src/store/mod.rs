//! Where sessions stay: in the browser's local storage, one key each, in a record with revision and checksum.
//!
//! [`SessionStore`] knows the keys and records and works over any [`Storage`]; [`LocalStorage`] is the browser's,
//! [`MemoryStorage`] stands in where the browser allows none (and in tests), [`Journaled`] notes in a second home what is written.
//!
//! **The order.** Each slot has one order of revisions, and it never goes back. A write goes beyond every revision that the slot is
//! known to have had: the one that the writer read, those on the store, in the bin and among the backups, and a mark of the highest
//! that left all three for good. So a slot that was emptied does not begin anew, and no two states ever have the same revision:
//!
//! - *Tabs.* A save names the revision that it is based on. Where another one is there, both are brought together; where nothing is,
//!   as after a deletion, it is saved again, beyond what it was based on. A tab that slept can't take the place of what it never saw.
//! - *Bin and backups.* What is put back as the latest state keeps its revision, else it gets a new one: it is a later state.
//! - *Backups* are ordered by revision, for clocks jump. The next is made half an hour after the one with the highest.
//! - *Journal.* Of what it has and what is stored the higher revision counts; what lies in the bin in that revision or a later one was
//!   deleted.
//! - *Time* decides only what goes for good: from the bin by the rule in `bin_ages.rs`, from the backups not right after a jump of the clock.
//! - *Room* is made by the oldest backups, once it is known that it then suffices, and never by the last that is left of something.
//! - *Size.* What is larger than [`crate::exchange::LARGEST_STORED`] is not written; all that was ever written is read.
//!
//! - *Workspaces* are altered as they are at that moment, each name and each place of a session by itself (`workspaces.rs`).
//!
//! - *Models* that people loaded have one record each, never written over by what says something else (`own_models.rs`).
//!
//! What must never happen: that something is written over what can't be read or was written by somebody else in the meantime; that
//! a session makes room for anything; that something is thrown away which can't be put back, but for what lay in the bin for
//! [`BIN_DAYS`] and for backups that newer ones take the place of.

mod backups;
mod bin;
mod bin_ages;
mod compared_keys;
mod drafts;
mod journal;
mod keys;
#[cfg(feature = "ui")]
mod local;
mod local_time;
mod memory;
mod merge_into;
mod order;
mod own_models;
mod packed;
mod quarantine;
mod quota;
mod session_store;
mod settings;
mod snippets;
mod storage;
mod stored_record;
mod summary;
mod together;
mod workspaces;

pub use backups::{Backup, Cause, RestoreError};
pub use bin::{BIN_DAYS, Binned};
pub use compared_keys::ComparedKey;
pub use journal::{Journaled, Note};
pub use keys::PREFIX;
#[cfg(feature = "ui")]
pub use local::LocalStorage;
pub use local_time::When;
pub use memory::MemoryStorage;
pub use merge_into::{MergeIntoError, MergeOffer, MergedInto, UndoMerge};
pub use own_models::{KeepModelError, OwnModels};
pub use quota::{CAPACITY, Use};
pub use session_store::{Entry, Listed, OpenError, SaveError, SessionStore, Slot, Stored, check_size};
use session_store::{opened, summarized};
pub use settings::Exported;
pub use snippets::{KeptSnippet, MOST_SNIPPETS};
pub use storage::{Storage, StorageError};
pub use stored_record::{BadRecord, Header, Label, StoredRecord, seal};
pub use summary::Summary;
pub use together::{Both, Written, bring_together};
pub use workspaces::{Looked, Workspace, WorkspaceId};
