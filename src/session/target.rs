//! Targets: how much is enough.

use serde::Serialize;
use serde_json::{Map, Value};

use super::members::{choice, from_members, from_words, no_choice, said};
use super::{Date, Fact, FromFile, Misread, PersonId, Rationale, Session, Stamp};
use crate::model::{GroupId, Level, PracticeId, ProfileId, Scope};

/// How much of a practice is enough for this system, and why.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Target {
    /// The level.
    pub level: Level,
    /// How specific it needs to be.
    pub scope: Scope,
    /// What kind of reason it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because: Option<Because>,
    /// Why this much; empty while nobody gave a reason of their own.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// For which level reason and kind of reason were given, where that is another one than this: nobody said yet that they hold for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason_for: Option<Level>,
    /// Where the target comes from.
    pub origin: Origin,
    /// Why it was proposed, where it began as a proposal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rationale: Option<Rationale>,
    /// Who decided it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<PersonId>,
    /// When it was decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<super::schema::Day>"))]
    pub decided_on: Option<Date>,
    /// When it should be looked at again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<super::schema::Day>"))]
    pub review_on: Option<Date>,
    /// Where two copies said differently, each without knowing the other, what this settles: the places of both in the history.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub settles: Vec<Stamp>,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

from_members!(Target {
    level, scope, because, reason or empty, reason_for, origin, rationale, decided_by, decided_on, review_on, settles or empty; unknown
});

/// Where a target comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Set for this very practice.
    Practice,
    /// Set for a domain or sub-domain and passed down.
    Group(GroupId),
    /// Proposed by a profile and not yet confirmed or changed by anybody.
    Profile(ProfileId),
    /// Proposed by the interview and not yet confirmed or changed by anybody.
    Interview,
}

impl FromFile for Origin {
    fn from_file(value: Value) -> Result<Self, Misread> {
        let (word, beside) = choice(value)?;
        match (word.as_str(), beside) {
            ("practice", None) => Ok(Self::Practice),
            ("group", Some(group)) => said(&word, group).map(Self::Group),
            ("profile", Some(profile)) => said(&word, profile).map(Self::Profile),
            ("interview", None) => Ok(Self::Interview),
            (_, beside) => Err(no_choice(word, beside.as_ref(), &["practice", "group", "profile", "interview"])),
        }
    }
}

impl Origin {
    /// Whether it is a proposal that nobody confirmed or changed yet.
    #[must_use]
    pub const fn is_proposal(&self) -> bool {
        matches!(self, Self::Profile(_) | Self::Interview)
    }
}

/// The kind of reason for a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Because {
    /// What could happen.
    Risk,
    /// What was promised to a customer or partner.
    Contract,
    /// What a law or authority demands.
    Regulation,
    /// What has happened already.
    Incident,
    /// What more would cost.
    Cost,
    /// Something else.
    Other,
}

from_words! {
    Because: Risk "risk", Contract "contract", Regulation "regulation", Incident "incident", Cost "cost", Other "other";
}

impl Because {
    /// All kinds of reasons.
    pub const ALL: [Self; 6] = [Self::Risk, Self::Contract, Self::Regulation, Self::Incident, Self::Cost, Self::Other];

    /// The kind's name in files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Risk => "risk",
            Self::Contract => "contract",
            Self::Regulation => "regulation",
            Self::Incident => "incident",
            Self::Cost => "cost",
            Self::Other => "other",
        }
    }
}

impl Target {
    /// A target without reason, decider or date.
    #[must_use]
    pub fn new(level: Level, scope: Scope, origin: Origin) -> Self {
        Self {
            level,
            scope,
            because: None,
            reason: String::new(),
            reason_for: None,
            origin,
            rationale: None,
            decided_by: None,
            decided_on: None,
            review_on: None,
            settles: Vec::new(),
            unknown: Map::new(),
        }
    }

    /// The same with what somebody typed about the one whose place it takes, and with the day to look at it again.
    #[must_use]
    pub fn keeping_words_of(self, before: Option<&Self>) -> Self {
        let Some(before) = before else { return self };
        let words = Self { because: before.because, reason: before.reason.clone(), review_on: before.review_on, ..self };
        words.with_reason_of(before)
    }

    /// The same, marked with the level for which its reason was given, where that was another one.
    #[must_use]
    pub(super) fn with_reason_of(self, before: &Self) -> Self {
        let given_for = before.reason_for.unwrap_or(before.level);
        let reason_for = Some(given_for).filter(|level| *level != self.level && self.has_own_reason());
        Self { reason_for, ..self }
    }

    /// Whether somebody gave a reason for just this level.
    #[must_use]
    pub fn has_reason_for_its_level(&self) -> bool {
        self.has_own_reason() && self.reason_for.is_none()
    }

    /// Whether somebody gave a reason of their own for it.
    #[must_use]
    pub fn has_own_reason(&self) -> bool {
        !self.reason.trim().is_empty() || self.because.is_some()
    }

    /// Why it was proposed, as long as it is as it was proposed.
    #[must_use]
    pub fn rationale(&self) -> Option<&Rationale> {
        self.rationale.as_ref().filter(|proposed| proposed.is_about(self))
    }

    /// Why it is what it is: in people's own words or, where they gave none, for what it was proposed.
    #[must_use]
    pub fn why(&self) -> Vec<&str> {
        match self.reason.trim() {
            "" => self.rationale().into_iter().flat_map(Rationale::words).collect(),
            own => vec![own],
        }
    }
}

impl Session {
    /// The target set for a practice.
    #[must_use]
    pub fn target(&self, practice: &PracticeId) -> Option<&Target> {
        self.targets.get(practice).and_then(Fact::value)
    }
}
