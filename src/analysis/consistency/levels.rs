//! Levels that do not go together.

use super::checked::Checked;
use super::{Noticed, What};
use crate::analysis::current::of_subjects;
use crate::analysis::{About, Reading, minimum};
use crate::model::Level;

/// Targets below what something outside demands.
pub(super) fn below_minimum(checked: &Checked<'_, '_>) -> Vec<Noticed> {
    let find = |practice: &crate::model::Practice| {
        let target = checked.assessment.target(&practice.id)?.level;
        let minimum = minimum(checked.assessment, &practice.id).filter(|minimum| target < *minimum)?;
        Some(Noticed::new(About::Practice(practice.id.clone()), What::BelowMinimum { target, minimum }))
    };
    checked.practices().into_iter().filter_map(find).collect()
}

/// How many levels the quick pass may lie apart from the indicators: descriptions are coarse, one level is no surprise.
const USUAL: i16 = 1;

/// Practices of which the quick pass says something else than the indicators, in each part on its own.
pub(super) fn quick_apart(checked: &Checked<'_, '_>) -> Vec<Noticed> {
    let mut found = Vec::new();
    for practice in checked.practices() {
        for (part, standing) in of_subjects(&checked.hearing(practice)) {
            let part = part.cloned();
            let (Some(quick), Reading::Between { low, high, .. }) = (standing.quick, standing.reading) else { continue };
            if apart(quick, low, high) > USUAL {
                let what = What::QuickApart { quick, low, high };
                found.push(Noticed { about: About::Practice(practice.id.clone()), part, by: None, what });
            }
        }
    }
    found
}

/// How many levels lie between a level and a range; 0 inside.
fn apart(level: Level, low: Level, high: Level) -> i16 {
    low.above(level).max(level.above(high)).max(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_still_possible_is_not_apart() {
        let apart = |level, low, high| apart(Level::new(level), Level::new(low), Level::new(high));
        assert_eq!([apart(1, 0, 2), apart(0, 0, 0), apart(4, 0, 2), apart(1, 3, 4)], [0, 0, 2, 2]);
    }
}
