//! What came from whom, in numbers.

use std::collections::BTreeMap;

use super::{Entry, Taken};
use crate::session::{CountsAs, List, PersonId};

/// How many things came from one person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contribution {
    /// The person, if they said who they are.
    pub by: Option<PersonId>,
    /// Answers to statements.
    pub answers: usize,
    /// Answers of the quick pass.
    pub quick: usize,
    /// Targets.
    pub targets: usize,
    /// Notes.
    pub notes: usize,
    /// Pieces of evidence that say something.
    pub evidence: usize,
    /// Everything else, as how sure somebody is of an answer, by what it is about.
    pub others: BTreeMap<List, usize>,
    /// What a newer Plumbline keeps and this one does not know.
    pub unknown: usize,
    /// What they took back, of whatever kind.
    pub withdrawn: usize,
}

/// Whether a piece of evidence says what or where it is, as everywhere where pieces are counted.
fn says_something(entry: &Entry) -> bool {
    let words = |name: &str| entry.value().and_then(|value| value.get(name)?.as_str()).unwrap_or_default();
    [words("title"), words("location")].iter().any(|words| !words.trim().is_empty())
}

/// Who said what came from another copy, counted as in the preview of its file; those who said who they are come last.
#[must_use]
pub fn contributions(taken: &[Taken]) -> Vec<Contribution> {
    let mut people: BTreeMap<Option<PersonId>, Contribution> = BTreeMap::new();
    for entry in taken.iter().map(|taken| &taken.entry) {
        let by = entry.by();
        let person = people.entry(by.clone()).or_insert_with(|| Contribution { by, ..Contribution::default() });
        let list = entry.known_list();
        let count = match list.map(|list| (list, list.counts_as())) {
            _ if entry.value().is_none() => &mut person.withdrawn,
            None => &mut person.unknown,
            Some((_, CountsAs::Answer)) => &mut person.answers,
            Some((_, CountsAs::QuickAnswer)) => &mut person.quick,
            Some((_, CountsAs::Target)) => &mut person.targets,
            Some((_, CountsAs::Note)) => &mut person.notes,
            Some((_, CountsAs::Evidence)) if says_something(entry) => &mut person.evidence,
            Some((list, CountsAs::Evidence | CountsAs::Minimum | CountsAs::Objection | CountsAs::Other | CountsAs::Record)) => {
                person.others.entry(list).or_default()
            }
        };
        *count += 1;
    }
    people.into_values().collect()
}
