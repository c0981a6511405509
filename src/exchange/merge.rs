//! Bringing two copies of a session together, item by item.
//!
//! Of two statements about the same thing the one with the greater stamp stands, wherever and in whatever order copies meet: so all
//! copies end the same. Stamps are made so that whoever knew a statement and changed it has the greater one. Where neither side knew
//! what the other said, that is a conflict: it is listed for a person to decide, and until then the greater stamp stands as well.
//! What stands in one copy alone stays: what is missing was never there or left out, since deleting is a statement of its own.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt;

use serde_json::{Map, Value};

use super::ReadError;
use super::entry::{Entry, entries, in_one_order};
use super::envelope::carries;
use super::session_file::{members, session_of};
use crate::session::{ActorId, Mark, Session, Stamp};

/// Two copies brought together.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    /// What both know. Where there is a conflict, one side stands; which one, is the same everywhere.
    pub session: Session,
    /// What came from theirs.
    pub taken: Vec<Taken>,
    /// What was changed on both sides, without either knowing of the other.
    pub conflicts: Vec<Conflict>,
}

/// Something that came from their copy.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    /// What they said.
    pub entry: Entry,
    /// Whether nothing had been said about it here.
    pub is_new: bool,
}

/// Something that was changed on both sides, without either knowing of the other.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// What this copy says.
    pub mine: Entry,
    /// What their copy says.
    pub theirs: Entry,
}

/// Which side of a conflict counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// What this copy says.
    Mine,
    /// What their copy says.
    Theirs,
}

/// Why two copies were not brought together. Both stay as they were.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MergeError {
    /// They are copies of different sessions.
    OtherSession,
    /// They are about different models.
    OtherModel,
    /// What comes out could not be read again, as when each side deleted the rounds that the other kept.
    Unreadable(ReadError),
}

impl fmt::Display for MergeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OtherSession => f.write_str("The file is about another assessment."),
            Self::OtherModel => f.write_str("The file is about other questions: its model is another one."),
            Self::Unreadable(error) => write!(f, "The two do not fit together. {error}"),
        }
    }
}

impl std::error::Error for MergeError {}

impl From<ReadError> for MergeError {
    fn from(error: ReadError) -> Self {
        Self::Unreadable(error)
    }
}

/// Brings their copy of a session into mine.
///
/// # Errors
/// When they are no copies of the same session, or what comes out is none.
pub fn merge(mine: &Session, theirs: &Session) -> Result<Merged, MergeError> {
    if mine.id != theirs.id {
        return Err(MergeError::OtherSession);
    }
    if mine.model.id != theirs.model.id {
        return Err(MergeError::OtherModel);
    }
    let mut both = members(mine)?;
    let mut found = Found { mine, theirs, taken: Vec::new(), conflicts: Vec::new() };
    for (name, their_member) in members(theirs)? {
        add(&mut both, &name, their_member, &mut |meeting| found.look_at(meeting));
    }
    let Found { taken, conflicts, .. } = found;
    let mut session = session_of(Value::Object(both))?;
    session.seen = mine.seen.clone();
    session.seen.include_all(&theirs.seen);
    session.see_its_own_facts();
    if mine.envelope.is_none() || theirs.envelope.is_none() {
        // With a whole copy, an envelope makes a whole copy.
        session.envelope = None;
    }
    Ok(Merged { session, taken, conflicts })
}

/// An entry of mine, if there is one, and one of theirs about the same thing.
type Meeting<'a> = (Option<&'a Entry>, &'a Entry);

