//! Where sessions stay: in the browser's local storage, one key each, in an record with revision and checksum.
//!
//! [`SessionStore`] knows the keys and records and works over any [`Storage`]; [`LocalStorage`] is the browser's,
//! [`MemoryStorage`] stands in where the browser allows none (and in tests), [`Journaled`] notes in a second home what is written.
//!
//! What must never happen: that something is written over what can't be read or was written by somebody else in the meantime; that
//! a session makes room for anything; that something is thrown away which can't be put back, but for what lay in the bin for
//! [`BIN_DAYS`] and for backups that newer ones take the place of.

mod backups;
mod bin;
mod journal;
mod keys;
mod local;
mod local_time;
mod memory;
mod packed;
mod quarantine;
mod quota;
mod session_store;
mod settings;
mod storage;
mod stored_record;
mod summary;

pub use backups::{Backup, Cause, RestoreError};
pub use bin::{BIN_DAYS, Binned};
pub use journal::{Journaled, Note};
pub use keys::PREFIX;
pub use local::LocalStorage;
pub use local_time::When;
pub use memory::MemoryStorage;
pub use quota::{CAPACITY, Use};
pub use session_store::{Entry, Listed, OpenError, SaveError, SessionStore, Slot, Stored};
use session_store::{opened, summarized};
pub use settings::Exported;
pub use storage::{Storage, StorageError};
pub use stored_record::{BadRecord, Header, Label, StoredRecord, seal};
pub use summary::Summary;
