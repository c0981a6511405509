//! What somebody who reviews an assessment says of it: a layer of its own beside what people answered. No rule asks for it, so that a level
//! never moves because of a review alone; what follows is written as everybody's changes are, once somebody accepts it.

use serde::Serialize;
use serde_json::{Map, Value};

use super::members::{choice, from_members, no_choice, said};
use super::{ActionId, Answer, FromFile, Misread, PartId, PersonId, RoundId};
use crate::model::{IndicatorId, Level, PracticeId, new_id};

new_id!(
    /// A finding of a review.
    FindingId
);
new_id!(
    /// A reply to a finding.
    ReplyId
);

impl ReplyId {
    /// What sorts before every id and is none: where the replies to a finding begin.
    pub(super) const fn before_all() -> Self {
        Self(String::new())
    }
}

/// Something that somebody found. Whoever states it is its author.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Finding {
    /// What kind it is.
    pub kind: FindingKind,
    /// What it is about.
    pub about: FindingAbout,
    /// The part of the system that it is about; `None` for the whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<PartId>,
    /// What it says.
    pub text: String,
    /// The round in which it was made. It stands in later ones as well.
    pub round: RoundId,
    /// The mark of what was said about the same when it was made ([`Session::mark_of`](super::Session::mark_of)): with another mark, that
    /// has changed since.
    pub stood: String,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

from_members!(Finding { kind, about, part, text, round, stood; unknown });

/// What kind of finding it is.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FindingKind {
    /// A remark: nothing has to follow from it.
    Comment,
    /// A question, to a person or to everybody.
    Question(Option<PersonId>),
    /// That the evidence does not show what is said.
    Challenge,
    /// That something else should be said.
    Suggestion(Suggestion),
}

impl FromFile for FindingKind {
    fn from_file(value: Value) -> Result<Self, Misread> {
        let (word, beside) = choice(value)?;
        match (word.as_str(), beside) {
            ("comment", None) => Ok(Self::Comment),
            ("question", Some(to)) => said(&word, to).map(Self::Question),
            ("challenge", None) => Ok(Self::Challenge),
            ("suggestion", Some(suggestion)) => said(&word, suggestion).map(Self::Suggestion),
            (_, beside) => Err(no_choice(word, beside.as_ref(), &["comment", "question", "challenge", "suggestion"])),
        }
    }
}

/// What should be said instead.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Suggestion {
    /// Another answer to a statement.
    Answer(Answer),
    /// Another level that a practice has.
    Level(Level),
    /// Another target of a practice.
    Target(Level),
}

impl Suggestion {
    /// The level that it names, if it names one.
    #[must_use]
    pub const fn level(&self) -> Option<Level> {
        match self {
            Self::Answer(_) => None,
            Self::Level(level) | Self::Target(level) => Some(*level),
        }
    }

    /// Whether it can be followed where something is about this.
    #[must_use]
    pub const fn fits(&self, about: &FindingAbout) -> bool {
        matches!(
            (self, about),
            (Self::Answer(_), FindingAbout::Statement(_))
                | (Self::Level(_), FindingAbout::Practice(_))
                | (Self::Target(_), FindingAbout::Target(_))
        )
    }
}

impl FromFile for Suggestion {
    fn from_file(value: Value) -> Result<Self, Misread> {
        let (word, beside) = choice(value)?;
        match (word.as_str(), beside) {
            ("answer", Some(answer)) => said(&word, answer).map(Self::Answer),
            ("level", Some(level)) => said(&word, level).map(Self::Level),
            ("target", Some(level)) => said(&word, level).map(Self::Target),
            (_, beside) => Err(no_choice(word, beside.as_ref(), &["answer", "level", "target"])),
        }
    }
}

/// What a finding is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FindingAbout {
    /// All of it.
    Whole,
    /// A statement.
    Statement(IndicatorId),
    /// A practice, as it is.
    Practice(PracticeId),
    /// How much of a practice is enough.
    Target(PracticeId),
    /// An action of the plan.
    Action(ActionId),
}

impl FromFile for FindingAbout {
    fn from_file(value: Value) -> Result<Self, Misread> {
        let (word, beside) = choice(value)?;
        match (word.as_str(), beside) {
            ("whole", None) => Ok(Self::Whole),
            ("statement", Some(id)) => said(&word, id).map(Self::Statement),
            ("practice", Some(id)) => said(&word, id).map(Self::Practice),
            ("target", Some(id)) => said(&word, id).map(Self::Target),
            ("action", Some(id)) => said(&word, id).map(Self::Action),
            (_, beside) => Err(no_choice(word, beside.as_ref(), &["whole", "statement", "practice", "target", "action"])),
        }
    }
}

/// What a reply is: which of those to a finding. Each has an id of its own, so that two people can reply apart.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReplyToFinding {
    /// The finding.
    pub finding: FindingId,
    /// The reply.
    pub reply: ReplyId,
}

from_members!(ReplyToFinding { finding, reply });

/// What became of a finding.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FindingDecision {
    /// It was accepted.
    Accepted(Accepted),
    /// It was declined.
    Declined(Declined),
    /// It was answered; the answer is a reply.
    Answered,
    /// Its author took it back. What was replied stays, and so do its words.
    Withdrawn,
}

impl FromFile for FindingDecision {
    fn from_file(value: Value) -> Result<Self, Misread> {
        let (word, beside) = choice(value)?;
        match (word.as_str(), beside) {
            ("accepted", Some(accepted)) => said(&word, accepted).map(Self::Accepted),
            ("declined", Some(declined)) => said(&word, declined).map(Self::Declined),
            ("answered", None) => Ok(Self::Answered),
            ("withdrawn", None) => Ok(Self::Withdrawn),
            (_, beside) => Err(no_choice(word, beside.as_ref(), &["accepted", "declined", "answered", "withdrawn"])),
        }
    }
}

/// That a finding was accepted.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Accepted {
    /// What was taken over, where it suggested something: its author may have changed it since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suggestion: Option<Suggestion>,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

from_members!(Accepted { suggestion; unknown });

/// Why a finding was declined.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Declined {
    /// The reason.
    pub reason: String,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

from_members!(Declined { reason; unknown });
