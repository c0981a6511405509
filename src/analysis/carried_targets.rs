//! What belongs to no round and was not looked at in this one yet: targets and evidence of before.
//!
//! Both stay in force, as they always did: a target is a decision and holds until there is another one. But a round begins with the question
//! whether it still does. Proposals, and what two copies say differently, are to be decided anyway and are not asked for here as well.

use std::collections::{BTreeMap, BTreeSet};

use super::stale::out_of_date_from;
use super::{Assessment, carried::before};
use crate::model::{Lasts, Level, PracticeId};
use crate::session::{Date, EvidenceId, Fact, Facts, List, RoundId, Session, Stamp, Subject, day_of};

/// A target that was set before this round, and nobody confirmed in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CarriedTarget {
    /// The practice.
    pub practice: PracticeId,
    /// The level. It holds.
    pub level: Level,
    /// The round in which it was set or last confirmed.
    pub round: RoundId,
    /// On which day.
    pub on: Date,
}

/// A piece of evidence that was given before this round, and nobody looked at in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CarriedEvidence {
    /// The piece.
    pub evidence: EvidenceId,
    /// The first practice that it is given for.
    pub practice: PracticeId,
    /// On which day it was last looked at.
    pub on: Date,
    /// Whether it is out of date for all that it is given for.
    pub is_out_of_date: bool,
}

/// The targets that nobody confirmed in this round, in the model's order. Nothing in the first round.
#[must_use]
pub fn carried_targets(assessment: &Assessment<'_>) -> Vec<CarriedTarget> {
    let Some(earlier) = Earlier::of(assessment) else { return Vec::new() };
    let practices = assessment.asked.model().practices().into_iter();
    let carried = practices.filter_map(|practice| {
        let fact = assessment.target_fact(&practice.id)?;
        let target = fact.value().filter(|it| !it.origin.is_proposal())?;
        let is_apart = assessment.kept_apart().has(&[List::Targets], practice.id.as_str());
        let since = assessment.session.target_stands_since(&practice.id, fact);
        let looked_at = earlier.looked_at(&practice.id, (since, day_of(fact.at)), &assessment.session.confirmed_targets);
        let (round, on) = looked_at.filter(|_| !is_apart)?;
        Some(CarriedTarget { practice: practice.id.clone(), level: target.level, round, on })
    });
    carried.collect()
}

/// The evidence that nobody looked at in this round, by the first practice that it is given for, in the model's order. Nothing in the first
/// round.
#[must_use]
pub fn carried_evidence(assessment: &Assessment<'_>, today: Date) -> Vec<CarriedEvidence> {
    let Some(earlier) = Earlier::of(assessment) else { return Vec::new() };
    let session = assessment.session;
    let mut given: BTreeMap<&EvidenceId, (usize, &PracticeId, Vec<Lasts>)> = BTreeMap::new();
    for (at, _) in session.evidence_uses.iter().filter(|(_, fact)| fact.value().is_some()) {
        let order = assessment.order_of(&at.indicator);
        let Some((order, statement)) = order.zip(assessment.placed_indicator(&at.indicator)) else { continue };
        let of_it = given.entry(&at.evidence).or_insert((order, &statement.practice.id, Vec::new()));
        if order < of_it.0 {
            (of_it.0, of_it.1) = (order, &statement.practice.id);
        }
        of_it.2.push(statement.asked.indicator.lasts);
    }
    let mut found: Vec<(usize, CarriedEvidence)> = Vec::new();
    for (id, (order, practice, lasts)) in given {
        let Some((fact, piece)) = session.evidence.get(id).and_then(|fact| Some((fact, fact.value()?))) else { continue };
        let stated = (&fact.stamp, day_of(fact.at));
        let looked_at = earlier.looked_at(id, stated, &session.confirmed_evidence).filter(|_| piece.says_something());
        let Some((_, on)) = looked_at else { continue };
        let is_over = |lasts: Lasts| out_of_date_from(piece, lasts).is_some_and(|day| day <= today);
        let is_out_of_date = lasts.into_iter().all(is_over);
        found.push((order, CarriedEvidence { evidence: id.clone(), practice: practice.clone(), on, is_out_of_date }));
    }
    found.sort_by_key(|(order, _)| *order);
    found.into_iter().map(|(_, it)| it).collect()
}

/// The same by practice.
pub(super) fn evidence_by_practice(assessment: &Assessment<'_>, today: Date) -> BTreeMap<PracticeId, Vec<CarriedEvidence>> {
    let mut evidence: BTreeMap<PracticeId, Vec<CarriedEvidence>> = BTreeMap::new();
    for it in carried_evidence(assessment, today) {
        evidence.entry(it.practice.clone()).or_default().push(it);
    }
    evidence
}

/// The rounds before the one that is looked at.
struct Earlier<'a> {
    now: &'a RoundId,
    /// Where the last of them ended: what is later was said of this one.
    end: &'a Stamp,
    /// Each with where its opening stands in the history, the first one first.
    opened: Vec<(&'a RoundId, Option<&'a Stamp>)>,
}

impl<'a> Earlier<'a> {
    fn of(assessment: &Assessment<'a>) -> Option<Self> {
        let (session, now) = (assessment.session, assessment.round?);
        let rounds: BTreeSet<&RoundId> = before(session, now);
        let end = session.end_of(rounds.last()?)?;
        Some(Self { now, end, opened: rounds.into_iter().map(|round| (round, opening(session, round))).collect() })
    }

    /// In which round something was last looked at, and on which day; nothing where that is this one. `since` says where in the
    /// history it came to stand, and on which day.
    fn looked_at<Id: Ord + Clone>(
        &self,
        on: &Id,
        (since, stated_on): (&Stamp, Date),
        confirmed: &Facts<Subject<Id>, Date>,
    ) -> Option<(RoundId, Date)> {
        let confirmed_in = |round: &RoundId| {
            let at = Subject { on: on.clone(), round: round.clone(), part: None };
            confirmed.get(&at).and_then(Fact::value).copied()
        };
        if *since >= *self.end || confirmed_in(self.now).is_some() {
            return None;
        }
        let rounds = || self.opened.iter().rev();
        if let Some((round, day)) = rounds().find_map(|(round, _)| Some((*round, confirmed_in(round)?))) {
            return Some((round.clone(), day.max(stated_on)));
        }
        let set_in = rounds().find(|(_, opened)| opened.is_none_or(|opened| *opened <= *since)).or(self.opened.first());
        set_in.map(|(round, _)| ((*round).clone(), stated_on))
    }
}

/// Where the opening of a round stands in the history, as far as anybody said that it was opened.
fn opening<'a>(session: &'a Session, round: &RoundId) -> Option<&'a Stamp> {
    session.opening(round).map(|(_, fact)| &fact.stamp).or_else(|| session.rounds.get(round).map(|fact| &fact.stamp))
}
