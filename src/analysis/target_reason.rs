//! Why a target is what it is.

use super::{Assessment, proposal};
use crate::model::PracticeId;
use crate::session::Target;

/// Why a target is what it is: in people's own words; where they gave none, for what it was proposed. Empty where there is no reason.
///
/// A proposal of a version that did not keep its reasons yet has those of whoever proposes it now, while it is not confirmed and
/// still the same.
#[must_use]
pub fn target_reason(assessment: &Assessment<'_>, practice: &PracticeId, target: &Target, language: &str) -> String {
    let why = target.why();
    if !why.is_empty() || !target.origin.is_proposal() {
        return why.join(" ");
    }
    let answers = assessment.interview_answers();
    let now = proposal(assessment.asked, answers, practice).map(|proposal| proposal.rationale(answers, language));
    now.filter(|now| now.is_about(target)).map(|now| now.words().collect::<Vec<_>>().join(" ")).unwrap_or_default()
}
