//! Hands a file to the device's own way of sending, as mail, a messenger or something near. Nothing leaves before people choose whom.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FilePropertyBag};

use crate::exchange::with_ending;

/// What became of sending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sent {
    /// The device took the file.
    Taken,
    /// People chose nobody.
    NotChosen,
    /// The device could not.
    Failed,
}

/// Whether this device sends files at all. Where it does not, they are saved and attached by hand.
pub fn can_send() -> bool {
    sendable("a.json", "{}").is_some()
}

/// Offers a JSON file to be sent. Has to be called while a click is being handled: else browsers refuse.
///
/// Returns nothing where the device sends no such file.
pub fn send(name: &str, text: &str) -> Option<impl Future<Output = Sent> + use<>> {
    let data = sendable(name, text)?;
    let promise: Promise = call("share", &data)?.dyn_into().ok()?;
    Some(async move {
        match JsFuture::from(promise).await {
            Ok(_) => Sent::Taken,
            Err(why) if name_of(&why).as_deref() == Some("AbortError") => Sent::NotChosen,
            Err(_) => Sent::Failed,
        }
    })
}

/// What the device would send: the file or, where it sends no JSON, the same as a text. Plumbline opens either.
fn sendable(name: &str, text: &str) -> Option<Object> {
    let plain = with_ending(name, ".txt");
    let forms = [(name, "application/json"), (plain.as_str(), "text/plain")];
    forms.into_iter().find_map(|(name, media_type)| {
        let properties = FilePropertyBag::new();
        properties.set_type(media_type);
        let file = File::new_with_str_sequence_and_options(&Array::of1(&JsValue::from_str(text)), name, &properties).ok()?;
        let data = Object::new();
        Reflect::set(&data, &JsValue::from_str("files"), &Array::of1(&file)).ok()?;
        call("canShare", &data)?.is_truthy().then_some(data)
    })
}

fn call(name: &str, data: &Object) -> Option<JsValue> {
    let navigator = Reflect::get(&js_sys::global(), &JsValue::from_str("navigator")).ok()?;
    let function: Function = Reflect::get(&navigator, &JsValue::from_str(name)).ok()?.dyn_into().ok()?;
    function.call1(&navigator, data).ok()
}

/// The name of what went wrong.
fn name_of(why: &JsValue) -> Option<String> {
    Reflect::get(why, &JsValue::from_str("name")).ok()?.as_string()
}
