//! Whether a round is open or closed, and with that what may be changed.
//!
//! Nothing keeps that state: it follows from what happened to the round, in the order of the stamps, so that all copies which know the same
//! say the same. A round of which nobody said anything is open as long as no later one stands, as it was before rounds could be closed.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    AskedFor, Change, Date, EventOfRound, Fact, Opened, Planned, Round, RoundEvent, RoundEventId, RoundId, Seen, Session, Stamp,
    Trigger,
};

use crate::model::order;

/// Whether a round can be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoundState {
    /// It can.
    Open,
    /// It was closed.
    Closed {
        /// On which day; `None` where nobody closed it, but another round was opened after it.
        on: Option<Date>,
    },
}

/// That a change can't be made, because it would alter a round that has to stay as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frozen {
    /// The round.
    pub round: RoundId,
    /// Why it has to.
    pub why: FrozenBy,
}

/// Why a round has to stay as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FrozenBy {
    /// It is closed.
    Closing,
    /// It would be taken back, and something is said in it.
    WhatIsSaid,
}

impl Session {
    /// The rounds that stand, the first one first.
    pub fn rounds_in_order(&self) -> impl DoubleEndedIterator<Item = (&RoundId, &Round)> {
        self.rounds.iter().filter_map(|(id, fact)| Some((id, fact.value()?)))
    }

    /// Whether a round stands: somebody opened it and nobody took that back.
    #[must_use]
    pub fn has_round(&self, round: &RoundId) -> bool {
        self.rounds.get(round).is_some_and(|fact| fact.value().is_some())
    }

    /// What happened to a round and stands, in the order of the history.
    #[must_use]
    pub fn events_of_round(&self, round: &RoundId) -> Vec<(&EventOfRound, &RoundEvent, &Fact<RoundEvent>)> {
        let first = EventOfRound { round: round.clone(), event: RoundEventId::before_all() };
        let from = self.round_events.range(first..);
        let here = from.take_while(|(key, _)| key.round == *round);
        let mut events: Vec<_> = here.filter_map(|(key, fact)| Some((key, fact.value()?, fact))).collect();
        events.sort_by(|(.., one), (.., other)| one.stamp.cmp(&other.stamp));
        events
    }

    /// Whether a round can be changed.
    #[must_use]
    pub fn round_state(&self, round: &RoundId) -> RoundState {
        match self.last_of_state(round) {
            Some((RoundEvent::Closed(closed), _)) => RoundState::Closed { on: Some(closed.on) },
            None if self.is_followed(round) => RoundState::Closed { on: None },
            Some(_) | None => RoundState::Open,
        }
    }

    /// Whether a round can't be changed.
    #[must_use]
    pub fn is_closed(&self, round: &RoundId) -> bool {
        matches!(self.round_state(round), RoundState::Closed { .. })
    }

    /// Where it stands in the history that a round was closed, if somebody closed it.
    pub(super) fn closing_of(&self, round: &RoundId) -> Option<&Stamp> {
        let (event, fact) = self.last_of_state(round)?;
        matches!(event, RoundEvent::Closed(_)).then_some(&fact.stamp)
    }

    /// The last of what says whether a round is open.
    fn last_of_state(&self, round: &RoundId) -> Option<(&RoundEvent, &Fact<RoundEvent>)> {
        let events = self.events_of_round(round).into_iter();
        events.map(|(_, event, fact)| (event, fact)).rfind(|(event, _)| counts_for_state(event))
    }

    /// Whether a later round stands.
    fn is_followed(&self, round: &RoundId) -> bool {
        self.rounds_in_order().next_back().is_some_and(|(last, _)| last > round)
    }

    /// The closed rounds in which something stands that the copy did not know which closed them: it came in later. What is withdrawn
    /// counts, too.
    #[must_use]
    pub fn changed_after_closing(&self) -> BTreeSet<&RoundId> {
        let closings = self.rounds_in_order().filter_map(|(round, _)| match self.last_of_state(round)? {
            (RoundEvent::Closed(closed), _) => Some((round, &closed.seen)),
            _ => None,
        });
        let closings: BTreeMap<&RoundId, &Seen> = order::map(closings);
        let mut changed = BTreeSet::new();
        self.each_fact(&mut |fact| {
            if let Some(round) = fact.round.filter(|round| closings.get(round).is_some_and(|seen| !seen.covers(fact.stamp))) {
                changed.insert(round);
            }
        });
        changed
    }

