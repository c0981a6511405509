//! Own targets beside those of a profile: above, below, with or without a reason.

use super::{Assessment, target_reason};
use crate::model::{PracticeId, Profile, Proposal};
use crate::session::Target;

/// An own target beside a profile's.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared<'a> {
    /// The practice.
    pub practice: PracticeId,
    /// The own target.
    pub own: Option<Target>,
    /// The profile's proposal.
    pub proposal: &'a Proposal,
    /// How many levels the own target lies above the profile's; negative when below, `None` without an own target.
    pub above: Option<i16>,
    /// Whether there is a reason for the own target: in people's own words, or those for which it was proposed.
    pub has_reason: bool,
}

/// The own targets beside those of a profile, in the profile's order.
#[must_use]
pub fn compare<'a>(assessment: &Assessment<'_>, profile: &'a Profile) -> Vec<Compared<'a>> {
    profile.targets.iter().map(|proposal| compared(assessment, proposal)).collect()
}

/// The own target beside a proposal.
pub(super) fn compared<'a>(assessment: &Assessment<'_>, proposal: &'a Proposal) -> Compared<'a> {
    let own = assessment.target(&proposal.practice).cloned();
    Compared {
        practice: proposal.practice.clone(),
        above: own.as_ref().map(|target| target.level.above(proposal.level)),
        has_reason: own.as_ref().is_some_and(|target| !target_reason(assessment, &proposal.practice, target, "").is_empty()),
        own,
        proposal,
    }
}
