//! The words of the full pass: statements, how somebody knows, what speaks against, levels set against the rule.

use crate::analysis::{Basis, Current, Exact, HeldBack, PracticeResult, SettledBy};
use crate::model::Level;
use crate::session::{Confidence, QuickAnswer, Shown};
use crate::ui::text::en::exact::{short, stands, stands_within};
use crate::ui::text::en::frame::{form, how_many};
use crate::ui::text::en::read_errors::shortened;
use crate::ui::text::intl::list;

pub const ONE_LEVEL: &str = "Show one level at a time";
pub const ALL_LEVELS: &str = "Show all levels";
pub const ABOUT_LEVEL: &str = "What this level looks like, and how to get there";
pub const ONE_BEYOND: &str = "one above the target";
pub const BEYOND: &str = "above the target";
pub const NEXT_STATEMENT: &str = "Next open statement";
pub const WAY_ON: &str = "The way on";
pub const PRACTICE_BEFORE: &str = "Practice before";
pub const PRACTICE_AFTER: &str = "Practice after";
pub const ANSWER_THE_REST: &str = "Answer the rest here";
pub const CONFIDENCE: &str = "Known how?";
pub const IS_IT_SHOWN: &str = "Is it shown?";
pub const AGAINST: &str = "What speaks against it";
pub const AGAINST_HINT: &str = "One honest line helps you more than a higher number.";
pub const REASON_COMPENSATED: &str = "What does its job instead?";
pub const REASON_COMPENSATED_HINT: &str = "Counts as met once there is a reason, and stays visible as compensated.";
pub const COMPENSATE: &str = "Compensated, because…";
pub const OVERRIDE: &str = "Set the level yourself";
pub const OVERRIDE_HINT: &str =
    "For whoever has good reason to see it differently than the rule. Both levels are shown from then on.";
pub const OVERRIDE_LEVEL: &str = "Level";
pub const OVERRIDE_REASON: &str = "Why, against the rule?";
pub const OVERRIDE_REASON_HINT: &str = "Does not count until there is a reason.";
pub const OVERRIDE_WITHDRAW: &str = "Go by the rule again";

pub const fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Seen => "Seen",
        Confidence::Told => "Told",
        Confidence::Assumed => "Assumed",
    }
}

/// What a key said about the answer just given.
pub fn marked(how: Confidence, statement: &str) -> String {
    format!("{}: {statement}", confidence(how))
}

pub const fn shown(shown: Shown) -> &'static str {
    match shown {
        Shown::Shown => "Shown",
        Shown::Partly => "Partly",
        Shown::NotShown => "Not shown",
    }
}

/// How much of a note stands on a button.
const SHORT: usize = 60;

/// The fields beside the answer or, where something is in them, what: pieces of evidence, something that speaks against, a note with its
/// beginning, for an answer may be changed under it.
pub fn more_of_indicator((evidence, note, against): &(usize, Option<String>, bool)) -> String {
    let note = note.as_deref().map(str::trim).filter(|note| !note.is_empty());
    let evidence = match *evidence {
        0 => None,
        many => Some(how_many(many, "piece of evidence", "pieces of evidence")),
    };
    let there: Vec<String> = evidence
        .into_iter()
        .chain(against.then(|| "what speaks against it".to_owned()))
        .chain(note.map(|note| format!("note: “{}”", shortened(note, SHORT))))
        .collect();
    if there.is_empty() { "Evidence, what speaks against it, note".to_owned() } else { list(&there) }
}

pub fn hole(above: Level) -> String {
    format!("Level {above} is mostly met already. Was this one overlooked, or does something else do its job?")
}

pub fn as_the_whole(answer: &str) -> String {
    format!("As for the whole system: {answer}.")
}

pub fn next_practice(name: &str) -> String {
    format!("Next open: {name}")
}

/// Why the way on leads out of a practice although something is open in it.
pub fn why_onward(settled: SettledBy) -> String {
    match settled {
        SettledBy::Missed(level) => format!("Level {level} is missed, so the rest of this practice can't raise the level."),
        SettledBy::Hand => "The level was set by hand, so the rest of this practice can't change it.".to_owned(),
    }
}

/// What surprises whoever answered *partly*, or a quick question before: why the level is lower than one would think.
pub fn why_lower(result: &PracticeResult) -> Vec<String> {
    let Current::Known { low, high, basis: Basis::Indicators, .. } = result.standing.current else { return Vec::new() };
    let HeldBack { partly, not_met } = result.standing.held_back;
    let partly = (partly > 0).then(|| held_back(high.next(), partly, not_met));
    let quick = result.standing.quick.filter(|quick| low < high || *quick != low).map(|quick| {
        format!("The quick pass said level {quick}. That counted only until statements were answered; now they count.")
    });
    partly.into_iter().chain(quick).collect()
}

