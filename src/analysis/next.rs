//! Which question to ask next: the most useful one that nobody answered yet.
//!
//! Useful is what can still move a practice's level within what matters: up to its target and one level beyond, so that *more
//! than needed* shows. A level above one that is missed can't be reached, so its questions wait.

use std::collections::BTreeSet;

use super::{Said, Verdict};
use crate::model::{IndicatorId, Level, Practice, PracticeId, Questionnaire};
use crate::session::{PartId, PersonId, Session, Way};

/// A question to ask next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextQuestion {
    /// The practice it belongs to.
    pub practice: PracticeId,
    /// The level it belongs to.
    pub level: Level,
    /// The indicator.
    pub indicator: IndicatorId,
}

/// Who asks, and where they are.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asking<'a> {
    /// The person answering, if they said who they are. Practices assigned to them come first, those of others last.
    pub me: Option<&'a PersonId>,
    /// The part that is being answered; `None` for the whole system.
    pub part: Option<&'a PartId>,
    /// The practice one is at: it is finished before another one is begun.
    pub here: Option<&'a PracticeId>,
    /// Look no further than this practice.
    pub stay: bool,
}

/// The level up to which the indicators of a practice matter: one beyond its target; all of them as long as there is none, and
/// in a blind pass, where the order of the questions must not betray the target.
#[must_use]
pub fn matters_up_to(asked: &Questionnaire, session: &Session, practice: &PracticeId) -> Level {
    let top = asked.model().top();
    if session.goes(Way::Blind) {
        return top;
    }
    session.target(practice).map_or(top, |target| target.level.next().min(top))
}

/// The most useful unanswered question; `None` when everything that matters is answered. In an envelope only what it asks matters.
#[must_use]
pub fn next_question(asked: &Questionnaire, session: &Session, asking: Asking<'_>) -> Option<NextQuestion> {
    let said = Said::of(session, session.round());
    let candidates = asked.model().practices().into_iter().enumerate().filter_map(|(order, practice)| {
        let here = asking.here == Some(&practice.id);
        let is_asked = session.envelope.as_ref().is_none_or(|envelope| envelope.asks(&practice.id));
        if (asking.stay && !here) || !is_asked {
            return None;
        }
        let open = first_open(asked, session, practice, &said, asking.part)?;
        let turn = turn(session, &practice.id, asking.me);
        let rank = (turn, open.is_settled, !here, std::cmp::Reverse(open.levels_open), order);
        Some((rank, NextQuestion { practice: practice.id.clone(), level: open.level, indicator: open.indicator }))
    });
    candidates.min_by(|(one, _), (other, _)| one.cmp(other)).map(|(_, question)| question)
}

/// Whose turn a practice is: mine, anybody's, or somebody else's.
fn turn(session: &Session, practice: &PracticeId, me: Option<&PersonId>) -> u8 {
    let assigned: BTreeSet<&PersonId> = session.assigned_to(practice).collect();
    match me {
        Some(me) if assigned.contains(me) => 0,
        _ if assigned.is_empty() => 1,
        _ => 2,
    }
}

struct Open {
    /// Whether the practice's level is known already, so that the answer would only complete the picture.
    is_settled: bool,
    /// How many levels are still possible within what matters.
    levels_open: usize,
    level: Level,
    indicator: IndicatorId,
}

/// The first unanswered indicator of a practice that matters, lowest level first.
fn first_open(
    asked: &Questionnaire,
    session: &Session,
    practice: &Practice,
    said: &Said<'_>,
    part: Option<&PartId>,
) -> Option<Open> {
    let mut missed = false;
    let mut first = None;
    let mut settled_first = None;
    let mut levels_open = 0;
    for level in Level::NONE.up_to(matters_up_to(asked, session, &practice.id)) {
        let indicators = asked.indicators(practice, level);
        let verdicts: Vec<_> = indicators.iter().map(|it| (it, said.verdict(&it.indicator.id, part))).collect();
        let fails = verdicts.iter().any(|(_, verdict)| !verdict.is_fulfilled() && *verdict != Verdict::Unanswered);
        let open = verdicts.iter().find(|(_, verdict)| *verdict == Verdict::Unanswered).map(|(it, _)| &it.indicator.id);
        if missed || fails {
            settled_first = settled_first.or(open.map(|id| (level, id.clone())));
        } else if let Some(id) = open {
            levels_open += 1;
            first = first.or(Some((level, id.clone())));
        }
        missed |= fails;
    }
    let is_settled = first.is_none();
    first.or(settled_first).map(|(level, indicator)| Open { is_settled, levels_open, level, indicator })
}
