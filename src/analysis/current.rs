//! How a practice's current level follows from answers.
//!
//! The rule (from the SMM's idea of indicators of accomplishment): a level is reached when every applicable indicator of it
//! **and of all lower levels** is met. *Partly* does not reach it. What nobody answered yet leaves it open, so the result is
//! a range until enough is answered, and what nobody knows does as well: the low end holds in any case, the high end if all that is open turned out well.
//! A practice that the model has rated as a whole stands where it was rated.
//!
//! That is the rule of a model that names none. By another one a level needs but a share of its statements, or the levels are added up
//! or each has a share of its own ([`Exact`]); what is open makes a range by each of them.

use super::HeldBack;
use super::consolidated::QuickVerdict;
use super::exact::{Exact, Point};
use super::practice_answers::{ConsolidatedIndicator, PracticeAnswers};
use super::rule::{Tally, anything, current, point, rated, reading};
use super::together::{near_miss_of_all, rank, sure, together};
use super::verdict::Verdict;
use crate::model::{IndicatorId, Level, LevelRule, RollupRule};
use crate::session::PartId;

/// What the indicators of a practice say about its level; of one that is rated as a whole, nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(clippy::large_enum_variant, reason = "it is a plain value, as a box would not be")]
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
        /// What the model's rule says beside whole levels.
        exact: Exact,
    },
}

/// Where the current level comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// From the quick pass; indicators don't say otherwise yet.
    Quick,
    /// From the indicators.
    Indicators,
    /// From what the practice was rated as a whole: there are no statements that decide.
    Rating,
    /// From nothing: those who were asked, in whichever pass, did not know, so it may be any level.
    NotKnown,
    /// Set by an assessor against the rule, with a reason.
    Override,
}

/// The current state of a practice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(clippy::large_enum_variant, reason = "it is a plain value, as a box would not be")]
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
        /// What the model's rule says beside whole levels.
        exact: Exact,
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
            Self::Known { low, high, exact, .. } if low == high && exact.is_settled() => Some(low),
            _ => None,
        }
    }
}

