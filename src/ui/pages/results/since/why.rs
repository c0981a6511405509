//! Why practices moved: which statements, which evidence, whose target.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::{PracticeMove, StatementMove, Thing, TwoRounds};
use crate::ui::routes::SessionPage;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// The practices of which something else is said.
#[component]
pub fn WhyItMoved(both: Memo<Option<TwoRounds>>) -> impl IntoView {
    let open_session = open_session();
    let practices = move || {
        let all = both.get().map(|both| both.practices).unwrap_or_default();
        let moved = all.into_iter().filter(|it| !it.statements.is_empty() || !t::moved_beside(it).is_empty());
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
    let statement = |moved: &StatementMove| {
        let statement = open_session.name_of(&Thing::Indicator(moved.indicator.clone()));
        let by = open_session
            .session
            .with_untracked(|session| moved.by.as_ref().and_then(|by| session.person_name(by)).map(str::to_owned));
        t::statement_moved(&statement, moved, by.as_deref())
    };
    let lines = t::moved_beside(it).into_iter().chain(it.statements.iter().map(statement));
    let lines: Vec<_> = lines.map(|words| view! { <li dir="auto">{words}</li> }).collect();
    view! {
        <li>
            <p><A href=href>{name}</A> " " <span class="tag">{t::which_way(it.moved)}</span></p>
            <ul>{lines}</ul>
        </li>
    }
    .into_any()
}
