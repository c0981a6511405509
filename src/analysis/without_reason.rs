//! Answers that do not count because their reason is missing: somebody said something, so nobody may say that nobody answered.

use super::{AskedOf, Assessment};
use crate::model::Practice;
use crate::session::{Fact, said_of};

/// Whether anything said about a practice in the round does not count, because nobody says why.
pub(super) fn lacks_reason(assessment: &Assessment<'_>, practice: &Practice) -> bool {
    let quick = assessment.round.into_iter().flat_map(|round| said_of(&assessment.session.quick, &practice.id, round));
    let mut quick = quick.filter_map(|(_, fact)| fact.value());
    let of_statement = |it: &crate::model::Indicator| {
        let said =
            assessment.answers_to(&it.id).filter(|(at, _)| assessment.said.asked_of(it, at.part.as_ref()) == AskedOf::This);
        said.filter_map(|(_, fact)| Fact::value(fact)).any(|answer| !answer.counts())
    };
    quick.any(|answer| !answer.counts()) || assessment.asked.indicators_of(practice).any(|it| of_statement(it.indicator))
}
