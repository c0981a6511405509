//! The browser's local storage.

use gloo_storage::Storage as _;
use wasm_bindgen::{JsCast, JsValue};

use super::{Storage, StorageError};

/// The browser's local storage, known to be usable.
pub struct LocalStorage(web_sys::Storage);

impl LocalStorage {
    /// The local storage, if the browser allows it. Tries it out first: gloo would trap the whole app otherwise.
    #[must_use]
    pub fn probe() -> Option<Self> {
        web_sys::window()?.local_storage().ok()??;
        let storage = Self(gloo_storage::LocalStorage::raw());
        storage.keys().is_ok().then_some(storage)
    }
}

fn error(value: &JsValue) -> StorageError {
    let full = value.dyn_ref::<js_sys::Error>().is_some_and(|error| error.name() == "QuotaExceededError");
    if full { StorageError::Full } else { StorageError::Blocked }
}

impl Storage for LocalStorage {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.0.get_item(key).map_err(|value| error(&value))
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        self.0.set_item(key, value).map_err(|value| error(&value))
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.0.remove_item(key).map_err(|value| error(&value))
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        let length = self.0.length().map_err(|value| error(&value))?;
        let key = |index| self.0.key(index).map_err(|value| error(&value));
        (0..length).filter_map(|index| key(index).transpose()).collect()
    }

    fn units(&self, key: &str) -> Result<usize, StorageError> {
        // The length is asked of the browser's own string: it need not come over here for that.
        let value = js_sys::Reflect::get(&self.0, &JsValue::from_str(key)).map_err(|value| error(&value))?;
        let length = value.dyn_ref::<js_sys::JsString>().map_or(0, js_sys::JsString::length);
        Ok(key.encode_utf16().count() + length as usize)
    }

    fn is_lasting(&self) -> bool {
        true
    }
}
