//! The rules by which a level follows from what is said: from statements, from the quick pass, from a rating.

use super::consolidated::{Consolidated, QuickVerdict};
use super::current::{Basis, Current, Reading, VerdictsOfLevel};
use super::exact::{Exact, MOST, Point};
use super::verdict::Verdict;
use crate::model::{Amount, Fraction, Level, LevelRule, Scoring};

/// What a statement counts for, looked at in one way; one that does not apply counts for nothing at all, and against nothing.
#[derive(Clone, Copy)]
pub(super) struct Tally {
    worth: Fraction,
    passes: bool,
}

impl Tally {
    const FULL: Self = Self { worth: Fraction::ONE, passes: true };
    const NOTHING: Self = Self { worth: Fraction::ZERO, passes: false };

    /// As far as it is shown.
    fn shown(verdict: Verdict) -> Option<Self> {
        Some(Self { worth: verdict.worth()?, passes: verdict.is_fulfilled() })
    }

    /// If what is open turned out well.
    fn at_best(verdict: Verdict) -> Option<Self> {
        if verdict.is_open() { Some(Self::FULL) } else { Self::shown(verdict) }
    }

    /// As far as it is not only assumed: what is said not to apply may, too.
    pub(super) fn sure(heard: Consolidated) -> Option<Self> {
        if heard.is_assumed() { Some(Self::NOTHING) } else { Self::shown(heard.verdict) }
    }
}

/// Where the statements of a practice lead, level by level from 1 up, if each counts for so much.
pub(super) fn point<T>(levels: &[(Level, Vec<T>)], scoring: &Scoring, tally: impl Fn(&T) -> Option<Tally>) -> Point {
    let top = levels.last().map_or(0, |(level, _)| level.number());
    let mean = |all: &Vec<T>| Amount::mean(all.iter().filter_map(&tally).map(|it| it.worth.into()));
    match scoring.level {
        // Of a rated practice, nothing follows from statements; what is asked here is how far they would go.
        LevelRule::Cumulative | LevelRule::Chosen => {
            let is_reached = |all: &Vec<T>| {
                let (passed, of) =
                    all.iter().filter_map(&tally).fold((0, 0), |(passed, of), it| (passed + usize::from(it.passes), of + 1));
                scoring.share.is_reached_by(passed, of)
            };
            let reached = levels.iter().take_while(|(_, all)| is_reached(all)).last();
            Point::Level(reached.map_or(Level::NONE, |(level, _)| *level))
        }
        LevelRule::Sum => {
            // A level that asks for nothing is passed through: it adds as much as the one below.
            let add = |(sum, below): (Amount, Amount), (_, all): &(Level, Vec<T>)| {
                let here = mean(all).unwrap_or(below);
                (sum.plus(here), here)
            };
            Point::Amount(levels.iter().fold((Amount::ZERO, Amount::whole(1_u8)), add).0, Amount::whole(top))
        }
        LevelRule::Share => {
            let mut of = [None; MOST];
            for (share, (_, all)) in of.iter_mut().zip(levels) {
                *share = mean(all).map(Fraction::nearest);
            }
            Point::Shares(of, top)
        }
    }
}

/// Where a practice can stand of which nothing is known.
pub(super) fn anything<T>(levels: &[(Level, Vec<T>)], scoring: &Scoring) -> Exact {
    let top = levels.last().map_or(Level::NONE, |(level, _)| *level);
    match scoring.level {
        LevelRule::Cumulative | LevelRule::Chosen => Exact::Level,
        LevelRule::Sum => {
            let of = Amount::whole(top.number());
            Exact::Amount { low: Amount::ZERO, high: of, of }
        }
        LevelRule::Share => {
            Exact::between(point(levels, scoring, |_| Some(Tally::NOTHING)), point(levels, scoring, |_| Some(Tally::FULL)))
        }
    }
}

/// What the indicators say, level by level from 1 up.
pub(super) fn reading(verdicts: &[VerdictsOfLevel], scoring: &Scoring) -> Reading {
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
    let low = point(verdicts, scoring, |verdict| Tally::shown(*verdict));
    let high = point(verdicts, scoring, |verdict| Tally::at_best(*verdict));
    Reading::Between { low: low.level(), high: high.level(), exact: Exact::between(low, high) }
}

/// Where a practice stands that is rated as a whole ([`crate::model::Model::is_rated`]): the rating is the level, whatever is said about
/// statements. It is the answer of the quick pass, and nothing that statements could still settle.
pub(super) fn rated(rating: Option<QuickVerdict>, top: Level, anything: Exact) -> Current {
    let known = |low, high, basis| Current::Known { low, high, basis, exact: anything.of_levels(low, high) };
    match rating {
        None => Current::Unanswered,
        Some(QuickVerdict::NotApplicable) => Current::NotApplicable,
        Some(QuickVerdict::Unknown) => known(Level::NONE, top, Basis::NotKnown),
        Some(QuickVerdict::Level(level)) => known(level, level, Basis::Rating),
    }
}

