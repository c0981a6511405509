//! Where sessions stay: in the browser's local storage, one key each, in an envelope with revision and checksum.
//!
//! [`Shelf`] knows the keys and envelopes and works over any [`Storage`]; [`LocalStorage`] is the browser's,
//! [`MemoryStorage`] stands in where the browser allows none (and in tests), [`Journaled`] notes in a second home what is written.
//!
//! What must never happen: that something is written over what can't be read or was written by somebody else in the meantime; that
//! a session makes room for anything; that something is thrown away which can't be put back, but for what lay in the bin for
//! [`BIN_DAYS`] and for backups that newer ones take the place of.

mod aside;
mod backups;
mod bin;
mod drawer;
mod envelope;
mod journal;
mod keys;
#[cfg(feature = "ui")]
mod local;
mod memory;
mod packed;
mod room;
mod shelf;
mod storage;
mod summary;
mod when;

pub use backups::{Backup, Cause, RestoreError};
pub use bin::{BIN_DAYS, Binned};
pub use drawer::Exported;
pub use envelope::{BadEnvelope, Envelope, Header, Label, seal};
pub use journal::{Journaled, Note};
pub use keys::PREFIX;
#[cfg(feature = "ui")]
pub use local::LocalStorage;
pub use memory::MemoryStorage;
pub use room::{CAPACITY, Use};
pub use shelf::{Entry, Listed, OpenError, SaveError, Shelf, Slot, Stored};
use shelf::{opened, summarized};
pub use storage::{Storage, StorageError};
pub use summary::Summary;
pub use when::When;
