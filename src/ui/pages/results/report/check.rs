//! What a report that somebody holds in hand is still worth: its code says.

use leptos::prelude::*;

use crate::exchange::compare_code;
use crate::ui::browser::clock;
use crate::ui::components::TextField;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// A field for a code, and what it says.
#[component]
pub fn CheckCode() -> impl IntoView {
    let open_session = open_session();
    let typed = RwSignal::new(String::new());
    let answer = move || {
        let typed = typed.get();
        if typed.trim().is_empty() {
            return String::new();
        }
        let checked = open_session.session.with(|session| compare_code(&typed, session));
        checked.map(|checked| t::checked(checked, clock::in_words)).unwrap_or_default()
    };
    view! {
        <section class="card report-check">
            <h2>{t::CHECK_CODE}</h2>
            <TextField
                id="report-code"
                label=t::CHECK_CODE_LABEL
                hint=t::CHECK_CODE_HINT
                value=typed
                on_type=move |words| typed.set(words)
            />
            <p role="status">{answer}</p>
        </section>
    }
}
