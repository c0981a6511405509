//! Reads a glossary against its model.

use std::collections::BTreeSet;

use super::read::{Node, Reading, all};
use super::read_profile::{for_this_model, has_practice};
use super::{FileKind, Glossary, Model, PracticeId, ProblemKind, Problems, Term, TermId};

/// The newest version of the format that is understood.
const NEWEST: u64 = 1;

/// Reads and checks a glossary against the model it is for.
///
/// # Errors
/// Everything that is wrong with the file; also references to words that it does not have, and to practices that the model does
/// not have.
pub fn read_glossary(bytes: &[u8], model: &Model) -> Result<Glossary, Problems> {
    Reading::of(bytes, "plumbline-glossary", NEWEST, |root| glossary(root, model))
}

fn glossary(root: &Node<'_>, model: &Model) -> Option<Glossary> {
    root.languages();
    let for_model = for_this_model(root, model, FileKind::Glossary);
    let edition = root.id("edition");
    let nodes = root.items("terms");
    let terms: Vec<Term> = all(nodes.iter().map(|node| term(node, model)))?;
    if terms.is_empty() {
        root.complain(ProblemKind::NoTerm);
    }
    let explained: BTreeSet<&TermId> = terms.iter().map(|term| &term.id).collect();
    for (node, term) in nodes.iter().zip(&terms) {
        for unknown in term.see.iter().filter(|id| !explained.contains(id)) {
            node.complain(ProblemKind::UnknownTerm(unknown.to_string()));
        }
        if term.see.contains(&term.id) {
            node.complain(ProblemKind::RefersToItself);
        }
    }
    Some(Glossary { model: for_model?, edition: edition?, terms })
}

fn term(node: &Node<'_>, model: &Model) -> Option<Term> {
    let id = node.new_id("id");
    let name = node.text("name");
    let aliases = node.aliases("aliases");
    let meaning = node.text("meaning");
    let see = all(node.optional_items("see").iter().map(Node::as_id));
    let practices = all(node.optional_items("practices").iter().map(|node| {
        let id: PracticeId = node.as_id()?;
        has_practice(node, &id, model);
        Some(id)
    }));
    Some(Term { id: id?, name: name?, aliases: aliases?, meaning: meaning?, see: see?, practices: practices? })
}
