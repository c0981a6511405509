//! Characteristics: several things that a model wants of a system at once, such as security, safety and privacy, and what one of them does
//! to another. A model that names none has none of this.

use super::read::{Node, all};
use super::{CharacteristicId, Group, KnownConflictId, Model, Practice, PracticeId, ProblemKind, Text};

/// Something that is wanted of a system, beside others that may stand against it.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Characteristic {
    /// Its id.
    pub id: CharacteristicId,
    /// Its name.
    pub name: Text,
    /// What it means.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub meaning: Text,
    /// What to ask oneself to find out how much it matters.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub question: Text,
}

/// What is known of two characteristics, for any system: that one helps the other, or hinders it.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct KnownConflict {
    /// Its id.
    pub id: KnownConflictId,
    /// What the one does to the other.
    pub effect: Effect,
    /// The characteristic for which something is done.
    pub from: CharacteristicId,
    /// The characteristic to which that does something.
    pub to: CharacteristicId,
    /// Why.
    pub why: Text,
    /// A short, made-up example.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub example: Text,
    /// The practices in which it shows; any, where there are none.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub practices: Vec<PracticeId>,
}

/// What one characteristic does to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(rename_all = "snake_case"))]
pub enum Effect {
    /// What is done for the one does the other good, too.
    Helps,
    /// What is done for the one stands against the other.
    Hinders,
}

/// The fewest and the most that a model can name: with one there is nothing to weigh, and nobody keeps more than a dozen in order.
const COUNTS: std::ops::RangeInclusive<usize> = 2..=12;

impl Model {
    /// Whether it names characteristics.
    #[must_use]
    pub fn has_characteristics(&self) -> bool {
        !self.characteristics.is_empty()
    }

    /// The characteristic of that id.
    #[must_use]
    pub fn characteristic(&self, id: &CharacteristicId) -> Option<&Characteristic> {
        self.characteristics.iter().find(|it| it.id == *id)
    }

    /// The characteristics that a practice serves, in the model's order: those that it names, or all.
    pub fn characteristics_of(&self, practice: &Practice) -> impl Iterator<Item = &Characteristic> {
        self.characteristics.iter().filter(|it| practice.characteristics.is_empty() || practice.characteristics.contains(&it.id))
    }
}

/// The characteristics that a model names, which may be none.
pub(super) fn characteristics(root: &Node<'_>) -> Option<Vec<Characteristic>> {
    let Some(node) = root.optional("characteristics") else { return Some(Vec::new()) };
    let nodes = root.list("characteristics")?;
    // Before anything of them is read: a file may have a hundred thousand.
    if !nodes.is_empty() && !COUNTS.contains(&nodes.len()) {
        node.complain(ProblemKind::CharacteristicCount { found: nodes.len() });
        return None;
    }
    all(nodes.iter().map(|node| {
        let id = node.new_id("id");
        let (name, meaning, question) = (node.text("name"), node.optional_text("meaning"), node.optional_text("question"));
        Some(Characteristic { id: id?, name: name?, meaning: meaning?, question: question? })
    }))
}

/// What is known of the characteristics of a model. Where it names none, a member of that name is as any other that is not known.
pub(super) fn known_conflicts(
    root: &Node<'_>,
    characteristics: &[Characteristic],
    groups: Option<&[Group]>,
    model: &str,
) -> Option<Vec<KnownConflict>> {
    if characteristics.is_empty() {
        return Some(Vec::new());
    }
    let practices = groups.map(|groups| groups.iter().flat_map(Group::all_practices).map(|it| &it.id).collect::<Vec<_>>());
    let practice = |node: &Node<'_>| {
        let id: PracticeId = node.as_id()?;
        if practices.as_ref().is_some_and(|practices| !practices.contains(&&id)) {
            node.complain(ProblemKind::UnknownPractice { model: model.to_owned(), practice: id.to_string() });
        }
        Some(id)
    };
    all(root.optional_items("conflicts").iter().map(|node| {
        let id = node.new_id("id");
        let effect = node.word("effect", &[("helps", Effect::Helps), ("hinders", Effect::Hinders)]);
        let [from, to] = ["from", "to"].map(|end| one_of(&node.field(end)?, characteristics));
        if from.is_some() && from == to {
            node.complain(ProblemKind::StandsAgainstItself);
        }
        let (why, example) = (node.text("why"), node.optional_text("example"));
        let practices = all(node.optional_items("practices").iter().map(practice));
        Some(KnownConflict {
            id: id?,
            effect: effect?,
            from: from?,
            to: to?,
            why: why?,
            example: example?,
            practices: practices?,
        })
    }))
}

/// One of the characteristics that the model names.
fn one_of(node: &Node<'_>, characteristics: &[Characteristic]) -> Option<CharacteristicId> {
    let id: CharacteristicId = node.as_id()?;
    if characteristics.iter().all(|it| it.id != id) {
        node.complain(ProblemKind::UnknownCharacteristic(id.to_string()));
    }
    Some(id)
}

/// Reads which characteristics practices serve. In a model that names none, a member of that name is as any other that is not known.
pub(super) fn served(root: &Node<'_>, characteristics: &[Characteristic], groups: &mut [Group]) {
    if !characteristics.is_empty() {
        for (node, group) in root.items("groups").iter().zip(groups) {
            served_in(node, characteristics, group);
        }
    }
}

fn served_in(node: &Node<'_>, characteristics: &[Characteristic], group: &mut Group) {
    for (node, inner) in node.optional_items("groups").iter().zip(&mut group.groups) {
        served_in(node, characteristics, inner);
    }
    for (node, practice) in node.optional_items("practices").iter().zip(&mut group.practices) {
        for named in node.optional_items("characteristics") {
            let Some(id) = one_of(&named, characteristics) else { continue };
            if practice.characteristics.contains(&id) {
                named.complain(ProblemKind::CharacteristicTwice(id.to_string()));
            } else {
                practice.characteristics.push(id);
            }
        }
    }
}
