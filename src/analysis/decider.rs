//! Who stands behind a target: the same wherever it is told.

use crate::model::PracticeId;
use crate::session::{Change, PersonId, Session, Target};

/// How somebody stands behind a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Behind {
    /// They are named as who decided it.
    Decided,
    /// They confirmed it as it was proposed; nobody is named as who decided it.
    Confirmed,
    /// They set it; nobody is named as who decided it.
    Set,
}

/// Who stands behind a target that `by` stated: whoever is named as its decider, else whoever confirmed or set it. Nobody where it
/// is only proposed, or nobody's name is said.
#[must_use]
pub fn decider<'a>(target: &'a Target, by: Option<&'a PersonId>) -> Option<(Behind, &'a PersonId)> {
    if target.origin.is_proposal() {
        return None;
    }
    let stated = if target.rationale().is_some() { Behind::Confirmed } else { Behind::Set };
    target.decided_by.as_ref().map(|by| (Behind::Decided, by)).or(by.map(|by| (stated, by)))
}

/// Names somebody as the decider of these targets, where they are decided and nobody is named yet.
#[must_use]
pub fn name_decider(session: &Session, practices: &[PracticeId], person: &PersonId) -> Vec<Change> {
    let nameless = |practice: &PracticeId| {
        let target = session.target(practice).filter(|target| !target.origin.is_proposal() && target.decided_by.is_none())?;
        let decided = Target { decided_by: Some(person.clone()), ..target.clone() };
        Some(Change::Target(practice.clone(), Some(decided)))
    };
    practices.iter().filter_map(nameless).collect()
}
