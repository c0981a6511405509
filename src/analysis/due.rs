//! What is due next in an assessment, as of a day: so that somebody who looks after many of them sees all days in one order.
//!
//! Due are the actions of the plan that are still to be done and have a day, late ones among them; the next round, on the day that
//! somebody planned or, where the latest round is closed and nobody planned any, on the day that is proposed; and the days on which duties
//! come into force that will count then. What may apply and what has no day is no day to keep, and is left out.

use super::{Assessment, Duty, PartOf, Results, duties, rounds_in_short, when_again};
use crate::model::order;
use crate::session::{ActionId, Date, RoundState};

/// Something that is due on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// On which day.
    pub on: Date,
    /// Whether it should have been done before the day that was asked about.
    pub is_late: bool,
    /// What.
    pub what: WhatIsDue,
}

/// What is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhatIsDue {
    /// Duties of one law come into force.
    Duties {
        /// What they are part of.
        part_of: PartOf,
        /// How many of them.
        count: usize,
    },
    /// The next round, on a day that somebody set.
    RoundPlanned,
    /// The next round, on a day that only follows from what is at stake.
    RoundProposed,
    /// An action of the plan.
    Action {
        /// Which one.
        id: ActionId,
        /// What is to be done, as somebody typed it; may be empty.
        title: String,
    },
}

impl WhatIsDue {
    /// Of several on one day, the one with the lowest comes first: what others set before what one set oneself.
    const fn rank(&self) -> u8 {
        match self {
            Self::Duties { .. } => 0,
            Self::RoundPlanned => 1,
            Self::RoundProposed => 2,
            Self::Action { .. } => 3,
        }
    }
}

/// What is due in an assessment, in order of the days. `language` is that of the words.
#[must_use]
pub fn due(assessment: &Assessment<'_>, results: &Results, today: Date, language: &str) -> Vec<Due> {
    let session = assessment.session;
    let mut all = Vec::new();
    for (id, fact) in &session.actions {
        if let Some(action) = fact.value().filter(|action| action.is_ahead())
            && let Some(on) = action.due
        {
            let what = WhatIsDue::Action { id: id.clone(), title: action.title.trim().to_owned() };
            all.push(Due { on, is_late: action.is_late(today), what });
        }
    }
    if let Some((on, what)) = next_round(assessment) {
        all.push(Due { on, is_late: on < today, what });
    }
    for duty in duties(assessment, results, today, language).all {
        take_in(&mut all, &duty);
    }
    in_order(&mut all, |due| due);
    all
}

/// Puts what is due in several assessments in one order; of what is due on the same day each stays where it was.
pub fn in_order<T>(all: &mut [T], due: impl Fn(&T) -> &Due) {
    order::by_key(all, |one| (due(one).on, due(one).what.rank()));
}

/// When the next round is, and whether somebody said so.
fn next_round(assessment: &Assessment<'_>) -> Option<(Date, WhatIsDue)> {
    if let Some(on) = assessment.session.next_round_on() {
        return Some((on, WhatIsDue::RoundPlanned));
    }
    let latest = rounds_in_short(assessment).pop()?;
    let is_closed = matches!(latest.state, RoundState::Closed { .. });
    is_closed.then(|| (when_again(assessment, latest.opened).on, WhatIsDue::RoundProposed))
}

/// Takes in a duty that will count, with those of the same law that begin on the same day.
fn take_in(all: &mut Vec<Due>, duty: &Duty) {
    let Some(on) = duty.result.counts_from() else { return };
    for due in all.iter_mut().filter(|due| due.on == on) {
        if let WhatIsDue::Duties { part_of, count } = &mut due.what
            && part_of.is_same(&duty.part_of)
        {
            *count += 1;
            return;
        }
    }
    all.push(Due { on, is_late: false, what: WhatIsDue::Duties { part_of: duty.part_of.clone(), count: 1 } });
}
