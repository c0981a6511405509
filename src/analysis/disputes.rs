//! Where people answered differently. All answers stand; a person settles which one counts.

use std::collections::{BTreeMap, BTreeSet};

use super::by_person::{People, currents};
use super::consolidated::{QuickVerdict, counting_answers_at, holds, is_there};
use super::current::Current;
use super::{Assessment, Verdict};
use crate::model::{Amount, IndicatorId, PracticeId};
use crate::session::{Answer, Fact, PersonId, Place, QuickAnswer, Settlement, Stamp, Subject};

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

/// Every difference in the round, in the model's order, settled or not. Parts that were removed don't count.
#[must_use]
pub fn disputes(assessment: &Assessment<'_>) -> Vec<Dispute> {
    assessment.disputes().to_vec()
}

/// Looks for every difference in the round.
pub(super) fn found_disputes(assessment: &Assessment<'_>) -> Vec<Dispute> {
    let subjects = answered_by_several(assessment);
    let mut found = Vec::new();
    if subjects.is_empty() {
        return found;
    }
    for statement in assessment.placed_indicators() {
        let here = subjects.get(statement.id).into_iter().flatten();
        let here = here.filter(|at| assessment.is_asked_of(statement, at.part.as_ref()));
        found.extend(here.filter_map(|at| dispute(assessment, &statement.practice.id, at.clone())));
    }
    found
}

/// Whether any statement of the round is answered by more than one person, so that there is something to compare.
#[must_use]
pub fn several_answered(assessment: &Assessment<'_>) -> bool {
    let several = answered_by_several(assessment);
    let is_compared =
        |at: &Subject<IndicatorId>| counting_answers_at(assessment.session, at, assessment.scale()).nth(1).is_some();
    several.iter().any(|(id, subjects)| {
        assessment
            .placed_indicator(id)
            .is_some_and(|it| subjects.iter().any(|at| assessment.is_asked_of(it, at.part.as_ref()) && is_compared(at)))
    })
}

/// What more than one person has ever answered, by indicator.
fn answered_by_several<'a>(assessment: &Assessment<'a>) -> BTreeMap<&'a IndicatorId, Vec<Subject<IndicatorId>>> {
    let session = assessment.session;
    let mut several: BTreeMap<&IndicatorId, Vec<Subject<IndicatorId>>> = BTreeMap::new();
    let here = assessment.round.into_iter().flat_map(|round| session.answers.in_round(round));
    let mut places = here.map(|(place, _)| place).peekable();
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

fn dispute(assessment: &Assessment<'_>, practice: &PracticeId, at: Subject<IndicatorId>) -> Option<Dispute> {
    let (session, scale) = (assessment.session, assessment.scale());
    let said: Vec<_> = counting_answers_at(session, &at, scale).collect();
    let (.., first) = said.first()?;
    said.iter().any(|(.., verdict)| verdict != first).then_some(())?;
    let settled = session.settlements.get(&at).filter(|fact| fact.value().is_some_and(|it| holds(session, &at, it, scale)));
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
    /// The same, as exactly as the model's rule says where they stand: fractions of one level differ, too.
    pub apart: Amount,
    /// How many of its indicators are answered differently and not settled.
    pub open_disputes: usize,
}

impl PracticeViews {
    /// Whether people see this practice differently: its level, whether it applies at all, or one of its indicators.
    #[must_use]
    pub fn differ(&self) -> bool {
        // Who does not know where it stands does not say that it applies.
        let some_apply = self.views.iter().any(|current| matches!(current, Current::Known { .. }) && !current.is_not_known());
        self.apart > Amount::ZERO || self.open_disputes > 0 || (some_apply && self.views.contains(&Current::NotApplicable))
    }

    /// Whether everybody who said something about it comes to the same single level.
    #[must_use]
    pub fn is_same_level(&self) -> bool {
        let mut said = self.views.iter().filter(|current| **current != Current::Unanswered);
        let is_same = |one: Current, other: Current| other.settled() == one.settled() && one.apart_from(other) == Amount::ZERO;
        said.next().filter(|first| first.settled().is_some()).is_some_and(|first| said.all(|other| is_same(*first, *other)))
    }

    /// How many people said something about it.
    #[must_use]
    pub fn answered_by(&self) -> usize {
        self.views.iter().filter(|current| **current != Current::Unanswered).count()
    }
}

/// What each person's own answers say.
#[must_use]
pub fn views(assessment: &Assessment<'_>) -> Views {
    let people = everybody_who_said_something(assessment);
    let places: People<'_> = people.iter().copied().zip(0..).collect();
    let practices = assessment.asked.model().practices().into_iter().map(|practice| {
        let views = currents(assessment, practice, &places);
        let (lows, highs) = (views.iter().filter_map(|it| it.low()), views.iter().filter_map(|it| it.high()));
        let spread = lows.max().zip(highs.min()).map_or(0, |(low, high)| low.number().saturating_sub(high.number()));
        let apart = views.iter().flat_map(|one| views.iter().map(|other| one.apart_from(*other))).max().unwrap_or(Amount::ZERO);
        let open_disputes = assessment.open_disputes_of(&practice.id);
        PracticeViews { practice: practice.id.clone(), open_disputes, views, spread, apart }
    });
    Views { practices: practices.collect(), people: people.iter().map(|person| person.cloned()).collect() }
}

/// Whoever said anything that counts in the round; what nobody put a name to comes first.
fn everybody_who_said_something<'a>(assessment: &Assessment<'a>) -> BTreeSet<Option<&'a PersonId>> {
    let session = assessment.session;
    let counts_answer =
        |fact: &Fact<Answer>| fact.value().is_some_and(|answer| Verdict::of(answer, assessment.scale()) != Verdict::Unanswered);
    let answers = session.answers.iter().filter(|(place, fact)| assessment.is_here(place) && counts_answer(fact));
    let counts_quick = |fact: &Fact<QuickAnswer>| fact.value().is_some_and(|answer| QuickVerdict::of(answer).is_some());
    let quick = session.quick.iter().filter(|(place, fact)| assessment.is_here(place) && counts_quick(fact));
    answers.map(|(place, _)| place.by.as_ref()).chain(quick.map(|(place, _)| place.by.as_ref())).collect()
}
