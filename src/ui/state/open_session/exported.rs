//! How much was changed since the session was last in a file.

use leptos::prelude::*;

use crate::session::{Seen, Session};
use crate::store::{Exported, SessionStore};
use crate::ui::browser::{clock, durable};
use crate::ui::state::open_session::OpenSession;

/// How many things are said before the browser is asked to keep them: now there is something to lose.
const ENOUGH: usize = 12;

/// The setting that the browser was asked.
const ASKED: &str = "asked-to-keep";

/// How many changed things are worth a reminder.
const MUCH: usize = 60;

/// What a reminder to export says.
#[derive(Clone, Debug, PartialEq)]
pub struct Reminder {
    /// How many things were changed since.
    pub changed: usize,
    /// The last export, if there was one.
    pub last: Option<Exported>,
}

impl OpenSession {
    /// Asks the browser to keep what is stored, once, as soon as there is something to lose. Some ask the user then.
    pub fn ask_to_keep(self, store: &SessionStore) {
        let is_enough = || self.session.with_untracked(|session| changed_since(session, None)) >= ENOUGH;
        if store.is_lasting() && store.setting(ASKED).is_none() && is_enough() {
            store.set_setting(ASKED, "yes");
            leptos::task::spawn_local(async {
                durable::promise().await;
            });
        }
    }

    /// Remembers that the session was exported now, if it was.
    pub fn exported(self, done: bool) {
        if done {
            self.session.with_untracked(|session| self.exported_as(&session.seen));
        }
    }

    /// Remembers that the session was exported as far as it had come then: what was changed while its file was made is not in it.
    pub fn exported_as(self, then: &Seen) {
        self.store().set_exported(&self.slot(), then, Some(clock::now()));
        self.store().set_setting(&self.put_off(), &MUCH.to_string());
        self.exports.update(|count| *count += 1);
    }

    /// Whether to remind of the export: when much was changed since the last one, and since somebody did not want to hear of it.
    /// Whoever asks is told of the next export, not of each change: nothing is to move while people answer.
    pub fn reminder(self) -> Option<Reminder> {
        self.exports.track();
        let last = self.store().exported(&self.slot());
        let changed = self.session.with_untracked(|session| changed_since(session, last.as_ref()));
        let until = self.store().setting(&self.put_off()).and_then(|until| until.parse().ok()).unwrap_or(MUCH);
        (changed >= until).then_some(Reminder { changed, last })
    }

    /// Does not remind of the export until twice as much was changed.
    pub fn remind_later(self, reminder: &Reminder) {
        self.store().set_setting(&self.put_off(), &(reminder.changed * 2).to_string());
        self.exports.update(|count| *count += 1);
    }

    /// The setting that says how many changed things are worth the next reminder.
    fn put_off(self) -> String {
        format!("remind.{}", self.slot())
    }
}

fn changed_since(session: &Session, last: Option<&Exported>) -> usize {
    match last {
        Some(last) => session.changed_since(&last.seen),
        None => session.changed_since(&Default::default()),
    }
}
