//! On a phone the map is a list: one entry for each assessment, each with what stands out; its levels are a press away.

use leptos::prelude::*;

use crate::analysis::FleetOrder;
use crate::model::PracticeId;
use crate::ui::pages::fleet::heat::practices;
use crate::ui::pages::fleet::row::SeeButton;
use crate::ui::pages::fleet::sorting::in_order;
use crate::ui::pages::fleet::{Shown, name_of};
use crate::ui::text as t;

const OPENED: &str = "opened";
const LABEL: &str = "label";
const SHORT: &str = "short";
const MISSED: &str = "missed";

/// One entry for each assessment.
#[component]
pub fn SiteList() -> impl IntoView {
    let shown = expect_context::<Shown>();
    let rows = in_order(shown);
    view! {
        <Sorting />
        <ul class="fleet-sites">
            <For each=move || rows.get() key=|entry| entry.key let:entry>
                <li>
                    <SeeButton key=entry.key name=entry.member.label.clone() />
                    <p class="hint">{t::member_in_short(&entry.member)}</p>
                </li>
            </For>
        </ul>
    }
}

/// What the list is sorted by.
#[component]
fn Sorting() -> impl IntoView {
    let shown = expect_context::<Shown>();
    let practices = practices(shown);
    let of_practices = move || {
        let all = practices.get().into_iter().map(|practice| {
            let value = practice.to_string();
            view! { <option value=value>{name_of(shown, &practice).1}</option> }
        });
        all.collect::<Vec<_>>()
    };
    let value = move || shown.by.with(key);
    let choose = move |event| shown.by.set(order(&event_target_value(&event)));
    view! {
        <div class="fleet-sorting">
            <label for="fleet-sort">{t::SORTED_BY}</label>
            <select id="fleet-sort" on:change=choose prop:value=value>
                <option value=OPENED>{t::AS_OPENED}</option>
                <option value=LABEL>{t::SITE}</option>
                <option value=SHORT>{t::SHORT_OF_NEED}</option>
                <option value=MISSED>{t::DUTIES_MISSED}</option>
                {of_practices}
            </select>
            <label class="tick-row">
                <input
                    type="checkbox"
                    prop:checked=shown.reversed
                    on:change=move |_| shown.reversed.update(|reversed| *reversed = !*reversed)
                />
                {t::TURNED_ROUND}
            </label>
        </div>
    }
}

fn key(by: &FleetOrder) -> String {
    match by {
        FleetOrder::Opened => OPENED.to_owned(),
        FleetOrder::Label => LABEL.to_owned(),
        FleetOrder::Short => SHORT.to_owned(),
        FleetOrder::Missed => MISSED.to_owned(),
        FleetOrder::Practice(practice) => practice.to_string(),
    }
}

fn order(key: &str) -> FleetOrder {
    match key {
        LABEL => FleetOrder::Label,
        SHORT => FleetOrder::Short,
        MISSED => FleetOrder::Missed,
        practice => PracticeId::try_from(practice)
            .map_or(FleetOrder::Opened, |id| if key == OPENED { FleetOrder::Opened } else { FleetOrder::Practice(id) }),
    }
}
