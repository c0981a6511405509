//! How far along a session is.

use super::{Said, Verdict};
use crate::model::{Level, Practice, PracticeId, Questionnaire};
use crate::session::Session;

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

    fn add(&mut self, done: bool) {
        self.of += 1;
        self.done += usize::from(done);
    }
}

/// How far along a session is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Practices with a target.
    pub targets: Count,
    /// Practices answered in the quick pass.
    pub quick: Count,
    /// Practices about which something is said, in either pass.
    pub assessed: Count,
    /// Indicators answered.
    pub indicators: Count,
    /// Indicators answered per practice, in the model's order.
    pub per_practice: Vec<(PracticeId, Count)>,
}

/// Counts what is answered in the round that is being answered.
#[must_use]
pub fn progress(asked: &Questionnaire, session: &Session) -> Progress {
    let said = Said::of(session, session.round());
    let mut progress = Progress::default();
    for practice in asked.model().practices() {
        let indicators = indicators_answered(asked, practice, &said);
        let quick = said.quick(&practice.id, None).is_some();
        progress.targets.add(session.target(&practice.id).is_some());
        progress.quick.add(quick);
        progress.assessed.add(quick || indicators.done > 0);
        progress.indicators.done += indicators.done;
        progress.indicators.of += indicators.of;
        progress.per_practice.push((practice.id.clone(), indicators));
    }
    progress
}

fn indicators_answered(asked: &Questionnaire, practice: &Practice, said: &Said<'_>) -> Count {
    let mut count = Count::default();
    for level in Level::NONE.up_to(asked.model().top()) {
        for indicator in asked.indicators(practice, level) {
            count.add(said.verdict(&indicator.indicator.id, None) != Verdict::Unanswered);
        }
    }
    count
}
