//! Saving the open session: soon after a change, at once before the page goes away, together with what other tabs write.

use std::time::Duration;

use leptos::prelude::*;

use super::{Desk, Saved};
use crate::session::{Change, Mark, Session};
use crate::store::{OpenError, SaveError, Shelf, Slot, Stored};
use crate::ui::doors::visit;

/// How long after a change it is saved. All that a crash can lose is what was typed within this time.
const SOON: Duration = Duration::from_millis(150);

impl Desk {
    /// Saves after the next paint, so that an answer shows at once: serializing a large session takes longer than a frame.
    pub(super) fn save_soon(self) {
        if self.is_due.get_value() {
            return;
        }
        self.is_due.set_value(true);
        set_timeout(
            move || {
                if self.is_due.try_get_value() == Some(true) {
                    self.is_due.set_value(false);
                    self.save_now();
                }
            },
            SOON,
        );
    }

    /// Saves what is not saved yet. A session that was closed has nothing left to save.
    pub fn save_now(self) {
        if self.is_unsaved.try_get_value() == Some(true) {
            self.is_due.set_value(false);
            self.save(&self.mark());
        }
    }

    /// Saves what is not saved yet whenever the page may go away, and when the session is closed.
    pub fn save_before_leaving(self) {
        let leaving = StoredValue::new_local(Some(visit::on_leave(move || self.save_now())));
        on_cleanup(move || {
            leaving.try_update_value(Option::take);
            self.save_now();
        });
    }

    fn save(self, mark: &Mark) {
        self.remember_history();
        let (shelf, slot) = (self.shelf(), self.slot());
        let revision = self.revision.get_value();
        let written = match self.session.with_untracked(|session| shelf.save(&slot, session, revision)) {
            Err(SaveError::Conflict) => self.save_onto_theirs(&shelf, &slot, mark),
            other => other,
        };
        match written {
            Ok(revision) => {
                self.revision.set_value(revision);
                self.is_unsaved.set_value(false);
                self.saved.set(if shelf.is_lasting() { Saved::Yes } else { Saved::InMemory });
            }
            Err(error) => {
                self.is_unsaved.set_value(true);
                self.saved.set(Saved::No(error));
            }
        }
    }

    /// Another tab wrote in the meantime: makes the changes that it has not seen on top of what it wrote.
    fn save_onto_theirs(self, shelf: &Shelf, slot: &Slot, mark: &Mark) -> Result<u64, SaveError> {
        match shelf.open(slot) {
            Ok(Stored { session: theirs, revision }) => {
                let both = self.mine_on(self.carried_over(theirs), mark);
                let written = shelf.save(slot, &both, revision)?;
                self.session.set(both);
                Ok(written)
            }
            Err(OpenError::Nothing) => self.session.with_untracked(|session| shelf.save(slot, session, 0)),
            Err(OpenError::Storage(error)) => Err(SaveError::Storage(error)),
            Err(_) => Err(SaveError::Unreadable),
        }
    }

    /// What another tab wrote, with the changes made here that it has not seen on top.
    fn mine_on(self, mut theirs: Session, mark: &Mark) -> Session {
        let seen = theirs.seen.count(&mark.actor);
        let unseen: Vec<Change> = self
            .latest
            .with_value(|latest| latest.iter().filter(|(count, _)| *count > seen).map(|(_, change)| change.clone()).collect());
        if !unseen.is_empty() {
            // Counted on from here, so that no count is given twice.
            theirs.seen.include_all(&self.session.with_untracked(|session| session.seen.clone()));
            let again = Change::Together(unseen);
            theirs.apply(again.clone(), mark);
            let count = theirs.seen.count(&mark.actor);
            self.latest.update_value(|latest| latest.push_back((count, again)));
        }
        theirs
    }

    /// A session with what follows from answers to older editions of the questions: that is not stored.
    fn carried_over(self, mut session: Session) -> Session {
        self.asked.with_untracked(|asked| session.carry_over(asked.model()));
        session
    }

    /// Another tab wrote: shows what it wrote, unless there is something here that could not be saved yet.
    ///
    /// Tabs may be processes of their own with a copy of the storage each, so two writes at the same moment can both find the
    /// revision that they expect, and the later one takes the place of the earlier. What the other tab wrote then has not seen
    /// the latest changes made here: they are made again on top of it.
    pub fn follow_other_tabs(self) {
        if self.is_unsaved.get_value() {
            return;
        }
        let Ok(Stored { session: theirs, revision }) = self.shelf().open(&self.slot()) else { return };
        let mark = self.mark();
        let theirs = self.carried_over(theirs);
        let both = self.mine_on(theirs.clone(), &mark);
        self.revision.set_value(revision);
        let differs = both != theirs;
        if self.session.with_untracked(|session| *session != both) {
            self.session.set(both);
        }
        if differs {
            self.save(&mark);
        }
    }

    /// Keeps what can be undone over a reload. Where there is no room, a reload forgets it.
    fn remember_history(self) {
        let text = self.history.with_untracked(|history| serde_json::to_string(history).unwrap_or_default());
        visit::remember(&format!("history.{}", self.slot()), &text);
    }
}
