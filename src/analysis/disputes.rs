//! Where people answered differently. All answers stand; a person settles which one counts.

use super::current::{Current, standing};
use super::said::{answers_at, holds};
use super::{Said, Verdict};
use crate::model::{IndicatorId, Level, PracticeId, Questionnaire};
use crate::session::{Answer, Fact, PersonId, Session, Settlement, Stamp, Subject};

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

/// Every difference in the round that is being answered, in the model's order, settled or not.
#[must_use]
pub fn disputes(asked: &Questionnaire, session: &Session) -> Vec<Dispute> {
    let mut found = Vec::new();
    for practice in asked.model().practices() {
        for it in Level::NONE.up_to(asked.model().top()).flat_map(|level| asked.indicators(practice, level)) {
            let mut subjects: Vec<Subject<IndicatorId>> =
                session.answers_to(&it.indicator.id).map(|(place, _)| place.clone().subject()).collect();
            subjects.dedup();
            found.extend(subjects.into_iter().filter_map(|at| dispute(session, &practice.id, at)));
        }
    }
    found
}

fn dispute(session: &Session, practice: &PracticeId, at: Subject<IndicatorId>) -> Option<Dispute> {
    let said: Vec<_> = answers_at(session, &at)
        .filter_map(|(place, fact)| fact.value().map(|answer| (place.by.clone(), answer, &fact.stamp)))
        .filter(|(_, answer, _)| Verdict::of(answer) != Verdict::Unanswered)
        .collect();
    let first = said.first().map(|(_, answer, _)| Verdict::of(answer))?;
    said.iter().any(|(_, answer, _)| Verdict::of(answer) != first).then(|| ())?;
    let settled = session.settlements.get(&at).filter(|fact| fact.value().is_some_and(|it| holds(session, &at, it)));
    Some(Dispute {
        practice: practice.clone(),
        answers: said.iter().map(|(by, answer, _)| (by.clone(), (*answer).clone())).collect(),
        stamps: said.iter().map(|(.., stamp)| (*stamp).clone()).collect(),
        settled: settled.cloned(),
        at,
    })
}

/// The map of disagreement: what each person's own answers say about each practice.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Views {
    /// Everybody who answered anything; `None` for what nobody put a name to.
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
    /// How many levels lie between the lowest and the highest of them, as far as they are known.
    pub spread: u8,
    /// How many of its indicators are answered differently and not settled.
    pub open_disputes: usize,
}

/// What each person's own answers say, for the round that is being answered.
#[must_use]
pub fn views(asked: &Questionnaire, session: &Session) -> Views {
    let round = session.round();
    let mut people: Vec<Option<PersonId>> = session
        .answers
        .iter()
        .filter(|(place, fact)| Some(&place.round) == round && fact.value().is_some())
        .map(|(place, _)| place.by.clone())
        .chain(
            session
                .quick
                .iter()
                .filter(|(place, fact)| Some(&place.round) == round && fact.value().is_some())
                .map(|(place, _)| place.by.clone()),
        )
        .collect();
    people.sort();
    people.dedup();
    let said: Vec<Said<'_>> = people.iter().map(|person| Said::of_person(session, round, person.as_ref())).collect();
    let disputes = disputes(asked, session);
    let practices = asked.model().practices().into_iter().map(|practice| {
        let views: Vec<Current> = said.iter().map(|said| standing(asked, practice, said).current).collect();
        let known = || views.iter().filter_map(|current| current.low());
        let spread = known().max().zip(known().min()).map_or(0, |(high, low)| high.number() - low.number());
        let open = disputes.iter().filter(|dispute| dispute.practice == practice.id && dispute.settled.is_none());
        PracticeViews { practice: practice.id.clone(), open_disputes: open.count(), views, spread }
    });
    Views { practices: practices.collect(), people }
}
