//! Beginning something new, and going on with what was open last: by a button, by a link, by a shortcut of the system.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};

use crate::analysis::begin as begin_with;
use crate::model::Profile;
use crate::session::Authorship;
use crate::store::Slot;
use crate::ui::browser::clock;
use crate::ui::routes::{Address, SessionPage};
use crate::ui::shell::parts::{Part, parts};
use crate::ui::state::app_state::{AppState, app_state};
use crate::ui::text as t;

/// Where the address names a profile (`?profile=retail-pos`): a button that begins with it.
#[component]
pub fn ProfileLink() -> impl IntoView {
    let app_state = app_state();
    let query = use_query_map();
    if query.with_untracked(|query| query.get("profile").is_some()) {
        parts().load(Part::Guidance);
    }
    move || {
        let wanted = query.with(|query| query.get("profile"))?;
        let library = app_state.library.get()?;
        let profile = library.profiles.iter().find(|profile| profile.id.as_str() == wanted).cloned();
        Some(match profile {
            Some(profile) => view! { <NewButton profile /> }.into_any(),
            None => view! { <p class="banner banner-warning">{t::no_such_profile(&wanted)}</p> }.into_any(),
        })
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
            class="button primary"
            on:click=move |_| begin(app_state, Some(profile.clone()), go.clone())
        >
            {words}
        </button>
    }
}

/// What the shortcuts of an installed app name: `?new` begins something new, `?last` goes on with what was changed last.
pub fn follow_shortcut() {
    let query = use_query_map().get_untracked();
    let go = goer(true);
    if query.get("new").is_some() {
        begin(app_state(), None, go);
    } else if query.get("last").is_some() {
        let listed = app_state().store_after_saving().summaries().unwrap_or_default();
        if let Some(entry) = listed.first() {
            go(&entry.slot, &app_state().place(&entry.slot).unwrap_or_else(|| SessionPage::SetUp.into()));
        }
    }
}

/// Begins a new session without any profile.
pub fn begin_wanted() -> impl Fn() {
    let (app_state, go) = (app_state(), goer(false));
    move || begin(app_state, None, go.clone())
}

/// Goes to a page of a session; instead of this page, when coming back here would only lead there again.
fn goer(replace: bool) -> impl Fn(&Slot, &Address) + Clone {
    let navigate = use_navigate();
    move |slot: &Slot, place: &Address| {
        navigate(&place.path_in(slot), NavigateOptions { replace, ..NavigateOptions::default() });
    }
}

/// Begins a new session and goes to it: at once, or when the questions are here.
fn begin(app_state: AppState, profile: Option<Arc<Profile>>, go: impl Fn(&Slot, &Address) + 'static) {
    let begin = move || match begin_session(app_state, profile.as_deref()) {
        Ok(slot) => go(&slot, &SessionPage::SetUp.into()),
        Err(why) => app_state.say(why, None),
    };
    if app_state.models.with_untracked(Option::is_some) {
        return begin();
    }
    app_state.say(t::LOADING.to_owned(), None);
    leptos::task::spawn_local(async move {
        app_state.models_loaded().await;
        begin();
    });
}

fn begin_session(app_state: AppState, profile: Option<&Profile>) -> Result<Slot, String> {
    // A profile is one of the library; without any, the models are enough.
    let known = if profile.is_some() { app_state.library } else { app_state.models };
    let library = known.get_untracked().ok_or(t::LOADING)?;
    let model = match profile {
        Some(profile) => library.model(&profile.model),
        None => library.models.first().cloned(),
    };
    let profiles: Vec<_> = profile.iter().map(|profile| profile.id.clone()).collect();
    let asked = library.asked(model.ok_or(t::NO_MODEL)?, &profiles);
    let authorship = Authorship { by: None, at: clock::now(), actor: app_state.actor() };
    let session = begin_with(clock::new_id(), clock::new_id(), &asked, &authorship);
    app_state.add(session).map_err(|error| t::cant_begin(&error))
}
