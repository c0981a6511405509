//! The tests that a change touches, by a simple rule:
//!
//! - What changed is what `git status` shows; when it shows nothing, what the last commit changed.
//! - A file of the core: the tests in it, the file of tests with its name, and those that use a public name which the file defines.
//! - A file of tests: itself.
//! - A file of the screen, a style sheet or a script: the files of end-to-end tests with one of the words of its path in their name;
//!   `main-job` when there are none.
//! - A file of this program: its own tests. Models, profiles, examples: the native tests that name the file or its folder.
//!
//! It finds what is likely to break. Only the whole check finds everything.

use super::e2e::{self, Build};
use super::native;
use super::tally::Tally;
use crate::paths;
use crate::run::Run;
use anyhow::{Context, Result};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Words of paths that say nothing about what is shown.
const EVERYWHERE: [&str; 14] =
    ["src", "ui", "pages", "components", "mod", "public", "styles", "text", "en", "index", "page", "base", "new", "doors"];

/// Runs them: the native ones, and those in a browser against a build for development.
pub fn run(tally: &mut Tally) -> Result<()> {
    let changed = changed()?;
    if changed.is_empty() {
        println!("Nothing changed.");
        return Ok(());
    }
    let found = Found::by(&changed);
    println!("Changed: {}", changed.join(", "));
    println!("Native tests: {}", said(&found.native));
    println!("End-to-end tests: {}", said(&found.e2e));
    if !found.native.is_empty() {
        native::run_some(&found.native.into_iter().collect::<Vec<_>>(), tally)?;
    }
    if !found.e2e.is_empty() {
        e2e::run(&found.e2e.into_iter().collect::<Vec<_>>(), Build::Development, tally)?;
    }
    Ok(())
}

fn said(names: &BTreeSet<String>) -> String {
    if names.is_empty() { "none".to_owned() } else { names.iter().cloned().collect::<Vec<_>>().join(", ") }
}

/// The paths of what changed.
fn changed() -> Result<Vec<String>> {
    let git = |args: &[&str]| {
        let said = Run::new("git").args(args).read();
        said.with_context(|| format!("git does not tell what changed; run `git {}` to see why", args.join(" ")))
    };
    let now = git(&["status", "--porcelain", "--untracked-files=all"])?;
    let now: Vec<String> = now.lines().filter_map(status_path).collect();
    if !now.is_empty() {
        return Ok(now);
    }
    Ok(git(&["show", "--name-only", "--format=", "HEAD"])?.lines().map(str::to_owned).collect())
}

/// The path in a line of `git status --porcelain`: of what was renamed, the new one.
fn status_path(line: &str) -> Option<String> {
    let path = line.get(3..)?;
    Some(path.rsplit_once(" -> ").map_or(path, |(_, new)| new).trim_matches('"').to_owned())
}

/// Words for the tests to run.
#[derive(Debug, Default, PartialEq)]
struct Found {
    native: BTreeSet<String>,
    e2e: BTreeSet<String>,
}

impl Found {
    fn by(changed: &[String]) -> Self {
        let root = paths::root();
        let mut found = Self::default();
        for path in changed {
            found.add(path, &root);
        }
        found
    }

    fn add(&mut self, path: &str, root: &Path) {
        let stem = Path::new(path).file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if let Some(file) = path.strip_prefix("tests/e2e/") {
            match file.strip_suffix(".test.mjs") {
                Some(name) => drop(self.e2e.insert(name.to_owned())),
                None => self.e2e.extend(browser_tests(root, |_, text| text.contains(&format!("./{file}")))),
            }
        } else if let Some(file) = path.strip_prefix("tests/it/") {
            self.native.insert(file.split(['/', '.']).next().unwrap_or_default().to_owned());
        } else if path.starts_with("xtask/src/") {
            self.native.insert(format!("{stem}::"));
        } else if path.starts_with("src/ui/")
            || path.starts_with("public/styles/")
            || path.ends_with(".js")
            || path == "index.html"
        {
            self.screen(path, root);
        } else if path.starts_with("src/") {
            self.core(path, &stem, root);
        } else if path.starts_with("public/") || path.starts_with("profiles/") || path.starts_with("tests/data/") {
            let file = Path::new(path).file_name().unwrap_or_default().to_string_lossy().into_owned();
            let folder = Path::new(path).parent().unwrap_or(Path::new("")).to_string_lossy().into_owned();
            self.native.extend(native_tests(root, |_, text| text.contains(&file) || text.contains(&folder)));
        }
    }

