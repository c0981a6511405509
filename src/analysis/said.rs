//! What counts as said about an item, when several people or nobody answered.

use std::collections::{BTreeSet, HashMap};

use crate::model::{IndicatorId, Level, PracticeId, Scope};
use crate::session::{Answer, Fact, PartId, Place, QuickAnswer, RoundId, Session};

/// What is said about an indicator, the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// The statement does not hold.
    NotMet,
    /// It holds in part.
    Partly,
    /// It holds.
    Met,
    /// It makes no sense here, for a reason.
    NotApplicable,
    /// Nobody said anything that counts.
    Unanswered,
}

impl Verdict {
    /// What an answer counts as: *not applicable* counts once it has a reason.
    #[must_use]
    pub fn of(answer: &Answer) -> Self {
        match answer {
            Answer::Met => Self::Met,
            Answer::Partly => Self::Partly,
            Answer::NotMet => Self::NotMet,
            Answer::NotApplicable(why) if why.has_reason() => Self::NotApplicable,
            Answer::NotApplicable(_) => Self::Unanswered,
        }
    }

    /// Whether a level can be reached with this: it is met, or it need not be.
    #[must_use]
    pub fn is_fulfilled(self) -> bool {
        matches!(self, Self::Met | Self::NotApplicable)
    }
}

/// What the quick pass says about a practice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum QuickVerdict {
    Level(Level),
    NotApplicable,
}

type Subject<'a, Id> = (&'a Id, Option<&'a PartId>);

/// One round of a session, indexed by what the facts are about.
///
/// Where several people answered the same, both answers stand in the session and the lower one counts here: a claim that a
/// colleague contradicts is not shown to be true.
pub struct Said<'a> {
    answers: HashMap<Subject<'a, IndicatorId>, Verdict>,
    quick: HashMap<Subject<'a, PracticeId>, QuickVerdict>,
    scopes: HashMap<Subject<'a, PracticeId>, Scope>,
    parts: Vec<&'a PartId>,
}

impl<'a> Said<'a> {
    /// Indexes a round. Parts that were removed don't count.
    #[must_use]
    pub fn of(session: &'a Session, round: Option<&RoundId>) -> Self {
        let parts: Vec<&PartId> = session.parts.iter().filter(|(_, fact)| fact.value().is_some()).map(|(id, _)| id).collect();
        let mut said = Self { answers: HashMap::new(), quick: HashMap::new(), scopes: HashMap::new(), parts };
        collect(&session.answers, round, &mut said.answers, |answer| {
            Some(Verdict::of(answer)).filter(|verdict| *verdict != Verdict::Unanswered)
        });
        collect(&session.quick, round, &mut said.quick, |answer| match answer {
            QuickAnswer::Level(level) => Some(QuickVerdict::Level(*level)),
            QuickAnswer::NotApplicable(why) => why.has_reason().then_some(QuickVerdict::NotApplicable),
        });
        collect(&session.scopes, round, &mut said.scopes, |scope| Some(*scope));
        said
    }

    /// The verdict about an indicator, for the whole system or, falling back to the whole, for a part of it.
    #[must_use]
    pub fn verdict(&self, indicator: &IndicatorId, part: Option<&PartId>) -> Verdict {
        look_up(&self.answers, indicator, part).unwrap_or(Verdict::Unanswered)
    }

    pub(super) fn quick(&self, practice: &PracticeId, part: Option<&PartId>) -> Option<QuickVerdict> {
        look_up(&self.quick, practice, part)
    }

    /// The scope that is in place: that of the least specific part.
    #[must_use]
    pub fn scope(&self, practice: &PracticeId) -> Option<Scope> {
        let of_parts = self.parts.iter().filter_map(|part| look_up(&self.scopes, practice, Some(part))).min();
        of_parts.or_else(|| look_up(&self.scopes, practice, None))
    }

    /// The parts in which something differs among these items; empty when the whole system was answered at once.
    pub(super) fn parts_answered(&self, practice: &PracticeId, indicators: &BTreeSet<&IndicatorId>) -> Vec<&'a PartId> {
        let differs = |part: &&PartId| {
            self.quick.contains_key(&(practice, Some(*part)))
                || indicators.iter().any(|indicator| self.answers.contains_key(&(*indicator, Some(*part))))
        };
        if self.parts.iter().any(differs) { self.parts.clone() } else { Vec::new() }
    }
}

fn look_up<Id: std::hash::Hash + Eq, V: Copy>(map: &HashMap<Subject<'_, Id>, V>, on: &Id, part: Option<&PartId>) -> Option<V> {
    part.and_then(|part| map.get(&(on, Some(part)))).or_else(|| map.get(&(on, None))).copied()
}

fn collect<'a, Id: std::hash::Hash + Eq, V, R: Ord + Copy>(
    facts: &'a std::collections::BTreeMap<Place<Id>, Fact<V>>,
    round: Option<&RoundId>,
    into: &mut HashMap<Subject<'a, Id>, R>,
    counts_as: impl Fn(&V) -> Option<R>,
) {
    for (place, fact) in facts.iter().filter(|(place, _)| Some(&place.round) == round) {
        if let Some(said) = fact.value().and_then(&counts_as) {
            let lowest = into.entry((&place.on, place.part.as_ref())).or_insert(said);
            *lowest = said.min(*lowest);
        }
    }
}
