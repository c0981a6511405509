//! What can be done on the start page: something new, something from a file, what is here.

use leptos::prelude::*;
use leptos_router::components::A;

use super::first_screen::first_steps;
use super::import::FileOutcomes;
use super::start_list::SessionList;
use super::start_new::{ProfileLink, begin_wanted, follow_shortcut};
use crate::ui::components::BadFiles;
use crate::ui::doors::page;
use crate::ui::inbox::inbox;
use crate::ui::office::office;
use crate::ui::text as t;

/// What can be done on the start page, as soon as its code is here.
#[component]
pub fn Begin() -> impl IntoView {
    let office = office();
    let entries = RwSignal::new(office.shelf().summaries());
    let first_steps = first_steps();
    let in_bin = RwSignal::new(office.bare_shelf().count_in_bin());
    let refresh = Callback::new(move |()| {
        entries.set(office.shelf().summaries());
        in_bin.set(office.bare_shelf().count_in_bin());
    });
    Effect::new(move |_| first_steps.is_first_visit.set(entries.with(|entries| entries.as_ref().is_ok_and(Vec::is_empty))));
    entries.with_untracked(|entries| follow_shortcut(entries.as_deref().unwrap_or_default()));
    let begin_new = begin_wanted();
    Effect::new(move |_| {
        if first_steps.take_new() {
            begin_new();
        }
    });
    let taken = inbox().taken;
    Effect::new(move |before: Option<()>| {
        taken.track();
        if before.is_some() {
            refresh.run(());
        }
    });
    let bad = move || office.library.with(|library| library.as_ref().map(|library| library.bad.clone()).unwrap_or_default());
    let broken = move || office.library.with(|library| library.as_ref().is_some_and(|library| library.models.is_empty()));
    Effect::new(move |_| first_steps.is_broken.set(broken()));
    view! {
        {(!office.shelf().is_lasting()).then(|| view! { <p class="banner banner-warning" role="alert">{t::STORAGE_BLOCKED}</p> })}
        {move || broken().then(|| view! { <p class="banner banner-warning" role="alert">{t::NO_MODEL}</p> })}
        <div class="actions"><ProfileLink /> <FileOutcomes /></div>
        {move || match entries.get() {
            Ok(listed) => view! { <SessionList listed refresh /> }.into_any(),
            Err(error) => view! { <p class="banner banner-warning" role="alert">{t::cant_list(&error.to_string())}</p> }.into_any(),
        }}
        {move || (in_bin.get() > 0).then(|| view! {
            <p class="hint bin-line">
                {t::in_the_bin(in_bin.get())} " " <A href=page::link("/settings?at=bin")>{t::TO_THE_BIN}</A>
            </p>
        })}
        {move || view! { <BadFiles files=bad() /> }}
    }
}