/// What keeps a level from being reached: what holds only in part, and what does not hold beside it.
fn held_back(next: Level, partly: usize, not_met: usize) -> String {
    let partly = match partly {
        1 => format!("A statement of level {next} holds only partly"),
        _ => format!("{partly} statements of level {next} hold only partly"),
    };
    let not_met = match not_met {
        0 => String::new(),
        1 => ", and one is not met".to_owned(),
        _ => format!(", and {not_met} are not met"),
    };
    format!("{partly}{not_met}. For the level, partly counts as not met.")
}

/// The level alone, for whoever hears it each time it changes.
pub fn level_now(result: &PracticeResult) -> String {
    match result.standing.current {
        Current::Unanswered => "Not answered yet".to_owned(),
        Current::NotApplicable => "Not applicable".to_owned(),
        Current::Known { low, high, exact, .. } if result.standing.is_not_known() => {
            format!("Not known: {}", stands_within(low, high, exact))
        }
        Current::Known { low, high, exact, .. } => stands(low, high, exact),
    }
}

/// With what a practice ends: its level, what the quick pass said where that is another one, and how far the next level is.
pub fn pass_result(result: &PracticeResult) -> String {
    let standing = &result.standing;
    let quick = standing.quick.filter(|quick| standing.current.settled() != Some(*quick));
    let quick = quick.map(|quick| format!("the quick pass said {quick}"));
    let near = standing.near_miss.as_ref().map(|near| format!("one statement away from level {}", near.level));
    let said: Vec<String> = std::iter::once(level_now(result)).chain(quick).chain(near).collect();
    format!("{}.", said.join("; "))
}

/// Where a practice stands while its target is hidden.
pub fn standing_blind(result: &PracticeResult) -> String {
    match result.standing.current {
        Current::Known { low, high, exact: Exact::Level, .. } => {
            format!("Level {low} to {high} so far. The target stays hidden until this is answered.")
        }
        Current::Known { low, high, exact, .. } => {
            format!("{} so far. The target stays hidden until this is answered.", stands(low, high, exact))
        }
        _ => "Not answered yet. The target stays hidden until it is.".to_owned(),
    }
}

/// Where each part stands and, where they differ, which of them decide: all that stand as low as the lowest.
pub fn parts_stand(parts: &[(String, Current)], lowest: &[String]) -> String {
    let all: Vec<String> = parts.iter().map(|(part, current)| format!("{part}: {}", short(*current))).collect();
    let is_same = parts.iter().all(|(_, current)| parts.first().is_some_and(|(_, first)| short(*current) == short(*first)));
    if is_same {
        return format!("Part by part: {}.", all.join(" · "));
    }
    if lowest.is_empty() {
        return format!("Parts differ, and their mean counts. {}.", all.join(" · "));
    }
    let decide = form(lowest.len(), "The lowest part decides", "The lowest parts decide");
    format!("Parts differ. {}. {decide}: {}.", all.join(" · "), list(lowest))
}

/// What would be left without what is only assumed, where that is less.
pub fn assumed(result: &PracticeResult) -> Option<String> {
    let Current::Known { low, high, exact, .. } = result.sure_at().filter(|_| result.is_assumed())? else { return None };
    if exact == Exact::Level && result.exact() == Some(Exact::Level) {
        return Some(format!("Without what is only assumed it would be level {low}."));
    }
    Some(format!("Without what is only assumed, {} is sure.", stands_within(low, high, exact)))
}

pub fn set_against_rule(level: Level, by: Option<&str>, reason: &str) -> String {
    match by {
        Some(by) => format!("Level {level} was set by {by}, because: {reason}"),
        None => format!("Level {level} was set by hand, because: {reason}"),
    }
}

pub fn quick_answer(answer: &QuickAnswer) -> String {
    match answer {
        QuickAnswer::Level(level) => format!("level {level}"),
        QuickAnswer::NotApplicable(_) => "not applicable".to_owned(),
        QuickAnswer::DontKnow => "I don’t know".to_owned(),
    }
}

/// What somebody else said.
/// The parts that are answered apart, each with its answer.
pub fn answered_apart(said: &[String]) -> String {
    format!("Answered apart: {}", said.join(" · "))
}

pub fn words_of(name: &str, words: &str) -> String {
    format!("{name}: {words}")
}
