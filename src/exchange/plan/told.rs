//! An action, as files tell of it.

use super::words::{PlanColumn, PlanWords};
use crate::analysis::{Names, PlannedAction, RESTS_ON_TOLD, Thing, Verdict};
use crate::exchange::document_markdown::{bold, text};
use crate::model::IndicatorId;
use crate::session::{Action, ActionId, ActionState, Date, Owner};

/// An action, as others are told of it.
pub(super) struct Told<'a> {
    pub(super) it: &'a PlannedAction,
    pub(super) names: Names<'a>,
    pub(super) words: &'a PlanWords,
}

impl<'a> Told<'a> {
    pub(super) const fn action(&self) -> &'a Action {
        &self.it.action
    }

    fn called(&self, thing: &Thing) -> String {
        self.names.of(thing).text().unwrap_or_else(|| thing.id()).to_owned()
    }

    pub(super) fn title(&self) -> String {
        (self.words.title)(&self.action().title)
    }

    fn practice(&self) -> String {
        self.it.practice.as_ref().map(|id| self.called(&Thing::Practice(id.clone()))).unwrap_or_default()
    }

    pub(super) fn owner(&self, owner: Option<&Owner>) -> String {
        match owner {
            Some(Owner::Person(person)) => self.names.session.person_name(person).unwrap_or_default().trim().to_owned(),
            Some(Owner::Named(words)) => words.trim().to_owned(),
            None => String::new(),
        }
    }

    /// What it says beside the rest: why it was dropped, and the note.
    pub(super) fn note(&self) -> String {
        let said = [dropped_because(&self.action().state), self.action().note.trim()];
        said.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join("\n")
    }

    pub(super) fn statements(&self) -> Vec<String> {
        let one = |(id, verdict): &(IndicatorId, Verdict)| {
            format!("{} ({})", self.called(&Thing::Indicator(id.clone())), (self.words.verdict)(*verdict))
        };
        self.it.statements.iter().map(one).collect()
    }

    fn waits_for(&self) -> String {
        self.it.waits_for.iter().map(|id| self.called_action(id)).collect::<Vec<_>>().join("; ")
    }

    fn called_action(&self, id: &ActionId) -> String {
        (self.words.title)(self.names.of(&Thing::Action(id.clone())).text().unwrap_or_default())
    }

    /// Why it stands where it does.
    fn why(&self) -> String {
        let actions: Vec<_> = self.it.rests_on_beside().take(RESTS_ON_TOLD + 1).map(|id| self.called_action(id)).collect();
        let unplanned: Vec<_> = self.it.unplanned.iter().map(|id| self.called(&Thing::Indicator(id.clone()))).collect();
        format!("{}{}", (self.words.why)(self.it), (self.words.rests_on)(self.it.why, &actions, &unplanned))
    }

    /// What a column of the table says about it.
    pub(super) fn cell(&self, column: PlanColumn) -> String {
        let action = self.action();
        match column {
            PlanColumn::Id => self.it.id.to_string(),
            PlanColumn::Title => self.title(),
            PlanColumn::Practice => self.practice(),
            PlanColumn::State => (self.words.state)(&action.state).to_owned(),
            PlanColumn::Owner => self.owner(action.owner.as_ref()),
            PlanColumn::Start => day(action.start),
            PlanColumn::Due => day(action.due),
            PlanColumn::DoneOn => day(done_on(&action.state)),
            PlanColumn::Work => (self.words.work)(action.work),
            PlanColumn::Cost => action.cost.trim().to_owned(),
            PlanColumn::WaitsFor => self.waits_for(),
            PlanColumn::Statements => self.statements().join("\n"),
            PlanColumn::Why => self.why(),
            PlanColumn::DroppedBecause => dropped_because(&action.state).to_owned(),
            PlanColumn::Note => action.note.trim().to_owned(),
        }
    }

    /// The day that a column of days has.
    pub(super) fn day(&self, column: PlanColumn) -> Option<Date> {
        match column {
            PlanColumn::Start => self.action().start,
            PlanColumn::Due => self.action().due,
            PlanColumn::DoneOn => done_on(&self.action().state),
            _ => None,
        }
    }

    /// Everything about it but its title and when it is due, a line for each.
    pub(super) fn described(&self) -> Vec<String> {
        let action = self.action();
        let [practice, owner, start, why, statements, cost, waits_for, note] = self.words.parts;
        let said = [
            (practice, self.practice()),
            (owner, self.owner(action.owner.as_ref())),
            (start, day(action.start)),
            (why, self.why()),
            (statements, self.statements().join("\n- ")),
            (cost, action.cost.trim().to_owned()),
            (waits_for, self.waits_for()),
            (note, self.note()),
        ];
        let said = said.into_iter().filter(|(_, words)| !words.is_empty());
        said.map(|(name, words)| format!("{name}: {}{words}", if words.contains('\n') { "\n- " } else { "" })).collect()
    }

    /// A line of the list to tick off.
    pub(super) fn to_tick_off(&self) -> String {
        let tick = if self.action().is_done() { "x" } else { " " };
        let beside = [self.owner(self.action().owner.as_ref()), day(self.action().due)].into_iter().filter(|it| !it.is_empty());
        let beside: String = beside.map(|it| format!(" · {}", text(&it))).collect();
        let statements = self.statements().into_iter().map(|it| format!("\n  - {}", text(&it)));
        format!("- [{tick}] {}{beside}{}", bold(&self.title()), statements.collect::<String>())
    }
}

/// A day as files have it; empty where there is none.
pub(super) fn day(day: Option<Date>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

/// The day on which something was done, as far as it is done and the day is known.
pub(super) const fn done_on(state: &ActionState) -> Option<Date> {
    if let ActionState::Done(done) = state { done.on } else { None }
}

/// Why something was dropped; empty where it was not, or nobody said why.
pub(super) fn dropped_because(state: &ActionState) -> &str {
    if let ActionState::Dropped(dropped) = state { dropped.reason.trim() } else { "" }
}
