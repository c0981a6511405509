//! Chromium and its driver, for the tests in a browser.

use super::apt;
use crate::paths;
use crate::run::{Run, step};
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

/// The program that steers the browser, installed if there is none and that can be done. Its version must be the
/// browser's.
pub fn driver() -> Result<PathBuf> {
    let browser = browser()?;
    let find = || env::var_os("CHROMEDRIVER").map(PathBuf::from).or_else(|| paths::on_path("chromedriver"));
    if find().is_none() && apt::present() && env::var_os("CHROMIUM_PATH").is_none() {
        install()?;
    }
    let Some(driver) = find() else {
        bail!("there is no chromedriver for {}; install it, or name it in CHROMEDRIVER, and start again", browser.display());
    };
    let version = |file: &PathBuf| Run::new(file).args(["--version"]).read().as_deref().and_then(major);
    match (version(&browser), version(&driver)) {
        (Some(one), Some(other)) if one != other => bail!(
            "chromedriver {other} does not fit the browser, which is version {one}; install the one that does, or name it in CHROMEDRIVER"
        ),
        _ => Ok(driver),
    }
}

fn installed() -> Option<PathBuf> {
    let places = PLACES.iter().map(PathBuf::from).filter(|path| path.is_file());
    NAMES.iter().find_map(|name| paths::on_path(name)).or_else(|| places.into_iter().next())
}

fn install() -> Result<()> {
    step("Installing Chromium and its driver to test in", "half a minute", || {
        apt::install(&["chromium", "chromium-driver", "fonts-dejavu-core"])
    })
}

/// The first number of what a browser or its driver says as its version.
fn major(said: &str) -> Option<u32> {
    let version = said.split_whitespace().find(|word| word.starts_with(|first: char| first.is_ascii_digit()))?;
    version.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_found_in_what_programs_say() {
        assert_eq!(major("Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)"), Some(156));
        assert_eq!(major("ChromeDriver 156.0.8078.79 (a21ce95c24ce)"), Some(156));
        assert_eq!(major("no version here"), None);
    }
}
