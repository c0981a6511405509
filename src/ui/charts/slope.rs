//! Two rounds: per practice a line from where it stood to where it stands, with its target now.
//!
//! Without colour a hollow circle is then, a full one now, a diamond what is needed; a solid line goes up, a dashed one down.

use charming::element::LineStyleType;

use crate::analysis::{PracticeMove, TwoRounds};
use crate::model::{Level, Questionnaire};
use crate::ui::charts::paint::{
    CURRENT, LINE, LINE_HEIGHT, MORE, Mark, OPEN, SHORT, SURFACE, Segment, Side, TARGET, TOP, bare_axis, chart, finished, grid,
    level_axis, lines, marks, place, words,
};
use crate::ui::charts::{Drawn, Room, Twin};
use crate::ui::text as t;

/// What a practice takes beside its words.
const AROUND: f64 = 16.0;

/// A practice in two rounds.
#[derive(Clone, Debug, PartialEq)]
pub struct SlopeRow {
    /// Its number and name.
    pub title: String,
    /// Where it stood and stands, as numbers; `None` where that is not known.
    pub levels: [Option<f64>; 2],
    /// The same in words.
    pub words: [String; 2],
    /// Its target now.
    pub target: Option<Level>,
    /// Which way it went, in words.
    pub way: String,
}

/// The practices of two rounds, in the model's order.
#[must_use]
pub fn slope_rows(asked: &Questionnaire, both: &TwoRounds) -> Vec<SlopeRow> {
    let row = |(number, it): (usize, &PracticeMove)| {
        let name = asked.practice(&it.practice)?.name.get(t::tag());
        Some(SlopeRow {
            title: format!("{number} {name}"),
            levels: it.level.map(|level| level.amounts().map(|(low, _)| place(low))),
            words: it.level.map(t::level_then),
            target: it.target[1],
            way: t::which_way(it.moved).to_owned(),
        })
    };
    (1..).zip(&both.practices).filter_map(row).collect()
}

/// A practice with its place from the top, in pixels.
struct Placed<'a> {
    row: &'a SlopeRow,
    y: f64,
    name: Vec<(f64, String)>,
}

/// All practices from one round to another.
#[must_use]
pub fn slope(rows: &[SlopeRow], top: Level, room: Room) -> Drawn {
    let max = f64::from(top.number());
    let (placed, height) = placed(rows, room);
    let (left, right, side) = match room {
        Room::Narrow => (14.0, 14.0, Side::Right(-8.0)),
        Room::Wide => (245.0, 20.0, Side::Left(14.0)),
    };
    let steps = Level::NONE.up_to(top).map(|level| f64::from(level.number())).chain([0.0]);
    let scale = steps.flat_map(|x| placed.iter().map(move |it| ((x, it.y - 8.0), (x, it.y + 8.0)))).collect();
    let names = placed.iter().flat_map(|it| it.name.iter().map(|(y, line)| (0.0, *y, line.clone()))).collect();
    let then = Mark { symbol: "circle", size: 11.0, fill: SURFACE, edge: OPEN, dashed: false };
    let now = Mark { symbol: "circle", size: 9.0, fill: CURRENT, edge: CURRENT, dashed: false };
    let target = Mark { symbol: "diamond", size: 20.0, fill: SURFACE, edge: TARGET, dashed: false };
    let chart = chart()
        .grid(grid(left, right, TOP, 0.0))
        .x_axis(level_axis(max))
        .y_axis(bare_axis(0.0, height).inverse(true))
        .series(lines("", LINE, LineStyleType::Solid, 1.0, scale))
        .series(lines(t::WENT_UP.get(), MORE, LineStyleType::Solid, 4.0, segments(&placed, |then, now| now > then)))
        .series(lines(t::WENT_DOWN.get(), SHORT, LineStyleType::Dashed, 4.0, segments(&placed, |then, now| now < then)))
        .series(marks(t::TARGET.get(), target, points(&placed, |row| row.target.map(|level| level.number().into()))))
        .series(marks(t::THEN.get(), then, points(&placed, |row| row.levels[0])))
        .series(marks(t::NOW.get(), now, points(&placed, |row| row.levels[1])))
        .series(words(t::PRACTICE.get(), side, names));
    Drawn { option: finished(&chart), height: height + TOP }
}

fn placed(rows: &[SlopeRow], room: Room) -> (Vec<Placed<'_>>, f64) {
    let mut height = 0.0;
    let place = |row| {
        let lines = t::on_lines(&row_title(row, room), if room == Room::Narrow { 34 } else { 32 });
        let count: f64 = u8::try_from(lines.len()).unwrap_or(u8::MAX).into();
        let (first, y, taken) = match room {
            Room::Narrow => {
                let first = height + 12.0;
                let y = first + count * LINE_HEIGHT + 6.0;
                (first, y, y + AROUND - height)
            }
            Room::Wide => {
                let taken = (count * LINE_HEIGHT + AROUND).max(34.0);
                let y = height + taken / 2.0;
                (y - (count - 1.0) * LINE_HEIGHT / 2.0, y, taken)
            }
        };
        height += taken;
        let name = lines.into_iter().zip(0_u8..).map(|(line, i)| (first + f64::from(i) * LINE_HEIGHT, line)).collect();
        Placed { row, y, name }
    };
    let placed = rows.iter().map(place).collect();
    (placed, height)
}

fn row_title(row: &SlopeRow, room: Room) -> String {
    match room {
        Room::Narrow => format!("{}: {}", row.title, row.way),
        Room::Wide => row.title.clone(),
    }
}

fn points<'a>(placed: &'a [Placed<'_>], level: fn(&SlopeRow) -> Option<f64>) -> impl Iterator<Item = (f64, f64)> + 'a {
    placed.iter().filter_map(move |it| Some((level(it.row)?, it.y)))
}

fn segments(placed: &[Placed<'_>], goes: fn(f64, f64) -> bool) -> Vec<Segment> {
    let one = |it: &Placed<'_>| {
        let [then, now] = it.row.levels;
        let (then, now) = then.zip(now).filter(|(then, now)| goes(*then, *now))?;
        Some(((then, it.y), (now, it.y)))
    };
    placed.iter().filter_map(one).collect()
}

/// The same as a table.
#[must_use]
pub fn slope_twin(rows: &[SlopeRow]) -> Twin {
    let head = [t::PRACTICE, t::THEN, t::NOW, t::TARGET, t::WHICH_WAY].map(|words| words.to_owned()).to_vec();
    let row = |row: &SlopeRow| {
        let [then, now] = row.words.clone();
        let target = row.target.map(|level| level.to_string()).unwrap_or_default();
        vec![row.title.clone(), then, now, target, row.way.clone()]
    };
    Twin { head, rows: rows.iter().map(row).collect() }
}
