//! What Results begins with: the most urgent in a sentence, and the few things to do first. The report says the same of each.

use crate::analysis::{Before, Fit, MinimumFit, NextAction, PracticeResult, Results, ToDo, WhyToDo};
use crate::model::PracticeId;
use crate::ui::text::en::duties::{if_it_binds, in_words};
use crate::ui::text::en::exact::at;
use crate::ui::text::en::report_document::{also_confirm, comes_first, next_action, why_to_do};
use crate::ui::text::en::results::{if_any_binds, practices};
use crate::ui::text::intl::list;

pub const DO_FIRST: &str = "Do this first";
pub const DO_FIRST_ORDER: &str =
    "By urgency: first what misses an outside minimum, then the largest gaps, then where more is needed or at stake.";
pub const SAY_HOW_MUCH: &str = "Say how much is needed";
const ENOUGH_NOT_SAID: &str = "Whether this is enough can’t be said yet: nobody said how much is needed.";
const DO_FIRST_NOTHING: &str = "No practice is known to be below its target or below an outside minimum.";

/// The sentence that Results begins with: what is most urgent.
pub fn urgent(results: &Results, things: &[ToDo]) -> String {
    let Some(first) = things.first() else {
        let nothing_needed = results.practices.iter().all(|it| it.fit == Fit::NoTarget && it.goal().is_none());
        return match still_open(results) {
            Some(open) if nothing_needed => format!("{ENOUGH_NOT_SAID} {open}."),
            Some(open) => format!("{DO_FIRST_NOTHING} {open}."),
            None => DO_FIRST_NOTHING.to_owned(),
        };
    };
    let (name, result) = (&first.name, &first.result);
    let now = at(result.standing.current);
    let words = match first.why {
        WhyToDo::BelowMinimum(minimum) if result.below_minimum() == 0 => {
            let binds = if_that_rule_binds(result);
            format!(
                "Most urgent: {name}. It is at {now}; an outside minimum of {minimum} needs a statement that is not {}{binds}.",
                if result.minimum_fit() == MinimumFit::Missed { "met" } else { "answered" }
            )
        }
        WhyToDo::BelowMinimum(minimum) if result.minimum_fit() == MinimumFit::Missed => {
            let binds = if_that_rule_binds(result);
            format!("Most urgent: {name}. It is at {now}; the outside minimum is {minimum}{binds}.")
        }
        WhyToDo::BelowMinimum(minimum) => {
            let binds = if_that_rule_binds(result);
            format!("Most urgent: {name}. The outside minimum is {minimum}{binds}; shown so far is {now}.")
        }
        WhyToDo::BelowLater(minimum, from) => {
            format!("Most urgent: {name}. It is at {now}; the outside minimum is {minimum} from {}.", in_words(from))
        }
        WhyToDo::Gap => match result.target {
            Some(target) => format!("Most urgent: {name}. It is at {now}, and level {target} is needed."),
            None => format!("Most urgent: {name}. It is at {now}."),
        },
        WhyToDo::OneStep(level) => format!("Most urgent: {name}. One statement more, and it is at level {level}."),
    };
    let words = match (result.is_kept_apart, result.do_people_differ) {
        (true, _) => format!("{words} Two copies differ on it."),
        (false, true) => format!("{words} People differ on it; the lowest answer counts."),
        (false, false) => words,
    };
    match results.as_urgent_as(result) {
        0 => words,
        1 => format!("{words} One more practice is as urgent."),
        more => format!("{words} {more} more practices are as urgent; they stand in the order of the model."),
    }
}

fn if_that_rule_binds(result: &PracticeResult) -> &'static str {
    if if_it_binds(result).is_empty() { "" } else { ", if that rule binds you" }
}

/// Of how many practices nothing can be said yet, and why; nothing where there are none.
pub(super) fn still_open(results: &Results) -> Option<String> {
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
    let falling: Vec<&PracticeResult> = results.practices.iter().filter(|result| result.falls_short()).collect();
    let short = falling.len();
    let is_missed = |result: &&PracticeResult| result.minimum_fit() == MinimumFit::Missed;
    let missed: Vec<&PracticeResult> = falling.into_iter().filter(is_missed).collect();
    let binds = if_any_binds(&missed);
    let all = results.practices.len();
    let of_these = match missed.len() {
        0 => String::new(),
        below if below == short => format!(", all of these below an outside minimum{binds}"),
        below => format!(", {below} of these below an outside minimum{binds}"),
    };
    let open = still_open(results).map(|open| format!(". {open}")).unwrap_or_default();
    match short {
        0 => format!("None of {} is known to fall short of what is needed{open}.", practices(all)),
        1 => format!("1 of {} falls short of what is needed{of_these}{open}.", practices(all)),
        _ => format!("{short} of {} fall short of what is needed{of_these}{open}.", practices(all)),
    }
}

