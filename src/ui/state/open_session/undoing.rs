//! Undo and redo of everything in the open session, also after a reload in the same visit. What others changed since stays, and is
//! said.

use std::sync::Arc;

use leptos::prelude::*;

use crate::analysis::{Names, Thing};
use crate::session::{Authorship, Change, Session, Steps, Undone};
use crate::ui::state::app_state::Undo;
use crate::ui::state::open_session::OpenSession;
use crate::ui::text as t;

impl OpenSession {
    /// Whether something can be undone; like what follows from the session, said again shortly after each change.
    pub fn can_undo(self) -> bool {
        self.painted.track();
        self.steps.with_value(Steps::can_undo)
    }

    /// Whether something can be redone; likewise.
    pub fn can_redo(self) -> bool {
        self.painted.track();
        self.steps.with_value(Steps::can_redo)
    }

    /// Undoes the latest step, as far as nobody changed since what it altered, and says what became of it.
    pub fn undo(self) {
        if let Some(undone) = self.turn(|steps, session, authorship| steps.undo(session, authorship)) {
            self.say_undone(&undone);
        }
    }

    /// Redoes the step undone last, likewise.
    pub fn redo(self) {
        if let Some(redone) = self.turn(|steps, session, authorship| steps.redo(session, authorship)) {
            let names = self.names_of(&redone);
            self.app_state.say(t::redone(&redone, names.each_ref().map(Option::as_deref)), None);
        }
    }

    /// Makes several changes that belong together and offers to undo them. Where they are refused, that is said instead, and `false` is given
    /// back: nothing was done.
    pub fn change_with_undo(self, changes: Vec<Change>, words: String) -> bool {
        let step = self.make(|session, steps, authorship| steps.try_make(session, Change::Together(changes), authorship));
        self.app_state.pass_over();
        match step.unwrap_or(Ok(0)) {
            Err(frozen) => {
                self.say_frozen(&frozen);
                return false;
            }
            Ok(0) => self.app_state.say(words, None),
            Ok(step) => self.app_state.say(words, Some(Arc::new(move || self.take_back(step)))),
        }
        true
    }

    /// Undoes a step, whatever was done after it; says so where that is not, or not wholly, possible.
    pub fn take_back(self, step: u64) {
        match self.turn(|steps, session, authorship| steps.undo_step(step, session, authorship)) {
            Some(undone) if undone.changed_since.is_empty() && undone.frozen.is_empty() => {}
            Some(undone) => self.say_undone(&undone),
            None => self.app_state.say(t::UNDONE_ALREADY.to_owned(), None),
        }
    }

    /// Where nothing was undone, the step before is offered.
    fn say_undone(self, undone: &Undone) {
        let more = self.steps.try_with_value(Steps::can_undo).unwrap_or_default();
        let offered = (undone.given_back.is_empty() && more).then(|| {
            let before: Undo = Arc::new(move || self.undo());
            before
        });
        let names = self.names_of(undone);
        self.app_state.say(t::undone(undone, names.each_ref().map(Option::as_deref), more), offered);
    }

    /// What the first of what was given back, and of what stays, is about, by name: a practice, a statement, a person.
    fn names_of(self, undone: &Undone) -> [Option<String>; 2] {
        let asked = self.asked.get_untracked();
        self.session.with_untracked(|session| {
            let names = Names::new(Some(&asked), session, t::tag());
            [&undone.given_back, &undone.changed_since].map(|changes| {
                let change = changes.first()?;
                let thing = Thing::in_list(change.list()?.name(), change.about())?;
                names.of(&thing).text().map(str::to_owned)
            })
        })
    }

    /// Undoes or redoes something, once what other tabs wrote is here: what was changed there since is left alone.
    fn turn(self, turn: impl FnOnce(&mut Steps, &mut Session, &Authorship) -> Option<Undone>) -> Option<Undone> {
        self.session.try_with_untracked(|_| ())?;
        self.save_now();
        if self.store().revision(&self.slot()).is_some_and(|there| there != self.revision.get_value()) {
            self.follow_other_tabs();
        }
        self.make(|session, steps, authorship| turn(steps, session, authorship)).flatten()
    }
}
