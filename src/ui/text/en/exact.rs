//! The words for where a practice stands, by whichever rule its model has: a level, a fraction of the top, a share of each level.

use crate::analysis::{Current, Exact, GroupResult, PracticeResult, Raise, Rolled, Shares, Verdict};
use crate::model::{Amount, AnswerScale, Fraction, Indicator, Level, LevelRule, RollupRule, Scoring};
use crate::session::Answer;
use crate::ui::text::en::assess::{NOT_ANSWERED_SHORT, NOT_APPLICABLE_SHORT, answer};
use crate::ui::text::en::results::range;

/// A current state in as few letters as possible.
pub fn short(current: Current) -> String {
    match current {
        Current::Unanswered => NOT_ANSWERED_SHORT.to_owned(),
        Current::NotApplicable => NOT_APPLICABLE_SHORT.to_owned(),
        Current::Known { low, high, exact, .. } => exact_short(low, high, exact),
    }
}

/// The same of a level or a range of levels.
pub(super) fn exact_short(low: Level, high: Level, exact: Exact) -> String {
    match exact {
        Exact::Level if low == high => low.to_string(),
        Exact::Level => range(low, high),
        Exact::Amount { low, high, .. } => amounts(low, high, "–"),
        Exact::Shares(shares) => {
            let all: Vec<_> = shares.levels().map(|(_, share)| share.map_or(NOT_ANSWERED_SHORT.to_owned(), per_cent)).collect();
            all.join(" · ")
        }
    }
}

/// Where a practice stands, as a sentence begins: a level, a fraction of the top, or each level with its share.
pub(super) fn stands(low: Level, high: Level, exact: Exact) -> String {
    match exact {
        Exact::Level if low == high => format!("Level {low}"),
        Exact::Level => format!("Level {low} to {high}"),
        Exact::Amount { low, high, of } => format!("{} of {}", amounts(low, high, " to "), whole(of)),
        Exact::Shares(shares) => level_shares(&shares),
    }
}

/// The same within a sentence.
pub(super) fn stands_within(low: Level, high: Level, exact: Exact) -> String {
    let words = stands(low, high, exact);
    words.strip_prefix("Level").map_or(words.clone(), |rest| format!("level{rest}"))
}

/// Where a practice stands, within a sentence: "level 2", "level 1–2", "2.4 of 4".
pub(super) fn at(current: Current) -> String {
    match current {
        Current::Known { low, high, exact: exact @ (Exact::Amount { .. } | Exact::Shares(_)), .. } => {
            stands_within(low, high, exact)
        }
        other => format!("level {}", short(other)),
    }
}

/// The same as a sentence begins.
pub(super) fn at_first(current: Current) -> String {
    let words = at(current);
    words.strip_prefix("level").map_or(words.clone(), |rest| format!("Level{rest}"))
}

/// Which statement raises a practice most, and by how much; nothing where a level is reached or not.
pub fn raises(raise: &Raise, rule: LevelRule, statement: &str) -> Option<String> {
    let by = match rule {
        LevelRule::Sum => missing_part(raise.by),
        LevelRule::Share => format!("{}\u{a0}% of level {}", Fraction::nearest(raise.by).per_cent().max(1), raise.level),
        LevelRule::Cumulative | LevelRule::Chosen => return None,
    };
    Some(format!("This would raise it most, by {by}: {statement}"))
}

/// That a level needs but some of what is listed.
pub fn share_needed(scoring: &Scoring) -> Option<String> {
    (scoring.share != Fraction::ONE)
        .then(|| format!("A level needs {} of its statements, not all of them.", at_least(scoring.share)))
}

/// From which to which amount; one number, where both read alike.
fn amounts(low: Amount, high: Amount, to: &str) -> String {
    between((low.to_string(), high.to_string()), to)
}

fn between((low, high): (String, String), to: &str) -> String {
    if low == high { low } else { format!("{low}{to}{high}") }
}

/// What is missing, or would be gained: however little it is, never nothing.
pub(super) fn missing_part(amount: Amount) -> String {
    if amount > Amount::ZERO && amount.tenths() == 0 { "0.1".to_owned() } else { amount.to_string() }
}

/// A whole number as such, another one with its tenths.
fn whole(amount: Amount) -> String {
    let words = amount.to_string();
    words.strip_suffix(".0").unwrap_or(&words).to_owned()
}

/// A share, or from which to which.
fn per_cent((low, high): (Fraction, Fraction)) -> String {
    let (low, high) = (low.per_cent(), high.per_cent());
    if low == high { format!("{low}\u{a0}%") } else { format!("{low}–{high}\u{a0}%") }
}