/// The quick answer stands until the indicators settle the level. Where they rule it out, what they leave possible next to it does:
/// so a better quick answer never makes for a lower level, as it would if one that is ruled out no longer counted at all. Where nobody
/// knew, in whichever pass, any level up to the highest is possible; whoever knows in one counts before who does not in the other.
pub(super) fn current(quick: Option<QuickVerdict>, reading: Reading, top: Level, anything: Exact) -> Current {
    match (quick, reading) {
        (None, Reading::Untouched) => Current::Unanswered,
        (_, Reading::NotApplicable) | (Some(QuickVerdict::NotApplicable), Reading::Untouched | Reading::NotKnown) => {
            Current::NotApplicable
        }
        (Some(QuickVerdict::Unknown), Reading::Untouched) | (Some(QuickVerdict::Unknown) | None, Reading::NotKnown) => {
            Current::Known { low: Level::NONE, high: top, basis: Basis::NotKnown, exact: anything }
        }
        (Some(QuickVerdict::Level(level)), Reading::Untouched | Reading::NotKnown) => {
            by_quick(level, anything.beside_quick(level))
        }
        (Some(QuickVerdict::Level(level)), Reading::Between { low, high, exact }) if low < high || !exact.is_settled() => {
            by_quick(level.clamp(low, high), exact.beside_quick(level))
        }
        (_, Reading::Between { low, high, exact }) => Current::Known { low, high, basis: Basis::Indicators, exact },
    }
}

/// By the quick answer; where more than a level is known, the level is what that reaches in full.
fn by_quick(level: Level, exact: Exact) -> Current {
    let (low, high) = exact.levels().unwrap_or((level, level));
    Current::Known { low, high, basis: Basis::Quick, exact }
}

#[cfg(test)]
mod tests {
    use super::Verdict::{Met, NotApplicable, NotKnown, NotMet, Partly, Unanswered};
    use super::*;

    fn read(levels: &[&[Verdict]]) -> Reading {
        let numbered = levels.iter().zip(1..).map(|(verdicts, number)| (Level::new(number), verdicts.to_vec()));
        reading(&numbered.collect::<Vec<_>>(), &Scoring::default())
    }

    fn between(low: u8, high: u8) -> Reading {
        Reading::Between { low: Level::new(low), high: Level::new(high), exact: Exact::Level }
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
        let any = Current::Known { low: Level::NONE, high: TOP, basis: Basis::NotKnown, exact: Exact::Level };
        assert_eq!(current(unknown, Reading::Untouched, TOP, Exact::Level), any);
        assert_eq!(current(None, Reading::NotKnown, TOP, Exact::Level), any);
        assert_eq!(current(unknown, Reading::NotKnown, TOP, Exact::Level), any);
        let level = Some(QuickVerdict::Level(Level::new(2)));
        assert_eq!(
            current(level, Reading::NotKnown, TOP, Exact::Level),
            by_quick(Level::new(2), Exact::Level),
            "whoever knows counts before who does not"
        );
        assert_eq!(current(Some(QuickVerdict::NotApplicable), Reading::NotKnown, TOP, Exact::Level), Current::NotApplicable);
        let answered = Current::Known { low: Level::new(1), high: Level::new(3), basis: Basis::Indicators, exact: Exact::Level };
        assert_eq!(current(unknown, between(1, 3), TOP, Exact::Level), answered);
    }

    #[test]
    fn the_quick_answer_stands_until_indicators_answer() {
        let quick = Some(QuickVerdict::Level(Level::new(2)));
        let stands = Current::Known { low: Level::new(2), high: Level::new(2), basis: Basis::Quick, exact: Exact::Level };
        assert_eq!(current(quick, Reading::Untouched, TOP, Exact::Level), stands);
        assert_eq!(current(quick, between(1, 3), TOP, Exact::Level), stands, "still possible");
        let settled = Current::Known { low: Level::new(2), high: Level::new(2), basis: Basis::Indicators, exact: Exact::Level };
        assert_eq!(current(quick, between(2, 2), TOP, Exact::Level), settled);
    }

    #[test]
    fn a_better_quick_answer_never_makes_for_a_lower_level() {
        let ranges = (0..=4).flat_map(|low| (low..=4).map(move |high| between(low, high)));
        for reading in ranges.chain([Reading::Untouched, Reading::NotKnown]) {
            let of = |quick: u8| current(Some(QuickVerdict::Level(Level::new(quick))), reading, TOP, Exact::Level);
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
        let of = |quick: u8, reading| current(Some(QuickVerdict::Level(Level::new(quick))), reading, TOP, Exact::Level);
        assert_eq!(
            (of(2, between(0, 1)), of(1, between(2, 3))),
            (by_quick(Level::new(1), Exact::Level), by_quick(Level::new(2), Exact::Level))
        );
    }
}
