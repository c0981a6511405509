//! An action in the forms that common tools import. The columns are those that their documentation names; what a tool has no place for
//! stands in the description. What each takes is written down, with where that was read, in `tests/data/tools`.

use super::told::{Told, day};
use crate::analysis::{Effort, WhyHere, WhyToDo};
use crate::session::{ActionState, Date, Work};

/// The columns of Jira.
pub(super) const JIRA: [&str; 5] = ["Summary", "Description", "Due Date", "Priority", "Labels"];
/// The columns of issues of GitLab.
pub(super) const GITLAB: [&str; 3] = ["title", "description", "due_date"];
/// The columns of generic findings of DefectDojo.
pub(super) const FINDING: [&str; 6] = ["Title", "Description", "Date", "Severity", "Mitigation", "Active"];
/// The columns of applied controls of CISO Assistant.
pub(super) const CONTROL: [&str; 12] = [
    "name",
    "description",
    "category",
    "ref_id",
    "status",
    "priority",
    "effort",
    "start_date",
    "eta",
    "observation",
    "filtering_labels",
    "link",
];

/// How many letters a title has at the most: fewer than each of the tools takes.
const LONGEST_TITLE: usize = 200;

impl Told<'_> {
    /// Its title in one line, no longer than tools take.
    fn headline(&self) -> String {
        let title = one_line(&self.title());
        if title.chars().count() <= LONGEST_TITLE {
            return title;
        }
        title.chars().take(LONGEST_TITLE - 1).chain(['…']).collect()
    }

    /// Everything about it but when it is due, and its title where that is longer than tools take.
    fn body(&self) -> Vec<String> {
        let title = one_line(&self.title());
        (title != self.headline()).then_some(title).into_iter().chain(self.described()).collect()
    }

    pub(super) fn jira(&self) -> [String; 5] {
        let priority = ["Highest", "High", "Medium", "Low"].get(self.weight()).copied().unwrap_or("Low");
        [self.headline(), self.body().join("\n"), day(self.action().due), priority.to_owned(), self.words.label.to_owned()]
    }

    pub(super) fn gitlab(&self) -> [String; 3] {
        [self.headline(), without_orders(&self.body().join("\n\n")), day(self.action().due)]
    }

    pub(super) fn control(&self) -> [String; 12] {
        let action = self.action();
        let status = match action.state {
            ActionState::Open => "to_do",
            ActionState::UnderWay => "in_progress",
            ActionState::Done(_) => "active",
            ActionState::Dropped(_) => "deprecated",
        };
        let effort = match (action.work, self.it.effort) {
            (Some(Work::Small), _) | (None, Effort::One) => "S",
            (Some(Work::Medium), _) | (None, Effort::Few) => "M",
            (Some(Work::Large), _) | (None, Effort::Many) => "L",
            (Some(Work::Days(..=1)), _) => "XS",
            (Some(Work::Days(2..=5)), _) => "S",
            (Some(Work::Days(6..=20)), _) => "M",
            (Some(Work::Days(21..=60)), _) => "L",
            (Some(Work::Days(_)), _) => "XL",
        };
        [
            self.headline(),
            self.body().join("\n"),
            "process".to_owned(),
            self.it.id.to_string(),
            status.to_owned(),
            (self.weight() + 1).to_string(),
            effort.to_owned(),
            day(action.start),
            day(action.due),
            self.note(),
            self.words.label.to_owned(),
            String::new(),
        ]
    }

    pub(super) fn finding(&self, today: Date) -> [String; 6] {
        let severity = ["Critical", "High", "Medium", "Low"].get(self.weight()).copied().unwrap_or("Info");
        // What is missed of a law is no hole that somebody can climb through: no finding is critical for that alone.
        let severity = if severity == "Critical" { "High" } else { severity };
        [
            self.headline(),
            self.body().join("\n"),
            today.to_string(),
            severity.to_owned(),
            self.statements().join("\n"),
            "True".to_owned(),
        ]
    }

    /// How much it weighs, from 0 for what is missed of what something outside demands to 3.
    const fn weight(&self) -> usize {
        match self.it.why {
            WhyHere::Missing(WhyToDo::BelowMinimum(_)) => 0,
            WhyHere::Missing(WhyToDo::BelowLater(..)) => 1,
            WhyHere::Missing(WhyToDo::Gap | WhyToDo::OneStep(_)) | WhyHere::ByHand => 2,
            WhyHere::Met | WhyHere::Own => 3,
        }
    }
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Words in which GitLab finds no order: there a line that begins with a stroke, such as `/close`, is carried out when it is imported.
fn without_orders(words: &str) -> String {
    let line = |line: &str| if line.trim_start().starts_with('/') { line.replacen('/', "\\/", 1) } else { line.to_owned() };
    words.replace("\r\n", "\n").split(['\n', '\r']).map(line).collect::<Vec<_>>().join("\n")
}
