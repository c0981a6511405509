//! The words about what the browser's storage refuses, as a part of a sentence.

use crate::store::StorageError;

/// Why the storage did not do what it was asked.
pub fn storage_error(error: StorageError) -> &'static str {
    match error {
        StorageError::Full => "the browser's storage is full",
        StorageError::Blocked => "the browser allows no storage here",
    }
}
