//! How facts stand in a file: as a list of flat records, each with what it is about, its value, who, when and its stamp.

use std::collections::BTreeMap;

use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};

use super::{Fact, Facts, Fault, PartId, PastTargets, PersonId, Place, RoundId, Stamp, Subject, Target, Timestamp};

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

impl<K, V> Record<K, V> {
    fn split(self) -> (K, Option<RoundId>, Option<PartId>, Fact<V>) {
        let Self { on, round, part, value, by, at, stamp, unknown } = self;
        (on, round, part, Fact { value, by, at, stamp, unknown, carried: false })
    }
}

fn record<'a, K: Clone, V>(on: &'a K, fact: &'a Fact<V>) -> Record<&'a K, &'a V> {
    Record {
        on,
        round: None,
        part: None,
        value: fact.value.as_ref(),
        by: fact.by.clone(),
        at: fact.at,
        stamp: fact.stamp.clone(),
        unknown: fact.unknown.clone(),
    }
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

fn insert<K: Ord, V, E: serde::de::Error>(facts: &mut Facts<K, V>, key: K, fact: Fact<V>, shown: &str) -> Result<(), E> {
    match facts.insert(key, fact) {
        None => Ok(()),
        Some(_) => Err(E::custom(Fault::Twice(shown.to_owned()))),
    }
}

/// Facts about something that needs no more than its id.
pub mod records {
    use super::*;

    /// Writes the facts as a list of records.
    ///
    /// # Errors
    /// What the serializer says.
    pub fn serialize<S: Serializer, K: Serialize + Clone, V: Serialize>(
        facts: &Facts<K, V>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(stated(facts).map(|(on, fact)| record(on, fact)))
    }

    /// Reads the facts from a list of records.
    ///
    /// # Errors
    /// A record that is none, or two records about the same thing.
    pub fn deserialize<'de, D, K, V>(deserializer: D) -> Result<Facts<K, V>, D::Error>
    where
        D: Deserializer<'de>,
        K: DeserializeOwned + Ord + Serialize,
        V: DeserializeOwned,
    {
        let list = Vec::<Record<K, V>>::deserialize(deserializer)?;
        let mut facts = Facts::new();
        for entry in list {
            let shown = shown(&entry.on);
            if entry.round.is_some() || entry.part.is_some() {
                return Err(D::Error::custom(Fault::Placed(shown)));
            }
            let (on, _, _, fact) = entry.split();
            insert(&mut facts, on, fact, &shown)?;
        }
        Ok(facts)
    }
}

/// What targets were before: several records about the same practice, told apart by their stamps.
pub mod past_records {
    use super::*;
    use crate::model::PracticeId;

    /// Writes the former targets as a list of records.
    ///
    /// # Errors
    /// What the serializer says.
    pub fn serialize<S: Serializer>(past: &PastTargets, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(stated(past).map(|((on, _), fact)| record(on, fact)))
    }

    /// Reads the former targets from a list of records.
    ///
    /// # Errors
    /// A record that is none, or two with the same stamp about the same practice.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<PastTargets, D::Error> {
        let list = Vec::<Record<PracticeId, Target>>::deserialize(deserializer)?;
        let mut past = PastTargets::new();
        for entry in list {
            let shown = shown(&entry.on);
            let (on, _, _, fact) = entry.split();
            if past.insert((on, fact.stamp.clone()), fact).is_some() {
                return Err(D::Error::custom(Fault::SameStamp(shown)));
            }
        }
        Ok(past)
    }
}

/// Facts about something in a round, for the whole system or a part of it, by a person.
pub mod placed_records {
    use super::*;

    /// Writes the facts as a list of records.
    ///
    /// # Errors
    /// What the serializer says.
    pub fn serialize<S: Serializer, K: Serialize + Clone, V: Serialize>(
        facts: &Facts<Place<K>, V>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(stated(facts).map(|(place, fact)| Record {
            round: Some(place.round.clone()),
            part: place.part.clone(),
            by: place.by.clone(),
            ..record(&place.on, fact)
        }))
    }

    /// Reads the facts from a list of records.
    ///
    /// # Errors
    /// A record that is none or names no round, or two records about the same thing.
    pub fn deserialize<'de, D, K, V>(deserializer: D) -> Result<Facts<Place<K>, V>, D::Error>
    where
        D: Deserializer<'de>,
        K: DeserializeOwned + Ord + Serialize,
        V: DeserializeOwned,
    {
        let list = Vec::<Record<K, V>>::deserialize(deserializer)?;
        let mut facts = Facts::new();
        for entry in list {
            let shown = shown(&entry.on);
            let (on, round, part, fact) = entry.split();
            let round = round.ok_or_else(|| D::Error::custom(Fault::NoRound(shown.clone())))?;
            let place = Place { on, round, part, by: fact.by.clone() };
            insert(&mut facts, place, fact, &shown)?;
        }
        Ok(facts)
    }
}

/// Facts about something in a round, for the whole system or a part of it, that can be said only once.
pub mod subject_records {
    use super::*;

    /// Writes the facts as a list of records.
    ///
    /// # Errors
    /// What the serializer says.
    pub fn serialize<S: Serializer, K: Serialize + Clone, V: Serialize>(
        facts: &Facts<Subject<K>, V>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(stated(facts).map(|(subject, fact)| Record {
            round: Some(subject.round.clone()),
            part: subject.part.clone(),
            ..record(&subject.on, fact)
        }))
    }

    /// Reads the facts from a list of records.
    ///
    /// # Errors
    /// A record that is none or names no round, or two records about the same thing.
    pub fn deserialize<'de, D, K, V>(deserializer: D) -> Result<Facts<Subject<K>, V>, D::Error>
    where
        D: Deserializer<'de>,
        K: DeserializeOwned + Ord + Serialize,
        V: DeserializeOwned,
    {
        let list = Vec::<Record<K, V>>::deserialize(deserializer)?;
        let mut facts = Facts::new();
        for entry in list {
            let shown = shown(&entry.on);
            let (on, round, part, fact) = entry.split();
            let round = round.ok_or_else(|| D::Error::custom(Fault::NoRound(shown.clone())))?;
            insert(&mut facts, Subject { on, round, part }, fact, &shown)?;
        }
        Ok(facts)
    }
}
