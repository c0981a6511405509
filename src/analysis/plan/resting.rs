//! What the statements of actions rest on: other actions, which come first, and statements that no action is for.
//!
//! What somebody said of an action by hand wins: where by that the other one would have to wait, what the statements say does not count. Nor
//! does it where actions are cut so that each rests on the other: then none of them could begin.
//!
//! Many actions may be for the same statement, and many may rest on it. So each statement knows once which actions are for it, and nobody ever
//! goes through all pairs.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::planned::PlannedAction;
use crate::analysis::{Assessment, Results, rests_on};
use crate::model::{IndicatorId, order};
use crate::session::ActionId;

/// The actions ahead that are for one statement, shared by all that rest on it.
#[derive(Debug, PartialEq, Eq)]
pub struct ActionsBefore {
    /// Which of all such it is, within one plan.
    pub(super) number: usize,
    /// The actions; never none.
    pub(super) actions: Vec<ActionId>,
}

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
    // Statements are numbered behind the actions.
    let numbers: BTreeMap<&IndicatorId, usize> = order::map(ahead_for.keys().copied().zip(all.len()..));
    // Many actions have the same statements, and many statements rest on the same.
    let mut known: BTreeMap<&IndicatorId, Vec<&IndicatorId>> = BTreeMap::new();
    let mut needs: Vec<Vec<usize>> = Vec::new();
    let mut unplanned: Vec<Vec<IndicatorId>> = Vec::new();
    for it in &*all {
        let (mut on, mut open) = (Vec::new(), Vec::new());
        if it.action.is_ahead() {
            let mut looked_at = order::set(it.statements.iter().map(|(id, _)| id));
            for (id, _) in it.statements.iter().filter(|(_, verdict)| !verdict.is_fulfilled()) {
                let needed = known.entry(id).or_insert_with(|| missing_before(assessment, results, id));
                for needed in needed.iter().copied().filter(|needed| looked_at.insert(needed)) {
                    match numbers.get(needed) {
                        Some(number) => on.push(*number),
                        None if !done_for.contains(needed) => open.push(needed.clone()),
                        None => {}
                    }
                }
            }
        }
        needs.push(on);
        unplanned.push(open);
    }
    let rests_on = without_circles(all, needs, ahead_for.into_values().collect());
    for ((it, open), rests_on) in all.iter_mut().zip(unplanned).zip(rests_on) {
        it.unplanned = open;
        it.rests_on = rests_on;
    }
}

fn missing_before<'a>(assessment: &Assessment<'a>, results: &Results, id: &IndicatorId) -> Vec<&'a IndicatorId> {
    rests_on(assessment, results, id).into_iter().map(|it| &it.indicator.id).collect()
}

/// For each action those that come before it and by no way come after it, with what people said. `needs` are the numbers of the statements on
/// which each rests, and `made_by` the actions for each statement.
fn without_circles(all: &[PlannedAction], needs: Vec<Vec<usize>>, made_by: Vec<Vec<usize>>) -> Vec<Vec<Arc<ActionsBefore>>> {
    let places: BTreeMap<&ActionId, usize> = order::map(all.iter().zip(0..).map(|(it, at)| (&it.id, at)));
    let with_said = all.iter().zip(&needs).map(|(it, needs)| {
        let said = it.waits_for.iter().filter_map(|id| places.get(id));
        needs.iter().chain(said).copied().collect::<Vec<_>>()
    });
    let next: Vec<Vec<usize>> = with_said.chain(made_by.iter().cloned()).collect();
    let parts = circles(&next);
    let is_same = |one: usize, other: usize| parts.get(one) == parts.get(other);
    let shared =
        |number: usize, actions: Vec<ActionId>| (!actions.is_empty()).then(|| Arc::new(ActionsBefore { number, actions }));
    let before: Vec<[Option<Arc<ActionsBefore>>; 2]> = made_by
        .iter()
        .zip(all.len()..)
        .map(|(made_by, statement)| {
            let ids = |is_wanted: &dyn Fn(usize) -> bool| {
                let wanted = made_by.iter().copied().filter(|at| is_wanted(*at));
                wanted.filter_map(|at| Some(all.get(at)?.id.clone())).collect()
            };
            // Who stands in a circle with the statement waits only for those that do not.
            let beside = |at| !is_same(at, statement);
            [shared(2 * statement, ids(&|_| true)), shared(2 * statement + 1, ids(&beside))]
        })
        .collect();
    let of = |at: usize, statement: usize| {
        let [every, beside] = before.get(statement.checked_sub(all.len())?)?;
        if is_same(at, statement) { beside.clone() } else { every.clone() }
    };
    let each = needs.into_iter().enumerate();
    each.map(|(at, needs)| needs.into_iter().filter_map(|statement| of(at, statement)).collect()).collect()
}

/// All that can be reached, what something leads to before it, else in their order; what leads to itself is begun where it is come upon first.
pub(super) fn what_it_leads_to_first(next: &[Vec<usize>]) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::new();
    let mut begun: BTreeSet<usize> = BTreeSet::new();
    for first in 0..next.len() {
        // Each with how many of those to which it leads were looked at.
        let mut path: Vec<(usize, usize)> = if begun.insert(first) { vec![(first, 0)] } else { Vec::new() };
        while let Some((at, seen)) = path.last_mut() {
            match next.get(*at).and_then(|next| next.get(*seen)).copied() {
                Some(needed) => {
                    *seen += 1;
                    if begun.insert(needed) {
                        path.push((needed, 0));
                    }
                }
                None => {
                    order.push(*at);
                    path.pop();
                }
            }
        }
    }
    order
}

/// To which circle each belongs: two are in the same one if each leads to the other. Every way is gone twice, however they are tangled.
fn circles(next: &[Vec<usize>]) -> Vec<Option<usize>> {
    let mut back: Vec<Vec<usize>> = vec![Vec::new(); next.len()];
    for (from, all) in next.iter().enumerate() {
        for to in all {
            if let Some(back) = back.get_mut(*to) {
                back.push(from);
            }
        }
    }
    let mut circles: Vec<Option<usize>> = vec![None; next.len()];
    for first in what_it_leads_to_first(next).into_iter().rev() {
        let mut ahead = vec![first];
        while let Some(at) = ahead.pop() {
            let Some(circle @ None) = circles.get_mut(at) else { continue };
            *circle = Some(first);
            ahead.extend(back.get(at).into_iter().flatten());
        }
    }
    circles
}
