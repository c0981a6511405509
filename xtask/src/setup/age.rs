//! The program age, with which one test looks from outside at the files that are encrypted here.

use super::apt;
use crate::paths;
use crate::run::step;
use anyhow::Result;

/// Installs it where that can be done; elsewhere the test says that it left it out.
pub fn ensure() -> Result<()> {
    if paths::on_path("age").is_some() || !apt::present() {
        return Ok(());
    }
    step("Installing the program age", "a few seconds", || apt::install(&["age"]))
}
