//! A request: a copy of a session with only what one person needs to answer some practices.

use serde::Serialize;
use serde_json::{Map, Value};

use super::members::Members;
use super::{FromFile, Misread, PersonId, Timestamp};
use crate::model::PracticeId;

/// What makes a copy of a session a request: who is asked what, by whom.
///
/// Such a copy holds a few facts only. What is missing in it was left out and not deleted.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct AnswerRequest {
    /// Who is asked.
    #[serde(rename = "for")]
    pub addressee: PersonId,
    /// The practices they are asked about.
    pub practices: Vec<PracticeId>,
    /// A few words to them; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub message: String,
    /// Who asks, if they said who they are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<PersonId>,
    /// When it was made.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "super::schema::Moment"))]
    pub made: Timestamp,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

impl FromFile for AnswerRequest {
    fn from_file(value: Value) -> Result<Self, Misread> {
        let mut members = Members::of(value)?;
        Ok(Self {
            addressee: members.take("for")?,
            practices: members.take("practices")?,
            message: members.take_or_empty("message")?,
            from: members.take("from")?,
            made: members.take("made")?,
            unknown: members.rest(),
        })
    }
}

impl AnswerRequest {
    /// Whether it asks about a practice.
    #[must_use]
    pub fn asks(&self, practice: &PracticeId) -> bool {
        self.practices.contains(practice)
    }
}
