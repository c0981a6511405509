//! What was left out, each with the reason.

use leptos::prelude::*;

use crate::ui::state::fleet::{LeftOut, fleet_state};
use crate::ui::text as t;

/// What was left out, each with the reason; nothing while nothing was.
#[component]
pub fn LeftOutFiles() -> impl IntoView {
    let fleet = fleet_state();
    move || {
        let all = fleet.left_out.get();
        (!all.is_empty()).then(|| {
            let heading = t::left_out_heading(all.len());
            let row = |LeftOut { name, why }| view! { <li><strong dir="auto">{name}</strong> " " {why}</li> };
            let rows: Vec<_> = all.into_iter().map(row).collect();
            view! {
                <section class="card banner-warning">
                    <h2>{heading}</h2>
                    <ul>{rows}</ul>
                    <p class="actions">
                        <button type="button" class="button" on:click=move |_| fleet.left_out.set(Vec::new())>{t::DISMISS}</button>
                    </p>
                </section>
            }
        })
    }
}
