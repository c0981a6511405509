//! What is said of the characteristics that a model weighs against each other: how much of a practice each of them needs and has where that is
//! not what the practice as a whole needs and has, in which order they come, and where they stand against each other.

use serde::Serialize;
use serde_json::{Map, Value};

use super::members::{from_members, from_words};
use super::{Fact, Session};
use crate::model::{CharacteristicId, KnownConflictId, Level, PracticeId, new_id};

new_id!(
    /// A conflict between characteristics.
    ConflictId
);

/// A practice as it serves one characteristic.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OfCharacteristic {
    /// The practice.
    pub practice: PracticeId,
    /// The characteristic.
    pub characteristic: CharacteristicId,
}

from_members!(OfCharacteristic { practice, characteristic });

/// How much of a practice is enough for one characteristic, where that is not what is enough for the practice as a whole.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct CharacteristicTarget {
    /// The level.
    pub level: Level,
    /// Why; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

from_members!(CharacteristicTarget { level, reason or empty; unknown });

/// Where a practice stands for one characteristic, as somebody says: where that is not where the practice as a whole stands.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct CharacteristicState {
    /// The level. Level 0 is one; that nobody said anything is no such fact.
    pub level: Level,
    /// What there is to see; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

from_members!(CharacteristicState { level, note or empty; unknown });

/// What is in order: there is one order in a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Ordered {
    /// The characteristics.
    Characteristics,
}

from_words! {
    Ordered: Characteristics "characteristics";
}

/// Which characteristic comes first for this system, and which then. Those that it does not name come last, in the model's order.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Priority {
    /// The characteristics, the first one first.
    pub order: Vec<CharacteristicId>,
    /// Why; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

from_members!(Priority { order, reason or empty; unknown });

/// That what is done for one characteristic stands against another.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Conflict {
    /// The practice in which it shows; `None` where it is no single one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub practice: Option<PracticeId>,
    /// The characteristic that what is done helps.
    pub helps: CharacteristicId,
    /// The one that it hinders.
    pub hinders: CharacteristicId,
    /// What is done, and why it does both.
    pub why: String,
    /// What the model knows of it, where it was taken from there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known: Option<KnownConflictId>,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

from_members!(Conflict { practice, helps, hinders, why, known; unknown });

/// What was decided about a conflict. By whom and when is that of the fact.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct ConflictDecision {
    /// Which way it went.
    pub way: ConflictWay,
    /// What was decided, in words.
    pub decision: String,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

from_members!(ConflictDecision { way, decision; unknown });

/// Which way a conflict went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ConflictWay {
    /// It is done: what it helps goes first.
    Helped,
    /// It is not done: what it would hinder goes first.
    Hindered,
    /// It is done in such a way that neither gives way.
    Both,
}

from_words! {
    ConflictWay: Helped "helped", Hindered "hindered", Both "both";
}

impl ConflictWay {
    /// All ways.
    pub const ALL: [Self; 3] = [Self::Helped, Self::Hindered, Self::Both];

    /// Its name in files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Helped => "helped",
            Self::Hindered => "hindered",
            Self::Both => "both",
        }
    }
}

impl Session {
    /// What is said to be enough of a practice for one characteristic.
    #[must_use]
    pub fn characteristic_target(&self, of: &OfCharacteristic) -> Option<&CharacteristicTarget> {
        self.characteristic_targets.get(of).and_then(Fact::value)
    }

    /// In which order characteristics are said to come.
    #[must_use]
    pub fn priority(&self) -> Option<&Priority> {
        self.priority.get(&Ordered::Characteristics).and_then(Fact::value)
    }

    /// The conflicts that were not taken out, each with its fact.
    pub fn conflicts(&self) -> impl Iterator<Item = (&ConflictId, &Conflict, &Fact<Conflict>)> {
        self.conflicts.iter().filter_map(|(id, fact)| Some((id, fact.value()?, fact)))
    }

    /// What was decided about a conflict, with who and when.
    #[must_use]
    pub fn conflict_decision(&self, id: &ConflictId) -> Option<(&ConflictDecision, &Fact<ConflictDecision>)> {
        let fact = self.conflict_decisions.get(id)?;
        fact.value().map(|decision| (decision, fact))
    }
}
