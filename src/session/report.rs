//! Which reports were given out: their codes travel with the session, so that every copy can say what an old one is worth.

use serde::Serialize;
use serde_json::{Map, Value};

use super::Timestamp;
use super::members::from_members;
use crate::model::new_id;

new_id!(
    /// The code that is printed on a report, without its hyphens and in lower case.
    ReportCode
);

/// That a report was printed or saved.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct IssuedReport {
    /// When that happened last. Beside the fact's own time because the same facts may be reported again later.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "super::schema::Moment"))]
    pub at: Timestamp,
    /// Members that this version does not know, kept as they came.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

from_members!(IssuedReport { at; unknown });

impl IssuedReport {
    /// A report given out at that time.
    #[must_use]
    pub fn new(at: Timestamp) -> Self {
        Self { at, unknown: Map::new() }
    }
}
