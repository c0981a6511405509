//! How a session is described as a JSON Schema: as it stands in a file, where facts are lists of records. No part of the app.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use super::{
    AnswerRequest, Date, Facts, ModelRef, PartId, PastTargets, PersonId, Place, RoundId, Seen, Session, SessionId, Stamp,
    Subject, Target, Yes,
};
use crate::model::PracticeId;

impl JsonSchema for Stamp {
    fn schema_name() -> Cow<'static, str> {
        "Stamp".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Where a change stands in the history: who counted it, and the count.",
            "type": "string",
            "pattern": "^[a-z0-9._-]+:[+]?0*[1-9][0-9]*$"
        })
    }
}

/// A moment, as it stands in a file.
pub(crate) struct Moment;

impl JsonSchema for Moment {
    fn schema_name() -> Cow<'static, str> {
        "Moment".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "description": "A moment, as 2026-11-23T09:00:00Z.", "type": "string" })
    }
}

/// A day, as it stands in a file.
pub(super) struct Day;

impl JsonSchema for Day {
    fn schema_name() -> Cow<'static, str> {
        "Day".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "description": "A day, as 2026-11-23.", "type": "string" })
    }
}

impl JsonSchema for Yes {
    fn schema_name() -> Cow<'static, str> {
        "Yes".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "const": true })
    }
}

/// What tells the records of a list apart beside what they are about.
#[derive(Clone, Copy)]
enum Within {
    /// Nothing: they belong to no round.
    Nothing,
    /// The round, and the part if it is not about the whole system.
    Round,
}

/// A list of records about `K` that say `V`.
fn list<K: JsonSchema, V: JsonSchema>(within: Within, schemas: &mut SchemaGenerator) -> Value {
    let mut properties = Map::new();
    properties.insert("on".to_owned(), schemas.subschema_for::<K>().to_value());
    let mut required = vec!["on", "at", "stamp"];
    if matches!(within, Within::Round) {
        properties.insert("round".to_owned(), schemas.subschema_for::<RoundId>().to_value());
        properties.insert("part".to_owned(), schemas.subschema_for::<Option<PartId>>().to_value());
        required.push("round");
    }
    properties.insert("value".to_owned(), schemas.subschema_for::<Option<V>>().to_value());
    properties.insert("by".to_owned(), schemas.subschema_for::<Option<PersonId>>().to_value());
    properties.insert("at".to_owned(), schemas.subschema_for::<Moment>().to_value());
    properties.insert("stamp".to_owned(), schemas.subschema_for::<Stamp>().to_value());
    json!({ "type": "array", "items": { "type": "object", "properties": properties, "required": required } })
}

/// The list of a member of the session, whose type says what stands in it.
fn plain<K: JsonSchema, V: JsonSchema>(_: fn(&Session) -> &Facts<K, V>, schemas: &mut SchemaGenerator) -> Value {
    list::<K, V>(Within::Nothing, schemas)
}

fn placed<K: JsonSchema, V: JsonSchema>(_: fn(&Session) -> &Facts<Place<K>, V>, schemas: &mut SchemaGenerator) -> Value {
    list::<K, V>(Within::Round, schemas)
}

fn once<K: JsonSchema, V: JsonSchema>(_: fn(&Session) -> &Facts<Subject<K>, V>, schemas: &mut SchemaGenerator) -> Value {
    list::<K, V>(Within::Round, schemas)
}

fn dated<K: JsonSchema>(_: fn(&Session) -> &Facts<Place<K>, Date>, schemas: &mut SchemaGenerator) -> Value {
    list::<K, Day>(Within::Round, schemas)
}

fn past(_: fn(&Session) -> &PastTargets, schemas: &mut SchemaGenerator) -> Value {
    list::<PracticeId, Target>(Within::Nothing, schemas)
}

/// Each list with the kind that it is of. A list that is missing here does not validate: `tests/it/schemas.rs`.
macro_rules! lists {
    ($schemas:expr, $($kind:ident $name:ident),+ $(,)?) => {
        [$((stringify!($name), $kind(|session| &session.$name, $schemas))),+]
    };
}

impl JsonSchema for Session {
    fn schema_name() -> Cow<'static, str> {
        "Session".into()
    }
    fn json_schema(schemas: &mut SchemaGenerator) -> Schema {
        let mut properties = Map::new();
        properties.insert("id".to_owned(), schemas.subschema_for::<SessionId>().to_value());
        properties.insert("created".to_owned(), schemas.subschema_for::<Moment>().to_value());
        properties.insert("model".to_owned(), schemas.subschema_for::<ModelRef>().to_value());
        properties.insert("seen".to_owned(), schemas.subschema_for::<Seen>().to_value());
        let lists = lists!(
            schemas,
            plain system, plain people, plain parts, plain profiles, plain targets, past past_targets, plain minimums,
            plain interview, plain hints, plain indicators, plain rounds, placed quick, placed scopes, placed answers,
            placed practice_notes, placed notes, placed confidence, placed against, dated confirmed, placed shown,
            plain evidence, plain evidence_uses, once settlements, once overrides, plain assignments, plain ways,
            plain reports, plain discussions,
        );
        properties.extend(lists.into_iter().map(|(name, list)| (name.to_owned(), list)));
        properties.insert("envelope".to_owned(), schemas.subschema_for::<Option<AnswerRequest>>().to_value());
        json_schema!({
            "type": "object",
            "properties": properties,
            "required": ["id", "created", "model", "seen"]
        })
    }
}
