//! The words about what is stored: saving in two tabs, a full storage, settings, backups, the bin.

use serde_json::Value;

use crate::exchange::LARGEST_STORED;
use crate::store::{BIN_DAYS, OpenError, RestoreError, SaveError};
use crate::ui::text::en::fold::said;
use crate::ui::text::en::frame::how_many;
use crate::ui::text::en::store_errors::{storage_error, too_large};
use crate::ui::text::intl::number;

pub const SETTINGS: &str = "Settings";
pub const SETTINGS_LEAD: &str = "Where your assessments are, how safe they are there, and what can be brought back.";
pub const STORAGE: &str = "Storage";
pub const STORAGE_USED: &str = "Used";
pub const STORAGE_FREE: &str = "Free";
pub const STORAGE_OF: &str = "Used for";
pub const STORAGE_KEPT: &str = "Kept for good";
pub const STORAGE_KEPT_YES: &str = "Yes. The browser promised to keep it, even on a full device.";
pub const STORAGE_KEPT_NO: &str = "Not promised. On a full device the browser may delete it.";
pub const STORAGE_KEPT_UNKNOWN: &str = "This browser does not say.";
pub const STORAGE_KEPT_IN_MEMORY: &str = "No: it is gone when this page is closed.";
pub const ASK_TO_KEEP: &str = "Ask the browser to keep it";
pub const ASKED_IN_VAIN: &str = "It did not. Install Plumbline or bookmark it, then ask again.";
pub const SAFARI: &str = "Safari (Mac, iPhone, iPad) deletes what a site keeps after seven days without a visit, unless you added it to the \
    home screen. Clearing the site's data deletes it in any browser. A file that you exported stays.";
pub const LAST_EXPORTS: &str = "Last export";
pub const NEVER_EXPORTED: &str = "never";
pub const FROM_A_FILE: &str = "came from a file";
pub const THE_LANGUAGE: &str = "Language";
pub const BIN: &str = "Bin";
pub const BIN_EMPTY: &str = "Nothing is in the bin.";
pub const TO_THE_BIN: &str = "See what is in the bin";
pub const IN_THE_BIN: &str = "This assessment is in the bin";
pub const BRING_BACK: &str = "Bring it back";
pub const PUT_BACK: &str = "Put back";
pub const DELETE_FOR_GOOD: &str = "Delete for good";
pub const DELETE_FOR_GOOD_SURE: &str = "Really delete for good";
pub const BACKUPS: &str = "Backups";
pub const BACKUPS_WORDS: &str = "Made every half hour while you work, and before an assessment is replaced. Of each, up to ten are kept; when room gets \
    scarce, the oldest go first.";
pub const NO_BACKUPS: &str = "There are no backups yet.";
pub const BACKUP_OF: &str = "Assessment";
pub const LOOK: &str = "Look";
pub const RESTORE: &str = "Go back to this";
pub const RESTORE_WORDS: &str = "What is there now is kept as a backup, so that you can undo this.";
pub const RESTORED: &str = "The assessment is as it was in the backup.";
pub const ASIDE: &str = "Put aside";
pub const ASIDE_WORDS: &str = "Could not be read. It is kept as it is: save it as a file and ask for help.";
pub const RECOVERY: &str = "Everything as it is stored";
pub const RECOVERY_WORDS: &str = "Should Plumbline not work, this page still shows all that is stored and saves it as files.";
pub const RECOVERY_LINK: &str = "Open the recovery page";
pub const NO_ROOM: &str = "The browser's storage is full: your latest changes are only in this page. Export them before you close it, or make \
    room; with each change Plumbline tries again.";
pub const EXPORT_NOW: &str = "Export now";
pub const NOT_NOW: &str = "Not now";
pub const MAKE_ROOM: &str = "Make room";

pub const TOO_LARGE: &str = "This assessment has become too large to be stored: your latest changes are only in this page. Export them before \
    you close it; the file can be opened again. Then shorten long notes and texts, or keep them in a document of their own; with \
    each change Plumbline tries again.";

/// What is said while an assessment comes near the largest that can be stored.
pub fn nearly_too_large(bytes: usize) -> String {
    format!(
        "This assessment fills {} % of what can be stored of one. Export it, and shorten the longest notes and texts or keep them in \
         a document of their own; at 100 % changes are not saved any more.",
        (bytes * 100 / LARGEST_STORED).min(100)
    )
}

/// What is used of the storage, in units: any begun percent counts.
pub fn of_storage(units: usize, all: usize) -> String {
    part_of(units, all, (units * 100).div_ceil(all.max(1)))
}

