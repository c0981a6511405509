//! The library and the audit for CISO Assistant, held against what its code and documentation say that it takes
//! (`tests/data/tools/ciso-assistant-audit.json`). The library is read by somebody else's reader of YAML.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "what is not there ends the test")]

use std::collections::{BTreeMap, BTreeSet};

use crate::plan_tools::{refused, rules};
use crate::support::any::{cases, session, text};
use crate::support::talk::Talk;
use crate::support::trade::{told, traded, words};
use crate::support::{bytes, smm_asked, smm_guided, tiny, tiny_asked};
use plumbline::analysis::{Assessment, own_indicators};
use plumbline::exchange::{TradeForm, TradeLack, dossier, read_session, trade_file};
use plumbline::model::{Audience, IndicatorId, Questionnaire, SystemRole};
use plumbline::session::{Answer, Change, Compensated, NotApplicable, Session};
use proptest::prelude::*;
use serde_json::Value;

type Row = BTreeMap<String, String>;

fn library(asked: &Questionnaire, session: &Session) -> Value {
    serde_saphyr::from_str(&traded(TradeForm::CisoLibrary, asked, session)).unwrap()
}

fn nodes(library: &Value) -> &Vec<Value> {
    library.pointer("/objects/framework/requirement_nodes").unwrap().as_array().unwrap()
}

fn audit(asked: &Questionnaire, session: &Session) -> Vec<Row> {
    let text = traded(TradeForm::CisoAudit, asked, session);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let head = reader.headers().unwrap().clone();
    let row = |it: csv::StringRecord| head.iter().zip(it.iter()).map(|(name, cell)| (name.to_owned(), cell.to_owned())).collect();
    reader.records().map(|it| row(it.unwrap())).collect()
}

/// What the tool would not take of a library, or would make something else of.
fn wrong(library: &Value) -> Vec<String> {
    let mut wrong = Vec::new();
    for member in ["urn", "ref_id", "name", "locale", "provider", "packager", "description"] {
        if library[member].as_str().is_none_or(|it| it.trim().is_empty()) {
            wrong.push(format!("{member} is missing"));
        }
    }
    let framework = &library["objects"]["framework"];
    if library["version"].as_u64().is_none_or(|it| it == 0) || framework["min_score"].as_u64() >= framework["max_score"].as_u64()
    {
        wrong.push("its numbers".to_owned());
    }
    let is_urn = |urn: &str| {
        urn.split(':').count() >= 5
            && urn.len() <= 255
            && urn.chars().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || "-._:".contains(it))
    };
    let (mut urns, mut refs) = (BTreeMap::new(), BTreeSet::new());
    for node in nodes(library) {
        let urn = node["urn"].as_str().unwrap_or_default();
        let depth = node["depth"].as_u64().unwrap_or_default();
        let above = match node.get("parent_urn").and_then(Value::as_str) {
            Some(parent) => urns.get(parent).copied(),
            None => Some(0),
        };
        if !is_urn(urn) || above.map(|above| above + 1) != Some(depth) || urns.insert(urn.to_owned(), depth).is_some() {
            wrong.push(format!("{urn}: its place"));
        }
        if node["name"].as_str().is_none_or(|name| name.chars().count() > 200) || !node["assessable"].is_boolean() {
            wrong.push(format!("{urn}: its name"));
        }
        if let Some(reference) = node["ref_id"].as_str()
            && (reference.len() > 100 || !refs.insert(reference.to_owned()))
        {
            wrong.push(format!("{urn}: its reference"));
        }
    }
    wrong
}

fn both(asked: &Questionnaire, session: &Session) -> Vec<String> {
    let library = library(asked, session);
    let mut found = wrong(&library);
    let urns: BTreeSet<&str> =
        nodes(&library).iter().filter(|it| it["assessable"] == true).map(|it| it["urn"].as_str().unwrap()).collect();
    let rows = audit(asked, session);
    let of_rows: BTreeSet<&str> = rows.iter().map(|row| row["urn"].as_str()).collect();
    if urns != of_rows || of_rows.len() != rows.len() {
        found.push("the audit is of another library".to_owned());
    }
    found.extend(refused(&traded(TradeForm::CisoAudit, asked, session), &rules("ciso-assistant-audit").unwrap()).unwrap());
    found
}

