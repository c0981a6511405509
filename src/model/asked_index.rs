//! Where everything that is asked stands, so that an id leads to its thing without looking through all of them.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::{ExtraIndicator, Group, IndicatorId, Level, Model, Practice, PracticeId, Profile, order};

/// Where an indicator is written down, in the order in which those of a level are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Written {
    /// At this place among those of its level in the model.
    Model(usize),
    /// In this profile of those laid over the model, at this place in it.
    Profile(usize, usize),
    /// At this place among the people's own.
    Own(usize),
}

/// Where an indicator is asked, in the order of asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct AskedWhere {
    /// The practice, as its place in the model's order.
    pub practice: usize,
    /// At this level.
    pub level: Level,
    /// Where it is written down.
    pub written: Written,
}

/// Where everything that is asked stands.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// For each practice, in the model's order, the groups that lead there and its place in the last of them.
    paths: Vec<Vec<usize>>,
    practices: BTreeMap<PracticeId, usize>,
    indicators: BTreeMap<IndicatorId, AskedWhere>,
    /// What profiles and people add, in the order in which it is asked.
    extras: BTreeMap<PracticeId, BTreeMap<Level, Vec<Written>>>,
}

impl Index {
    /// Looks through everything once. Where two have the same id, the first one has it: the model's, then those of the profiles.
    pub(super) fn of<'a>(model: &Model, profiles: impl Iterator<Item = &'a Profile>, own: &[ExtraIndicator]) -> Self {
        let mut index = Self::default();
        add_paths(&model.groups, &[], &mut index.paths);
        let practices: Vec<&Practice> = index.paths.iter().filter_map(|path| practice_at(&model.groups, path)).collect();
        index.practices = order::map(practices.iter().zip(0..).map(|(practice, number)| (practice.id.clone(), number)));
        for (practice, number) in practices.iter().zip(0..) {
            let guides = practice.levels.iter().filter(|guide| guide.level != Level::NONE);
            for (level, place, indicator) in
                guides.flat_map(|guide| guide.indicators.iter().zip(0..).map(|(it, n)| (guide.level, n, it)))
            {
                let asked = AskedWhere { practice: number, level, written: Written::Model(place) };
                index.indicators.entry(indicator.id.clone()).or_insert(asked);
            }
        }
        for (profile, number) in profiles.zip(0..) {
            index.add_all(&profile.indicators, model.top(), |place| Written::Profile(number, place));
        }
        index.add_all(own, model.top(), Written::Own);
        index
    }

    fn add_all(&mut self, extras: &[ExtraIndicator], top: Level, written: impl Fn(usize) -> Written) {
        for (extra, place) in extras.iter().zip(0..) {
            let written = written(place);
            let of_practice = self.extras.entry(extra.practice.clone()).or_default();
            of_practice.entry(extra.level).or_default().push(written);
            let is_asked = extra.level > Level::NONE && extra.level <= top;
            if let Some(practice) = self.practices.get(&extra.practice).copied().filter(|_| is_asked) {
                let asked = AskedWhere { practice, level: extra.level, written };
                self.indicators.entry(extra.indicator.id.clone()).or_insert(asked);
            }
        }
    }

    /// Where an indicator is asked.
    pub(super) fn indicator(&self, id: &IndicatorId) -> Option<AskedWhere> {
        self.indicators.get(id).copied()
    }

    /// What profiles and people add for a practice at a level.
    pub(super) fn extras(&self, practice: &PracticeId, level: Level) -> &[Written] {
        self.extras.get(practice).and_then(|levels| levels.get(&level)).map_or(&[], Vec::as_slice)
    }

    /// The practice of that id.
    pub(super) fn practice<'a>(&self, model: &'a Model, id: &PracticeId) -> Option<&'a Practice> {
        self.practice_number(model, *self.practices.get(id)?)
    }

    /// The practice at a place in the model's order.
    pub(super) fn practice_number<'a>(&self, model: &'a Model, number: usize) -> Option<&'a Practice> {
        practice_at(&model.groups, self.paths.get(number)?)
    }
}

/// The paths to all practices, in the order of [`Group::all_practices`].
fn add_paths(groups: &[Group], above: &[usize], paths: &mut Vec<Vec<usize>>) {
    for (group, number) in groups.iter().zip(0..) {
        let here = [above, &[number]].concat();
        add_paths(&group.groups, &here, paths);
        paths.extend((0..group.practices.len()).map(|practice| [here.as_slice(), &[practice]].concat()));
    }
}

fn practice_at<'a>(groups: &'a [Group], path: &[usize]) -> Option<&'a Practice> {
    match path {
        [group, practice] => groups.get(*group)?.practices.get(*practice),
        [group, within @ ..] => practice_at(&groups.get(*group)?.groups, within),
        [] => None,
    }
}

/// An index that is made when it is first needed. It follows from the rest of its questionnaire: it makes no difference between
/// two of them, and a copy makes its own.
#[derive(Debug, Default)]
pub(super) struct WhenNeeded(OnceLock<Index>);

impl WhenNeeded {
    pub(super) fn get_or(&self, make: impl FnOnce() -> Index) -> &Index {
        self.0.get_or_init(make)
    }
}

impl Clone for WhenNeeded {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl PartialEq for WhenNeeded {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}
