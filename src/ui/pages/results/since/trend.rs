//! Every practice over all rounds, with its target then, and what is demanded from outside today.

use leptos::prelude::*;

use crate::analysis::{RoundInShort, Thing, Trend, trend};
use crate::ui::charts::Twin;
use crate::ui::components::TwinTable;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// All rounds, as a table.
#[component]
pub fn TrendTable(rounds: Memo<Vec<RoundInShort>>) -> impl IntoView {
    let open_session = open_session();
    let all = open_session.following(trend);
    let twin = Memo::new(move |_| {
        let heads = rounds.with(|rounds| rounds.iter().map(t::round_called).collect::<Vec<_>>());
        let head = std::iter::once(t::PRACTICE.to_owned()).chain(heads).chain([t::OUTSIDE_MINIMUM.to_owned()]).collect();
        let row = |it: Trend| {
            let name = open_session.name_of(&Thing::Practice(it.practice));
            let minimum = it.rounds.last().and_then(|point| point.minimum);
            let cells = it.rounds.iter().map(t::trend_cell).collect::<Vec<_>>();
            std::iter::once(name).chain(cells).chain([t::trend_minimum(minimum)]).collect()
        };
        Twin { head, rows: all.get().into_iter().map(row).collect() }
    });
    view! {
        <section class="card wide">
            <h2>{t::OVER_ALL_ROUNDS}</h2>
            <p class="hint">{t::OVER_ALL_ROUNDS_HINT}</p>
            <TwinTable name=t::OVER_ALL_ROUNDS.get() twin />
        </section>
    }
}
