//! The radar: current level and target of every practice.

use charming::Chart;
use charming::component::{Aria, RadarAxisName, RadarCoordinate, RadarIndicator};
use charming::element::{AreaStyle, AxisLine, AxisLineStyle, Color, LineStyle, LineStyleType, SplitArea, SplitLine, Symbol};
use charming::series::Radar;

use crate::analysis::{Current, PracticeResult};
use crate::model::Level;

/// Colours of the page, so that the picture fits the theme.
#[derive(Clone, Debug, Default)]
pub struct Look {
    /// Words.
    pub ink: String,
    /// Fine lines.
    pub line: String,
    /// The current level.
    pub current: String,
    /// The target.
    pub target: String,
}

/// The names of the shapes.
#[derive(Clone, Copy, Debug)]
pub struct ShapeNames<'a> {
    /// Of the current levels.
    pub current: &'a str,
    /// Of the targets.
    pub target: &'a str,
    /// Of what is left of the current levels without what is only assumed.
    pub sure: &'a str,
}

/// The radar of these results as a chart option. `axes` names the axis of each result, in their order; `names` the shapes. Where
/// something is only assumed, a third shape shows what is left without it.
///
/// Shown is the level that holds in any case. What is not answered, not applicable or has no target lies at the centre: the
/// axis names have to say so.
#[must_use]
pub fn radar_option(results: &[PracticeResult], axes: &[String], top: Level, names: ShapeNames<'_>, look: &Look) -> Chart {
    let number = |level: Option<Level>| f64::from(level.map_or(0, Level::number));
    let current: Vec<f64> = results.iter().map(|result| number(Current::low(result.standing.current))).collect();
    let target: Vec<f64> = results.iter().map(|result| number(result.target)).collect();
    let sure: Vec<f64> = results.iter().map(|result| number(result.sure())).collect();
    let max = f64::from(top.number());
    let indicators = axes.iter().map(|name| RadarIndicator::from((name.as_str(), 0.0, max))).collect();
    let line = || LineStyle::new().color(look.line.as_str());
    let chart = Chart::new()
        .animation(false)
        .color(vec![Color::from(look.current.as_str()), Color::from(look.target.as_str())])
        .aria(Aria::new().enabled(false))
        .radar(
            RadarCoordinate::new()
                .indicator(indicators)
                .radius("68%")
                .split_number(max)
                .axis_name(RadarAxisName::new().color(look.ink.as_str()).font_size(12.0).line_height(15.0))
                .axis_line(AxisLine::new().line_style(AxisLineStyle::new().opacity(0.35)))
                .split_line(SplitLine::new().line_style(line()))
                .split_area(SplitArea::new().show(false)),
        )
        .series(series(names.current, current, &look.current, LineStyleType::Solid, 0.25))
        .series(series(names.target, target, &look.target, LineStyleType::Dashed, 0.0));
    if results.iter().any(PracticeResult::is_assumed) {
        chart.series(series(names.sure, sure, &look.current, LineStyleType::Dotted, 0.0))
    } else {
        chart
    }
}

fn series(name: &str, values: Vec<f64>, color: &str, line: LineStyleType, opacity: f64) -> Radar {
    Radar::new()
        .name(name)
        .symbol(Symbol::Circle)
        .symbol_size(5.0)
        .line_style(LineStyle::new().color(color).type_(line).width(2.0))
        .area_style(AreaStyle::new().color(color).opacity(opacity))
        .data(vec![(values, name)])
}
