//! What has to be there before a statement can be met: that comes first, wherever it stands.

use super::{Assessment, Results};
use crate::model::{AskedIndicator, IndicatorId, order};

/// The statements on which one rests and that are not known to be met, each after those on which it rests itself. What rests on nothing, or
/// only on what is met, has none; nor does what is part of a level that is said to be reached, unless it is denied.
#[must_use]
pub fn rests_on<'a>(assessment: &Assessment<'a>, results: &Results, indicator: &IndicatorId) -> Vec<AskedIndicator<'a>> {
    let needs = |asked: &AskedIndicator<'a>| -> Vec<Step<'a>> {
        asked.indicator.depends_on.iter().rev().filter_map(|id| missing(assessment, results, id)).map(Step::Look).collect()
    };
    let mut ahead = assessment.asked.indicator(indicator).map(|asked| needs(&asked)).unwrap_or_default();
    let mut known = order::set([indicator.clone()]);
    let mut found = Vec::new();
    while let Some(step) = ahead.pop() {
        match step {
            Step::Found(asked) => found.push(asked),
            Step::Look(asked) if known.insert(asked.indicator.id.clone()) => {
                let needs = needs(&asked);
                ahead.push(Step::Found(asked));
                ahead.extend(needs);
            }
            Step::Look(_) => {}
        }
    }
    found
}

/// What is ahead: to look at what a statement rests on, and once that is found, the statement itself.
enum Step<'a> {
    Look(AskedIndicator<'a>),
    Found(AskedIndicator<'a>),
}

/// A statement, unless it is known to be met.
fn missing<'a>(assessment: &Assessment<'a>, results: &Results, id: &IndicatorId) -> Option<AskedIndicator<'a>> {
    let asked = assessment.asked.indicator(id)?;
    let verdict = assessment.said.together(asked.indicator);
    let is_reached = || results.practice(&asked.practice.id).and_then(|it| it.standing.current.low()) >= Some(asked.level);
    let is_there = verdict.is_fulfilled() || verdict.is_open() && is_reached();
    (!is_there).then_some(asked)
}
