//! Saving while others write, too: what they wrote and what was changed here is brought together, and nothing of either is lost.

use super::{OpenError, SaveError, SessionStore, Slot, Stored};
use crate::exchange::{Conflict, MergeError, merge};
use crate::session::{ActorId, Session};

/// What was saved.
#[derive(Clone, Debug, PartialEq)]
pub struct Written {
    /// Its revision.
    pub revision: u64,
    /// What was saved in the end, where that is more than what was here.
    pub both: Option<Both>,
}

/// What another tab wrote, brought together with what was changed here.
#[derive(Clone, Debug, PartialEq)]
pub struct Both {
    /// Both together.
    pub session: Session,
    /// What both changed without knowing of each other.
    pub conflicts: Vec<Conflict>,
}

/// Brings what another tab wrote together with what is here, if it has not seen what `actor` changed here last.
///
/// # Errors
/// When the two do not fit together.
pub fn bring_together(mine: &Session, theirs: Session, actor: &ActorId) -> Result<Both, MergeError> {
    if actor.counters().iter().all(|actor| theirs.seen.count(actor) >= mine.seen.count(actor)) {
        return Ok(Both { session: theirs, conflicts: Vec::new() });
    }
    merge(mine, &theirs).map(|merged| Both { session: merged.session, conflicts: merged.conflicts })
}

impl SessionStore {
    /// Saves a session that was read at `revision` and changed by `actor`. Where others wrote in the meantime, both are brought
    /// together; where it was deleted, it is saved again.
    ///
    /// # Errors
    /// When the two do not fit together, and as [`SessionStore::save`]. Nothing was overwritten then.
    pub fn save_with_others(&self, slot: &Slot, mine: &Session, revision: u64, actor: &ActorId) -> Result<Written, SaveError> {
        match self.save(slot, mine, revision) {
            Err(SaveError::Conflict) => {}
            other => return other.map(|revision| Written { revision, both: None }),
        }
        match self.open(slot) {
            Ok(Stored { session: theirs, revision }) => {
                let both = bring_together(mine, theirs, actor).map_err(|_| SaveError::Conflict)?;
                let revision = self.save(slot, &both.session, revision)?;
                Ok(Written { revision, both: Some(both) })
            }
            Err(OpenError::Nothing) => self.save_again(slot, mine, revision).map(|revision| Written { revision, both: None }),
            Err(OpenError::Storage(error)) => Err(SaveError::Storage(error)),
            Err(_) => Err(SaveError::Unreadable),
        }
    }
}
