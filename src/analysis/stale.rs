//! Answers that may no longer be true: their shelf life is over, or all that shows them is out of date. They still count, and
//! are listed.

use jiff::{Span, tz::Offset};

use super::Verdict;
use crate::model::IndicatorId;
use crate::model::{Level, PracticeId, Questionnaire};
use crate::session::{Answer, Date, Evidence, EvidenceId, Fact, Place, Session, Timestamp};

/// An answer that may no longer be true.
#[derive(Clone, Debug, PartialEq)]
pub struct Stale {
    /// The practice.
    pub practice: PracticeId,
    /// The answer.
    pub at: Place<IndicatorId>,
    /// The first day on which it was stale.
    pub since: Date,
    /// Why.
    pub why: Aged,
}

/// Why an answer is stale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Aged {
    /// It is older than its indicator's shelf life.
    ShelfLife,
    /// Everything that shows it is out of date; this piece was the last one.
    Evidence(EvidenceId),
}

/// The stale answers of the round that is being answered, in the model's order.
#[must_use]
pub fn stale(asked: &Questionnaire, session: &Session, today: Date) -> Vec<Stale> {
    let mut found = Vec::new();
    for practice in asked.model().practices() {
        for it in Level::NONE.up_to(asked.model().top()).flat_map(|level| asked.indicators(practice, level)) {
            let months = it.indicator.shelf_life_months;
            for (at, fact) in session.answers_to(&it.indicator.id) {
                let Some(answer) = fact.value().filter(|answer| Verdict::of(answer) != Verdict::Unanswered) else { continue };
                let by_age = first_stale_day(last_looked_at(session, at, fact.at), months).map(|day| (day, Aged::ShelfLife));
                let earliest = by_age.into_iter().chain(by_evidence(session, at, answer, months)).min_by_key(|(day, _)| *day);
                if let Some((since, why)) = earliest.filter(|(since, _)| *since <= today) {
                    found.push(Stale { practice: practice.id.clone(), at: at.clone(), since, why });
                }
            }
        }
    }
    found
}

/// The day on which an answer was given or last found to be still true, whichever is later.
fn last_looked_at(session: &Session, at: &Place<IndicatorId>, answered: Timestamp) -> Date {
    let answered = Offset::UTC.to_datetime(answered).date();
    let confirmed = session.confirmed.get(at).and_then(Fact::value).copied();
    confirmed.map_or(answered, |confirmed| confirmed.max(answered))
}

/// The first day on which something of that day is older than so many months.
fn first_stale_day(from: Date, months: u8) -> Option<Date> {
    from.checked_add(Span::new().months(months)).ok()?.tomorrow().ok()
}

/// When the last piece of evidence that shows an answer was out of date; nothing while one shows it for good, or none does.
fn by_evidence(session: &Session, at: &Place<IndicatorId>, answer: &Answer, months: u8) -> Option<(Date, Aged)> {
    if !Verdict::of(answer).is_fulfilled() {
        return None;
    }
    let mut last = None;
    for (id, evidence) in session.evidence_for(&at.on, at.part.as_ref()) {
        let day = out_of_date_from(evidence, months)?;
        last = last.max(Some((day, id.clone())));
    }
    last.map(|(day, id)| (day, Aged::Evidence(id)))
}

/// The first day on which a piece of evidence no longer shows anything: after its last day or, where nobody said which that is,
/// after the indicator's shelf life.
#[must_use]
pub fn out_of_date_from(evidence: &Evidence, months: u8) -> Option<Date> {
    match evidence.valid_until {
        Some(last) => last.tomorrow().ok(),
        None => evidence.dated.and_then(|dated| first_stale_day(dated, months)),
    }
}
