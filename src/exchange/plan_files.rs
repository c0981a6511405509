//! The plan for where people work: as a table for spreadsheets, as a list to tick off, and in the forms that common tools import.
//!
//! All of them say the same of each action; what a tool has no place for stands in its description.

use super::csv_table::{For, csv_table};
use super::document_markdown::text;
use crate::analysis::{Effort, Names, PlannedAction, Thing, Verdict, WhyHere, WhyToDo};
use crate::session::{Action, ActionState, Date, Owner, Work};

/// The words of these files.
#[derive(Clone, Copy)]
pub struct PlanWords {
    /// The heads of the columns of the table: id, action, practice, state, owner, start, due, done on, work, cost, what it waits for,
    /// statements, why, note.
    pub head: [&'static str; 14],
    /// How far an action is.
    pub state: fn(&ActionState) -> &'static str,
    /// How much work it is.
    pub work: fn(Option<Work>) -> String,
    /// What an action without a title is called.
    pub title: fn(&str) -> String,
    /// Why it stands where it does.
    pub why: fn(&PlannedAction) -> String,
    /// What is said about a statement.
    pub verdict: fn(Verdict) -> &'static str,
    /// The names of what a description has: practice, owner, start, why, statements, cost, waits for, note.
    pub parts: [&'static str; 8],
    /// The heading of the list to tick off.
    pub heading: &'static str,
    /// The category of what is imported, as a label there.
    pub label: &'static str,
}

/// A form of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanForm {
    /// A table for spreadsheets, which can be read back.
    Csv,
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
    pub const ALL: [Self; 6] = [Self::Csv, Self::Checklist, Self::Jira, Self::GitLab, Self::CisoAssistant, Self::DefectDojo];

    /// Its name, in the names of files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Csv => "plan",
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
        if matches!(self, Self::Checklist) { "md" } else { "csv" }
    }

    /// Its media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        if matches!(self, Self::Checklist) { "text/markdown" } else { "text/csv" }
    }
}

/// The plan in a form; `today` is what findings are dated to. What was dropped is only in the table, with its reason.
///
/// # Errors
/// None that a session could cause; what the writer says.
pub fn plan_file(
    form: PlanForm,
    plan: &[PlannedAction],
    names: Names<'_>,
    today: Date,
    words: &PlanWords,
) -> Result<String, csv::Error> {
    let told = |it| Told { it, names, words };
    let stands = || plan.iter().filter(|it| it.action.is_ahead() || it.action.is_done()).map(told);
    let ahead = || plan.iter().filter(|it| it.action.is_ahead()).map(told);
    match form {
        PlanForm::Csv => csv_table(For::Spreadsheet, words.head, plan.iter().map(|it| told(it).row())),
        PlanForm::Checklist => {
            let lines: Vec<String> = stands().map(|it| it.to_tick_off()).collect();
            Ok(format!("# {}\n\n{}\n", text(words.heading), lines.join("\n")))
        }
        PlanForm::Jira => {
            csv_table(For::Tool, ["Summary", "Description", "Due Date", "Priority", "Labels"], ahead().map(|it| it.jira()))
        }
        PlanForm::GitLab => csv_table(For::Tool, ["title", "description", "due_date"], ahead().map(|it| it.gitlab())),
        PlanForm::CisoAssistant => csv_table(For::Tool, CONTROL, stands().map(|it| it.control())),
        PlanForm::DefectDojo => {
            let head = ["Title", "Description", "Date", "Severity", "Mitigation", "Active"];
            csv_table(For::Tool, head, ahead().map(|it| it.finding(today)))
        }
    }
}

/// The columns of applied controls, as CISO Assistant names them.
const CONTROL: [&str; 12] = [
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

/// An action, as others are told of it.
struct Told<'a> {
    it: &'a PlannedAction,
    names: Names<'a>,
    words: &'a PlanWords,
}

