//! What the scripts around the app say and are told, by events of the window: `public/boot.js` and `public/offline.js`.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, File};

/// Calls for as long as the calling component is there.
fn listen(name: &str, call: impl Fn(Event) + 'static) {
    let handle = window_event_listener_untyped(name, call);
    on_cleanup(move || handle.remove());
}

/// The first screen is there and the app is kept in the browser: what may be needed later can be loaded.
pub fn on_idle(call: impl Fn() + 'static) {
    listen("plumbline-idle", move |_| call());
}

/// A new version is ready.
pub fn on_new_version(call: impl Fn() + 'static) {
    listen("plumbline-update", move |_| call());
    // It may have been ready before anybody listened.
    tell("plumbline-listening");
}

/// The new version can't be used yet.
pub fn on_version_stays(call: impl Fn() + 'static) {
    listen("plumbline-stays", move |_| call());
}

/// The page is about to be loaded anew: `may_leave` saves what it can, and says whether nothing would be lost.
pub fn on_leave_asked(may_leave: impl Fn() -> bool + 'static) {
    listen("plumbline-leave", move |event| {
        if !may_leave() {
            event.prevent_default();
        }
    });
}

/// The system opens a file with the app.
pub fn on_file_opened(call: impl Fn(File) + 'static) {
    listen("plumbline-open", move |event| {
        let file = js_sys::Reflect::get(&event, &JsValue::from_str("detail")).and_then(JsCast::dyn_into);
        // Whatever else it is, nobody chose it.
        if let Ok(file) = file {
            call(file);
        }
    });
}

/// The app is there, and hears what it is told.
pub fn say_begun() {
    tell("plumbline-begun");
}

/// Has every open page loaded anew with the new version.
pub fn use_new_version() {
    tell("plumbline-use");
}

fn tell(name: &str) {
    if let (Some(window), Ok(event)) = (web_sys::window(), Event::new(name)) {
        // It fails only for an event that is on its way already.
        let _ = window.dispatch_event(&event);
    }
}
