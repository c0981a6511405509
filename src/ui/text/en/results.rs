//! The words of the fourth step: results.

use crate::analysis::{Basis, Current, Exact, Fit, Gap, GroupResult, MinimumFit, PracticeResult, Results, Rules};
use crate::model::{Amount, Level, LevelRule, PracticeId, Scope};
use crate::ui::text::en::assess::NOT_ANSWERED_SHORT;
use crate::ui::text::en::duties::{if_it_binds, minimum_missed, minimum_to_come};
use crate::ui::text::en::exact::{at, exact_fit, exact_shortfall, exact_spread, missing_part, rolled_up, short, stands};
use crate::ui::text::en::explain::group_made_of;
use crate::ui::text::en::frame::how_many;

pub const RESULTS_ABOVE: &str = "Step 4 · How well does it fit?";
pub const NOTHING_YET: &str = "Nothing to show yet. Set targets and assess, in any order; results appear as you go.";
pub const PICTURE: &str = "At a glance";
pub const PRACTICE: &str = "Practice";
pub const CURRENT: &str = "Current";
pub const GAP: &str = "Gap";
pub const NO_TARGET: &str = "no target";
pub const TABLE_EXPLAINS: &str = "Choose any figure to see what it was made from.";
pub const TABLE_FOLD: &str = "All practices as a table";
const TABLE_HINT: &str = "A group shows its lowest practice and the spread, never an average: a weak practice must not hide.";
pub const MORE_THAN_NEEDED: &str = "More than needed";
pub const MORE_HINT: &str =
    "Here more is done than the target asks for. Is the target too low, or is effort better spent elsewhere?";
pub const MISSING_INDICATORS: &str = "What is missing";
pub const NONE_MISSING_HERE: &str = "Nothing is missing at this level itself; a level below it is not complete.";
pub const NEXT_SHARE: &str = "Go to share";
pub const CHART_FAILED: &str = "The picture could not be drawn. The table below has the same numbers.";
pub const TO: &str = "to";
/// What is said of an answer that does not count because its reason is missing.
pub(super) const NO_REASON: &str = "Said not to apply or to be done otherwise, but nobody says why";

/// How groups are shown in the table.
pub fn table_hint(rules: &Rules) -> String {
    group_made_of(rules).unwrap_or_else(|| TABLE_HINT.to_owned())
}

pub(super) fn steps(count: i16) -> String {
    how_many(usize::try_from(count).unwrap_or_default(), "level", "levels")
}

/// What two copies or people say differently, as a picture names it.
pub fn with_doubt(result: &PracticeResult, title: &str) -> String {
    match (result.is_kept_apart, result.do_people_differ) {
        (true, _) => format!("{title} (two copies differ)"),
        (false, true) => format!("{title} (people differ)"),
        (false, false) => title.to_owned(),
    }
}

pub fn range(low: Level, high: Level) -> String {
    format!("{low}–{high}")
}

/// The gap of a practice in words. What lies below what something outside demands never reads as if it were enough.
pub fn fit(result: &PracticeResult) -> String {
    format!("{}{}", fit_to_needs(result), apart(result))
}

/// How it fits its target alone, where the next sentence says what something outside demands; never as if it were enough where it is not.
pub(super) fn fit_beside_target(result: &PracticeResult) -> String {
    if result.fit == Fit::Short { format!("{}{}", fit_to_target(result), apart(result)) } else { fit(result) }
}

fn fit_to_needs(result: &PracticeResult) -> String {
    let words = fit_to_target(result);
    let is_said = match result.minimum_fit() {
        MinimumFit::Missed => true,
        MinimumFit::Open => matches!(result.fit, Fit::OnTarget | Fit::More | Fit::Open | Fit::NoTarget),
        MinimumFit::Reached | MinimumFit::NotDemanded => false,
    };
    let today = is_said.then(|| minimum_missed(result)).flatten();
    std::iter::once(words).chain(today).chain(minimum_to_come(result)).collect::<Vec<_>>().join(", ")
}

/// Nobody decided what this rests on: so it is said with the figure, wherever that shows.
pub(super) const fn apart(result: &PracticeResult) -> &'static str {
    match (result.is_kept_apart, result.do_people_differ) {
        (true, _) => ", but two copies differ",
        (false, true) => ", but people differ",
        (false, false) => "",
    }
}

/// How it fits, in few words: that an outside minimum is missed or not shown, but not by what. Also where nobody answered: what is
/// read by itself, away from the practice, says it nowhere else.
pub(super) fn fit_in_short(result: &PracticeResult) -> String {
    fit_with(result, "outside minimum")
}

/// The same on a slide, where a row has to stay on one line.
pub(super) fn fit_on_slide(result: &PracticeResult) -> String {
    fit_with(result, "minimum")
}

