//! A field for a passphrase. What is typed in it is kept nowhere: whoever has the signal empties it.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::ui::text as t;

/// A passphrase, and what is said about it while it is typed.
#[component]
pub fn PassphraseField(
    #[prop(into)] id: String,
    label: &'static str,
    value: RwSignal<String>,
    is_shown: RwSignal<bool>,
    /// What is said beside it; empty where there is nothing to say.
    #[prop(into)]
    said: Signal<String>,
    /// Enter is pressed in it.
    on_enter: Callback<()>,
) -> impl IntoView {
    let said_at = format!("{id}-said");
    let press = move |event: KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
            on_enter.run(());
        }
    };
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <input
                id=id
                type=move || if is_shown.get() { "text" } else { "password" }
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                dir="auto"
                aria-describedby=said_at.clone()
                prop:value=value
                on:input=move |event| value.set(event_target_value(&event))
                on:keydown=press
            />
            <p class="hint" id=said_at>{said}</p>
        </div>
    }
}

/// Whether passphrases are shown while they are typed.
#[component]
pub fn ShowPassphrase(is_shown: RwSignal<bool>) -> impl IntoView {
    view! {
        <label class="choice">
            <input type="checkbox" prop:checked=is_shown on:change=move |event| is_shown.set(event_target_checked(&event)) />
            <span>{t::SHOW_PASSPHRASE}</span>
        </label>
    }
}
