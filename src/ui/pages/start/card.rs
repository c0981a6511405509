//! What the cards of the start page share.

use crate::analysis::{Assessment, Count, Progress, progress};
use crate::model::Questionnaire;
use crate::session::Session;
use crate::store::Slot;
use crate::ui::browser::clock;
use crate::ui::state::app_state::app_state;
use crate::ui::text as t;
use leptos::prelude::*;
use std::sync::Arc;

/// How far along a stored session is, under the present edition of the questions.
pub fn progress_of(asked: &Questionnaire, session: &Session) -> Progress {
    progress(&Assessment::latest(asked, &session.carried_over(asked)))
}

/// What the round before the present one knew, where it knew of more practices than this one does: its name, and how many.
pub fn assessed_before(asked: &Questionnaire, session: &Session) -> Option<(String, Count)> {
    let session = session.carried_over(asked);
    let (before, named) = session.rounds_in_order().rev().nth(1)?;
    let now = progress(&Assessment::latest(asked, &session)).assessed;
    let then = progress(&Assessment::of_round(asked, &session, before)).assessed;
    (then.done > now.done).then(|| (named.name.clone(), then))
}

/// Deletes a session, with a way back.
#[component]
pub fn DeleteButton(at: Slot, name: String, refresh: Callback<()>) -> impl IntoView {
    let app_state = app_state();
    let label = t::delete_named(&name);
    let delete = move |_| {
        let words = match app_state.store_after_saving().delete(&at, clock::now()) {
            Err(error) => return app_state.say(t::cant_delete(t::storage_error(error)), None),
            Ok(()) => t::deleted(&name),
        };
        let at = at.clone();
        let undo = move || {
            if let Err(error) = app_state.store_after_saving().put_back(&at) {
                app_state.say(t::cant_put_back(&error), None);
            }
            refresh.try_run(());
        };
        app_state.say(words, Some(Arc::new(undo)));
        refresh.run(());
    };
    view! {
        <button type="button" class="button plain" aria-label=label on:click=delete>{t::DELETE}</button>
    }
}
