//! How levels follow from what is said, as far as a model may choose.

use super::read::Node;

/// How levels follow from what is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Scoring {
    /// How the level of a practice does.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub level: LevelRule,
}

/// How the level of a practice follows from what is said about it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(rename_all = "snake_case"))]
pub enum LevelRule {
    /// A level is reached when every statement of it and of all lower ones holds.
    #[default]
    Cumulative,
    /// The level is the one that people choose by its description. Statements, where there are any, show what it means.
    Chosen,
}

impl LevelRule {
    const WORDS: [(&'static str, Self); 2] = [("cumulative", Self::Cumulative), ("chosen", Self::Chosen)];
}

/// The rules that a model names; what is not known here is a mistake, since results without it would be others than the model means.
pub(super) fn scoring(model: &Node<'_>) -> Option<Scoring> {
    let Some(node) = model.optional("scoring") else { return Some(Scoring::default()) };
    let is_known = node.has_only(&["level"]);
    let level = node.optional("level").map_or(Some(LevelRule::default()), |level| level.one_of(&LevelRule::WORDS));
    Some(Scoring { level: level? }).filter(|_| is_known)
}
