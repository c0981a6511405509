//! The target of one practice in the overview: its row, which opens its card.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::model::Practice;
use crate::ui::browser::page;
use crate::ui::pages::targets::card::TargetBody;
use crate::ui::pages::targets::row::{RowFacts, row_of};
use crate::ui::text as t;

/// The target of one practice: what the overview says of it, and all there is to it once it is opened.
#[component]
pub fn TargetEntry(practice: Practice) -> impl IntoView {
    let query = use_query_map();
    let (id, name) = (practice.id.to_string(), practice.name.get(t::tag()).to_owned());
    let row = row_of(&practice.id);
    let opened = RwSignal::new(false);
    // The address may name the one to begin at, as `?at=hardening.vulnerability.patching`.
    let asked_for = id.clone();
    let is_asked_for = Memo::new(move |_| query.with(|query| query.get("at").is_some_and(|at| at == asked_for)));
    let place = heading(&id);
    let focus = place.clone();
    Effect::new(move |_| {
        if is_asked_for.get() {
            opened.set(true);
            page::focus_soon(focus.clone());
        }
    });
    let practice = StoredValue::new(practice);
    view! {
        <li class="target">
            <details class="target-card" open=is_asked_for on:toggle=move |_| opened.set(true)>
                <summary id=place class="target-row"><h4>{name}</h4> " " <RowFacts row /></summary>
                {move || opened.get().then(|| view! { <TargetBody practice=practice.get_value() row /> })}
            </details>
        </li>
    }
}

/// The id of the row of a practice's target: what takes the focus.
pub fn heading(practice: &str) -> String {
    format!("target-of-{practice}")
}
