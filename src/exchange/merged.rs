//! Two copies of a session brought together: what came, what has to be decided, deciding it, taking it back.

use std::fmt;

use serde_json::Value;

use super::ReadError;
use super::conflict::{Conflict, Keep};
use super::discussion::kept_apart;
use super::entry::Entry;
use super::members::Additions;
use super::session_file::{members, read_again, session_of};
use crate::session::{ActorId, Authorship, List, Session, Stamp};

/// Two copies brought together.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    /// What both know. Where there is a conflict, one side stands; which one, is the same everywhere.
    pub session: Session,
    /// What came from theirs.
    pub taken: Vec<Taken>,
    /// What was changed on both sides, without either knowing of the other.
    pub conflicts: Vec<Conflict>,
    /// How many things are said in this copy alone. They stay.
    pub only_here: usize,
    /// How many things this copy says newer. They stay.
    pub newer_here: usize,
    /// How many things both say alike, each on its own, and theirs later: when and by whom it was said becomes theirs.
    pub agreed: usize,
}

/// Something that came from their copy.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    /// What they said.
    pub entry: Entry,
    /// Whether nothing had been said about it here.
    pub is_new: bool,
    /// What was said about it here until now.
    pub former: Option<Value>,
}

/// Why two copies were not brought together. Both stay as they were.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MergeError {
    /// They are copies of different sessions.
    OtherSession,
    /// They are about different models.
    OtherModel,
    /// Their model is one that somebody brought, and says other things in the two.
    OtherWords,
    /// What comes out could not be read again, as when each side deleted the rounds that the other kept.
    Unreadable(ReadError),
}

impl fmt::Display for MergeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

impl std::error::Error for MergeError {}

impl From<ReadError> for MergeError {
    fn from(error: ReadError) -> Self {
        Self::Unreadable(error)
    }
}

impl Merged {
    /// Whether the file says nothing that this copy does not say, and knows of nobody who said it later.
    #[must_use]
    pub fn is_nothing_new(&self) -> bool {
        self.taken.is_empty() && self.conflicts.is_empty() && self.agreed == 0
    }

    /// The session with a person's decisions, one per conflict in their order. Those without one stay as they stand.
    ///
    /// Each decision is a new change by that person, also where it confirms what stands: other copies follow it, and a copy in which
    /// somebody decided differently has a conflict again. Of targets both sides stay in the log. What is kept on both sides is
    /// listed among the session's discussions, and nothing is decided.
    ///
    /// # Errors
    /// When what comes out could not be read again, as where something is kept apart that is nested too deep for that.
    pub fn decided(&self, decisions: &[Keep], authorship: &Authorship) -> Result<Session, MergeError> {
        let mut file = members(&self.session)?;
        let mut seen = self.session.seen.clone();
        let mut additions = Additions::default();
        for (conflict, keep) in self.conflicts.iter().zip(decisions) {
            let chosen = conflict.side(*keep);
            if chosen.known_list() == Some(List::Targets) {
                for side in [&conflict.mine, &conflict.theirs].into_iter().filter(|side| side.value().is_some()) {
                    additions.push(List::PastTargets.name(), side.record.clone());
                }
            }
            // What is of the review layer is counted apart, decided or not.
            let is_of_review = *keep != Keep::Both && chosen.known_list().is_some_and(List::is_of_review);
            let actor = if is_of_review { authorship.actor.of_review() } else { authorship.actor.clone() };
            let stamp = seen.next(&actor).to_string();
            if *keep == Keep::Both {
                additions.push(List::Discussions.name(), kept_apart(conflict, authorship, &stamp));
                continue;
            }
            let mut record = chosen.record.clone();
            if !chosen.is_placed() {
                record.shift_remove("by");
                record.extend(authorship.by.as_ref().map(|by| ("by".to_owned(), Value::from(by.as_str()))));
            }
            record.insert("at".to_owned(), Value::from(authorship.at.to_string()));
            record.insert("stamp".to_owned(), Value::from(stamp));
            additions.push(chosen.list(), record);
        }
        additions.add_to(&mut file);
        let mut session = session_of(Value::Object(file))?;
        session.seen.include_all(&seen);
        // What is kept apart is nested deeper than it was.
        Ok(read_again(session)?)
    }
}

/// The session as it was before something was merged into it. The actor counts on from where they were, so that what was taken back
/// and what comes next never have the same stamp.
#[must_use]
pub fn taken_back(former: &Session, merged: &Session, actor: &ActorId) -> Session {
    let mut session = former.clone();
    for actor in actor.counters() {
        let counter = merged.seen.count(&actor);
        if counter > 0 {
            session.seen.include(&Stamp { counter, actor });
        }
    }
    session
}
