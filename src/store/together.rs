//! Saving while others write, too: what they wrote and what was changed here is brought together, and nothing of either is lost.

use std::borrow::Cow;

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
pub fn bring_together(mine: &Session, mut theirs: Session, actor: &ActorId) -> Result<Both, MergeError> {
    if actor.counters().iter().all(|actor| theirs.seen.count(actor) >= mine.seen.count(actor)) {
        return Ok(Both { session: theirs, conflicts: Vec::new() });
    }
    let mine = by_one_model(mine, &mut theirs);
    merge(&mine, &theirs).map(|merged| Both { session: merged.session, conflicts: merged.conflicts })
}

/// Where one of two tabs took another model or edition, both go on with that: what was said stays at its ids, as it does for whoever takes
/// it. Where both answered by models of different ids, nothing is altered.
fn by_one_model<'a>(mine: &'a Session, theirs: &mut Session) -> Cow<'a, Session> {
    let (is_other, free) = (mine.model.id != theirs.model.id, (mine.is_free_of_model(), theirs.is_free_of_model()));
    // What no tab took, as an edition that came with the app, is brought together as ever.
    if mine.model.taken == theirs.model.taken || is_other && free == (false, false) {
        return Cow::Borrowed(mine);
    }
    let mine_stands = if is_other && free.0 != free.1 { free.1 } else { mine.model.taken >= theirs.model.taken };
    if mine_stands {
        theirs.model = mine.model.clone();
        theirs.bring(mine.own_model.clone());
        return Cow::Borrowed(mine);
    }
    let mut mine = mine.clone();
    mine.model = theirs.model.clone();
    mine.bring(theirs.own_model.clone());
    Cow::Owned(mine)
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
