//! What kind of page it is, as the style sheet sees it.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Whether the page is narrow, as on a phone; follows it when that changes.
pub fn is_narrow() -> ReadSignal<bool> {
    follows("(max-width: 40rem)")
}

fn follows(query: &str) -> ReadSignal<bool> {
    let list = web_sys::window().and_then(|window| window.match_media(query).ok().flatten());
    let matches = RwSignal::new(list.as_ref().is_some_and(web_sys::MediaQueryList::matches));
    if let Some(list) = list {
        let watched = list.clone();
        let on_change = Closure::<dyn FnMut()>::new(move || {
            matches.try_set(watched.matches());
        });
        list.set_onchange(Some(on_change.as_ref().unchecked_ref()));
        let kept = StoredValue::new_local(Some((list, on_change)));
        on_cleanup(move || {
            if let Some((list, _)) = kept.try_update_value(Option::take).flatten() {
                list.set_onchange(None);
            }
        });
    }
    matches.read_only()
}
