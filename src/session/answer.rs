//! Answers. *Unanswered* is no answer at all and has no value here; *I don't know* is one, and says nothing about the level.

use serde::Serialize;
use serde_json::{Map, Value};

use super::members::{choice, from_members, no_choice, said};
use super::{FromFile, Misread};
use crate::model::{AnswerId, AnswerScale, Fraction, Level};

/// An answer to an indicator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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
    /// Whoever was asked does not know. That is said, other than no answer; what it says about the level is nothing.
    DontKnow,
    /// One of the answers that the model has of its own. Where the model does not have it, it stays and counts for nothing.
    Own(AnswerId),
}

impl FromFile for Answer {
    fn from_file(value: Value) -> Result<Self, Misread> {
        let (word, beside) = choice(value)?;
        match (word.as_str(), beside) {
            ("met", None) => Ok(Self::Met),
            ("partly", None) => Ok(Self::Partly),
            ("not_met", None) => Ok(Self::NotMet),
            ("dont_know", None) => Ok(Self::DontKnow),
            ("not_applicable", Some(why)) => said(&word, why).map(Self::NotApplicable),
            ("compensated", Some(by)) => said(&word, by).map(Self::Compensated),
            ("own", Some(id)) => said(&word, id).map(Self::Own),
            (_, beside) => {
                let words = ["met", "partly", "not_met", "not_applicable", "compensated", "dont_know", "own"];
                Err(no_choice(word, beside.as_ref(), &words))
            }
        }
    }
}

impl Answer {
    /// The answer that says that a statement holds, in the model's own words where it has some.
    #[must_use]
    pub fn full(scale: &AnswerScale) -> Self {
        let own = scale.own.iter().find(|own| own.value == Fraction::ONE);
        own.map_or(Self::Met, |own| Self::Own(own.id.clone()))
    }

    /// Whether it counts: *not applicable* and *compensated* do once they have a reason.
    #[must_use]
    pub fn counts(&self) -> bool {
        match self {
            Self::NotApplicable(why) => why.has_reason(),
            Self::Compensated(by) => by.has_reason(),
            Self::Met | Self::Partly | Self::NotMet | Self::DontKnow | Self::Own(_) => true,
        }
    }
}

/// That something else does the job of what an indicator asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Compensated {
    /// What does its job, and why that is as good. Counts as unanswered until there is a reason.
    #[serde(default)]
    pub reason: String,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

from_members!(Compensated { reason or empty; unknown });

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
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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

impl FromFile for QuickAnswer {
    fn from_file(value: Value) -> Result<Self, Misread> {
        let (word, beside) = choice(value)?;
        match (word.as_str(), beside) {
            ("level", Some(level)) => said(&word, level).map(Self::Level),
            ("dont_know", None) => Ok(Self::DontKnow),
            ("not_applicable", Some(why)) => said(&word, why).map(Self::NotApplicable),
            (_, beside) => Err(no_choice(word, beside.as_ref(), &["level", "not_applicable", "dont_know"])),
        }
    }
}

impl QuickAnswer {
    /// Whether it counts: *not applicable* does once it has a reason.
    #[must_use]
    pub fn counts(&self) -> bool {
        match self {
            Self::NotApplicable(why) => why.has_reason(),
            Self::Level(_) | Self::DontKnow => true,
        }
    }
}

/// That something makes no sense for this system.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct NotApplicable {
    /// Why not. Counts as unanswered until there is one.
    #[serde(default)]
    pub reason: String,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

from_members!(NotApplicable { reason or empty; unknown });

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
