//! Reads for whom and where a statement is meant, and how long an answer to it lasts.

use super::read::{Node, all};
use super::{Context, Lasts, MeantFor, ProblemKind, SystemRole, Technology};

/// The members `for`, `context` and `technology` of a statement, each of which may be absent.
pub(super) fn meant_for(node: &Node<'_>) -> Option<MeantFor> {
    let roles = roles(node);
    let contexts = some_of(node, "context", &Context::ALL.map(|context| (context.key(), context)));
    let technology = match node.optional("technology") {
        Some(node) => node.one_of(&Technology::ALL.map(|technology| (technology.key(), technology))).map(Some),
        None => Some(None),
    };
    Some(MeantFor { roles: roles?, contexts: contexts?, technology: technology? })
}

/// For which roles something is, the member `for`; for all where it is absent.
pub(super) fn roles(node: &Node<'_>) -> Option<Vec<SystemRole>> {
    some_of(node, "for", &SystemRole::ALL.map(|role| (role.key(), role)))
}

/// A list of some of a few words, in the order of these; absent, none. An empty list would be a statement for nobody.
fn some_of<T: Copy + PartialEq>(node: &Node<'_>, name: &str, words: &[(&str, T)]) -> Option<Vec<T>> {
    let Some(list) = node.optional(name) else { return Some(Vec::new()) };
    let entries = node.optional_list(name)?;
    if entries.is_empty() {
        list.complain(ProblemKind::EmptyList);
    }
    let found = all(entries.iter().map(|entry| entry.one_of(words)))?;
    Some(words.iter().map(|(_, it)| *it).filter(|it| found.contains(it)).collect())
}

/// How long an answer lasts: the member `shelf_life_months` or the member `lasts`.
pub(super) fn lasts(node: &Node<'_>) -> Option<Lasts> {
    let Some(lasts) = node.optional("lasts") else {
        // Where nothing is said, nothing is made up: the answer gets no older.
        let months = node.optional("shelf_life_months").map(|_| node.number("shelf_life_months", 1..=120).map(Lasts::Months));
        return months.unwrap_or(Some(Lasts::NotSaid));
    };
    if node.optional("shelf_life_months").is_some() {
        lasts.complain(ProblemKind::LastsTwice);
        return None;
    }
    lasts.one_of(&Lasts::WORDS)
}
