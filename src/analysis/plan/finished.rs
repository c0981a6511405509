//! Done is not met: what is done proposes answers to its statements. Nothing changes until somebody confirms each of them.

use super::places::short_in;
use crate::analysis::{Assessment, Verdict};
use crate::model::{IndicatorId, PracticeId, order};
use crate::session::{ActionId, PartId, PersonId, Place};

/// An action that is done while statements of it are not met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FinishedAction {
    /// The action.
    pub id: ActionId,
    /// Its title.
    pub title: String,
    /// What could be answered as met now; at least one.
    pub answers: Vec<AnswerToConfirm>,
}

/// A statement that could be answered as met, once somebody confirms that it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerToConfirm {
    /// The statement.
    pub indicator: IndicatorId,
    /// Its practice.
    pub practice: PracticeId,
    /// What is said about it today.
    pub verdict: Verdict,
    /// The whole system (`None`) or the parts of which that would be said.
    pub of: Vec<Option<PartId>>,
}

impl AnswerToConfirm {
    /// Where these answers go, of somebody who says them in the round that is looked at; nowhere without a round.
    #[must_use]
    pub fn places(&self, assessment: &Assessment<'_>, by: Option<&PersonId>) -> Vec<Place<IndicatorId>> {
        let Some(round) = assessment.round else { return Vec::new() };
        let place = |part: &Option<PartId>| Place {
            on: self.indicator.clone(),
            round: round.clone(),
            part: part.clone(),
            by: by.cloned(),
        };
        self.of.iter().map(place).collect()
    }
}

/// What is done and still has statements to confirm, in the order in which it was planned.
#[must_use]
pub fn finished(assessment: &Assessment<'_>) -> Vec<FinishedAction> {
    let statements = assessment.session().statements_of_actions();
    let done = assessment.session().planned().filter(|(_, action)| action.is_done());
    let open = done.filter_map(|(id, action)| {
        let answers = to_confirm(assessment, statements.get(id)?.iter().copied());
        (!answers.is_empty()).then(|| FinishedAction { id: id.clone(), title: action.title.clone(), answers })
    });
    open.collect()
}

/// Which of these statements could be answered as met now, in the model's order.
pub fn to_confirm<'a>(
    assessment: &Assessment<'_>,
    statements: impl IntoIterator<Item = &'a IndicatorId>,
) -> Vec<AnswerToConfirm> {
    let mut asked: Vec<_> = statements.into_iter().filter_map(|id| assessment.placed_indicator(id)).collect();
    order::by_key(&mut asked, |it| assessment.order_of(it.id));
    let short = asked.into_iter().filter_map(|it| {
        let verdict = assessment.said().together(it.asked.indicator);
        let of = short_in(assessment, it.asked.indicator);
        let answer = AnswerToConfirm { indicator: it.id.clone(), practice: it.practice.id.clone(), verdict, of };
        (!verdict.is_fulfilled() && !answer.of.is_empty()).then_some(answer)
    });
    short.collect()
}
