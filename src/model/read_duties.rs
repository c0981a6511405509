//! Reads what a profile says that something outside demands.

use std::collections::BTreeSet;

use super::read::{Node, all};
use super::read_profile::{known_practice, level};
use super::{Applies, BadId, DutyId, DutyRole, ExtraIndicator, IndicatorId, Law, Minimum, Model, PracticeId, ProblemKind};

/// The list `minimums` of a profile, each still with the id that the file gives it, if it gives one.
pub(super) struct Demands<'a> {
    nodes: Vec<Node<'a>>,
    read: Vec<Option<(Option<DutyId>, Minimum)>>,
}

impl<'a> Demands<'a> {
    pub(super) fn of(root: &Node<'a>, model: &Model) -> Self {
        let nodes = root.optional_items("minimums");
        let read = nodes.iter().map(|node| minimum(node, model)).collect();
        Self { nodes, read }
    }

    /// All of them, if every one could be read. The statements that they need have to be the model's or among those that the profile
    /// adds, of the same practice; where these can't be read (`None`), that is said already.
    pub(super) fn checked(self, model: &Model, extras: Option<&[ExtraIndicator]>) -> Option<Vec<Minimum>> {
        let extras = extras?;
        let mut named = BTreeSet::new();
        named.extend(self.read.iter().flatten().filter_map(|(id, _)| id.clone()));
        let checked = self.nodes.iter().zip(self.read).map(|(node, read)| {
            let (id, mut minimum) = read?;
            for needed in std::mem::take(&mut minimum.needs) {
                minimum.needs.extend(statements(node, needed, &minimum.practice, model, extras));
            }
            minimum.id = id.unwrap_or_else(|| made_id(minimum.id, &mut named));
            Some(minimum)
        });
        all(checked)
    }
}

fn minimum(node: &Node<'_>, model: &Model) -> Option<(Option<DutyId>, Minimum)> {
    let id = if node.optional("id").is_some() { node.new_id("id").map(Some) } else { Some(None) };
    let practice = known_practice(node, "practice", model);
    let level = level(node, 1, model);
    let needs = all(node.optional_items("needs").iter().map(Node::as_id));
    let applies = node.optional("applies").map_or(Some(None), |node| applies(&node).map(Some));
    let law = node.optional("law").map_or(Some(None), |node| law(&node).map(Some));
    let source = node.text("source");
    let practice = practice?;
    let minimum = Minimum {
        // Stands for the practice's until it is known which ids the file gives.
        id: DutyId::from(&practice),
        practice,
        level: level?,
        needs: needs?,
        applies: applies?,
        law: law?,
        source: source?,
    };
    Some((id?, minimum))
}

fn applies(node: &Node<'_>) -> Option<Applies> {
    let to = all(node.optional_items("to").iter().map(|node| node.one_of(&DutyRole::WORDS)));
    let places = all(node.optional_items("places").iter().map(Node::as_id));
    let what = node.optional("what").map_or(Some(None), |node| node.as_text().map(Some));
    let from = node.optional("from").map_or(Some(None), |node| node.as_day().map(Some));
    let until = node.optional("until").map_or(Some(None), |node| node.as_day().map(Some));
    if let (Some(Some(from)), Some(Some(until))) = (from, until)
        && until < from
    {
        node.complain(ProblemKind::EndsBeforeItBegins);
    }
    Some(Applies { to: to?, places: places?, what: what?, from: from?, until: until? })
}

fn law(node: &Node<'_>) -> Option<Law> {
    let name = node.text("name");
    let link = node.optional("link").map_or(Some(None), |node| {
        let link = node.as_string()?;
        if !link.starts_with("https://") || link.contains(char::is_whitespace) {
            node.complain(ProblemKind::NotAWebAddress);
        }
        Some(Some(link.to_owned()))
    });
    Some(Law { name: name?, link: link? })
}

/// The statements that an id stands for: itself or, where an older edition had it, what became of it.
fn statements(
    node: &Node<'_>,
    id: IndicatorId,
    practice: &PracticeId,
    model: &Model,
    extras: &[ExtraIndicator],
) -> Vec<IndicatorId> {
    let number = model.number_of(practice);
    let is_asked = |id: &IndicatorId| {
        let added = extras.iter().any(|extra| extra.indicator.id == *id && extra.practice == *practice);
        added || model.place_of(id).is_some_and(|place| Some(place.practice) == number)
    };
    if is_asked(&id) {
        return vec![id];
    }
    let now = model.became(id.as_str()).into_iter().filter_map(|id| IndicatorId::try_from(id.as_str()).ok());
    let now: Vec<IndicatorId> = now.filter(is_asked).collect();
    // Where the practice is not known, that is said already.
    if now.is_empty() && number.is_some() {
        node.complain(ProblemKind::UnknownNeed { statement: id.to_string(), practice: practice.to_string() });
    }
    now
}

/// An id made from the practice's, and told apart from those that are there by a number. Who wants an id that stays, whatever else the
/// profile demands of the practice, gives one.
fn made_id(of_practice: DutyId, named: &mut BTreeSet<DutyId>) -> DutyId {
    let base: String = of_practice.as_str().chars().take(BadId::LONGEST - 6).collect();
    let numbered = (2_u16..).filter_map(|number| DutyId::try_from(format!("{base}.{number}")).ok());
    let mut all = std::iter::once(of_practice.clone()).chain(numbered);
    let made = all.find(|id| !named.contains(id)).unwrap_or(of_practice);
    named.insert(made.clone());
    made
}
