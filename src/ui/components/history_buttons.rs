//! Undo and redo, of everything in the session.

use leptos::prelude::*;

use crate::ui::browser::keyboard;
use crate::ui::browser::keys::Command;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// Undo and redo as buttons and as keys.
#[component]
pub fn HistoryButtons() -> impl IntoView {
    let open_session = open_session();
    let undo = move || open_session.undo();
    let redo = move || open_session.redo();
    keyboard::listen(move |command| {
        match command {
            Command::Undo => undo(),
            Command::Redo => redo(),
            _ => return false,
        }
        true
    });
    view! {
        <button type="button" class="button plain small tool icon-undo" disabled=move || !open_session.can_undo() on:click=move |_| undo()>
            <span class="words">{t::UNDO}</span>
        </button>
        <button type="button" class="button plain small tool icon-redo" disabled=move || !open_session.can_redo() on:click=move |_| redo()>
            <span class="words">{t::REDO}</span>
        </button>
    }
}
