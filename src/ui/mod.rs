//! What is shown: a thin skin over the rest. Nothing is worked out here that a number on the screen depends on.
//!
//! - [`start`] mounts the app. `shell/` is what stands around every page, `routes.rs` has every address of a session.
//! - `pages/` has one folder per step of the way, `components/` what they share, `charts/` the pictures.
//! - `state/` holds the open session, what the whole app shares, and the library of models and profiles.
//! - `text/` has every word of the screen, one folder per language. It needs no browser: the command line speaks the same words.
//! - `browser/` is the only place in here that speaks to the browser directly.

#[cfg(feature = "ui")]
mod browser;
#[cfg(feature = "ui")]
mod charts;
#[cfg(feature = "ui")]
mod components;
#[cfg(feature = "ui")]
mod pages;
#[cfg_attr(not(feature = "ui"), allow(dead_code, reason = "addresses that only pages have"))]
mod routes;
#[cfg(feature = "ui")]
mod shell;
#[cfg(feature = "ui")]
mod state;
#[cfg_attr(not(feature = "ui"), allow(dead_code, unused_imports, reason = "words that only pages say"))]
pub(crate) mod text;

#[cfg(feature = "ui")]
pub use charts::{
    Drawn, GanttRow, Room, Row, Twin, bars, bars_key, bars_twin, consequences, consequences_key, consequences_twin, gantt,
    gantt_twin, levels, levels_key, levels_reached, levels_twin, rows, slope, slope_rows, slope_twin, trend_twin,
};
pub use text::{
    answer_of, assumed, difference, duties_missed, falls_short, fit, leaving_entry, level_now, lowest_and_spread, merge_error,
    problem, problems, read_error, reader_blocks, report_document, since, slides, standing, storage_error, unknown_answer,
    urgent, why_lower,
};

/// Shows the app in the page.
#[cfg(feature = "ui")]
pub fn start() {
    browser::page::show_message_on_panic();
    // Reading the code and showing the first screen are two things to do: the browser may paint between them.
    wasm_bindgen_futures::spawn_local(async {
        browser::task::breathe().await;
        browser::page::mount(shell::app::App);
        browser::paper::write_out_fields();
        browser::host_events::say_begun();
    });
}
