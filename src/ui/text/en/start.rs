//! The words of the start page.

use crate::analysis::Count;
use crate::store::SaveError;
use crate::ui::text::en::frame::of;
use crate::ui::text::en::store_errors::storage_error;

pub const WELCOME: &str = "Is your security as good as it needs to be?";
pub const YOUR_ASSESSMENTS: &str = "Your assessments";
pub const FIRST_VISIT_LEAD: &str = "Plumbline helps the people responsible for a connected product or plant decide how much \
    security is enough, see where they stand, and find what to do next. More is not always better: too much is a finding, too.";
/// What it is for, each with the word that it begins with.
pub fn first_visit_points() -> [(&'static str, &'static str); 3] {
    [
        ("Decide.", "For each practice, set the level that your system needs, and say why."),
        (
            "Assess.",
            "Choose the description that fits, about 20 minutes for all, or go through the checkable statements in an afternoon.",
        ),
        ("See.", "Where you are short, on target, or doing more than needed, and what is missing."),
    ]
}
pub const NOTHING_LEAVES: &str =
    "Nothing leaves this browser unless you export it. There is no account and no server behind this page.";
pub const QUICK_SELF_ASSESSMENT: &str = "Quick self-assessment";
pub const NEW_ASSESSMENT: &str = "New assessment";
pub const OPEN_FILE: &str = "Open a file…";
pub const STORAGE_BLOCKED: &str = "This browser allows no storage here (a private window, or blocked by a setting). You can \
    work, but only as long as this page is open: export before you close it.";
pub const UNREADABLE: &str = "An assessment that can't be opened";
pub const SAVE_RAW: &str = "Save what is stored";
pub const CANT_DOWNLOAD: &str = "The browser did not let the file be saved. Try again, or try another browser.";

pub fn cant_list(why: &str) -> String {
    format!("Your assessments can't be listed: {why}.")
}

pub fn cant_begin(error: &SaveError) -> String {
    match error {
        SaveError::Storage(error) => {
            format!("Nothing was added: {}. Export and delete assessments you no longer need.", storage_error(*error))
        }
        SaveError::Conflict | SaveError::Unreadable => "Nothing was added: something else is in its place. Try again.".to_owned(),
        SaveError::TooLarge { bytes } => format!("Nothing was added: {}.", crate::ui::text::en::store_errors::too_large(*bytes)),
    }
}

pub fn system_name(name: &str) -> String {
    if name.trim().is_empty() { "Unnamed system".to_owned() } else { name.to_owned() }
}

/// What an assessment is called in lists and above its pages: as its system, or by when it was begun.
pub fn assessment_name(system: &str, begun: &str) -> String {
    if system.trim().is_empty() { format!("Assessment of {begun}") } else { system.to_owned() }
}

pub fn last_change(when: &str) -> String {
    format!("Last changed {when}")
}

pub fn targets_set(count: Count) -> String {
    format!("Targets decided: {}", of(count))
}

/// How many practices are assessed; of some of the others nobody knew where they stand.
pub fn practices_assessed(count: Count, not_known: usize) -> String {
    let not_known = if not_known == 0 { String::new() } else { crate::ui::text::en::frame::not_known(not_known) };
    format!("Assessed: {}{not_known}", of(count))
}

pub fn continue_named(name: &str) -> String {
    format!("Continue {name}")
}

pub fn results_named(name: &str) -> String {
    format!("Results of {name}")
}

pub fn delete_named(name: &str) -> String {
    format!("Delete {name}")
}

pub fn remove_named(name: &str) -> String {
    if name.trim().is_empty() { "Remove this person".to_owned() } else { format!("Remove {name}") }
}

pub fn deleted(name: &str) -> String {
    format!("“{name}” is deleted.")
}

pub fn cant_delete(why: &str) -> String {
    format!("It was not deleted: {why}.")
}

pub fn cant_put_back(error: &SaveError) -> String {
    match error {
        SaveError::Storage(error) => format!("It is still in the bin: {}.", storage_error(*error)),
        SaveError::TooLarge { bytes } => {
            format!("It is still in the bin: {}.", crate::ui::text::en::store_errors::too_large(*bytes))
        }
        SaveError::Conflict | SaveError::Unreadable => {
            "It is still in the bin: the assessment is in your list already, as a tab that had it open saved it again.".to_owned()
        }
    }
}

/// The words of the button that shows the next so many of those that are left.
pub fn more_assessments(next: usize, left: usize) -> String {
    if next == left { format!("Show {left} more") } else { format!("Show {next} more of {left}") }
}

pub const EXAMPLES: &str = "Look at an example";
pub const EXAMPLES_HINT: &str = "Whole assessments of systems that we made up, with some targets left to confirm. Opening one adds a copy to yours; delete it when you have seen enough.";
pub const NO_EXAMPLES: &str = "The examples could not be loaded. Try again when you are online.";
pub const OPEN: &str = "Open";

pub fn open_named(name: &str) -> String {
    format!("Open {name}")
}

pub fn new_with_profile(profile: &str) -> String {
    format!("New assessment with the profile {profile}")
}

pub fn new_with_model(model: &str) -> String {
    format!("New assessment with the model {model}")
}

pub fn no_such_model(model: &str) -> String {
    format!("The link names a model “{model}” that is not here. You can begin without it.")
}

pub fn no_such_profile(profile: &str) -> String {
    format!("The link names a profile “{profile}” that is not here. You can begin without it.")
}
