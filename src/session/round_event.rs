//! What happens to a round: that it was opened, closed, opened again, when the next one is planned, and what asks for one. Each event is
//! a fact of its own, so that two copies that each close a round, or open one, merge like everything else.

use serde::Serialize;
use serde_json::{Map, Value};

use super::members::{choice, from_members, from_words, no_choice, said};
use super::{ActionId, Date, DoneOn, FromFile, Misread, RoundId, Seen};
use crate::model::{IndicatorId, new_id};

new_id!(
    /// One event of a round.
    RoundEventId
);

/// What an event is: which of those of a round.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EventOfRound {
    /// The round.
    pub round: RoundId,
    /// The event.
    pub event: RoundEventId,
}

from_members!(EventOfRound { round, event });

/// Something that happened to a round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RoundEvent {
    /// It was opened.
    Opened(Opened),
    /// It was closed: from then on it can be read, and not changed.
    Closed(Closed),
    /// It was opened again after it had been closed.
    Reopened(Reopened),
    /// When the next round is to be opened.
    Planned(Planned),
    /// Something happened that asks for another round.
    AskedFor(AskedFor),
}

/// That a round was opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Opened {
    /// Why.
    pub reason: RoundReason,
    /// Why, in words; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// On which day.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "super::schema::Day"))]
    pub on: Date,
    /// What was planned for that day, as the plan stood then; `None` where the round was opened by a version that did not keep it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<Vec<PlannedThen>>,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

/// An action as it was planned when a round was opened. Later changes of the plan leave it as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct PlannedThen {
    /// The action.
    pub action: ActionId,
    /// The day by which it was to be done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<super::schema::Day>"))]
    pub due: Option<Date>,
    /// That it was done, and when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<DoneOn>,
    /// The statements that it was to satisfy.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statements: Vec<IndicatorId>,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

/// That a round was closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Closed {
    /// On which day.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "super::schema::Day"))]
    pub on: Date,
    /// What the copy had seen that closed it: what it had not seen came in later, and changed the round after it was closed.
    pub seen: Seen,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

/// That a closed round was opened again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Reopened {
    /// Why. Without a reason it does not count.
    pub why: String,
    /// On which day.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "super::schema::Day"))]
    pub on: Date,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

/// When the next round is to be opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Planned {
    /// On which day.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "super::schema::Day"))]
    pub on: Date,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

/// That something happened which asks for another round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct AskedFor {
    /// What happened.
    pub by: Trigger,
    /// On which day somebody said so.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "super::schema::Day"))]
    pub on: Date,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

impl RoundEventId {
    /// What sorts before every id and is none: where the events of a round begin.
    pub(super) const fn before_all() -> Self {
        Self(String::new())
    }
}

impl Reopened {
    /// Whether there is a reason, so that it counts.
    #[must_use]
    pub fn counts(&self) -> bool {
        !self.why.trim().is_empty()
    }
}

from_members!(Opened { reason, words or empty, on, plan; unknown });
from_members!(PlannedThen { action, due, done, statements or empty; unknown });
from_members!(Closed { on, seen; unknown });
from_members!(Reopened { why, on; unknown });
from_members!(Planned { on; unknown });
from_members!(AskedFor { by, on; unknown });

impl FromFile for RoundEvent {
    fn from_file(value: Value) -> Result<Self, Misread> {
        let (word, beside) = choice(value)?;
        match (word.as_str(), beside) {
            ("opened", Some(event)) => said(&word, event).map(Self::Opened),
            ("closed", Some(event)) => said(&word, event).map(Self::Closed),
            ("reopened", Some(event)) => said(&word, event).map(Self::Reopened),
            ("planned", Some(event)) => said(&word, event).map(Self::Planned),
            ("asked_for", Some(event)) => said(&word, event).map(Self::AskedFor),
            (_, beside) => Err(no_choice(word, beside.as_ref(), &["opened", "closed", "reopened", "planned", "asked_for"])),
        }
    }
}

/// Why a round was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RoundReason {
    /// It is the first.
    First,
    /// It was time for it.
    Schedule,
    /// Something about the system or around it changed.
    Change,
    /// Something went wrong.
    Incident,
    /// Somebody asked for it.
    Request,
}

impl RoundReason {
    /// Those of a round after another one, the most usual first.
    pub const AGAIN: [Self; 4] = [Self::Schedule, Self::Change, Self::Incident, Self::Request];

    /// Its name in files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Schedule => "schedule",
            Self::Change => "change",
            Self::Incident => "incident",
            Self::Request => "request",
        }
    }
}

/// What asks for another round before it is time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Trigger {
    /// A law or contract asks for something else.
    Law,
    /// There is a new product, release or part.
    Product,
    /// Something went wrong, here or with somebody alike.
    Incident,
    /// A supplier changed.
    Supplier,
    /// It is used otherwise, or elsewhere.
    Use,
}

impl Trigger {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Law, Self::Product, Self::Incident, Self::Supplier, Self::Use];

    /// Its name in files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Law => "law",
            Self::Product => "product",
            Self::Incident => "incident",
            Self::Supplier => "supplier",
            Self::Use => "use",
        }
    }

    /// Why a round is opened because of it.
    #[must_use]
    pub const fn reason(self) -> RoundReason {
        match self {
            Self::Incident => RoundReason::Incident,
            Self::Law | Self::Product | Self::Supplier | Self::Use => RoundReason::Change,
        }
    }
}

from_words! {
    RoundReason: First "first", Schedule "schedule", Change "change", Incident "incident", Request "request";
    Trigger: Law "law", Product "product", Incident "incident", Supplier "supplier", Use "use";
}
