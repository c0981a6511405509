//! The three to five things to do: few enough to remember, each with the next action.
//!
//! They are the first of the list of gaps, in the same order ([`Urgency`](crate::analysis::Urgency)), so that the two never disagree.

use super::who::Cast;
use crate::analysis::plan::{by_practice, in_plan};
use crate::analysis::{
    Assessment, Current, InPlan, MissingIndicator, MissingLevel, PracticeResult, Results, missing, missing_needs, rests_on,
};
use crate::model::{IndicatorId, Level, Practice, PracticeId, Questionnaire, order};
use crate::session::Date;

/// The most things to do: a longer list is not read.
const MOST: usize = 5;

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
    /// What to confirm beside that: a statement of a level that is said to be reached, which something outside needs and nobody answered.
    pub confirm: Option<(Level, String)>,
    /// The statement at which that begins, where one is missing.
    pub at: Option<IndicatorId>,
    /// What the statement at which it begins rests on and is not known to be met: that comes before it.
    pub before: Option<Before>,
    /// What the plan has for it already.
    pub in_plan: Vec<InPlan>,
}

/// A statement that has to be met before another can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Before {
    /// Its practice.
    pub practice: PracticeId,
    /// The name of that.
    pub name: String,
    /// The statement.
    pub statement: IndicatorId,
    /// What it says.
    pub text: String,
    /// Whether somebody said that it does not hold, or not wholly; otherwise nobody said whether it does.
    pub is_denied: bool,
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
    /// It is, and one statement more reaches the next level.
    OneStep(Level),
}

/// What to do next about a practice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NextAction {
    /// Something outside needs this statement, of which so much is known; where nobody spoke of it, with the first step to its level.
    Need(String, Said, Option<String>),
    /// Make this one statement true, and the level is reached.
    Meet(Level, String),
    /// Make this statement true on the way to the level: the first of so many of that level that are said to be missing.
    Towards(Level, String, usize),
    /// Do this to get to the level.
    Act(Level, String),
    /// Answer what is open first: so many statements of this level, for it may be there already.
    Answer(Level, usize),
}

/// What is known of a statement that something outside needs and that is not shown to be met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// It is said not to hold, or not wholly.
    Missing,
    /// Nobody said whether it holds, or nobody knew.
    Nothing,
    /// Nobody answered it, but it is part of this level or a lower one, which is said to be reached.
    Level(Level),
}

/// The things to do, the first one first; at most five, fewer where there are fewer gaps. People are named.
#[must_use]
pub fn to_do(assessment: &Assessment<'_>, results: &Results, language: &str) -> Vec<ToDo> {
    things(assessment, results, &Cast::of(assessment.session, true), language)
}

/// The same with people called as in the rest of a report.
pub(super) fn things(assessment: &Assessment<'_>, results: &Results, cast: &Cast<'_>, language: &str) -> Vec<ToDo> {
    let planned = by_practice(assessment);
    let planned = |practice: &PracticeId| {
        let all = planned.get(practice).map(Vec::as_slice).unwrap_or_default().iter();
        all.map(|it| in_plan(*it, assessment.on, &|id| cast.name(Some(id)), cast.is_by_name())).collect()
    };
    let thing = |result: &PracticeResult| {
        let practice = assessment.asked.model().practice(&result.practice)?;
        let ahead = Ahead::of(assessment, result);
        let words = |it: &MissingIndicator<'_>| it.asked.indicator.text.get(language).to_owned();
        let at = ahead.first();
        let before = at.as_ref().and_then(|at| rests_on(assessment, results, at).into_iter().next()).map(|it| Before {
            practice: it.practice.id.clone(),
            name: it.practice.name.get(language).to_owned(),
            statement: it.indicator.id.clone(),
            text: it.indicator.text.get(language).to_owned(),
            is_denied: !assessment.said.together(it.indicator).is_open(),
        });
        Some(ToDo {
            practice: practice.id.clone(),
            name: practice.name.get(language).to_owned(),
            next: next_action(assessment.asked, practice, result, &ahead, language)?,
            confirm: ahead.confirm.as_ref().map(|(it, level)| (*level, words(it))),
            at,
            before,
            in_plan: planned(&result.practice),
            result: result.clone(),
            why: why(result),
        })
    };
    most_urgent(results).into_iter().take(MOST).filter_map(thing).collect()
}

/// The practices that lie, or may lie, below what is needed, the most urgent first. What nobody answered is not among them: nothing
/// is known of it.
fn most_urgent(results: &Results) -> Vec<&PracticeResult> {
    let mut gaps: Vec<&PracticeResult> = results.practices.iter().filter(|result| result.is_gap()).collect();
    order::by_key(&mut gaps, |result| result.turn());
    gaps
}

/// Why it is among them: something outside demands more than is shown, one statement reaches a level that is needed, its size, or what
/// something outside will demand.
fn why(result: &PracticeResult) -> WhyToDo {
    result.why_step(None, true)
}

