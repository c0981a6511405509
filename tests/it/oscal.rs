//! Forms of OSCAL: what holds whoever reads them. `compliance-trestle`, whose types are made of the official schemas, reads them in
//! `tests/e2e/trade.test.mjs`.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "what is not there ends the test")]

use std::collections::BTreeSet;

use crate::support::any::{cases, session};
use crate::support::talk::Talk;
use crate::support::trade::{told, traded, words};
use crate::support::{bytes, id, smm, smm_guided, tiny_asked};
use plumbline::analysis::{Assessment, own_indicators};
use plumbline::exchange::{Dossier, TradeForm, dossier, read_session, trade_file, with_frameworks};
use plumbline::model::{IndicatorId, read_crossrefs, read_frameworks};
use plumbline::session::{Action, Answer, Compensated, NotApplicable, Owner, commands};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Whether it is a moment as the official schemas have it: of a year from 1900 to 2999, with a zone.
fn is_moment(text: &str) -> bool {
    let year = text.get(..5).and_then(|it| it.strip_suffix('-')).and_then(|it| it.parse().ok());
    year.is_some_and(|year: u16| (1900..3000).contains(&year)) && text.contains('T') && text.ends_with('Z')
}

/// What is wrong in a document, whatever it is about: ids that are none or stand twice, references to nothing, and values that the official
/// schemas refuse.
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
                        (
                            "collected" | "expires" | "start" | "end" | "deadline" | "date" | "last-modified",
                            Value::String(at),
                        ) if !is_moment(at) => wrong.push(format!("{name}: {at} is no moment")),
                        ("value" | "version" | "name" | "id-ref" | "target-id", Value::String(words))
                            if words.is_empty() || words.trim() != words || words.contains('\n') =>
                        {
                            wrong.push(format!("{name}: {words:?}"));
                        }
                        (_, Value::String(words)) if words.contains("<!--") => wrong.push(format!("{name} has a comment")),
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
    assert_eq!(plan["risks"][0]["deadline"], "2027-03-01T23:59:59Z", "to the end of that day");
    assert_eq!(plan["metadata"]["parties"][0]["name"], "Ana Ruiz");
    assert_eq!(plan["poam-items"][0]["related-findings"][0]["finding-uuid"], plan["findings"][0]["uuid"]);
    assert_eq!(plan["poam-items"][0]["related-observations"][0]["observation-uuid"], plan["observations"][0]["uuid"]);
    let results = read(&traded(TradeForm::OscalResults, &asked, &talk.session));
    let there = results["assessment-results"]["results"][0]["findings"].as_array().unwrap();
    assert!(there.iter().any(|it| it["uuid"] == plan["findings"][0]["uuid"]), "it is the same finding in both documents");
}

/// What is told, with other values at some places.
fn altered(told: &Dossier, places: &[(&str, Value)]) -> Dossier {
    let mut value = serde_json::to_value(told).unwrap();
    for (pointer, put) in places {
        *value.pointer_mut(pointer).unwrap() = put.clone();
    }
    serde_json::from_value(value).unwrap()
}

/// An assessment with one action, for one statement that is not met.
fn planned() -> Dossier {
    let asked = tiny_asked();
    let mut talk = Talk::about(asked.model());
    let statement = asked.all_indicators().next().unwrap().clone();
    talk.answer(statement.as_str(), Answer::NotMet);
    let action = Action { title: "Lock".to_owned(), owner: Some(Owner::Named("Ana".to_owned())), ..Action::default() };
    talk.change(commands::plan_action(id("a1"), action, [statement]));
    told(&asked, &talk.session)
}

