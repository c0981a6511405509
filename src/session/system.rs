//! The system, its parts, the people, the profiles and the rounds of a session.

use serde::Serialize;
use serde_json::{Map, Value};

use super::members::{from_members, from_words};
use super::{Fact, PartId, RoundId, Session};
use crate::model::{Context, Edition, ProfileId, SystemRole, Technology};

/// What is said about the system as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
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

impl SystemField {
    /// Its name in files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Includes => "includes",
            Self::Excludes => "excludes",
            Self::InUseSince => "in_use_since",
        }
    }
}

from_words! {
    SystemField: Name "name", Includes "includes", Excludes "excludes", InUseSince "in_use_since";
    Role: BusinessOwner "business_owner", TechnologyOwner "technology_owner", Consultant "consultant", Auditor "auditor", Supplier "supplier";
    SystemRole: Maker "maker", Operator "operator", Provider "provider", Importer "importer";
    Context: Device "device", Edge "edge", Cloud "cloud", EndToEnd "end_to_end";
    Technology: It "it", Ot "ot";
}

/// A person who takes part.
#[derive(Clone, Debug, PartialEq, Serialize)]
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

from_members!(Person { name, role; unknown });

/// What a person decides or knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Decides what is at stake and how much is enough.
    BusinessOwner,
    /// Knows what is in place.
    TechnologyOwner,
    /// Advises: looks at it from outside, and helps.
    Consultant,
    /// Judges: looks at it from outside, and does not help.
    Auditor,
    /// Makes, delivers or looks after something in the system for those who answer.
    Supplier,
}

impl Role {
    /// All roles.
    pub const ALL: [Self; 5] = [Self::BusinessOwner, Self::TechnologyOwner, Self::Consultant, Self::Auditor, Self::Supplier];

    /// Its name in files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::BusinessOwner => "business_owner",
            Self::TechnologyOwner => "technology_owner",
            Self::Consultant => "consultant",
            Self::Auditor => "auditor",
            Self::Supplier => "supplier",
        }
    }

    /// Whether somebody in it looks at what others answered, so that what they have to say is a review.
    #[must_use]
    pub const fn reviews(self) -> bool {
        matches!(self, Self::Consultant | Self::Auditor)
    }
}

/// A named part of the system that is assessed on its own.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Part {
    /// Its name, e.g. device, edge, cloud, end to end.
    pub name: String,
    /// Where in the system it is, if somebody said so: only what is meant for there is asked of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub context: Option<Context>,
    /// Of which technology it is, if somebody said so: only what is meant for it is asked of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub technology: Option<Technology>,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

from_members!(Part { name, context, technology; unknown });

/// That a profile is laid over the model.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct ProfileUse {
    /// The profile's edition when it was chosen.
    pub edition: Edition,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

from_members!(ProfileUse { edition; unknown });

/// One assessment of the system.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Round {
    /// Its name, e.g. “Autumn 2026”; may be empty.
    pub name: String,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

from_members!(Round { name; unknown });

impl Session {
    /// What is said about the system in a field; empty when nothing is.
    #[must_use]
    pub fn system(&self, field: SystemField) -> &str {
        self.system.get(&field).and_then(Fact::value).map_or("", String::as_str)
    }

    /// The round that is being answered: the one opened last. That is the one with the greatest id: when a round was last
    /// changed says nothing about when it was opened.
    #[must_use]
    pub fn round(&self) -> Option<&RoundId> {
        self.rounds.iter().rfind(|(_, fact)| fact.value().is_some()).map(|(id, _)| id)
    }

    /// The profiles in use.
    pub fn profiles_in_use(&self) -> impl Iterator<Item = &ProfileId> {
        self.profiles.iter().filter(|(_, fact)| fact.value().is_some()).map(|(id, _)| id)
    }

    /// What we are towards the system, as far as somebody said so.
    pub fn roles_in_system(&self) -> impl Iterator<Item = SystemRole> {
        self.system_roles.iter().filter(|(_, fact)| fact.value().is_some()).map(|(role, _)| *role)
    }

    /// The named parts of the system, in the order in which they were added.
    pub fn named_parts(&self) -> impl Iterator<Item = (&PartId, &Part)> {
        self.parts.iter().filter_map(|(id, fact)| fact.value().map(|part| (id, part)))
    }
}
