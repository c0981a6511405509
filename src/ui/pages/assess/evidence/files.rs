//! The files of a piece of evidence: those that were noted, and those that are chosen now, each with whether it is the same.

use leptos::prelude::*;

use crate::session::{EvidenceFile, EvidenceId, commands};
use crate::ui::browser::clock;
use crate::ui::browser::files::{self, Source};
use crate::ui::pages::assess::evidence::chosen::{Chosen, ChosenFile};
use crate::ui::pages::assess::evidence::line::evidence;
use crate::ui::state::app_state::app_state;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// The files of a piece.
#[component]
pub fn FilesOf(id: EvidenceId, chosen: Chosen) -> impl IntoView {
    let open_session = open_session();
    let id = StoredValue::new(id);
    let piece = evidence(open_session, id);
    let noted = move || {
        let noted = piece.with(|it| it.as_ref().map(|it| it.files.clone()).unwrap_or_default());
        noted.into_iter().map(|file| view! { <Noted id=id.get_value() file /> }).collect::<Vec<_>>()
    };
    let here = move || {
        let row = |file: ChosenFile| {
            let words = move |file: &ChosenFile| {
                piece.with(|it| it.as_ref().map(|it| t::known_file(&file.name, it.known_file(&file.name, &file.sha256))))
            };
            let can_note =
                piece.with(|it| !it.iter().flat_map(|it| &it.files).any(|it| it.sha256 == file.sha256 && it.name == file.name));
            let said = words(&file);
            view! {
                <li dir="auto">
                    {said} {can_note.then(|| view! { " " <NoteIt file /> })}
                </li>
            }
        };
        id.with_value(|id| chosen.of(id)).into_iter().map(row).collect::<Vec<_>>()
    };
    let choose = move |event| {
        let (found, app_state) = (files::all_chosen(&event), app_state());
        leptos::task::spawn_local(async move {
            for source in found {
                let Source::File(file) = source else { continue };
                let Ok(sha256) = files::hash(&file).await else {
                    app_state.say(t::NO_FILE_READ.to_owned(), None);
                    continue;
                };
                // Whoever left the page meanwhile wants nothing of it any more.
                let Some(evidence) = id.try_get_value() else { return };
                chosen.add(ChosenFile { evidence, name: file.name(), size: files::size(&file) as u64, sha256, file });
            }
        });
    };
    view! {
        <details class="evidence-files">
            <summary>{t::EVIDENCE_FILES}</summary>
            <ul>{noted}</ul>
            <ul aria-live="polite">{here}</ul>
            <label class="button small file-button">
                {t::CHOOSE_FILES}
                <input type="file" class="unseen" multiple=true on:change=choose />
            </label>
            <p class="hint">{t::CHOOSE_FILES_HINT} " " {t::NOTE_FILE_HINT}</p>
        </details>
    }
}

/// The button that notes a file.
#[component]
fn NoteIt(file: ChosenFile) -> impl IntoView {
    let open_session = open_session();
    let label = t::note_this_file(&file.name);
    let ChosenFile { evidence, name, size, sha256, .. } = file;
    let note = move |_| {
        let file = EvidenceFile::noted(name.clone(), size, sha256.clone(), clock::today());
        let change = open_session.session.with_untracked(|session| commands::note_file(session, &evidence, file));
        if let Some(change) = change {
            open_session.change_with_undo(vec![change], t::FILE_NOTED.to_owned());
        }
    };
    view! { <button type="button" class="button plain small" aria-label=label on:click=note>{t::NOTE_FILE}</button> }
}

/// A file that was noted.
#[component]
fn Noted(id: EvidenceId, file: EvidenceFile) -> impl IntoView {
    let open_session = open_session();
    let (words, label) = (t::noted_file(&file), t::forget_this_file(&file.name));
    let forget = move |_| {
        let change = open_session.session.with_untracked(|session| commands::forget_file(session, &id, &file.sha256));
        if let Some(change) = change {
            open_session.change_with_undo(vec![change], t::FILE_FORGOTTEN.to_owned());
        }
    };
    view! {
        <li dir="auto">
            {words} " " <button type="button" class="button plain small" aria-label=label on:click=forget>{t::FORGET_FILE}</button>
        </li>
    }
}
