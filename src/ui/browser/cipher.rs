//! Encrypts files and opens them, in a worker: the page goes on meanwhile. The program that does it is loaded when it is first asked
//! (src/bin/cipher.rs), and goes away with all that it knew once it has answered.

use js_sys::{Array, JsString, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

use crate::exchange::{DecryptError, EncryptError, spellings};

/// The script of the worker, beside the page.
const SCRIPT: &str = "cipher/worker.js";

/// Why nothing came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Undone<E> {
    /// What stands against it.
    Because(E),
    /// The program could not be loaded, or stopped.
    NotHere,
}

/// Bytes as a file that only a passphrase opens.
///
/// # Errors
/// Why not.
pub async fn encrypt(plain: &[u8], passphrase: &str) -> Result<Vec<u8>, Undone<EncryptError>> {
    let passphrase = spelled(passphrase).into_iter().next().unwrap_or_default();
    ask("encrypt", plain, &passphrase).await.map_err(|code| because(EncryptError::of_code(&code)))
}

/// What is in an encrypted file.
///
/// # Errors
/// Why it does not open.
pub async fn decrypt(file: &[u8], passphrase: &str) -> Result<Vec<u8>, Undone<DecryptError>> {
    let mut undone = Undone::NotHere;
    for passphrase in spelled(passphrase) {
        match ask("decrypt", file, &passphrase).await {
            Ok(plain) => return Ok(plain),
            Err(code) => undone = because(DecryptError::of_code(&code)),
        }
        if undone != Undone::Because(DecryptError::WrongPassphrase) {
            break;
        }
    }
    Err(undone)
}

/// A worker that ends with whoever waits for it.
struct Waited(Worker);

impl Drop for Waited {
    fn drop(&mut self) {
        self.0.terminate();
    }
}

fn spelled(passphrase: &str) -> Vec<String> {
    let typed = JsString::from(passphrase);
    let [together, apart] = ["NFC", "NFD"].map(|form| typed.normalize(form).into());
    spellings(passphrase, together, apart)
}

fn because<E>(error: Option<E>) -> Undone<E> {
    error.map_or(Undone::NotHere, Undone::Because)
}

/// Asks the worker; gives its bytes, or the code of what stands against it, which is empty where the worker itself did not work.
async fn ask(what: &str, bytes: &[u8], passphrase: &str) -> Result<Vec<u8>, String> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = Waited(Worker::new_with_options(SCRIPT, &options).map_err(|_| String::new())?);
    let question = Array::of3(&what.into(), &Uint8Array::from(bytes), &passphrase.into());
    let answered = Promise::new(&mut |done, failed| {
        worker.0.set_onmessage(Some(&done));
        worker.0.set_onerror(Some(&failed));
        if worker.0.post_message(&question).is_err() {
            // It ends the waiting, which is all that is asked of it.
            let _ = failed.call0(&JsValue::NULL);
        }
    });
    let answer = JsFuture::from(answered).await;
    drop(worker);
    let answer = answer.ok().and_then(|event| event.dyn_into::<MessageEvent>().ok()).ok_or_else(String::new)?.data();
    let answer: Array = answer.dyn_into().map_err(|_| String::new())?;
    match answer.get(0).dyn_into::<Uint8Array>() {
        Ok(bytes) => Ok(bytes.to_vec()),
        Err(_) => Err(answer.get(1).as_string().unwrap_or_default()),
    }
}
