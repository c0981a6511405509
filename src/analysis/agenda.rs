//! The agenda of an interview: what to talk about in the time there is, the most valuable first.
//!
//! Worth a conversation is what people see differently, what is contradicted, what nobody answered, what is only assumed and what
//! may no longer be true. Several of these about the same statement add up; what decides about an outside minimum or a practice
//! that is still a range counts more, and what can't move the level any more is left out.

use std::collections::BTreeMap;

use super::{About, Assessment, Fit, PracticeResult, Reading, Rule, Verdict, consistency, results, stale};
use crate::model::{IndicatorId, Level, PracticeId};
use crate::session::{Date, Fact};

/// Why something is on the agenda, the weightiest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Raised {
    /// People answered differently, and nobody settled it.
    Disputed,
    /// Something speaks against the answer: a doubt, evidence that does not show it, or a part.
    Contradicted,
    /// Nobody answered it, up to the target or what something outside demands.
    Unanswered,
    /// It is only assumed.
    Assumed,
    /// It may no longer be true.
    Stale,
}

impl Raised {
    /// How much it is worth to talk about it.
    const fn value(self) -> u32 {
        match self {
            Self::Disputed => 5,
            Self::Contradicted => 4,
            Self::Unanswered | Self::Assumed => 3,
            Self::Stale => 2,
        }
    }

    /// How long that usually takes, in minutes: several people need longer to agree than one to answer.
    const fn minutes(self) -> u16 {
        match self {
            Self::Disputed => 5,
            Self::Contradicted => 4,
            Self::Unanswered | Self::Assumed => 3,
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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agenda {
    /// The items, the most valuable first.
    pub items: Vec<AgendaItem>,
    /// How many minutes they take; no more than there are.
    pub minutes: u16,
    /// How many statements would be worth a conversation but don't fit into the time.
    pub left: usize,
}

/// An agenda for an interview of so many minutes.
#[must_use]
pub fn agenda(assessment: &Assessment<'_>, today: Date, minutes: u16) -> Agenda {
    let mut agenda = Agenda::default();
    for item in worth_talking(assessment, today) {
        // Once something does not fit, nothing less valuable goes before it.
        if agenda.left == 0 && agenda.minutes + item.minutes <= minutes {
            agenda.minutes += item.minutes;
            agenda.items.push(item);
        } else {
            agenda.left += 1;
        }
    }
    agenda
}

/// Everything worth a conversation, the most valuable first; in the model's order where it is worth the same.
fn worth_talking(assessment: &Assessment<'_>, today: Date) -> Vec<AgendaItem> {
    let (asked, said) = (assessment.asked, &assessment.said);
    let results = results(assessment);
    let mut raised = raised_by_people(assessment, today);
    let mut items = Vec::new();
    for (practice, result) in asked.model().practices().into_iter().zip(&results.practices) {
        for it in asked.indicators_of(practice) {
            let level = it.level;
            let id = &it.indicator.id;
            let mut why = raised.remove(id).unwrap_or_default();
            if said.is_assumed_anywhere(id) {
                why.push(Raised::Assumed);
            }
            if said.together(id) == Verdict::Unanswered && could_move(result, level) {
                why.push(Raised::Unanswered);
            }
            why.sort();
            why.dedup();
            if let Some(minutes) = why.iter().map(|why| why.minutes()).max() {
                let value = why.iter().map(|why| why.value()).sum::<u32>() * weight(result, level);
                let (practice, indicator) = (practice.id.clone(), id.clone());
                items.push(AgendaItem { practice, level, indicator, raised: why, value, minutes });
            }
        }
    }
    items.sort_by_key(|item| std::cmp::Reverse(item.value));
    items
}

/// What people's own answers raise, by statement.
fn raised_by_people(assessment: &Assessment<'_>, today: Date) -> BTreeMap<IndicatorId, Vec<Raised>> {
    let mut raised: BTreeMap<IndicatorId, Vec<Raised>> = BTreeMap::new();
    for dispute in assessment.disputes().iter().filter(|dispute| dispute.settled.is_none()) {
        raised.entry(dispute.at.on.clone()).or_default().push(Raised::Disputed);
    }
    for aged in stale(assessment, today) {
        raised.entry(aged.at.on).or_default().push(Raised::Stale);
    }
    let session = assessment.session;
    let doubts = session.against.iter().filter(|(place, _)| assessment.is_of_round(&place.round));
    for (place, _) in doubts.filter(|(_, fact)| fact.value().is_some_and(|words| !words.trim().is_empty())) {
        let holds = session.answers.get(place).and_then(Fact::value).is_some_and(|answer| Verdict::of(answer).is_fulfilled());
        if holds {
            raised.entry(place.on.clone()).or_default().push(Raised::Contradicted);
        }
    }
    for finding in consistency(assessment, today) {
        if let (Rule::NotShown | Rule::Parts, About::Indicator(_, id)) = (finding.rule(), &finding.about) {
            raised.entry(id.clone()).or_default().push(Raised::Contradicted);
        }
    }
    raised
}

/// Whether an answer at this level can still move the practice towards its target.
fn could_move(result: &PracticeResult, level: Level) -> bool {
    let possible = match result.standing.reading {
        Reading::Between { high, .. } => level <= high,
        Reading::Untouched => true,
        Reading::NotApplicable => false,
    };
    possible && result.fit != Fit::NotApplicable && is_needed(result, level)
}

/// Whether the target asks for a level or, where that asks for more, something outside.
fn is_needed(result: &PracticeResult, level: Level) -> bool {
    result.goal().is_some_and(|goal| level <= goal)
}

/// How much hangs on a level of a practice: what is beyond the target least, what is demanded from outside most.
fn weight(result: &PracticeResult, level: Level) -> u32 {
    let is_needed = result.target.is_some_and(|target| level <= target);
    let is_demanded = result.minimum.is_some_and(|minimum| level <= minimum);
    let is_open = matches!(result.fit, Fit::Open | Fit::Unanswered);
    1 + u32::from(is_needed) + u32::from(is_demanded) + u32::from(is_open)
}
