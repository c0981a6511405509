//! What is said, by what it is about: first the item of the model, then the whole system or a part of it. Every rule goes
//! through all items, and for each of them through the parts, so an item is looked up once.

use std::collections::HashMap;
use std::hash::Hash;

use crate::session::PartId;

/// Values by what they are about.
pub(super) struct ByItem<Id, V>(HashMap<Id, OfItem<V>>);

/// What is said about one item, for the whole system and for the parts in which it differs.
pub(super) struct OfItem<V> {
    whole: Option<V>,
    /// In the order of their ids.
    parts: Vec<(PartId, V)>,
}

impl<Id, V> ByItem<Id, V> {
    /// Nothing yet, with room for what so many facts say.
    pub(super) fn with_room_for(facts: usize) -> Self {
        Self(HashMap::with_capacity(facts))
    }
}

impl<V> Default for OfItem<V> {
    fn default() -> Self {
        Self { whole: None, parts: Vec::new() }
    }
}

impl<Id: Hash + Eq + Clone, V: Copy> ByItem<Id, V> {
    /// Everything said about an item.
    pub(super) fn about(&self, item: &Id) -> Option<&OfItem<V>> {
        self.0.get(item)
    }

    /// What is said about an item, for the whole system or, falling back to the whole, for a part of it.
    pub(super) fn of(&self, item: &Id, part: Option<&PartId>) -> Option<V> {
        self.about(item)?.of(part)
    }

    /// Adds what is said, `both` together with what is there already.
    pub(super) fn add(&mut self, item: &Id, part: Option<&PartId>, value: V, both: impl FnOnce(V, V) -> V) {
        // An id is copied once, however much is said about it.
        if let Some(about) = self.0.get_mut(item) {
            about.add(part, value, both);
        } else {
            let mut about = OfItem::default();
            about.add(part, value, both);
            self.0.insert(item.clone(), about);
        }
    }
}

impl<V: Copy> OfItem<V> {
    /// Adds what is said about the item, `both` together with what is there already.
    pub(super) fn add(&mut self, part: Option<&PartId>, value: V, both: impl FnOnce(V, V) -> V) {
        let Some(part) = part else {
            self.whole = Some(self.whole.map_or(value, |there| both(there, value)));
            return;
        };
        match self.place_of(part) {
            Ok(place) => {
                if let Some((_, there)) = self.parts.get_mut(place) {
                    *there = both(*there, value);
                }
            }
            // What is said comes in the order of the parts, so this is the end.
            Err(place) => self.parts.insert(place, (part.clone(), value)),
        }
    }

    /// Where a part stands, or would.
    fn place_of(&self, part: &PartId) -> Result<usize, usize> {
        self.parts.binary_search_by(|(at, _)| at.cmp(part))
    }

    /// What is said for the whole system or for a part of it, without falling back to the whole.
    pub(super) fn exactly(&self, part: Option<&PartId>) -> Option<V> {
        match part {
            None => self.whole,
            Some(part) => self.place_of(part).ok().and_then(|place| self.parts.get(place)).map(|(_, value)| *value),
        }
    }

    /// What is said for the whole system or, falling back to the whole, for a part of it.
    pub(super) fn of(&self, part: Option<&PartId>) -> Option<V> {
        self.exactly(part).or(self.whole)
    }

    /// Whether something is said on its own about any of these parts for which that counts. They are in the order of their ids.
    pub(super) fn differs_in(&self, parts: &[PartId], counts: impl Fn(&PartId) -> bool) -> bool {
        self.parts.iter().any(|(part, _)| parts.binary_search(part).is_ok() && counts(part))
    }
}
