//! How a month is described as a JSON Schema. No part of the app.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::Month;

impl JsonSchema for Month {
    fn schema_name() -> Cow<'static, str> {
        "Month".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "description": "A month, as 2026-11.", "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}$" })
    }
}
