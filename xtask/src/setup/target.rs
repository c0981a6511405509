//! A compiler that makes WebAssembly: rustup's with its target added, or else Debian's.

use super::{apt, debian};
use crate::paths;
use crate::run::Run;
use anyhow::{Result, bail};
use std::path::PathBuf;
use std::time::Duration;

/// The name of WebAssembly among the compiler's targets.
pub const WASM: &str = "wasm32-unknown-unknown";

/// A compiler with the WebAssembly target.
pub struct Compiler {
    /// Its name for rustup; none is the one in use anyway.
    pub toolchain: Option<&'static str>,
}

/// Finds a compiler with the target, or adds the target, or installs such a compiler.
pub fn ensure() -> Result<Compiler> {
    if library("rustc").is_some_and(|folder| debian::current(&folder, "rustc") != Some(false)) {
        return Ok(Compiler { toolchain: None });
    }
    if !debian::ready() {
        if added_by_rustup() {
            return Ok(Compiler { toolchain: None });
        }
        if !apt::present() {
            bail!(
                "this compiler has no WebAssembly target and there is no way to add it here; \
                 install Rust with rustup, run `rustup target add {WASM}` and start again"
            );
        }
        debian::install()?;
    }
    debian::forget_older_builds()?;
    Ok(Compiler { toolchain: Some(debian::TOOLCHAIN) })
}

/// The folder of a compiler's standard library for WebAssembly, if the library is in it.
pub fn library(rustc: &str) -> Option<PathBuf> {
    let folder = library_folder(rustc)?;
    let names = std::fs::read_dir(&folder).ok()?.flatten().map(|entry| entry.file_name());
    let found = names.into_iter().any(|name| name.to_string_lossy().starts_with("libstd-"));
    found.then_some(folder)
}

/// Where a compiler's standard library for WebAssembly is or would be.
pub fn library_folder(rustc: &str) -> Option<PathBuf> {
    let folder = Run::new(rustc).args(["--print", "target-libdir", "--target", WASM]).read()?;
    Some(PathBuf::from(folder.trim()))
}

/// Asks rustup for the target. An answer of no comes at once and is not shown: there is another way.
fn added_by_rustup() -> bool {
    if paths::on_path("rustup").is_none() {
        return false;
    }
    println!("==> Adding the WebAssembly target to the Rust compiler (usually under a minute)");
    let add = Run::new("rustup").args(["target", "add", WASM]).env("RUSTUP_MAX_RETRIES", "1");
    let added = add.went_well_within(Duration::from_secs(180)) && library("rustc").is_some();
    println!("    {}", if added { "done" } else { "rustup cannot fetch it here" });
    added
}