impl Told<'_> {
    const fn action(&self) -> &Action {
        &self.it.action
    }

    fn called(&self, thing: &Thing) -> String {
        self.names.of(thing).text().unwrap_or_else(|| thing.id()).to_owned()
    }

    fn title(&self) -> String {
        (self.words.title)(&self.action().title)
    }

    fn practice(&self) -> String {
        self.it.practice.as_ref().map(|id| self.called(&Thing::Practice(id.clone()))).unwrap_or_default()
    }

    fn owner(&self) -> String {
        match &self.action().owner {
            Some(Owner::Person(person)) => self.names.session.person_name(person).unwrap_or_default().trim().to_owned(),
            Some(Owner::Named(words)) => words.trim().to_owned(),
            None => String::new(),
        }
    }

    fn done_on(&self) -> String {
        if let ActionState::Done(done) = &self.action().state { day(done.on) } else { String::new() }
    }

    fn note(&self) -> String {
        let reason = if let ActionState::Dropped(dropped) = &self.action().state { dropped.reason.trim() } else { "" };
        [reason, self.action().note.trim()].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join("\n")
    }

    fn statements(&self) -> Vec<String> {
        let one = |(id, verdict): &(_, Verdict)| {
            format!(
                "{} ({})",
                self.called(&Thing::Indicator(crate::model::IndicatorId::clone(id))),
                (self.words.verdict)(*verdict)
            )
        };
        self.it.statements.iter().map(one).collect()
    }

    fn waits_for(&self) -> String {
        let titles = self.it.waits_for.iter().map(|id| self.called(&Thing::Action(id.clone())));
        titles.collect::<Vec<_>>().join("; ")
    }

    fn row(&self) -> [String; 14] {
        let action = self.action();
        [
            self.it.id.to_string(),
            self.title(),
            self.practice(),
            (self.words.state)(&action.state).to_owned(),
            self.owner(),
            day(action.start),
            day(action.due),
            self.done_on(),
            (self.words.work)(action.work),
            action.cost.trim().to_owned(),
            self.waits_for(),
            self.statements().join("\n"),
            (self.words.why)(self.it),
            self.note(),
        ]
    }

    /// Everything about it but its title and when it is due, a line for each.
    fn described(&self) -> Vec<String> {
        let action = self.action();
        let [practice, owner, start, why, statements, cost, waits_for, note] = self.words.parts;
        let said = [
            (practice, self.practice()),
            (owner, self.owner()),
            (start, day(action.start)),
            (why, (self.words.why)(self.it)),
            (statements, self.statements().join("\n- ")),
            (cost, action.cost.trim().to_owned()),
            (waits_for, self.waits_for()),
            (note, self.note()),
        ];
        let said = said.into_iter().filter(|(_, words)| !words.is_empty());
        said.map(|(name, words)| format!("{name}: {}{words}", if words.contains('\n') { "\n- " } else { "" })).collect()
    }

    fn to_tick_off(&self) -> String {
        let tick = if self.action().is_done() { "x" } else { " " };
        let beside = [self.owner(), day(self.action().due)].into_iter().filter(|it| !it.is_empty());
        let beside: String = beside.map(|it| format!(" · {}", text(&it))).collect();
        let statements = self.statements().into_iter().map(|it| format!("\n  - {}", text(&it)));
        format!("- [{tick}] **{}**{beside}{}", text(&self.title()), statements.collect::<String>())
    }

    fn jira(&self) -> [String; 5] {
        // One line, as a summary has to be.
        let priority = ["Highest", "High", "Medium", "Low"].get(self.weight()).copied().unwrap_or("Low");
        [
            one_line(&self.title()),
            self.described().join("\n"),
            day(self.action().due),
            priority.to_owned(),
            self.words.label.to_owned(),
        ]
    }

    fn gitlab(&self) -> [String; 3] {
        [one_line(&self.title()), self.described().join("\n\n"), day(self.action().due)]
    }

    fn control(&self) -> [String; 12] {
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
            one_line(&self.title()),
            self.described().join("\n"),
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

    fn finding(&self, today: Date) -> [String; 6] {
        let severity = ["Critical", "High", "Medium", "Low"].get(self.weight()).copied().unwrap_or("Info");
        // What is missed of a law is no hole that somebody can climb through: no finding is critical for that alone.
        let severity = if severity == "Critical" { "High" } else { severity };
        [
            one_line(&self.title()),
            self.described().join("\n"),
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

fn day(day: Option<Date>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
