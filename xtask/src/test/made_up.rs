//! The app in the made-up language, for the test of its words: `tests/e2e/made-up-language.test.mjs`.

use crate::build;
use crate::paths;
use crate::run::step;
use crate::setup::Tools;
use anyhow::Result;
use std::path::PathBuf;

/// Where it is built, to be hosted at the root.
pub fn folder() -> PathBuf {
    paths::target().join("e2e").join("made-up")
}

/// Builds it. It is not for release: nobody looks at its size, and it is built sooner.
pub fn build(tools: &Tools) -> Result<()> {
    step("Building the app in a made-up language, for the test of its words", "4 minutes at first, then what changed", || {
        build::in_one_piece(tools, "made-up-language", &folder())
    })
}
