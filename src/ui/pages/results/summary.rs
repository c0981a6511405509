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
        let counted = open_session.results.with(t::counted);
        counted.into_iter().map(|counted| line(open_session, counted)).collect::<Vec<_>>()
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

/// A sentence. The practices that it counts are made when somebody opens it.
fn line(open_session: OpenSession, counted: t::Counted) -> AnyView {
    let t::Counted { words, rule: rule_words, practices, fit } = counted;
    let opened = RwSignal::new(false);
    let inside = move || {
        opened.get().then(|| {
            let asked = open_session.asked.get();
            let practices: Vec<_> = practices.iter().map(|practice| link(open_session, &asked, practice)).collect();
            view! { <ul>{practices}</ul> {rule(rule_words)} }
        })
    };
    view! {
        <li class=edge(fit)>
            <details on:toggle=move |_| opened.set(true)>
                <summary>{words}</summary>
                {inside}
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
