//! Results at a glance: several pictures of the same facts, one at a time, each with its key and its table.

mod keys;
pub mod radar;
mod twin;

use leptos::prelude::*;

use crate::analysis::PracticeOverview;
use crate::ui::browser::media;
use crate::ui::charts::{ChartView, Room, Row, bars, bars_twin, consequences, consequences_twin, levels, levels_twin, rows};
use crate::ui::components::{Choice, Segmented};
use crate::ui::pages::results::pictures::keys::{bars_key, consequences_key, levels_key};
use crate::ui::pages::results::pictures::radar::{parts, radar_picture};
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
pub struct Scene {
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
