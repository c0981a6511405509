//! What needs no browser: the code's form, the compiler's advice, and the tests of everything that runs natively.

use super::tally::{Tally, Took};
use super::words::{self, Place};
use crate::run::{Run, step};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Runs all of it.
pub fn run(tally: &mut Tally) -> Result<()> {
    let cargo = |args: &[&str]| Run::new("cargo").args(args);
    for part in ["fmt", "clippy"] {
        if cargo(&[part, "--version"]).read().is_none() {
            bail!("`cargo {part}` is not installed; run `rustup component add rustfmt clippy` and start again");
        }
    }
    tally.step("Checking the form of the code", "", |_| {
        cargo(&["fmt", "--all", "--check"]).shown().context("the code is not formatted; run `cargo fmt --all`")
    })?;
    tally.step("Checking the code with clippy", "2 minutes at first", |_| {
        let check = cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]);
        check.shown().context("clippy has advice; follow it and start again")
    })?;
    let programs = tally.step("Building what is tested without a browser", "2 minutes at first", |_| built(&["--workspace"]))?;
    tally.step("Testing what runs without a browser", "half a minute", |tally| {
        let failed = programs.iter().filter(|program| !program.run(&[], tally)).count();
        // What stands in the documentation as an example. There it finds what is built already.
        let examples = cargo(&["test", "--quiet", "--workspace", "--doc"]).shown();
        if failed > 0 {
            bail!("a native test failed");
        }
        examples.context("an example in the documentation failed")
    })
}

/// Runs the tests whose path has one of the words: with the core alone, if they are all there.
pub fn run_some(wanted: &[String], tally: &mut Tally) -> Result<()> {
    let words: Vec<String> = wanted.iter().map(|word| words::tidy(word)).collect();
    let mut meant = words::native()?;
    meant.retain(|test| words::is_meant(&test.name, &words));
    if meant.is_empty() {
        bail!(
            "no native test has {} in its path; paths are as in `cargo test`: module::sentence_of_the_test",
            wanted.join(" or ")
        );
    }
    let has = |place: Place| meant.iter().any(|test| test.place == place);
    let mut builds: Vec<&[&str]> = Vec::new();
    if has(Place::Ui) {
        builds.push(&["--package", "plumbline", "--lib", "--test", "it"]);
    } else if has(Place::Core) {
        builds.push(&["--package", "plumbline", "--no-default-features", "--lib", "--test", "it"]);
    }
    if has(Place::Xtask) {
        builds.push(&["--package", "xtask"]);
    }
    let names: Vec<String> = meant.into_iter().map(|test| test.name).collect();
    let mut failed = 0;
    for build in builds {
        let programs = step("Building", "", || built(build))?;
        failed += programs.iter().filter(|program| !program.run(&names, tally)).count();
    }
    if failed > 0 {
        bail!("a native test failed");
    }
    Ok(())
}

/// A program of tests.
struct Program {
    /// The program itself.
    file: PathBuf,
    /// The folder of the package, in which cargo would run it.
    home: PathBuf,
    /// What its tests are of, if they stand beside what they test.
    of: String,
}

/// Builds tests and says which programs came of it.
fn built(what: &[&str]) -> Result<Vec<Program>> {
    let build = Run::new("cargo").args(["test", "--no-run", "--message-format=json-render-diagnostics"]).args(what);
    let told = build.told().context("the tests could not be built")?;
    let programs = told.lines().filter_map(|line| {
        let message: Value = serde_json::from_str(line).ok()?;
        let is_test = message.pointer("/profile/test")?.as_bool()?;
        let file = message.get("executable")?.as_str()?;
        let home = Path::new(message.get("manifest_path")?.as_str()?).parent()?;
        let kind = message.pointer("/target/kind/0")?.as_str()?;
        let name = message.pointer("/target/name")?.as_str()?;
        let of = if kind == "test" { String::new() } else { format!("{name}::") };
        // What measures is run by `cargo xtask bench`.
        (is_test && kind != "bench").then(|| Program { file: file.into(), home: home.into(), of })
    });
    Ok(programs.collect())
}

