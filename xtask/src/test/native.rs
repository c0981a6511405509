//! What needs no browser: the code's form, the compiler's advice, and the tests of everything that runs natively.

use crate::run::{Run, step};
use anyhow::{Context, Result, bail};

/// Runs all of it.
pub fn run() -> Result<()> {
    let cargo = |args: &[&str]| Run::new("cargo").args(args);
    for part in ["fmt", "clippy"] {
        if cargo(&[part, "--version"]).read().is_none() {
            bail!("`cargo {part}` is not installed; run `rustup component add rustfmt clippy` and start again");
        }
    }
    step("Checking the form of the code", "", || {
        cargo(&["fmt", "--all", "--check"]).shown().context("the code is not formatted; run `cargo fmt --all`")
    })?;
    step("Checking the code with clippy", "2 minutes at first", || {
        let check = cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]);
        check.shown().context("clippy has advice; follow it and start again")
    })?;
    step("Testing what runs without a browser", "2 minutes at first", || {
        cargo(&["test", "--workspace"]).shown().context("a native test failed")
    })
}
