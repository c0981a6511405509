//! A note on a practice, and what others wrote beside a field.

use crate::model::PracticeId;
use crate::session::commands;
use crate::ui::components::TextArea;
use crate::ui::pages::practice::former::{Again, FormerlySaid};
use crate::ui::pages::practice::mine::{mine, theirs};
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;
use leptos::prelude::*;

/// What others wrote beside a field, under it.
#[component]
pub fn OthersWords(#[prop(into)] said: Signal<Vec<(String, String)>>) -> impl IntoView {
    move || {
        let lines: Vec<_> = said
            .get()
            .into_iter()
            .map(|(name, words)| view! { <p class="hint" dir="auto">{t::words_of(&name, &words)}</p> })
            .collect();
        lines
    }
}

/// A note on a practice.
#[component]
pub fn PracticeNote(practice: PracticeId) -> impl IntoView {
    let open_session = open_session();
    let field = format!("note-{practice}");
    let id = StoredValue::new(practice);
    let value = Signal::derive(move || mine(open_session, id.get_value(), |session| &session.practice_notes).unwrap_or_default());
    let on_type = move |typed: String| change_note(open_session, id.get_value(), typed);
    let said = Signal::derive(move || theirs(open_session, id.get_value(), |session| &session.practice_notes));
    view! {
        <TextArea id=field label=t::NOTE hint=t::NOTE_HINT value on_type />
        <FormerlySaid practice=id.get_value() again=Again::Note />
        <OthersWords said />
    }
}

pub fn change_note(open_session: OpenSession, practice: PracticeId, typed: String) {
    if let Some(place) = open_session.place(practice) {
        open_session.change(commands::write_practice_note(place, typed));
    }
}
