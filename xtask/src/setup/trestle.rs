//! The program compliance-trestle, with which one test reads what is written in forms of OSCAL: its types are made of the official schemas.

use crate::paths;
use crate::run::{Run, step};
use anyhow::{Context, Result};
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

/// The version that reads the OSCAL that is written.
const VERSION: &str = "5.2.0";

/// The Python that has it, installed if it is missing. Where that can't be done, it is said, and so says the test that it was left out.
pub fn ensure() -> Result<Option<PathBuf>> {
    let home = paths::cache()?.join(format!("compliance-trestle-{VERSION}"));
    let python = home.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    // Written last: an installation that was interrupted begins anew.
    let done = home.join("installed");
    if done.is_file() && python.is_file() {
        return Ok(Some(python));
    }
    let installed = step("Installing compliance-trestle to read OSCAL", "half a minute", || install(&home, &python, &done));
    if let Err(why) = installed {
        println!("compliance-trestle is not here, and what needs it is left out: {why:#}");
        return Ok(None);
    }
    Ok(Some(python))
}

fn install(home: &Path, python: &Path, done: &Path) -> Result<()> {
    anyhow::ensure!(paths::on_path("python3").is_some(), "there is no python3");
    within("8", "python3").args(["-m", "venv", "--clear"]).args([home]).logged().context("could not make a place for it")?;
    let package = format!("compliance-trestle=={VERSION}");
    // Nothing is built: what is no finished package would run programs of others to become one.
    let pip = ["-m", "pip", "install", "--quiet", "--only-binary", ":all:", "--timeout", "5", "--retries", "0", &package];
    within("22", python).args(pip).logged().context("could not fetch it from PyPI")?;
    fs::write(done, VERSION).with_context(|| format!("could not write {}", done.display()))
}

/// A program that may take so many seconds: one test is not worth more, and what was fetched by then is there the next time.
fn within(seconds: &str, program: impl AsRef<OsStr>) -> Run {
    if paths::on_path("timeout").is_some() && !cfg!(windows) {
        Run::new("timeout").args([OsStr::new(seconds), program.as_ref()])
    } else {
        Run::new(program)
    }
}
