//! The words about what the browser's storage refuses, as a part of a sentence.

use crate::exchange::LARGEST_STORED;
use crate::store::StorageError;

/// Why the storage did not do what it was asked.
pub fn storage_error(error: StorageError) -> &'static str {
    match error {
        StorageError::Full => "the browser's storage is full",
        StorageError::Blocked => "the browser allows no storage here",
    }
}

/// Why something is not stored.
pub fn too_large(bytes: usize) -> String {
    let megabytes = |bytes: usize| format!("{}.{}", bytes / 1_000_000, bytes / 100_000 % 10);
    format!(
        "it is too large, {} MB, and one assessment can have at most {} MB",
        megabytes(bytes.next_multiple_of(100_000)),
        megabytes(LARGEST_STORED)
    )
}
