//! Bringing a member of another file into a file: entry by entry where it is a list of facts.

use super::entry::{Entry, entries, in_one_order};
use crate::session::SessionId;
use serde_json::{Map, Value};
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry as Slot;

/// An entry of mine, if there is one, and one of theirs about the same thing.
pub(super) type Meeting<'a> = (Option<&'a Entry>, &'a Entry);

/// Brings a member of another file of a session into a file of it.
pub(super) fn add(
    file: &mut Map<String, Value>,
    name: &str,
    theirs: Value,
    session: &SessionId,
    meet: &mut dyn FnMut(Meeting<'_>),
) {
    let mine = file.get_mut(name).map_or_else(|| Value::Array(Vec::new()), Value::take);
    file.insert(name.to_owned(), member(name, mine, theirs, session, meet));
}

/// Brings single records into lists of a file, as if each came alone and in this order. Each list is read once, however many of its
/// records come.
#[derive(Default)]
pub(super) struct Additions(BTreeMap<String, Vec<Map<String, Value>>>);

impl Additions {
    /// A record that is to come into a list.
    pub(super) fn push(&mut self, list: &str, record: Map<String, Value>) {
        self.0.entry(list.to_owned()).or_default().push(record);
    }

    /// Brings the records in.
    pub(super) fn add_to(self, file: &mut Map<String, Value>) {
        for (name, records) in self.0 {
            let there = file.get_mut(&name).map_or_else(|| Value::Array(Vec::new()), Value::take);
            let list = match entries(&name, &there) {
                Some(mine) => list(mine, records.into_iter().filter_map(|record| Entry::of_record(&name, record)), &mut |_| {}),
                None => there,
            };
            file.insert(name, list);
        }
    }
}

/// Brings a member of their file into mine. Where it is no list of entries, the greater one stands: there is no telling which is
/// newer, but it is everywhere the same.
fn member(name: &str, mine: Value, theirs: Value, session: &SessionId, meet: &mut dyn FnMut(Meeting<'_>)) -> Value {
    if mine == theirs {
        return mine;
    }
    match (entries(name, &mine), entries(name, &theirs)) {
        (Some(mut mine), Some(mut theirs)) => {
            mine.values_mut().chain(theirs.values_mut()).for_each(|entry| entry.look_at_sign_off(session));
            list(mine, theirs.into_values(), meet)
        }
        (Some(_), None) => theirs,
        (None, Some(_)) => mine,
        (None, None) if in_one_order(&mine) < in_one_order(&theirs) => theirs,
        (None, None) => mine,
    }
}

fn list(mut mine: BTreeMap<String, Entry>, theirs: impl Iterator<Item = Entry>, meet: &mut dyn FnMut(Meeting<'_>)) -> Value {
    for entry in theirs {
        match mine.entry(entry.key()) {
            Slot::Vacant(slot) => {
                meet((None, &entry));
                slot.insert(entry);
            }
            Slot::Occupied(mut slot) => {
                meet((Some(slot.get()), &entry));
                if entry.standing(slot.get()) == Ordering::Greater {
                    slot.insert(entry);
                }
            }
        }
    }
    Value::Array(mine.into_values().map(|entry| Value::Object(entry.record)).collect())
}
