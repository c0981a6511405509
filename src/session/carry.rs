//! Carrying over what was said about the questions of older editions.
//!
//! What was said stays where it was said: nothing of it is altered or written anew. What follows from it for the questions of the
//! present edition stands beside it, in memory only, and only where nothing was said about the present question itself. It depends
//! on nothing but what was said and on the model, so that copies that know different editions merge as if there were but one.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use super::{Fact, FactValue, Facts, Key, Session};
use crate::model::{Became, EditionChanges, Editions, ItemId, order};

impl Session {
    /// The session with what follows from older editions ([`Self::carry_over`]).
    #[must_use]
    pub fn carried_over(&self, told_by: &impl Editions) -> Cow<'_, Self> {
        let mut session = Cow::Borrowed(self);
        if told_by.edition_changes().next().is_some() {
            session.to_mut().carry_over(told_by);
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
    /// Where nothing is told of older editions, nothing changes.
    pub fn carry_over(&mut self, told_by: &impl Editions) {
        let editions = leads(told_by);
        if !editions.is_empty() {
            self.follow_editions(&editions);
        }
    }
}

/// States what follows from the changes of all editions.
pub(super) fn follow_all<K: Key, V: FactValue>(facts: &mut Facts<K, V>, editions: &[Leads<'_>]) {
    facts.retain(|_, fact| !fact.carried);
    if !facts.is_empty() {
        editions.iter().for_each(|leads| follow(facts, leads));
    }
}

/// States what follows from the changes of one edition.
fn follow<K: Key, V: FactValue>(facts: &mut Facts<K, V>, leads: &Leads<'_>) {
    // In the order of the changes, then of what was said: of two that lead to the same question, the first one counts.
    let mut found: Vec<(usize, K, Fact<V>)> = Vec::new();
    for (key, fact) in facts.iter().filter(|(_, fact)| fact.value().is_some()) {
        for lead in leads.get(key.id()).into_iter().flatten() {
            let said = |id: &ItemId| key.moved(id).and_then(|key| facts.get(&key)).and_then(Fact::value);
            let holds = match &lead.holds {
                Holds::Always => true,
                Holds::ForEach => fact.value().is_some_and(V::holds_for_each),
                Holds::SaidOfAll(all) => all.iter().all(|id| said(id) == fact.value()),
            };
            let moved = lead.to.iter().filter(|_| holds).filter_map(|to| key.moved(to));
            found.extend(moved.map(|key| (lead.place, key, Fact { carried: true, ..fact.clone() })));
        }
    }
    order::by_key(&mut found, |(place, ..)| *place);
    // What was said about the present question itself stands, also where it was withdrawn.
    facts.take_in(found.into_iter().map(|(_, key, fact)| (key, fact)).collect());
}

/// What an edition makes of what was said, by the id that it was said about.
pub(super) type Leads<'m> = HashMap<&'m str, Vec<Lead<'m>>>;

/// To which questions of an edition leads what was said about one of the edition before.
pub(super) struct Lead<'m> {
    /// The place of the change in the edition.
    place: usize,
    to: &'m [ItemId],
    holds: Holds<'m>,
}

/// When what was said holds for what became of the question.
enum Holds<'m> {
    Always,
    /// Where it holds for each of what the question was split into.
    ForEach,
    /// Where the same was said of all that was merged.
    SaidOfAll(Vec<&'m ItemId>),
}

/// What each edition that is told of makes of what was said. The same for all lists, so it is worked out once.
fn leads(told_by: &impl Editions) -> Vec<Leads<'_>> {
    told_by.edition_changes().map(leads_of).collect()
}

fn leads_of(changes: &EditionChanges) -> Leads<'_> {
    let mut leads = Leads::new();
    let merged = merged_into(changes);
    for (place, change) in changes.items.iter().enumerate() {
        let holds = match change.became {
            Became::Renamed => Holds::Always,
            Became::Split => Holds::ForEach,
            // Where the same was said of all, it was said of the first, too: many that became one are looked through once.
            Became::Merged => match merged.get(change.to.as_slice()) {
                Some(all) if all.first() == Some(&&change.id) => Holds::SaidOfAll(all.clone()),
                _ => continue,
            },
            Became::Changed | Became::Removed | Became::New => continue,
        };
        leads.entry(change.id.as_str()).or_default().push(Lead { place, to: &change.to, holds });
    }
    leads
}

/// What was merged, by what it became.
fn merged_into(changes: &EditionChanges) -> BTreeMap<&[ItemId], Vec<&ItemId>> {
    let mut of: BTreeMap<&[ItemId], Vec<&ItemId>> = BTreeMap::new();
    for change in changes.items.iter().filter(|change| change.became == Became::Merged) {
        of.entry(&change.to).or_default().push(&change.id);
    }
    of
}
