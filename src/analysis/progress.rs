//! How far along a session is.

use std::collections::HashSet;

use super::current::standing_of;
use super::{Assessment, Current};
use crate::model::{PracticeId, Questionnaire};
use crate::session::{AnswerRequest, List, PartId};

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

    /// Counts one more, done or not.
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
    /// How many of the others two copies say differently, so that nobody decided which one counts.
    pub targets_apart: usize,
    /// Practices answered in the quick pass; in every part, where parts are answered apart.
    pub quick: Count,
    /// Practices of which anything is known, from either pass or set by hand: all but those that count as unanswered, or of which
    /// those who were asked did not know.
    pub assessed: Count,
    /// How many of the others are those of which somebody said that they do not know.
    pub not_known: usize,
    /// Indicators answered; in every part, where parts are answered apart.
    pub indicators: Count,
    /// Indicators answered per practice, in the model's order.
    pub per_practice: Vec<(PracticeId, Count)>,
}

impl Progress {
    /// Practices whose target somebody set or confirmed: a proposal is no decision yet, nor is what two copies say differently.
    #[must_use]
    pub const fn decided(&self) -> Count {
        Count { done: self.targets.done.saturating_sub(self.proposals + self.targets_apart), of: self.targets.of }
    }

    /// How many indicators of a practice are answered; nothing where it is not asked.
    #[must_use]
    pub fn of_practice(&self, asked: &Questionnaire, practice: &PracticeId) -> Option<Count> {
        let (of, count) = self.per_practice.get(asked.model().number_of(practice)?)?;
        (of == practice).then_some(*count)
    }

    /// Indicators answered of the practices that a request asks about.
    #[must_use]
    pub fn of_request(&self, request: &AnswerRequest) -> Count {
        let requested: HashSet<&PracticeId> = request.practices.iter().collect();
        let asked = self.per_practice.iter().filter(|(practice, _)| requested.contains(practice));
        asked.fold(Count::default(), |all, (_, count)| Count { done: all.done + count.done, of: all.of + count.of })
    }
}

/// Counts what is answered in the round.
#[must_use]
pub fn progress(assessment: &Assessment<'_>) -> Progress {
    let mut progress = Progress::default();
    for practice in assessment.asked.model().practices() {
        let hearing = assessment.hearing(practice);
        let is_quick = |part: &Option<&PartId>| hearing.quick(*part).is_some();

        let mut answered = Count::default();
        for it in hearing.indicators() {
            answered.add(it.is_answered_in(&hearing.subjects));
        }
        let target = assessment.target(&practice.id);
        progress.targets.add(target.is_some());
        let is_proposal = target.is_some_and(|target| target.origin.is_proposal());
        let is_apart = target.is_some() && assessment.kept_apart().has(&[List::Targets], practice.id.as_str());
        progress.proposals += usize::from(is_proposal);
        progress.targets_apart += usize::from(is_apart && !is_proposal);
        progress.quick.add(hearing.subjects.iter().all(is_quick));
        let standing = standing_of(&hearing);
        progress.assessed.add(standing.current != Current::Unanswered && !standing.is_not_known());
        progress.not_known += usize::from(standing.is_not_known());
        progress.indicators.done += answered.done;
        progress.indicators.of += answered.of;
        progress.per_practice.push((practice.id.clone(), answered));
    }
    progress
}
