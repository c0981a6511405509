//! What is said of the characteristics that a model weighs against each other: how much of a practice each of them needs and has where that is
//! not what the practice as a whole needs and has, in which order they come, and where they stand against each other.

use serde::Serialize;
use serde_json::{Map, Value};

use super::members::{from_members, from_words};
use super::{Fact, Facts, Key, RoundId, Session, Subject};
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

/// How much of a practice is enough for one characteristic, where that is not what is enough for the practice as a whole. What a round says
/// holds in later ones until one of them says something else.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct CharacteristicTarget {
    /// The level; `None` where it is the practice's own from this round on, and was another one before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
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

impl Ordered {
    /// Its name in files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Characteristics => "characteristics",
        }
    }
}

/// Which characteristic comes first for this system, and which then. Those that it does not name come last, in the model's order.
/// What a round says holds in later ones until one of them says something else.
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
    /// The round in which it was found. It stands in later ones as well.
    pub round: RoundId,
    /// What the model knows of it, where it was taken from there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known: Option<KnownConflictId>,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

from_members!(Conflict { practice, helps, hinders, why, round, known; unknown });

impl Conflict {
    /// A conflict that shows in no single practice, in people's own words.
    #[must_use]
    pub fn new(helps: CharacteristicId, hinders: CharacteristicId, why: String, round: RoundId) -> Self {
        Self { practice: None, helps, hinders, why, round, known: None, unknown: Map::new() }
    }
}

/// What was decided about a conflict. By whom and when is that of the fact. What a round says holds in later ones until one of them says
/// something else.
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
    /// It was decided before, and is open again.
    Open,
}

from_words! {
    ConflictWay: Helped "helped", Hindered "hindered", Both "both", Open "open";
}

impl ConflictWay {
    /// The ways to decide.
    pub const ALL: [Self; 3] = [Self::Helped, Self::Hindered, Self::Both];

    /// Its name in files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Helped => "helped",
            Self::Hindered => "hindered",
            Self::Both => "both",
            Self::Open => "open",
        }
    }
}

/// What holds of something in a round, where what an earlier round says goes on until a later one says something else: the fact of that round or,
/// where it says nothing, of the latest before it.
fn holds_in<'a, Id: Key + Clone, V>(
    facts: &'a Facts<Subject<Id>, V>,
    on: &Id,
    round: &RoundId,
) -> Option<(&'a Subject<Id>, &'a Fact<V>)> {
    // They sort by what they are about first, then by round.
    let here = Subject { on: on.clone(), round: round.clone(), part: None };
    let earlier = facts.before(&here).rev().take_while(|(at, _)| at.on == *on).filter(|(at, _)| at.part.is_none());
    facts.get_key_value(&here).into_iter().chain(earlier).find(|(_, fact)| fact.value().is_some())
}

impl Session {
    /// What is said to be enough of a practice for one characteristic, as it holds in a round.
    #[must_use]
    pub fn characteristic_target(&self, of: &OfCharacteristic, round: &RoundId) -> Option<&CharacteristicTarget> {
        holds_in(&self.characteristic_targets, of, round).and_then(|(_, fact)| fact.value())
    }

    /// In which order characteristics are said to come, as it holds in a round; with who said so.
    #[must_use]
    pub fn priority(&self, round: &RoundId) -> Option<(&Priority, &Fact<Priority>)> {
        let (_, fact) = holds_in(&self.priority, &Ordered::Characteristics, round)?;
        fact.value().map(|priority| (priority, fact))
    }

    /// The conflicts that were found up to a round and not taken out, each with its fact.
    pub fn conflicts_until(&self, round: &RoundId) -> impl Iterator<Item = (&ConflictId, &Conflict, &Fact<Conflict>)> {
        let stand = self.conflicts.iter().filter_map(|(id, fact)| Some((id, fact.value()?, fact)));
        stand.filter(|(_, conflict, _)| conflict.round <= *round)
    }

    /// What was decided about a conflict, as it holds in a round; with who and when. That it is open again is no decision.
    #[must_use]
    pub fn conflict_decision(&self, id: &ConflictId, round: &RoundId) -> Option<(&ConflictDecision, &Fact<ConflictDecision>)> {
        let (_, fact) = holds_in(&self.conflict_decisions, id, round)?;
        fact.value().filter(|decision| decision.way != ConflictWay::Open).map(|decision| (decision, fact))
    }
}
