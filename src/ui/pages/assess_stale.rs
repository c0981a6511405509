//! Answers that may no longer be true, each with a way to say that it still is.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::{Aged, Stale, stale};
use crate::model::Level;
use crate::session::{Change, Fact};
use crate::ui::desk::{Desk, desk};
use crate::ui::doors::clock;
use crate::ui::text as t;

/// The answers that may no longer be true.
#[component]
pub fn StaleAnswers() -> impl IntoView {
    let desk = desk();
    let today = clock::today();
    let found = desk.following(move |assessment| stale(assessment, today));
    let confirm_all = move |_| {
        let all = found.get_untracked().into_iter().filter(|it| it.why == Aged::ShelfLife);
        let changes: Vec<Change> = all.map(|it| Change::Confirmed(it.at, Some(today))).collect();
        let words = t::still_true(changes.len());
        desk.change_with_undo(changes, words);
    };
    let rows = move || found.get().into_iter().map(|it| row(desk, it)).collect::<Vec<_>>();
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
fn row(desk: Desk, it: Stale) -> AnyView {
    let asked = desk.asked.get_untracked();
    let practice = asked.model().practice(&it.practice);
    let name = practice.map(|practice| practice.name.get(t::LANGUAGE).to_owned()).unwrap_or_default();
    let statement = practice.and_then(|practice| {
        let all = Level::NONE.up_to(asked.model().top()).flat_map(|level| asked.indicators(practice, level));
        all.into_iter().find(|asked| asked.indicator.id == it.at.on).map(|it| it.indicator.text.get(t::LANGUAGE).to_owned())
    });
    let why = match &it.why {
        Aged::ShelfLife => t::stale_by_age(it.since),
        Aged::Evidence(id) => {
            let title =
                desk.session.with_untracked(|session| session.evidence.get(id).and_then(Fact::value).map(|it| it.title.clone()));
            t::stale_by_evidence(&t::evidence_title(&title.unwrap_or_default()), it.since)
        }
    };
    let href = desk.link(&format!("full/{}?at={}", it.practice, it.at.on));
    let by_age = it.why == Aged::ShelfLife;
    let at = it.at;
    let still_true = move |_| {
        desk.change_with_undo(vec![Change::Confirmed(at.clone(), Some(clock::today()))], t::still_true(1));
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
