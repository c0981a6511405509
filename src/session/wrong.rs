//! What can be wrong in a place of a session file: as values, which the screen puts into words.

use super::Fault;
use crate::model::{BadId, Problems};

/// What is wrong in a place of a session file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// The session has no round.
    NoRound,
    /// The version is none from 1 to the newest.
    BadVersion {
        /// The newest version.
        newest: u64,
    },
    /// A member of that name is missing.
    Missing(String),
    /// A member that can't be there.
    Unknown(String),
    /// It is none of a few words.
    NotOneOf {
        /// What it is.
        found: String,
        /// What it could be.
        known: Vec<String>,
    },
    /// It is something else than what is expected, or out of its range.
    NotA(Expected),
    /// It is no id.
    BadId(BadId),
    /// The model that a session brings has problems of its own; their places are within it.
    Model(Problems),
    /// The model that a session brings is not the one that it is about.
    OtherModel,
    /// What only a session can have.
    Fault(Fault),
    /// What the reader of files says, in its own words: they are in English and meant for developers.
    Technical(String),
}

/// What is expected in a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A string.
    Text,
    /// A string or an object.
    TextOrObject,
    /// A whole number from 0 up.
    Number {
        /// The greatest that will do, if that is not just the greatest that can be counted.
        highest: Option<u8>,
    },
    /// True or false.
    TrueOrFalse,
    /// A list.
    List,
    /// An object.
    Object,
    /// A day, as `2026-11-23`.
    Day,
    /// A moment, as `2026-11-23T09:00:00Z`.
    Moment,
}
