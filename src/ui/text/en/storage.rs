//! The words about what is stored: saving in two tabs, a full storage, settings, backups, the bin.

use serde_json::Value;

use super::fold::said;
use crate::store::{BIN_DAYS, OpenError, RestoreError, SaveError};

pub const SETTINGS: &str = "Settings";
pub const SETTINGS_LEAD: &str = "Where your assessments are, how safe they are there, and what can be brought back.";
pub const STORAGE: &str = "Storage";
pub const STORAGE_USED: &str = "Used";
pub const STORAGE_FREE: &str = "Free";
pub const STORAGE_OF: &str = "Of it";
pub const STORAGE_KEPT: &str = "Kept for good";
pub const STORAGE_KEPT_YES: &str = "Yes, the browser has promised to keep it even when the device runs out of room.";
pub const STORAGE_KEPT_NO: &str = "Not promised: a device that runs out of room may throw it away.";
pub const STORAGE_KEPT_UNKNOWN: &str = "This browser does not say.";
pub const STORAGE_KEPT_IN_MEMORY: &str = "No: it is gone when this page is closed.";
pub const ASK_TO_KEEP: &str = "Ask the browser to keep it";
pub const ASKED_IN_VAIN: &str =
    "The browser did not promise it. Installing Plumbline, bookmarking it or using it more often can change that.";
pub const SAFARI: &str = "Safari, on a Mac, iPhone or iPad, deletes what a site keeps after seven days in which you did not visit it, unless \
    you installed it or added it to the home screen. In any browser, clearing the site's data deletes it. A file that you exported stays.";
pub const LAST_EXPORTS: &str = "Last export";
pub const NEVER_EXPORTED: &str = "never";
pub const FROM_A_FILE: &str = "came from a file";
pub const BIN: &str = "Bin";
pub const BIN_EMPTY: &str = "Nothing is in the bin.";
pub const PUT_BACK: &str = "Put back";
pub const DELETE_FOR_GOOD: &str = "Delete for good";
pub const DELETE_FOR_GOOD_SURE: &str = "Really delete for good";
pub const BACKUPS: &str = "Backups";
pub const BACKUPS_WORDS: &str = "Made every half hour while you work and before anything takes the place of an assessment: three of today, one of \
    each other day, ten of each assessment in all. Where room gets scarce, the oldest go first.";
pub const NO_BACKUPS: &str = "There are no backups yet.";
pub const BACKUP_OF: &str = "Assessment";
pub const LOOK: &str = "Look";
pub const RESTORE: &str = "Go back to this";
pub const RESTORE_WORDS: &str = "What is there now is copied first, so that you can undo it.";
pub const RESTORED: &str = "The assessment is as it was in the backup.";
pub const ASIDE: &str = "Put aside";
pub const ASIDE_WORDS: &str = "Could not be read and was in the way. It is kept as it is: save it as a file and ask for help.";
pub const RECOVERY: &str = "Everything as it is stored";
pub const RECOVERY_WORDS: &str =
    "A page that works even where Plumbline does not shows all that is stored and lets you save it as files.";
pub const RECOVERY_LINK: &str = "Open the recovery page";
pub const NO_ROOM: &str = "The browser's storage is full: your latest changes are only in this page and are lost when you close it. Export them \
    now. With the next change Plumbline tries again.";
pub const EXPORT_NOW: &str = "Export now";
pub const MAKE_ROOM: &str = "Make room";

/// What is used of the storage, in units: any begun percent counts.
pub fn of_storage(units: usize, all: usize) -> String {
    part_of(units, all, (units * 100).div_ceil(all.max(1)))
}

/// What is free of the storage, in units: only whole percents count.
pub fn free_of_storage(units: usize, all: usize) -> String {
    part_of(units, all, units * 100 / all.max(1))
}

fn part_of(units: usize, all: usize, percent: usize) -> String {
    format!("{} of {} units ({percent} %)", thousands(units), thousands(all))
}

fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// What the storage is used for; what is nothing is left out.
pub fn used_for(parts: [usize; 6]) -> String {
    let names = ["assessments", "backups", "the bin", "put aside", "settings and profiles", "other apps of this site"];
    let said = parts.into_iter().zip(names).filter(|(units, _)| *units > 0);
    let said: Vec<String> = said.map(|(units, name)| format!("{name} {}", thousands(units))).collect();
    if said.is_empty() { "nothing yet".to_owned() } else { said.join(" · ") }
}

pub fn bin_words() -> String {
    format!("What you delete stays here for {BIN_DAYS} days.")
}

pub fn deleted_on(when: &str) -> String {
    format!("Deleted {when}")
}

pub fn put_back_named(name: &str) -> String {
    format!("Put back {name}")
}

pub fn is_put_back(name: &str) -> String {
    format!("“{name}” is in your list again.")
}

pub fn is_deleted_for_good(name: &str) -> String {
    format!("“{name}” is deleted for good.")
}

pub fn backup_of(when: &str, before: bool) -> String {
    if before { format!("{when}, before a change") } else { when.to_owned() }
}

pub fn look_at_backup(name: &str, when: &str) -> String {
    format!("Look at the backup of {name} from {when}")
}

pub fn cant_restore(error: &RestoreError) -> String {
    match error {
        RestoreError::Open(OpenError::Nothing) => "This backup is not there any more.".to_owned(),
        RestoreError::Open(error) => format!("The backup can't be opened. {}", super::open_error(error)),
        RestoreError::Save(SaveError::Storage(error)) => format!("Nothing was changed: {error}."),
        RestoreError::Save(SaveError::Conflict) => {
            "Nothing was changed: another tab is writing at the same time. Try again.".to_owned()
        }
        RestoreError::Save(SaveError::Unreadable) => {
            "Nothing was changed: what is there was written by a newer Plumbline and is not overwritten.".to_owned()
        }
    }
}

/// The reminder to export.
pub fn remind(changed: usize, last: Option<&str>) -> String {
    let since = match last {
        Some(when) => format!("since the last export on {when}"),
        None => "and never exported".to_owned(),
    };
    format!("{changed} things were changed {since}. A file is safe from whatever happens to this browser.")
}

/// What was changed in two tabs at once.
pub fn changed_in_two_tabs(lines: &[String]) -> String {
    format!("Changed in two tabs at the same time. {}", lines.join(" "))
}

/// One of the things that were changed in two tabs: what stands, and what the other one was.
pub fn changed_twice(subject: &str, stands: Option<&Value>, other: Option<&Value>) -> String {
    let words = |value: Option<&Value>| value.map_or_else(|| super::TAKEN_BACK.to_owned(), |value| format!("“{}”", said(value)));
    format!("{subject}: {} stands; the other was {}.", words(stands), words(other))
}
