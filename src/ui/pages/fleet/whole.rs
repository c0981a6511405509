//! What is shown once there is something to compare: the map, one closely, each practice among all, what is missed.

use leptos::prelude::*;

use crate::ui::browser::media;
use crate::ui::pages::fleet::Shown;
use crate::ui::pages::fleet::among::EachPractice;
use crate::ui::pages::fleet::benchmark::MakeBenchmark;
use crate::ui::pages::fleet::heat::HeatMap;
use crate::ui::pages::fleet::keep::KeepAll;
use crate::ui::pages::fleet::missed::{MissedDuties, MissedStatements};
use crate::ui::pages::fleet::narrow::SiteList;
use crate::ui::pages::fleet::one::OneClosely;
use crate::ui::text as t;

/// What is shown once there is something to compare.
#[component]
pub fn Whole() -> impl IntoView {
    let shown = expect_context::<Shown>();
    let is_narrow = media::is_narrow();
    view! {
        <section class="card wide">
            <h2>{t::HEAT_MAP}</h2>
            <p class="hint">{move || if is_narrow.get() { t::HEAT_HINT_NARROW.get() } else { t::HEAT_HINT.get() }}</p>
            <KeepAll />
            {move || if is_narrow.get() { view! { <SiteList /> }.into_any() } else { view! { <HeatMap /> }.into_any() }}
        </section>
        {move || shown.one.get().map(|key| view! { <OneClosely key /> })}
        <section class="card wide">
            <h2>{t::EACH_PRACTICE}</h2>
            <p class="hint">{t::EACH_PRACTICE_HINT}</p>
            <EachPractice />
        </section>
        <section class="card wide">
            <h2>{t::MOST_MISSED}</h2>
            <p class="hint">{t::MOST_MISSED_HINT}</p>
            <MissedStatements />
        </section>
        <section class="card wide">
            <h2>{t::DUTIES_MISSED_MOST}</h2>
            <MissedDuties />
        </section>
        <MakeBenchmark />
    }
}
