//! The words about undoing, redoing and single keys.

use crate::session::{Change, Undone};
use crate::ui::text::en::facts;

pub const REDO: &str = "Redo";
pub const KEYS: &str = "Keys";
pub const KEYS_TITLE: &str = "Answer with single keys";
pub const KEYS_HINT: &str = "They work on the page of a practice, never while you write. Undo and redo work everywhere. Where your keyboard has other letters or signs, \
    the key at the same place does it.";
pub const KEYS_ON: &str = "Single keys are on";
pub const KEYS_CLOSE: &str = "Close";
pub const CHANGED_SINCE: &str = "Not undone, because it was changed in the meantime.";
pub const UNDONE_ALREADY: &str = "This is undone already, or too many changes came after it.";

pub(super) const NOT_UNDONE_CLOSED: &str =
    "Not changed: that would alter a round that is closed, or take away one in which something is said. It stays as it is.";

const A_CHANGE: &str = "a change";

/// Which key does what, in the order in which it is shown.
pub fn key_list() -> [(&'static [&'static str], &'static str); 15] {
    [
        (&["1", "2", "3", "4"], "Met, partly, not met, not applicable; then on to the next open statement"),
        (&["D"], "I don’t know; then on to the next open statement"),
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

/// What the digits do where a model has answers of its own, or fewer.
pub fn answers_by_digit(answers: &[String]) -> String {
    format!("{}; then on to the next open statement", answers.join(" · "))
}

/// What became of a step that was to be undone. `names` says what its changes were about, by name, where they have one: what was given
/// back, and what stays. `more` says whether there is a step before it.
pub fn undone(undone: &Undone, names: [Option<&str>; 2], more: bool) -> String {
    let [given_back, stays] = names;
    if !undone.frozen.is_empty() {
        return NOT_UNDONE_CLOSED.to_owned();
    }
    match (changed(&undone.given_back, given_back), changed(&undone.changed_since, stays)) {
        (Some(what), None) => format!("Undone: {what}."),
        (Some(what), Some(stays)) => format!("Undone: {what}. {}", stays_as_it_is(&stays)),
        (None, Some(stays)) if more => format!("Not undone. {} You can undo the step before.", stays_as_it_is(&stays)),
        (None, Some(stays)) => format!("Not undone. {}", stays_as_it_is(&stays)),
        (None, None) => UNDONE_ALREADY.to_owned(),
    }
}

/// What became of a step that was to be done again.
pub fn redone(redone: &Undone, names: [Option<&str>; 2]) -> String {
    let [given_back, stays] = names;
    if !redone.frozen.is_empty() {
        return NOT_UNDONE_CLOSED.to_owned();
    }
    match (changed(&redone.given_back, given_back), changed(&redone.changed_since, stays)) {
        (Some(what), None) => format!("Redone: {what}."),
        (Some(what), Some(stays)) => format!("Redone: {what}. {}", stays_as_it_is(&stays)),
        (None, Some(stays)) => format!("Not redone. {}", stays_as_it_is(&stays)),
        (None, None) => UNDONE_ALREADY.to_owned(),
    }
}

fn stays_as_it_is(what: &str) -> String {
    format!("In the meantime somebody else, or you in another tab, changed this: {what}. That stays as it is now.")
}

/// How many letters of a name are said.
const OF_A_NAME: usize = 48;

/// What changes were about: the first by its name, and how many more there are.
fn changed(changes: &[Change], name: Option<&str>) -> Option<String> {
    let what = changes.first().map(|change| change.list().map_or(A_CHANGE, facts::changed))?;
    let short = |name: &str| match name.char_indices().nth(OF_A_NAME) {
        Some((end, _)) => format!("{}…", name.get(..end).unwrap_or_default().trim_end()),
        None => name.to_owned(),
    };
    let name = name.map(|name| format!(" ({})", short(name))).unwrap_or_default();
    let more = if changes.len() > 1 { format!(", and {} more", changes.len() - 1) } else { String::new() };
    Some(format!("{what}{name}{more}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::SystemField;

    #[test]
    fn what_was_undone_is_said_by_its_name_and_how_much_more_there_was() {
        let change = || Change::System(SystemField::Name, None);
        let undone_of = |count: usize, name: Option<&str>| {
            let step = Undone {
                given_back: std::iter::repeat_with(change).take(count).collect(),
                changed_since: Vec::new(),
                frozen: Vec::new(),
            };
            undone(&step, [name, None], false)
        };
        assert_eq!(undone_of(1, Some("Patch management")), "Undone: what is said about the system (Patch management).");
        assert_eq!(
            undone_of(18, Some("Patch management")),
            "Undone: what is said about the system (Patch management), and 17 more."
        );
        assert_eq!(undone_of(1, None), "Undone: what is said about the system.");
        let long = "é".repeat(60);
        assert!(undone_of(1, Some(&long)).contains(&format!("({}…)", "é".repeat(OF_A_NAME))));
    }
}
