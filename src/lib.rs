//! Plumbline: how well the security of a connected product or plant fits its need.
//!
//! One sentence: **what is asked** ([`model`]) + **what was said** ([`session`]) → **what follows** ([`analysis`]) →
//! **what is shown** (`ui`), with **where it stays** (`store`) and **how it travels** (`exchange`) at the edges. The same by words: `command_line`.

pub mod analysis;
pub mod exchange;
pub mod model;
pub mod session;
pub mod store;
#[cfg(any(feature = "ui", not(target_arch = "wasm32")))]
pub mod ui;

// Beside both faces: the command line calls it, the app asks a program that does.
#[cfg(any(feature = "office", not(target_arch = "wasm32")))]
pub mod office;

// The second face of the crate; no part of the app.
#[cfg(not(target_arch = "wasm32"))]
pub mod command_line;
