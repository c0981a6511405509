//! The report: what goes in, how it will look, and the ways out of here: paper, HTML, Markdown.

pub mod board;
mod check;
mod options;
mod word;

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::{ReportOptions, report};
use crate::exchange::{Document, document_html, document_markdown, file_name, fingerprint_of, page_rules, with_ending};
use crate::session::SystemField;
use crate::ui::browser::{clock, download, page, paper};
use crate::ui::components::{PageHead, chapter_view, issue};
use crate::ui::pages::Page;
use crate::ui::pages::results::agenda::AgendaPage;
use crate::ui::pages::results::reader::ReaderPage;
use crate::ui::pages::results::report::check::CheckCode;
use crate::ui::pages::results::report::options::ReportChoices;
use crate::ui::pages::results::report::word::SaveWord;
use crate::ui::routes::SessionPage;
use crate::ui::shell::parts::Contents;
use crate::ui::state::app_state::app_state;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::state::report_options::remembered;
use crate::ui::text as t;

/// The part of the app for this step.
pub const PART: Contents = Contents::of(&[
    (Page::Within(SessionPage::Report), || ReportPage().into_any()),
    (Page::Within(SessionPage::Board), || board::BoardPage().into_any()),
    (Page::Within(SessionPage::Agenda), || AgendaPage().into_any()),
    (Page::Within(SessionPage::Reader), || ReaderPage().into_any()),
]);

/// The report of the open session as a document, with its code.
#[derive(Clone, PartialEq)]
pub struct Made {
    /// Its code.
    pub code: String,
    /// What it says.
    pub document: Arc<Document>,
}

/// Makes the report of the open session, or another form of it with `options` of its own; made anew when anything in it changes. Its
/// code is that of the `report`, in every form: it stands for the same facts.
pub fn made(open_session: OpenSession, options: Signal<ReportOptions>, report_options: Signal<ReportOptions>) -> Memo<Made> {
    Memo::new(move |_| {
        open_session.session.track();
        open_session.assessment(|assessment| {
            options.with(|options| {
                let code = report_options.with(|of_report| fingerprint_of(assessment, of_report)).unwrap_or_default();
                let report = report(assessment, clock::today(), options, t::tag());
                Made { document: Arc::new(t::report_document(&report, &code)), code }
            })
        })
    })
}

/// The report.
#[component]
pub fn ReportPage() -> impl IntoView {
    let open_session = open_session();
    let options = RwSignal::new(remembered());
    let made = made(open_session, options.into(), options.into());
    paper::lay_out(move || made.with(|made| page_rules(&made.document.running, &made.document.page)));
    let print = move |_| {
        issue(open_session, &made.get_untracked().code);
        // Whoever can't print from here uses the browser's own way.
        let _ = page::print();
    };
    let save = move |ending: &'static str, media: &'static str, write: fn(&Document) -> String| {
        let made = made.get_untracked();
        let system = open_session.session.with_untracked(|session| session.system(SystemField::Name).to_owned());
        let name = with_ending(&file_name(&system, clock::today()), &format!("-{}.{ending}", t::REPORT_FILE));
        let done = download::download(&name, media, &write(&made.document)).is_ok();
        if done {
            issue(open_session, &made.code);
        }
        app_state().say(if done { t::exported(&name) } else { t::CANT_DOWNLOAD.to_owned() }, None);
    };
    let preview = move || {
        let made = made.get();
        let chapters: Vec<_> = made.document.chapters.iter().map(chapter_view).collect();
        let end: Vec<_> = made.document.end.iter().map(|line| view! { <p class="hint" dir="auto">{line.clone()}</p> }).collect();
        view! {
            <p class="above" dir="auto">{made.document.running.clone()}</p>
            <p class="report-title" dir="auto">{made.document.title.clone()}</p>
            {chapters}
            {end}
        }
    };
    view! {
        <PageHead title=t::title(SessionPage::Report).to_owned() above=t::REPORT_ABOVE.to_owned() />
        <p class="lead">{t::REPORT_LEAD}</p>
        <ReportChoices options />
        <section class="card">
            <h2>{t::REPORT_CODE}</h2>
            <p><output class="report-code"><code>{move || made.with(|made| made.code.clone())}</code></output></p>
            <p class="hint">{t::REPORT_CODE_HINT}</p>
            <div class="actions">
                <button type="button" class="button primary" on:click=print>{t::PRINT}</button>
                <button type="button" class="button" on:click=move |_| save("html", "text/html", document_html)>{t::SAVE_HTML}</button>
                <button type="button" class="button" on:click=move |_| save("md", "text/markdown", document_markdown)>{t::SAVE_MARKDOWN}</button>
                <A href=open_session.link(SessionPage::Board) attr:class="button">{t::SHOW_BOARD}</A>
                <A href=open_session.link(SessionPage::Agenda) attr:class="button">{t::MAKE_AGENDA}</A>
            </div>
        </section>
        <SaveWord made />
        <CheckCode />
        <section class="card wide report-preview" aria-label=t::REPORT_PREVIEW>{preview}</section>
    }
}
