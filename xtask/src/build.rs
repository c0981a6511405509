//! Builds the app for release.

use crate::paths;
use crate::run::{Run, step};
use crate::setup::{self, Tools};
use crate::stage::WHOLE;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// Where the built app is put unless told otherwise.
pub fn dist() -> PathBuf {
    paths::root().join("dist")
}

/// Builds the app into `dist`, to be hosted at `public_url`, and says what came of it.
pub fn command(public_url: &str) -> Result<()> {
    if !public_url.ends_with('/') || !(public_url.starts_with('/') || public_url.starts_with("https://")) {
        bail!("`{public_url}` is no address to host at; it starts with / or https:// and ends with /, such as /plumbline/");
    }
    let tools = setup::for_building()?;
    release(&tools, public_url, &dist())?;
    report(&dist(), public_url)
}

/// Builds the app for release into a folder.
pub fn release(tools: &Tools, public_url: &str, folder: &Path) -> Result<()> {
    let what = format!("Building the app for release, to be hosted at {public_url}");
    step(&what, "2 to 4 minutes at first, then what changed", || {
        let build =
            tools.trunk().args(["build", "--release", "--quiet", "--skip-version-check", "--public-url", public_url, "--dist"]);
        let build = build.args([folder]).env_if("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", nameless().as_deref());
        build.shown().context("could not build the app")
    })
}

/// Has the compiler leave the folders of this machine out of what it makes: elsewhere the same comes out, byte for byte. Beside those
/// in .cargo/config.toml. A folder with a blank in its name can't be told this way.
fn nameless() -> Option<String> {
    let folders = [(paths::cargo_home(), "/cargo"), (Some(paths::root()), "/plumbline")];
    let named = folders.into_iter().filter_map(|(folder, name)| Some((folder?.to_string_lossy().into_owned(), name)));
    let flags: Vec<String> = named
        .filter(|(folder, _)| !folder.contains(char::is_whitespace))
        .map(|(folder, name)| format!("--remap-path-prefix={folder}={name}"))
        .collect();
    (!flags.is_empty()).then(|| flags.join(" "))
}

/// Builds the app for development into a folder, to be hosted at the root: what changed since is all that takes time.
pub fn development(tools: &Tools, folder: &Path) -> Result<()> {
    in_one_piece(tools, "ui", folder)
}

/// Builds the app with some features for tests into a folder, in one piece and quickly.
pub fn in_one_piece(tools: &Tools, features: &str, folder: &Path) -> Result<()> {
    let build =
        ["build", "--cargo-profile", "quick", "--features", features, "--skip-version-check", "--public-url", "/", "--dist"];
    let build = tools.trunk().args(build).args([folder]).env(WHOLE, "1").env("RUST_LOG", "warn");
    build.shown().context("could not build the app")
}

/// Says where the built app is and what it weighs.
fn report(folder: &Path, public_url: &str) -> Result<()> {
    let all = size_of(folder).with_context(|| format!("could not read {}", folder.display()))?;
    let index = folder.join("index.html");
    let page = fs::read_to_string(&index).with_context(|| format!("could not read {}", index.display()))?;
    println!("{}  {} in all, to be hosted at {public_url}", folder.display(), kilobytes(all));
    println!("What a first visit loads (brotli):");
    let mut sum = 0;
    for name in ["index.html"].into_iter().chain(linked(&page, public_url)) {
        let file = folder.join(name);
        let twin = folder.join(format!("{name}.br"));
        let Ok(facts) = fs::metadata(&twin).or_else(|_| fs::metadata(&file)) else { continue };
        if facts.is_file() {
            println!("  {:>9}  {name}", kilobytes(facts.len()));
            sum += facts.len();
        }
    }
    println!("  {:>9}  in all", kilobytes(sum));
    println!("What comes later, part by part (brotli):");
    let mut parts = later_parts(folder)?;
    parts.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
    for (name, size) in &parts {
        println!("  {:>9}  {name}", kilobytes(*size));
    }
    println!("  {:>9}  in all", kilobytes(parts.iter().map(|(_, size)| size).sum()));
    Ok(())
}

/// The parts of the app that a first visit does not load, each with what it weighs on the wire.
fn later_parts(folder: &Path) -> Result<Vec<(String, u64)>> {
    let mut found = Vec::new();
    let entries = fs::read_dir(folder).with_context(|| format!("could not read {}", folder.display()))?;
    let homes = entries.flatten().map(|entry| entry.path()).filter(|path| path.is_dir());
    for file in homes.flat_map(|home| paths::files_ending(&home, ".wasm.br")) {
        let name = file.file_name().unwrap_or_default().to_string_lossy().trim_end_matches(".wasm.br").to_owned();
        if name != FIRST_PART {
            let size = fs::metadata(&file).with_context(|| format!("could not read {}", file.display()))?.len();
            found.push((name, size));
        }
    }
    Ok(found)
}

/// The part of the app that a first visit loads.
const FIRST_PART: &str = "plumbline_bg";

/// The files that a page names, each once, as paths within the folder that is hosted at `base`.
fn linked<'a>(page: &'a str, base: &str) -> Vec<&'a str> {
    let mut files = Vec::new();
    for attribute in [" href=\"", " src=\"", " data-module=\"", " data-wasm=\""] {
        for text in page.split(attribute).skip(1) {
            let Some((address, _)) = text.split_once('"') else { continue };
            let file = address.strip_prefix(base).unwrap_or(address);
            if !file.is_empty() && !file.contains(':') && !files.contains(&file) {
                files.push(file);
            }
        }
    }
    files
}

/// The bytes of all files in a folder, less the compressed twins.
fn size_of(folder: &Path) -> std::io::Result<u64> {
    let mut sum = 0;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        if path.is_dir() {
            sum += size_of(&path)?;
        } else if path.extension().is_none_or(|ending| ending != "br") {
            sum += entry.metadata()?.len();
        }
    }
    Ok(sum)
}

fn kilobytes(bytes: u64) -> String {
    format!("{}.{} KB", bytes / 1000, bytes % 1000 / 100)
}

/// Runs one of our scripts for Node.js.
pub fn script(name: &str) -> Run {
    Run::new("node").args([paths::root().join("xtask").join("scripts").join(name)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_of_a_page_are_found_wherever_it_is_hosted() {
        let page =
            r#"<base href="/p/"><link href="/p/a.css"><link href="https://a/b"><script src="/p/boot.js" data-wasm="/p/a.wasm">"#;
        assert_eq!(linked(page, "/p/"), ["a.css", "boot.js", "a.wasm"]);
        assert_eq!(linked("<a href=\"styles/a.css\"><a href=\"styles/a.css\">", "/"), ["styles/a.css"]);
    }

    #[test]
    fn sizes_are_said_in_kilobytes() {
        assert_eq!(kilobytes(109_960), "109.9 KB");
    }
}
