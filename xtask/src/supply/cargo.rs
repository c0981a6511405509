//! The crates.

use super::packages::{Package, Packages, Tree};
use super::rules::{BANNED, CRATES, TWICE};
use crate::paths;
use crate::run::Run;
use crate::setup::target::WASM;
use anyhow::{Context, Result};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// What is not as the rules want it.
pub fn check() -> Result<Vec<String>> {
    let (app, tools) = (Packages::on(WASM)?, Packages::on(&host()?)?);
    let mut wrong = BTreeSet::new();
    for package in app.all().into_iter().chain(tools.all()) {
        wrong.extend(wrong_with(package));
    }
    let lock = paths::root().join("Cargo.lock");
    let locked = fs::read_to_string(&lock).with_context(|| format!("could not read {}", lock.display()))?;
    wrong.extend(wrong_in_lock(&locked));
    let shipped = app.shipped(&Tree::of_app()?);
    wrong.extend(banned(&shipped));
    wrong.extend(twice(&shipped));
    Ok(wrong.into_iter().collect())
}

/// The platform of this machine.
fn host() -> Result<String> {
    let told = Run::new("rustc").args(["--version", "--verbose"]).read().unwrap_or_default();
    let host = told.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).context("the compiler does not tell for which platform it is; `rustc --version --verbose` shows why")
}

fn wrong_with(package: &Package) -> Vec<String> {
    let Package { name, version, licence, source, .. } = package;
    let mut wrong = Vec::new();
    if !super::licence::is_allowed(licence) {
        wrong.push(format!("{name} {version}: the licence `{licence}` is not allowed"));
    }
    if source.as_deref().is_some_and(|source| source != CRATES) {
        wrong.push(format!("{name} {version}: it comes from {}", source.as_deref().unwrap_or_default()));
    }
    wrong
}

/// What is locked for any platform, whether it is built here or not: from where, and whether with a checksum.
fn wrong_in_lock(lock: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    for package in lock.split("[[package]]").skip(1) {
        let value = |name: &str| {
            let lines = package.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(" = \""));
            lines.and_then(|value| value.strip_suffix('"'))
        };
        let name = value("name").unwrap_or_default();
        match value("source") {
            None => {}
            Some(CRATES) if value("checksum").is_some() => {}
            Some(CRATES) => wrong.push(format!("{name}: it has no checksum in Cargo.lock")),
            Some(source) => wrong.push(format!("{name}: it comes from {source}")),
        }
    }
    wrong
}

fn banned(shipped: &[&Package]) -> Vec<String> {
    let why = |package: &&&Package| BANNED.iter().find(|(banned, _)| *banned == package.name).map(|(_, why)| *why);
    shipped.iter().filter_map(|it| Some(format!("{}: not to be shipped, {}", it.name, why(&it)?))).collect()
}

/// What is shipped in several versions without a reason, and what no longer is but still has its reason in the rules.
fn twice(shipped: &[&Package]) -> Vec<String> {
    let mut versions: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for package in shipped {
        versions.entry(&package.name).or_default().push(&package.version);
    }
    versions.retain(|_, versions| versions.len() > 1);
    let known = |name: &str| TWICE.iter().any(|(twice, _)| *twice == name);
    let new = versions.iter().filter(|(name, _)| !known(name));
    let new = new.map(|(name, versions)| format!("{name}: shipped in several versions, {}", versions.join(" and ")));
    let gone = TWICE.iter().filter(|(name, _)| !versions.contains_key(name));
    new.chain(gone.map(|(name, _)| format!("{name}: no longer shipped in several versions; take it out of the rules"))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn licences_and_sources_are_looked_at() {
        let package = |licence: &str, source: Option<&str>| Package {
            name: "a".to_owned(),
            version: "1.0.0".to_owned(),
            licence: licence.to_owned(),
            source: source.map(str::to_owned),
            ..Package::default()
        };
        assert_eq!(wrong_with(&package("MIT", Some(CRATES))), Vec::<String>::new());
        assert_eq!(wrong_with(&package("GPL-3.0", None)), ["a 1.0.0: the licence `GPL-3.0` is not allowed"]);
        assert_eq!(wrong_with(&package("MIT", Some("git+https://a.b"))), ["a 1.0.0: it comes from git+https://a.b"]);
    }

    #[test]
    fn a_lock_file_tells_what_is_unchecked_or_from_elsewhere() {
        let lock = format!(
            "version = 4\n\n[[package]]\nname = \"mine\"\nversion = \"1\"\n\n\
             [[package]]\nname = \"fine\"\nsource = \"{CRATES}\"\nchecksum = \"00\"\n\n\
             [[package]]\nname = \"chrono\"\nsource = \"{CRATES}\"\n\n\
             [[package]]\nname = \"own\"\nsource = \"git+https://a.b\"\nchecksum = \"00\"\n"
        );
        assert_eq!(wrong_in_lock(&lock), ["chrono: it has no checksum in Cargo.lock", "own: it comes from git+https://a.b"]);
    }

    #[test]
    fn what_is_banned_is_noticed() {
        let package = |name: &str| Package { name: name.to_owned(), ..Package::default() };
        assert_eq!(banned(&[&package("chrono"), &package("jiff")]), ["chrono: not to be shipped, time is told with jiff"]);
    }

    #[test]
    fn a_second_version_is_noticed() {
        let package = |version: &str| Package { name: "a".to_owned(), version: version.to_owned(), ..Package::default() };
        let (one, two) = (package("1.0.0"), package("2.0.0"));
        assert!(twice(&[&one, &two]).contains(&"a: shipped in several versions, 1.0.0 and 2.0.0".to_owned()));
        assert!(!twice(&[&one]).iter().any(|wrong| wrong.starts_with("a:")));
    }
}
