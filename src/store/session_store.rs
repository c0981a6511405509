//! The store of sessions: what is there, opening, saving.

use std::rc::Rc;

use super::keys::{self, PREFIX};
use super::order::Looked;
use super::stored_record::{seal, stated_length};
use super::{BadRecord, Label, Storage, StorageError, Summary};
use crate::exchange::{LARGEST_STORED, ReadError, read_kept_session, write_session_compact};
use crate::model::{new_id, order};
use crate::session::{FromFile, Session, SessionId};

new_id!(
    /// A place on the store. Two copies of the same session have two slots.
    Slot
);

/// A session as it was stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Stored {
    /// The session.
    pub session: Session,
    /// The revision it was read at or written as.
    pub revision: u64,
}

/// What is in a slot.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The slot.
    pub slot: Slot,
    /// The session in it, or why it could not be opened.
    pub session: Result<Session, OpenError>,
}

/// What is in a slot, in short.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// The slot.
    pub slot: Slot,
    /// The session in it in short, or why it could not be read.
    pub summary: Result<Summary, OpenError>,
}

/// Why a slot could not be opened. What is stored in it stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// Nothing is there.
    Nothing,
    /// It was written by a newer Plumbline.
    Newer,
    /// It is not what was once written.
    Damaged,
    /// It is whole, but no session that this Plumbline reads.
    Unreadable(ReadError),
    /// The storage failed.
    Storage(StorageError),
}

/// Why a session was not saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveError {
    /// Somebody else, as another tab, wrote in the meantime. Nothing was overwritten.
    Conflict,
    /// The storage failed.
    Storage(StorageError),
    /// What is stored can't be read and is not overwritten.
    Unreadable,
    /// It has so many bytes, more than [`LARGEST_STORED`]. What was stored before stays.
    TooLarge {
        /// How many.
        bytes: usize,
    },
}

/// The store of sessions.
#[derive(Clone)]
pub struct SessionStore(pub(super) Rc<dyn Storage>, pub(super) Rc<Looked>);

/// The session in what is stored.
pub(super) fn opened(stored: Option<String>) -> Result<Stored, OpenError> {
    let stored = stored.ok_or(OpenError::Nothing)?;
    let stored_record = Label::read(&stored).and_then(Label::open).map_err(bad)?;
    let session = read_kept_session(stored_record.body.as_bytes()).map_err(|error| match error {
        ReadError::Newer { .. } => OpenError::Newer,
        other => OpenError::Unreadable(other),
    })?;
    Ok(Stored { session, revision: stored_record.revision })
}

/// What is stored, in short. Only where it does not say so itself, it is opened.
pub(super) fn summarized(stored: Option<String>) -> Result<Summary, OpenError> {
    let stored = stored.ok_or(OpenError::Nothing)?;
    match Label::read(&stored).map_err(bad)?.summary.and_then(Summary::from_json) {
        Some(summary) => Ok(summary),
        None => opened(Some(stored)).map(|stored| Summary::of(&stored.session)),
    }
}

/// A session as it is stored, if it is not too large for that.
///
/// # Errors
/// When it is too large.
pub fn check_size(session: &Session) -> Result<String, SaveError> {
    let body = write_session_compact(session).map_err(|_| SaveError::Unreadable)?;
    if body.len() > LARGEST_STORED { Err(SaveError::TooLarge { bytes: body.len() }) } else { Ok(body) }
}

pub(super) fn bad(stored_record: BadRecord) -> OpenError {
    match stored_record {
        BadRecord::Newer => OpenError::Newer,
        BadRecord::Damaged => OpenError::Damaged,
    }
}

impl SessionStore {
    /// The store in a storage.
    #[must_use]
    pub fn new(storage: Rc<dyn Storage>) -> Self {
        Self(storage, Rc::default())
    }

    /// Whether what is put here outlives the page.
    #[must_use]
    pub fn is_lasting(&self) -> bool {
        self.0.is_lasting()
    }

    /// The slot that a storage key belongs to, if it is one of a session.
    #[must_use]
    pub fn slot_of_key(key: &str) -> Option<Slot> {
        keys::slot_of(key)
    }

    /// Whether a storage key is one of Plumbline's.
    #[must_use]
    pub fn is_own_key(key: &str) -> bool {
        key.starts_with(PREFIX)
    }

    fn slots(&self) -> Result<Vec<Slot>, StorageError> {
        Ok(self.0.keys()?.iter().filter_map(|key| keys::slot_of(key)).collect())
    }

