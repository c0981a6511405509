//! The pages, one per step of the way.

mod about;
mod agenda;
mod assess;
mod assess_editions;
mod assess_list;
mod assess_nav;
mod assess_stale;
mod board;
mod check;
mod compare_profile;
mod decisions;
mod discussions;
mod envelope_answer;
mod envelope_new;
mod envelope_practices;
mod envelope_sheet;
mod evidence;
mod evidence_form;
mod evidence_here;
mod first_screen;
mod frameworks;
mod frameworks_items;
mod full;
mod full_former;
mod full_guard;
mod full_keys;
mod full_level;
mod full_more;
mod full_onward;
mod full_override;
mod full_standing;
mod full_statement;
mod gap_address;
mod import;
mod import_decide;
mod import_fold;
mod import_ready;
mod interview;
mod interview_rules;
mod learn;
mod learn_contents;
mod learn_find;
mod learn_glossary;
mod learn_practice;
mod learn_sheet;
mod learn_whole;
mod load_profile;
mod not_found;
mod notices;
mod one_step_wins;
mod own_indicators;
mod own_profile;
mod people;
mod people_assign;
mod people_assign_list;
mod people_disputes;
mod people_plan;
mod people_views;
mod practice_former;
mod practice_parts;
mod quick;
mod report;
mod report_check;
mod report_options;
mod results;
mod results_figure;
mod results_filter;
mod results_gaps;
mod results_keys;
mod results_more;
mod results_pictures;
mod results_row;
mod results_summary;
mod results_table;
mod results_twin;
mod results_why;
mod results_why_current;
mod results_why_target;
mod scale_help;
mod search;
mod session_frame;
mod set_up;
mod set_up_parts;
mod set_up_people;
mod settings;
mod settings_backups;
mod settings_bin;
mod settings_storage;
mod share;
mod start;
mod start_examples;
mod start_list;
mod start_new;
mod target_card;
mod target_decision;
mod target_hints;
mod target_minimum;
mod target_more;
mod target_obligations;
mod target_words;
mod targets;
mod whereabouts;

pub use first_screen::FirstScreen;
pub use not_found::NotFoundPage;

use leptos::prelude::*;

use super::components::NoticeBar;

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
    Envelope,
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
        Page::Agenda => agenda::AgendaPage().into_any(),
        Page::Answer => envelope_answer::EnvelopeAnswerPage().into_any(),
        Page::Assess => assess::AssessPage().into_any(),
        Page::Board => board::BoardPage().into_any(),
        Page::Check => check::CheckPage().into_any(),
        Page::Compare => compare_profile::CompareProfilePage().into_any(),
        Page::Decisions => decisions::DecisionsPage().into_any(),
        Page::Envelope => envelope_new::EnvelopeNewPage().into_any(),
        Page::Examples => start_examples::Examples().into_any(),
        Page::Evidence => evidence::EvidencePage().into_any(),
        Page::Files => import::FilesAnywhere().into_any(),
        Page::Frameworks => frameworks::FrameworksPage().into_any(),
        Page::Full => full::FullPage().into_any(),
        Page::Interview => interview::InterviewPage().into_any(),
        Page::NoticeBar => NoticeBar().into_any(),
        Page::Notices => notices::NoticesPage().into_any(),
        Page::Learn => learn::LearnFrame().into_any(),
        Page::LearnContents => learn_contents::LearnPage().into_any(),
        Page::LearnGlossary => learn_glossary::GlossaryPage().into_any(),
        Page::LearnPractice => learn_practice::LearnPracticePage().into_any(),
        Page::LearnWhole => learn_whole::WholeBookPage().into_any(),
        Page::People => people::PeoplePage().into_any(),
        Page::Quick => quick::QuickPage().into_any(),
        Page::Report => report::ReportPage().into_any(),
        Page::Results => results::ResultsPage().into_any(),
        Page::Search => search::SearchPage().into_any(),
        Page::Session => session_frame::SessionFrame().into_any(),
        Page::SetUp => set_up::SetUpPage().into_any(),
        Page::Settings => settings::SettingsPage().into_any(),
        Page::Share => share::SharePage().into_any(),
        Page::Start => start::Begin().into_any(),
        Page::Targets => targets::TargetsPage().into_any(),
    }
}
