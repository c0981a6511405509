//! Pieces of advice that somebody who reviews many assessments uses again and again. They belong to whoever works in this browser, and are
//! part of no session: nothing of them is in a file until it is written into a finding.

use super::keys::SETTINGS;
use super::{SessionStore, StorageError};
use crate::session::FromFile;

/// The setting that has them.
const SNIPPETS: &str = "review-snippets";

/// Where a list goes that can't be read: what somebody kept is not written over.
const UNREADABLE: &str = "review-snippets.unreadable";

/// The most that are kept.
pub const MOST_SNIPPETS: usize = 200;

/// What became of a piece that was to be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeptSnippet {
    /// It is kept.
    Kept,
    /// There were no words.
    Blank,
    /// [`MOST_SNIPPETS`] are kept already: none has to go for it.
    TooMany,
}

impl SessionStore {
    /// The pieces that are kept in this browser, the latest first. None where they can't be read.
    #[must_use]
    pub fn snippets(&self) -> Vec<String> {
        self.setting(SNIPPETS).and_then(|kept| Vec::from_json(&kept)).unwrap_or_default()
    }

    /// Keeps a piece, or puts it first where it is kept already. Says what became of it.
    ///
    /// # Errors
    /// When the storage fails; then they are as before.
    pub fn keep_snippet(&self, text: &str) -> Result<KeptSnippet, StorageError> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(KeptSnippet::Blank);
        }
        self.put_unreadable_aside()?;
        let mut kept = self.snippets();
        kept.retain(|other| other != text);
        if kept.len() >= MOST_SNIPPETS {
            return Ok(KeptSnippet::TooMany);
        }
        kept.insert(0, text.to_owned());
        self.write_snippets(&kept).map(|()| KeptSnippet::Kept)
    }

    /// A list that this version can't read is moved to where nothing is written over it.
    fn put_unreadable_aside(&self) -> Result<(), StorageError> {
        match self.setting(SNIPPETS) {
            Some(kept) if Vec::<String>::from_json(&kept).is_none() => self.put(&format!("{SETTINGS}{UNREADABLE}"), &kept),
            _ => Ok(()),
        }
    }

    /// Keeps a piece no longer. Where it stood is given back, so that it can be put back there.
    ///
    /// # Errors
    /// When the storage fails; then they are as before.
    pub fn drop_snippet(&self, text: &str) -> Result<Option<usize>, StorageError> {
        let mut kept = self.snippets();
        let Some(place) = kept.iter().position(|other| other == text) else { return Ok(None) };
        kept.remove(place);
        self.write_snippets(&kept).map(|()| Some(place))
    }

    /// Puts a piece back where it stood before it was dropped.
    ///
    /// # Errors
    /// When the storage fails; then they are as before.
    pub fn put_snippet_back(&self, place: usize, text: &str) -> Result<(), StorageError> {
        let mut kept = self.snippets();
        if !kept.iter().any(|other| other == text) {
            kept.insert(place.min(kept.len()), text.to_owned());
        }
        self.write_snippets(&kept)
    }

    fn write_snippets(&self, kept: &[String]) -> Result<(), StorageError> {
        self.put(&format!("{SETTINGS}{SNIPPETS}"), &serde_json::to_string(kept).unwrap_or_default())
    }
}
