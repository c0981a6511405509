//! Whether what is on the screen is saved.

use leptos::prelude::*;

use crate::store::SaveError;
use crate::ui::state::open_session::{Saved, open_session};
use crate::ui::text as t;

/// Whether what is on the screen is saved: quiet when it is, loud when it is not.
#[component]
pub fn SavedMark() -> impl IntoView {
    let saved = open_session().saved;
    let words = move || match saved.get() {
        Saved::Yes => t::SAVED.to_owned(),
        Saved::InMemory => t::SAVED_IN_MEMORY.to_owned(),
        Saved::No(SaveError::Storage(error)) => t::not_saved(t::storage_error(error)),
        Saved::No(SaveError::TooLarge { bytes }) => t::not_saved(&t::too_large(bytes)),
        Saved::No(SaveError::Conflict) => t::not_saved(t::NOT_SAVED_CONFLICT.get()),
        Saved::No(SaveError::Unreadable) => t::not_saved(t::NOT_SAVED_UNREADABLE.get()),
    };
    let is_saved = move || saved.with(|saved| *saved == Saved::Yes);
    view! {
        <p class="saved" class:not-saved=move || !is_saved() role="status">
            {words}
        </p>
    }
}
