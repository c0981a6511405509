//! What can be done on the start page: something new, something from a file, what is here.

pub mod answered;
pub mod card;
pub mod examples;
mod list;
pub mod named;
pub mod new;
pub mod other_cards;

use leptos::prelude::*;
use leptos_router::components::A;

use crate::ui::browser::page;
use crate::ui::components::BadFiles;
use crate::ui::pages::Page;
use crate::ui::pages::import::FileOutcomes;
use crate::ui::pages::start::list::SessionList;
use crate::ui::pages::start::new::{begin_wanted, follow_shortcut};
use crate::ui::shell::first_screen::first_steps;
use crate::ui::shell::lazy::beside;
use crate::ui::shell::parts::Contents;
use crate::ui::state::app_state::app_state;
use crate::ui::state::import_queue::import_queue;
use crate::ui::text as t;

/// The part of the app for what is here already. Beginning something new belongs to what the first answer needs.
pub const PART: Contents = Contents {
    begin: || app_state().clear_bin(),
    pages: &[
        (Page::Start, || Stored().into_any()),
        (Page::Examples, || examples::Examples().into_any()),
        (Page::FleetLink, || FleetLink().into_any()),
    ],
};

/// What can be begun on the start page, as soon as its code is here.
#[component]
pub fn Begin() -> impl IntoView {
    let app_state = app_state();
    let first_steps = first_steps();
    follow_shortcut();
    let begin_new = begin_wanted();
    Effect::new(move |_| {
        if first_steps.take_new() {
            begin_new();
        }
    });
    let bad = move || app_state.library_for(false).map(|library| library.bad.clone()).unwrap_or_default();
    let broken = move || app_state.models.with(|library| library.as_ref().is_some_and(|library| library.models.is_empty()));
    Effect::new(move |_| first_steps.is_broken.set(broken()));
    view! {
        {(!app_state.store_after_saving().is_lasting()).then(|| view! { <p class="banner banner-warning" role="alert">{t::STORAGE_BLOCKED}</p> })}
        {move || broken().then(|| view! { <p class="banner banner-warning" role="alert">{t::NO_MODEL}</p> })}
        {beside(Page::ProfileLink)}
        {move || view! { <BadFiles files=bad() /> }}
    }
}

/// What is here already: assessments, those in the bin, files that were opened.
#[component]
fn Stored() -> impl IntoView {
    let app_state = app_state();
    let entries = RwSignal::new(app_state.store_after_saving().summaries());
    let first_steps = first_steps();
    let in_bin = RwSignal::new(app_state.store().count_in_bin());
    let refresh = Callback::new(move |()| {
        entries.set(app_state.store_after_saving().summaries());
        in_bin.set(app_state.store().count_in_bin());
    });
    Effect::new(move |_| first_steps.is_first_visit.set(entries.with(|entries| entries.as_ref().is_ok_and(Vec::is_empty))));
    let taken = import_queue().taken;
    Effect::new(move |before: Option<()>| {
        taken.track();
        if before.is_some() {
            refresh.run(());
        }
    });
    let has_several = move || {
        let are_two = entries.with(|entries| entries.as_ref().is_ok_and(|listed| listed.len() > 1));
        are_two || app_state.store().workspaces().is_ok_and(|all| !all.is_empty())
    };
    view! {
        <FileOutcomes />
        {move || match entries.get() {
            Ok(listed) => view! { <SessionList listed refresh /> }.into_any(),
            Err(error) => view! { <p class="banner banner-warning" role="alert">{t::cant_list(t::storage_error(error))}</p> }.into_any(),
        }}
        {move || has_several().then(|| view! {
            <p class="hint workspaces-link">{t::WORKSPACES_HINT} " " <A href=page::link("/workspaces")>{t::WORKSPACES_LINK}</A></p>
        })}
        {move || (in_bin.get() > 0).then(|| view! {
            <p class="hint bin-line">
                {t::in_the_bin(in_bin.get())} " " <A href=page::link("/settings?at=bin")>{t::TO_THE_BIN}</A>
            </p>
        })}
    }
}

/// Leads to many assessments side by side.
#[component]
fn FleetLink() -> impl IntoView {
    view! {
        <p class="hint fleet-link">
            {t::COMPARE_MANY_HINT} " " <A href=page::link("/fleet")>{t::COMPARE_MANY}</A>
        </p>
    }
}
