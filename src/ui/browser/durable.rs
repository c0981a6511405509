//! Whether the browser promises to keep what is stored.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

async fn ask(question: &str) -> Option<bool> {
    let navigator = js_sys::Reflect::get(&js_sys::global(), &"navigator".into()).ok()?;
    let storage = js_sys::Reflect::get(&navigator, &"storage".into()).ok().filter(JsValue::is_object)?;
    let question: js_sys::Function = js_sys::Reflect::get(&storage, &question.into()).ok()?.dyn_into().ok()?;
    let promise: js_sys::Promise = question.call0(&storage).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()?.as_bool()
}

/// Whether the browser keeps what is stored even when it runs out of room; `None` when it does not say.
pub async fn is_promised() -> Option<bool> {
    ask("persisted").await
}

/// Asks the browser to keep what is stored. Some ask the user then, some decide on their own.
pub async fn promise() -> Option<bool> {
    ask("persist").await
}