    /// How a round was opened, as far as somebody said so.
    #[must_use]
    pub fn opening(&self, round: &RoundId) -> Option<(&Opened, &Fact<RoundEvent>)> {
        self.events_of_round(round).into_iter().find_map(|(_, event, fact)| match event {
            RoundEvent::Opened(opened) => Some((opened, fact)),
            RoundEvent::Closed(_) | RoundEvent::Reopened(_) | RoundEvent::Planned(_) | RoundEvent::AskedFor(_) => None,
        })
    }

    /// When the next round is planned, as far as somebody said so since the latest one was opened.
    #[must_use]
    pub fn next_round_on(&self) -> Option<Date> {
        self.events_of_round(self.round()?).into_iter().rev().find_map(|(_, event, _)| match event {
            RoundEvent::Planned(Planned { on, .. }) => Some(*on),
            RoundEvent::Opened(_) | RoundEvent::Closed(_) | RoundEvent::Reopened(_) | RoundEvent::AskedFor(_) => None,
        })
    }

    /// What asks for another round, as somebody said since the latest one was opened.
    #[must_use]
    pub fn asking_for_round(&self) -> Vec<(Trigger, Date)> {
        let Some(round) = self.round() else { return Vec::new() };
        let asked = self.events_of_round(round).into_iter().filter_map(|(_, event, _)| match event {
            RoundEvent::AskedFor(AskedFor { by, on, .. }) => Some((*by, *on)),
            RoundEvent::Opened(_) | RoundEvent::Closed(_) | RoundEvent::Reopened(_) | RoundEvent::Planned(_) => None,
        });
        asked.collect()
    }

    /// Whether a change may be made as things are: what is said in a closed round stays as it is. Of several, each by itself; whether
    /// they may be made one after the other is seen when they are ([`Self::make`]).
    ///
    /// # Errors
    /// The round that has to stay as it is.
    pub fn may(&self, change: &Change) -> Result<(), Frozen> {
        match change {
            Change::Together(changes) => changes.iter().try_for_each(|change| self.may(change)),
            Change::Round(round, None) => self.may_take_back(round),
            one => one.round().map_or(Ok(()), |round| self.may_alter(round)),
        }
    }

    fn may_alter(&self, round: &RoundId) -> Result<(), Frozen> {
        if self.has_round(round) && self.is_closed(round) {
            return Err(Frozen { round: round.clone(), why: FrozenBy::Closing });
        }
        Ok(())
    }

    /// What people said in a round since it was opened would stand nowhere if the round was gone, and neither would who signed it.
    fn may_take_back(&self, round: &RoundId) -> Result<(), Frozen> {
        let opened = self.rounds.get(round).filter(|fact| fact.value().is_some()).map(|fact| &fact.stamp);
        let is_since = |stamp: &Stamp| opened.is_some_and(|opened| stamp > opened);
        let mut is_said = self.sign_offs_of(round).iter().any(|(.., fact)| is_since(&fact.stamp));
        self.each_fact(&mut |fact| {
            is_said |= fact.stands && fact.round == Some(round) && is_since(fact.stamp);
        });
        if is_said { Err(Frozen { round: round.clone(), why: FrozenBy::WhatIsSaid }) } else { Ok(()) }
    }
}

impl Change {
    /// Whether it can open or close a round, so that what comes after it may be allowed where it was not, or the other way round.
    pub(super) fn moves_rounds(&self) -> bool {
        match self {
            Self::Together(changes) => changes.iter().any(Self::moves_rounds),
            Self::Round(..) | Self::RoundEvent(..) => true,
            _ => false,
        }
    }
}

/// Whether an event says if the round is open.
fn counts_for_state(event: &RoundEvent) -> bool {
    match event {
        RoundEvent::Opened(_) | RoundEvent::Closed(_) => true,
        RoundEvent::Reopened(again) => again.counts(),
        RoundEvent::Planned(_) | RoundEvent::AskedFor(_) => false,
    }
}