fn fit_with(result: &PracticeResult, word: &str) -> String {
    let minimum = match result.minimum_fit() {
        MinimumFit::Missed => format!(", {word} missed"),
        MinimumFit::Open if result.fit != Fit::Short => format!(", {word} not shown"),
        _ => String::new(),
    };
    format!("{}{minimum}{}", fit_to_target(result), apart(result))
}

/// The same with what something outside will demand: in a table of a report, of which other chapters say more.
pub(super) fn fit_in_report(result: &PracticeResult) -> String {
    std::iter::once(fit_in_short(result)).chain(minimum_to_come(result)).collect::<Vec<_>>().join(", ")
}

fn fit_to_target(result: &PracticeResult) -> String {
    if let Some(words) = exact_fit(result).filter(|_| !matches!(result.fit, Fit::NoTarget | Fit::Unanswered | Fit::NotApplicable))
    {
        return words;
    }
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
        Current::Known { basis: Basis::NotKnown, .. } if result.standing.is_not_known() => "not known".to_owned(),
        Current::Known { basis: Basis::NotKnown, .. } => "not known of all parts".to_owned(),
        current @ Current::Known { basis: Basis::Quick, .. } if current.is_range() => "quick pass, not of all parts".to_owned(),
        Current::Known { basis: Basis::Quick, .. } if result.standing.reading.is_silent() => "quick pass".to_owned(),
        Current::Known { low, basis: Basis::Quick, .. } => match result.standing.quick.filter(|quick| *quick != low) {
            Some(quick) => format!("quick pass {quick}, as far as statements allow"),
            None => "quick pass, statements not finished".to_owned(),
        },
        current @ Current::Known { basis: Basis::Rating, .. } if current.is_range() => "rated, not of all parts".to_owned(),
        Current::Known { basis: Basis::Rating, .. } => "rated".to_owned(),
        Current::Known { basis: Basis::Override, .. } => format!("set by hand, by the rule {}", short(result.standing.by_rule)),
        Current::Known { .. } if !result.standing.current.is_range() => match result.sure_at().filter(|_| result.is_assumed()) {
            Some(sure) if result.exact() != Some(Exact::Level) => format!("statements, {} sure", at(sure)),
            Some(sure) => format!("statements, {} without what is assumed", short(sure)),
            None => "statements".to_owned(),
        },
        Current::Known { .. } => "statements, not finished".to_owned(),
    }
}

pub(super) fn scope(scope: Scope) -> &'static str {
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
    format!("outside min. {level}")
}

/// What a group comes to: by the rule of its model, and from its lowest practice to its highest.
pub fn lowest_and_spread(group: &GroupResult) -> String {
    let open = group.practices - group.answered;
    let open = if open == 0 { String::new() } else { format!(" · {open} open") };
    let levels = || Some((group.lowest?.to_string(), group.highest?.to_string()));
    let spread = match exact_spread(group).or_else(levels) {
        Some((low, high)) if low == high => Some(format!("lowest {low}")),
        Some((low, high)) => Some(format!("lowest {low} · spread {low}–{high}")),
        None => None,
    };
    // Shares have no lowest among them: each level has its own.
    let spread = spread.filter(|_| !group.has_shares());
    let words: Vec<String> = rolled_up(group).into_iter().chain(spread).collect();
    if words.is_empty() { format!("{NOT_ANSWERED_SHORT}{open}") } else { format!("{}{open}", words.join(" · ")) }
}

pub fn target_spread(group: &GroupResult) -> String {
    match group.targets {
        Some((low, high)) if low == high => low.to_string(),
        Some((low, high)) => range(low, high),
        None => NOT_ANSWERED_SHORT.to_owned(),
    }
}

pub fn largest_gap(group: &GroupResult) -> String {
    if group.spread.is_some()
        && let Some(words) = exact_shortfall(group)
    {
        return words;
    }
    match group.largest_gap {
        Some(1..) if group.has_shares() => "not complete up to its target".to_owned(),
        Some(gap @ 1..) => format!("largest: {} short", steps(gap)),
        Some(_) if group.not_compared > 0 => "none known to be short".to_owned(),
        Some(_) => "none short".to_owned(),
        None => String::new(),
    }
}

/// By how much the practice falls short that does most: exactly, where its rule gives fractions. Of shares there is no such number.
pub(super) fn largest_shortfall(group: &GroupResult) -> Option<String> {
    let gap = group.largest_gap.filter(|gap| *gap > 0 && !group.has_shares())?;
    if group.spread.is_none() {
        return Some(steps(gap));
    }
    group.shortfall.filter(|it| *it > Amount::ZERO).map(missing_part)
}

pub(super) fn practices(count: usize) -> String {
    how_many(count, "practice", "practices")
}

/// A sentence that counts practices, the rule by which it does, and the practices that it counts.
pub struct Counted {
    /// The sentence.
    pub words: String,
    /// The rule.
    pub rule: &'static str,
    /// The practices.
    pub practices: Vec<PracticeId>,
    /// How they fit their target.
    pub fit: Fit,
}

