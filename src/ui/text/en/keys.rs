//! The words about undoing, redoing and single keys.

use crate::session::Change;
use crate::ui::text::en::facts;

pub const REDO: &str = "Redo";
pub const KEYS: &str = "Keys";
pub const KEYS_TITLE: &str = "Answer with single keys";
pub const KEYS_HINT: &str = "They work on the page of a practice, never while you write. Undo and redo work everywhere.";
pub const KEYS_ON: &str = "Single keys are on";
pub const KEYS_CLOSE: &str = "Close";

const A_CHANGE: &str = "a change";

/// Which key does what, in the order in which it is shown.
pub fn key_list() -> [(&'static [&'static str], &'static str); 14] {
    [
        (&["1", "2", "3", "4"], "Met, partly, not met, not applicable; then on to the next open statement"),
        (&["0"], "Clear the answer"),
        (&["S", "T", "A"], "Seen, told, assumed: about the answer just given"),
        (&["0", "1", "2", "3", "4", "D"], "In the quick pass: the level, or “I don’t know”; then on to the next practice"),
        (&["J", "K"], "Next statement, statement before"),
        (&["N"], "On to the most useful open statement"),
        (&["M"], "Evidence, what speaks against it, and note of the statement"),
        (&["]", "["], "Next practice, practice before"),
        (&["/"], "Search"),
        (&["?"], "This list"),
        (&["Ctrl Z"], "Undo"),
        (&["Ctrl Shift Z"], "Redo"),
        (&["Tab", "Space"], "Through everything on the page; choose"),
        (&["Esc"], "Close this list"),
    ]
}

pub fn undone(change: &Change) -> String {
    format!("Undone: {}.", changed(change))
}

pub fn redone(change: &Change) -> String {
    format!("Redone: {}.", changed(change))
}

/// What a change was about.
fn changed(change: &Change) -> &'static str {
    match change {
        Change::Together(changes) => changes.first().map_or(A_CHANGE, changed),
        one => one.list().map_or(A_CHANGE, facts::changed),
    }
}
