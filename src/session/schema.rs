//! How a session is described as a JSON Schema: as it stands in a file, where facts are lists of records. No part of the app.

use std::borrow::Cow;
use std::collections::BTreeMap;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use super::{ActorId, AnswerRequest, Key, ModelRef, PartId, PersonId, RecordKind, RoundId, Seen, Session, SessionId, Stamp, Yes};

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

impl JsonSchema for Seen {
    fn schema_name() -> Cow<'static, str> {
        "Seen".into()
    }
    fn json_schema(schemas: &mut SchemaGenerator) -> Schema {
        let mut schema = BTreeMap::<ActorId, u64>::json_schema(schemas);
        schema.insert("description".to_owned(), "Per actor, up to which of their changes a copy has seen.".into());
        schema
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

/// The type that describes how a value stands in a file.
macro_rules! described {
    (Date) => {
        $crate::session::schema::Day
    };
    ($value:ident) => {
        $value
    };
}
pub(super) use described;

/// A list of records whose keys are `K` and that say `V`.
pub(super) fn list<K: Key<On: JsonSchema>, V: JsonSchema>(schemas: &mut SchemaGenerator) -> Value {
    let mut properties = Map::new();
    properties.insert("on".to_owned(), schemas.subschema_for::<K::On>().to_value());
    let mut required = vec!["on", "at", "stamp"];
    if matches!(K::RECORD, RecordKind::Placed | RecordKind::Subject) {
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
        let lists = Self::list_schemas(schemas);
        properties.extend(lists.into_iter().map(|(name, list)| (name.to_owned(), list)));
        properties.insert("envelope".to_owned(), schemas.subschema_for::<Option<AnswerRequest>>().to_value());
        let own = "The file of the model that somebody brought, as model-v1.schema.json says; left out for models that come with the app.";
        properties.insert("own_model".to_owned(), serde_json::json!({ "description": own, "type": "object" }));
        json_schema!({
            "type": "object",
            "properties": properties,
            "required": ["id", "created", "model", "seen"]
        })
    }
}
