//! The bill of materials of a release, in the format CycloneDX: all that others made and the app ships, with its version, licence and
//! checksum. Nothing in it depends on when or where it was written.

use crate::notices;
use crate::paths;
use crate::run::Run;
use crate::setup::target::WASM;
use crate::supply::packages::{Package, Packages, Tree};
use anyhow::{Context, Result};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The name of the file in a release.
pub const FILE: &str = "bom.cdx.json";
/// The app among what it is made of.
const APP: &str = "plumbline";

/// Writes it.
pub fn write(file: &Path) -> Result<()> {
    let text = serde_json::to_string_pretty(&bill()?).context("could not write the bill of materials")?;
    fs::write(file, text + "\n").with_context(|| format!("could not write {}", file.display()))
}

fn bill() -> Result<Value> {
    let packages = Packages::on(WASM)?;
    let read = |name: &str| {
        let file = paths::root().join(name);
        fs::read_to_string(&file).with_context(|| format!("could not read {}", file.display()))
    };
    let lock = read("Cargo.lock")?;
    let sums = checksums(&lock);
    let npm: Value = serde_json::from_str(&read("xtask/package-lock.json")?).context("xtask/package-lock.json is no JSON")?;
    let tree = Tree::of_app()?;
    let mut components = Vec::new();
    let mut shipped = BTreeSet::new();
    for package in packages.shipped(&tree) {
        let sum = sums.get(&(package.name.as_str(), package.version.as_str())).copied();
        shipped.insert(reference("cargo", package));
        components.push(component("cargo", package, sum.map(|sum| ("SHA-256", sum.to_owned()))));
    }
    let mut edges = edges(&Tree::drawn()?);
    edges.retain(|of, _| of == APP || shipped.contains(of));
    edges.values_mut().for_each(|on| on.retain(|it| shipped.contains(it)));
    for package in notices::of_charts()? {
        let integrity = npm.pointer(&format!("/packages/node_modules~1{}/integrity", package.name)).and_then(Value::as_str);
        edges.entry(APP.to_owned()).or_default().insert(reference("npm", &package));
        components.push(component("npm", &package, integrity.and_then(sha512).map(|sum| ("SHA-512", sum))));
    }
    let rust = Package { name: "rust-std".to_owned(), version: compiler()?, ..notices::rust() };
    edges.entry(APP.to_owned()).or_default().insert(reference("generic", &rust));
    components.push(component("generic", &rust, None));
    let app = packages.all().into_iter().find(|it| it.name == APP).context("cargo does not know the app")?;
    Ok(json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": { "component": {
            "type": "application", "bom-ref": APP, "name": APP, "version": app.version, "licenses": [{ "expression": app.licence }],
        } },
        "components": components,
        "dependencies": edges.into_iter().map(|(of, on)| json!({ "ref": of, "dependsOn": on })).collect::<Vec<_>>(),
    }))
}

/// The version of the compiler: the app is made of its standard library, too.
pub fn compiler() -> Result<String> {
    let said =
        Run::new("rustc").args(["--version"]).read().context("`rustc --version` does not work; install Rust and start again")?;
    Ok(said.split_whitespace().nth(1).unwrap_or_default().to_owned())
}

/// The address by which databases of packages, and those of their faults, know a package.
fn reference(kind: &str, package: &Package) -> String {
    format!("pkg:{kind}/{}@{}", package.name, package.version.replace('+', "%2B"))
}

fn component(kind: &str, package: &Package, sum: Option<(&str, String)>) -> Value {
    let address = reference(kind, package);
    let mut one = Map::new();
    let mut put = |name: &str, value: Value| drop(one.insert(name.to_owned(), value));
    put("type", json!("library"));
    put("bom-ref", json!(address));
    put("name", json!(package.name));
    put("version", json!(package.version));
    if let Some((algorithm, sum)) = sum {
        put("hashes", json!([{ "alg": algorithm, "content": sum }]));
    }
    // An older way to write a choice of licences.
    put("licenses", json!([{ "expression": package.licence.replace('/', " OR ") }]));
    put("purl", json!(address));
    if package.address.starts_with("https://") {
        put("externalReferences", json!([{ "type": "website", "url": package.address }]));
    }
    Value::Object(one)
}

