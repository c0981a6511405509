//! The words about newer editions of the questions.

use crate::model::{Became, Level};
use crate::session::QuickAnswer;
use crate::ui::text::en::frame::how_many;
use crate::ui::text::en::full::quick_answer;
use crate::ui::text::intl::list;

pub fn newer_edition(edition: &str) -> String {
    format!("The questions are of a newer edition ({edition})")
}

pub fn carried_over(count: usize) -> String {
    how_many(count, "earlier answer still holds and counts.", "earlier answers still hold and count.")
}

pub fn asked_again(count: usize) -> String {
    match count {
        1 => "One statement means something else now and is asked again, with the earlier answer beside it:".to_owned(),
        _ => format!("{count} statements mean something else now and are asked again, with the earlier answers beside them:"),
    }
}

pub fn practices_again(count: usize) -> String {
    let (what, them) = if count == 1 {
        ("One practice means something else now".to_owned(), "it")
    } else {
        (format!("{count} practices mean something else now"), "them")
    };
    format!("{what}. What was said about {them} does not count any more; it stands beside what is asked again:")
}

pub const AGAIN_TARGET: &str = "Target";
pub const AGAIN_QUICK: &str = "Quick answer";

pub fn no_longer_asked(ids: &[String]) -> String {
    format!("No longer asked; the answers are kept: {}.", list(ids))
}

/// What a statement was in an older edition.
pub fn former(edition: &str, became: Became, was: Option<&str>, why: Option<&str>) -> String {
    let was = was.map(|was| format!(" It was: “{was}”")).unwrap_or_default();
    let why = why.map(|why| format!(" {why}")).unwrap_or_default();
    let what = match became {
        Became::Renamed => "Says what it said before",
        Became::Split => "A part of what was one statement before",
        Became::Merged => "Several statements before",
        Became::Changed | Became::Removed | Became::New => "Means something else than before",
    };
    format!("{what} (edition {edition}).{was}{why}")
}

pub fn former_answer(answer: &str, who: Option<&str>, part: Option<&str>, when: &str) -> String {
    let who = who.map(|who| format!("{who}, ")).unwrap_or_default();
    let part = part.map(|part| format!(", for {part}")).unwrap_or_default();
    format!("Answered then: {answer}{part} ({who}{when})")
}

pub fn former_note(note: &str) -> String {
    format!("Noted then: {note}")
}

/// What a practice was in an older edition.
pub fn former_practice(edition: &str, became: Became, was: Option<&str>, why: Option<&str>) -> String {
    let was = was.map(|was| format!(" It was: “{was}”.")).unwrap_or_default();
    let why = why.map(|why| format!(" {why}")).unwrap_or_default();
    let what = match became {
        Became::Renamed => "The same practice under another name",
        Became::Split => "A part of what was one practice before",
        Became::Merged => "Several practices before",
        Became::Changed | Became::Removed | Became::New => "This practice means something else than before",
    };
    format!("{what} (edition {edition}).{was}{why}")
}

pub fn former_target(level: Level, scope: Option<&str>, reason: &str, who: &str) -> String {
    let scope = scope.map(|scope| format!(", {scope}")).unwrap_or_default();
    format!("Target then: {level}{scope}{} ({who})", because(reason))
}

pub fn former_quick(answer: &QuickAnswer, who: &str) -> String {
    let reason = match answer {
        QuickAnswer::NotApplicable(why) => because(&why.reason),
        QuickAnswer::Level(_) | QuickAnswer::DontKnow => String::new(),
    };
    format!("Answered then: {}{reason} ({who})", quick_answer(answer))
}

pub fn former_override(level: Level, reason: &str, who: &str) -> String {
    format!("Level set then: {level}{} ({who})", because(reason))
}

fn because(reason: &str) -> String {
    if reason.trim().is_empty() { String::new() } else { format!(": {}", reason.trim()) }
}
