//! What would have to be true: before a target is set, what it would ask for.

use std::sync::Arc;

use leptos::prelude::*;

use crate::analysis::{Assessment, Obligation, obligations};
use crate::model::{Level, Practice, Questionnaire};
use crate::ui::components::LevelMark;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// What each level of a practice asks for, how much of it is met already, and what needs to be done; worked out once opened.
#[component]
pub fn Obligations(practice: Practice) -> impl IntoView {
    let open_session = open_session();
    let open = RwSignal::new(false);
    let name = practice.name.get(t::tag()).to_owned();
    let practice = StoredValue::new(practice);
    // What is shown depends on these alone: while somebody types a reason, what they opened stays as it is.
    let said = Memo::new(move |_| {
        open.get().then(|| {
            open_session.session.with(|session| {
                let target = practice.with_value(|it| session.target(&it.id).map(|target| target.level));
                (target, session.answers.clone(), session.settlements.clone())
            })
        })
    });
    let levels = move || {
        said.get().map(|(target, ..)| {
            let asked = open_session.asked.get();
            let top = asked.model().top();
            practice.with_value(|practice| {
                open_session.session.with_untracked(|session| {
                    let assessment = Assessment::latest(&asked, session);
                    let all = obligations(&assessment, practice, Level::NONE, top);
                    all.iter().map(|obligation| level_row(&asked, obligation, target)).collect::<Vec<_>>()
                })
            })
        })
    };
    view! {
        <details class="obligations" on:toggle=move |_| open.update(|open| *open = !*open)>
            <summary>{t::WHAT_WOULD_HAVE_TO_BE_TRUE} <span class="unseen">" " {name}</span></summary>
            {levels}
        </details>
    }
}

fn level_row(asked: &Arc<Questionnaire>, obligation: &Obligation<'_>, target: Option<Level>) -> AnyView {
    let rung = asked.model().rung(obligation.level).map(|rung| rung.name.get(t::tag()).to_owned()).unwrap_or_default();
    let is_target = target.is_some_and(|target| obligation.level <= target);
    let indicators: Vec<_> = obligation
        .indicators
        .iter()
        .map(|(asked, verdict)| {
            let text = asked.indicator.text.get(t::tag()).to_owned();
            view! { <li><span class="tag quiet">{t::verdict(*verdict)}</span> " " {text}</li> }
        })
        .collect();
    let actions: Vec<_> = obligation.actions.iter().map(|action| view! { <li>{action.get(t::tag()).to_owned()}</li> }).collect();
    view! {
        <details class="missing" open=is_target>
            <summary>
                <LevelMark level=obligation.level /> " " {rung} ": " {t::met_already(obligation.fulfilled(), obligation.indicators.len())} " "
                {is_target.then(|| view! { <span class="tag">{t::PART_OF_TARGET}</span> })}
            </summary>
            <ul>{indicators}</ul>
            <p><strong>{t::TO_BE_DONE}</strong></p>
            <ul>{actions}</ul>
        </details>
    }
    .into_any()
}
