//! How much was changed since the session was last in a file.

use leptos::prelude::*;

use super::Desk;
use crate::session::Session;
use crate::store::{Exported, Shelf};
use crate::ui::doors::{clock, durable};

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

impl Desk {
    /// Asks the browser to keep what is stored, once, as soon as there is something to lose. Some ask the user then.
    pub(super) fn ask_to_keep(self, shelf: &Shelf) {
        let is_enough = || self.session.with_untracked(|session| changed_since(session, None)) >= ENOUGH;
        if shelf.is_lasting() && shelf.setting(ASKED).is_none() && is_enough() {
            shelf.set_setting(ASKED, "yes");
            leptos::task::spawn_local(async {
                durable::promise().await;
            });
        }
    }

    /// Remembers that the session was exported now, if it was.
    pub fn exported(self, done: bool) {
        if done {
            let now = clock::now();
            self.session.with_untracked(|session| self.shelf().set_exported(&self.slot(), session, Some(now)));
            self.exports.update(|count| *count += 1);
        }
    }

    /// Whether to remind of the export: when much was changed since the last one.
    pub fn reminder(self) -> Memo<Option<Reminder>> {
        self.following(move |_, session| {
            self.exports.track();
            let last = self.shelf().exported(&self.slot());
            let changed = changed_since(session, last.as_ref());
            (changed >= MUCH).then_some(Reminder { changed, last })
        })
    }
}

fn changed_since(session: &Session, last: Option<&Exported>) -> usize {
    match last {
        Some(last) => session.changed_since(&last.seen),
        None => session.changed_since(&Default::default()),
    }
}
