//! How a practice's current level follows from answers.
//!
//! The rule (from the SMM's idea of indicators of accomplishment): a level is reached when every applicable indicator of it
//! **and of all lower levels** is met. *Partly* does not reach it. What nobody answered yet leaves it open, so the result is
//! a range until enough is answered: the low end holds in any case, the high end if all that is open turned out well.

use std::collections::BTreeSet;

use super::said::{QuickVerdict, Said, Verdict};
use crate::model::{IndicatorId, Level, Practice, Questionnaire};
use crate::session::PartId;

/// What the indicators of a practice say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// None is answered.
    Untouched,
    /// All are answered, each as not applicable.
    NotApplicable,
    /// At least `low`, at most `high`; settled when both are the same.
    Between {
        /// Reached in any case.
        low: Level,
        /// Reached if everything that is still open is met.
        high: Level,
    },
}

/// Where the current level comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// From the quick pass; indicators don't say otherwise yet.
    Quick,
    /// From the indicators.
    Indicators,
    /// Set by an assessor against the rule, with a reason.
    Override,
}

/// The current state of a practice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Current {
    /// Nobody said anything that counts.
    Unanswered,
    /// The practice makes no sense for this system.
    NotApplicable,
    /// The level is at least `low` and at most `high`; one number when both are the same.
    Known {
        /// Holds in any case.
        low: Level,
        /// Holds if everything that is still open turned out well.
        high: Level,
        /// Where it comes from.
        basis: Basis,
    },
}

impl Current {
    /// The level that holds in any case.
    #[must_use]
    pub fn low(self) -> Option<Level> {
        match self {
            Self::Known { low, .. } => Some(low),
            Self::Unanswered | Self::NotApplicable => None,
        }
    }

    /// The level if everything that is still open turned out well.
    #[must_use]
    pub fn high(self) -> Option<Level> {
        match self {
            Self::Known { high, .. } => Some(high),
            Self::Unanswered | Self::NotApplicable => None,
        }
    }

    /// The level, when it is a single one.
    #[must_use]
    pub fn settled(self) -> Option<Level> {
        match self {
            Self::Known { low, high, .. } if low == high => Some(low),
            _ => None,
        }
    }
}

/// The next level is missed by a single indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NearMiss {
    /// The level that is nearly reached.
    pub level: Level,
    /// What is missing.
    pub indicator: IndicatorId,
}

/// Everything about where a practice stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The state that counts.
    pub current: Current,
    /// The state that the rule gives; another one than `current` only where somebody overrides it.
    pub by_rule: Current,
    /// The level that holds even if everything that is only assumed turned out wrong; `None` while indicators say nothing.
    pub sure: Option<Level>,
    /// What the quick pass says, also where the indicators count.
    pub quick: Option<Level>,
    /// What the indicators say, also where the quick pass counts.
    pub reading: Reading,
    /// Whether the next level is missed by one indicator.
    pub near_miss: Option<NearMiss>,
    /// The part that decides, where parts differ.
    pub lowest_part: Option<PartId>,
}

/// Where a practice stands: its lowest part's standing, or that of the whole system.
pub(super) fn standing(asked: &Questionnaire, practice: &Practice, said: &Said<'_>) -> Standing {
    match standings(asked, practice, said) {
        Standings::Whole(standing) => standing,
        Standings::Parts(of_parts) => overridden(lowest(&of_parts), said.overridden(&practice.id, None)),
    }
}

/// A level set against the rule counts, and what the rule gives stays visible.
fn overridden(standing: Standing, set: Option<Level>) -> Standing {
    match set {
        Some(level) => Standing { current: Current::Known { low: level, high: level, basis: Basis::Override }, ..standing },
        None => standing,
    }
}

/// Where a practice stands, before parts are taken together.
pub(super) enum Standings<'a> {
    /// The whole system was answered at once.
    Whole(Standing),
    /// Parts were answered apart: each part's own standing.
    Parts(Vec<(&'a PartId, Standing)>),
}

/// Where a practice stands in each part, or in the whole system.
pub(super) fn standings<'a>(asked: &Questionnaire, practice: &Practice, said: &Said<'a>) -> Standings<'a> {
    let indicators = levels(asked, practice);
    let ids: BTreeSet<&IndicatorId> = indicators.iter().flat_map(|(_, ids)| ids.iter().copied()).collect();
    let parts = said.parts_answered(&practice.id, &ids);
    if parts.is_empty() {
        return Standings::Whole(of_subject(practice, &indicators, said, None));
    }
    Standings::Parts(parts.into_iter().map(|part| (part, of_subject(practice, &indicators, said, Some(part)))).collect())
}

