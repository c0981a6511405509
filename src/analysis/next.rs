//! Which question to ask next: the most useful one that nobody was asked yet. Whoever said that they don't know is not asked again in
//! this round; what is open names it, so that somebody else is.
//!
//! Useful is what can still move a practice's level within what matters: up to its target and one level beyond, so that *more
//! than needed* shows, and up to what something outside demands, today or later; and, at whatever level, a statement that this needs. A
//! level above one that is missed can't be reached, so its questions wait.

use std::collections::HashSet;

use super::consolidated::QuickVerdict;
use super::duty::duty_results;
use super::practice_answers::{ConsolidatedIndicator, PracticeAnswers};
use super::{Assessment, Current, DutyResult};
use crate::model::{IndicatorId, Level, LevelRule, Practice, PracticeId};
use crate::session::{PartId, PersonId, Session, Target, Way};

/// A question to ask next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextQuestion {
    /// The practice it belongs to.
    pub practice: PracticeId,
    /// The level it belongs to.
    pub level: Level,
    /// The indicator.
    pub indicator: IndicatorId,
    /// Why its answer can't raise the practice's level any more, if it can't: it would only complete the picture.
    pub settled: Option<SettledBy>,
}

/// Why no further answer raises the level of a practice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettledBy {
    /// Something of this level is missed, and the levels above need it, too.
    Missed(Level),
    /// Somebody set the level by hand.
    Hand,
}

/// Who asks, and where they are.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asking<'a> {
    /// The person answering, if they said who they are. Practices assigned to them come first, those of others last.
    pub me: Option<&'a PersonId>,
    /// The part that is being answered; `None` for the whole system, which is asked as long as any part is open.
    pub part: Option<&'a PartId>,
    /// The practice one is at: it is settled before another one is begun, whoever it is assigned to.
    pub here: Option<&'a PracticeId>,
    /// Look no further than this practice.
    pub stay: bool,
}

/// The level up to which the indicators of a practice matter: one beyond its target, and all that something outside demands;
/// all of them as long as there is no target, and
/// in a blind pass, where the order of the questions must not betray the target.
#[must_use]
pub fn matters_up_to(assessment: &Assessment<'_>, practice: &PracticeId) -> Level {
    let top = assessment.asked.model().top();
    // Where levels are added up, each of them counts for any target.
    if assessment.session.goes(Way::Blind) || assessment.asked.model().scoring.level == LevelRule::Sum {
        return top;
    }
    // What is demanded does not rest on where the practice stands.
    let duties = || duty_results(assessment, practice, Current::Unanswered);
    let demanded = || duties().iter().filter(|duty| duty.counts_ever()).map(|duty| duty.level).max();
    let up_to = |target: &Target| target.level.next().max(demanded().unwrap_or(Level::NONE)).min(top);
    assessment.target(practice).map_or(top, up_to)
}

/// The statements of a practice that something outside needs, today or later, whatever their level.
fn needed(assessment: &Assessment<'_>, practice: &PracticeId) -> HashSet<IndicatorId> {
    let duties = duty_results(assessment, practice, Current::Unanswered);
    let needs = duties.into_iter().filter(DutyResult::counts_ever).flat_map(|duty| duty.needs);
    needs.map(|(statement, _)| statement).collect()
}

/// The most useful unanswered question; `None` when everything that matters is answered. In a request only what it asks matters.
#[must_use]
pub fn next_question(assessment: &Assessment<'_>, asking: Asking<'_>) -> Option<NextQuestion> {
    let requested = requested(assessment);
    let candidates = assessment.asked.model().practices().into_iter().enumerate().filter_map(|(order, practice)| {
        let here = asking.here == Some(&practice.id);
        let is_asked = requested.as_ref().is_none_or(|requested| requested.contains(&practice.id));
        if (asking.stay && !here) || !is_asked {
            return None;
        }
        let (open, turn) = open_in(assessment, practice, asking)?;
        let is_settled = open.settled.is_some();
        let rank = (!here || is_settled, turn, is_settled, !here, std::cmp::Reverse(open.levels_open), order);
        Some((rank, open.question(&practice.id)))
    });
    candidates.min_by(|(one, _), (other, _)| one.cmp(other)).map(|(_, question)| question)
}

