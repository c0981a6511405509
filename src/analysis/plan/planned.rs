//! The plan in its order, and why each action stands where it does.
//!
//! The order that people made by hand comes first. What they did not touch stands in the order of
//! [urgency](crate::analysis::Urgency), as everywhere: what something outside demands, with its day, then the largest gaps; then what is due
//! first, where most is at stake, and what is least work. An action never stands before one that has to be done first, unless people put it there:
//! one that somebody said it waits for, and one that is for what its own statements rest on.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::resting::{ActionsBefore, say_what_they_rest_on, what_it_leads_to_first};
use crate::analysis::{Assessment, Effort, PracticeResult, Results, Urgency, Verdict, WhyToDo};
use crate::model::{IndicatorId, Level, PracticeId, order};
use crate::session::{Action, ActionId, Date, Work};

/// An action of the plan, with what it is for and how that stands.
#[derive(Clone, Debug, PartialEq)]
pub struct PlannedAction {
    /// Its id.
    pub id: ActionId,
    /// What is said about it.
    pub action: Action,
    /// The practice that it serves: the one whose missing statements are the most urgent, or else the one that it names.
    pub practice: Option<PracticeId>,
    /// The statements that it will satisfy and that are still asked, with what is said about each today.
    pub statements: Vec<(IndicatorId, Verdict)>,
    /// What has to be done before it and is not.
    pub waits_for: Vec<ActionId>,
    /// Of each statement on which its missing ones rest, the actions ahead that are for it: by what the model says, they come before it.
    pub(super) rests_on: Vec<Arc<ActionsBefore>>,
    /// What its missing statements rest on that is not known to be met either, and that no action is for.
    pub unplanned: Vec<IndicatorId>,
    /// Why it stands where it does.
    pub why: WhyHere,
    /// How much is at stake, as far as somebody said so.
    pub stake: Option<Level>,
    /// How much work it is: as somebody said, or else as many statements as it has to satisfy.
    pub effort: Effort,
}

/// Why an action stands where it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyHere {
    /// Somebody put it there.
    ByHand,
    /// What it is for is missing.
    Missing(WhyToDo),
    /// All its statements are met already.
    Met,
    /// Nobody said what it is for.
    Own,
}

impl PlannedAction {
    /// How many of its statements are not met.
    #[must_use]
    pub fn missing(&self) -> usize {
        self.statements.iter().filter(|(_, verdict)| !verdict.is_fulfilled()).count()
    }

    /// The actions ahead that are for what its missing statements rest on, each once. There may be as many as there are actions: who tells of
    /// them takes the first few.
    pub fn rests_on(&self) -> impl Iterator<Item = &ActionId> {
        let mut told = BTreeSet::new();
        self.rests_on.iter().flat_map(|before| &before.actions).filter(move |id| told.insert(*id))
    }

    /// The same without those that it waits for anyway, because somebody said so.
    pub fn rests_on_beside(&self) -> impl Iterator<Item = &ActionId> {
        self.rests_on().filter(|id| !self.waits_for.contains(id))
    }
}

/// Of how many actions that come before it is told by name.
pub const RESTS_ON_TOLD: usize = 3;

/// By what an action is put in its place, the smallest first.
type Place = (bool, Option<i64>, bool, bool, Option<Urgency>, Option<Date>, Reverse<Option<Level>>, u8);

/// All actions: first those ahead, in their order, then what is done, then what was dropped. `one_step_first` puts before all others that were
/// not put in order by hand what reaches a level with a single statement.
#[must_use]
pub fn planned(assessment: &Assessment<'_>, results: &Results, one_step_first: bool) -> Vec<PlannedAction> {
    let session = assessment.session();
    let (statements, needs) = (session.statements_of_actions(), session.needs_of_actions());
    let mut all: Vec<(Place, PlannedAction)> = Vec::new();
    for (id, action) in session.planned() {
        let is_for = statements.get(id).map(Vec::as_slice).unwrap_or_default();
        let waits_for = needs.get(id).map(Vec::as_slice).unwrap_or_default();
        let waits_for = waits_for.iter().filter(|it| session.action(it).is_some_and(Action::is_ahead)).map(|it| (*it).clone());
        all.push(placed(assessment, results, (id, action), is_for, waits_for.collect(), one_step_first));
    }
    order::by(&mut all, |(one, a), (other, b)| one.cmp(other).then_with(|| a.id.cmp(&b.id)));
    let mut all: Vec<PlannedAction> = all.into_iter().map(|(_, it)| it).collect();
    say_what_they_rest_on(assessment, results, &mut all);
    let (ahead, rest): (Vec<_>, Vec<_>) = all.into_iter().partition(|it| it.action.is_ahead());
    let (done, dropped): (Vec<_>, Vec<_>) = rest.into_iter().partition(|it| it.action.is_done());
    let (by_hand, others): (Vec<_>, Vec<_>) = ahead.into_iter().partition(|it| it.action.rank.is_some());
    by_hand.into_iter().chain(after_what_they_need(others)).chain(done).chain(dropped).collect()
}

