//! The first screen: what this is, and the ways in. It waits for nothing; what somebody wants before the code of the pages is here
//! is remembered and done as soon as it is.

use std::rc::Rc;

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use web_sys::File;

use super::Page;
use crate::store::{LocalStorage, Shelf};
use crate::ui::components::PageHead;
use crate::ui::doors::{files, journal, outside};
use crate::ui::later::{later, pages};
use crate::ui::text as t;

/// The id of the button that begins a new assessment.
pub const NEW: &str = "new-assessment";
/// The id of the field that opens a file.
pub const OPEN: &str = "open-file";

/// The id of what opens the examples.
pub const EXAMPLES: &str = "examples";

/// What somebody wants to do.
#[derive(Clone)]
pub enum Wanted {
    /// Begin a new assessment.
    New,
    /// Look at a file.
    File(File),
    /// Look at the examples.
    Examples,
}

/// What is known and wanted on the first screen.
#[derive(Clone, Copy)]
pub struct FirstSteps {
    /// Whether there is no assessment here yet.
    pub is_first_visit: RwSignal<bool>,
    wanted: StoredValue<Option<Wanted>, LocalStorageOfLeptos>,
}

type LocalStorageOfLeptos = leptos::prelude::LocalStorage;

impl FirstSteps {
    /// What somebody wanted to do, taken out: it is done once.
    pub fn take(self) -> Option<Wanted> {
        self.wanted.try_update_value(Option::take).flatten()
    }

    fn want(self, wanted: Wanted) {
        self.wanted.set_value(Some(wanted));
        pages().load();
    }
}

/// What is known and wanted on the first screen.
pub fn first_steps() -> FirstSteps {
    expect_context::<FirstSteps>()
}

/// The start page.
#[component]
pub fn FirstScreen() -> impl IntoView {
    let nothing_here =
        LocalStorage::probe().is_none_or(|storage| Shelf::new(Rc::new(storage)).is_empty()) && !journal::has_more();
    let steps = FirstSteps { is_first_visit: RwSignal::new(nothing_here), wanted: StoredValue::new_local(None) };
    provide_context(steps);
    let pages = pages();
    let asks_for_more = use_query_map().with_untracked(|query| query.into_iter().next().is_some());
    if !nothing_here || asks_for_more {
        pages.load();
    }
    outside::on_file_opened(move |file| {
        if !pages.are_here() {
            steps.want(Wanted::File(file));
        }
    });
    let title = move || if steps.is_first_visit.get() { t::WELCOME } else { t::YOUR_ASSESSMENTS }.to_owned();
    view! {
        <PageHead title=Signal::derive(title) />
        {move || steps.is_first_visit.get().then(|| view! { <FirstVisit /> })}
        {later(Page::Start, || view! { <WaysIn /> }.into_any())}
    }
}

/// What this is, for somebody who has never been here.
#[component]
fn FirstVisit() -> impl IntoView {
    let points: Vec<_> =
        t::FIRST_VISIT_POINTS.iter().map(|(head, words)| view! { <li><strong>{*head}</strong> {*words}</li> }).collect();
    view! {
        <section class="first-visit">
            <p class="lead">{t::FIRST_VISIT_LEAD}</p>
            <ol class="points">{points}</ol>
            <p class="private">{t::NOTHING_LEAVES}</p>
        </section>
    }
}

/// The ways in before the code of the pages is here. They take down what is wanted.
#[component]
fn WaysIn() -> impl IntoView {
    let steps = first_steps();
    let is_asked = RwSignal::new(false);
    let want = move |wanted| {
        is_asked.set(true);
        steps.want(wanted);
    };
    view! {
        <div class="actions">
            <button type="button" id=NEW class="button primary" on:click=move |_| want(Wanted::New)>{t::NEW_ASSESSMENT}</button>
            <label class="button file-button">
                {t::OPEN_FILE}
                <input
                    type="file"
                    id=OPEN
                    class="unseen"
                    accept=".json,application/json"
                    on:change=move |event| if let Some(file) = files::chosen(&event) { want(Wanted::File(file)) }
                />
            </label>
        </div>
        <details class="card help" on:toggle=move |_| want(Wanted::Examples)>
            <summary id=EXAMPLES>{t::EXAMPLES}</summary>
            <p class="hint">{t::EXAMPLES_HINT}</p>
        </details>
        <p class="hint" role="status">{move || is_asked.get().then_some(t::LOADING)}</p>
    }
}
