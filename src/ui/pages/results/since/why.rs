//! Why practices moved: which statements, which evidence, whose target.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::{PracticeMove, StatementMove, Thing, TwoRounds};
use crate::session::PersonId;
use crate::ui::routes::SessionPage;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// The practices of which something else is said.
#[component]
pub fn WhyItMoved(both: Memo<Option<TwoRounds>>) -> impl IntoView {
    let open_session = open_session();
    let practices = move || {
        let all = both.get().map(|both| both.practices).unwrap_or_default();
        let moved = all.into_iter().filter(PracticeMove::has_a_reason);
        moved.map(|it| practice(open_session, &it)).collect::<Vec<_>>()
    };
    view! {
        <section class="card">
            <h2>{t::WHY_IT_MOVED}</h2>
            <ul class="since-list">{practices}</ul>
        </section>
    }
}

fn practice(open_session: OpenSession, it: &PracticeMove) -> AnyView {
    let name = open_session.name_of(&Thing::Practice(it.practice.clone()));
    let href = open_session.link(SessionPage::Full.of(&it.practice));
    let person = |by: Option<&PersonId>| by.map(|by| open_session.name_of(&Thing::Person(by.clone())));
    let statement = |moved: &StatementMove| {
        let statement = open_session.name_of(&Thing::Indicator(moved.indicator.clone()));
        t::statement_moved(&statement, moved, person(moved.by.as_ref()).as_deref())
    };
    let evidence: Vec<String> = it.evidence.iter().map(|id| open_session.name_of(&Thing::Evidence(id.clone()))).collect();
    let beside = t::moved_beside(it, person(it.target_by.as_ref()).as_deref(), &evidence);
    let lines = beside.into_iter().chain(it.changed().map(statement));
    let lines: Vec<_> = lines.map(|words| view! { <li dir="auto">{words}</li> }).collect();
    view! {
        <li>
            <p><A href=href>{name}</A> " " <span class="tag">{t::which_way(it.moved)}</span></p>
            <ul>{lines}</ul>
        </li>
    }
    .into_any()
}
