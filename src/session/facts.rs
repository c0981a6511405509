//! The facts of a list, in the order of what they are about.
//!
//! A list of their own kind and no map of the library: there are nearly thirty lists, each with types of its own, and the code that
//! keeps a tree in shape would be there once for each. That was a tenth of all that the first answer waits for. Facts are only ever
//! added, mostly in their order; hardly one is taken out again, as what is withdrawn is a fact, too.

use std::ops::RangeFrom;

use super::{Fact, Place, RoundId};
use crate::model::order;

/// Facts by what they are about. Each lies by itself, so that there is little to move where one comes between others.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::vec_box, reason = "what is moved when one comes between others is small")]
pub struct Facts<K, V>(Vec<Box<(K, Fact<V>)>>);

impl<K, V> Default for Facts<K, V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K, V> Facts<K, V> {
    /// No facts.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// How many there are, those that withdraw something among them.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing was ever said.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them, in their order.
    #[must_use]
    pub fn iter(&self) -> Iter<'_, K, V> {
        Iter(self.0.iter())
    }

    /// What they are about.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &K> + ExactSizeIterator {
        self.0.iter().map(|fact| &fact.0)
    }

    /// What is said, to alter.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut Fact<V>> {
        self.0.iter_mut().map(|fact| &mut fact.1)
    }

    /// Keeps some of them.
    pub fn retain(&mut self, mut keep: impl FnMut(&K, &Fact<V>) -> bool) {
        self.0.retain(|fact| keep(&fact.0, &fact.1));
    }

    /// What is said.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &Fact<V>> + ExactSizeIterator {
        self.0.iter().map(|fact| &fact.1)
    }
}

impl<K: Ord, V> Facts<K, V> {
    /// Where the fact about something is, or else where it would have to be.
    fn place(&self, on: &K) -> Result<usize, usize> {
        match self.0.last() {
            // As they come from a file, one after the other.
            Some(last) if last.0 >= *on => self.0.binary_search_by(|fact| fact.0.cmp(on)),
            _ => Err(self.0.len()),
        }
    }

    /// The fact about something.
    #[must_use]
    pub fn get(&self, on: &K) -> Option<&Fact<V>> {
        self.0.get(self.place(on).ok()?).map(|fact| &fact.1)
    }

    /// The fact about something, with what it is about.
    #[must_use]
    pub fn get_key_value(&self, on: &K) -> Option<(&K, &Fact<V>)> {
        self.0.get(self.place(on).ok()?).map(|fact| (&fact.0, &fact.1))
    }

    /// The fact about something, to alter.
    pub fn get_mut(&mut self, on: &K) -> Option<&mut Fact<V>> {
        let place = self.place(on).ok()?;
        self.0.get_mut(place).map(|fact| &mut fact.1)
    }

    /// Whether something was said about it, or withdrawn.
    #[must_use]
    pub fn contains_key(&self, on: &K) -> bool {
        self.place(on).is_ok()
    }

