//! How long what is in the bin has lain there, whatever the clock says.
//!
//! The rule: a clock may be wrong by years and right again a minute later, so no single look at it ends anything. Each start of the
//! app is a look. From one look to the next as much time has passed as the clock went on, but a day at the most, and none where it
//! went back; what lies in the bin grows older by that. What is to go has to be thirty days old by this count and by the clock as
//! well. Whoever opens the app every day has a bin of thirty days; whoever does so less often has a longer one; a clock that jumps
//! costs one day of the thirty.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::order;
use crate::session::from_members;
use crate::session::{FromFile, Timestamp};

pub(super) const DAY: i64 = 86_400_000;

/// How long what is in the bin has lain there, in milliseconds that are certain.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(super) struct BinAges {
    /// What the clock said at the last look.
    looked: Option<i64>,
    /// The age of each thing, by its key.
    ages: BTreeMap<String, i64>,
}

from_members!(BinAges { looked, ages; .. });

impl BinAges {
    /// What was noted; nothing where that can't be read.
    pub(super) fn read(text: Option<&str>) -> Self {
        text.and_then(Self::from_json).unwrap_or_default()
    }

    pub(super) fn text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Looks at the clock and at what is there. What was not there at the last look begins to grow old.
    pub(super) fn look(&mut self, now: Timestamp, there: impl Iterator<Item = String>) {
        let now = now.as_millisecond();
        let passed = self.looked.map_or(0, |looked| now.saturating_sub(looked).clamp(0, DAY));
        let age = |key: String| (self.ages.get(&key).map_or(0, |age| age.saturating_add(passed)), key);
        self.ages = order::map(there.map(age).map(|(age, key)| (key, age)));
        // Where nothing grows old, it does not matter when one looked.
        self.looked = (!self.ages.is_empty()).then_some(now);
    }

    /// How old something in the bin is.
    pub(super) fn of(&self, key: &str) -> i64 {
        self.ages.get(key).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn aged(looks: &[i64]) -> i64 {
        let mut ages = BinAges::default();
        for days in looks {
            ages.look(Timestamp::from_millisecond(days * DAY).unwrap_or_default(), std::iter::once("a".to_owned()));
            ages = BinAges::read(Some(&ages.text()));
        }
        ages.of("a") / DAY
    }

    #[test]
    fn a_jump_of_the_clock_counts_as_a_day_at_the_most() {
        assert_eq!(aged(&[100, 101, 102]), 2);
        assert_eq!(aged(&[100, 4_000]), 1, "ahead");
        assert_eq!(aged(&[100, 4_000, 100, 101]), 2, "and back");
        assert_eq!(aged(&[4_000, 100]), 0, "from a clock that was ahead");
    }

    #[test]
    fn what_can_not_be_read_begins_anew() {
        let mut ages = BinAges::read(Some("{\"looked\":[]"));
        assert_eq!(ages, BinAges::default());
        ages.look(Timestamp::default(), std::iter::empty());
        assert_eq!(ages.of("a"), 0);
    }
}
