//! Anonymous benchmarks as files: JSON with `format` and `version`. The file says itself within which limits its figures were made, and
//! one that breaks them is not read: somebody else's program may have made it, and people would rely on it.

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::{Value, json};

use super::ReadError;
use super::session_file::parse;
use crate::analysis::{
    COHORT_FEWEST, COHORT_LONGEST_TITLE, COHORT_QUARTERS_FROM, COHORT_STEP, Cohort, CohortLevels, CohortPractice,
};
use crate::session::{Expected, FromFile, Wrong};

/// The value of `format` in cohort files.
pub const COHORT_FORMAT: &str = "plumbline-cohort";

/// The version of the format that is written, and the newest that is understood.
pub const COHORT_VERSION: u64 = 1;

/// The address of the schema of this version, from where Plumbline is hosted.
pub const COHORT_SCHEMA: &str = "schemas/cohort-v1.schema.json";

/// The largest file that is read, in bytes: one of a model of the largest size has less.
pub const LARGEST_COHORT: usize = 1_000_000;

/// Why a file is no cohort that could be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CohortError {
    /// It is larger than [`LARGEST_COHORT`].
    TooLarge {
        /// Its size.
        bytes: usize,
    },
    /// It is no text, no JSON, or says something else than what is expected in a place.
    Unreadable(ReadError),
    /// It is JSON, but no cohort.
    NotACohort {
        /// What it says that it is.
        found: Option<String>,
    },
    /// It is of a version that came after this Plumbline.
    Newer {
        /// Its version.
        version: u64,
    },
    /// It was not made by the rules that keep its members unknown, or contradicts itself.
    Breaks {
        /// Where, as a path into the JSON.
        path: String,
        /// Which rule.
        rule: CohortRule,
    },
}

/// What holds of every cohort file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CohortRule {
    /// The limits are those of its version.
    Limits,
    /// The title is neither blank nor too long.
    Title,
    /// Members are told in steps, are at least the fewest, and no more than the whole cohort has.
    Count,
    /// Quarters are told from a certain number on, and only then.
    Quarters,
    /// A quarter lies no higher than half, and half no higher than three quarters.
    Order,
    /// Each practice is there once, and something is told of it.
    Practices,
}

#[derive(Serialize)]
struct File<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    format: &'static str,
    version: u64,
    limits: Value,
    #[serde(flatten)]
    cohort: &'a Cohort,
}

/// Within which limits the figures were made.
fn limits() -> Value {
    json!({ "fewest": COHORT_FEWEST, "in_steps_of": COHORT_STEP, "quarters_from": COHORT_QUARTERS_FROM })
}

/// A cohort as a file for people to keep and send.
///
/// # Errors
/// None that a cohort could cause; what the serializer says.
pub fn write_cohort(cohort: &Cohort) -> Result<String, serde_json::Error> {
    let file = File { schema: COHORT_SCHEMA, format: COHORT_FORMAT, version: COHORT_VERSION, limits: limits(), cohort };
    serde_json::to_value(file).and_then(|file| serde_json::to_string_pretty(&file)).map(|text| text + "\n")
}

/// Reads a cohort file, and refuses one that was not made by the rules.
///
/// # Errors
/// Says what the bytes are instead of a cohort, or where in it something is wrong.
pub fn read_cohort(bytes: &[u8]) -> Result<Cohort, CohortError> {
    if bytes.len() > LARGEST_COHORT {
        return Err(CohortError::TooLarge { bytes: bytes.len() });
    }
    let mut file = parse(bytes).map_err(CohortError::Unreadable)?;
    version(&file)?;
    let mut said = None;
    if let Some(members) = file.as_object_mut() {
        for name in ["$schema", "format", "version"] {
            members.shift_remove(name);
        }
        said = members.shift_remove("limits");
    }
    if said != Some(limits()) {
        return breaks("limits", CohortRule::Limits);
    }
    let cohort = Cohort::from_file(file).map_err(|misread| CohortError::Unreadable(misread.into()))?;
    follows_the_rules(&cohort)?;
    Ok(cohort)
}

fn version(file: &Value) -> Result<(), CohortError> {
    match file.get("format").and_then(Value::as_str) {
        Some(COHORT_FORMAT) => {}
        found => return Err(CohortError::NotACohort { found: found.map(str::to_owned) }),
    }
    match file.get("version").and_then(Value::as_u64) {
        Some(COHORT_VERSION) => Ok(()),
        Some(version) if version > COHORT_VERSION => Err(CohortError::Newer { version }),
        _ => {
            let what = Wrong::NotA(Expected::Number { highest: None });
            Err(CohortError::Unreadable(ReadError::Wrong { path: "version".to_owned(), what }))
        }
    }
}

fn breaks<T>(path: impl Into<String>, rule: CohortRule) -> Result<T, CohortError> {
    Err(CohortError::Breaks { path: path.into(), rule })
}

fn follows_the_rules(cohort: &Cohort) -> Result<(), CohortError> {
    if cohort.title.trim().is_empty() || cohort.title.chars().count() > COHORT_LONGEST_TITLE {
        return breaks("title", CohortRule::Title);
    }
    if !is_told(cohort.at_least) {
        return breaks("at_least", CohortRule::Count);
    }
    let mut there = BTreeSet::new();
    for (place, practice) in cohort.practices.iter().enumerate() {
        let path = format!("practices[{place}]");
        let CohortPractice { practice, levels, targets } = practice;
        if !there.insert(practice) || levels.or(*targets).is_none() {
            return breaks(path, CohortRule::Practices);
        }
        for (name, levels) in [("levels", levels), ("targets", targets)] {
            levels.map_or(Ok(()), |it| levels_follow(&it, &format!("{path}.{name}"), cohort.at_least))?;
        }
    }
    if there.is_empty() { breaks("practices", CohortRule::Practices) } else { Ok(()) }
}

fn levels_follow(levels: &CohortLevels, path: &str, all: usize) -> Result<(), CohortError> {
    if !is_told(levels.at_least) || levels.at_least > all {
        return breaks(format!("{path}.at_least"), CohortRule::Count);
    }
    if levels.quarters.is_some() != (levels.at_least >= COHORT_QUARTERS_FROM) {
        return breaks(path, CohortRule::Quarters);
    }
    match levels.quarters {
        Some(quarters) if quarters.lower > levels.half || levels.half > quarters.upper => breaks(path, CohortRule::Order),
        _ => Ok(()),
    }
}

/// Whether a number of members is one that is told.
const fn is_told(count: usize) -> bool {
    count >= COHORT_FEWEST && count.is_multiple_of(COHORT_STEP)
}
