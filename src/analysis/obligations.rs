//! What would have to be true: which indicators become obligations when a target is set to a level.

use super::{Said, Verdict};
use crate::model::{AskedIndicator, IndicatorId, Level, Practice, Questionnaire, Text};
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

/// What a practice asks for at each level above `from`, up to and with `to`. Where parts are answered apart, an indicator is
/// met once it is in all of them.
#[must_use]
pub fn obligations<'a>(
    asked: &'a Questionnaire,
    session: &Session,
    practice: &'a Practice,
    from: Level,
    to: Level,
) -> Vec<Obligation<'a>> {
    let said = Said::of(session, session.round());
    let all = Level::NONE.up_to(asked.model().top()).flat_map(|level| asked.indicators(practice, level));
    let parts = said.parts_answered(&practice.id, &all.map(|it| &it.indicator.id).collect());
    let verdict = |id: &IndicatorId| {
        let verdicts = || parts.iter().map(|part| said.verdict(id, Some(part)));
        let open = verdicts().filter(|verdict| !verdict.is_fulfilled()).min();
        open.or_else(|| verdicts().min()).unwrap_or_else(|| said.verdict(id, None))
    };
    let at = |level| Obligation {
        level,
        actions: practice.guide(level).map_or(&[][..], |guide| &guide.actions),
        indicators: asked.indicators(practice, level).into_iter().map(|asked| (asked, verdict(&asked.indicator.id))).collect(),
    };
    from.up_to(to).map(at).collect()
}
