//! What a statement rests on: other statements without which it can't be met, such as the list whose every item it asks about.

use std::collections::{BTreeMap, BTreeSet};

use super::read::{Node, all};
use super::{Group, Indicator, IndicatorId, ProblemKind};

/// The member `depends_on` of a statement, which may be absent.
pub(super) fn depends_on(node: &Node<'_>) -> Option<Vec<IndicatorId>> {
    all(node.optional_items("depends_on").iter().map(Node::as_id))
}

/// Complains of statements that rest on what the model does not ask, or in a circle on themselves.
pub(super) fn check(root: &Node<'_>, groups: &[Group]) {
    let statements: BTreeMap<&str, &Indicator> = groups
        .iter()
        .flat_map(Group::all_practices)
        .flat_map(|practice| &practice.levels)
        .flat_map(|guide| &guide.indicators)
        .map(|indicator| (indicator.id.as_str(), indicator))
        .collect();
    let circles = circles(&statements);
    for node in root.items("groups") {
        check_group(&node, &statements, &circles);
    }
}

fn check_group(group: &Node<'_>, statements: &BTreeMap<&str, &Indicator>, circles: &BTreeSet<&str>) {
    for inner in group.optional_items("groups") {
        check_group(&inner, statements, circles);
    }
    let practices = group.optional_items("practices");
    let levels = practices.iter().flat_map(|practice| practice.optional_items("levels"));
    for statement in levels.flat_map(|level| level.optional_items("indicators")) {
        let id = statement.field("id").and_then(|id| id.as_string());
        for needed in statement.optional_items("depends_on") {
            match needed.as_string() {
                Some(needs) if !statements.contains_key(needs) => {
                    needed.complain(ProblemKind::UnknownStatement(needs.to_owned()))
                }
                Some(_) if id.is_some_and(|id| circles.contains(id)) => needed.complain(ProblemKind::RestsOnItself),
                _ => {}
            }
        }
    }
}

/// The statements that rest on themselves, directly or by way of others: what is left when whatever rests on nothing, or only on what went
/// before, is taken away, and then what nothing of the rest rests on.
fn circles<'m>(statements: &BTreeMap<&'m str, &'m Indicator>) -> BTreeSet<&'m str> {
    let edges = || {
        statements.iter().flat_map(|(id, it)| {
            it.depends_on.iter().filter_map(|needs| Some((*id, *statements.get_key_value(needs.as_str())?.0)))
        })
    };
    let forward = without_ends(statements.keys().copied(), edges());
    let there = |(from, to): &(&str, &str)| forward.contains(from) && forward.contains(to);
    without_ends(forward.iter().copied(), edges().filter(there).map(|(from, to)| (to, from)))
}

/// What is left when, again and again, whatever leads nowhere is taken away.
fn without_ends<'m>(all: impl Iterator<Item = &'m str>, edges: impl Iterator<Item = (&'m str, &'m str)>) -> BTreeSet<&'m str> {
    let mut ways: BTreeMap<&str, usize> = all.map(|id| (id, 0)).collect();
    let mut led_to_by: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (from, to) in edges {
        *ways.entry(from).or_default() += 1;
        led_to_by.entry(to).or_default().push(from);
    }
    let mut ends: Vec<&str> = ways.iter().filter(|(_, count)| **count == 0).map(|(id, _)| *id).collect();
    while let Some(end) = ends.pop() {
        ways.remove(end);
        for from in led_to_by.remove(end).unwrap_or_default() {
            let Some(count) = ways.get_mut(from) else { continue };
            *count = count.saturating_sub(1);
            if *count == 0 {
                ends.push(from);
            }
        }
    }
    ways.into_keys().collect()
}
