//! The published JSON Schemas are those of the types, and everything that is shipped or written is valid by them.
//!
//! `cargo xtask schemas` writes them anew.

#![allow(clippy::panic, reason = "a schema that is none ends the test")]

use std::path::PathBuf;
use std::rc::Rc;
use std::sync::LazyLock;

use crate::support::any::{cases, session};
use crate::support::{json as file, list, offered, path, set};
use jsonschema::Validator;
use plumbline::analysis::{COHORT_FEWEST, COHORT_LONGEST_TITLE, COHORT_QUARTERS_FROM, COHORT_STEP, Cohort};
use plumbline::exchange::{
    COHORT_FORMAT, COHORT_SCHEMA, COHORT_VERSION, FORMAT, LARGEST, REVIEW_FORMAT, REVIEW_SCHEMA, REVIEW_VERSION, SCHEMA, VERSION,
    write_review, write_session, write_session_compact,
};
use plumbline::model::{FormerWords, Model, Profile};
use plumbline::session::Session;
use plumbline::store::{Header, MemoryStorage, SessionStore, Storage, Summary, seal};
use proptest::prelude::*;
use schemars::{JsonSchema, SchemaGenerator, schema_for};
use serde_json::{Map, Value, json};

const MODEL: &str = "model-v1.schema.json";
const CHANGES: &str = "changes-v1.schema.json";
const PROFILE: &str = "profile-v1.schema.json";
const ENVELOPE: &str = "envelope-v1.schema.json";
const REVIEW: &str = "review-v1.schema.json";
const COHORT: &str = "cohort-v1.schema.json";
const STORED: &str = "stored-v2.schema.json";

/// The name of the schema of session files, which they say themselves.
fn session_file() -> &'static str {
    SCHEMA.strip_prefix("schemas/").unwrap_or_default()
}

/// A schema that is published.
struct Published {
    name: &'static str,
    schema: Value,
}

/// The schema of a file of a format: what its type says, and what every file has beside it.
fn of<T: JsonSchema>(name: &'static str, title: &str, format: &str, version: u64, more: &[(&str, Value)]) -> Published {
    let mut schema = schema_for!(T).to_value();
    set(&mut schema, "/$id", json!(format!("urn:plumbline:{}", name.trim_end_matches(".schema.json"))));
    set(&mut schema, "/title", json!(title));
    let mut properties = Map::new();
    properties.insert("$schema".to_owned(), json!({ "type": "string" }));
    properties.insert("format".to_owned(), json!({ "const": format }));
    properties.insert("version".to_owned(), json!({ "const": version }));
    properties.extend(schema.get("properties").and_then(Value::as_object).cloned().unwrap_or_default());
    properties.extend(more.iter().map(|(name, schema)| ((*name).to_owned(), schema.clone())));
    set(&mut schema, "/properties", Value::Object(properties));
    let required =
        schema.get_mut("required").and_then(Value::as_array_mut).unwrap_or_else(|| panic!("{name} requires something"));
    required.splice(0..0, [json!("format"), json!("version")]);
    Published { name, schema }
}

fn published() -> Vec<Published> {
    let languages = json!({ "type": "array", "minItems": 1, "items": { "type": "string", "minLength": 1 } });
    let checksum = json!({ "type": "string", "description": "Of everything but itself and $schema, written on one line." });
    let session = of::<Session>(session_file(), "A Plumbline session", FORMAT, VERSION, &[("checksum", checksum)]);
    let mut request = Published { name: ENVELOPE, schema: session.schema.clone() };
    set(&mut request.schema, "/$id", json!("urn:plumbline:envelope-v1"));
    set(&mut request.schema, "/title", json!("Questions to somebody: a small Plumbline session"));
    set(&mut request.schema, "/properties/envelope", json!({ "$ref": "#/$defs/AnswerRequest" }));
    request.schema.get_mut("required").and_then(Value::as_array_mut).into_iter().for_each(|all| all.push(json!("envelope")));
    let languages = [("languages", languages)];
    let mut profile = of::<Profile>(PROFILE, "A Plumbline profile", "plumbline-profile", 1, &languages);
    let mut changes = of::<FormerWords>(CHANGES, "What a Plumbline model asked before", "plumbline-changes", 1, &languages);
    for schema in [&mut profile.schema, &mut changes.schema] {
        schema.get_mut("required").and_then(Value::as_array_mut).into_iter().for_each(|all| all.push(json!("languages")));
    }
    let model = of::<Model>(MODEL, "A Plumbline model", "plumbline-model", 1, &[]);
    let review = review(&session);
    vec![model, changes, profile, session, request, review, cohort(), stored()]
}

