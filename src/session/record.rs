//! How facts stand in a file: as a list of flat records, each with what it is about, its value, who, when and its stamp.

use std::collections::BTreeMap;

use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};

use super::{Fact, Facts, Fault, Key, PartId, PersonId, RecordKind, RecordPlace, RoundId, Stamp, Timestamp};

#[derive(Serialize, Deserialize)]
struct Record<K, V> {
    on: K,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    round: Option<RoundId>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    part: Option<PartId>,
    #[serde(skip_serializing_if = "Option::is_none", default = "none")]
    value: Option<V>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    by: Option<PersonId>,
    at: Timestamp,
    stamp: Stamp,
    #[serde(flatten)]
    unknown: Map<String, Value>,
}

fn none<V>() -> Option<V> {
    None
}

/// The facts that somebody stated: those that only follow from them are not written.
fn stated<K, V>(facts: &BTreeMap<K, Fact<V>>) -> impl Iterator<Item = (&K, &Fact<V>)> {
    facts.iter().filter(|(_, fact)| !fact.carried)
}

/// What a record is about, for a message: its id or, where it is about several, each with what it is the id of.
fn shown<K: Serialize>(on: &K) -> String {
    match serde_json::to_value(on) {
        Ok(Value::String(id)) => id,
        Ok(Value::Object(ids)) => {
            let named = ids.iter().filter_map(|(name, id)| id.as_str().map(|id| format!("{name} {id}")));
            named.collect::<Vec<_>>().join(", ")
        }
        _ => String::new(),
    }
}

/// A list of facts as a list of records.
pub mod records {
    use super::*;

    /// Writes the facts as a list of records.
    ///
    /// # Errors
    /// What the serializer says.
    pub fn serialize<S: Serializer, K: Key, V: Serialize>(facts: &Facts<K, V>, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(stated(facts).map(|(key, fact)| Record {
            on: key.on(),
            round: key.round().cloned(),
            part: key.part().cloned(),
            value: fact.value.as_ref(),
            by: key.by(&fact.by).clone(),
            at: fact.at,
            stamp: fact.stamp.clone(),
            unknown: fact.unknown.clone(),
        }))
    }

    /// Reads the facts from a list of records.
    ///
    /// # Errors
    /// A record that is none, or can't stand in such a list, or two records that nothing tells apart.
    pub fn deserialize<'de, D, K, V>(deserializer: D) -> Result<Facts<K, V>, D::Error>
    where
        D: Deserializer<'de>,
        K: Key,
        V: DeserializeOwned,
    {
        let list = Vec::<Record<K::On, V>>::deserialize(deserializer)?;
        let mut facts = Facts::new();
        for Record { on, round, part, value, by, at, stamp, unknown } in list {
            let shown = shown(&on);
            let place = RecordPlace { round, part, by: &by, stamp: &stamp };
            let key = K::read(on, place).ok_or_else(|| D::Error::custom(misplaced(K::RECORD, shown.clone())))?;
            if facts.insert(key, Fact { value, by, at, stamp, unknown, carried: false }).is_some() {
                return Err(D::Error::custom(twice(K::RECORD, shown)));
            }
        }
        Ok(facts)
    }
}

/// Why a record can't stand in a list.
fn misplaced(kind: RecordKind, shown: String) -> Fault {
    match kind {
        RecordKind::Plain | RecordKind::Past => Fault::Placed(shown),
        RecordKind::Placed | RecordKind::Subject => Fault::NoRound(shown),
    }
}

/// That nothing tells two records apart.
fn twice(kind: RecordKind, shown: String) -> Fault {
    match kind {
        RecordKind::Past => Fault::SameStamp(shown),
        RecordKind::Plain | RecordKind::Placed | RecordKind::Subject => Fault::Twice(shown),
    }
}
