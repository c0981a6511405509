//! Targets that do not fit together, as hints that people can answer, never as errors.

use super::Assessment;
use crate::model::{Dependency, Level};
use crate::session::Fact;

/// A hint that a target needs another one.
#[derive(Clone, Debug, PartialEq)]
pub struct Hint<'a> {
    /// The dependency it comes from.
    pub dependency: &'a Dependency,
    /// The target of the practice that needs something.
    pub target: Level,
    /// The target of what it needs.
    pub needed_target: Level,
    /// What people answered to it: why it is right as it is.
    pub answer: Option<String>,
}

/// The hints about these targets. Nothing is said about practices that have no target yet.
#[must_use]
pub fn hints<'a>(assessment: &Assessment<'a>) -> Vec<Hint<'a>> {
    let dependencies = assessment.asked.coherence().map(|coherence| coherence.dependencies.as_slice()).unwrap_or_default();
    let hint = |dependency: &'a Dependency| {
        let target = assessment.target(&dependency.practice)?.level;
        let needed_target = assessment.target(&dependency.needs)?.level;
        let answer = assessment.session.hints.get(&dependency.id).and_then(Fact::value);
        let answer = answer.filter(|answer| !answer.trim().is_empty());
        let misfit = target >= dependency.from_level && needed_target < dependency.at_least;
        misfit.then(|| Hint { dependency, target, needed_target, answer: answer.cloned() })
    };
    dependencies.iter().filter_map(hint).collect()
}

/// Whether every practice has the highest level as its target, which is worth a question.
#[must_use]
pub fn is_all_top(assessment: &Assessment<'_>) -> bool {
    let top = assessment.asked.model().top();
    let practices = assessment.asked.model().practices();
    practices.iter().all(|practice| assessment.target(&practice.id).is_some_and(|target| target.level == top))
}
