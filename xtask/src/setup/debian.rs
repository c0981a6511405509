//! Debian's Rust compiler for web browsers, for machines where rustup cannot fetch the WebAssembly target.
//!
//! Debian ships it without the standard library for WebAssembly, but with the library's source: it is built once, put
//! where the compiler looks for it, and stamped with the compiler that it was built with. After an upgrade of the
//! compiler the stamp tells, and the library is built again.

use super::apt;
use super::target::{WASM, library, library_folder};
use crate::paths;
use crate::run::{Run, step};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// The name that Debian's compiler gets in rustup.
pub const TOOLCHAIN: &str = "web";
const RUSTC: &str = "/usr/bin/rustc";
const CARGO: &str = "/usr/bin/cargo";
const LINKER: &str = "/usr/bin/rust-lld";
const PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm"];
const STAMP: &str = "plumbline-stamp";

/// Whether all of it is there and fits together.
pub fn ready() -> bool {
    packages_present() && library(RUSTC).is_some_and(|folder| current(&folder, RUSTC) == Some(true)) && linked()
}

/// Whether the library in `folder` was built by us with this very compiler; nothing if it is not of our making.
pub fn current(folder: &Path, rustc: &str) -> Option<bool> {
    let stamp = fs::read_to_string(folder.join(STAMP)).ok()?;
    Some(stamp_of(rustc).is_some_and(|now| now == stamp))
}

/// Installs what is missing of it.
pub fn install() -> Result<()> {
    if !packages_present() {
        step("Installing Debian's Rust compiler for the web", "half a minute", || {
            apt::install(&PACKAGES)?;
            // The linker is a link to a package of its own, whose name says its version.
            match fs::read_link(LINKER) {
                Ok(linker) if !Path::new(LINKER).exists() => {
                    apt::install(&[&linker.file_name().unwrap_or_default().to_string_lossy()])
                }
                _ => Ok(()),
            }
        })?;
    }
    if library(RUSTC).and_then(|folder| current(&folder, RUSTC)) != Some(true) {
        step("Building Rust's standard library for WebAssembly", "a minute", build_library)?;
    }
    if !linked() {
        let link = Run::new("rustup").args(["toolchain", "link", TOOLCHAIN, "/usr"]);
        link.logged().context("could not make Debian's compiler known to rustup")?;
    }
    if ready() {
        return Ok(());
    }
    bail!(
        "Debian's compiler for the web does not work here; run `rustup target add {WASM}` where it can download, and start again"
    )
}

/// Removes what was built for WebAssembly against another build of the standard library: cargo does not notice.
pub fn forget_older_builds() -> Result<()> {
    let Some(now) = stamp_of(RUSTC) else { return Ok(()) };
    let kept = paths::target().join("wasm-library-stamp");
    if fs::read_to_string(&kept).is_ok_and(|then| then == now) {
        return Ok(());
    }
    let old = paths::target().join(WASM);
    if old.exists() {
        fs::remove_dir_all(&old).with_context(|| format!("could not remove the outdated folder {}", old.display()))?;
    }
    fs::create_dir_all(paths::target())
        .and_then(|()| fs::write(&kept, now))
        .with_context(|| format!("could not write {}", kept.display()))
}

fn packages_present() -> bool {
    Path::new(RUSTC).exists() && Path::new(LINKER).exists() && PACKAGES.iter().all(|package| apt::version(package).is_some())
}

/// Whether rustup knows the compiler, where there is rustup.
fn linked() -> bool {
    let rustup = paths::on_path("rustup").is_some();
    !rustup || Run::new("rustup").args(["run", TOOLCHAIN, "rustc", "-vV"]).read() == Run::new(RUSTC).args(["-vV"]).read()
}

/// What a compiler says of itself, and the packages that it and the library's source come from.
fn stamp_of(rustc: &str) -> Option<String> {
    let compiler = Run::new(rustc).args(["-vV"]).read()?;
    let versions: Vec<String> = PACKAGES.iter().filter_map(|package| apt::version(package)).collect();
    Some(format!("{compiler}{}\n", versions.join("\n")))
}

fn build_library() -> Result<()> {
    let here = paths::cache()?.join("library");
    let target = here.join("target");
    let _ = fs::remove_dir_all(&here);
    let written = fs::create_dir_all(here.join("src"))
        .and_then(|()| fs::write(here.join("src/lib.rs"), ""))
        .and_then(|()| fs::write(here.join("Cargo.toml"), "[package]\nname = \"empty\"\nedition = \"2024\"\n\n[workspace]\n"));
    written.with_context(|| format!("could not write to {}", here.display()))?;
    Run::new(CARGO)
        .args(["build", "--release", "-Zbuild-std=std,panic_abort,test", "--target", WASM])
        .within(&here)
        .env("RUSTC", RUSTC)
        .env("RUSTC_BOOTSTRAP", "1")
        // With bitcode, so that link-time optimization reaches into the library.
        .env("RUSTFLAGS", "-Cembed-bitcode=yes")
        .env("CARGO_TARGET_DIR", &target)
        .without_env("RUSTUP_TOOLCHAIN")
        .logged()
        .context("could not build Rust's standard library for WebAssembly")?;

    let stamp = here.join(STAMP);
    fs::write(&stamp, stamp_of(RUSTC).unwrap_or_default()).with_context(|| format!("could not write {}", stamp.display()))?;
    let ours = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("libempty-"));
    let mut files = paths::files_ending(&target.join(WASM).join("release/deps"), ".rlib");
    files.retain(|path| !ours(path));
    files.push(stamp);
    let folder =
        library_folder(RUSTC).context("Debian's compiler does not say where its libraries are; install rustc-web again")?;
    let place = format!("could not put the standard library into {}", folder.display());
    apt::as_root("rm").args(["-rf"]).args([&folder]).logged().with_context(|| place.clone())?;
    let install = apt::as_root("install").args(["-D", "-m", "644", "-t"]).args([&folder]).args(&files);
    install.logged().with_context(|| place)?;
    let _ = fs::remove_dir_all(&here);
    Ok(())
}
