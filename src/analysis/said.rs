//! What counts as said about an item, when several people or nobody answered.

use std::collections::{BTreeSet, HashMap};

use crate::model::{IndicatorId, Level, PracticeId, Scope};
use crate::session::{
    Answer, Confidence, Fact, Facts, PartId, PersonId, Place, QuickAnswer, RoundId, Session, Settlement, Subject as SaidOnce,
};

/// What is said about an indicator, the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// The statement does not hold.
    NotMet,
    /// It holds in part.
    Partly,
    /// It does not hold, but something else does its job.
    Compensated,
    /// It holds.
    Met,
    /// It makes no sense here, for a reason.
    NotApplicable,
    /// Nobody said anything that counts.
    Unanswered,
}

impl Verdict {
    /// What an answer counts as: *not applicable* and *compensated* count once they have a reason.
    #[must_use]
    pub fn of(answer: &Answer) -> Self {
        match answer {
            Answer::Met => Self::Met,
            Answer::Partly => Self::Partly,
            Answer::NotMet => Self::NotMet,
            Answer::NotApplicable(why) if why.has_reason() => Self::NotApplicable,
            Answer::Compensated(why) if why.has_reason() => Self::Compensated,
            Answer::NotApplicable(_) | Answer::Compensated(_) => Self::Unanswered,
        }
    }

    /// Whether a level can be reached with this: it is met, something else does its job, or it need not be.
    #[must_use]
    pub fn is_fulfilled(self) -> bool {
        matches!(self, Self::Met | Self::Compensated | Self::NotApplicable)
    }
}

/// What the quick pass says about a practice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum QuickVerdict {
    Level(Level),
    NotApplicable,
}

impl QuickVerdict {
    /// What an answer of the quick pass counts as: *not applicable* counts once it has a reason.
    pub(super) fn of(answer: &QuickAnswer) -> Option<Self> {
        match answer {
            QuickAnswer::Level(level) => Some(Self::Level(*level)),
            QuickAnswer::NotApplicable(why) => why.has_reason().then_some(Self::NotApplicable),
        }
    }
}

type Subject<'a, Id> = (&'a Id, Option<&'a PartId>);

/// One round of a session, indexed by what the facts are about.
///
/// Where several people answered the same, both answers stand in the session. What was settled counts; until then the lowest
/// does: a claim that a colleague contradicts is not shown to be true.
pub struct Said<'a> {
    answers: HashMap<Subject<'a, IndicatorId>, Verdict>,
    confidence: HashMap<Subject<'a, IndicatorId>, Confidence>,
    quick: HashMap<Subject<'a, PracticeId>, QuickVerdict>,
    scopes: HashMap<Subject<'a, PracticeId>, Scope>,
    overrides: HashMap<Subject<'a, PracticeId>, Level>,
    parts: Vec<&'a PartId>,
}

/// Whose answers count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whose<'p> {
    Everybodys,
    Only(Option<&'p PersonId>),
}

impl Whose<'_> {
    fn includes(self, by: Option<&PersonId>) -> bool {
        match self {
            Self::Everybodys => true,
            Self::Only(person) => person == by,
        }
    }
}

impl<'a> Said<'a> {
    /// Indexes a round. Parts that were removed don't count.
    #[must_use]
    pub fn of(session: &'a Session, round: Option<&RoundId>) -> Self {
        let mut said = Self::indexed(session, round, Whose::Everybodys);
        for (at, fact) in in_round(&session.settlements, round) {
            if let Some(settlement) = fact.value().filter(|settlement| holds(session, at, settlement)) {
                said.answers.insert((&at.on, at.part.as_ref()), Verdict::of(&settlement.answer));
            }
        }
        for (at, fact) in in_round(&session.overrides, round) {
            if let Some(set) = fact.value().filter(|set| set.has_reason()) {
                said.overrides.insert((&at.on, at.part.as_ref()), set.level);
            }
        }
        said
    }

    /// Indexes what one person said in a round (`None`: what nobody put a name to), without what was settled or overridden.
    #[must_use]
    pub fn of_person(session: &'a Session, round: Option<&RoundId>, person: Option<&PersonId>) -> Self {
        Self::indexed(session, round, Whose::Only(person))
    }

    fn indexed(session: &'a Session, round: Option<&RoundId>, whose: Whose<'_>) -> Self {
        let parts: Vec<&PartId> = session.parts.iter().filter(|(_, fact)| fact.value().is_some()).map(|(id, _)| id).collect();
        let mut said = Self {
            answers: HashMap::new(),
            confidence: HashMap::new(),
            quick: HashMap::new(),
            scopes: HashMap::new(),
            overrides: HashMap::new(),
            parts,
        };
        collect(&session.answers, round, whose, &mut said.answers, |answer| {
            Some(Verdict::of(answer)).filter(|verdict| *verdict != Verdict::Unanswered)
        });
        collect(&session.confidence, round, whose, &mut said.confidence, |confidence| Some(*confidence));
        collect(&session.quick, round, whose, &mut said.quick, QuickVerdict::of);
        collect(&session.scopes, round, whose, &mut said.scopes, |scope| Some(*scope));
        said
    }

