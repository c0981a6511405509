//! Merging what came in a file into a copy that is stored: looked at first, then done as a whole or not at all, and undone as a whole.

use super::{OpenError, SaveError, SessionStore, Slot, StorageError, When};
use crate::exchange::{Conflict, Keep, MergeError, Merged, Review, Taken, merge, merge_review, taken_back};
use crate::session::{ActorId, Authorship, Session};

/// What a file would bring to a stored copy of the same session, to be looked at before anything is done.
#[derive(Clone, Debug, PartialEq)]
pub struct MergeOffer {
    /// Where the copy is.
    pub slot: Slot,
    /// What it says.
    pub here: Session,
    /// What the two say together, or why they do not fit together.
    pub merged: Result<Merged, MergeError>,
}

impl MergeOffer {
    /// What another copy of a session would bring to the one that is stored there.
    #[must_use]
    pub fn of(slot: Slot, here: Session, theirs: &Session) -> Self {
        Self { merged: merge(&here, theirs), slot, here }
    }
}

/// What was merged.
#[derive(Clone, Debug, PartialEq)]
pub struct MergedInto {
    /// What is stored now.
    pub session: Session,
    /// What came.
    pub taken: Vec<Taken>,
    /// What was changed on both sides; it stands as it was decided.
    pub conflicts: Vec<Conflict>,
    /// How to undo it.
    pub undo: UndoMerge,
}

/// What it takes to undo a merge.
#[derive(Clone, Debug, PartialEq)]
pub struct UndoMerge {
    slot: Slot,
    former: Session,
    merged: Session,
    revision: u64,
}

/// Why nothing was merged, or nothing undone. What is stored is as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MergeIntoError {
    /// The copy can't be opened.
    Open(OpenError),
    /// The copy was changed after it was looked at, or after the merge that was to be undone.
    Changed,
    /// The two don't fit together.
    Merge(MergeError),
    /// The result can't be saved.
    Save(SaveError),
}

impl From<SaveError> for MergeIntoError {
    fn from(error: SaveError) -> Self {
        match error {
            SaveError::Conflict => Self::Changed,
            other => Self::Save(other),
        }
    }
}

impl SessionStore {
    /// What a session that came in a file would bring to each copy that is stored, the last changed first. Nothing is altered.
    ///
    /// # Errors
    /// When the storage can't be read.
    pub fn merge_offers(&self, theirs: &Session) -> Result<Vec<MergeOffer>, StorageError> {
        let copies = self.copies_of(&theirs.id)?.into_iter();
        Ok(copies.map(|(slot, here)| MergeOffer::of(slot, here, theirs)).collect())
    }

    /// What a review that came in a file would bring to each copy of its session that is stored, the last changed first. Nothing is altered.
    ///
    /// # Errors
    /// When the storage can't be read.
    pub fn review_offers(&self, review: &Review) -> Result<Vec<MergeOffer>, StorageError> {
        let copies = self.copies_of(review.session())?.into_iter();
        Ok(copies.map(|(slot, here)| MergeOffer { merged: merge_review(&here, review), slot, here }).collect())
    }

    /// Merges what was looked at, with a person's decisions about what was changed on both sides, one for each in their order. The
    /// copy is backed up before, where there is room for that. Either all of it is stored afterwards or what was there is, whatever happens
    /// in between.
    ///
    /// # Errors
    /// When the copy was changed since it was looked at, when it can't be read, or when the storage is full or blocked.
    pub fn merge_into(
        &self,
        offer: &MergeOffer,
        keep: &[Keep],
        authorship: &Authorship,
        when: When,
    ) -> Result<MergedInto, MergeIntoError> {
        let stored = self.open(&offer.slot).map_err(MergeIntoError::Open)?;
        if stored.session != offer.here {
            return Err(MergeIntoError::Changed);
        }
        let merged = offer.merged.as_ref().map_err(|error| MergeIntoError::Merge(error.clone()))?;
        let session = merged.decided(keep, authorship).map_err(MergeIntoError::Merge)?;
        let revision = self.replace(&offer.slot, &session, stored.revision, when)?;
        let undo = UndoMerge { slot: offer.slot.clone(), former: stored.session, merged: session.clone(), revision };
        Ok(MergedInto { session, taken: merged.taken.clone(), conflicts: merged.conflicts.clone(), undo })
    }

    /// Puts back what was there before a merge, unless it was changed since. `actor` is whoever undoes it.
    ///
    /// # Errors
    /// When it was changed since, or when the storage is full or blocked; then the merge stands.
    pub fn undo_merge(&self, undo: &UndoMerge, actor: &ActorId, when: When) -> Result<u64, MergeIntoError> {
        let back = taken_back(&undo.former, &undo.merged, actor);
        self.replace(&undo.slot, &back, undo.revision, when)
    }

    /// Stores a session in the place of what is there at that revision, which is backed up. The one write that counts is the last.
    fn replace(&self, slot: &Slot, session: &Session, revision: u64, when: When) -> Result<u64, MergeIntoError> {
        // Beside the undo of this moment; where there is no room for a backup, that has to do.
        let _ = self.back_up(slot, when);
        Ok(self.save(slot, session, revision)?)
    }
}
