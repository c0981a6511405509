//! What is missed most among many assessments: statements, and demands from outside.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::{Member, Need};
use crate::analysis::PartOf;
use crate::model::{IndicatorId, Level, PracticeId, order};

/// A statement among many assessments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementAmong {
    /// The statement.
    pub statement: IndicatorId,
    /// What it says.
    pub text: String,
    /// Its practice.
    pub practice: PracticeId,
    /// Its level.
    pub level: Level,
    /// Which members say that it does not hold, or only partly, by their places.
    pub missed: Vec<usize>,
    /// At how many nobody said, or nobody knows.
    pub open: usize,
    /// How many need it.
    pub needed: usize,
}

/// A demand from outside among many assessments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DutyAmong {
    /// What it is part of.
    pub part_of: PartOf,
    /// The practice that carries it.
    pub practice: PracticeId,
    /// Which members are known to miss it today, by their places.
    pub missed: Vec<usize>,
    /// For how many it counts today.
    pub counting: usize,
}

/// The statements that are missed, those of most members first; where that is the same, in the order of asking.
pub(super) fn statements(members: &[&Member]) -> Vec<StatementAmong> {
    let mut all: Vec<StatementAmong> = Vec::new();
    let mut places: BTreeMap<&IndicatorId, usize> = BTreeMap::new();
    for (member, said) in members.iter().enumerate().flat_map(|(at, member)| member.statements.iter().map(move |it| (at, it))) {
        let place = *places.entry(&said.statement).or_insert_with(|| {
            all.push(StatementAmong {
                statement: said.statement.clone(),
                text: String::new(),
                practice: said.practice.clone(),
                level: said.level,
                missed: Vec::new(),
                open: 0,
                needed: 0,
            });
            all.len() - 1
        });
        let Some(among) = all.get_mut(place) else { continue };
        among.needed += 1;
        among.open += usize::from(said.need == Need::Open);
        if said.need == Need::Missed {
            among.missed.push(member);
            if let Some(text) = said.text.as_ref().filter(|_| among.text.is_empty()) {
                among.text.clone_from(text);
            }
        }
    }
    all.retain(|among| !among.missed.is_empty());
    order::by_key(&mut all, |among| Reverse(among.missed.len()));
    all
}

/// What tells demands of one practice apart: the law by its name, wherever one reads it; the profile; that people state it themselves.
fn key(part_of: &PartOf) -> (u8, &str) {
    match part_of {
        PartOf::Law(name, _) => (0, name),
        PartOf::Profile(name) => (1, name),
        PartOf::Own => (2, ""),
    }
}

/// The demands that are missed, those of most members first. Several of one law that one practice carries count as one for a member.
pub(super) fn duties(members: &[&Member]) -> Vec<DutyAmong> {
    let mut all: Vec<DutyAmong> = Vec::new();
    let mut places: BTreeMap<(&PracticeId, (u8, &str)), usize> = BTreeMap::new();
    let mut last_counted: Vec<usize> = Vec::new();
    for (member, duty) in members.iter().enumerate().flat_map(|(at, member)| member.duties.iter().map(move |it| (at, it))) {
        let place = *places.entry((&duty.practice, key(&duty.part_of))).or_insert_with(|| {
            let (part_of, practice) = (duty.part_of.clone(), duty.practice.clone());
            all.push(DutyAmong { part_of, practice, missed: Vec::new(), counting: 0 });
            last_counted.push(usize::MAX);
            all.len() - 1
        });
        let (Some(among), Some(last)) = (all.get_mut(place), last_counted.get_mut(place)) else { continue };
        among.counting += usize::from(*last != member);
        *last = member;
        if duty.is_missed && among.missed.last() != Some(&member) {
            among.missed.push(member);
        }
    }
    all.retain(|among| !among.missed.is_empty());
    order::by_key(&mut all, |among| Reverse(among.missed.len()));
    all
}
