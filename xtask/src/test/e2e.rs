//! Tests of the whole app in a browser: the files `tests/e2e/*.test.mjs`, against the app as it is released, or against a build for
//! development, which is there sooner after a change.
//!
//! They learn where the app is from `PLUMBLINE_URL`, `PLUMBLINE_SUBPATH_URL` (the same app hosted under a path) and
//! `PLUMBLINE_MADE_UP_URL` (the app in the made-up language), and which browser to start from `CHROMIUM_PATH`, most of them the one without
//! windows in `CHROMIUM_SHELL_PATH` where there is one.
//! Files named `engines-…` run in Firefox and WebKit as well, whose programs are named in `FIREFOX_PATH` and `WEBKIT_DRIVER_PATH`.

use super::made_up;
use super::tally::{Tally, Took};
use crate::build;
use crate::paths;
use crate::run::{Run, step};
use crate::serve::{Server, free_port};
use crate::setup::{self, Tools};
use crate::verify;
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::fs;
use std::path::PathBuf;

/// A path to host the app under, as a host of many projects does.
pub const SUBPATH: &str = "/plumbline/";
/// Where to look for free ports: out of the way of a running `serve`.
const FIRST_PORT: u16 = 8180;
/// How the names of files begin that run in other engines as well.
const OTHER_ENGINES: &str = "engines-";

/// The file whose tests have forms of OSCAL read by a tool for them.
const TRADE: &str = "trade.test.mjs";

/// Which build is tested.
#[derive(Clone, Copy, PartialEq)]
pub enum Build {
    /// As it is released.
    Release,
    /// As it is released, and built by [`releases`] a moment ago.
    Released,
    /// For development. What only a release has is skipped.
    Development,
}

/// Runs the files or sentences that have one of the words, or all of them when there are no words.
pub fn run(wanted: &[String], which: Build, tally: &mut Tally) -> Result<()> {
    let chosen = Chosen::by(wanted)?;
    let tools = setup::for_building()?;
    let mut browsers = vec![("CHROMIUM_PATH", setup::for_end_to_end_tests()?)];
    browsers.extend(setup::for_tests_without_windows()?.map(|shell| ("CHROMIUM_SHELL_PATH", shell)));
    if chosen.are_for_other_engines() {
        browsers.extend(setup::for_other_engines()?);
    }
    if chosen.are_for_other_tools() {
        browsers.extend(setup::for_reading_oscal()?);
    }
    match which {
        Build::Release | Build::Released => {
            if which == Build::Release {
                tally.step("Building the app for release", "2 to 7 minutes at first", |_| releases(&tools))?;
            }
            let (whole, below) = (Server::start(&whole(), "/", free_port(FIRST_PORT)?)?, below()?);
            let made_up = Server::start(&made_up::folder(), "/", free_port(FIRST_PORT)?)?;
            test(&chosen, &browsers, &whole, &[("PLUMBLINE_SUBPATH_URL", &below), ("PLUMBLINE_MADE_UP_URL", &made_up)], tally)
        }
        Build::Development => {
            let folder = paths::target().join("e2e").join("dev");
            tally.step("Building the app for development", "4 minutes at first, then what changed", |_| {
                build::development(&tools, &folder)
            })?;
            test(&chosen, &browsers, &Server::start(&folder, "/", free_port(FIRST_PORT)?)?, &[], tally)
        }
    }
}

/// Where the released app is built for the root of a host.
pub fn whole() -> PathBuf {
    paths::target().join("e2e").join("whole")
}

/// The released app below a path, served.
fn below() -> Result<Server> {
    Server::start(&paths::target().join("e2e").join("below"), SUBPATH, free_port(FIRST_PORT)?)
}

/// Builds what is tested: the release, compiled once and put together for both addresses, and the app in the made-up language.
pub fn releases(tools: &Tools) -> Result<()> {
    let below = paths::target().join("e2e").join("below");
    build::release(tools, "/", &whole())?;
    build::release(tools, SUBPATH, &below)?;
    made_up::build(tools)?;
    step("Comparing both releases", "", || {
        verify::same_but_for_address((&whole(), "/"), (&below, SUBPATH))?;
        verify::names_no_folder_of_this_machine(&whole())
    })
}

/// The files to run, and the pattern of their sentences.
struct Chosen {
    files: Vec<PathBuf>,
    sentences: Option<String>,
}

