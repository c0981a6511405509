//! What came from whom, in numbers.

use std::collections::BTreeMap;

use super::Taken;
use crate::session::PersonId;

/// How many things came from one person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contribution {
    /// The person, if they said who they are.
    pub by: Option<PersonId>,
    /// Answers, of either pass.
    pub answers: usize,
    /// Targets and minimums.
    pub targets: usize,
    /// Notes, and what speaks against answers.
    pub notes: usize,
    /// Pieces of evidence.
    pub evidence: usize,
    /// Everything else, as how sure somebody is of an answer.
    pub others: usize,
    /// What they took back, of whatever kind.
    pub withdrawn: usize,
}

/// Who said what came from another copy; those who said who they are come last.
#[must_use]
pub fn contributions(taken: &[Taken]) -> Vec<Contribution> {
    let mut people: BTreeMap<Option<PersonId>, Contribution> = BTreeMap::new();
    for entry in taken.iter().map(|taken| &taken.entry) {
        let by = entry.by();
        let person = people.entry(by.clone()).or_insert_with(|| Contribution { by, ..Contribution::default() });
        let count = match entry.list() {
            _ if entry.value().is_none() => &mut person.withdrawn,
            "answers" | "quick" => &mut person.answers,
            "targets" | "minimums" => &mut person.targets,
            "notes" | "practice_notes" | "against" => &mut person.notes,
            "evidence" => &mut person.evidence,
            _ => &mut person.others,
        };
        *count += 1;
    }
    people.into_values().collect()
}
