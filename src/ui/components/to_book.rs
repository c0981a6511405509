//! The way from a question to what the book says about it.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::model::{Level, PracticeId};
use crate::ui::state::book::{at_level, link_to_book};
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// A link to a practice, or to a level of it, in the book. `name` tells it from other such links.
#[component]
pub fn ToBook(practice: PracticeId, #[prop(optional)] level: Option<Level>, #[prop(into)] name: String) -> impl IntoView {
    let at = level.map(|level| at_level(&practice, level)).unwrap_or_default();
    let model = open_session().asked.with_untracked(|asked| asked.model().id.clone());
    let href = link_to_book(Some(&open_session().slot()), Some(&model), practice.as_str(), &at);
    view! { <p class="to-book hint"><A href=href>{t::READ_IN_BOOK}<span class="unseen">" " {name}</span></A></p> }
}