/// Which practices lie below an outside minimum and are not among the few things to do first; nothing where there are none.
pub fn also_below(results: &Results, things: &[ToDo], name: impl Fn(&PracticeId) -> Option<String>) -> Option<String> {
    let told: Vec<PracticeId> = things.iter().map(|thing| thing.practice.clone()).collect();
    let more: Vec<String> = results.also_below_minimum(&told).filter_map(|it| name(&it.practice)).collect();
    (!more.is_empty()).then(|| format!("Also below an outside minimum: {}.", list(&more)))
}

/// What has to be there before the next step can be taken, as the report says it.
pub fn thing_before(before: &Before) -> &'static str {
    comes_first(before)
}

/// What is to be confirmed beside the next step, as the report says it.
pub fn thing_confirm(thing: &ToDo) -> Option<String> {
    also_confirm(thing)
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

/// Who asks for a minimum, and where that is written: what people stated themselves, or how a profile reads it, which claims of
/// nobody that it binds them. Of a long source its beginning, and from when it holds: the rest stands where the figure is explained.
pub fn demanded_by(source: &str, profile: Option<&str>, is_confirmed: bool) -> Option<String> {
    let whole = source.trim();
    let source = if whole.chars().count() > LONG { whole.split(": ").next().unwrap_or(whole) } else { whole };
    let from = begins(whole).filter(|from| !source.contains(from.as_str())).map(|from| format!(", {from}")).unwrap_or_default();
    let who = match profile {
        Some(profile) if is_confirmed => format!("You said that it applies, as the profile {profile} reads it"),
        Some(profile) => reading_of(profile),
        None => "As you stated".to_owned(),
    };
    let said = format!("{who}: {source}{from}");
    (!source.is_empty()).then(|| format!("{}.", said.trim_end_matches('.')))
}

/// Whose reading a minimum of a profile is.
pub(super) fn reading_of(profile: &str) -> String {
    format!("As the profile {profile} reads it")
}

/// From which day on a source says that it holds, as `from 11 December 2027`.
fn begins(source: &str) -> Option<String> {
    source.match_indices("from ").find_map(|(at, _)| {
        let words: Vec<&str> = source.get(at..)?.split_whitespace().take(4).collect();
        let [from, day, month, year] = words.as_slice() else { return None };
        let year = year.trim_end_matches(|letter: char| !letter.is_ascii_digit());
        let is_number = |word: &str, length: usize| word.len() <= length && word.parse::<u16>().is_ok();
        let is_day = is_number(day, 2) && is_number(year, 4) && month.chars().all(char::is_alphabetic);
        is_day.then(|| format!("{from} {day} {month} {year}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_source_is_shortened_to_who_it_is_and_keeps_the_day_from_which_it_holds() {
        let law = "Regulation (EU) 2024/2847 (CRA), Article 13(2) to (4), for products placed on the EU market from 11 December 2027: a \
                   risk assessment.";
        let said = "As the profile Cameras reads it: Regulation (EU) 2024/2847 (CRA), Article 13(2) to (4), for products placed on the EU \
                    market from 11 December 2027.";
        assert_eq!(demanded_by(law, Some("Cameras"), false).as_deref(), Some(said));
        let later = "Regulation (EU) 2024/2847 (CRA), Annex I: flaws are mended without delay, from 11 December 2027; until then nothing is.";
        let said = "As the profile Cameras reads it: Regulation (EU) 2024/2847 (CRA), Annex I, from 11 December 2027.";
        assert_eq!(demanded_by(later, Some("Cameras"), false).as_deref(), Some(said));
        assert_eq!(
            demanded_by("Contract with Aldermoor", None, true).as_deref(),
            Some("As you stated: Contract with Aldermoor.")
        );
        assert_eq!(demanded_by("A rule.", Some("Cameras"), false).as_deref(), Some("As the profile Cameras reads it: A rule."));
        assert_eq!(begins("away from 3 machines in 2020"), None);
        assert_eq!(demanded_by(" ", Some("Cameras"), false), None);
    }
}
