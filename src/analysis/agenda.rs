//! The agenda of an interview: what to talk about in the time there is, the most valuable first.
//!
//! Worth a conversation is what people see differently, what is contradicted, what nobody answered, what is only assumed and what
//! may no longer be true. Several of these about the same statement add up; what decides about an outside minimum or a practice
//! that is still a range counts more, and what can't move the level any more is left out.

use std::collections::BTreeMap;

use super::{
    About, ConsolidatedAnswers, Fit, PracticeResult, Reading, Results, Rule, Verdict, consistency, disputes, results, stale,
};
use crate::model::{IndicatorId, Level, PracticeId, Questionnaire};
use crate::session::{Confidence, Date, Fact, Session};

/// Why something is on the agenda, the weightiest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Raised {
    /// People answered differently, and nobody settled it.
    Disputed,
    /// Something speaks against the answer: a doubt, evidence that does not show it, or a part.
    Contradicted,
    /// Nobody answered it, up to the target.
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
pub fn agenda(asked: &Questionnaire, session: &Session, today: Date, minutes: u16) -> Agenda {
    let mut agenda = Agenda::default();
    for item in worth_talking(asked, session, today) {
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
fn worth_talking(asked: &Questionnaire, session: &Session, today: Date) -> Vec<AgendaItem> {
    let results = results(asked, session);
    let mut raised = raised_by_people(asked, session, today);
    let said = ConsolidatedAnswers::of(session, session.round());
    let mut items = Vec::new();
    for practice in asked.model().practices() {
        let Some(result) = Results::practice(&results, &practice.id) else { continue };
        for level in Level::NONE.up_to(asked.model().top()) {
            for it in asked.indicators(practice, level) {
                let id = &it.indicator.id;
                let mut why = raised.remove(id).unwrap_or_default();
                if said.confidence(id, None) == Some(Confidence::Assumed) {
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
    }
    items.sort_by_key(|item| std::cmp::Reverse(item.value));
    items
}

/// What people's own answers raise, by statement.
fn raised_by_people(asked: &Questionnaire, session: &Session, today: Date) -> BTreeMap<IndicatorId, Vec<Raised>> {
    let mut raised: BTreeMap<IndicatorId, Vec<Raised>> = BTreeMap::new();
    for dispute in disputes(asked, session).into_iter().filter(|dispute| dispute.settled.is_none()) {
        raised.entry(dispute.at.on).or_default().push(Raised::Disputed);
    }
    for aged in stale(asked, session, today) {
        raised.entry(aged.at.on).or_default().push(Raised::Stale);
    }
    let round = session.round();
    let doubts = session.against.iter().filter(|(place, _)| Some(&place.round) == round);
    for (place, _) in doubts.filter(|(_, fact)| fact.value().is_some_and(|words| !words.trim().is_empty())) {
        let holds = session.answers.get(place).and_then(Fact::value).is_some_and(|answer| Verdict::of(answer).is_fulfilled());
        if holds {
            raised.entry(place.on.clone()).or_default().push(Raised::Contradicted);
        }
    }
    for finding in consistency(asked, session, today) {
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
    possible && result.fit != Fit::NotApplicable && result.target.is_some_and(|target| level <= target)
}

/// How much hangs on a level of a practice: what is beyond the target least, what is demanded from outside most.
fn weight(result: &PracticeResult, level: Level) -> u32 {
    let is_needed = result.target.is_some_and(|target| level <= target);
    let is_demanded = result.minimum.is_some_and(|minimum| level <= minimum);
    let is_open = matches!(result.fit, Fit::Open | Fit::Unanswered);
    1 + u32::from(is_needed) + u32::from(is_demanded) + u32::from(is_open)
}