impl Program {
    /// Runs it, or only the tests with one of these names; whether all passed.
    fn run(&self, names: &[String], tally: &mut Tally) -> bool {
        // The time of each test is said only to those who ask the test library by name; what is compiled stays as it is.
        let run = Run::new(&self.file).within(&self.home).env("RUSTC_BOOTSTRAP", "1").env("CARGO_MANIFEST_DIR", &self.home);
        let run = run.args(["-Zunstable-options", "--report-time"]);
        let exact = (!names.is_empty()).then_some("--exact");
        let (said, went_well) = run.args(exact).args(names).heard();
        let report = Report::read(&said);
        if !went_well || (report.passed, report.counted) == (0, 0) && names.is_empty() && !said.contains("test result") {
            println!("{said}");
        } else {
            // Nobody reads five hundred lines of `ok`.
            said.lines()
                .filter(|line| line.starts_with("test result:") && !line.contains(" 0 passed; 0 failed"))
                .for_each(|line| println!("    {line}"));
        }
        let program = self.file.file_stem().unwrap_or_default().to_string_lossy();
        // What a test printed may have torn the line that names it: each failure counts, and a program that did not come to its end.
        let unnamed = report.counted.max(usize::from(!went_well)).saturating_sub(report.failed.len());
        let unnamed = (0..unnamed).map(|_| format!("native  {program}: a test without a name"));
        let failed = report.failed.into_iter().map(|name| format!("native  {}{name}", self.of)).chain(unnamed);
        tally.count(report.passed, failed, report.ignored);
        for (module, seconds) in report.modules {
            let module = format!("{}{module}", self.of);
            tally.file(Took { name: format!("native  {module}"), seconds });
        }
        went_well
    }
}

/// What a program of tests said.
#[derive(Debug, Default, PartialEq)]
struct Report {
    passed: usize,
    /// The names of the tests that failed.
    failed: Vec<String>,
    /// How many the program says have failed.
    counted: usize,
    ignored: usize,
    /// How long the tests of each module took together, in seconds.
    modules: BTreeMap<String, f64>,
}

impl Report {
    fn read(said: &str) -> Self {
        let mut report = Self::default();
        for line in said.lines() {
            if let Some(counts) = line.strip_prefix("test result:") {
                let count = |what: &str| {
                    let before = counts.split(what).next()?.trim().rsplit([' ', ';', '.']).next()?;
                    before.parse::<usize>().ok()
                };
                report.passed += count(" passed").unwrap_or_default();
                report.counted += count(" failed").unwrap_or_default();
                report.ignored += count(" ignored").unwrap_or_default();
            } else if let Some((name, time)) = line.strip_prefix("test ").and_then(|line| line.rsplit_once('<')) {
                let (name, how) = name.split_once(" ... ").unwrap_or_default();
                if how.starts_with("FAILED") {
                    report.failed.push(name.to_owned());
                }
                let module = name.split("::").next().unwrap_or_default();
                let seconds: f64 = time.trim_end_matches(['>', 's']).parse().unwrap_or_default();
                *report.modules.entry(module.to_owned()).or_default() += seconds;
            }
        }
        report
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_program_of_tests_says_is_counted() {
        let said = "test merge::a_b ... ok <0.250s>\ntest merge::c ... FAILED <0.500s>\ntest gap::d ... ignored, why\n\n\
                    test result: FAILED. 1 passed; 1 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.75s\n";
        let modules = BTreeMap::from([("merge".to_owned(), 0.75)]);
        let failed = vec!["merge::c".to_owned()];
        assert_eq!(Report::read(said), Report { passed: 1, failed, counted: 1, ignored: 1, modules });
    }

    #[test]
    fn a_failure_whose_line_was_torn_is_counted_all_the_same() {
        let said = "test merge::a ... said by a child\nFAILED <0.250s>\n\n\
                    test result: FAILED. 0 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.25s\n";
        assert_eq!(Report::read(said), Report { counted: 1, ..Report::default() });
    }
}