impl Chosen {
    /// Those meant by words: by the names of files first, by sentences when no file is named so.
    fn by(words: &[String]) -> Result<Self> {
        let mut files = paths::files_ending(&paths::root().join("tests").join("e2e"), ".test.mjs");
        if words.is_empty() {
            return Ok(Self { files, sentences: None });
        }
        let named = |file: &PathBuf| {
            let name = file.file_name().unwrap_or_default().to_string_lossy().trim_end_matches(".test.mjs").to_owned();
            words.iter().any(|word| name.contains(word.trim_end_matches(".test.mjs")))
        };
        // A file of exactly this name is meant alone: `accessible` is not `accessible-targets`.
        let exactly = |file: &PathBuf| {
            let name = file.file_name().unwrap_or_default().to_string_lossy().trim_end_matches(".test.mjs").to_owned();
            words.iter().any(|word| name == word.trim_end_matches(".test.mjs"))
        };
        if words.len() == 1 && files.iter().any(exactly) {
            files.retain(exactly);
            return Ok(Self { files, sentences: None });
        }
        if files.iter().any(named) {
            files.retain(named);
            return Ok(Self { files, sentences: None });
        }
        files.retain(|file| fs::read_to_string(file).is_ok_and(|text| words.iter().any(|word| has_sentence(&text, word))));
        if files.is_empty() {
            bail!("no file in tests/e2e is named {0}, and no sentence there has {0} in it", words.join(" or "));
        }
        Ok(Self { files, sentences: Some(words.iter().map(|word| escaped(word)).collect::<Vec<_>>().join("|")) })
    }

    /// Whether some of them run in other engines as well.
    fn are_for_other_engines(&self) -> bool {
        let begins = |file: &PathBuf| file.file_name().is_some_and(|name| name.to_string_lossy().starts_with(OTHER_ENGINES));
        self.files.iter().any(begins)
    }

    /// Whether some of them ask a tool that reads OSCAL.
    fn are_for_other_tools(&self) -> bool {
        self.files.iter().any(|file| file.file_name().is_some_and(|name| name == TRADE))
    }
}

/// Whether a sentence of a test in this text has these words.
fn has_sentence(text: &str, words: &str) -> bool {
    let begins = ["scene(", "test(", "kept(", "describe(", "everywhere("];
    text.lines().any(|line| begins.iter().any(|begin| line.trim_start().starts_with(begin)) && line.contains(words))
}

/// Words as a pattern that means just them.
fn escaped(words: &str) -> String {
    words
        .chars()
        .flat_map(|letter| (!letter.is_alphanumeric() && letter != ' ').then_some('\\').into_iter().chain([letter]))
        .collect()
}

/// Runs files against what is served; `others` are other builds, each with the variable that names its address.
fn test(
    chosen: &Chosen,
    browsers: &[(&str, PathBuf)],
    whole: &Server,
    others: &[(&str, &Server)],
    tally: &mut Tally,
) -> Result<()> {
    let result = paths::target().join("e2e").join("result.json");
    let _ = fs::remove_file(&result);
    tally.step("Testing the whole app in a browser", "", |tally| {
        let run = Run::new("node").args([paths::root().join("tests").join("e2e").join("run.mjs")]);
        let run = run.args(["--result"]).args([&result]).env("PLUMBLINE_URL", &whole.address);
        let run = browsers.iter().fold(run, |run, (name, program)| run.env(name, program));
        let run = match &chosen.sentences {
            Some(pattern) => run.args(["--sentence", pattern]),
            None => run,
        };
        let run = others.iter().fold(run, |run, (name, server)| run.env(name, &server.address));
        let went = run.args(&chosen.files).shown().context("a test of the whole app failed");
        read(&fs::read_to_string(&result).unwrap_or_default(), tally);
        went
    })
}

/// Counts what `run.mjs` wrote down.
fn read(result: &str, tally: &mut Tally) {
    let files: Vec<Value> = serde_json::from_str(result).unwrap_or_default();
    for file in files {
        let count =
            |what: &str| file.get(what).and_then(Value::as_u64).and_then(|count| usize::try_from(count).ok()).unwrap_or_default();
        let name = file.get("name").and_then(Value::as_str).unwrap_or_default();
        let seconds = file.get("seconds").and_then(Value::as_f64).unwrap_or_default();
        let failed = file.get("failed").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
        tally.count(count("passed"), failed.map(|sentence| format!("browser {name}: {sentence}")), count("skipped"));
        tally.file(Took { name: format!("browser {name}"), seconds });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(words: &[&str]) -> Result<(Vec<String>, Option<String>)> {
        let chosen = Chosen::by(&words.iter().map(|&word| word.to_owned()).collect::<Vec<_>>())?;
        let names = chosen.files.iter().map(|file| file.file_name().unwrap_or_default().to_string_lossy().into_owned());
        Ok((names.collect(), chosen.sentences))
    }

    #[test]
    fn files_are_chosen_by_name_first_and_then_by_sentence() -> Result<()> {
        assert_eq!(names(&["accessible"])?.0, ["accessible.test.mjs"]);
        assert_eq!(names(&["accessible-t"])?.0, ["accessible-targets.test.mjs"]);
        let (files, sentences) = names(&["comes back from the bin"])?;
        assert!(files.contains(&"local-storage.test.mjs".to_owned()));
        assert_eq!(sentences.as_deref(), Some("comes back from the bin"));
        assert!(names(&["no sentence of ours"]).is_err());
        assert!(!Chosen::by(&["accessible".to_owned()])?.are_for_other_engines());
        assert!(Chosen::by(&["engines-offline".to_owned()])?.are_for_other_engines());
        assert!(names(&[])?.0.len() > 25);
        Ok(())
    }

    #[test]
    fn words_of_a_pattern_mean_themselves() {
        assert_eq!(escaped("400 %, (a)"), "400 \\%\\, \\(a\\)");
    }
}
