//! Single statements: those that are open and could still matter, those that nobody knew who was asked, and those of which the answer
//! is only assumed.

use crate::analysis::current::of_subjects;
use crate::analysis::practice_answers::{ConsolidatedIndicator, PracticeAnswers};
use crate::analysis::{Assessment, Basis, Current, PracticeResult, Reading};
use crate::model::{Indicator, IndicatorId, Level, LevelRule, PracticeId};
use crate::session::PartId;

/// Why a statement is worth a conversation, the weightiest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Raised {
    /// People answered differently, and nobody settled it.
    Disputed,
    /// Two copies say different things about it, and both are kept until people have talked.
    KeptApart,
    /// Something speaks against the answer: a doubt, evidence that does not show it, or a part.
    Contradicted,
    /// People answered the quick pass differently, and this tells who is right.
    QuickDiffers,
    /// Nobody answered it, up to the target or what something outside demands.
    Unanswered,
    /// The same, but somebody was asked and does not know: somebody else may.
    NotKnown,
    /// It is only assumed.
    Assumed,
    /// It may no longer be true.
    Stale,
}

/// An answer to a statement, for the whole system or a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenAnswer {
    /// The practice.
    pub practice: PracticeId,
    /// The statement.
    pub indicator: IndicatorId,
    /// The part; `None` for the whole system.
    pub part: Option<PartId>,
}

/// The statements that nobody answered or knows, in the whole or in a part, and that could still change where that stands, up to what is
/// needed, the lowest level first; after these, whatever their level, those that something outside needs.
pub(super) fn that_could_matter(
    assessment: &Assessment<'_>,
    hearing: &PracticeAnswers<'_, '_>,
    result: &PracticeResult,
) -> Vec<(Level, IndicatorId)> {
    let mut open = that_could_move(assessment, hearing, result);
    for id in result.needed() {
        let asked = hearing.indicators().find(|it| it.asked.indicator.id == *id);
        let is_open = |it: &&ConsolidatedIndicator<'_, '_>| !it.is_answered_in(&hearing.subjects);
        if let Some(it) = asked.filter(is_open)
            && open.iter().all(|(_, other)| other != id)
        {
            open.push((it.asked.level, id.clone()));
        }
    }
    open
}

fn that_could_move(
    assessment: &Assessment<'_>,
    hearing: &PracticeAnswers<'_, '_>,
    result: &PracticeResult,
) -> Vec<(Level, IndicatorId)> {
    let top = assessment.asked.model().top();
    let rule = hearing.scoring.level;
    let needed = if rule == LevelRule::Sum { top } else { result.goal().unwrap_or(top) };
    // No answer moves a level that somebody set or rated.
    if hearing.is_rated || hearing.set(None).is_some() {
        return Vec::new();
    }
    let highest = |current: Current, reading: Reading| match (current, reading) {
        (Current::NotApplicable | Current::Known { basis: Basis::Override, .. }, _) | (_, Reading::NotApplicable) => None,
        (_, Reading::Untouched | Reading::NotKnown) => Some(needed),
        (_, Reading::Between { .. }) if rule.is_added_up() => Some(top),
        (_, Reading::Between { high, .. }) => Some(high),
    };
    let highest_of_each: Vec<(Option<&PartId>, Level)> = of_subjects(hearing)
        .into_iter()
        .filter_map(|(part, standing)| Some((part, highest(standing.current, standing.reading)?)))
        .collect();
    let mut open = Vec::new();
    for (level, indicators) in hearing.levels.iter().filter(|(level, _)| *level <= needed) {
        let here = highest_of_each.iter().filter(|(_, high)| level <= high).map(|(part, _)| *part);
        let here: Vec<Option<&PartId>> = here.collect();
        let is_open = |part: &Option<&PartId>, it: &ConsolidatedIndicator<'_, '_>| {
            it.heard(*part).is_some_and(|heard| heard.verdict.is_open())
        };
        let unanswered = indicators.iter().filter(|it| here.iter().any(|part| is_open(part, it)));
        open.extend(unanswered.map(|it| (*level, it.asked.indicator.id.clone())));
    }
    open
}

/// The answers that count and are only assumed, in the model's order, whatever they say: one that does not hold may be better, too.
pub(super) fn assumed(assessment: &Assessment<'_>) -> Vec<OpenAnswer> {
    answers_where(assessment, |indicator| assessment.said.assumed_in(indicator).map(Option::<&PartId>::cloned).collect())
}

/// What those who were asked do not know, in the model's order, whether or not it still matters: somebody said so.
pub(super) fn not_known(assessment: &Assessment<'_>) -> Vec<OpenAnswer> {
    answers_where(assessment, |indicator| assessment.said.not_known_in(indicator).map(Option::<&PartId>::cloned).collect())
}

fn answers_where(assessment: &Assessment<'_>, parts: impl Fn(&Indicator) -> Vec<Option<PartId>>) -> Vec<OpenAnswer> {
    let of = |it: &crate::analysis::assessment::PlacedIndicator<'_>| {
        let answer = |part: Option<PartId>| OpenAnswer { practice: it.practice.id.clone(), indicator: it.id.clone(), part };
        parts(it.asked.indicator).into_iter().map(answer).collect::<Vec<_>>()
    };
    assessment.placed_indicators().iter().flat_map(of).collect()
}
