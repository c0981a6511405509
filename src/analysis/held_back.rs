//! What keeps a level from being higher.

use super::Verdict;
use super::current::{Reading, VerdictsOfLevel};

/// How many statements of the level above the highest possible one do not hold, by kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HeldBack {
    /// So many hold only in part: that does not reach a level.
    pub partly: usize,
    /// So many do not hold.
    pub not_met: usize,
}

impl HeldBack {
    pub(super) fn by(verdicts: &[VerdictsOfLevel], reading: Reading) -> Self {
        let Reading::Between { high, .. } = reading else { return Self::default() };
        let above = verdicts.iter().find(|(level, _)| *level == high.next());
        let count = |of: Verdict| above.map_or(0, |(_, verdicts)| verdicts.iter().filter(|verdict| verdict.kind() == of).count());
        Self { partly: count(Verdict::Partly), not_met: count(Verdict::NotMet) }
    }
}

#[cfg(test)]
mod tests {
    use super::Verdict::{Met, NotMet, Partly, Unanswered};
    use super::*;
    use crate::model::Level;

    #[test]
    fn both_kinds_that_hold_a_level_back_are_counted_where_they_do() {
        let held = |levels: &[&[Verdict]], low, high| {
            let numbered: Vec<_> = levels.iter().zip(1..).map(|(all, number)| (Level::new(number), all.to_vec())).collect();
            let held = HeldBack::by(
                &numbered,
                Reading::Between { low: Level::new(low), high: Level::new(high), exact: crate::analysis::Exact::Level },
            );
            (held.partly, held.not_met)
        };
        assert_eq!(held(&[&[Partly, Met], &[Met]], 0, 0), (1, 0), "one of level 1 keeps it at 0");
        assert_eq!(held(&[&[Partly, NotMet, NotMet], &[Met]], 0, 0), (1, 2), "and two more do");
        assert_eq!(held(&[&[Unanswered], &[Partly]], 0, 1), (1, 0), "whatever else is answered, it is 1 at most");
        assert_eq!(held(&[&[NotMet], &[Partly]], 0, 0), (0, 1), "level 1 is missed anyway, and not by what holds in part");
        assert_eq!(held(&[&[Met], &[Met]], 2, 2), (0, 0));
    }
}
