//! Keeping both sides of a conflict to talk about it, and settling that later.

use serde_json::{Map, Value, json};

use super::conflict::Conflict;
use super::entry::Entry;
use super::fingerprint::signs;
use crate::model::order;
use crate::session::{Authorship, Change, CountsAs, DiscussionId, FromFile, List, Session, Timestamp};

/// How many signs the id of a discussion has.
const ID: usize = 12;

/// The record that keeps both sides of a conflict, the same whichever copy is mine.
pub(super) fn kept_apart(conflict: &Conflict, authorship: &Authorship, stamp: &str) -> Map<String, Value> {
    let mut sides = [&conflict.mine, &conflict.theirs];
    order::by(&mut sides, |one, other| one.standing(other));
    let id = signs(&[b"discussion", conflict.mine.list().as_bytes(), conflict.mine.key().as_bytes()], ID).to_lowercase();
    let mut record = Map::new();
    record.insert("on".to_owned(), id.into());
    let sides: Vec<Value> = sides.into_iter().map(|side| Value::Object(side.record.clone())).collect();
    record.insert("value".to_owned(), json!({ "list": conflict.mine.list(), "sides": sides }));
    record.extend(authorship.by.as_ref().map(|by| ("by".to_owned(), Value::from(by.as_str()))));
    record.insert("at".to_owned(), Value::from(authorship.at.to_string()));
    record.insert("stamp".to_owned(), Value::from(stamp));
    record
}

/// What is to be talked about: for each discussion its sides, the one that stood when it was kept last.
#[must_use]
pub fn discussions(session: &Session) -> Vec<(DiscussionId, Vec<Entry>)> {
    let open = session.discussions.iter().filter_map(|(id, fact)| Some((id, fact.value()?)));
    let read = open.map(|(id, discussion)| {
        let entries = discussion.sides.iter().filter_map(|side| Entry::of(&discussion.list, &Value::Object(side.clone())));
        (id.clone(), entries.collect())
    });
    read.collect()
}

/// Whether what an entry says is what counts in a session now: to state it would change nothing.
#[must_use]
pub fn counts_now(entry: &Entry, session: &Session) -> bool {
    let by = Authorship { by: entry.by(), at: Timestamp::UNIX_EPOCH, actor: entry.stamp().actor.clone() };
    restated(entry).is_some_and(|change| session.clone().make(change, &by).is_ok_and(|strokes| strokes.is_empty()))
}

/// The change that states what an entry says; nothing for lists that nobody changes directly, nor for taking back a round: no
/// assessment is without one.
#[must_use]
pub fn restated(entry: &Entry) -> Option<Change> {
    if entry.known_list() == Some(List::Rounds) && entry.value().is_none() {
        return None;
    }
    let list = entry.known_list().filter(|list| *list != List::Discussions && list.counts_as() != CountsAs::Record)?;
    let change = list.change_name()?;
    let field = |name: &str| entry.field(name).cloned().unwrap_or_default();
    let on = match entry.field("round") {
        Some(round) => json!({ "on": field("on"), "round": round, "part": field("part"), "by": field("by") }),
        None => field("on"),
    };
    Change::from_file(json!({ change: [on, field("value")] })).ok()
}
