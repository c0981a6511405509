//! What anything is called comes from one place, whoever knows it: the model, a profile, the people, an older edition, or nobody.

use std::sync::Arc;

use crate::support::any::{cases, session};
use crate::support::talk::Talk;
use crate::support::{bytes, id, smm, smm_guided, tiny, tiny_asked};
use plumbline::analysis::{About, Assessment, Names, Thing, ThingName, decisions, own_indicators};
use plumbline::exchange::{DecisionLogWords, Keep, decision_log_csv, merge, write_session};
use plumbline::model::{IndicatorKind, Level, Questionnaire, Scope, read_model};
use plumbline::session::{Answer, Change, Evidence, EvidenceKind, Origin, OwnIndicator, Session, Target};
use proptest::prelude::*;
use serde_json::{Map, Value};

type Outcome = Result<(), Box<dyn std::error::Error>>;

const LANGUAGE: &str = "en";

fn called(name: &str) -> ThingName {
    ThingName::Called(name.to_owned())
}

fn own(practice: &str, text: &str) -> OwnIndicator {
    OwnIndicator {
        practice: id(practice),
        level: Level::new(1),
        kind: IndicatorKind::Done,
        text: text.to_owned(),
        evidence: String::new(),
        unknown: Map::new(),
    }
}

#[test]
fn whatever_is_asked_is_called_as_it_is_asked() {
    let asked = smm_guided(&["manufacturing-line", "retail-pos"]);
    let talk = Talk::about(&smm());
    let names = Names::new(Some(&asked), &talk.session, LANGUAGE);
    for practice in asked.model().practices() {
        assert_eq!(names.of(&Thing::Practice(practice.id.clone())), called(practice.name.get(LANGUAGE)));
        for group in asked.model().path_to(&practice.id) {
            assert_eq!(names.of(&Thing::Group(group.id.clone())), called(group.name.get(LANGUAGE)));
        }
    }
    let mut of_profiles = 0;
    for it in asked.all() {
        of_profiles += usize::from(it.profile.is_some());
        assert_eq!(names.of(&Thing::Indicator(it.indicator.id.clone())), called(it.indicator.text.get(LANGUAGE)));
    }
    assert!(of_profiles > 0);
    for profile in asked.profiles() {
        assert_eq!(names.of(&Thing::Profile(profile.id.clone())), called(profile.name.get(LANGUAGE)));
    }
    for question in asked.interview().into_iter().flat_map(|interview| &interview.questions) {
        assert_eq!(names.of(&Thing::Question(question.id.clone())), called(question.text.get(LANGUAGE)));
    }
    for dependency in asked.coherence().into_iter().flat_map(|coherence| &coherence.dependencies) {
        let name = names.of(&Thing::Dependency(dependency.id.clone()));
        let both = [&dependency.practice, &dependency.needs].map(|id| asked.practice(id).map(|it| it.name.get(LANGUAGE)));
        assert!(both.iter().all(|one| one.is_some_and(|one| name.text().is_some_and(|name| name.contains(one)))), "{name:?}");
    }
}

#[test]
fn what_people_added_is_called_as_they_called_it_and_has_no_name_once_it_is_gone() {
    let mut talk = Talk::about(&smm());
    talk.name_part("cloud");
    talk.add_person("ana");
    talk.add_person("bo");
    talk.change(Change::Evidence(id("e1"), Some(Evidence::new(" Test plan ", EvidenceKind::Document))));
    talk.change(Change::Evidence(id("e2"), Some(Evidence::new("  ", EvidenceKind::Document))));
    talk.change(Change::Indicator(id("own.1"), Some(own("governance.strategy.program", "We meet weekly."))));
    talk.change(Change::Indicator(id("own.2"), Some(own("governance.strategy.program", " "))));
    talk.change(Change::Person(id("bo"), None));
    let asked = Questionnaire::new(smm(), Vec::new()).with_own(own_indicators(&talk.session));
    // Also before what was just typed is asked, and where the model is not here.
    for asked in [Some(&asked), Some(&Questionnaire::new(smm(), Vec::new())), None] {
        let names = Names::new(asked, &talk.session, LANGUAGE);
        for (thing, name) in [
            (Thing::Part(id("cloud")), called("cloud")),
            (Thing::Person(id("ana")), called("ana")),
            (Thing::Evidence(id("e1")), called("Test plan")),
            (Thing::Indicator(id("own.1")), called("We meet weekly.")),
            (Thing::Evidence(id("e2")), ThingName::Unnamed),
            (Thing::Indicator(id("own.2")), ThingName::Unnamed),
            (Thing::Round(id("r1")), ThingName::Unnamed),
            (Thing::Person(id("bo")), ThingName::NotHere),
            (Thing::Person(id("cy")), ThingName::NotHere),
            (Thing::Part(id("edge")), ThingName::NotHere),
            (Thing::Practice(id("no.such.practice")), ThingName::NotHere),
            (Thing::Profile(id("no-such-profile")), ThingName::NotHere),
        ] {
            assert_eq!(names.of(&thing), name, "{thing:?}");
        }
    }
    talk.change(Change::Indicator(id("own.1"), None));
    assert_eq!(Names::new(None, &talk.session, LANGUAGE).of(&Thing::Indicator(id("own.1"))), ThingName::NotHere);
}

