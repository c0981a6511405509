//! Every address of an open session: its pages, the step of the way that each belongs to, and links to them. The router, the bar of
//! steps, the navigation beside pages and all links are made from this, so that they can't disagree.
//!
//! The words of addresses were released: bookmarks hold them, so they stay.

use std::fmt::{self, Display};

use crate::model::{IndicatorId, PracticeId};
use crate::store::Slot;

/// A step of the way through an assessment, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// What is assessed, and by whom.
    SetUp,
    /// How much is enough.
    Targets,
    /// Where one stands.
    Assess,
    /// What follows.
    Results,
    /// What others get of it.
    Share,
}

impl Step {
    /// All steps, in their order.
    pub const ALL: [Self; 5] = [Self::SetUp, Self::Targets, Self::Assess, Self::Results, Self::Share];

    /// The page that a step begins with.
    pub const fn page(self) -> SessionPage {
        match self {
            Self::SetUp => SessionPage::SetUp,
            Self::Targets => SessionPage::Targets,
            Self::Assess => SessionPage::Assess,
            Self::Results => SessionPage::Results,
            Self::Share => SessionPage::Share,
        }
    }
}

/// A page of an open session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionPage {
    SetUp,
    Targets,
    Interview,
    Compare,
    Decisions,
    /// Which characteristic comes first, and where one stands against another.
    Characteristics,
    Assess,
    /// The quick pass, one practice at a time.
    Quick,
    /// The full pass, one practice at a time.
    Full,
    Evidence,
    People,
    Check,
    /// The rounds, and beginning another.
    Rounds,
    /// Confirming what earlier rounds say.
    Confirm,
    Results,
    /// What law and contracts demand.
    Duties,
    Frameworks,
    /// What became of things since the round before.
    Since,
    /// Where one stands among others.
    Benchmark,
    /// Everything behind the figures, for somebody who did not answer.
    Reader,
    Report,
    /// The slides.
    Board,
    Agenda,
    /// What to do, by whom and until when.
    Plan,
    Share,
    /// What a review found.
    Review,
    /// Questions for somebody else.
    Request,
    /// The questions that somebody else was asked.
    Answer,
    Search,
}

impl SessionPage {
    /// All pages.
    pub const ALL: [Self; 29] = [
        Self::SetUp,
        Self::Targets,
        Self::Interview,
        Self::Compare,
        Self::Decisions,
        Self::Characteristics,
        Self::Assess,
        Self::Quick,
        Self::Full,
        Self::Evidence,
        Self::People,
        Self::Check,
        Self::Rounds,
        Self::Confirm,
        Self::Results,
        Self::Duties,
        Self::Frameworks,
        Self::Since,
        Self::Benchmark,
        Self::Reader,
        Self::Report,
        Self::Board,
        Self::Agenda,
        Self::Plan,
        Self::Share,
        Self::Review,
        Self::Request,
        Self::Answer,
        Self::Search,
    ];

    /// The pages that stand side by side in the step of assessing.
    pub const ASSESSING: [Self; 5] = [Self::Assess, Self::Evidence, Self::People, Self::Check, Self::Rounds];

