//! Answers. *Unanswered* is no answer at all and has no value here.

use serde::{Deserialize, Serialize};

use crate::model::Level;

/// An answer to an indicator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// The statement holds.
    Met,
    /// It holds in part; does not reach the level, but shows as a near miss.
    Partly,
    /// It does not hold.
    NotMet,
    /// It makes no sense for this system.
    NotApplicable {
        /// Why not. Counts as unanswered until there is one.
        #[serde(default)]
        reason: String,
    },
}

/// An answer of the quick pass: which of a practice's descriptions fits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuickAnswer {
    /// The description of this level fits.
    Level(Level),
    /// The practice makes no sense for this system.
    NotApplicable {
        /// Why not. Counts as unanswered until there is one.
        #[serde(default)]
        reason: String,
    },
}