impl Current {
    /// Whether what is open could still change where it stands.
    #[must_use]
    pub fn is_range(self) -> bool {
        matches!(self, Self::Known { low, high, exact, .. } if low < high || !exact.is_settled())
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
    /// The same, as exactly as the rule says it: its low end holds.
    pub sure_at: Option<Current>,
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
    /// How these were made one.
    pub rollup: RollupRule,
}

impl Standing {
    /// The parts that decide: all that stand as low as the lowest. Nothing where parts are not told apart, or their mean counts.
    pub fn lowest_parts(&self) -> impl Iterator<Item = &PartId> {
        let lowest = self.parts.iter().map(|(_, current)| rank(*current)).min().filter(|_| self.rollup == RollupRule::Lowest);
        self.parts.iter().filter(move |(_, current)| Some(rank(*current)) == lowest).map(|(part, _)| part)
    }
}

/// Where a practice stands, of what is asked and said about it: its lowest part's standing, or that of the whole system.
pub(super) fn standing_of(hearing: &PracticeAnswers<'_, '_>) -> Standing {
    overridden(joined(of_subjects(hearing), hearing), hearing.set(None), hearing)
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
fn overridden(standing: Standing, set: Option<Level>, hearing: &PracticeAnswers<'_, '_>) -> Standing {
    match set {
        Some(level) => {
            let exact = anything(&hearing.levels, hearing.scoring).of_levels(level, level);
            let current = Current::Known { low: level, high: level, basis: Basis::Override, exact };
            Standing { current, near_miss: None, held_back: HeldBack::default(), ..standing }
        }
        None => standing,
    }
}

/// The lowest part decides, unless the model takes the mean. Parts to which the practice does not apply say nothing; a part without
/// answers leaves the low end at nothing, because nobody knows yet.
fn joined(of_parts: Vec<(Option<&PartId>, Standing)>, hearing: &PracticeAnswers<'_, '_>) -> Standing {
    let (rollup, top) = (hearing.scoring.rollup.parts, hearing.top());
    let current = together(of_parts.iter().map(|(_, standing)| standing.current), rollup, top);
    let by_rule = together(of_parts.iter().map(|(_, standing)| standing.by_rule), rollup, top);
    let sure_at = sure(&of_parts, rollup, top);
    let sure = sure_at.and_then(Current::low);
    let near_miss = near_miss_of_all(&of_parts, rollup);
    let parts = of_parts.iter().filter_map(|(part, standing)| Some(((*part)?.clone(), standing.current))).collect();
    let parts_count = of_parts.len();
    let decides = of_parts.into_iter().min_by_key(|(_, standing)| rank(standing.current));
    let Some((_, standing)) = decides else {
        let (reading, held_back) = (Reading::Untouched, HeldBack::default());
        return Standing { current, by_rule, sure, sure_at, quick: None, reading, near_miss, held_back, parts, rollup };
    };
    // Where the mean counts, what one part lacks does not hold back the level of all.
    let is_held = parts_count < 2 || rollup == RollupRule::Lowest;
    let held_back = if is_held { standing.held_back } else { HeldBack::default() };
    Standing { current, by_rule, sure, sure_at, near_miss, held_back, parts, ..standing }
}

pub(super) type VerdictsOfLevel = (Level, Vec<Verdict>);

fn of_subject(hearing: &PracticeAnswers<'_, '_>, part: Option<&PartId>) -> Standing {
    let of_level = |indicators: &Vec<ConsolidatedIndicator<'_, '_>>| {
        indicators.iter().filter_map(|it| Some(it.heard(part)?.verdict)).collect()
    };
    let verdicts: Vec<VerdictsOfLevel> =
        hearing.levels.iter().map(|(level, indicators)| (*level, of_level(indicators))).collect();
    let quick = hearing.quick(part);
    let (top, scoring) = (hearing.top(), hearing.scoring);
    let (reading, by_rule) = if hearing.is_rated {
        (Reading::Untouched, rated(quick, top, anything(&hearing.levels, scoring)))
    } else {
        // What asks nothing of a part does not apply to it: nobody will ever answer there.
        let reading = match part {
            Some(part) if hearing.asks_nothing_of(part) => Reading::NotApplicable,
            _ => reading(&verdicts, scoring),
        };
        let anything = anything(&verdicts, scoring);
        (reading, current(quick.map(|quick| quick.passing(&hearing.levels)), reading, top, anything))
    };
    let sure_at = matches!(reading, Reading::Between { .. })
        .then(|| at_point(point(&hearing.levels, scoring, |it| it.heard(part).and_then(Tally::sure))));
    let standing = Standing {
        current: by_rule,
        by_rule,
        sure: sure_at.and_then(Current::low),
        sure_at,
        quick: quick.and_then(|quick| match quick {
            QuickVerdict::Level(level) => Some(level),
            QuickVerdict::NotApplicable | QuickVerdict::Unknown => None,
        }),
        reading,
        near_miss: near_miss(hearing, part, reading),
        held_back: if scoring.level == LevelRule::Cumulative { HeldBack::by(&verdicts, reading) } else { HeldBack::default() },
        parts: Vec::new(),
        rollup: scoring.rollup.parts,
    };
    // What is set for the whole counts for all parts together, not for one of them.
    overridden(standing, part.and_then(|part| hearing.set(Some(part))), hearing)
}

/// To stand just where statements lead.
fn at_point(point: Point) -> Current {
    let level = point.level();
    Current::Known { low: level, high: level, basis: Basis::Indicators, exact: Exact::between(point, point) }
}

/// One statement more would reach the next level. Where the model asks for a share of them, the first of those that would.
fn near_miss(hearing: &PracticeAnswers<'_, '_>, part: Option<&PartId>, reading: Reading) -> Option<NearMiss> {
    let Reading::Between { low, high, .. } = reading else { return None };
    let missed = low.next();
    if high != low || hearing.scoring.level != LevelRule::Cumulative {
        return None;
    }
    let (_, indicators) = hearing.levels.iter().find(|(level, _)| *level == missed)?;
    let apply = || indicators.iter().filter_map(|it| Some((it, it.heard(part)?.verdict)));
    let apply = || apply().filter(|(_, verdict)| *verdict != Verdict::NotApplicable);
    let passed = apply().filter(|(_, verdict)| verdict.is_fulfilled()).count();
    let (first, _) = apply().find(|(_, verdict)| !verdict.is_fulfilled())?;
    let is_enough = hearing.scoring.share.is_reached_by(passed + 1, apply().count());
    is_enough.then(|| NearMiss { level: missed, indicator: first.asked.indicator.id.clone() })
}
