//! Why a target was proposed as it is: kept with the target, so that the reason stays when the interview is answered otherwise later
//! or a profile is no longer used.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value};

use super::Target;
use super::members::from_members;
use crate::model::{Level, OptionId, ProfileId, QuestionId, Scope};

/// Why a target was proposed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Rationale {
    /// The level that was proposed. A target that was changed since is no longer what these reasons speak of.
    pub level: Level,
    /// The scope that was proposed.
    pub scope: Scope,
    /// The reasons, as they were read by whoever confirmed the target or had it proposed.
    pub reasons: Vec<ProposedReason>,
    /// The answers of the interview that asked for so much.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub answers: BTreeMap<QuestionId, OptionId>,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

/// One reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct ProposedReason {
    /// The profile that gives it; none where it is the interview's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<ProfileId>,
    /// The words; empty where another level is proposed.
    pub words: String,
    /// The level, where it is another one than what was taken: what argues for it is no reason for what was taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instead: Option<Level>,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

from_members!(Rationale { level, scope, reasons, answers or empty; unknown });

impl Rationale {
    /// Whether a target still is as it was proposed.
    #[must_use]
    pub fn is_about(&self, target: &Target) -> bool {
        (self.level, self.scope) == (target.level, target.scope)
    }

    /// The words of its reasons, in their order; those that say nothing are left out.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.reasons.iter().map(|reason| reason.words.trim()).filter(|words| !words.is_empty())
    }

    /// Who proposed another level than what was taken, and which: profiles, and the interview without one.
    pub fn others(&self) -> impl Iterator<Item = (Option<&ProfileId>, Level)> {
        self.reasons.iter().filter_map(|reason| Some((reason.profile.as_ref(), reason.instead?)))
    }
}

from_members!(ProposedReason { profile, words, instead; unknown });

impl ProposedReason {
    /// A reason of a profile or, without one, of the interview.
    #[must_use]
    pub fn new(profile: Option<ProfileId>, words: &str) -> Self {
        Self { profile, words: words.to_owned(), instead: None, unknown: Map::new() }
    }

    /// That a profile or, without one, the interview proposes another level than what was taken.
    #[must_use]
    pub fn of_another_level(profile: Option<ProfileId>, level: Level) -> Self {
        Self { instead: Some(level), ..Self::new(profile, "") }
    }
}
