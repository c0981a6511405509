//! What would have to be true: which indicators become obligations when a target is set to a level.

use super::{Assessment, Verdict};
use crate::model::{AskedIndicator, Level, Practice, Text};

/// What one level asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Obligation<'a> {
    /// The level.
    pub level: Level,
    /// What needs to be done to get there.
    pub actions: Vec<&'a Text>,
    /// Its indicators, each with what is said about it now.
    pub indicators: Vec<(AskedIndicator<'a>, Verdict)>,
}

impl Obligation<'_> {
    /// How many of its indicators are met, or need not be, already.
    #[must_use]
    pub fn fulfilled(&self) -> usize {
        self.indicators.iter().filter(|(_, verdict)| verdict.is_fulfilled()).count()
    }
}

/// What a practice asks for at each level above `from`, up to and with `to`. Where parts are answered apart, an indicator is
/// met once it is in all of them.
#[must_use]
pub fn obligations<'a>(assessment: &Assessment<'a>, practice: &'a Practice, from: Level, to: Level) -> Vec<Obligation<'a>> {
    let asked = assessment.asked;
    let with_verdict = |it: AskedIndicator<'a>| (it, assessment.said.together(it.indicator));
    let at = |level| Obligation {
        level,
        actions: asked.actions(practice, level),
        indicators: asked.indicators(practice, level).into_iter().map(with_verdict).collect(),
    };
    from.up_to(to.min(asked.model().top())).map(at).collect()
}
