//! The cells of a row that somebody may have changed.

use std::collections::BTreeMap;

use super::back::{ChangedCell, DayOrder, NotRead, WhyNotRead};
use super::told::{Told, day, done_on, dropped_because};
use super::words::PlanColumn;
use crate::session::commands::ActionEdit;
use crate::session::{self, ActionState, Date, DoneOn, Dropped, Owner, PersonId, Work};

/// Reads the cells of the row of an action.
pub(super) struct Cells<'a> {
    pub(super) told: Told<'a>,
    /// Everybody who takes part, by their names; nobody where two have the same.
    pub(super) people: &'a BTreeMap<&'a str, Option<&'a PersonId>>,
    pub(super) days: DayOrder,
    /// Which row it is.
    pub(super) row: usize,
    /// What can't be read of it.
    pub(super) not_read: Vec<NotRead>,
}

/// What a cell says; nothing where there is no such cell.
type Said<'a> = &'a dyn Fn(PlanColumn) -> Option<&'a str>;

impl Cells<'_> {
    /// What would change, as people see it and to be made.
    pub(super) fn read(&mut self, said: Said<'_>) -> (Vec<ChangedCell>, Vec<ActionEdit>) {
        let mut edits = Vec::new();
        edits.extend(self.changed(said, PlanColumn::Title).map(ActionEdit::Title));
        edits.extend(self.state(said).map(ActionEdit::State));
        edits.extend(self.changed(said, PlanColumn::Owner).map(|words| ActionEdit::Owner(self.owner(words))));
        edits.extend(self.day(said, PlanColumn::Start).map(ActionEdit::Start));
        edits.extend(self.day(said, PlanColumn::Due).map(ActionEdit::Due));
        edits.extend(self.work(said).map(ActionEdit::Work));
        edits.extend(self.changed(said, PlanColumn::Cost).map(ActionEdit::Cost));
        edits.extend(self.changed(said, PlanColumn::Note).map(ActionEdit::Note));
        (edits.iter().flat_map(|edit| self.shown(edit)).collect(), edits)
    }

    /// What a cell says where that is not what the table would say today.
    fn changed(&self, said: Said<'_>, column: PlanColumn) -> Option<String> {
        let (words, before) = (same_lines(said(column)?), same_lines(&self.told.cell(column)));
        (words != before).then_some(words)
    }

    fn not_read(&mut self, column: PlanColumn, words: String, why: WhyNotRead) {
        self.not_read.push(NotRead { row: self.row, column: Some(column), words, why });
    }

    /// A day that is another one than today, or that there is none any more.
    fn day(&mut self, said: Said<'_>, column: PlanColumn) -> Option<Option<Date>> {
        let words = self.changed(said, column)?;
        if words.is_empty() {
            return Some(None);
        }
        match read_day(&words, self.days) {
            Some(day) => (self.told.day(column) != Some(day)).then_some(Some(day)),
            None => {
                self.not_read(column, words, WhyNotRead::NoDay);
                None
            }
        }
    }

    fn owner(&self, words: String) -> Option<Owner> {
        match self.people.get(words.as_str()) {
            Some(Some(person)) => Some(Owner::Person((*person).clone())),
            Some(None) | None => (!words.is_empty()).then_some(Owner::Named(words)),
        }
    }

    fn work(&mut self, said: Said<'_>) -> Option<Option<Work>> {
        let words = self.changed(said, PlanColumn::Work)?;
        let is_called = |work: &Option<Work>| is_same((self.told.words.work)(*work).as_str(), &words);
        let sizes = [None, Some(Work::Small), Some(Work::Medium), Some(Work::Large)];
        let days = || {
            let count: String = words.chars().take_while(char::is_ascii_digit).collect();
            let days = Some(Work::Days(count.parse().ok()?));
            (count == words || is_called(&days)).then_some(days)
        };
        match sizes.into_iter().find(is_called).or_else(days) {
            Some(work) => (self.told.action().work != work).then_some(work),
            None => {
                self.not_read(PlanColumn::Work, words, WhyNotRead::NoWork);
                None
            }
        }
    }

    /// How far it is, with what belongs to that, where anything of it would change.
    fn state(&mut self, said: Said<'_>) -> Option<ActionState> {
        let now = &self.told.action().state;
        let mut then = now.clone();
        if let Some(words) = self.changed(said, PlanColumn::State) {
            let states = [
                ActionState::Open,
                ActionState::UnderWay,
                ActionState::Done(DoneOn::default()),
                ActionState::Dropped(Dropped::default()),
            ];
            let called = |state: &ActionState| (self.told.words.state)(state);
            match states.into_iter().find(|state| is_same(called(state), &words)) {
                Some(state) if called(&state) != called(now) => then = state,
                Some(_) => {}
                None => self.not_read(PlanColumn::State, words, WhyNotRead::NoState),
            }
        }
        let was_done =
            self.changed(said, PlanColumn::DoneOn).filter(|words| !words.is_empty() || matches!(then, ActionState::Done(_)));
        match (&mut then, was_done) {
            (_, None) => {}
            (ActionState::Done(done), Some(_)) => {
                if let Some(on) = self.day(said, PlanColumn::DoneOn) {
                    done.on = on;
                }
            }
            (_, Some(words)) => self.not_read(PlanColumn::DoneOn, words, WhyNotRead::NotDone),
        }
        match (&mut then, self.changed(said, PlanColumn::DroppedBecause)) {
            (ActionState::Dropped(dropped), Some(words)) => dropped.reason = words,
            (_, Some(words)) if !words.is_empty() => self.not_read(PlanColumn::DroppedBecause, words, WhyNotRead::NotDropped),
            _ => {}
        }
        (then != *now).then_some(then)
    }

    /// What an edit changes, as people see it.
    fn shown(&self, edit: &ActionEdit) -> Vec<ChangedCell> {
        let cell = |column, after: String| ChangedCell { column, before: self.told.cell(column), after };
        match edit {
            ActionEdit::Title(words) => vec![cell(PlanColumn::Title, words.clone())],
            ActionEdit::Owner(owner) => vec![cell(PlanColumn::Owner, self.told.owner(owner.as_ref()))],
            ActionEdit::Start(start) => vec![cell(PlanColumn::Start, day(*start))],
            ActionEdit::Due(due) => vec![cell(PlanColumn::Due, day(*due))],
            ActionEdit::Work(work) => vec![cell(PlanColumn::Work, (self.told.words.work)(*work))],
            ActionEdit::Cost(words) => vec![cell(PlanColumn::Cost, words.clone())],
            ActionEdit::Note(words) => vec![cell(PlanColumn::Note, words.clone())],
            ActionEdit::State(state) => {
                let cells = [
                    cell(PlanColumn::State, (self.told.words.state)(state).to_owned()),
                    cell(PlanColumn::DoneOn, day(done_on(state))),
                    cell(PlanColumn::DroppedBecause, dropped_because(state).to_owned()),
                ];
                cells.into_iter().filter(|cell| cell.before != cell.after).collect()
            }
        }
    }
}

