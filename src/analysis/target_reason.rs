//! Why a target is what it is.

use super::{Assessment, Names, ReasonOf};
use crate::model::PracticeId;
use crate::session::Target;

/// Why a target is what it is: in people's own words; where they gave none, for what it was proposed, and by whom. Empty where there is
/// no reason.
///
/// A proposal of a version that did not keep its reasons yet has those of whoever proposes it now, while it is not confirmed and
/// still the same.
#[must_use]
pub fn target_reasons(
    assessment: &Assessment<'_>,
    practice: &PracticeId,
    target: &Target,
    language: &str,
) -> Vec<(ReasonOf, String)> {
    let names = Names::new(Some(assessment.asked), assessment.session, language);
    let reasons = names.reasons(target);
    if !reasons.is_empty() || !target.origin.is_proposal() {
        return reasons;
    }
    let answers = assessment.interview_answers();
    let now = assessment.proposals().together(practice).map(|proposal| proposal.rationale(answers, language));
    names.reasons_in(now.filter(|now| now.is_about(target)).as_ref())
}