    /// Its first word in an address.
    pub const fn word(self) -> &'static str {
        match self {
            Self::SetUp => "setup",
            Self::Targets => "targets",
            Self::Interview => "interview",
            Self::Compare => "compare",
            Self::Decisions => "decisions",
            Self::Characteristics => "characteristics",
            Self::Assess => "assess",
            Self::Quick => "quick",
            Self::Full => "full",
            Self::Evidence => "evidence",
            Self::People => "people",
            Self::Check => "check",
            Self::Rounds => "rounds",
            Self::Confirm => "confirm",
            Self::Results => "results",
            Self::Duties => "duties",
            Self::Frameworks => "frameworks",
            Self::Since => "since",
            Self::Benchmark => "benchmark",
            Self::Reader => "reader",
            Self::Report => "report",
            Self::Board => "board",
            Self::Agenda => "agenda",
            Self::Plan => "plan",
            Self::Share => "share",
            Self::Review => "review",
            Self::Request => "envelope",
            Self::Answer => "answer",
            Self::Search => "search",
        }
    }

    /// Whether it shows one practice, which its address names.
    pub const fn is_of_practice(self) -> bool {
        matches!(self, Self::Quick | Self::Full)
    }

    /// Whether all that can be said on it belongs to a round: where that is closed, nothing on it can be changed.
    pub const fn is_of_round(self) -> bool {
        matches!(self, Self::Quick | Self::Full | Self::Confirm)
    }

    /// The step it belongs to; none for what stands beside the way.
    pub const fn step(self) -> Option<Step> {
        match self {
            Self::SetUp => Some(Step::SetUp),
            Self::Targets | Self::Interview | Self::Compare | Self::Decisions | Self::Characteristics => Some(Step::Targets),
            Self::Assess
            | Self::Quick
            | Self::Full
            | Self::Evidence
            | Self::People
            | Self::Check
            | Self::Rounds
            | Self::Confirm => Some(Step::Assess),
            Self::Results
            | Self::Duties
            | Self::Frameworks
            | Self::Since
            | Self::Benchmark
            | Self::Reader
            | Self::Report
            | Self::Board
            | Self::Agenda
            | Self::Plan => Some(Step::Results),
            Self::Share | Self::Review | Self::Request => Some(Step::Share),
            Self::Answer | Self::Search => None,
        }
    }

    /// The page that the first word of an address within a session names. Without a word it is the first one.
    pub fn from_word(word: &str) -> Option<Self> {
        if word.is_empty() {
            return Some(Self::SetUp);
        }
        Self::ALL.into_iter().find(|page| page.word() == word)
    }

    /// The page that the path of an address of the app leads to; none outside of sessions.
    pub fn of_path(path: &str) -> Option<Self> {
        let mut words = path.split('/').skip_while(|word| *word != "s").skip(1);
        words.next()?;
        Self::from_word(words.next().unwrap_or_default())
    }

    /// The address of the page for one practice.
    pub fn of(self, practice: &PracticeId) -> Address {
        Address(format!("{}/{practice}", self.word()))
    }

    /// The address of a place on the page.
    pub fn at(self, place: impl Display) -> Address {
        Address(format!("{}?at={place}", self.word()))
    }
}

/// Said in the address of the slides where one came from the results: one goes back there.
pub const FROM_RESULTS: &str = "results";

/// An address within a session, as `full/PRACTICE?at=INDICATOR`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address(String);

impl Address {
    /// The place of an indicator in the full pass.
    pub fn of_indicator(practice: &PracticeId, indicator: &IndicatorId) -> Self {
        Self(format!("{}/{practice}?at={indicator}", SessionPage::Full.word()))
    }

    /// The address that was remembered as text, if it leads to a page that there is: what is stored may be anything.
    pub fn parse(text: &str) -> Option<Self> {
        let path = text.split(['?', '#']).next().unwrap_or_default();
        let mut words = path.split('/');
        let page = SessionPage::from_word(words.next().unwrap_or_default())?;
        let practice = words.next().filter(|word| !word.is_empty());
        let is_there = match practice {
            Some(practice) => page.is_of_practice() && PracticeId::try_from(practice).is_ok(),
            None => !page.is_of_practice(),
        };
        (is_there && words.next().is_none()).then(|| Self(text.to_owned()))
    }

    /// Its path from the root of the app, in the session of a slot; for the router, which adds where the app is hosted.
    pub fn path_in(&self, slot: &Slot) -> String {
        format!("/s/{slot}/{}", self.0)
    }
}

impl From<SessionPage> for Address {
    fn from(page: SessionPage) -> Self {
        Self(page.word().to_owned())
    }
}

impl Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_is_found_by_its_word_and_no_two_share_one() {
        for page in SessionPage::ALL {
            assert_eq!(SessionPage::from_word(page.word()), Some(page));
        }
        assert_eq!(SessionPage::from_word("elsewhere"), None);
    }

    #[test]
    fn every_step_begins_with_a_page_of_its_own() {
        for step in Step::ALL {
            assert_eq!(step.page().step(), Some(step));
        }
        assert!(SessionPage::ASSESSING.iter().all(|page| page.step() == Some(Step::Assess)));
    }

    #[test]
    fn the_page_of_a_path_is_found_below_any_host() {
        assert_eq!(SessionPage::of_path("/plumbline/s/one/quick/governance.strategy.program"), Some(SessionPage::Quick));
        assert_eq!(SessionPage::of_path("/s/one"), Some(SessionPage::SetUp));
        assert_eq!(SessionPage::of_path("/settings"), None);
        assert_eq!(SessionPage::of_path("/s"), None);
    }

    #[test]
    fn only_addresses_that_lead_somewhere_are_remembered() {
        for good in ["", "results?sort=stake", "full/a.b?at=a.b.l1.c", "targets#x"] {
            assert!(Address::parse(good).is_some(), "{good}");
        }
        for bad in ["nowhere", "full", "full/", "full/%%", "results/x", "quick/a/b", "\u{0}", "../settings"] {
            assert!(Address::parse(bad).is_none(), "{bad}");
        }
    }
}
