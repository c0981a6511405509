//! What to do, proposed from what is missing: for each level that a practice still lacks up to what is needed one action, with the statements
//! that are missing there; one for what a law needs beside that; and one where a single statement reaches a level of which nobody said whether
//! it is needed.
//!
//! What is in the plan already is not proposed again, be it done or dropped: that was thought about. Of what nobody answered nothing is known, so
//! nothing is proposed for it but the questions elsewhere.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::analysis::{
    Assessment, DutyFit, DutyResult, MissingIndicator, PracticeResult, Results, Urgency, WhyToDo, missing, missing_needs,
};
use crate::model::{IndicatorId, Level, PracticeId, Questionnaire, Text, order};
use crate::session::{Action, ActionOrigin, ActionStatement, Session};

/// An action that is proposed.
#[derive(Clone, Debug, PartialEq)]
pub struct ProposedAction {
    /// The practice.
    pub practice: PracticeId,
    /// The level that it leads to; `None` where it is only for what something outside needs.
    pub level: Option<Level>,
    /// The statements that it would satisfy; at least one.
    pub statements: Vec<IndicatorId>,
    /// Why it is proposed.
    pub why: WhyToDo,
    /// How urgent it is.
    pub urgency: Urgency,
    /// How much is at stake, as far as somebody said so.
    pub stake: Option<Level>,
}

impl ProposedAction {
    /// What leads to its level, as the model says it to whoever we are; nothing where it is only for what something outside needs.
    #[must_use]
    pub fn advice<'a>(&self, asked: &'a Questionnaire) -> Vec<&'a Text> {
        let practice = asked.model().practice(&self.practice);
        practice.zip(self.level).map(|(practice, level)| asked.actions(practice, level)).unwrap_or_default()
    }

    /// What it is once it is taken over into the plan, under a title, with a note of what leads there.
    #[must_use]
    pub fn as_action(&self, title: String, note: String) -> Action {
        let origin = match self.why {
            WhyToDo::BelowMinimum(_) | WhyToDo::BelowLater(..) => ActionOrigin::Duty,
            WhyToDo::OneStep(_) => ActionOrigin::OneStep,
            WhyToDo::Gap => ActionOrigin::Gap,
        };
        Action { title, practice: Some(self.practice.clone()), origin, note, ..Action::default() }
    }
}

/// What is proposed, the most urgent first; where that is the same, where most is at stake: the order of all lists by urgency.
#[must_use]
pub fn proposed(assessment: &Assessment<'_>, results: &Results) -> Vec<ProposedAction> {
    let in_plan = in_plan(assessment.session());
    let is_new = |id: &IndicatorId| !in_plan.contains(id);
    let mut all: Vec<ProposedAction> =
        results.practices.iter().flat_map(|result| of_practice(assessment, result, &is_new)).collect();
    order::by_key(&mut all, |it| (it.urgency, Reverse(it.stake)));
    all
}

/// The practices of which something outside demands what may be there, and nobody knows: for that neither is anything proposed nor is it
/// planned, and it has to be found out first. The most urgent come first.
#[must_use]
pub fn to_find_out<'r>(
    assessment: &Assessment<'_>,
    results: &'r Results,
    proposed: &[ProposedAction],
) -> Vec<&'r PracticeResult> {
    let in_plan = in_plan(assessment.session());
    let told = order::set(proposed.iter().flat_map(|it| &it.statements));
    let is_told = |id: &IndicatorId| in_plan.contains(id) || told.contains(id);
    let has_proposal = order::set(proposed.iter().map(|it| &it.practice));
    let may_be_there = |it: &PracticeResult| it.standing.current.is_range();
    let is_unknown = |it: &PracticeResult, duty: &DutyResult| {
        let mut open = duty.needs.iter().filter(|(_, verdict)| verdict.is_open()).map(|(id, _)| id);
        duty.fit == DutyFit::Open
            && if duty.needs.is_empty() { !has_proposal.contains(&it.practice) } else { open.any(|id| !is_told(id)) }
    };
    let is_one = |it: &&PracticeResult| may_be_there(it) && it.demanded().any(|duty| is_unknown(it, duty));
    let mut all: Vec<&PracticeResult> = results.practices.iter().filter(is_one).collect();
    order::by_key(&mut all, |it| it.turn());
    all
}

/// The statements for which there is an action.
fn in_plan(session: &Session) -> BTreeSet<&IndicatorId> {
    let stands = session.action_statements.iter().filter(|(_, fact)| fact.value().is_some());
    let there = stands.filter(|(ActionStatement { action, .. }, _)| session.action(action).is_some());
    order::set(there.map(|(it, _)| &it.indicator))
}

fn of_practice(
    assessment: &Assessment<'_>,
    result: &PracticeResult,
    is_new: &dyn Fn(&IndicatorId) -> bool,
) -> Vec<ProposedAction> {
    let propose = |level: Option<Level>, statements: Vec<IndicatorId>, needed: &BTreeSet<&IndicatorId>| {
        let is_needed = statements.iter().any(|id| needed.contains(id));
        Some(ProposedAction {
            practice: result.practice.clone(),
            why: result.why_step(level, is_needed),
            urgency: result.urgency_of_step(level, is_needed),
            stake: result.stake,
            level,
            statements: Some(statements).filter(|statements| !statements.is_empty())?,
        })
    };
    let needed = order::set(result.needed());
    if !result.is_gap() {
        // Where nobody said how much is enough, one statement for a level is at least worth a look.
        let near = result.standing.near_miss.as_ref().filter(|near| result.goal().is_none() && is_new(&near.indicator));
        return near.and_then(|near| propose(Some(near.level), vec![near.indicator.clone()], &needed)).into_iter().collect();
    }
    let levels = missing(assessment, result);
    let is_added_up = assessment.asked().model().scoring.level.is_added_up();
    let mut told: BTreeSet<IndicatorId> = BTreeSet::new();
    let mut all = Vec::new();
    for level in &levels {
        // Where each level counts for itself, one above the highest that may be complete may still be there.
        let is_possible = is_added_up || Some(level.level) <= result.standing.current.high();
        let may_be_there = result.standing.current.is_range() && is_possible;
        if may_be_there && level.indicators.iter().all(|it| it.verdict.is_open()) {
            continue;
        }
        let statements: Vec<IndicatorId> = level.indicators.iter().map(id_of).collect();
        told.extend(statements.iter().cloned());
        all.extend(propose(Some(level.level), statements.into_iter().filter(|id| is_new(id)).collect(), &needed));
    }
    let beside = missing_needs(assessment, result);
    let beside = beside.iter().filter(|it| !it.verdict.is_open()).map(id_of).filter(|id| !told.contains(id) && is_new(id));
    all.extend(propose(None, beside.collect(), &needed));
    all
}

fn id_of(missing: &MissingIndicator<'_>) -> IndicatorId {
    missing.asked.indicator.id.clone()
}