#[test]
fn the_examples_make_a_library_and_an_audit_of_it() {
    for name in ["bottling-line", "home-cameras", "automotive-gateway"] {
        let session = read_session(&bytes(&format!("public/examples/{name}.json"))).unwrap();
        let used: Vec<&str> = session.profiles_in_use().map(|id| id.as_str()).collect();
        let asked = smm_guided(&used).with_own(own_indicators(&session));
        assert_eq!(both(&asked, &session), Vec::<String>::new(), "{name}");
        let rows = audit(&asked, &session);
        let of = |result: &str| rows.iter().filter(|row| row["compliance_result"] == result).count();
        assert!(of("compliant") > 5 && of("non_compliant") > 0 && of("not_assessed") > 0, "{name}");
        assert!(rows.iter().filter(|row| !row["score"].is_empty()).count() > 3, "{name}: practices have a score");
    }
}

#[test]
fn what_is_said_stays_apart_and_where_the_tool_has_no_word_the_observation_says_it() {
    let asked = tiny_asked();
    let mut talk = Talk::about(asked.model());
    let statements: Vec<IndicatorId> = asked.all_indicators().cloned().collect();
    let answers = [
        Some(Answer::Met),
        Some(Answer::Partly),
        Some(Answer::NotMet),
        Some(Answer::DontKnow),
        Some(Answer::NotApplicable(NotApplicable::because("no such door"))),
        Some(Answer::Compensated(Compensated::because("a guard"))),
        None,
    ];
    assert!(statements.len() >= answers.len());
    for (statement, answer) in statements.iter().zip(&answers) {
        let Some(answer) = answer else { continue };
        talk.answer(statement.as_str(), answer.clone());
    }
    let place = talk.place(statements[0].clone());
    talk.change(Change::Against(place, Some("a door stood open".to_owned())));
    let rows = audit(&asked, &talk.session);
    let of = |at: usize| {
        let row = rows.iter().find(|row| row["urn"].ends_with(&format!(":statement:{}", statements[at]))).unwrap();
        [&row["compliance_result"], &row["requirement_progress"], &row["observations"]].map(String::as_str)
    };
    assert_eq!(of(0), ["compliant", "done", "Met\nAgainst: a door stood open"]);
    assert_eq!(of(1), ["partially_compliant", "done", "Partly"]);
    assert_eq!(of(2), ["non_compliant", "done", "NotMet"]);
    assert_eq!(of(3), ["not_assessed", "in_progress", "NotKnown"]);
    assert_eq!(of(4), ["not_applicable", "done", "NotApplicable\nno such door"]);
    assert_eq!(of(5), ["compliant", "done", "Compensated\na guard"]);
    assert_eq!(of(6), ["not_assessed", "to_do", "Unanswered"]);
    assert!(TradeForm::CisoAudit.lacks().contains(&TradeLack::NotKnown));
}

#[test]
fn a_library_is_another_one_once_something_else_is_asked() {
    let urn = |asked: &Questionnaire| library(asked, &Talk::about(asked.model()).session)["urn"].as_str().unwrap().to_owned();
    let plain = Questionnaire::new(tiny(), Vec::new());
    assert_eq!(urn(&plain), urn(&plain));
    assert_ne!(urn(&plain), urn(&tiny_asked()));
    assert_ne!(urn(&smm_guided(&[])), urn(&smm_asked()));
    // Makers and operators are not asked the same, though nobody added anything.
    let of = |role| {
        let roles = std::iter::once(role).collect();
        library(
            &smm_guided(&[]).for_audience(Audience { roles, ..Audience::default() }),
            &Talk::about(smm_guided(&[]).model()).session,
        )
    };
    let (maker, operator) = (of(SystemRole::Maker), of(SystemRole::Operator));
    assert_ne!(nodes(&maker).len(), nodes(&operator).len());
    assert_ne!(maker["urn"], operator["urn"]);
}

