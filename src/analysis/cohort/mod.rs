//! An anonymous benchmark: where the practices of many assessments stand, told so that none of the assessments can be read out of it.
//!
//! **What is told.** Per practice, of the levels that are known to the end and of the targets, each apart: from five on the lowest level at
//! or below which half of them lie, from fifteen on also a quarter and three quarters. How many there are, in steps of five; the model; the
//! month; a title. No name, no id, no day, no text of anybody.
//!
//! **What holds.**
//!
//! - *One cohort*: of no member any level can be told for certain. Every bound leaves out at least one; from six known levels on at least two, so
//!   that not even a member who knows how many there are can tell the level of another.
//! - *Two cohorts that differ by one member*: every level of that member fits with both files, also for somebody who knows how many members
//!   each has, and that this member assessed the practice. With each member the bound moves by more than the member can move the count, up or
//!   down by turns ([`Rank::bound`]), so that it can't be told whether the member or the bound made the difference. Tests try it with every
//!   cohort up to a size, and with cohorts at random (`tests/it/cohort.rs`).
//! - *What is told is true*: the bound is never below the share that it stands for.
//!
//! **What does not hold.** That a member assessed a practice at all may show where the number reaches the next step. One of five can tell, where
//! all others lie at the lowest level, that they do. Many cohorts that differ by one member each narrow it down. Somebody who knows the levels of all members but one may
//! find out that one. Members that are copies of each other under other ids count as several.
//!
//! **What is left out.** How many fall short of their targets: level, target and fit of one member hang together, and where the three were told
//! beside each other, some pairs of cohorts that differ by one member left a single level for it. Which statements and duties are missed: they
//! are too rare.

mod against;
mod rank;
#[cfg(not(target_arch = "wasm32"))]
mod schema;

use std::borrow::Borrow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::{Serialize, Serializer};
use serde_json::Value;

pub use against::{AgainstCohort, CohortMismatch, CohortPlace, ComparedWithCohort, against_cohort};
use rank::Rank;

use super::Exact;
use super::fleet::{Member, MemberStanding};
use crate::model::{Level, PracticeId, order};
use crate::session::{Date, Expected, FromFile, Misread, ModelRef, day, from_members};

/// The fewest members of a cohort, and the fewest of whom anything is told.
pub const COHORT_FEWEST: usize = 5;

/// How many there are is told in steps of so many.
pub const COHORT_STEP: usize = 5;

/// From so many on a quarter and three quarters are told, too: among fewer, single members would move them.
pub const COHORT_QUARTERS_FROM: usize = 15;

/// The longest title, in characters.
pub const COHORT_LONGEST_TITLE: usize = 120;

/// An anonymous benchmark.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Cohort {
    /// What whoever made it calls it.
    pub title: String,
    /// When it was made.
    pub made: Month,
    /// What the assessments are about.
    pub model: ModelRef,
    /// How many assessments it was made from, at least: in steps of five.
    pub at_least: usize,
    /// The practices of which something is told, in the model's order.
    pub practices: Vec<CohortPractice>,
}

from_members!(Cohort { title, made, model, at_least, practices });

/// A practice in a cohort.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct CohortPractice {
    /// The practice.
    pub practice: PracticeId,
    /// The levels that are known to the end; not there where they are too few.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub levels: Option<CohortLevels>,
    /// The targets; not there where they are too few.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub targets: Option<CohortLevels>,
}

from_members!(CohortPractice { practice, levels, targets });

/// Where the levels of a practice lie in a cohort.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct CohortLevels {
    /// How many are counted, at least: in steps of five.
    pub at_least: usize,
    /// Half of them or more lie at this level or below; above it lie half at the most, about.
    pub half: Level,
    /// A quarter and three quarters; from fifteen on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quarters: Option<CohortQuarters>,
}

from_members!(CohortLevels { at_least, half, quarters });

/// Between which levels the middle half lies, about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct CohortQuarters {
    /// A quarter of them or more lies at this level or below.
    pub lower: Level,
    /// Three quarters of them or more lie at this level or below.
    pub upper: Level,
}

from_members!(CohortQuarters { lower, upper });

/// A month of a year: days would tell too much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Month(Date);

impl Month {
    /// The month of a day.
    #[must_use]
    pub fn of(day: Date) -> Self {
        Self(day.first_of_month())
    }

    /// Its first day.
    #[must_use]
    pub const fn first(self) -> Date {
        self.0
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day = self.0.to_string();
        f.write_str(day.rsplit_once('-').map_or(day.as_str(), |(month, _)| month))
    }
}

impl Serialize for Month {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl FromFile for Month {
    fn from_file(value: Value) -> Result<Self, Misread> {
        let first = day(&(String::from_file(value)? + "-01"));
        first.map(Self).ok_or(const { Misread::not_a(Expected::Day) })
    }
}

/// What a cohort is called, and what its members have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CohortName {
    /// What whoever makes it calls it: everybody who gets it reads that.
    pub title: String,
    /// The day on which it is made, of which the month is told.
    pub made: Date,
    /// The model, in the edition to which all were carried over.
    pub model: ModelRef,
}

