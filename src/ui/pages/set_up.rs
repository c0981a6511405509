//! Set up: the system, its limits, the people, the profiles.

use leptos::prelude::*;
use leptos_router::components::A;

use super::load_profile::LoadProfile;
use super::set_up_people::People;
use crate::analysis::{differences, interview_answers};
use crate::model::{Profile, ProfileId};
use crate::session::{Change, ProfileUse, SystemField};
use crate::ui::components::{PageHead, TextArea, TextField};
use crate::ui::desk::{Desk, desk};
use crate::ui::office::office;
use crate::ui::text as t;

/// Set up.
#[component]
pub fn SetUpPage() -> impl IntoView {
    let desk = desk();
    let next = format!("/s/{}/targets", desk.slot());
    view! {
        <PageHead title=t::STEP_SET_UP.to_owned() above=t::SET_UP_ABOVE.to_owned() />
        <section class="card">
            <h2>{t::SYSTEM}</h2>
            <SystemFieldInput field=SystemField::Name id="system-name" label=t::SYSTEM_NAME hint=t::SYSTEM_NAME_HINT />
            <SystemFieldInput field=SystemField::Includes id="system-includes" label=t::INCLUDES hint=t::INCLUDES_HINT />
            <SystemFieldInput field=SystemField::Excludes id="system-excludes" label=t::EXCLUDES hint=t::EXCLUDES_HINT />
        </section>
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
    let desk = desk();
    let value = Memo::new(move |_| desk.session.with(|session| session.system(field).to_owned()));
    let on_type = move |typed: String| {
        desk.change(Change::System(field, (!typed.is_empty()).then_some(typed)));
    };
    if field == SystemField::Name {
        view! { <TextField id label hint value on_type /> }.into_any()
    } else {
        view! { <TextArea id label hint value on_type /> }.into_any()
    }
}

/// The model, and the profiles that can be laid over it.
#[component]
fn Profiles() -> impl IntoView {
    let desk = desk();
    let model = desk.session.with_untracked(|session| session.model.id.clone());
    let choices = move || {
        let library = office().library.get();
        let profiles = library.map(|library| library.profiles_for(&model)).unwrap_or_default();
        profiles.into_iter().map(|profile| view! { <ProfileChoice profile=(*profile).clone() /> }).collect::<Vec<_>>()
    };
    let title = desk.asked.with_untracked(|asked| asked.model().title.get(t::LANGUAGE).to_owned());
    let edition = desk.asked.with_untracked(|asked| asked.model().edition.to_string());
    let for_file = office()
        .library
        .get_untracked()
        .and_then(|library| library.model(&desk.session.with_untracked(|it| it.model.id.clone())));
    view! {
        <section class="card">
            <h2>{t::PROFILES}</h2>
            <p class="hint">{t::profiles_hint(&title, &edition)}</p>
            <ul class="choices">{choices}</ul>
            {for_file.map(|model| view! { <LoadProfile model /> })}
        </section>
    }
}

/// Lays a profile over the model, or takes it away.
#[component]
fn ProfileChoice(profile: Profile) -> impl IntoView {
    let desk = desk();
    let id = profile.id.clone();
    let used = Memo::new(move |_| desk.session.with(|session| session.profiles_in_use().any(|used| *used == id)));
    let (name, about, notice) = (
        profile.name.get(t::LANGUAGE).to_owned(),
        profile.about.get(t::LANGUAGE).to_owned(),
        profile.notice.get(t::LANGUAGE).to_owned(),
    );
    let input_id = format!("profile-{}", profile.id);
    let about_id = format!("{input_id}-about");
    let toggle = move |_| {
        let on = !used.get_untracked();
        let edition = profile.edition.clone();
        let use_it = on.then(|| ProfileUse { edition, unknown: serde_json::Map::new() });
        let mut changes = vec![Change::Profile(profile.id.clone(), use_it)];
        changes.extend(fill_in(desk, &profile.id, on));
        let words = t::profile_toggled(profile.name.get(t::LANGUAGE), on, changes.len() - 1);
        desk.change_with_undo(changes, words);
    };
    view! {
        <li class="choice">
            <input type="checkbox" id=input_id.clone() aria-describedby=about_id.clone() prop:checked=used on:change=toggle />
            <div>
                <label for=input_id>{name}</label>
                <p id=about_id>{about}</p>
                <p class="hint">{notice}</p>
            </div>
        </li>
    }
}

/// What is proposed where nobody set a target, once this profile is used or no longer used. What was set by hand stays.
fn fill_in(desk: Desk, toggled: &ProfileId, on: bool) -> Vec<Change> {
    let Some(library) = office().library.get_untracked() else { return Vec::new() };
    desk.session.with_untracked(|session| {
        let mut profiles: Vec<ProfileId> = session.profiles_in_use().filter(|id| *id != toggled).cloned().collect();
        profiles.extend(on.then(|| toggled.clone()));
        let Some(model) = library.model(&session.model.id) else { return Vec::new() };
        let asked = library.asked(model, &profiles);
        let differences = differences(&asked, &interview_answers(session), session);
        differences.into_iter().map(|difference| Change::Target(difference.practice, difference.proposed)).collect()
    })
}
