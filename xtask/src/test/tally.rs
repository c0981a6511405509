//! What a run of tests came to: how many passed, and what took how long.

use crate::run::{in_words, step};
use anyhow::Result;
use std::time::{Duration, Instant};

/// How long something took.
pub struct Took {
    /// What it was.
    pub name: String,
    /// How long, in seconds.
    pub seconds: f64,
}

/// All that is said at the end.
#[derive(Default)]
pub struct Tally {
    passed: usize,
    /// The sentences of the tests that failed, each with its file.
    failed: Vec<String>,
    skipped: usize,
    steps: Vec<Took>,
    files: Vec<Took>,
}

impl Tally {
    /// Does a step, as [`step`] does, and keeps how long it took, also when it fails.
    pub fn step<T>(&mut self, what: &str, usual: &str, work: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        let start = Instant::now();
        let done = step(what, usual, || work(self));
        self.took(what, start.elapsed());
        done
    }

    /// Keeps how long a step took.
    pub fn took(&mut self, what: &str, time: Duration) {
        self.steps.push(Took { name: what.to_owned(), seconds: time.as_secs_f64() });
    }

    /// Counts tests; `failed` names those that failed.
    pub fn count(&mut self, passed: usize, failed: impl IntoIterator<Item = String>, skipped: usize) {
        self.passed += passed;
        self.failed.extend(failed);
        self.skipped += skipped;
    }

    /// Keeps how long a file of tests took.
    pub fn file(&mut self, took: Took) {
        self.files.push(took);
    }

    /// Adds what another run came to.
    pub fn add(&mut self, other: Self) {
        self.count(other.passed, other.failed, other.skipped);
        self.steps.extend(other.steps);
        self.files.extend(other.files);
    }

    /// Says all of it: steps and files, slowest first, what failed, and at last the counts. What failed before it came to a test
    /// counts as one.
    pub fn say(mut self, went_well: bool) {
        for (title, list) in [("Steps", &mut self.steps), ("Files of tests", &mut self.files)] {
            list.sort_by(|one, other| other.seconds.total_cmp(&one.seconds));
            if !list.is_empty() {
                println!("\n{title}, slowest first:");
            }
            for Took { name, seconds } in list.iter() {
                println!("{:>12}  {name}", in_words(Duration::from_secs_f64(seconds.max(0.0))));
            }
        }
        if !self.failed.is_empty() {
            println!("\nFailed:");
        }
        for sentence in &self.failed {
            println!("  {sentence}");
        }
        let failed = self.failed.len().max(usize::from(!went_well));
        println!("\n{}", last_line(self.passed, failed, self.skipped));
    }
}

/// The last line, which machines read as well.
fn last_line(passed: usize, failed: usize, skipped: usize) -> String {
    let skipped = if skipped == 0 { String::new() } else { format!(", {skipped} skipped") };
    format!("{passed} passed, {failed} failed{skipped}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_has_nothing_but_the_counts() {
        assert_eq!(last_line(471, 0, 0), "471 passed, 0 failed");
        assert_eq!(last_line(1, 2, 3), "1 passed, 2 failed, 3 skipped");
    }
}
