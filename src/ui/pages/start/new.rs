//! Beginning something new, and going on with what was open last: by a button, by a link, by a shortcut of the system.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};

use crate::analysis::begin_without_profile;
use crate::session::{Authorship, Session};
use crate::store::Slot;
use crate::ui::browser::clock;
use crate::ui::routes::{Address, SessionPage};
use crate::ui::state::app_state::{AppState, app_state};
use crate::ui::text as t;

/// What the shortcuts of an installed app name: `?new` begins something new, `?last` goes on with what was changed last.
pub fn follow_shortcut() {
    let query = use_query_map().get_untracked();
    let go = goer(true);
    if query.get("new").is_some() {
        begin(app_state(), without_profile(app_state()), go);
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
    move || begin(app_state, without_profile(app_state), go.clone())
}

/// Goes to a page of a session; instead of this page, when coming back here would only lead there again.
pub(super) fn goer(replace: bool) -> impl Fn(&Slot, &Address) + Clone {
    let navigate = use_navigate();
    move |slot: &Slot, place: &Address| {
        navigate(&place.path_in(slot), NavigateOptions { replace, ..NavigateOptions::default() });
    }
}

/// Begins a new session and goes to it: at once, or when the questions are here.
pub(super) fn begin(
    app_state: AppState,
    new: impl Fn() -> Result<Session, &'static str> + 'static,
    go: impl Fn(&Slot, &Address) + 'static,
) {
    let begin = move || {
        let added = new().map_err(str::to_owned);
        match added.and_then(|session| app_state.add(session).map_err(|error| t::cant_begin(&error))) {
            Ok(slot) => go(&slot, &SessionPage::SetUp.into()),
            Err(why) => app_state.say(why, None),
        }
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

/// A session of the first model, in which nothing is said. The models are enough for it.
pub(super) fn without_profile(app_state: AppState) -> impl Fn() -> Result<Session, &'static str> {
    move || {
        let library = app_state.models.get_untracked().ok_or(t::LOADING.get())?;
        let model = library.models.first().ok_or(t::NO_MODEL.get())?;
        Ok(begin_without_profile(clock::new_id(), clock::new_id(), model, &authorship(app_state)))
    }
}

pub(super) fn authorship(app_state: AppState) -> Authorship {
    Authorship { by: None, at: clock::now(), actor: app_state.actor() }
}