/// The few sentences that say most, each with the practices that it counts. Each practice is counted once, so that they add up to all;
/// what lies below an outside minimum is part of one of them, and said there.
pub fn counted(results: &Results) -> Vec<Counted> {
    let kinds = [
        (Fit::OnTarget, "on target", "The current level is the target, no more and no less."),
        (
            Fit::Short,
            "short of target",
            "By the answers so far the level is below the target. Where only the quick pass was answered, the statements may still show more.",
        ),
        (Fit::More, "more than needed", "The level is above the target in any case."),
        (
            Fit::Open,
            "that may be on target or not",
            "What is unanswered decides whether the level is below the target, on it or above it.",
        ),
        (
            Fit::Unanswered,
            "with a target but not answered",
            "There is a target, and no answer that counts: nobody answered, or nobody says why it does not apply.",
        ),
        (Fit::NoTarget, "without a target", "Nobody said how much is enough."),
        (Fit::NotApplicable, "not applicable", "Somebody said, with a reason, that it makes no sense for this system."),
    ];
    let all = results.practices.len();
    let one = |(fit, words, rule): (Fit, &str, &'static str)| {
        let these: Vec<&PracticeResult> = results.practices.iter().filter(|result| result.fit == fit).collect();
        let missed: Vec<_> = these.iter().copied().filter(|result| result.minimum_fit() == MinimumFit::Missed).collect();
        let below = format!("below an outside minimum{}", if_any_binds(&missed));
        let below = of_these(missed.len(), these.len(), &below);
        // What is short or open needs no second reason not to read as if it were enough.
        let is_enough = matches!(fit, Fit::OnTarget | Fit::More);
        let is_open = |result: &&&PracticeResult| result.minimum_fit() == MinimumFit::Open && result.is_below_minimum();
        let open = if is_enough { these.iter().filter(is_open).count() } else { 0 };
        let not_shown = of_these(open, these.len(), "not shown to reach an outside minimum");
        let count = if fit == Fit::OnTarget { format!("{} of {}", these.len(), practices(all)) } else { practices(these.len()) };
        let is_said = fit == Fit::OnTarget || !these.is_empty();
        let practices = these.into_iter().map(|result| result.practice.clone()).collect();
        is_said.then(|| Counted { words: format!("{count} {words}{below}{not_shown}"), rule, practices, fit })
    };
    kinds.into_iter().filter_map(one).collect()
}

/// Of how many of those that were just counted something else is to be said; nothing where of none.
fn of_these(count: usize, of: usize, words: &str) -> String {
    match count {
        0 => String::new(),
        1 if of == 1 => format!(", but {words}"),
        count if count == of => format!(", all {count} {words}"),
        count => format!(", {count} of these {words}"),
    }
}

/// Whether it is said of several that what they miss may bind nobody here: not where somebody confirmed of each that it does.
pub(super) fn if_any_binds(below: &[&PracticeResult]) -> &'static str {
    below.iter().map(|result| if_it_binds(result)).find(|words| !words.is_empty()).unwrap_or_default()
}

/// The few sentences that say most.
pub(super) fn summary(results: &Results) -> Vec<String> {
    counted(results).into_iter().map(|counted| counted.words).collect()
}

/// Where a practice stands and how that fits its target.
pub fn standing(result: &PracticeResult) -> String {
    let now = match result.standing.current {
        Current::Unanswered if result.lacks_reason => NO_REASON.to_owned(),
        Current::Unanswered => "Not answered yet".to_owned(),
        Current::NotApplicable => "Not applicable".to_owned(),
        Current::Known { low, high, basis, exact } => {
            let is_range = result.standing.current.is_range();
            let at = stands(low, high, exact);
            match basis {
                Basis::Quick if !is_range => {
                    let is_silent = result.standing.reading.is_silent();
                    let until = if is_silent { "statements are answered" } else { "the statements settle it" };
                    let said = result.standing.quick.filter(|quick| *quick != low);
                    let said = said.map(|quick| format!(" (it says {quick}, which the statements rule out)")).unwrap_or_default();
                    format!("{at}, from the quick pass{said}, until {until}")
                }
                Basis::NotKnown if result.standing.is_not_known() => {
                    format!("{at}: nobody knew who was asked, and no statement is answered")
                }
                Basis::Rating if !is_range => format!("{at}, as rated"),
                Basis::NotKnown | Basis::Quick | Basis::Rating => format!("{at}: it is not known of all parts"),
                Basis::Override => format!("{at}, set by hand; by the rule {}", short(result.standing.by_rule)),
                Basis::Indicators if is_range => format!("{at}: statements are still open"),
                Basis::Indicators => format!("{at}, from the statements"),
            }
        }
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

pub fn to_reach(level: Level, name: &str, rule: LevelRule) -> String {
    if rule.is_added_up() {
        return format!("At level {level}, {}", name.to_lowercase());
    }
    format!("To reach level {level}, {}", name.to_lowercase())
}
