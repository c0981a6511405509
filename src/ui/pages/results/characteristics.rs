//! What each characteristic needs and has, and the conflicts between them: as the report tells it.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::{Length, told_characteristics};
use crate::session::RoundId;
use crate::ui::components::blocks_view;
use crate::ui::routes::SessionPage;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// The section; nothing where the model names no characteristics or nobody said anything of them.
#[component]
pub fn CharacteristicResults() -> impl IntoView {
    let open_session = open_session();
    let told = open_session.following(move |assessment| {
        open_session.results.with(|results| told_characteristics(assessment, results, None, t::tag()))
    });
    move || {
        told.get().map(|told| {
            view! {
                <section class="card wide characteristics report-preview">
                    <h2>{t::CHARACTERISTICS}</h2>
                    {blocks_view(&t::characteristic_blocks(Some(&told), Length::Short))}
                    <p><A href=open_session.link(SessionPage::Characteristics)>{t::TO_CHARACTERISTICS}</A></p>
                </section>
            }
        })
    }
}

/// What became of all this since a round before; nothing where nothing did.
#[component]
pub fn CharacteristicsSince(chosen: RwSignal<Option<RoundId>>) -> impl IntoView {
    let open_session = open_session();
    let moved = open_session.following(move |assessment| {
        let told =
            open_session.results.with(|results| told_characteristics(assessment, results, chosen.get().as_ref(), t::tag()));
        told.map(|told| told.moved).unwrap_or_default()
    });
    move || {
        let moved: Vec<_> = moved.get().iter().map(|it| view! { <li dir="auto">{t::characteristic_moved(it)}</li> }).collect();
        (!moved.is_empty()).then(|| view! { <section class="card"><h2>{t::CHARACTERISTICS}</h2><ul>{moved}</ul></section> })
    }
}
