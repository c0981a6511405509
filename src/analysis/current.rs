//! How a practice's current level follows from answers.
//!
//! The rule (from the SMM's idea of indicators of accomplishment): a level is reached when every applicable indicator of it
//! **and of all lower levels** is met. *Partly* does not reach it. What nobody answered yet leaves it open, so the result is
//! a range until enough is answered, and what nobody knows does as well: the low end holds in any case, the high end if all that is open turned out well.

use super::HeldBack;
use super::consolidated::{Consolidated, QuickVerdict, Verdict};
use super::practice_answers::{ConsolidatedIndicator, PracticeAnswers};
use crate::model::{IndicatorId, Level};
use crate::session::PartId;

/// What the indicators of a practice say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// None is answered.
    Untouched,
    /// Those who were asked knew none of them, and nobody answered any other.
    NotKnown,
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
    /// From nothing: those who were asked, in whichever pass, did not know, so it may be any level.
    NotKnown,
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
    /// The level that holds by the rule even if everything that is only assumed turned out wrong; `None` while indicators say
    /// nothing.
    pub sure: Option<Level>,
    /// What the quick pass says, also where the indicators count.
    pub quick: Option<Level>,
    /// What the indicators say, also where the quick pass counts.
    pub reading: Reading,
    /// Whether the next level is missed by one indicator; never where a level is set against the rule, since that would stay.
    pub near_miss: Option<NearMiss>,
    /// What keeps the level from being higher: *partly* does not reach it either.
    pub held_back: HeldBack,
    /// Where each part stands, in their order, where something is said about one of them on its own; else nothing.
    pub parts: Vec<(PartId, Current)>,
}

impl Standing {
    /// The parts that decide: all that stand as low as the lowest. Nothing where parts are not told apart.
    pub fn lowest_parts(&self) -> impl Iterator<Item = &PartId> {
        let lowest = self.parts.iter().map(|(_, current)| rank(*current)).min();
        self.parts.iter().filter(move |(_, current)| Some(rank(*current)) == lowest).map(|(part, _)| part)
    }
}

/// Where a practice stands, of what is asked and said about it: its lowest part's standing, or that of the whole system.
pub(super) fn standing_of(hearing: &PracticeAnswers<'_, '_>) -> Standing {
    overridden(lowest(of_subjects(hearing)), hearing.set(None))
}

/// Where a practice stands in each part (`None`: in the whole system, where parts don't differ).
pub(super) fn standings<'s>(hearing: &PracticeAnswers<'_, 's>) -> Vec<(Option<&'s PartId>, Current)> {
    of_subjects(hearing).into_iter().map(|(part, standing)| (part, standing.current)).collect()
}

/// Where a practice stands in each part, with all that leads there (`None`: in the whole system, where parts don't differ).
pub(super) fn of_subjects<'s>(hearing: &PracticeAnswers<'_, 's>) -> Vec<(Option<&'s PartId>, Standing)> {
    hearing.subjects.iter().map(|part| (*part, of_subject(hearing, *part))).collect()
}

/// A level set against the rule counts, and what the rule gives stays visible.
fn overridden(standing: Standing, set: Option<Level>) -> Standing {
    match set {
        Some(level) => {
            let current = Current::Known { low: level, high: level, basis: Basis::Override };
            Standing { current, near_miss: None, held_back: HeldBack::default(), ..standing }
        }
        None => standing,
    }
}

/// The lowest part decides. Parts to which the practice does not apply say nothing; a part without answers leaves the low
/// end at nothing, because nobody knows yet.
fn lowest(of_parts: Vec<(Option<&PartId>, Standing)>) -> Standing {
    let current = together(of_parts.iter().map(|(_, standing)| standing.current));
    let by_rule = together(of_parts.iter().map(|(_, standing)| standing.by_rule));
    let sure = sure(&of_parts);
    let near_miss = near_miss_of_all(&of_parts);
    let parts = of_parts.iter().filter_map(|(part, standing)| Some(((*part)?.clone(), standing.current))).collect();
    let decides = of_parts.into_iter().min_by_key(|(_, standing)| rank(standing.current));
    let Some((_, standing)) = decides else {
        let (reading, held_back) = (Reading::Untouched, HeldBack::default());
        return Standing { current, by_rule, sure, quick: None, reading, near_miss, held_back, parts };
    };
    Standing { current, by_rule, sure, near_miss, parts, ..standing }
}

/// How low a part stands, the lowest first; then those about which nobody knows, then those to which it does not apply.
fn rank(current: Current) -> (u8, Level, Level) {
    match current {
        Current::Known { low, high, .. } => (0, low, high),
        Current::Unanswered => (1, Level::NONE, Level::NONE),
        Current::NotApplicable => (2, Level::NONE, Level::NONE),
    }
}

