//! The routes, and the frame around every page.

use leptos::prelude::*;
use leptos_router::components::{A, ParentRoute, Route, Router, Routes};
use leptos_router::path;

use crate::ui::browser::{host_events, page};
use crate::ui::components::{LearnLink, UpdateNotice, Visited};
use crate::ui::pages::Page;
use crate::ui::shell::first_screen::FirstScreen;
use crate::ui::shell::lazy::{Pages, beside, now, one_by_one};
use crate::ui::shell::not_found::NotFoundPage;
use crate::ui::state::files_given::FilesGiven;
use crate::ui::state::language;
use crate::ui::text as t;
use crate::ui::text::Language;

/// The whole app.
#[component]
pub fn App() -> impl IntoView {
    let pages = Pages::new();
    provide_context(pages);
    let given = FilesGiven::new(pages);
    provide_context(given);
    given.listen();
    host_events::on_idle(move || pages.load());
    provide_context(Visited(StoredValue::new(false)));
    language::begin();
    let [has_frame] = one_by_one();
    // Where another language is chosen the frame goes for a moment, so that all of it is made anew.
    let spoken = RwSignal::new(t::language());
    move || {
        let language = t::language_now_and_later();
        if Language::ALL.len() > 1 && spoken.get() != language {
            request_animation_frame(move || spoken.set(language));
            return None;
        }
        has_frame.get().then(frame)
    }
}

/// What stands around every page.
fn frame() -> impl IntoView {
    let [has_links, has_pages, has_messages] = one_by_one();
    page::end_meanwhile();
    view! {
        <Router base=page::base_path()>
            <a class="skip" href="#main" on:click=move |event| {
                event.prevent_default();
                page::focus("main");
            }>
                {t::SKIP_TO_CONTENT}
            </a>
            <header class="top">
                <a href=page::home() class="brand">
                    <span class="mark" aria-hidden="true"></span>
                    <span class="brand-name">{t::PLUMBLINE}</span>
                </a>
                <div class="top-links">{move || has_links.get().then(links)}</div>
            </header>
            <main id="main" tabindex="-1">
                {move || has_pages.get().then(pages_of_the_app)}
            </main>
            <div class="notices" role="status">{move || has_messages.get().then(messages)}</div>
        </Router>
    }
}

/// The links at the top of every page.
fn links() -> impl IntoView {
    view! {
        <LearnLink />
        <A href=page::link("/settings") attr:class="top-link">{t::SETTINGS}</A>
        <A href=page::link("/about") attr:class="top-link">{t::ABOUT}</A>
    }
}

/// What is said at the foot of every page, when there is something to say.
fn messages() -> impl IntoView {
    view! { {beside(Page::NoticeBar)} <UpdateNotice /> }
}

/// All pages, each as soon as its address is asked for.
fn pages_of_the_app() -> impl IntoView {
    view! {
        {beside(Page::Files)}
        <Routes fallback=NotFoundPage>
            <Route path=path!("/") view=FirstScreen />
            <Route path=path!("/about") view=|| now(Page::About) />
            <Route path=path!("/notices") view=|| now(Page::Notices) />
            <ParentRoute path=path!("/learn") view=|| now(Page::Learn)>
                <Route path=path!("") view=|| now(Page::LearnContents) />
                <Route path=path!("glossary") view=|| now(Page::LearnGlossary) />
                <Route path=path!("all") view=|| now(Page::LearnWhole) />
                <Route path=path!(":practice") view=|| now(Page::LearnPractice) />
            </ParentRoute>
            <Route path=path!("/settings") view=|| now(Page::Settings) />
            <ParentRoute path=path!("/s/:slot") view=|| now(Page::Session)>
                <Route path=path!("") view=|| now(Page::SetUp) />
                <Route path=path!("setup") view=|| now(Page::SetUp) />
                <Route path=path!("targets") view=|| now(Page::Targets) />
                <Route path=path!("interview") view=|| now(Page::Interview) />
                <Route path=path!("compare") view=|| now(Page::Compare) />
                <Route path=path!("decisions") view=|| now(Page::Decisions) />
                <Route path=path!("people") view=|| now(Page::People) />
                <Route path=path!("assess") view=|| now(Page::Assess) />
                <Route path=path!("quick/:practice") view=|| now(Page::Quick) />
                <Route path=path!("full/:practice") view=|| now(Page::Full) />
                <Route path=path!("evidence") view=|| now(Page::Evidence) />
                <Route path=path!("results") view=|| now(Page::Results) />
                <Route path=path!("frameworks") view=|| now(Page::Frameworks) />
                <Route path=path!("report") view=|| now(Page::Report) />
                <Route path=path!("board") view=|| now(Page::Board) />
                <Route path=path!("agenda") view=|| now(Page::Agenda) />
                <Route path=path!("check") view=|| now(Page::Check) />
                <Route path=path!("search") view=|| now(Page::Search) />
                <Route path=path!("share") view=|| now(Page::Share) />
                <Route path=path!("envelope") view=|| now(Page::Request) />
                <Route path=path!("answer") view=|| now(Page::Answer) />
            </ParentRoute>
        </Routes>
    }
}
