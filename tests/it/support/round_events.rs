//! Arbitrary events of rounds.

use std::collections::BTreeMap;

use plumbline::session::{
    AskedFor, Closed, DoneOn, EventOfRound, Opened, Planned, PlannedThen, Reopened, RoundEvent, RoundReason, Seen, Trigger,
};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::any::{any_id, day, text, unknown};

/// Any event of any round.
pub fn event_of_round() -> impl Strategy<Value = EventOfRound> {
    (any_id(), any_id()).prop_map(|(round, event)| EventOfRound { round, event })
}

/// Whatever a copy has seen.
pub fn seen() -> impl Strategy<Value = Seen> {
    btree_map(any_id(), 1..100_u64, 0..3).prop_map(|counts: BTreeMap<_, u64>| counts.into())
}

fn planned_then() -> impl Strategy<Value = PlannedThen> {
    let done = (option::of(day()), unknown()).prop_map(|(on, unknown)| DoneOn { on, unknown });
    let all = (any_id(), option::of(day()), option::of(done), vec(any_id(), 0..3), unknown());
    all.prop_map(|(action, due, done, statements, unknown)| PlannedThen { action, due, done, statements, unknown })
}

/// Anything that can happen to a round.
pub fn round_event() -> BoxedStrategy<RoundEvent> {
    let reasons = select([RoundReason::AGAIN.as_slice(), &[RoundReason::First]].concat());
    let opened = (reasons, text(), day(), option::of(vec(planned_then(), 0..3)), unknown());
    prop_oneof![
        opened.prop_map(|(reason, words, on, plan, unknown)| RoundEvent::Opened(Opened { reason, words, on, plan, unknown })),
        (day(), seen(), unknown()).prop_map(|(on, seen, unknown)| RoundEvent::Closed(Closed { on, seen, unknown })),
        (text(), day(), unknown()).prop_map(|(why, on, unknown)| RoundEvent::Reopened(Reopened { why, on, unknown })),
        (day(), unknown()).prop_map(|(on, unknown)| RoundEvent::Planned(Planned { on, unknown })),
        (select(Trigger::ALL.to_vec()), day(), unknown()).prop_map(|(by, on, unknown)| RoundEvent::AskedFor(AskedFor {
            by,
            on,
            unknown
        })),
    ]
    .boxed()
}
