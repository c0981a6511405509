//! The plan as a session has it: its actions, and what each of them will satisfy and waits for.

use std::collections::BTreeMap;

use serde_json::Map;

use super::{Action, ActionId, ActionNeed, ActionState, ActionStatement, Date, DoneOn, Fact, PlannedThen, RoundEvent, Session};
use crate::model::IndicatorId;

impl Session {
    /// All actions that were not taken out, those that are done or dropped among them.
    pub fn planned(&self) -> impl Iterator<Item = (&ActionId, &Action)> {
        self.actions.iter().filter_map(|(id, fact)| Some((id, fact.value()?)))
    }

    /// What is to be done by a day as the plan stands, and what is done; without what was dropped.
    #[must_use]
    pub fn planned_by(&self, day: Date) -> Vec<PlannedThen> {
        let statements = self.statements_of_actions();
        let of_then = self.planned().filter_map(|(id, action)| {
            let done = match &action.state {
                ActionState::Done(done) => Some(DoneOn { on: done.on, ..DoneOn::default() }),
                ActionState::Open | ActionState::UnderWay if action.due.is_some_and(|due| due <= day) => None,
                ActionState::Open | ActionState::UnderWay | ActionState::Dropped(_) => return None,
            };
            let statements = statements.get(id).into_iter().flatten().map(|it| (*it).clone()).collect();
            Some(PlannedThen { action: id.clone(), due: action.due, done, statements, unknown: Map::new() })
        });
        of_then.collect()
    }

    /// The same without what was planned when its rounds were opened.
    #[must_use]
    pub(crate) fn without_former_plans(mut self) -> Self {
        for fact in self.round_events.values_mut() {
            if let Some(RoundEvent::Opened(opened)) = &mut fact.value {
                opened.plan = None;
            }
        }
        self
    }

    /// An action, if it was not taken out.
    #[must_use]
    pub fn action(&self, id: &ActionId) -> Option<&Action> {
        self.actions.get(id).and_then(Fact::value)
    }

    /// The statements that each action will satisfy, as far as it is still there.
    #[must_use]
    pub fn statements_of_actions(&self) -> BTreeMap<&ActionId, Vec<&IndicatorId>> {
        let mut all: BTreeMap<&ActionId, Vec<&IndicatorId>> = BTreeMap::new();
        for (ActionStatement { indicator, action }, fact) in &self.action_statements {
            if fact.value().is_some() && self.action(action).is_some() {
                all.entry(action).or_default().push(indicator);
            }
        }
        all
    }

    /// What has to be done before each action: what is still there and was not dropped.
    #[must_use]
    pub fn needs_of_actions(&self) -> BTreeMap<&ActionId, Vec<&ActionId>> {
        let counts = |id: &ActionId| self.action(id).is_some_and(|it| !matches!(it.state, ActionState::Dropped(_)));
        let mut all: BTreeMap<&ActionId, Vec<&ActionId>> = BTreeMap::new();
        for (ActionNeed { action, needs }, fact) in &self.action_needs {
            if fact.value().is_some() && self.action(action).is_some() && counts(needs) {
                all.entry(action).or_default().push(needs);
            }
        }
        all
    }

    /// The statements that one action will satisfy.
    #[must_use]
    pub fn statements_of(&self, id: &ActionId) -> Vec<&IndicatorId> {
        let stands = self.action_statements.iter().filter(|(_, fact)| fact.value().is_some());
        stands.filter(|(it, _)| it.action == *id).map(|(it, _)| &it.indicator).collect()
    }

    /// What has to be done before one action, be it dropped or not.
    pub fn needs_of(&self, id: &ActionId) -> impl Iterator<Item = &ActionId> {
        // Needs sort by the action that has them first.
        let first = ActionNeed { action: id.clone(), needs: ActionId::before_all() };
        let from = self.action_needs.range(first.clone()..);
        let here = from.take_while(move |(need, _)| need.action == first.action);
        here.filter(|(need, fact)| fact.value().is_some() && self.action(&need.needs).is_some()).map(|(need, _)| &need.needs)
    }
}
