//! The three to five things to do: few enough to remember, each with the next action.
//!
//! First what lies below an outside minimum, since that is not ours to weigh; then the largest gaps, up to three things; then what an
//! outside minimum will demand that is not in force yet; then what is one statement away from its next level; then, if there is still
//! room, the other gaps.

use crate::analysis::{Assessment, Current, MissingIndicator, PracticeResult, Results, Verdict, missing, missing_needs};
use crate::model::{IndicatorId, Level, PracticeId, order};
use crate::session::Date;

/// The most things to do: a longer list is not read.
const MOST: usize = 5;

/// How many of them are there for their size before those are looked for that are nearly done.
const LARGEST: usize = 3;

/// Something to do.
#[derive(Clone, Debug, PartialEq)]
pub struct ToDo {
    /// The practice.
    pub practice: PracticeId,
    /// Its name.
    pub name: String,
    /// Where it stands.
    pub result: PracticeResult,
    /// Why it is on the list.
    pub why: WhyToDo,
    /// What to do next.
    pub next: NextAction,
    /// The statement at which that begins, where one is missing.
    pub at: Option<IndicatorId>,
}

/// Why something is among the things to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyToDo {
    /// It is not known to reach what something outside demands.
    BelowMinimum(Level),
    /// It is not known to reach what something outside will demand from this day on.
    BelowLater(Level, Date),
    /// It is one of the largest gaps.
    Gap,
    /// One statement more reaches the next level.
    OneStep(Level),
}

/// What to do next about a practice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NextAction {
    /// Make this statement true, or answer it: something outside needs it.
    Need(String),
    /// Make this one statement true, and the level is reached.
    Meet(Level, String),
    /// Make this statement true on the way to the level: the first of several that are missing.
    Towards(Level, String),
    /// Do this to get to the level.
    Act(Level, String),
    /// Answer what is open first: so many statements of this level, for it may be there already.
    Answer(Level, usize),
}

/// The things to do, the first one first; at most five, fewer where there are fewer gaps.
#[must_use]
pub fn to_do(assessment: &Assessment<'_>, results: &Results, language: &str) -> Vec<ToDo> {
    let mut chosen = below_minimum(results);
    let gaps: Vec<_> = results.gaps().into_iter().map(|result| (result, WhyToDo::Gap)).collect();
    fill(&mut chosen, &gaps, LARGEST);
    fill(&mut chosen, &below_later(results), MOST);
    fill(&mut chosen, &one_step(results), MOST);
    fill(&mut chosen, &gaps, MOST);
    chosen.truncate(MOST);
    let thing = |(result, why): Candidate<'_>| {
        let practice = assessment.asked.model().practice(&result.practice)?;
        Some(ToDo {
            practice: practice.id.clone(),
            name: practice.name.get(language).to_owned(),
            next: next_action(assessment, result, language)?,
            at: first_missing(assessment, result),
            result: result.clone(),
            why,
        })
    };
    chosen.into_iter().filter_map(thing).collect()
}

/// A practice that could be among the things to do, and why.
type Candidate<'a> = (&'a PracticeResult, WhyToDo);

/// Adds what is not there yet, up to so many altogether.
fn fill<'a>(chosen: &mut Vec<Candidate<'a>>, more: &[Candidate<'a>], up_to: usize) {
    for candidate in more {
        if chosen.len() >= up_to {
            break;
        }
        if chosen.iter().all(|(other, _)| other.practice != candidate.0.practice) {
            chosen.push(*candidate);
        }
    }
}

/// What is known to lie, or may lie, below a minimum, the furthest first; last where the level is reached and only a statement is missing
/// that it needs.
fn below_minimum(results: &Results) -> Vec<Candidate<'_>> {
    let mut below: Vec<_> = results.practices.iter().filter(|result| result.is_below_minimum()).collect();
    order::by_key(&mut below, |result| -result.below_minimum());
    below.into_iter().filter_map(|result| Some((result, WhyToDo::BelowMinimum(result.minimum?)))).collect()
}

