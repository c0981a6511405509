//! What the words of a model mean, in words of our own.

use super::{Aliases, Edition, ModelId, PracticeId, TermId, Text};

/// The words of a model, and those that its practices use.
#[derive(Clone, Debug, PartialEq)]
pub struct Glossary {
    /// The model.
    pub model: ModelId,
    /// Which edition of the glossary this is.
    pub edition: Edition,
    /// The words, in the file's order.
    pub terms: Vec<Term>,
}

impl Glossary {
    /// The word of that id.
    #[must_use]
    pub fn term(&self, id: &TermId) -> Option<&Term> {
        self.terms.iter().find(|term| term.id == *id)
    }
}

/// A word and what it means.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Its id.
    pub id: TermId,
    /// The word.
    pub name: Text,
    /// Other words for it or for a kind of it, to find it by.
    pub aliases: Aliases,
    /// What it means.
    pub meaning: Text,
    /// Words that are worth reading, too; the glossary has each.
    pub see: Vec<TermId>,
    /// The practices that it is about; the model has each.
    pub practices: Vec<PracticeId>,
}
