//! Bringing a member of another file into a file: entry by entry where it is a list of facts.

use super::entry::{Entry, entries, in_one_order};
use serde_json::{Map, Value};
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// An entry of mine, if there is one, and one of theirs about the same thing.
pub(super) type Meeting<'a> = (Option<&'a Entry>, &'a Entry);

/// Brings a member of another file into a file.
pub(super) fn add(file: &mut Map<String, Value>, name: &str, theirs: Value, meet: &mut dyn FnMut(Meeting<'_>)) {
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
