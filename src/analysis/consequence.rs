//! How much is at stake in a practice, read from what people said is needed.
//!
//! Nobody is asked for a number of risk, and none is made up here: what is at stake is the highest level that anything asks for
//! that people said themselves: their answers about consequences (through the interview's rules), a demand from outside, or the
//! target. A target that was set low on purpose does not lower it.

use super::Assessment;
use super::minimum::minimum;
use crate::model::{Level, PracticeId};

/// Who asks for a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConsequenceVoice {
    /// The answers about what would happen.
    Consequences,
    /// Something outside: a law, a standard, a customer.
    Outside,
    /// The target.
    Target,
}

/// How much is at stake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consequence {
    /// The highest level that anybody asks for.
    pub level: Level,
    /// Everybody who asks for one; at least one.
    pub voices: Vec<(ConsequenceVoice, Level)>,
}

/// How much is at stake in a practice; `None` as long as nobody asks for anything.
#[must_use]
pub fn consequence(assessment: &Assessment<'_>, practice: &PracticeId) -> Option<Consequence> {
    with_minimum(assessment, practice, minimum(assessment, practice))
}

/// The same where it is known what something outside demands.
pub(super) fn with_minimum(assessment: &Assessment<'_>, practice: &PracticeId, minimum: Option<Level>) -> Option<Consequence> {
    let consequences = assessment.proposals().of_interview(practice);
    let voices = [
        (ConsequenceVoice::Consequences, consequences.map(|proposed| proposed.level)),
        (ConsequenceVoice::Outside, minimum),
        (ConsequenceVoice::Target, assessment.target(practice).map(|target| target.level)),
    ];
    let voices: Vec<_> = voices.into_iter().filter_map(|(voice, level)| Some((voice, level?))).collect();
    let level = voices.iter().map(|(_, level)| *level).max()?;
    Some(Consequence { level, voices })
}
