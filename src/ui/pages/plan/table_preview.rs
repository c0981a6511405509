//! What a changed table would change in the plan, action by action, and what of it can't be read.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::exchange::{ChangedAction, DayOrder, PlanBack, WhyNotRead};
use crate::session::{ActionId, commands};
use crate::ui::browser::page;
use crate::ui::pages::plan::list::LIST;
use crate::ui::pages::plan::table_back::{SHOWN, Table};
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

const DAYS: &str = "plan-table-days";

/// The orders of a day, each with its word in the page.
const ORDERS: [(&str, DayOrder); 3] =
    [("year-first", DayOrder::NotSaid), ("day-first", DayOrder::DayFirst), ("month-first", DayOrder::MonthFirst)];

/// What a table that could be read would change. All of it is ticked.
#[component]
pub fn TablePreview(table: Table) -> impl IntoView {
    let open_session = open_session();
    let left_out = RwSignal::new(BTreeSet::<ActionId>::new());
    let back = Memo::new(move |_| table.back.get().and_then(Result::ok).unwrap_or_default());
    let file = Memo::new(move |_| table.chosen.with(|chosen| chosen.as_ref().map(|it| it.file.clone()).unwrap_or_default()));
    let is_taken = move |it: &ActionId| left_out.with(|out| !out.contains(it));
    let count = Memo::new(move |_| back.with(|back| back.changed.iter().filter(|it| is_taken(&it.id)).count()));
    let close = move || {
        table.chosen.set(None);
        page::focus_soon(LIST.to_owned());
    };
    let take = move |_| {
        let change = back.with_untracked(|back| {
            let ticked = back.changed.iter().filter(|it| left_out.with_untracked(|out| !out.contains(&it.id)));
            let edits: Vec<_> = ticked.map(|it| (&it.id, it.edits.as_slice())).collect();
            open_session.session.with_untracked(|session| commands::edit_actions(session, edits))
        });
        open_session.change_with_undo(vec![change], t::table_taken(count.get_untracked()));
        close();
    };
    let choose_days = move |event| {
        let key = event_target_value(&event);
        if let Some((_, days)) = ORDERS.into_iter().find(|(it, _)| *it == key) {
            table.days.set(days);
        }
    };
    let asks_for_days = Memo::new(move |_| {
        table.days.get() != DayOrder::NotSaid || back.with(|back| back.not_read.iter().any(|it| it.why == WhyNotRead::NoDay))
    });
    let rows = move || back.with(|back| back.changed.iter().map(|it| row(it, left_out)).collect::<Vec<_>>());
    let orders = move || {
        let option = |(key, days)| {
            view! { <option value=key selected=move || table.days.get() == days>{t::day_order(days)}</option> }
        };
        ORDERS.into_iter().map(option).collect::<Vec<_>>()
    };
    view! {
        <div class="plan-back">
            <p id=SHOWN tabindex="-1" role="status" dir="auto">
                <strong>{move || t::table_would_change(&file.get(), back.with(|back| back.changed.len()))}</strong>
            </p>
            {move || asks_for_days.get().then(|| view! {
                <div class="field">
                    <label for=DAYS>{t::DAYS_WRITTEN}</label>
                    <select id=DAYS on:change=choose_days>{orders()}</select>
                </div>
            })}
            {move || back.with(|back| faults(&file.get(), back))}
            <ul class="plan-answers">{rows}</ul>
            <div class="actions">
                <button type="button" class="button primary" disabled=move || count.get() == 0 on:click=take>{t::TAKE_TABLE}</button>
                <button type="button" class="button" on:click=move |_| close()>{t::LEAVE_TABLE}</button>
            </div>
        </div>
    }
}

/// An action that would change, to tick, with what would change in it.
fn row(it: &ChangedAction, left_out: RwSignal<BTreeSet<ActionId>>) -> impl IntoView + use<> {
    let (id, own) = (it.id.clone(), it.id.clone());
    let tick = move |event| {
        let on = event_target_checked(&event);
        left_out.update(|out| {
            let _ = if on { out.remove(&id) } else { out.insert(id.clone()) };
        });
    };
    let checked = move || left_out.with(|out| !out.contains(&own));
    let cells: Vec<_> = it.cells.iter().map(|cell| view! { <li dir="auto">{t::changed_cell(cell)}</li> }).collect();
    view! {
        <li>
            <label class="tick-row">
                <input type="checkbox" prop:checked=checked on:change=tick /> " " <span dir="auto">{it.title.clone()}</span>
            </label>
            <ul>{cells}</ul>
        </li>
    }
}

/// What can't be read, what is of no action, and what is not in the table.
fn faults(file: &str, back: &PlanBack) -> AnyView {
    let list = |head: String, lines: Vec<String>| {
        let lines: Vec<_> = lines.into_iter().map(|line| view! { <li dir="auto">{line}</li> }).collect();
        view! { <p dir="auto">{head}</p> <ul class="problems">{lines}</ul> }
    };
    let not_read = (!back.not_read.is_empty())
        .then(|| list(t::not_read_in(file, back.not_read.len()), back.not_read.iter().map(t::not_read).collect()));
    let unknown = (!back.unknown.is_empty())
        .then(|| list(t::unknown_rows(back.unknown.len()), back.unknown.iter().map(t::unknown_row).collect()));
    let absent = (back.absent > 0).then(|| view! { <p class="hint">{t::absent_in_table(back.absent)}</p> });
    view! {
        {(not_read.is_some() || unknown.is_some()).then(|| view! { <div class="banner banner-warning">{not_read} {unknown}</div> })}
        {absent}
    }
    .into_any()
}
