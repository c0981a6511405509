//! Carrying over what was said about the questions of older editions.
//!
//! What was said stays where it was said: nothing of it is altered or written anew. What follows from it for the questions of the
//! present edition stands beside it, in memory only, and only where nothing was said about the present question itself. It depends
//! on nothing but what was said and on the model, so that copies that know different editions merge as if there were but one.

use std::borrow::Cow;

use super::{Fact, FactValue, Facts, Key, Session};
use crate::model::{Became, EditionChanges, ItemChange, Model};

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
    let mut found: Vec<(K, Fact<V>)> = Vec::new();
    for change in &changes.items {
        let here = facts.iter().filter(|(key, fact)| key.id() == change.id.as_str() && fact.value().is_some());
        for (key, fact) in here {
            let holds = match change.became {
                Became::Renamed => true,
                Became::Split => fact.value().is_some_and(V::holds_for_each),
                Became::Merged => is_said_of_all(facts, changes, change, key, fact),
                Became::Changed | Became::Removed | Became::New => false,
            };
            let moved = change.to.iter().filter(|_| holds).filter_map(|to| key.moved(to));
            found.extend(moved.map(|key| (key, Fact { carried: true, ..fact.clone() })));
        }
    }
    for (key, fact) in found {
        // What was said about the present question itself stands, also where it was withdrawn.
        facts.entry(key).or_insert(fact);
    }
}

/// Whether the same is said of all that was merged with something.
fn is_said_of_all<K: Key, V: FactValue>(
    facts: &Facts<K, V>,
    changes: &EditionChanges,
    merged: &ItemChange,
    key: &K,
    fact: &Fact<V>,
) -> bool {
    let others = changes.items.iter().filter(|other| other.became == Became::Merged && other.to == merged.to);
    others.map(|other| key.moved(&other.id).and_then(|key| facts.get(&key))).all(|other| {
        let value = other.and_then(Fact::value);
        value.is_some() && value == fact.value()
    })
}
