//! Words for people, in one or more languages.

use std::collections::BTreeMap;

/// A text in one or more languages. From a file it is never empty in the file's first language; one that may be left out and is, is
/// empty in all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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

    /// Words that somebody typed, in whichever language.
    #[must_use]
    pub fn as_typed(words: &str) -> Self {
        Self { first: words.to_owned(), others: BTreeMap::new() }
    }

    /// The text in the given language as [`Self::get`] has it; `None` where the file says nothing.
    #[must_use]
    pub fn said(&self, language: &str) -> Option<&str> {
        Some(self.get(language)).filter(|words| !words.is_empty())
    }

    /// The text in the given language or, where it was not translated, in the file's first language.
    #[must_use]
    pub fn get(&self, language: &str) -> &str {
        self.others.get(language).unwrap_or(&self.first)
    }
}

impl Text {
    /// The languages that it is in, the file's first one as an empty tag.
    pub fn tags(&self) -> impl Iterator<Item = &str> {
        std::iter::once("").chain(self.others.keys().map(String::as_str))
    }
}

/// The first sentence of words for people, and the rest of them; all of it where there is but one.
#[must_use]
pub fn first_sentence(words: &str) -> (&str, &str) {
    let words = words.trim();
    match words.split_once(". ") {
        Some((first, rest)) => (words.get(..=first.len()).unwrap_or(first), rest.trim()),
        None => (words, ""),
    }
}

/// Other names for the same thing, in one or more languages. Each language has names of its own: they are no translations of
/// each other, and there may be none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Aliases(BTreeMap<String, Vec<String>>);

impl Aliases {
    pub(super) fn new(by_language: BTreeMap<String, Vec<String>>) -> Self {
        Self(by_language)
    }

    /// The names in the given language.
    #[must_use]
    pub fn get(&self, language: &str) -> &[String] {
        self.0.get(language).map_or(&[], Vec::as_slice)
    }

    /// The names in all languages: who searches may know a thing by any of them.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.0.values().flatten().map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_sentence_stands_alone() {
        assert_eq!(
            first_sentence("For makers of 3.5 mm plugs. It is driven by bots. And more."),
            ("For makers of 3.5 mm plugs.", "It is driven by bots. And more.")
        );
        assert_eq!(first_sentence(" For nobody "), ("For nobody", ""));
        assert_eq!(first_sentence("Für Bäcker… é. Ü"), ("Für Bäcker… é.", "Ü"));
    }
}
