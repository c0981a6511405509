//! The words that explain a number: the rule, and the facts that it was made from.

use crate::analysis::{
    AnswerWhy, Basis, Current, Demand, DutyFit, DutyResult, Exact, Gap, Ground, LevelWhy, MinimumFit, PracticeOverview,
    PracticeResult, Reading, Rules, Verdict,
};
use crate::model::{Fraction, Level, LevelRule, Rollup, RollupRule, Scope, Scoring};
use crate::session::{Answer, QuickAnswer};
use crate::ui::text::en::assess::{not_known_too, verdict};
use crate::ui::text::en::exact::{at, at_least, short};
use crate::ui::text::en::full::confidence;
use crate::ui::text::en::pictures::{confidence_of, consequence_words, ground, level_fit_means};
use crate::ui::text::en::results::{NO_REASON, fit, fit_beside_target, scope, steps};
use crate::ui::text::en::targets::reading;

pub const WHY_CURRENT: &str = "Where the current level comes from";
pub const WHY_TARGET: &str = "Where the target comes from";
pub const WHY_MINIMUM: &str = "The outside minimum";
pub const WHY_GAP: &str = "How the gap is worked out";
pub const WHY_SCOPE: &str = "Where the scope comes from";
pub const WHY_CONFIDENCE: &str = "How far this can be relied on";
pub const WHY_GROUP: &str = "What this is made from";
pub const EXPLAIN: &str = "Explain";
pub const RULE: &str = "Rule:";
pub const CHANGE_STATEMENTS: &str = "Go to the statements";
pub const CHANGE_QUICK: &str = "Go to the quick answer";
pub const CHANGE_TARGET: &str = "Go to the target";
pub const CHANGE_MINIMUM: &str = "Go to the outside minimum";
pub const TO_DIFFERENCES: &str = "Go to what people see differently";
pub const TO_EVIDENCE: &str = "All evidence";
pub const TO_DECISIONS: &str = "What it was before";
pub const NOTHING_DEMANDED: &str = "No profile and nobody here names an outside minimum.";
pub const NOBODY_SAID_SCOPE: &str = "Nobody said how specific it is.";
pub const NO_TARGET_YET: &str = "Nobody said how much is enough.";
pub const NO_EVIDENCE_HERE: &str = "No evidence is named.";
const GROUP_RULE: &str =
    "A group shows the lowest of its practices and the spread, never an average. Its gap is the largest of its practices.";
pub const SCOPE_RULE: &str = "Where people or parts differ, the least specific counts.";
pub const MINIMUM_RULE: &str = "Of several the highest counts, if it binds you. A lower target does not lower it.";
pub const CONFIDENCE_RULE: &str = "The weakest of all that holds the level where it is decides: answers that reach it, and those that keep it \
    from the next. Seen is strong; told, set by hand or not said how is fair; a quick answer, anything assumed, unanswered or \
    seen differently is weak.";

const STATEMENTS_RULE: &str = "A level is reached when every statement of it and of all lower levels holds: met, compensated or not \
    applicable. Partly counts as not met. Where people differ, the lowest answer counts until they settle it.";

const RATING_RULE: &str = "This practice is rated as a whole: the level that was chosen counts. Where people or parts differ, the lowest \
    counts.";

/// The rule by which a current level comes about.
pub fn current_rule(result: &PracticeResult, scoring: &Scoring) -> String {
    let statements = statements_rule(scoring);
    match result.standing.current {
        Current::Unanswered if result.lacks_reason => {
            format!("{NO_REASON}. Until then it counts as not answered: there is no level, not even 0.")
        }
        Current::Unanswered => "Nobody answered, so there is no level, not even 0.".to_owned(),
        Current::NotApplicable => "Everything said about it is that it does not apply, each time with a reason.".to_owned(),
        Current::Known { low, high, basis: Basis::NotKnown, .. } if result.standing.is_not_known() => {
            format!("Somebody was asked and did not know, so it may be anything from {low} to {high}.")
        }
        Current::Known { low, high, basis: Basis::NotKnown, .. } => {
            format!("Of a part, somebody was asked and did not know, so it may be anything from {low} to {high}.")
        }
        Current::Known { basis: Basis::Quick, .. } => match result.standing.reading {
            Reading::Untouched | Reading::NotKnown => {
                "The quick answer counts until statements are answered; of several quick answers the lowest.".to_owned()
            }
            _ => "The quick answer counts until the statements settle the level; where they rule it out, the level next to it that they \
                  allow.".to_owned(),
        },
        Current::Known { low, high, basis: Basis::Rating, .. } if low < high => {
            format!("{RATING_RULE} Of a part it is open: {low} holds in any case, {high} at most.")
        }
        Current::Known { basis: Basis::Rating, .. } => RATING_RULE.to_owned(),
        Current::Known { basis: Basis::Override, .. } => {
            format!("Somebody set this level by hand and said why. By the rule it would be {}.", short(result.standing.by_rule))
        }
        Current::Known { low, high, exact: Exact::Level, .. } if low < high => {
            format!("{statements} Statements are open: {low} holds in any case, {high} if they all turn out well.")
        }
        current if current.is_range() => {
            format!("{statements} Statements are open, so it is a range: from what holds in any case to what would if they all turn out well.")
        }
        Current::Known { .. } => statements,
    }
}

