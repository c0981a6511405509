//! Settling what was kept on both sides, once people have talked.

use super::{Entry, restated};
use crate::model::PracticeId;
use crate::session::{Change, DiscussionId, FromFile, List, Session, Target};

/// Settles a discussion: what counts is stated anew, or left as it is now. Of a target it is said what it settles, so that the log can tell
/// that neither of the two came after the other.
#[must_use]
pub fn settled(session: &Session, id: &DiscussionId, counts: Option<&Entry>) -> Vec<Change> {
    let stated = target(session, id, counts).or_else(|| counts.and_then(restated));
    stated.into_iter().chain([Change::Discussion(id.clone(), None)]).collect()
}

/// The target that counts from now on, where it is one that two copies say differently.
fn target(session: &Session, id: &DiscussionId, counts: Option<&Entry>) -> Option<Change> {
    let discussion = session.discussions.get(id)?.value()?;
    let side = discussion.sides.first().filter(|_| discussion.list == List::Targets.name())?;
    let practice = PracticeId::try_from(side.get("on")?.as_str()?).ok()?;
    let target = match counts {
        Some(entry) => Target::from_file(entry.value()?.clone()).ok()?,
        None => session.target(&practice)?.clone(),
    };
    let settles = discussion.stamps_of_targets(session.targets.get(&practice));
    Some(Change::Target(practice, Some(Target { settles, ..target })))
}
