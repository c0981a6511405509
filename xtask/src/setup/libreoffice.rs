//! LibreOffice without windows, with which one test looks from outside at the files for spreadsheets and word processors.

use super::apt;
use crate::paths;
use crate::run::step;
use anyhow::Result;

/// Installs it where that can be done; elsewhere the test says that it left it out.
pub fn ensure() -> Result<()> {
    if paths::on_path("soffice").is_some() || !apt::present() {
        return Ok(());
    }
    let packages = ["libreoffice-calc-nogui", "libreoffice-writer-nogui"];
    step("Installing LibreOffice without windows", "1 minute", || apt::install(&packages))
}
