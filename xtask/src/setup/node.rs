//! The packages of Node.js that build and serve the app, and those that test it.

use crate::paths;
use crate::run::{Run, step};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// The oldest Node.js that all packages run on.
const OLDEST: u32 = 20;
/// A copy of the lock file that the packages were installed from.
const STAMP: &str = ".plumbline-lock";

/// What builds and serves the app; the folder of its programs.
pub fn for_building() -> Result<PathBuf> {
    let folder = paths::root().join("xtask");
    packages(&folder, "the packages of Node.js that build the app")?;
    Ok(folder.join("node_modules").join(".bin"))
}

/// What the tests of the whole app need.
pub fn for_testing() -> Result<()> {
    packages(&paths::root().join("tests"), "the packages of Node.js that test the app")
}

/// What measuring the app needs beside that.
pub fn for_measuring() -> Result<()> {
    packages(&paths::root().join("tests").join("bench"), "the packages of Node.js that measure the app")
}

/// Fails, with what to do, if the build tools are not there.
pub fn require_build_tools() -> Result<()> {
    let folder = paths::root().join("xtask");
    if !folder.join("node_modules").exists() {
        bail!("the build tools are not installed; run `cargo xtask setup`, or `npm ci` in {}", folder.display());
    }
    Ok(())
}

/// Installs the packages of a folder as its lock file has them, unless that was done.
fn packages(folder: &Path, what: &str) -> Result<()> {
    let lock = folder.join("package-lock.json");
    let wanted = fs::read_to_string(&lock).with_context(|| format!("could not read {}", lock.display()))?;
    let stamp = folder.join("node_modules").join(STAMP);
    if !outdated(fs::read_to_string(&stamp).ok().as_deref(), &wanted) {
        return Ok(());
    }
    require_node()?;
    step(&format!("Installing {what}"), "under a minute", || {
        let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
        Run::new(npm)
            .args(["ci", "--loglevel=error"])
            .within(folder)
            .logged()
            .with_context(|| format!("could not install {what}"))?;
        fs::write(&stamp, &wanted).with_context(|| format!("could not write {}", stamp.display()))
    })
}

/// Whether packages were never installed, or from another lock file.
fn outdated(installed: Option<&str>, wanted: &str) -> bool {
    installed != Some(wanted)
}

fn require_node() -> Result<()> {
    match Run::new("node").args(["--version"]).read().as_deref().and_then(major) {
        Some(version) if version >= OLDEST => Ok(()),
        Some(version) => bail!("Node.js {version} is too old; install Node.js {OLDEST} or newer and start again"),
        None => bail!("Node.js is not installed; install Node.js {OLDEST} or newer, with npm, and start again"),
    }
}

/// The first number of a version such as `v20.1.0`.
fn major(version: &str) -> Option<u32> {
    version.trim().trim_start_matches('v').split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packages_are_installed_when_missing_or_when_the_lock_file_changed() {
        assert!(outdated(None, "{}"));
        assert!(outdated(Some("{ }"), "{}"));
        assert!(!outdated(Some("{}"), "{}"));
    }

    #[test]
    fn the_version_of_node_is_read_as_it_says_it() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("none"), None);
    }
}
