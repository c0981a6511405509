//! What counts as said about an item, when several people or nobody answered.

use std::collections::BTreeSet;
use std::hash::Hash;
use std::iter::Peekable;

use super::asked_of::{AskedOf, PartPlaces};
use super::by_item::ByItem;
use super::verdict::Verdict;
use crate::model::{AnswerScale, Indicator, IndicatorId, Level, PracticeId, Scope, order};
use crate::session::{Answer, Confidence, Fact, Facts, PartId, Place, QuickAnswer, RoundId, Session, Settlement, Stamp, Subject};

/// What the quick pass says about a practice. Where several answered, the lowest level counts, and whoever knows before who does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum QuickVerdict {
    Level(Level),
    NotApplicable,
    Unknown,
}

impl QuickVerdict {
    /// The same, with the levels above it that ask for nothing: they are reached with the one below, as statements reach them.
    pub(super) fn passing<T>(self, levels: &[(Level, Vec<T>)]) -> Self {
        let Self::Level(level) = self else { return self };
        let above = levels.iter().skip_while(|(at, _)| *at <= level);
        let passed = above.take_while(|(_, asked)| asked.is_empty()).last();
        Self::Level(passed.map_or(level, |(at, _)| *at))
    }

    /// What an answer of the quick pass counts as: *not applicable* counts once it has a reason.
    pub(super) fn of(answer: &QuickAnswer) -> Option<Self> {
        match answer {
            QuickAnswer::Level(level) => Some(Self::Level(*level)),
            QuickAnswer::NotApplicable(why) => why.has_reason().then_some(Self::NotApplicable),
            QuickAnswer::DontKnow => Some(Self::Unknown),
        }
    }
}

/// What counts as said about an indicator, and how sure people are of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Consolidated {
    pub(super) verdict: Verdict,
    pub(super) confidence: Option<Confidence>,
}

impl Consolidated {
    /// What is heard where nobody says anything.
    pub(super) const NOTHING: Self = Self { verdict: Verdict::Unanswered, confidence: None };

    /// What is heard where nobody says how sure they are.
    pub(super) const fn of(verdict: Verdict) -> Self {
        Self { verdict, confidence: None }
    }

    /// What somebody says, and how sure they are of it: there is nothing to be sure of in *I don't know*.
    fn said(verdict: Verdict, confidence: Option<Confidence>) -> Self {
        Self { verdict, confidence: confidence.filter(|_| !verdict.is_open()) }
    }

    /// The worse of both answers, whoever knows before who does not, and only as sure as the less sure of those who said how sure they are.
    pub(super) fn and(self, other: Self) -> Self {
        let both = self.confidence.into_iter().chain(other.confidence);
        Self { verdict: self.verdict.min(other.verdict), confidence: both.min() }
    }

    /// Whether it is only assumed, whatever it says.
    pub(super) fn is_assumed(self) -> bool {
        self.confidence == Some(Confidence::Assumed)
    }
}

/// One round of a session, indexed by what the facts are about.
///
/// Where several people answered the same, both answers stand in the session. What was settled counts; until then the lowest
/// does: a claim that a colleague contradicts is not shown to be true.
///
/// It borrows nothing, so that it can be kept from one change of the session to the next.
pub struct ConsolidatedAnswers {
    pub(super) answers: ByItem<IndicatorId, Consolidated>,
    pub(super) quick: ByItem<PracticeId, QuickVerdict>,
    pub(super) overrides: ByItem<PracticeId, Level>,
    scopes: ByItem<PracticeId, Scope>,
    pub(super) parts: Vec<PartId>,
    pub(super) places: PartPlaces,
}

impl ConsolidatedAnswers {
    /// Indexes a round, by what answers are worth in the model. Parts that were removed don't count.
    #[must_use]
    pub fn of(session: &Session, round: Option<&RoundId>, scale: &AnswerScale) -> Self {
        let mut said = Self::indexed(session, round, scale);
        for (at, fact) in session.settlements.iter().filter(|(at, _)| Some(&at.round) == round) {
            if let Some(settlement) = fact.value().filter(|settlement| holds(session, at, settlement, scale)) {
                let settled = Consolidated { verdict: Verdict::of(&settlement.answer, scale), ..Consolidated::NOTHING };
                said.answers
                    .add(&at.on, at.part.as_ref(), settled, |heard, settled| Consolidated { verdict: settled.verdict, ..heard });
            }
        }
        for (at, fact) in session.overrides.iter().filter(|(at, _)| Some(&at.round) == round) {
            if let Some(set) = fact.value().filter(|set| set.has_reason()) {
                said.overrides.add(&at.on, at.part.as_ref(), set.level, |_, level| level);
            }
        }
        said
    }

