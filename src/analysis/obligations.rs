//! What would have to be true: which indicators become obligations when a target is set to a level.

use super::practice_answers::{ConsolidatedIndicator, PracticeAnswers};
use super::{ConsolidatedAnswers, Verdict};
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
    let said = ConsolidatedAnswers::of(session, session.round());
    let hearing = PracticeAnswers::of(asked, practice, &said);
    let verdict = |it: &ConsolidatedIndicator<'_, '_>| {
        let verdicts = || hearing.subjects.iter().map(|part| it.heard(*part).verdict);
        let open = verdicts().filter(|verdict| !verdict.is_fulfilled()).min();
        open.or_else(|| verdicts().min()).unwrap_or(Verdict::Unanswered)
    };
    let levels = hearing.levels.iter().filter(|(level, _)| from < *level && *level <= to);
    let at = |(level, indicators): &(Level, Vec<ConsolidatedIndicator<'a, '_>>)| Obligation {
        level: *level,
        actions: practice.guide(*level).map_or(&[][..], |guide| &guide.actions),
        indicators: indicators.iter().map(|it| (it.asked, verdict(it))).collect(),
    };
    levels.map(at).collect()
}
