//! Where a statement is short: in the whole system, or in some of its parts.

use crate::analysis::{AskedOf, Assessment, Verdict};
use crate::model::Indicator;
use crate::session::PartId;

/// Of what a statement would have to be answered as met, so that it counts as met everywhere: the whole system (`None`), unless it is met there
/// or not asked of it, and each part that is answered apart, or is asked on its own, and falls short.
pub(super) fn short_in(assessment: &Assessment<'_>, indicator: &Indicator) -> Vec<Option<PartId>> {
    let said = assessment.said();
    let answered = said.answers.about(&indicator.id);
    let exactly = |part: Option<&PartId>| answered.and_then(|it| it.exactly(part)).map(|heard| heard.verdict);
    let of_whole = said.asked_of(indicator, None) == AskedOf::This;
    let is_short = |verdict: Option<Verdict>| verdict.is_none_or(|verdict| !verdict.is_fulfilled());
    let mut short = Vec::new();
    if of_whole && is_short(exactly(None)) {
        short.push(None);
    }
    for part in &said.parts {
        let apart = exactly(Some(part));
        let is_apart = apart.is_some() || !of_whole;
        if said.asked_of(indicator, Some(part)) == AskedOf::This && is_apart && is_short(apart) {
            short.push(Some(part.clone()));
        }
    }
    short
}
