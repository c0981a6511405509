//! Work that goes on in the background and that others can wait for.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

/// Work that was begun.
#[derive(Clone)]
pub struct Task(js_sys::Promise);

impl Task {
    /// Begins some work.
    pub fn begin(work: impl Future<Output = ()> + 'static) -> Self {
        Self(future_to_promise(async {
            work.await;
            Ok(JsValue::UNDEFINED)
        }))
    }

    /// Waits until it is done.
    pub async fn done(self) {
        // It can't fail: the work has no other outcome than to be done.
        let _ = JsFuture::from(self.0).await;
    }
}
