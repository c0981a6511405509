//! The way through a session: where one is, what is done, what comes next.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::ui::desk::desk;
use crate::ui::text as t;

/// The steps of the way.
#[component]
pub fn Steps() -> impl IntoView {
    let desk = desk();
    let progress = desk.progress;
    let targets = Signal::derive(move || progress.with(|progress| t::of(progress.targets)));
    let proposals = move || progress.with(|progress| progress.proposals);
    let step = |path: &'static str, name: &'static str, done: Option<Signal<String>>| {
        let to_confirm = move || (path == "targets" && proposals() > 0).then(|| t::to_confirm(proposals()));
        let count = done.map(|done| {
            view! { <span class="step-count">{done} <span class="step-more">{to_confirm}</span></span> }
        });
        view! {
            <li>
                <A href=desk.link(path)>
                    <span class="step-name">{name}</span>
                    {count}
                </A>
            </li>
        }
    };
    let assessed = Signal::derive(move || progress.with(|progress| t::of(progress.assessed)));
    view! {
        <nav class="steps" aria-label=t::STEPS>
            <ol>
                {step("setup", t::STEP_SET_UP, None)} {step("targets", t::STEP_TARGETS, Some(targets))}
                {step("assess", t::STEP_ASSESS, Some(assessed))} {step("results", t::STEP_RESULTS, None)}
                {step("share", t::STEP_SHARE, None)}
            </ol>
        </nav>
    }
}
