//! What people said about one statement, and what shows it.

use super::consolidated::{holds, is_there};
use super::{ConsolidatedAnswers, Verdict};
use crate::model::AskedIndicator;
use crate::session::{Answer, Confidence, Evidence, Fact, PartId, PersonId, Place, Session, Settlement, Subject, Timestamp};

/// Who said something, about which part, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Speaker<'a> {
    /// Who, if they said who they are.
    pub by: Option<&'a PersonId>,
    /// About which part; `None` for the whole system.
    pub part: Option<&'a PartId>,
    /// When, by that machine's clock.
    pub at: Timestamp,
}

impl<'a> Speaker<'a> {
    /// Who stated a fact at a place.
    pub(super) fn at<Id, V>(place: &'a Place<Id>, fact: &'a Fact<V>) -> Self {
        Self { by: place.by.as_ref(), part: place.part.as_ref(), at: fact.at }
    }
}

/// What is said about a statement.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorWhy<'a> {
    /// The statement.
    pub asked: AskedIndicator<'a>,
    /// What counts for the system with all its parts.
    pub verdict: Verdict,
    /// Everybody's answers.
    pub answers: Vec<AnswerWhy<'a>>,
    /// What people settled where they differed, as far as it still holds.
    pub settled: Vec<&'a Settlement>,
    /// What shows it.
    pub evidence: Vec<&'a Evidence>,
}

/// One answer.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswerWhy<'a> {
    /// Who gave it.
    pub speaker: Speaker<'a>,
    /// The answer.
    pub answer: &'a Answer,
    /// How they know, if they said.
    pub confidence: Option<Confidence>,
}

/// Whether something is said in the round that is being answered, about the whole system or a part that is still there.
pub(super) fn is_here<Id>(session: &Session, place: &Place<Id>) -> bool {
    Some(&place.round) == session.round() && is_there(session, place.part.as_ref())
}

pub(super) fn indicator_why<'a>(
    session: &'a Session,
    said: &ConsolidatedAnswers<'_>,
    asked: AskedIndicator<'a>,
) -> IndicatorWhy<'a> {
    let id = &asked.indicator.id;
    let answers = session.answers_to(id).filter(|(place, _)| is_here(session, place)).filter_map(|(place, fact)| {
        let confidence = session.confidence.get(place).and_then(Fact::value).copied();
        Some(AnswerWhy { speaker: Speaker::at(place, fact), answer: fact.value()?, confidence })
    });
    let is_of_this = |at: &Subject<_>| at.on == *id && Some(&at.round) == session.round();
    let settled = session.settlements.iter().filter(|(at, _)| is_of_this(at)).filter_map(|(at, fact)| {
        let settlement = fact.value()?;
        holds(session, at, settlement).then_some(settlement)
    });
    let given = session.evidence_uses.iter().filter(|(given, fact)| given.indicator == *id && fact.value().is_some());
    let mut evidence: Vec<_> =
        given.filter(|(given, _)| is_there(session, given.part.as_ref())).map(|(given, _)| &given.evidence).collect();
    evidence.dedup();
    IndicatorWhy {
        verdict: said.together(id),
        answers: answers.collect(),
        settled: settled.collect(),
        evidence: evidence.into_iter().filter_map(|piece| session.evidence(piece)).collect(),
        asked,
    }
}
