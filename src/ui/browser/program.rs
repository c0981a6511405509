//! Asks a program beside the app, in a worker: the page goes on meanwhile. The program is loaded when it is asked, and goes away with all that it
//! knew once it has answered.

use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

/// What encrypts files: src/bin/cipher.rs.
pub const CIPHER: Program = Program("cipher/worker.js");

/// What makes and reads files of spreadsheets and word processors, and makes those of other tools: src/bin/office.rs.
pub const OFFICE: Program = Program("office/worker.js");

/// A program, by the script of its worker beside the page.
#[derive(Clone, Copy, Debug)]
pub struct Program(&'static str);

/// A worker that ends with whoever waits for it.
struct Waited(Worker);

impl Drop for Waited {
    fn drop(&mut self) {
        self.0.terminate();
    }
}

/// Asks a program to do something with what is given; gives its bytes.
///
/// # Errors
/// The code of what stands against it, which is empty where the program could not be loaded, or stopped.
pub async fn ask(program: Program, what: &str, given: &[JsValue]) -> Result<Vec<u8>, String> {
    answered(program, what, given, None).await
}

/// The same, for so many milliseconds at most: then the program is ended, and its code is that one.
///
/// # Errors
/// As above.
pub async fn ask_within(limit: (i32, &'static str), program: Program, what: &str, given: &[JsValue]) -> Result<Vec<u8>, String> {
    answered(program, what, given, Some(limit)).await
}

async fn answered(
    program: Program,
    what: &str,
    given: &[JsValue],
    limit: Option<(i32, &'static str)>,
) -> Result<Vec<u8>, String> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = Waited(Worker::new_with_options(program.0, &options).map_err(|_| String::new())?);
    let question = Array::of1(&what.into());
    given.iter().for_each(|given| _ = question.push(given));
    let answered = Promise::new(&mut |done, failed| {
        worker.0.set_onmessage(Some(&done));
        worker.0.set_onerror(Some(&failed));
        if let (Some((limit, code)), Some(window)) = (limit, web_sys::window()) {
            // Once it has answered, this changes nothing. Where there is no timer, it is waited for as long as it takes.
            let code = JsValue::from_str(code);
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_1(&failed, limit, &code);
        }
        if worker.0.post_message(&question).is_err() {
            // It ends the waiting, which is all that is asked of it.
            let _ = failed.call0(&JsValue::NULL);
        }
    });
    let answer = JsFuture::from(answered).await;
    drop(worker);
    let answer = answer.map_err(|why| why.as_string().unwrap_or_default())?;
    let answer = answer.dyn_into::<MessageEvent>().map_err(|_| String::new())?.data();
    let answer: Array = answer.dyn_into().map_err(|_| String::new())?;
    match answer.get(0).dyn_into::<Uint8Array>() {
        Ok(bytes) => Ok(bytes.to_vec()),
        Err(_) => Err(answer.get(1).as_string().unwrap_or_default()),
    }
}
