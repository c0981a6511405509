//! Sets up what a command needs and is missing. When all is there, this takes a second or two.

mod age;
pub mod apt;
pub mod chromium;
mod debian;
mod engines;
mod libreoffice;
pub mod node;
pub mod target;
mod tools;
mod trestle;

use crate::paths;
use crate::run::Run;
use anyhow::{Context, Result};
use std::ffi::OsString;
use std::fs::File;
use std::path::PathBuf;
use target::Compiler;

/// What builds the app: a compiler, and tools of the versions that fit.
pub struct Tools {
    trunk: PathBuf,
    compiler: Compiler,
    path: OsString,
}

impl Tools {
    /// Trunk, about to run. Its errors come with a backtrace of its own if one is wanted of ours: that helps nobody.
    pub fn trunk(&self) -> Run {
        let run = Run::new(&self.trunk).env_if("RUSTUP_TOOLCHAIN", self.compiler.toolchain);
        run.env("PATH", &self.path).env("RUST_BACKTRACE", "0")
    }
}

/// Sets up everything.
pub fn everything() -> Result<()> {
    for_building()?;
    for_end_to_end_tests()?;
    for_tests_without_windows()?;
    for_other_engines()?;
    for_reading_oscal()?;
    println!("Everything is set up. `cargo xtask serve` starts Plumbline.");
    Ok(())
}

/// Sets up what builds and serves the app.
pub fn for_building() -> Result<Tools> {
    let _alone = alone()?;
    let node = node::for_building()?;
    let compiler = target::ensure()?;
    let trunk = tools::trunk()?;
    let bindgen = tools::wasm_bindgen()?;
    let path = paths::path_with([node.as_path()].into_iter().chain(bindgen.parent()))?;
    Ok(Tools { trunk, compiler, path })
}

/// Sets up what tests the whole app; the browser to test in.
pub fn for_end_to_end_tests() -> Result<PathBuf> {
    let _alone = alone()?;
    node::for_testing()?;
    age::ensure()?;
    libreoffice::ensure()?;
    chromium::browser()
}

/// Sets up what most tests of the whole app run in: Chromium without windows, where it can be had.
pub fn for_tests_without_windows() -> Result<Option<PathBuf>> {
    let _alone = alone()?;
    chromium::shell()
}

/// Sets up the engines beside Chromium that a few tests run in as well; their programs, each with the variable that names it.
pub fn for_other_engines() -> Result<Vec<(&'static str, PathBuf)>> {
    let _alone = alone()?;
    engines::ensure()
}

/// Sets up what reads forms of OSCAL, where it can be had; the variable that names its Python, with that.
pub fn for_reading_oscal() -> Result<Option<(&'static str, PathBuf)>> {
    let _alone = alone()?;
    Ok(trestle::ensure()?.map(|python| ("TRESTLE_PYTHON", python)))
}

/// Sets up what measures the whole app; the browser to measure in.
pub fn for_measuring() -> Result<PathBuf> {
    let browser = for_end_to_end_tests()?;
    let _alone = alone()?;
    node::for_measuring()?;
    Ok(browser)
}

/// Waits until no other set-up runs, and keeps others waiting as long as the file that it gives is open.
fn alone() -> Result<File> {
    let place = paths::cache()?.join("lock");
    let file = File::create(&place).with_context(|| format!("could not write {}", place.display()))?;
    if file.try_lock().is_err() {
        println!("==> Waiting for another set-up to finish");
        file.lock().with_context(|| format!("could not lock {}", place.display()))?;
    }
    Ok(file)
}
