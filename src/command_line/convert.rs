//! An assessment in other forms, and as a file that says less.

use super::answers;
use super::opening::{Desk, Opened};
use super::shipped::crossrefs;
use crate::analysis::{Names, ReportOptions, decisions, planned, report};
use crate::exchange::{
    PlanForm, TradeForm, decision_log_csv, dossier, plan_file, trade_file, with_frameworks, without_names, workbook,
    write_session,
};
use crate::office::write_book;
use crate::ui::text as t;

/// A form that an assessment can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A session file of the newest version.
    Json,
    /// The same, so that only a passphrase opens it.
    Encrypted,
    /// The decision log as a table.
    Decisions,
    /// A sheet to fill in with a spreadsheet.
    AnswerSheet,
    /// The same as a table.
    AnswerTable,
    /// A workbook for spreadsheets: summary, targets, answers, evidence, gaps, duties and plan.
    Workbook,
    /// A form that other tools read.
    Trade(TradeForm),
    /// The plan.
    Plan(PlanForm),
}

impl Form {
    /// All.
    pub fn all() -> impl Iterator<Item = Self> {
        [Self::Json, Self::Encrypted, Self::Decisions, Self::AnswerSheet, Self::AnswerTable, Self::Workbook]
            .into_iter()
            .chain(TradeForm::ALL.into_iter().map(Self::Trade))
            .chain(PlanForm::ALL.into_iter().map(Self::Plan))
    }

    /// Its name as an argument.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Encrypted => "encrypted",
            Self::Decisions => "decisions",
            Self::AnswerSheet => "answer-sheet",
            Self::AnswerTable => "answer-table",
            Self::Workbook => "workbook",
            Self::Trade(form) => form.key(),
            Self::Plan(form) => form.key(),
        }
    }
}

/// The assessment in the form that was asked for.
pub fn convert(desk: &mut Desk<'_>) -> Result<Vec<u8>, String> {
    let Some(source) = desk.asked.files.first() else { return Ok(Vec::new()) };
    let opened = desk.open(source)?;
    let assessment = opened.assessment(desk.today());
    let names = Names::new(Some(&opened.asked), &opened.session, t::tag());
    let text = match desk.asked.form {
        Form::Json => write_session(&opened.plain).map_err(|error| error.to_string()),
        Form::Encrypted => {
            let file = write_session(&opened.plain).map_err(|error| error.to_string())?;
            return desk.encrypted(source, file.as_bytes());
        }
        Form::Decisions => {
            decision_log_csv(&decisions(&assessment), names, &t::decision_log_words()).map_err(|error| error.to_string())
        }
        Form::AnswerSheet | Form::AnswerTable => return answers::make(desk, &opened),
        Form::Workbook => return workbook_of(desk, &opened),
        Form::Trade(form) => traded(desk, &opened, form),
        Form::Plan(form) => {
            let plan = planned(&assessment, &opened.results(desk.today()), false);
            plan_file(form, &plan, names, desk.asked.made, &t::plan_words()).map_err(|error| error.to_string())
        }
    };
    text.map(String::into_bytes)
}

/// An assessment in a form that other tools read; what that has no place for is told.
fn traded(desk: &mut Desk<'_>, opened: &Opened, form: TradeForm) -> Result<String, String> {
    let about = |why: &str| t::about_file(&opened.file, why);
    let mut told = dossier(&opened.assessment(desk.today()), desk.asked.made.at, t::tag(), desk.asked.names, &t::trade_words());
    if form == TradeForm::OscalMapping {
        let there = crossrefs(opened.asked.model()).ok_or_else(|| about(&t::NO_FRAMEWORKS_HERE))?;
        told = with_frameworks(told, &there);
    }
    if !form.has_content(&told) {
        return Err(about(&t::NOTHING_FOR_TRADE_FORM));
    }
    desk.tell(t::leaves_out(&form.lacks().iter().map(|lack| t::trade_lack(*lack)).collect::<Vec<_>>()));
    trade_file(form, &told)
}

/// The workbook of an assessment, with the names of people or without them.
fn workbook_of(desk: &Desk<'_>, opened: &Opened) -> Result<Vec<u8>, String> {
    let options = ReportOptions { names: desk.asked.names, ..ReportOptions::default() };
    let report = report(&opened.assessment(desk.today()), desk.today(), &options, t::tag());
    write_book(&workbook(&report, &t::workbook_words()))
}

/// The assessment without names and without words that people typed.
pub fn redact(desk: &mut Desk<'_>) -> Result<Vec<u8>, String> {
    let Some(source) = desk.asked.files.first() else { return Ok(Vec::new()) };
    let opened = desk.open(source)?;
    let written = without_names(&opened.plain).and_then(|copy| write_session(&copy));
    written.map(String::into_bytes).map_err(|error| error.to_string())
}
