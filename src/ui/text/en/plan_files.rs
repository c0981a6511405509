//! The words of the files that a plan leaves in.

use crate::analysis::{PlannedAction, Verdict};
use crate::exchange::{ChangedCell, DayOrder, NotAPlan, NotRead, PlanColumn, PlanForm, UnknownRow, WhyNotRead};
use crate::session::{ActionState, Work};
use crate::ui::text::en::assess::verdict;
use crate::ui::text::en::frame::how_many;
use crate::ui::text::en::opening::CANT_READ_FILE;
use crate::ui::text::en::plan::{PLAN, action_state, action_title, why_in_short, work};

pub const PLAN_OUT: &str = "To where you work";
pub const PLAN_OUT_HINT: &str = "The table opens in any spreadsheet and can be read back below. The calendar has what is due, evidence to renew and the next round. The others have the \
    columns that the import of each tool names; we did not try them in the tools. Nothing is sent: you get a file.";
pub const NOTHING_FOR_FORM: &str = "There is nothing in the plan for this yet.";
pub const PLAN_FORM: &str = "As";
pub const SAVE_PLAN: &str = "Save the plan";

/// What a form of the plan is called.
pub const fn plan_form(form: PlanForm) -> &'static str {
    match form {
        PlanForm::Csv => "Table (CSV)",
        PlanForm::Calendar => "Calendar (iCalendar)",
        PlanForm::Checklist => "Checklist (Markdown)",
        PlanForm::Jira => "Jira (CSV)",
        PlanForm::GitLab => "GitLab issues (CSV)",
        PlanForm::CisoAssistant => "CISO Assistant, applied controls (CSV)",
        PlanForm::DefectDojo => "DefectDojo, generic findings (CSV)",
    }
}

/// The head of a column of the table.
pub const fn plan_column(column: PlanColumn) -> &'static str {
    match column {
        PlanColumn::Id => "id",
        PlanColumn::Title => "action",
        PlanColumn::Practice => "practice",
        PlanColumn::State => "state",
        PlanColumn::Owner => "owner",
        PlanColumn::Start => "start",
        PlanColumn::Due => "due",
        PlanColumn::DoneOn => "done on",
        PlanColumn::Work => "work",
        PlanColumn::Cost => "cost",
        PlanColumn::WaitsFor => "waits for",
        PlanColumn::Statements => "statements",
        PlanColumn::Why => "why",
        PlanColumn::DroppedBecause => "dropped because",
        PlanColumn::Note => "note",
    }
}

/// What the last day of a piece of evidence is called in a calendar.
pub fn renew_in_calendar(title: &str) -> String {
    if title.is_empty() { "Plumbline: renew evidence".to_owned() } else { format!("Plumbline: renew evidence: {title}") }
}

/// What the day of the next round is called in a calendar.
pub fn next_round_in_calendar(system: &str) -> String {
    if system.is_empty() { "Plumbline: next round".to_owned() } else { format!("Plumbline: next round for {system}") }
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

pub fn verdict_cell(said: Verdict) -> String {
    verdict(said)
}

pub const TABLE_BACK: &str = "A changed table, back in";
pub const TABLE_BACK_HINT: &str = "Change the saved table in a spreadsheet, save it as CSV and choose it here. You see first what would change. Taken from it are: \
    action, state, owner, start, due, done on, work, cost, dropped because and note. The other columns are only for reading. Leave the column id as it is.";
pub const CHOOSE_TABLE: &str = "Choose a changed table";
pub const TAKE_TABLE: &str = "Make the ticked changes";
pub const LEAVE_TABLE: &str = "Change nothing";
pub const DAYS_WRITTEN: &str = "How your spreadsheet writes days";

/// How days are written, to choose from.
pub const fn day_order(days: DayOrder) -> &'static str {
    match days {
        DayOrder::NotSaid => "year first: 2027-12-31",
        DayOrder::DayFirst => "day first: 31.12.2027",
        DayOrder::MonthFirst => "month first: 12/31/2027",
    }
}

/// What a table would change, as a heading.
pub fn table_would_change(file: &str, changed: usize) -> String {
    match changed {
        0 => format!("“{file}” changes nothing in the plan."),
        changed => format!("“{file}” would change {}.", how_many(changed, "action", "actions")),
    }
}

/// A cell that would change.
pub fn changed_cell(cell: &ChangedCell) -> String {
    let (column, before, after) = (plan_column(cell.column), &cell.before, &cell.after);
    match (before.is_empty(), after.is_empty()) {
        (true, _) => format!("{column}: “{after}” is new"),
        (false, true) => format!("{column}: “{before}” goes away"),
        (false, false) => format!("{column}: “{before}” becomes “{after}”"),
    }
}

/// That cells or rows can't be read.
pub fn not_read_in(file: &str, count: usize) -> String {
    let what = how_many(
        count,
        "cell or row in “FILE” can't be read and stays as it is",
        "cells or rows in “FILE” can't be read and stay as they are",
    );
    format!("{}:", what.replace("FILE", file))
}

/// A cell or row that can't be read, with its place and what to do.
pub fn not_read(it: &NotRead) -> String {
    let place = it.column.map_or_else(String::new, |column| format!(", {}", plan_column(column)));
    let why = match it.why {
        WhyNotRead::NoDay => {
            "is not a day that can be told for certain. Write it like 2027-12-31, or say how your spreadsheet writes days."
        }
        WhyNotRead::NoState => "is no state. Write open, under way, done or dropped.",
        WhyNotRead::NoWork => "is no amount of work. Write small, medium, large, or how many days.",
        WhyNotRead::NotDone => "says when it was done, but its state is not done.",
        WhyNotRead::NotDropped => "says why it was dropped, but its state is not dropped.",
        WhyNotRead::Twice => "has the same id as a row above.",
        WhyNotRead::TooManyCells => "has more cells than the first row.",
    };
    format!("Row {}{place}: “{}” {why}", it.row, it.words)
}

/// That rows are of no action of the plan.
pub fn unknown_rows(count: usize) -> String {
    format!("{} no action of this plan. Nothing of that is taken over:", how_many(count, "row is", "rows are"))
}

/// A row of no action of the plan.
pub fn unknown_row(it: &UnknownRow) -> String {
    if it.title.is_empty() { format!("Row {}", it.row) } else { format!("Row {}: “{}”", it.row, it.title) }
}

/// That actions of the plan are not in a table.
pub fn absent_in_table(count: usize) -> String {
    format!("{} not in it and stay as they are.", how_many(count, "action of the plan is", "actions of the plan are"))
}

/// Why a file is no table of the plan.
pub fn not_a_plan(why: NotAPlan) -> String {
    let why = match why {
        NotAPlan::NoIds => "it has no column id. Save the table above, change that, and save it as CSV.".to_owned(),
        NotAPlan::Twice(column) => format!("two of its columns are called {}.", plan_column(column)),
        NotAPlan::NoTable => "it can't be read as a table.".to_owned(),
    };
    format!("This is no table of a plan: {why}")
}

pub const TABLE_NO_TEXT: &str = "This is no text. Save the spreadsheet as CSV and choose that file.";
pub const TABLE_OTHER_LETTERS: &str =
    "The letters in this file can't be read for certain. Save it in the spreadsheet as CSV UTF-8.";
pub const TABLE_TOO_LARGE: &str = "This file is far larger than a plan. Look whether it is the right one.";

pub fn table_not_there() -> &'static str {
    CANT_READ_FILE
}

pub fn table_taken(count: usize) -> String {
    format!("{} from the table.", how_many(count, "action was changed", "actions were changed"))
}
