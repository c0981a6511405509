//! A storage that lasts as long as the page.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use super::{Storage, StorageError};

/// Keeps strings in memory. Can be given a limit, so that a full storage can be tried out.
#[derive(Default)]
pub struct MemoryStorage {
    strings: RefCell<BTreeMap<String, String>>,
    limit: Option<usize>,
    used: Cell<usize>,
}

impl MemoryStorage {
    /// A storage that holds so many UTF-16 units, keys and values together, as browsers count it.
    #[must_use]
    pub fn with_limit(units: usize) -> Self {
        Self { limit: Some(units), ..Self::default() }
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
        let before = strings.get(key).map_or(0, |value| units(key) + units(value));
        let used = self.used.get() - before + units(key) + units(value);
        if self.limit.is_some_and(|limit| used > limit) {
            return Err(StorageError::Full);
        }
        self.used.set(used);
        strings.insert(key.to_owned(), value.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        if let Some(value) = self.strings.borrow_mut().remove(key) {
            self.used.set(self.used.get() - units(key) - units(&value));
        }
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        Ok(self.strings.borrow().keys().cloned().collect())
    }

    fn is_lasting(&self) -> bool {
        false
    }
}
