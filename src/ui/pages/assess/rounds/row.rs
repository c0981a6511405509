//! One round, with what can be done with it.

use leptos::prelude::*;

use crate::analysis::RoundInShort;
use crate::session::{List, RoundId, RoundState, commands};
use crate::ui::browser::clock;
use crate::ui::components::{KeptApartMark, TextField};
use crate::ui::pages::assess::rounds::name_of_person;
use crate::ui::pages::assess::rounds::signed::SignOffs;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// A round.
#[component]
pub fn RoundRow(round: RoundInShort) -> impl IntoView {
    let open_session = open_session();
    let person = move |by| name_of_person(open_session, by);
    let id = round.round.clone();
    let is_looked_at = Memo::new(move |_| open_session.round().as_ref() == Some(&id));
    let begun = t::round_begun(&round, person(round.by.as_ref()).as_deref());
    let log = round.events.iter().map(|it| t::round_event(&it.event, person(it.by.as_ref()).as_deref()));
    let log: Vec<_> = log.map(|words| view! { <li dir="auto">{words}</li> }).collect();
    let log = (log.len() > 1).then(|| view! { <details><summary>{t::ROUND_LOG}</summary><ul>{log}</ul></details> });
    let name = t::round_called(&round);
    let (heading, kept) = (format!("round-{}", round.round), round.round.to_string());
    let labelled_by = heading.clone();
    let id = round.round.clone();
    let look = move |_| open_session.look_at(Some(id.clone()));
    let label = t::about_answer(&t::LOOK_AT_ROUND, &name);
    let looks = move || {
        if is_looked_at.get() {
            view! { <span class="tag">{t::IS_LOOKED_AT}</span> }.into_any()
        } else {
            let (look, label) = (look.clone(), label.clone());
            view! { <button type="button" class="button small" aria-label=label on:click=look>{t::LOOK_AT_ROUND}</button> }
                .into_any()
        }
    };
    let of = round.round.clone();
    let acts = match round.state {
        RoundState::Open => view! { <CloseRound id=round.round.clone() /> }.into_any(),
        RoundState::Closed { .. } => view! { <ReopenRound id=round.round.clone() /> }.into_any(),
    };
    view! {
        <li class="card round" aria-labelledby=labelled_by>
            <h2 id=heading dir="auto">{name}</h2>
            <p>{t::round_state(round.state)} " · " {t::round_counts(&round)}</p>
            <p class="hint" dir="auto">{begun}</p>
            <KeptApartMark lists=&[List::Rounds] on=kept />
            {round.changed_since.then(|| view! { <p class="banner banner-warning">{t::CHANGED_AFTER_CLOSING}</p> })}
            {log}
            <div class="actions">{looks}</div>
            {acts}
            <SignOffs round=of />
        </li>
    }
}

/// The button that closes a round.
#[component]
fn CloseRound(id: RoundId) -> impl IntoView {
    let open_session = open_session();
    let close = move |_| {
        let change =
            open_session.session.with_untracked(|session| commands::close_round(session, &id, clock::new_id(), clock::today()));
        open_session.change_with_undo(vec![change], t::ROUND_CLOSED.to_owned());
    };
    view! {
        <div>
            <button type="button" class="button small" on:click=close>{t::CLOSE_ROUND}</button>
            <p class="hint">{t::CLOSE_ROUND_HINT}</p>
        </div>
    }
}

/// Opening a closed round again: with a reason.
#[component]
fn ReopenRound(id: RoundId) -> impl IntoView {
    let open_session = open_session();
    let why = RwSignal::new(String::new());
    let field = format!("reopen-{id}");
    let reopen = move |_| {
        let change = commands::reopen_round(&id, clock::new_id(), &why.get_untracked(), clock::today());
        if let Some(change) = change {
            open_session.change_with_undo(vec![change], t::ROUND_REOPENED.to_owned());
        }
    };
    let is_empty = move || why.with(|why| why.trim().is_empty());
    view! {
        <details>
            <summary>{t::REOPEN_ROUND}</summary>
            <TextField id=field label=t::REOPEN_WHY hint=t::REOPEN_WHY_HINT value=why on_type=move |words| why.set(words) />
            <p><button type="button" class="button small" disabled=is_empty on:click=reopen>{t::REOPEN_ROUND}</button></p>
        </details>
    }
}
