//! The shape of a maturity model: groups nested to any depth, practices as leaves, levels, indicators.

use std::collections::BTreeMap;

use serde::Serialize;

use super::asked_index::AskedWhere;
use super::model_index::{ModelIndex, WhenNeeded, groups_along, practice_at};
use super::{
    Aliases, Amount, AnswerId, Characteristic, CharacteristicId, ContentHash, Edition, EditionChanges, GroupId, IndicatorId,
    KnownConflict, Lasts, Level, LevelRule, MeantFor, ModelId, PracticeId, Scope, Scoring, SystemRole, Text,
};

/// A maturity model as its file says it, found valid.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Model {
    /// Its id, the same in all editions.
    pub id: ModelId,
    /// Which edition of it this is.
    pub edition: Edition,
    /// Languages of its texts, the first one complete.
    pub languages: Vec<String>,
    /// Its name.
    pub title: Text,
    /// What it is and where it comes from.
    pub about: Text,
    /// What it says how well it fits the need, as within a sentence: "software trustworthiness". Security, where a model says nothing.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub subject: Option<Text>,
    /// Under which licence it may be used, as `CC-BY-4.0`.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub licence: Option<String>,
    /// Where it comes from: the publication that it is taken from, with its address.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub source: Option<Text>,
    /// Whom it is by, as they want to be named.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub attribution: Option<Text>,
    /// What it says, as a hash, where somebody brought it: it is only known by that.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(skip))]
    pub own: Option<ContentHash>,
    /// Its level scale from 0 or 1 up without a hole; two to ten rungs. Where it begins at 1, 0 is there without a name.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(rename = "levels"))]
    pub scale: Vec<Rung>,
    /// Its words for the scopes; empty when the model knows no scopes.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub scopes: Vec<ScopeWords>,
    /// What is wanted of a system at once, two to twelve; none where the model weighs nothing against another.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub characteristics: Vec<Characteristic>,
    /// What is known of two of them, for any system.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub conflicts: Vec<KnownConflict>,
    /// How levels follow from what is said.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub scoring: Scoring,
    /// The top groups (domains), in their order.
    pub groups: Vec<Group>,
    /// What became of the questions of older editions, the oldest change first.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub changes: Vec<EditionChanges>,
    /// Where everything stands.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(skip))]
    pub(super) index: WhenNeeded<ModelIndex>,
}

/// One level of the scale, in the model's words.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Rung {
    /// The level.
    pub level: Level,
    /// Its name.
    pub name: Text,
    /// What it means for any practice.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub meaning: Text,
}

/// A scope in the model's words.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct ScopeWords {
    /// The scope.
    pub scope: Scope,
    /// Its name.
    pub name: Text,
    /// What it means.
    pub meaning: Text,
}

/// A domain or sub-domain.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Group {
    /// Its id.
    pub id: GroupId,
    /// Its name.
    pub name: Text,
    /// What it is about, in business words.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub about: Text,
    /// How much it counts beside others in a weighted mean, from 1 to 1000; 1 where nothing is said.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "u16", range(min = 1, max = 1000), default = "one"))]
    pub weight: Amount,
    /// Groups inside it.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub groups: Vec<Group>,
    /// Practices directly inside it.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub practices: Vec<Practice>,
}

/// A practice: what levels, scopes and targets are about.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Practice {
    /// Its id.
    pub id: PracticeId,
    /// Its name.
    pub name: Text,
    /// Other names people search for.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub aliases: Aliases,
    /// What the business gets from it.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub objective: Text,
    /// What goes wrong without it.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub without: Text,
    /// The one-line question of the quick pass.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub question: Text,
    /// Who usually knows.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub who: Text,
    /// Short examples from different sectors.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub examples: Vec<Example>,
    /// How much it counts beside others in a weighted mean, from 1 to 1000; 1 where nothing is said.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "u16", range(min = 1, max = 1000), default = "one"))]
    pub weight: Amount,
    /// The characteristics of the model that it serves; all, where it names none.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub characteristics: Vec<CharacteristicId>,
    /// One entry per level of the scale.
    pub levels: Vec<LevelGuide>,
}

/// A short, made-up example of a practice, or of one of its levels.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Example {
    /// The sector it is from.
    pub sector: Text,
    /// The example.
    pub text: Text,
}

/// Something to be done to get to a level.
#[derive(Clone, Debug, PartialEq)]
pub struct LevelAction {
    /// What is to be done.
    pub text: Text,
    /// For whom it is, in their order; for all where there is none.
    pub roles: Vec<SystemRole>,
}

/// What a practice looks like at one level and how to get there.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct LevelGuide {
    /// The level.
    pub level: Level,
    /// What it looks like.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub description: Text,
    /// A short, made-up example of it.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub example: Option<Example>,
    /// What needs to be done to get here.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub actions: Vec<LevelAction>,
    /// What shows that it is reached; empty at level 0, and at a level that is passed through: one that asks for nothing of its own is
    /// reached with the one below.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub indicators: Vec<Indicator>,
}

