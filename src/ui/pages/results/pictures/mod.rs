//! Results at a glance: several pictures of the same facts, one at a time, each with its key and its table.

mod keys;
mod twin;

use leptos::prelude::*;

use crate::analysis::{PracticeOverview, PracticeResult};
use crate::ui::browser::media;
use crate::ui::charts::{
    ChartView, Drawn, Room, Row, Twin, bars, bars_twin, consequences, consequences_twin, levels, levels_twin, radar, radar_twin,
    rows,
};
use crate::ui::components::{Choice, Segmented};
use crate::ui::pages::results::pictures::keys::{bars_key, consequences_key, levels_key, radar_key};
use crate::ui::pages::results::pictures::twin::TwinTable;
use crate::ui::state::app_state::app_state;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// Where the browser remembers which picture was looked at last.
const PICTURE: &str = "picture";

const BARS: &str = "bars";
const RADAR: &str = "radar";
const LEVELS: &str = "levels";
const STAKES: &str = "stakes";

/// What a picture needs to know.
#[derive(Clone, Copy)]
struct Scene {
    open_session: OpenSession,
    rows: Memo<Vec<Row>>,
    is_narrow: ReadSignal<bool>,
}

impl Scene {
    fn room(self) -> Room {
        if self.is_narrow.get() { Room::Narrow } else { Room::Wide }
    }

    fn top(self) -> crate::model::Level {
        self.open_session.asked.with(|asked| asked.model().top())
    }
}

/// The pictures, with the choice between them.
#[component]
pub fn Pictures(facts: Memo<Vec<PracticeOverview>>) -> impl IntoView {
    let open_session = open_session();
    let rows = Memo::new(move |_| open_session.asked.with(|asked| facts.with(|facts| rows(asked, facts))));
    let scene = Scene { open_session, rows, is_narrow: media::is_narrow() };
    let chosen = RwSignal::new(app_state().store().setting(PICTURE).unwrap_or_default());
    let choices = [(BARS, t::BARS), (RADAR, t::RADAR), (LEVELS, t::LEVELS_MET), (STAKES, t::AT_STAKE)];
    let choices: Vec<_> = choices.into_iter().map(|(key, label)| Choice::new(key, label, "")).collect();
    let shown = Memo::new(move |_| match chosen.get().as_str() {
        RADAR => RADAR,
        LEVELS => LEVELS,
        STAKES => STAKES,
        _ => BARS,
    });
    let choose = Callback::new(move |key: String| {
        app_state().store().set_setting(PICTURE, &key);
        chosen.set(key);
    });
    let picture = move || match shown.get() {
        RADAR => radar_picture(scene),
        LEVELS => levels_picture(scene),
        STAKES => consequences_picture(scene),
        _ => bars_picture(scene),
    };
    view! {
        <section class="card wide pictures">
            <h2>{t::PICTURE}</h2>
            <Segmented
                legend=t::WHICH_PICTURE
                name="picture"
                choices
                chosen=Signal::derive(move || Some(shown.get().to_owned()))
                on_choose=choose
            />
            {picture}
        </section>
    }
}

fn bars_picture(scene: Scene) -> AnyView {
    let drawn = Memo::new(move |_| scene.rows.with(|rows| bars(rows, scene.top(), scene.room())));
    let label = Signal::derive(move || scene.open_session.results.with(t::bars_label));
    let twin = Memo::new(move |_| scene.rows.with(|rows| bars_twin(rows)));
    let key = move || scene.rows.with(|rows| bars_key(rows));
    parts(key.into_any(), view! { <ChartView drawn label /> }.into_any(), t::BARS_HINT.get(), t::BARS_TABLE.get(), twin)
}

fn levels_picture(scene: Scene) -> AnyView {
    let drawn = Memo::new(move |_| scene.rows.with(|rows| levels(rows, scene.top(), scene.room())));
    let label = Signal::derive(move || scene.open_session.results.with(t::levels_label));
    let twin = Memo::new(move |_| scene.rows.with(|rows| levels_twin(rows, scene.top())));
    let key = move || scene.rows.with(|rows| levels_key(rows, scene.top()));
    parts(key.into_any(), view! { <ChartView drawn label /> }.into_any(), t::LEVELS_HINT.get(), t::LEVELS_TABLE.get(), twin)
}

fn consequences_picture(scene: Scene) -> AnyView {
    let drawn = Memo::new(move |_| scene.rows.with(|rows| consequences(rows, scene.top(), scene.room())));
    let label = Signal::derive(move || scene.open_session.results.with(t::consequence_label));
    let twin = Memo::new(move |_| scene.rows.with(|rows| consequences_twin(rows)));
    let chart = view! { <p class="hint">{t::WHAT_STAKE_IS}</p> <ChartView drawn label /> }.into_any();
    let key = move || scene.rows.with(|rows| consequences_key(rows));
    parts(key.into_any(), chart, t::STAKE_HINT.get(), t::STAKE_TABLE.get(), twin)
}

/// All practices in one radar, then each domain in one of its own, where there is room for names.
fn radar_picture(scene: Scene) -> AnyView {
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
fn radar_of(rows: &[Row], top: crate::model::Level, names: bool, room: Room) -> Drawn {
    let names = names && room == Room::Wide;
    let results: Vec<PracticeResult> = rows.iter().map(|row| row.facts.result.clone()).collect();
    let axis = |row: &Row| t::radar_axis(row.facts.number, names.then_some(row.name.as_str()), &row.facts.result);
    radar(&results, &rows.iter().map(axis).collect::<Vec<_>>(), top, room)
}

fn parts(key: AnyView, chart: AnyView, hint: &'static str, name: &'static str, twin: Memo<Twin>) -> AnyView {
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
