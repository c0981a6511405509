//! Doing something while no other tab does, where the browser can see to that.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// Does something once no other tab does something under the same name. Where the browser knows no locks, it is done at once: what
/// is done has to be right without them.
pub fn alone(name: &str, work: impl FnOnce() + 'static) {
    let asked = || {
        let navigator = js_sys::Reflect::get(&js_sys::global(), &"navigator".into()).ok()?;
        let locks = js_sys::Reflect::get(&navigator, &"locks".into()).ok().filter(JsValue::is_object)?;
        let request = js_sys::Reflect::get(&locks, &"request".into()).ok()?.dyn_into::<js_sys::Function>().ok()?;
        Some((locks, request))
    };
    let once = Rc::new(Cell::new(Some(work)));
    let Some((locks, request)) = asked() else { return run(&once) };
    let locked = Rc::clone(&once);
    // The lock is given back as soon as the work is done.
    let work = Closure::once_into_js(move || run(&locked));
    let promise = request.call2(&locks, &JsValue::from_str(name), &work);
    match promise.ok().and_then(|promise| promise.dyn_into::<js_sys::Promise>().ok()) {
        None => run(&once),
        // Where locks are refused, as in a sandboxed frame, it is done without.
        Some(promise) => {
            let refused = Closure::once(move |_: JsValue| run(&once));
            let _ = promise.catch(&refused);
            refused.forget();
        }
    }
}

fn run(once: &Cell<Option<impl FnOnce()>>) {
    if let Some(work) = once.take() {
        work();
    }
}
