//! Why a file is no session that could be opened: as values, which the screen puts into words.

use std::fmt;

use crate::session::{Misread, Wrong};

/// Why a file could not be opened. Whatever was there before stays as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ReadError {
    /// Nothing in it.
    Empty,
    /// Larger than [`super::LARGEST`].
    TooLarge {
        /// Its size.
        bytes: usize,
    },
    /// A picture, an archive or the like.
    NotText,
    /// Text, but not in UTF-8, and nothing says for certain which letters it has.
    OtherEncoding,
    /// Text, but no JSON.
    NotJson {
        /// Where it stops being JSON, from 1.
        line: usize,
        /// Where it stops being JSON, from 1.
        column: usize,
    },
    /// JSON that ends too early.
    Truncated {
        /// The last line.
        line: usize,
    },
    /// JSON, but no session.
    NotASession {
        /// What it says that it is.
        found: Option<String>,
    },
    /// A session of a version that came after this Plumbline.
    Newer {
        /// Its version.
        version: u64,
    },
    /// A session with something wrong in it.
    Wrong {
        /// Where, as a path into the JSON.
        path: String,
        /// What.
        what: Wrong,
    },
    /// A session that speaks of a level which its model does not have.
    OffScale {
        /// The list in the file, as `targets`.
        list: String,
        /// The id of what the entry is about.
        about: String,
        /// The level.
        level: u8,
        /// The highest level of the model.
        top: u8,
    },
    /// A session about a model that is not here.
    UnknownModel {
        /// The model's id.
        model: String,
        /// The models that are here.
        known: Vec<String>,
    },
}

impl ReadError {
    /// What the reader and writer of JSON says of a session that is written and read again.
    pub(super) fn technical(error: &serde_json::Error) -> Self {
        Self::Wrong { path: String::new(), what: Wrong::Technical(error.to_string()) }
    }
}

impl From<Misread> for ReadError {
    fn from(Misread { path, what }: Misread) -> Self {
        Self::Wrong { path, what }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

impl std::error::Error for ReadError {}
