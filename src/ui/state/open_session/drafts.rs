//! What is typed beside the open session and no part of it yet.

use leptos::prelude::*;

use super::OpenSession;

/// A field whose words are kept with each key until they are sent.
#[derive(Clone, Copy)]
pub struct Draft {
    /// What stands in it.
    pub words: RwSignal<String>,
    field: StoredValue<String>,
    open_session: OpenSession,
}

impl Draft {
    /// The field with what was typed in it before.
    pub fn of(open_session: OpenSession, field: String) -> Self {
        let words = RwSignal::new(open_session.store().draft(&open_session.slot(), &field));
        Self { words, field: StoredValue::new(field), open_session }
    }

    /// Other words stand in it.
    pub fn set(self, words: String) {
        // Where there is no room, the words stay on the page; saving anything else says so.
        let _ = self.field.with_value(|field| self.open_session.store().keep_draft(&self.open_session.slot(), field, &words));
        self.words.set(words);
    }

    /// The words were sent.
    pub fn clear(self) {
        self.set(String::new());
    }
}
