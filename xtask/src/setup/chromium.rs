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

/// The same engine without the windows of a browser: a page costs a quarter less of the processor, which is what tests wait for.
const SHELLS: [&str; 2] = ["chromium-headless-shell", "chrome-headless-shell"];

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

/// The shell of the same engine, installed if there is none and that can be done. Not every system has it: then tests run in the browser.
pub fn shell() -> Result<Option<PathBuf>> {
    if let Some(named) = env::var_os("CHROMIUM_SHELL_PATH").map(PathBuf::from) {
        if named.is_file() {
            return Ok(Some(named));
        }
        bail!("CHROMIUM_SHELL_PATH names {}, which is no file; correct it, or unset it", named.display());
    }
    let there = || SHELLS.iter().find_map(|name| paths::on_path(name));
    // The browser may have been named or installed by hand, in a version that is not Debian's: both have to be the same engine.
    if there().is_none() && env::var_os("CHROMIUM_PATH").is_none() && apt::version("chromium").is_some() {
        let installed = step("Installing Chromium without windows to test in", "half a minute", || {
            apt::install(&["chromium-headless-shell"])
        });
        if let Err(why) = installed {
            println!("    the tests run in the whole browser, which takes longer: {why:#}");
        }
    }
    Ok(there())
}

fn installed() -> Option<PathBuf> {
    let places = PLACES.iter().map(PathBuf::from).filter(|path| path.is_file());
    NAMES.iter().find_map(|name| paths::on_path(name)).or_else(|| places.into_iter().next())
}

fn install() -> Result<()> {
    step("Installing Chromium to test in", "half a minute", || apt::install(&["chromium", "fonts-dejavu-core"]))
}