/// The lowest part decides. Parts to which the practice does not apply say nothing; a part without answers leaves the low
/// end at nothing, because nobody knows yet.
fn lowest(of_parts: &[(&PartId, Standing)]) -> Standing {
    let rank = |standing: &Standing| match standing.current {
        Current::Unanswered => (0, Level::NONE, Level::NONE),
        Current::Known { low, high, .. } => (1, low, high),
        Current::NotApplicable => (2, Level::NONE, Level::NONE),
    };
    let some_open = of_parts.iter().any(|(_, standing)| standing.current == Current::Unanswered);
    let highest_possible = of_parts
        .iter()
        .filter_map(|(_, standing)| match standing.current {
            Current::Known { high, .. } => Some(high),
            _ => None,
        })
        .min();
    let known = of_parts.iter().filter(|(_, standing)| matches!(standing.current, Current::Known { .. }));
    let decides = known.min_by_key(|(_, standing)| rank(standing));
    let Some((part, standing)) = decides.or_else(|| of_parts.iter().min_by_key(|(_, standing)| rank(standing))) else {
        return Standing {
            current: Current::Unanswered,
            by_rule: Current::Unanswered,
            sure: None,
            quick: None,
            reading: Reading::Untouched,
            near_miss: None,
            lowest_part: None,
        };
    };
    let mut result = standing.clone();
    result.sure = of_parts.iter().filter_map(|(_, standing)| standing.sure).min();
    result.lowest_part = Some((*part).clone());
    // One indicator leads to the next level only if no other part lacks anything else for it.
    let same_low = of_parts.iter().filter(|(_, other)| other.current.low() == standing.current.low());
    let same_miss = same_low.map(|(_, other)| &other.near_miss).all(|other| *other == standing.near_miss);
    result.near_miss = result.near_miss.filter(|_| same_miss && !some_open);
    if let (Current::Known { low, high, .. }, Some(possible)) = (&mut result.current, highest_possible) {
        *high = possible.min(*high);
        if some_open {
            *low = Level::NONE;
            result.sure = result.sure.map(|_| Level::NONE);
        }
    }
    result.by_rule = result.current;
    result
}

type IndicatorsOfLevel<'a> = (Level, Vec<&'a IndicatorId>);

fn levels<'a>(asked: &'a Questionnaire, practice: &'a Practice) -> Vec<IndicatorsOfLevel<'a>> {
    let ids = |level| asked.indicators(practice, level).into_iter().map(|it| &it.indicator.id).collect();
    Level::NONE.up_to(asked.model().top()).map(|level| (level, ids(level))).collect()
}

