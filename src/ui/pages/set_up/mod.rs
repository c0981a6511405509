//! Set up: the system, its limits, its parts, the people, the profiles.

mod load_profile;
mod parts;
mod people;

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::toggle_profile;
use crate::model::{Model, Profile, ProfileId};
use crate::session::{Change, Date, ModelRef, Session, SystemField, commands};
use crate::ui::components::{DateField, PageHead, TextArea, TextField};
use crate::ui::pages::set_up::load_profile::LoadProfile;
use crate::ui::pages::set_up::parts::Parts;
use crate::ui::pages::set_up::people::People;
use crate::ui::routes::SessionPage;
use crate::ui::state::app_state::app_state;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// Set up.
#[component]
pub fn SetUpPage() -> impl IntoView {
    let open_session = open_session();
    let next = open_session.link(SessionPage::Targets);
    view! {
        <PageHead title=t::title(SessionPage::SetUp).to_owned() above=t::SET_UP_ABOVE.to_owned() />
        <section class="card">
            <h2>{t::SYSTEM}</h2>
            <SystemFieldInput field=SystemField::Name id="system-name" label=t::SYSTEM_NAME.get() hint=t::SYSTEM_NAME_HINT.get() />
            <SystemFieldInput field=SystemField::Includes id="system-includes" label=t::INCLUDES.get() hint=t::INCLUDES_HINT.get() />
            <SystemFieldInput field=SystemField::Excludes id="system-excludes" label=t::EXCLUDES.get() hint=t::EXCLUDES_HINT.get() />
            <InUseSince />
        </section>
        <Parts />
        <People />
        <Profiles />
        <p class="onward">
            <A href=next attr:class="button primary">{t::NEXT_TARGETS}</A>
        </p>
    }
}

/// One thing that is said about the system.
#[component]
fn SystemFieldInput(field: SystemField, id: &'static str, label: &'static str, hint: &'static str) -> impl IntoView {
    let open_session = open_session();
    let value = Memo::new(move |_| open_session.session.with(|session| session.system(field).to_owned()));
    let on_type = move |typed: String| {
        open_session.change(commands::describe_system(field, typed));
    };
    if field == SystemField::Name {
        view! { <TextField id label hint value on_type /> }.into_any()
    } else {
        view! { <TextArea id label hint value on_type /> }.into_any()
    }
}

/// Since when the system is as it is.
#[component]
fn InUseSince() -> impl IntoView {
    let open_session = open_session();
    let value = Signal::derive(move || open_session.session.with(|session| session.system(SystemField::InUseSince).to_owned()));
    let on_choose = move |day: Option<Date>| {
        open_session.change(Change::System(SystemField::InUseSince, day.map(|day| day.to_string())));
    };
    view! { <DateField id="system-in-use-since" label=t::IN_USE_SINCE.get() hint=t::IN_USE_SINCE_HINT.get() value on_choose /> }
}

/// The model, and the profiles that can be laid over it.
#[component]
fn Profiles() -> impl IntoView {
    let open_session = open_session();
    let model = Memo::new(move |_| open_session.session.with(|session| session.model.id.clone()));
    let choices = move || {
        let library = app_state().library.get();
        let profiles = library.map(|library| library.profiles_for(&model.get())).unwrap_or_default();
        profiles.into_iter().map(|profile| view! { <ProfileChoice profile=(*profile).clone() /> }).collect::<Vec<_>>()
    };
    let hint = move || {
        open_session.asked.with(|asked| t::profiles_hint(asked.model().title.get(t::tag()), asked.model().edition.as_str()))
    };
    let load = move || {
        let library = app_state().library.get()?;
        library.model(&model.get()).map(|model| view! { <LoadProfile model /> })
    };
    view! {
        <section class="card">
            <h2>{t::PROFILES}</h2>
            <ModelChoice />
            <p class="hint">{hint}</p>
            <ul class="choices">{choices}</ul>
            {load}
        </section>
    }
}

/// Which model, where more than one is hosted; open until something is said that belongs to the model.
#[component]
fn ModelChoice() -> impl IntoView {
    let open_session = open_session();
    let models = app_state().library.get_untracked().map(|library| library.models.clone()).unwrap_or_default();
    let taken = Memo::new(move |_| !open_session.session.with(Session::is_free_of_model));
    let now = Memo::new(move |_| open_session.session.with(|session| session.model.id.clone()));
    let by_id = models.clone();
    let choose = move |event| {
        let id = event_target_value(&event);
        if let Some(model) = by_id.iter().find(|model| model.id.as_str() == id) {
            open_session.take_model(ModelRef::new(model.id.clone(), model.edition.clone()));
        }
    };
    (models.len() > 1).then(|| {
        let option = |model: Arc<Model>| {
            let (id, title) = (model.id.clone(), model.title.get(t::tag()).to_owned());
            let value = id.to_string();
            view! { <option value=value selected=move || now.get() == id>{title}</option> }
        };
        let options: Vec<_> = models.into_iter().map(option).collect();
        view! {
            <div class="field">
                <label for="model-choice">{t::MODEL}</label>
                <p class="hint" id="model-choice-hint">{t::MODEL_HINT}</p>
                <select id="model-choice" aria-describedby="model-choice-hint" disabled=taken on:change=choose>{options}</select>
            </div>
        }
    })
}

/// Lays a profile over the model, or takes it away.
#[component]
fn ProfileChoice(profile: Profile) -> impl IntoView {
    let open_session = open_session();
    let id = profile.id.clone();
    let used = Memo::new(move |_| open_session.session.with(|session| session.profiles_in_use().any(|used| *used == id)));
    let (name, about, notice) =
        (profile.name.get(t::tag()).to_owned(), profile.about.get(t::tag()).to_owned(), profile.notice.get(t::tag()).to_owned());
    let input_id = format!("profile-{}", profile.id);
    let for_summary = name.clone();
    let toggle = move |_| {
        let on = !used.get_untracked();
        let changes = toggled(open_session, &profile, on);
        let words = t::profile_toggled(profile.name.get(t::tag()), on, changes.len() - 1);
        open_session.change_with_undo(changes, words);
    };
    view! {
        <li class="choice">
            <input type="checkbox" id=input_id.clone() prop:checked=used on:change=toggle />
            <div>
                <label for=input_id>{name}</label>
                <details>
                    <summary>{t::ABOUT_PROFILE} <span class="unseen">" " {for_summary}</span></summary>
                    <p>{about}</p>
                    <p class="hint">{notice}</p>
                </details>
            </div>
        </li>
    }
}

/// What follows from using a profile, or no longer using it.
fn toggled(open_session: OpenSession, profile: &Profile, on: bool) -> Vec<Change> {
    open_session.session.with_untracked(|session| {
        let others = session.profiles_in_use().filter(|id| **id != profile.id);
        let profiles: Vec<ProfileId> = others.chain(on.then_some(&profile.id)).cloned().collect();
        let library = app_state().library.get_untracked();
        let asked = library.and_then(|library| Some(library.asked(library.model(&session.model.id)?, &profiles)));
        toggle_profile(profile, on, asked.as_ref(), session)
    })
}
