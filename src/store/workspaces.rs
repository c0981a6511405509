//! Workspaces: named sets of sessions, as a consultant has one for each client.
//!
//! Each workspace has a key of its own, with its name, and each slot that is in one, with which one it is and what was last seen of its
//! session. So a session is in one workspace at the most, a tab that puts one session somewhere takes nothing back that another tab did,
//! and what is damaged is one name or one place. Both lie in records, as sessions do, and are read just before they are altered.
//!
//! What is in a workspace is what is on the store: a session that is deleted leaves it, and is back in it once it is put back.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::{Map, Value};

use super::keys::{self, SEATS, WORKSPACES};
use super::session_store::bad;
use super::stored_record::{seal, stated_revision};
use super::{Entry, Label, OpenError, SaveError, SessionStore, Slot, StorageError, Stored};
use crate::exchange::Look;
use crate::model::{new_id, order};
use crate::session::from_members;
use crate::session::{Authorship, Change, FromFile, IssuedReport, Misread, ReportCode, Session, Timestamp};

new_id!(
    /// A workspace.
    WorkspaceId
);

impl FromFile for WorkspaceId {
    fn from_file(value: Value) -> Result<Self, Misread> {
        Ok(Self::try_from(String::from_file(value)?)?)
    }
}

/// The version of what is stored of workspaces, and the newest that is understood.
const VERSION: u64 = 1;

/// A workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workspace {
    /// Which one.
    pub id: WorkspaceId,
    /// What it is called, or why that can't be said: what is in it is known all the same.
    pub name: Result<String, OpenError>,
    /// When it was deleted, if it was. Until it is put back nothing is in it.
    pub deleted: Option<Timestamp>,
}

/// When a session was last looked at in its workspace, and what it said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Looked {
    /// When.
    pub at: Timestamp,
    /// What it said.
    pub saw: Look,
}

from_members!(Looked { at, saw; .. });

impl Looked {
    /// A look at a session.
    #[must_use]
    pub fn now(session: &Session, at: Timestamp) -> Self {
        Self { at, saw: Look::at(session) }
    }
}

/// What is stored of a workspace.
#[derive(Clone, Debug, PartialEq, Serialize)]
struct Named {
    version: u64,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    deleted: Option<Timestamp>,
    #[serde(flatten)]
    unknown: Map<String, Value>,
}

from_members!(Named { version, name, deleted; unknown });

/// Where a session belongs, as it is stored.
#[derive(Clone, Debug, PartialEq, Serialize)]
struct Seat {
    version: u64,
    /// `None` once it was taken out of all.
    #[serde(skip_serializing_if = "Option::is_none")]
    workspace: Option<WorkspaceId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    looked: Option<Looked>,
    #[serde(flatten)]
    unknown: Map<String, Value>,
}

from_members!(Seat { version, workspace, looked; unknown });

/// What is in a record of workspaces; nothing where nothing is stored.
fn read<T: FromFile>(stored: Option<&str>) -> Result<Option<T>, OpenError> {
    let Some(stored) = stored else { return Ok(None) };
    let body = Label::read(stored).and_then(Label::open).map_err(bad)?.body;
    let value: Value = serde_json::from_slice(body.as_bytes()).map_err(|_| OpenError::Damaged)?;
    match value.get("version").and_then(Value::as_u64) {
        Some(1..=VERSION) => T::from_file(value).map(Some).map_err(|_| OpenError::Damaged),
        Some(_) => Err(OpenError::Newer),
        None => Err(OpenError::Damaged),
    }
}

fn of_workspace(id: &WorkspaceId) -> String {
    format!("{WORKSPACES}{id}")
}

impl SessionStore {
    /// All workspaces, those that were deleted among them, in the order of their ids. One that can't be read, or that is only named by
    /// what is in it, is there all the same.
    ///
    /// # Errors
    /// When the storage can't be read.
    pub fn workspaces(&self) -> Result<Vec<Workspace>, StorageError> {
        let named: Vec<(String, String)> = self.under(WORKSPACES)?;
        let mut all = BTreeMap::new();
        for (id, stored) in named {
            let Ok(id) = WorkspaceId::try_from(id) else { continue };
            let (name, deleted) = match read::<Named>(Some(&stored)) {
                Ok(Some(named)) => (Ok(named.name), named.deleted),
                Ok(None) => (Err(OpenError::Nothing), None),
                Err(why) => (Err(why), None),
            };
            all.insert(id.clone(), Workspace { id, name, deleted });
        }
        for id in self.all_seats()?.into_values() {
            let lost = || Workspace { id: id.clone(), name: Err(OpenError::Nothing), deleted: None };
            all.entry(id.clone()).or_insert_with(lost);
        }
        Ok(all.into_values().collect())
    }

    /// Makes a workspace, or gives one another name.
    ///
    /// # Errors
    /// When the storage is full or blocked, or what is there was written by a newer Plumbline. Then it is as it was.
    pub fn name_workspace(&self, id: &WorkspaceId, name: &str) -> Result<(), SaveError> {
        self.alter_workspace(id, |named| name.clone_into(&mut named.name))
    }

    /// Deletes a workspace. No session is deleted with it, and it can be put back.
    ///
    /// # Errors
    /// As [`SessionStore::name_workspace`].
    pub fn delete_workspace(&self, id: &WorkspaceId, now: Timestamp) -> Result<(), SaveError> {
        self.alter_workspace(id, |named| named.deleted = Some(now))
    }

    /// Puts back a workspace that was deleted, with what was in it and is nowhere else by now.
    ///
    /// # Errors
    /// As [`SessionStore::name_workspace`].
    pub fn put_back_workspace(&self, id: &WorkspaceId) -> Result<(), SaveError> {
        self.alter_workspace(id, |named| named.deleted = None)
    }

