//! Trunk and wasm-bindgen, each in the one version that fits, in the tools' cache.

use crate::paths;
use crate::run::{Run, step};
use anyhow::{Context, Result, bail};
use std::path::PathBuf;

/// The version of Trunk that builds the project.
const TRUNK: &str = "0.21.14";

/// A program that cargo installs from its source.
struct Tool<'a> {
    /// The program, as it is started.
    program: &'a str,
    /// The package that has it.
    package: &'a str,
    version: &'a str,
    /// Whether it builds with the packages that its own lock file names.
    locked: bool,
    usual: &'a str,
}

/// Trunk, installed if it is missing.
pub fn trunk() -> Result<PathBuf> {
    Tool { program: "trunk", package: "trunk", version: TRUNK, locked: true, usual: "4 minutes, once" }.ensure()
}

/// wasm-bindgen, installed if it is missing: its version has to be the one that the app is built with.
pub fn wasm_bindgen() -> Result<PathBuf> {
    let lock = paths::root().join("Cargo.lock");
    let text = std::fs::read_to_string(&lock).with_context(|| format!("could not read {}", lock.display()))?;
    let version =
        locked_version(&text, "wasm-bindgen").context("Cargo.lock names no wasm-bindgen; run `cargo update` and start again")?;
    // Its lock file may name packages that were withdrawn: it builds with the newest that fit.
    Tool { program: "wasm-bindgen", package: "wasm-bindgen-cli", version, locked: false, usual: "2 minutes, once" }.ensure()
}

impl Tool<'_> {
    /// The tool on the PATH if it has the right version, or else the one in the cache.
    fn ensure(&self) -> Result<PathBuf> {
        let cache = paths::cache()?;
        let kept = cache.join("bin").join(format!("{}{}", self.program, std::env::consts::EXE_SUFFIX));
        if let Some(found) = paths::on_path(self.program).into_iter().chain([kept.clone()]).find(|file| self.fits(file)) {
            return Ok(found);
        }
        let half_done = cache.join("half-done");
        let what = format!("Installing {} {}", self.package, self.version);
        step(&what, self.usual, || {
            let package = format!("{}@{}", self.package, self.version);
            let install = Run::new("cargo").args(["install", "--root"]).args([&cache]).args([&package]);
            install
                .args(self.locked.then_some("--locked"))
                .within(&cache)
                .env_if("RUSTUP_TOOLCHAIN", stable())
                // They run for a second or two and are compiled for minutes: without optimization, less than half as many.
                .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
                .env("CARGO_PROFILE_RELEASE_LTO", "off")
                .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256")
                .env("CARGO_PROFILE_RELEASE_STRIP", "true")
                // An interrupted installation goes on where it was.
                .env("CARGO_TARGET_DIR", &half_done)
                .without_env("CARGO_INSTALL_ROOT")
                .without_env("RUSTFLAGS")
                .logged()
                .with_context(|| format!("could not install {package}"))
        })?;
        // Only room on the disk is lost if this fails.
        let _ = std::fs::remove_dir_all(&half_done);
        if self.fits(&kept) {
            return Ok(kept);
        }
        bail!("{} is not what it should be; remove it and start again", kept.display())
    }

    fn fits(&self, file: &PathBuf) -> bool {
        let said = Run::new(file).args(["--version"]).read();
        said.is_some_and(|said| said.split_whitespace().nth(1) == Some(self.version))
    }
}

/// rustup's name of the stable compiler, where there is one: tools are built with it, whatever builds the app.
fn stable() -> Option<&'static str> {
    let all = Run::new("rustup").args(["toolchain", "list"]).read()?;
    all.lines().any(|line| line.starts_with("stable")).then_some("stable")
}

/// The version of a package in the text of a Cargo.lock.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| **line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.2.99\"\n\n\
                        [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"registry\"\n";

    #[test]
    fn the_version_is_that_of_the_package_with_exactly_this_name() {
        assert_eq!(locked_version(LOCK, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(LOCK, "wasm-bindgen-macro"), Some("0.2.99"));
        assert_eq!(locked_version(LOCK, "wasm"), None);
    }

    #[test]
    fn the_projects_own_lock_file_names_wasm_bindgen() {
        let lock = std::fs::read_to_string(paths::root().join("Cargo.lock")).unwrap_or_default();
        assert!(locked_version(&lock, "wasm-bindgen").is_some());
    }
}
