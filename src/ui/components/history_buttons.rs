//! Undo and redo, of everything in the session.

use leptos::prelude::*;

use crate::ui::desk::desk;
use crate::ui::doors::keyboard;
use crate::ui::keys::Command;
use crate::ui::office::office;
use crate::ui::text as t;

/// Undo and redo as buttons and as keys.
#[component]
pub fn HistoryButtons() -> impl IntoView {
    let (desk, office) = (desk(), office());
    let undo = move || {
        if let Some(done) = desk.undo() {
            office.say(t::undone(&done), None);
        }
    };
    let redo = move || {
        if let Some(done) = desk.redo() {
            office.say(t::redone(&done), None);
        }
    };
    keyboard::listen(move |command| {
        match command {
            Command::Undo => undo(),
            Command::Redo => redo(),
            _ => return false,
        }
        true
    });
    view! {
        <button type="button" class="button plain small tool icon-undo" disabled=move || !desk.can_undo() on:click=move |_| undo()>
            <span class="words">{t::UNDO}</span>
        </button>
        <button type="button" class="button plain small tool icon-redo" disabled=move || !desk.can_redo() on:click=move |_| redo()>
            <span class="words">{t::REDO}</span>
        </button>
    }
}
