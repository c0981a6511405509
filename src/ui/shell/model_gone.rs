//! An assessment whose model is not here: which one it is, and what another edition of it says otherwise. Nothing is carried over before
//! somebody has seen that.

use std::sync::Arc;

use leptos::prelude::*;

use crate::model::Model;
use crate::session::Session;
use crate::store::{RestoreError, Slot, Stored};
use crate::ui::browser::{clock, page};
use crate::ui::components::{PageHead, SaveRaw, edition_card};
use crate::ui::state::app_state::{AppState, app_state};
use crate::ui::state::library::Library;
use crate::ui::text as t;

/// Which model is not here, and which other editions of it are.
#[component]
pub fn ModelGone(at: Slot, stored: Stored, library: Arc<Library>, again: Callback<()>) -> impl IntoView {
    let app_state = app_state();
    let gone = stored.session.clone();
    // Whoever loads the model here goes on at once.
    Effect::new(move |_| {
        if app_state.library.with(|library| library.as_ref().is_some_and(|library| library.model_of(&gone).is_some())) {
            again.run(());
        }
    });
    let session = &stored.session;
    let title = session.model.own.as_ref().map(|own| own.title.clone()).unwrap_or_default();
    let words = t::model_gone(&title, session.model.id.as_str(), session.model.edition.as_str());
    let others = library.others_by_id(session).into_iter();
    let others: Vec<_> = others.map(|model| other(&at, session, model, stored.revision, again)).collect();
    view! {
        <PageHead title=t::MODEL_IS_GONE.to_owned() />
        <p class="banner banner-warning" dir="auto">{words}</p>
        {session.brings_unreadable().then(|| view! { <p>{t::MODEL_IS_BROKEN}</p> })}
        <p>{t::MODEL_IS_GONE_WORDS}</p>
        {others}
        <div class="actions">
            <a href=page::home() class="button">{t::TO_START}</a> <SaveRaw at />
        </div>
    }
}

/// Another edition that is here: what it says otherwise, and the button that takes it over.
fn other(at: &Slot, session: &Session, model: Arc<Model>, revision: u64, again: Callback<()>) -> AnyView {
    let app_state = app_state();
    let (at, former) = (at.clone(), session.clone());
    let taken = Arc::clone(&model);
    edition_card(session, &model, move || {
        let mut session = former.clone();
        session.take_edition(&taken, &app_state.actor());
        take_over(app_state, &at, &former, &session, revision, again);
    })
}

/// Stores the session with its other edition, with a way back until it is changed.
fn take_over(app_state: AppState, at: &Slot, former: &Session, session: &Session, revision: u64, again: Callback<()>) {
    let store = app_state.store_after_saving();
    // Beside the undo of this moment; where there is no room for it, that has to do.
    let _ = store.back_up(at, clock::here_and_now());
    match store.save(at, session, revision) {
        Ok(revision) => {
            let (at, former) = (at.clone(), former.clone());
            let undo = move || {
                if let Err(error) = app_state.store_after_saving().save(&at, &former, revision) {
                    app_state.say(t::cant_restore(&RestoreError::Save(error)), None);
                }
                again.try_run(());
            };
            app_state.say(t::EDITION_IS_TAKEN.to_owned(), Some(Arc::new(undo)));
            again.run(());
        }
        Err(error) => app_state.say(t::cant_restore(&RestoreError::Save(error)), None),
    }
}
