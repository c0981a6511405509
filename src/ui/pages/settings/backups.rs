//! Backups: what each holds, and going back to it.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use crate::exchange::preview;
use crate::store::{Backup, Binned, Cause, Slot};
use crate::ui::browser::clock;
use crate::ui::state::app_state::{AppState, Undo, app_state};
use crate::ui::text as t;

/// All backups, by assessment; the one with the newest backup first.
#[component]
pub fn BackupList(backups: Vec<Backup>, refresh: Callback<()>) -> impl IntoView {
    let mut by_slot: BTreeMap<Slot, Vec<Backup>> = BTreeMap::new();
    backups.into_iter().for_each(|backup| by_slot.entry(backup.slot.clone()).or_default().push(backup));
    let mut slots: Vec<_> = by_slot.into_iter().collect();
    slots.sort_by_key(|(_, backups)| Reverse(backups.first().map(|newest| (newest.at, newest.revision))));
    let mut binned = app_state().store().bin_by_slot();
    let group = |(at, backups): (Slot, Vec<Backup>)| {
        let name = name_of(&at, binned.remove(&at).unwrap_or_default(), &backups);
        view! { <BackupsOf name backups refresh /> }
    };
    let groups: Vec<_> = slots.into_iter().map(group).collect();
    view! {
        <section class="card">
            <h2>{t::BACKUPS}</h2>
            <p class="hint">{t::BACKUPS_WORDS}</p>
            {groups.is_empty().then(|| view! { <p>{t::NO_BACKUPS}</p> })}
            {groups}
        </section>
    }
}

/// The backups of one assessment.
#[component]
fn BackupsOf(name: String, backups: Vec<Backup>, refresh: Callback<()>) -> impl IntoView {
    // Each backup is looked into for its row: only once somebody wants to see them.
    let (count, is_open) = (backups.len(), RwSignal::new(false));
    let rows = move || {
        let rows = backups.iter().filter(|_| is_open.get()).cloned();
        rows.map(|backup| view! { <BackupRow backup refresh /> }).collect::<Vec<_>>()
    };
    view! {
        <details class="backups" on:toggle=move |_| is_open.set(true)>
            <summary><span dir="auto">{name}</span> {format!(" ({count})")}</summary>
            <ul class="rows">{rows}</ul>
        </details>
    }
}

/// What an assessment with backups is called: now, in the bin or, where it had no name then, in the newest backup in which it has one.
fn name_of(slot: &Slot, binned: Vec<Binned>, backups: &[Backup]) -> String {
    let store = app_state().store();
    let binned = binned.into_iter().map(|binned| binned.summary);
    let known = std::iter::once(store.summary(slot)).chain(binned);
    let known = known.chain(backups.iter().map(|backup| store.summary_of_backup(backup)));
    let mut names = known.filter_map(|summary| Some(summary.ok()?.name)).peekable();
    if names.peek().is_none() {
        return t::UNREADABLE.to_owned();
    }
    t::system_name(&names.find(|name| !name.trim().is_empty()).unwrap_or_default())
}

#[component]
fn BackupRow(backup: Backup, refresh: Callback<()>) -> impl IntoView {
    let when = clock::in_words(backup.at);
    let (name, words) = match app_state().store().summary_of_backup(&backup) {
        Ok(summary) => {
            let (name, is_before) = (t::system_name(&summary.name), backup.cause == Cause::Before);
            let words = t::backup_of(&when, &name, summary.answers.unwrap_or_default(), is_before);
            (name, words)
        }
        Err(_) => (t::UNREADABLE.to_owned(), t::bad_backup(&when)),
    };
    let open = RwSignal::new(false);
    let shown = move || open.get().then(|| view! { <Inside backup=backup.clone() refresh /> });
    view! {
        <li>
            <span dir="auto">{words}</span>
            <button
                type="button"
                class="button"
                aria-label=t::look_at_backup(&name, &when)
                aria-expanded=move || open.get().to_string()
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {t::LOOK}
            </button>
            {shown}
        </li>
    }
}

/// What a backup holds, and the button that goes back to it.
#[component]
fn Inside(backup: Backup, refresh: Callback<()>) -> impl IntoView {
    let app_state = app_state();
    let shown = backup.clone();
    let lines = move || match lines(app_state, &shown) {
        Ok(lines) => {
            let lines: Vec<_> =
                lines.into_iter().map(|(name, value)| view! { <dt>{name}</dt> <dd dir="auto">{value}</dd> }).collect();
            view! { <dl class="facts">{lines}</dl> }.into_any()
        }
        Err(why) => view! { <p>{why}</p> }.into_any(),
    };
    let restore = move |_| {
        match app_state.store_after_saving().restore(&backup, clock::here_and_now()) {
            Err(error) => app_state.say(t::cant_restore(&error), None),
            Ok(copy) => {
                let restored = app_state.store().revision(&backup.slot);
                let undo = copy.map(|copy| {
                    let undo: Undo = Arc::new(move || {
                        let store = app_state.store_after_saving();
                        if store.revision(&copy.slot) != restored {
                            app_state.say(t::CHANGED_SINCE.to_owned(), None);
                        } else if let Err(error) = store.restore(&copy, clock::here_and_now()) {
                            app_state.say(t::cant_restore(&error), None);
                        }
                        refresh.try_run(());
                    });
                    undo
                });
                app_state.say(t::RESTORED.to_owned(), undo);
            }
        }
        refresh.run(());
    };
    view! {
        <div class="inside">
            {lines}
            <button type="button" class="button primary" on:click=restore>{t::RESTORE}</button>
            <p class="hint">{t::RESTORE_WORDS}</p>
        </div>
    }
}

fn lines(app_state: AppState, backup: &Backup) -> Result<Vec<(&'static str, String)>, String> {
    let session = app_state.store().open_backup(backup).map_err(|error| t::open_error(&error))?.session;
    let library = app_state.library.get().ok_or(t::LOADING)?;
    let asked = library.asked_in(&session).ok_or(t::NO_MODEL)?;
    let preview = preview(&session, &asked).map_err(|error| t::read_error(&error))?;
    let mut lines = vec![(t::BACKUP_OF.get(), t::system_name(&preview.name))];
    lines.extend(t::preview_lines(&preview, &clock::in_words(preview.created), &clock::in_words(preview.last_change)));
    Ok(lines)
}
