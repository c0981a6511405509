//! Where everything of a model stands, so that an id leads to its thing without looking through all of them: who asks for each of
//! them in turn would look through all of them for each.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::asked_index::{AskedWhere, Written};
use super::{Became, EditionChanges, Group, GroupId, IndicatorId, Level, Practice, PracticeId};

/// Where everything of a model stands.
#[derive(Debug, Default)]
pub(super) struct ModelIndex {
    /// For each practice, in the model's order, the groups that lead there and its place in the last of them.
    paths: Vec<Vec<usize>>,
    practices: BTreeMap<PracticeId, usize>,
    groups: BTreeMap<GroupId, Vec<usize>>,
    indicators: BTreeMap<IndicatorId, AskedWhere>,
    /// For each edition that changed something, the oldest first.
    editions: Vec<EditionIndex>,
}

/// Where the changes of an edition stand.
#[derive(Debug, Default)]
pub(super) struct EditionIndex {
    /// What was changed, by its id up to then.
    pub(super) changed: BTreeMap<String, usize>,
    /// What led to an id from then on, in the order of the file.
    pub(super) led_to: BTreeMap<String, Vec<usize>>,
}

impl ModelIndex {
    /// Looks through everything once.
    pub(super) fn of(groups: &[Group], changes: &[EditionChanges]) -> Self {
        let mut index = Self { editions: changes.iter().map(EditionIndex::of).collect(), ..Self::default() };
        index.add_groups(groups, &[]);
        for (number, path) in index.paths.iter().enumerate() {
            let Some(practice) = practice_at(groups, path) else { continue };
            index.practices.entry(practice.id.clone()).or_insert(number);
            for guide in practice.levels.iter().filter(|guide| guide.level != Level::NONE) {
                for (place, indicator) in guide.indicators.iter().enumerate() {
                    let asked = AskedWhere { practice: number, level: guide.level, written: Written::Model(place) };
                    index.indicators.entry(indicator.id.clone()).or_insert(asked);
                }
            }
        }
        index
    }

    /// The paths to all practices, in the order of [`Group::all_practices`], and to all groups.
    fn add_groups(&mut self, groups: &[Group], above: &[usize]) {
        for (number, group) in groups.iter().enumerate() {
            let here = [above, &[number]].concat();
            self.add_groups(&group.groups, &here);
            self.paths.extend((0..group.practices.len()).map(|practice| [here.as_slice(), &[practice]].concat()));
            self.groups.entry(group.id.clone()).or_insert(here);
        }
    }

    /// The place of a practice in the model's order.
    pub(super) fn number_of(&self, practice: &PracticeId) -> Option<usize> {
        self.practices.get(practice).copied()
    }

    /// The groups that lead to the practice at a place in the model's order, and its place in the last of them.
    pub(super) fn path(&self, number: usize) -> Option<&[usize]> {
        self.paths.get(number).map(Vec::as_slice)
    }

    /// The groups that lead to a group, and to it.
    pub(super) fn path_to_group(&self, group: &GroupId) -> Option<&[usize]> {
        self.groups.get(group).map(Vec::as_slice)
    }

    /// Where an indicator of the model is asked.
    pub(super) fn indicator(&self, id: &IndicatorId) -> Option<AskedWhere> {
        self.indicators.get(id).copied()
    }

    /// Where the changes of each edition stand, the oldest first.
    pub(super) fn editions(&self) -> &[EditionIndex] {
        &self.editions
    }
}

impl EditionIndex {
    pub(super) fn of(changes: &EditionChanges) -> Self {
        let mut index = Self::default();
        for (place, change) in changes.items.iter().enumerate() {
            if change.became != Became::New {
                index.changed.entry(change.id.to_string()).or_insert(place);
            }
            for to in &change.to {
                index.led_to.entry(to.to_string()).or_default().push(place);
            }
        }
        index
    }
}

/// The practice that a path leads to.
pub(super) fn practice_at<'a>(groups: &'a [Group], path: &[usize]) -> Option<&'a Practice> {
    let (practice, path) = path.split_last()?;
    let (group, above) = path.split_last()?;
    let inside = above.iter().try_fold(groups, |inside, number| Some(inside.get(*number)?.groups.as_slice()))?;
    inside.get(*group)?.practices.get(*practice)
}

/// The groups along a path, the outermost first.
pub(super) fn groups_along<'a>(groups: &'a [Group], path: &[usize]) -> Vec<&'a Group> {
    let mut inside = groups;
    let mut along = Vec::with_capacity(path.len());
    for number in path {
        let Some(group) = inside.get(*number) else { break };
        along.push(group);
        inside = &group.groups;
    }
    along
}

/// What is looked up where: made when it is first needed. It follows from what it belongs to: it makes no difference between two of
/// them, and a copy makes its own.
#[derive(Debug)]
pub(crate) struct WhenNeeded<T>(OnceLock<T>);

impl<T> WhenNeeded<T> {
    pub(crate) fn get_or(&self, make: impl FnOnce() -> T) -> &T {
        self.0.get_or_init(make)
    }
}

impl<T> Default for WhenNeeded<T> {
    fn default() -> Self {
        Self(OnceLock::new())
    }
}

impl<T> Clone for WhenNeeded<T> {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl<T> PartialEq for WhenNeeded<T> {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl<T> Eq for WhenNeeded<T> {}
