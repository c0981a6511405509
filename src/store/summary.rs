//! What is in a record, in short: enough to list it without opening it. It lies on each record, so there is no index that could
//! say something else than the sessions do.

use serde::Serialize;

use crate::session::from_members;
use crate::session::{Facts, Session, SessionId, SystemField, Timestamp};

/// The longest name that is listed, in characters.
const LONGEST_NAME: usize = 200;

/// A session in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Summary {
    /// The session's id, the same in all copies.
    pub id: SessionId,
    /// The system's name; may be empty.
    pub name: String,
    /// When it was last changed.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "crate::session::Moment"))]
    pub changed: Timestamp,
    /// How many answers are in it, of either pass; what was stored at first did not say so.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub answers: Option<usize>,
}

from_members!(Summary { id, name, changed, answers; .. });

impl Summary {
    /// A session in short.
    #[must_use]
    pub fn of(session: &Session) -> Self {
        Self {
            id: session.id.clone(),
            name: session.system(SystemField::Name).chars().take(LONGEST_NAME).collect(),
            changed: session.last_change(),
            answers: Some(said(&session.quick) + said(&session.answers)),
        }
    }

    /// As it stands on a record, on one line.
    pub(super) fn line(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// How many of the facts somebody stated, and did not withdraw.
fn said<K, V>(facts: &Facts<K, V>) -> usize {
    facts.values().filter(|fact| fact.value().is_some() && !fact.is_carried()).count()
}
