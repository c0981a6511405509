//! What those who were asked did not know: it may be any level, so it counts neither as assessed nor as level 0.

use super::{Basis, Current, Reading, Standing};
use crate::session::PartId;

impl Reading {
    /// Whether no statement says anything about the level: nobody was asked, or those who were do not know.
    #[must_use]
    pub const fn is_silent(self) -> bool {
        matches!(self, Self::Untouched | Self::NotKnown)
    }
}

impl Current {
    /// Whether somebody was asked and did not know, and nothing else is said: then it may be any level.
    #[must_use]
    pub const fn is_not_known(self) -> bool {
        matches!(self, Self::Known { basis: Basis::NotKnown, .. })
    }
}

impl Standing {
    /// Whether nothing is known because those who were asked did not know. Where parts are told apart, it is so once something is known
    /// of none of them.
    #[must_use]
    pub fn is_not_known(&self) -> bool {
        let is_silent =
            |(_, part): &(PartId, Current)| part.is_not_known() || matches!(part, Current::Unanswered | Current::NotApplicable);
        self.current.is_not_known() && self.parts.iter().all(is_silent)
    }
}
