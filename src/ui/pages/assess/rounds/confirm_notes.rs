//! What earlier rounds leave of notes: to be kept in this round, or left out of it.

use leptos::prelude::*;

use crate::analysis::{CarriedNotes, Earlier, Thing};
use crate::session::{Change, RoundId, Session, commands};
use crate::ui::browser::page;
use crate::ui::pages::assess::rounds::confirm::LIST;
use crate::ui::pages::assess::rounds::name_of_person;
use crate::ui::state::open_session::OpenSession;
use crate::ui::text as t;

/// What was noted about a statement of which no earlier answer is left to be confirmed.
pub fn notes_row(open_session: OpenSession, it: CarriedNotes) -> AnyView {
    let statement = open_session.name_of(&Thing::Indicator(it.at.on.clone()));
    let part = it.at.part.clone().map(|part| format!(" ({})", open_session.name_of(&Thing::Part(part))));
    let lines: Vec<_> = it.notes.iter().map(|note| note_line(open_session, note)).collect();
    let (keep_label, drop_label) = (t::about_answer(&t::KEEP_NOTE, &statement), t::about_answer(&t::LEAVE_OUT, &statement));
    let at = it.at.clone();
    let keep = move |_| decide(open_session, t::NOTE_KEPT.to_owned(), |session, round| commands::keep_notes(session, &at, round));
    let at = it.at;
    let drop = move |_| {
        let dropped = |_: &Session, round: &RoundId| Some(commands::drop_answer(at.on.clone(), at.part.clone(), round, true));
        decide(open_session, t::NOTE_LEFT_OUT.to_owned(), dropped);
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

/// Makes what somebody decided about an earlier round in the present one, with a way back, and leads back to the list.
pub fn decide(open_session: OpenSession, words: String, change: impl FnOnce(&Session, &RoundId) -> Option<Change>) {
    let Some(round) = untrack(|| open_session.round()) else { return };
    if let Some(change) = open_session.session.with_untracked(|session| change(session, &round)) {
        open_session.change_with_undo(vec![change], words);
        page::focus_soon(LIST.to_owned());
    }
}

/// A note, with who wrote it when.
pub fn note_line<Id>(open_session: OpenSession, note: &Earlier<Id, String>) -> AnyView {
    let by = name_of_person(open_session, note.at.by.as_ref());
    view! { <p class="hint said-lines" dir="auto">{t::note_earlier(&note.says, by.as_deref(), note.on)}</p> }.into_any()
}
