//! Targets that do not fit together, as hints that people can answer, never as errors.

use crate::model::{Dependency, Level, Questionnaire};
use crate::session::{Fact, Session};

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
pub fn hints<'a>(asked: &'a Questionnaire, session: &Session) -> Vec<Hint<'a>> {
    let dependencies = asked.coherence().map(|coherence| coherence.dependencies.as_slice()).unwrap_or_default();
    let hint = |dependency: &'a Dependency| {
        let target = session.target(&dependency.practice)?.level;
        let needed_target = session.target(&dependency.needs)?.level;
        let answer = session.hints.get(&dependency.id).and_then(Fact::value).filter(|answer| !answer.trim().is_empty());
        let misfit = target >= dependency.from_level && needed_target < dependency.at_least;
        misfit.then(|| Hint { dependency, target, needed_target, answer: answer.cloned() })
    };
    dependencies.iter().filter_map(hint).collect()
}

/// Whether every practice has the highest level as its target, which is worth a question.
#[must_use]
pub fn is_all_top(asked: &Questionnaire, session: &Session) -> bool {
    let top = asked.model().top();
    let practices = asked.model().practices();
    practices.iter().all(|practice| session.target(&practice.id).is_some_and(|target| target.level == top))
}
