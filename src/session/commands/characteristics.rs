//! What is said of characteristics: how much of a practice each needs and has, in which order they come, where they stand against each other.

use serde_json::Map;

use crate::model::{CharacteristicId, Level};
use crate::session::{
    Change, CharacteristicState, CharacteristicTarget, Conflict, ConflictDecision, ConflictId, ConflictWay, OfCharacteristic,
    Ordered, Place, Priority, RoundId, Session, Subject,
};

/// What is said in a round of something that holds in later ones, too.
fn in_round<Id>(on: Id, round: &RoundId) -> Subject<Id> {
    Subject { on, round: round.clone(), part: None }
}

/// The round before, in which something may be said that goes on.
fn before<'a>(session: &'a Session, round: &RoundId) -> Option<&'a RoundId> {
    session.rounds_in_order().map(|(id, _)| id).rfind(|id| *id < round)
}

/// Says how much of a practice one characteristic needs, or that it needs what the practice needs (`None`). What was typed stays.
#[must_use]
pub fn set_characteristic_target(session: &Session, round: &RoundId, of: &OfCharacteristic, level: Option<Level>) -> Change {
    let now = session.characteristic_target(of, round);
    let earlier = before(session, round).and_then(|before| session.characteristic_target(of, before)?.level);
    let reason = now.filter(|_| level.is_some()).map(|it| it.reason.clone()).unwrap_or_default();
    let unknown = now.map(|it| it.unknown.clone()).unwrap_or_default();
    // What an earlier round says would go on if nothing was said in this one.
    let says = level.is_some() || earlier.is_some();
    Change::CharacteristicTarget(in_round(of.clone(), round), says.then_some(CharacteristicTarget { level, reason, unknown }))
}

/// Says why one characteristic needs so much. Nothing where it needs what the practice needs.
#[must_use]
pub fn explain_characteristic_target(
    session: &Session,
    round: &RoundId,
    of: &OfCharacteristic,
    reason: String,
) -> Option<Change> {
    let now = session.characteristic_target(of, round).filter(|it| it.level.is_some())?.clone();
    Some(Change::CharacteristicTarget(in_round(of.clone(), round), Some(CharacteristicTarget { reason, ..now })))
}

/// Says where a practice stands for one characteristic, or takes that back (`None`): then it stands where the practice stands.
#[must_use]
pub fn set_characteristic_state(session: &Session, at: Place<OfCharacteristic>, level: Option<Level>) -> Change {
    let now = session.characteristic_states.get(&at).and_then(|fact| fact.value()).cloned();
    let state = level.map(|level| match now {
        Some(now) => CharacteristicState { level, ..now },
        None => CharacteristicState { level, note: String::new(), unknown: Map::new() },
    });
    Change::CharacteristicState(at, state)
}

/// Says what there is to see. Nothing where no level was said.
#[must_use]
pub fn note_characteristic_state(session: &Session, at: Place<OfCharacteristic>, note: String) -> Option<Change> {
    let now = session.characteristic_states.get(&at).and_then(|fact| fact.value())?.clone();
    Some(Change::CharacteristicState(at, Some(CharacteristicState { note, ..now })))
}

/// Moves a characteristic by one place in the order, given as it stands: to the front, or to the back. Nothing where there is no place.
#[must_use]
pub fn move_characteristic(
    session: &Session,
    round: &RoundId,
    order: &[CharacteristicId],
    id: &CharacteristicId,
    to_the_front: bool,
) -> Option<Change> {
    let place = order.iter().position(|it| it == id)?;
    let other = if to_the_front { place.checked_sub(1)? } else { place + 1 };
    let mut order = order.to_vec();
    if other >= order.len() {
        return None;
    }
    order.swap(place, other);
    Some(prioritize(session, round, order))
}

/// Says in which order characteristics come. Those that the model does not name stay behind: another edition may.
#[must_use]
pub fn prioritize(session: &Session, round: &RoundId, mut order: Vec<CharacteristicId>) -> Change {
    let now = session.priority(round).map(|(now, _)| now.clone()).unwrap_or_default();
    order.extend(now.order.iter().filter(|id| !order.contains(id)).cloned().collect::<Vec<_>>());
    Change::Priority(in_round(Ordered::Characteristics, round), Some(Priority { order, ..now }))
}

/// Says why they come in that order. Nothing where nobody put them in one.
#[must_use]
pub fn explain_priority(session: &Session, round: &RoundId, reason: String) -> Option<Change> {
    let now = session.priority(round)?.0.clone();
    Some(Change::Priority(in_round(Ordered::Characteristics, round), Some(Priority { reason, ..now })))
}

/// Adds a conflict. Nothing where a characteristic would stand against itself, or nobody says why.
#[must_use]
pub fn add_conflict(id: ConflictId, conflict: Conflict) -> Option<Change> {
    let says = conflict.helps != conflict.hinders && !conflict.why.trim().is_empty();
    says.then_some(Change::Conflict(id, Some(conflict)))
}

/// Says something else in a conflict. Nothing where a characteristic would stand against itself, or it was taken out.
#[must_use]
pub fn alter_conflict(session: &Session, id: &ConflictId, alter: impl FnOnce(&mut Conflict)) -> Option<Change> {
    let mut conflict = session.conflicts.get(id)?.value()?.clone();
    alter(&mut conflict);
    (conflict.helps != conflict.hinders).then(|| Change::Conflict(id.clone(), Some(conflict)))
}

/// Takes a conflict out. What was decided stays beside it, in case somebody brings it back.
#[must_use]
pub fn take_conflict_out(session: &Session, id: &ConflictId) -> Option<Change> {
    session.conflicts.get(id)?.value()?;
    Some(Change::Conflict(id.clone(), None))
}

/// Decides a conflict, or opens it again (`None`). What was typed stays.
#[must_use]
pub fn decide_conflict(session: &Session, round: &RoundId, id: &ConflictId, way: Option<ConflictWay>) -> Option<Change> {
    session.conflicts.get(id)?.value()?;
    let now = session.conflict_decision(id, round).map(|(now, _)| now.clone());
    let is_earlier = before(session, round).is_some_and(|before| session.conflict_decision(id, before).is_some());
    let way = match way {
        Some(way) => way,
        None if is_earlier => ConflictWay::Open,
        None => return Some(Change::ConflictDecision(in_round(id.clone(), round), None)),
    };
    let decided = match now {
        Some(now) => ConflictDecision { way, ..now },
        None => ConflictDecision { way, decision: String::new(), unknown: Map::new() },
    };
    Some(Change::ConflictDecision(in_round(id.clone(), round), Some(decided)))
}

/// Says what was decided. Nothing where nobody said which way it went.
#[must_use]
pub fn explain_decision(session: &Session, round: &RoundId, id: &ConflictId, decision: String) -> Option<Change> {
    let now = session.conflict_decision(id, round)?.0.clone();
    Some(Change::ConflictDecision(in_round(id.clone(), round), Some(ConflictDecision { decision, ..now })))
}
