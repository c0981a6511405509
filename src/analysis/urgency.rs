//! What comes before what: one order for everything that lists practices by what is urgent, so that no two lists contradict each other.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::{Current, DutyFit, MinimumFit, PracticeResult, Results};
use crate::model::{Level, PracticeId};
use crate::session::Date;

/// How urgent a practice is; the smaller is the more urgent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Urgency {
    /// What something outside demands and is missed comes first, since that is not ours to weigh; then what is not known to be reached.
    demanded: Demanded,
    /// By how many levels what is shown lies below what something outside demands today: the furthest first.
    below: Reverse<i16>,
    /// By how many levels it may lie below what is needed.
    most: Reverse<i16>,
    /// By how many levels it lies below that in any case.
    least: Reverse<i16>,
    /// The level that is needed: where as much is missing, more is at stake where more is asked for.
    needed: Reverse<Option<Level>>,
}

/// When a practice's turn is: the most urgent first; of those that are as urgent as each other, where most is at stake.
pub type Turn = (Urgency, Reverse<Option<Level>>);

/// How it stands with what something outside demands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Demanded {
    /// What is needed is said not to hold, or where nothing is named, the level lies below.
    Missed,
    /// The level lies below, and nobody spoke of what is needed.
    Below,
    NotShown,
    NotMissed,
    /// Nothing lies below what is needed today; something will, from this day on: the soonest first.
    Later(Date),
}

impl PracticeResult {
    /// How urgent it is. Where nobody answered, nothing is shown: as if it were level 0.
    #[must_use]
    pub fn urgency(&self) -> Urgency {
        let is_open = || self.minimum_fit() == MinimumFit::Open && self.standing.current != Current::NotApplicable;
        let is_short_today = || self.gap.is_some_and(|gap| gap.most > 0) || self.below_minimum() > 0;
        let demanded = match self.below_later() {
            _ if self.demanded().any(|duty| duty.fit == DutyFit::Missed) => Demanded::Missed,
            _ if self.minimum_fit() == MinimumFit::Missed => Demanded::Below,
            _ if self.is_below_minimum() || is_open() => Demanded::NotShown,
            Some((from, _)) if !is_short_today() => Demanded::Later(from),
            _ => Demanded::NotMissed,
        };
        let least = self.gap.map_or(0, |gap| gap.least.max(0));
        let below = Reverse(self.below_minimum());
        Urgency { demanded, below, most: Reverse(self.distance()), least: Reverse(least), needed: Reverse(self.goal()) }
    }

    /// When its turn is, in every list by urgency.
    #[must_use]
    pub fn turn(&self) -> Turn {
        (self.urgency(), Reverse(self.stake))
    }

    /// How urgent it is to get from the level below to this one, once all before that is done: of two levels that are missing, the first weighs
    /// as much as the practice, the next one level less. Without a level it is as urgent as the practice, for what something outside needs.
    #[must_use]
    pub fn urgency_of_step(&self, level: Option<Level>, is_needed: bool) -> Urgency {
        let whole = self.urgency();
        let Some(level) = level else { return whole };
        let before = level.above(self.standing.current.low().unwrap_or(Level::NONE)).saturating_sub(1).max(0);
        let is_demanded = is_needed || self.minimum >= Some(level);
        let demanded = match whole.demanded {
            Demanded::Missed | Demanded::Below | Demanded::NotShown if !is_demanded => Demanded::NotMissed,
            demanded => demanded,
        };
        let left = |levels: Reverse<i16>| Reverse(levels.0.saturating_sub(before).max(0));
        let below = if is_demanded { left(whole.below) } else { Reverse(0) };
        Urgency { demanded, below, most: left(whole.most), least: left(whole.least), needed: whole.needed }
    }

    /// By how many levels it may lie below what is needed: its target or what something outside demands, whichever is more.
    #[must_use]
    pub fn distance(&self) -> i16 {
        match (self.standing.current, self.goal()) {
            (Current::NotApplicable, _) | (_, None) => 0,
            (Current::Unanswered, Some(goal)) => goal.above(Level::NONE),
            (Current::Known { .. }, Some(_)) => self.gap.map_or(0, |gap| gap.most).max(self.below_minimum()),
        }
    }

    /// Whether it lies, or may lie, below what is needed: its target or what something outside demands, today or later. Of what nobody
    /// answered nothing is known: that stands among what is open.
    #[must_use]
    pub fn is_gap(&self) -> bool {
        self.standing.current != Current::Unanswered && self.is_short_or_open()
    }

    fn is_short_or_open(&self) -> bool {
        self.distance() > 0 || self.is_below_minimum() || self.below_later().is_some()
    }
}

impl Results {
    /// How many more practices are as urgent as one of those that may lie below what is needed.
    #[must_use]
    pub fn as_urgent_as(&self, one: &PracticeResult) -> usize {
        let turn = one.turn();
        self.practices.iter().filter(|it| it.practice != one.practice && it.is_gap() && it.turn() == turn).count()
    }
}

/// The place of each practice that may lie below what is needed, in the order of urgency, from 1 for the least urgent up; practices that
/// are as urgent as each other have the same one.
#[must_use]
pub(super) fn places(results: &Results) -> Vec<(&PracticeId, u32)> {
    let below = || results.practices.iter().filter(|result| result.is_short_or_open());
    let all: BTreeSet<Reverse<Turn>> = below().map(|result| Reverse(result.turn())).collect();
    let of: BTreeMap<Reverse<Turn>, u32> = all.into_iter().zip(1..).collect();
    below().filter_map(|result| Some((&result.practice, *of.get(&Reverse(result.turn()))?))).collect()
}