#[test]
fn whatever_else_a_library_says_makes_it_another() {
    let told = told(&tiny_asked(), &Talk::about(&tiny()).session);
    let urn = |told: &Value| {
        let told = serde_json::from_value(told.clone()).unwrap();
        let library: Value = serde_saphyr::from_str(&trade_file(TradeForm::CisoLibrary, &told).unwrap()).unwrap();
        library["urn"].as_str().unwrap().to_owned()
    };
    let plain = serde_json::to_value(&told).unwrap();
    for pointer in
        ["/statements/0/text", "/statements/0/shown_by", "/practices/0/name", "/levels/0/meaning", "/language", "/groups/0/name"]
    {
        let mut other = plain.clone();
        *other.pointer_mut(pointer).unwrap() = Value::from("something else");
        assert_ne!(urn(&plain), urn(&other), "{pointer}");
    }
    // What was answered is no part of it.
    for pointer in ["/system", "/made", "/practices/0/standing", "/statements/0/words"] {
        let mut other = plain.clone();
        *other.pointer_mut(pointer).unwrap() = Value::from("something else");
        assert_eq!(urn(&plain), urn(&other), "{pointer}");
    }
}

#[test]
fn a_practice_complies_where_it_reaches_its_target() {
    let asked = tiny_asked();
    let mut talk = Talk::about(asked.model());
    let practice = asked.model().practices()[0];
    let result = |talk: &Talk| {
        let rows = audit(&asked, &talk.session);
        let row = rows.iter().find(|row| row["urn"].ends_with(&format!(":practice:{}", practice.id))).unwrap().clone();
        (row["compliance_result"].clone(), row["score"].clone())
    };
    assert_eq!(result(&talk), ("not_assessed".to_owned(), String::new()));
    for it in asked.indicators_of(practice).filter(|it| it.level.number() == 1) {
        talk.answer(it.indicator.id.as_str(), Answer::Met);
    }
    for it in asked.indicators_of(practice).filter(|it| it.level.number() > 1) {
        talk.answer(it.indicator.id.as_str(), Answer::NotMet);
    }
    assert_eq!(result(&talk), ("not_assessed".to_owned(), "1".to_owned()), "nobody said how much is enough");
    talk.target(practice.id.as_str(), 2);
    assert_eq!(result(&talk), ("partially_compliant".to_owned(), "1".to_owned()));
    talk.target(practice.id.as_str(), 1);
    assert_eq!(result(&talk), ("compliant".to_owned(), "1".to_owned()));
}

#[test]
fn what_the_tool_would_not_take_is_noticed() {
    let good = library(&tiny_asked(), &Talk::about(&tiny()).session);
    assert_eq!(wrong(&good), Vec::<String>::new());
    for (pointer, value) in [
        ("/version", Value::from("one")),
        ("/objects/framework/max_score", Value::from(0)),
        ("/objects/framework/requirement_nodes/1/urn", Value::from("urn:plumbline:risk:req_node:A")),
        ("/objects/framework/requirement_nodes/1/depth", Value::from(9)),
        ("/objects/framework/requirement_nodes/1/name", Value::from("x".repeat(201))),
    ] {
        let mut broken = good.clone();
        *broken.pointer_mut(pointer).unwrap() = value;
        assert!(!wrong(&broken).is_empty(), "{pointer}");
    }
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn whatever_was_said_the_tool_gets_what_it_takes(session in session()) {
        let asked = tiny_asked().with_own(own_indicators(&session));
        prop_assert_eq!(both(&asked, &session), Vec::<String>::new());
    }

    #[test]
    fn any_words_come_out_of_a_library_as_they_went_in(words in text()) {
        let asked = tiny_asked();
        let talk = Talk::about(&tiny());
        let mut told = told(&asked, &talk.session);
        let first = told.statements[0].id.clone();
        told.statements[0].text = format!("a{words}z");
        let library: Value = serde_saphyr::from_str(&trade_file(TradeForm::CisoLibrary, &told).unwrap()).unwrap();
        let ending = format!(":statement:{first}");
        let node = nodes(&library).iter().find(|it| it["urn"].as_str().unwrap().ends_with(&ending)).unwrap();
        prop_assert_eq!(&node["description"], &Value::from(format!("a{words}z")));
    }
}

#[test]
fn what_is_told_survives_the_way_to_the_program_beside_the_app() {
    let session = read_session(&bytes("public/examples/bottling-line.json")).unwrap();
    let asked = smm_guided(&[]);
    let made = dossier(&Assessment::latest(&asked, &session), "2026-11-23T10:00:00Z".parse().unwrap(), "en", true, &words());
    let back = serde_json::from_slice(&serde_json::to_vec(&made).unwrap()).unwrap();
    assert_eq!(made, back);
}