    /// Whether no session is on the store, as far as it can be read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.keys().is_ok_and(|keys| !keys.iter().any(|key| Self::slot_of_key(key).is_some()))
    }

    /// Everything on the store, the last changed first; what can't be opened comes at the end.
    ///
    /// # Errors
    /// When the storage can't be read.
    pub fn list(&self) -> Result<Vec<Entry>, StorageError> {
        let open = |slot: Slot| Entry { session: self.open(&slot).map(|stored| stored.session), slot };
        let mut entries: Vec<Entry> = self.slots()?.into_iter().map(open).collect();
        order::by_key(&mut entries, |entry| {
            let last_change = entry.session.as_ref().ok().map(Session::last_change);
            (std::cmp::Reverse(last_change), entry.slot.clone())
        });
        Ok(entries)
    }

    /// Everything on the store in short, in the same order. No session is opened for that, however many there are; what is damaged
    /// shows all the same.
    ///
    /// # Errors
    /// When the storage can't be read.
    pub fn summaries(&self) -> Result<Vec<Listed>, StorageError> {
        let look = |slot: Slot| {
            let summary = self.summary(&slot);
            Listed { slot, summary }
        };
        let mut listed: Vec<Listed> = self.slots()?.into_iter().map(look).collect();
        order::by_key(&mut listed, |listed| {
            let changed = listed.summary.as_ref().ok().map(|summary| summary.changed);
            (std::cmp::Reverse(changed), listed.slot.clone())
        });
        Ok(listed)
    }

    /// The copies of a session that are on the store, the last changed first. No other session is opened for that: each record says
    /// which one is in it.
    ///
    /// # Errors
    /// When the storage can't be read.
    pub fn copies_of(&self, id: &SessionId) -> Result<Vec<(Slot, Session)>, StorageError> {
        let listed = self.summaries()?.into_iter();
        let copies = listed.filter(|listed| listed.summary.as_ref().is_ok_and(|summary| summary.id == *id));
        Ok(copies.filter_map(|Listed { slot, .. }| self.open(&slot).ok().map(|stored| (slot, stored.session))).collect())
    }

    /// What is in a slot, in short.
    ///
    /// # Errors
    /// When nothing is there or it can't be read.
    pub fn summary(&self, slot: &Slot) -> Result<Summary, OpenError> {
        summarized(self.raw(slot).map_err(OpenError::Storage)?)
    }

    /// Opens a slot.
    ///
    /// # Errors
    /// When nothing is there or it can't be read.
    pub fn open(&self, slot: &Slot) -> Result<Stored, OpenError> {
        opened(self.raw(slot).map_err(OpenError::Storage)?)
    }

    /// How many bytes the session in a slot has, as far as its record says so.
    #[must_use]
    pub fn size(&self, slot: &Slot) -> Option<usize> {
        stated_length(&self.raw(slot).ok()??)
    }

    /// The revision of what is in a slot, as far as its record says so. Nothing is opened for that.
    #[must_use]
    pub fn revision(&self, slot: &Slot) -> Option<u64> {
        Label::read(&self.raw(slot).ok()??).ok().map(|label| label.revision)
    }

    /// What is stored in a slot, as it is.
    ///
    /// # Errors
    /// When the storage can't be read.
    pub fn raw(&self, slot: &Slot) -> Result<Option<String>, StorageError> {
        self.0.get(&keys::of_session(slot))
    }

    /// Saves a session that was read at `revision` (0 when it is new), and says its new revision. Where what was read was damaged
    /// since, that is put in quarantine first.
    ///
    /// # Errors
    /// When somebody else wrote in the meantime, when it is too large, when the storage is full or blocked, or when what is there
    /// can't be read.
    pub fn save(&self, slot: &Slot, session: &Session, revision: u64) -> Result<u64, SaveError> {
        let stored = self.raw(slot).map_err(SaveError::Storage)?;
        let is_damaged = match stored.as_deref().map(Label::read) {
            None if revision == 0 => false,
            Some(Ok(there)) if there.revision == revision => false,
            None | Some(Ok(_)) => return Err(SaveError::Conflict),
            Some(Err(BadRecord::Damaged)) if revision > 0 => true,
            Some(Err(_)) => return Err(SaveError::Unreadable),
        };
        self.write(slot, session, revision, is_damaged)
    }

    /// Saves a session again that was read at `revision` where nothing is any more, as when another tab deleted it.
    ///
    /// # Errors
    /// When something is there after all, and as [`SessionStore::save`].
    pub fn save_again(&self, slot: &Slot, session: &Session, revision: u64) -> Result<u64, SaveError> {
        match self.raw(slot).map_err(SaveError::Storage)? {
            None => self.write(slot, session, revision, false),
            Some(_) => Err(SaveError::Conflict),
        }
    }

    /// Writes a session under a revision beyond all that the slot ever had. What can't be read again is not written.
    fn write(&self, slot: &Slot, session: &Session, revision: u64, is_damaged: bool) -> Result<u64, SaveError> {
        let body = check_size(session)?;
        let key = keys::of_session(slot);
        let next = self.next_revision(slot, revision).map_err(SaveError::Storage)?;
        if is_damaged {
            self.put_in_quarantine(&key).map_err(SaveError::Storage)?;
        }
        self.put(&key, &seal(next, &Summary::of(session).line(), &body)).map_err(SaveError::Storage)?;
        self.wrote(slot, next);
        Ok(next)
    }
}
