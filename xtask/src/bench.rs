//! Measures how fast Plumbline is, against what it promises.

use crate::run::{Run, step};
use anyhow::{Context, Result};

/// Measures everything there is.
pub fn everything() -> Result<()> {
    native()
}

/// What follows from a session, worked out without a browser: `tests/bench/results.rs`.
pub fn native() -> Result<()> {
    step("Measuring what follows from a session", "5 to 10 minutes at first, then half a minute", || {
        let bench = Run::new("cargo").args(["bench", "--quiet", "--package", "plumbline", "--bench", "results"]);
        bench
            .shown()
            .context("it was not measured, or took longer than it may; if this machine is busy, start again when it is not")
    })
}
