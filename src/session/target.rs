//! Targets: how much is enough.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Date, PersonId};
use crate::model::{GroupId, Level, ProfileId, Scope};

/// How much of a practice is enough for this system, and why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Target {
    /// The level.
    pub level: Level,
    /// How specific it needs to be.
    pub scope: Scope,
    /// Why this much; empty while nobody gave a reason of their own.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// Where the target comes from.
    pub origin: Origin,
    /// Who decided it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<PersonId>,
    /// When it should be looked at again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_on: Option<Date>,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

/// Where a target comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Set for this very practice.
    Practice,
    /// Set for a domain or sub-domain and passed down.
    Group(GroupId),
    /// Proposed by a profile and not yet confirmed or changed by anybody.
    Profile(ProfileId),
}

impl Target {
    /// A target without reason, decider or date.
    #[must_use]
    pub fn new(level: Level, scope: Scope, origin: Origin) -> Self {
        Self { level, scope, reason: String::new(), origin, decided_by: None, review_on: None, unknown: Map::new() }
    }
}
