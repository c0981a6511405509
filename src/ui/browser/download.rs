//! Hands a file to the user.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Offers a text as a file to save.
///
/// # Errors
/// What the browser says when it makes no file of it.
pub fn download(name: &str, media_type: &str, text: &str) -> Result<(), JsValue> {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let properties = BlobPropertyBag::new();
    properties.set_type(media_type);
    download_blob(name, &Blob::new_with_str_sequence_and_options(&parts, &properties)?)
}

/// Offers bytes as a file to save.
///
/// # Errors
/// What the browser says when it makes no file of them.
pub fn download_bytes(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    let properties = BlobPropertyBag::new();
    properties.set_type(media_type);
    download_blob(name, &Blob::new_with_u8_array_sequence_and_options(&parts, &properties)?)
}

/// Offers what is no text as a file to save.
///
/// # Errors
/// What the browser says when it makes no file of it.
pub fn download_blob(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let document = window.document().ok_or(JsValue::NULL)?;
    let address = Url::create_object_url_with_blob(blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    leptos::leptos_dom::helpers::set_timeout(
        move || {
            let _ = Url::revoke_object_url(&address);
        },
        std::time::Duration::from_secs(60),
    );
    Ok(())
}
