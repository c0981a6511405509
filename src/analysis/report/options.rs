//! What a report shows.

use std::collections::BTreeSet;

/// A section of a report that can be left out. What was assessed, by whom and when is always there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// Where we stand against what we need.
    Standing,
    /// The few things to do.
    ToDo,
    /// Decisions about targets.
    Decisions,
    /// What nobody knows for sure.
    Open,
    /// Each practice on its own.
    Practices,
}

impl Section {
    /// All sections, in their order.
    pub const ALL: [Self; 5] = [Self::Standing, Self::ToDo, Self::Decisions, Self::Open, Self::Practices];

    /// Its name in settings and addresses.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Standing => "standing",
            Self::ToDo => "to-do",
            Self::Decisions => "decisions",
            Self::Open => "open",
            Self::Practices => "practices",
        }
    }
}

/// How much of each section is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// What one reads in a few minutes: targets and levels without single statements, and only the latest decisions.
    Short,
    /// Everything.
    Full,
}

/// What a report shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportOptions {
    /// The sections shown.
    pub sections: BTreeSet<Section>,
    /// How much of them.
    pub length: Length,
    /// Whether people are named; else they are called by their role and a number, each always the same.
    pub names: bool,
}

impl Default for ReportOptions {
    fn default() -> Self {
        Self { sections: Section::ALL.into(), length: Length::Full, names: true }
    }
}

impl ReportOptions {
    /// What a report shows until somebody chooses: what one reads in a few minutes. The annex is most of the pages.
    #[must_use]
    pub fn brief() -> Self {
        let sections = Section::ALL.into_iter().filter(|section| *section != Section::Practices).collect();
        Self { sections, length: Length::Short, names: true }
    }

    /// Whether a section is shown.
    #[must_use]
    pub fn shows(&self, section: Section) -> bool {
        self.sections.contains(&section)
    }
}
