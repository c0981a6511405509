//! Levels: a row per practice, a column per level, each cell with a sign for what the level means.

use charming::component::Axis;
use charming::datatype::DataPoint;
use charming::element::{AxisLabel, AxisLine, AxisTick, AxisType, ItemStyle, Label};
use charming::series::Heatmap;
use serde_json::{Value, json};

use crate::analysis::LevelFit;
use crate::model::Level;
use crate::ui::charts::paint::{INK, LINE_HEIGHT, TOP, WORDS, chart, finished, grid, named_at_top};
use crate::ui::charts::rows::by_domain;
use crate::ui::charts::{Drawn, Room, Row};
use crate::ui::text as t;

/// A line of the picture: the head of a domain, or a practice.
enum Line<'a> {
    Head(String),
    Practice(&'a Row),
}

/// The levels of all practices, in their domains.
#[must_use]
pub fn levels(rows: &[Row], top: Level, room: Room) -> Drawn {
    let (left, longest, size) = if room == Room::Narrow { (170.0, 24, WORDS - 1.0) } else { (250.0, 32, WORDS) };
    let mut all: Vec<Line<'_>> = Vec::new();
    for (domain, inside) in by_domain(rows) {
        all.push(Line::Head(domain));
        all.extend(inside.into_iter().map(Line::Practice));
    }
    let name = |line: &Line<'_>| match line {
        Line::Head(name) => t::on_lines(name, longest),
        Line::Practice(row) => t::on_lines(&row.title_with_doubt(), longest),
    };
    let names: Vec<Vec<String>> = all.iter().map(name).collect();
    let most = u8::try_from(names.iter().map(Vec::len).max().unwrap_or_default()).unwrap_or(u8::MAX);
    let height = f64::from(most) * LINE_HEIGHT + 6.0;
    let columns: Vec<Level> = Level::NONE.up_to(top).collect();
    let axis = |data: Vec<String>, size: f64| {
        let label = AxisLabel::new().color(INK).interval(0.0).font_size(size);
        let bare = Axis::new().type_(AxisType::Category).data(data).axis_label(label);
        bare.axis_line(AxisLine::new().show(false)).axis_tick(AxisTick::new().show(false))
    };
    let heads = axis(columns.iter().map(|level| head(*level, room)).collect(), WORDS);
    let mut chart = chart()
        .grid(grid(left, 2.0, TOP, 2.0))
        .x_axis(named_at_top(heads, t::LEVEL_AXIS.get()))
        .y_axis(axis(names.iter().map(|lines| lines.join("\n")).collect(), size).inverse(true));
    for fit in LevelFit::ALL {
        let cells = cells(&all, &columns, fit);
        if !cells.is_empty() {
            chart = chart.series(series(fit, cells, room));
        }
    }
    let count = f64::from(u16::try_from(all.len()).unwrap_or(u16::MAX));
    let mut option = finished(&chart);
    embolden(&mut option, &all);
    Drawn { option, height: TOP + 2.0 + count * height }
}

/// The builder knows one look for all names of an axis: those of domains stand out.
fn embolden(option: &mut Value, all: &[Line<'_>]) {
    let names = option.pointer_mut("/yAxis/data").and_then(Value::as_array_mut);
    for (name, line) in names.into_iter().flatten().zip(all) {
        if matches!(line, Line::Head(_)) {
            *name = json!({ "value": name.take(), "textStyle": { "fontWeight": "bold" } });
        }
    }
}

fn head(level: Level, room: Room) -> String {
    if room == Room::Narrow { level.to_string() } else { t::level_head(level) }
}

/// The cells with this meaning: column, line, and a number that the library wants.
fn cells(all: &[Line<'_>], columns: &[Level], fit: LevelFit) -> Vec<Vec<DataPoint>> {
    let mut cells = Vec::new();
    for (y, line) in (0i32..).zip(all) {
        let Line::Practice(row) = line else { continue };
        let here = (0i32..).zip(columns).filter(|(_, level)| LevelFit::of(&row.facts.result, **level) == fit);
        cells.extend(here.map(|(x, _)| vec![DataPoint::from(x), DataPoint::from(y), DataPoint::from(1)]));
    }
    cells
}

fn series(fit: LevelFit, cells: Vec<Vec<DataPoint>>, room: Room) -> Heatmap {
    let (fill, ink) = colors(fit);
    let sign = t::level_fit_sign(fit);
    let words =
        if room == Room::Narrow || sign == t::level_fit(fit) { sign.to_owned() } else { format!("{sign} {}", t::level_fit(fit)) };
    Heatmap::new()
        .name(t::level_fit_means(fit))
        .item_style(ItemStyle::new().color(fill).border_color("var(--surface)").border_width(2.0))
        .label(Label::new().show(true).formatter(words.as_str()).color(ink).font_size(WORDS))
        .data(cells)
}

/// The colours of a cell and of the words in it.
fn colors(fit: LevelFit) -> (&'static str, &'static str) {
    match fit {
        LevelFit::Met => ("var(--level-3)", "var(--level-3-ink)"),
        LevelFit::Assumed => ("var(--level-1)", "var(--level-1-ink)"),
        LevelFit::Beyond => ("var(--more-soft)", "var(--more)"),
        LevelFit::Near => ("var(--warning-soft)", "var(--warning)"),
        LevelFit::Missing => ("var(--short-soft)", "var(--short)"),
        LevelFit::Open | LevelFit::NotApplicable => ("var(--open-soft)", "var(--open)"),
        LevelFit::NotNeeded => ("var(--level-0)", "var(--ink-soft)"),
    }
}

/// How many of the levels that are needed are reached, over all practices: reached, and needed. What is only assumed counts as reached.
#[must_use]
pub fn levels_reached(rows: &[Row], top: Level) -> (usize, usize) {
    let mut reached = 0;
    let mut needed = 0;
    for (row, level) in rows.iter().flat_map(|row| Level::NONE.up_to(top).map(move |level| (row, level))) {
        let result = &row.facts.result;
        let is_needed = result.goal().is_some_and(|goal| level <= goal);
        match LevelFit::of(result, level) {
            LevelFit::NotApplicable => {}
            fit if is_needed => {
                needed += 1;
                reached += usize::from(matches!(fit, LevelFit::Met | LevelFit::Assumed));
            }
            _ => {}
        }
    }
    (reached, needed)
}
