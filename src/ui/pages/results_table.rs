//! All practices as a table, grouped, with lowest and spread per group.
//!
//! The roles are written out because narrow pages show the rows as blocks, and a block is no table row to a screen reader.

use leptos::prelude::*;

use crate::analysis::{GroupResult, PracticeResult, Results};
use crate::model::Group;
use crate::ui::components::{CurrentMark, FitMark, LevelMark, ScopeFitMark};
use crate::ui::desk::desk;
use crate::ui::text as t;

/// All practices as a table.
#[component]
pub fn ResultsTable() -> impl IntoView {
    let desk = desk();
    let rows = move || {
        let (asked, results) = (desk.asked.get(), desk.results.get());
        let mut number = 0;
        let groups = asked.model().groups.iter().zip(&results.groups);
        groups.flat_map(|(group, rolled)| group_rows(&results, group, rolled, 0, &mut number)).collect::<Vec<_>>()
    };
    view! {
        <div class="table-frame" tabindex="0" role="region" aria-label=t::ALL_PRACTICES>
            <table class="results" role="table">
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">{t::PRACTICE}</th>
                        <th scope="col" role="columnheader">{t::CURRENT}</th>
                        <th scope="col" role="columnheader">{t::TARGET}</th>
                        <th scope="col" role="columnheader">{t::GAP}</th>
                        <th scope="col" role="columnheader">{t::SCOPE}</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </div>
    }
}

fn group_rows(results: &Results, group: &Group, rolled: &GroupResult, depth: u8, number: &mut usize) -> Vec<AnyView> {
    let mut rows = vec![group_row(group, rolled, depth)];
    for (inner, inner_rolled) in group.groups.iter().zip(&rolled.groups) {
        rows.extend(group_rows(results, inner, inner_rolled, depth + 1, number));
    }
    for practice in &group.practices {
        *number += 1;
        if let Some(result) = results.practice(&practice.id) {
            let name = practice.name.get(t::LANGUAGE).to_owned();
            rows.push(view! { <PracticeRow number=*number name result=result.clone() /> }.into_any());
        }
    }
    rows
}

fn group_row(group: &Group, rolled: &GroupResult, depth: u8) -> AnyView {
    let name = group.name.get(t::LANGUAGE).to_owned();
    view! {
        <tr role="row" class=format!("group-row depth-{depth}")>
            <th scope="row" role="rowheader">{name}</th>
            <td role="cell" data-label=t::CURRENT>{t::lowest_and_spread(rolled)}</td>
            <td role="cell" data-label=t::TARGET>{t::target_spread(rolled)}</td>
            <td role="cell" data-label=t::GAP>{t::largest_gap(rolled)}</td>
            <td role="cell" data-label=t::SCOPE></td>
        </tr>
    }
    .into_any()
}

/// One practice.
#[component]
fn PracticeRow(number: usize, name: String, result: PracticeResult) -> impl IntoView {
    let minimum = result.minimum.map(|minimum| {
        let below = result.target.is_some_and(|target| target < minimum);
        view! { <span class="hint" class:below-minimum=below>{t::minimum_short(minimum)}</span> }
    });
    view! {
        <tr role="row">
            <th scope="row" role="rowheader"><span class="number">{number}</span> " " {name}</th>
            <td role="cell" data-label=t::CURRENT><CurrentMark current=result.standing.current uncertain=result.is_assumed() /> " " <span class="hint">{t::basis(&result)}</span></td>
            <td role="cell" data-label=t::TARGET>{match result.target {
                Some(level) => view! { <LevelMark level /> }.into_any(),
                None => view! { <span class="hint">{t::NO_TARGET}</span> }.into_any(),
            }} " " {minimum}</td>
            <td role="cell" data-label=t::GAP><FitMark fit=result.fit words=t::fit(&result) /></td>
            <td role="cell" data-label=t::SCOPE><ScopeFitMark result /></td>
        </tr>
    }
}
