//! Where sessions stay: in the browser's local storage, one key each, in an envelope with revision and checksum.
//!
//! [`Shelf`] knows the keys and envelopes and works over any [`Storage`]; [`LocalStorage`] is the browser's,
//! [`MemoryStorage`] stands in where the browser allows none (and in tests).

mod envelope;
mod local;
mod memory;
mod shelf;
mod storage;

pub use envelope::{BadEnvelope, Envelope};
pub use local::LocalStorage;
pub use memory::MemoryStorage;
pub use shelf::{Entry, OpenError, SaveError, Shelf, Slot, Stored};
pub use storage::{Storage, StorageError};
