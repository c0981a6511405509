//! In which order they stand, and how that is chosen.

use std::sync::Arc;

use leptos::prelude::*;

use crate::analysis::{FleetOrder, Member, fleet_order};
use crate::ui::browser::task;
use crate::ui::pages::fleet::Shown;
use crate::ui::state::fleet::FleetEntry;

/// How many are drawn at once: in between the page reacts.
const AT_ONCE: usize = 10;

/// Those that are compared, in the order that was chosen. Few at first, and then the others.
pub fn in_order(shown: Shown) -> Memo<Vec<Arc<FleetEntry>>> {
    let order = Memo::new(move |_| {
        let (by, reversed) = (shown.by.get(), shown.reversed.get());
        let members =
            shown.fleet.entries.with(|all| all.iter().map(|entry| Arc::clone(&entry.member)).collect::<Vec<Arc<Member>>>());
        fleet_order(&members, &by, reversed)
    });
    let drawn = RwSignal::new(AT_ONCE);
    Effect::new(move |_| {
        shown.fleet.entries.track();
        leptos::task::spawn_local(async move {
            let all = || shown.fleet.entries.try_with_untracked(Vec::len).unwrap_or_default();
            while drawn.try_get_untracked().is_some_and(|drawn| drawn < all()) {
                task::breathe().await;
                drawn.try_update(|drawn| *drawn += AT_ONCE);
            }
        });
    });
    Memo::new_with_compare(
        move |_| {
            let entries = shown.fleet.entries.get();
            order.with(|order| order.iter().filter_map(|place| entries.get(*place).cloned()).take(drawn.get()).collect())
        },
        |before: Option<&Vec<Arc<FleetEntry>>>, now| before.zip(now).is_none_or(|(before, now)| !is_same(before, now)),
    )
}

fn is_same(before: &[Arc<FleetEntry>], now: &[Arc<FleetEntry>]) -> bool {
    before.len() == now.len() && before.iter().zip(now).all(|(before, now)| before.key == now.key)
}

/// Orders by this; once more turns it round.
pub fn order_by(shown: Shown, by: FleetOrder) {
    if shown.by.with_untracked(|before| *before == by) {
        shown.reversed.update(|reversed| *reversed = !*reversed);
    } else {
        shown.reversed.set(false);
        shown.by.set(by);
    }
}
