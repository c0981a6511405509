//! The blind first pass: a target that is in sight pulls answers towards it.

use super::PracticeResult;
use crate::session::{Session, Way};

/// Whether the target of a practice is to stay hidden: people asked for it, and the practice is not answered yet.
#[must_use]
pub fn hides_target(session: &Session, result: &PracticeResult) -> bool {
    let is_answered =
        matches!(result.standing.current, super::Current::NotApplicable) || result.standing.current.settled().is_some();
    session.goes(Way::Blind) && !is_answered
}
