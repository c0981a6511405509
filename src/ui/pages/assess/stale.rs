//! Answers that may no longer be true, each with a way to say that it still is.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::{Aged, Stale, stale};
use crate::model::Level;
use crate::session::{Change, Fact};
use crate::ui::browser::clock;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// The answers that may no longer be true.
#[component]
pub fn StaleAnswers() -> impl IntoView {
    let open_session = open_session();
    let today = clock::today();
    let found =
        Memo::new(move |_| open_session.asked.with(|asked| open_session.session.with(|session| stale(asked, session, today))));
    let confirm_all = move |_| {
        let all = found.get_untracked().into_iter().filter(|it| it.why == Aged::ShelfLife);
        let changes: Vec<Change> = all.map(|it| Change::Confirmed(it.at, Some(today))).collect();
        let words = t::still_true(changes.len());
        open_session.change_with_undo(changes, words);
    };
    let rows = move || found.get().into_iter().map(|it| row(open_session, it)).collect::<Vec<_>>();
    let any_by_age = Memo::new(move |_| found.with(|found| found.iter().any(|it| it.why == Aged::ShelfLife)));
    move || {
        (!found.with(Vec::is_empty)).then(|| {
            view! {
                <section class="card">
                    <h2>{move || t::stale_answers(found.with(Vec::len))}</h2>
                    <p class="hint">{t::STALE_HINT}</p>
                    <details>
                        <summary>{t::STALE_LIST}</summary>
                        <ul class="stale">{rows}</ul>
                        {move || any_by_age.get().then(|| view! {
                            <button type="button" class="button small" on:click=confirm_all>{t::ALL_STILL_TRUE}</button>
                        })}
                    </details>
                </section>
            }
        })
    }
}

/// One of them.
fn row(open_session: OpenSession, it: Stale) -> AnyView {
    let asked = open_session.asked.get_untracked();
    let practice = asked.model().practice(&it.practice);
    let name = practice.map(|practice| practice.name.get(t::tag()).to_owned()).unwrap_or_default();
    let statement = practice.and_then(|practice| {
        let all = Level::NONE.up_to(asked.model().top()).flat_map(|level| asked.indicators(practice, level));
        all.into_iter().find(|asked| asked.indicator.id == it.at.on).map(|it| it.indicator.text.get(t::tag()).to_owned())
    });
    let why = match &it.why {
        Aged::ShelfLife => t::stale_by_age(it.since),
        Aged::Evidence(id) => {
            let title = open_session
                .session
                .with_untracked(|session| session.evidence.get(id).and_then(Fact::value).map(|it| it.title.clone()));
            t::stale_by_evidence(&t::evidence_title(&title.unwrap_or_default()), it.since)
        }
    };
    let href = open_session.link(&format!("full/{}?at={}", it.practice, it.at.on));
    let by_age = it.why == Aged::ShelfLife;
    let at = it.at;
    let still_true = move |_| {
        open_session.change_with_undo(vec![Change::Confirmed(at.clone(), Some(clock::today()))], t::still_true(1));
    };
    view! {
        <li>
            <p><A href=href>{name}</A> " " {statement}</p>
            <p class="hint">{why}</p>
            {by_age.then(|| view! { <button type="button" class="button small" on:click=still_true>{t::STILL_TRUE}</button> })}
        </li>
    }
    .into_any()
}
