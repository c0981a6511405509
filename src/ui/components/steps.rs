//! The way through a session: where one is, what is done, what comes next.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::analysis::Count;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// The steps of the way.
#[component]
pub fn Steps() -> impl IntoView {
    let open_session = open_session();
    let progress = open_session.progress;
    let address = use_location().pathname;
    let here = Memo::new(move |_| address.with(|address| step_of(address)));
    let targets = Signal::derive(move || progress.with(|progress| progress.decided()));
    let proposals = move || progress.with(|progress| progress.proposals);
    let step = |path: &'static str, name: &'static str, done: Option<Signal<Count>>| {
        let to_confirm = move || (path == "targets" && proposals() > 0).then(|| t::to_confirm(proposals()));
        let count = done.map(|done| {
            view! {
                <span class="step-count" class:complete=move || done.get().is_complete()>
                    {move || t::of(done.get())} <span class="step-more">{to_confirm}</span>
                </span>
            }
        });
        view! {
            <li>
                <a href=open_session.link(path) aria-current=move || here.get().filter(|(step, _)| *step == path).map(|(_, how)| how)>
                    <span class="step-name">{name}</span>
                    {count}
                </a>
            </li>
        }
    };
    let assessed = Signal::derive(move || progress.with(|progress| progress.assessed));
    view! {
        <nav class="steps" aria-label=t::STEPS>
            <ol>
                {step("setup", t::STEP_SET_UP.get(), None)} {step("targets", t::STEP_TARGETS.get(), Some(targets))}
                {step("assess", t::STEP_ASSESS.get(), Some(assessed))} {step("results", t::STEP_RESULTS.get(), None)}
                {step("share", t::STEP_SHARE.get(), None)}
            </ol>
        </nav>
    }
}

/// The step that the page at an address belongs to, as the path of the step's own page, with what `aria-current` says of it.
fn step_of(address: &str) -> Option<(&'static str, &'static str)> {
    let mut words = address.split('/').skip_while(|word| *word != "s").skip(2);
    let first = words.next().unwrap_or_default();
    let step = match first {
        "" | "setup" => "setup",
        "targets" | "interview" | "compare" | "decisions" => "targets",
        "assess" | "quick" | "full" | "evidence" | "people" => "assess",
        "results" | "frameworks" | "report" | "board" | "agenda" | "check" => "results",
        "share" | "envelope" => "share",
        _ => return None,
    };
    Some((step, if first == step { "page" } else { "step" }))
}
