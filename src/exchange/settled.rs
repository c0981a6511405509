//! Settling what was kept on both sides, once people have talked.

use super::{Entry, restated};
use crate::session::{Change, DiscussionId};

/// Settles a discussion: what counts is stated anew, or left as it is now.
#[must_use]
pub fn settled(id: &DiscussionId, counts: Option<&Entry>) -> Vec<Change> {
    counts.and_then(restated).into_iter().chain([Change::Discussion(id.clone(), None)]).collect()
}
