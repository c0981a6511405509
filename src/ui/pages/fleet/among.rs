//! Each practice among all: lowest, middle, highest, what stands out, and what is not counted.
//!
//! The roles are written out because narrow pages show the rows as blocks, and a block is no table row to a screen reader.

use leptos::prelude::*;

use crate::analysis::{Fleet, LevelsAmong, PracticeAmong};
use crate::ui::pages::fleet::{Shown, name_of};
use crate::ui::text as t;

/// Each practice among all.
#[component]
pub fn EachPractice() -> impl IntoView {
    let shown = expect_context::<Shown>();
    let heads = [t::PRACTICE, t::LOWEST, t::MIDDLE, t::HIGHEST, t::STANDS_AT, t::SHORT_OF_NEED, t::STANDS_OUT, t::NOT_COUNTED];
    let heads: Vec<_> = heads.map(|words| view! { <th scope="col" role="columnheader">{words}</th> }).into_iter().collect();
    let rows = move || {
        let labels = shown.fleet.entries.with(|all| all.iter().map(|entry| entry.member.label.clone()).collect::<Vec<_>>());
        shown.fleet.fleet.with(|fleet| fleet.practices.iter().map(|among| row(shown, fleet, among, &labels)).collect::<Vec<_>>())
    };
    view! {
        <div class="table-frame" tabindex="0" role="region" aria-label=t::EACH_PRACTICE>
            <table class="results fleet-practices" role="table">
                <thead role="rowgroup"><tr role="row">{heads}</tr></thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </div>
    }
}

fn row(shown: Shown, fleet: &Fleet, among: &PracticeAmong, labels: &[String]) -> AnyView {
    let (number, name) = name_of(shown, &among.practice);
    let level = |read: fn(&LevelsAmong) -> String| among.levels.as_ref().map_or_else(|| t::NO_LEVELS.to_owned(), read);
    let outliers: Vec<String> = among.outliers.iter().filter_map(|place| labels.get(*place).cloned()).collect();
    let cells = [
        (t::LOWEST, level(|levels| levels.min().to_string())),
        (t::MIDDLE, level(|levels| t::median(levels.median()))),
        (t::HIGHEST, level(|levels| levels.max().to_string())),
        (t::STANDS_AT, t::levels_among(among)),
        (t::SHORT_OF_NEED, t::short_among(among, fleet)),
        (t::STANDS_OUT, t::outliers(&outliers)),
        (t::NOT_COUNTED, t::not_counted(among)),
    ];
    let cells: Vec<_> =
        cells.into_iter().map(|(head, words)| view! { <td role="cell" data-label=head dir="auto">{words}</td> }).collect();
    view! {
        <tr role="row">
            <th scope="row" role="rowheader"><span class="number">{number}</span> " " {name}</th>
            {cells}
        </tr>
    }
    .into_any()
}
