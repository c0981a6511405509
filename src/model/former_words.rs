//! What the questions of older editions said, and why they were changed: words for people, in a file beside the model. Answers are
//! carried over without them, so nobody waits for them.

use super::{Edition, ItemId, ModelId, Text};

/// The words about what a model names as changed.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct FormerWords {
    /// The model.
    pub model: ModelId,
    /// Which edition of the words this is.
    pub edition: Edition,
    /// What each changed practice or indicator was.
    pub items: Vec<FormerItem>,
}

impl FormerWords {
    /// The words about an id of an older edition.
    #[must_use]
    pub fn of(&self, id: &str) -> Option<&FormerItem> {
        self.items.iter().find(|item| item.id.as_str() == id)
    }
}

/// What a practice or indicator of an older edition was, in words.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct FormerItem {
    /// Its id up to then: the model says what became of it.
    pub id: ItemId,
    /// What it said up to then.
    pub was: Text,
    /// Why it was changed, or what means something else now.
    pub why: Text,
}