/// A share as the least that is needed.
pub(super) fn at_least(share: Fraction) -> String {
    // Thirds have no plain number of per cent.
    let exact = Fraction::new(share.per_cent(), 100) == Some(share);
    if exact { format!("{}\u{a0}%", share.per_cent()) } else { format!("{share}") }
}

/// Each level that asks for anything with its share.
fn level_shares(shares: &Shares) -> String {
    let all: Vec<_> = shares.levels().filter_map(|(level, share)| Some(format!("level {level}: {}", per_cent(share?)))).collect();
    let words = all.join(", ");
    words.strip_prefix("level").map_or(words.clone(), |rest| format!("Level{rest}"))
}

/// How far it is to the target where that is no whole number of levels; `None` where levels say it.
pub(super) fn exact_fit(result: &PracticeResult) -> Option<String> {
    let (target, exact) = result.target.zip(result.exact())?;
    match exact {
        Exact::Level => None,
        Exact::Amount { low, high, .. } => {
            let target = Amount::whole(target.number());
            let short = between((missing_part(target.less(high)), missing_part(target.less(low))), " to ");
            Some(match (high < target, low < target) {
                (true, _) => format!("{short} short"),
                (false, true) => format!("not finished, up to {} short", missing_part(target.less(low))),
                _ if low.floor() > target.floor() => format!("{} more than needed", low.less(target)),
                _ => "on target".to_owned(),
            })
        }
        Exact::Shares(shares) => {
            let (low, high) = shares.complete();
            Some(if high < target {
                format!("not complete up to level {target}")
            } else if low < target {
                format!("not finished, may be complete up to level {target}")
            } else if low > target {
                format!("complete up to level {low}, more than needed")
            } else {
                "on target".to_owned()
            })
        }
    }
}

/// What a group comes to by the rule of its model; `None` where that is the lowest of whole levels.
pub(super) fn rolled_up(group: &GroupResult) -> Option<String> {
    let Rolled { rule, exact } = group.rolled?;
    let how = match rule {
        RollupRule::Lowest => "lowest",
        RollupRule::Mean => "mean",
        RollupRule::WeightedMean => "weighted mean",
        RollupRule::Sum => "sum",
    };
    match exact {
        Exact::Level => None,
        Exact::Amount { low, high, of } => Some(format!("{how} {} of {}", amounts(low, high, " to "), whole(of))),
        Exact::Shares(shares) => {
            let words = level_shares(&shares);
            Some(format!("{how}, {}", words.strip_prefix("Level").map_or(words.clone(), |rest| format!("level{rest}"))))
        }
    }
}

/// From the lowest to the highest of its practices, where these are fractions.
pub(super) fn exact_spread(group: &GroupResult) -> Option<(String, String)> {
    group.spread.map(|(low, high)| (low.to_string(), high.to_string()))
}

/// How short the practice is that is furthest from its target, where these are fractions.
pub(super) fn exact_shortfall(group: &GroupResult) -> Option<String> {
    group.shortfall.filter(|it| *it > Amount::ZERO).map(|it| format!("largest: {} short", missing_part(it)))
}

/// What an answer of a model's own says about a statement: what it is worth.
pub(super) fn own_verdict(verdict: Verdict) -> Option<String> {
    let Verdict::Own(own) = verdict else { return None };
    Some(match verdict.kind() {
        Verdict::Met if own.worth == Fraction::ONE => "Met".to_owned(),
        Verdict::Met => format!("Met ({})", own.worth),
        Verdict::NotMet => "Not met".to_owned(),
        _ => format!("In part ({})", own.worth),
    })
}

/// An answer in the words of its model, to a statement that may have words of its own for it.
pub fn answer_of(said: &Answer, scale: &AnswerScale, to: Option<&Indicator>, tag: &str) -> String {
    let Answer::Own(id) = said else { return answer(said) };
    scale.text(id, to).map_or_else(|| answer(said), |text| text.get(tag).to_owned())
}

/// Whether an answer is none that the model has, as it is said beside the statement.
pub fn unknown_answer(said: &Answer, scale: &AnswerScale) -> Option<String> {
    let is_there = match said {
        Answer::Own(id) => scale.own(id).is_some(),
        Answer::Met | Answer::Partly | Answer::NotMet => scale.is_usual(),
        Answer::NotApplicable(_) => scale.not_applicable,
        Answer::Compensated(_) => scale.compensated,
        Answer::DontKnow => true,
    };
    (!is_there)
        .then(|| format!("The answer here is {}. The model has no such answer: it is kept, and counts as open.", answer(said)))
}
