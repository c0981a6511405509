//! What a report that somebody holds in hand is still worth: its code says.

use leptos::prelude::*;

use crate::exchange::compare_code;
use crate::ui::components::TextField;
use crate::ui::desk::desk;
use crate::ui::doors::clock;
use crate::ui::text as t;

/// A field for a code, and what it says.
#[component]
pub fn CheckCode() -> impl IntoView {
    let desk = desk();
    let typed = RwSignal::new(String::new());
    let answer = move || {
        let typed = typed.get();
        if typed.trim().is_empty() {
            return String::new();
        }
        let checked = desk.session.with(|session| compare_code(&typed, session));
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
