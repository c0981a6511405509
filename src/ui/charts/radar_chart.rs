//! The radar of the open session.

use leptos::prelude::*;

use super::chart::ChartView;
use super::{Look, ShapeNames, radar_option};
use crate::analysis::PracticeResult;
use crate::ui::desk::desk;
use crate::ui::doors::page;
use crate::ui::text as t;

/// The radar of the open session, with its legend.
#[component]
pub fn RadarChart() -> impl IntoView {
    let desk = desk();
    let option = Memo::new(move |_| {
        let (asked, results) = (desk.asked.get(), desk.results.get());
        let names: Vec<_> = asked.model().practices().iter().map(|practice| practice.name.get(t::LANGUAGE).to_owned()).collect();
        let narrow = page::is_narrow();
        let axes: Vec<String> = results
            .practices
            .iter()
            .zip(names)
            .zip(1..)
            .map(|((result, name), number)| t::radar_axis(number, (!narrow).then_some(name.as_str()), result))
            .collect();
        let names = ShapeNames { current: t::CURRENT, target: t::TARGET, sure: t::SURE };
        let look = Look {
            ink: page::style_token("--ink"),
            line: page::style_token("--line"),
            current: page::style_token("--current"),
            target: page::style_token("--target"),
        };
        let chart = radar_option(&results.practices, &axes, asked.model().top(), names, &look);
        serde_json::to_string(&chart).unwrap_or_default()
    });
    let label = Signal::derive(move || desk.results.with(t::radar_label));
    let assumed = Memo::new(move |_| desk.results.with(|results| results.practices.iter().any(PracticeResult::is_assumed)));
    view! {
        <ul class="legend">
            <li><span class="swatch swatch-current" aria-hidden="true"></span> {t::CURRENT}</li>
            <li><span class="swatch swatch-target" aria-hidden="true"></span> {t::TARGET}</li>
            {move || assumed.get().then(|| view! { <li><span class="swatch swatch-sure" aria-hidden="true"></span> {t::SURE}</li> })}
        </ul>
        <ChartView option label />
        <p class="hint">{t::RADAR_HINT}</p>
    }
}
