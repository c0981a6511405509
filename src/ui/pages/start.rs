//! The start page: what is here, something new, something from a file.

use leptos::prelude::*;

use super::import::ImportPanel;
use super::start_examples::Examples;
use super::start_list::SessionList;
use super::start_new::{NewButton, ProfileLink, follow_shortcut};
use crate::ui::components::{BadFiles, PageHead};
use crate::ui::office::office;
use crate::ui::text as t;

/// The start page.
#[component]
pub fn StartPage() -> impl IntoView {
    let office = office();
    let entries = RwSignal::new(office.shelf().list());
    let refresh = Callback::new(move |()| entries.set(office.shelf().list()));
    entries.with_untracked(|entries| follow_shortcut(entries.as_deref().unwrap_or_default()));
    // How far each assessment is follows from the questions. Without any, they can wait.
    let wants_questions = move || entries.with(|entries| entries.as_ref().is_ok_and(|entries| !entries.is_empty()));
    Effect::new(move || {
        if wants_questions() {
            office.want_library();
        }
    });
    let is_first_visit = move || entries.with(|entries| entries.as_ref().is_ok_and(Vec::is_empty));
    let bad = move || office.library.with(|library| library.as_ref().map(|library| library.bad.clone()).unwrap_or_default());
    let broken = move || office.library.with(|library| library.as_ref().is_some_and(|library| library.models.is_empty()));
    view! {
        <PageHead title=Signal::derive(move || if is_first_visit() { t::WELCOME } else { t::YOUR_ASSESSMENTS }.to_owned()) />
        {move || is_first_visit().then(|| view! { <FirstVisit /> })}
        {(!office.shelf().is_lasting()).then(|| view! { <p class="banner banner-warning" role="alert">{t::STORAGE_BLOCKED}</p> })}
        {move || broken().then(|| view! { <p class="banner banner-warning" role="alert">{t::NO_MODEL}</p> })}
        <div class="actions">
            <ProfileLink /> <NewButton profile=None />
            <ImportPanel refresh />
        </div>
        {move || match entries.get() {
            Ok(entries) => view! { <SessionList entries refresh /> }.into_any(),
            Err(error) => view! { <p class="banner banner-warning" role="alert">{t::cant_list(&error.to_string())}</p> }.into_any(),
        }}
        <Examples />
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
