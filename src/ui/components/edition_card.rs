//! Another edition of a model that somebody brought: what it says otherwise than when an assessment was answered, and the way to take it over.

use leptos::prelude::*;

use crate::model::Model;
use crate::session::Session;
use crate::ui::components::FaultLines;
use crate::ui::text as t;

/// How many questions are listed: a thousand would be read by nobody.
const MOST_LISTED: usize = 50;

/// What the edition says otherwise, and the button that takes it over.
pub fn edition_card(session: &Session, model: &Model, take: impl Fn() + 'static) -> AnyView {
    let changed = session.words_changed(model);
    let lines = t::words_changed(&changed);
    let listed = changed.other_words.iter().take(MOST_LISTED).map(|(id, words)| format!("{id}: {words}")).collect();
    let name = t::other_edition(model.title.get(t::tag()), model.edition.as_str());
    view! {
        <section class="card">
            <h2>{t::OTHER_EDITION_HERE}</h2>
            <p dir="auto">{name}</p>
            <FaultLines lines />
            <FaultLines lines=listed />
            <p class="hint">{t::TAKE_EDITION_HINT}</p>
            <div class="actions">
                <button type="button" class="button primary" on:click=move |_| take()>{t::TAKE_EDITION}</button>
            </div>
        </section>
    }
    .into_any()
}
