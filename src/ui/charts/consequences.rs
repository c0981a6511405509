//! What is at stake: a square per practice by its gap and by how much is at stake, its shape by how far the level can be relied on.
//!
//! Gaps and levels are whole numbers, so many practices share a place: within it they stand side by side, none on another.

use std::ops::RangeInclusive;

use charming::element::LineStyleType;
use charming::series::Scatter;

use crate::analysis::{Gap, Grade};
use crate::model::Level;
use crate::ui::charts::paint::{
    CURRENT, INK, LINE, LINE_HEIGHT, Mark, OPEN, SURFACE, Segment, Side, bare_axis, chart, finished, grid, lines,
    marks_with_words, words,
};
use crate::ui::charts::{Drawn, Room, Row};
use crate::ui::text as t;

/// Room for the heads of the columns.
const TOP: f64 = 40.0;
/// How large the place of one practice is.
const STEP: f64 = 28.0;
/// The outermost columns: a gap that is further away stands in the last one.
const COLUMNS: RangeInclusive<i16> = -2..=3;

/// A practice with its place: the column, and pixels from the top.
struct Placed<'a> {
    row: &'a Row,
    gap: Gap,
    x: f64,
    y: f64,
}

/// What is at stake in all practices that have a gap or a surplus, or are on target.
#[must_use]
pub fn consequences(rows: &[Row], top: Level, room: Room) -> Drawn {
    let side_by_side = if room == Room::Narrow { 1 } else { 3 };
    let shown: Vec<(&Row, Gap, Level)> = rows.iter().filter_map(shown).collect();
    let mut bands: Vec<(Level, f64, f64)> = Vec::new();
    let mut placed = Vec::new();
    let mut height = 0.0;
    let mut levels: Vec<Level> = std::iter::once(Level::NONE).chain(Level::NONE.up_to(top)).collect();
    levels.reverse();
    for level in levels {
        let here: Vec<_> =
            shown.iter().filter(|(.., consequence)| *consequence == level).map(|(row, gap, _)| (*row, *gap)).collect();
        let (band, tallest) = band(&here, height, side_by_side);
        placed.extend(band);
        bands.push((level, height, tallest));
        height += tallest;
    }
    let columns = columns(&shown);
    let (first, last) = (f64::from(*columns.start()) - 0.5, f64::from(*columns.end()) + 0.5);
    let across = bands.iter().map(|(_, y, _)| ((first, *y), (last, *y))).chain([((first, height), (last, height))]);
    let down = columns.clone().map(|gap| f64::from(gap) - 0.5).chain([last]).map(|x| ((x, 0.0), (x, height)));
    let much = bands.iter().find(|(level, ..)| u16::from(level.number()) * 2 <= u16::from(top.number())).map(|(_, y, _)| *y);
    let quadrants = vec![((0.5, 0.0), (0.5, height)), ((first, much.unwrap_or_default()), (last, much.unwrap_or_default()))];
    let levels = bands.iter().map(|(level, y, tallest)| (first, y + tallest / 2.0, level.to_string())).collect();
    let mut chart = chart()
        .grid(grid(22.0, 4.0, 0.0, 4.0))
        .x_axis(bare_axis(first, last))
        .y_axis(bare_axis(-TOP, height).inverse(true))
        .series(lines("", LINE, LineStyleType::Solid, 1.0, across.chain(down).collect()))
        .series(lines("", OPEN, LineStyleType::Dashed, 2.0, quadrants))
        .series(lines(t::MAY_BE.get(), OPEN, LineStyleType::Dotted, 2.0, placed.iter().filter_map(range).collect()));
    for grade in Grade::ALL {
        chart = chart.series(of_grade(grade, &placed));
    }
    chart = chart.series(words(t::MUCH_AT_STAKE.get(), Side::Left(8.0), levels));
    for line in 0..2 {
        chart = chart.series(words(t::GAP.get(), Side::Middle, heads(&columns, line)));
    }
    Drawn { option: finished(&chart), height: TOP + 4.0 + height }
}

fn shown(row: &Row) -> Option<(&Row, Gap, Level)> {
    Some((row, row.facts.result.gap?, row.facts.consequence.as_ref()?.level))
}

/// The columns that are needed: on target and one short in any case, so that there is a left and a right.
fn columns(shown: &[(&Row, Gap, Level)]) -> RangeInclusive<i16> {
    let used = || shown.iter().flat_map(|(_, gap, _)| [column(gap.least), column(gap.most)]);
    used().min().unwrap_or_default().min(0)..=used().max().unwrap_or_default().max(1)
}

fn column(gap: i16) -> i16 {
    gap.clamp(*COLUMNS.start(), *COLUMNS.end())
}

/// The practices of one band, and its height.
fn band<'a>(here: &[(&'a Row, Gap)], top: f64, side_by_side: usize) -> (Vec<Placed<'a>>, f64) {
    let mut placed = Vec::new();
    let mut tallest = STEP;
    for at in COLUMNS {
        let in_column = here.iter().filter(|(_, gap)| column(gap.most) == at);
        for (index, (row, gap)) in in_column.enumerate() {
            let (across, down) = (small(index % side_by_side), small(index / side_by_side));
            let x = f64::from(at) - 0.5 + (across + 0.5) / small(side_by_side);
            let y = top + STEP * (down + 0.5);
            tallest = tallest.max(STEP * (down + 1.0));
            placed.push(Placed { row, gap: *gap, x, y });
        }
    }
    (placed, tallest)
}

fn small(count: usize) -> f64 {
    u16::try_from(count).unwrap_or(u16::MAX).into()
}

/// From where it stands as far as is shown to where it may turn out.
fn range(it: &Placed<'_>) -> Option<Segment> {
    let (least, most) = (column(it.gap.least), column(it.gap.most));
    (least < most).then(|| ((it.x, it.y), (f64::from(least), it.y)))
}

fn of_grade(grade: Grade, placed: &[Placed<'_>]) -> Scatter {
    let (mark, ink) = match grade {
        Grade::Strong => (Mark { symbol: "circle", size: 22.0, fill: CURRENT, edge: CURRENT, dashed: false }, SURFACE),
        Grade::Fair => (Mark { symbol: "circle", size: 22.0, fill: SURFACE, edge: CURRENT, dashed: false }, INK),
        Grade::Weak => (Mark { symbol: "rect", size: 22.0, fill: SURFACE, edge: OPEN, dashed: true }, INK),
    };
    let here = placed.iter().filter(|it| it.row.facts.ground.grade() == Some(grade));
    marks_with_words(t::grade(grade), mark, ink, here.map(|it| (it.x, it.y, t::consequence_mark(&it.row.facts))).collect())
}

/// One of the two lines of the heads of the columns.
fn heads(columns: &RangeInclusive<i16>, line: u8) -> Vec<(f64, f64, String)> {
    let head = |gap: i16| {
        let words = t::gap_column(gap, gap == *COLUMNS.start() || gap == *COLUMNS.end());
        let part = words.split_whitespace().nth(line.into()).unwrap_or_default().to_owned();
        (f64::from(gap), f64::from(line) * LINE_HEIGHT - TOP + 14.0, part)
    };
    columns.clone().map(head).collect()
}