    fn indexed(session: &Session, round: Option<&RoundId>, scale: &AnswerScale) -> Self {
        Self {
            answers: heard(session, round, scale),
            quick: lowest(&session.quick, round, QuickVerdict::of),
            overrides: ByItem::with_room_for(session.overrides.len()),
            scopes: lowest(&session.scopes, round, |scope| Some(*scope)),
            parts: session.named_parts().map(|(id, _)| id.clone()).collect(),
            places: PartPlaces::of(session),
        }
    }

    /// The verdict about an indicator, for the whole system or, falling back to the whole, for a part of it.
    #[must_use]
    pub fn verdict(&self, indicator: &IndicatorId, part: Option<&PartId>) -> Verdict {
        self.answers.of(indicator, part).unwrap_or(Consolidated::NOTHING).verdict
    }

    /// What an indicator is asked of, where a part or the whole system (`None`) is looked at.
    #[must_use]
    pub fn asked_of(&self, indicator: &Indicator, part: Option<&PartId>) -> AskedOf {
        self.places.asked_of(indicator, part)
    }

    /// The verdict that counts about an indicator where a part or the whole system is looked at; `None` where it is not asked of that.
    #[must_use]
    pub fn verdict_of(&self, indicator: &Indicator, part: Option<&PartId>) -> Option<Verdict> {
        match self.asked_of(indicator, part) {
            AskedOf::This => Some(self.verdict(&indicator.id, part)),
            AskedOf::Whole => Some(self.verdict(&indicator.id, None)),
            AskedOf::Others(_) => None,
        }
    }

    /// The verdict about an indicator for the system with all its parts of which it is asked: the worst of those that keep a level from
    /// being reached, or else the worst of all.
    #[must_use]
    pub fn together(&self, indicator: &Indicator) -> Verdict {
        let of_parts = || self.parts.iter().filter_map(|part| self.verdict_of(indicator, Some(part)));
        let open = of_parts().filter(|verdict| !verdict.is_fulfilled()).min();
        open.or_else(|| of_parts().min()).unwrap_or_else(|| self.verdict(&indicator.id, None))
    }

    /// How sure people are of what they answered about an indicator; the least sure where several said so. Of a part, falling
    /// back to the whole where the part was not answered apart.
    #[must_use]
    pub fn confidence(&self, indicator: &IndicatorId, part: Option<&PartId>) -> Option<Confidence> {
        self.answers.of(indicator, part)?.confidence
    }

    /// The part (`None`: the whole system) of everything that is said about an indicator, as far as it is only assumed.
    pub(super) fn assumed_in(&self, indicator: &Indicator) -> impl Iterator<Item = Option<&PartId>> {
        self.heard_in(indicator, Consolidated::is_assumed)
    }

    /// The same, as far as those who were asked do not know.
    pub(super) fn not_known_in(&self, indicator: &Indicator) -> impl Iterator<Item = Option<&PartId>> {
        self.heard_in(indicator, |heard| heard.verdict == Verdict::NotKnown)
    }

    /// The part (`None`: the whole system) of everything that is said about an indicator, as far as it is that; the whole system
    /// first. A part that falls back to the whole is not named again.
    fn heard_in(&self, indicator: &Indicator, is_that: fn(Consolidated) -> bool) -> impl Iterator<Item = Option<&PartId>> {
        let about = self.answers.about(&indicator.id);
        let subjects = std::iter::once(None).chain(self.parts.iter().map(Some));
        let subjects = subjects.filter(|part| self.asked_of(indicator, *part) == AskedOf::This);
        subjects.filter(move |part| about.and_then(|about| about.exactly(*part)).is_some_and(is_that))
    }

    /// The scope that is in place: that of the least specific part.
    #[must_use]
    pub fn scope(&self, practice: &PracticeId) -> Option<Scope> {
        let of_parts = self.parts.iter().filter_map(|part| self.scopes.of(practice, Some(part))).min();
        of_parts.or_else(|| self.scopes.of(practice, None))
    }
}

