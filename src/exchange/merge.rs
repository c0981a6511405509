//! Bringing two copies of a session together, item by item.
//!
//! Of two statements about the same thing the one with the greater stamp stands, wherever and in whatever order copies meet: so all
//! copies end the same. Stamps are made so that whoever knew a statement and changed it has the greater one. Where neither side knew
//! what the other said, that is a conflict: it is listed for a person to decide, and until then the greater stamp stands as well.
//! What stands in one copy alone stays: what is missing was never there or left out, since deleting is a statement of its own.

use std::cmp::Ordering;

use serde_json::Value;

use super::conflict::Conflict;
use super::entry::{Entry, is_for_the_record};
use super::members::{Meeting, add};
use super::merged::{MergeError, Merged, Taken};
use super::request::carries;
use super::session_file::{members, read_again, session_of};
use crate::model::order;
use crate::session::{AnswerRequest, Session};

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
    // What an edition of a model that somebody brought changed is told by nobody: one answer would stand for two questions.
    if !mine.model.asks_the_same(&theirs.model) {
        return Err(MergeError::OtherWords);
    }
    let mut both = members(mine)?;
    let here: usize = both.iter().map(|(name, list)| stated(name, list)).sum();
    let mut found = Found { mine, theirs, taken: Vec::new(), conflicts: Vec::new(), met: 0, newer_here: 0, agreed: 0 };
    for (name, their_member) in members(theirs)? {
        if both.get(&name) == Some(&their_member) {
            found.met += stated(&name, &their_member);
            continue;
        }
        add(&mut both, &name, their_member, &mine.id, &mut |meeting| found.look_at(meeting));
    }
    let Found { taken, conflicts, met, newer_here, agreed, .. } = found;
    let mut session = session_of(Value::Object(both))?;
    session.seen = mine.seen.clone();
    session.seen.include_all(&theirs.seen);
    session.see_its_own_facts();
    session.request = match (&mine.request, &theirs.request) {
        (Some(one), Some(other)) => session.request.take().map(|note| together(note, one, other)),
        // With a whole copy, a request makes a whole copy.
        _ => None,
    };
    let session = read_again(session)?;
    Ok(Merged { session, taken, conflicts, only_here: here.saturating_sub(met), newer_here, agreed })
}

/// What two requests ask together: of the same person all that either asks, by id so that it is the same from either side. The rest
/// is as in the one that stands.
fn together(standing: AnswerRequest, one: &AnswerRequest, other: &AnswerRequest) -> AnswerRequest {
    if one.addressee != other.addressee || one.practices == other.practices {
        return standing;
    }
    let all = order::set(one.practices.iter().chain(&other.practices));
    AnswerRequest { practices: all.into_iter().cloned().collect(), ..standing }
}

/// How many things are said in a list of a file.
fn stated(name: &str, list: &Value) -> usize {
    let all = list.as_array().into_iter().flatten().filter(|record| record.get("value").is_some());
    if is_for_the_record(name) { 0 } else { all.count() }
}

/// What is found while two copies are brought together.
struct Found<'a> {
    mine: &'a Session,
    theirs: &'a Session,
    taken: Vec<Taken>,
    conflicts: Vec<Conflict>,
    /// How many things that are said here are said there, too, the same or otherwise.
    met: usize,
    newer_here: usize,
    agreed: usize,
}

impl Found<'_> {
    fn look_at(&mut self, (mine, theirs): Meeting<'_>) {
        if theirs.is_for_the_record() {
            return;
        }
        let Some(mine) = mine else {
            if theirs.value().is_some() {
                self.taken.push(Taken { entry: theirs.clone(), is_new: true, former: None });
            }
            return;
        };
        self.met += usize::from(mine.value().is_some());
        if mine.value() == theirs.value() {
            self.agreed += usize::from(mine.value().is_some() && theirs.standing(mine) == Ordering::Greater);
            return;
        }
        let taken = theirs.standing(mine) == Ordering::Greater;
        // The same stamp with another value was made by hand: neither copy knew of the other.
        let is_one_change = mine.stamp() == theirs.stamp();
        let newer = !is_one_change && if taken { knew(self.theirs, mine) } else { knew(self.mine, theirs) };
        if !newer {
            self.conflicts.push(Conflict { mine: mine.clone(), theirs: theirs.clone() });
        } else if taken {
            let former = mine.value().cloned();
            self.taken.push(Taken { entry: theirs.clone(), is_new: former.is_none(), former });
        } else {
            self.newer_here += 1;
        }
    }
}

/// Whether people who worked on a copy could see an entry. A request has seen the whole history, but shows only a part of it.
fn knew(copy: &Session, entry: &Entry) -> bool {
    copy.seen.covers(entry.stamp()) && copy.request.as_ref().is_none_or(|note| carries(note, entry))
}
