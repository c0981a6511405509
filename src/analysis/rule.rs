//! The rules by which a level follows from what is said: from statements, from the quick pass, from a rating.

use super::consolidated::{QuickVerdict, Verdict};
use super::current::{Basis, Current, Reading, VerdictsOfLevel};
use crate::model::Level;

/// The highest level up to which everything is fulfilled.
pub(super) fn reached_if<T>(levels: &[(Level, Vec<T>)], is_fulfilled: impl Fn(&T) -> bool) -> Level {
    let reached = levels.iter().take_while(|(_, all)| all.iter().all(&is_fulfilled));
    reached.last().map_or(Level::NONE, |(level, _)| *level)
}

/// What the indicators say, level by level from 1 up.
pub(super) fn reading(verdicts: &[VerdictsOfLevel]) -> Reading {
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

/// Where a practice stands that is rated as a whole ([`crate::model::Model::is_rated`]): the rating is the level, whatever is said about
/// statements. It is the answer of the quick pass, and nothing that statements could still settle.
pub(super) fn rated(rating: Option<QuickVerdict>, top: Level) -> Current {
    match rating {
        None => Current::Unanswered,
        Some(QuickVerdict::NotApplicable) => Current::NotApplicable,
        Some(QuickVerdict::Unknown) => Current::Known { low: Level::NONE, high: top, basis: Basis::NotKnown },
        Some(QuickVerdict::Level(level)) => Current::Known { low: level, high: level, basis: Basis::Rating },
    }
}

/// The quick answer stands until the indicators settle the level. Where they rule it out, what they leave possible next to it does:
/// so a better quick answer never makes for a lower level, as it would if one that is ruled out no longer counted at all. Where nobody
/// knew, in whichever pass, any level up to the highest is possible; whoever knows in one counts before who does not in the other.
pub(super) fn current(quick: Option<QuickVerdict>, reading: Reading, top: Level) -> Current {
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
