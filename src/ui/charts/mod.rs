//! The pictures. Each is a pure function from results to a chart option (plain JSON, tested natively), and a component that
//! shows it.

mod chart;
mod radar;
mod radar_chart;

pub use radar::{Look, ShapeNames, radar_option};
pub use radar_chart::RadarChart;
