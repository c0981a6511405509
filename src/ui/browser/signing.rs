//! Signing by a key pair of this device, and checking what others signed: the browser's own cryptography (Ed25519 of Web Crypto). The secret
//! half can't be read by anybody, not by this app either; the browser keeps the pair in its database.

use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::analysis::SignatureCheck;
use crate::session::Signature;

/// What browsers call this kind of signature.
const KIND: &str = "Ed25519";

/// The database that the pair is in, its one store, and the pair in it.
const DATABASE: &str = "plumbline-keys";
const STORE: &str = "keys";
const OWN: &str = "own";

/// Checks a signature over these bytes.
pub async fn check(signature: &Signature, bytes: &[u8]) -> SignatureCheck {
    if signature.kind != Signature::ED25519 {
        return SignatureCheck::CantCheck;
    }
    let Some((key, signed)) = signature.bytes() else { return SignatureCheck::DoesNotFit };
    let raw = [JsValue::from_str("raw"), Uint8Array::from(key.as_slice()).into(), kind(), JsValue::TRUE, uses(&["verify"])];
    let key = match subtle("importKey", &raw).await {
        Ok(key) => key,
        // That a key is none is what browsers call an error of data; anything else is that they can't.
        Err(why) if name_of(&why) == "DataError" => return SignatureCheck::DoesNotFit,
        Err(_) => return SignatureCheck::CantCheck,
    };
    let given = [kind(), key, Uint8Array::from(signed.as_slice()).into(), Uint8Array::from(bytes).into()];
    match subtle("verify", &given).await {
        Ok(fits) if fits.is_truthy() => SignatureCheck::Fits,
        Ok(_) => SignatureCheck::DoesNotFit,
        Err(_) => SignatureCheck::CantCheck,
    }
}

/// Signs bytes by the pair of this device, which is made when it is first needed. Nothing where this browser can't.
pub async fn sign(bytes: &[u8]) -> Option<Signature> {
    let pair = own_pair().await.ok()?;
    let key = public_key(&pair).await?;
    let given = [kind(), get(&pair, "privateKey")?, Uint8Array::from(bytes).into()];
    let signed = subtle("sign", &given).await.ok()?;
    Some(Signature::ed25519(&key, &Uint8Array::new(&signed).to_vec()))
}

/// The public half of a pair.
async fn public_key(pair: &JsValue) -> Option<Vec<u8>> {
    let raw = subtle("exportKey", &[JsValue::from_str("raw"), get(pair, "publicKey")?]).await.ok()?;
    Some(Uint8Array::new(&raw).to_vec())
}

/// The pair of this device, made anew where there is none. One that could not be kept is not used: nobody could know its key again.
async fn own_pair() -> Result<JsValue, JsValue> {
    let database = opened().await?;
    let there = answered(&call(&store(&database, "readonly")?, "get", &[OWN.into()])?).await?;
    if there.is_object() {
        return Ok(there);
    }
    let made = subtle("generateKey", &[kind(), JsValue::FALSE, uses(&["sign", "verify"])]).await?;
    // Another tab may have made one meanwhile: then that one stands.
    let added = answered(&call(&store(&database, "readwrite")?, "add", &[made.clone(), OWN.into()])?).await;
    if added.is_ok() {
        return Ok(made);
    }
    let there = answered(&call(&store(&database, "readonly")?, "get", &[OWN.into()])?).await?;
    if there.is_object() { Ok(there) } else { Err(JsValue::NULL) }
}

async fn opened() -> Result<JsValue, JsValue> {
    let databases = get(&js_sys::global(), "indexedDB").ok_or(JsValue::NULL)?;
    let request = call(&databases, "open", &[DATABASE.into(), 1.into()])?;
    let asked = request.clone();
    let upgrade = Closure::once(move || {
        if let Some(database) = get(&asked, "result") {
            // Where it can't be made, asking for it fails.
            let _ = call(&database, "createObjectStore", &[STORE.into()]);
        }
    });
    Reflect::set(&request, &"onupgradeneeded".into(), upgrade.as_ref())?;
    let database = answered(&request).await;
    drop(upgrade);
    database
}

fn store(database: &JsValue, mode: &str) -> Result<JsValue, JsValue> {
    let transaction = call(database, "transaction", &[STORE.into(), mode.into()])?;
    call(&transaction, "objectStore", &[STORE.into()])
}

/// What a request of the database gives.
async fn answered(request: &JsValue) -> Result<JsValue, JsValue> {
    let waited = Promise::new(&mut |done, failed| {
        for (event, then) in [("onsuccess", &done), ("onerror", &failed), ("onblocked", &failed)] {
            // A request is an object that takes them.
            let _ = Reflect::set(request, &event.into(), then);
        }
    });
    JsFuture::from(waited).await?;
    Reflect::get(request, &"result".into())
}

/// Asks the browser's cryptography. It is there only where nobody on the way can alter the page.
async fn subtle(what: &str, given: &[JsValue]) -> Result<JsValue, JsValue> {
    let subtle = get(&js_sys::global(), "crypto").and_then(|crypto| get(&crypto, "subtle")).ok_or(JsValue::NULL)?;
    let promise: Promise = call(&subtle, what, given)?.dyn_into()?;
    JsFuture::from(promise).await
}

fn call(on: &JsValue, what: &str, given: &[JsValue]) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(on, &what.into())?.dyn_into()?;
    Reflect::apply(&function, on, &given.iter().collect::<Array>())
}

/// A member, where it is there.
fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into()).ok().filter(|it| !it.is_undefined() && !it.is_null())
}

fn kind() -> JsValue {
    let kind = Object::new();
    // A new object takes every member.
    let _ = Reflect::set(&kind, &"name".into(), &KIND.into());
    kind.into()
}

fn uses(uses: &[&str]) -> JsValue {
    uses.iter().map(|it| JsValue::from_str(it)).collect::<Array>().into()
}

fn name_of(why: &JsValue) -> String {
    get(why, "name").and_then(|name| name.as_string()).unwrap_or_default()
}
