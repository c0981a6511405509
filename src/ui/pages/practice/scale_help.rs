//! What the levels and scopes mean, one tap away wherever they first appear.

use leptos::prelude::*;

use crate::ui::components::{levels_in_words, scopes_in_words};
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// What the levels and scopes mean, folded.
#[component]
pub fn ScaleHelp() -> impl IntoView {
    let asked = open_session().asked.get_untracked();
    let model = asked.model();
    view! {
        <details class="help">
            <summary>{t::SCALE_HELP}</summary>
            {levels_in_words(model)}
            {scopes_in_words(model).map(|scopes| view! { <h3>{t::SCOPE}</h3> {scopes} })}
        </details>
    }
}
