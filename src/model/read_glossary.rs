//! Reads a glossary against its model.

use super::read::{Node, Reading, all};
use super::read_profile::for_this_model;
use super::{Glossary, Model, PracticeId, Problems, Term, TermId};

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
    let for_model = for_this_model(root, model, "glossary");
    let edition = root.id("edition");
    let nodes = root.items("terms");
    let terms: Vec<Term> = all(nodes.iter().map(|node| term(node, model)))?;
    if terms.is_empty() {
        root.complain("the glossary explains no word");
    }
    for (node, term) in nodes.iter().zip(&terms) {
        for unknown in term.see.iter().filter(|id| !terms.iter().any(|it| it.id == **id)) {
            node.complain(format!("“see” names “{unknown}”, which the glossary does not explain"));
        }
        if term.see.contains(&term.id) {
            node.complain("a word can't send the reader to itself");
        }
    }
    Some(Glossary { model: for_model?, edition: edition?, terms })
}

fn term(node: &Node<'_>, model: &Model) -> Option<Term> {
    let id = node.new_id("id");
    let name = node.text("name");
    let aliases = node.aliases("aliases");
    let meaning = node.text("meaning");
    let see = all(node.optional_items("see").iter().map(id_here::<TermId>));
    let practices = all(node.optional_items("practices").iter().map(|node| {
        let id: PracticeId = id_here(node)?;
        if model.practice(&id).is_none() {
            node.complain(format!("the model “{}” has no practice “{id}”", model.id));
        }
        Some(id)
    }));
    Some(Term { id: id?, name: name?, aliases: aliases?, meaning: meaning?, see: see?, practices: practices? })
}

/// This value as an id.
fn id_here<T: for<'s> TryFrom<&'s str, Error = super::BadId>>(node: &Node<'_>) -> Option<T> {
    T::try_from(node.as_string()?).map_err(|bad| node.complain(bad.to_string())).ok()
}