/// Why no cohort is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoCohort {
    /// It has no title.
    NoTitle,
    /// Its title is longer than [`COHORT_LONGEST_TITLE`].
    LongTitle,
    /// There are fewer than [`COHORT_FEWEST`].
    TooFew(usize),
    /// Two members are copies of one assessment, as they are called here: it would count twice.
    Twice(String, String),
    /// A member is about another model, as it is called here.
    OtherModel(String),
    /// The model's rule gives fractions or shares: of these a benchmark, which tells whole levels, would tell too little.
    NoWholeLevels,
    /// Of no practice enough is known to tell anything.
    NothingToTell,
}

/// The cohort of these members; or why it would give one of them away, or say nothing.
///
/// # Errors
/// Why none is made.
pub fn cohort<M: Borrow<Member>>(members: &[M], called: CohortName) -> Result<Cohort, NoCohort> {
    let members: Vec<&Member> = members.iter().map(Borrow::borrow).collect();
    may_be_made(&members, &called)?;
    if members.iter().flat_map(|member| &member.practices).any(|practice| practice.exact != Exact::Level) {
        return Err(NoCohort::NoWholeLevels);
    }
    let mut practices: Vec<(&PracticeId, Counts, Counts)> = Vec::new();
    let mut places: BTreeMap<&PracticeId, usize> = BTreeMap::new();
    for practice in members.iter().flat_map(|member| &member.practices) {
        let place = *places.entry(&practice.practice).or_insert_with(|| {
            practices.push((&practice.practice, Counts::new(), Counts::new()));
            practices.len() - 1
        });
        let Some((_, levels, targets)) = practices.get_mut(place) else { continue };
        if let MemberStanding::At(level) = practice.stands {
            *levels.entry(level).or_default() += 1;
        }
        practice.target.into_iter().for_each(|target| *targets.entry(target).or_default() += 1);
    }
    let told = practices.into_iter().map(|(practice, levels, targets)| CohortPractice {
        practice: practice.clone(),
        levels: CohortLevels::of(&levels),
        targets: CohortLevels::of(&targets),
    });
    let practices: Vec<CohortPractice> = told.filter(|it| it.levels.is_some() || it.targets.is_some()).collect();
    if practices.is_empty() {
        return Err(NoCohort::NothingToTell);
    }
    let title = called.title.trim().to_owned();
    Ok(Cohort { title, made: Month::of(called.made), model: called.model, at_least: in_steps(members.len()), practices })
}

fn may_be_made(members: &[&Member], called: &CohortName) -> Result<(), NoCohort> {
    if members.len() < COHORT_FEWEST {
        return Err(NoCohort::TooFew(members.len()));
    }
    let mut sessions = BTreeMap::new();
    for member in members {
        if member.model != called.model.id {
            return Err(NoCohort::OtherModel(member.label.clone()));
        }
        if let Some(other) = sessions.insert(&member.session, member) {
            return Err(NoCohort::Twice(other.label.clone(), member.label.clone()));
        }
    }
    match called.title.trim().chars().count() {
        0 => Err(NoCohort::NoTitle),
        long if long > COHORT_LONGEST_TITLE => Err(NoCohort::LongTitle),
        _ => Ok(()),
    }
}

/// How many there are, in steps.
const fn in_steps(count: usize) -> usize {
    count / COHORT_STEP * COHORT_STEP
}

/// How often each level is there.
type Counts = BTreeMap<Level, usize>;

impl CohortLevels {
    /// What is told of levels that are there so often; nothing where they are too few.
    fn of(counts: &Counts) -> Option<Self> {
        let count = counts.values().sum();
        let told = |rank: Rank| {
            let (bound, mut so_far) = (rank.bound(count), 0);
            let found = counts.iter().find(|(_, many)| {
                so_far += **many;
                so_far >= bound
            });
            found.map(|(level, _)| *level)
        };
        let quarters = || Some(CohortQuarters { lower: told(Rank::Quarter)?, upper: told(Rank::ThreeQuarters)? });
        let half = told(Rank::Half).filter(|_| count >= COHORT_FEWEST)?;
        Some(Self { at_least: in_steps(count), half, quarters: if count >= COHORT_QUARTERS_FROM { quarters() } else { None } })
    }
}

impl Cohort {
    /// What is told of a practice.
    #[must_use]
    pub fn practice(&self, id: &PracticeId) -> Option<&CohortPractice> {
        self.practices.iter().find(|practice| practice.practice == *id)
    }

    /// Of which of these practices no level is told, because too few are known to the end.
    #[must_use]
    pub fn without_levels<'a>(&self, practices: impl Iterator<Item = &'a PracticeId>) -> Vec<&'a PracticeId> {
        let told: BTreeSet<&PracticeId> =
            order::set(self.practices.iter().filter(|it| it.levels.is_some()).map(|it| &it.practice));
        practices.filter(|id| !told.contains(id)).collect()
    }
}
