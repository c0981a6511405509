//! The models that people loaded into this browser, one record each. They belong to no session: what a file brought along stays with its
//! session.

use serde_json::json;

use super::keys::{self, OWN_MODELS};
use super::session_store::opened;
use super::{Label, SessionStore, StorageError, seal};
use crate::model::{Edition, Model, ModelId, OwnModel, read_own_model};
use crate::session::{Session, SystemField};

/// Why a model was not kept. What is there stays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeepModelError {
    /// One of the same id and edition is here and says something else: sessions that were answered by it would be about other questions.
    OtherContent,
    /// The storage is full or blocked.
    Storage(StorageError),
}

impl From<StorageError> for KeepModelError {
    fn from(error: StorageError) -> Self {
        Self::Storage(error)
    }
}

/// What is kept of models.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OwnModels {
    /// Those that can be used.
    pub models: Vec<OwnModel>,
    /// The names of those that can't be read: damaged, or of a newer Plumbline. They stay where they are.
    pub unreadable: Vec<String>,
}

impl SessionStore {
    /// The models that people loaded into this browser.
    ///
    /// # Errors
    /// When the storage can't be read.
    pub fn own_models(&self) -> Result<OwnModels, StorageError> {
        let mut kept = OwnModels::default();
        for (name, stored) in self.under(OWN_MODELS)? {
            match read(&stored) {
                Some(model) => kept.models.push(model),
                None => kept.unreadable.push(name),
            }
        }
        Ok(kept)
    }

    /// Keeps a model in this browser. One that is there already and says the same stays as it is.
    ///
    /// # Errors
    /// When one of that id and edition is there that says something else or can't be read, or when the storage fails.
    pub fn keep_model(&self, model: &OwnModel) -> Result<(), KeepModelError> {
        let key = keys::of_model(&model.model.id, &model.model.edition);
        if let Some(there) = self.0.get(&key)? {
            return if read(&there).as_ref() == Some(model) { Ok(()) } else { Err(KeepModelError::OtherContent) };
        }
        let summary = json!({ "name": model.model.title.get("") }).to_string();
        Ok(self.put(&key, &seal(1, &summary, &model.line()))?)
    }

    /// The systems whose assessments in this browser are answered by a model and do not bring it: without it, they can't be opened. Those in
    /// the bin count as well, since they may be put back.
    ///
    /// # Errors
    /// When the storage can't be read.
    pub fn who_needs(&self, model: &Model) -> Result<Vec<String>, StorageError> {
        let mut names = Vec::new();
        let mut look = |session: &Session| {
            if session.model.own.is_some() && session.model.is(model) && session.own_model.is_none() {
                names.push(session.system(SystemField::Name).trim().to_owned());
            }
        };
        for entry in self.list()? {
            let _ = entry.session.as_ref().map(&mut look);
        }
        for binned in self.bin()? {
            let _ = opened(self.raw_in_bin(&binned)?).map(|stored| look(&stored.session));
        }
        Ok(names)
    }

    /// What is stored of a model that can't be read, as it is.
    ///
    /// # Errors
    /// When the storage can't be read.
    pub fn raw_model(&self, name: &str) -> Result<Option<String>, StorageError> {
        self.0.get(&format!("{OWN_MODELS}{name}"))
    }

    /// Puts a model that can't be read aside, as it is, so that the same one can be loaded again.
    ///
    /// # Errors
    /// When the storage fails.
    pub fn put_model_aside(&self, name: &str) -> Result<(), StorageError> {
        self.put_in_quarantine(&format!("{OWN_MODELS}{name}"))
    }

    /// Takes a model out of this browser. Sessions that use it stay; what was there is given back, so that it can be put back.
    ///
    /// # Errors
    /// When the storage fails.
    pub fn drop_model(&self, id: &ModelId, edition: &Edition) -> Result<Option<OwnModel>, StorageError> {
        let key = keys::of_model(id, edition);
        let model = self.0.get(&key)?.and_then(|stored| read(&stored));
        self.0.remove(&key)?;
        Ok(model)
    }
}

fn read(stored: &str) -> Option<OwnModel> {
    let record = Label::read(stored).and_then(Label::open).ok()?;
    read_own_model(record.body.as_bytes()).ok()
}