    /// Those about something and about all that comes after it.
    #[must_use]
    pub fn range(&self, from: RangeFrom<K>) -> Iter<'_, K, V> {
        let (Ok(place) | Err(place)) = self.place(&from.start);
        Iter(self.0.get(place..).unwrap_or_default().iter())
    }

    /// Those about all that comes before something.
    #[must_use]
    pub fn before(&self, end: &K) -> Iter<'_, K, V> {
        let (Ok(place) | Err(place)) = self.place(end);
        Iter(self.0.get(..place).unwrap_or_default().iter())
    }

    /// Puts a fact there, and gives back the one whose place it takes.
    pub fn insert(&mut self, on: K, fact: Fact<V>) -> Option<Fact<V>> {
        match self.place(&on) {
            Ok(place) => self.0.get_mut(place).map(|there| std::mem::replace(&mut there.1, fact)),
            Err(place) => {
                self.0.insert(place, Box::new((on, fact)));
                None
            }
        }
    }

    /// Takes a fact out: one that only stood beside what was undone. What people withdraw is a fact, too, and stays.
    pub fn remove(&mut self, on: &K) -> Option<Fact<V>> {
        let place = self.place(on).ok()?;
        Some(self.0.remove(place).1)
    }

    /// Whether something comes after all that is here.
    #[must_use]
    pub fn ends_before(&self, on: &K) -> bool {
        self.0.last().is_none_or(|last| last.0 < *on)
    }

    /// Takes in many at once, in whatever order they come: one by one, each would move those that come after it. What stands here already
    /// stays, and of several about the same the first one counts; what the others are about is given back.
    pub fn take_in(&mut self, mut others: Vec<(K, Fact<V>)>) -> Vec<K> {
        order::by(&mut others, |(one, _), (other, _)| one.cmp(other));
        let (mut all, mut left_out) = (Vec::with_capacity(self.len() + others.len()), Vec::new());
        let mut here = std::mem::take(&mut self.0).into_iter().peekable();
        for other in others {
            while let Some(before) = here.next_if(|fact| fact.0 <= other.0) {
                all.push(before);
            }
            match all.last() {
                Some(last) if last.0 == other.0 => left_out.push(other.0),
                _ => all.push(Box::new(other)),
            }
        }
        all.extend(here);
        self.0 = all;
        left_out
    }

    /// Puts a fact there unless there is one; what it is about is given back then.
    ///
    /// # Errors
    /// What it is about.
    pub fn add(&mut self, on: K, fact: Fact<V>) -> Result<(), K> {
        match self.place(&on) {
            Ok(_) => Err(on),
            Err(place) => {
                self.0.insert(place, Box::new((on, fact)));
                Ok(())
            }
        }
    }
}

impl<Id: Ord, V> Facts<Place<Id>, V> {
    /// Those of one round, in their order. However many rounds there are, the others are leapt over.
    #[must_use]
    pub const fn in_round<'a>(&'a self, round: &'a RoundId) -> InRound<'a, Id, V> {
        InRound { facts: self.0.as_slice(), round }
    }
}

/// Facts of one round, one after the other.
pub struct InRound<'a, Id, V> {
    facts: &'a [Placed<Id, V>],
    round: &'a RoundId,
}

type Placed<Id, V> = Box<(Place<Id>, Fact<V>)>;

impl<'a, Id: Ord, V> Iterator for InRound<'a, Id, V> {
    type Item = (&'a Place<Id>, &'a Fact<V>);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let (first, rest) = self.facts.split_first()?;
            let (place, fact) = (&first.0, &first.1);
            // Places sort by what they are about first, then by round.
            if place.round == *self.round {
                self.facts = rest;
                return Some((place, fact));
            }
            let is_before = place.round < *self.round;
            self.facts = leap(rest, |other| other.on == place.on && !(is_before && other.round >= *self.round));
        }
    }
}

/// What is left once all at the beginning is passed over of which something holds: so far twice as far each time, then back to the first.
fn leap<Id, V>(facts: &[Placed<Id, V>], holds: impl Fn(&Place<Id>) -> bool) -> &[Placed<Id, V>] {
    let mut far = 1;
    while facts.get(far - 1).is_some_and(|fact| holds(&fact.0)) {
        far *= 2;
    }
    let near = facts.get(..far.min(facts.len())).unwrap_or_default();
    facts.get(near.partition_point(|fact| holds(&fact.0))..).unwrap_or_default()
}

/// Facts, one after the other.
#[derive(Clone, Debug)]
pub struct Iter<'a, K, V>(std::slice::Iter<'a, Box<(K, Fact<V>)>>);

impl<'a, K, V> Iterator for Iter<'a, K, V> {
    type Item = (&'a K, &'a Fact<V>);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|fact| (&fact.0, &fact.1))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl<K, V> DoubleEndedIterator for Iter<'_, K, V> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.0.next_back().map(|fact| (&fact.0, &fact.1))
    }
}

impl<K, V> ExactSizeIterator for Iter<'_, K, V> {}

impl<'a, K, V> IntoIterator for &'a Facts<K, V> {
    type Item = (&'a K, &'a Fact<V>);
    type IntoIter = Iter<'a, K, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<K, V> IntoIterator for Facts<K, V> {
    type Item = (K, Fact<V>);
    type IntoIter = std::iter::Map<std::vec::IntoIter<Box<(K, Fact<V>)>>, fn(Box<(K, Fact<V>)>) -> (K, Fact<V>)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter().map(|fact| *fact)
    }
}
