//! The plan: what is to be done, by whom and until when, to get from where the system is to where it needs to be.

use serde::Serialize;
use serde_json::{Map, Value};

use super::members::{choice, from_members, from_words, no_choice, said};
use super::{Date, FromFile, Misread, PersonId};
use crate::model::{IndicatorId, PracticeId, new_id};

new_id!(
    /// An action of the plan.
    ActionId
);

impl ActionId {
    /// What sorts before every id and is none: where what is said of actions begins.
    pub(super) const fn before_all() -> Self {
        Self(String::new())
    }
}

/// Something that is to be done. What it will satisfy and what has to be done before it stand in lists of their own, so that two people can
/// add to them apart.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Action {
    /// What is to be done, in a few words.
    pub title: String,
    /// The practice that it is for, where it is for one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub practice: Option<PracticeId>,
    /// Who sees to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<Owner>,
    /// The day on which it is to begin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<super::schema::Day>"))]
    pub start: Option<Date>,
    /// The day by which it is to be done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<super::schema::Day>"))]
    pub due: Option<Date>,
    /// How much work it is, where somebody said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub work: Option<Work>,
    /// What it costs, as somebody typed it; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub cost: String,
    /// How far it is.
    pub state: ActionState,
    /// Its place among those that somebody put in order by hand, the lowest first; `None` where nobody did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rank: Option<i64>,
    /// Where it comes from.
    pub origin: ActionOrigin,
    /// What else there is to say; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

from_members!(Action {
    title, practice, owner, start, due, work, cost or empty, state, rank, origin, note or empty; unknown
});

impl Action {
    /// Whether it is still to be done: neither done nor dropped.
    #[must_use]
    pub const fn is_ahead(&self) -> bool {
        matches!(self.state, ActionState::Open | ActionState::UnderWay)
    }

    /// Whether it is done, be its statements met or not.
    #[must_use]
    pub const fn is_done(&self) -> bool {
        matches!(self.state, ActionState::Done(_))
    }

    /// Whether it is late as of a day: it should have been done before, and is not.
    #[must_use]
    pub fn is_late(&self, on: Date) -> bool {
        self.is_ahead() && self.due.is_some_and(|due| due < on)
    }
}

/// Who sees to an action.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Owner {
    /// Somebody who takes part.
    Person(PersonId),
    /// Somebody else, by their name or what they do.
    Named(String),
}

impl FromFile for Owner {
    fn from_file(value: Value) -> Result<Self, Misread> {
        let (word, beside) = choice(value)?;
        match (word.as_str(), beside) {
            ("person", Some(id)) => said(&word, id).map(Self::Person),
            ("named", Some(name)) => said(&word, name).map(Self::Named),
            (_, beside) => Err(no_choice(word, beside.as_ref(), &["person", "named"])),
        }
    }
}

/// How much work an action is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Work {
    /// Little.
    Small,
    /// Some.
    Medium,
    /// Much.
    Large,
    /// About so many days of one person.
    Days(u64),
}

impl FromFile for Work {
    fn from_file(value: Value) -> Result<Self, Misread> {
        let (word, beside) = choice(value)?;
        match (word.as_str(), beside) {
            ("small", None) => Ok(Self::Small),
            ("medium", None) => Ok(Self::Medium),
            ("large", None) => Ok(Self::Large),
            ("days", Some(days)) => said(&word, days).map(Self::Days),
            (_, beside) => Err(no_choice(word, beside.as_ref(), &["small", "medium", "large", "days"])),
        }
    }
}

/// How far an action is.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ActionState {
    /// Nobody began.
    #[default]
    Open,
    /// Somebody began.
    UnderWay,
    /// It is done. That alone meets no statement: people say so.
    Done(DoneOn),
    /// It will not be done.
    Dropped(Dropped),
}

impl FromFile for ActionState {
    fn from_file(value: Value) -> Result<Self, Misread> {
        let (word, beside) = choice(value)?;
        match (word.as_str(), beside) {
            ("open", None) => Ok(Self::Open),
            ("under_way", None) => Ok(Self::UnderWay),
            ("done", Some(done)) => said(&word, done).map(Self::Done),
            ("dropped", Some(dropped)) => said(&word, dropped).map(Self::Dropped),
            (_, beside) => Err(no_choice(word, beside.as_ref(), &["open", "under_way", "done", "dropped"])),
        }
    }
}

/// When an action was done.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct DoneOn {
    /// The day, as far as it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<super::schema::Day>"))]
    pub on: Option<Date>,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

from_members!(DoneOn { on; unknown });

/// Why an action will not be done.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Dropped {
    /// The reason; empty until somebody gives one.
    #[serde(default)]
    pub reason: String,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

from_members!(Dropped { reason or empty; unknown });

/// Where an action comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ActionOrigin {
    /// People thought of it.
    #[default]
    Own,
    /// It was proposed because of a gap.
    Gap,
    /// It was proposed because something outside demands it.
    Duty,
    /// It was proposed because one statement reaches a level.
    OneStep,
}

impl ActionOrigin {
    /// All.
    pub const ALL: [Self; 4] = [Self::Own, Self::Gap, Self::Duty, Self::OneStep];
}

from_words! {
    ActionOrigin: Own "own", Gap "gap", Duty "duty", OneStep "one_step";
}

/// That an action will satisfy a statement.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ActionStatement {
    /// The statement.
    pub indicator: IndicatorId,
    /// The action.
    pub action: ActionId,
}

from_members!(ActionStatement { indicator, action });

/// That an action can only be done once another one is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ActionNeed {
    /// The action.
    pub action: ActionId,
    /// The one that has to be done before.
    pub needs: ActionId,
}

from_members!(ActionNeed { action, needs });
