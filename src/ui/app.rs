//! The routes, and the frame around every page.

use leptos::prelude::*;
use leptos_router::components::{A, ParentRoute, Route, Router, Routes};
use leptos_router::path;

use super::components::{NoticeBar, Visited};
use super::doors::page;
use super::inbox::Inbox;
use super::office::Office;
use super::pages::{
    AboutPage, AgendaPage, AssessPage, BoardPage, CheckPage, CompareProfilePage, DecisionsPage, EnvelopeAnswerPage,
    EnvelopeNewPage, EvidencePage, FilesAnywhere, FrameworksPage, FullPage, InterviewPage, NotFoundPage, PeoplePage, QuickPage,
    ReportPage, ResultsPage, SearchPage, SessionFrame, SetUpPage, SharePage, StartPage, TargetsPage,
};
use super::text as t;

/// The whole app.
#[component]
pub fn App() -> impl IntoView {
    let office = Office::open();
    provide_context(office);
    provide_context(Inbox::new(office));
    provide_context(Visited(StoredValue::new(false)));
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
                    {t::PLUMBLINE}
                </a>
                <A href=page::link("/about") attr:class="top-link">{t::ABOUT}</A>
            </header>
            <main id="main" tabindex="-1">
                <FilesAnywhere />
                <Routes fallback=NotFoundPage>
                    <Route path=path!("/") view=StartPage />
                    <Route path=path!("/about") view=AboutPage />
                    <ParentRoute path=path!("/s/:slot") view=SessionFrame>
                        <Route path=path!("") view=SetUpPage />
                        <Route path=path!("setup") view=SetUpPage />
                        <Route path=path!("targets") view=TargetsPage />
                        <Route path=path!("interview") view=InterviewPage />
                        <Route path=path!("compare") view=CompareProfilePage />
                        <Route path=path!("decisions") view=DecisionsPage />
                        <Route path=path!("people") view=PeoplePage />
                        <Route path=path!("assess") view=AssessPage />
                        <Route path=path!("quick/:practice") view=QuickPage />
                        <Route path=path!("full/:practice") view=FullPage />
                        <Route path=path!("evidence") view=EvidencePage />
                        <Route path=path!("results") view=ResultsPage />
                        <Route path=path!("frameworks") view=FrameworksPage />
                        <Route path=path!("report") view=ReportPage />
                        <Route path=path!("board") view=BoardPage />
                        <Route path=path!("agenda") view=AgendaPage />
                        <Route path=path!("check") view=CheckPage />
                        <Route path=path!("search") view=SearchPage />
                        <Route path=path!("share") view=SharePage />
                        <Route path=path!("envelope") view=EnvelopeNewPage />
                        <Route path=path!("answer") view=EnvelopeAnswerPage />
                    </ParentRoute>
                </Routes>
            </main>
            <NoticeBar />
        </Router>
    }
}
