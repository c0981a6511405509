//! What is said about answers: how sure, whether it is shown, what counts where people differ, and where somebody overrides.

use serde::Serialize;
use serde_json::{Map, Value};

use super::members::{from_members, from_words};
use super::{Answer, PersonId, Session, Stamp};
use crate::model::{IndicatorKind, Level, PracticeId, Scope};

/// How somebody knows what they answer, the surest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// They take it to be so.
    Assumed,
    /// Somebody who should know told them.
    Told,
    /// They saw it themselves.
    Seen,
}

impl Confidence {
    /// All, the surest first.
    pub const ALL: [Self; 3] = [Self::Seen, Self::Told, Self::Assumed];

    /// Its name in files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Seen => "seen",
            Self::Told => "told",
            Self::Assumed => "assumed",
        }
    }
}

/// Whether what is given as evidence is enough. A judgement of its own beside whether something is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Shown {
    /// It shows nothing of it.
    NotShown,
    /// It shows some of it.
    Partly,
    /// It shows it.
    Shown,
}

impl Shown {
    /// All, the best first.
    pub const ALL: [Self; 3] = [Self::Shown, Self::Partly, Self::NotShown];

    /// Its name in files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Shown => "shown",
            Self::Partly => "partly",
            Self::NotShown => "not_shown",
        }
    }
}

/// A level that an assessor sets against the rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Override {
    /// The level.
    pub level: Level,
    /// Why. Does not count until there is a reason.
    #[serde(default)]
    pub reason: String,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

from_members!(Override { level, reason or empty; unknown });

impl Override {
    /// Whether there is a reason, so that it counts.
    #[must_use]
    pub fn has_reason(&self) -> bool {
        !self.reason.trim().is_empty()
    }
}

/// What counts where people answered differently.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Settlement {
    /// What counts.
    pub answer: Answer,
    /// The answers that were looked at. Another answer given since opens the question again, unless it agrees.
    pub among: Vec<Stamp>,
    /// Why; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

from_members!(Settlement { answer, among, reason or empty; unknown });

/// Who is to answer a practice.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Assignment {
    /// The practice.
    pub practice: PracticeId,
    /// The person.
    pub person: PersonId,
}

from_members!(Assignment { practice, person });

/// How people go about the assessment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// The target of a practice stays hidden until it is answered.
    Blind,
}

from_words! {
    Confidence: Assumed "assumed", Told "told", Seen "seen";
    Shown: NotShown "not_shown", Partly "partly", Shown "shown";
    Way: Blind "blind";
    Scope: General "general", Industry "industry", System "system";
    IndicatorKind: Done "done", Assured "assured";
}

impl Session {
    /// Whether people go about the assessment in this way.
    #[must_use]
    pub fn goes(&self, way: Way) -> bool {
        self.ways.get(&way).is_some_and(|fact| fact.value().is_some())
    }
}