/// The schema of reviews: a few lists of a session, and nothing else.
fn review(session: &Published) -> Published {
    let mut schema = session.schema.clone();
    set(&mut schema, "/$id", json!("urn:plumbline:review-v1"));
    set(&mut schema, "/title", json!("A Plumbline review: what somebody found, and what became of it"));
    set(&mut schema, "/properties/format/const", json!(REVIEW_FORMAT));
    set(&mut schema, "/properties/version/const", json!(REVIEW_VERSION));
    set(&mut schema, "/additionalProperties", json!(false));
    let members =
        ["$schema", "format", "version", "id", "model", "seen", "people", "findings", "finding_replies", "finding_decisions"];
    let is_there = |name: &str| members.contains(&name);
    schema.get_mut("properties").and_then(Value::as_object_mut).into_iter().for_each(|all| all.retain(|name, _| is_there(name)));
    set(&mut schema, "/required", json!(["format", "version", "id", "model", "seen", "people"]));
    set(&mut schema, "/description", json!("The review layer of one session. It says nothing that anybody answered."));
    Published { name: REVIEW, schema: with_what_is_used(schema) }
}

/// A schema with only those definitions that it uses.
fn with_what_is_used(mut schema: Value) -> Value {
    loop {
        let written = schema.to_string();
        let is_used = |name: &str| written.contains(&format!("\"#/$defs/{name}\""));
        let Some(all) = schema.get_mut("$defs").and_then(Value::as_object_mut) else { return schema };
        let before = all.len();
        all.retain(|name, _| is_used(name));
        if all.len() == before {
            return schema;
        }
    }
}

/// The schema of anonymous benchmarks, with the limits that every file of this version says of itself.
fn cohort() -> Published {
    let limits = json!({
        "description": "Nothing is told of fewer than `fewest`; how many there are, in steps; a quarter and three quarters from `quarters_from` on. \
            Two files that differ by one member fit with every level and every target of that member.",
        "const": { "fewest": COHORT_FEWEST, "in_steps_of": COHORT_STEP, "quarters_from": COHORT_QUARTERS_FROM }
    });
    let mut made =
        of::<Cohort>(COHORT, "A Plumbline cohort: an anonymous benchmark", COHORT_FORMAT, COHORT_VERSION, &[("limits", limits)]);
    made.schema.get_mut("required").and_then(Value::as_array_mut).into_iter().for_each(|all| all.push(json!("limits")));
    set(&mut made.schema, "/properties/title/minLength", json!(1));
    set(&mut made.schema, "/properties/title/maxLength", json!(COHORT_LONGEST_TITLE));
    let number = json!({ "type": "integer", "minimum": COHORT_FEWEST, "multipleOf": COHORT_STEP });
    for pointer in ["/properties/at_least", "/$defs/CohortLevels/properties/at_least"] {
        let description = made.schema.pointer(pointer).and_then(|it| it.get("description")).cloned().unwrap_or_default();
        set(&mut made.schema, pointer, number.clone());
        set(&mut made.schema, &format!("{pointer}/description"), description);
    }
    made
}

/// The schema of the first two lines of a stored session, which are JSON each, as a list of both.
fn stored() -> Published {
    let mut schemas = SchemaGenerator::default();
    let lines = [schemas.subschema_for::<Header>(), schemas.subschema_for::<Summary>()];
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:plumbline:stored-v2",
        "title": "The first two lines of a session as Plumbline stores it in the browser, in a list",
        "description": "Behind them stands the session, deflated, 15 bits to a character, U+3400 for fifteen zeros.",
        "type": "array",
        "prefixItems": lines,
        "items": false,
        "minItems": 2,
        "$defs": schemas.take_definitions(true),
    });
    Published { name: STORED, schema }
}

/// The first two lines of what is stored, as they stand in the schema.
fn lines(stored: &str) -> Value {
    stored.lines().take(2).map(|line| serde_json::from_str::<Value>(line).unwrap_or_default()).collect()
}

fn place(name: &str) -> PathBuf {
    path("public/schemas").join(name)
}

fn text(schema: &Value) -> String {
    serde_json::to_string_pretty(schema).unwrap_or_default() + "\n"
}

