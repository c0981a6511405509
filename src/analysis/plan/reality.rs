//! Plan and reality: what the plan would have led to by a later round, beside what that round found.
//!
//! The plan is the one that stood when the later round was opened: what is planned, moved or taken out since changes nothing of it. Of a round
//! that was opened by a version which did not keep that, it is the one that stands now, and that is said ([`RestsOn`]). Of it counts what
//! was to be done by the day on which the later round began, or was done by then; what was dropped, or done before the earlier round, does
//! not.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::what_if;
use crate::analysis::{Assessment, Current, Results, Verdict, results};
use crate::model::{Became, Editions, IndicatorId, ItemChange, ItemId, PracticeId, order};
use crate::session::{Date, PlannedThen, Session, day_of};

/// What the plan would have led to by a later round, beside what that found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanAndReality {
    /// The day on which the later round began.
    pub by: Date,
    /// Which plan it is.
    pub rests_on: RestsOn,
    /// How many actions were to be done or were done by then.
    pub actions: usize,
    /// How many of these are done.
    pub done: usize,
    /// The practices that they were for, in the model's order.
    pub practices: Vec<PlannedPractice>,
}

/// Which plan stands beside what was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RestsOn {
    /// The plan as it stood when the later round was opened.
    PlanOfThen,
    /// The plan as it stands now: how it stood then was not kept.
    PlanOfNow,
}

/// What was planned and found of a practice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedPractice {
    /// The practice.
    pub practice: PracticeId,
    /// Where it stood in the earlier round.
    pub then: Current,
    /// Where the plan would have led.
    pub planned: Current,
    /// Where it stands in the later round.
    pub reached: Current,
    /// The statements that were to be satisfied, in the model's order, each with what the later round says about it.
    pub statements: Vec<(IndicatorId, Verdict)>,
}

/// How what was reached compares with what was planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanKept {
    /// At least as much as planned.
    Reached,
    /// Less than planned.
    Short,
    /// It is not known to the end where it stands, or would have stood.
    Open,
}

impl PlannedPractice {
    /// How many of its statements are met.
    #[must_use]
    pub fn met(&self) -> usize {
        self.statements.iter().filter(|(_, verdict)| verdict.is_fulfilled()).count()
    }

    /// Those that are not.
    pub fn missing(&self) -> impl Iterator<Item = &IndicatorId> {
        self.statements.iter().filter(|(_, verdict)| !verdict.is_fulfilled()).map(|(id, _)| id)
    }

    /// Whether the plan was kept.
    #[must_use]
    pub fn kept(&self) -> PlanKept {
        match self.reached.has_at_least(self.planned) {
            Some(true) => PlanKept::Reached,
            Some(false) => PlanKept::Short,
            None => PlanKept::Open,
        }
    }
}

/// What the plan would have led to from a round to a later one, of which `today` follows. Nothing where no action was to be done by then, or
/// none is for anything that is asked.
#[must_use]
pub fn plan_and_reality(before: &Assessment<'_>, now: &Assessment<'_>, today: &Results) -> Option<PlanAndReality> {
    let session = now.session();
    let (since, by) = (begun(session, before)?, begun(session, now)?);
    let kept = now.round.and_then(|round| session.opening(round)).and_then(|(opened, _)| opened.plan.as_ref());
    let (rests_on, plan) = match kept {
        Some(plan) => (RestsOn::PlanOfThen, Cow::Borrowed(plan)),
        None => (RestsOn::PlanOfNow, Cow::Owned(session.planned_by(by))),
    };
    let (mut wanted, mut actions, mut done) = (BTreeSet::new(), 0, 0);
    for it in plan.iter().filter(|it| is_of_then(it, since, by)) {
        actions += 1;
        done += usize::from(it.done.is_some());
        wanted.extend(&it.statements);
    }
    let wanted = order::set(wanted.into_iter().flat_map(|id| asked_now(now, id)));
    let mut by_practice: BTreeMap<&PracticeId, Vec<(usize, IndicatorId, Verdict)>> = BTreeMap::new();
    for id in &wanted {
        let (Some(order), Some(placed)) = (now.order_of(id), now.placed_indicator(id)) else { continue };
        let verdict = now.said().together(placed.asked.indicator);
        by_practice.entry(&placed.practice.id).or_default().push((order, id.clone(), verdict));
    }
    if by_practice.is_empty() {
        return None;
    }
    let then = what_if(before, &results(before), &wanted);
    let practices = then.practices.into_iter().zip(&today.practices).filter_map(|(then, today)| {
        let mut statements = by_practice.remove(&then.practice)?;
        statements.sort_by_key(|(order, ..)| *order);
        Some(PlannedPractice {
            practice: then.practice,
            then: then.now,
            planned: then.then,
            reached: today.standing.current,
            statements: statements.into_iter().map(|(_, id, verdict)| (id, verdict)).collect(),
        })
    });
    Some(PlanAndReality { by, rests_on, actions, done, practices: practices.collect() })
}

/// The day on which a round began.
fn begun(session: &Session, now: &Assessment<'_>) -> Option<Date> {
    let round = now.round?;
    let said = session.opening(round).map(|(opened, _)| opened.on);
    said.or_else(|| session.rounds.get(round).map(|fact| day_of(fact.at)))
}

/// What is asked now where a statement was planned for: itself, or what it became in a later edition and still means the same.
fn asked_now(now: &Assessment<'_>, id: &IndicatorId) -> Vec<IndicatorId> {
    if now.order_of(id).is_some() {
        return vec![id.clone()];
    }
    // Forward, edition by edition: what was changed on the way asks something else.
    let same = |change: &&ItemChange| matches!(change.became, Became::Renamed | Became::Split);
    let mut ids = vec![id.as_str()];
    for edition in now.asked().edition_changes() {
        let step = |id: &str| edition.items.iter().filter(same).find(|change| change.id.as_str() == id);
        ids = ids
            .into_iter()
            .flat_map(|id| step(id).map_or_else(|| vec![id], |it| it.to.iter().map(ItemId::as_str).collect()))
            .collect();
    }
    let ids = ids.into_iter().filter_map(|id| IndicatorId::try_from(id).ok());
    ids.filter(|id| now.order_of(id).is_some()).collect()
}

/// Whether an action was to be done by a day, or was, and was not done before another one.
fn is_of_then(it: &PlannedThen, since: Date, by: Date) -> bool {
    let is_due = it.due.is_some_and(|due| due <= by);
    match &it.done {
        Some(done) => done.on.is_none_or(|on| on >= since) && (is_due || done.on.is_some_and(|on| on <= by)),
        None => is_due,
    }
}