/// The first question of the practice that follows: the next one in the order of the model, after the last one the first, of those in
/// which something is open that can still move a level. What is assigned to whoever asks comes before what is not.
#[must_use]
pub fn next_practice(assessment: &Assessment<'_>, asking: Asking<'_>) -> Option<NextQuestion> {
    let practices = assessment.asked.model().practices();
    let after = practices.iter().position(|practice| asking.here == Some(&practice.id)).map_or(0, |at| at + 1);
    let (before, following) = practices.split_at_checked(after)?;
    let requested = requested(assessment);
    let is_asked = |practice: &PracticeId| requested.as_ref().is_none_or(|requested| requested.contains(practice));
    let others = following.iter().chain(before).filter(|it| asking.here != Some(&it.id) && is_asked(&it.id)).enumerate();
    let candidates = others.filter_map(|(order, practice)| {
        let (open, turn) = open_in(assessment, practice, asking)?;
        Some(((open.settled.is_some(), turn, order), open.question(&practice.id)))
    });
    candidates.min_by(|(one, _), (other, _)| one.cmp(other)).map(|(_, question)| question)
}

/// What is open in a practice, and whose turn it is; nothing where a request does not ask about it.
fn open_in<'q>(assessment: &Assessment<'q>, practice: &'q Practice, asking: Asking<'_>) -> Option<(Open<'q>, u8)> {
    let hearing = assessment.hearing(practice);
    let open = first_open(&hearing, matters_up_to(assessment, &practice.id), &needed(assessment, &practice.id), asking.part)?;
    Some((open, turn(assessment.session, &practice.id, asking.me)))
}

/// The practices that a request asks for; `None` where the session is none, and all are asked for.
fn requested<'a>(assessment: &Assessment<'a>) -> Option<HashSet<&'a PracticeId>> {
    assessment.session.request.as_ref().map(|request| request.practices.iter().collect())
}

/// Whose turn a practice is: mine, anybody's, or somebody else's.
fn turn(session: &Session, practice: &PracticeId, me: Option<&PersonId>) -> u8 {
    let mut somebody = false;
    for person in session.assigned_to(practice) {
        if Some(person) == me {
            return 0;
        }
        somebody = true;
    }
    if somebody { 2 } else { 1 }
}

/// How many open statements of a practice can still move its level within what matters, also those of which somebody said that they
/// don't know: whoever is asked next may. It is none once one of a lower level is
/// missed, or the level is set by hand or rated as a whole.
#[must_use]
pub fn open_statements<'a>(assessment: &Assessment<'a>, practice: &'a Practice) -> usize {
    let hearing = assessment.hearing(practice);
    let mut subjects = subjects(&hearing, None);
    if hearing.is_rated || is_set(&hearing, &subjects) {
        return 0;
    }
    let applies = !subjects.is_empty();
    let up_to = matters_up_to(assessment, &practice.id);
    let mut open = 0;
    for (_, indicators) in hearing.levels.iter().filter(|(level, _)| *level <= up_to) {
        hearing.keep_raisable(indicators, &mut subjects);
        if applies && subjects.is_empty() {
            break;
        }
        open += indicators.iter().filter(|it| !it.is_answered_in(&subjects)).count();
    }
    open
}

/// About how many minutes it takes to answer so many statements: half a minute for each, as whoever knows the system needs.
#[must_use]
pub const fn minutes_to_answer(statements: usize) -> usize {
    statements.div_ceil(2)
}

struct Open<'q> {
    /// Why the practice's level is known already, if it is, so that the answer would only complete the picture.
    settled: Option<SettledBy>,
    /// How many levels are still possible within what matters.
    levels_open: usize,
    level: Level,
    indicator: &'q IndicatorId,
}

