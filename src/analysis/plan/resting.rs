//! What the statements of actions rest on: other actions, which come first, and statements that no action is for.
//!
//! What somebody said of an action by hand wins: where by that the other one would have to wait, what the statements say does not count. Nor
//! does it where actions are cut so that each rests on the other: then none of them could begin.

use std::collections::{BTreeMap, BTreeSet};

use super::planned::PlannedAction;
use crate::analysis::{Assessment, Results, rests_on};
use crate::model::{IndicatorId, in_circles, order};
use crate::session::ActionId;

/// One action and another one, by their places: the first comes after the other.
type Edge = (usize, usize);

/// Says of each action that is ahead on what its missing statements rest.
pub(super) fn say_what_they_rest_on(assessment: &Assessment<'_>, results: &Results, all: &mut [PlannedAction]) {
    let mut ahead_for: BTreeMap<&IndicatorId, Vec<usize>> = BTreeMap::new();
    let mut done_for: BTreeSet<&IndicatorId> = BTreeSet::new();
    for (at, it) in all.iter().enumerate() {
        let statements = it.statements.iter().map(|(id, _)| id);
        if it.action.is_ahead() {
            statements.for_each(|id| ahead_for.entry(id).or_default().push(at));
        } else if it.action.is_done() {
            // Done is not met: that is confirmed elsewhere, and needs no other action.
            done_for.extend(statements);
        }
    }
    // Many actions have the same statements, and many statements rest on the same.
    let mut known: BTreeMap<&IndicatorId, Vec<&IndicatorId>> = BTreeMap::new();
    let mut edges: Vec<Edge> = Vec::new();
    let mut unplanned: Vec<Vec<IndicatorId>> = Vec::new();
    for (at, it) in all.iter().enumerate() {
        let mut open = Vec::new();
        if it.action.is_ahead() {
            let own = order::set(it.statements.iter().map(|(id, _)| id));
            let mut looked_at = own.clone();
            let mut on = BTreeSet::new();
            for (id, _) in it.statements.iter().filter(|(_, verdict)| !verdict.is_fulfilled()) {
                let needed = known.entry(id).or_insert_with(|| missing_before(assessment, results, id));
                for needed in needed.iter().copied().filter(|needed| looked_at.insert(needed)) {
                    match ahead_for.get(needed) {
                        Some(others) => on.extend(others.iter().copied()),
                        None if !done_for.contains(needed) => open.push(needed.clone()),
                        None => {}
                    }
                }
            }
            edges.extend(on.into_iter().map(|other| (at, other)));
        }
        unplanned.push(open);
    }
    let edges = without_circles(all, edges);
    let ids: Vec<ActionId> = all.iter().map(|it| it.id.clone()).collect();
    for (it, open) in all.iter_mut().zip(unplanned) {
        it.unplanned = open;
    }
    for (at, other) in edges {
        if let (Some(it), Some(other)) = (all.get_mut(at), ids.get(other)) {
            it.rests_on.push(other.clone());
        }
    }
}

fn missing_before<'a>(assessment: &Assessment<'a>, results: &Results, id: &IndicatorId) -> Vec<&'a IndicatorId> {
    rests_on(assessment, results, id).into_iter().map(|it| &it.indicator.id).collect()
}

/// Those that close no circle, with what people said.
fn without_circles(all: &[PlannedAction], mut edges: Vec<Edge>) -> Vec<Edge> {
    if edges.is_empty() {
        return edges;
    }
    let places: BTreeMap<&ActionId, usize> = order::map(all.iter().zip(0..).map(|(it, at)| (&it.id, at)));
    let mut ways: Vec<Edge> = edges.clone();
    for (at, it) in all.iter().enumerate() {
        ways.extend(it.waits_for.iter().filter_map(|id| Some((at, *places.get(id)?))));
    }
    let circling = in_circles(0..all.len(), &ways);
    if !circling.is_empty() {
        let mut next: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (from, to) in ways.into_iter().filter(|(from, to)| circling.contains(from) && circling.contains(to)) {
            next.entry(from).or_default().push(to);
        }
        edges.retain(|(at, other)| !circling.contains(at) || !leads_to(&next, *other, *at));
    }
    edges
}

fn leads_to(next: &BTreeMap<usize, Vec<usize>>, from: usize, to: usize) -> bool {
    let (mut ahead, mut seen) = (vec![from], BTreeSet::new());
    while let Some(at) = ahead.pop() {
        if at == to {
            return true;
        }
        if seen.insert(at) {
            ahead.extend(next.get(&at).into_iter().flatten().copied());
        }
    }
    false
}
