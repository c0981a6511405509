//! What says something else now than when it was answered, in a model that somebody brought: to be looked at once.

use std::sync::Arc;

use leptos::prelude::*;

use crate::ui::components::FaultLines;
use crate::ui::state::app_state::app_state;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// The questions that say something else, and the button that says that the answers hold all the same.
#[component]
pub fn OwnWords() -> impl IntoView {
    let (open_session, app_state) = (open_session(), app_state());
    let changed = Memo::new(move |_| {
        open_session.asked.with(|asked| {
            let model = asked.model();
            open_session.session.with(|session| {
                let changed = session.words_changed(model).other_words;
                changed.into_iter().map(|(_, words)| words.to_owned()).collect::<Vec<_>>()
            })
        })
    });
    let looked = move |_| {
        let asked = open_session.asked.get_untracked();
        let before = open_session.words_looked_at(asked.model());
        let undo = move || open_session.put_model(before.clone());
        app_state.say(t::WORDS_LOOKED_AT.to_owned(), Some(Arc::new(undo)));
    };
    move || {
        let lines = changed.get();
        (!lines.is_empty()).then(|| {
            view! {
                <section class="card" id="own-words">
                    <h2>{t::LOOK_AGAIN}</h2>
                    <FaultLines lines />
                    <div class="actions">
                        <button type="button" class="button" on:click=looked>{t::LOOKED_AGAIN}</button>
                    </div>
                </section>
            }
        })
    }
}
