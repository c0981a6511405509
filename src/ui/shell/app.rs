//! The routes, and the frame around every page.

use leptos::prelude::*;
use leptos_router::components::{A, ParentRoute, Route, Router, Routes};
use leptos_router::{ParamSegment, StaticSegment, path};

use crate::ui::browser::files::Source;
use crate::ui::browser::{host_events, page};
use crate::ui::components::{LearnLink, UpdateNotice, Visited};
use crate::ui::pages::Page;
use crate::ui::routes::SessionPage;
use crate::ui::shell::first_screen::{FirstScreen, NEW};
use crate::ui::shell::lazy::{beside, now, one_by_one};
use crate::ui::shell::not_found::NotFoundPage;
use crate::ui::shell::parts::{Part, Parts};
use crate::ui::state::files_given::FilesGiven;
use crate::ui::state::language;
use crate::ui::text as t;
use crate::ui::text::Language;

/// The whole app.
#[component]
pub fn App() -> impl IntoView {
    let parts = Parts::new();
    provide_context(parts);
    let given = FilesGiven::new(Callback::new(move |()| parts.load(Part::Share)));
    provide_context(given);
    given.listen();
    given.give(host_events::files_wanted().into_iter().map(Source::File).collect());
    host_events::on_link_near(move |path| {
        if let Some(page) = Page::of_path(path) {
            parts.load(page.part());
            page.rest().into_iter().for_each(|rest| parts.load(rest));
        }
    });
    host_events::on_somebody(move || parts.load(Part::Quick));
    host_events::on_idle(move || parts.load_all());
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
    if !page::shows_start_meanwhile() {
        page::end_meanwhile(NEW);
    }
    view! {
        <Router base=page::base_path()>
            <a class="skip" href="#main" on:click=move |event| {
                event.prevent_default();
                page::focus_content();
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

/// The part of an address that names a page of a session.
const fn word(page: SessionPage) -> StaticSegment<&'static str> {
    StaticSegment(page.word())
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
                <Route path=path!("") view=|| now(Page::Within(SessionPage::SetUp)) />
                <Route path=word(SessionPage::SetUp) view=|| now(Page::Within(SessionPage::SetUp)) />
                <Route path=word(SessionPage::Targets) view=|| now(Page::Within(SessionPage::Targets)) />
                <Route path=word(SessionPage::Interview) view=|| now(Page::Within(SessionPage::Interview)) />
                <Route path=word(SessionPage::Compare) view=|| now(Page::Within(SessionPage::Compare)) />
                <Route path=word(SessionPage::Decisions) view=|| now(Page::Within(SessionPage::Decisions)) />
                <Route path=word(SessionPage::People) view=|| now(Page::Within(SessionPage::People)) />
                <Route path=word(SessionPage::Assess) view=|| now(Page::Within(SessionPage::Assess)) />
                <Route path=(word(SessionPage::Quick), ParamSegment("practice")) view=|| now(Page::Within(SessionPage::Quick)) />
                <Route path=(word(SessionPage::Full), ParamSegment("practice")) view=|| now(Page::Within(SessionPage::Full)) />
                <Route path=word(SessionPage::Evidence) view=|| now(Page::Within(SessionPage::Evidence)) />
                <Route path=word(SessionPage::Results) view=|| now(Page::Within(SessionPage::Results)) />
                <Route path=word(SessionPage::Duties) view=|| now(Page::Within(SessionPage::Duties)) />
                <Route path=word(SessionPage::Frameworks) view=|| now(Page::Within(SessionPage::Frameworks)) />
                <Route path=word(SessionPage::Report) view=|| now(Page::Within(SessionPage::Report)) />
                <Route path=word(SessionPage::Board) view=|| now(Page::Within(SessionPage::Board)) />
                <Route path=word(SessionPage::Agenda) view=|| now(Page::Within(SessionPage::Agenda)) />
                <Route path=word(SessionPage::Check) view=|| now(Page::Within(SessionPage::Check)) />
                <Route path=word(SessionPage::Search) view=|| now(Page::Within(SessionPage::Search)) />
                <Route path=word(SessionPage::Share) view=|| now(Page::Within(SessionPage::Share)) />
                <Route path=word(SessionPage::Request) view=|| now(Page::Within(SessionPage::Request)) />
                <Route path=word(SessionPage::Answer) view=|| now(Page::Within(SessionPage::Answer)) />
            </ParentRoute>
        </Routes>
    }
}
