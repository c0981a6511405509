//! The routes, and the frame around every page.

use leptos::prelude::*;
use leptos_router::components::{A, ParentRoute, Route, Router, Routes};
use leptos_router::hooks::use_location;
use leptos_router::{ParamSegment, PartialPathMatch, PathSegment, PossibleRouteMatch, path};

use crate::ui::browser::files::Source;
use crate::ui::browser::{host_events, page};
use crate::ui::components::{LearnLink, UpdateNotice, Visited};
use crate::ui::pages::Page;
use crate::ui::routes::SessionPage;
use crate::ui::shell::first_screen::FirstScreen;
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
    host_events::on_somebody(move || parts.load_what_is_near());
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
        page::end_meanwhile();
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

/// The part of an address that names a page of a session. There are many of them: a route for each would be code for each.
#[derive(Clone, Copy, Debug)]
struct PageWord {
    /// Whether it names the pages of which there is one for each practice, or the others.
    is_of_practice: bool,
}

impl PossibleRouteMatch for PageWord {
    fn optional(&self) -> bool {
        false
    }

    fn test<'a>(&self, path: &'a str) -> Option<PartialPathMatch<'a>> {
        let found = ParamSegment("page").test(path)?;
        let page = SessionPage::from_word(found.matched().trim_start_matches('/'))?;
        (page.is_of_practice() == self.is_of_practice).then_some(found)
    }

    fn generate_path(&self, path: &mut Vec<PathSegment>) {
        ParamSegment("page").generate_path(path);
    }
}

/// The part of an address that names a page beside the way.
#[derive(Clone, Copy, Debug)]
struct BesideWord;

impl PossibleRouteMatch for BesideWord {
    fn optional(&self) -> bool {
        false
    }

    fn test<'a>(&self, path: &'a str) -> Option<PartialPathMatch<'a>> {
        ParamSegment("page").test(path).filter(|found| Page::beside(found.matched().trim_start_matches('/')).is_some())
    }

    fn generate_path(&self, path: &mut Vec<PathSegment>) {
        ParamSegment("page").generate_path(path);
    }
}

/// The page beside the way that the address names. While one leaves, it stays the one that was last named.
fn page_beside() -> impl IntoView {
    let path = use_location().pathname;
    let page = Memo::new(move |before: Option<&Option<Page>>| {
        let named = path.with(|path| path.rsplit('/').next().and_then(Page::beside));
        named.or(before.copied().flatten())
    });
    move || page.get().map(now)
}

/// The page of a session that the address names. While one leaves for an address of another route, it stays the one that was last named.
fn page_within(is_of_practice: bool) -> impl IntoView {
    let path = use_location().pathname;
    let page = Memo::new(move |before: Option<&Option<SessionPage>>| {
        let named = path.with(|path| SessionPage::of_path(path)).filter(|page| page.is_of_practice() == is_of_practice);
        named.or(before.copied().flatten())
    });
    move || page.get().map(|page| now(Page::Within(page)))
}

/// All pages, each as soon as its address is asked for.
fn pages_of_the_app() -> impl IntoView {
    view! {
        {beside(Page::Files)}
        <Routes fallback=NotFoundPage>
            <Route path=path!("/") view=FirstScreen />
            <ParentRoute path=path!("/learn") view=|| now(Page::Learn)>
                <Route path=path!("") view=|| now(Page::LearnContents) />
                <Route path=path!("glossary") view=|| now(Page::LearnGlossary) />
                <Route path=path!("all") view=|| now(Page::LearnWhole) />
                <Route path=path!(":practice") view=|| now(Page::LearnPractice) />
            </ParentRoute>
            <Route path=BesideWord view=page_beside />
            <ParentRoute path=path!("/s/:slot") view=|| now(Page::Session)>
                <Route path=path!("") view=|| now(Page::Within(SessionPage::SetUp)) />
                <Route path=PageWord { is_of_practice: false } view=|| page_within(false) />
                <Route path=(PageWord { is_of_practice: true }, ParamSegment("practice")) view=|| page_within(true) />
            </ParentRoute>
        </Routes>
    }
}
