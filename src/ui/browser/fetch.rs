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

/// The bytes of a file hosted beside the app. The host is asked at once, so that several files are on their way at the same time.
///
/// # Errors
/// When there is no answer, or another one than the file.
pub fn fetch(path: &str) -> impl Future<Output = Result<Vec<u8>, FetchError>> + use<> {
    let asked = web_sys::window().map(|window| window.fetch_with_str(path));
    received(asked)
}

async fn received(asked: Option<js_sys::Promise>) -> Result<Vec<u8>, FetchError> {
    let no_answer = |_: JsValue| FetchError::NoAnswer;
    let asked = asked.ok_or(FetchError::NoAnswer)?;
    let response: Response = JsFuture::from(asked).await.and_then(JsCast::dyn_into).map_err(no_answer)?;
    if !response.ok() {
        return Err(FetchError::Status(response.status()));
    }
    let buffer = JsFuture::from(response.array_buffer().map_err(no_answer)?).await.map_err(no_answer)?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}