/// How a level follows from statements, by the rule of the model.
fn statements_rule(scoring: &Scoring) -> String {
    let differ = "Where people differ, the lowest answer counts until they settle it.";
    let holds = match scoring.answers.passes_from {
        Fraction::ONE => String::new(),
        from => format!(" A statement holds once its answer is worth {from} or more."),
    };
    let rule = match scoring.level {
        LevelRule::Sum => {
            "Each level adds the mean of what its statements are worth, from 0 to 1. What does not apply is left out.".to_owned()
        }
        LevelRule::Share => {
            "Each level has its own share: the mean of what its statements are worth. There is no single level. What does not \
            apply is left out."
                .to_owned()
        }
        _ if scoring.share != Fraction::ONE => format!(
            "A level is reached when {} of its statements hold, and as many of each lower level. What does not apply is left out.{holds}",
            at_least(scoring.share)
        ),
        _ if scoring.answers.is_usual() => return STATEMENTS_RULE.to_owned(),
        _ => format!("A level is reached when every statement of it and of all lower levels holds, or does not apply.{holds}"),
    };
    format!("{rule} {differ}")
}

/// How a group comes to its figure, by the rule of the model.
pub fn group_rule(rules: &Rules) -> String {
    group_made_of(rules).unwrap_or_else(|| GROUP_RULE.to_owned())
}

/// The same where a model does not take the lowest.
pub(super) fn group_made_of(rules: &Rules) -> Option<String> {
    let Rollup { practices, groups, .. } = rules.rollup;
    if rules.level == LevelRule::Share && practices == RollupRule::Lowest && groups == RollupRule::Lowest {
        return Some("A group shows for each level the lowest share of its practices.".to_owned());
    }
    let made = |rule| match rule {
        RollupRule::Lowest => "the lowest",
        RollupRule::Mean => "the mean",
        RollupRule::WeightedMean => "the weighted mean",
        RollupRule::Sum => "the sum",
    };
    let made = match (made(practices), made(groups)) {
        ("the lowest", "the lowest") => return None,
        (practices, groups) if practices == groups => format!("{practices} of what stands in it"),
        (practices, groups) => format!("{practices} of its practices, and one of groups {groups} of these"),
    };
    Some(format!(
        "As its model has it, a group shows {made}. What is not answered counts from nothing up to all there is. The spread beside it tells \
         of a weak practice."
    ))
}

/// How many of the statements of a level hold.
pub fn level_why(why: &LevelWhy<'_>) -> String {
    let all = why.statements.len();
    if all == 0 {
        return why.fit.map(level_fit_means).unwrap_or("nothing is asked here").to_owned();
    }
    let hold = why.statements.iter().filter(|it| it.verdict.is_fulfilled()).count();
    let open = why.statements.iter().filter(|it| it.verdict == Verdict::Unanswered).count();
    let open = if open == 0 { String::new() } else { format!(", {open} unanswered") };
    let not_known = not_known_too(why.statements.iter().filter(|it| it.verdict == Verdict::NotKnown).count());
    let fit = why.fit.map(|fit| format!("{}: ", level_fit_means(fit))).unwrap_or_default();
    format!("{fit}{hold} of {all} statements hold{not_known}{open}")
}

/// Who said something, when, and about which part.
pub fn spoken(who: &str, part: Option<&str>, when: &str) -> String {
    let part = part.map(|part| format!(", about {part}")).unwrap_or_default();
    format!("{who}{part}, {when}")
}

/// An answer with how the person knows.
pub fn answer_why(answer: &AnswerWhy<'_>, words: &str, speaker: &str) -> String {
    let how = answer
        .confidence
        .filter(|_| *answer.answer != Answer::DontKnow)
        .map(|it| format!(" ({})", confidence(it).to_lowercase()))
        .unwrap_or_default();
    format!("{words}{how}: {speaker}")
}

pub fn quick_why(answer: &QuickAnswer, speaker: &str) -> String {
    match answer {
        QuickAnswer::Level(level) => format!("Quick answer {level}: {speaker}"),
        QuickAnswer::NotApplicable(_) => format!("Quick answer not applicable: {speaker}"),
        QuickAnswer::DontKnow => format!("Quick answer “I don’t know”: {speaker}"),
    }
}

pub fn set_why(level: Level, reason: &str, speaker: &str) -> String {
    format!("Set to {level}: {speaker}. “{}”", reason.trim())
}

pub fn part_why(part: &str, current: Current, decides: bool) -> String {
    let decides = if decides { ", as low as the lowest, which counts" } else { "" };
    format!("{part}: {}{decides}", short(current))
}

