//! The programs beside the app: a worker of the browser loads one when somebody needs it, see src/bin/cipher.rs and src/bin/office.rs.

use crate::build::script;
use crate::paths;
use crate::run::Run;
use crate::setup::target::WASM;
use crate::split::{bind, optimize};
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;
use wasm_encoder::{Module, RawSection};
use wasmparser::Parser;

/// Their names: those of their features, and of their folders beside the page.
pub const PROGRAMS: [&str; 2] = ["cipher", "office"];

/// Builds them and puts them beside the page.
pub fn put(folder: &Path, is_release: bool) -> Result<()> {
    let profile = if is_release { "release" } else { "quick" };
    let features = PROGRAMS.join(",");
    // Together: what they have in common is built once.
    let build = Run::new("cargo").args(["build", "--quiet", "--no-default-features", "--features", &features]);
    let build = build.args(PROGRAMS.iter().flat_map(|name| ["--bin", name])).args(["--target", WASM, "--profile", profile]);
    build.within(&paths::root()).shown().context("could not build the programs beside the app")?;
    PROGRAMS.iter().try_for_each(|name| put_one(name, folder, profile))
}

fn put_one(name: &str, folder: &Path, profile: &str) -> Result<()> {
    let built = paths::target().join(WASM).join(profile).join(format!("{name}.wasm"));
    let work = paths::target().join(name).join(profile);
    let home = folder.join(name);
    for folder in [&work, &home] {
        fs::create_dir_all(folder).with_context(|| format!("could not make the folder {}", folder.display()))?;
    }
    bind(name, &built, &work)?;
    let bound = work.join(format!("{name}_bg.wasm"));
    let whole = fs::read(&bound).with_context(|| format!("could not read {}", bound.display()))?;
    let code = code_of(&whole).with_context(|| format!("{} is no code", bound.display()))?;
    fs::write(&bound, code).with_context(|| format!("could not write {}", bound.display()))?;
    if profile == "release" {
        optimize(&bound)?;
    }
    let put = home.join(format!("{name}.wasm"));
    fs::copy(&bound, &put).with_context(|| format!("could not write {}", put.display()))?;
    let (glue, worker) = (work.join(format!("{name}.js")), home.join("worker.js"));
    let made = script("program.mjs").args([name.into(), glue, worker]).shown();
    made.with_context(|| format!("could not make the script that runs {name}"))
}

/// A program without what only tools read: nearly half of it, for splitting the app, which is done with the app alone.
fn code_of(whole: &[u8]) -> Result<Vec<u8>> {
    const NOTES: u8 = 0;
    let mut module = Module::new();
    for part in Parser::new(0).parse_all(whole) {
        if let Some((id, range)) = part?.as_section().filter(|(id, _)| *id != NOTES) {
            let (start, end) = (usize::try_from(range.start)?, usize::try_from(range.end)?);
            let data = whole.get(start..end).context("a section ends after the file")?;
            module.section(&RawSection { id, data });
        }
    }
    Ok(module.finish())
}
