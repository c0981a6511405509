//! Why a figure is what it is: the facts and the rule that made it, down to answers, evidence and people.
//!
//! Facts and ids only; words, and links to where something can be changed, come later. Worked out for one practice when somebody
//! asks, never for all.

use super::current::of_subjects;
use super::explain_indicator::{IndicatorWhy, Speaker, indicator_why};
use super::{Assessment, Current, Demand, LevelFit, PracticeResult, Proposed, demands};
use crate::model::{Level, LevelRule, PracticeId, Scope};
use crate::session::{Fact, PartId, QuickAnswer, Session, Target};

/// Why a practice's current level is what it is.
#[derive(Clone, Debug, PartialEq)]
pub struct CurrentWhy<'a> {
    /// The levels that somebody set against the rule, with the reason, and who and when: for the whole system first, then for
    /// parts.
    pub set: Vec<(Level, &'a str, Speaker<'a>)>,
    /// Where each part stands, where parts differ.
    pub parts: Vec<(&'a PartId, Current)>,
    /// What the quick pass says, and who said so.
    pub quick: Vec<(&'a QuickAnswer, Speaker<'a>)>,
    /// Level by level from 1 up, what its statements say.
    pub levels: Vec<LevelWhy<'a>>,
}

/// Why a level is reached or not.
#[derive(Clone, Debug, PartialEq)]
pub struct LevelWhy<'a> {
    /// The level.
    pub level: Level,
    /// What it means for the practice; nothing where levels are added up, so that none is reached by itself.
    pub fit: Option<LevelFit>,
    /// Its statements.
    pub statements: Vec<IndicatorWhy<'a>>,
}

/// The facts behind a practice's current level; `None` when the model has no such practice.
#[must_use]
pub fn current_why<'a>(assessment: &Assessment<'a>, result: &PracticeResult) -> Option<CurrentWhy<'a>> {
    let (asked, session) = (assessment.asked, assessment.session);
    let practice = asked.model().practice(&result.practice)?;
    let hearing = assessment.hearing(practice);
    let parts =
        of_subjects(&hearing).into_iter().filter_map(|(part, standing)| Some((known_part(session, part?)?, standing.current)));
    let parts = parts.collect();
    let quick = assessment.said_here(&session.quick, &practice.id);
    let quick = quick.filter_map(|(place, fact)| Some((fact.value()?, Speaker::at(place, fact))));
    let level_why = |level| LevelWhy {
        level,
        fit: (assessment.asked.model().scoring.level != LevelRule::Sum).then(|| LevelFit::of(result, level)),
        statements: asked.indicators(practice, level).into_iter().map(|it| indicator_why(assessment, it)).collect(),
    };
    Some(CurrentWhy {
        set: set_by_hand(assessment, &practice.id),
        parts,
        quick: quick.collect(),
        levels: Level::NONE.up_to(asked.model().top()).map(level_why).collect(),
    })
}

/// A part as the session names it.
fn known_part<'a>(session: &'a Session, part: &PartId) -> Option<&'a PartId> {
    session.parts.get_key_value(part).map(|(id, _)| id)
}

/// The levels that somebody set against the rule, with their reasons, for the whole system first, then for parts.
pub(super) fn set_by_hand<'a>(assessment: &Assessment<'a>, practice: &PracticeId) -> Vec<(Level, &'a str, Speaker<'a>)> {
    let set = assessment.set_by_hand(practice);
    set.map(|(part, set, fact)| (set.level, set.reason.as_str(), Speaker { by: fact.by.as_ref(), part, at: fact.at })).collect()
}

/// Why a practice's target is what it is, and what is demanded from outside.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetWhy<'a> {
    /// The target, and who stated it when.
    pub target: Option<(&'a Target, Speaker<'a>)>,
    /// What profiles and the interview propose, each with its reasons.
    pub proposed: Vec<Proposed<'a>>,
    /// What something outside demands, the highest first.
    pub demands: Vec<Demand<'a>>,
}

/// The facts behind a practice's target and minimum. `language` is that of the profiles' words.
#[must_use]
pub fn target_why<'a>(assessment: &Assessment<'a>, practice: &PracticeId, language: &str) -> TargetWhy<'a> {
    let fact = assessment.target_fact(practice);
    let stated = |fact: &'a Fact<Target>| {
        let speaker = Speaker { by: fact.by.as_ref(), part: None, at: fact.at };
        fact.value().map(|target| (target, speaker))
    };
    let proposed = assessment.proposals().together(practice).map(|combined| combined.from).unwrap_or_default();
    TargetWhy { target: fact.and_then(stated), proposed, demands: demands(assessment, practice, language) }
}

/// What people said about how specific what is done for a practice is; the least specific counts.
#[must_use]
pub fn scope_why<'a>(assessment: &Assessment<'a>, practice: &PracticeId) -> Vec<(Scope, Speaker<'a>)> {
    let here = assessment.said_here(&assessment.session.scopes, practice);
    here.filter_map(|(place, fact)| Some((*fact.value()?, Speaker::at(place, fact)))).collect()
}
