//! What became of the questions of older editions, wherever that is told: in a model, or in the profiles laid over it.

use std::collections::BTreeSet;

use super::model_index::EditionIndex;
use super::{Became, Edition, EditionChanges, ItemChange, ItemId, Model, Profile, Questionnaire, Text, order};

/// What one file tells, the oldest edition first, with where each change stands in it.
#[derive(Clone, Copy)]
pub(super) struct History<'a> {
    pub(super) changes: &'a [EditionChanges],
    pub(super) index: &'a [EditionIndex],
}

impl<'a> History<'a> {
    /// What became of an id of an older edition; empty when it is no longer asked, or was never changed.
    fn became(self, id: &str) -> Vec<&'a ItemId> {
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
    fn later(self, id: &'a ItemId, from: usize) -> Vec<&'a ItemId> {
        let mut found = (from..self.changes.len()).filter_map(|edition| Some((edition, self.change_of(edition, id.as_str())?)));
        match found.next() {
            None => vec![id],
            Some((edition, change)) => change.to.iter().flat_map(|to| self.later(to, edition + 1)).collect(),
        }
    }

    /// What an edition, by its place among those that changed something, made of an id of an older one.
    fn change_of(self, edition: usize, id: &str) -> Option<&'a ItemChange> {
        let place = self.index.get(edition)?.changed.get(id)?;
        self.changes.get(edition)?.items.get(*place)
    }

    /// All that was made of an id, the oldest edition first.
    fn changes_of(self, id: &str) -> impl DoubleEndedIterator<Item = &'a ItemChange> {
        (0..self.changes.len()).filter_map(move |edition| self.change_of(edition, id))
    }

    fn is_removed(self, id: &str) -> bool {
        self.changes_of(id).any(|change| change.became == Became::Removed)
    }

    /// The last that it said, as far as the file knows it.
    fn was(self, id: &str) -> Option<&'a Text> {
        self.changes_of(id).rev().find_map(|change| change.was.as_ref())
    }

    /// The changes that led to these ids, the latest first; the ids that they were of are wanted from then on.
    fn formers<'i>(self, wanted: &mut Vec<&'i str>) -> Vec<(&'a Edition, &'a ItemChange)>
    where
        'a: 'i,
    {
        let mut found = Vec::new();
        for (changes, index) in self.changes.iter().zip(self.index).rev() {
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

/// What tells what became of older questions.
pub trait Editions {
    /// The changes, in the order in which what was said follows them.
    fn edition_changes(&self) -> impl Iterator<Item = &EditionChanges>;
}

impl Editions for Model {
    fn edition_changes(&self) -> impl Iterator<Item = &EditionChanges> {
        self.changes.iter()
    }
}

impl Editions for Questionnaire {
    fn edition_changes(&self) -> impl Iterator<Item = &EditionChanges> {
        // What a profile asked may have become a question of the model, which a later edition of that changed.
        self.profiles().iter().flat_map(|profile| &profile.changes).chain(&self.model().changes)
    }
}

impl Model {
    fn history(&self) -> History<'_> {
        History { changes: &self.changes, index: self.index().editions() }
    }

    /// What became of a practice or indicator of an older edition, in the present one; empty when it is no longer asked, or was
    /// never changed.
    #[must_use]
    pub fn became(&self, id: &str) -> Vec<&ItemId> {
        self.history().became(id)
    }

    /// Whether an id is no longer asked since some edition.
    #[must_use]
    pub fn is_removed(&self, id: &str) -> bool {
        self.history().is_removed(id)
    }

    /// What an id of an older edition said, the last that the model itself knows of it.
    #[must_use]
    pub fn was(&self, id: &str) -> Option<&Text> {
        self.history().was(id)
    }

    /// Whether some edition made something else of an id.
    #[must_use]
    pub fn is_changed(&self, id: &str) -> bool {
        self.history().changes_of(id).next().is_some()
    }

    /// The changes that led to a practice or indicator as it is now, the latest first.
    #[must_use]
    pub fn formers(&self, id: &str) -> Vec<(&Edition, &ItemChange)> {
        self.history().formers(&mut vec![id])
    }
}

impl Questionnaire {
    fn histories(&self) -> impl Iterator<Item = History<'_>> {
        self.profiles().iter().map(|profile| profile.history()).chain([self.model().history()])
    }

    /// Whether it is told anywhere what became of older questions.
    #[must_use]
    pub fn has_changes(&self) -> bool {
        self.edition_changes().next().is_some()
    }

    /// What became of a practice or indicator of an older edition of the model or of a profile; empty when it is no longer asked, or was
    /// never changed.
    #[must_use]
    pub fn became(&self, id: &str) -> Vec<&ItemId> {
        let mut now: Vec<&ItemId> = Vec::new();
        let of_profiles = self.profiles().iter().flat_map(|profile| profile.history().became(id));
        let of_profiles = of_profiles
            .flat_map(|to| if self.model().is_changed(to.as_str()) { self.model().became(to.as_str()) } else { vec![to] });
        for to in of_profiles.chain(self.model().became(id)) {
            // Several profiles may ask the same.
            if !now.contains(&to) {
                now.push(to);
            }
        }
        now
    }

    /// Whether an id is no longer asked since some edition.
    #[must_use]
    pub fn is_removed(&self, id: &str) -> bool {
        self.histories().any(|history| history.is_removed(id))
    }

    /// What an id of an older edition said, the last that model and profiles know of it.
    pub(super) fn was_told(&self, id: &str) -> Option<&Text> {
        self.histories().find_map(|history| history.was(id))
    }

    /// The changes that led to a practice or indicator as it is now, the latest first.
    #[must_use]
    pub fn formers(&self, id: &str) -> Vec<(&Edition, &ItemChange)> {
        let mut wanted = vec![id];
        let mut found = self.model().history().formers(&mut wanted);
        for profile in self.profiles() {
            for (edition, change) in profile.history().formers(&mut wanted) {
                if found.iter().all(|(_, there)| there.id != change.id) {
                    found.push((edition, change));
                }
            }
        }
        found
    }
}

impl Profile {
    fn history(&self) -> History<'_> {
        let index = self.index.get_or(|| self.changes.iter().map(EditionIndex::of).collect());
        History { changes: &self.changes, index }
    }
}
