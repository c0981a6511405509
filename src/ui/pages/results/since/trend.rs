//! Every practice over all rounds, with its target and its minimum then, and what is demanded from outside today.

use leptos::prelude::*;

use crate::analysis::{RoundInShort, trend};
use crate::ui::charts::trend_twin;
use crate::ui::components::TwinTable;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// All rounds, as a table.
#[component]
pub fn TrendTable(rounds: Memo<Vec<RoundInShort>>) -> impl IntoView {
    let open_session = open_session();
    let all = open_session.following(trend);
    let twin =
        Memo::new(move |_| open_session.asked.with(|asked| rounds.with(|rounds| all.with(|all| trend_twin(asked, rounds, all)))));
    view! {
        <section class="card wide">
            <h2>{t::OVER_ALL_ROUNDS}</h2>
            <p class="hint">{t::OVER_ALL_ROUNDS_HINT}</p>
            <TwinTable name=t::OVER_ALL_ROUNDS.get() twin />
        </section>
    }
}
