//! What can be wrong in a place of a session file. Most of it serde finds, which says it in English sentences: here they are taken
//! apart again, so that the screen can say it in its own words. A sentence that is not known is kept as it came.

use crate::model::BadId;
use crate::session::Fault;

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
    /// A member of that name is there twice.
    Twice(String),
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

/// The members that are days.
const DAYS: [&str; 4] = ["dated", "valid_until", "decided_on", "review_on"];

/// The members that are moments.
const MOMENTS: [&str; 3] = ["at", "created", "made"];

impl Wrong {
    /// What serde's sentence about a place says.
    pub(super) fn of(path: &str, says: &str) -> Self {
        let quoted = || between(says).next().unwrap_or_default().to_owned();
        if says.starts_with("missing field `") {
            Self::Missing(quoted())
        } else if says.starts_with("duplicate field `") {
            Self::Twice(quoted())
        } else if says.starts_with("unknown field `") {
            Self::Unknown(quoted())
        } else if says.starts_with("unknown variant `") {
            Self::not_one_of(says)
        } else if let Some(bad) = BadId::from_text(says) {
            Self::BadId(bad)
        } else if let Some(fault) = Fault::from_text(says) {
            Self::Fault(fault)
        } else {
            Self::expected(path, says).map_or_else(|| Self::Technical(says.to_owned()), Self::NotA)
        }
    }

    /// Of `unknown variant `a`, expected `b` or `c``: what was found may have any signs in it, what was expected has none.
    fn not_one_of(says: &str) -> Self {
        let (found, known) = says.rsplit_once("`, expected ").unwrap_or((says, ""));
        let found = found.split_once('`').map_or(found, |(_, found)| found);
        Self::NotOneOf { found: found.to_owned(), known: between(known).map(str::to_owned).collect() }
    }

    fn expected(path: &str, says: &str) -> Option<Expected> {
        // Whatever is said about a date: the sentences are another library's, and long.
        let member = path.rsplit('.').next().unwrap_or_default();
        if DAYS.contains(&member) || (path.starts_with("confirmed[") && member == "value") {
            return Some(Expected::Day);
        }
        if MOMENTS.contains(&member) {
            return Some(Expected::Moment);
        }
        if !["invalid type: ", "invalid value: ", "invalid length "].iter().any(|start| says.starts_with(start)) {
            return None;
        }
        let (_, expected) = says.rsplit_once(", expected ")?;
        match expected {
            "a string" => Some(Expected::Text),
            "string or map" => Some(Expected::TextOrObject),
            "u8" => Some(Expected::Number { highest: Some(u8::MAX) }),
            "u64" | "usize" => Some(Expected::Number { highest: None }),
            "a boolean" => Some(Expected::TrueOrFalse),
            "a sequence" => Some(Expected::List),
            "a map" => Some(Expected::Object),
            _ if expected.starts_with("struct ") => Some(Expected::Object),
            _ => None,
        }
    }
}

/// What stands between each two of the signs that serde puts around names.
fn between(says: &str) -> impl Iterator<Item = &str> {
    says.split('`').skip(1).step_by(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sentences_of_serde_are_told_apart() {
        let name = || "stamp".to_owned();
        for (says, expected) in [
            ("missing field `stamp`", Wrong::Missing(name())),
            ("duplicate field `stamp`", Wrong::Twice(name())),
            ("unknown field `stamp`, expected one of `practice`, `person`", Wrong::Unknown(name())),
            ("invalid type: string \"a, expected u8\", expected a map", Wrong::NotA(Expected::Object)),
            ("invalid value: integer `-1`, expected u64", Wrong::NotA(Expected::Number { highest: None })),
            ("recursion limit exceeded", Wrong::Technical("recursion limit exceeded".to_owned())),
        ] {
            assert_eq!(Wrong::of("targets[0]", says), expected);
        }
        for (found, known) in [("a`, expected `b`", vec!["c", "d"]), ("galaxy", vec!["general"])] {
            let all = known.iter().map(|it| format!("`{it}`")).collect::<Vec<_>>().join(" or ");
            let known = known.into_iter().map(str::to_owned).collect();
            assert_eq!(
                Wrong::of("x", &format!("unknown variant `{found}`, expected {all}")),
                Wrong::NotOneOf { found: found.to_owned(), known }
            );
        }
    }
}
