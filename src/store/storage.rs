//! What the store needs of a place that keeps strings.

use std::fmt;

/// Keeps strings under keys.
pub trait Storage {
    /// The string under a key.
    ///
    /// # Errors
    /// When the storage can't be read.
    fn get(&self, key: &str) -> Result<Option<String>, StorageError>;

    /// Puts a string under a key, in one step: afterwards the key has the new string or, after an error, the old one.
    ///
    /// # Errors
    /// When the storage is full or can't be written.
    fn set(&self, key: &str, value: &str) -> Result<(), StorageError>;

    /// Removes a key, if it is there.
    ///
    /// # Errors
    /// When the storage can't be written.
    fn remove(&self, key: &str) -> Result<(), StorageError>;

    /// All keys, in no particular order.
    ///
    /// # Errors
    /// When the storage can't be read.
    fn keys(&self) -> Result<Vec<String>, StorageError>;

    /// How much room a key and its string take up, in UTF-16 units, as browsers count it.
    ///
    /// # Errors
    /// When the storage can't be read.
    fn units(&self, key: &str) -> Result<usize, StorageError> {
        let value = self.get(key)?.unwrap_or_default();
        Ok(key.encode_utf16().count() + value.encode_utf16().count())
    }

    /// Whether what is stored outlives the page.
    fn is_lasting(&self) -> bool;
}

/// Why a storage did not do what it was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// No room is left.
    Full,
    /// The browser allows no storage here.
    Blocked,
}

impl fmt::Display for StorageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

impl std::error::Error for StorageError {}
