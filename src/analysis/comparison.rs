//! Own targets beside those of a profile: above, below, and what there is to say for that.

use super::Assessment;
use crate::model::{PracticeId, Profile, Proposal};
use crate::session::{Origin, Target};

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
    /// What there is to say for the own target.
    pub grounds: Grounds,
}

/// What there is to say for a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grounds {
    /// A reason in people's own words, or the kind of it.
    Own,
    /// The interview proposes so much.
    Interview,
    /// A profile proposes so much.
    Profile,
    /// Nobody said why.
    None,
}

impl Grounds {
    /// What there is to say for a target; where nobody of this assessment gave a reason, who proposed it.
    fn of(target: &Target) -> Self {
        if target.has_reason_for_its_level() {
            return Self::Own;
        }
        let kept = target.rationale().map(|why| why.reasons.iter().any(|it| it.profile.is_none() && it.instead.is_none()));
        match (kept, &target.origin) {
            (Some(true), _) | (None, Origin::Interview) => Self::Interview,
            (Some(false), _) | (None, Origin::Profile(_)) => Self::Profile,
            (None, Origin::Practice | Origin::Group(_)) => Self::None,
        }
    }
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
        grounds: own.as_ref().map_or(Grounds::None, Grounds::of),
        own,
        proposal,
    }
}
