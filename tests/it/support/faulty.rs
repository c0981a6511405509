//! A storage in which something goes wrong, as it does in browsers.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use plumbline::store::{MemoryStorage, Storage, StorageError};

/// After how many reads somebody else does what.
type Meddler = (usize, Box<dyn Fn(&MemoryStorage)>);

/// A storage that does what it should until told otherwise.
#[derive(Default)]
pub struct Faulty {
    strings: MemoryStorage,
    /// How many more writes succeed; `None` for all.
    writes: Cell<Option<usize>>,
    /// What the writes after that fail with.
    failure: Cell<Option<StorageError>>,
    /// Whether reading fails.
    unreadable: Cell<bool>,
    /// How many writes there were, failed or not.
    written: Cell<usize>,
    meddler: RefCell<Option<Meddler>>,
}

impl Faulty {
    /// A storage with a limit, in UTF-16 units.
    pub fn with_limit(units: usize) -> Rc<Self> {
        Rc::new(Self { strings: MemoryStorage::with_limit(units), ..Self::default() })
    }

    /// From now on only so many writes succeed; then they fail.
    pub fn fail_after(&self, writes: usize, failure: StorageError) {
        self.writes.set(Some(writes));
        self.failure.set(Some(failure));
    }

    /// All is well again.
    pub fn recover(&self) {
        self.writes.set(None);
        self.failure.set(None);
        self.unreadable.set(false);
    }

    /// From now on nothing can be read.
    pub fn close_eyes(&self) {
        self.unreadable.set(true);
    }

    /// How many writes there were, failed or not.
    pub fn written(&self) -> usize {
        self.written.get()
    }

    /// Somebody else, as another tab, does something after the next so many reads.
    pub fn meddle_after(&self, reads: usize, meddle: impl Fn(&MemoryStorage) + 'static) {
        *self.meddler.borrow_mut() = Some((reads, Box::new(meddle)));
    }

    /// Everything in it.
    pub fn all(&self) -> Vec<(String, String)> {
        let keys = self.strings.keys().unwrap_or_default().into_iter();
        keys.filter_map(|key| Some((key.clone(), self.strings.get(&key).ok()??))).collect()
    }

    fn may_write(&self) -> Result<(), StorageError> {
        self.written.set(self.written.get() + 1);
        match self.writes.get() {
            None => Ok(()),
            Some(0) => Err(self.failure.get().unwrap_or(StorageError::Blocked)),
            Some(left) => {
                self.writes.set(Some(left - 1));
                Ok(())
            }
        }
    }

    fn may_read(&self) -> Result<(), StorageError> {
        let due = match self.meddler.borrow_mut().as_mut() {
            Some((0, _)) => true,
            Some((left, _)) => {
                *left -= 1;
                false
            }
            None => false,
        };
        if due && let Some((_, meddle)) = self.meddler.take() {
            meddle(&self.strings);
        }
        if self.unreadable.get() { Err(StorageError::Blocked) } else { Ok(()) }
    }
}

impl Storage for Faulty {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        // What is read now may be something else a moment later.
        let found = self.strings.get(key);
        self.may_read()?;
        found
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        self.may_write()?;
        self.strings.set(key, value)
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.may_write()?;
        self.strings.remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        self.may_read()?;
        self.strings.keys()
    }

    fn is_lasting(&self) -> bool {
        true
    }
}
