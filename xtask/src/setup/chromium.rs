//! Chromium, for the tests in a browser.

use super::apt;
use crate::paths;
use crate::run::step;
use anyhow::{Result, bail};
use std::env;
use std::path::PathBuf;

const NAMES: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const PLACES: [&str; 4] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

/// A browser to test in, installed if there is none and that can be done.
pub fn browser() -> Result<PathBuf> {
    if let Some(named) = env::var_os("CHROMIUM_PATH").map(PathBuf::from) {
        if named.is_file() {
            return Ok(named);
        }
        bail!("CHROMIUM_PATH names {}, which is no file; correct it, or unset it to use the installed browser", named.display());
    }
    if installed().is_none() && apt::present() {
        install()?;
    }
    match installed() {
        Some(browser) => Ok(browser),
        None => bail!("there is no Chromium or Chrome to test in; install one, or name it in CHROMIUM_PATH, and start again"),
    }
}

fn installed() -> Option<PathBuf> {
    let places = PLACES.iter().map(PathBuf::from).filter(|path| path.is_file());
    NAMES.iter().find_map(|name| paths::on_path(name)).or_else(|| places.into_iter().next())
}

fn install() -> Result<()> {
    step("Installing Chromium to test in", "half a minute", || apt::install(&["chromium", "fonts-dejavu-core"]))
}
