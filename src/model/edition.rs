//! What became of the questions of older editions.
//!
//! An id stands for one meaning, in all editions. Where an edition asks something else, even in the same place, that gets another id,
//! and the list of changes says what became of the old one. So it can always be told what an answer is about, whichever copy of a
//! session it comes from, and which answers still hold under the present edition.

use std::collections::BTreeSet;

use super::{Edition, Model, Text, new_id, order};

new_id!(
    /// A practice or indicator of the present edition or an older one.
    ItemId
);

/// What an edition changed.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct EditionChanges {
    /// The edition that made the changes.
    pub edition: Edition,
    /// What became of each practice or indicator that it changed.
    pub items: Vec<ItemChange>,
}

/// What became of one practice or indicator.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct ItemChange {
    /// Its id: up to then or, where it is new, from then on.
    pub id: ItemId,
    /// What became of it.
    pub became: Became,
    /// Its ids from then on.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub to: Vec<ItemId>,
    /// What it said up to then; it may stand in the file of changes beside the model instead.
    pub was: Option<Text>,
    /// Why it was changed, or what means something else now; it may stand there as well.
    pub why: Option<Text>,
}

/// What an edition made of a practice or indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(rename_all = "snake_case"))]
pub enum Became {
    /// The same under another id: all that was said about it holds.
    Renamed,
    /// Several that together say what it said.
    Split,
    /// One that says what it and others said together.
    Merged,
    /// Something else: it is asked again.
    Changed,
    /// Nothing: it is no longer asked.
    Removed,
    /// It was not there before.
    New,
}

impl Became {
    /// All, each with its name in files.
    pub(super) const WORDS: [(&str, Self); 6] = [
        ("renamed", Self::Renamed),
        ("split", Self::Split),
        ("merged", Self::Merged),
        ("changed", Self::Changed),
        ("removed", Self::Removed),
        ("new", Self::New),
    ];
}

impl Model {
    /// What became of a practice or indicator of an older edition, in the present one; empty when it is no longer asked, or was
    /// never changed.
    #[must_use]
    pub fn became(&self, id: &str) -> Vec<&ItemId> {
        let mut now: Vec<&ItemId> = Vec::new();
        for edition in 0..self.changes.len() {
            let Some(change) = self.change_of(edition, id) else { continue };
            for to in &change.to {
                now.extend(self.later(to, edition + 1));
            }
        }
        now
    }

    /// What became of an id in the editions from this one on: itself, where none changed it.
    fn later<'a>(&'a self, id: &'a ItemId, from: usize) -> Vec<&'a ItemId> {
        let mut found = (from..self.changes.len()).filter_map(|edition| Some((edition, self.change_of(edition, id.as_str())?)));
        match found.next() {
            None => vec![id],
            Some((edition, change)) => change.to.iter().flat_map(|to| self.later(to, edition + 1)).collect(),
        }
    }

    /// What an edition, by its place among those that changed something, made of an id of an older one.
    fn change_of(&self, edition: usize, id: &str) -> Option<&ItemChange> {
        let place = self.index().editions().get(edition)?.changed.get(id)?;
        self.changes.get(edition)?.items.get(*place)
    }

    /// Whether an id is no longer asked since some edition.
    #[must_use]
    pub fn is_removed(&self, id: &str) -> bool {
        (0..self.changes.len()).any(|edition| self.change_of(edition, id).is_some_and(|it| it.became == Became::Removed))
    }

    /// What an id of an older edition said, the last that the model itself knows of it.
    #[must_use]
    pub fn was(&self, id: &str) -> Option<&Text> {
        (0..self.changes.len()).rev().find_map(|edition| self.change_of(edition, id)?.was.as_ref())
    }

    /// Whether some edition made something else of an id.
    #[must_use]
    pub fn is_changed(&self, id: &str) -> bool {
        (0..self.changes.len()).any(|edition| self.change_of(edition, id).is_some())
    }

    /// The changes that led to a practice or indicator as it is now, the latest first.
    #[must_use]
    pub fn formers(&self, id: &str) -> Vec<(&Edition, &ItemChange)> {
        let mut wanted = vec![id];
        let mut found = Vec::new();
        for (changes, index) in self.changes.iter().zip(self.index().editions()).rev() {
            // What one edition names, another one changed: nothing leads on within one.
            let places: BTreeSet<usize> = order::set(wanted.iter().filter_map(|id| index.led_to.get(*id)).flatten().copied());
            for change in places.into_iter().filter_map(|place| changes.items.get(place)) {
                wanted.push(change.id.as_str());
                found.push((&changes.edition, change));
            }
        }
        found
    }
}
