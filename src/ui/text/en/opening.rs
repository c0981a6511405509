//! The words about opening an assessment, stored or from a file.

use crate::exchange::Preview;
use crate::store::OpenError;
use crate::ui::text::en::assess::not_known_too;
use crate::ui::text::en::frame::how_many;
use crate::ui::text::en::read_errors::read_error;
use crate::ui::text::en::store_errors::storage_error;
use crate::ui::text::intl::list;

pub const CANT_OPEN: &str = "This assessment can't be opened";
pub const IS_A_FOLDER: &str = "This is a folder. Open it and choose the .json files in it.";
pub const CANT_READ_FILE: &str = "The browser could not read the file. Was it moved or deleted in the meantime?";
pub const READING: &str = "Reading the file…";
pub const PASTED: &str = "pasted.json";
pub const DROP_OR_PASTE: &str = "Or drop files on any page, or paste what is in one.";
pub const DROP_HERE: &str = "Let go to open it. You see what is in it before anything changes.";
pub const SAVE_AS_IT_CAME: &str = "Save it as it came";
pub const CHECKSUM_DIFFERS: &str =
    "The file was changed after it was exported. If nobody did that on purpose, have it sent again.";

pub fn reading(at: usize, of: usize, file: &str) -> String {
    if of == 1 { READING.to_owned() } else { format!("Reading file {at} of {of}: {file}") }
}

pub fn added(name: &str) -> String {
    format!("“{name}” was added.")
}
pub const NOTHING_CHANGED: &str = "Nothing was added or changed.";
pub const ADD_SESSION: &str = "Add as a new assessment";

pub fn open_error(error: &OpenError) -> String {
    match error {
        OpenError::Nothing => {
            "There is no such assessment in this browser. It may be in another one. If you were sent a file, open it on the \
            start page."
                .to_owned()
        }
        OpenError::Newer => "A newer Plumbline wrote it. It is safe: reload the page to get the newer one.".to_owned(),
        OpenError::Damaged => "It is damaged. It is left as it is: save it as a file and ask for help.".to_owned(),
        OpenError::Unreadable(error) => read_error(error),
        OpenError::Storage(error) => format!("It can't be read: {}.", storage_error(*error)),
    }
}

pub fn refused(file: &str) -> String {
    format!("“{file}” was not opened")
}

pub fn from_file(file: &str) -> String {
    format!("From the file “{file}”")
}

pub fn preview_lines(preview: &Preview, created: &str, changed: &str) -> Vec<(&'static str, String)> {
    let people = if preview.people.is_empty() { "nobody named".to_owned() } else { list(&preview.people) };
    vec![
        ("Begun", created.to_owned()),
        ("Last changed", changed.to_owned()),
        ("People", people),
        ("Targets", preview.targets.to_string()),
        ("Quick answers", preview.quick.to_string()),
        ("Answers to statements", answers(preview)),
        ("Evidence", preview.evidence.to_string()),
        ("Notes", preview.notes.to_string()),
    ]
}

/// How many statements are answered in it, and how many more somebody does not know.
fn answers(preview: &Preview) -> String {
    format!("{}{}", preview.answers, not_known_too(preview.not_known))
}

/// What a request holds beside its questions.
pub fn preview_answers(preview: &Preview) -> Vec<(&'static str, String)> {
    vec![("Answers in it", answers(preview)), ("Notes in it", preview.notes.to_string())]
}

pub fn preview_remarks(preview: &Preview, copies: usize) -> Vec<String> {
    let mut remarks = Vec::new();
    if copies > 0 {
        remarks.push(
            "You have a copy of this assessment already. Add what is new in the file to it, or keep the file beside it as one of its own."
                .to_owned(),
        );
    }
    if let Some(edition) = &preview.other_edition {
        remarks.push(format!("It was made with another edition of the questions ({edition})."));
    }
    if !preview.missing_profiles.is_empty() {
        let names = list(&preview.missing_profiles);
        remarks.push(format!(
            "It uses profiles that are not here: {names}. Its targets are kept; the questions of those profiles are not shown."
        ));
    }
    remarks
}

pub fn and_more(count: usize) -> String {
    format!("and {count} more")
}

pub fn not_in_model(count: usize) -> String {
    let subject = how_many(count, "item is", "items are");
    format!("{subject} not part of this model: kept, but not shown")
}