    fn core(&mut self, path: &str, stem: &str, root: &Path) {
        let text = fs::read_to_string(root.join(path)).unwrap_or_default();
        if text.contains("#[test]") {
            self.native.insert(path.trim_start_matches("src/").trim_end_matches(".rs").replace('/', "::"));
        }
        let names = public_names(&text);
        self.native.extend(native_tests(root, |module, text| module == stem || names.iter().any(|name| has_word(text, name))));
    }

    fn screen(&mut self, path: &str, root: &Path) {
        let words: Vec<&str> =
            path.split(['/', '_', '.', '-']).filter(|word| word.len() > 2 && !EVERYWHERE.contains(word)).collect();
        let singular = |word: &str| word.trim_end_matches('s').to_owned();
        let words: BTreeSet<String> = words.into_iter().map(singular).collect();
        let named = browser_tests(root, |name, _| name.split('-').any(|part| words.contains(&singular(part))));
        self.e2e.extend(if named.is_empty() { vec!["main-job".to_owned()] } else { named });
    }
}

/// The names of files of end-to-end tests that are meant.
fn browser_tests(root: &Path, is_meant: impl Fn(&str, &str) -> bool) -> Vec<String> {
    tests(&root.join("tests").join("e2e"), ".test.mjs", is_meant)
}

/// The names of files of native tests that are meant.
fn native_tests(root: &Path, is_meant: impl Fn(&str, &str) -> bool) -> Vec<String> {
    tests(&root.join("tests").join("it"), ".rs", |name, text| name != "main" && is_meant(name, text))
        .into_iter()
        .map(|module| format!("{module}::"))
        .collect()
}

fn tests(folder: &Path, ending: &str, is_meant: impl Fn(&str, &str) -> bool) -> Vec<String> {
    let files = paths::files_ending(folder, ending).into_iter();
    let named = files.filter_map(|file| {
        let name = file.file_name()?.to_string_lossy().trim_end_matches(ending).to_owned();
        let text = fs::read_to_string(&file).unwrap_or_default();
        is_meant(&name, &text).then_some(name)
    });
    named.collect()
}

/// What a file defines for others.
fn public_names(text: &str) -> Vec<&str> {
    let kinds = ["pub fn ", "pub struct ", "pub enum ", "pub trait ", "pub const ", "pub type "];
    let lines = text.lines().filter(|line| line.starts_with("pub "));
    let names = lines.filter_map(|line| kinds.iter().find_map(|kind| line.strip_prefix(kind)));
    names.filter_map(|rest| rest.split(|letter: char| !letter.is_alphanumeric() && letter != '_').next()).collect()
}

fn has_word(text: &str, word: &str) -> bool {
    text.split(|letter: char| !letter.is_alphanumeric() && letter != '_').any(|it| it == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str) -> (Vec<String>, Vec<String>) {
        let Found { native, e2e } = Found::by(&[path.to_owned()]);
        (native.into_iter().collect(), e2e.into_iter().collect())
    }

    #[test]
    fn a_file_of_tests_is_run_itself() {
        assert_eq!(found("tests/it/merge.rs").0, ["merge"]);
        assert_eq!(found("tests/it/faults/rows.rs").0, ["faults"]);
        assert_eq!(found("tests/e2e/people.test.mjs").1, ["people"]);
        assert!(found("tests/e2e/accessibility.mjs").1.contains(&"accessible".to_owned()));
    }

    #[test]
    fn a_file_of_the_core_is_tested_where_its_names_are_used() {
        let (native, e2e) = found("src/exchange/merge.rs");
        assert!(native.contains(&"merge::".to_owned()), "{native:?}");
        assert!(e2e.is_empty());
    }

    #[test]
    fn a_file_of_the_screen_is_tested_by_files_named_alike_or_on_the_way_from_start_to_results() {
        assert!(found("src/ui/pages/targets.rs").1.contains(&"targets".to_owned()));
        assert_eq!(found("src/ui/components/zzz.rs").1, ["main-job"]);
        assert!(found("public/offline.js").1.contains(&"offline".to_owned()));
    }

    #[test]
    fn git_says_the_path_after_two_letters() {
        assert_eq!(status_path(" M src/lib.rs").as_deref(), Some("src/lib.rs"));
        assert_eq!(status_path("R  a.rs -> b.rs").as_deref(), Some("b.rs"));
        assert_eq!(public_names("pub fn a(b: C)\n    pub fn d()\npub struct Ef<T>"), ["a", "Ef"]);
    }
}