/// What is free of the storage, in units: only whole percents count.
pub fn free_of_storage(units: usize, all: usize) -> String {
    part_of(units, all, units * 100 / all.max(1))
}

/// A part of the storage. Next to nothing and next to all are said as that: neither is a whole percent.
fn part_of(units: usize, all: usize, percent: usize) -> String {
    let hundredfold = units * 100;
    let percent = match percent {
        _ if hundredfold > 0 && hundredfold < all => "less than 1 %".to_owned(),
        _ if units < all && hundredfold > all * 99 => "more than 99 %".to_owned(),
        percent => format!("{percent} %"),
    };
    format!("{percent} ({} of {} characters)", number(units), number(all))
}

/// What the storage is used for; what is nothing is left out.
pub fn used_for(parts: [usize; 7]) -> String {
    let names = [
        "assessments",
        "backups",
        "the bin",
        "put aside",
        "models of your own",
        "settings and profiles",
        "other apps of this site",
    ];
    let said = parts.into_iter().zip(names).filter(|(units, _)| *units > 0);
    let said: Vec<String> = said.map(|(units, name)| format!("{name} {}", number(units))).collect();
    if said.is_empty() { "nothing yet".to_owned() } else { said.join(" · ") }
}

pub fn bin_words() -> String {
    format!("What you delete stays here for at least {BIN_DAYS} days.")
}

pub fn deleted_on(when: &str) -> String {
    format!("Deleted {when}")
}

/// What the start page says about the bin.
pub fn in_the_bin(count: usize) -> String {
    let what = how_many(count, "deleted assessment is", "deleted assessments are");
    format!("{what} in the bin for at least {BIN_DAYS} days.")
}

pub fn is_in_the_bin(name: &str, when: Option<&str>) -> String {
    let when = when.map(|when| format!(" on {when}")).unwrap_or_default();
    format!("“{name}” was deleted{when}. It stays in the bin for at least {BIN_DAYS} days.")
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

/// What tells a backup from the others: when it was made and what was in the assessment then.
pub fn backup_of(when: &str, name: &str, answers: usize, before: bool) -> String {
    let answers = match answers {
        0 => "no answers yet".to_owned(),
        many => how_many(many, "answer", "answers"),
    };
    let before = if before { ", before a change" } else { "" };
    format!("{when}{before} · {name} · {answers}")
}

/// A backup of which nothing more is known.
pub fn bad_backup(when: &str) -> String {
    format!("{when} · can't be opened")
}

pub fn look_at_backup(name: &str, when: &str) -> String {
    format!("Look at the backup of {name} from {when}")
}

pub fn cant_restore(error: &RestoreError) -> String {
    match error {
        RestoreError::Open(OpenError::Nothing) => "This backup is not there any more.".to_owned(),
        RestoreError::Open(error) => format!("The backup can't be opened. {}", crate::ui::text::en::opening::open_error(error)),
        RestoreError::Save(SaveError::Storage(error)) => format!("Nothing was changed: {}.", storage_error(*error)),
        RestoreError::Save(SaveError::TooLarge { bytes }) => format!("Nothing was changed: {}.", too_large(*bytes)),
        RestoreError::Save(SaveError::Conflict) => {
            "Nothing was changed: another tab is writing at the same time. Try again.".to_owned()
        }
        RestoreError::Save(SaveError::Unreadable) => {
            "Nothing was changed: what is there was written by a newer Plumbline and is not overwritten.".to_owned()
        }
    }
}

/// The reminder to export.
pub fn remind(last: Reminded<'_>) -> String {
    let since = match last {
        Reminded::NotYet => "Not exported yet.".to_owned(),
        Reminded::SinceFile => "Not exported since it came from a file.".to_owned(),
        Reminded::Since(when) => format!("Last exported on {when}; much has changed since."),
    };
    format!("{since} Everything is saved in this browser; a file is a second copy.")
}

/// How things stand with the last export.
pub enum Reminded<'a> {
    NotYet,
    SinceFile,
    Since(&'a str),
}

/// What was changed in two tabs at once.
pub fn changed_in_two_tabs(lines: &[String]) -> String {
    format!("Changed in two tabs at the same time. {}", lines.join(" "))
}

/// One of the things that were changed in two tabs: what stands, and what the other one was.
pub fn changed_twice(subject: &str, stands: Option<&Value>, other: Option<&Value>) -> String {
    let words = |value: Option<&Value>| {
        value.map_or_else(|| crate::ui::text::en::fold::TAKEN_BACK.to_owned(), |value| format!("“{}”", said(value)))
    };
    format!("{subject}: {} stands; the other was {}.", words(stands), words(other))
}
