//! All assessments of a workspace side by side.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::ui::pages::Page;
use crate::ui::pages::workspaces::one::Shown;
use crate::ui::shell::parts::{Part, Ready, parts};
use crate::ui::state::fleet::fleet_state;
use crate::ui::text as t;

/// Opens them side by side, and nothing else with them.
#[component]
pub fn CompareAll(shown: StoredValue<Shown>) -> impl IntoView {
    let (parts, navigate) = (parts(), use_navigate());
    let is_wanted = RwSignal::new(false);
    Effect::new(move |_| {
        if is_wanted.get() && parts.ready(Page::Fleet) == Ready::Here {
            is_wanted.set(false);
            let fleet = fleet_state();
            fleet.take_away(|_| true);
            shown.with_value(|shown| {
                shown
                    .rows
                    .iter()
                    .filter(|row| row.saw.is_some() && !row.is_request)
                    .for_each(|row| fleet.add_stored(row.slot.clone()));
            });
            navigate("/fleet", NavigateOptions::default());
        }
    });
    let press = move |_| {
        is_wanted.set(true);
        parts.load(Part::Fleet);
    };
    view! { <button type="button" class="button" on:click=press>{t::COMPARE_ALL}</button> }
}
