//! The second press of a double click: where the first one moved the page on, another thing lies under the pointer, unread.

use std::cell::Cell;

use leptos::ev::MouseEvent;

/// How long a press may be the second one of a double click, in milliseconds.
const SOON: f64 = 500.0;

/// How far a hand moves between both, in pixels.
const NEAR: i32 = 8;

thread_local! {
    /// When and where a press moved the page on last.
    static MOVED_ON: Cell<Option<(f64, i32, i32)>> = const { Cell::new(None) };
}

fn place(event: &MouseEvent) -> (f64, i32, i32) {
    (event.time_stamp(), event.client_x(), event.client_y())
}

/// Remembers that this press moves the page on: another thing lies under the pointer from then on.
pub fn moves_on(event: &MouseEvent) {
    // Keys press as well, and are nowhere.
    MOVED_ON.set((event.detail() > 0).then(|| place(event)));
}

/// Whether a press comes so soon after one that moved the page on, and so near to it, that nobody read what it would do.
pub fn is_second(event: &MouseEvent) -> bool {
    let ((now, x, y), Some((before, at_x, at_y))) = (place(event), MOVED_ON.get()) else { return false };
    event.detail() > 0 && (0.0..SOON).contains(&(now - before)) && x.abs_diff(at_x).max(y.abs_diff(at_y)) <= NEAR.unsigned_abs()
}
