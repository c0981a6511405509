//! The model and the profiles in use.

use crate::analysis::toggle_profile;
use crate::model::{Profile, ProfileId, first_sentence};
use crate::session::Change;
use crate::ui::browser::page;
use crate::ui::pages::set_up::load_profile::LoadProfile;
use crate::ui::pages::set_up::model_choice::ModelChoice;
use crate::ui::shell::parts::{Part, parts};
use crate::ui::state::app_state::app_state;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;
use leptos::prelude::*;

/// The model, and the profiles that can be laid over it.
#[component]
pub fn Profiles() -> impl IntoView {
    let open_session = open_session();
    // Whoever goes on at once to answer does not wait for them.
    let parts = parts();
    page::after_paint(move || parts.load(Part::Guidance));
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
        model.track();
        open_session.session.with_untracked(|session| library.model_of(session)).map(|model| view! { <LoadProfile model /> })
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

/// Lays a profile over the model, or takes it away.
#[component]
pub fn ProfileChoice(profile: Profile) -> impl IntoView {
    let open_session = open_session();
    let id = profile.id.clone();
    let used = Memo::new(move |_| open_session.session.with(|session| session.profiles_in_use().any(|used| *used == id)));
    let (name, notice) = (profile.name.get(t::tag()).to_owned(), profile.notice.get(t::tag()).to_owned());
    // For whom it is: that is how one chooses, so it is read without opening anything.
    let (for_whom, about) = first_sentence(profile.about.get(t::tag()));
    let (for_whom, about) = (for_whom.to_owned(), about.to_owned());
    let for_whom_id = format!("profile-for-{}", profile.id);
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
            <input type="checkbox" id=input_id.clone() aria-describedby=for_whom_id.clone() prop:checked=used on:change=toggle />
            <div>
                <label for=input_id>{name}</label>
                <p class="hint" id=for_whom_id>{for_whom}</p>
                <details>
                    <summary>{t::ABOUT_PROFILE} <span class="unseen">" " {for_summary}</span></summary>
                    {(!about.is_empty()).then(|| view! { <p>{about}</p> })}
                    <p class="hint">{notice}</p>
                </details>
            </div>
        </li>
    }
}

/// What follows from using a profile, or no longer using it.
pub fn toggled(open_session: OpenSession, profile: &Profile, on: bool) -> Vec<Change> {
    open_session.session.with_untracked(|session| {
        let others = session.profiles_in_use().filter(|id| **id != profile.id);
        let profiles: Vec<ProfileId> = others.chain(on.then_some(&profile.id)).cloned().collect();
        let library = app_state().library.get_untracked();
        let asked = library.and_then(|library| Some(library.asked(library.model_of(session)?, &profiles)));
        toggle_profile(profile, on, asked.as_ref(), session)
    })
}
