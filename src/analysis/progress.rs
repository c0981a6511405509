//! How far along a session is.

use super::{Said, Verdict};
use crate::model::{IndicatorId, Level, Practice, PracticeId, Questionnaire};
use crate::session::{EnvelopeNote, PartId, Session};

/// So many of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// How many are done.
    pub done: usize,
    /// How many there are.
    pub of: usize,
}

impl Count {
    /// Whether nothing is left.
    #[must_use]
    pub fn is_complete(self) -> bool {
        self.done == self.of
    }

    pub(super) fn add(&mut self, done: bool) {
        self.of += 1;
        self.done += usize::from(done);
    }
}

/// How far along a session is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Practices with a target.
    pub targets: Count,
    /// How many of these are proposals that nobody confirmed or changed yet.
    pub proposals: usize,
    /// Practices answered in the quick pass; in every part, where parts are answered apart.
    pub quick: Count,
    /// Practices about which something is said, in either pass.
    pub assessed: Count,
    /// Indicators answered; in every part, where parts are answered apart.
    pub indicators: Count,
    /// Indicators answered per practice, in the model's order.
    pub per_practice: Vec<(PracticeId, Count)>,
}

impl Progress {
    /// Indicators answered of the practices that an envelope asks about.
    #[must_use]
    pub fn of_envelope(&self, envelope: &EnvelopeNote) -> Count {
        let asked = self.per_practice.iter().filter(|(practice, _)| envelope.asks(practice));
        asked.fold(Count::default(), |all, (_, count)| Count { done: all.done + count.done, of: all.of + count.of })
    }
}

/// Counts what is answered in the round that is being answered.
#[must_use]
pub fn progress(asked: &Questionnaire, session: &Session) -> Progress {
    let said = Said::of(session, session.round());
    let mut progress = Progress::default();
    for practice in asked.model().practices() {
        let ids: Vec<&IndicatorId> = indicators(asked, practice);
        let parts = said.parts_answered(&practice.id, &ids.iter().copied().collect());
        let subjects: Vec<Option<&PartId>> = if parts.is_empty() { vec![None] } else { parts.into_iter().map(Some).collect() };
        let is_answered = |id: &IndicatorId, subject: Option<&PartId>| said.verdict(id, subject) != Verdict::Unanswered;
        let is_quick = |subject: &Option<&PartId>| said.quick(&practice.id, *subject).is_some();

        let mut answered = Count::default();
        for id in &ids {
            answered.add(subjects.iter().all(|subject| is_answered(id, *subject)));
        }
        let something = |subject: &Option<&PartId>| is_quick(subject) || ids.iter().any(|id| is_answered(id, *subject));
        let target = session.target(&practice.id);
        progress.targets.add(target.is_some());
        progress.proposals += usize::from(target.is_some_and(|target| target.origin.is_proposal()));
        progress.quick.add(subjects.iter().all(is_quick));
        progress.assessed.add(subjects.iter().any(something));
        progress.indicators.done += answered.done;
        progress.indicators.of += answered.of;
        progress.per_practice.push((practice.id.clone(), answered));
    }
    progress
}

/// Everything that is asked about a practice.
fn indicators<'a>(asked: &'a Questionnaire, practice: &'a Practice) -> Vec<&'a IndicatorId> {
    let levels = Level::NONE.up_to(asked.model().top());
    levels.flat_map(|level| asked.indicators(practice, level)).map(|it| &it.indicator.id).collect()
}
