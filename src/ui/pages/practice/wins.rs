//! The practices that miss their next level by a single statement.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::PracticeResult;
use crate::ui::components::{CurrentMark, LevelMark};
use crate::ui::routes::Address;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// The practices that miss their next level by a single statement, those short of their target first.
#[component]
pub fn OneStepWins() -> impl IntoView {
    let open_session = open_session();
    let wins =
        Memo::new(move |_| open_session.results.with(|results| results.one_step_wins().into_iter().cloned().collect::<Vec<_>>()));
    move || {
        (!wins.with(Vec::is_empty)).then(|| {
            let rows: Vec<_> = wins.get().into_iter().map(|result| row(open_session, &result)).collect();
            view! {
                <section class="card">
                    <h2>{t::ONE_STEP_WINS}</h2>
                    <p class="hint">{t::ONE_STEP_WINS_HINT}</p>
                    <ul class="wins">{rows}</ul>
                </section>
            }
        })
    }
}

fn row(open_session: OpenSession, result: &PracticeResult) -> Option<impl IntoView + use<>> {
    let near = result.standing.near_miss.as_ref()?;
    let asked = open_session.asked.get_untracked();
    let practice = asked.practice(&result.practice)?;
    let missed = asked.indicator(&near.indicator)?;
    let href = open_session.link(Address::of_indicator(&practice.id, &near.indicator));
    let beyond = result.target.is_some_and(|target| near.level > target).then_some(t::WIN_BEYOND_TARGET);
    let (name, statement) = (practice.name.get(t::tag()).to_owned(), missed.indicator.text.get(t::tag()).to_owned());
    let (current, level) = (result.standing.current, near.level);
    let view = view! {
        <li>
            <p>
                <CurrentMark current /> " " <span aria-hidden="true">"→"</span> <span class="unseen">{t::TO}</span> " "
                <LevelMark level /> " " <A href=href>{name}</A>
                {beyond.map(|words| view! { " " <span class="tag quiet">{words}</span> })}
            </p>
            <p>{statement}</p>
        </li>
    };
    Some(view)
}
