//! What can be done on the start page: something new, something from a file, what is here.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::hooks::{use_navigate, use_query_map};

use super::first_screen::{FirstSteps, NEW, Wanted, first_steps};
use super::import::ImportPanel;
use super::start_examples::Examples;
use super::start_list::SessionList;
use super::start_shortcut;
use crate::analysis::{differences, interview_answers};
use crate::model::Profile;
use crate::session::{Change, Mark, ModelRef, ProfileUse, Session};
use crate::ui::components::BadFiles;
use crate::ui::doors::clock;
use crate::ui::office::{Office, office};
use crate::ui::text as t;

/// What can be done on the start page, as soon as its code is here.
#[component]
pub fn Begin() -> impl IntoView {
    let office = office();
    let entries = RwSignal::new(office.shelf().list());
    let first_steps: FirstSteps = first_steps();
    entries.with_untracked(|entries| start_shortcut::follow(entries.as_deref().unwrap_or_default()));
    let refresh = Callback::new(move |()| entries.set(office.shelf().list()));
    Effect::new(move |_| first_steps.is_first_visit.set(entries.with(|entries| entries.as_ref().is_ok_and(Vec::is_empty))));
    let file = match first_steps.take() {
        Some(Wanted::File(file)) => Some(file),
        Some(Wanted::New) => {
            begin_soon(office);
            None
        }
        None => None,
    };
    let bad = move || office.library.with(|library| library.as_ref().map(|library| library.bad.clone()).unwrap_or_default());
    let broken = move || office.library.with(|library| library.as_ref().is_some_and(|library| library.models.is_empty()));
    view! {
        {(!office.shelf().is_lasting()).then(|| view! { <p class="banner banner-warning" role="alert">{t::STORAGE_BLOCKED}</p> })}
        {move || broken().then(|| view! { <p class="banner banner-warning" role="alert">{t::NO_MODEL}</p> })}
        <div class="actions">
            <ProfileLink /> <NewButton profile=None />
            <ImportPanel refresh file />
        </div>
        {move || match entries.get() {
            Ok(entries) => view! { <SessionList entries refresh /> }.into_any(),
            Err(error) => view! { <p class="banner banner-warning" role="alert">{t::cant_list(&error.to_string())}</p> }.into_any(),
        }}
        <Examples />
        {move || view! { <BadFiles files=bad() /> }}
    }
}

/// Where the address names a profile (`?profile=retail-pos`): a button that begins with it.
#[component]
fn ProfileLink() -> impl IntoView {
    let office = office();
    let query = use_query_map();
    move || {
        let wanted = query.with(|query| query.get("profile"))?;
        let library = office.library.get()?;
        let profile = library.profiles.iter().find(|profile| profile.id.as_str() == wanted).cloned();
        Some(match profile {
            Some(profile) => view! { <NewButton profile=Some(profile) /> }.into_any(),
            None => view! { <p class="banner banner-warning">{t::no_such_profile(&wanted)}</p> }.into_any(),
        })
    }
}

/// Begins a new session, with a profile or without, and goes to it.
#[component]
fn NewButton(profile: Option<Arc<Profile>>) -> impl IntoView {
    let office = office();
    let navigate = use_navigate();
    let no_model = move || {
        let library = office.library;
        library.with(|library| library.as_ref().is_none_or(|library| library.models.is_empty()))
    };
    let words = profile.as_ref().map(|profile| t::new_with_profile(profile.name.get(t::LANGUAGE)));
    let id = profile.is_none().then_some(NEW);
    let begin = move |_| match begin_session(office, profile.as_deref()) {
        Ok(slot) => navigate(&format!("/s/{slot}/setup"), leptos_router::NavigateOptions::default()),
        Err(why) => office.say(why, None),
    };
    view! {
        <button type="button" id=id class="button primary" disabled=no_model on:click=begin>{words.unwrap_or_else(|| t::NEW_ASSESSMENT.to_owned())}</button>
    }
}

/// Begins a new session for somebody who wanted one before anything was loaded.
fn begin_soon(office: Office) {
    let navigate = use_navigate();
    leptos::task::spawn_local(async move {
        office.loaded().await;
        match begin_session(office, None) {
            Ok(slot) => navigate(&format!("/s/{slot}/setup"), leptos_router::NavigateOptions::default()),
            Err(why) => office.say(why, None),
        }
    });
}

/// Puts a new session on the shelf, with a profile or without: the name of its place there.
pub fn begin_session(office: Office, profile: Option<&Profile>) -> Result<String, String> {
    let library = office.library.get_untracked().ok_or(t::LOADING)?;
    let model = library.models.first().ok_or(t::NO_MODEL)?;
    let mark = Mark { by: None, at: clock::now(), actor: office.actor() };
    let reference = ModelRef::new(model.id.clone(), model.edition.clone());
    let mut session = Session::new(clock::new_id(), reference, clock::new_id(), &mark);
    if let Some(profile) = profile {
        let used = ProfileUse { edition: profile.edition.clone(), unknown: serde_json::Map::new() };
        session.apply(Change::Profile(profile.id.clone(), Some(used)), &mark);
        if let Some(asked) = library.asked_in(&session) {
            let proposed = differences(&asked, &interview_answers(&session), &session);
            let changes = proposed.into_iter().map(|it| Change::Target(it.practice, it.proposed)).collect();
            session.apply(Change::Together(changes), &mark);
        }
    }
    office.add(session).map(|slot| slot.to_string()).map_err(|error| t::cant_begin(&error))
}
