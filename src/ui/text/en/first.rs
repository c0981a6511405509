//! What Results begins with: the most urgent in a sentence, and the few things to do first. The report says the same of each.

use crate::analysis::{Fit, MinimumFit, NextAction, PracticeResult, Results, ToDo, WhyToDo};
use crate::ui::text::en::report_document::{next_action, why_to_do};
use crate::ui::text::en::results::{practices, short};

pub const DO_FIRST: &str = "Do this first";
const DO_FIRST_NOTHING: &str = "No practice is known to be below its target or below a minimum.";

/// The sentence that Results begins with: what is most urgent.
pub fn urgent(results: &Results, things: &[ToDo]) -> String {
    let Some(first) = things.first() else {
        return match still_open(results) {
            Some(open) => format!("{DO_FIRST_NOTHING} {open}."),
            None => DO_FIRST_NOTHING.to_owned(),
        };
    };
    let (name, result) = (&first.name, &first.result);
    let now = short(result.standing.current);
    match first.why {
        WhyToDo::BelowMinimum(minimum) if result.minimum_fit() == MinimumFit::Missed => {
            format!("Most urgent: {name}. It is at level {now}, and from outside at least level {minimum} is demanded.")
        }
        WhyToDo::BelowMinimum(minimum) => {
            format!("Most urgent: {name}. From outside at least level {minimum} is demanded; shown so far is level {now}.")
        }
        WhyToDo::Gap => match result.target {
            Some(target) => format!("Most urgent: {name}. It is at level {now}, and level {target} is needed."),
            None => format!("Most urgent: {name}. It is at level {now}."),
        },
        WhyToDo::OneStep(level) => format!("Most urgent: {name}. One statement more, and it is at level {level}."),
    }
}

/// Of how many practices nothing can be said yet, and why; nothing where there are none.
fn still_open(results: &Results) -> Option<String> {
    let count = |fits: &[Fit]| results.practices.iter().filter(|result| fits.contains(&result.fit)).count();
    let one = |count: usize, single: &str, several: &str| match count {
        0 => None,
        1 => Some(format!("1 practice {single}")),
        _ => Some(format!("{count} practices {several}")),
    };
    let unanswered = one(results.not_to_the_end(), "is not answered, or not to the end", "are not answered, or not to the end");
    let without = one(count(&[Fit::NoTarget]), "has no target", "have no target");
    let parts: Vec<String> = [unanswered, without].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}

/// How many practices fall short of what is needed, and how many of these lie below what something outside demands.
pub fn falls_short(results: &Results) -> String {
    let is_missed = |result: &PracticeResult| result.minimum_fit() == MinimumFit::Missed;
    let (mut short, mut below) = (0, 0);
    for result in &results.practices {
        if result.fit == Fit::Short || is_missed(result) {
            short += 1;
            below += usize::from(is_missed(result));
        }
    }
    let all = results.practices.len();
    let of_these = match below {
        0 => String::new(),
        below if below == short => ", all of these below an outside minimum".to_owned(),
        below => format!(", {below} of these below an outside minimum"),
    };
    let open = still_open(results).map(|open| format!(". {open}")).unwrap_or_default();
    match short {
        0 => format!("None of {} is known to fall short of what is needed{open}", practices(all)),
        1 => format!("1 of {} falls short of what is needed{of_these}{open}", practices(all)),
        _ => format!("{short} of {} fall short of what is needed{of_these}{open}", practices(all)),
    }
}

/// Why something is among the things to do, as the report says it.
pub fn thing_why(thing: &ToDo) -> String {
    why_to_do(thing)
}

/// The next step of one of the things to do, as the report says it.
pub fn thing_next(next: &NextAction) -> String {
    next_action(next)
}

/// How long a source may be before it is shortened.
const LONG: usize = 60;

/// Who demands a minimum, and where that is written. Of a long source its beginning: the rest stands where the figure is explained.
pub fn demanded_by(source: &str) -> Option<String> {
    let source = source.trim();
    let source = if source.chars().count() > LONG { source.split(": ").next().unwrap_or(source) } else { source };
    (!source.is_empty()).then(|| format!("Demanded by: {source}"))
}
