//! The pictures. Each is a pure function from results to what the chart library draws (plain JSON, tested natively), with a table
//! that says the same; [`ChartView`] puts it in the page.

mod bars;
mod chart;
mod consequences;
mod gantt;
mod key;
mod levels;
mod list;
mod paint;
mod rows;
mod slope;
mod trend;
mod twin;

use serde_json::Value;

pub use bars::bars;
pub use chart::{ChartFrame, ChartView};
pub use consequences::consequences;
pub use gantt::{GanttRow, gantt, gantt_twin};
pub use key::{bars_key, consequences_key, levels_key};
pub use levels::{levels, levels_reached};
pub use rows::{Room, Row, rows};
pub use slope::{slope, slope_rows, slope_twin};
pub use trend::trend_twin;
pub use twin::{Twin, bars_twin, consequences_twin, levels_twin};

/// A picture: what the chart library is to draw, and how high it gets.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn {
    /// The chart option.
    pub option: Value,
    /// The height in pixels.
    pub height: f64,
}
