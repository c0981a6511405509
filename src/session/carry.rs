//! Carrying over what was said about the questions of older editions.
//!
//! What was said stays where it was said: nothing of it is altered or written anew. What follows from it for the questions of the
//! present edition stands beside it, in memory only, and only where nothing was said about the present question itself. It depends
//! on nothing but what was said and on the model, so that copies that know different editions merge as if there were but one.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use super::{Fact, FactValue, Facts, Key, Session};
use crate::model::{Became, EditionChanges, ItemChange, ItemId, Model};

impl Session {
    /// The session with what follows from older editions ([`Self::carry_over`]).
    #[must_use]
    pub fn carried_over(&self, model: &Model) -> Cow<'_, Self> {
        let mut session = Cow::Borrowed(self);
        if !model.changes.is_empty() {
            session.to_mut().carry_over(model);
        }
        session
    }

    /// States what follows for the questions of the present edition from what was said about those of older ones:
    ///
    /// - what was **renamed** has all that was said about it;
    /// - what was **split** has it in every part, unless it was answered with *partly* or *not met*: nobody said which part that was;
    /// - what was **merged** has what was said the same about all of it;
    /// - what was **changed** in meaning has nothing and is asked again.
    ///
    /// Where the model tells of no older editions, nothing changes.
    pub fn carry_over(&mut self, model: &Model) {
        if !model.changes.is_empty() {
            self.follow_editions(model);
        }
    }
}

/// States what follows from the changes of all editions.
pub(super) fn follow_all<K: Key, V: FactValue>(facts: &mut Facts<K, V>, model: &Model) {
    facts.retain(|_, fact| !fact.carried);
    if !facts.is_empty() {
        model.changes.iter().for_each(|changes| follow(facts, changes));
    }
}

/// States what follows from the changes of one edition.
fn follow<K: Key, V: FactValue>(facts: &mut Facts<K, V>, changes: &EditionChanges) {
    let by_id = changes_by_id(changes);
    let mut merged = Merged { of: merged_into(changes), is_same: BTreeMap::new() };
    // In the order of the changes, then of what was said: of two that lead to the same question, the first one counts.
    let mut found: Vec<(usize, K, Fact<V>)> = Vec::new();
    for (key, fact) in facts.iter().filter(|(_, fact)| fact.value().is_some()) {
        for (place, change) in by_id.get(key.id()).into_iter().flatten() {
            let holds = match change.became {
                Became::Renamed => true,
                Became::Split => fact.value().is_some_and(V::holds_for_each),
                Became::Merged => merged.is_said_of_all(facts, change, key),
                Became::Changed | Became::Removed | Became::New => false,
            };
            let moved = change.to.iter().filter(|_| holds).filter_map(|to| key.moved(to));
            found.extend(moved.map(|key| (*place, key, Fact { carried: true, ..fact.clone() })));
        }
    }
    found.sort_by_key(|(place, ..)| *place);
    for (_, key, fact) in found {
        // What was said about the present question itself stands, also where it was withdrawn.
        facts.entry(key).or_insert(fact);
    }
}

/// The changes by the id that they are of, each with its place.
fn changes_by_id(changes: &EditionChanges) -> HashMap<&str, Vec<(usize, &ItemChange)>> {
    let mut by_id: HashMap<&str, Vec<(usize, &ItemChange)>> = HashMap::new();
    for (place, change) in changes.items.iter().enumerate() {
        by_id.entry(change.id.as_str()).or_default().push((place, change));
    }
    by_id
}

/// What was merged, by what it became.
fn merged_into(changes: &EditionChanges) -> BTreeMap<&[ItemId], Vec<&ItemId>> {
    let mut of: BTreeMap<&[ItemId], Vec<&ItemId>> = BTreeMap::new();
    for change in changes.items.iter().filter(|change| change.became == Became::Merged) {
        of.entry(&change.to).or_default().push(&change.id);
    }
    of
}

/// What was merged, and what is known already of what was said about it.
struct Merged<'c, K> {
    of: BTreeMap<&'c [ItemId], Vec<&'c ItemId>>,
    /// Whether the same is said of all of it, by the first of its keys: many that became one are looked through once.
    is_same: BTreeMap<(&'c [ItemId], K), bool>,
}

impl<'c, K: Key> Merged<'c, K> {
    /// Whether the same is said of all that was merged with something.
    fn is_said_of_all<V: FactValue>(&mut self, facts: &Facts<K, V>, change: &'c ItemChange, key: &K) -> bool {
        let all = self.of.get(change.to.as_slice()).map(Vec::as_slice).unwrap_or_default();
        let Some(first) = all.first().and_then(|first| key.moved(first)) else { return false };
        let is_same = || {
            let value = facts.get(&first).and_then(Fact::value);
            let said = |id: &&ItemId| key.moved(id).and_then(|key| facts.get(&key)).and_then(Fact::value);
            value.is_some() && all.iter().all(|id| said(id) == value)
        };
        *self.is_same.entry((&change.to, first.clone())).or_insert_with(is_same)
    }
}
