//! Files that somebody chose, dropped or pasted, on whatever page, until the code that reads them is here.

use leptos::ev;
use leptos::prelude::*;

use crate::ui::browser::files::{self, Source};
use crate::ui::browser::{host_events, page};

/// Files that wait to be read.
#[derive(Clone, Copy)]
pub struct FilesGiven {
    waiting: RwSignal<Vec<Source>, LocalStorage>,
    /// Whether files are being dragged over the page.
    pub is_over: RwSignal<bool>,
    load_pages: Callback<()>,
}

impl FilesGiven {
    /// None yet. `load_pages` loads the code that reads files.
    pub fn new(load_pages: Callback<()>) -> Self {
        Self { waiting: RwSignal::new_local(Vec::new()), is_over: RwSignal::new(false), load_pages }
    }

    /// Keeps files until they are taken, and loads the code that takes them.
    pub fn give(self, sources: Vec<Source>) {
        if !sources.is_empty() {
            self.waiting.update(|waiting| waiting.extend(sources));
            self.load_pages.run(());
        }
    }

    /// Whether files wait to be taken.
    pub fn are_waiting(self) -> bool {
        self.waiting.with(|waiting| !waiting.is_empty())
    }

    /// The files that wait, taken out. Whoever asks is told when there are others.
    pub fn take(self) -> Vec<Source> {
        self.waiting.track();
        if self.waiting.with_untracked(Vec::is_empty) {
            return Vec::new();
        }
        self.waiting.try_update(std::mem::take).unwrap_or_default()
    }

    /// Takes what is dropped or pasted anywhere, or opened with the app, from now on.
    pub fn listen(self) {
        host_events::on_file_opened(move |file| self.give(vec![Source::File(file)]));
        self.give(page::file_in_address().into_iter().map(Source::Linked).collect());
        let listeners = [
            // Somebody follows a link while the app is open.
            window_event_listener(ev::hashchange, move |_| {
                self.give(page::file_in_address().into_iter().map(Source::Linked).collect());
            }),
            window_event_listener(ev::dragover, move |event| {
                if files::carries_files(&event) {
                    event.prevent_default();
                    if !self.is_over.get_untracked() {
                        self.is_over.set(true);
                        // It says what happens when one lets go.
                        self.load_pages.run(());
                    }
                }
            }),
            window_event_listener(ev::dragleave, move |event| {
                // Leaving something within the page is no leaving of the page.
                if event.related_target().is_none() {
                    self.is_over.set(false);
                }
            }),
            window_event_listener(ev::drop, move |event| {
                self.is_over.set(false);
                if files::carries_files(&event) {
                    event.prevent_default();
                    self.give(files::dropped(&event));
                }
            }),
            window_event_listener(ev::paste, move |event| {
                let sources = files::pasted(&event);
                if !sources.is_empty() {
                    event.prevent_default();
                    self.give(sources);
                }
            }),
        ];
        on_cleanup(move || listeners.into_iter().for_each(WindowListenerHandle::remove));
    }
}

/// The files that wait to be read.
pub fn files_given() -> FilesGiven {
    expect_context::<FilesGiven>()
}
