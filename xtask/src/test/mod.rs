//! Runs the tests.

pub mod e2e;
pub mod native;
pub mod wasm;

use crate::run::in_words;
use anyhow::Result;
use std::time::Instant;

/// Runs every test there is.
pub fn everything() -> Result<()> {
    let start = Instant::now();
    native::run()?;
    wasm::run()?;
    e2e::run()?;
    println!("Every test passed, in {}.", in_words(start.elapsed()));
    Ok(())
}
