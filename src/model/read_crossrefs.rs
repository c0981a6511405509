//! Reads the frameworks and the cross-references to them.

use std::collections::{BTreeMap, BTreeSet};

use super::model_index::WhenNeeded;
use super::read::{Node, Reading, all};
use super::read_profile::{for_this_model, known_practice, level};
use super::{
    Crossrefs, FileKind, Framework, FrameworkId, IndicatorId, Level, Model, PracticeId, ProblemKind, Problems, ReaderRole,
    Reference, ReferenceStatus, Relationship,
};

/// The newest version of both formats that is understood.
const NEWEST: u64 = 1;

const RELATIONSHIPS: &[(&str, Relationship)] = &[("supports", Relationship::Supports), ("intersects", Relationship::Intersects)];

const STATUSES: &[(&str, ReferenceStatus)] =
    &[("proposed", ReferenceStatus::Proposed), ("corrected", ReferenceStatus::Corrected)];

/// Reads and checks a list of frameworks.
///
/// # Errors
/// Everything that is wrong with the file; also titles of a framework whose titles may not be shown.
pub fn read_frameworks(bytes: &[u8]) -> Result<Vec<Framework>, Problems> {
    Reading::of(bytes, "plumbline-frameworks", NEWEST, |root| all(root.items("frameworks").iter().map(framework)))
}

/// Reads and checks a file of cross-references against the model and the frameworks it is about.
///
/// # Errors
/// Everything that is wrong with the file; also practices, levels and frameworks that are not known, and a reference that is
/// there twice.
pub fn read_crossrefs(bytes: &[u8], model: &Model, frameworks: Vec<Framework>) -> Result<Crossrefs, Problems> {
    Reading::of(bytes, "plumbline-crossrefs", NEWEST, |root| {
        root.languages();
        let for_model = for_this_model(root, model, FileKind::Crossrefs);
        let edition = root.id("edition");
        let mut seen = BTreeSet::new();
        let references = all(root.items("references").iter().map(|node| reference(node, model, &frameworks, &mut seen)));
        Some(Crossrefs {
            model: for_model?,
            edition: edition?,
            frameworks,
            references: references?,
            index: WhenNeeded::default(),
        })
    })
}

fn framework(node: &Node<'_>) -> Option<Framework> {
    let id = node.new_id("id");
    let name = string(node, "name");
    let edition = string(node, "edition");
    let publisher = string(node, "publisher");
    let words = ReaderRole::ALL.map(|role| (role.key(), role));
    let roles = node.list("roles").and_then(|nodes| all(nodes.iter().map(|node| node.one_of(&words))));
    if roles.as_ref().is_some_and(Vec::is_empty) {
        node.complain(ProblemKind::NoRole);
    }
    let aliases = all(node.optional_items("aliases").iter().map(|node| node.as_string().map(str::to_owned)));
    let shown = node.flag("titles_may_be_shown");
    let titles = node.optional("titles").map_or_else(|| Some(BTreeMap::new()), |titles| titles.strings());
    if shown == Some(false) && titles.as_ref().is_some_and(|titles| !titles.is_empty()) {
        node.complain(ProblemKind::HiddenTitles);
    }
    shown?;
    Some(Framework {
        id: id?,
        name: name?,
        edition: edition?,
        publisher: publisher?,
        roles: roles?,
        aliases: aliases?,
        titles: titles?,
    })
}

fn string(node: &Node<'_>, name: &str) -> Option<String> {
    node.field(name)?.as_string().map(str::to_owned)
}

/// A reference's practice, level, framework and item: together they occur once.
type Key = (PracticeId, Level, FrameworkId, String);

fn reference(node: &Node<'_>, model: &Model, frameworks: &[Framework], seen: &mut BTreeSet<Key>) -> Option<Reference> {
    let practice = known_practice(node, "practice", model);
    let level = level(node, 1, model);
    let framework: Option<FrameworkId> = node.id("framework");
    if let Some(framework) = &framework
        && !frameworks.iter().any(|it| it.id == *framework)
    {
        node.complain(ProblemKind::UnknownFramework(framework.to_string()));
    }
    let statements = all(node.optional_items("statements").iter().map(Node::as_id));
    let item = string(node, "id");
    let relationship = node.word("relationship", RELATIONSHIPS);
    let rationale = node.text("rationale");
    let status = node.word("status", STATUSES);
    let (practice, level, framework, item) = (practice?, level?, framework?, item?);
    let statements: Vec<IndicatorId> = statements?;
    let is_of_level = |id: &IndicatorId| {
        let place = model.place_of(id);
        place.is_some_and(|place| Some(place.practice) == model.number_of(&practice) && place.level == level)
    };
    for statement in statements.iter().filter(|id| !is_of_level(id)) {
        let (statement, practice) = (statement.to_string(), practice.to_string());
        node.complain(ProblemKind::StatementElsewhere { statement, level, practice });
    }
    if !seen.insert((practice.clone(), level, framework.clone(), item.clone())) {
        let (framework, practice) = (framework.to_string(), practice.to_string());
        node.complain(ProblemKind::ReferenceTwice { item: item.clone(), framework, level, practice });
    }
    let (relationship, rationale, status) = (relationship?, rationale?, status?);
    Some(Reference { practice, level, statements, framework, item, relationship, rationale, status })
}
