//! Where other frameworks and standards ask for something related: an independent cross-reference, no evidence of conformity.

use std::collections::BTreeMap;

use super::model_index::WhenNeeded;
use super::{Edition, FrameworkId, IndicatorId, Level, ModelId, PracticeId, Text};

/// What related frameworks there are, and where they touch the practices of a model.
#[derive(Clone, Debug, PartialEq)]
pub struct Crossrefs {
    /// The model.
    pub model: ModelId,
    /// Which edition of the cross-references this is.
    pub edition: Edition,
    /// The frameworks, in their order.
    pub frameworks: Vec<Framework>,
    /// The references, in their order; per practice, level and framework an item occurs once.
    pub references: Vec<Reference>,
    /// Where the references of each practice and level stand.
    pub(super) index: WhenNeeded<BTreeMap<(PracticeId, Level), Vec<usize>>>,
}

impl Crossrefs {
    /// The framework of that id.
    #[must_use]
    pub fn framework(&self, id: &FrameworkId) -> Option<&Framework> {
        self.frameworks.iter().find(|framework| framework.id == *id)
    }

    /// The references of a level of a practice, in their order.
    pub fn references_of(&self, practice: &PracticeId, level: Level) -> impl Iterator<Item = &Reference> {
        let index = self.index.get_or(|| {
            let mut index: BTreeMap<_, Vec<usize>> = BTreeMap::new();
            for (reference, place) in self.references.iter().zip(0..) {
                index.entry((reference.practice.clone(), reference.level)).or_default().push(place);
            }
            index
        });
        let places = index.get(&(practice.clone(), level)).into_iter().flatten();
        places.filter_map(|place| self.references.get(*place))
    }
}

/// A framework or standard in one edition.
#[derive(Clone, Debug, PartialEq)]
pub struct Framework {
    /// Its id.
    pub id: FrameworkId,
    /// Its official name, the same in all languages.
    pub name: String,
    /// Which edition of it is meant, e.g. `V3.1.3, 2024-09`.
    pub edition: String,
    /// Who publishes it.
    pub publisher: String,
    /// Whom it is for; never empty.
    pub roles: Vec<ReaderRole>,
    /// Other names people search for.
    pub aliases: Vec<String>,
    /// Titles of its items, by their id there. Empty where titles may not be shown: such a file is not accepted with them.
    pub titles: BTreeMap<String, String>,
}

impl Framework {
    /// Whether it is for readers of a role: one that is for anybody is for each.
    #[must_use]
    pub fn is_for(&self, role: ReaderRole) -> bool {
        self.roles.iter().any(|it| *it == role || *it == ReaderRole::Any)
    }
}

/// Whom a framework is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReaderRole {
    /// Anybody.
    Any,
    /// Who makes the product.
    ProductSupplier,
    /// Who owns and runs the plant or system.
    AssetOwner,
    /// Who integrates, maintains or runs it for the owner.
    ServiceProvider,
}

impl ReaderRole {
    /// All roles.
    pub const ALL: [Self; 4] = [Self::Any, Self::ProductSupplier, Self::AssetOwner, Self::ServiceProvider];

    /// The role's name in files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::ProductSupplier => "product-supplier",
            Self::AssetOwner => "asset-owner",
            Self::ServiceProvider => "service-provider",
        }
    }

    /// The role of that name in files.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.key() == key)
    }
}

/// A level of a practice touches an item of a framework.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// The practice.
    pub practice: PracticeId,
    /// The level; 1 or more.
    pub level: Level,
    /// The statements of that level that carry it. None where the file names only the level: then the level as a whole does.
    pub statements: Vec<IndicatorId>,
    /// The framework.
    pub framework: FrameworkId,
    /// The item's id in the framework, as it is written there, e.g. `Part I (2)(a)`.
    pub item: String,
    /// How they are related.
    pub relationship: Relationship,
    /// Why, in words of our own.
    pub rationale: Text,
    /// How far it was examined.
    pub status: ReferenceStatus,
}

/// How a level and an item are related. None says that the level fulfills the item: that is for an assessor of the framework.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relationship {
    /// Reaching the level works toward the item.
    Supports,
    /// Both have something in common, and each has more.
    Intersects,
}

/// How far a reference was examined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReferenceStatus {
    /// As it was proposed.
    Proposed,
    /// Proposed, and then corrected.
    Corrected,
}
