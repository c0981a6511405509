//! The packages of Node.js: what builds, serves, tests and measures the app.

use super::rules::{NPM_EXCEPTIONS, NPM_SCRIPTS};
use crate::paths;
use anyhow::{Context, Result};
use serde_json::Value;
use std::fs;

/// The folders with packages.
const FOLDERS: [&str; 3] = ["xtask", "tests", "tests/bench"];

/// What is not as the rules want it.
pub fn check() -> Result<Vec<String>> {
    let mut wrong = Vec::new();
    for folder in FOLDERS {
        let read = |name: &str| {
            let file = paths::root().join(folder).join(name);
            fs::read_to_string(&file).with_context(|| format!("could not read {}", file.display()))
        };
        let lock: Value = serde_json::from_str(&read("package-lock.json")?)
            .with_context(|| format!("{folder}/package-lock.json is no JSON"))?;
        if !read(".npmrc")?.lines().any(|line| line == "ignore-scripts=true") {
            wrong.push(format!("{folder}/.npmrc: installing may run scripts of packages"));
        }
        wrong.extend(wrong_in_lock(&lock).into_iter().map(|what| format!("{folder}: {what}")));
    }
    Ok(wrong)
}

fn wrong_in_lock(lock: &Value) -> Vec<String> {
    let mut wrong = Vec::new();
    for (path, package) in lock.get("packages").and_then(Value::as_object).into_iter().flatten() {
        let Some((_, name)) = path.rsplit_once("node_modules/") else { continue };
        let text = |member: &str| package.get(member).and_then(Value::as_str).unwrap_or_default();
        let licence = text("license");
        let is_exception = NPM_EXCEPTIONS.iter().any(|(excepted, its, _)| *excepted == name && *its == licence);
        if !super::licence::is_allowed(licence) && !is_exception {
            wrong.push(format!("{name}: the licence `{licence}` is not allowed"));
        }
        if !text("integrity").starts_with("sha512-") {
            wrong.push(format!("{name}: it has no checksum"));
        }
        let from = text("resolved");
        if !from.is_empty() && !from.starts_with("https://registry.npmjs.org/") {
            wrong.push(format!("{name}: it comes from {from}"));
        }
        if package.get("hasInstallScript").is_some() && !NPM_SCRIPTS.iter().any(|(known, _)| *known == name) {
            wrong.push(format!("{name}: it wants to run a script when it is installed"));
        }
    }
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_lock_file_tells_licences_checksums_sources_and_scripts() {
        let lock = json!({ "packages": {
            "": { "license": "none of ours" },
            "node_modules/fine": { "license": "MIT", "integrity": "sha512-a" },
            "node_modules/fine/node_modules/@a/b": { "license": "GPL-3.0", "resolved": "https://a.b/", "hasInstallScript": true },
        } });
        assert_eq!(
            wrong_in_lock(&lock),
            [
                "@a/b: the licence `GPL-3.0` is not allowed",
                "@a/b: it has no checksum",
                "@a/b: it comes from https://a.b/",
                "@a/b: it wants to run a script when it is installed",
            ]
        );
    }
}
