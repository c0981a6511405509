//! What the model knows of its characteristics: to be taken over where it holds.

use leptos::prelude::*;

use crate::model::{Effect, KnownConflict, KnownConflictId};
use crate::session::{Conflict, ConflictId, commands};
use crate::ui::browser::{clock, page};
use crate::ui::pages::targets::characteristics::{heading_id, named};
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// The known conflicts that nobody took over yet, folded.
#[component]
pub fn KnownConflicts() -> impl IntoView {
    let open_session = open_session();
    let left = Memo::new(move |_| {
        let taken: Vec<KnownConflictId> = open_session
            .soon(|session| session.conflicts.values().filter_map(|fact| fact.value()?.known.clone()).collect::<Vec<_>>());
        let hinders = |it: &&KnownConflict| it.effect == Effect::Hinders && !taken.contains(&it.id);
        open_session
            .asked
            .with(|asked| asked.model().conflicts.iter().filter(hinders).map(|it| it.id.clone()).collect::<Vec<_>>())
    });
    let opened = RwSignal::new(false);
    let has_any = Memo::new(move |_| left.with(|left| !left.is_empty()));
    move || {
        has_any.get().then(|| {
            view! {
                <details class="card no-print" on:toggle=move |_| opened.set(true)>
                    <summary>{t::KNOWN_CONFLICTS}</summary>
                    <p class="hint">{t::KNOWN_CONFLICTS_HINT}</p>
                    <ul class="review-findings">
                        {move || opened.get().then(|| {
                            view! { <For each=move || left.get() key=Clone::clone children=move |id| row(open_session, &id) /> }
                        })}
                    </ul>
                </details>
            }
        })
    }
}

/// One of them, with the way to take it over.
fn row(open_session: OpenSession, id: &KnownConflictId) -> Option<AnyView> {
    let known = open_session.asked.with_untracked(|asked| asked.model().conflicts.iter().find(|it| it.id == *id).cloned())?;
    let names = named(open_session);
    let name = |id| names.iter().find(|(it, _)| it == id).map(|(_, name)| name.clone()).unwrap_or_default();
    let called = t::conflict_of(&name(&known.from), &name(&known.to));
    let why = known.why.get(t::tag()).to_owned();
    let example = known.example.said(t::tag()).map(|words| view! { <p class="hint" dir="auto">{words.to_owned()}</p> });
    let label = t::about_conflict(t::TAKE_OVER_KNOWN.get(), &format!("{called}. {why}"));
    let words = why.clone();
    let take = move |_| {
        let id: ConflictId = clock::new_id();
        let change = open_session.round().and_then(|round| {
            let conflict = Conflict {
                // Which of several it is here, nobody said.
                practice: known.practices.first().filter(|_| known.practices.len() == 1).cloned(),
                known: Some(known.id.clone()),
                ..Conflict::new(known.from.clone(), known.to.clone(), words.clone(), round)
            };
            commands::add_conflict(id.clone(), conflict)
        });
        if change.is_some_and(|change| open_session.change_with_undo(vec![change], t::CONFLICT_ADDED.to_owned())) {
            page::focus_soon(heading_id(&id));
        }
    };
    let view = view! {
        <li class="finding">
            <p dir="auto"><strong>{called}</strong> " · " {why}</p>
            {example}
            <p><button type="button" class="button small" aria-label=label on:click=take>{t::TAKE_OVER_KNOWN}</button></p>
        </li>
    };
    Some(view.into_any())
}
