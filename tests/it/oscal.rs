//! Forms of OSCAL: what holds whoever reads them. `compliance-trestle`, whose types are made of the official schemas, reads them in
//! `tests/e2e/trade.test.mjs`.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "what is not there ends the test")]

use std::collections::BTreeSet;

use crate::support::any::{cases, session};
use crate::support::talk::Talk;
use crate::support::trade::{told, traded};
use crate::support::{bytes, id, smm, smm_guided, tiny_asked};
use plumbline::analysis::own_indicators;
use plumbline::exchange::{TradeForm, read_session, trade_file, with_frameworks};
use plumbline::model::{IndicatorId, read_crossrefs, read_frameworks};
use plumbline::session::{Action, Answer, Compensated, NotApplicable, Owner, commands};
use proptest::prelude::*;
use serde_json::Value;

/// What is wrong in a document, whatever it is about: ids that are none or stand twice, and references to nothing.
fn wrong(document: &Value) -> Vec<String> {
    fn is_uuid(text: &str) -> bool {
        let lengths: Vec<usize> = text.split('-').map(str::len).collect();
        lengths == [8, 4, 4, 4, 12]
            && text.chars().all(|it| it == '-' || it.is_ascii_hexdigit())
            && text.as_bytes()[14] == b'5'
            && text.as_bytes()[19] == b'a'
    }
    fn look(value: &Value, there: &mut Vec<String>, used: &mut Vec<String>, wrong: &mut Vec<String>) {
        match value {
            Value::Object(members) => {
                for (name, value) in members {
                    match (name.as_str(), value) {
                        ("uuid", Value::String(id)) => there.push(id.clone()),
                        ("href", Value::String(to)) => used.extend(to.strip_prefix('#').map(str::to_owned)),
                        ("party-uuids", Value::Array(all)) => {
                            used.extend(all.iter().filter_map(Value::as_str).map(str::to_owned))
                        }
                        (name, Value::String(id)) if name.ends_with("-uuid") => used.push(id.clone()),
                        ("title", Value::String(words)) if words.is_empty() || words.contains('\n') => wrong.push(words.clone()),
                        (_, Value::Null) => wrong.push(format!("{name} is null")),
                        (_, Value::Array(all)) if all.is_empty() => wrong.push(format!("{name} is empty")),
                        _ => {}
                    }
                    look(value, there, used, wrong);
                }
            }
            Value::Array(all) => all.iter().for_each(|it| look(it, there, used, wrong)),
            _ => {}
        }
    }
    let (mut there, mut used, mut wrong) = (Vec::new(), Vec::new(), Vec::new());
    look(document, &mut there, &mut used, &mut wrong);
    let known: BTreeSet<&String> = there.iter().collect();
    wrong.extend(there.iter().filter(|id| !is_uuid(id)).map(|id| format!("{id} is no UUID")));
    wrong.extend(used.iter().filter(|id| !known.contains(id)).map(|id| format!("{id} is not there")));
    if known.len() != there.len() {
        wrong.push("an id stands twice".to_owned());
    }
    wrong
}