#[test]
fn what_an_edition_renamed_has_its_present_name_and_what_it_dropped_the_one_it_had() -> Outcome {
    let model = Arc::new(read_model(&bytes("tests/data/tiny-model-v2.json")).map_err(|problems| problems.to_string())?);
    let asked = Questionnaire::new(model.clone(), Vec::new());
    let talk = Talk::about(&model);
    let names = Names::new(Some(&asked), &talk.session, LANGUAGE);
    let mut seen = 0;
    for change in model.changes.iter().flat_map(|changes| &changes.items) {
        let things = [Thing::in_list("targets", change.id.as_str()), Thing::in_list("answers", change.id.as_str())];
        let found: Vec<ThingName> = things.iter().flatten().map(|thing| names.of(thing)).collect();
        let is_asked = asked.practice(&id(change.id.as_str())).is_some() || asked.asks(&id(change.id.as_str()));
        if is_asked {
            continue;
        }
        seen += 1;
        let now: Vec<&str> = model.became(change.id.as_str()).into_iter().map(|id| id.as_str()).collect();
        if let [one] = now.as_slice() {
            let present = [Thing::in_list("targets", one), Thing::in_list("answers", one)];
            assert!(
                present.iter().flatten().any(|thing| found.contains(&names.of(thing))),
                "{} is called as {one} is",
                change.id
            );
        } else if let Some(was) = &change.was {
            assert!(found.contains(&ThingName::Formerly(was.get(LANGUAGE).to_owned())), "{}: {found:?}", change.id);
        }
    }
    assert!(seen > 2, "the edition changed several");
    Ok(())
}

#[test]
fn what_an_id_stands_for_is_read_from_where_it_stands() {
    assert_eq!(Thing::in_list("answers", "no id"), None);
    assert_eq!(Thing::in_list("system", "name"), None);
    assert_eq!(Thing::from(&About::Evidence(id("e1"))), Thing::Evidence(id("e1")));
    assert_eq!(Thing::from(&About::Indicator(id("p"), id("i"))), Thing::Indicator(id("i")));
    assert_eq!(Thing::of_origin(&Origin::Group(id("g"))), Some(Thing::Group(id("g"))));
    assert_eq!(Thing::of_origin(&Origin::Interview), None);
}

#[test]
fn what_two_copies_say_differently_is_named_whoever_asks_it() -> Outcome {
    let practice = tiny().practices().first().map(|practice| practice.id.to_string()).unwrap_or_default();
    let mut talk = Talk::about(&tiny());
    talk.change(Change::Indicator(id("own.1"), Some(own(&practice, "We drill it."))));
    let asked = tiny_asked().with_own(own_indicators(&talk.session));
    let all: Vec<String> = asked.all().map(|it| it.indicator.id.to_string()).collect();
    assert!(asked.all().any(|it| it.is_own) && asked.all().any(|it| it.profile.is_some()));
    let said = |answer: &Answer, actor: &str| -> Session {
        let mut session = talk.session.clone();
        for indicator in &all {
            let change = Change::Answer(talk.place(id(indicator)), Some(answer.clone()));
            session.apply(change, &plumbline::session::Authorship { by: None, at: session.created, actor: id(actor) });
        }
        session
    };
    let merged = merge(&said(&Answer::Met, "ana"), &said(&Answer::NotMet, "bo"))?;
    assert_eq!(merged.conflicts.len(), all.len());
    let names = Names::new(Some(&asked), &merged.session, LANGUAGE);
    for conflict in &merged.conflicts {
        let entry = conflict.side(Keep::Mine);
        let thing = Thing::in_list(entry.list(), entry.about()).ok_or("about something")?;
        assert!(names.of(&thing).text().is_some_and(|name| !name.is_empty()), "{thing:?}");
    }
    Ok(())
}

#[test]
fn the_decision_log_of_a_spreadsheet_names_what_it_is_about() -> Outcome {
    let asked = smm_guided(&["manufacturing-line"]);
    let mut talk = Talk::about(&smm());
    let origins = [
        ("governance.strategy.program", Origin::Profile(id("manufacturing-line"))),
        ("governance.strategy.compliance", Origin::Profile(id("gone-profile"))),
        ("gone.practice", Origin::Group(id("governance"))),
    ];
    for (practice, origin) in origins {
        talk.change(Change::Target(id(practice), Some(Target::new(Level::new(2), Scope::General, origin))));
    }
    let words = DecisionLogWords {
        head: ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m"],
        scope: |scope| scope.key(),
        because: |_| "",
        reasons: |_| String::new(),
        origin: |_, from| format!("from {from}"),
    };
    let csv = decision_log_csv(
        &decisions(&Assessment::latest(&asked, &talk.session)),
        Names::new(Some(&asked), &talk.session, LANGUAGE),
        &words,
    )?;
    let names = Names::new(Some(&asked), &talk.session, LANGUAGE);
    let things = [
        Thing::Practice(id("governance.strategy.program")),
        Thing::Profile(id("manufacturing-line")),
        Thing::Group(id("governance")),
    ];
    for thing in things {
        let name = names.of(&thing);
        assert!(name.text().is_some_and(|name| csv.contains(name)), "{name:?} in {csv}");
        assert!(!csv.contains(&format!("{},", thing.id())), "{thing:?} in {csv}");
    }
    assert!(csv.contains("gone.practice") && csv.contains("gone-profile"), "{csv}");
    Ok(())
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn every_list_of_a_session_leads_to_what_its_statements_are_about(session in session()) {
        let about_all = ["system", "system_roles", "places", "ways", "reports", "discussions", "priority"];
        let file: Value = serde_json::from_str(&write_session(&session)?)?;
        let lists = file.as_object().into_iter().flatten().filter(|(name, list)| !name.starts_with("x-") && list.is_array());
        for (list, _) in lists {
            prop_assert!(Thing::in_list(list, "a").is_some() != about_all.contains(&list.as_str()), "{}", list);
        }
    }
}
