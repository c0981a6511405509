//! The steps that were made in one tab, to be undone and redone. What others did meanwhile is never undone with them.

use serde::Serialize;

use super::members::from_members;
use super::undo::{Again, NewStamps};
use super::{Authorship, Change, Frozen, Session, Stroke, Timestamp};

/// How many steps can be undone.
const STEPS: usize = 200;

/// How long a pause in typing may last to be still one step, in milliseconds.
const PAUSE: i64 = 3_000;

/// A step: everything that one change altered.
#[derive(Clone, Debug, PartialEq, Serialize)]
struct Step {
    number: u64,
    strokes: Vec<Stroke>,
    at: Timestamp,
}

/// What was done and what was undone, each with the latest last.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Steps {
    done: Vec<Step>,
    undone: Vec<Step>,
    /// How many steps there ever were.
    count: u64,
}

/// What became of a step that was to be undone or redone.
#[derive(Clone, Debug, PartialEq)]
pub struct Undone {
    /// What was given back as it was: each as the step had left it.
    pub given_back: Vec<Change>,
    /// What somebody changed since, and therefore stays: each as the step had left it.
    pub changed_since: Vec<Change>,
    /// What belongs to a round that was closed since, and therefore stays: each as the step had left it.
    pub frozen: Vec<Change>,
}

from_members!(Step { number, strokes, at; .. });
from_members!(Steps { done, undone, count; .. });

impl Steps {
    /// Makes a change, takes it down and gives its number; 0 where it alters nothing, or would alter a closed round. What was undone
    /// before can't be redone any more.
    pub fn make(&mut self, session: &mut Session, change: Change, authorship: &Authorship) -> u64 {
        self.try_make(session, change, authorship).unwrap_or_default()
    }

    /// The same, saying where it would alter a round that has to stay as it is.
    ///
    /// # Errors
    /// That round.
    pub fn try_make(&mut self, session: &mut Session, change: Change, authorship: &Authorship) -> Result<u64, Frozen> {
        let strokes = session.make(change, authorship)?;
        Ok(self.take_down(strokes, authorship.at))
    }

    fn take_down(&mut self, strokes: Vec<Stroke>, at: Timestamp) -> u64 {
        // What changed nothing needs no undoing.
        if strokes.is_empty() {
            return 0;
        }
        self.undone.clear();
        if let (Some(last), [stroke]) = (self.done.last_mut(), strokes.as_slice())
            && let [earlier] = last.strokes.as_mut_slice()
            && stroke.continues(earlier)
            && (0..PAUSE).contains(&at.as_millisecond().saturating_sub(last.at.as_millisecond()))
        {
            earlier.is = stroke.is.clone();
            last.at = at;
            return last.number;
        }
        self.count += 1;
        self.done.push(Step { number: self.count, strokes, at });
        if self.done.len() > STEPS {
            self.done.remove(0);
        }
        self.count
    }

    /// Whether something can be undone.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Whether something can be redone.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// Undoes the latest step, as far as nobody changed since what it altered. The rest of it can't be undone any more.
    pub fn undo(&mut self, session: &mut Session, authorship: &Authorship) -> Option<Undone> {
        let Step { number, strokes, at } = self.done.pop()?;
        let again = session.make_again(reversed(strokes), authorship);
        self.follow(&again.stamps);
        let undone = Undone::of(&again, |stroke| &stroke.was.says);
        if !again.made.is_empty() {
            self.undone.push(Step { number, strokes: reversed(again.made), at });
        }
        Some(undone)
    }

    /// Redoes the step that was undone last, likewise.
    pub fn redo(&mut self, session: &mut Session, authorship: &Authorship) -> Option<Undone> {
        let Step { number, strokes, at } = self.undone.pop()?;
        let again = session.make_again(strokes, authorship);
        self.follow(&again.stamps);
        let redone = Undone::of(&again, |stroke| &stroke.is.says);
        if !again.made.is_empty() {
            self.done.push(Step { number, strokes: again.made, at });
        }
        Some(redone)
    }

    /// Undoes a step by its number, wherever it stands; that is a step of its own unless it was the latest. Nothing where it is
    /// undone already, or too long ago.
    pub fn undo_step(&mut self, number: u64, session: &mut Session, authorship: &Authorship) -> Option<Undone> {
        if self.done.last()?.number == number {
            return self.undo(session, authorship);
        }
        let step = self.done.iter().find(|step| step.number == number)?;
        let again = session.make_again(reversed(step.strokes.clone()), authorship);
        self.follow(&again.stamps);
        let undone = Undone::of(&again, |stroke| &stroke.was.says);
        self.take_down(again.made, authorship.at);
        Some(undone)
    }

    /// Takes in that what steps found or left stands there again, under other stamps.
    fn follow(&mut self, stamps: &NewStamps) {
        let steps = self.done.iter_mut().chain(&mut self.undone);
        steps.flat_map(|step| &mut step.strokes).for_each(|stroke| stroke.follow(stamps));
    }
}

impl Undone {
    fn of(again: &Again, what: fn(&Stroke) -> &Change) -> Self {
        let all = |strokes: &[Stroke]| strokes.iter().map(|stroke| what(stroke).clone()).collect();
        Self { given_back: all(&again.made), changed_since: all(&again.changed_since), frozen: all(&again.frozen) }
    }
}

/// What undoes strokes, the last first.
fn reversed(strokes: Vec<Stroke>) -> Vec<Stroke> {
    strokes.into_iter().rev().map(Stroke::back).collect()
}
