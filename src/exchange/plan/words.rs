//! The words of the files that a plan leaves in, and the columns of its table.

use crate::analysis::{PlannedAction, Verdict, WhyHere};
use crate::session::{ActionState, Work};

/// The words of these files.
#[derive(Clone, Copy)]
pub struct PlanWords {
    /// The head of a column of the table. No two are the same: a table is read back by them.
    pub head: fn(PlanColumn) -> &'static str,
    /// How far an action is. No two are the same.
    pub state: fn(&ActionState) -> &'static str,
    /// How much work it is. No two are the same.
    pub work: fn(Option<Work>) -> String,
    /// What an action without a title is called.
    pub title: fn(&str) -> String,
    /// Why it stands where it does.
    pub why: fn(&PlannedAction) -> String,
    /// What its statements rest on, as sentences after why it stands there: actions, of which one more comes than is told where there are others,
    /// and statements that no action is for.
    pub rests_on: fn(WhyHere, &[String], &[String]) -> String,
    /// What is said about a statement.
    pub verdict: fn(Verdict) -> String,
    /// The names of what a description has: practice, owner, start, why, statements, cost, waits for, note.
    pub parts: [&'static str; 8],
    /// The heading of the list to tick off.
    pub heading: &'static str,
    /// The category of what is imported, as a label there.
    pub label: &'static str,
    /// What the day is called on which a piece of evidence is to be renewed, by what that is called.
    pub renew: fn(&str) -> String,
    /// What the day of the next round is called in a calendar, with the name of the system.
    pub next_round: fn(&str) -> String,
}

/// A column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PlanColumn {
    /// By which a row is found again.
    Id,
    /// What is to be done.
    Title,
    /// The practice it is for; only told.
    Practice,
    /// How far it is.
    State,
    /// Who sees to it.
    Owner,
    /// The day on which it begins.
    Start,
    /// The day by which it is to be done.
    Due,
    /// The day on which it was done.
    DoneOn,
    /// How much work it is.
    Work,
    /// What it costs.
    Cost,
    /// What has to be done before; only told.
    WaitsFor,
    /// What it will satisfy; only told.
    Statements,
    /// Why it stands where it does; only told.
    Why,
    /// Why it was dropped.
    DroppedBecause,
    /// What else there is to say.
    Note,
}

impl PlanColumn {
    /// All, in their order.
    pub const ALL: [Self; 15] = [
        Self::Id,
        Self::Title,
        Self::Practice,
        Self::State,
        Self::Owner,
        Self::Start,
        Self::Due,
        Self::DoneOn,
        Self::Work,
        Self::Cost,
        Self::WaitsFor,
        Self::Statements,
        Self::Why,
        Self::DroppedBecause,
        Self::Note,
    ];

    /// Whether its cells are days.
    #[must_use]
    pub const fn has_days(self) -> bool {
        matches!(self, Self::Start | Self::Due | Self::DoneOn)
    }
}
