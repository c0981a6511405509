//! Arbitrary changes of what is said of characteristics.

use plumbline::model::Level;
use plumbline::session::{
    Change, CharacteristicState, CharacteristicTarget, Conflict, ConflictDecision, ConflictWay, OfCharacteristic, Ordered, Place,
    Priority, Subject,
};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

use super::any::{any_id, text, unknown};

fn of_characteristic() -> impl Strategy<Value = OfCharacteristic> {
    (any_id(), any_id()).prop_map(|(practice, characteristic)| OfCharacteristic { practice, characteristic })
}

fn level() -> impl Strategy<Value = Level> {
    any::<u8>().prop_map(Level::new)
}

/// Any change of these.
pub fn weighing() -> BoxedStrategy<Change> {
    let subject = || (of_characteristic(), any_id(), of(any_id())).prop_map(|(on, round, part)| Subject { on, round, part });
    let place = (subject(), of(any_id())).prop_map(|(at, by)| Place { on: at.on, round: at.round, part: at.part, by });
    let target = (of(level()), text(), unknown());
    let target = target.prop_map(|(level, reason, unknown)| CharacteristicTarget { level, reason, unknown });
    let state = (level(), text(), unknown()).prop_map(|(level, note, unknown)| CharacteristicState { level, note, unknown });
    let order = (any_id(), of(any_id())).prop_map(|(round, part)| Subject { on: Ordered::Characteristics, round, part });
    let priority = (vec(any_id(), 0..4), text(), unknown());
    let priority = priority.prop_map(|(order, reason, unknown)| Priority { order, reason, unknown });
    let conflict = (of(any_id()), any_id(), any_id(), text(), any_id(), of(any_id()), unknown());
    let conflict = conflict.prop_map(|(practice, helps, hinders, why, round, known, unknown)| Conflict {
        practice,
        helps,
        hinders,
        why,
        round,
        known,
        unknown,
    });
    let ways = vec![ConflictWay::Helped, ConflictWay::Hindered, ConflictWay::Both, ConflictWay::Open];
    let decision = (select(ways), text(), unknown());
    let decision = decision.prop_map(|(way, decision, unknown)| ConflictDecision { way, decision, unknown });
    let decided = (any_id(), any_id(), of(any_id())).prop_map(|(on, round, part)| Subject { on, round, part });
    prop_oneof![
        (subject(), of(target)).prop_map(|(on, value)| Change::CharacteristicTarget(on, value)),
        (place, of(state)).prop_map(|(on, value)| Change::CharacteristicState(on, value)),
        (order, of(priority)).prop_map(|(on, value)| Change::Priority(on, value)),
        (any_id(), of(conflict)).prop_map(|(on, value)| Change::Conflict(on, value)),
        (decided, of(decision)).prop_map(|(on, value)| Change::ConflictDecision(on, value)),
    ]
    .boxed()
}
