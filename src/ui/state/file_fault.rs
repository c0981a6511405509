//! Why a file of a model, profile or what belongs to them can't be used.

use crate::model::{ProblemAt, Problems};
use crate::store::StorageError;

/// Why a file can't be used.
#[derive(Clone, Debug, PartialEq)]
pub enum FileFault {
    /// The host did not answer.
    NoAnswer,
    /// The host answered that it does not have the file, or the like.
    Status(u16),
    /// The browser could not read it.
    CantRead,
    /// It has so many bytes, more than [`crate::exchange::LARGEST`]: the page would stand still.
    TooLarge(usize),
    /// It is no text.
    NotText,
    /// It is text, but nothing says for certain which letters it has.
    OtherEncoding,
    /// There is no model to check it against.
    NoModel,
    /// A profile of that id is hosted beside the app.
    Hosted(String),
    /// A model of that id comes with the app.
    ShippedModel(String),
    /// A model of that title, id and edition is here, and says something else.
    OtherContent {
        /// Its title.
        title: String,
        /// Its edition.
        edition: String,
    },
    /// What is wrong in a model, each with its line.
    Model(Vec<ProblemAt>),
    /// It could not be kept.
    Storage(StorageError),
    /// What is wrong in it.
    Problems(Problems),
}

impl From<Problems> for FileFault {
    fn from(problems: Problems) -> Self {
        Self::Problems(problems)
    }
}
