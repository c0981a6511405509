//! Loads files that are hosted beside the app. Addresses are relative to the page's base, so they never lead elsewhere.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// Why a hosted file could not be loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FetchError {
    /// No answer: offline, or the host is down.
    NoAnswer,
    /// An answer other than the file, with its HTTP status.
    Status(u16),
}

/// The bytes of a file hosted beside the app.
///
/// # Errors
/// When there is no answer, or another one than the file.
pub async fn fetch(path: &str) -> Result<Vec<u8>, FetchError> {
    let window = web_sys::window().ok_or(FetchError::NoAnswer)?;
    let no_answer = |_: JsValue| FetchError::NoAnswer;
    let response: Response = JsFuture::from(window.fetch_with_str(path)).await.and_then(JsCast::dyn_into).map_err(no_answer)?;
    if !response.ok() {
        return Err(FetchError::Status(response.status()));
    }
    let buffer = JsFuture::from(response.array_buffer().map_err(no_answer)?).await.map_err(no_answer)?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}
