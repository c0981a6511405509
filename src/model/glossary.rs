//! What the words of a model mean, in words of our own.

use std::collections::{BTreeMap, BTreeSet};

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

    /// The words that stand in these texts of a language, by their name or another name of theirs, in the order in which they first do.
    ///
    /// A plural with *s* or *es* is the same word; where a longer name of a word stands in a text, a shorter one within it doesn't.
    #[must_use]
    pub fn words_in<'t>(&self, texts: impl IntoIterator<Item = &'t str>, language: &str) -> Vec<&Term> {
        let mut names: BTreeMap<String, Vec<(Vec<String>, &Term)>> = BTreeMap::new();
        for term in &self.terms {
            let aliases = term.aliases.get(language).iter().map(String::as_str);
            for name in aliases.chain([term.name.get(language)]).map(words) {
                if let Some(first) = name.first() {
                    names.entry(first.clone()).or_default().push((name, term));
                }
            }
        }
        // The longest first: it is what stands there.
        names.values_mut().for_each(|all| all.sort_by_key(|(name, _)| std::cmp::Reverse(name.len())));
        let (mut found, mut known) = (Vec::new(), BTreeSet::new());
        for text in texts {
            let text = words(text);
            let mut rest = text.as_slice();
            while let [word, after @ ..] = rest {
                let stands = singulars(word).filter_map(|word| names.get(word)).flatten();
                let here = stands.filter(|(name, _)| stands_first(rest, name)).max_by_key(|(name, _)| name.len());
                rest = here.and_then(|(name, _)| rest.get(name.len()..)).unwrap_or(after);
                if let Some((_, term)) = here.filter(|(_, term)| known.insert(&term.id)) {
                    found.push(*term);
                }
            }
        }
        found
    }
}

/// The words of a text, in small letters.
fn words(text: &str) -> Vec<String> {
    text.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty()).map(str::to_lowercase).collect()
}

/// A word, and what it may be the plural of.
fn singulars(word: &str) -> impl Iterator<Item = &str> {
    [Some(word), word.strip_suffix('s'), word.strip_suffix("es")].into_iter().flatten()
}

/// Whether a text begins with a name.
fn stands_first(text: &[String], name: &[String]) -> bool {
    text.len() >= name.len() && text.iter().zip(name).all(|(word, part)| singulars(word).any(|it| it == part))
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
