//! The way through a session: where one is, what is done, what comes next.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::ui::routes::{SessionPage, Step};
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// The steps of the way.
#[component]
pub fn Steps() -> impl IntoView {
    let open_session = open_session();
    let progress = open_session.progress;
    let address = use_location().pathname;
    let here = Memo::new(move |_| address.with(|address| SessionPage::of_path(address)));
    let targets = Signal::derive(move || progress.with(|progress| progress.decided()));
    let proposals = move || progress.with(|progress| progress.proposals);
    let assessed = Signal::derive(move || progress.with(|progress| progress.assessed));
    let step_link = |step: Step| {
        let done = match step {
            Step::Targets => Some(targets),
            Step::Assess => Some(assessed),
            Step::SetUp | Step::Results | Step::Share => None,
        };
        let to_confirm = move || (step == Step::Targets && proposals() > 0).then(|| t::to_confirm(proposals()));
        let not_known = move || progress.with(|progress| progress.not_known);
        let not_known = move || (step == Step::Assess && not_known() > 0).then(|| t::not_known(not_known()));
        let count = done.map(|done| {
            view! {
                <span class="step-count" class:complete=move || done.get().is_complete()>
                    {move || t::of(done.get())} <span class="step-more">{to_confirm} {not_known}</span>
                </span>
            }
        });
        view! {
            <li>
                <a href=open_session.link(step.page()) aria-current=move || here.get().and_then(|page| current(page, step))>
                    <span class="step-name">{t::step(step)}</span>
                    {count}
                </a>
            </li>
        }
    };
    let steps: Vec<_> = Step::ALL.into_iter().map(step_link).collect();
    view! {
        <nav class="steps" aria-label=t::STEPS>
            <ol>{steps}</ol>
        </nav>
    }
}

/// What `aria-current` says of a step while a page is open.
fn current(page: SessionPage, step: Step) -> Option<&'static str> {
    (page.step() == Some(step)).then(|| if page == step.page() { "page" } else { "step" })
}
