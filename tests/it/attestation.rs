//! Attestations, held against the official schema of `CycloneDX` 1.6 (`tests/data/tools`, as `@cyclonedx/cyclonedx-library` ships it).

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "what is not there ends the test")]

use std::collections::BTreeSet;

use crate::support::any::{cases, session};
use crate::support::talk::Talk;
use crate::support::trade::traded;
use crate::support::{bytes, id, json, smm_guided, tiny, tiny_asked};
use jsonschema::Validator;
use plumbline::analysis::{Assessment, Verdict, own_indicators};
use plumbline::exchange::{TradeForm, TradeLack, read_session};
use plumbline::model::{IndicatorId, Questionnaire};
use plumbline::session::commands::give_evidence;
use plumbline::session::{Answer, Change, Evidence, EvidenceKind, EvidenceUse, Session, Shown};
use proptest::prelude::*;
use serde_json::Value;

/// The schema, without licences and signatures, whose schemas are files of their own: nothing of ours has any.
fn schema() -> Validator {
    fn cut(value: &mut Value) {
        match value {
            Value::Object(members) => {
                let is_elsewhere = members.get("$ref").and_then(Value::as_str).is_some_and(|to| !to.starts_with('#'));
                if is_elsewhere {
                    *value = Value::Bool(false);
                } else {
                    members.values_mut().for_each(cut);
                }
            }
            Value::Array(all) => all.iter_mut().for_each(cut),
            _ => {}
        }
    }
    let mut schema = json("tests/data/tools/cyclonedx-1.6.schema.json");
    cut(&mut schema);
    jsonschema::validator_for(&schema).unwrap()
}

