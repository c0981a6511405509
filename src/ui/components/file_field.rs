//! The button that opens session files.

use leptos::prelude::*;

use crate::ui::browser::files::{self, Source};
use crate::ui::text as t;

/// The button that opens session files, several at once if need be.
#[component]
pub fn FileField(on_files: Callback<Vec<Source>>) -> impl IntoView {
    view! {
        <label class="button file-button">
            {t::OPEN_FILE}
            <input
                type="file"
                class="unseen"
                accept=".json,.age,.xlsx,.txt,application/json,text/plain"
                multiple=true
                on:change=move |event| on_files.run(files::all_chosen(&event))
            />
        </label>
    }
}
