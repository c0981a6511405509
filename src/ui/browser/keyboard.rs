//! Keys pressed anywhere on the page.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use crate::ui::browser::keys::{Command, Key};

/// Runs commands of keys for as long as the calling component is there. `run` says whether it did anything; then the browser
/// does nothing of its own. A command that was run is not run again by others who listen.
pub fn listen(run: impl Fn(Command) -> bool + 'static) {
    let handle = window_event_listener(ev::keydown, move |event| {
        if event.default_prevented() || event.is_composing() {
            return;
        }
        // A key that is held down answers once: what comes after nobody read.
        let meant = command(&event).filter(|command| !event.repeat() || !command.answers());
        if meant.is_some_and(&run) {
            event.prevent_default();
        }
    });
    on_cleanup(move || handle.remove());
}

/// Runs what keys without modifiers do, by the names of the keys as `ArrowLeft`, for as long as the calling component is there.
pub fn listen_to_names(run: impl Fn(&str) -> bool + 'static) {
    let handle = window_event_listener(ev::keydown, move |event| {
        let is_plain = !(event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key());
        if is_plain && !event.default_prevented() && !event.is_composing() && run(&event.key()) {
            event.prevent_default();
        }
    });
    on_cleanup(move || handle.remove());
}

/// What a key does that was pressed on an element; nothing while somebody writes, or where another already took it.
pub fn command(event: &KeyboardEvent) -> Option<Command> {
    let target: Option<Element> = event.target().and_then(|target| target.dyn_into().ok());
    Command::of(Key {
        key: &event.key(),
        code: &event.code(),
        ctrl: event.ctrl_key() || event.meta_key(),
        shift: event.shift_key(),
        alt: event.alt_key(),
        third: event.get_modifier_state("AltGraph"),
        in_field: target.is_some_and(|target| is_field(&target)),
    })
}

/// Whether keys write or choose something in an element. Radio buttons, check boxes and buttons only want the space bar and arrows.
fn is_field(element: &Element) -> bool {
    const FIELDS: &str = "textarea, select, dialog[open], [contenteditable=''], [contenteditable='true'], \
        input:not([type='radio']):not([type='checkbox']):not([type='button']):not([type='file'])";
    element.closest(FIELDS).ok().flatten().is_some()
}
