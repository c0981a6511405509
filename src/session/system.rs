//! The system, its parts, the people, the profiles and the rounds of a session.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::model::Edition;

/// What is said about the system as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SystemField {
    /// Its name.
    Name,
    /// What belongs to it.
    Includes,
    /// What does not belong to it.
    Excludes,
    /// Since when it is as it is: a date, as 2026-11-23.
    InUseSince,
}

/// A person who takes part.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Person {
    /// Their name.
    pub name: String,
    /// Their role.
    pub role: Role,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

/// What a person decides or knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Decides what is at stake and how much is enough.
    BusinessOwner,
    /// Knows what is in place.
    TechnologyOwner,
    /// Looks at it from outside: assessor or consultant.
    Consultant,
}

impl Role {
    /// All roles.
    pub const ALL: [Self; 3] = [Self::BusinessOwner, Self::TechnologyOwner, Self::Consultant];
}

/// A named part of the system that is assessed on its own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Part {
    /// Its name, e.g. device, edge, cloud, end to end.
    pub name: String,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

/// That a profile is laid over the model.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct ProfileUse {
    /// The profile's edition when it was chosen.
    pub edition: Edition,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

/// One assessment of the system.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Round {
    /// Its name, e.g. “Autumn 2026”; may be empty.
    pub name: String,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}
