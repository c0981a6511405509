//! What became of things from one round to another: a sentence, a picture with its table, why practice by practice, and all rounds.

mod in_short;
mod planned;
mod trend;
mod why;

pub use in_short::SinceInShort;

use leptos::prelude::*;

use crate::analysis::{RoundInShort, TwoRounds, rounds_in_short, two_rounds_of};
use crate::session::RoundId;
use crate::ui::browser::media;
use crate::ui::charts::{ChartView, Room, slope, slope_rows, slope_twin};
use crate::ui::components::{PageHead, TwinTable};
use crate::ui::pages::results::characteristics::CharacteristicsSince;
use crate::ui::pages::results::since::planned::PlannedReached;
use crate::ui::pages::results::since::trend::TrendTable;
use crate::ui::pages::results::since::why::WhyItMoved;
use crate::ui::routes::SessionPage;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// Since the round before.
#[component]
pub fn SincePage() -> impl IntoView {
    let open_session = open_session();
    let rounds = open_session.following(rounds_in_short);
    let chosen = RwSignal::new(None::<RoundId>);
    let both = open_session.following(move |assessment| {
        open_session.results.with(|results| two_rounds_of(assessment, results, chosen.get().as_ref()))
    });
    let shown = move || match both.get() {
        None => view! { <p class="card empty">{t::ONLY_ONE_ROUND}</p> }.into_any(),
        Some(_) => view! { <Shown both rounds chosen /> }.into_any(),
    };
    let has_two = Memo::new(move |_| both.with(Option::is_some));
    view! {
        <PageHead title=t::title(SessionPage::Since).to_owned() above=t::RESULTS_ABOVE.to_owned() />
        <p class="lead">{t::SINCE_LEAD}</p>
        {move || {
            has_two.track();
            untrack(shown)
        }}
    }
}

/// Two rounds beside each other.
#[component]
fn Shown(both: Memo<Option<TwoRounds>>, rounds: Memo<Vec<RoundInShort>>, chosen: RwSignal<Option<RoundId>>) -> impl IntoView {
    let open_session = open_session();
    let is_narrow = media::is_narrow();
    let called = move |id: &RoundId| rounds.with(|all| all.iter().find(|it| it.round == *id).map(t::round_called));
    let sentence = move || both.with(|both| both.as_ref().and_then(|both| Some(t::since(both, &called(&both.rounds[0])?))));
    let rows = Memo::new(move |_| {
        let rows = |both: &Option<TwoRounds>| both.as_ref().map(|both| open_session.asked.with(|asked| slope_rows(asked, both)));
        both.with(rows).unwrap_or_default()
    });
    let top = move || open_session.asked.with(|asked| asked.model().top());
    let drawn = Memo::new(move |_| {
        let room = if is_narrow.get() { Room::Narrow } else { Room::Wide };
        rows.with(|rows| slope(rows, top(), room))
    });
    let twin = Memo::new(move |_| rows.with(|rows| slope_twin(rows)));
    let now = Memo::new(move |_| both.with(|both| both.as_ref().map(|both| both.rounds[1].clone())));
    let before = move || both.with(|both| both.as_ref().map(|both| both.rounds[0].to_string())).unwrap_or_default();
    let options = move || {
        let earlier = rounds.get().into_iter().filter(|it| now.get().is_some_and(|now| it.round < now));
        let option = |it: RoundInShort| view! { <option value=it.round.to_string()>{t::round_called(&it)}</option> };
        earlier.map(option).collect::<Vec<_>>()
    };
    view! {
        <section class="card since">
            <p class="field">
                <label for="which-round">{t::WHICH_ROUNDS}</label>
                <select
                    id="which-round"
                    prop:value=before
                    on:change=move |event| chosen.set(RoundId::try_from(event_target_value(&event)).ok())
                >
                    {options}
                </select>
            </p>
            <p class="since-sentence" role="status" dir="auto">{sentence}</p>
        </section>
        <section class="card wide pictures">
            <h2>{t::SLOPE}</h2>
            <p class="hint">{t::SLOPE_KEY}</p>
            <ChartView drawn label=t::SLOPE.to_owned() />
            <details class="twin">
                <summary>{t::SAME_AS_TABLE}</summary>
                <TwinTable name=t::SLOPE.get() twin />
            </details>
        </section>
        <PlannedReached chosen />
        <WhyItMoved both />
        <CharacteristicsSince chosen />
        <TrendTable rounds />
    }
}