impl PracticeResult {
    /// Why it is worth getting from the level below to this one; without a level, or where something outside needs a statement of it, why it is
    /// worth doing something about the practice.
    #[must_use]
    pub fn why_step(&self, level: Option<Level>, is_needed: bool) -> WhyToDo {
        let is_part_of = |goal: Level| is_needed || level.is_none_or(|level| level <= goal);
        let near = self.standing.near_miss.as_ref().map(|near| near.level);
        let near = near.filter(|near| self.goal().is_none_or(|goal| *near <= goal) && level.is_none_or(|level| level == *near));
        let later = self.below_later().map(|(from, duty)| (duty.level, from)).filter(|(level, _)| is_part_of(*level));
        let minimum = self.minimum.filter(|minimum| self.is_below_minimum() && is_part_of(*minimum));
        match (minimum, near, later) {
            (Some(minimum), ..) => WhyToDo::BelowMinimum(minimum),
            (None, Some(level), _) => WhyToDo::OneStep(level),
            (None, None, Some((level, from))) if self.gap.is_none_or(|gap| gap.most <= 0) => WhyToDo::BelowLater(level, from),
            (None, None, _) => WhyToDo::Gap,
        }
    }
}

/// The first statement that is missing: one that something outside needs, or else of the lowest level that is; the one that is missed
/// before those that nobody answered or knows.
#[must_use]
pub fn first_missing(assessment: &Assessment<'_>, result: &PracticeResult) -> Option<IndicatorId> {
    Ahead::of(assessment, result).first()
}

/// The statement to begin with of those that something outside needs: what is missing before what nobody answered, and last what is
/// part of a level that is said to be reached.
fn first_need<'a>(assessment: &Assessment<'a>, result: &PracticeResult) -> Option<(MissingIndicator<'a>, Said)> {
    let reached = result.standing.current.low();
    let said = |it: &MissingIndicator<'_>| match reached.filter(|reached| it.asked.level <= *reached) {
        _ if !it.verdict.is_open() => Said::Missing,
        Some(reached) => Said::Level(reached),
        None => Said::Nothing,
    };
    let mut needed: Vec<_> = missing_needs(assessment, result)
        .into_iter()
        .map(|it| {
            let said = said(&it);
            (it, said)
        })
        .collect();
    order::by_key(&mut needed, |(_, said)| match said {
        Said::Missing => 0,
        Said::Nothing => 1,
        Said::Level(_) => 2,
    });
    needed.into_iter().next()
}

/// What something outside needs and what is missing on the way to what is needed, looked for once.
struct Ahead<'a> {
    /// The statement that something outside needs, where it is the next step.
    need: Option<(MissingIndicator<'a>, Said)>,
    /// The one that is only to be confirmed: whoever chose its level is not told to do what they have just said is done.
    confirm: Option<(MissingIndicator<'a>, Level)>,
    /// What is missing, level by level.
    missing: Vec<MissingLevel<'a>>,
}

impl<'a> Ahead<'a> {
    fn of(assessment: &Assessment<'a>, result: &PracticeResult) -> Self {
        let missing = missing(assessment, result);
        let goes_on = result.goal() > result.standing.current.low() && !missing.is_empty();
        let (need, confirm) = match first_need(assessment, result) {
            Some((it, Said::Level(level))) if goes_on => (None, Some((it, level))),
            need => (need, None),
        };
        Self { need, confirm, missing }
    }

    /// The first statement that is missing: the one that something outside needs, or else of the lowest level that is; the one that is
    /// missed before those that nobody answered or knows.
    fn first(&self) -> Option<IndicatorId> {
        let of_level = || {
            let first = self.missing.iter().find(|it| !it.indicators.is_empty())?;
            let missed = first.indicators.iter().find(|it| !it.verdict.is_open());
            missed.or_else(|| first.indicators.first())
        };
        let needed = self.need.as_ref().map(|(it, _)| it);
        needed.or_else(of_level).map(|it| it.asked.indicator.id.clone())
    }
}

fn next_action(
    asked: &Questionnaire,
    practice: &Practice,
    result: &PracticeResult,
    ahead: &Ahead<'_>,
    language: &str,
) -> Option<NextAction> {
    if let Some((needed, said)) = &ahead.need {
        let steps = if *said == Said::Nothing { asked.actions(practice, needed.asked.level) } else { Vec::new() };
        let step = steps.first().map(|step| step.get(language).to_owned());
        return Some(NextAction::Need(needed.asked.indicator.text.get(language).to_owned(), *said, step));
    }
    let missing = &ahead.missing;
    if let Some(near) = &result.standing.near_miss {
        let statement = missing.iter().flat_map(|it| &it.indicators).find(|it| it.asked.indicator.id == near.indicator);
        let meet = |text: &str| NextAction::Meet(near.level, text.to_owned());
        if let Some(statement) = statement {
            return Some(meet(statement.asked.indicator.text.get(language)));
        }
    }
    let first = missing.iter().find(|it| !it.indicators.is_empty()).or_else(|| missing.first())?;
    let nothing_is_missed = first.indicators.iter().all(|it| it.verdict.is_open());
    if is_range(result.standing.current) && nothing_is_missed && !first.indicators.is_empty() {
        return Some(NextAction::Answer(first.level, first.indicators.len()));
    }
    // Where statements are answered, what is general advice may be done already.
    let mut missed = first.indicators.iter().filter(|it| !it.verdict.is_open());
    if let Some(one) = missed.next() {
        return Some(NextAction::Towards(first.level, one.asked.indicator.text.get(language).to_owned(), 1 + missed.count()));
    }
    let action = first.actions.first().copied().or_else(|| practice.guide(first.level).map(|guide| &guide.description))?;
    Some(NextAction::Act(first.level, action.get(language).to_owned()))
}

fn is_range(current: Current) -> bool {
    current.is_range()
}
