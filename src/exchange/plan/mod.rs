//! The plan for where people work: as a table for spreadsheets, which is read back; as days of a calendar; as a list to tick off; and in the
//! forms that common tools import.
//!
//! All of them say the same of each action; what a tool has no place for stands in its description.
//!
//! There is no XLSX among them: `rust_xlsxwriter` 0.102, writing no more than such a table, weighed 265 KB as it is loaded (2026-11-28), a
//! sixth of the whole app. Spreadsheets open the table; the command line writes workbooks.

mod back;
mod calendar;
mod cells;
mod told;
mod tools;
mod words;

pub use back::{ChangedAction, ChangedCell, DayOrder, NotAPlan, NotRead, PlanBack, UnknownRow, WhyNotRead, plan_back};
pub use calendar::{CALENDAR_TYPE, CalendarDay, calendar_file, day_of_next_round};
pub use words::{PlanColumn, PlanWords};

use crate::analysis::{EvidenceEnd, Names, PlannedAction, evidence_ends};
use crate::exchange::csv_table::{For, csv_table};
use crate::exchange::document_markdown::text;
use crate::session::{Action, Date, Timestamp};
use calendar::{day_of_action, day_of_evidence};
use told::Told;
use tools::{CONTROL, FINDING, GITLAB, JIRA};

/// A form of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanForm {
    /// A table for spreadsheets, which can be read back.
    Csv,
    /// The days by which things are due and evidence is to be renewed, and that of the next round, for calendars.
    Calendar,
    /// A list to tick off, as Markdown.
    Checklist,
    /// What Jira imports as CSV.
    Jira,
    /// What GitLab imports as issues.
    GitLab,
    /// What CISO Assistant imports as applied controls.
    CisoAssistant,
    /// What DefectDojo imports as generic findings.
    DefectDojo,
}

impl PlanForm {
    /// All.
    pub const ALL: [Self; 7] =
        [Self::Csv, Self::Calendar, Self::Checklist, Self::Jira, Self::GitLab, Self::CisoAssistant, Self::DefectDojo];

    /// Its name, in the names of files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Csv => "plan",
            Self::Calendar => "plan-calendar",
            Self::Checklist => "plan-checklist",
            Self::Jira => "plan-jira",
            Self::GitLab => "plan-gitlab",
            Self::CisoAssistant => "plan-ciso-assistant",
            Self::DefectDojo => "plan-defectdojo",
        }
    }

    /// The ending of its file.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Checklist => "md",
            Self::Calendar => "ics",
            Self::Csv | Self::Jira | Self::GitLab | Self::CisoAssistant | Self::DefectDojo => "csv",
        }
    }

    /// Its media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Checklist => "text/markdown",
            Self::Calendar => CALENDAR_TYPE,
            Self::Csv | Self::Jira | Self::GitLab | Self::CisoAssistant | Self::DefectDojo => "text/csv",
        }
    }
}

/// Whether a form of the plan would say anything.
#[must_use]
pub fn has_content(form: PlanForm, plan: &[PlannedAction], names: Names<'_>, today: Date) -> bool {
    let mut all = plan.iter().map(|it| &it.action);
    match form {
        PlanForm::Csv => !plan.is_empty(),
        PlanForm::Calendar => {
            names.session.next_round_on().is_some()
                || all.any(|it| it.is_ahead() && it.due.is_some())
                || ends_ahead(names, today).next().is_some()
        }
        PlanForm::Checklist | PlanForm::CisoAssistant => all.any(|it| it.is_ahead() || it.is_done()),
        PlanForm::Jira | PlanForm::GitLab | PlanForm::DefectDojo => all.any(Action::is_ahead),
    }
}

/// The days from which evidence shows nothing any more, from today on: what is over already is no day to plan.
fn ends_ahead(names: Names<'_>, today: Date) -> impl Iterator<Item = EvidenceEnd> {
    let ends = names.asked.map(|asked| evidence_ends(asked, names.session)).unwrap_or_default();
    ends.into_iter().filter(move |end| end.last >= today)
}

/// When a file was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Made {
    /// The moment.
    pub at: Timestamp,
    /// Which day it was where that was.
    pub on: Date,
}

/// The plan in a form. What was dropped is only in the table, with its reason.
///
/// # Errors
/// None that a session could cause; what the writer says.
pub fn plan_file(
    form: PlanForm,
    plan: &[PlannedAction],
    names: Names<'_>,
    made: Made,
    words: &PlanWords,
) -> Result<String, csv::Error> {
    let told = |it| Told { it, names, words };
    let stands = || plan.iter().filter(|it| it.action.is_ahead() || it.action.is_done()).map(told);
    let ahead = || plan.iter().filter(|it| it.action.is_ahead()).map(told);
    match form {
        PlanForm::Csv => {
            let row = |it| PlanColumn::ALL.map(|column| told(it).cell(column));
            csv_table(For::Spreadsheet, PlanColumn::ALL.map(words.head), plan.iter().map(row))
        }
        PlanForm::Calendar => {
            let next_round = day_of_next_round(names.session, words.next_round);
            let evidence = ends_ahead(names, made.on).map(|end| day_of_evidence(&end, names, words.renew));
            let days: Vec<CalendarDay> = ahead().filter_map(|it| day_of_action(&it)).chain(evidence).chain(next_round).collect();
            Ok(calendar_file(&days, made.at))
        }
        PlanForm::Checklist => {
            let lines: Vec<String> = stands().map(|it| it.to_tick_off()).collect();
            Ok(format!("# {}\n\n{}\n", text(words.heading), lines.join("\n")))
        }
        PlanForm::Jira => csv_table(For::Tool, JIRA, ahead().map(|it| it.jira())),
        PlanForm::GitLab => csv_table(For::Tool, GITLAB, ahead().map(|it| it.gitlab())),
        PlanForm::CisoAssistant => csv_table(For::Tool, CONTROL, stands().map(|it| it.control())),
        PlanForm::DefectDojo => csv_table(For::Tool, FINDING, ahead().map(|it| it.finding(made.on))),
    }
}
