//! The plan in time: per action a line from the day on which it begins to the day by which it is done.
//!
//! Without colour a solid line with a diamond at its end has a day that somebody said, a dotted one is proposed, and a circle stands
//! at the end of what is late.

use charming::element::LineStyleType;

use crate::session::Date;
use crate::ui::charts::paint::{
    CURRENT, INK, LINE, LINE_HEIGHT, Mark, OPEN, SHORT, SURFACE, Segment, Side, TARGET, bare_axis, chart, finished, grid, lines,
    marks, words,
};
use crate::ui::charts::{Drawn, Room, Twin};
use crate::ui::text as t;

/// An action as the picture and its table show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GanttRow {
    /// What it is called.
    pub title: String,
    /// Who sees to it.
    pub owner: String,
    /// The day on which it begins.
    pub start: Date,
    /// The day by which it is done.
    pub due: Date,
    /// Whether somebody said by when.
    pub is_dated: bool,
    /// Whether it is late.
    pub is_late: bool,
}

/// Room at the top for the months.
const HEAD: f64 = 26.0;
/// What an action takes beside its words.
const APART: f64 = 22.0;
/// The most months that are named.
const MOST: i32 = 8;

/// The plan in time, as of a day.
#[must_use]
pub fn gantt(rows: &[GanttRow], today: Date, room: Room) -> Drawn {
    let first = rows.iter().map(|row| row.start).min().map_or(today, |first| first.min(today)).first_of_month();
    let last = rows.iter().map(|row| row.due).max().map_or(today, |last| last.max(today));
    let day = |date: Date| f64::from((date - first).get_days());
    let end = day(last).max(28.0);
    let longest = if room == Room::Narrow { 38 } else { 90 };
    let (mut height, mut named, mut placed) = (HEAD, Vec::new(), Vec::new());
    for row in rows {
        for line in t::on_lines(&row.title, longest) {
            named.push((0.0, height + LINE_HEIGHT / 2.0, line));
            height += LINE_HEIGHT;
        }
        placed.push((row, height + APART / 3.0));
        height += APART;
    }
    let segments = |is_such: fn(&GanttRow) -> bool| {
        let such = placed.iter().filter(|(row, _)| is_such(row));
        such.map(|(row, y)| ((day(row.start), *y), (day(row.due) + 1.0, *y))).collect::<Vec<Segment>>()
    };
    let ends = |is_such: fn(&GanttRow) -> bool| {
        let such = placed.iter().filter(move |(row, _)| is_such(row));
        such.map(|(row, y)| (day(row.due) + 1.0, *y)).collect::<Vec<_>>()
    };
    let months = months(first, last);
    let down = months.iter().map(|month| ((day(*month), HEAD - 6.0), (day(*month), height))).collect();
    let names = months.iter().map(|month| (day(*month), 8.0, t::month_in_short(*month))).collect();
    let said = Mark { symbol: "diamond", size: 12.0, fill: SURFACE, edge: TARGET, dashed: false };
    let late = Mark { symbol: "circle", size: 10.0, fill: SHORT, edge: SHORT, dashed: false };
    let now = vec![((day(today), HEAD - 6.0), (day(today), height))];
    let chart = chart()
        .grid(grid(8.0, 24.0, 0.0, 0.0))
        .x_axis(bare_axis(0.0, end * 1.04))
        .y_axis(bare_axis(0.0, height).inverse(true))
        .series(lines("", LINE, LineStyleType::Solid, 1.0, down))
        .series(lines(t::TODAY.get(), INK, LineStyleType::Dashed, 1.0, now))
        .series(lines(t::DAYS_PROPOSED.get(), OPEN, LineStyleType::Dotted, 5.0, segments(|it| !it.is_dated)))
        .series(lines(t::DAYS_SAID.get(), CURRENT, LineStyleType::Solid, 5.0, segments(|it| it.is_dated && !it.is_late)))
        .series(lines(t::LATE.get(), SHORT, LineStyleType::Solid, 5.0, segments(|it| it.is_late)))
        .series(marks(t::DAYS_SAID.get(), said, ends(|it| it.is_dated && !it.is_late)))
        .series(marks(t::LATE.get(), late, ends(|it| it.is_late)))
        .series(words(t::MONTHS.get(), Side::Right(2.0), names))
        .series(words(t::ACTION_TITLE.get(), Side::Right(0.0), named));
    Drawn { option: finished(&chart), height }
}

/// The months that are named, from the first on: all, or as many between two as leave room for their names.
fn months(first: Date, last: Date) -> Vec<Date> {
    let count = i32::from(last.year() - first.year()) * 12 + i32::from(last.month() - first.month()) + 1;
    let every = (count.max(1) - 1) / MOST + 1;
    let at = |number: i32| first.saturating_add(jiff::ToSpan::months(number * every));
    (0..=(count.max(1) - 1) / every).map(at).collect()
}

/// The plan in time as a table.
#[must_use]
pub fn gantt_twin(rows: &[GanttRow]) -> Twin {
    let head = [t::PLAN_ACTION.get(), t::ACTION_OWNER.get(), t::ACTION_START.get(), t::ACTION_DUE.get(), t::HOW_DAYS_CAME.get()];
    let row = |row: &GanttRow| {
        let came = match (row.is_late, row.is_dated) {
            (true, _) => t::LATE.get(),
            (false, true) => t::DAYS_SAID.get(),
            (false, false) => t::DAYS_PROPOSED.get(),
        };
        vec![row.title.clone(), row.owner.clone(), t::day_in_words(row.start), t::day_in_words(row.due), came.to_owned()]
    };
    Twin { head: head.map(str::to_owned).to_vec(), rows: rows.iter().map(row).collect() }
}
