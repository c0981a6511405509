//! What was said differently in two copies and is kept side by side until people have talked about it.

use serde::Serialize;
use serde_json::{Map, Value};

use super::members::from_members;
use super::{Fact, FromFile, List, PersonId, Session, Stamp, Target, Timestamp};
use crate::model::{PracticeId, new_id};

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

impl Discussion {
    /// Where its sides stand in the history, as far as that can be read.
    #[must_use]
    pub fn stamps(&self) -> Vec<Stamp> {
        let stamp = |side: &Map<String, Value>| Stamp::try_from(side.get("stamp")?.as_str()?.to_owned()).ok();
        self.sides.iter().filter_map(stamp).collect()
    }

    /// Where its sides stand in the history, where they are targets: that of the target that counts until then as well, if undoing gave a
    /// side back under another stamp.
    #[must_use]
    pub fn stamps_of_targets(&self, counts: Option<&Fact<Target>>) -> Vec<Stamp> {
        let mut stamps = self.stamps();
        let counts = counts.filter(|fact| !stamps.contains(&fact.stamp) && self.sides.iter().any(|side| is_said_by(side, fact)));
        stamps.extend(counts.map(|fact| fact.stamp.clone()));
        stamps
    }
}

/// Whether a side, as it stands in a file, says what a target does, by the same person and of the same time.
fn is_said_by(side: &Map<String, Value>, fact: &Fact<Target>) -> bool {
    let said = |name: &str| side.get(name).cloned();
    let value = said("value").and_then(|value| Target::from_file(value).ok());
    let by = said("by").and_then(|by| PersonId::from_file(by).ok());
    (value.as_ref(), by.as_ref()) == (fact.value(), fact.by.as_ref())
        && said("at").and_then(|at| Timestamp::from_file(at).ok()) == Some(fact.at)
}

impl Session {
    /// What is open about a practice's target because two copies say it differently: each with where its sides stand in the history.
    pub fn targets_kept_apart(&self, practice: &PracticeId) -> impl Iterator<Item = (&DiscussionId, Vec<Stamp>)> {
        let open = self.discussions.iter().filter_map(|(id, fact)| Some((id, fact.value()?)));
        open.filter(|(_, it)| {
            let is_about = |side: &Map<String, Value>| side.get("on").and_then(Value::as_str) == Some(practice.as_str());
            it.list == List::Targets.name() && it.sides.first().is_some_and(is_about)
        })
        .map(|(id, it)| (id, it.stamps_of_targets(self.targets.get(practice))))
    }
}
