//! Where everything that is asked beside a model stands, so that an id leads to its thing without looking through all of them.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::{ExtraIndicator, IndicatorId, Level, Model, PracticeId, Profile};

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

/// Where everything stands that profiles and people add to a model.
#[derive(Debug, Default)]
pub(super) struct Index {
    indicators: BTreeMap<IndicatorId, AskedWhere>,
    of_practices: BTreeMap<PracticeId, OfPractice>,
}

/// What profiles and people add for a practice. What is in a profile is named by the profile's place and its own place in it.
#[derive(Debug, Default)]
pub(super) struct OfPractice {
    /// Indicators, in the order in which they are asked.
    extras: BTreeMap<Level, Vec<Written>>,
    /// Proposed targets.
    pub proposals: Vec<(usize, usize)>,
    /// What something outside demands.
    pub minimums: Vec<(usize, usize)>,
}

impl Index {
    /// Looks through everything once. Where two have the same id, the first one has it.
    pub(super) fn of<'a>(model: &Model, profiles: impl Iterator<Item = &'a Profile>, own: &[ExtraIndicator]) -> Self {
        let mut index = Self::default();
        for (profile, number) in profiles.zip(0..) {
            index.add_all(model, &profile.indicators, |place| Written::Profile(number, place));
            for (proposal, place) in profile.targets.iter().zip(0..) {
                index.of_practices.entry(proposal.practice.clone()).or_default().proposals.push((number, place));
            }
            for (minimum, place) in profile.minimums.iter().zip(0..) {
                index.of_practices.entry(minimum.practice.clone()).or_default().minimums.push((number, place));
            }
        }
        index.add_all(model, own, Written::Own);
        index
    }

    fn add_all(&mut self, model: &Model, extras: &[ExtraIndicator], written: impl Fn(usize) -> Written) {
        for (extra, place) in extras.iter().zip(0..) {
            let is_asked = extra.level > Level::NONE && extra.level <= model.top();
            let Some(practice) = model.number_of(&extra.practice).filter(|_| is_asked) else { continue };
            // An id has one meaning: what several profiles ask, as laws that bind many kinds of systems do, is asked once.
            let Entry::Vacant(free) = self.indicators.entry(extra.indicator.id.clone()) else { continue };
            let asked = AskedWhere { practice, level: extra.level, written: written(place) };
            free.insert(asked);
            let of_practice = self.of_practices.entry(extra.practice.clone()).or_default();
            of_practice.extras.entry(extra.level).or_default().push(asked.written);
        }
    }

    /// Where an indicator is asked that profiles or people add.
    pub(super) fn indicator(&self, id: &IndicatorId) -> Option<AskedWhere> {
        self.indicators.get(id).copied()
    }

    /// What profiles and people add for a practice.
    pub(super) fn of_practice(&self, practice: &PracticeId) -> Option<&OfPractice> {
        self.of_practices.get(practice)
    }

    /// The indicators that profiles and people add for a practice at a level.
    pub(super) fn extras(&self, practice: &PracticeId, level: Level) -> &[Written] {
        self.of_practice(practice).and_then(|added| added.extras.get(&level)).map_or(&[], Vec::as_slice)
    }
}
