//! What a session says in one of its rounds, and when rounds were opened.

use std::collections::BTreeMap;

use super::{Answer, Date, Fact, Facts, Place, RoundEvent, RoundId, RoundState, Session, Stamp, Subject, Timestamp, day_of};
use crate::model::{IndicatorId, order};

/// What everybody says about an item of the model in a round, for the whole system first, then for its parts; also what was
/// withdrawn. Only this is looked at, however much is said about other items.
pub fn said_of<'a, Id: Ord + Clone, V>(
    facts: &'a Facts<Place<Id>, V>,
    on: &Id,
    round: &RoundId,
) -> impl Iterator<Item = (&'a Place<Id>, &'a Fact<V>)> + use<'a, Id, V> {
    // Places sort by what they are about first, then by round; the whole system comes before parts, nobody before anybody.
    let first = Place { on: on.clone(), round: round.clone(), part: None, by: None };
    let from = facts.range(first.clone()..);
    from.take_while(move |(place, _)| place.on == first.on && place.round == first.round)
}

/// The same of what can be said only once.
pub fn said_once_of<'a, Id: Ord + Clone, V>(
    facts: &'a Facts<Subject<Id>, V>,
    on: &Id,
    round: &RoundId,
) -> impl Iterator<Item = (&'a Subject<Id>, &'a Fact<V>)> + use<'a, Id, V> {
    let first = Subject { on: on.clone(), round: round.clone(), part: None };
    let from = facts.range(first.clone()..);
    from.take_while(move |(at, _)| at.on == first.on && at.round == first.round)
}

impl Session {
    /// Everybody's answers to an indicator in a round, also those that were withdrawn.
    pub fn answers_to<'a>(
        &'a self,
        indicator: &IndicatorId,
        round: &RoundId,
    ) -> impl Iterator<Item = (&'a Place<IndicatorId>, &'a Fact<Answer>)> + use<'a> {
        said_of(&self.answers, indicator, round)
    }

    /// Where the opening of the next round stands in the history; `None` where no later one is open.
    ///
    /// That is the first of all that is said of later rounds and in them. What is said of a round itself may be later than its
    /// opening, as when it was named since; as long as nothing is said in it, that moves its opening.
    #[must_use]
    pub fn opening_after(&self, round: &RoundId) -> Option<&Stamp> {
        let is_later = |other: &RoundId| other > round && self.rounds.get(other).is_some_and(|fact| fact.value().is_some());
        let opened = self.rounds.iter().filter(|(id, _)| is_later(id)).map(|(_, fact)| &fact.stamp).min()?;
        let mut first = opened;
        self.each_fact(&mut |fact| {
            if fact.round.is_some_and(is_later) {
                first = first.min(fact.stamp);
            }
        });
        Some(first)
    }

    /// Where the end of a round stands in the history: that it was closed, or that the next one was opened, whichever came first; `None`
    /// while it is the latest and open.
    #[must_use]
    pub fn end_of(&self, round: &RoundId) -> Option<&Stamp> {
        self.closing_of(round).into_iter().chain(self.opening_after(round)).min()
    }

    /// Where the end of each round stands in the history, of those that have one: the same as [`Self::end_of`], in one go for all.
    #[must_use]
    pub fn ends(&self) -> BTreeMap<&RoundId, &Stamp> {
        let standing = self.rounds.iter().filter(|(_, fact)| fact.value().is_some());
        let mut first: BTreeMap<&RoundId, &Stamp> = order::map(standing.map(|(id, fact)| (id, &fact.stamp)));
        self.each_fact(&mut |fact| {
            if let Some(first) = fact.round.and_then(|round| first.get_mut(round)) {
                *first = (*first).min(fact.stamp);
            }
        });
        let mut ends = BTreeMap::new();
        let mut opened_after: Option<&Stamp> = None;
        for (round, first) in first.into_iter().rev() {
            if let Some(end) = self.closing_of(round).into_iter().chain(opened_after).min() {
                ends.insert(round, end);
            }
            opened_after = Some(opened_after.map_or(first, |after| after.min(first)));
        }
        ends
    }

    /// The day of what ended a round at a place in the history ([`Self::end_of`]): that it was closed, or else that the next one was opened.
    #[must_use]
    pub fn ended_on(&self, round: &RoundId, end: &Stamp) -> Option<Date> {
        match self.round_state(round) {
            RoundState::Closed { on: Some(day) } if self.closing_of(round) == Some(end) => Some(day),
            RoundState::Open | RoundState::Closed { .. } => {
                let (next, _) = self.rounds_in_order().find(|(id, _)| *id > round)?;
                let said = self.opening(next).map(|(opened, _)| opened.on);
                said.or_else(|| self.rounds.get(next).map(|fact| day_of(fact.at)))
            }
        }
    }

    /// Whether a round was closed, or another one opened, after a place in the history: what stood there is what that round was measured
    /// against.
    #[must_use]
    pub(super) fn has_round_ended_since(&self, place: &Stamp) -> bool {
        let is_end = |event: &RoundEvent| matches!(event, RoundEvent::Opened(_) | RoundEvent::Closed(_));
        let ended = self.round_events.values().filter(|fact| fact.value().is_some_and(is_end)).map(|fact| &fact.stamp);
        // Where opening was no event yet it is what is said of the round; of the first one, and of any since, that may be its name alone.
        let there = self.rounds.iter().filter(|(_, fact)| fact.value().is_some());
        let opened = there.skip(1).filter(|(id, _)| self.opening(id).is_none());
        ended.chain(opened.map(|(_, fact)| &fact.stamp)).any(|stamp| stamp > place)
    }

    /// When anything was last changed before a change, as far as it still stands; before none, at all.
    #[must_use]
    pub fn last_change_before(&self, change: Option<&Stamp>) -> Timestamp {
        let mut last = None;
        self.each_fact(&mut |fact| {
            if change.is_none_or(|change| fact.stamp < change) {
                last = last.max(Some(fact.at));
            }
        });
        last.unwrap_or(self.created)
    }
}
