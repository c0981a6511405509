//! Bars: per practice a line from where it stands to where it needs to be, the first picture.
//!
//! Without colour a circle is where it stands, a diamond what is needed, a triangle what something outside demands; a solid line is
//! what is missing, a dashed one what is more than needed, a dotted one what is not known.

use charming::element::LineStyleType;

use crate::analysis::PracticeResult;
use crate::model::Level;
use crate::ui::charts::paint::{
    CURRENT, INK, LINE_HEIGHT, MORE, Mark, OPEN, SHORT, SURFACE, Segment, Side, TARGET, bare_axis, chart, finished, grid,
    level_axis, lines, marks, words,
};
use crate::ui::charts::{Drawn, Room, Row};
use crate::ui::text as t;

/// Room for the levels at the top.
const TOP: f64 = 26.0;
/// What a practice takes beside its words.
const APART: f64 = 12.0;
/// The least that a practice takes.
const LEAST: f64 = 46.0;
/// How far below the line the triangle of an outside minimum stands.
const BELOW: f64 = 17.0;
/// How far above the line it shows what is only assumed or not yet known.
const ABOVE: f64 = 8.0;

/// A practice with its place from the top, in pixels.
struct Placed<'a> {
    row: &'a Row,
    /// Where its marks are.
    y: f64,
    /// The lines of its name, and the lines that say how it fits, each with its place.
    name: Vec<(f64, String)>,
    fit: Vec<(f64, String)>,
}

/// The bars of all practices.
#[must_use]
pub fn bars(rows: &[Row], top: Level, room: Room) -> Drawn {
    let (placed, height) = placed(rows, room);
    let (left, right) = if room == Room::Narrow { (14.0, 14.0) } else { (245.0, 185.0) };
    let max = f64::from(top.number());
    let at_start = |all: &[(f64, String)]| all.iter().map(|(y, words)| (0.0, *y, words.clone())).collect::<Vec<_>>();
    let names = placed.iter().flat_map(|it| at_start(&it.name)).collect();
    let fits = placed.iter().flat_map(|it| it.fit.iter().map(|(y, words)| (max, *y, words.clone()))).collect();
    let side = if room == Room::Narrow { Side::Right(-8.0) } else { Side::Left(14.0) };
    let mut chart = chart()
        .grid(grid(left, right, TOP, 0.0))
        .x_axis(level_axis(max))
        .y_axis(bare_axis(0.0, height).inverse(true))
        .series(lines(t::SHORT_OF_TARGET.get(), SHORT, LineStyleType::Solid, 4.0, segments(&placed, short)))
        .series(lines(t::ABOVE_TARGET.get(), MORE, LineStyleType::Dashed, 4.0, segments(&placed, more)))
        .series(lines(t::MAY_BE.get(), OPEN, LineStyleType::Dotted, 3.0, segments_above(&placed, open)))
        .series(lines(t::WITHOUT_ASSUMED.get(), OPEN, LineStyleType::Dotted, 3.0, segments_above(&placed, assumed)));
    for series in symbols(&placed) {
        chart = chart.series(series);
    }
    chart = chart.series(words(t::PRACTICE.get(), side, names)).series(words(t::GAP.get(), Side::Right(14.0), fits));
    Drawn { option: finished(&chart), height: height + TOP }
}

