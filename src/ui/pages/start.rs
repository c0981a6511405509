//! The start page: what is here, something new, something from a file.

use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

use super::import::ImportPanel;
use super::start_list::SessionList;
use crate::session::{Mark, ModelRef, Session};
use crate::ui::components::{BadFiles, PageHead};
use crate::ui::doors::clock;
use crate::ui::office::{Office, office};
use crate::ui::text as t;

/// The start page.
#[component]
pub fn StartPage() -> impl IntoView {
    let office = office();
    let entries = RwSignal::new(office.shelf().list());
    let refresh = Callback::new(move |()| entries.set(office.shelf().list()));
    let is_first_visit = move || entries.with(|entries| entries.as_ref().is_ok_and(Vec::is_empty));
    let bad = move || office.library.with(|library| library.as_ref().map(|library| library.bad.clone()).unwrap_or_default());
    let broken = move || office.library.with(|library| library.as_ref().is_some_and(|library| library.models.is_empty()));
    view! {
        <PageHead title=Signal::derive(move || if is_first_visit() { t::WELCOME } else { t::YOUR_ASSESSMENTS }.to_owned()) />
        {move || is_first_visit().then(|| view! { <FirstVisit /> })}
        {(!office.shelf().is_lasting()).then(|| view! { <p class="banner banner-warning" role="alert">{t::STORAGE_BLOCKED}</p> })}
        {move || broken().then(|| view! { <p class="banner banner-warning" role="alert">{t::NO_MODEL}</p> })}
        <div class="actions">
            <NewButton />
            <ImportPanel refresh />
        </div>
        {move || match entries.get() {
            Ok(entries) => view! { <SessionList entries refresh /> }.into_any(),
            Err(error) => view! { <p class="banner banner-warning" role="alert">{t::cant_list(&error.to_string())}</p> }.into_any(),
        }}
        {move || view! { <BadFiles files=bad() /> }}
    }
}

/// What this is, for somebody who has never been here.
#[component]
fn FirstVisit() -> impl IntoView {
    let points: Vec<_> =
        t::FIRST_VISIT_POINTS.iter().map(|(head, words)| view! { <li><strong>{*head}</strong> {*words}</li> }).collect();
    view! {
        <section class="first-visit">
            <p class="lead">{t::FIRST_VISIT_LEAD}</p>
            <ol class="points">{points}</ol>
            <p class="private">{t::NOTHING_LEAVES}</p>
        </section>
    }
}

/// Begins a new session and goes to it.
#[component]
fn NewButton() -> impl IntoView {
    let office = office();
    let navigate = use_navigate();
    let no_model = move || {
        let library = office.library;
        library.with(|library| library.as_ref().is_none_or(|library| library.models.is_empty()))
    };
    let begin = move |_| match begin_session(office) {
        Ok(slot) => navigate(&format!("/s/{slot}/setup"), leptos_router::NavigateOptions::default()),
        Err(why) => office.say(why, None),
    };
    view! {
        <button type="button" class="button primary" disabled=no_model on:click=begin>{t::NEW_ASSESSMENT}</button>
    }
}

fn begin_session(office: Office) -> Result<String, String> {
    let library = office.library.get_untracked().ok_or(t::LOADING)?;
    let model = library.models.first().ok_or(t::NO_MODEL)?;
    let mark = Mark { by: None, at: clock::now(), actor: office.actor() };
    let reference = ModelRef::new(model.id.clone(), model.edition.clone());
    let session = Session::new(clock::new_id(), reference, clock::new_id(), &mark);
    let slot = clock::new_id();
    office.shelf().save(&slot, &session, 0).map_err(|error| t::cant_begin(&error))?;
    Ok(slot.to_string())
}
