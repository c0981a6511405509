//! What somebody saw of a session when they looked at it last, and what changed since.
//!
//! Kept is a mark of each thing that was said and none of its words: of what it is about, and of what was said about it. When and on
//! which machine it was said is no part of it, so what was taken back and said again is no change; what was merged, saved in another
//! tab or undone since shows, whoever did it.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};
use serde_json::Value;

use super::entry::{Entry, in_one_order, is_for_the_record};
use super::merged::Taken;
use super::session_file::members;
use super::{Contribution, contributions};
use crate::model::order;
use crate::session::{Expected, FromFile, Misread, Session};

/// A mark: two different things have the same one about once in four thousand million times.
type Mark = u32;

/// So many letters write a mark.
const LETTERS: usize = 8;

/// What a session said when somebody looked at it, as marks: per list of its what each entry is about, with what it says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look(BTreeMap<String, BTreeMap<Mark, Mark>>);

/// What changed since a look.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SinceLook {
    /// What was said anew, otherwise or withdrawn, by whom.
    pub by: Vec<Contribution>,
    /// How much is no longer there, as it was never said: a merge was undone, or an older state put back. Nobody is named for that.
    pub gone: usize,
}

impl SinceLook {
    /// Whether nothing changed.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        self.by.is_empty() && self.gone == 0
    }
}

impl Look {
    /// What a session says now.
    #[must_use]
    pub fn at(session: &Session) -> Self {
        let mut lists: BTreeMap<String, BTreeMap<Mark, Mark>> = BTreeMap::new();
        for entry in entries(session) {
            if let Some(value) = entry.value() {
                let (about, says) = (mark(&entry.key()), mark(&in_one_order(value)));
                lists.entry(entry.list().to_owned()).or_default().insert(about, says);
            }
        }
        Self(lists)
    }

    /// What changed in the session since.
    #[must_use]
    pub fn since(&self, session: &Session) -> SinceLook {
        let (mut changed, mut there) = (Vec::new(), 0);
        for entry in entries(session) {
            let before = self.0.get(entry.list()).and_then(|list| list.get(&mark(&entry.key()))).copied();
            there += usize::from(before.is_some());
            if before != entry.value().map(|value| mark(&in_one_order(value))) {
                changed.push(Taken { is_new: before.is_none(), entry, former: None });
            }
        }
        let then: usize = self.0.values().map(BTreeMap::len).sum();
        SinceLook { by: contributions(&changed), gone: then.saturating_sub(there) }
    }
}

/// Everything that is said in a session and that people hear of when copies meet.
fn entries(session: &Session) -> impl Iterator<Item = Entry> {
    let lists = members(session).unwrap_or_default().into_iter().filter(|(name, _)| !is_for_the_record(name));
    lists.flat_map(|(name, list)| {
        let Value::Array(records) = list else { return Vec::new() };
        records.iter().filter_map(|record| Entry::of(&name, record)).collect()
    })
}

fn mark(words: &str) -> Mark {
    crc32fast::hash(words.as_bytes())
}

impl Serialize for Look {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let words =
            |list: &BTreeMap<Mark, Mark>| list.iter().map(|(about, says)| format!("{about:08x}{says:08x}")).collect::<String>();
        serializer.collect_map(self.0.iter().map(|(name, list)| (name, words(list))))
    }
}

impl FromFile for Look {
    fn from_file(value: Value) -> Result<Self, Misread> {
        let lists = BTreeMap::<String, String>::from_file(value)?.into_iter();
        let read = lists.map(|(name, marks)| Some((name, read_marks(&marks)?))).collect::<Option<Vec<_>>>();
        read.map(|lists| Self(order::map(lists))).ok_or_else(|| Misread::not_a(Expected::Text))
    }
}

/// The marks of a list.
fn read_marks(words: &str) -> Option<BTreeMap<Mark, Mark>> {
    let one = |at: usize| Mark::from_str_radix(words.get(at..at + LETTERS)?, 16).ok();
    let pairs = (0..words.len()).step_by(2 * LETTERS).map(|at| Some((one(at)?, one(at + LETTERS)?)));
    pairs.collect::<Option<Vec<_>>>().map(order::map)
}