/// The published schema of that name, ready to check files.
fn validator(name: &str) -> Validator {
    let schema = file(&format!("public/schemas/{name}"));
    jsonschema::validator_for(&schema).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// What a schema says against a file.
fn problems(validator: &Validator, file: &Value) -> Vec<String> {
    validator.iter_errors(file).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

fn assert_valid(schema: &str, name: &str) {
    assert_eq!(problems(&validator(schema), &file(name)), Vec::<String>::new(), "{name}");
}

#[test]
#[ignore = "writes the schemas: cargo xtask schemas"]
fn write_the_schemas() -> std::io::Result<()> {
    std::fs::create_dir_all(path("public/schemas"))?;
    published().iter().try_for_each(|it| std::fs::write(place(it.name), text(&it.schema)))
}

#[test]
fn the_published_schemas_are_those_of_the_types() -> std::io::Result<()> {
    for it in published() {
        let there = std::fs::read_to_string(place(it.name)).unwrap_or_default();
        assert!(there == text(&it.schema), "public/schemas/{} is stale: run `cargo xtask schemas`", it.name);
    }
    let there = std::fs::read_dir(path("public/schemas"))?.count();
    assert_eq!(there, published().len(), "and there are no others");
    Ok(())
}

#[test]
fn the_schemas_are_valid_themselves_and_need_no_other_file() {
    for it in published() {
        assert!(jsonschema::meta::is_valid(&it.schema), "{}", it.name);
        assert!(!text(&it.schema).contains("\"$ref\": \"h"), "{}", it.name);
    }
}

#[test]
fn every_model_and_profile_is_valid() {
    for name in ["public/models/iot-smm.json", "tests/data/tiny-model.json", "tests/data/tiny-model-v2.json"] {
        assert_valid(MODEL, name);
    }
    for name in list("profiles/index.json") {
        assert_valid(PROFILE, &format!("profiles/{name}"));
    }
    for offered in offered() {
        offered.files.iter().take(1).for_each(|name| assert_valid(MODEL, &format!("public/models/{name}")));
        offered.profiles.iter().for_each(|name| assert_valid(PROFILE, &format!("profiles/{name}")));
        offered.examples.iter().for_each(|name| assert_valid(session_file(), &format!("public/examples/{name}")));
    }
    assert_valid(PROFILE, "tests/data/tiny-profile.json");
    assert_valid(CHANGES, "public/models/iot-smm.changes.json");
}

#[test]
fn every_example_and_every_golden_file_of_this_version_is_valid() {
    for name in list("public/examples/index.json") {
        assert_valid(session_file(), &format!("public/examples/{name}"));
        assert_valid(session_file(), &format!("tests/data/first-edition/{name}"));
    }
    for name in [format!("golden/session-v{VERSION}.json"), "small.json".to_owned(), "envelope.json".to_owned()] {
        assert_valid(session_file(), &format!("tests/data/{name}"));
    }
    assert_valid(ENVELOPE, "tests/data/envelope.json");
    assert!(!validator(ENVELOPE).is_valid(&file("tests/data/small.json")), "a whole session asks nobody anything");
}

#[test]
fn the_schema_knows_every_member_that_a_session_can_have() {
    let schema = file(&format!("public/schemas/{}", session_file()));
    let known = schema.pointer("/properties").and_then(Value::as_object).cloned().unwrap_or_default();
    let golden = file(&format!("tests/data/golden/session-v{VERSION}.json"));
    for (name, _) in golden.as_object().into_iter().flatten().filter(|(name, _)| !name.starts_with("x-")) {
        assert!(known.contains_key(name), "{name}");
    }
}

#[test]
fn what_is_wrong_in_a_file_is_wrong_by_its_schema() {
    let sessions = validator(session_file());
    let golden = file(&format!("tests/data/golden/session-v{VERSION}.json"));
    assert_eq!(problems(&sessions, &golden), Vec::<String>::new());
    for (pointer, value) in [
        ("/version", json!(VERSION + 1)),
        ("/format", json!("plumbline-model")),
        ("/id", json!("A B")),
        ("/targets/0/value/level", json!("three")),
        ("/targets/0/value/scope", json!("galaxy")),
        ("/targets/0/stamp", json!("ana:0")),
        ("/answers/0/value", json!("exceeded")),
        ("/answers/0/round", json!(7)),
        ("/evidence_uses/0/value", json!(false)),
        ("/ways/0/on", json!("deaf")),
        ("/seen", json!({ "ana": -1 })),
    ] {
        let mut wrong = golden.clone();
        set(&mut wrong, pointer, value);
        assert!(!sessions.is_valid(&wrong), "{pointer}");
    }
    let models = validator(MODEL);
    for (pointer, value) in [
        ("/levels/0/level", json!("none")),
        ("/groups/0/name", json!("Storage")),
        ("/groups/0/practices/0/levels/1/indicators/0/kind", json!("maybe")),
        ("/groups/0/practices/0/levels/1/indicators/0/shelf_life_months", json!(121)),
        ("/groups/0/practices/0/levels/1/indicators/0/for", json!(["baker"])),
        ("/groups/0/practices/0/levels/1/indicators/0/context", json!([])),
        ("/groups/0/practices/0/levels/1/indicators/0/lasts", json!("release")),
        ("/changes", json!([{ "edition": "v2", "items": [{ "id": "a", "became": "lost" }] }])),
    ] {
        let mut wrong = file("tests/data/tiny-model.json");
        set(&mut wrong, pointer, value);
        assert!(!models.is_valid(&wrong), "{pointer}");
    }
    let changes = validator(CHANGES);
    for (pointer, value) in
        [("/model", json!("")), ("/languages", json!([])), ("/items/0/was", json!("Words")), ("/items/0/why", json!(7))]
    {
        let mut wrong = file("public/models/iot-smm.changes.json");
        set(&mut wrong, pointer, value);
        assert!(!changes.is_valid(&wrong), "{pointer}");
    }
}

#[test]
fn the_golden_cohort_is_valid_and_what_breaks_its_limits_is_not() {
    assert_eq!(COHORT_SCHEMA, format!("schemas/{COHORT}"));
    let cohorts = validator(COHORT);
    let golden = file("tests/data/golden/cohort-v1.json");
    assert_eq!(problems(&cohorts, &golden), Vec::<String>::new());
    for (pointer, value) in [
        ("/version", json!(2)),
        ("/limits/fewest", json!(1)),
        ("/title", json!("")),
        ("/made", json!("2026-11-28")),
        ("/at_least", json!(7)),
        ("/practices/0/levels/at_least", json!(0)),
        ("/practices/0/levels/half", json!("two")),
    ] {
        let mut wrong = golden.clone();
        set(&mut wrong, pointer, value);
        assert!(!cohorts.is_valid(&wrong), "{pointer}");
    }
}

#[test]
fn a_review_has_a_schema_that_knows_nothing_else() {
    assert_eq!(REVIEW_SCHEMA, format!("schemas/{REVIEW}"));
    let mut golden = file("tests/data/golden/review-v1.json");
    let reviews = validator(REVIEW);
    assert_eq!(problems(&reviews, &golden), Vec::<String>::new());
    set(&mut golden, "/answers", json!([]));
    assert!(!reviews.is_valid(&golden));
}

#[test]
fn what_is_stored_is_valid_as_are_those_of_this_version_that_were_stored_before() -> Result<(), Box<dyn std::error::Error>> {
    let validator = validator(STORED);
    let golden = String::from_utf8(crate::support::bytes("tests/data/stored/v2.txt"))?;
    assert_eq!(problems(&validator, &lines(&golden)), Vec::<String>::new());
    let storage = Rc::new(MemoryStorage::default());
    let store = SessionStore::new(storage.clone());
    store.save(&crate::support::id("s1"), &crate::support::filled::session(1), 0).map_err(|error| format!("{error:?}"))?;
    let stored = storage.get("plumbline.session.s1").map_err(|error| error.to_string())?.ok_or("it is stored")?;
    let written = lines(&stored);
    assert_eq!(problems(&validator, &written), Vec::<String>::new());
    for (pointer, value) in [
        ("/0/format", json!("plumbline-session")),
        ("/0/version", json!(3)),
        ("/0/revision", json!(0)),
        ("/0/checksum", json!("no")),
        ("/0/length", json!(LARGEST + 1)),
        ("/1/id", json!("A B")),
        ("/1/name", json!(null)),
        ("/1/answers", json!(-1)),
    ] {
        let mut wrong = written.clone();
        set(&mut wrong, pointer, value);
        assert!(!validator.is_valid(&wrong), "{pointer}");
    }
    let version_1 = lines(&String::from_utf8(crate::support::bytes("tests/data/stored/v1.txt"))?);
    assert!(!validator.is_valid(&version_1), "the first version had one line");
    Ok(())
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn whatever_is_written_is_valid(session in session()) {
        static SESSIONS: LazyLock<Validator> = LazyLock::new(|| validator(session_file()));
        static STORES: LazyLock<Validator> = LazyLock::new(|| validator(STORED));
        let label = serde_json::to_string(&Summary::of(&session))?;
        prop_assert_eq!(problems(&STORES, &lines(&seal(1, &label, "{}"))), Vec::<String>::new());
        for text in [write_session(&session)?, write_session_compact(&session)?] {
            let file: Value = serde_json::from_str(&text)?;
            prop_assert_eq!(problems(&SESSIONS, &file), Vec::<String>::new());
        }
        static REVIEWS: LazyLock<Validator> = LazyLock::new(|| validator(REVIEW));
        let review: Value = serde_json::from_str(&write_review(&session).map_err(|error| TestCaseError::fail(format!("{error:?}")))?)?;
        prop_assert_eq!(problems(&REVIEWS, &review), Vec::<String>::new());
    }
}
