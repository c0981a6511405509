//! What became of things since the round before, as one sentence on Results.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::{rounds_in_short, two_rounds_of};
use crate::ui::routes::SessionPage;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// The sentence, with the way to more; nothing in the first round.
#[component]
pub fn SinceInShort() -> impl IntoView {
    let open_session = open_session();
    let sentence = open_session.following(move |assessment| {
        let both = open_session.results.with(|results| two_rounds_of(assessment, results, None))?;
        let before = rounds_in_short(assessment).into_iter().find(|it| it.round == both.rounds[0])?;
        Some(t::since(&both, &t::round_called(&before)))
    });
    move || {
        sentence.get().map(|sentence| {
            view! {
                <section class="card">
                    <h2>{t::title(SessionPage::Since)}</h2>
                    <p class="since-sentence" dir="auto">{sentence}</p>
                    <p><A href=open_session.link(SessionPage::Since)>{t::TO_SINCE}</A></p>
                </section>
            }
        })
    }
}