pub fn settled_why(reason: &str) -> String {
    if reason.trim().is_empty() {
        "People differed, and settled it.".to_owned()
    } else {
        format!("People differed, and settled it: {reason}")
    }
}

pub fn shown_by(titles: &[String]) -> String {
    format!("Shown by: {}", titles.join(" · "))
}

/// What would be left without what is only assumed.
pub fn sure_why(result: &PracticeResult) -> Option<String> {
    let sure = result.sure_at().filter(|_| result.is_assumed())?;
    Some(format!("Some of it is only assumed. Without that, {} is sure.", at(sure)))
}

/// How a gap comes about: the sum itself.
pub fn gap_why(result: &PracticeResult) -> String {
    let Some((target, Gap { least, most })) = result.target.zip(result.gap) else {
        return format!("There is no gap to work out: {}.", fit(result));
    };
    let current = short(result.standing.current);
    if result.exact().is_some_and(|exact| exact != Exact::Level) {
        return format!("Target {target}, current {current}: {}.", fit_beside_target(result));
    }
    let levels = |count: i16| if count < 0 { format!("−{}", steps(-count)) } else { steps(count) };
    let sum = if least == most { levels(most) } else { format!("{} to {}", levels(least), levels(most)) };
    format!("Target {target} less current {current} makes {sum}: {}.", fit_beside_target(result))
}

pub const GAP_RULE: &str = "Gap is target less current level. Above the target is more than needed, never better. Where the current level is a \
    range, so is the gap.";

/// What something outside demands, against what is shown.
pub fn minimum_why(result: &PracticeResult) -> Option<String> {
    let minimum = result.minimum?;
    let state = match result.minimum_fit() {
        MinimumFit::NotDemanded => return None,
        MinimumFit::Missed => "is missed",
        MinimumFit::Open => "is not shown to be reached",
        MinimumFit::Reached => "is reached",
    };
    let current = short(result.standing.current);
    let lacks = result.demanded().any(|duty| duty.lacks().next().is_some());
    let is_open = |is_why: fn(&DutyResult) -> bool| result.demanded().any(|duty| duty.fit == DutyFit::Open && is_why(duty));
    let needs = match () {
        () if lacks => ", and a statement that it needs is not met",
        () if is_open(DutyResult::is_set_aside) => ", and a statement that it needs is said not to apply here",
        () if is_open(|duty| duty.unasked > 0) => ", and a statement that it needs is not asked here",
        () => "",
    };
    Some(format!("The outside minimum of {minimum} {state}: the current level is {current}{needs}."))
}

pub fn demand_why(demand: &Demand<'_>, profile: Option<&str>) -> String {
    let (level, source) = (demand.level, demand.source.trim());
    let source = if source.is_empty() { "no source named" } else { source };
    match profile {
        Some(profile) => format!("Level {level}{}: {source}", reading(demand, profile)),
        None => format!("Level {level}: {source} (stated here)"),
    }
}

/// A statement that something outside needs and that is not met.
pub fn need_why(text: &str, said: Verdict) -> String {
    format!("It needs “{text}” ({}).", verdict(said).to_lowercase())
}

pub fn target_is(level: Level, at: Option<Scope>) -> String {
    match at {
        Some(at) => format!("Level {level}, scope {}.", scope(at)),
        None => format!("Level {level}."),
    }
}

pub fn target_stated(speaker: &str) -> String {
    format!("Stated by {speaker}.")
}

pub fn target_decided(by: Option<&str>, on: Option<&str>) -> Option<String> {
    match (by, on) {
        (Some(by), Some(on)) => Some(format!("Decided by {by} on {on}.")),
        (Some(by), None) => Some(format!("Decided by {by}.")),
        (None, Some(on)) => Some(format!("Decided on {on}.")),
        (None, None) => None,
    }
}

pub const ONLY_PROPOSED: &str = "It is a proposal that nobody confirmed yet.";

pub fn scope_why(at: Scope, speaker: &str) -> String {
    let words = scope(at);
    format!("{}: {speaker}", words.get(..1).unwrap_or_default().to_uppercase() + words.get(1..).unwrap_or_default())
}

/// What a level rests on, in a sentence.
pub fn confidence_why(at: Ground) -> String {
    match at.grade() {
        Some(_) => format!("Confidence is {}.", confidence_of(at)),
        None => format!("There is no level to rely on: {}.", ground(at)),
    }
}

pub fn consequence_why(facts: &PracticeOverview) -> String {
    format!("At stake: level {}.", consequence_words(facts.consequence.as_ref()))
}

/// What a button says that explains a figure.
pub fn explain_figure(what: &str, of: &str, words: &str) -> String {
    format!("{words}. Explain {} of {of}", what.to_lowercase())
}

pub fn practice_in_group(result: &PracticeResult) -> String {
    let target = result.target.map(|target| format!(", target {target}")).unwrap_or_default();
    format!("current {}{target}: {}", short(result.standing.current), fit(result))
}
