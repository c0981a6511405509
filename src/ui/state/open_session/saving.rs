//! Saving the open session: soon after a change, at once before the page goes away, together with what other tabs write.

use std::time::Duration;

use leptos::prelude::*;

use crate::exchange::merge;
use crate::session::{Authorship, Session};
use crate::store::{OpenError, SaveError, SessionStore, Slot, StorageError, Stored};
use crate::ui::browser::{clock, locks, tab_memory};
use crate::ui::state::open_session::{OpenSession, Saved};

/// How long after a change it is saved. All that a crash can lose is what was typed within this time, and until it is on disk.
const SOON: Duration = Duration::from_millis(150);

impl OpenSession {
    /// Saves after the next paint, so that an answer shows at once: serializing a large session takes longer than a frame. Tabs on
    /// the same session take turns with that, where the browser sees to it.
    pub fn save_soon(self) {
        if self.is_due.get_value() {
            return;
        }
        self.is_due.set_value(true);
        let save = move || {
            if self.is_due.try_get_value() == Some(true) {
                self.save_now();
            }
        };
        set_timeout(
            move || {
                if let Some(slot) = self.slot.try_get_value() {
                    locks::alone(&format!("plumbline.{slot}"), save);
                }
            },
            SOON,
        );
    }

    /// Saves what is not saved yet. A session that was closed has nothing left to save.
    pub fn save_now(self) {
        if self.is_unsaved.try_get_value() == Some(true) {
            self.is_due.set_value(false);
            self.save(&self.authorship());
        }
    }

    /// Saves what is not saved yet whenever the page may go away, and when the session is closed.
    pub fn save_before_leaving(self) {
        let leaving = StoredValue::new_local(Some(tab_memory::on_leave(move || self.save_now())));
        on_cleanup(move || {
            leaving.try_update_value(Option::take);
            self.save_now();
        });
    }

    fn save(self, authorship: &Authorship) {
        self.remember_history();
        let (store, slot) = (self.store(), self.slot());
        let revision = self.revision.get_value();
        // Without a backup the work goes on.
        let _ = store.back_up_in_time(&slot, clock::here_and_now());
        let written = match self.session.with_untracked(|session| store.save(&slot, session, revision)) {
            Err(SaveError::Conflict) => self.save_with_theirs(&store, &slot, authorship),
            other => other,
        };
        match written {
            Ok(revision) => {
                self.revision.set_value(revision);
                self.is_unsaved.set_value(false);
                self.saved.set(if store.is_lasting() { Saved::Yes } else { Saved::InMemory });
                self.ask_to_keep(&store);
            }
            Err(error) => {
                self.is_unsaved.set_value(true);
                self.saved.set(Saved::No(error));
            }
        }
    }

    /// Another tab wrote in the meantime: brings together what it wrote and what was changed here.
    fn save_with_theirs(self, store: &SessionStore, slot: &Slot, authorship: &Authorship) -> Result<u64, SaveError> {
        match store.open(slot) {
            Ok(Stored { session: theirs, revision }) => {
                let both = self.with_mine(theirs, authorship)?;
                let written = store.save(slot, &both, revision)?;
                self.session.set(self.carried_over(both));
                Ok(written)
            }
            Err(OpenError::Nothing) => self.session.with_untracked(|session| store.save(slot, session, 0)),
            Err(OpenError::Storage(error)) => Err(SaveError::Storage(error)),
            Err(_) => Err(SaveError::Unreadable),
        }
    }

    /// What another tab wrote, brought together with what was changed here, if it has not seen that. What both changed without
    /// knowing of each other is said.
    fn with_mine(self, theirs: Session, authorship: &Authorship) -> Result<Session, SaveError> {
        let has_seen_mine =
            self.session.with_untracked(|mine| theirs.seen.count(&authorship.actor) >= mine.seen.count(&authorship.actor));
        if has_seen_mine {
            return Ok(theirs);
        }
        let merged = self.session.with_untracked(|mine| merge(mine, &theirs)).map_err(|_| SaveError::Conflict)?;
        self.say_conflicts(&merged);
        Ok(merged.session)
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
    /// the latest changes made here: both are brought together.
    pub fn follow_other_tabs(self) {
        if self.is_unsaved.get_value() {
            return;
        }
        let Ok(Stored { session: theirs, revision }) = self.store().open(&self.slot()) else { return };
        let authorship = self.authorship();
        let Ok(both) = self.with_mine(theirs.clone(), &authorship) else { return };
        self.revision.set_value(revision);
        let differs = both != theirs;
        let both = self.carried_over(both);
        if self.session.with_untracked(|session| *session != both) {
            self.session.set(both);
        }
        if differs {
            self.save(&authorship);
        }
    }

    /// Whether the latest changes found no room, so that they are lost with the page.
    pub fn has_no_room(self) -> bool {
        self.saved.with(|saved| *saved == Saved::No(SaveError::Storage(StorageError::Full)))
    }

    /// Keeps what can be undone over a reload. Where there is no room, a reload forgets it.
    fn remember_history(self) {
        let text = self.history.with_value(|history| serde_json::to_string(history).unwrap_or_default());
        tab_memory::remember(&format!("history.{}", self.slot()), &text);
    }
}
