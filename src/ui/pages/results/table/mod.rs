//! All practices as a table, grouped, with lowest and spread per group. Each figure opens what it was made from.
//!
//! The roles are written out because narrow pages show the rows as blocks, and a block is no table row to a screen reader.

mod row;

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::analysis::{GroupResult, PracticeOverview, PracticeResult, Results};
use crate::model::{Group, PracticeId};
use crate::ui::components::{SaveBook, session_book};
use crate::ui::pages::results::figure::{Explained, FigureButton};
use crate::ui::pages::results::former::{RoundNames, round_names};
use crate::ui::pages::results::table::row::PracticeRow;
use crate::ui::pages::results::why::{explaining, rule};
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// How many columns the table has.
pub const COLUMNS: u8 = 6;

/// All practices as a table.
#[component]
pub fn ResultsTable(facts: Memo<Vec<PracticeOverview>>) -> impl IntoView {
    let open_session = open_session();
    let explained: Explained = RwSignal::new(None);
    let rounds = round_names();
    let rows = move || {
        let (asked, results) = (open_session.asked.get(), open_session.results.get());
        let groups = asked.model().groups.iter().zip(&results.groups);
        let inside = facts.get();
        let facts = inside.iter().map(|facts| (&facts.result.practice, facts)).collect();
        let table = Table { results: &results, facts, explained, rounds };
        groups.flat_map(|(group, rolled)| table.rows(group, rolled, 0)).collect::<Vec<_>>()
    };
    let heads: Vec<_> = [t::PRACTICE, t::CURRENT, t::TARGET, t::GAP, t::SCOPE, t::HOW_SURE]
        .map(|words| view! { <th scope="col" role="columnheader">{words}</th> })
        .into_iter()
        .collect();
    let make = Callback::new(move |()| session_book(open_session, true));
    view! {
        <div class="actions no-print"><SaveBook make hint=t::BOOK_HAS_NAMES /></div>
        <div class="table-frame" tabindex="0" role="region" aria-label=t::ALL_PRACTICES>
            <table class="results" role="table">
                <thead role="rowgroup"><tr role="row">{heads}</tr></thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </div>
    }
}

struct Table<'a> {
    results: &'a Results,
    facts: BTreeMap<&'a PracticeId, &'a PracticeOverview>,
    explained: Explained,
    rounds: RoundNames,
}

impl Table<'_> {
    fn rows(&self, group: &Group, rolled: &GroupResult, depth: u8) -> Vec<AnyView> {
        let mut rows = vec![self.group_row(group, rolled, depth)];
        for (inner, inner_rolled) in group.groups.iter().zip(&rolled.groups) {
            rows.extend(self.rows(inner, inner_rolled, depth + 1));
        }
        for practice in &group.practices {
            if let Some(facts) = self.facts.get(&practice.id).copied() {
                let name = practice.name.get(t::tag()).to_owned();
                rows.push(
                    view! { <PracticeRow name facts=facts.clone() explained=self.explained rounds=self.rounds /> }.into_any(),
                );
            }
        }
        rows
    }

    fn group_row(&self, group: &Group, rolled: &GroupResult, depth: u8) -> AnyView {
        let name = group.name.get(t::tag()).to_owned();
        let cell = |what: &'static str, words: String, is_first: bool| {
            let (of, name, shown, explained) = (group.id.to_string(), name.clone(), words.clone(), self.explained);
            let button = (!words.is_empty()).then(|| {
                view! { <FigureButton explained of name figure=None is_first words=(what, words)>{shown}</FigureButton> }
            });
            view! { <td role="cell" data-label=what>{button}</td> }
        };
        let cells = [
            cell(t::CURRENT.get(), t::lowest_and_spread(rolled), true),
            cell(t::TARGET.get(), t::target_spread(rolled), false),
            cell(t::GAP.get(), t::largest_gap(rolled), false),
        ];
        view! {
            <tr role="row" class=format!("group-row depth-{depth}")>
                <th scope="row" role="rowheader">{name.clone()}</th>
                {cells.into_iter().collect::<Vec<_>>()}
                <td role="cell" data-label=t::SCOPE></td>
                <td role="cell" data-label=t::HOW_SURE></td>
            </tr>
            {self.why_group(group)}
        }
        .into_any()
    }

    /// The practices that a group's figures are made from, while one of them is explained.
    fn why_group(&self, group: &Group) -> impl IntoView + use<> {
        let (id, explained) = (group.id.to_string(), self.explained);
        let lines: Vec<(String, String)> = group
            .all_practices()
            .into_iter()
            .filter_map(|practice| Some((practice.name.get(t::tag()).to_owned(), self.results.practice(&practice.id)?)))
            .map(|(name, result): (String, &PracticeResult)| (name, t::practice_in_group(result)))
            .collect();
        let rules = self.results.rules;
        let is_open = {
            let id = id.clone();
            Memo::new(move |_| explained.with(|open| open.as_ref().is_some_and(|(of, figure)| *of == id && figure.is_none())))
        };
        move || {
            let lines = lines.iter().map(|(name, words)| view! { <li><strong>{name.clone()}</strong> ": " {words.clone()}</li> });
            is_open.get().then(|| {
                let lines: Vec<_> = lines.collect();
                let why = view! { <h3>{t::WHY_GROUP}</h3> <ul>{lines}</ul> {rule(t::group_rule(&rules))} }.into_any();
                explaining(explained, id.clone(), COLUMNS, why)
            })
        }
    }
}
