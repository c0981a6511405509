//! Tests of the whole app in a browser: the files `tests/e2e/*.test.mjs`, against the app as it is released.
//!
//! They learn where the app is from `PLUMBLINE_URL` and `PLUMBLINE_SUBPATH_URL` (the same app hosted under a path), and
//! which browser to start from `CHROMIUM_PATH`.

use crate::build;
use crate::paths;
use crate::run::{Run, step};
use crate::serve::{Server, free_port};
use crate::setup;
use anyhow::{Context, Result};

/// A path to host the app under, as a host of many projects does.
const SUBPATH: &str = "/plumbline/";
/// Where to look for free ports: out of the way of a running `serve`.
const FIRST_PORT: u16 = 8180;

/// Runs all of them.
pub fn run() -> Result<()> {
    let files = paths::files_ending(&paths::root().join("tests").join("e2e"), ".test.mjs");
    if files.is_empty() {
        println!("==> No end-to-end tests yet");
        return Ok(());
    }
    let tools = setup::for_building()?;
    let browser = setup::for_end_to_end_tests()?;
    let (whole, below) = (paths::target().join("e2e").join("whole"), paths::target().join("e2e").join("below"));
    build::release(&tools, "/", &whole)?;
    build::release(&tools, SUBPATH, &below)?;
    let whole = Server::start(&whole, "/", free_port(FIRST_PORT)?)?;
    let below = Server::start(&below, SUBPATH, free_port(FIRST_PORT)?)?;
    step("Testing the whole app in a browser", "", || {
        Run::new("node")
            .args(["--test", "--test-reporter=spec"])
            .args(&files)
            .env("PLUMBLINE_URL", &whole.address)
            .env("PLUMBLINE_SUBPATH_URL", &below.address)
            .env("CHROMIUM_PATH", &browser)
            .shown()
            .context("a test of the whole app failed")
    })
}
