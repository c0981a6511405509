//! Puts words where people paste them from, when they ask for it.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Copies words. Has to be called while a click is being handled: else browsers refuse. Says whether it was done.
pub fn copy(words: &str) -> impl Future<Output = bool> + use<> {
    let copying = begin(words);
    async move {
        match copying {
            Some(copying) => JsFuture::from(copying).await.is_ok(),
            None => false,
        }
    }
}

/// Nothing where the browser has no such thing, as on a page that is not served safely.
fn begin(words: &str) -> Option<Promise> {
    let navigator = Reflect::get(&js_sys::global(), &JsValue::from_str("navigator")).ok()?;
    let clipboard = Reflect::get(&navigator, &JsValue::from_str("clipboard")).ok()?;
    let write: Function = Reflect::get(&clipboard, &JsValue::from_str("writeText")).ok()?.dyn_into().ok()?;
    write.call1(&clipboard, &JsValue::from_str(words)).ok()?.dyn_into().ok()
}
