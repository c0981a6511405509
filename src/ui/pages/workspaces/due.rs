//! What is due next in all assessments of a workspace.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::{Due, WhatIsDue, due_in_order};
use crate::store::Slot;
use crate::ui::browser::page;
use crate::ui::pages::workspaces::row::Row;
use crate::ui::routes::{Address, SessionPage};
use crate::ui::text as t;

/// So many are shown at once; the rest is folded.
const FIRST: usize = 10;

/// Something that is due in an assessment.
struct DueIn {
    slot: Slot,
    name: String,
    due: Due,
}

/// What is due, in order of the days.
#[component]
pub fn DueNext(rows: Arc<Vec<Row>>) -> impl IntoView {
    let in_row = |row: &Row| {
        let one = |due: &Due| DueIn { slot: row.slot.clone(), name: row.name.clone(), due: due.clone() };
        row.due.iter().map(one).collect::<Vec<_>>()
    };
    let mut all: Vec<DueIn> = rows.iter().flat_map(in_row).collect();
    due_in_order(&mut all, |one| &one.due);
    let mut lines = all.iter().map(line).collect::<Vec<_>>();
    let rest = lines.split_off(lines.len().min(FIRST));
    let more = (!rest.is_empty()).then(|| {
        view! {
            <details><summary>{t::more_due(rest.len())}</summary> <ol class="due-list">{rest}</ol></details>
        }
    });
    view! {
        <section class="card wide">
            <h2>{t::WHAT_IS_DUE}</h2>
            {if lines.is_empty() { view! { <p class="hint">{t::NOTHING_DUE}</p> }.into_any() } else { view! { <ol class="due-list">{lines}</ol> }.into_any() }}
            {more}
        </section>
    }
}

fn line(one: &DueIn) -> AnyView {
    let page = match one.due.what {
        WhatIsDue::Action { .. } => SessionPage::Plan,
        WhatIsDue::RoundPlanned | WhatIsDue::RoundProposed => SessionPage::Rounds,
        WhatIsDue::Duties { .. } => SessionPage::Duties,
    };
    let href = page::link(&Address::from(page).path_in(&one.slot));
    let name = one.name.clone();
    let late = one.due.is_late.then(|| view! { <span class="tag">{t::LATE_TAG}</span> " " });
    view! {
        <li>
            <span class="due-day">{t::due_on(one.due.on)} " " {late}</span>
            <span class="due-what" dir="auto">{t::what_is_due(&one.due)}</span>
            <A href=href attr:class="due-where" attr:dir="auto">{name}</A>
        </li>
    }
    .into_any()
}
