//! The words of the files that a plan leaves in.

use crate::analysis::{PlannedAction, Verdict};
use crate::exchange::PlanForm;
use crate::session::{ActionState, Work};
use crate::ui::text::en::assess::verdict;
use crate::ui::text::en::frame::how_many;
use crate::ui::text::en::plan::{PLAN, action_state, action_title, why_in_short, work};

pub const PLAN_OUT: &str = "To where you work";
pub const PLAN_OUT_HINT: &str = "The table opens in any spreadsheet. The others have the columns that the import of each tool names; we did not try them in the tools. Nothing is sent: you get a file.";
pub const PLAN_FORM: &str = "As";
pub const SAVE_PLAN: &str = "Save the plan";

/// What a form of the plan is called.
pub const fn plan_form(form: PlanForm) -> &'static str {
    match form {
        PlanForm::Csv => "Table (CSV)",
        PlanForm::Checklist => "Checklist (Markdown)",
        PlanForm::Jira => "Jira (CSV)",
        PlanForm::GitLab => "GitLab issues (CSV)",
        PlanForm::CisoAssistant => "CISO Assistant, applied controls (CSV)",
        PlanForm::DefectDojo => "DefectDojo, generic findings (CSV)",
    }
}

/// The heads of the columns of the table, in their order.
pub fn plan_head() -> [&'static str; 14] {
    [
        "id",
        "action",
        "practice",
        "state",
        "owner",
        "start",
        "due",
        "done on",
        "work",
        "cost",
        "waits for",
        "statements",
        "why",
        "note",
    ]
}

/// The names of what a description has.
pub fn plan_parts() -> [&'static str; 8] {
    ["Practice", "Owner", "Begins on", "Why", "Statements", "Cost", "Waits for", "Note"]
}

pub fn plan_heading() -> &'static str {
    PLAN
}

/// The label that what is imported bears.
pub fn plan_label() -> &'static str {
    "plumbline"
}

pub fn state_cell(state: &ActionState) -> &'static str {
    action_state(state)
}

pub fn work_cell(said: Option<Work>) -> String {
    match said {
        None => String::new(),
        Some(Work::Days(days)) => usize::try_from(days).map_or_else(|_| days.to_string(), |days| how_many(days, "day", "days")),
        Some(_) => work(said).to_owned(),
    }
}

pub fn title_cell(title: &str) -> String {
    action_title(title)
}

pub fn why_cell(planned: &PlannedAction) -> String {
    why_in_short(planned.why, planned.missing())
}

pub fn verdict_cell(said: Verdict) -> &'static str {
    verdict(said)
}
