//! Finishes what Trunk built, before it becomes the `dist` folder: Trunk calls this, see Trunk.toml.

use crate::bill;
use crate::build::script;
use crate::notices;
use crate::paths;
use crate::programs;
use crate::setup::node;
use crate::split::split;
use anyhow::{Context, Result};
use std::env;
use std::fs;
use std::path::PathBuf;

/// Set for a build whose app stays in one piece: it is there sooner after each change.
pub const WHOLE: &str = "PLUMBLINE_WHOLE";

/// Splits the app, makes the chart library, the notices of what is shipped, the service worker, and the page for addresses that are no file.
/// In a release build also packs what the first screen loads, and writes the bill of materials, compressed twins and the list of hashes.
pub fn stage() -> Result<()> {
    let folder = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .context("`cargo xtask stage` is a part of the build; run `cargo xtask build`, which calls it")?;
    node::require_build_tools()?;
    let profile = env::var("TRUNK_PROFILE").unwrap_or_else(|_| "debug".to_owned());
    if env::var_os(WHOLE).is_none() {
        split(&folder, &profile)?;
    }
    let charts = folder.join("charts").join("echarts.js");
    script("charts.mjs").args([charts]).shown().context("could not make the chart library")?;
    programs::put(&folder, profile == "release")?;
    notices::write(&folder.join("notices.json"))?;
    let is_release = profile == "release";
    if is_release {
        bill::write(&folder.join(bill::FILE))?;
        script("pack.mjs").args([&folder]).shown().context("could not pack the first screen")?;
        script("worker.mjs").args([&folder]).shown().context("could not make the service worker")?;
    } else {
        let off = paths::root().join("public").join("sw-off.js");
        fs::copy(off, folder.join("sw.js")).context("could not copy the service worker for development")?;
    }
    // Static hosts show this page for addresses that are no file: the app then finds its own way.
    fs::copy(folder.join("index.html"), folder.join("404.html")).context("could not make 404.html")?;
    // Last, so that every file gets its twin and stands in the list.
    if is_release {
        script("compress.mjs").args([&folder]).shown().context("could not compress the built files")?;
        script("sums.mjs").args([folder]).shown().context("could not write the list of hashes")?;
    }
    Ok(())
}
