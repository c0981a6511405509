//! Where people answered differently. All answers stand; a person settles which one counts.

use std::collections::{BTreeMap, BTreeSet};

use super::consolidated::{QuickVerdict, counting_answers_at, holds, is_there};
use super::current::{Current, standing};
use super::{ConsolidatedAnswers, Verdict};
use crate::model::{IndicatorId, Level, PracticeId, Questionnaire};
use crate::session::{Answer, Fact, PersonId, Place, Session, Settlement, Stamp, Subject};

/// An indicator that people answered differently.
#[derive(Clone, Debug, PartialEq)]
pub struct Dispute {
    /// The practice.
    pub practice: PracticeId,
    /// What it is about.
    pub at: Subject<IndicatorId>,
    /// Who answered what; `None` is an answer that nobody put a name to.
    pub answers: Vec<(Option<PersonId>, Answer)>,
    /// The stamps of these answers.
    pub stamps: Vec<Stamp>,
    /// What was settled, if that still holds.
    pub settled: Option<Fact<Settlement>>,
}

/// Every difference in the round that is being answered, in the model's order, settled or not. Parts that were removed don't
/// count.
#[must_use]
pub fn disputes(asked: &Questionnaire, session: &Session) -> Vec<Dispute> {
    let subjects = answered_by_several(session);
    let mut found = Vec::new();
    if subjects.is_empty() {
        return found;
    }
    for practice in asked.model().practices() {
        for it in Level::NONE.up_to(asked.model().top()).flat_map(|level| asked.indicators(practice, level)) {
            let here = subjects.get(&it.indicator.id).into_iter().flatten();
            found.extend(here.filter_map(|at| dispute(session, &practice.id, at.clone())));
        }
    }
    found
}

/// What more than one person has ever answered, by indicator.
fn answered_by_several(session: &Session) -> BTreeMap<&IndicatorId, Vec<Subject<IndicatorId>>> {
    let round = session.round();
    let mut several: BTreeMap<&IndicatorId, Vec<Subject<IndicatorId>>> = BTreeMap::new();
    let mut places = session.answers.keys().filter(|place| Some(&place.round) == round).peekable();
    while let Some(place) = places.next() {
        // Places sort by indicator, round, part and person, so those of one subject stand together.
        let next_is_same = places.peek().is_some_and(|next| next.on == place.on && next.part == place.part);
        if next_is_same && is_there(session, place.part.as_ref()) {
            let subjects = several.entry(&place.on).or_default();
            if subjects.last().is_none_or(|last| last.part != place.part) {
                subjects.push(place.clone().subject());
            }
        }
    }
    several
}

fn dispute(session: &Session, practice: &PracticeId, at: Subject<IndicatorId>) -> Option<Dispute> {
    let said: Vec<_> = counting_answers_at(session, &at).collect();
    let (.., first) = said.first()?;
    said.iter().any(|(.., verdict)| verdict != first).then_some(())?;
    let settled = session.settlements.get(&at).filter(|fact| fact.value().is_some_and(|it| holds(session, &at, it)));
    let answer =
        |(place, fact, _): &(&Place<IndicatorId>, &Fact<Answer>, Verdict)| Some((place.by.clone(), fact.value()?.clone()));
    Some(Dispute {
        practice: practice.clone(),
        answers: said.iter().filter_map(answer).collect(),
        stamps: said.iter().map(|(_, fact, _)| fact.stamp.clone()).collect(),
        settled: settled.cloned(),
        at,
    })
}

/// The map of disagreement: what each person's own answers say about each practice.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Views {
    /// Everybody who said anything that counts; `None` for what nobody put a name to.
    pub people: Vec<Option<PersonId>>,
    /// Per practice, in the model's order.
    pub practices: Vec<PracticeViews>,
}

/// What each person's own answers say about a practice.
#[derive(Clone, Debug, PartialEq)]
pub struct PracticeViews {
    /// The practice.
    pub practice: PracticeId,
    /// Per person, in the order of [`Views::people`].
    pub views: Vec<Current>,
    /// By how many levels they differ in any case: somebody who is not finished may still get to where the others are.
    pub spread: u8,
    /// How many of its indicators are answered differently and not settled.
    pub open_disputes: usize,
}

impl PracticeViews {
    /// Whether people see this practice differently: its level, whether it applies at all, or one of its indicators.
    #[must_use]
    pub fn differ(&self) -> bool {
        let some_apply = self.views.iter().any(|current| matches!(current, Current::Known { .. }));
        self.spread > 0 || self.open_disputes > 0 || (some_apply && self.views.contains(&Current::NotApplicable))
    }

    /// Whether everybody who said something about it comes to the same single level.
    #[must_use]
    pub fn is_same_level(&self) -> bool {
        let mut said = self.views.iter().filter(|current| **current != Current::Unanswered).map(|current| current.settled());
        said.next().flatten().is_some_and(|first| said.all(|other| other == Some(first)))
    }

    /// How many people said something about it.
    #[must_use]
    pub fn answered_by(&self) -> usize {
        self.views.iter().filter(|current| **current != Current::Unanswered).count()
    }
}

/// What each person's own answers say, for the round that is being answered.
#[must_use]
pub fn views(asked: &Questionnaire, session: &Session) -> Views {
    let round = session.round();
    let people: Vec<Option<PersonId>> = everybody_who_said_something(session).into_iter().collect();
    let said: Vec<ConsolidatedAnswers<'_>> =
        people.iter().map(|person| ConsolidatedAnswers::of_person(session, round, person.as_ref())).collect();
    let disputes = disputes(asked, session);
    let practices = asked.model().practices().into_iter().map(|practice| {
        let views: Vec<Current> = said.iter().map(|said| standing(asked, practice, said).current).collect();
        let (lows, highs) = (views.iter().filter_map(|it| it.low()), views.iter().filter_map(|it| it.high()));
        let spread = lows.max().zip(highs.min()).map_or(0, |(low, high)| low.number().saturating_sub(high.number()));
        let open = disputes.iter().filter(|dispute| dispute.practice == practice.id && dispute.settled.is_none());
        PracticeViews { practice: practice.id.clone(), open_disputes: open.count(), views, spread }
    });
    Views { practices: practices.collect(), people }
}

/// Whoever said anything that counts in the round that is being answered; what nobody put a name to comes first.
fn everybody_who_said_something(session: &Session) -> BTreeSet<Option<PersonId>> {
    let round = session.round();
    let counts_answer = |fact: &Fact<Answer>| fact.value().is_some_and(|answer| Verdict::of(answer) != Verdict::Unanswered);
    let answers = session
        .answers
        .iter()
        .filter(|(place, fact)| Some(&place.round) == round && is_there(session, place.part.as_ref()) && counts_answer(fact));
    let quick = session.quick.iter().filter(|(place, fact)| {
        Some(&place.round) == round
            && is_there(session, place.part.as_ref())
            && fact.value().is_some_and(|answer| QuickVerdict::of(answer).is_some())
    });
    answers.map(|(place, _)| place.by.clone()).chain(quick.map(|(place, _)| place.by.clone())).collect()
}
