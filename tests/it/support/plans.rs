//! Arbitrary changes of the plan.

use plumbline::session::{
    Action, ActionNeed, ActionOrigin, ActionState, ActionStatement, Change, DoneOn, Dropped, Owner, Work, Yes,
};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

use super::any::{any_id, day, text, unknown};

fn state() -> impl Strategy<Value = ActionState> {
    let done = (of(day()), unknown()).prop_map(|(on, unknown)| ActionState::Done(DoneOn { on, unknown }));
    let dropped = (text(), unknown()).prop_map(|(reason, unknown)| ActionState::Dropped(Dropped { reason, unknown }));
    prop_oneof![Just(ActionState::Open), Just(ActionState::UnderWay), done, dropped]
}

fn work() -> impl Strategy<Value = Work> {
    prop_oneof![Just(Work::Small), Just(Work::Medium), Just(Work::Large), any::<u64>().prop_map(Work::Days)]
}

fn action() -> BoxedStrategy<Action> {
    let owner = prop_oneof![any_id().prop_map(Owner::Person), text().prop_map(Owner::Named)];
    let words = (text(), text(), text(), unknown());
    let chosen = (of(any_id()), of(owner), of(work()), state(), select(ActionOrigin::ALL.to_vec()));
    (words, chosen, of(day()), of(day()), of(any::<i64>()))
        .prop_map(|((title, cost, note, unknown), (practice, owner, work, state, origin), start, due, rank)| Action {
            title,
            practice,
            owner,
            start,
            due,
            work,
            cost,
            state,
            rank,
            origin,
            note,
            unknown,
        })
        .boxed()
}

/// Any change of the plan.
pub fn planning() -> BoxedStrategy<Change> {
    let serves = (any_id(), any_id()).prop_map(|(indicator, action)| ActionStatement { indicator, action });
    let needs = (any_id(), any_id()).prop_map(|(action, needs)| ActionNeed { action, needs });
    prop_oneof![
        2 => (any_id(), of(action())).prop_map(|(on, value)| Change::Action(on, value)),
        1 => (serves, of(Just(Yes))).prop_map(|(on, value)| Change::ActionStatement(on, value)),
        1 => (needs, of(Just(Yes))).prop_map(|(on, value)| Change::ActionNeed(on, value)),
    ]
    .boxed()
}