fn read(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn what_is_said_stays_apart_and_only_what_is_known_is_a_finding() {
    let asked = tiny_asked();
    let mut talk = Talk::about(asked.model());
    let statements: Vec<IndicatorId> = asked.all_indicators().cloned().collect();
    let answers = [
        Answer::Met,
        Answer::Partly,
        Answer::NotMet,
        Answer::DontKnow,
        Answer::NotApplicable(NotApplicable::because("no such door")),
        Answer::Compensated(Compensated::because("a guard")),
    ];
    assert!(statements.len() > answers.len());
    for (statement, answer) in statements.iter().zip(answers) {
        talk.answer(statement.as_str(), answer);
    }
    let document = read(&traded(TradeForm::OscalResults, &asked, &talk.session));
    assert_eq!(wrong(&document), Vec::<String>::new());
    let result = &document["assessment-results"]["results"][0];
    let said = |at: usize| {
        let all = result["observations"].as_array().unwrap();
        let wanted = format!("statement-{}", statements[at]);
        let it = all.iter().find(|it| it["props"][1]["value"] == wanted.as_str())?;
        Some(it["props"][0]["value"].as_str().unwrap().to_owned())
    };
    let state = |at: usize| {
        let all = result["findings"].as_array().unwrap();
        let wanted = format!("statement-{}", statements[at]);
        let it = all.iter().find(|it| it["target"]["target-id"] == wanted.as_str())?;
        Some(it["target"]["status"]["state"].as_str().unwrap().to_owned())
    };
    let expected = [
        (Some("met"), Some("satisfied")),
        (Some("partly"), Some("not-satisfied")),
        (Some("not-met"), Some("not-satisfied")),
        (Some("not-known"), None),
        (Some("not-applicable"), None),
        (Some("compensated"), Some("satisfied")),
        (None, None),
    ];
    for (at, (answer, finding)) in expected.into_iter().enumerate() {
        assert_eq!((said(at).as_deref(), state(at).as_deref()), (answer, finding), "{at}");
    }
    assert_eq!(traded(TradeForm::OscalResults, &asked, &talk.session), traded(TradeForm::OscalResults, &asked, &talk.session));
}

#[test]
fn each_action_is_an_item_with_its_day_its_owner_and_what_it_is_for() {
    let asked = tiny_asked();
    let mut talk = Talk::about(asked.model());
    let statement = asked.all_indicators().next().unwrap().clone();
    assert!(!TradeForm::OscalPlan.has_content(&told(&asked, &talk.session)));
    talk.answer(statement.as_str(), Answer::NotMet);
    let action = Action {
        title: "Lock the *door*".to_owned(),
        owner: Some(Owner::Named("Ana  Ruiz".to_owned())),
        due: Some("2027-03-01".parse().unwrap()),
        ..Action::default()
    };
    talk.change(commands::plan_action(id("a1"), action, [statement]));
    let document = read(&traded(TradeForm::OscalPlan, &asked, &talk.session));
    assert_eq!(wrong(&document), Vec::<String>::new());
    let plan = &document["plan-of-action-and-milestones"];
    assert_eq!(plan["poam-items"][0]["title"], "Lock the \\*door\\*", "nothing in it is Markdown");
    assert_eq!(plan["risks"][0]["deadline"], "2027-03-01T00:00:00Z");
    assert_eq!(plan["metadata"]["parties"][0]["name"], "Ana Ruiz");
    assert_eq!(plan["poam-items"][0]["related-findings"][0]["finding-uuid"], plan["findings"][0]["uuid"]);
    let results = read(&traded(TradeForm::OscalResults, &asked, &talk.session));
    let there = results["assessment-results"]["results"][0]["findings"].as_array().unwrap();
    assert!(there.iter().any(|it| it["uuid"] == plan["findings"][0]["uuid"]), "it is the same finding in both documents");
}

#[test]
fn the_shipped_cross_references_are_a_mapping_for_each_framework() {
    let frameworks = read_frameworks(&bytes("public/crossrefs/index.json")).unwrap();
    let crossrefs = read_crossrefs(&bytes("public/crossrefs/iot-smm.json"), &smm(), frameworks).unwrap();
    let session = read_session(&bytes("public/examples/bottling-line.json")).unwrap();
    let plain = told(&smm_guided(&[]), &session);
    assert!(!TradeForm::OscalMapping.has_content(&plain));
    let told = with_frameworks(plain, &crossrefs);
    let document = read(&trade_file(TradeForm::OscalMapping, &told).unwrap());
    assert_eq!(wrong(&document), Vec::<String>::new());
    let mappings = document["mapping-collection"]["mappings"].as_array().unwrap();
    assert_eq!(mappings.len(), crossrefs.frameworks.len());
    let maps: usize = mappings.iter().map(|it| it["maps"].as_array().unwrap().len()).sum();
    assert_eq!(maps, crossrefs.references.len());
}

#[test]
fn the_examples_are_whole() {
    for name in ["bottling-line", "home-cameras", "automotive-gateway"] {
        let session = read_session(&bytes(&format!("public/examples/{name}.json"))).unwrap();
        let used: Vec<&str> = session.profiles_in_use().map(|id| id.as_str()).collect();
        let asked = smm_guided(&used).with_own(own_indicators(&session));
        for form in [TradeForm::OscalResults, TradeForm::OscalPlan] {
            if form.has_content(&told(&asked, &session)) {
                assert_eq!(wrong(&read(&traded(form, &asked, &session))), Vec::<String>::new(), "{name}, {form:?}");
            }
        }
    }
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn whatever_was_said_nothing_refers_to_nothing(session in session()) {
        let asked = tiny_asked().with_own(own_indicators(&session));
        let told = told(&asked, &session);
        for form in [TradeForm::OscalResults, TradeForm::OscalPlan] {
            if form.has_content(&told) {
                prop_assert_eq!(wrong(&read(&trade_file(form, &told).unwrap())), Vec::<String>::new(), "{:?}", form);
            }
        }
    }
}
