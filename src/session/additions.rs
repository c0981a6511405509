//! What people add for their own system: indicators and minimums that no model or profile has.

use serde::Serialize;
use serde_json::{Map, Value};

use super::members::from_members;
use crate::model::{IndicatorKind, Level, PracticeId};

/// An indicator that people added for this very system. It counts like the others.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct OwnIndicator {
    /// For this practice.
    pub practice: PracticeId,
    /// At this level; at least 1.
    pub level: Level,
    /// Whether it says that something is done or that it was assured.
    pub kind: IndicatorKind,
    /// The statement.
    pub text: String,
    /// What would show it; may be empty.
    #[serde(default)]
    pub evidence: String,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

from_members!(OwnIndicator { practice, level, kind, text, evidence or empty; unknown });

/// What something outside demands of this system, beside what profiles say.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct OwnMinimum {
    /// The level demanded.
    pub level: Level,
    /// Who demands it, and where that is written.
    #[serde(default)]
    pub source: String,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

from_members!(OwnMinimum { level, source or empty; unknown });