/// Where several parts stand together.
fn together(parts: impl Iterator<Item = Current> + Clone) -> Current {
    let some_open = parts.clone().any(|current| current == Current::Unanswered);
    let highs = parts.clone().filter_map(|current| if let Current::Known { high, .. } = current { Some(high) } else { None });
    match (parts.min_by_key(|current| rank(*current)), highs.min()) {
        (Some(Current::Known { low, basis, .. }), Some(high)) => {
            Current::Known { low: if some_open { Level::NONE } else { low }, high, basis }
        }
        (lowest, _) => lowest.unwrap_or(Current::Unanswered),
    }
}

/// What is sure of all parts. Of a part that only the quick pass speaks of, nothing is assumed.
fn sure(of_parts: &[(Option<&PartId>, Standing)]) -> Option<Level> {
    let of_part = |standing: &Standing| match standing.by_rule {
        Current::Known { low, .. } => Some(standing.sure.unwrap_or(low)),
        Current::Unanswered => Some(Level::NONE),
        Current::NotApplicable => None,
    };
    let says_something = of_parts.iter().any(|(_, standing)| standing.sure.is_some());
    of_parts.iter().filter_map(|(_, standing)| of_part(standing)).min().filter(|_| says_something)
}

/// One indicator leads to the next level only if no other part lacks anything else for it.
fn near_miss_of_all(of_parts: &[(Option<&PartId>, Standing)]) -> Option<NearMiss> {
    if of_parts.iter().any(|(_, standing)| standing.current == Current::Unanswered) {
        return None;
    }
    let low = of_parts.iter().filter_map(|(_, standing)| standing.current.low()).min()?;
    let mut lowest = of_parts.iter().filter(|(_, standing)| standing.current.low() == Some(low));
    let first = lowest.next().and_then(|(_, standing)| standing.near_miss.as_ref())?;
    lowest.all(|(_, other)| other.near_miss.as_ref() == Some(first)).then(|| first.clone())
}

pub(super) type VerdictsOfLevel = (Level, Vec<Verdict>);

fn of_subject(hearing: &PracticeAnswers<'_, '_>, part: Option<&PartId>) -> Standing {
    let of_level = |indicators: &Vec<ConsolidatedIndicator<'_, '_>>| {
        indicators.iter().filter_map(|it| Some(it.heard(part)?.verdict)).collect()
    };
    let verdicts: Vec<VerdictsOfLevel> =
        hearing.levels.iter().map(|(level, indicators)| (*level, of_level(indicators))).collect();
    // What asks nothing of a part does not apply to it: nobody will ever answer there.
    let reading = match part {
        Some(part) if hearing.asks_nothing_of(part) => Reading::NotApplicable,
        _ => reading(&verdicts),
    };
    let quick = hearing.quick(part);
    let by_rule = current(quick, reading, hearing.levels.last().map_or(Level::NONE, |(level, _)| *level));
    let sure = matches!(reading, Reading::Between { .. })
        .then(|| reached_if(&hearing.levels, |it| it.heard(part).is_none_or(Consolidated::is_surely_fulfilled)));
    let standing = Standing {
        current: by_rule,
        by_rule,
        sure,
        quick: quick.and_then(|quick| match quick {
            QuickVerdict::Level(level) => Some(level),
            QuickVerdict::NotApplicable | QuickVerdict::Unknown => None,
        }),
        reading,
        near_miss: near_miss(hearing, part, reading),
        held_back: HeldBack::by(&verdicts, reading),
        parts: Vec::new(),
    };
    // What is set for the whole counts for all parts together, not for one of them.
    overridden(standing, part.and_then(|part| hearing.set(Some(part))))
}

/// The highest level up to which everything is fulfilled.
fn reached_if<T>(levels: &[(Level, Vec<T>)], is_fulfilled: impl Fn(&T) -> bool) -> Level {
    let reached = levels.iter().take_while(|(_, all)| all.iter().all(&is_fulfilled));
    reached.last().map_or(Level::NONE, |(level, _)| *level)
}

/// What the indicators say, level by level from 1 up.
fn reading(verdicts: &[VerdictsOfLevel]) -> Reading {
    let all = || verdicts.iter().flat_map(|(_, verdicts)| verdicts);
    if all().all(|verdict| *verdict == Verdict::Unanswered) {
        return Reading::Untouched;
    }
    if all().all(|verdict| verdict.is_open()) {
        return Reading::NotKnown;
    }
    if all().all(|verdict| *verdict == Verdict::NotApplicable) {
        return Reading::NotApplicable;
    }
    Reading::Between {
        low: reached_if(verdicts, |verdict| verdict.is_fulfilled()),
        high: reached_if(verdicts, |verdict| verdict.is_fulfilled() || verdict.is_open()),
    }
}

