//! Search over what is asked and what was said.

mod sources;
mod words;

pub use words::{Piece, excerpt};

use super::{About, Assessment};
use crate::model::{Glossary, Questionnaire, Term, order};
use crate::session::{PartId, PersonId};
use words::Words;

/// How many hits are given at most; who needs more is better served by another word.
pub const MOST_HITS: usize = 50;

/// Where the words of a query were found, the most telling first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// The name of a practice.
    Name,
    /// Another name of a practice.
    Alias,
    /// What the business gets from a practice.
    Objective,
    /// The question of the quick pass.
    Question,
    /// An indicator.
    Indicator,
    /// The example of what would show an indicator.
    Example,
    /// A note on a practice or an indicator.
    Note,
    /// What speaks against an answer.
    Against,
    /// The reason for a target.
    TargetReason,
    /// The title, place or author of a piece of evidence.
    Evidence,
}

/// A text in which all words of a query were found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Where that is.
    pub about: About,
    /// What kind of text it is.
    pub source: Source,
    /// The text. Of evidence, what is said of it, with a middle dot in between.
    pub text: String,
    /// The part of the system that it is about; `None` for the whole system.
    pub part: Option<PartId>,
    /// Whose words they are, where they are a person's.
    pub by: Option<PersonId>,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    /// The best ones, the very best first; at most [`MOST_HITS`].
    pub best: Vec<Hit>,
    /// How many there are altogether.
    pub count: usize,
}

/// Finds the texts that contain every word of a query, in upper or lower case, also within longer words: of each practice and
/// of each indicator the most telling one, and all that people said in the round. Texts of the model
/// and the profiles are searched in that language, other names of practices in all. Nothing is found where nothing is asked.
///
/// Hits are ordered by their source, then those with the words at the beginning of words, then in the model's order.
#[must_use]
pub fn search(assessment: &Assessment<'_>, query: &str, language: &str) -> Hits {
    let Some(words) = Words::of(query) else { return Hits::default() };
    let mut found = in_model(assessment.asked, &words, language);
    found.extend(sources::of_people(assessment).into_iter().filter_map(|hit| ranked(&words, hit)));
    best(found)
}

/// Like [`search`], in what is asked alone: for who reads the model without a session.
#[must_use]
pub fn search_model(asked: &Questionnaire, query: &str, language: &str) -> Hits {
    Words::of(query).map(|words| best(in_model(asked, &words, language))).unwrap_or_default()
}

/// The terms of a glossary of which the name, another name or the meaning contains every word of a query; those found by a name
/// first. Names are searched in the given language, other names in all.
#[must_use]
pub fn search_terms<'a>(glossary: &'a Glossary, query: &str, language: &str) -> Vec<&'a Term> {
    let Some(words) = Words::of(query) else { return Vec::new() };
    let rank = |term: &Term| {
        let names = std::iter::once(term.name.get(language)).chain(term.aliases.all());
        let by_name = names.filter_map(|name| words.rank(name)).min();
        let by_meaning = || words.rank(term.meaning.get(language)).map(|rank| rank + 2);
        by_name.or_else(by_meaning)
    };
    let mut found: Vec<_> = glossary.terms.iter().filter_map(|term| Some((rank(term)?, term))).collect();
    order::by_key(&mut found, |(rank, _)| *rank);
    found.into_iter().map(|(_, term)| term).collect()
}

/// A hit with how telling its source is and how well it fits; the smaller the better.
type Ranked = (Source, u8, Hit);

fn ranked(words: &Words, hit: Hit) -> Option<Ranked> {
    words.rank(&hit.text).map(|rank| (hit.source, rank, hit))
}

/// What is found in the model and the profiles: one thing once, by what is most telling.
fn in_model(asked: &Questionnaire, words: &Words, language: &str) -> Vec<Ranked> {
    let most_telling = |texts: Vec<Hit>| {
        let found = texts.into_iter().filter_map(|hit| ranked(words, hit));
        found.min_by_key(|(source, rank, _)| (*source, *rank))
    };
    sources::of_model(asked, language).into_iter().filter_map(most_telling).collect()
}

fn best(mut found: Vec<Ranked>) -> Hits {
    order::by_key(&mut found, |(source, rank, _)| (*source, *rank));
    let count = found.len();
    Hits { best: found.into_iter().take(MOST_HITS).map(|(.., hit)| hit).collect(), count }
}
