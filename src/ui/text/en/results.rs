//! The words of the fourth step: results.

use super::assess::{NOT_ANSWERED_SHORT, NOT_APPLICABLE_SHORT};
use crate::analysis::{Basis, Current, Fit, Gap, GroupResult, PracticeResult, Reading, Results};
use crate::model::{Level, Scope};

pub const RESULTS_ABOVE: &str = "Step 4 · How well does it fit?";
pub const NOTHING_YET: &str = "Nothing to show yet. Set targets and assess, in any order; results appear as you go.";
pub const PICTURE: &str = "At a glance";
pub const PRACTICE: &str = "Practice";
pub const CURRENT: &str = "Current";
pub const GAP: &str = "Gap";
pub const SURE: &str = "Without what is only assumed";
pub const NO_TARGET: &str = "no target";
pub const TABLE_HINT: &str = "A group shows its lowest practice and the spread, never an average: a weak practice must not hide.";
pub const GAPS: &str = "Gaps, largest first";
pub const NO_GAPS: &str = "No practice is known to be below its target.";
pub const MORE_THAN_NEEDED: &str = "More than needed";
pub const MORE_HINT: &str =
    "Here more is done than the target asks for. Is the target too low, or is effort better spent elsewhere?";
pub const MISSING_INDICATORS: &str = "What is missing";
pub const NONE_MISSING_HERE: &str = "Nothing is missing at this level itself; a level below it is not complete.";
pub const NEXT_SHARE: &str = "Go to share";
pub const CHART_FAILED: &str = "The picture could not be drawn. The table below has the same numbers.";
pub const RADAR_HINT: &str = "The numbers are those of the table below, which says the same. Practices marked “–” (not answered) or \
    “n/a” (not applicable) lie at the center.";
pub const TO: &str = "to";

fn steps(count: i16) -> String {
    if count == 1 { "1 level".to_owned() } else { format!("{count} levels") }
}

pub fn range(low: Level, high: Level) -> String {
    format!("{low}–{high}")
}

/// The gap of a practice in words.
pub fn fit(result: &PracticeResult) -> String {
    match (result.fit, result.gap) {
        (Fit::Short, Some(Gap { least, most })) if least == most => format!("{} short", steps(most)),
        (Fit::Short, Some(Gap { least, most })) => format!("{least} to {} short", steps(most)),
        (Fit::More, Some(Gap { least, most })) if least == most => format!("{} more than needed", steps(-most)),
        (Fit::More, Some(Gap { least, most })) => format!("{} to {} more than needed", -most, steps(-least)),
        (Fit::Open, Some(Gap { most, .. })) if most > 0 => format!("not finished, up to {} short", steps(most)),
        (Fit::Open, _) => "not finished, at least on target".to_owned(),
        (Fit::OnTarget, _) => "on target".to_owned(),
        (Fit::NotApplicable, _) => "not applicable".to_owned(),
        (Fit::NoTarget, _) => "no target".to_owned(),
        (Fit::Unanswered | Fit::Short | Fit::More, _) => "not answered".to_owned(),
    }
}

pub fn basis(result: &PracticeResult) -> String {
    match result.standing.current {
        Current::Unanswered => "not answered".to_owned(),
        Current::NotApplicable => "not applicable".to_owned(),
        Current::Known { basis: Basis::Quick, .. } => "quick pass".to_owned(),
        Current::Known { basis: Basis::Override, .. } => format!("set by hand, by the rule {}", short(result.standing.by_rule)),
        Current::Known { low, high, .. } if low == high => match result.standing.sure.filter(|sure| *sure < low) {
            Some(sure) => format!("statements, {sure} without what is assumed"),
            None => "statements".to_owned(),
        },
        Current::Known { .. } => "statements, not finished".to_owned(),
    }
}

/// A current state in as few letters as possible.
fn short(current: Current) -> String {
    match current {
        Current::Unanswered => NOT_ANSWERED_SHORT.to_owned(),
        Current::NotApplicable => NOT_APPLICABLE_SHORT.to_owned(),
        Current::Known { low, high, .. } if low == high => low.to_string(),
        Current::Known { low, high, .. } => range(low, high),
    }
}

fn scope(scope: Scope) -> &'static str {
    match scope {
        Scope::General => "general",
        Scope::Industry => "industry",
        Scope::System => "system",
    }
}

/// The scope in place and the scope needed, in words.
pub fn scope_fit(result: &PracticeResult) -> String {
    match (result.scope, result.target_scope) {
        (None, None) => NOT_ANSWERED_SHORT.to_owned(),
        (None, Some(target)) => format!("needed: {}", scope(target)),
        (Some(current), None) => scope(current).to_owned(),
        (Some(current), Some(target)) if current == target => scope(current).to_owned(),
        (Some(current), Some(target)) => format!("{}, needed: {}", scope(current), scope(target)),
    }
}