#[test]
fn an_observation_lasts_as_long_as_its_last_piece_of_evidence() {
    let plain = planned();
    let at = plain.statements.iter().position(|it| it.id == plain.actions[0].statements[0]).unwrap();
    let piece = |ends: Option<&str>| json!({ "title": "Log", "location": "Shelf a_b", "link": null, "dated": null, "ends": ends, "author": "" });
    let observed = |ends: [Option<&str>; 3]| {
        let pieces = json!({ "e1": piece(ends[0]), "e2": piece(ends[1]), "e3": piece(ends[2]) });
        let of = format!("/statements/{at}/evidence");
        let told = altered(&plain, &[("/evidence", pieces), (&of, json!(["e1", "e2", "e3"]))]);
        let document = read(&trade_file(TradeForm::OscalResults, &told).unwrap());
        assert_eq!(wrong(&document), Vec::<String>::new());
        let all = document["assessment-results"]["results"][0]["observations"].as_array().unwrap().clone();
        all.into_iter().find(|it| it.get("relevant-evidence").is_some()).unwrap()
    };
    let ending = observed([Some("2025-01-01"), Some("2027-01-01"), Some("2026-01-01")]);
    assert_eq!(ending["expires"], "2027-01-01T00:00:00Z");
    assert_eq!(ending["relevant-evidence"][0]["props"][0]["value"], "2025-01-01", "when each piece ends is said");
    let lasting = observed([Some("2025-01-01"), None, Some("2026-01-01")]);
    assert_eq!(lasting.get("expires"), None, "one piece shows it for good");
    // What the schemas take for no moment stands as a word alone.
    let far = observed([Some("9999-12-31"), Some("0026-01-01"), Some("2026-01-01")]);
    assert_eq!(far.get("expires"), None);
    assert_eq!(far["relevant-evidence"][0]["props"][0]["value"], "9999-12-31");
}

#[test]
fn days_that_are_no_moments_and_the_day_on_which_something_was_done_stand_as_words() {
    let plain = planned();
    let days = [
        ("/actions/0/due", json!("0026-12-04")),
        ("/actions/0/start", json!("9999-01-01")),
        ("/actions/0/done", json!("2026-05-05")),
    ];
    let document = read(&trade_file(TradeForm::OscalPlan, &altered(&plain, &days)).unwrap());
    assert_eq!(wrong(&document), Vec::<String>::new());
    let plan = &document["plan-of-action-and-milestones"];
    assert_eq!(plan["risks"][0].get("deadline"), None);
    let said: Vec<&str> =
        plan["poam-items"][0]["props"].as_array().unwrap().iter().map(|it| it["value"].as_str().unwrap()).collect();
    assert_eq!(said, ["9999-01-01", "0026-12-04", "2026-05-05"]);
}

#[test]
fn people_of_one_name_are_two_and_nobody_is_named_who_should_not_be() {
    let parties = |told: &Dossier| {
        let document = read(&trade_file(TradeForm::OscalPlan, told).unwrap());
        document["plan-of-action-and-milestones"]["metadata"].get("parties").map(|all| all[0]["uuid"].clone())
    };
    let one = planned();
    assert_eq!(parties(&one), parties(&one.clone()));
    for other in [("/session", json!("another")), ("/actions/0/owner_id", json!("person p2"))] {
        assert_ne!(parties(&one), parties(&altered(&one, &[other])));
    }
    let session = read_session(&bytes("public/examples/bottling-line.json")).unwrap();
    let asked = smm_guided(&[]);
    let at = "2026-11-23T10:00:00Z".parse().unwrap();
    let made = |names| dossier(&Assessment::latest(&asked, &session), at, "en", names, &words());
    let people: Vec<String> = session.named_people().map(|(_, name)| name.to_owned()).collect();
    let owners = |told: &Dossier| told.actions.iter().map(|it| it.owner.clone()).filter(|it| !it.is_empty()).collect::<Vec<_>>();
    assert!(owners(&made(true)).iter().any(|owner| people.contains(owner)));
    let nameless = made(false);
    assert!(!owners(&nameless).is_empty() && owners(&nameless).iter().all(|owner| owner.starts_with("Numbered")));
    assert!(nameless.evidence.values().all(|piece| piece.author.is_empty()));
}

#[test]
fn made_again_later_only_the_document_is_another() {
    let one = planned();
    let later = altered(&one, &[("/made", json!("2026-12-24T10:00:00Z"))]);
    for (form, root, list) in [
        (TradeForm::OscalResults, "assessment-results", "/results/0/findings"),
        (TradeForm::OscalPlan, "plan-of-action-and-milestones", "/poam-items"),
    ] {
        let [one, later] = [&one, &later].map(|told| read(&trade_file(form, told).unwrap())[root].clone());
        assert_ne!(one["uuid"], later["uuid"]);
        assert_ne!(one["metadata"]["version"], later["metadata"]["version"]);
        assert!(one.pointer(list).is_some());
        assert_eq!(one.pointer(list), later.pointer(list));
    }
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