/// What will lie below a minimum, or may, once that is in force: the soonest first.
fn below_later(results: &Results) -> Vec<Candidate<'_>> {
    let later = |result| PracticeResult::below_later(result).map(|(from, duty)| (from, duty.level));
    let mut below: Vec<_> = results.practices.iter().filter(|result| later(result).is_some()).collect();
    order::by_key(&mut below, |result| later(result).map(|(from, _)| from));
    below.into_iter().filter_map(|result| later(result).map(|(from, level)| (result, WhyToDo::BelowLater(level, from)))).collect()
}

/// What is one statement away from its next level, as far as the target asks for that level.
fn one_step(results: &Results) -> Vec<Candidate<'_>> {
    let near = |result: &PracticeResult| {
        let level = result.standing.near_miss.as_ref()?.level;
        (Some(level) <= result.target).then_some(level)
    };
    results.one_step_wins().into_iter().filter_map(|result| Some((result, WhyToDo::OneStep(near(result)?)))).collect()
}

/// The first statement that is missing: one that something outside needs, or else of the lowest level that is; the one that is missed
/// before those that nobody answered.
#[must_use]
pub fn first_missing(assessment: &Assessment<'_>, result: &PracticeResult) -> Option<IndicatorId> {
    if let Some(needed) = first_need(assessment, result) {
        return Some(needed.asked.indicator.id.clone());
    }
    let missing = missing(assessment, result);
    let first = missing.iter().find(|it| !it.indicators.is_empty())?;
    let missed = first.indicators.iter().find(|it| it.verdict != Verdict::Unanswered);
    missed.or_else(|| first.indicators.first()).map(|it| it.asked.indicator.id.clone())
}

/// The statement to begin with of those that something outside needs.
fn first_need<'a>(assessment: &Assessment<'a>, result: &PracticeResult) -> Option<MissingIndicator<'a>> {
    let mut needed = missing_needs(assessment, result);
    order::by_key(&mut needed, |it| it.verdict == Verdict::Unanswered);
    needed.into_iter().next()
}

fn next_action(assessment: &Assessment<'_>, result: &PracticeResult, language: &str) -> Option<NextAction> {
    if let Some(needed) = first_need(assessment, result) {
        return Some(NextAction::Need(needed.asked.indicator.text.get(language).to_owned()));
    }
    let practice = assessment.asked.model().practice(&result.practice)?;
    let missing = missing(assessment, result);
    if let Some(near) = &result.standing.near_miss {
        let statement = missing.iter().flat_map(|it| &it.indicators).find(|it| it.asked.indicator.id == near.indicator);
        let meet = |text: &str| NextAction::Meet(near.level, text.to_owned());
        if let Some(statement) = statement {
            return Some(meet(statement.asked.indicator.text.get(language)));
        }
    }
    let first = missing.iter().find(|it| !it.indicators.is_empty()).or_else(|| missing.first())?;
    let nothing_is_missed = first.indicators.iter().all(|it| it.verdict == Verdict::Unanswered);
    if is_range(result.standing.current) && nothing_is_missed && !first.indicators.is_empty() {
        return Some(NextAction::Answer(first.level, first.indicators.len()));
    }
    // Where statements are answered, what is general advice may be done already.
    let missed = first.indicators.iter().find(|it| it.verdict != Verdict::Unanswered);
    if let Some(missed) = missed {
        return Some(NextAction::Towards(first.level, missed.asked.indicator.text.get(language).to_owned()));
    }
    let action = first.actions.first().or_else(|| practice.guide(first.level).map(|guide| &guide.description))?;
    Some(NextAction::Act(first.level, action.get(language).to_owned()))
}

fn is_range(current: Current) -> bool {
    matches!(current, Current::Known { low, high, .. } if low < high)
}
