//! What the pictures are made of. Colours are those of the page, by name: whoever changes the theme, or prints, gets a picture that
//! fits without drawing it again.

use charming::Chart;
use charming::component::{Aria, Axis, Grid};
use charming::datatype::DataPointItem;
use charming::element::{
    AxisLabel, AxisLine, AxisTick, AxisType, BorderType, ItemStyle, Label, LabelAlign, LabelPosition, LineStyle, LineStyleType,
    MarkLine, MarkLineData, MarkLineVariant, NameLocation, SplitLine, Symbol, TextStyle,
};
use charming::series::Scatter;
use serde_json::Value;

use crate::model::Amount;
use crate::ui::text as t;

pub const INK: &str = "var(--ink)";
pub const LINE: &str = "var(--line)";
pub const SURFACE: &str = "var(--surface)";
pub const CURRENT: &str = "var(--current)";
pub const TARGET: &str = "var(--target)";
pub const SHORT: &str = "var(--short)";
pub const MORE: &str = "var(--more)";
pub const OPEN: &str = "var(--ink-soft)";
const NOTHING: &str = "transparent";

/// The size of words in pictures.
pub const WORDS: f64 = 12.0;
/// The height of a line of words.
pub const LINE_HEIGHT: f64 = 15.0;
/// Room at the top for what the axis is called and for its steps.
pub const TOP: f64 = 46.0;

/// A chart without movement and without words of the library's own.
pub fn chart() -> Chart {
    Chart::new().animation(false).aria(Aria::new().enabled(false))
}

/// The chart as the library takes it, with what the builder has no words for: names on several lines keep their distance, and nothing
/// pretends that it could be clicked.
pub fn finished(chart: &Chart) -> Value {
    let mut option = serde_json::to_value(chart).unwrap_or_default();
    for one in option.get_mut("series").and_then(Value::as_array_mut).into_iter().flatten().filter_map(Value::as_object_mut) {
        one.insert("silent".to_owned(), true.into());
    }
    if let Some(names) = option.pointer_mut("/yAxis/axisLabel").and_then(Value::as_object_mut) {
        names.insert("lineHeight".to_owned(), LINE_HEIGHT.into());
    }
    option
}

/// Where the plot is within the picture.
pub fn grid(left: f64, right: f64, top: f64, bottom: f64) -> Grid {
    Grid::new().left(left).right(right).top(top).bottom(bottom)
}

/// An axis from one number to another that shows nothing of itself.
pub fn bare_axis(from: f64, to: f64) -> Axis {
    Axis::new().type_(AxisType::Value).min(from).max(to).show(false)
}

/// Where an amount stands on an axis of levels: in the tenths that are said beside it.
pub fn place(amount: Amount) -> f64 {
    u32::try_from(amount.tenths()).map_or(0.0, |tenths| f64::from(tenths) / 10.0)
}

/// The levels at the top.
pub fn level_axis(top: f64) -> Axis {
    let axis = Axis::new().type_(AxisType::Value).min(0.0).max(top).interval(1.0);
    let axis = named_at_top(axis, t::LEVEL_AXIS.get()).axis_label(AxisLabel::new().color(INK).font_size(WORDS));
    axis.split_line(SplitLine::new().show(false))
}

/// An axis at the top with its name above it and no line of its own.
pub fn named_at_top(axis: Axis, name: &str) -> Axis {
    axis.position("top")
        .name(name)
        .name_location(NameLocation::Middle)
        .name_gap(24.0)
        .name_text_style(TextStyle::new().color(INK).font_size(WORDS))
        .axis_line(AxisLine::new().show(false))
        .axis_tick(AxisTick::new().show(false))
}

/// The look of a symbol.
#[derive(Clone, Copy)]
pub struct Mark {
    pub symbol: &'static str,
    pub size: f64,
    pub fill: &'static str,
    pub edge: &'static str,
    pub dashed: bool,
}

impl Mark {
    fn style(self) -> ItemStyle {
        let line = if self.dashed { BorderType::Dashed } else { BorderType::Solid };
        ItemStyle::new().color(self.fill).border_color(self.edge).border_width(2.0).border_type(line).opacity(1.0)
    }
}

/// Symbols at some points.
pub fn marks(name: &str, mark: Mark, points: impl IntoIterator<Item = (f64, f64)>) -> Scatter {
    let at = |(x, y): (f64, f64)| DataPointItem::new(vec![x, y]);
    scatter(name, mark).data(points.into_iter().map(at).collect::<Vec<_>>())
}

fn scatter(name: &str, mark: Mark) -> Scatter {
    Scatter::new().name(name).symbol(Symbol::Custom(mark.symbol.to_owned())).symbol_size(mark.size).item_style(mark.style())
}

fn named(points: Vec<(f64, f64, String)>) -> Vec<DataPointItem> {
    points.into_iter().map(|(x, y, words)| DataPointItem::new(vec![x, y]).name(words)).collect()
}

/// On which side of its point a word stands, and how far from it.
#[derive(Clone, Copy)]
pub enum Side {
    Left(f64),
    Right(f64),
    Middle,
}

/// Words at some points that stand out, one line each.
pub fn heads(name: &str, side: Side, points: Vec<(f64, f64, String)>) -> Scatter {
    placed_words(name, side, Label::new().font_weight("bold"), points)
}

/// Words at some points, one line each.
pub fn words(name: &str, side: Side, points: Vec<(f64, f64, String)>) -> Scatter {
    placed_words(name, side, Label::new(), points)
}

fn placed_words(name: &str, side: Side, label: Label, points: Vec<(f64, f64, String)>) -> Scatter {
    let invisible = Mark { symbol: "circle", size: 1.0, fill: NOTHING, edge: NOTHING, dashed: false };
    let (position, distance, align) = match side {
        Side::Left(distance) => (LabelPosition::Left, distance, LabelAlign::Right),
        Side::Right(distance) => (LabelPosition::Right, distance, LabelAlign::Left),
        Side::Middle => (LabelPosition::Inside, 0.0, LabelAlign::Center),
    };
    let label = label.show(true).position(position).distance(distance).align(align);
    scatter(name, invisible).label(label.formatter("{b}").color(INK).font_size(WORDS)).data(named(points))
}

/// A line from one point to another.
pub type Segment = ((f64, f64), (f64, f64));

/// Lines.
pub fn lines(name: &str, color: &str, line: LineStyleType, width: f64, segments: Vec<Segment>) -> Scatter {
    let end = |(x, y): (f64, f64)| MarkLineData::new().coord(vec![x, y]);
    let segments = segments.into_iter().map(|(from, to)| MarkLineVariant::StartToEnd(end(from), end(to))).collect();
    let mark_line = MarkLine::new()
        .symbol(vec![Symbol::None, Symbol::None])
        .silent(true)
        .z(1.0)
        .label(Label::new().show(false))
        .line_style(LineStyle::new().color(color).type_(line).width(width))
        .data::<MarkLineVariant>(segments);
    Scatter::new().name(name).mark_line(mark_line)
}
