//! Which key does what, and whether single keys do anything.

use leptos::html::Dialog;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

use crate::ui::browser::keys::Command;
use crate::ui::browser::{keyboard, page};
use crate::ui::routes::{Address, SessionPage};
use crate::ui::state::app_state::{AppState, app_state};
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// The setting of this browser that switches single keys off, for those who press keys by accident or by voice.
const SETTING: &str = "keys";
const OFF: &str = "off";

/// Whether single keys do anything in this browser.
pub fn single_keys_are_on(app_state: AppState) -> bool {
    app_state.store().setting(SETTING).as_deref() != Some(OFF)
}

/// A button that shows which key does what; so does `?`.
#[component]
pub fn KeyHelp() -> impl IntoView {
    let dialog = NodeRef::<Dialog>::new();
    let open = move || {
        if let Some(dialog) = dialog.get_untracked() {
            page::open_dialog(&dialog);
        }
    };
    let close = move |_| {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let app_state = app_state();
    let on = RwSignal::new(single_keys_are_on(app_state));
    let toggle = move |_| {
        on.update(|on| *on = !*on);
        app_state.store().set_setting(SETTING, if on.get_untracked() { "on" } else { OFF });
    };
    let open_session = open_session();
    let navigate = use_navigate();
    keyboard::listen(move |command| {
        if !on.get_untracked() {
            return false;
        }
        match command {
            Command::Help => open(),
            Command::Search => {
                navigate(
                    &Address::from(SessionPage::Search).path_in(&open_session.slot()),
                    leptos_router::NavigateOptions::default(),
                );
                page::focus_soon("search".to_owned());
            }
            _ => return false,
        }
        true
    });
    let rows: Vec<_> = t::key_list()
        .into_iter()
        .map(|(keys, words)| {
            let keys: Vec<_> = keys.iter().map(|key| view! { <kbd>{*key}</kbd> " " }).collect();
            view! { <dt>{keys}</dt> <dd>{words}</dd> }
        })
        .collect();
    view! {
        <button type="button" class="button plain small tool icon-keys" aria-keyshortcuts="?" on:click=move |_| open()>
            <span class="words">{t::KEYS}</span>
        </button>
        <dialog node_ref=dialog class="keys" aria-labelledby="keys-title">
            <h2 id="keys-title">{t::KEYS_TITLE}</h2>
            <p class="hint">{t::KEYS_HINT}</p>
            <dl>{rows}</dl>
            <div class="actions">
                <label class="tick-row"><input type="checkbox" prop:checked=on on:change=toggle /> {t::KEYS_ON}</label>
                <button type="button" class="button" on:click=close>{t::KEYS_CLOSE}</button>
            </div>
        </dialog>
    }
}
