//! The agenda of an interview: what to talk about in the time there is, the most valuable first.
//!
//! What is [open](super::open) about single statements is worth a conversation: what people see differently, what is contradicted,
//! what nobody answered or knew, what is only assumed and what may no longer be true. The most urgent practices come first, in the order of all
//! lists ([`Urgency`](super::Urgency)); within a practice, and among those that lack nothing, what several of these reasons speak for. No practice takes more than its share of the time: a conversation about one alone shows nothing of the rest.

use std::collections::HashMap;

use super::open::OpenPoints;
use super::urgency::places;
use super::{Assessment, Raised, Results, open_points, results};
use crate::model::{IndicatorId, Level, PracticeId};
use crate::session::Date;

/// The most statements of one practice.
const MOST_OF_ONE: usize = 3;

/// How much more what a practice is about counts than the reasons for one of its statements: they come to less than this.
const PRACTICE_FIRST: u32 = 100;

impl Raised {
    /// How much it is worth to talk about it.
    const fn value(self) -> u32 {
        match self {
            Self::Disputed | Self::KeptApart => 5,
            Self::Contradicted | Self::QuickDiffers => 4,
            Self::Unanswered | Self::NotKnown | Self::Assumed => 3,
            Self::Stale => 2,
        }
    }

    /// How long that usually takes, in minutes: several people need longer to agree than one to answer.
    const fn minutes(self) -> u16 {
        match self {
            Self::Disputed | Self::KeptApart => 5,
            Self::Contradicted | Self::QuickDiffers => 4,
            Self::Unanswered | Self::NotKnown | Self::Assumed => 3,
            Self::Stale => 2,
        }
    }
}

/// One thing to talk about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaItem {
    /// The practice.
    pub practice: PracticeId,
    /// The level that the statement belongs to.
    pub level: Level,
    /// The statement.
    pub indicator: IndicatorId,
    /// Why, the weightiest first; at least one.
    pub raised: Vec<Raised>,
    /// How much it is worth; greater is more.
    pub value: u32,
    /// How long to talk about it.
    pub minutes: u16,
}

/// What to talk about.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Agenda {
    /// The statements, the most valuable first. Before them comes what two copies say differently about something else
    /// ([`OpenPoints::kept_apart_of_whole`]): that keeps everything that rests on it from being known.
    pub items: Vec<AgendaItem>,
    /// How many minutes they take; no more than there are.
    pub minutes: u16,
    /// How many statements would be worth a conversation but don't fit into the time, or beside others of their practice.
    pub left: usize,
    /// All that is open, of which the items are a part.
    pub open: OpenPoints,
}

/// An agenda for an interview of so many minutes.
#[must_use]
pub fn agenda(assessment: &Assessment<'_>, today: Date, minutes: u16) -> Agenda {
    let results = results(assessment);
    let open = open_points(assessment, &results, today);
    let all = worth_talking(assessment, &results, &open);
    let apart = u16::try_from(open.kept_apart_of_whole().count()).unwrap_or(u16::MAX);
    let talk = apart.saturating_mul(Raised::KeptApart.minutes()).min(minutes);
    let mut agenda = Agenda { open, minutes: talk, ..Agenda::default() };
    let mut of_practice: HashMap<PracticeId, usize> = HashMap::new();
    let mut is_full = false;
    for item in all {
        let taken = of_practice.entry(item.practice.clone()).or_default();
        if *taken >= MOST_OF_ONE {
            agenda.left += 1;
            continue;
        }
        // Once something does not fit, nothing less valuable goes before it.
        is_full |= agenda.minutes + item.minutes > minutes;
        if is_full {
            agenda.left += 1;
        } else {
            *taken += 1;
            agenda.minutes += item.minutes;
            agenda.items.push(item);
        }
    }
    agenda
}

/// Everything worth a conversation, the most valuable first; in the model's order where it is worth the same.
fn worth_talking(assessment: &Assessment<'_>, results: &Results, open: &OpenPoints) -> Vec<AgendaItem> {
    let raised = open.raised();
    let places: HashMap<&PracticeId, u32> = places(results).into_iter().collect();
    let item = |it: &super::assessment::PlacedIndicator<'_>| {
        let raised: Vec<Raised> = raised.get(it.id)?.iter().copied().collect();
        let minutes = raised.iter().map(|why| why.minutes()).max()?;
        let reasons = raised.iter().map(|why| why.value()).sum::<u32>();
        let of_practice = places.get(&it.practice.id).copied().unwrap_or_default();
        let value = of_practice * PRACTICE_FIRST + reasons;
        let (practice, indicator) = (it.practice.id.clone(), it.id.clone());
        Some(AgendaItem { practice, level: it.level, indicator, raised, value, minutes })
    };
    let mut items: Vec<AgendaItem> = assessment.placed_indicators().iter().filter_map(item).collect();
    items.sort_by_key(|item| std::cmp::Reverse(item.value));
    items
}
