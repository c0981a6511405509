//! The radar: current level and target of some practices.

use charming::component::{RadarAxisName, RadarCoordinate, RadarIndicator};
use charming::element::{AreaStyle, AxisLine, AxisLineStyle, Color, LineStyle, LineStyleType, SplitArea, SplitLine, Symbol};
use charming::series::Radar;

use crate::analysis::{Current, PracticeResult};
use crate::model::Level;
use crate::ui::charts::paint::{CURRENT, INK, LINE, LINE_HEIGHT, TARGET, WORDS, chart, finished};
use crate::ui::charts::{Drawn, Room};
use crate::ui::text as t;

/// The height of the radar of all practices.
const OF_ALL: f64 = 400.0;
/// The height of the radar of a domain.
const OF_DOMAIN: f64 = 360.0;
/// The height of either on a phone, where its width is what limits it.
const NARROW: f64 = 300.0;

/// The radar of these results. `axes` names the axis of each, in their order. Where something is only assumed, a third shape shows
/// what is left without it; where something is unanswered, another one shows how far it may turn out.
///
/// What is not answered, not applicable or has no target lies at the centre: the axis names have to say so.
#[must_use]
pub fn radar(results: &[PracticeResult], axes: &[String], top: Level, room: Room) -> Drawn {
    let number = |level: Option<Level>| f64::from(level.map_or(0, Level::number));
    let values = |of: fn(&PracticeResult) -> Option<Level>| results.iter().map(|result| number(of(result))).collect::<Vec<_>>();
    let max = f64::from(top.number());
    let indicators = axes.iter().map(|name| RadarIndicator::from((name.as_str(), 0.0, max))).collect();
    // What is left beside it has to hold the names of the axes.
    let radius = match room {
        Room::Wide if axes.iter().any(|name| name.contains('\n')) => "55%",
        Room::Wide => "78%",
        Room::Narrow if axes.iter().all(|name| name.len() < 3) => "76%",
        Room::Narrow => "56%",
    };
    let mut chart = chart()
        .color(vec![Color::from(CURRENT), Color::from(TARGET)])
        .radar(
            RadarCoordinate::new()
                .indicator(indicators)
                .radius(radius)
                .split_number(max)
                .axis_name(RadarAxisName::new().color(INK).font_size(WORDS).line_height(LINE_HEIGHT))
                .axis_line(AxisLine::new().line_style(AxisLineStyle::new().color((1.0, LINE))))
                .split_line(SplitLine::new().line_style(LineStyle::new().color(LINE)))
                .split_area(SplitArea::new().show(false)),
        )
        .series(shape(t::CURRENT.get(), values(|it| it.standing.current.low()), CURRENT, LineStyleType::Solid, 0.25))
        .series(shape(t::TARGET.get(), values(|it| it.target), TARGET, LineStyleType::Dashed, 0.0));
    if results.iter().any(PracticeResult::is_assumed) {
        chart = chart.series(shape(t::SURE.get(), values(PracticeResult::sure), CURRENT, LineStyleType::Dotted, 0.0));
    }
    if results.iter().any(is_open) {
        chart = chart.series(shape(t::MAY_BE.get(), values(|it| it.standing.current.high()), INK, LineStyleType::Dotted, 0.0));
    }
    let height = match room {
        Room::Narrow => NARROW,
        Room::Wide if results.len() > 8 => OF_ALL,
        Room::Wide => OF_DOMAIN,
    };
    Drawn { option: finished(&chart), height }
}

/// Whether a level is a range, because something is unanswered.
pub fn is_open(result: &PracticeResult) -> bool {
    matches!(result.standing.current, Current::Known { low, high, .. } if low < high)
}

fn shape(name: &str, values: Vec<f64>, color: &str, line: LineStyleType, opacity: f64) -> Radar {
    Radar::new()
        .name(name)
        .symbol(Symbol::Circle)
        .symbol_size(5.0)
        .line_style(LineStyle::new().color(color).type_(line).width(2.0))
        .area_style(AreaStyle::new().color(color).opacity(opacity))
        .data(vec![(values, name)])
}
