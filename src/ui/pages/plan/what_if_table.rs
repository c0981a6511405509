//! The levels that a what-if would lead to, beside today's and the target.

use leptos::prelude::*;

use crate::analysis::{Thing, WhatIf, WhatIfPractice};
use crate::ui::components::{CurrentMark, LevelMark};
use crate::ui::state::open_session::OpenSession;
use crate::ui::text as t;

/// The practices that would stand elsewhere.
pub fn table(open_session: OpenSession, then: &WhatIf) -> AnyView {
    let row = |it: &WhatIfPractice| {
        let name = open_session.name_of(&Thing::Practice(it.practice.clone()));
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td><CurrentMark current=it.now /></td>
                <td><span class="planned-level"><CurrentMark current=it.then /></span></td>
                <td>{it.target.map(|level| view! { <LevelMark level /> })}</td>
            </tr>
        }
    };
    let rows: Vec<_> = then.moved().map(row).collect();
    if rows.is_empty() {
        return view! { <p class="hint">{t::WHAT_IF_NOTHING}</p> }.into_any();
    }
    view! {
        <div class="table-frame" role="region" aria-label=t::WHAT_IF_TABLE.get() tabindex="0">
            <table class="what-if">
                <caption>{t::WHAT_IF_TABLE}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t::WHAT_IF_PRACTICE}</th>
                        <th scope="col">{t::WHAT_IF_NOW}</th>
                        <th scope="col">{t::WHAT_IF_THEN}</th>
                        <th scope="col">{t::WHAT_IF_TARGET}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
