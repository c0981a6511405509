//! The program that encrypts files, beside the app: a worker of the browser loads it when somebody needs it, see src/bin/cipher.rs.

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

/// Its name, and that of its folder beside the page.
const CIPHER: &str = "cipher";

/// Builds it and puts it beside the page.
pub fn put(folder: &Path, is_release: bool) -> Result<()> {
    let profile = if is_release { "release" } else { "quick" };
    let build = ["build", "--quiet", "--bin", CIPHER, "--no-default-features", "--features", CIPHER];
    let build = Run::new("cargo").args(build).args(["--target", WASM, "--profile", profile]).within(&paths::root());
    build.shown().context("could not build what encrypts files")?;
    let built = paths::target().join(WASM).join(profile).join(format!("{CIPHER}.wasm"));
    let work = paths::target().join(CIPHER).join(profile);
    let home = folder.join(CIPHER);
    for folder in [&work, &home] {
        fs::create_dir_all(folder).with_context(|| format!("could not make the folder {}", folder.display()))?;
    }
    bind(CIPHER, &built, &work)?;
    let bound = work.join(format!("{CIPHER}_bg.wasm"));
    let whole = fs::read(&bound).with_context(|| format!("could not read {}", bound.display()))?;
    let code = code_of(&whole).with_context(|| format!("{} is no code", bound.display()))?;
    fs::write(&bound, code).with_context(|| format!("could not write {}", bound.display()))?;
    if is_release {
        optimize(&bound)?;
    }
    let put = home.join(format!("{CIPHER}.wasm"));
    fs::copy(&bound, &put).with_context(|| format!("could not write {}", put.display()))?;
    let glue = work.join(format!("{CIPHER}.js"));
    script("cipher.mjs").args([glue, home.join("worker.js")]).shown().context("could not make the script that encrypts files")
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
