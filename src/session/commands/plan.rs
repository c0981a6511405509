//! What becomes of planning: adding what is to be done, taking over what is proposed, putting it in order, and saying how far it is.

use std::collections::BTreeSet;

use crate::model::{AnswerScale, IndicatorId};
use crate::session::{
    Action, ActionId, ActionNeed, ActionState, ActionStatement, Answer, Change, Date, DoneOn, Dropped, EvidenceId, EvidenceKind,
    EvidenceUse, Owner, Place, Session, Work, Yes,
};

/// How far apart the places of two actions are that were put in order by hand, so that others fit in between.
const STEP: i64 = 1 << 20;

/// Adds an action of the people's own. It has only a title, which may be empty still.
#[must_use]
pub fn add_action(id: ActionId, title: String) -> Change {
    Change::Action(id, Some(Action { title, ..Action::default() }))
}

/// Something else that is said about an action from now on.
#[derive(Clone, Debug, PartialEq)]
pub enum ActionEdit {
    /// What is to be done.
    Title(String),
    /// How far it is.
    State(ActionState),
    /// Who sees to it.
    Owner(Option<Owner>),
    /// When it is to begin.
    Start(Option<Date>),
    /// By when it is to be done.
    Due(Option<Date>),
    /// How much work it is.
    Work(Option<Work>),
    /// What it costs.
    Cost(String),
    /// What else there is to say.
    Note(String),
}

/// Alters actions, in one step. What is not named stays as it is, and so do actions that were taken out meanwhile.
#[must_use]
pub fn edit_actions<'a>(session: &Session, edits: impl IntoIterator<Item = (&'a ActionId, &'a [ActionEdit])>) -> Change {
    let edit = |(id, edits): (&ActionId, &[ActionEdit])| {
        alter_action(session, id, |action| edits.iter().cloned().for_each(|edit| edit_action(action, edit)))
    };
    Change::Together(edits.into_iter().filter_map(edit).collect())
}

fn edit_action(action: &mut Action, edit: ActionEdit) {
    match edit {
        ActionEdit::Title(title) => action.title = title,
        ActionEdit::State(state) => action.state = state,
        ActionEdit::Owner(owner) => action.owner = owner,
        ActionEdit::Start(start) => action.start = start,
        ActionEdit::Due(due) => action.due = due,
        ActionEdit::Work(work) => action.work = work,
        ActionEdit::Cost(cost) => action.cost = cost,
        ActionEdit::Note(note) => action.note = note,
    }
}

/// Puts an action into the plan with the statements that it will satisfy, in one step.
#[must_use]
pub fn plan_action(id: ActionId, action: Action, statements: impl IntoIterator<Item = IndicatorId>) -> Change {
    let serves = statements.into_iter().map(|indicator| serve(&id, indicator, true)).collect::<Vec<_>>();
    Change::Together(std::iter::once(Change::Action(id, Some(action))).chain(serves).collect())
}

/// Alters what is said about an action.
#[must_use]
pub fn alter_action(session: &Session, id: &ActionId, alter: impl FnOnce(&mut Action)) -> Option<Change> {
    let mut action = session.action(id)?.clone();
    alter(&mut action);
    Some(Change::Action(id.clone(), Some(action)))
}

/// Takes an action out of the plan, with what is said of what it serves and waits for.
#[must_use]
pub fn take_action_out(session: &Session, id: &ActionId) -> Change {
    let stood_for = session.statements_of(id).into_iter().map(|indicator| serve(id, indicator.clone(), false));
    let needs =
        session.action_needs.iter().filter(|(need, fact)| fact.value().is_some() && (need.action == *id || need.needs == *id));
    let needs = needs.map(|(need, _)| Change::ActionNeed(need.clone(), None));
    Change::Together(stood_for.chain(needs).chain([Change::Action(id.clone(), None)]).collect())
}

/// Says that an action will satisfy a statement, or that it will not.
#[must_use]
pub fn serve(action: &ActionId, indicator: IndicatorId, on: bool) -> Change {
    Change::ActionStatement(ActionStatement { indicator, action: action.clone() }, on.then_some(Yes))
}

/// Says that an action can only be done once another one is. Nothing where that one waits for it already: none of them could ever begin.
#[must_use]
pub fn wait_for(session: &Session, action: &ActionId, needs: &ActionId) -> Option<Change> {
    let goes_round = action == needs || waits_for(session, needs).contains(action);
    (!goes_round).then(|| Change::ActionNeed(ActionNeed { action: action.clone(), needs: needs.clone() }, Some(Yes)))
}

/// Says that an action need not wait for another one.
#[must_use]
pub fn wait_no_longer(action: &ActionId, needs: &ActionId) -> Change {
    Change::ActionNeed(ActionNeed { action: action.clone(), needs: needs.clone() }, None)
}

/// All that an action waits for, near and far.
fn waits_for<'a>(session: &'a Session, action: &ActionId) -> BTreeSet<&'a ActionId> {
    let mut all: BTreeSet<&ActionId> = BTreeSet::new();
    let mut to_see: Vec<&ActionId> = session.needs_of(action).collect();
    while let Some(next) = to_see.pop() {
        if all.insert(next) {
            to_see.extend(session.needs_of(next));
        }
    }
    all
}

/// Says how far an action is.
#[must_use]
pub fn set_state(session: &Session, id: &ActionId, state: ActionState) -> Option<Change> {
    alter_action(session, id, |action| action.state = state)
}