/// Words with the ends of lines that all systems have, without what is around them.
fn same_lines(words: &str) -> String {
    words.replace("\r\n", "\n").replace('\r', "\n").trim().to_owned()
}

/// Whether two words are the same, however large their letters are.
fn is_same(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

/// A day, as a spreadsheet may have rewritten it. With the year in front only one day can be meant; else it takes somebody who said what comes
/// first.
fn read_day(words: &str, days: DayOrder) -> Option<Date> {
    // What spreadsheets put behind a day.
    let midnight = ["T00:00:00", " 00:00:00", " 00:00", " 0:00"];
    let words = midnight.into_iter().find_map(|midnight| words.strip_suffix(midnight)).unwrap_or(words);
    let parts: Vec<&str> = words.trim_end_matches('.').split(['-', '/', '.']).map(str::trim).collect();
    let [first, second, third] = parts.as_slice() else { return None };
    let (year, month, day) = match days {
        _ if first.len() == 4 => (first, second, third),
        DayOrder::DayFirst => (third, second, first),
        DayOrder::MonthFirst => (third, first, second),
        DayOrder::NotSaid => return None,
    };
    (year.len() == 4 && month.len() <= 2 && day.len() <= 2)
        .then(|| session::day(&format!("{year}-{month:0>2}-{day:0>2}")))
        .flatten()
}
