//! Why a figure is what it is: the facts and the rule that made it, down to answers, evidence and people.
//!
//! Facts and ids only; words, and links to where something can be changed, come later. Worked out for one practice when somebody
//! asks, never for all.

use super::current::of_subjects;
use super::explain_indicator::{IndicatorWhy, Speaker, indicator_why, is_here};
use super::practice_answers::PracticeAnswers;
use super::{ConsolidatedAnswers, Current, Demand, LevelFit, PracticeResult, Proposed, demands, interview_answers, proposal};
use crate::model::{Level, PracticeId, Questionnaire, Scope};
use crate::session::{Fact, PartId, QuickAnswer, Session, Subject, Target};

/// Why a practice's current level is what it is.
#[derive(Clone, Debug, PartialEq)]
pub struct CurrentWhy<'a> {
    /// The level that somebody set against the rule, with the reason, and who and when.
    pub set: Option<(Level, &'a str, Speaker<'a>)>,
    /// Where each part stands, where parts differ.
    pub parts: Vec<(&'a PartId, Current)>,
    /// What the quick pass says: a level, or `None` for *not applicable*, and who said so.
    pub quick: Vec<(Option<Level>, Speaker<'a>)>,
    /// Level by level from 1 up, what its statements say.
    pub levels: Vec<LevelWhy<'a>>,
}

/// Why a level is reached or not.
#[derive(Clone, Debug, PartialEq)]
pub struct LevelWhy<'a> {
    /// The level.
    pub level: Level,
    /// What it means for the practice.
    pub fit: LevelFit,
    /// Its statements.
    pub statements: Vec<IndicatorWhy<'a>>,
}

/// The facts behind a practice's current level; `None` when the model has no such practice.
#[must_use]
pub fn current_why<'a>(asked: &'a Questionnaire, session: &'a Session, result: &PracticeResult) -> Option<CurrentWhy<'a>> {
    let practice = asked.model().practice(&result.practice)?;
    let said = ConsolidatedAnswers::of(session, session.round());
    let hearing = PracticeAnswers::of(asked, practice, &said);
    let parts =
        of_subjects(&hearing).into_iter().filter_map(|(part, standing)| Some((known_part(session, part?)?, standing.current)));
    let parts = parts.collect();
    let quick = session.quick.iter().filter(|(place, _)| place.on == practice.id && is_here(session, place));
    let quick = quick.filter_map(|(place, fact)| {
        let level = match fact.value()? {
            QuickAnswer::Level(level) => Some(*level),
            QuickAnswer::NotApplicable(_) => None,
        };
        Some((level, Speaker::at(place, fact)))
    });
    let level_why = |level| LevelWhy {
        level,
        fit: LevelFit::of(result, level),
        statements: asked.indicators(practice, level).into_iter().map(|it| indicator_why(session, &said, it)).collect(),
    };
    Some(CurrentWhy {
        set: set_by_hand(session, &practice.id),
        parts,
        quick: quick.collect(),
        levels: Level::NONE.up_to(asked.model().top()).map(level_why).collect(),
    })
}

/// A part as the session names it.
fn known_part<'a>(session: &'a Session, part: &PartId) -> Option<&'a PartId> {
    session.parts.get_key_value(part).map(|(id, _)| id)
}

/// The level that somebody set against the rule for the whole system.
fn set_by_hand<'a>(session: &'a Session, practice: &PracticeId) -> Option<(Level, &'a str, Speaker<'a>)> {
    let at = Subject { on: practice.clone(), round: session.round()?.clone(), part: None };
    let fact = session.overrides.get(&at)?;
    let set = fact.value().filter(|set| set.has_reason())?;
    Some((set.level, set.reason.as_str(), Speaker { by: fact.by.as_ref(), part: None, at: fact.at }))
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
pub fn target_why<'a>(asked: &'a Questionnaire, session: &'a Session, practice: &'a PracticeId, language: &str) -> TargetWhy<'a> {
    let fact = session.targets.get(practice);
    let stated = |fact: &'a Fact<Target>| {
        let speaker = Speaker { by: fact.by.as_ref(), part: None, at: fact.at };
        fact.value().map(|target| (target, speaker))
    };
    let proposed = proposal(asked, &interview_answers(session), practice).map(|combined| combined.from).unwrap_or_default();
    TargetWhy { target: fact.and_then(stated), proposed, demands: demands(asked, session, practice, language) }
}

/// What people said about how specific what is done for a practice is; the least specific counts.
#[must_use]
pub fn scope_why<'a>(session: &'a Session, practice: &PracticeId) -> Vec<(Scope, Speaker<'a>)> {
    let here = session.scopes.iter().filter(|(place, _)| place.on == *practice && is_here(session, place));
    here.filter_map(|(place, fact)| Some((*fact.value()?, Speaker::at(place, fact)))).collect()
}
