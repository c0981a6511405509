//! What earlier rounds leave of notes: to be kept in this round, or left out of it.

use leptos::prelude::*;

use crate::analysis::{CarriedNotes, Earlier, Thing};
use crate::session::{Change, commands};
use crate::ui::browser::page;
use crate::ui::pages::assess::rounds::confirm::LIST;
use crate::ui::state::open_session::OpenSession;
use crate::ui::text as t;

/// What was noted about a statement that nobody answered.
pub fn notes_row(open_session: OpenSession, it: CarriedNotes) -> AnyView {
    let statement = open_session.name_of(&Thing::Indicator(it.at.on.clone()));
    let part = it.at.part.clone().map(|part| format!(" ({})", open_session.name_of(&Thing::Part(part))));
    let lines: Vec<_> = it.notes.iter().map(|note| note_line(open_session, note)).collect();
    let (keep_label, drop_label) = (t::about_answer(&t::KEEP_NOTE, &statement), t::about_answer(&t::LEAVE_OUT, &statement));
    let at = it.at.clone();
    let change = move |change: Option<Change>, words: &'static str| {
        open_session.change_with_undo(change.into_iter().collect(), words.to_owned());
        page::focus_soon(LIST.to_owned());
    };
    let keep = move |_| {
        let Some(round) = untrack(|| open_session.round()) else { return };
        change(open_session.session.with_untracked(|session| commands::keep_notes(session, &at, &round)), &t::NOTE_KEPT);
    };
    let at = it.at;
    let drop = move |_| {
        let Some(round) = untrack(|| open_session.round()) else { return };
        change(Some(commands::drop_answer(at.on.clone(), at.part.clone(), &round, true)), &t::NOTE_LEFT_OUT);
    };
    view! {
        <li>
            <p dir="auto">{statement} {part}</p>
            {lines}
            <div class="actions">
                <button type="button" class="button small" aria-label=keep_label on:click=keep>{t::KEEP_NOTE}</button>
                <button type="button" class="button plain small" aria-label=drop_label on:click=drop>{t::LEAVE_OUT}</button>
            </div>
        </li>
    }
    .into_any()
}

/// A note, with who wrote it when.
pub fn note_line<Id>(open_session: OpenSession, note: &Earlier<Id, String>) -> AnyView {
    let by = note.at.by.as_ref();
    let by = by.and_then(|by| open_session.session.with_untracked(|session| session.person_name(by).map(str::to_owned)));
    view! { <p class="hint said-lines" dir="auto">{t::note_earlier(&note.says, by.as_deref(), note.on)}</p> }.into_any()
}
