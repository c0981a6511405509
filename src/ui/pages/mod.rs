//! The pages, one per step of the way.

mod about;
mod assess;
pub mod import;
mod learn;
mod practice;
mod results;
mod search;
mod set_up;
mod settings;
mod share;
mod start;
mod targets;

use leptos::prelude::*;

use crate::ui::components::NoticeBar;
use crate::ui::routes::SessionPage;

/// Every page but the first screen, with what is shown beside them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    About,
    Examples,
    Files,
    NoticeBar,
    Learn,
    LearnContents,
    LearnGlossary,
    LearnPractice,
    LearnWhole,
    Notices,
    Session,
    Settings,
    Start,
    /// A page of an open session.
    Within(SessionPage),
}

/// Makes a page.
pub fn build(page: Page) -> AnyView {
    match page {
        Page::About => about::AboutPage().into_any(),
        Page::Examples => start::examples::Examples().into_any(),
        Page::Files => import::FilesAnywhere().into_any(),
        Page::NoticeBar => NoticeBar().into_any(),
        Page::Notices => about::notices::NoticesPage().into_any(),
        Page::Learn => learn::LearnFrame().into_any(),
        Page::LearnContents => learn::contents::LearnPage().into_any(),
        Page::LearnGlossary => learn::glossary::GlossaryPage().into_any(),
        Page::LearnPractice => learn::practice::LearnPracticePage().into_any(),
        Page::LearnWhole => learn::whole::WholeBookPage().into_any(),
        Page::Session => crate::ui::shell::session_frame::SessionFrame().into_any(),
        Page::Settings => settings::SettingsPage().into_any(),
        Page::Start => start::Begin().into_any(),
        Page::Within(page) => within(page),
    }
}

/// Makes a page of an open session.
fn within(page: SessionPage) -> AnyView {
    match page {
        SessionPage::SetUp => set_up::SetUpPage().into_any(),
        SessionPage::Targets => targets::TargetsPage().into_any(),
        SessionPage::Interview => targets::interview::InterviewPage().into_any(),
        SessionPage::Compare => targets::compare::CompareProfilePage().into_any(),
        SessionPage::Decisions => targets::decisions::DecisionsPage().into_any(),
        SessionPage::People => assess::people::PeoplePage().into_any(),
        SessionPage::Assess => assess::AssessPage().into_any(),
        SessionPage::Evidence => assess::evidence::EvidencePage().into_any(),
        SessionPage::Results => results::ResultsPage().into_any(),
        SessionPage::Frameworks => results::frameworks::FrameworksPage().into_any(),
        SessionPage::Report => results::report::ReportPage().into_any(),
        SessionPage::Board => results::report::board::BoardPage().into_any(),
        SessionPage::Agenda => results::agenda::AgendaPage().into_any(),
        SessionPage::Check => assess::check::CheckPage().into_any(),
        SessionPage::Search => search::SearchPage().into_any(),
        SessionPage::Share => share::SharePage().into_any(),
        SessionPage::Request => share::request::new::RequestNewPage().into_any(),
        SessionPage::Answer => share::request::answer::RequestAnswerPage().into_any(),
        SessionPage::Quick => assess::quick::QuickPage().into_any(),
        SessionPage::Full => assess::full::FullPage().into_any(),
    }
}
