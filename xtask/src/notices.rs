//! The notices of what others made and the app ships: who made it, under which licence, and its text.

use crate::paths;
use crate::setup::target::WASM;
use crate::supply::packages::{Package, Packages, Tree};
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

/// What the text of a licence begins its file's name with.
const NAMES: [&str; 5] = ["LICEN", "COPYING", "COPYRIGHT", "NOTICE", "UNLICENSE"];

/// Packages of Node.js that the chart library is made of.
const CHARTS: [(&str, &str); 3] = [("echarts", "Apache-2.0"), ("zrender", "BSD-3-Clause"), ("tslib", "0BSD")];

/// Writes all of them as JSON. The same text stands there once.
pub fn write(file: &Path) -> Result<()> {
    let packages = Packages::on(WASM)?;
    let mut notices = Notices::default();
    let rust = rust();
    notices.add(&rust, vec![mit(&rust)]);
    for package in packages.shipped(&Tree::of_app()?) {
        notices.add(package, texts(package)?);
    }
    for package in of_charts()? {
        notices.add(&package, texts(&package)?);
    }
    let all = json!({ "format": "plumbline-notices", "version": 1, "packages": notices.packages, "texts": notices.texts });
    fs::write(file, all.to_string()).with_context(|| format!("could not write {}", file.display()))
}

/// What every Rust program is made of.
pub fn rust() -> Package {
    Package {
        name: "Rust standard library".to_owned(),
        licence: "MIT OR Apache-2.0".to_owned(),
        address: "https://github.com/rust-lang/rust".to_owned(),
        authors: vec!["The Rust Project contributors".to_owned()],
        ..Package::default()
    }
}

/// What the chart library is made of.
pub fn of_charts() -> Result<Vec<Package>> {
    CHARTS.iter().map(|(name, licence)| of_node(name, licence)).collect()
}

#[derive(Default)]
struct Notices {
    packages: Vec<Value>,
    texts: Vec<String>,
}

impl Notices {
    fn add(&mut self, package: &Package, texts: Vec<String>) {
        let places: Vec<usize> = texts.into_iter().map(|text| self.place(text)).collect();
        self.packages.push(json!({
            "name": package.name, "version": package.version, "licence": package.licence, "address": package.address, "texts": places,
        }));
    }

    fn place(&mut self, text: String) -> usize {
        let there = self.texts.iter().position(|it| *it == text);
        there.unwrap_or_else(|| {
            self.texts.push(text);
            self.texts.len() - 1
        })
    }
}

/// What a package says about its licence: under the MIT licence alone where that may be chosen, since it is the shortest.
fn texts(package: &Package) -> Result<Vec<String>> {
    let mut files = licence_files(&package.folder);
    let may_be_mit = package.licence.split(['/', ' ', '(', ')']).any(|word| word == "MIT") && !package.licence.contains("AND");
    if may_be_mit {
        let (mit, others): (Vec<_>, Vec<_>) = files.into_iter().partition(|(name, _)| name.contains("MIT"));
        files = if mit.is_empty() { others } else { mit };
    }
    if !files.is_empty() {
        return Ok(files.into_iter().map(|(_, text)| text).collect());
    }
    if may_be_mit {
        return Ok(vec![mit(package)]);
    }
    bail!("{} {} comes without the text of its licence; add it in xtask/src/notices.rs", package.name, package.version)
}

/// The names, in capitals, and texts of the files about licences in a folder.
fn licence_files(folder: &Path) -> Vec<(String, String)> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let named = entries.map(|entry| (entry.file_name().to_string_lossy().to_uppercase(), entry.path()));
    let licences = named.filter(|(name, path)| NAMES.iter().any(|start| name.starts_with(start)) && path.is_file());
    let mut files: Vec<_> = licences.filter_map(|(name, path)| Some((name, tidy(&fs::read_to_string(path).ok()?)))).collect();
    files.sort();
    files
}

/// A text without what differs between two copies of the same one.
fn tidy(text: &str) -> String {
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().map(str::trim_end).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

/// The MIT licence, for packages that name it without its text.
fn mit(package: &Package) -> String {
    let authors =
        if package.authors.is_empty() { format!("The {} contributors", package.name) } else { package.authors.join(", ") };
    tidy(&include_str!("notices_mit.txt").replace("{authors}", &authors))
}

fn of_node(name: &str, licence: &str) -> Result<Package> {
    let folder = paths::root().join("xtask").join("node_modules").join(name);
    let manifest = folder.join("package.json");
    let text = fs::read_to_string(&manifest).with_context(|| format!("could not read {}", manifest.display()))?;
    let told: Value = serde_json::from_str(&text).with_context(|| format!("{} is no JSON", manifest.display()))?;
    let told = |member: &str| told.get(member).and_then(Value::as_str).unwrap_or_default().to_owned();
    if told("license") != licence {
        bail!("{name} is now under {}; look at xtask/src/notices.rs", told("license"));
    }
    let (version, address) = (told("version"), format!("https://www.npmjs.com/package/{name}"));
    Ok(Package { name: name.to_owned(), version, licence: licence.to_owned(), address, folder, ..Package::default() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_text_stands_there_once() {
        let mut notices = Notices::default();
        let package = |name: &str| Package { name: name.to_owned(), ..Package::default() };
        notices.add(&package("a"), vec!["one".to_owned()]);
        notices.add(&package("b"), vec!["two".to_owned(), "one".to_owned()]);
        assert_eq!(notices.texts, ["one", "two"]);
        assert_eq!(notices.packages.last().and_then(|it| it.get("texts")), Some(&json!([1, 0])));
    }

    #[test]
    fn everything_that_is_shipped_has_a_text() -> Result<()> {
        let packages = Packages::on(WASM)?;
        let shipped = packages.shipped(&Tree::of_app()?);
        assert!(shipped.iter().any(|it| it.name == "leptos"));
        for package in shipped {
            assert!(texts(package)?.iter().all(|text| text.len() > 100), "{}", package.name);
        }
        Ok(())
    }

    #[test]
    fn a_licence_without_its_text_names_who_it_is_from() {
        let package = Package { name: "a".to_owned(), authors: vec!["Ana".to_owned()], ..Package::default() };
        assert!(mit(&package).starts_with("MIT License\n\nCopyright (c) Ana\n"));
        assert!(mit(&Package { authors: Vec::new(), ..package }).contains("(c) The a contributors\n"));
    }
}
