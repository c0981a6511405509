//! Ticking assessments that are stored in this browser.

use leptos::prelude::*;

use crate::store::{Listed, Slot};
use crate::ui::browser::clock;
use crate::ui::state::app_state::app_state;
use crate::ui::state::fleet::fleet_state;
use crate::ui::text as t;

/// The assessments that are stored here, to be ticked. They are looked for when somebody opens the list.
#[component]
pub fn StoredChoice() -> impl IntoView {
    let app_state = app_state();
    let listed = RwSignal::new(None::<Vec<Listed>>);
    let look = move |_| listed.set(Some(app_state.store_after_saving().summaries().unwrap_or_default()));
    let choices = move || {
        let all: Vec<(Slot, String)> = listed.get()?.into_iter().filter_map(named).collect();
        Some(if all.is_empty() {
            view! { <p class="hint">{t::NOTHING_STORED}</p> }.into_any()
        } else {
            let rows: Vec<_> = all.into_iter().map(|(at, name)| view! { <Choice at name /> }).collect();
            view! { <div role="group" class="fleet-stored" aria-label=t::FROM_HERE>{rows}</div> }.into_any()
        })
    };
    view! {
        <details class="card help no-print" on:toggle=look>
            <summary>{t::FROM_HERE}</summary>
            {choices}
        </details>
    }
}

/// Where it is, and what it is called. What can't be read is named on the start page.
fn named(listed: Listed) -> Option<(Slot, String)> {
    let summary = listed.summary.ok()?;
    Some((listed.slot, t::stored_as(&t::system_name(&summary.name), &clock::in_words(summary.changed))))
}

#[component]
fn Choice(at: Slot, name: String) -> impl IntoView {
    let fleet = fleet_state();
    let slot = StoredValue::new(at);
    let key_of =
        move || slot.with_value(|slot| fleet.stored.with(|all| all.iter().find(|(_, at)| *at == slot).map(|(key, _)| *key)));
    let is_there = Memo::new(move |_| key_of().is_some());
    // What could not be added is not ticked any more.
    let is_ticked = RwSignal::new(false);
    Effect::new(move |_| {
        fleet.left_out.track();
        is_ticked.set(is_there.get());
    });
    let toggle = move |_| match untrack(key_of) {
        Some(key) => fleet.take_away(|entry| entry.key == key),
        None => {
            is_ticked.set(true);
            fleet.add_stored(slot.get_value());
        }
    };
    view! {
        <label class="tick-row" dir="auto">
            <input type="checkbox" prop:checked=is_ticked on:change=toggle /> {name}
        </label>
    }
}
