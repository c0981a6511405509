//! What is shown: a thin skin over the rest. Nothing is worked out here that a number on the screen depends on.
//!
//! - [`start`] mounts the app; `app.rs` has the routes, `library.rs` loads models and profiles, `open session/` holds the open session,
//!   `later.rs` loads the code of the pages.
//! - `pages/` has one file per step of the way, `components/` what they share, `charts/` the pictures.
//! - `text/` has every word of the screen, one folder per language.
//! - `ways to the browser/` is the only place in here that speaks to the browser directly.

mod browser;
mod charts;
mod components;
mod pages;
mod shell;
mod state;
mod text;

pub use charts::{
    Drawn, Room, Row, Twin, bars, bars_twin, consequences, consequences_twin, levels, levels_twin, radar, radar_twin, rows,
};
pub use text::{merge_error, problem, problems, radar_axis, read_error, report_document, storage_error};

/// Shows the app in the page.
pub fn start() {
    browser::page::show_message_on_panic();
    // Reading the code and showing the first screen are two things to do: the browser may paint between them.
    wasm_bindgen_futures::spawn_local(async {
        browser::task::breathe().await;
        browser::page::mount(shell::app::App);
        browser::host_events::say_begun();
    });
}
