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

/// Something that comes to be once, and that others can wait for.
#[derive(Clone)]
pub struct Milestone {
    reached: js_sys::Promise,
    say: Option<js_sys::Function>,
}

impl Milestone {
    /// Not reached yet.
    pub fn new() -> Self {
        let mut say = None;
        let reached = js_sys::Promise::new(&mut |done, _| say = Some(done));
        Self { reached, say }
    }

    /// Says that it is reached, to all that wait; once more does nothing.
    pub fn reach(&self) {
        if let Some(say) = &self.say {
            // The browser's own function, which takes anything and does not fail.
            let _ = say.call0(&JsValue::UNDEFINED);
        }
    }

    /// Waits until it is reached.
    pub async fn reached(self) {
        let _ = JsFuture::from(self.reached).await;
    }
}

/// Waits until the page had time to show what was just changed. Not for a frame of its own: a hidden page has none.
pub async fn painted() {
    const FRAME: i32 = 20;
    let waited = js_sys::Promise::new(&mut |done, _| {
        if let Some(window) = web_sys::window() {
            // Where there is no timer, there is nothing to wait for.
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&done, FRAME);
        }
    });
    let _ = JsFuture::from(waited).await;
}

/// For how many milliseconds work may go on until the browser is let do what waits: shorter than a frame.
const UNNOTICED: f64 = 12.0;

/// Work in many small pieces that lets the browser do what waits meanwhile, but only once in a while: a turn for each piece would take longer
/// than the pieces.
pub struct Breath(f64);

impl Breath {
    /// Begins to work.
    pub fn begin() -> Self {
        Self(js_sys::Date::now())
    }

    /// Whether it is time, as every 12 milliseconds; then lets the browser do what waits.
    pub async fn taken(&mut self) {
        // Also where a clock was set back.
        if !(0.0..UNNOTICED).contains(&(js_sys::Date::now() - self.0)) {
            breathe().await;
            self.0 = js_sys::Date::now();
        }
    }
}

/// Lets the browser do what waits meanwhile, as painting or answering a key, and goes on at once after that. Not by a timer: those of a
/// hidden page wait for seconds.
pub async fn breathe() {
    let Ok(channel) = web_sys::MessageChannel::new() else { return };
    let (here, there) = (channel.port1(), channel.port2());
    let waited = js_sys::Promise::new(&mut |done, failed| {
        here.set_onmessage(Some(&done));
        if there.post_message(&JsValue::NULL).is_err() {
            // It ends the waiting, which is all that is asked of it.
            let _ = failed.call0(&JsValue::NULL);
        }
    });
    let _ = JsFuture::from(waited).await;
    here.close();
}