    /// The verdict about an indicator, for the whole system or, falling back to the whole, for a part of it.
    #[must_use]
    pub fn verdict(&self, indicator: &IndicatorId, part: Option<&PartId>) -> Verdict {
        look_up(&self.answers, indicator, part).unwrap_or(Verdict::Unanswered)
    }

    /// How sure people are of what they answered about an indicator; the least sure where several said so. Of a part, falling
    /// back to the whole where the part was not answered apart.
    #[must_use]
    pub fn confidence(&self, indicator: &IndicatorId, part: Option<&PartId>) -> Option<Confidence> {
        let own = part.filter(|part| self.answers.contains_key(&(indicator, Some(*part))));
        self.confidence.get(&(indicator, own)).copied()
    }

    /// The verdict about an indicator if what is only assumed did not count.
    pub(super) fn sure_verdict(&self, indicator: &IndicatorId, part: Option<&PartId>) -> Verdict {
        match self.confidence(indicator, part) {
            Some(Confidence::Assumed) => Verdict::Unanswered,
            _ => self.verdict(indicator, part),
        }
    }

    /// The level set against the rule for the whole system or for a part, with a reason.
    pub(super) fn overridden(&self, practice: &PracticeId, part: Option<&PartId>) -> Option<Level> {
        self.overrides.get(&(practice, part)).copied()
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

fn in_round<'a, Id, V>(
    facts: &'a Facts<SaidOnce<Id>, V>,
    round: Option<&RoundId>,
) -> impl Iterator<Item = (&'a SaidOnce<Id>, &'a Fact<V>)> {
    facts.iter().filter(move |(at, _)| Some(&at.round) == round)
}

/// Whether a settlement counts: people still differ, and nobody has answered differently from it since. Where they differ no
/// longer, what they say counts: otherwise something would that nobody says and nobody sees.
pub(super) fn holds(session: &Session, at: &SaidOnce<IndicatorId>, settlement: &Settlement) -> bool {
    let settled = Verdict::of(&settlement.answer);
    let mut verdicts = counting_answers_at(session, at).map(|(.., verdict)| verdict);
    let first = verdicts.next();
    settled != Verdict::Unanswered
        && verdicts.any(|verdict| Some(verdict) != first)
        && counting_answers_at(session, at).all(|(_, fact, verdict)| verdict == settled || settlement.among.contains(&fact.stamp))
}

/// Everybody's answers about an indicator that count, for the whole system or a part.
pub(super) fn counting_answers_at<'a>(
    session: &'a Session,
    at: &SaidOnce<IndicatorId>,
) -> impl Iterator<Item = (&'a Place<IndicatorId>, &'a Fact<Answer>, Verdict)> {
    let verdicts = answers_at(session, at).filter_map(|(place, fact)| Some((place, fact, Verdict::of(fact.value()?))));
    verdicts.filter(|(.., verdict)| *verdict != Verdict::Unanswered)
}

/// Whether something is said about the whole system or a part that is still named.
pub(super) fn is_there(session: &Session, part: Option<&PartId>) -> bool {
    part.is_none_or(|part| session.parts.get(part).is_some_and(|fact| fact.value().is_some()))
}

/// Everybody's answers about an indicator, for the whole system or a part, also those that were withdrawn.
fn answers_at<'a>(
    session: &'a Session,
    at: &SaidOnce<IndicatorId>,
) -> impl Iterator<Item = (&'a Place<IndicatorId>, &'a Fact<Answer>)> {
    // Places sort by indicator, round, part and person, so those of one subject stand together; nobody comes first.
    let first = Place { on: at.on.clone(), round: at.round.clone(), part: at.part.clone(), by: None };
    let at = at.clone();
    session
        .answers
        .range(first..)
        .take_while(move |(place, _)| place.on == at.on && place.round == at.round && place.part == at.part)
}

fn collect<'a, Id: std::hash::Hash + Eq, V, R: Ord + Copy>(
    facts: &'a std::collections::BTreeMap<Place<Id>, Fact<V>>,
    round: Option<&RoundId>,
    whose: Whose<'_>,
    into: &mut HashMap<Subject<'a, Id>, R>,
    counts_as: impl Fn(&V) -> Option<R>,
) {
    for (place, fact) in facts.iter().filter(|(place, _)| Some(&place.round) == round && whose.includes(place.by.as_ref())) {
        if let Some(said) = fact.value().and_then(&counts_as) {
            let lowest = into.entry((&place.on, place.part.as_ref())).or_insert(said);
            *lowest = said.min(*lowest);
        }
    }
}
