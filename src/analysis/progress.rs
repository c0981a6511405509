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

/// How many statements are answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Statements {
    /// Those that are, of all.
    pub answered: Count,
    /// How many of the others are those of which those who were asked don't know.
    pub not_known: usize,
}

impl Statements {
    /// Of how many somebody said something: an answer, or that they don't know.
    #[must_use]
    pub const fn asked(self) -> usize {
        self.answered.done + self.not_known
    }

    fn and(self, other: Self) -> Self {
        let answered = Count { done: self.answered.done + other.answered.done, of: self.answered.of + other.answered.of };
        Self { answered, not_known: self.not_known + other.not_known }
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
    pub indicators: Statements,
    /// Indicators answered per practice, in the model's order.
    pub per_practice: Vec<(PracticeId, Statements)>,
}

impl Progress {
    /// Practices whose target somebody set or confirmed: a proposal is no decision yet, nor is what two copies say differently.
    #[must_use]
    pub const fn decided(&self) -> Count {
        Count { done: self.targets.done.saturating_sub(self.proposals + self.targets_apart), of: self.targets.of }
    }

    /// How many indicators of a practice are answered; nothing where it is not asked.
    #[must_use]
    pub fn of_practice(&self, asked: &Questionnaire, practice: &PracticeId) -> Option<Statements> {
        let (of, count) = self.per_practice.get(asked.model().number_of(practice)?)?;
        (of == practice).then_some(*count)
    }

    /// Indicators answered of the practices that a request asks about.
    #[must_use]
    pub fn of_request(&self, request: &AnswerRequest) -> Statements {
        let requested: HashSet<&PracticeId> = request.practices.iter().collect();
        let asked = self.per_practice.iter().filter(|(practice, _)| requested.contains(practice));
        asked.fold(Statements::default(), |all, (_, statements)| all.and(*statements))
    }
}

/// Counts what is answered in the round.
#[must_use]
pub fn progress(assessment: &Assessment<'_>) -> Progress {
    let mut progress = Progress::default();
    for practice in assessment.asked.model().practices() {
        let hearing = assessment.hearing(practice);
        let is_quick = |part: &Option<&PartId>| hearing.quick(*part).is_some();

        let mut statements = Statements::default();
        for it in hearing.indicators() {
            statements.answered.add(it.is_answered_in(&hearing.subjects));
            statements.not_known += usize::from(it.is_not_known_in(&hearing.subjects));
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
        progress.indicators = progress.indicators.and(statements);
        progress.per_practice.push((practice.id.clone(), statements));
    }
    progress
}
