//! Words for people, in one or more languages.

use std::collections::BTreeMap;

/// A text in one or more languages; never empty in the file's first language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    first: String,
    others: BTreeMap<String, String>,
}

impl Text {
    /// A text in the file's first language and, by language tag (`de`, `pt-BR`), in others.
    #[must_use]
    pub(super) fn new(first: String, others: BTreeMap<String, String>) -> Self {
        Self { first, others }
    }

    /// The text in the given language or, where it was not translated, in the file's first language.
    #[must_use]
    pub fn get(&self, language: &str) -> &str {
        self.others.get(language).unwrap_or(&self.first)
    }
}
