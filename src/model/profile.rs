//! An industry profile: a template of targets and a guidance overlay for one model.

use super::model_index::{EditionIndex, WhenNeeded};
use super::{ContentHash, Edition, EditionChanges, Indicator, Level, Minimum, ModelId, PracticeId, ProfileId, Scope, Text};

/// A profile as its file says it, found valid against its model.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Profile {
    /// Its id, the same in all editions.
    pub id: ProfileId,
    /// Which edition of it this is.
    pub edition: Edition,
    /// The model it is for.
    pub model: ModelId,
    /// Its name.
    pub name: Text,
    /// For which systems it is meant.
    pub about: Text,
    /// Whose proposals these are.
    pub notice: Text,
    /// Proposed targets, at most one per practice.
    pub targets: Vec<Proposal>,
    /// What something outside demands, with its source.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub minimums: Vec<Minimum>,
    /// Indicators asked in addition to the model's.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub indicators: Vec<ExtraIndicator>,
    /// What became of the indicators of its older editions, the oldest change first; as in a model.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub changes: Vec<EditionChanges>,
    /// A short hash of what it asks, proposes and demands.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(skip))]
    pub content: ContentHash,
    /// Where the changes stand.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(skip))]
    pub(super) index: WhenNeeded<Vec<EditionIndex>>,
}

/// A proposed target.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Proposal {
    /// For this practice.
    pub practice: PracticeId,
    /// The level.
    pub level: Level,
    /// The scope.
    pub scope: Scope,
    /// Why this much and not more or less.
    pub reason: Text,
}

/// An indicator that a profile adds to a practice and level.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct ExtraIndicator {
    /// For this practice.
    pub practice: PracticeId,
    /// At this level.
    pub level: Level,
    /// Industry or system.
    pub scope: Scope,
    /// The indicator.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(flatten))]
    pub indicator: Indicator,
}
