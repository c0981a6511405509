//! The words around every page: language, buttons, steps, whether it is saved.

use crate::analysis::Count;
use crate::ui::text::intl::{Plural, number, plural};

/// The language of this folder, for the texts of models and profiles.
pub(super) const LANGUAGE: &str = "en";

pub const PLUMBLINE: &str = "Plumbline";
pub const ABOUT: &str = "About";
pub const MENU: &str = "Menu";
pub const SKIP_TO_CONTENT: &str = "Skip to content";
pub const CANT_LOAD: &str = "A part of Plumbline could not be loaded";
pub const CANT_LOAD_WORDS: &str = "Check the connection and try again. Your assessments in this browser are not affected.";
pub const TRY_AGAIN: &str = "Try again";
pub const LOADING: &str = "Loading the questions…";
pub const UNDO: &str = "Undo";
pub const DISMISS: &str = "Dismiss";
pub const CANCEL: &str = "Cancel";
pub const DELETE: &str = "Delete";
pub const REMOVE: &str = "Remove";
pub const CLEAR: &str = "Clear";
pub const BACK: &str = "Back";
pub const NEXT: &str = "Next";
pub const CONTINUE: &str = "Continue";
pub const ONWARD: &str = "Back and next";
pub const TO_START: &str = "To the start page";
pub const NOT_FOUND: &str = "Nothing here";
pub const NOT_FOUND_WORDS: &str = "This address leads nowhere. Your assessments are on the start page.";
/// Before the number of a printed page.
pub const PAGE: &str = "Page";
pub const STEPS: &str = "Steps of the assessment";
pub const SAVED: &str = "Saved in this browser";
pub const SAVED_IN_MEMORY: &str = "Kept only while this page is open: export before you close it";
pub const NOT_SAVED_CONFLICT: &str = "another tab is writing at the same time";
pub const NOT_SAVED_UNREADABLE: &str =
    "what is stored here was written by a newer Plumbline or is damaged, and is not overwritten";

/// A date that is only half typed; `saved` is the one that stands, if there is one.
pub fn half_a_date(saved: &str) -> String {
    format!("This date is not complete, so it is not saved.{}", still_saved(saved))
}

/// A date in a year that is none.
pub fn unlikely_date(saved: &str) -> String {
    format!("Only a day in the years 1900 to 2100 can be saved.{}", still_saved(saved))
}

fn still_saved(saved: &str) -> String {
    if saved.is_empty() { String::new() } else { format!(" Saved is still {saved}.") }
}

/// The title of a page in the browser: what it shows, what kind of page it is where that is another word, the system.
pub fn document_title(page: &str, kind: Option<&str>, system: Option<&str>) -> String {
    let kind = kind.filter(|kind| *kind != page);
    std::iter::once(page).chain(kind).chain(system).chain([PLUMBLINE]).collect::<Vec<_>>().join(" · ")
}

pub fn not_saved(why: &str) -> String {
    format!("Not saved: {why}. Go on working and export the session under Share.")
}

pub fn of(count: Count) -> String {
    format!("{} of {}", count.done, count.of)
}

/// Of how many nobody knew who was asked, behind how many are assessed or answered.
pub fn not_known(count: usize) -> String {
    format!(", {count} not known")
}

/// How many targets are only proposed, after how many are decided.
pub fn to_confirm(proposals: usize) -> String {
    format!(", {proposals} to confirm")
}

/// Which of two forms goes with a number.
pub(super) fn form<'a>(count: usize, one: &'a str, other: &'a str) -> &'a str {
    match plural(count) {
        Plural::One => one,
        _ => other,
    }
}

/// How many of something there are.
pub(super) fn how_many(count: usize, one: &str, other: &str) -> String {
    format!("{} {}", number(count), form(count, one, other))
}
