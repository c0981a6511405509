//! What was changed on both sides, and which side is kept.

use super::entry::Entry;
use std::cmp::Ordering;

/// Which side of a conflict counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// What this copy says.
    Mine,
    /// What their copy says.
    Theirs,
    /// Both, to talk about it: until then one of them stands, the same one in all copies.
    Both,
}

/// Something that was changed on both sides, without either knowing of the other.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// What this copy says.
    pub mine: Entry,
    /// What their copy says.
    pub theirs: Entry,
}

impl Conflict {
    /// The side that stands until somebody decides.
    #[must_use]
    pub fn stands(&self) -> Keep {
        if self.theirs.standing(&self.mine) == Ordering::Greater { Keep::Theirs } else { Keep::Mine }
    }

    /// The entry that a side says; of both, the one that stands.
    #[must_use]
    pub fn side(&self, keep: Keep) -> &Entry {
        match (keep, self.stands()) {
            (Keep::Mine, _) | (Keep::Both, Keep::Mine) => &self.mine,
            _ => &self.theirs,
        }
    }

    /// What to propose: what was changed rather than its deletion, else what this copy says.
    #[must_use]
    pub fn proposed(&self) -> Keep {
        if self.mine.value().is_none() && self.theirs.value().is_some() { Keep::Theirs } else { Keep::Mine }
    }
}
