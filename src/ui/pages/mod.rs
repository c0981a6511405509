//! The pages, one per step of the way.

mod about;
pub mod assess;
pub mod fleet;
pub mod import;
pub mod learn;
pub mod plan;
mod practice;
pub mod results;
mod search;
pub mod set_up;
mod settings;
pub mod share;
pub mod start;
pub mod targets;

use leptos::prelude::*;

use crate::ui::components::NoticeBar;
use crate::ui::pages::assess::AssessPage;
use crate::ui::pages::assess::first_question::FirstQuestion;
use crate::ui::pages::assess::quick::QuickPage;
use crate::ui::routes::SessionPage;
use crate::ui::shell::parts::{Contents, Part};
use crate::ui::shell::session_frame::SessionFrame;
use crate::ui::state::app_state::app_state;

/// Every page but the first screen, with what is shown beside them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    About,
    /// What can be begun on the start page.
    Begin,
    /// Beginning with the answer to the first question.
    BeginAnswered,
    Examples,
    Files,
    /// The first question of the quick pass, before there is an assessment.
    FirstQuestion,
    /// Many assessments side by side.
    Fleet,
    /// What leads there from the start page.
    FleetLink,
    /// The way on in the full pass, on Assess.
    FullNext,
    NoticeBar,
    Learn,
    LearnContents,
    LearnGlossary,
    LearnPractice,
    LearnWhole,
    Notices,
    /// Where each practice stands, on Assess.
    Practices,
    /// Beginning with a profile, on the start page.
    ProfileLink,
    Session,
    Settings,
    /// What is here already, on the start page.
    Start,
    /// A page of an open session.
    Within(SessionPage),
}

impl Page {
    /// The page that an address leads to, the start page aside.
    pub fn of_path(path: &str) -> Option<Self> {
        match SessionPage::of_path(path) {
            Some(page) => Some(Self::Within(page)),
            None if path.contains("/learn") => Some(Self::Learn),
            None => path.rsplit('/').next().and_then(Self::beside),
        }
    }

    /// The page beside the way that a word of an address names.
    pub fn beside(word: &str) -> Option<Self> {
        let words = [("about", Self::About), ("fleet", Self::Fleet), ("notices", Self::Notices), ("settings", Self::Settings)];
        words.into_iter().find(|(its, _)| *its == word).map(|(_, page)| page)
    }

    /// The part that has what stands further down on it and may come later.
    pub const fn rest(self) -> Option<Part> {
        match self {
            Self::Within(SessionPage::Assess) => Some(Part::Assess),
            _ => None,
        }
    }

    /// The part of the app that has it.
    pub const fn part(self) -> Part {
        match self {
            Self::FirstQuestion => Part::First,
            Self::Begin | Self::BeginAnswered | Self::NoticeBar | Self::Session => Part::Quick,
            Self::Examples | Self::FleetLink | Self::Start => Part::Start,
            Self::Files => Part::Share,
            Self::Fleet => Part::Fleet,
            Self::ProfileLink => Part::Guidance,
            Self::FullNext | Self::Practices => Part::Assess,
            Self::Learn | Self::LearnContents | Self::LearnGlossary | Self::LearnPractice | Self::LearnWhole => Part::Learn,
            Self::About | Self::Notices | Self::Settings => Part::Settings,
            Self::Within(page) => part_of(page),
        }
    }
}

const fn part_of(page: SessionPage) -> Part {
    match page {
        SessionPage::Quick | SessionPage::Assess => Part::Quick,
        SessionPage::SetUp => Part::SetUp,
        SessionPage::Targets | SessionPage::Interview | SessionPage::Compare | SessionPage::Decisions => Part::Targets,
        SessionPage::Full
        | SessionPage::Evidence
        | SessionPage::People
        | SessionPage::Check
        | SessionPage::Rounds
        | SessionPage::Confirm => Part::Full,
        SessionPage::Results | SessionPage::Duties | SessionPage::Frameworks => Part::Results,
        SessionPage::Report | SessionPage::Board | SessionPage::Agenda => Part::Report,
        SessionPage::Plan => Part::Plan,
        SessionPage::Share | SessionPage::Request | SessionPage::Answer => Part::Share,
        SessionPage::Search => Part::Settings,
    }
}

/// The first question, before there is an assessment.
pub const FIRST: Contents =
    Contents { begin: crate::ui::state::begin, pages: &[(Page::FirstQuestion, || FirstQuestion().into_any())] };

/// What the way on from the first question needs, from several steps of the way: the state that all pages share, beginning, the frame,
/// the way to the quick pass, the quick pass.
pub const QUICK: Contents = Contents {
    begin: crate::ui::state::open,
    pages: &[
        (Page::Begin, || start::Begin().into_any()),
        (Page::BeginAnswered, || start::answered::BeginAnswered().into_any()),
        (Page::NoticeBar, || NoticeBar().into_any()),
        (Page::Session, || SessionFrame().into_any()),
        (Page::Within(SessionPage::Assess), || AssessPage().into_any()),
        (Page::Within(SessionPage::Quick), || QuickPage().into_any()),
    ],
};

/// What stands beside the way: settings, what this is, the search.
pub const BESIDE: Contents = Contents {
    begin: || app_state().clear_bin(),
    pages: &[
        (Page::Settings, || settings::SettingsPage().into_any()),
        (Page::About, || about::AboutPage().into_any()),
        (Page::Notices, || about::notices::NoticesPage().into_any()),
        (Page::Within(SessionPage::Search), || search::SearchPage().into_any()),
    ],
};

/// What is hosted beside the models, for all pages; and beginning with it.
pub const GUIDANCE: Contents =
    Contents { begin: crate::ui::state::complete, pages: &[(Page::ProfileLink, || start::new::ProfileLink().into_any())] };
