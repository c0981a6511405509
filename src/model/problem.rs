//! What is wrong with a file, for the person who has to mend it.

use std::fmt;

/// One thing that is wrong in a file, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The place as a path into the JSON, e.g. `groups[0].practices[2].levels[1].description`; empty for the file as a whole.
    pub path: String,
    /// What is wrong there and what is expected instead, as a sentence without a final stop.
    pub what: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() { f.write_str(&self.what) } else { write!(f, "{}: {}", self.path, self.what) }
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
            _ if found.is_empty() => Err(Self::one("", "the file could not be read")),
            _ => Err(Self(found)),
        }
    }

    /// A single problem.
    #[must_use]
    pub fn one(path: &str, what: &str) -> Self {
        Self(vec![Problem { path: path.to_owned(), what: what.to_owned() }])
    }

    /// The problems, at least one.
    #[must_use]
    pub fn all(&self) -> &[Problem] {
        &self.0
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            problem.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}