impl Open<'_> {
    fn question(&self, practice: &PracticeId) -> NextQuestion {
        NextQuestion { practice: practice.clone(), level: self.level, indicator: self.indicator.clone(), settled: self.settled }
    }
}

/// The first unanswered indicator of a practice that matters, lowest level first; what can still move the level before what something
/// outside needs, and that before what only completes the picture.
fn first_open<'q>(
    hearing: &PracticeAnswers<'q, '_>,
    matters_up_to: Level,
    needed: &HashSet<IndicatorId>,
    part: Option<&PartId>,
) -> Option<Open<'q>> {
    let subjects = subjects(hearing, part);
    let mut settled = is_set(hearing, &subjects).then_some(SettledBy::Hand);
    // Where a part is being answered, what is asked of the whole system has its turn later.
    let is_open_in = |it: &ConsolidatedIndicator<'_, '_>, subjects: &[_]| it.is_asked_of(part) && it.is_untouched_in(subjects);
    let is_open = |it: &ConsolidatedIndicator<'_, '_>| is_open_in(it, &subjects);
    // Those of which the level can still be raised.
    let mut raisable = subjects.clone();
    // Where their mean counts, one of them may miss a level before all do.
    let mut missed = None;
    let mut first = None;
    let mut settled_first = None;
    let mut first_needed = None;
    let mut levels_open = 0;
    for (level, indicators) in &hearing.levels {
        let is_needed = |it: &&ConsolidatedIndicator<'_, '_>| is_open(it) && needed.contains(&it.asked.indicator.id);
        first_needed = first_needed.or(indicators.iter().find(is_needed).map(|it| (*level, &it.asked.indicator.id)));
        // Of what is rated as a whole, statements matter only as far as something outside needs them.
        if hearing.is_rated || *level > matters_up_to {
            continue;
        }
        let before = raisable.len();
        hearing.keep_raisable(indicators, &mut raisable);
        missed = missed.or_else(|| (raisable.len() < before).then_some(SettledBy::Missed(*level)));
        let is_ruled_out = raisable.is_empty() && !subjects.is_empty();
        settled = settled.or_else(|| is_ruled_out.then_some(SettledBy::Missed(*level)));
        let open = indicators.iter().find(|it| is_open(it)).map(|it| (*level, &it.asked.indicator.id));
        let raises = indicators.iter().find(|it| is_open_in(it, &raisable)).map(|it| (*level, &it.asked.indicator.id));
        if settled.is_some() || raises.is_none() {
            settled_first = settled_first.or(open);
        } else {
            levels_open += 1;
            first = first.or(raises);
        }
    }
    let first = first.or(first_needed);
    let settled = settled.or(missed).filter(|_| first.is_none());
    first.or(settled_first).map(|(level, indicator)| Open { settled, levels_open, level, indicator })
}

/// Whether somebody set the level: no answer moves it then.
fn is_set(hearing: &PracticeAnswers<'_, '_>, subjects: &[Option<&PartId>]) -> bool {
    hearing.set(None).is_some() || subjects.iter().all(|part| hearing.set(*part).is_some())
}

/// What is asked about: the part or, where parts differ, all of them, since an answer for the whole system fills in what nobody
/// said about one. Without those for which the quick pass says that the practice makes no sense, as long as nobody answers an
/// indicator of it all the same; not to know one is no answer to it.
fn subjects<'s>(hearing: &PracticeAnswers<'_, 's>, part: Option<&'s PartId>) -> Vec<Option<&'s PartId>> {
    let mut subjects = if part.is_some() { vec![part] } else { hearing.subjects.clone() };
    subjects.retain(|part| {
        hearing.quick(*part) != Some(QuickVerdict::NotApplicable)
            || hearing.indicators().any(|it| it.heard(*part).is_some_and(|heard| !heard.verdict.is_open()))
    });
    subjects
}
