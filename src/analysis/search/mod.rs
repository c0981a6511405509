//! Search over what is asked and what was said.

mod sources;
mod words;

pub use words::{Piece, excerpt};

use super::About;
use crate::model::Questionnaire;
use crate::session::{PartId, PersonId, Session};
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
/// of each indicator the most telling one, and all that people said in the round that is being answered. Texts of the model
/// and the profiles are searched in that language, other names of practices in all. Nothing is found where nothing is asked.
///
/// Hits are ordered by their source, then those with the words at the beginning of words, then in the model's order.
#[must_use]
pub fn search(asked: &Questionnaire, session: &Session, query: &str, language: &str) -> Hits {
    let Some(words) = Words::of(query) else { return Hits::default() };
    let model = sources::of_model(asked, language).into_iter().filter_map(|texts| {
        // One thing is found once, by what is most telling.
        let found = texts.into_iter().filter_map(|hit| words.rank(&hit.text).map(|rank| (hit.source, rank, hit)));
        found.min_by_key(|(source, rank, _)| (*source, *rank))
    });
    let own = sources::of_people(asked, session).into_iter();
    let own = own.filter_map(|hit| words.rank(&hit.text).map(|rank| (hit.source, rank, hit)));
    let mut found: Vec<_> = model.chain(own).collect();
    found.sort_by_key(|(source, rank, _)| (*source, *rank));
    let count = found.len();
    Hits { best: found.into_iter().take(MOST_HITS).map(|(.., hit)| hit).collect(), count }
}
