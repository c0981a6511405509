//! What would have to be true: which indicators become obligations when a target is set to a level.

use super::{Said, Verdict};
use crate::model::{AskedIndicator, Level, Practice, Questionnaire, Text};
use crate::session::Session;

/// What one level asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Obligation<'a> {
    /// The level.
    pub level: Level,
    /// What needs to be done to get there.
    pub actions: &'a [Text],
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

/// What a practice asks for at each level above `from`, up to and with `to`.
#[must_use]
pub fn obligations<'a>(
    asked: &'a Questionnaire,
    session: &Session,
    practice: &'a Practice,
    from: Level,
    to: Level,
) -> Vec<Obligation<'a>> {
    let said = Said::of(session, session.round());
    let at = |level| Obligation {
        level,
        actions: practice.guide(level).map_or(&[][..], |guide| &guide.actions),
        indicators: asked
            .indicators(practice, level)
            .into_iter()
            .map(|asked| (asked, said.verdict(&asked.indicator.id, None)))
            .collect(),
    };
    from.up_to(to).map(at).collect()
}
