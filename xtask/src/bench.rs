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
    step("Measuring what follows from a session, and how that grows", "5 minutes at first, then 2 minutes", || {
        // What is measured needs nothing of the screen, which takes the longest to build.
        let bench = ["bench", "--quiet", "--package", "plumbline", "--no-default-features", "--bench", "results"];
        let bench = Run::new("cargo").args(bench);
        bench
            .shown()
            .context("it was not measured, or took longer than it may; if this machine is busy, start again when it is not")
    })
}

/// Visits, answers and the opening of results in the app as it is released: `tests/bench/page.mjs`, `tests/bench/answering.mjs`,
/// `tests/bench/opening.mjs`, `tests/bench/fleet.mjs`.
pub fn browser() -> Result<()> {
    let tools = setup::for_building()?;
    let chromium = setup::for_measuring()?;
    let app = paths::target().join("bench");
    build::release(&tools, "/", &app)?;
    let server = Server::start(&app, "/", free_port(FIRST_PORT)?)?;
    let measure = |script: &str, too_much: &'static str| {
        let script = paths::root().join("tests").join("bench").join(script);
        let run = Run::new("node").args([script]).env("PLUMBLINE_URL", &server.address).env("CHROMIUM_PATH", &chromium);
        run.shown().context(too_much)
    };
    // All are measured, whatever comes of the first.
    let visit = step("Measuring what a visit costs, on a phone with bad reception", "5 minutes", || {
        measure("page.mjs", "a visit costs more than it may")
    });
    let answers = step("Measuring how long an answer takes to be painted", "5 minutes", || {
        measure("answering.mjs", "an answer took longer than it may; if this machine is busy, start again when it is not")
    });
    let opening = step("Measuring how long Results take to open", "1 minute", || {
        measure("opening.mjs", "Results took longer to open than they may; if this machine is busy, start again when it is not")
    });
    let fleet = step("Measuring two hundred assessments side by side", "1 minute", || {
        measure("fleet.mjs", "they took longer or more room than they may; if this machine is busy, start again when it is not")
    });
    visit.and(answers).and(opening).and(fleet)
}