/// Says that an action is done since a day. None of its statements is met by that alone.
#[must_use]
pub fn finish(session: &Session, id: &ActionId, on: Date) -> Option<Change> {
    set_state(session, id, ActionState::Done(DoneOn { on: Some(on), ..DoneOn::default() }))
}

/// Drops an action, for a reason.
#[must_use]
pub fn drop_action(session: &Session, id: &ActionId, reason: String) -> Option<Change> {
    let mut dropped = match &session.action(id)?.state {
        ActionState::Dropped(dropped) => dropped.clone(),
        ActionState::Open | ActionState::UnderWay | ActionState::Done(_) => Dropped::default(),
    };
    dropped.reason = reason;
    set_state(session, id, ActionState::Dropped(dropped))
}

/// Makes the plan what was tried in a what-if, in one step: what was switched off is dropped for this reason and can be taken up again, what
/// was dropped and switched on is ahead again, and what was proposed and switched on is planned. Actions that were taken out meanwhile stay out.
#[must_use]
pub fn keep_what_if(
    session: &Session,
    off: &[ActionId],
    again: &[ActionId],
    planned: Vec<(ActionId, Action, Vec<IndicatorId>)>,
    why_off: &str,
) -> Change {
    let off = off.iter().filter_map(|id| drop_action(session, id, why_off.to_owned()));
    let again = again.iter().filter_map(|id| set_state(session, id, ActionState::Open));
    let planned = planned.into_iter().map(|(id, action, statements)| plan_action(id, action, statements));
    Change::Together(off.chain(again).chain(planned).collect())
}

/// Puts an action in another place of the list as it is shown: before the one that stands at `to`, counted without itself. From then on
/// people's own order holds for all that is shown. Nothing where it stands there already, or is not shown.
#[must_use]
pub fn move_action(session: &Session, shown: &[ActionId], id: &ActionId, to: usize) -> Option<Change> {
    let from = shown.iter().position(|it| it == id)?;
    let to = to.min(shown.len().saturating_sub(1));
    if from == to {
        return None;
    }
    let mut order: Vec<&ActionId> = shown.iter().filter(|it| *it != id).collect();
    order.insert(to, id);
    let rank = |id: &ActionId| session.action(id).and_then(|it| it.rank);
    let ranks: Option<Vec<i64>> = order.iter().filter(|it| **it != id).map(|it| rank(it)).collect();
    // Where all others have a place and there is room between the two, only this one is altered: who moves another one meanwhile keeps that.
    if let Some(between) =
        ranks.filter(|ranks| ranks.is_sorted_by(|one, other| one < other)).and_then(|ranks| between(&ranks, to))
    {
        return alter_action(session, id, |action| action.rank = Some(between));
    }
    let places = order.into_iter().zip(1_i64..);
    let changes =
        places.filter_map(|(id, place)| alter_action(session, id, |action| action.rank = Some(place.saturating_mul(STEP))));
    Some(Change::Together(changes.collect()))
}

/// Says of actions when they begin and by when they are to be done.
#[must_use]
pub fn set_days(session: &Session, days: &[(ActionId, Date, Date)]) -> Change {
    let dated = |(id, start, due): &(ActionId, Date, Date)| {
        alter_action(session, id, |action| (action.start, action.due) = (Some(*start), Some(*due)))
    };
    Change::Together(days.iter().filter_map(dated).collect())
}

/// A place before the one at `to`, if there is room.
fn between(ranks: &[i64], to: usize) -> Option<i64> {
    let before = to.checked_sub(1).and_then(|at| ranks.get(at)).copied();
    match (before, ranks.get(to).copied()) {
        (Some(before), Some(after)) => {
            let middle = before.midpoint(after);
            (before < middle && middle < after).then_some(middle)
        }
        (Some(before), None) => before.checked_add(STEP),
        (None, Some(after)) => after.checked_sub(STEP),
        (None, None) => None,
    }
}

/// Forgets the order that somebody made by hand: the proposed one holds again.
#[must_use]
pub fn forget_order(session: &Session) -> Change {
    let by_hand = session.planned().filter(|(_, action)| action.rank.is_some());
    let changes = by_hand.map(|(id, action)| Change::Action(id.clone(), Some(Action { rank: None, ..action.clone() })));
    Change::Together(changes.collect())
}

/// Says of statements that they are met now, each where that was confirmed, with what shows it: a piece of evidence of this id and title for
/// all of them, where it has a title.
#[must_use]
pub fn confirm_met(places: Vec<Place<IndicatorId>>, evidence: Option<(EvidenceId, String)>, scale: &AnswerScale) -> Change {
    let evidence = evidence.filter(|(_, title)| !title.trim().is_empty());
    let mut changes = Vec::new();
    if let Some((id, title)) = &evidence {
        let given = crate::session::Evidence::new(title.trim(), EvidenceKind::Document);
        changes.push(Change::Evidence(id.clone(), Some(given)));
        changes.extend(places.iter().map(|at| {
            let given = EvidenceUse { indicator: at.on.clone(), part: at.part.clone(), evidence: id.clone() };
            Change::EvidenceUse(given, Some(Yes))
        }));
    }
    changes.extend(places.into_iter().map(|at| Change::Answer(at, Some(Answer::full(scale)))));
    Change::Together(changes)
}