fn placed(
    assessment: &Assessment<'_>,
    results: &Results,
    (id, action): (&ActionId, &Action),
    is_for: &[&IndicatorId],
    waits_for: Vec<ActionId>,
    one_step_first: bool,
) -> (Place, PlannedAction) {
    let asked: Vec<_> = is_for.iter().filter_map(|id| assessment.placed_indicator(id)).collect();
    let statements: Vec<(IndicatorId, Verdict)> =
        asked.iter().map(|it| (it.id.clone(), assessment.said().together(it.asked.indicator))).collect();
    let missing = asked.iter().zip(&statements).filter(|(_, (_, verdict))| !verdict.is_fulfilled()).map(|(it, _)| it);
    let steps = missing.clone().filter_map(|it| {
        let result = results.practice(&it.practice.id)?;
        let is_needed = result.needed().contains(&it.id);
        Some((result.urgency_of_step(Some(it.level), is_needed), it.level, is_needed, result))
    });
    let first: Option<(Urgency, Level, bool, &PracticeResult)> = steps.min_by_key(|(urgency, level, ..)| (*urgency, *level));
    let named = action.practice.as_ref().and_then(|practice| results.practice(practice));
    let (why, urgency, practice) = match (first, named) {
        (Some((urgency, level, is_needed, result)), _) => {
            (WhyHere::Missing(result.why_step(Some(level), is_needed)), Some(urgency), Some(&result.practice))
        }
        (None, named) if !statements.is_empty() => (WhyHere::Met, None, named.map(|it| &it.practice)),
        (None, Some(named)) if named.is_gap() => {
            (WhyHere::Missing(named.why_step(None, false)), Some(named.urgency()), Some(&named.practice))
        }
        (None, named) => (WhyHere::Own, None, named.map(|it| &it.practice)),
    };
    let stake = practice.and_then(|practice| results.practice(practice)).and_then(|it| it.stake);
    let effort = effort(action.work, missing.count());
    let is_one_step = matches!(why, WhyHere::Missing(WhyToDo::OneStep(_)));
    let place = (
        action.rank.is_none(),
        action.rank,
        !(one_step_first && is_one_step),
        urgency.is_none(),
        urgency,
        action.due.or(Some(Date::MAX)),
        Reverse(stake),
        size(effort),
    );
    let why = if action.rank.is_some() { WhyHere::ByHand } else { why };
    let practice = practice.or(action.practice.as_ref()).cloned();
    let (id, action, rests_on, unplanned) = (id.clone(), action.clone(), Vec::new(), Vec::new());
    (place, PlannedAction { id, action, practice, statements, waits_for, rests_on, unplanned, why, stake, effort })
}

/// How much work something is: as somebody said, or else as many statements as are missing.
fn effort(said: Option<Work>, missing: usize) -> Effort {
    match said {
        Some(Work::Small | Work::Days(..=2)) => Effort::One,
        Some(Work::Medium | Work::Days(3..=10)) => Effort::Few,
        Some(Work::Large | Work::Days(_)) => Effort::Many,
        None => Effort::of(missing),
    }
}

const fn size(effort: Effort) -> u8 {
    match effort {
        Effort::One => 1,
        Effort::Few => 2,
        Effort::Many => 3,
    }
}

/// The same order, but that what has to be done before others comes before them: it is drawn forward to the first that needs it. What waits for
/// each other, as two people may have said apart, stays where it is.
pub(super) fn after_what_they_need(actions: Vec<PlannedAction>) -> Vec<PlannedAction> {
    let places: BTreeMap<&ActionId, usize> = order::map(actions.iter().zip(0..).map(|(it, place)| (&it.id, place)));
    // Behind the actions stand those that several rest on together: so nobody goes through all pairs.
    let shared: BTreeMap<usize, &ActionsBefore> =
        order::map(actions.iter().flat_map(|it| &it.rests_on).map(|before| (before.number, &**before)));
    let numbers: BTreeMap<usize, usize> = order::map(shared.keys().copied().zip(actions.len()..));
    let here = |ids: &[ActionId]| ids.iter().filter_map(|id| places.get(id).copied()).collect::<Vec<_>>();
    let needs = actions.iter().map(|it| {
        let together = it.rests_on.iter().filter_map(|before| numbers.get(&before.number).copied());
        here(&it.waits_for).into_iter().chain(together).collect()
    });
    let needs: Vec<Vec<usize>> = needs.chain(shared.values().map(|before| here(&before.actions))).collect();
    let order = what_it_leads_to_first(&needs);
    let mut actions: Vec<Option<PlannedAction>> = actions.into_iter().map(Some).collect();
    order.into_iter().filter_map(|place| actions.get_mut(place).and_then(Option::take)).collect()
}
