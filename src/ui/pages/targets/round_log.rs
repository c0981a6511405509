//! What became of rounds: opened, closed, and opened again with the reason for it.

use leptos::prelude::*;

use crate::analysis::{RoundInShort, rounds_in_short};
use crate::session::RoundEvent;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// The rounds in the decision log: nothing while nobody opened or closed one.
#[component]
pub fn RoundLog() -> impl IntoView {
    let open_session = open_session();
    let rounds = open_session.following(rounds_in_short);
    let line = move |round: &RoundInShort| {
        let name = t::round_called(round);
        let events = round.events.iter().filter(|it| !matches!(it.event, RoundEvent::Planned(_) | RoundEvent::AskedFor(_)));
        let words = events.map(|it| {
            let by = open_session
                .session
                .with_untracked(|session| it.by.as_ref().and_then(|by| session.person_name(by)).map(str::to_owned));
            t::round_event(&it.event, by.as_deref())
        });
        words.map(|words| (name.clone(), words)).collect::<Vec<_>>()
    };
    let lines = Memo::new(move |_| rounds.with(|all| all.iter().flat_map(line).collect::<Vec<_>>()));
    let rows = move || {
        let row = |(name, words): (String, String)| view! { <li class="card"><p dir="auto"><strong>{name}</strong> ": " {words}</p></li> };
        lines.get().into_iter().rev().map(row).collect::<Vec<_>>()
    };
    move || {
        (!lines.with(Vec::is_empty)).then(|| {
            view! {
                <h2>{t::ROUNDS_IN_LOG}</h2>
                <ol class="log">{rows}</ol>
            }
        })
    }
}