/// Whether a settlement counts: people still differ, and nobody has answered differently from it since. Where they differ no
/// longer, what they say counts: otherwise something would that nobody says and nobody sees.
pub(super) fn holds(session: &Session, at: &Subject<IndicatorId>, settlement: &Settlement, scale: &AnswerScale) -> bool {
    let settled = Verdict::of(&settlement.answer, scale);
    let mut verdicts = counting_answers_at(session, at, scale).map(|(.., verdict)| verdict);
    let first = verdicts.next();
    let among: BTreeSet<&Stamp> = order::set(&settlement.among);
    // Nobody can settle that something is not known.
    !settled.is_open()
        && verdicts.any(|verdict| Some(verdict) != first)
        && counting_answers_at(session, at, scale).all(|(_, fact, verdict)| verdict == settled || among.contains(&fact.stamp))
}

/// Everybody's answers about an indicator that say something, for the whole system or a part: who does not know contradicts nobody.
pub(super) fn counting_answers_at<'a>(
    session: &'a Session,
    at: &Subject<IndicatorId>,
    scale: &'a AnswerScale,
) -> impl Iterator<Item = (&'a Place<IndicatorId>, &'a Fact<Answer>, Verdict)> {
    let verdicts = answers_at(session, at).filter_map(|(place, fact)| Some((place, fact, Verdict::of(fact.value()?, scale))));
    verdicts.filter(|(.., verdict)| !verdict.is_open())
}

/// Whether something is said about the whole system or a part that is still named.
pub(super) fn is_there(session: &Session, part: Option<&PartId>) -> bool {
    part.is_none_or(|part| session.parts.get(part).is_some_and(|fact| fact.value().is_some()))
}

/// Everybody's answers about an indicator, for the whole system or a part, also those that were withdrawn.
fn answers_at<'a>(
    session: &'a Session,
    at: &Subject<IndicatorId>,
) -> impl Iterator<Item = (&'a Place<IndicatorId>, &'a Fact<Answer>)> {
    // Places sort by indicator, round, part and person, so those of one subject stand together; nobody comes first.
    let first = Place { on: at.on.clone(), round: at.round.clone(), part: at.part.clone(), by: None };
    let at = at.clone();
    session
        .answers
        .range(first..)
        .take_while(move |(place, _)| place.on == at.on && place.round == at.round && place.part == at.part)
}

/// The answers of a round, each with how sure the same person is of it.
fn heard(session: &Session, round: Option<&RoundId>, scale: &AnswerScale) -> ByItem<IndicatorId, Consolidated> {
    let mut into = ByItem::with_room_for(session.answers.len() / session.rounds.len().max(1));
    let mut confidence = in_round(&session.confidence, round).peekable();
    for (place, fact) in in_round(&session.answers, round) {
        let verdict = fact.value().map_or(Verdict::Unanswered, |answer| Verdict::of(answer, scale));
        let confidence = same_place(&mut confidence, place).copied();
        if verdict != Verdict::Unanswered {
            into.add(&place.on, place.part.as_ref(), Consolidated::said(verdict, confidence), Consolidated::and);
        }
    }
    into
}

/// What is said at a place in another list, of which nothing is needed about earlier places any more: both lists are in the
/// same order.
fn same_place<'a, Id: Ord + 'a, V: 'a>(
    others: &mut Peekable<impl Iterator<Item = (&'a Place<Id>, &'a Fact<V>)>>,
    place: &Place<Id>,
) -> Option<&'a V> {
    while others.next_if(|(other, _)| *other < place).is_some() {}
    others.peek().filter(|(other, _)| *other == place).and_then(|(_, fact)| fact.value())
}

fn lowest<Id: Hash + Ord + Clone, V, R: Ord + Copy>(
    facts: &Facts<Place<Id>, V>,
    round: Option<&RoundId>,
    counts_as: impl Fn(&V) -> Option<R>,
) -> ByItem<Id, R> {
    let mut into = ByItem::with_room_for(0);
    for (place, fact) in in_round(facts, round) {
        if let Some(said) = fact.value().and_then(&counts_as) {
            into.add(&place.on, place.part.as_ref(), said, Ord::min);
        }
    }
    into
}

fn in_round<'a, Id: Ord, V>(
    facts: &'a Facts<Place<Id>, V>,
    round: Option<&'a RoundId>,
) -> impl Iterator<Item = (&'a Place<Id>, &'a Fact<V>)> {
    round.into_iter().flat_map(|round| facts.in_round(round))
}