pub fn minimum_short(level: Level) -> String {
    format!("min. {level}")
}

pub fn lowest_and_spread(group: &GroupResult) -> String {
    let open = group.practices - group.answered;
    let open = if open == 0 { String::new() } else { format!(" · {open} open") };
    match (group.lowest, group.highest) {
        (Some(low), Some(high)) if low == high => format!("lowest {low}{open}"),
        (Some(low), Some(high)) => format!("lowest {low} · spread {low}–{high}{open}"),
        _ => format!("{NOT_ANSWERED_SHORT}{open}"),
    }
}

pub fn target_spread(group: &GroupResult) -> String {
    match group.targets {
        Some((low, high)) if low == high => low.to_string(),
        Some((low, high)) => range(low, high),
        None => NOT_ANSWERED_SHORT.to_owned(),
    }
}

pub fn largest_gap(group: &GroupResult) -> String {
    match group.largest_gap {
        Some(gap @ 1..) => format!("largest: {} short", steps(gap)),
        Some(_) => "none short".to_owned(),
        None => String::new(),
    }
}

fn practices(count: usize) -> String {
    if count == 1 { "1 practice".to_owned() } else { format!("{count} practices") }
}

/// The few sentences that say most.
pub fn summary(results: &Results) -> Vec<String> {
    let all = results.practices.len();
    let mut lines = vec![format!("{} of {all} practices on target", results.count(Fit::OnTarget))];
    let others = [
        (Fit::Short, "short of target"),
        (Fit::More, "more than needed"),
        (Fit::Open, "not finished"),
        (Fit::Unanswered, "with a target but not answered"),
        (Fit::NoTarget, "without a target"),
        (Fit::NotApplicable, "not applicable"),
    ];
    for (fit, words) in others {
        let count = results.count(fit);
        if count > 0 {
            lines.push(format!("{} {words}", practices(count)));
        }
    }
    lines
}

pub fn radar_label(results: &Results) -> String {
    format!(
        "Radar of current level and target for all practices: {}. The table below has every number.",
        summary(results).join(", ")
    )
}

/// The name of an axis: the number in the table, the name where there is room, and whether there is no current level.
pub fn radar_axis(number: usize, name: Option<&str>, result: &PracticeResult) -> String {
    let state = match result.standing.current {
        Current::Unanswered => format!(" {NOT_ANSWERED_SHORT}"),
        Current::NotApplicable => format!(" {NOT_APPLICABLE_SHORT}"),
        Current::Known { .. } => String::new(),
    };
    match name {
        Some(name) => format!("{number} {}{state}", wrapped(name)),
        None => format!("{number}{state}"),
    }
}

/// A name on several lines of at most 30 letters or so.
fn wrapped(name: &str) -> String {
    const LONGEST: usize = 30;
    let mut lines: Vec<String> = Vec::new();
    for word in name.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < LONGEST => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.join("\n")
}

/// Where a practice stands and how that fits its target.
pub fn standing(result: &PracticeResult) -> String {
    let now = match result.standing.current {
        Current::Unanswered => "Not answered yet".to_owned(),
        Current::NotApplicable => "Not applicable".to_owned(),
        Current::Known { low, high, basis: Basis::Quick } if low == high => {
            let open = !matches!(result.standing.reading, Reading::Untouched);
            let why = if open { "from the quick pass, until the statements settle it" } else { "from the quick pass" };
            format!("Level {low}, {why}")
        }
        Current::Known { low, basis: Basis::Override, .. } => {
            format!("Level {low}, set by hand; by the rule {}", short(result.standing.by_rule))
        }
        Current::Known { low, high, .. } if low == high => format!("Level {low}, from the statements"),
        Current::Known { low, high, .. } => format!("Level {low} to {high}: statements are still unanswered"),
    };
    let quick = match (result.standing.current, result.standing.quick) {
        (Current::Known { basis: Basis::Indicators, .. }, Some(level)) => format!(" (quick pass: {level})"),
        _ => String::new(),
    };
    let target = match result.target {
        Some(target) => format!(". Target {target}: {}.", fit(result)),
        None => ". No target set.".to_owned(),
    };
    format!("{now}{quick}{target}")
}

pub fn near_miss(level: Level, statement: &str) -> String {
    format!("Level {level} but for one: {statement}")
}

pub fn to_reach(level: Level, name: &str) -> String {
    format!("To reach level {level}, {}", name.to_lowercase())
}
