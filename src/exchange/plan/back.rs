//! The table of the plan, read back after somebody changed it in a spreadsheet. Nothing is changed here: what would change is told, cell by
//! cell, and so is each cell that can't be read, with its place. A cell that says what the table would say today changes nothing.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use csv::StringRecord;

use super::told::Told;
use super::words::{PlanColumn, PlanWords};
use crate::analysis::{Names, PlannedAction};
use crate::exchange::csv_table::{as_it_was, cells_of, heads_of, without_sep};
use crate::exchange::plan::cells::Cells;
use crate::model::order;
use crate::session::commands::ActionEdit;
use crate::session::{ActionId, PersonId};

/// What a table of the plan says that the plan does not.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlanBack {
    /// The actions that would change, in the order of the table.
    pub changed: Vec<ChangedAction>,
    /// What can't be read, and stays as it is in the plan.
    pub not_read: Vec<NotRead>,
    /// Rows of no action of the plan.
    pub unknown: Vec<UnknownRow>,
    /// How many rows say what the plan says.
    pub same: usize,
    /// How many actions of the plan are not in the table; they stay as they are.
    pub absent: usize,
}

/// An action that would change.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangedAction {
    /// Which one.
    pub id: ActionId,
    /// What it is called today.
    pub title: String,
    /// What would change, as people see it.
    pub cells: Vec<ChangedCell>,
    /// The same, to be made.
    pub edits: Vec<ActionEdit>,
}

/// A cell that would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedCell {
    /// What it is about.
    pub column: PlanColumn,
    /// What the plan says; may be empty.
    pub before: String,
    /// What it would say; may be empty.
    pub after: String,
}

/// A cell or row that can't be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotRead {
    /// The row as spreadsheets count them: the head is row 1.
    pub row: usize,
    /// The column; `None` for the whole row.
    pub column: Option<PlanColumn>,
    /// What is there.
    pub words: String,
    /// Why it can't be read.
    pub why: WhyNotRead,
}

/// Why a cell or row can't be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyNotRead {
    /// No day, or nobody knows which: month and day can be told apart only as year, month, day, or as somebody says.
    NoDay,
    /// None of the states.
    NoState,
    /// None of the words for how much work something is.
    NoWork,
    /// It says when something was done that is not done.
    NotDone,
    /// It says why something was dropped that is not dropped.
    NotDropped,
    /// The same action stands in a row above.
    Twice,
    /// The row has more cells than the head: nobody knows which belongs where.
    TooManyCells,
}

/// A row of no action of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownRow {
    /// The row as spreadsheets count them: the head is row 1.
    pub row: usize,
    /// What is to be done, as it says.
    pub title: String,
}

/// How days are written, where not as year, month, day. Only people can say that: 03/04/2027 is a day in either way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DayOrder {
    /// Nobody said.
    #[default]
    NotSaid,
    /// 31.12.2027 is the last day of that year.
    DayFirst,
    /// 12/31/2027 is the last day of that year.
    MonthFirst,
}

/// Why a file is no table of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAPlan {
    /// There is no column by which rows are found.
    NoIds,
    /// Two columns have the same head.
    Twice(PlanColumn),
    /// It can't be read as a table.
    NoTable,
}

impl fmt::Display for NotAPlan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

impl std::error::Error for NotAPlan {}

/// What a table of the plan would change. It may have fewer columns than it had, and in another order.
///
/// # Errors
/// When the text is no such table.
pub fn plan_back(
    text: &str,
    plan: &[PlannedAction],
    names: Names<'_>,
    words: &PlanWords,
    days: DayOrder,
) -> Result<PlanBack, NotAPlan> {
    let text = without_sep(text.trim_start_matches('\u{feff}'));
    let head = Head::of(text, words)?;
    let by_id: BTreeMap<&str, &PlannedAction> = order::map(plan.iter().map(|it| (it.id.as_str(), it)));
    let people = people_by_name(names);
    let mut found: BTreeSet<&str> = BTreeSet::new();
    let mut back = PlanBack::default();
    for (record, row) in cells_of(text, head.between).records().skip(1).zip(2_usize..) {
        let record = record.map_err(|_| NotAPlan::NoTable)?;
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let whole = |why| NotRead { row, column: None, words: head.title(&record), why };
        let Some(it) = head.cell(&record, PlanColumn::Id).and_then(|id| by_id.get(&*as_it_was(id.trim()))) else {
            back.unknown.push(UnknownRow { row, title: head.title(&record) });
            continue;
        };
        if !found.insert(it.id.as_str()) {
            back.not_read.push(whole(WhyNotRead::Twice));
        } else if record.iter().skip(head.count).any(|cell| !cell.trim().is_empty()) {
            back.not_read.push(whole(WhyNotRead::TooManyCells));
        } else {
            let said: BTreeMap<PlanColumn, Cow<'_, str>> =
                head.columns.keys().filter_map(|column| Some((*column, as_it_was(head.cell(&record, *column)?)))).collect();
            let cell = |column| said.get(&column).map(|words| &**words);
            let mut cells = Cells { told: Told { it, names, words }, people: &people, days, row, not_read: Vec::new() };
            let (changed, edits) = cells.read(&cell);
            back.not_read.append(&mut cells.not_read);
            if edits.is_empty() {
                back.same += 1;
            } else {
                back.changed.push(ChangedAction { id: it.id.clone(), title: cells.told.title(), cells: changed, edits });
            }
        }
    }
    back.absent = plan.len() - found.len();
    Ok(back)
}

/// The head of a table.
struct Head {
    /// What stands between its cells.
    between: u8,
    /// The columns that are known, with their places.
    columns: BTreeMap<PlanColumn, usize>,
    /// How many there are, known or not.
    count: usize,
}

impl Head {
    fn of(text: &str, words: &PlanWords) -> Result<Self, NotAPlan> {
        let (between, record) = heads_of(text, |head| column_of(head, words).is_some()).ok_or(NotAPlan::NoIds)?;
        let mut columns = BTreeMap::new();
        for (cell, place) in record.iter().zip(0..) {
            let Some(column) = column_of(cell, words) else { continue };
            if columns.insert(column, place).is_some() {
                return Err(NotAPlan::Twice(column));
            }
        }
        if columns.contains_key(&PlanColumn::Id) {
            Ok(Self { between, columns, count: record.len() })
        } else {
            Err(NotAPlan::NoIds)
        }
    }

    fn cell<'a>(&self, record: &'a StringRecord, column: PlanColumn) -> Option<&'a str> {
        record.get(*self.columns.get(&column)?)
    }

    fn title(&self, record: &StringRecord) -> String {
        self.cell(record, PlanColumn::Title).map(as_it_was).unwrap_or_default().trim().to_owned()
    }
}

/// The column that a head is that of.
fn column_of(head: &str, words: &PlanWords) -> Option<PlanColumn> {
    let head = head.trim().to_lowercase();
    PlanColumn::ALL.into_iter().find(|column| (words.head)(*column).to_lowercase() == head)
}

/// Everybody who takes part, by their names; nobody where two have the same.
fn people_by_name(names: Names<'_>) -> BTreeMap<&str, Option<&PersonId>> {
    let mut people = BTreeMap::new();
    for (id, name) in names.session.named_people() {
        people.entry(name.trim()).and_modify(|same| *same = None).or_insert(Some(id));
    }
    people
}
