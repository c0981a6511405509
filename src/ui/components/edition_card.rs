//! Another edition of a model that somebody brought: what it says otherwise than when an assessment was answered, and the way to take it over.

use leptos::prelude::*;

use crate::exchange::check_levels;
use crate::model::Model;
use crate::session::Session;
use crate::ui::components::FaultLines;
use crate::ui::text as t;

/// How many questions are listed: a thousand would be read by nobody.
const MOST_LISTED: usize = 50;

/// What the edition says otherwise, and the button that takes it over; where the answers do not fit its levels, why it can't be.
pub fn edition_card(session: &Session, model: &Model, take: impl Fn() + 'static) -> AnyView {
    let changed = session.words_changed(model);
    let is_known = session.model.own.as_ref().is_some_and(|own| !own.texts.is_empty());
    let lines = if is_known { t::words_changed(&changed) } else { vec![t::WORDS_NOT_KEPT.to_owned()] };
    let gone: Vec<_> = changed.gone.iter().take(MOST_LISTED).map(ToString::to_string).collect();
    let gone = (!gone.is_empty()).then(|| view! { <p dir="auto">{t::gone_ids(&gone, changed.gone.len())}</p> });
    let fits = check_levels(session, model).map_err(|error| t::edition_does_not_fit(&t::read_error(&error)));
    let listed = changed.other_words.iter().take(MOST_LISTED).map(|(id, words)| format!("{id}: {words}")).collect();
    let name = t::other_edition(model.title.get(t::tag()), model.edition.as_str());
    let offer = match fits {
        Err(why) => view! { <p class="banner banner-warning">{why}</p> }.into_any(),
        Ok(()) => view! {
            <p class="hint">{t::TAKE_EDITION_HINT}</p>
            <div class="actions">
                <button type="button" class="button primary" on:click=move |_| take()>{t::TAKE_EDITION}</button>
            </div>
        }
        .into_any(),
    };
    view! {
        <section class="card">
            <h2>{t::OTHER_EDITION_HERE}</h2>
            <p dir="auto">{name}</p>
            <FaultLines lines />
            <FaultLines lines=listed />
            {gone}
            {offer}
        </section>
    }
    .into_any()
}
