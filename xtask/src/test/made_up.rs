//! The app in the made-up language, for the test of its words: `tests/e2e/made-up-language.test.mjs`.

use crate::run::step;
use crate::setup::Tools;
use anyhow::{Context, Result};
use std::path::Path;

/// Builds the app in the made-up language into a folder. It is not for release: nobody looks at its size, and it is built sooner.
pub fn build(tools: &Tools, folder: &Path) -> Result<()> {
    step("Building the app in a made-up language, for the tests of its words", "3 to 6 minutes at first, then what changed", || {
        let build = tools.trunk().args(["build", "--quiet", "--skip-version-check", "--public-url", "/"]);
        build.args(["--features", "made-up-language,split", "--dist"]).args([folder]).shown().context("could not build the app")
    })
}
