//! What becomes of answering, and of settling what people answered differently.

use super::typed;
use crate::model::{IndicatorId, PracticeId, Scope};
use crate::session::{
    Answer, Authorship, Change, Compensated, Confidence, Date, Fact, NotApplicable, Place, QuickAnswer, Session, Settlement,
    Stamp, Subject, mine_or_first,
};

/// Says that something else does the job of a statement, for a reason that is still to be given.
#[must_use]
pub fn compensate(at: Place<IndicatorId>) -> Change {
    Change::Answer(at, Some(Answer::Compensated(Compensated::because(""))))
}

/// An answer with another reason; nothing where answers of this kind need none.
#[must_use]
pub fn explained(answer: Answer, reason: String) -> Option<Answer> {
    match answer {
        Answer::NotApplicable(before) => Some(Answer::NotApplicable(NotApplicable { reason, ..before })),
        Answer::Compensated(before) => Some(Answer::Compensated(Compensated { reason, ..before })),
        Answer::Met | Answer::Partly | Answer::NotMet | Answer::DontKnow | Answer::Own(_) => None,
    }
}

/// Says how somebody knows what they answered. What is said already is taken back by saying it once more: nobody has to say.
#[must_use]
pub fn know(session: &Session, at: Place<IndicatorId>, confidence: Confidence) -> Change {
    let said = mine_or_first(&session.confidence, &at).copied();
    Change::Confidence(at, Some(confidence).filter(|now| said != Some(*now)))
}

/// Says in the quick pass that a practice makes no sense here, for a reason that may still be typed.
#[must_use]
pub fn not_applicable_quick(session: &Session, at: Place<PracticeId>, reason: String) -> Change {
    let why = match mine_or_first(&session.quick, &at) {
        Some(QuickAnswer::NotApplicable(before)) => NotApplicable { reason, ..before.clone() },
        Some(QuickAnswer::Level(_) | QuickAnswer::DontKnow) | None => NotApplicable::because(reason),
    };
    Change::Quick(at, Some(QuickAnswer::NotApplicable(why)))
}

/// Takes an answer of the quick pass back.
#[must_use]
pub fn withdraw_quick(at: Place<PracticeId>) -> Change {
    Change::Quick(at, None)
}

/// Says how specific what is done for a practice is.
#[must_use]
pub fn scope(at: Place<PracticeId>, scope: Scope) -> Change {
    Change::Scope(at, Some(scope))
}

/// Writes a note on a practice.
#[must_use]
pub fn write_practice_note(at: Place<PracticeId>, words: String) -> Change {
    Change::PracticeNote(at, typed(words))
}

/// Writes a note on a statement.
#[must_use]
pub fn write_note(at: Place<IndicatorId>, words: String) -> Change {
    Change::Note(at, typed(words))
}

/// Writes what speaks against an answer.
#[must_use]
pub fn write_against(at: Place<IndicatorId>, words: String) -> Change {
    Change::Against(at, typed(words))
}

/// Says of answers that they were looked at again on a day and are still true.
#[must_use]
pub fn still_true(answers: impl IntoIterator<Item = Place<IndicatorId>>, day: Date) -> Vec<Change> {
    answers.into_iter().map(|at| Change::Confirmed(at, Some(day))).collect()
}

/// Settles what counts where people answered differently, having looked at these answers.
#[must_use]
pub fn settle(session: &Session, at: &Subject<IndicatorId>, answer: Answer, among: Vec<Stamp>, reason: &str) -> Change {
    let before = session.settlements.get(at).and_then(Fact::value);
    let unknown = before.map(|before| before.unknown.clone()).unwrap_or_default();
    Change::Settlement(at.clone(), Some(Settlement { answer, among, reason: reason.trim().to_owned(), unknown }))
}

/// Opens what was settled again.
#[must_use]
pub fn open_again(at: Subject<IndicatorId>) -> Change {
    Change::Settlement(at, None)
}

/// A session that has just begun, with the answer to the first question of the quick pass, which was given before there was one.
#[must_use]
pub fn begun_with_answer(mut session: Session, on: PracticeId, answer: QuickAnswer, authorship: &Authorship) -> Session {
    if let Some(round) = session.round().cloned() {
        let place = Place { on, round, part: None, by: None };
        session.apply(Change::Quick(place, Some(answer)), authorship);
    }
    session
}
