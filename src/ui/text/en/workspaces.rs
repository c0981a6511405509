//! The words of workspaces.

use crate::analysis::{Due, WhatIsDue};
use crate::exchange::{ReportForm, UnzipError};
use crate::session::Date;
use crate::store::SaveError;
use crate::ui::text::en::duties::part_of;
use crate::ui::text::en::frame::how_many;
use crate::ui::text::en::plan::{action_title, day_in_words};
use crate::ui::text::en::store_errors::{storage_error, too_large};

pub const WORKSPACES: &str = "Workspaces";
pub const WORKSPACES_HINT: &str = "Do you look after several clients or sites?";
pub const WORKSPACES_LINK: &str = "Keep them in workspaces";
pub const WORKSPACES_LEAD: &str =
    "Keep the assessments of each client or site together. An assessment is in one workspace at most, or in none.";
pub const WORKSPACE: &str = "Workspace";
pub const NEW_WORKSPACE: &str = "Name of a new workspace";
pub const MAKE_WORKSPACE: &str = "Make the workspace";
pub const NO_WORKSPACES: &str = "There is no workspace yet.";
pub const IN_NONE: &str = "In no workspace";
pub const ALL_WORKSPACES: &str = "All workspaces";
pub const DELETED_WORKSPACES: &str = "Deleted workspaces";
pub const WORKSPACE_IS_DELETED: &str = "This workspace is deleted. Its assessments are still here.";
pub const NO_SUCH_WORKSPACE: &str = "There is no such workspace in this browser.";
pub const WORKSPACE_NAME: &str = "Name of the workspace";
pub const NAME_IT: &str = "Save the name";
pub const RENAME_WORKSPACE: &str = "Change the name";
const NOT_NAMED: &str = "Workspace without a name";
pub const NOTHING_INSIDE: &str = "Nothing is in this workspace yet. Open files here, or put an assessment into it.";
pub const FILES_BELONG_HERE: &str = "What you open on this page belongs to this workspace. A zip is opened file by file.";
pub const WHAT_IS_DUE: &str = "Due next";
pub const NOTHING_DUE: &str = "No action, round or coming duty here has a day.";
pub const LATE_TAG: &str = "late";
pub const ITS_ASSESSMENTS: &str = "Assessments";
pub const NEVER_LOOKED: &str = "You have not looked at it here yet.";
pub const MARK_SEEN: &str = "Mark as seen";
pub const MARK_ALL_SEEN: &str = "Mark all as seen";
pub const PUT_INTO: &str = "Put into…";
pub const MOVE_TO: &str = "Move to…";
pub const MOVE: &str = "Move";
pub const NO_WORKSPACE: &str = "no workspace";
pub const PUT_HERE: &str = "Add what is stored here";
pub const PUT_HERE_CHOOSE: &str = "Choose an assessment…";
pub const PUT_IT_HERE: &str = "Put it here";
pub const COMPARE_ALL: &str = "Compare all";
pub const SAVE_TOGETHER: &str = "Save all at once";
pub const SAVE_TOGETHER_HINT: &str = "One zip with a file for each assessment of this workspace, and nothing of any other. Reports have the sections that you last chose on a report.";
pub const SAVE_ALL_FILES: &str = "Save all assessments";
pub const ADD_TO_WORKSPACE: &str = "Add to this workspace";
pub const REPORTS_FILE: &str = "reports";
pub const ASSESSMENTS_FILE: &str = "assessments";

pub fn save_all_reports(form: ReportForm) -> String {
    match form {
        ReportForm::Html => "Save all reports as HTML".to_owned(),
        ReportForm::Markdown => "Save all reports as Markdown".to_owned(),
    }
}

pub fn workspace_name(name: &str) -> String {
    if name.trim().is_empty() { NOT_NAMED.to_owned() } else { name.to_owned() }
}

