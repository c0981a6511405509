//! Which targets need which others to make sense, as data. Hints, never errors.

use super::{DependencyId, Edition, Level, ModelId, PracticeId, Text};

/// The dependencies between the practices of a model.
#[derive(Clone, Debug, PartialEq)]
pub struct Coherence {
    /// The model.
    pub model: ModelId,
    /// Which edition of the dependencies this is.
    pub edition: Edition,
    /// What to ask somebody who sets every practice to the highest level.
    pub all_top: Text,
    /// The dependencies.
    pub dependencies: Vec<Dependency>,
}

/// From some level on, a practice needs another one to be at some level.
#[derive(Clone, Debug, PartialEq)]
pub struct Dependency {
    /// Its id.
    pub id: DependencyId,
    /// The practice that needs something.
    pub practice: PracticeId,
    /// From this level on.
    pub from_level: Level,
    /// What it needs.
    pub needs: PracticeId,
    /// How much of that.
    pub at_least: Level,
    /// Why.
    pub reason: Text,
}
