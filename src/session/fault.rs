//! What can be wrong with what a session says, beyond its form. The screen puts the kinds into words.

use std::fmt;

/// What is wrong with a record or value of a session. A record is named by the ids of what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Two records are about the same thing.
    Twice(String),
    /// Two records with the same stamp are about the same thing.
    SameStamp(String),
    /// The record has to name a round.
    NoRound(String),
    /// The record belongs to a round or part, which what it is about can't.
    Placed(String),
    /// The text is no stamp.
    BadStamp,
    /// The stamp counts more changes than anybody makes.
    BeyondReason(String),
    /// Only `true` can be said; anything else is said by withdrawing it.
    OnlyTrue,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

impl std::error::Error for Fault {}
