//! The few sentences that say most, each with the practices that it counts and the rule by which it does.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::Fit;
use crate::model::{PracticeId, Questionnaire};
use crate::ui::pages::practice::open_counts::{OpenCounts, open_now};
use crate::ui::pages::results::why::rule;
use crate::ui::routes::SessionPage;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// The few sentences that say most.
#[component]
pub fn Summary() -> impl IntoView {
    let open_session = open_session();
    let lines = move || {
        let asked = open_session.asked.get();
        let counted = open_session.results.with(t::counted);
        counted.into_iter().map(|counted| line(open_session, &asked, counted)).collect::<Vec<_>>()
    };
    view! { <ul class="summary">{lines}</ul> }
}

/// What is open, in numbers: the same as in the report, under Check and on the agenda.
#[component]
pub fn Open() -> impl IntoView {
    let open = open_now(open_session());
    move || {
        open.with(|open| !open.is_nothing()).then(|| {
            view! {
                <details class="card help">
                    <summary>{t::WHAT_IS_OPEN}</summary>
                    <OpenCounts open=open.into() />
                </details>
            }
        })
    }
}

fn line(open_session: OpenSession, asked: &Questionnaire, counted: t::Counted) -> AnyView {
    let practices: Vec<_> = counted.practices.iter().map(|practice| link(open_session, asked, practice)).collect();
    view! {
        <li class=edge(counted.fit)>
            <details>
                <summary>{counted.words}</summary>
                <ul>{practices}</ul>
                {rule(counted.rule)}
            </details>
        </li>
    }
    .into_any()
}

/// The colour beside the sentence: that of what it counts.
fn edge(fit: Fit) -> &'static str {
    match fit {
        Fit::Short => "edge-short",
        Fit::OnTarget => "edge-on",
        Fit::More => "edge-more",
        Fit::Open | Fit::NoTarget | Fit::Unanswered | Fit::NotApplicable => "edge-open",
    }
}

fn link(open_session: OpenSession, asked: &Questionnaire, id: &PracticeId) -> impl IntoView + use<> {
    let name = asked.model().practice(id).map(|practice| practice.name.get(t::tag()).to_owned());
    let href = open_session.link(SessionPage::Full.of(id));
    view! { <li><A href=href>{name}</A></li> }
}
