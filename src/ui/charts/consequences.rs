//! What is at stake: the practices by the level that is asked of them, the highest first, each with its name and with how far it lies
//! from its target. The shape of a mark says how far the level can be relied on.

use std::ops::RangeInclusive;

use charming::element::LineStyleType;
use charming::series::Scatter;

use crate::analysis::{Apart, ExactGap, Grade};
use crate::model::Level;
use crate::ui::charts::list::{ABOVE, List, Placed};
use crate::ui::charts::paint::{
    CURRENT, LINE_HEIGHT, MORE, Mark, OPEN, SHORT, SURFACE, Segment, Side, bare_axis, chart, finished, grid, lines, marks, place,
    words,
};
use crate::ui::charts::{Drawn, Room, Row};
use crate::ui::text as t;

/// Room at the top for what the scale is called and for its steps, which are words on two lines.
const TOP: f64 = 62.0;

/// The outermost steps: a gap that is further away stands at the last one.
const STEPS: RangeInclusive<i16> = -2..=3;

/// What is at stake in all practices that have an answer and a target.
#[must_use]
pub fn consequences(rows: &[Row], room: Room) -> Drawn {
    let list = List::new(by_level(rows), room, |row| t::fit(&row.facts.result));
    let (left, right) = list.sides();
    let steps = steps(&list.placed);
    let (first, last) = (f64::from(*steps.start()), f64::from(*steps.end()));
    let (from, to) = (first - 0.3, last + 0.3);
    let all: Vec<f64> = steps.clone().map(f64::from).collect();
    let mut chart = chart()
        .grid(grid(left, right, 0.0, 0.0))
        .x_axis(bare_axis(from, to))
        .y_axis(bare_axis(-TOP, list.height).inverse(true))
        .series(list.scale(&all))
        .series(lines(
            t::SHORT_OF_TARGET.get(),
            SHORT,
            LineStyleType::Solid,
            4.0,
            from_target(&list.placed, |gap| place(gap.least.short())),
        ))
        .series(lines(
            t::ABOVE_TARGET.get(),
            MORE,
            LineStyleType::Dashed,
            4.0,
            from_target(&list.placed, |gap| -place(gap.most.more())),
        ))
        .series(lines(t::MAY_BE.get(), OPEN, LineStyleType::Dotted, 3.0, list.placed.iter().filter_map(range).collect()));
    for grade in Grade::ALL {
        chart = chart.series(of_grade(grade, &list.placed));
    }
    for line in 0..2 {
        chart = chart.series(words("", Side::Middle, heads(&steps, line)));
    }
    let name = t::GAP_AXIS.get();
    chart = chart.series(words(name, Side::Middle, vec![((from + to) / 2.0, 12.0 - TOP, name.to_owned())]));
    for series in list.words(t::MUCH_AT_STAKE.get(), t::GAP.get(), from, to) {
        chart = chart.series(series);
    }
    Drawn { option: finished(&chart), height: TOP + list.height }
}

/// The practices that have a place, below the level that is asked of them: the highest first, in it the largest gap.
fn by_level(rows: &[Row]) -> Vec<(String, Vec<&Row>)> {
    let mut shown: Vec<(&Row, Level, Apart)> = rows.iter().filter_map(shown).collect();
    shown.sort_by_key(|(_, level, gap)| std::cmp::Reverse((*level, *gap)));
    let most = shown.first().map(|(_, level, _)| *level);
    let mut groups: Vec<(Level, Vec<&Row>)> = Vec::new();
    for (row, level, _) in shown {
        match groups.last_mut() {
            Some((of, inside)) if *of == level => inside.push(row),
            _ => groups.push((level, vec![row])),
        }
    }
    groups.into_iter().map(|(level, inside)| (t::asked_level(level, Some(level) == most), inside)).collect()
}

fn shown(row: &Row) -> Option<(&Row, Level, Apart)> {
    Some((row, row.facts.consequence.as_ref()?.level, row.facts.result.exact_gap()?.most))
}

/// The steps that are needed: on target and one short in any case, so that there is a left and a right.
fn steps(placed: &[Placed<'_>]) -> RangeInclusive<i16> {
    // Of fractions those between which they lie.
    let used = || placed.iter().filter_map(|it| it.row.facts.result.gap).flat_map(|gap| [gap.least, gap.most]);
    let used = || used().map(|gap| gap.clamp(*STEPS.start(), *STEPS.end()));
    used().min().unwrap_or_default().min(-1)..=used().max().unwrap_or_default().max(1)
}

/// Where a gap stands: exactly, as far as there are steps.
fn at(apart: Apart) -> f64 {
    step(place(apart.short()) - place(apart.more()))
}

fn step(gap: f64) -> f64 {
    gap.clamp(f64::from(*STEPS.start()), f64::from(*STEPS.end()))
}

/// From the target to where a practice lies at least.
fn from_target(placed: &[Placed<'_>], to: fn(&ExactGap) -> f64) -> Vec<Segment> {
    let one = |it: &Placed<'_>| {
        let to = step(to(&it.row.facts.result.exact_gap()?));
        (to.abs() > 0.0).then_some(((0.0, it.y), (to, it.y)))
    };
    placed.iter().filter_map(one).collect()
}

/// From where it stands as far as is shown to where it may turn out.
fn range(it: &Placed<'_>) -> Option<Segment> {
    let gap = it.row.facts.result.exact_gap()?;
    let (least, most) = (at(gap.least), at(gap.most));
    (least < most).then_some(((most, it.y - ABOVE), (least, it.y - ABOVE)))
}

fn of_grade(grade: Grade, placed: &[Placed<'_>]) -> Scatter {
    let mark = match grade {
        Grade::Strong => Mark { symbol: "circle", size: 12.0, fill: CURRENT, edge: CURRENT, dashed: false },
        Grade::Fair => Mark { symbol: "circle", size: 12.0, fill: SURFACE, edge: CURRENT, dashed: false },
        Grade::Weak => Mark { symbol: "rect", size: 12.0, fill: SURFACE, edge: OPEN, dashed: true },
    };
    let here = placed.iter().filter(|it| it.row.facts.ground.grade() == Some(grade));
    marks(t::grade(grade), mark, here.filter_map(|it| Some((at(it.row.facts.result.exact_gap()?.most), it.y))))
}

/// One of the two lines of the words of the steps. Each has its words: a mark between two that have is not to be counted out.
fn heads(steps: &RangeInclusive<i16>, line: u8) -> Vec<(f64, f64, String)> {
    let head = |gap: i16| {
        let words = t::gap_column(gap, gap == *STEPS.start() || gap == *STEPS.end());
        let part = words.split_whitespace().nth(line.into()).unwrap_or_default().to_owned();
        (f64::from(gap), f64::from(line) * LINE_HEIGHT + 32.0 - TOP, part)
    };
    steps.clone().map(head).collect()
}
