//! What people said about one statement, and what shows it.

use super::consolidated::{holds, is_there};
use super::{Assessment, Verdict};
use crate::model::{AskedIndicator, IndicatorId};
use crate::session::{Answer, Confidence, Evidence, Fact, PartId, PersonId, Place, Settlement, Timestamp, said_once_of};

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

pub(super) fn indicator_why<'a>(assessment: &Assessment<'a>, asked: AskedIndicator<'a>) -> IndicatorWhy<'a> {
    let session = assessment.session;
    let id = &asked.indicator.id;
    let answers = assessment.said_here(&session.answers, id).filter_map(|(place, fact)| {
        let confidence = session.confidence.get(place).and_then(Fact::value).copied();
        Some(AnswerWhy { speaker: Speaker::at(place, fact), answer: fact.value()?, confidence })
    });
    let settled = indicator_settled(assessment, id).into_iter().map(|(settlement, _)| settlement);
    let given = session.evidence_uses_for(id).filter(|given| is_there(session, given.part.as_ref()));
    let mut evidence: Vec<_> = given.map(|given| &given.evidence).collect();
    evidence.dedup();
    IndicatorWhy {
        verdict: assessment.said.together(asked.indicator),
        answers: answers.collect(),
        settled: settled.collect(),
        evidence: evidence.into_iter().filter_map(|piece| session.evidence(piece)).collect(),
        asked,
    }
}

/// What people settled of a statement where they differed, as far as it still holds, and who did.
pub(super) fn indicator_settled<'a>(assessment: &Assessment<'a>, id: &'a IndicatorId) -> Vec<(&'a Settlement, Speaker<'a>)> {
    let session = assessment.session;
    let settled = assessment.round.into_iter().flat_map(|round| said_once_of(&session.settlements, id, round));
    let holding = settled.filter_map(|(at, fact)| {
        let settlement = fact.value().filter(|settlement| holds(session, at, settlement, assessment.scale()))?;
        Some((settlement, Speaker { by: fact.by.as_ref(), part: at.part.as_ref(), at: fact.at }))
    });
    holding.collect()
}
