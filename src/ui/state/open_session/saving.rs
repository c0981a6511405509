//! Saving the open session: soon after a change, at once before the page goes away, together with what other tabs write.

use std::time::Duration;

use leptos::prelude::*;

use std::sync::Arc;

use crate::exchange::LARGEST_STORED;
use crate::session::{Authorship, Session};
use crate::store::{Both, Stored, Written, bring_together};
use crate::ui::browser::{clock, locks, tab_memory};
use crate::ui::state::app_state::WhatIsOpen;
use crate::ui::state::open_session::{OpenSession, Saved};

/// How long after a change it is saved. All that a crash can lose is what was typed within this time, and until it is on disk.
const SOON: Duration = Duration::from_millis(150);

/// From how much of the largest size on people are told, in percent.
const NEAR: usize = 80;

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

    /// What the whole app asks of this session.
    pub fn as_open(self) -> WhatIsOpen {
        WhatIsOpen {
            save: Arc::new(move || self.save_now()),
            is_saved: Arc::new(move || self.saved.try_get_untracked().is_none_or(|saved| saved == Saved::Yes)),
            show_again: Arc::new(move |slot| {
                if self.is_at(slot) {
                    self.follow_other_tabs();
                }
            }),
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
        self.remember_steps();
        let (store, slot) = (self.store(), self.slot());
        let revision = self.revision.get_value();
        // Without a backup the work goes on.
        let _ = store.back_up_in_time(&slot, clock::here_and_now());
        match self.session.with_untracked(|session| store.save_with_others(&slot, session, revision, &authorship.actor)) {
            Ok(Written { revision, both }) => {
                if let Some(both) = both {
                    self.session.set(self.carried_over(both.session));
                    self.say_conflicts(&both.conflicts);
                }
                self.revision.set_value(revision);
                self.is_unsaved.set_value(false);
                self.size.set(store.size(&slot).unwrap_or_default());
                self.saved.set(if store.is_lasting() { Saved::Yes } else { Saved::InMemory });
                self.ask_to_keep(&store);
            }
            Err(error) => {
                self.is_unsaved.set_value(true);
                self.saved.set(Saved::No(error));
            }
        }
    }

    /// A session with what follows from answers to older editions of the questions: that is not stored.
    fn carried_over(self, mut session: Session) -> Session {
        self.asked.with_untracked(|asked| session.carry_over(&**asked));
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
        let both = self.session.with_untracked(|mine| bring_together(mine, theirs.clone(), &authorship.actor));
        let Ok(Both { session: both, conflicts }) = both else { return };
        self.revision.set_value(revision);
        let differs = both != theirs;
        let both = self.carried_over(both);
        if self.session.with_untracked(|session| *session != both) {
            self.session.set(both);
        }
        self.say_conflicts(&conflicts);
        if differs {
            self.save(&authorship);
        }
    }

    /// How large the session is as it is stored, where it comes near the largest that can be.
    pub fn nearly_too_large(self) -> Option<usize> {
        Some(self.size.get()).filter(|size| size * 100 >= LARGEST_STORED * NEAR)
    }

    /// Keeps what can be undone over a reload. Where there is no room, a reload forgets it.
    fn remember_steps(self) {
        let text = self.steps.with_value(|steps| serde_json::to_string(steps).unwrap_or_default());
        tab_memory::remember(&format!("history.{}", self.slot()), &text);
    }
}
