//! Results at a glance: several pictures of the same facts, one at a time, each with its headline, its key and its table.

mod keys;
mod kinds;
mod save;

use leptos::prelude::*;

use crate::analysis::{PracticeOverview, Results};
use crate::exchange::KeyEntry;
use crate::model::Level;
use crate::ui::browser::media;
use crate::ui::charts::{ChartFrame, ChartView, Drawn, Room, Row, Twin, rows};
use crate::ui::components::{Choice, Segmented, TwinTable};
use crate::ui::pages::results::pictures::keys::key_view;
use crate::ui::pages::results::pictures::kinds::{bars_picture, consequences_picture, levels_picture};
use crate::ui::pages::results::pictures::save::SavePicture;
use crate::ui::state::app_state::app_state;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// Where the browser remembers which picture was looked at last.
const PICTURE: &str = "picture";

const BARS: &str = "bars";
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

    fn top(self) -> Level {
        self.open_session.asked.with(|asked| asked.model().top())
    }
}

/// One of the pictures: what it is called in a file's name, and all that is shown of it.
#[derive(Clone, Copy)]
struct Picture {
    name: &'static str,
    headline: Memo<String>,
    drawn: Memo<Drawn>,
    label: Signal<String>,
    key: Memo<Vec<KeyEntry>>,
    hint: &'static str,
    twin: Memo<Twin>,
    table: &'static str,
}

/// The pictures, with the choice between them.
#[component]
pub fn Pictures(facts: Memo<Vec<PracticeOverview>>) -> impl IntoView {
    let open_session = open_session();
    let rows = Memo::new(move |_| open_session.asked.with(|asked| facts.with(|facts| rows(asked, facts))));
    let scene = Scene { open_session, rows, is_narrow: media::is_narrow() };
    let chosen = RwSignal::new(app_state().store().setting(PICTURE).unwrap_or_default());
    // Where figures are fractions no level is reached or missed by itself: there is no such picture.
    let have_levels = Memo::new(move |_| open_session.results.with(Results::have_levels));
    let choices = move || {
        let all = [(BARS, t::BARS), (LEVELS, t::LEVELS_MET), (STAKES, t::AT_STAKE)];
        let there = all.into_iter().filter(|(key, _)| *key != LEVELS || have_levels.get());
        there.map(|(key, label)| Choice::new(key, label, "")).collect::<Vec<_>>()
    };
    let shown = Memo::new(move |_| match chosen.get().as_str() {
        LEVELS if have_levels.get() => LEVELS,
        STAKES => STAKES,
        _ => BARS,
    });
    let choose = Callback::new(move |key: String| {
        app_state().store().set_setting(PICTURE, &key);
        chosen.set(key);
    });
    let picture = move || match shown.get() {
        LEVELS => picture_view(levels_picture(scene)),
        STAKES => picture_view(consequences_picture(scene)),
        _ => picture_view(bars_picture(scene)),
    };
    view! {
        <section class="card wide pictures">
            <h2>{t::PICTURE}</h2>
            {move || view! {
                <Segmented
                    legend=t::WHICH_PICTURE
                    name="picture"
                    choices=choices()
                    chosen=Signal::derive(move || Some(shown.get().to_owned()))
                    on_choose=choose
                />
            }}
            {move || (!have_levels.get()).then(|| view! { <p class="hint">{t::NO_LEVELS_PICTURE}</p> })}
            {picture}
        </section>
    }
}

fn picture_view(picture: Picture) -> AnyView {
    let Picture { name, headline, drawn, label, key, hint, twin, table } = picture;
    let frame = ChartFrame::new();
    let about = (name == STAKES).then(|| view! { <p class="hint">{t::WHAT_STAKE_IS}</p> });
    view! {
        <h3 class="picture-headline">{headline}</h3>
        {about}
        {move || key.with(|entries| key_view(entries))}
        <ChartView drawn label frame />
        <p class="hint">{hint}</p>
        <SavePicture name headline key frame />
        <details class="twin">
            <summary>{t::SAME_AS_TABLE}</summary>
            <TwinTable name=table twin />
        </details>
    }
    .into_any()
}
