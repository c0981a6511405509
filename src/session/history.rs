//! When a session was changed, and how that stands to what other copies have seen.

use super::{List, RoundId, Seen, Session, Stamp, Timestamp};

impl Session {
    /// When anything was last changed.
    #[must_use]
    pub fn last_change(&self) -> Timestamp {
        let mut last = None;
        self.each_fact(&mut |fact| last = last.max(Some(fact.at)));
        last.unwrap_or(self.created)
    }

    /// When anything was last changed in a round. What belongs to all rounds, as targets, does not count.
    #[must_use]
    pub fn last_change_in(&self, round: &RoundId) -> Option<Timestamp> {
        let mut last = None;
        self.each_fact(&mut |fact| {
            if fact.round == Some(round) {
                last = last.max(Some(fact.at));
            }
        });
        last
    }

    /// Takes in that every change that stands in this copy has been seen, whatever its file said: an actor who counts on from
    /// there never gives a stamp twice.
    pub fn see_its_own_facts(&mut self) {
        let mut seen = std::mem::take(&mut self.seen);
        self.each_fact(&mut |fact| seen.include(fact.stamp));
        self.seen = seen;
    }

    /// The first stamp with a count that nobody gets to by working, and the list where it stands; `None` where all are within reason.
    #[must_use]
    pub fn beyond_reason(&self) -> Option<(List, &Stamp)> {
        let mut found = None;
        self.each_fact(&mut |fact| {
            if fact.stamp.counter > Seen::BEYOND_REASON && found.is_none() {
                found = Some((fact.list, fact.stamp));
            }
        });
        found
    }

    /// How many facts were changed since a copy had seen so much.
    #[must_use]
    pub fn changed_since(&self, seen: &Seen) -> usize {
        let mut changed = 0;
        self.each_fact(&mut |fact| changed += usize::from(!seen.covers(fact.stamp)));
        changed
    }
}
