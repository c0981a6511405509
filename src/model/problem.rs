//! What is wrong with a file, for the person who has to mend it: as values, which the screen puts into words.

use std::fmt;

use super::ProblemKind;

/// One thing that is wrong in a file, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The place as a path into the JSON, e.g. `groups[0].practices[2].levels[1].description`; empty for the file as a whole.
    pub path: String,
    /// What is wrong there.
    pub kind: ProblemKind,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {:?}", self.path, self.kind)
    }
}

/// All problems of one file, in the order of the file; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// `value` when nothing was wrong, else what was.
    pub(super) fn or<T>(found: Vec<Problem>, value: Option<T>) -> Result<T, Self> {
        match value {
            Some(value) if found.is_empty() => Ok(value),
            _ if found.is_empty() => Err(Self::of_file(ProblemKind::Unreadable)),
            _ => Err(Self(found)),
        }
    }

    /// A single problem of the file as a whole.
    pub(super) fn of_file(kind: ProblemKind) -> Self {
        Self(vec![Problem { path: String::new(), kind }])
    }

    /// A single problem in a place.
    pub(super) fn of(problem: Problem) -> Self {
        Self(vec![problem])
    }

    /// The problems, at least one.
    #[must_use]
    pub fn all(&self) -> &[Problem] {
        &self.0
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|problem| writeln!(f, "{problem}"))
    }
}

impl std::error::Error for Problems {}