/// The checksums in a Cargo.lock, by name and version.
fn checksums(lock: &str) -> BTreeMap<(&str, &str), &str> {
    let mut found = BTreeMap::new();
    for package in lock.split("[[package]]").skip(1) {
        let value = |name: &str| {
            let line = package.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(" = \""));
            line.and_then(|value| value.strip_suffix('"'))
        };
        if let (Some(name), Some(version), Some(sum)) = (value("name"), value("version"), value("checksum")) {
            found.insert((name, version), sum);
        }
    }
    found
}

/// Who is made of whom, read from the tree that cargo draws with depths: each is drawn with what it is made of once.
fn edges(drawn: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut edges: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut above: Vec<String> = Vec::new();
    for line in drawn.lines() {
        let digits = line.chars().take_while(char::is_ascii_digit).count();
        let (depth, rest) = line.split_at(digits);
        let (Ok(depth), mut words) = (depth.parse::<usize>(), rest.split_whitespace()) else { continue };
        let (Some(name), Some(version)) = (words.next(), words.next()) else { continue };
        let package =
            Package { name: name.to_owned(), version: version.trim_start_matches('v').to_owned(), ..Package::default() };
        let address = if depth == 0 { APP.to_owned() } else { reference("cargo", &package) };
        above.truncate(depth);
        if let Some(of) = above.last() {
            edges.entry(of.clone()).or_default().insert(address.clone());
        }
        edges.entry(address.clone()).or_default();
        above.push(address);
    }
    edges
}

/// A checksum as npm writes it, in hexadecimal digits.
fn sha512(integrity: &str) -> Option<String> {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let text = integrity.strip_prefix("sha512-")?.trim_end_matches('=');
    let (mut bits, mut held, mut hex) = (0_u32, 0_u32, String::new());
    for letter in text.bytes() {
        let digit = u32::try_from(DIGITS.iter().position(|it| *it == letter)?).ok()?;
        bits = (bits << 6) | digit;
        held += 6;
        if held >= 8 {
            held -= 8;
            hex.push_str(&format!("{:02x}", (bits >> held) & 0xff));
        }
    }
    Some(hex)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_is_shipped_is_on_the_bill_with_its_checksum_and_in_the_tree() -> Result<()> {
        let bill = bill()?;
        let list = |name: &str| bill.get(name).and_then(Value::as_array).cloned().unwrap_or_default();
        let text = |it: &Value, name: &str| it.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        let components = list("components");
        let names: BTreeSet<String> = components.iter().map(|it| text(it, "name")).collect();
        for name in ["leptos", "charming", "echarts", "zrender", "rust-std", "serde_json", "quick-xml"] {
            assert!(names.contains(name), "{name}");
        }
        for not in ["plumbline", "proptest", "xtask", "schemars", "esbuild", "wasm-bindgen-macro"] {
            assert!(!names.contains(not), "{not}");
        }
        for it in components.iter().filter(|it| text(it, "name") != "rust-std") {
            let sum = it.pointer("/hashes/0/content").and_then(Value::as_str).unwrap_or_default();
            assert!([64, 128].contains(&sum.len()), "{} has no checksum", text(it, "name"));
        }
        let all: BTreeSet<String> = components.iter().map(|it| text(it, "bom-ref")).collect();
        assert_eq!(all.len(), components.len(), "each stands there once");
        let on: BTreeSet<String> = list("dependencies")
            .iter()
            .flat_map(|it| it.get("dependsOn").and_then(Value::as_array).cloned().unwrap_or_default())
            .filter_map(|it| it.as_str().map(str::to_owned))
            .collect();
        assert_eq!(on, all, "each is a part of something");
        Ok(())
    }

    #[test]
    fn who_is_made_of_whom_is_read_from_what_cargo_draws() {
        let edges = edges("0app v1.0.0 (/home)\n1a v1.0.0\n2b v2.0.0\n1b v2.0.0 (*)\n");
        let on = |of: &str| edges.get(of).cloned().unwrap_or_default().into_iter().collect::<Vec<_>>();
        assert_eq!(on(APP), ["pkg:cargo/a@1.0.0", "pkg:cargo/b@2.0.0"]);
        assert_eq!(on("pkg:cargo/a@1.0.0"), ["pkg:cargo/b@2.0.0"]);
    }

    #[test]
    fn checksums_of_npm_are_written_in_hexadecimal_digits() {
        assert_eq!(sha512("sha512-AP8Q").as_deref(), Some("00ff10"));
        assert_eq!(sha512("sha512-/w==").as_deref(), Some("ff"));
        assert_eq!(sha512("sha1-AP8Q"), None);
    }
}