fn symbols(placed: &[Placed<'_>]) -> [charming::series::Scatter; 5] {
    let at = |of: fn(&PracticeResult) -> Option<Level>, down: f64| {
        let points = placed.iter().filter_map(move |it| Some((number(of(&it.row.facts.result)?), it.y + down)));
        points.collect::<Vec<_>>()
    };
    let target = Mark { symbol: "diamond", size: 20.0, fill: SURFACE, edge: TARGET, dashed: false };
    let current = Mark { symbol: "circle", size: 9.0, fill: CURRENT, edge: CURRENT, dashed: false };
    let unsure = Mark { symbol: "circle", size: 7.0, fill: SURFACE, edge: OPEN, dashed: false };
    let minimum = Mark { symbol: "triangle", size: 8.0, fill: INK, edge: INK, dashed: false };
    [
        marks(t::TARGET.get(), target, at(|it| it.target, 0.0)),
        marks(t::CURRENT.get(), current, at(|it| it.standing.current.low(), 0.0)),
        marks(t::MAY_BE.get(), unsure, at(|it| open(it).map(|(_, high)| high), -ABOVE)),
        marks(t::WITHOUT_ASSUMED.get(), unsure, at(|it| assumed(it).map(|(sure, _)| sure), -ABOVE)),
        marks(t::OUTSIDE_MINIMUM.get(), minimum, at(|it| it.minimum, BELOW)),
    ]
}

/// Where each practice goes, and the height of all.
fn placed(rows: &[Row], room: Room) -> (Vec<Placed<'_>>, f64) {
    let mut top = 0.0;
    let place = |row| {
        let (it, height) = place(row, room, top);
        top += height;
        it
    };
    let placed = rows.iter().map(place).collect();
    (placed, top)
}

fn place(row: &Row, room: Room, top: f64) -> (Placed<'_>, f64) {
    let fit = t::fit(&row.facts.result);
    if room == Room::Narrow {
        let lines = t::on_lines(&format!("{}: {fit}", row.title()), 34);
        let name: Vec<_> =
            lines.into_iter().zip(0u8..).map(|(words, i)| (top + 12.0 + f64::from(i) * LINE_HEIGHT, words)).collect();
        let y = name.last().map_or(top, |(y, _)| *y) + LINE_HEIGHT + ABOVE;
        return (Placed { row, y, name, fit: Vec::new() }, y + BELOW + APART - top);
    }
    let (name, fit) = (t::on_lines(&row.title(), 32), t::on_lines(&fit, 23));
    let most = u8::try_from(name.len().max(fit.len())).unwrap_or(u8::MAX);
    let height = (f64::from(most) * LINE_HEIGHT + APART).max(LEAST);
    let y = top + height / 2.0;
    (Placed { row, y, name: around(y, name), fit: around(y, fit) }, height)
}

/// Lines around a middle.
fn around(middle: f64, lines: Vec<String>) -> Vec<(f64, String)> {
    let first = middle - f64::from(u8::try_from(lines.len()).unwrap_or(u8::MAX).saturating_sub(1)) * LINE_HEIGHT / 2.0;
    lines.into_iter().zip(0u8..).map(|(words, i)| (first + f64::from(i) * LINE_HEIGHT, words)).collect()
}

type Between = Option<(Level, Level)>;

fn segments(placed: &[Placed<'_>], of: fn(&PracticeResult) -> Between) -> Vec<Segment> {
    let one = |it: &Placed<'_>| of(&it.row.facts.result).map(|(from, to)| ((number(from), it.y), (number(to), it.y)));
    placed.iter().filter_map(one).collect()
}

fn segments_above(placed: &[Placed<'_>], of: fn(&PracticeResult) -> Between) -> Vec<Segment> {
    segments(placed, of).into_iter().map(|((x, y), (to, _))| ((x, y - ABOVE), (to, y - ABOVE))).collect()
}

fn number(level: Level) -> f64 {
    level.number().into()
}

/// What is missing even if everything that is open turned out well.
fn short(result: &PracticeResult) -> Between {
    result.standing.current.high().zip(result.target).filter(|(high, target)| high < target)
}

/// What is more than needed in any case.
fn more(result: &PracticeResult) -> Between {
    result.target.zip(result.standing.current.low()).filter(|(target, low)| target < low)
}

/// What is not known yet.
fn open(result: &PracticeResult) -> Between {
    result.standing.current.low().zip(result.standing.current.high()).filter(|(low, high)| low < high)
}

/// What rests on something that is only assumed.
fn assumed(result: &PracticeResult) -> Between {
    result.sure().zip(result.standing.current.low()).filter(|(sure, low)| sure < low)
}
