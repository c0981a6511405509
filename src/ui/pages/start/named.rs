//! Beginning with what a link names: a profile, or a model.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::analysis::{begin as begin_with, begin_without_profile};
use crate::model::{ModelId, Profile};
use crate::session::Session;
use crate::ui::browser::clock;
use crate::ui::pages::start::new::{authorship, begin, goer};
use crate::ui::shell::parts::{Part, parts};
use crate::ui::state::app_state::{AppState, app_state};
use crate::ui::state::library::Library;
use crate::ui::text as t;

/// Where the address names a profile (`?profile=retail-pos`) or a model (`?model=software-trustworthiness`): a button that begins with it.
#[component]
pub fn ProfileLink() -> impl IntoView {
    let (app_state, parts) = (app_state(), parts());
    let query = use_query_map();
    move || {
        let library = app_state.library.get()?;
        if let Some(model) = query.with(|query| query.get("model")) {
            return Some(model_button(app_state, &library, &model));
        }
        let wanted = query.with(|query| query.get("profile"))?;
        // One of a model that is only offered comes with it.
        if let Some(offered) = library.offered.iter().find(|it| it.has_profile(&wanted) && library.can_have(&it.id)) {
            app_state.want_model(&offered.id);
            return Some(view! { <p class="loading" role="status">{t::LOADING}</p> }.into_any());
        }
        let profile = library.profiles.iter().find(|profile| profile.id.as_str() == wanted).cloned();
        Some(match profile {
            Some(profile) => {
                // Where one goes from there: to the first step, and to what the profile proposes.
                for part in [Part::SetUp, Part::Targets] {
                    parts.load(part);
                }
                view! { <NewButton profile /> }.into_any()
            }
            None => view! { <p class="banner banner-warning">{t::no_such_profile(&wanted)}</p> }.into_any(),
        })
    }
}

/// The button that begins with a model, which may have to be loaded first; or that there is none of that name.
fn model_button(app_state: AppState, library: &Library, wanted: &str) -> AnyView {
    let id = ModelId::try_from(wanted).ok();
    match id.as_ref().and_then(|id| library.model(id)) {
        Some(model) => {
            let (go, words) = (goer(false), t::new_with_model(model.title.get(t::tag())));
            let new = move || {
                Ok::<_, &'static str>(begin_without_profile(clock::new_id(), clock::new_id(), &model, &authorship(app_state)))
            };
            view! {
                <button type="button" id="new-with-model" class="button primary" on:click=move |_| begin(app_state, new.clone(), go.clone())>
                    {words}
                </button>
            }
            .into_any()
        }
        None if let Some(id) = id.filter(|id| library.can_have(id)) => {
            app_state.want_model(&id);
            view! { <p class="loading" role="status">{t::LOADING}</p> }.into_any()
        }
        None => view! { <p class="banner banner-warning">{t::no_such_model(wanted)}</p> }.into_any(),
    }
}

/// Begins a new session with a profile and goes to it.
#[component]
fn NewButton(profile: Arc<Profile>) -> impl IntoView {
    let app_state = app_state();
    let go = goer(false);
    let words = t::new_with_profile(profile.name.get(t::tag()));
    view! {
        <button
            type="button"
            id="new-with-profile"
            class="button primary"
            on:click=move |_| begin(app_state, with_profile(app_state, profile.clone()), go.clone())
        >
            {words}
        </button>
    }
}

/// A session with a profile, which is one of the library, and with what that proposes.
fn with_profile(app_state: AppState, profile: Arc<Profile>) -> impl Fn() -> Result<Session, &'static str> {
    move || {
        let library = app_state.library.get_untracked().ok_or(t::LOADING.get())?;
        let model = library.model(&profile.model).ok_or(t::NO_MODEL.get())?;
        let asked = library.asked(model, std::slice::from_ref(&profile.id));
        Ok(begin_with(clock::new_id(), clock::new_id(), &asked, &authorship(app_state)))
    }
}
