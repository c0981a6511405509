//! The journal, which `public/journal.js` opens before the app starts.

use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

#[wasm_bindgen]
extern "C" {
    type Journal;

    #[wasm_bindgen(method, getter)]
    fn lost(this: &Journal) -> js_sys::Array;

    #[wasm_bindgen(method, getter)]
    fn removed(this: &Journal) -> js_sys::Array;

    #[wasm_bindgen(method)]
    fn note(this: &Journal, key: &str, value: Option<&str>);
}

fn journal() -> Option<Journal> {
    let found = js_sys::Reflect::get(&js_sys::global(), &"plumblineJournal".into()).ok()?;
    found.is_object().then(|| found.unchecked_into())
}

/// Whether the journal has something that the storage has not.
pub fn has_more() -> bool {
    journal().is_some_and(|journal| journal.lost().length() > 0)
}

/// What the journal has and the storage has not, by key.
pub fn lost() -> Vec<(String, String)> {
    let lost = journal().map(|journal| journal.lost()).unwrap_or_default();
    let pair = |pair: JsValue| {
        let pair: js_sys::Array = pair.dyn_into().ok()?;
        Some((pair.get(0).as_string()?, pair.get(1).as_string()?))
    };
    lost.iter().filter_map(pair).collect()
}

/// The keys that were removed, as the journal knows, and that the storage has all the same.
pub fn removed() -> Vec<String> {
    let removed = journal().map(|journal| journal.removed()).unwrap_or_default();
    removed.iter().filter_map(|key| key.as_string()).collect()
}

/// Notes in the journal that a key has a new string, or none any more.
pub fn note(key: &str, value: Option<&str>) {
    if let Some(journal) = journal() {
        journal.note(key, value);
    }
}
