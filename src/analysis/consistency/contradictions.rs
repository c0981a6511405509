//! Answers that contradict each other.

use super::checked::Checked;
use super::{Noticed, What};
use crate::analysis::{About, Verdict, quick_differences};
use crate::session::PartId;

/// Differing answers that nobody settled.
pub(super) fn disputed(checked: &Checked<'_, '_>) -> Vec<Noticed> {
    let open = checked.assessment.disputes().iter().filter(|dispute| dispute.settled.is_none()).cloned();
    let here = open.filter(|dispute| checked.is_here(dispute.at.part.as_ref()));
    here.map(|dispute| Noticed {
        about: About::Indicator(dispute.practice, dispute.at.on),
        part: dispute.at.part,
        by: None,
        what: What::Disputed(dispute.answers),
    })
    .collect()
}

/// Differing answers of the quick pass, as far as it counts.
pub(super) fn quick_differs(checked: &Checked<'_, '_>) -> Vec<Noticed> {
    let found = quick_differences(checked.assessment).into_iter();
    found
        .map(|it| Noticed { about: About::Practice(it.practice), part: it.part, by: None, what: What::QuickDiffers(it.answers) })
        .collect()
}

/// Indicators that the whole system is said to meet and a part not to; or the whole not to, and every part to.
pub(super) fn parts(checked: &Checked<'_, '_>) -> Vec<Noticed> {
    let named: Vec<&PartId> = checked.session.named_parts().map(|(id, _)| id).collect();
    let mut found = Vec::new();
    for statement in checked.placed_indicators() {
        // A part without an answer of its own falls back to the whole, and so never contradicts it.
        let asked: Vec<&PartId> =
            named.iter().copied().filter(|part| checked.assessment.is_asked_of(statement, Some(part))).collect();
        let said = |verdict| asked.iter().filter(move |part| checked.said.verdict(statement.id, Some(part)).kind() == verdict);
        let (whole_is_met, contrary): (_, Vec<_>) = match checked.said.verdict(statement.id, None).kind() {
            Verdict::Met => (true, said(Verdict::NotMet).collect()),
            Verdict::NotMet => (false, said(Verdict::Met).collect()),
            _ => continue,
        };
        if !contrary.is_empty() && (whole_is_met || contrary.len() == asked.len()) {
            let parts = contrary.into_iter().map(|part| (*part).clone()).collect();
            found.push(Noticed::new(statement.about(), What::Parts { whole_is_met, parts }));
        }
    }
    found
}
