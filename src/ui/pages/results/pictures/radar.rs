//! The radar, of the whole system or of its parts.

use crate::analysis::PracticeResult;
use crate::ui::charts::{ChartView, Drawn, Room, Row, Twin, radar, radar_twin};
use crate::ui::pages::results::pictures::Scene;
use crate::ui::pages::results::pictures::keys::radar_key;
use crate::ui::pages::results::pictures::twin::TwinTable;
use crate::ui::text as t;
use leptos::prelude::*;

/// All practices in one radar, then each domain in one of its own, where there is room for names.
pub fn radar_picture(scene: Scene) -> AnyView {
    let all = Memo::new(move |_| scene.rows.with(|rows| radar_of(rows, scene.top(), false, scene.room())));
    let label = Signal::derive(move || scene.open_session.results.with(t::radar_label));
    let twin = Memo::new(move |_| scene.rows.with(|rows| radar_twin(rows)));
    let key = move || scene.rows.with(|rows| radar_key(rows));
    let names = Memo::new(move |_| {
        let mut names: Vec<String> = scene.rows.with(|rows| rows.iter().map(|row| row.domain.clone()).collect());
        names.dedup();
        names
    });
    let of_domain = move |name: String| {
        let heading = name.clone();
        let inside =
            Memo::new(move |_| scene.rows.with(|rows| rows.iter().filter(|row| row.domain == name).cloned().collect::<Vec<_>>()));
        let drawn = Memo::new(move |_| inside.with(|rows| radar_of(rows, scene.top(), true, scene.room())));
        let title = heading.clone();
        let label = Signal::derive(move || inside.with(|rows| t::radar_of(&title, rows.len())));
        // A narrow picture has room for numbers alone.
        let axes = move || {
            let axis = |row: &Row| view! { <li><span class="number">{row.facts.number}</span> {row.name.clone()}</li> };
            scene
                .is_narrow
                .get()
                .then(|| view! { <ul class="axes">{inside.with(|rows| rows.iter().map(axis).collect::<Vec<_>>())}</ul> })
        };
        view! { <h3>{heading}</h3> <ChartView drawn label /> {axes} }
    };
    let charts = view! {
        <h3>{t::ALL_TOGETHER}</h3>
        <ChartView drawn=all label />
        {move || names.get().into_iter().map(of_domain).collect::<Vec<_>>()}
    };
    parts(key.into_any(), charts.into_any(), t::RADAR_HINT.get(), t::RADAR_TABLE.get(), twin)
}

/// The radar of some rows; with the names of the practices, if that is wanted and there is room for them.
pub fn radar_of(rows: &[Row], top: crate::model::Level, names: bool, room: Room) -> Drawn {
    let names = names && room == Room::Wide;
    let results: Vec<PracticeResult> = rows.iter().map(|row| row.facts.result.clone()).collect();
    let axis = |row: &Row| t::radar_axis(row.facts.number, names.then_some(row.name.as_str()), &row.facts.result);
    radar(&results, &rows.iter().map(axis).collect::<Vec<_>>(), top, room)
}

pub fn parts(key: AnyView, chart: AnyView, hint: &'static str, name: &'static str, twin: Memo<Twin>) -> AnyView {
    view! {
        {key}
        {chart}
        <p class="hint">{hint}</p>
        <details class="twin">
            <summary>{t::SAME_AS_TABLE}</summary>
            <TwinTable name twin />
        </details>
    }
    .into_any()
}
