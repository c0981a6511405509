//! The pages, one per step of the way.

mod about;
mod assess;
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

/// Every page but the first screen, with what is shown beside them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    About,
    Agenda,
    Answer,
    Assess,
    Board,
    Check,
    Compare,
    Decisions,
    Request,
    Evidence,
    Examples,
    Files,
    Frameworks,
    Full,
    Interview,
    NoticeBar,
    Learn,
    LearnContents,
    LearnGlossary,
    LearnPractice,
    LearnWhole,
    Notices,
    People,
    Quick,
    Report,
    Results,
    Search,
    Session,
    SetUp,
    Settings,
    Share,
    Start,
    Targets,
}

/// Makes a page.
pub fn build(page: Page) -> AnyView {
    match page {
        Page::About => about::AboutPage().into_any(),
        Page::Agenda => results::agenda::AgendaPage().into_any(),
        Page::Answer => share::request::answer::RequestAnswerPage().into_any(),
        Page::Assess => assess::AssessPage().into_any(),
        Page::Board => results::report::board::BoardPage().into_any(),
        Page::Check => assess::check::CheckPage().into_any(),
        Page::Compare => targets::compare::CompareProfilePage().into_any(),
        Page::Decisions => targets::decisions::DecisionsPage().into_any(),
        Page::Request => share::request::new::RequestNewPage().into_any(),
        Page::Examples => start::examples::Examples().into_any(),
        Page::Evidence => assess::evidence::EvidencePage().into_any(),
        Page::Files => share::import::FilesAnywhere().into_any(),
        Page::Frameworks => results::frameworks::FrameworksPage().into_any(),
        Page::Full => assess::full::FullPage().into_any(),
        Page::Interview => targets::interview::InterviewPage().into_any(),
        Page::NoticeBar => NoticeBar().into_any(),
        Page::Notices => about::notices::NoticesPage().into_any(),
        Page::Learn => learn::LearnFrame().into_any(),
        Page::LearnContents => learn::contents::LearnPage().into_any(),
        Page::LearnGlossary => learn::glossary::GlossaryPage().into_any(),
        Page::LearnPractice => learn::practice::LearnPracticePage().into_any(),
        Page::LearnWhole => learn::whole::WholeBookPage().into_any(),
        Page::People => assess::people::PeoplePage().into_any(),
        Page::Quick => assess::quick::QuickPage().into_any(),
        Page::Report => results::report::ReportPage().into_any(),
        Page::Results => results::ResultsPage().into_any(),
        Page::Search => search::SearchPage().into_any(),
        Page::Session => crate::ui::shell::session_frame::SessionFrame().into_any(),
        Page::SetUp => set_up::SetUpPage().into_any(),
        Page::Settings => settings::SettingsPage().into_any(),
        Page::Share => share::SharePage().into_any(),
        Page::Start => start::Begin().into_any(),
        Page::Targets => targets::TargetsPage().into_any(),
    }
}
