//! Answers. *Unanswered* is no answer at all and has no value here.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::model::Level;

/// An answer to an indicator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// The statement holds.
    Met,
    /// It holds in part; does not reach the level, but shows as a near miss.
    Partly,
    /// It does not hold.
    NotMet,
    /// It makes no sense for this system.
    NotApplicable(NotApplicable),
    /// It does not hold, but something else does its job: counts as met and stays visible.
    Compensated(Compensated),
}

/// That something else does the job of what an indicator asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Compensated {
    /// What does its job, and why that is as good. Counts as unanswered until there is a reason.
    #[serde(default)]
    pub reason: String,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

impl Compensated {
    /// Compensated, for a reason that may still be empty.
    #[must_use]
    pub fn because(reason: impl Into<String>) -> Self {
        Self { reason: reason.into(), unknown: Map::new() }
    }

    /// Whether there is a reason, so that it counts.
    #[must_use]
    pub fn has_reason(&self) -> bool {
        !self.reason.trim().is_empty()
    }
}

/// An answer of the quick pass: which of a practice's descriptions fits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum QuickAnswer {
    /// The description of this level fits.
    Level(Level),
    /// The practice makes no sense for this system.
    NotApplicable(NotApplicable),
    /// Whoever was asked does not know. That is said, other than no answer; what it says about the level is nothing.
    DontKnow,
}

/// That something makes no sense for this system.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct NotApplicable {
    /// Why not. Counts as unanswered until there is one.
    #[serde(default)]
    pub reason: String,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

impl NotApplicable {
    /// Not applicable, for a reason that may still be empty.
    #[must_use]
    pub fn because(reason: impl Into<String>) -> Self {
        Self { reason: reason.into(), unknown: Map::new() }
    }

    /// Whether there is a reason, so that it counts.
    #[must_use]
    pub fn has_reason(&self) -> bool {
        !self.reason.trim().is_empty()
    }
}
