//! Answers that may no longer be true, each with a way to say that it still is.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::{Aged, Stale, Thing, stale};
use crate::session::commands;
use crate::ui::browser::clock;
use crate::ui::routes::Address;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// The answers that may no longer be true.
#[component]
pub fn StaleAnswers() -> impl IntoView {
    let open_session = open_session();
    let today = clock::today();
    let found = open_session.following(move |assessment| stale(assessment, today));
    let confirm_all = move |_| {
        let all = found.get_untracked().into_iter().filter(|it| it.why == Aged::ShelfLife);
        let changes = commands::still_true(all.map(|it| it.at), today);
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
    let name = open_session.name_of(&Thing::Practice(it.practice.clone()));
    let statement = open_session.name_of(&Thing::Indicator(it.at.on.clone()));
    let why = match &it.why {
        Aged::ShelfLife => t::stale_by_age(it.since),
        Aged::Evidence(id) => t::stale_by_evidence(&open_session.name_of(&Thing::Evidence(id.clone())), it.since),
    };
    let href = open_session.link(Address::of_indicator(&it.practice, &it.at.on));
    let by_age = it.why == Aged::ShelfLife;
    let at = it.at;
    let still_true = move |_| {
        open_session.change_with_undo(commands::still_true([at.clone()], clock::today()), t::still_true(1));
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
