//! The crates in use, as cargo tells.

use crate::programs::PROGRAMS;
use crate::run::Run;
use crate::setup::target::WASM;
use anyhow::{Context, Result};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// A crate in use.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Package {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// The licences it is under, as it says itself.
    pub licence: String,
    /// Where it comes from; `None` is this project.
    pub source: Option<String>,
    /// Where its source can be looked at.
    pub address: String,
    /// Who made it.
    pub authors: Vec<String>,
    /// Where it lies on this machine.
    pub folder: PathBuf,
}

/// The crates in use on a platform.
pub struct Packages(Vec<Package>);

impl Packages {
    /// Asks cargo.
    pub fn on(platform: &str) -> Result<Self> {
        // What the programs beside the app are built of is not told otherwise.
        let features = PROGRAMS.join(",");
        let ask = Run::new("cargo").args(["metadata", "--format-version", "1", "--locked", "--features", &features]);
        let ask = ask.args(["--filter-platform", platform]);
        let text = ask.read().context("cargo does not tell which crates are in use; run `cargo metadata --locked` to see why")?;
        let told: Value = serde_json::from_str(&text).context("what cargo tells of crates is not JSON")?;
        Ok(Self::read(&told))
    }

    fn read(told: &Value) -> Self {
        let text = |value: &Value, name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
        let all = |value: &Value, name: &str| value.get(name).and_then(Value::as_array).cloned().unwrap_or_default();
        let package = |it: &Value| Package {
            name: text(it, "name").unwrap_or_default(),
            version: text(it, "version").unwrap_or_default(),
            licence: text(it, "license").unwrap_or_default(),
            source: text(it, "source"),
            address: text(it, "repository").or_else(|| text(it, "homepage")).unwrap_or_default(),
            authors: all(it, "authors").iter().filter_map(Value::as_str).map(str::to_owned).collect(),
            folder: text(it, "manifest_path")
                .as_deref()
                .map(Path::new)
                .and_then(Path::parent)
                .map(PathBuf::from)
                .unwrap_or_default(),
        };
        Self(all(told, "packages").iter().map(package).collect())
    }

    /// All of them, in the order of their names.
    pub fn all(&self) -> Vec<&Package> {
        let mut all: Vec<&Package> = self.0.iter().collect();
        all.sort_by_key(|it| (&it.name, &it.version));
        all
    }

    /// Those of others that end up in what a package of this project is built to, in the order of their names.
    pub fn shipped(&self, tree: &Tree) -> Vec<&Package> {
        let mut shipped = self.all();
        shipped.retain(|it| it.source.is_some() && tree.0.contains(&(it.name.clone(), it.version.clone())));
        shipped
    }
}

/// Names and versions of what is built into something. The list of all packages does not tell: it has also what is only built
/// when a feature asks for it.
pub struct Tree(BTreeSet<(String, String)>);

impl Tree {
    /// What the app is built of.
    pub fn of_app() -> Result<Self> {
        Ok(Self::read(&asked("none")?))
    }

    /// The same as a drawing: each line begins with how deep in the tree it stands.
    pub fn drawn() -> Result<String> {
        asked("depth")
    }

    fn read(told: &str) -> Self {
        let line = |line: &str| {
            let mut words = line.split_whitespace();
            Some((words.next()?.to_owned(), words.next()?.trim_start_matches('v').to_owned()))
        };
        Self(told.lines().filter_map(line).collect())
    }
}

/// Asks cargo what the app and the programs beside it are built of.
fn asked(prefix: &str) -> Result<String> {
    let edges = "normal,no-proc-macro";
    let ask = Run::new("cargo").args(["tree", "--locked", "--package", "plumbline", "--target", WASM, "--edges", edges]);
    let text = ask.args(["--features", &PROGRAMS.join(","), "--prefix", prefix, "--format", "{p}"]).read();
    text.context("cargo does not tell what the app is built of; run `cargo tree --locked` to see why")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_only_builds_or_tests_is_not_shipped() {
        let package =
            |name: &str, source: Option<&str>| json!({ "id": name, "name": name, "version": "1.0.0", "source": source });
        let told = json!({ "packages": [package("app", None), package("b", Some("r")), package("a", Some("r")), package("testing", Some("r"))] });
        let packages = Packages::read(&told);
        let tree = Tree::read("app v1.0.0 (/home/app)\na v1.0.0\nb v1.0.0\nb v1.0.0 (*)\ntesting v2.0.0\n");
        let names: Vec<&str> = packages.shipped(&tree).iter().map(|it| it.name.as_str()).collect();
        assert_eq!(names, ["a", "b"]);
        assert_eq!(packages.all().len(), 4);
    }
}
