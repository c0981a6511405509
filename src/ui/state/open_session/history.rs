//! Undo and redo of everything in a session, also after a reload in the same visit.

use serde::{Deserialize, Serialize};

use crate::session::{Change, Timestamp};

/// How many steps can be undone.
const STEPS: usize = 200;

/// How long a pause in typing may last to be still one step, in milliseconds.
const PAUSE: i64 = 3_000;

/// A step: what was done, and what undoes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// What was done.
    pub done: Change,
    /// What undoes it.
    pub back: Change,
    /// When.
    at: Timestamp,
}

/// What was done and what was undone, each with the latest last.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
}

impl History {
    /// Takes down a change and what undoes it. What was undone before can't be redone any more.
    pub fn take_down(&mut self, done: Change, back: Change, at: Timestamp) {
        // What changed nothing needs no undoing.
        if done == back {
            return;
        }
        self.undone.clear();
        if let Some(last) = self.done.last_mut()
            && done.continues(&last.done)
            && (0..PAUSE).contains(&at.as_millisecond().saturating_sub(last.at.as_millisecond()))
        {
            last.done = done;
            last.at = at;
            return;
        }
        self.done.push(Step { done, back, at });
        if self.done.len() > STEPS {
            self.done.remove(0);
        }
    }

    /// Whether there is something to undo.
    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Whether there is something to redo.
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// The latest step, taken out.
    pub fn pop_done(&mut self) -> Option<Step> {
        self.done.pop()
    }

    /// The step undone last, taken out.
    pub fn pop_undone(&mut self) -> Option<Step> {
        self.undone.pop()
    }

    /// A step was undone. `again` is what redoes it.
    pub fn undid(&mut self, step: Step, again: Change) {
        self.undone.push(Step { done: again, ..step });
    }

    /// A step was redone. `back` is what undoes it once more.
    pub fn redid(&mut self, step: Step, back: Change) {
        self.done.push(Step { back, ..step });
    }

    /// Whether the latest step is the one that `back` undoes.
    pub fn ends_with(&self, back: &Change) -> bool {
        self.done.last().is_some_and(|step| step.back == *back)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::SystemField;

    fn name(words: &str) -> Change {
        Change::System(SystemField::Name, Some(words.to_owned()))
    }

    fn at(millis: i64) -> Timestamp {
        Timestamp::from_millisecond(millis).unwrap_or_default()
    }

    #[test]
    fn words_typed_in_one_go_are_one_step() {
        let mut history = History::default();
        let nothing = Change::System(SystemField::Name, None);
        history.take_down(name("L"), nothing.clone(), at(0));
        history.take_down(name("Li"), name("L"), at(400));
        assert_eq!(history.pop_done().map(|step| step.back), Some(nothing));
        assert!(!history.can_undo());
    }

    #[test]
    fn after_a_pause_a_new_step_begins() {
        let mut history = History::default();
        history.take_down(name("L"), Change::System(SystemField::Name, None), at(0));
        history.take_down(name("Li"), name("L"), at(60_000));
        assert_eq!(history.pop_done().map(|step| step.back), Some(name("L")));
        assert!(history.can_undo());
    }

    #[test]
    fn what_changed_nothing_is_no_step() {
        let mut history = History::default();
        history.take_down(name("L"), name("L"), at(0));
        assert!(!history.can_undo());
    }

    #[test]
    fn a_new_change_ends_redoing() {
        let mut history = History::default();
        history.take_down(name("L"), Change::System(SystemField::Name, None), at(0));
        if let Some(step) = history.pop_done() {
            history.undid(step, name("L"));
        }
        assert!(history.can_redo());
        history.take_down(name("M"), name(""), at(1));
        assert!(!history.can_redo());
    }
}
