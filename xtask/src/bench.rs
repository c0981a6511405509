//! Measures how fast Plumbline is, against what it promises.

use crate::build;
use crate::paths;
use crate::run::{Run, step};
use crate::serve::{Server, free_port};
use crate::setup;
use anyhow::{Context, Result};

/// Where to look for free ports: out of the way of a running `serve`.
const FIRST_PORT: u16 = 8180;

/// Measures everything there is.
pub fn everything() -> Result<()> {
    native()?;
    browser()
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

/// Answers in the app as it is released: `tests/bench/answering.mjs`.
pub fn browser() -> Result<()> {
    let tools = setup::for_building()?;
    let chromium = setup::for_end_to_end_tests()?;
    let app = paths::target().join("bench");
    build::release(&tools, "/", &app)?;
    let server = Server::start(&app, "/", free_port(FIRST_PORT)?)?;
    step("Measuring how long an answer takes to be painted", "half a minute", || {
        Run::new("node")
            .args([paths::root().join("tests").join("bench").join("answering.mjs")])
            .env("PLUMBLINE_URL", &server.address)
            .env("CHROMIUM_PATH", &chromium)
            .shown()
            .context("an answer took longer than it may; if this machine is busy, start again when it is not")
    })
}
