//! The first screen: what this is, and the ways in. It waits for nothing; what somebody wants before the code of the pages is here
//! is remembered and done as soon as it is.

use std::rc::Rc;

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_query_map;

use crate::store::{LocalStorage, SessionStore};
use crate::ui::browser::{host_events, journal, page};
use crate::ui::components::{FileField, PageHead};
use crate::ui::pages::Page;
use crate::ui::shell::lazy::{beside, later, loading, one_by_one};
use crate::ui::shell::parts::{Part, Ready, parts};
use crate::ui::state::files_given::files_given;
use crate::ui::text as t;

/// The member of the address that asks for the first question at once.
const QUICK: &str = "quick";

/// What is known and wanted on the first screen.
#[derive(Clone, Copy)]
pub struct FirstSteps {
    /// Whether there is no assessment here yet.
    pub is_first_visit: RwSignal<bool>,
    /// Whether there are no questions, so that nothing can be begun.
    pub is_broken: RwSignal<bool>,
    /// Whether the examples are open.
    pub shows_examples: RwSignal<bool>,
    wants_new: RwSignal<bool>,
}

impl FirstSteps {
    /// Whether somebody wants to begin a new assessment, taken out: it is done once. Whoever asks is told when it is wanted.
    pub fn take_new(self) -> bool {
        let wanted = self.wants_new.get();
        if wanted {
            self.wants_new.set(false);
        }
        wanted
    }
}

/// What is known and wanted on the first screen.
pub fn first_steps() -> FirstSteps {
    expect_context::<FirstSteps>()
}

/// The start page; where the address asks for it (`?quick`), the first question of the quick pass instead.
#[component]
pub fn FirstScreen() -> impl IntoView {
    let [is_turn] = one_by_one();
    let query = use_query_map();
    let is_asked = Memo::new(move |_| query.with(|query| query.get(QUICK).is_some()));
    move || is_turn.get().then(|| if is_asked.get() { first_question().into_any() } else { first_screen().into_any() })
}

/// The first question, as soon as its part is here.
fn first_question() -> impl IntoView {
    let parts = parts();
    parts.load(Part::First);
    let waits = Memo::new(move |_| parts.ready(Page::FirstQuestion) == Ready::Waits);
    Effect::new(move |_| {
        if !waits.get() {
            request_animation_frame(page::end_meanwhile);
        }
    });
    later(Page::FirstQuestion, loading)
}

fn first_screen() -> impl IntoView {
    let storage = LocalStorage::probe();
    let is_blocked = storage.is_none();
    let nothing_here = storage.is_none_or(|storage| SessionStore::new(Rc::new(storage)).is_empty()) && !journal::has_more();
    let steps = FirstSteps {
        is_first_visit: RwSignal::new(nothing_here),
        is_broken: RwSignal::new(false),
        shows_examples: RwSignal::new(false),
        wants_new: RwSignal::new(false),
    };
    provide_context(steps);
    let parts = parts();
    let asks_for_more = use_query_map().with_untracked(|query| query.into_iter().next().is_some());
    // Where nothing can be kept, one is told at once.
    if is_blocked || asks_for_more {
        parts.load(Part::Quick);
    }
    if use_query_map().with_untracked(|query| query.get("profile").is_some()) {
        parts.load(Part::Guidance);
    }
    if !nothing_here {
        parts.load(Part::Start);
    }
    let title = move || if steps.is_first_visit.get() { t::WELCOME } else { t::YOUR_ASSESSMENTS }.to_owned();
    let [has_ways, has_picture, has_rest] = one_by_one();
    Effect::new(move |_| {
        if has_rest.get() {
            request_animation_frame(page::end_meanwhile);
        }
    });
    view! {
        <div class="start-head" class:welcome=steps.is_first_visit>
            <PageHead title=Signal::derive(title) />
            {move || steps.is_first_visit.get().then(|| view! { <p class="lead">{t::FIRST_VISIT_LEAD}</p> })}
            {move || has_ways.get().then(|| view! { <WaysIn /> })}
            {move || {
                let shows = has_picture.get() && steps.is_first_visit.get();
                shows.then(|| view! { <p class="private">{t::NOTHING_LEAVES}</p> <PlumbFigure /> })
            }}
        </div>
        {move || has_rest.get().then(move || view! {
            {later(Page::Begin, || view! { <OnItsWay /> }.into_any())}
            {later(Page::Start, || ().into_any())}
            {move || steps.is_first_visit.get().then(|| view! { <FirstVisit /> })}
            <ExamplesFold />
            {beside(Page::FleetLink)}
        })}
    }
}

/// What this is, for somebody who has never been here.
#[component]
fn FirstVisit() -> impl IntoView {
    let points: Vec<_> =
        t::first_visit_points().map(|(head, words)| view! { <li><strong>{head}</strong> {words}</li> }).into_iter().collect();
    view! {
        <ol class="points">{points}</ol>
    }
}

/// The idea as a picture: a line that hangs where the need is, and what falls short of it, meets it, or goes beyond. It says nothing
/// that the words beside it do not say.
#[component]
fn PlumbFigure() -> impl IntoView {
    let bars: Vec<_> = [(44, "short"), (112, "on"), (76, "short"), (112, "on"), (150, "more")]
        .iter()
        .enumerate()
        .map(|(row, (width, fit))| {
            let y = 34 + row * 26;
            view! {
                <rect class="figure-ground" x="8" y=y width="168" height="14" rx="3" />
                <rect class=format!("figure-{fit}") x="8" y=y width=*width height="14" rx="3" />
            }
        })
        .collect();
    view! {
        <svg class="plumb-figure" viewBox="0 0 184 204" aria-hidden="true">
            <path class="figure-beam" d="M8 12h168" />
            {bars}
            <path class="figure-line" d="M120 12v160" />
            <path class="figure-bob" d="M110 170h20v8l-10 20-10-20z" />
        </svg>
    }
}

/// The ways in. They stay when the code of the pages comes: somebody may just be choosing a file.
#[component]
fn WaysIn() -> impl IntoView {
    let steps = first_steps();
    let given = files_given();
    let parts = parts();
    let begin = move || {
        steps.wants_new.set(true);
        parts.load(Part::Quick);
    };
    host_events::on_new_wanted(begin);
    view! {
        <div class="actions">
            <A href=page::link(&format!("/?{QUICK}")) attr:id="quick" attr:class="button primary">{t::QUICK_SELF_ASSESSMENT}</A>
            <button type="button" id="new" class="button" disabled=steps.is_broken on:click=move |_| begin()>
                {t::NEW_ASSESSMENT}
            </button>
            <FileField on_files=Callback::new(move |sources| given.give(sources)) />
        </div>
    }
}

/// Says that the code of the pages is on its way, where somebody waits for it.
#[component]
fn OnItsWay() -> impl IntoView {
    let steps = first_steps();
    let given = files_given();
    let is_asked = move || steps.wants_new.get() || given.are_waiting();
    view! { <p class="hint" role="status">{move || is_asked().then_some(t::LOADING.get())}</p> }
}

/// The examples, folded until somebody asks for them.
#[component]
fn ExamplesFold() -> impl IntoView {
    let steps = first_steps();
    let parts = parts();
    let toggle = move |_| {
        steps.shows_examples.update(|shows| *shows = !*shows);
        parts.load(Part::Start);
    };
    view! {
        <details class="card help" on:toggle=toggle>
            <summary>{t::EXAMPLES}</summary>
            <p class="hint">{t::EXAMPLES_HINT}</p>
            {later(Page::Examples, || view! { <p class="hint">{t::READING}</p> }.into_any())}
        </details>
    }
}
