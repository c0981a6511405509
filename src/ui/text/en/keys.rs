//! The words about undoing, redoing and single keys.

use crate::session::Change;

pub const REDO: &str = "Redo";
pub const KEYS: &str = "Keys";
pub const KEYS_TITLE: &str = "Answer with single keys";
pub const KEYS_HINT: &str = "They work on the page of a practice, never while you write. Undo and redo work everywhere.";
pub const KEYS_ON: &str = "Single keys are on";
pub const KEYS_CLOSE: &str = "Close";

/// Which key does what, in the order in which it is shown.
pub fn key_list() -> [(&'static [&'static str], &'static str); 13] {
    [
        (&["1", "2", "3", "4"], "Met, partly, not met, not applicable; then on to the next open statement"),
        (&["0"], "Clear the answer"),
        (&["S", "T", "A"], "Seen, told, assumed"),
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
        Change::System(..) => "what is said about the system",
        Change::Person(..) => "a person",
        Change::Part(..) => "a part",
        Change::Profile(..) => "a profile",
        Change::Target(..) => "a target",
        Change::Minimum(..) => "a minimum",
        Change::Interview(..) => "an answer of the interview",
        Change::Hint(..) => "an answer to a hint",
        Change::Indicator(..) => "an own statement",
        Change::Round(..) => "a round",
        Change::Quick(..) => "a quick answer",
        Change::Scope(..) => "a scope",
        Change::Answer(..) => "an answer",
        Change::PracticeNote(..) | Change::Note(..) => "a note",
        Change::Confidence(..) => "how somebody knows",
        Change::Against(..) => "what speaks against an answer",
        Change::Confirmed(..) => "that an answer is still true",
        Change::Shown(..) => "whether something is shown",
        Change::Evidence(..) => "a piece of evidence",
        Change::EvidenceUse(..) => "what evidence is given for",
        Change::Settlement(..) => "a settled difference",
        Change::Override(..) => "a level set by hand",
        Change::Assignment(..) => "who answers what",
        Change::Way(..) => "how you go about it",
        Change::Report(..) => "a report",
        Change::Discussion(..) => "what is to be talked about",
        Change::Together(changes) => changes.first().map_or("a change", changed),
    }
}
