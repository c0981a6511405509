//! What was said differently in two copies and is kept side by side until people have talked about it.

use serde::Serialize;
use serde_json::{Map, Value};

use super::members::from_members;
use crate::model::new_id;

new_id!(
    /// What a discussion is about: made from that, so that copies which keep the same apart have one discussion and not two.
    DiscussionId
);

/// Statements about the same thing, each made without knowing the other. One of them stands in its list until somebody decides.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Discussion {
    /// The list of the session that they belong to, as `answers`.
    pub list: String,
    /// The statements as they stand in a file.
    pub sides: Vec<Map<String, Value>>,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

from_members!(Discussion { list, sides; unknown });
