//! What is folded and stands in front of the page once it is open.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{EventTarget, HtmlDetailsElement, HtmlElement, Node};

/// Shuts a menu when somebody presses beside it, chooses something in it, or presses Esc: the focus is then at what opens it again.
pub fn shut_when_left(menu: NodeRef<html::Details>) {
    let open = move || menu.get_untracked().filter(HtmlDetailsElement::open);
    let holds = |element: &HtmlElement, at: &Option<Node>| element.contains(at.as_ref());
    let at = |target: Option<EventTarget>| target.and_then(|target| target.dyn_into::<Node>().ok());
    // Phones tell of a press on what is nothing to press, but of no click on it; a screen reader only clicks.
    let pressed = window_event_listener(ev::pointerdown, move |event| {
        if let Some(menu) = open().filter(|menu| !holds(menu, &at(event.target()))) {
            menu.set_open(false);
        }
    });
    let clicked = window_event_listener(ev::click, move |event| {
        // What opens it shuts it, too, without help.
        let is_opener = |menu: &HtmlDetailsElement| opener(menu).is_some_and(|opener| holds(&opener, &at(event.target())));
        if let Some(menu) = open().filter(|menu| !is_opener(menu)) {
            menu.set_open(false);
        }
    });
    let escaped = window_event_listener(ev::keydown, move |event| {
        let Some(menu) = open().filter(|_| event.key() == "Escape" && !event.default_prevented()) else { return };
        event.prevent_default();
        menu.set_open(false);
        if let Some(opener) = opener(&menu) {
            // It fails for no element that is there.
            let _ = opener.focus();
        }
    });
    on_cleanup(move || {
        pressed.remove();
        clicked.remove();
        escaped.remove();
    });
}

/// What opens and shuts it.
fn opener(menu: &HtmlDetailsElement) -> Option<HtmlElement> {
    menu.query_selector("summary").ok().flatten()?.dyn_into().ok()
}