fn of_subject(practice: &Practice, indicators: &[IndicatorsOfLevel<'_>], said: &Said<'_>, part: Option<&PartId>) -> Standing {
    let verdicts: Vec<(Level, Vec<Verdict>)> =
        indicators.iter().map(|(level, ids)| (*level, ids.iter().map(|id| said.verdict(id, part)).collect())).collect();
    let reading = reading(&verdicts);
    let quick = said.quick(&practice.id, part);
    let by_rule = current(quick, reading);
    let sure = matches!(reading, Reading::Between { .. })
        .then(|| reached_if(indicators, |id| said.sure_verdict(id, part).is_fulfilled()));
    let standing = Standing {
        current: by_rule,
        by_rule,
        sure,
        quick: quick.and_then(|quick| match quick {
            QuickVerdict::Level(level) => Some(level),
            QuickVerdict::NotApplicable => None,
        }),
        reading,
        near_miss: near_miss(indicators, &verdicts, reading),
        lowest_part: None,
    };
    overridden(standing, said.overridden(&practice.id, part))
}

/// The highest level up to which every indicator is fulfilled.
fn reached_if(indicators: &[IndicatorsOfLevel<'_>], fulfilled: impl Fn(&IndicatorId) -> bool) -> Level {
    let reached = indicators.iter().take_while(|(_, ids)| ids.iter().all(|id| fulfilled(id)));
    reached.last().map_or(Level::NONE, |(level, _)| *level)
}

/// What the indicators say, level by level from 1 up.
fn reading(verdicts: &[(Level, Vec<Verdict>)]) -> Reading {
    let all = || verdicts.iter().flat_map(|(_, verdicts)| verdicts);
    if all().all(|verdict| *verdict == Verdict::Unanswered) {
        return Reading::Untouched;
    }
    if all().all(|verdict| *verdict == Verdict::NotApplicable) {
        return Reading::NotApplicable;
    }
    let reached_if = |fulfilled: fn(Verdict) -> bool| {
        let reached = verdicts.iter().take_while(|(_, verdicts)| verdicts.iter().copied().all(fulfilled));
        reached.last().map_or(Level::NONE, |(level, _)| *level)
    };
    Reading::Between {
        low: reached_if(Verdict::is_fulfilled),
        high: reached_if(|verdict| verdict.is_fulfilled() || verdict == Verdict::Unanswered),
    }
}

/// The quick answer stands until the indicators answer: until they settle the level, or rule the quick answer out.
fn current(quick: Option<QuickVerdict>, reading: Reading) -> Current {
    match (quick, reading) {
        (None, Reading::Untouched) => Current::Unanswered,
        (_, Reading::NotApplicable) | (Some(QuickVerdict::NotApplicable), Reading::Untouched) => Current::NotApplicable,
        (Some(QuickVerdict::Level(level)), Reading::Untouched) => Current::Known { low: level, high: level, basis: Basis::Quick },
        (Some(QuickVerdict::Level(level)), Reading::Between { low, high }) if low < high && (low..=high).contains(&level) => {
            Current::Known { low: level, high: level, basis: Basis::Quick }
        }
        (_, Reading::Between { low, high }) => Current::Known { low, high, basis: Basis::Indicators },
    }
}

fn near_miss(indicators: &[IndicatorsOfLevel<'_>], verdicts: &[(Level, Vec<Verdict>)], reading: Reading) -> Option<NearMiss> {
    let Reading::Between { low, high } = reading else { return None };
    let missed = low.next();
    if high != low {
        return None;
    }
    let of_level = |(level, _): &&(Level, Vec<Verdict>)| *level == missed;
    let (_, verdicts) = verdicts.iter().find(of_level)?;
    let (_, ids) = indicators.iter().find(|(level, _)| *level == missed)?;
    let mut open = ids.iter().zip(verdicts).filter(|(_, verdict)| !verdict.is_fulfilled());
    let (only, _) = open.next()?;
    open.next().is_none().then(|| NearMiss { level: missed, indicator: (*only).clone() })
}

#[cfg(test)]
mod tests {
    use super::Verdict::{Met, NotApplicable, NotMet, Partly, Unanswered};
    use super::*;

    fn read(levels: &[&[Verdict]]) -> Reading {
        let numbered = levels.iter().zip(1..).map(|(verdicts, number)| (Level::new(number), verdicts.to_vec()));
        reading(&numbered.collect::<Vec<_>>())
    }

    fn between(low: u8, high: u8) -> Reading {
        Reading::Between { low: Level::new(low), high: Level::new(high) }
    }

    #[test]
    fn a_level_needs_itself_and_all_below() {
        assert_eq!(read(&[&[Met, Met], &[Met], &[NotMet]]), between(2, 2));
        assert_eq!(read(&[&[Met, NotMet], &[Met], &[Met]]), between(0, 0), "a hole at the bottom");
        assert_eq!(read(&[&[Met], &[Met], &[Met]]), between(3, 3));
    }

    #[test]
    fn partly_does_not_reach() {
        assert_eq!(read(&[&[Met], &[Partly]]), between(1, 1));
    }

    #[test]
    fn what_does_not_apply_does_not_hinder() {
        assert_eq!(read(&[&[NotApplicable, Met], &[NotApplicable], &[NotMet]]), between(2, 2));
        assert_eq!(read(&[&[NotApplicable], &[NotApplicable]]), Reading::NotApplicable);
    }

    #[test]
    fn what_is_unanswered_leaves_it_open() {
        assert_eq!(read(&[&[Unanswered], &[Unanswered]]), Reading::Untouched);
        assert_eq!(read(&[&[Met, Unanswered], &[Met], &[NotMet]]), between(0, 2));
        assert_eq!(read(&[&[Met], &[Unanswered], &[Unanswered]]), between(1, 3));
    }

    #[test]
    fn the_quick_answer_stands_until_indicators_answer() {
        let quick = Some(QuickVerdict::Level(Level::new(2)));
        let stands = Current::Known { low: Level::new(2), high: Level::new(2), basis: Basis::Quick };
        assert_eq!(current(quick, Reading::Untouched), stands);
        assert_eq!(current(quick, between(1, 3)), stands, "still possible");
        let ruled_out = Current::Known { low: Level::new(0), high: Level::new(1), basis: Basis::Indicators };
        assert_eq!(current(quick, between(0, 1)), ruled_out);
        let settled = Current::Known { low: Level::new(2), high: Level::new(2), basis: Basis::Indicators };
        assert_eq!(current(quick, between(2, 2)), settled);
    }
}
