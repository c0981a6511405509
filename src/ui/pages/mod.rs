//! The pages, one per step of the way.

mod about;
pub mod assess;
mod contents;
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
pub mod workspaces;

pub use contents::{BESIDE, FIRST, GUIDANCE, QUICK};

use crate::ui::routes::SessionPage;
use crate::ui::shell::parts::Part;

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
    /// Assessments kept together, as those of one client.
    Workspaces,
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
        let words = [
            ("about", Self::About),
            ("fleet", Self::Fleet),
            ("notices", Self::Notices),
            ("settings", Self::Settings),
            ("workspaces", Self::Workspaces),
        ];
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
            Self::Workspaces => Part::Workspaces,
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
        SessionPage::Targets
        | SessionPage::Interview
        | SessionPage::Compare
        | SessionPage::Decisions
        | SessionPage::Characteristics => Part::Targets,
        SessionPage::Full
        | SessionPage::Evidence
        | SessionPage::People
        | SessionPage::Check
        | SessionPage::Rounds
        | SessionPage::Confirm => Part::Full,
        SessionPage::Results | SessionPage::Duties | SessionPage::Frameworks | SessionPage::Since | SessionPage::Benchmark => {
            Part::Results
        }
        SessionPage::Reader | SessionPage::Report | SessionPage::Board | SessionPage::Agenda => Part::Report,
        SessionPage::Plan => Part::Plan,
        SessionPage::Share | SessionPage::Review | SessionPage::Request | SessionPage::Answer => Part::Share,
        SessionPage::Search => Part::Settings,
    }
}
