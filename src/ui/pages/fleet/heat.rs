//! The map of who stands where: a table with one row for each assessment and one column for each practice.
//!
//! The roles are written out because each row is laid out by itself (`public/styles/fleet.css`), and is no table row to a screen reader then.

use leptos::prelude::*;

use crate::analysis::FleetOrder;
use crate::model::PracticeId;
use crate::ui::pages::fleet::row::HeatRow;
use crate::ui::pages::fleet::sorting::{in_order, order_by};
use crate::ui::pages::fleet::{Shown, name_of};
use crate::ui::text as t;

/// The map. Heads stay in sight and sort it.
#[component]
pub fn HeatMap() -> impl IntoView {
    let shown = expect_context::<Shown>();
    let rows = in_order(shown);
    let practices = practices(shown);
    let heads = move || {
        practices
            .get()
            .into_iter()
            .map(|practice| {
                let (number, name) = name_of(shown, &practice);
                let words = if number == 0 { name } else { format!("{number} {name}") };
                view! { <Head by=FleetOrder::Practice(practice) words class="heat-practice" /> }
            })
            .collect::<Vec<_>>()
    };
    view! {
        <div class="table-frame heat-frame" tabindex="0" role="region" aria-label=t::HEAT_MAP>
            <table class="heat" role="table">
                <thead role="rowgroup">
                    <tr role="row">
                        <Head by=FleetOrder::Label words=t::SITE.to_owned() class="heat-name" />
                        <Head by=FleetOrder::Short words=t::SHORT_OF_NEED.to_owned() class="heat-practice" />
                        <Head by=FleetOrder::Missed words=t::DUTIES_MISSED.to_owned() class="heat-practice" />
                        {heads}
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    <For each=move || rows.get() key=|entry| entry.key let:entry>
                        <HeatRow entry />
                    </For>
                </tbody>
            </table>
        </div>
    }
}

/// The practices, in the model's order.
pub fn practices(shown: Shown) -> Memo<Vec<PracticeId>> {
    Memo::new(move |_| shown.fleet.fleet.with(|fleet| fleet.practices.iter().map(|among| among.practice.clone()).collect()))
}

/// The head of a column: pressed it sorts by it, once more the other way round.
#[component]
fn Head(by: FleetOrder, words: String, class: &'static str) -> impl IntoView {
    let shown = expect_context::<Shown>();
    let by = StoredValue::new(by);
    let sorted = move || {
        let is_by = shown.by.with(|now| by.with_value(|by| now == by));
        is_by.then(|| if shown.reversed.get() == by.with_value(counts_down) { "ascending" } else { "descending" })
    };
    view! {
        <th scope="col" role="columnheader" class=class aria-sort=sorted>
            <button type="button" class="heat-sort" on:click=move |_| order_by(shown, by.get_value())>{words}</button>
        </th>
    }
}

/// Whether it begins with the most.
const fn counts_down(by: &FleetOrder) -> bool {
    matches!(by, FleetOrder::Short | FleetOrder::Missed)
}