    /// In which workspace each session is that is on the store and in one.
    ///
    /// # Errors
    /// When the storage can't be read.
    pub fn seats(&self) -> Result<BTreeMap<Slot, WorkspaceId>, StorageError> {
        let keys = self.0.keys()?;
        let here: BTreeSet<Slot> = order::set(keys.iter().filter_map(|key| keys::slot_of(key)));
        let named = self.workspaces()?.into_iter();
        let deleted = order::set(named.filter(|it| it.deleted.is_some()).map(|it| it.id));
        let mut seats = self.all_seats()?;
        seats.retain(|slot, id| here.contains(slot) && !deleted.contains(id));
        Ok(seats)
    }

    /// The sessions of a workspace, the last changed first; those that can't be opened come at the end.
    ///
    /// # Errors
    /// When the storage can't be read.
    pub fn in_workspace(&self, id: &WorkspaceId) -> Result<Vec<Entry>, StorageError> {
        let here = self.seats()?.into_iter().filter(|(_, workspace)| workspace == id);
        let open = |slot: Slot| Entry { session: self.open(&slot).map(|stored| stored.session), slot };
        let mut entries: Vec<Entry> = here.map(|(slot, _)| open(slot)).collect();
        order::by_key(&mut entries, |entry| {
            let last_change = entry.session.as_ref().ok().map(Session::last_change);
            (std::cmp::Reverse(last_change), entry.slot.clone())
        });
        Ok(entries)
    }

    /// Puts a session into a workspace, and out of any other; with `None` only that. What was last seen of it goes along; where nothing
    /// was, it counts as looked at now, by `looked`.
    ///
    /// # Errors
    /// When the storage is full or blocked, or what is there was written by a newer Plumbline. Then it is where it was.
    pub fn seat(&self, slot: &Slot, workspace: Option<&WorkspaceId>, looked: impl FnOnce() -> Looked) -> Result<(), SaveError> {
        self.alter_seat(slot, |seat| {
            seat.workspace = workspace.cloned();
            seat.looked.get_or_insert_with(looked);
        })
    }

    /// When a session was last looked at in its workspace, and what it said then; nothing where that is not known.
    #[must_use]
    pub fn looked(&self, slot: &Slot) -> Option<Looked> {
        let stored = self.0.get(&keys::seat_of(slot)).ok()??;
        read::<Seat>(Some(&stored)).ok()??.looked
    }

    /// Takes down a look at a session.
    ///
    /// # Errors
    /// When the storage is full or blocked, or what is there was written by a newer Plumbline. Then the last look stands.
    pub fn set_looked(&self, slot: &Slot, looked: Looked) -> Result<(), SaveError> {
        self.alter_seat(slot, |seat| seat.looked = Some(looked))
    }

    /// Takes down in what is stored that a report with this code was given out.
    ///
    /// # Errors
    /// When it can't be opened, and as [`SessionStore::save`].
    pub fn issue_report(&self, slot: &Slot, code: ReportCode, authorship: &Authorship) -> Result<u64, SaveError> {
        let Stored { mut session, revision } = self.open(slot).map_err(|_| SaveError::Unreadable)?;
        session.apply(Change::Report(code, Some(IssuedReport::new(authorship.at))), authorship);
        self.save(slot, &session, revision)
    }

    /// Forgets where sessions that are gone for good belonged.
    pub(super) fn leave_seats<'a>(&self, slots: impl Iterator<Item = &'a Slot>) -> Result<(), StorageError> {
        slots.map(keys::seat_of).try_for_each(|key| self.0.remove(&key))
    }

    /// Where everything belongs that ever did, be it on the store or not.
    fn all_seats(&self) -> Result<BTreeMap<Slot, WorkspaceId>, StorageError> {
        let seats = self.under(SEATS)?.into_iter();
        let read = seats.filter_map(|(slot, stored)| {
            let seat = read::<Seat>(Some(&stored)).ok()??;
            Some((Slot::try_from(slot).ok()?, seat.workspace?))
        });
        Ok(order::map(read))
    }

    fn alter_workspace(&self, id: &WorkspaceId, alter: impl FnOnce(&mut Named)) -> Result<(), SaveError> {
        let new = || Named { version: VERSION, name: String::new(), deleted: None, unknown: Map::new() };
        self.alter_record(&of_workspace(id), new, alter)
    }

    fn alter_seat(&self, slot: &Slot, alter: impl FnOnce(&mut Seat)) -> Result<(), SaveError> {
        let new = || Seat { version: VERSION, workspace: None, looked: None, unknown: Map::new() };
        self.alter_record(&keys::seat_of(slot), new, alter)
    }

    /// Alters what is stored under a key, as it is at this moment, or what is new where nothing is. What is damaged is put in quarantine
    /// first; what was written by a newer Plumbline stays as it is.
    fn alter_record<T: FromFile + Serialize>(
        &self,
        key: &str,
        new: impl FnOnce() -> T,
        alter: impl FnOnce(&mut T),
    ) -> Result<(), SaveError> {
        let stored = self.0.get(key).map_err(SaveError::Storage)?;
        let revision = stored.as_deref().and_then(stated_revision).unwrap_or_default().saturating_add(1);
        let mut record = match read::<T>(stored.as_deref()) {
            Ok(record) => record.unwrap_or_else(new),
            Err(OpenError::Newer) => return Err(SaveError::Unreadable),
            Err(_) => {
                self.put_in_quarantine(key).map_err(SaveError::Storage)?;
                new()
            }
        };
        alter(&mut record);
        let body = serde_json::to_string(&record).map_err(|_| SaveError::Unreadable)?;
        self.put(key, &seal(revision, "{}", &body)).map_err(SaveError::Storage)
    }
}