fn add(file: &mut Map<String, Value>, name: &str, theirs: Value, meet: &mut dyn FnMut(Meeting<'_>)) {
    let mine = file.get_mut(name).map_or_else(|| Value::Array(Vec::new()), Value::take);
    file.insert(name.to_owned(), member(name, mine, theirs, meet));
}

/// Brings a member of their file into mine. Where it is no list of entries, the greater one stands: there is no telling which is
/// newer, but it is everywhere the same.
fn member(name: &str, mine: Value, theirs: Value, meet: &mut dyn FnMut(Meeting<'_>)) -> Value {
    if mine == theirs {
        return mine;
    }
    match (entries(name, &mine), entries(name, &theirs)) {
        (Some(mine), Some(theirs)) => list(mine, theirs, meet),
        (Some(_), None) => theirs,
        (None, Some(_)) => mine,
        (None, None) if in_one_order(&mine) < in_one_order(&theirs) => theirs,
        (None, None) => mine,
    }
}

fn list(mut mine: BTreeMap<String, Entry>, theirs: BTreeMap<String, Entry>, meet: &mut dyn FnMut(Meeting<'_>)) -> Value {
    for (key, entry) in theirs {
        let here = mine.get(&key);
        meet((here, &entry));
        if here.is_none_or(|here| entry.standing(here) == Ordering::Greater) {
            mine.insert(key, entry);
        }
    }
    Value::Array(mine.into_values().map(|entry| Value::Object(entry.record)).collect())
}

/// What is found while two copies are brought together.
struct Found<'a> {
    mine: &'a Session,
    theirs: &'a Session,
    taken: Vec<Taken>,
    conflicts: Vec<Conflict>,
}

impl Found<'_> {
    fn look_at(&mut self, (mine, theirs): Meeting<'_>) {
        if theirs.is_past() {
            return;
        }
        let Some(mine) = mine else {
            if theirs.value().is_some() {
                self.taken.push(Taken { entry: theirs.clone(), is_new: true });
            }
            return;
        };
        if mine.value() == theirs.value() {
            return;
        }
        let taken = theirs.standing(mine) == Ordering::Greater;
        let newer = if taken { knew(self.theirs, mine) } else { knew(self.mine, theirs) };
        if !newer {
            self.conflicts.push(Conflict { mine: mine.clone(), theirs: theirs.clone() });
        } else if taken {
            self.taken.push(Taken { entry: theirs.clone(), is_new: mine.value().is_none() });
        }
    }
}

/// Whether people who worked on a copy could see an entry. An envelope has seen the whole history, but shows only a part of it.
fn knew(copy: &Session, entry: &Entry) -> bool {
    copy.seen.covers(entry.stamp()) && copy.envelope.as_ref().is_none_or(|note| carries(note, entry))
}

impl Conflict {
    /// The side that stands until somebody decides.
    #[must_use]
    pub fn stands(&self) -> Keep {
        if self.theirs.standing(&self.mine) == Ordering::Greater { Keep::Theirs } else { Keep::Mine }
    }

    /// The entry that a side says.
    #[must_use]
    pub const fn side(&self, keep: Keep) -> &Entry {
        match keep {
            Keep::Mine => &self.mine,
            Keep::Theirs => &self.theirs,
        }
    }
}

impl Merged {
    /// The session with a person's decisions, one per conflict in their order. Those without one stay as they stand.
    ///
    /// Each decision is a new change by that person, also where it confirms what stands: other copies follow it, and a copy in which
    /// somebody decided differently has a conflict again. Of targets both sides stay in the log.
    ///
    /// # Errors
    /// None that a merged session could cause.
    pub fn decided(&self, decisions: &[Keep], mark: &Mark) -> Result<Session, MergeError> {
        let mut file = members(&self.session)?;
        let mut seen = self.session.seen.clone();
        for (conflict, keep) in self.conflicts.iter().zip(decisions) {
            let chosen = conflict.side(*keep);
            if chosen.list() == "targets" {
                let sides = [&conflict.mine, &conflict.theirs].into_iter().filter(|side| side.value().is_some());
                add(&mut file, "past_targets", sides.map(|side| Value::Object(side.record.clone())).collect(), &mut |_| {});
            }
            let mut record = chosen.record.clone();
            if !chosen.is_placed() {
                record.shift_remove("by");
                record.extend(mark.by.as_ref().map(|by| ("by".to_owned(), Value::from(by.as_str()))));
            }
            record.insert("at".to_owned(), Value::from(mark.at.to_string()));
            record.insert("stamp".to_owned(), Value::from(seen.next(&mark.actor).to_string()));
            add(&mut file, chosen.list(), vec![Value::Object(record)].into(), &mut |_| {});
        }
        let mut session = session_of(Value::Object(file))?;
        session.seen.include_all(&seen);
        Ok(session)
    }
}

/// The session as it was before something was merged into it. The actor counts on from where they were, so that what was taken back
/// and what comes next never have the same stamp.
#[must_use]
pub fn taken_back(former: &Session, merged: &Session, actor: &ActorId) -> Session {
    let mut session = former.clone();
    let counter = merged.seen.count(actor);
    if counter > 0 {
        session.seen.include(&Stamp { counter, actor: actor.clone() });
    }
    session
}
