//! Plumbline: how well the security of a connected product or plant fits its need.
//!
//! One sentence: **what is asked** ([`model`]) + **what was said** ([`session`]) → **what follows** ([`analysis`]) →
//! **what is shown** (`ui`), with **where it stays** (`store`) and **how it travels** (`exchange`) at the edges.

pub mod analysis;
pub mod exchange;
pub mod model;
pub mod session;
pub mod store;
#[cfg(feature = "ui")]
pub mod ui;
