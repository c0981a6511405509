//! Hints that targets may not fit together. They can be answered; they never stand in the way.

use std::sync::Arc;

use leptos::prelude::*;

use crate::analysis::{hints, is_all_top};
use crate::model::{Dependency, Questionnaire};
use crate::session::{Fact, List, commands};
use crate::ui::components::{KeptApartMark, TextField};
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// A question to whoever wants the highest level everywhere.
#[component]
pub fn AllTop() -> impl IntoView {
    let open_session = open_session();
    let all_top = open_session.following(|assessment| {
        let top = is_all_top(assessment);
        assessment.asked().coherence().filter(|_| top).map(|coherence| coherence.all_top.get(t::tag()).to_owned())
    });
    let words = move || all_top.get().map(|words| view! { <p class="banner banner-warning">{words}</p> });
    view! { <div role="status">{words}</div> }
}

/// The hints about the present targets.
#[component]
pub fn TargetHints() -> impl IntoView {
    let open_session = open_session();
    let shown = open_session
        .following(|assessment| hints(assessment).into_iter().map(|hint| hint.dependency.clone()).collect::<Vec<_>>());
    move || {
        let asked = open_session.asked.get();
        let hints = shown.get();
        (!hints.is_empty()).then(|| {
            let rows: Vec<_> =
                hints.into_iter().map(|dependency| view! { <HintRow asked=Arc::clone(&asked) dependency /> }).collect();
            view! {
                <section class="card hints">
                    <h2>{t::HINTS}</h2>
                    <p class="hint">{t::HINTS_HINT}</p>
                    <ul>{rows}</ul>
                </section>
            }
        })
    }
}

/// One hint and the answer to it.
#[component]
fn HintRow(asked: Arc<Questionnaire>, dependency: Dependency) -> impl IntoView {
    let open_session = open_session();
    let id = StoredValue::new(dependency.id.clone());
    let answer = Signal::derive(move || {
        open_session
            .session
            .with(|session| id.with_value(|id| session.hints.get(id).and_then(Fact::value).cloned()))
            .unwrap_or_default()
    });
    let on_type = move |typed: String| {
        open_session.change(commands::answer_hint(id.get_value(), typed));
    };
    let reason = dependency.reason.get(t::tag()).to_owned();
    let field = format!("hint-{}", dependency.id);
    let head = move || {
        let name = |practice| asked.model().practice(practice).map(|it| it.name.get(t::tag()).to_owned()).unwrap_or_default();
        let levels = open_session.session.with(|session| {
            let level = |practice| session.target(practice).map(|target| target.level);
            level(&dependency.practice).zip(level(&dependency.needs))
        });
        levels.map(|(target, needed)| t::hint(&name(&dependency.practice), target, &name(&dependency.needs), needed))
    };
    view! {
        <li>
            <p><strong>{head}</strong></p>
            <p>{reason}</p>
            <TextField id=field label=t::HINT_ANSWER value=answer on_type />
            <KeptApartMark lists=&[List::Hints] on=id.get_value().as_str() />
        </li>
    }
}
