//! This visit: what is remembered for as long as the tab is open, also over a reload, and when it may end.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::Storage;

fn storage() -> Option<Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}

/// What is remembered under a name.
pub fn recall(name: &str) -> Option<String> {
    storage()?.get_item(&format!("plumbline.{name}")).ok().flatten()
}

/// Remembers something under a name. Says whether there was room.
pub fn remember(name: &str, value: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(&format!("plumbline.{name}"), value).is_ok())
}

/// Somebody who wants to know that the page may go away; until dropped.
pub struct Leaving {
    on_leave: Closure<dyn FnMut()>,
}

/// Calls whenever the page is hidden or left: it may never come back.
pub fn on_leave(call: impl FnMut() + 'static) -> Leaving {
    let on_leave = Closure::<dyn FnMut()>::new(call);
    if let Some(window) = web_sys::window() {
        let listener = on_leave.as_ref().unchecked_ref();
        // Adding a listener does not fail.
        let _ = window.add_event_listener_with_callback("pagehide", listener);
        let _ = window.document().map(|page| page.add_event_listener_with_callback("visibilitychange", listener));
    }
    Leaving { on_leave }
}

impl Drop for Leaving {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            let listener = self.on_leave.as_ref().unchecked_ref();
            let _ = window.remove_event_listener_with_callback("pagehide", listener);
            let _ = window.document().map(|page| page.remove_event_listener_with_callback("visibilitychange", listener));
        }
    }
}
