//! Why a file is no session that could be opened, for the person who tried.

use std::fmt;

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
        what: String,
    },
    /// A session about a model that is not here.
    UnknownModel {
        /// The model's id.
        model: String,
        /// The models that are here.
        known: Vec<String>,
    },
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("The file is empty. Ask whoever sent it to export and send it again."),
            Self::TooLarge { bytes } => write!(
                f,
                "The file has {} MB; session files have at most {} MB. Look whether it is the right file.",
                bytes / 1_000_000,
                super::LARGEST / 1_000_000
            ),
            Self::NotText => f.write_str(
                "This is no Plumbline session but a picture, an archive or the like. Choose the .json file that was exported.",
            ),
            Self::NotJson { line, column } => write!(
                f,
                "This is no Plumbline session: line {line}, column {column} is not JSON. If the file was edited, undo that; else have it sent again."
            ),
            Self::Truncated { line } => {
                write!(f, "The file ends too early, in line {line}: a part of it got lost on the way. Have it sent again.")
            }
            Self::NotASession { found: Some(found) } => {
                write!(f, "This is no Plumbline session: the file says that it is “{}”.", shortened(found))
            }
            Self::NotASession { found: None } => {
                f.write_str("This is no Plumbline session: it is JSON, but was not exported by Plumbline.")
            }
            Self::Newer { version } => write!(
                f,
                "This file is newer (version {version}) than this Plumbline, which knows versions up to {}. Open it with an up-to-date Plumbline; the file is fine.",
                super::VERSION
            ),
            Self::Wrong { path, what } => {
                write!(f, "There is something wrong in the file at “{}”: {}.", shortened(path), shortened(what))
            }
            Self::UnknownModel { model, known } => write!(
                f,
                "The session is about the model “{}”, which this Plumbline does not have (it has: {}). Open it where it was made, or have that model added here.",
                shortened(model),
                known.join(", ")
            ),
        }
    }
}

/// A text from a file, short enough for a message.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 200;
    let mut short: String = text.chars().take(LONGEST).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

impl std::error::Error for ReadError {}