/// The quick answer stands until the indicators settle the level. Where they rule it out, what they leave possible next to it does:
/// so a better quick answer never makes for a lower level, as it would if one that is ruled out no longer counted at all. Where nobody
/// knew, in whichever pass, any level up to the highest is possible; whoever knows in one counts before who does not in the other.
fn current(quick: Option<QuickVerdict>, reading: Reading, top: Level) -> Current {
    match (quick, reading) {
        (None, Reading::Untouched) => Current::Unanswered,
        (_, Reading::NotApplicable) | (Some(QuickVerdict::NotApplicable), Reading::Untouched | Reading::NotKnown) => {
            Current::NotApplicable
        }
        (Some(QuickVerdict::Unknown), Reading::Untouched) | (Some(QuickVerdict::Unknown) | None, Reading::NotKnown) => {
            Current::Known { low: Level::NONE, high: top, basis: Basis::NotKnown }
        }
        (Some(QuickVerdict::Level(level)), Reading::Untouched | Reading::NotKnown) => by_quick(level),
        (Some(QuickVerdict::Level(level)), Reading::Between { low, high }) if low < high => by_quick(level.clamp(low, high)),
        (_, Reading::Between { low, high }) => Current::Known { low, high, basis: Basis::Indicators },
    }
}

const fn by_quick(level: Level) -> Current {
    Current::Known { low: level, high: level, basis: Basis::Quick }
}

fn near_miss(hearing: &PracticeAnswers<'_, '_>, part: Option<&PartId>, reading: Reading) -> Option<NearMiss> {
    let Reading::Between { low, high } = reading else { return None };
    let missed = low.next();
    if high != low {
        return None;
    }
    let (_, indicators) = hearing.levels.iter().find(|(level, _)| *level == missed)?;
    let mut open = indicators.iter().filter(|it| it.heard(part).is_some_and(|heard| !heard.verdict.is_fulfilled()));
    let only = open.next()?;
    open.next().is_none().then(|| NearMiss { level: missed, indicator: only.asked.indicator.id.clone() })
}

#[cfg(test)]
mod tests {
    use super::Verdict::{Met, NotApplicable, NotKnown, NotMet, Partly, Unanswered};
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
    fn what_nobody_knows_leaves_as_much_open_as_what_nobody_answered() {
        assert_eq!(read(&[&[Met, NotKnown], &[Met], &[NotMet]]), between(0, 2));
        assert_eq!(read(&[&[Met], &[NotKnown], &[Unanswered]]), between(1, 3));
        assert_eq!(read(&[&[NotKnown], &[Unanswered]]), Reading::NotKnown, "but somebody was asked");
        assert_eq!(read(&[&[NotKnown], &[NotApplicable]]), between(0, 2));
    }

    const TOP: Level = Level::new(4);

    #[test]
    fn where_nobody_knew_any_level_is_possible_until_indicators_answer() {
        let unknown = Some(QuickVerdict::Unknown);
        let any = Current::Known { low: Level::NONE, high: TOP, basis: Basis::NotKnown };
        assert_eq!(current(unknown, Reading::Untouched, TOP), any);
        assert_eq!(current(None, Reading::NotKnown, TOP), any);
        assert_eq!(current(unknown, Reading::NotKnown, TOP), any);
        let level = Some(QuickVerdict::Level(Level::new(2)));
        assert_eq!(current(level, Reading::NotKnown, TOP), by_quick(Level::new(2)), "whoever knows counts before who does not");
        assert_eq!(current(Some(QuickVerdict::NotApplicable), Reading::NotKnown, TOP), Current::NotApplicable);
        let answered = Current::Known { low: Level::new(1), high: Level::new(3), basis: Basis::Indicators };
        assert_eq!(current(unknown, between(1, 3), TOP), answered);
    }

    #[test]
    fn the_quick_answer_stands_until_indicators_answer() {
        let quick = Some(QuickVerdict::Level(Level::new(2)));
        let stands = Current::Known { low: Level::new(2), high: Level::new(2), basis: Basis::Quick };
        assert_eq!(current(quick, Reading::Untouched, TOP), stands);
        assert_eq!(current(quick, between(1, 3), TOP), stands, "still possible");
        let settled = Current::Known { low: Level::new(2), high: Level::new(2), basis: Basis::Indicators };
        assert_eq!(current(quick, between(2, 2), TOP), settled);
    }

    #[test]
    fn a_better_quick_answer_never_makes_for_a_lower_level() {
        let ranges = (0..=4).flat_map(|low| (low..=4).map(move |high| between(low, high)));
        for reading in ranges.chain([Reading::Untouched, Reading::NotKnown]) {
            let of = |quick: u8| current(Some(QuickVerdict::Level(Level::new(quick))), reading, TOP);
            for quick in 0..4 {
                let (worse, better) = (of(quick), of(quick + 1));
                assert!(
                    worse.low() <= better.low() && worse.high() <= better.high(),
                    "{reading:?}, {quick}: {worse:?} {better:?}"
                );
            }
        }
    }

    #[test]
    fn a_quick_answer_that_is_ruled_out_counts_as_far_as_the_indicators_allow() {
        let of = |quick: u8, reading| current(Some(QuickVerdict::Level(Level::new(quick))), reading, TOP);
        assert_eq!((of(2, between(0, 1)), of(1, between(2, 3))), (by_quick(Level::new(1)), by_quick(Level::new(2))));
    }
}
