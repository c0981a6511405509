//! Answers that may no longer be true: their shelf life is over, or all that shows them is out of date. They still count, and
//! are listed.

use std::collections::{HashMap, HashSet};

use jiff::{Span, tz::Offset};

use super::{Assessment, Verdict};
use crate::model::{AnswerScale, IndicatorId, Lasts, PracticeId};
use crate::session::{Answer, Date, Evidence, EvidenceId, Fact, PartId, PersonId, Place, Session, Timestamp};

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
    /// It is older than answers to its indicator usually stay true.
    ShelfLife,
    /// Everything that shows it is out of date; this piece was the last one.
    Evidence(EvidenceId),
}

/// The stale answers of the round, in the model's order. Those about parts that were removed don't count.
#[must_use]
pub fn stale(assessment: &Assessment<'_>, today: Date) -> Vec<Stale> {
    stale_among(assessment, &answers(assessment), today)
}

/// Answers by indicator.
pub(super) type AnswersTo<'a> = HashMap<&'a IndicatorId, Vec<Answered<'a>>>;

/// Those of some answers that are stale, in the model's order, in whatever round they were given.
pub(super) fn stale_among(assessment: &Assessment<'_>, answers: &AnswersTo<'_>, today: Date) -> Vec<Stale> {
    let session = assessment.session;
    let evidence = evidence(session);
    let mut found = Vec::new();
    for statement in assessment.placed_indicators() {
        let lasts = statement.asked.indicator.lasts;
        let Some(answers) = answers.get(statement.id) else { continue };
        let shown_by = evidence.get(statement.id).map(|pieces| last_shown(pieces, answers, lasts)).unwrap_or_default();
        for (at, answer, answered) in answers.iter().filter(|(at, ..)| assessment.is_asked_of(statement, at.part.as_ref())) {
            let by_age = first_stale_day(last_looked_at(session, at, *answered), lasts).map(|day| (day, Aged::ShelfLife));
            let by_evidence = by_evidence(&shown_by, at, answer, assessment.scale());
            let earliest = by_age.into_iter().chain(by_evidence).min_by_key(|(day, _)| *day);
            if let Some((since, why)) = earliest.filter(|(since, _)| *since <= today) {
                found.push(Stale { practice: statement.practice.id.clone(), at: (*at).clone(), since, why });
            }
        }
    }
    found
}

/// An answer, where it was given and when.
pub(super) type Answered<'a> = (&'a Place<IndicatorId>, &'a Answer, Timestamp);

/// The answers of the round that say something, by indicator: *I don't know* does not grow old.
fn answers<'a>(assessment: &Assessment<'a>) -> AnswersTo<'a> {
    let mut by_indicator = AnswersTo::new();
    for (at, fact) in &assessment.session.answers {
        let answer = fact.value().filter(|answer| assessment.is_here(at) && !Verdict::of(answer, assessment.scale()).is_open());
        if let Some(answer) = answer {
            by_indicator.entry(&at.on).or_default().push((at, answer, fact.at));
        }
    }
    by_indicator
}

/// A piece of evidence for an indicator, for the whole system or a part, with who gave it.
type Piece<'a> = (Option<&'a PartId>, Option<&'a PersonId>, &'a EvidenceId, &'a Evidence);

/// All evidence, by indicator.
fn evidence(session: &Session) -> HashMap<&IndicatorId, Vec<Piece<'_>>> {
    let mut by_indicator: HashMap<_, Vec<_>> = HashMap::new();
    for (given, use_of_it) in session.evidence_uses.iter().filter(|(_, fact)| fact.value().is_some()) {
        if let Some(evidence) = session.evidence(&given.evidence) {
            by_indicator.entry(&given.indicator).or_default().push((
                given.part.as_ref(),
                use_of_it.by.as_ref(),
                &given.evidence,
                evidence,
            ));
        }
    }
    by_indicator
}

/// The day on which an answer was given or last found to be still true, whichever is later.
pub(super) fn last_looked_at(session: &Session, at: &Place<IndicatorId>, answered: Timestamp) -> Date {
    let answered = Offset::UTC.to_datetime(answered).date();
    let confirmed = session.confirmed.get(at).and_then(Fact::value).copied();
    confirmed.map_or(answered, |confirmed| confirmed.max(answered))
}

/// The first day on which something of that day has lasted too long; `None` where no calendar tells: what holds until the next release or
/// event gets no older by itself.
fn first_stale_day(from: Date, lasts: Lasts) -> Option<Date> {
    let months = lasts.months()?;
    from.checked_add(Span::new().try_months(months).ok()?).ok()?.tomorrow().ok()
}

/// Until when evidence shows something: the day on which the last piece is out of date, and which one that is; `None` while one shows
/// it for good.
type Until<'a> = Option<(Date, &'a EvidenceId)>;

/// Until when evidence shows something about each part (`None`: about the whole system): first that which speaks for everybody's
/// answers, then that which speaks for one person's (`Some`).
type LastShown<'a> = HashMap<(Option<&'a PersonId>, Option<&'a PartId>), Until<'a>>;

/// Until when pieces of evidence show something, worked out once for all who answered.
///
/// What somebody gives shows what they answered themselves. It shows what others answered only where whoever gave it did not answer,
/// or was not named: an old paper of one person makes no answer of another one stale.
fn last_shown<'a>(pieces: &[Piece<'a>], answers: &[Answered<'a>], lasts: Lasts) -> LastShown<'a> {
    let answered: HashSet<&PersonId> = answers.iter().filter_map(|(at, ..)| at.by.as_ref()).collect();
    let mut last = LastShown::new();
    for (part, by, id, evidence) in pieces {
        let until = out_of_date_from(evidence, lasts).map(|day| (day, *id));
        let speaks_for = by.filter(|by| answered.contains(by));
        last.entry((speaks_for, *part)).and_modify(|last| *last = longer(*last, until)).or_insert(until);
    }
    last
}

/// Until the later of two days, or for good where one of them shows it so long.
fn longer<'a>(one: Until<'a>, other: Until<'a>) -> Until<'a> {
    one.zip(other).map(|(one, other)| one.max(other))
}

/// When the last piece of evidence that shows an answer was out of date; nothing while one shows it for good, or none does.
fn by_evidence(shown_by: &LastShown<'_>, at: &Place<IndicatorId>, answer: &Answer, scale: &AnswerScale) -> Option<(Date, Aged)> {
    if !Verdict::of(answer, scale).is_fulfilled() {
        return None;
    }
    let (part, by) = (at.part.as_ref(), at.by.as_ref());
    // What shows the whole system shows its parts, too; what speaks for everybody speaks for whoever answered.
    let places = [
        Some((None, None)),
        part.map(|part| (None, Some(part))),
        by.map(|by| (Some(by), None)),
        by.zip(part).map(|(by, part)| (Some(by), Some(part))),
    ];
    let last = places.into_iter().flatten().filter_map(|place| shown_by.get(&place).copied()).reduce(longer)?;
    last.map(|(day, id)| (day, Aged::Evidence(id.clone())))
}

/// The first day on which a piece of evidence no longer shows anything: after its last day or, where nobody said which that is,
/// once an answer to the indicator has lasted so long.
#[must_use]
pub fn out_of_date_from(evidence: &Evidence, lasts: Lasts) -> Option<Date> {
    match evidence.valid_until {
        Some(last) => last.tomorrow().ok(),
        None => evidence.dated.and_then(|dated| first_stale_day(dated, lasts)),
    }
}
