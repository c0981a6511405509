//! The plan laid out in time by how much people can take on: a picture with its table, and the proposed days to take over.

use leptos::prelude::*;

use crate::analysis::{Capacity, InTime, in_time};
use crate::session::{Date, commands};
use crate::ui::browser::{clock, media, page};
use crate::ui::charts::{ChartView, Drawn, GanttRow, Room, gantt, gantt_twin};
use crate::ui::components::{DateField, TwinTable};
use crate::ui::pages::plan::Plan;
use crate::ui::pages::plan::list::LIST;
use crate::ui::pages::plan::words::owner_of;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

const QUARTER: &str = "quarter";
const PEOPLE: &str = "people";

/// The plan in time. Made only while it is open.
#[component]
pub fn InTimeCard() -> impl IntoView {
    let opened = RwSignal::new(false);
    view! {
        <section class="card wide">
            <details on:toggle=move |_| opened.set(true)>
                <summary><h2 class="plan-fold">{t::IN_TIME}</h2></summary>
                {move || opened.get().then(|| view! { <Calendar /> })}
            </details>
        </section>
    }
}

#[component]
fn Calendar() -> impl IntoView {
    let open_session = open_session();
    let plan = expect_context::<Plan>();
    let (kind, count, from) = (RwSignal::new(QUARTER.to_owned()), RwSignal::new(4_u16), RwSignal::new(clock::today()));
    let laid_out = Memo::new(move |_| {
        let capacity =
            if kind.with(|kind| kind == PEOPLE) { Capacity::People(count.get()) } else { Capacity::AQuarter(count.get()) };
        let all = plan.in_order();
        in_time(&all, capacity, from.get())
    });
    let rows = Memo::new(move |_| {
        let row = |it: &InTime| {
            plan.by_id.with(|all| {
                let action = &all.get(&it.id)?.action;
                Some(GanttRow {
                    title: t::action_title(&action.title),
                    owner: owner_of(open_session, action).unwrap_or_else(|| t::NO_OWNER.to_owned()),
                    start: it.start,
                    due: it.due,
                    is_dated: it.is_dated,
                    is_late: it.is_late,
                })
            })
        };
        laid_out.with(|all| all.iter().filter_map(row).collect::<Vec<_>>())
    });
    let table = Memo::new(move |_| rows.with(|rows| gantt_twin(rows)));
    let is_narrow = media::is_narrow();
    let drawn: Memo<Drawn> = Memo::new(move |_| {
        let room = if is_narrow.get() { Room::Narrow } else { Room::Wide };
        rows.with(|rows| gantt(rows, clock::today(), room))
    });
    let label = Signal::derive(move || rows.with(|rows| t::gantt_label(rows.len(), rows.iter().map(|row| row.due).max())));
    let undated = Memo::new(move |_| laid_out.with(|all| all.iter().filter(|it| !it.is_dated).count()));
    let before = Memo::new(move |_| laid_out.with(|all| all.iter().filter(|it| it.is_before_its_needs).count()));
    let take_over = move |_| {
        let days = laid_out.with_untracked(|all| {
            all.iter().filter(|it| !it.is_dated).map(|it| (it.id.clone(), it.start, it.due)).collect::<Vec<_>>()
        });
        let change = open_session.session.with_untracked(|session| commands::set_days(session, &days));
        open_session.change_with_undo(vec![change], t::days_taken_over(days.len()));
        page::focus_soon(LIST.to_owned());
    };
    let set_count = move |event| {
        if let Ok(typed) = event_target_value(&event).trim().parse::<u16>() {
            count.set(typed.max(1));
        }
    };
    let set_from = move |day: Option<Date>| from.set(day.unwrap_or_else(clock::today));
    let option = |value: &'static str, words: &'static str| {
        view! { <option value=value selected=move || kind.with(|kind| kind == value)>{words}</option> }
    };
    view! {
        <p class="hint">{t::IN_TIME_HINT}</p>
        <div class="evidence-row no-print">
            <div class="field">
                <label for="capacity">{t::CAPACITY}</label>
                <input id="capacity" type="number" min="1" max="999" step="1" inputmode="numeric" prop:value=move || count.get().to_string() on:input=set_count />
            </div>
            <div class="field">
                <label for="capacity-kind">{t::CAPACITY_OF}</label>
                <select id="capacity-kind" on:change=move |event| kind.set(event_target_value(&event))>
                    {option(QUARTER, t::A_QUARTER.get())} {option(PEOPLE, t::PEOPLE_AT_WORK.get())}
                </select>
            </div>
            <DateField
                id="plan-from"
                label=t::PLAN_FROM.get()
                value=Signal::derive(move || from.get().to_string())
                on_choose=set_from
            />
        </div>
        {move || (before.get() > 0).then(|| view! { <p class="guard" role="status">{t::before_needs(before.get())}</p> })}
        {move || {
            (!rows.with(Vec::is_empty)).then(|| view! {
                <ChartView drawn label />
                <p class="hint">{t::GANTT_KEY}</p>
            })
        }}
        {move || rows.with(Vec::is_empty).then(|| view! { <p class="hint">{t::PLAN_EMPTY}</p> })}
        <details class="twin">
            <summary>{t::SAME_AS_TABLE}</summary>
            <TwinTable name=t::IN_TIME.get() twin=table />
        </details>
        <p class="no-print">
            <button type="button" class="button" disabled=move || undated.get() == 0 on:click=take_over>{t::USE_THESE_DAYS}</button>
        </p>
    }
}