/// How much is in it, and when the last of it was changed.
pub fn in_workspace(count: usize, changed: Option<&str>) -> String {
    let changed = changed.map(|at| format!(", last changed {at}")).unwrap_or_default();
    format!("{}{changed}", how_many(count, "assessment", "assessments"))
}

pub fn open_workspace(name: &str) -> String {
    format!("Open {name}")
}

pub fn delete_workspace(name: &str) -> String {
    format!("Delete the workspace {name}")
}

pub fn workspace_deleted(name: &str) -> String {
    format!("The workspace “{name}” is deleted. Its assessments are still here.")
}

/// Why nothing was altered.
pub fn cant_alter_workspace(error: &SaveError) -> String {
    match error {
        SaveError::Storage(error) => {
            format!("Nothing was changed: {}. Export and delete assessments you no longer need.", storage_error(*error))
        }
        SaveError::Conflict | SaveError::Unreadable => {
            "Nothing was changed: it was stored by a newer version of Plumbline. Load the page anew.".to_owned()
        }
        SaveError::TooLarge { bytes } => format!("Nothing was changed: {}.", too_large(*bytes)),
    }
}

/// What was moved where; `None` is out of all workspaces.
pub fn moved_to(name: &str, workspace: Option<&str>) -> String {
    match workspace {
        Some(workspace) => format!("“{name}” is in “{workspace}” now."),
        None => format!("“{name}” is in no workspace now."),
    }
}

pub fn move_named(name: &str) -> String {
    format!("Move {name} to")
}

pub fn marked_seen(name: &str) -> String {
    format!("“{name}” is marked as seen.")
}

pub fn mark_seen_named(name: &str) -> String {
    format!("Mark {name} as seen")
}

pub fn all_marked_seen(count: usize) -> String {
    format!("{} marked as seen.", how_many(count, "assessment is", "assessments are"))
}

/// How many of them changed.
pub fn changed_inside(changed: usize, of: usize) -> String {
    format!("{} since you last looked, of {of}.", how_many(changed, "assessment changed", "assessments changed"))
}

/// Since when what follows changed.
pub fn changed_since(when: &str) -> String {
    format!("Changed since you last looked ({when}):")
}

pub fn nothing_changed_since(when: &str) -> String {
    format!("Nothing changed since you last looked ({when}).")
}

/// How much is no longer there.
pub fn gone(count: usize) -> String {
    how_many(count, "thing is as if it had never been said", "things are as if they had never been said")
}

/// What is due, without its day.
pub fn what_is_due(due: &Due) -> String {
    match &due.what {
        WhatIsDue::Duties { part_of: of, count } => {
            format!("{}: {} into force", part_of(of), how_many(*count, "duty comes", "duties come"))
        }
        WhatIsDue::RoundPlanned => "Next round, as planned".to_owned(),
        WhatIsDue::RoundProposed => "Next round, as proposed".to_owned(),
        WhatIsDue::Action { title, .. } => format!("Action: {}", action_title(title)),
    }
}

pub fn due_on(on: Date) -> String {
    day_in_words(on)
}

pub fn more_due(count: usize) -> String {
    format!("{count} more")
}

/// What was saved, and how many could not be.
pub fn saved_together(file: &str, left_out: usize) -> String {
    let left_out = if left_out == 0 {
        String::new()
    } else {
        format!(" {} not in it.", how_many(left_out, "assessment is", "assessments are"))
    };
    format!("“{file}” is in your downloads.{left_out}")
}

/// Why a zip is not opened.
pub fn cant_unzip(file: &str, error: UnzipError) -> String {
    match error {
        UnzipError::Damaged => format!("“{file}” is no zip that can be read: it is damaged or cut off. Nothing was added."),
        UnzipError::Unknown => {
            format!("“{file}” needs a password, or was packed in a way that is not known here. Nothing was added.")
        }
        UnzipError::TooLarge => format!("“{file}” holds more than is opened at once. Unpack it and open its files in turn."),
    }
}

pub fn nothing_in_zip(file: &str) -> String {
    format!("No assessment is in “{file}”.")
}
