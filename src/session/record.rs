//! How facts stand in a file: as a list of flat records, each with what it is about, its value, who, when and its stamp.

use serde::{Serialize, Serializer};
use serde_json::{Map, Value};

use super::from_file::entries;
use super::{
    Fact, Facts, Fault, FromFile, Key, Members, Misread, PartId, PersonId, RecordKind, RecordPlace, RoundId, Stamp, Timestamp,
};

/// A record as it is written.
#[derive(Serialize)]
struct Written<'a, K, V> {
    on: &'a K,
    #[serde(skip_serializing_if = "Option::is_none")]
    round: Option<&'a RoundId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<&'a PartId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<&'a V>,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<&'a PersonId>,
    at: Timestamp,
    stamp: &'a Stamp,
    #[serde(flatten)]
    unknown: &'a Map<String, Value>,
}

/// The facts that somebody stated: those that only follow from them are not written.
fn stated<K, V>(facts: &Facts<K, V>) -> impl Iterator<Item = (&K, &Fact<V>)> {
    facts.iter().filter(|(_, fact)| !fact.carried)
}

/// Writes facts as a list of records.
///
/// # Errors
/// What the serializer says.
pub(super) fn write<S: Serializer, K: Key, V: Serialize>(facts: &Facts<K, V>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(stated(facts).map(|(key, fact)| Written {
        on: key.on(),
        round: key.round(),
        part: key.part(),
        value: fact.value.as_ref(),
        by: key.by(&fact.by).as_ref(),
        at: fact.at,
        stamp: &fact.stamp,
        unknown: &fact.unknown,
    }))
}

/// A record that is being read, as far as those of all lists are alike.
struct Record {
    on: Value,
    round: Option<RoundId>,
    part: Option<PartId>,
    value: Option<Value>,
    by: Option<PersonId>,
    at: Timestamp,
    stamp: Stamp,
    unknown: Map<String, Value>,
}

/// Why a record can't stand in its list.
enum Refused {
    Misread(Misread),
    Misplaced(String),
    Twice(String),
}

impl From<Misread> for Refused {
    fn from(misread: Misread) -> Self {
        Self::Misread(misread)
    }
}

/// Reads facts from a list of records.
///
/// # Errors
/// A record that is none, or can't stand in such a list, or two records that nothing tells apart.
pub(super) fn read<K: Key, V: FromFile>(list: Value) -> Result<Facts<K, V>, Misread> {
    let mut facts = Facts::new();
    // Those of a file that somebody put in another order.
    let mut late = Vec::new();
    each(list, K::RECORD, &mut |Record { on, round, part, value, by, at, stamp, unknown }| {
        let on = K::On::from_file(on).map_err(|misread| misread.in_member("on"))?;
        let value = value.map(V::from_file).transpose().map_err(|misread| misread.in_member("value"))?;
        let key = K::read(on, RecordPlace { round, part, by: &by, stamp: &stamp });
        let key = key.map_err(|on| Refused::Misplaced(shown(&on)))?;
        let fact = Fact { value, by, at, stamp, unknown, carried: false };
        if facts.ends_before(&key) || facts.contains_key(&key) {
            return facts.add(key, fact).map_err(|other| Refused::Twice(shown(other.on())));
        }
        late.push((key, fact));
        Ok(())
    })?;
    match facts.take_in(late).first() {
        Some(key) => Err(twice(K::RECORD, shown(key.on())).into()),
        None => Ok(facts),
    }
}

/// Takes in the records of a list one by one.
fn each(list: Value, kind: RecordKind, take_in: &mut dyn FnMut(Record) -> Result<(), Refused>) -> Result<(), Misread> {
    for (index, record) in entries(list)?.into_iter().enumerate() {
        let taken_in = Record::from_file(record).map_err(Refused::Misread).and_then(&mut *take_in);
        taken_in.map_err(|refused| match refused {
            Refused::Misread(misread) => misread.in_entry(index),
            Refused::Misplaced(shown) => misplaced(kind, shown).into(),
            Refused::Twice(shown) => twice(kind, shown).into(),
        })?;
    }
    Ok(())
}

impl FromFile for Record {
    fn from_file(value: Value) -> Result<Self, Misread> {
        let mut members = Members::of(value)?;
        Ok(Self {
            on: members.take("on")?,
            round: members.take("round")?,
            part: members.take("part")?,
            value: members.take("value")?,
            by: members.take("by")?,
            at: members.take("at")?,
            stamp: members.take("stamp")?,
            unknown: members.rest(),
        })
    }
}

/// What a record is about, for a message: its id or, where it is about several, each with what it is the id of.
fn shown<K: Serialize>(on: &K) -> String {
    // By its text, as it is written anyway: another way of writing all that records are about would make the app larger.
    named(&serde_json::to_string(on).unwrap_or_default())
}

fn named(written: &str) -> String {
    match serde_json::from_slice(written.as_bytes()) {
        Ok(Value::String(id)) => id,
        Ok(Value::Object(ids)) => {
            let named = ids.iter().filter_map(|(name, id)| id.as_str().map(|id| format!("{name} {id}")));
            named.collect::<Vec<_>>().join(", ")
        }
        _ => String::new(),
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
