//! What the scripts around the app say and are told, by events of the window: `public/boot.js` and `public/offline.js`.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, File, HtmlAnchorElement};

/// Calls for as long as the calling component is there.
fn listen(name: &str, call: impl Fn(Event) + 'static) {
    let handle = window_event_listener_untyped(name, call);
    on_cleanup(move || handle.remove());
}

/// Somebody is there: what a first answer needs can be loaded.
pub fn on_somebody(call: impl Fn() + 'static) {
    listen("plumbline-near", move |_| call());
}

/// Somebody wants to begin, or wanted that before the app was there.
pub fn on_new_wanted(call: impl Fn() + 'static) {
    if wanted("isNew").is_truthy() {
        call();
    }
    listen("plumbline-wanted", move |_| call());
}

/// The files that somebody chose before the app was there.
pub fn files_wanted() -> Vec<File> {
    js_sys::Array::from(&wanted("files")).iter().filter_map(|file| file.dyn_into().ok()).collect()
}

/// What was wanted before the app was there: public/watch.js.
fn wanted(what: &str) -> JsValue {
    let wanted = js_sys::Reflect::get(&js_sys::global(), &"plumblineWanted".into()).unwrap_or_default();
    js_sys::Reflect::get(&wanted, &what.into()).unwrap_or_default()
}

/// Nobody waits for anything and the app is kept in the browser: what may be needed later can be loaded.
pub fn on_idle(call: impl Fn() + 'static) {
    listen("plumbline-idle", move |_| call());
}

/// Somebody is about to follow a link: points at it, touches it, or comes to it by keyboard. Says where it leads.
pub fn on_link_near(call: impl Fn(&str) + Clone + 'static) {
    for sign in ["pointerover", "touchstart", "focusin"] {
        let call = call.clone();
        listen(sign, move |event| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let link = target.and_then(|target| target.closest("a[href]").ok().flatten());
            if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) {
                call(&link.pathname());
            }
        });
    }
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

/// The first question is here: what the way on needs can be fetched.
pub fn say_question_is_here() {
    tell("plumbline-next");
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
