//! A storage that lasts as long as the page.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::{Storage, StorageError};

/// Keeps strings in memory. Can be given a limit, so that a full storage can be tried out.
#[derive(Default)]
pub struct MemoryStorage {
    strings: RefCell<BTreeMap<String, String>>,
    limit: Option<usize>,
}

impl MemoryStorage {
    /// A storage that holds so many UTF-16 units, keys and values together, as browsers count it.
    #[must_use]
    pub fn with_limit(units: usize) -> Self {
        Self { strings: RefCell::default(), limit: Some(units) }
    }
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

impl Storage for MemoryStorage {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        Ok(self.strings.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        let mut strings = self.strings.borrow_mut();
        let others: usize = strings.iter().filter(|(k, _)| *k != key).map(|(k, v)| units(k) + units(v)).sum();
        if self.limit.is_some_and(|limit| others + units(key) + units(value) > limit) {
            return Err(StorageError::Full);
        }
        strings.insert(key.to_owned(), value.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.strings.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        Ok(self.strings.borrow().keys().cloned().collect())
    }

    fn is_lasting(&self) -> bool {
        false
    }
}
