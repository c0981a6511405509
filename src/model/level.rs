//! The two measures of a practice: how deep (level) and how specific (scope).

use serde::Serialize;

/// A comprehensiveness level: a rung of the model's own scale, counted from 0 (nothing in place).
///
/// The SMM's scale ends at 4; a model names its own scale, so whether a level exists is asked of the model
/// ([`crate::model::Model::has_level`]). Not yet answered and not applicable are no levels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Level(u8);

impl Level {
    /// The lowest level of every scale: nothing in place.
    pub const NONE: Self = Self(0);

    /// The level of that number.
    #[must_use]
    pub const fn new(number: u8) -> Self {
        Self(number)
    }

    /// The number, as shown to people.
    #[must_use]
    pub const fn number(self) -> u8 {
        self.0
    }

    /// How many rungs `self` lies above `other`; negative when below.
    #[must_use]
    pub fn above(self, other: Self) -> i16 {
        i16::from(self.0) - i16::from(other.0)
    }

    /// The levels above `self` up to and with `top`, lowest first.
    pub fn up_to(self, top: Self) -> impl Iterator<Item = Self> + use<> {
        (self.0.saturating_add(1)..=top.0).map(Self)
    }

    /// The next level down; of the lowest one itself.
    #[must_use]
    pub fn below(self) -> Self {
        Self(self.0.saturating_sub(1))
    }

    /// The next level up.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

impl std::fmt::Display for Level {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// How specific a practice is to where it is used. Independent of the level, written beside it (“3 · industry”).
///
/// Source: the SMM's three scopes; a model without scopes names none ([`crate::model::Model::scopes`] is empty).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Needs no knowledge of the sector.
    General,
    /// Follows the needs and rules of the sector.
    Industry,
    /// Made for this very system.
    System,
}

impl Scope {
    /// All scopes, the least specific first.
    pub const ALL: [Self; 3] = [Self::General, Self::Industry, Self::System];

    /// The scope's name in files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::General => "general",
            Self::Industry => "industry",
            Self::System => "system",
        }
    }

    /// The scope of that name in files.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.key() == key)
    }
}
