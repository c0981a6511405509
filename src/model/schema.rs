//! How what is no plain structure in model files is described as a JSON Schema. No part of the app.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::{Aliases, BadId, Fraction, Lasts, LevelAction, Rollup, RollupRule, SystemRole, Text};

/// Any id.
pub(crate) fn id_schema() -> Schema {
    json_schema!({ "type": "string", "pattern": "^[a-z0-9._-]+$", "minLength": 1, "maxLength": BadId::LONGEST })
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

/// An address of the web, as it stands in a file.
pub(super) struct WebAddress;

impl JsonSchema for WebAddress {
    fn schema_name() -> Cow<'static, str> {
        "WebAddress".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "description": "An address of the web.", "type": "string", "pattern": "^https://\\S+$" })
    }
}

impl JsonSchema for Text {
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Words for people, by language; at least in the file's first language.",
            "type": "object",
            "minProperties": 1,
            "additionalProperties": { "type": "string", "pattern": "\\S" }
        })
    }
}

impl JsonSchema for LevelAction {
    fn schema_name() -> Cow<'static, str> {
        "LevelAction".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (text, role) = (generator.subschema_for::<Text>(), generator.subschema_for::<SystemRole>());
        json_schema!({
            "description": "Something to be done to get to a level: its words, or these and for whom it is.",
            "anyOf": [
                text,
                {
                    "type": "object",
                    "properties": { "text": text, "for": { "type": "array", "minItems": 1, "items": role } },
                    "required": ["text"]
                }
            ]
        })
    }
}

impl JsonSchema for Fraction {
    fn schema_name() -> Cow<'static, str> {
        "Fraction".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A part of a whole, from 0 to 1: a number with at most three digits behind the point, or a fraction as 1/3.",
            "anyOf": [
                { "type": "number", "minimum": 0, "maximum": 1 },
                { "type": "string", "pattern": "^([01]|0\\.[0-9]{1,3}|[0-9]{1,4}/[1-9][0-9]{0,3})$" }
            ]
        })
    }
}

/// A part of a whole that is more than nothing.
pub(super) fn some_of_a_whole(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "anyOf": [
            { "type": "number", "exclusiveMinimum": 0, "maximum": 1 },
            {
                "type": "string",
                "pattern": "^(1|1\\.0{1,3}|0\\.[0-9]{0,2}[1-9][0-9]{0,2}|[0-9]{0,3}[1-9][0-9]{0,3}/[1-9][0-9]{0,3})$"
            }
        ]
    })
}

impl JsonSchema for Rollup {
    fn schema_name() -> Cow<'static, str> {
        "Rollup".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let rule = generator.subschema_for::<RollupRule>();
        json_schema!({
            "description": "How what stands together is rolled up: one word for all, or one each for the practices of a group, for the groups \
                of a group, and for the parts of a system in a practice.",
            "anyOf": [
                rule,
                {
                    "type": "object",
                    "properties": { "practices": rule, "groups": rule, "parts": { "enum": ["lowest", "mean"] } },
                    "additionalProperties": false
                }
            ]
        })
    }
}

impl JsonSchema for Aliases {
    fn schema_name() -> Cow<'static, str> {
        "Aliases".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Other names, by language.",
            "type": "object",
            "additionalProperties": { "type": "array", "items": { "type": "string", "pattern": "\\S" } }
        })
    }
}

impl JsonSchema for Lasts {
    fn schema_name() -> Cow<'static, str> {
        "Lasts".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "oneOf": [
                { "type": "object", "properties": { "shelf_life_months": false, "lasts": false } },
                {
                    "type": "object",
                    "properties": { "shelf_life_months": {
                        "description": "How long an answer usually stays true, in months; 1 to 120.",
                        "type": "integer",
                        "minimum": 1,
                        "maximum": 120
                    } },
                    "required": ["shelf_life_months"]
                },
                {
                    "type": "object",
                    "properties": { "lasts": {
                        "description": "Until when an answer stays true: until the next release or model, or until the next such event.",
                        "enum": ["release", "event"]
                    } },
                    "required": ["lasts"]
                }
            ]
        })
    }
}