fn wrong(schema: &Validator, file: &Value) -> Vec<String> {
    schema.iter_errors(file).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

fn made(asked: &Questionnaire, session: &Session) -> Value {
    serde_json::from_str(&traded(TradeForm::CycloneDx, asked, session)).unwrap()
}

/// All that is referred to, and all that can be.
fn references(file: &Value) -> (BTreeSet<String>, BTreeSet<String>) {
    fn look(value: &Value, used: &mut BTreeSet<String>, there: &mut Vec<String>) {
        match value {
            Value::Object(members) => {
                for (name, value) in members {
                    let of: Vec<&Value> = value.as_array().map_or_else(|| vec![value], |all| all.iter().collect());
                    let texts = of.into_iter().filter_map(Value::as_str).map(str::to_owned);
                    match name.as_str() {
                        "bom-ref" => there.extend(texts),
                        "parent" | "requirement" | "claims" | "counterClaims" | "evidence" | "counterEvidence" | "target" => {
                            used.extend(texts)
                        }
                        "requirements" => used.extend(texts),
                        _ => {}
                    }
                    look(value, used, there);
                }
            }
            Value::Array(all) => all.iter().for_each(|it| look(it, used, there)),
            _ => {}
        }
    }
    let (mut used, mut there) = (BTreeSet::new(), Vec::new());
    look(file, &mut used, &mut there);
    let unique: BTreeSet<String> = there.iter().cloned().collect();
    assert_eq!(unique.len(), there.len(), "each reference is there once");
    (used, unique)
}

#[test]
fn the_examples_are_valid_and_say_what_was_answered() {
    let schema = schema();
    for name in ["bottling-line", "home-cameras", "automotive-gateway"] {
        let session = read_session(&bytes(&format!("public/examples/{name}.json"))).unwrap();
        let used: Vec<&str> = session.profiles_in_use().map(|id| id.as_str()).collect();
        let asked = smm_guided(&used).with_own(own_indicators(&session));
        let file = made(&asked, &session);
        assert_eq!(wrong(&schema, &file), Vec::<String>::new(), "{name}");
        let (used, there) = references(&file);
        assert_eq!(used.difference(&there).collect::<Vec<_>>(), Vec::<&String>::new(), "{name}");
        let assessment = Assessment::latest(&asked, &session);
        let map = file["declarations"]["attestations"][0]["map"].as_array().unwrap();
        assert!(map.len() > 20, "{name}");
        for entry in map {
            let id = entry["requirement"].as_str().unwrap().strip_prefix("statement:").unwrap();
            let verdict = assessment.said().together(asked.indicator(&crate::support::id(id)).unwrap().indicator);
            let score = entry.pointer("/conformance/score").and_then(Value::as_u64);
            let expected = match verdict {
                Verdict::Met => Some(1),
                Verdict::NotMet => Some(0),
                _ => None,
            };
            assert_eq!(score, expected, "{name}, {id}");
            assert_eq!(entry.get("counterClaims").is_some(), verdict == Verdict::NotMet, "{name}, {id}");
        }
    }
}

#[test]
fn evidence_that_shows_nothing_is_none_and_one_that_ends_shows_to_the_end_of_its_last_day() {
    let mut talk = Talk::about(&tiny());
    let asked = tiny_asked();
    let practice = asked.model().practices()[0];
    let statements: Vec<IndicatorId> = asked.indicators_of(practice).map(|it| it.indicator.id.clone()).take(2).collect();
    let piece = Evidence {
        valid_until: Some("2026-12-31".parse().unwrap()),
        dated: Some("2026-01-01".parse().unwrap()),
        ..Evidence::new("Test report", EvidenceKind::Document)
    };
    talk.change(Change::Evidence(id("e1"), Some(piece)));
    for statement in &statements {
        talk.answer(statement.as_str(), Answer::Met);
        talk.change(give_evidence(EvidenceUse { indicator: statement.clone(), part: None, evidence: id("e1") }));
    }
    let place = talk.place(statements[1].clone());
    talk.change(Change::Shown(place, Some(Shown::NotShown)));
    let file = made(&asked, &talk.session);
    assert_eq!(wrong(&schema(), &file), Vec::<String>::new());
    let claims = file["declarations"]["claims"].as_array().unwrap();
    let of = |at: usize| claims.iter().find(|it| it["bom-ref"] == format!("claim:{}", statements[at])).unwrap();
    assert_eq!(of(0)["evidence"][0], "evidence:e1");
    assert_eq!(of(1).get("evidence"), None, "somebody says that it does not show it");
    let evidence = &file["declarations"]["evidence"][0];
    assert_eq!(evidence["created"], "2026-01-01T00:00:00Z");
    assert_eq!(evidence["expires"], "2027-01-01T00:00:00Z");
    let lacks = TradeForm::CycloneDx.lacks();
    assert!(lacks.contains(&TradeLack::WhetherShown) && lacks.contains(&TradeLack::Ratings));
}

#[test]
fn what_a_profile_or_people_themselves_ask_is_no_requirement_of_the_model() {
    let session = read_session(&bytes("public/examples/bottling-line.json")).unwrap();
    let used: Vec<&str> = session.profiles_in_use().map(|id| id.as_str()).collect();
    let asked = smm_guided(&used).with_own(own_indicators(&session));
    let file = made(&asked, &session);
    let standards = file["definitions"]["standards"].as_array().unwrap();
    let added = |it: &plumbline::model::AskedIndicator<'_>| it.profile.is_some() || it.is_own;
    let practices = asked.model().practices();
    let all = practices.into_iter().flat_map(|practice| asked.indicators_of(practice)).filter(added);
    let added: Vec<String> = all.map(|it| format!("statement:{}", it.indicator.id)).collect();
    assert!(!added.is_empty());
    let model = standards[0].to_string();
    for reference in added {
        assert!(!model.contains(&format!("\"{reference}\"")), "{reference} is not of the model");
        let others = standards[1..].iter().filter(|it| it.to_string().contains(&format!("\"{reference}\"")));
        assert_eq!(others.count(), 1, "{reference}");
    }
}

#[test]
fn the_schema_finds_what_is_wrong() {
    let schema = schema();
    let session = read_session(&bytes("public/examples/bottling-line.json")).unwrap();
    let file = made(&smm_guided(&[]), &session);
    for (pointer, value) in [
        ("/declarations/attestations/0/map/0/conformance/score", Value::from(2)),
        ("/definitions/standards/0/levels/0/requirements", Value::from("all")),
        ("/declarations/targets/components/0/type", Value::from("plant")),
    ] {
        let mut broken = file.clone();
        *broken.pointer_mut(pointer).unwrap() = value;
        assert!(!wrong(&schema, &broken).is_empty(), "{pointer}");
    }
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn whatever_was_said_the_attestations_are_valid(session in session()) {
        thread_local! { static SCHEMA: Validator = schema(); }
        let asked = tiny_asked().with_own(own_indicators(&session));
        let file = made(&asked, &session);
        prop_assert_eq!(SCHEMA.with(|schema| wrong(schema, &file)), Vec::<String>::new());
        let (used, there) = references(&file);
        prop_assert!(used.is_subset(&there), "{:?}", used.difference(&there));
    }
}