/// An indicator of accomplishment: one checkable statement about this system or organization.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Indicator {
    /// Its id.
    pub id: IndicatorId,
    /// Whether it says that something is done or that it was assured, if the model tells these apart.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub kind: Option<IndicatorKind>,
    /// The statement.
    pub text: Text,
    /// An example of sufficient evidence.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub evidence: Text,
    /// What the model's own answers say here, where that is something else than elsewhere.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub answers: BTreeMap<AnswerId, Text>,
    /// For whom and where it is meant.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(flatten))]
    pub meant_for: MeantFor,
    /// How long an answer usually stays true.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(flatten))]
    pub lasts: Lasts,
    /// Other statements of the model without which it can't be met.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub depends_on: Vec<IndicatorId>,
}

#[cfg(not(target_arch = "wasm32"))]
const fn one() -> u16 {
    1
}

/// The two strands that rise together from level to level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum IndicatorKind {
    /// Something is in place or is performed.
    Done,
    /// Somebody checked, tested, reviewed or proved it.
    Assured,
}

impl Model {
    /// The highest level of the scale.
    #[must_use]
    pub fn top(&self) -> Level {
        self.scale.last().map_or(Level::NONE, |rung| rung.level)
    }

    /// Whether the scale has this level.
    #[must_use]
    pub fn has_level(&self, level: Level) -> bool {
        level <= self.top()
    }

    /// The levels as the model names them, the lowest first: from 0 up, or from 1 where its scale begins there.
    pub fn rungs(&self) -> impl Iterator<Item = &Rung> {
        let first = self.first_level();
        self.scale.iter().filter(move |rung| rung.level >= first)
    }

    /// The lowest level that has a name.
    #[must_use]
    pub fn first_level(&self) -> Level {
        let is_named = self.scale.first().is_none_or(|rung| rung.name.said("").is_some());
        if is_named { Level::NONE } else { Level::NONE.next() }
    }

    /// The scale's entry for a level.
    #[must_use]
    pub fn rung(&self, level: Level) -> Option<&Rung> {
        self.scale.get(usize::from(level.number()))
    }

    /// The model's words for a scope.
    #[must_use]
    pub fn scope(&self, scope: Scope) -> Option<&ScopeWords> {
        self.scopes.iter().find(|words| words.scope == scope)
    }

    /// Whether a practice is rated as a whole, so that no statement decides where it stands: the model says so, or asks no statement
    /// of it. What a profile or the people themselves add then is asked, and does not move the level.
    #[must_use]
    pub fn is_rated(&self, practice: &Practice) -> bool {
        self.scoring.level == LevelRule::Chosen || practice.levels.iter().all(|guide| guide.indicators.is_empty())
    }

    /// All practices, in the model's order.
    #[must_use]
    pub fn practices(&self) -> Vec<&Practice> {
        self.groups.iter().flat_map(Group::all_practices).collect()
    }

    /// The practice of that id.
    #[must_use]
    pub fn practice(&self, id: &PracticeId) -> Option<&Practice> {
        self.practice_number(self.number_of(id)?)
    }

    /// The practice at a place in the model's order.
    pub(super) fn practice_number(&self, number: usize) -> Option<&Practice> {
        practice_at(&self.groups, self.index().path(number)?)
    }

    /// The place of a practice in the model's order.
    #[must_use]
    pub fn number_of(&self, practice: &PracticeId) -> Option<usize> {
        self.index().number_of(practice)
    }

    /// Where an indicator of the model is asked.
    pub(super) fn place_of(&self, indicator: &IndicatorId) -> Option<AskedWhere> {
        self.index().indicator(indicator)
    }

    pub(super) fn index(&self) -> &ModelIndex {
        self.index.get_or(|| ModelIndex::of(&self.groups, &self.changes))
    }

    /// Whether an indicator of that id is in the model.
    #[must_use]
    pub fn has_indicator(&self, id: &IndicatorId) -> bool {
        self.place_of(id).is_some()
    }

    /// The groups that lead to a practice, the outermost (domain) first; empty when the model has no such practice.
    #[must_use]
    pub fn path_to(&self, id: &PracticeId) -> Vec<&Group> {
        let path = self.number_of(id).and_then(|number| self.index().path(number)?.split_last());
        path.map(|(_, groups)| groups_along(&self.groups, groups)).unwrap_or_default()
    }

    /// The group of that id, however deep it lies.
    #[must_use]
    pub fn group(&self, id: &GroupId) -> Option<&Group> {
        groups_along(&self.groups, self.index().path_to_group(id)?).pop()
    }
}

impl Group {
    /// All practices inside, also in groups inside, in the model's order.
    #[must_use]
    pub fn all_practices(&self) -> Vec<&Practice> {
        self.groups.iter().flat_map(Group::all_practices).chain(&self.practices).collect()
    }
}

impl Practice {
    /// The practice's entry for a level.
    #[must_use]
    pub fn guide(&self, level: Level) -> Option<&LevelGuide> {
        self.levels.get(usize::from(level.number()))
    }
}
