//! Reads what became of the questions of older editions, and checks that it fits the questions of the present one; also the words
//! about it in the file beside the model.

use std::collections::BTreeSet;

use super::edition::{Became, EditionChanges, ItemChange, ItemId};
use super::read::{Node, Reading, all};
use super::read_profile::for_this_model;
use super::{FileKind, FormerItem, FormerWords, Model, ProblemKind, Problems, Text};

/// The newest version of the format of the words about changes that is understood.
const NEWEST: u64 = 1;

/// Reads and checks a file with words about changes against the model it is for.
///
/// # Errors
/// Everything that is wrong with the file; also words about what the model does not name as changed: they belong to another edition of
/// it.
pub fn read_former_words(bytes: &[u8], model: &Model) -> Result<FormerWords, Problems> {
    Reading::of(bytes, "plumbline-changes", NEWEST, |root| {
        root.languages();
        let for_model = for_this_model(root, model, FileKind::Changes);
        let edition = root.id("edition");
        let items = all(root.items("items").iter().map(|node| former(node, model)));
        Some(FormerWords { model: for_model?, edition: edition?, items: items? })
    })
}

fn former(node: &Node<'_>, model: &Model) -> Option<FormerItem> {
    let id: Option<ItemId> = node.new_id("id");
    if let Some(id) = id.as_ref().filter(|id| !model.is_changed(id.as_str())) {
        node.complain(ProblemKind::NotChanged(id.to_string()));
    }
    let was = node.text("was");
    let why = node.text("why");
    Some(FormerItem { id: id?, was: was?, why: why? })
}

/// The list `changes` of a model or a profile, the oldest edition first; `present` has the ids of all that is asked. What `is_known`
/// elsewhere may have changed since, and it is told there what became of it.
pub(super) fn changes(
    root: &Node<'_>,
    present: Option<&BTreeSet<&str>>,
    is_known: impl Fn(&str) -> bool,
) -> Option<Vec<EditionChanges>> {
    let lists = root.optional_items("changes");
    let read = all(lists.iter().map(|node| {
        let edition = node.id("edition");
        let items = all(node.items("items").iter().map(item));
        Some(EditionChanges { edition: edition?, items: items? })
    }))?;
    // Where the questions can't be read, that is said already.
    let Some(present) = present else { return Some(read) };
    let mut gone: BTreeSet<&str> = BTreeSet::new();
    // From the last back: what an edition names is there now, or was changed by a later one.
    for (changes, node) in read.iter().zip(&lists).rev() {
        let nodes = node.items("items");
        for (change, node) in changes.items.iter().zip(&nodes) {
            let named = change.to.iter().chain((change.became == Became::New).then_some(&change.id));
            let is_there = |id: &str| present.contains(id) || gone.contains(id) || is_known(id);
            for id in named.filter(|id| !is_there(id.as_str())) {
                node.complain(ProblemKind::UnknownItem(id.to_string()));
            }
        }
        for (change, node) in changes.items.iter().zip(&nodes).filter(|(change, _)| change.became != Became::New) {
            if present.contains(change.id.as_str()) {
                node.complain(ProblemKind::StillAsked(change.id.to_string()));
            }
            if !gone.insert(change.id.as_str()) {
                node.complain(ProblemKind::BecameTwice(change.id.to_string()));
            }
        }
    }
    Some(read)
}

fn item(node: &Node<'_>) -> Option<ItemChange> {
    let id = node.id("id");
    let became = node.word("became", &Became::WORDS);
    let to = all(node.optional_items("to").iter().map(Node::as_id));
    let was = words(node, "was");
    let why = words(node, "why");
    if let (Some(became), Some(to)) = (became, &to) {
        let (fits, expected) = match became {
            Became::Renamed | Became::Merged | Became::Changed => (to.len() == 1, ProblemKind::OneExpected),
            Became::Split => (to.len() > 1, ProblemKind::SeveralExpected),
            Became::Removed | Became::New => (to.is_empty(), ProblemKind::NoneExpected),
        };
        if !fits {
            node.complain(expected);
        }
    }
    Some(ItemChange { id: id?, became: became?, to: to?, was: was?, why: why? })
}

/// A text that may be absent: nothing only where it is there and can't be read.
fn words(node: &Node<'_>, name: &str) -> Option<Option<Text>> {
    node.optional(name).map_or(Some(None), |found| found.as_text().map(Some))
}
