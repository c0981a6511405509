//! One assessment in the map. Plain elements without anything that follows a signal: there may be thousands of cells.

use std::sync::Arc;

use leptos::prelude::*;

use crate::analysis::{MemberPractice, MemberStanding};
use crate::ui::browser::page;
use crate::ui::pages::fleet::Shown;
use crate::ui::pages::fleet::one::{HEADING, name_id};
use crate::ui::state::fleet::FleetEntry;
use crate::ui::text as t;

/// One assessment in the map.
#[component]
pub fn HeatRow(entry: Arc<FleetEntry>) -> impl IntoView {
    let member = &entry.member;
    let cells: Vec<_> = member.practices.iter().map(cell).collect();
    let missed = if member.duties.is_empty() { t::NO_LEVELS.to_owned() } else { member.missed().to_string() };
    view! {
        <tr role="row">
            <th scope="row" role="rowheader" class="heat-name" dir="auto"><SeeButton key=entry.key name=member.label.clone() /></th>
            <td role="cell">{member.short()}</td>
            <td role="cell">{missed}</td>
            {cells}
        </tr>
    }
}

/// The name, which leads to a closer look.
#[component]
pub fn SeeButton(key: u64, name: String) -> impl IntoView {
    let shown = expect_context::<Shown>();
    let see = move |_| {
        shown.one.set(Some(key));
        page::focus_soon(HEADING.to_owned());
    };
    view! {
        <button type="button" class="heat-see" id=name_id(key) aria-label=t::see_closely(&name) on:click=see>{name.clone()}</button>
    }
}

fn cell(practice: &MemberPractice) -> AnyView {
    let class = format!("{}{}", standing_class(practice.stands), if practice.falls_short { " heat-short" } else { "" });
    // The words are a label and no text that is clipped away: thousands of those make the browser slow.
    view! {
        <td role="cell" class=class>
            <span role="img" aria-label=t::heat_words(practice)>{t::heat_short(practice)}</span>
        </td>
    }
    .into_any()
}

/// The class for the ground of a standing.
pub fn standing_class(stands: MemberStanding) -> String {
    match stands {
        MemberStanding::At(level) => format!("level-{level}"),
        _ => "heat-open".to_owned(),
    }
}
