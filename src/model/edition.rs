//! What became of the questions of older editions.
//!
//! An id stands for one meaning, in all editions. Where an edition asks something else, even in the same place, that gets another id,
//! and the list of changes says what became of the old one. So it can always be told what an answer is about, whichever copy of a
//! session it comes from, and which answers still hold under the present edition.

use super::{Edition, IndicatorId, PracticeId, Text, new_id};

new_id!(
    /// A practice or indicator of the present edition or an older one.
    ItemId
);

impl From<&PracticeId> for ItemId {
    fn from(id: &PracticeId) -> Self {
        Self(id.as_str().to_owned())
    }
}

impl From<&IndicatorId> for ItemId {
    fn from(id: &IndicatorId) -> Self {
        Self(id.as_str().to_owned())
    }
}

/// What an edition changed.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct EditionChanges {
    /// The edition that made the changes.
    pub edition: Edition,
    /// What became of each practice or indicator that it changed.
    pub items: Vec<ItemChange>,
}

/// What became of one practice or indicator.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct ItemChange {
    /// Its id: up to then or, where it is new, from then on.
    pub id: ItemId,
    /// What became of it.
    pub became: Became,
    /// Its ids from then on.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub to: Vec<ItemId>,
    /// What it said up to then; it may stand in the file of changes beside the model instead.
    pub was: Option<Text>,
    /// Why it was changed, or what means something else now; it may stand there as well.
    pub why: Option<Text>,
}

/// What an edition made of a practice or indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(rename_all = "snake_case"))]
pub enum Became {
    /// The same under another id: all that was said about it holds.
    Renamed,
    /// Several that together say what it said.
    Split,
    /// One that says what it and others said together.
    Merged,
    /// Something else: it is asked again.
    Changed,
    /// Nothing: it is no longer asked.
    Removed,
    /// It was not there before.
    New,
}

impl Became {
    /// All, each with its name in files.
    pub(super) const WORDS: [(&str, Self); 6] = [
        ("renamed", Self::Renamed),
        ("split", Self::Split),
        ("merged", Self::Merged),
        ("changed", Self::Changed),
        ("removed", Self::Removed),
        ("new", Self::New),
    ];
}
