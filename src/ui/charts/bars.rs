//! Bars: per practice a line from where it stands to where it needs to be, the first picture.
//!
//! Without colour a circle is where it stands, a diamond what is needed, a triangle what something outside demands; a solid line is
//! what is missing, a dashed one what is more than needed, a dotted one what is not known.

use charming::element::LineStyleType;

use crate::analysis::PracticeResult;
use crate::model::{Amount, Level};
use crate::ui::charts::list::{ABOVE, BELOW, List, Placed};
use crate::ui::charts::paint::{
    CURRENT, INK, MORE, Mark, OPEN, SHORT, SURFACE, Segment, TARGET, TOP, bare_axis, chart, finished, grid, level_axis, lines,
    marks, place,
};
use crate::ui::charts::rows::by_domain;
use crate::ui::charts::{Drawn, Room, Row};
use crate::ui::text as t;

/// The bars of all practices, in their domains.
#[must_use]
pub fn bars(rows: &[Row], top: Level, room: Room) -> Drawn {
    let list = List::new(by_domain(rows), room, |row| t::fit(&row.facts.result));
    let placed = &list.placed;
    let (left, right) = list.sides();
    let max = f64::from(top.number());
    let steps: Vec<f64> = Level::NONE.up_to(top).map(number).collect();
    let steps: Vec<f64> = std::iter::once(0.0).chain(steps).collect();
    let mut chart = chart()
        .grid(grid(left, right, TOP, 0.0))
        .x_axis(level_axis(max))
        .y_axis(bare_axis(0.0, list.height).inverse(true))
        .series(list.scale(&steps))
        .series(lines(t::SHORT_OF_TARGET.get(), SHORT, LineStyleType::Solid, 4.0, segments(placed, short)))
        .series(lines(t::ABOVE_TARGET.get(), MORE, LineStyleType::Dashed, 4.0, segments(placed, more)))
        .series(lines(t::MAY_BE.get(), OPEN, LineStyleType::Dotted, 3.0, segments_above(placed, open)))
        .series(lines(t::WITHOUT_ASSUMED.get(), OPEN, LineStyleType::Dotted, 3.0, segments_above(placed, assumed)));
    for series in symbols(placed).into_iter().chain(list.words(t::BY_DOMAIN.get(), t::GAP.get(), 0.0, max)) {
        chart = chart.series(series);
    }
    Drawn { option: finished(&chart), height: list.height + TOP }
}

fn symbols(placed: &[Placed<'_>]) -> [charming::series::Scatter; 5] {
    let at = |of: fn(&PracticeResult) -> Option<Amount>, down: f64| {
        let points = placed.iter().filter_map(move |it| Some((place(of(&it.row.facts.result)?), it.y + down)));
        points.collect::<Vec<_>>()
    };
    let target = Mark { symbol: "diamond", size: 20.0, fill: SURFACE, edge: TARGET, dashed: false };
    let current = Mark { symbol: "circle", size: 9.0, fill: CURRENT, edge: CURRENT, dashed: false };
    let unsure = Mark { symbol: "circle", size: 7.0, fill: SURFACE, edge: OPEN, dashed: false };
    let minimum = Mark { symbol: "triangle", size: 8.0, fill: INK, edge: INK, dashed: false };
    [
        marks(t::TARGET.get(), target, at(|it| it.target.map(whole), 0.0)),
        marks(t::CURRENT.get(), current, at(low, 0.0)),
        marks(t::MAY_BE.get(), unsure, at(|it| open(it).map(|(_, high)| high), -ABOVE)),
        marks(t::WITHOUT_ASSUMED.get(), unsure, at(|it| assumed(it).map(|(sure, _)| sure), -ABOVE)),
        marks(t::OUTSIDE_MINIMUM.get(), minimum, at(|it| it.minimum.map(whole), BELOW)),
    ]
}

type Between = Option<(Amount, Amount)>;

fn segments(placed: &[Placed<'_>], of: fn(&PracticeResult) -> Between) -> Vec<Segment> {
    let one = |it: &Placed<'_>| of(&it.row.facts.result).map(|(from, to)| ((place(from), it.y), (place(to), it.y)));
    placed.iter().filter_map(one).collect()
}

fn segments_above(placed: &[Placed<'_>], of: fn(&PracticeResult) -> Between) -> Vec<Segment> {
    segments(placed, of).into_iter().map(|((x, y), (to, _))| ((x, y - ABOVE), (to, y - ABOVE))).collect()
}

fn whole(level: Level) -> Amount {
    Amount::whole(level.number())
}

fn low(result: &PracticeResult) -> Option<Amount> {
    result.standing.current.amounts().map(|(low, _)| low)
}

fn high(result: &PracticeResult) -> Option<Amount> {
    result.standing.current.amounts().map(|(_, high)| high)
}

fn number(level: Level) -> f64 {
    level.number().into()
}

/// What is missing even if everything that is open turned out well.
fn short(result: &PracticeResult) -> Between {
    high(result).zip(result.target.map(whole)).filter(|(high, target)| high < target)
}

/// What is more than needed in any case; a fraction of a level beyond the target is none.
fn more(result: &PracticeResult) -> Between {
    result.target.map(whole).zip(low(result)).filter(|(target, low)| target.floor() < low.floor())
}

/// Whether a level is a range, because something is unanswered.
pub fn is_open(result: &PracticeResult) -> bool {
    open(result).is_some()
}

/// What is not known yet.
fn open(result: &PracticeResult) -> Between {
    low(result).zip(high(result)).filter(|(low, high)| low < high)
}

/// What rests on something that is only assumed.
fn assumed(result: &PracticeResult) -> Between {
    let assumed = result.sure_amount().zip(low(result));
    assumed.filter(|(sure, low)| sure < low)
}
