//! Which tests are meant by words on the command line.

use crate::paths;
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// A native test, as the program that runs it names it.
#[derive(Debug, PartialEq)]
pub struct Native {
    /// Its name, after the names of the modules that it stands in.
    pub name: String,
    /// Where it is compiled.
    pub place: Place,
}

/// Where a native test is compiled.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Place {
    /// With the core alone.
    Core,
    /// With what is shown.
    Ui,
    /// With the project's own commands.
    Xtask,
}

/// A word as names have it: a sentence in words, or the name of a file, is found as well.
pub fn tidy(word: &str) -> String {
    let word = word.trim().trim_end_matches(".rs").trim_end_matches(".test.mjs").to_lowercase();
    word.chars().map(|letter| if letter.is_alphanumeric() || letter == ':' { letter } else { '_' }).collect()
}

/// All native tests, read from the sources: what would be run is known before anything is compiled.
pub fn native() -> Result<Vec<Native>> {
    let root = paths::root();
    let main = root.join("tests").join("it").join("main.rs");
    let main = fs::read_to_string(&main).with_context(|| format!("could not read {}", main.display()))?;
    let needs_ui = |module: &str| main.contains(&format!("#[cfg(feature = \"ui\")]\nmod {module};"));
    let mut found = Vec::new();
    for (folder, place) in [("tests/it", Place::Core), ("src", Place::Core), ("xtask/src", Place::Xtask)] {
        let folder = root.join(folder);
        for file in rust_files(&folder) {
            let text = fs::read_to_string(&file).with_context(|| format!("could not read {}", file.display()))?;
            let path = module(file.strip_prefix(&folder).unwrap_or(&file));
            let first = path.split("::").next().unwrap_or_default();
            let place = if place == Place::Core && (first == "ui" || needs_ui(first)) { Place::Ui } else { place };
            // Beside what they test, tests stand in a module of their own.
            let path = if text.contains("mod tests {") { format!("{path}::tests") } else { path };
            let tests = tests_in(&text).into_iter().map(|name| Native { name: format!("{path}::{name}"), place });
            found.extend(tests);
        }
    }
    Ok(found)
}

/// Whether a test is meant by one of the words, as they come from [`tidy`].
pub fn is_meant(name: &str, words: &[String]) -> bool {
    words.iter().any(|word| name.to_lowercase().contains(word.as_str()))
}

/// All Rust files below a folder.
fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut folders = vec![folder.to_path_buf()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

/// The module that a file is.
fn module(file: &Path) -> String {
    let path = file.with_extension("").to_string_lossy().replace(['/', '\\'], "::");
    path.trim_end_matches("::mod").to_owned()
}

/// The names of the tests in a text.
fn tests_in(text: &str) -> Vec<&str> {
    let after = text.split("#[test]").skip(1);
    after.filter_map(|rest| rest.split_once("fn ")?.1.split(['(', '<']).next()).map(str::trim).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_and_names_of_files_are_words_as_well() {
        assert_eq!(tidy("gap_list.rs"), "gap_list");
        assert_eq!(tidy("nothing is lost"), "nothing_is_lost");
        assert!(is_meant("merge::nothing_is_lost", &[tidy("nothing is")]));
        assert!(is_meant("model::id::tests::an_id", &[tidy("model::id")]));
        assert!(!is_meant("merge::nothing_is_lost", &[tidy("gap")]));
    }

    #[test]
    fn tests_are_found_in_the_sources_with_where_they_are_compiled() -> Result<()> {
        let all = native()?;
        let place = |start: &str| all.iter().find(|it| it.name.starts_with(start)).map(|it| it.place);
        assert_eq!(place("merge::"), Some(Place::Core));
        assert_eq!(place("charts::"), Some(Place::Ui));
        assert_eq!(place("test::words::"), Some(Place::Xtask));
        assert_eq!(module(Path::new("faults/mod.rs")), "faults");
        assert_eq!(tests_in("#[test]\nfn a() {}\n#[test]\n  fn b(x in 0..2) {}"), ["a", "b"]);
        Ok(())
    }
}
