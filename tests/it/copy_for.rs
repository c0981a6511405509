//! Copies for somebody else: what leaves with each, and that what stays is nowhere in the bytes.

use std::collections::BTreeSet;

use crate::support::any::{cases, session};
use crate::support::talk::Talk;
use crate::support::{bytes, id, json, list, offered, smm_asked, tiny, tiny_asked};
use plumbline::analysis::{Assessment, results};
use plumbline::exchange::{CopyFor, copy_for, leaving, merge, read_session, write_session};
use plumbline::model::{Level, PracticeId, Questionnaire, Scope, read_model};
use plumbline::session::{
    Action, ActionStatement, Change, Discussion, DutyAnswer, Evidence, EvidenceUse, InCopy, List, Origin, ProfileDuty,
    ProfileUse, ProposedReason, Rationale, Session, Target, WithoutNames, Yes,
};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

type Outcome = Result<(), Box<dyn std::error::Error>>;

pub fn examples() -> Vec<Session> {
    let read = |name: &String| read_session(&bytes(&format!("public/examples/{name}"))).ok();
    list("public/examples/index.json").iter().filter_map(read).collect()
}

/// All words in what was said in a list, however deep: what no id, day or word of the format could be.
pub fn typed(value: &Value, into: &mut BTreeSet<String>) {
    match value {
        Value::String(words) if words.chars().any(|it| !(it.is_ascii_alphanumeric() || "_.:+-".contains(it))) => {
            into.insert(words.clone());
        }
        Value::Array(items) => items.iter().for_each(|item| typed(item, into)),
        Value::Object(members) => members.values().for_each(|item| typed(item, into)),
        _ => {}
    }
}

/// The words in the lists that are so.
fn said(session: &Session, is_that: impl Fn(List) -> bool) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    let file: Value = serde_json::to_value(session).unwrap_or_default();
    for (name, records) in file.as_object().into_iter().flatten() {
        if List::from_name(name).is_some_and(&is_that) {
            typed(records, &mut words);
        }
    }
    words
}

/// The words in what every copy has.
pub fn in_head(session: &Session) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    let file: Value = serde_json::to_value(session).unwrap_or_default();
    Session::HEAD.iter().filter_map(|name| file.get(name)).for_each(|member| typed(member, &mut words));
    words
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn no_word_that_is_not_to_leave_is_in_the_bytes(session in session()) {
        let asked = tiny_asked();
        let names = said(&session, |list| list.without_names() != WithoutNames::AsItIs);
        let few = BTreeSet::from([id::<PracticeId>("lager.mehl")]);
        for (whom, gone, kept) in [
            (CopyFor::Strangers, names, BTreeSet::new()),
            (
                CopyFor::Targets,
                said(&session, |list| matches!(list.in_copy(), InCopy::Answers | InCopy::Inside)),
                said(&session, |list| matches!(list.in_copy(), InCopy::System | InCopy::Targets)),
            ),
            (
                CopyFor::Consultant,
                said(&session, |list| list.in_copy() == InCopy::Inside),
                said(&session, |list| list.in_copy() != InCopy::Inside),
            ),
            (
                CopyFor::Practices(few),
                said(&session, |list| list.in_copy() == InCopy::Inside),
                said(&session, |list| list.in_copy() != InCopy::Inside),
            ),
        ] {
            let copy = write_session(&copy_for(&session, &asked, &whom)?)?;
            let mut left = BTreeSet::new();
            typed(&serde_json::from_str(&copy)?, &mut left);
            let kept = if whom == CopyFor::Strangers { kept } else { kept.into_iter().chain(in_head(&session)).collect() };
            for words in gone.difference(&kept).filter(|words| words.chars().count() > 3) {
                prop_assert!(!left.contains(words), "{whom:?} gives away {words:?}");
            }
        }
    }

    #[test]
    fn what_this_version_does_not_know_is_in_no_copy_of_a_part(session in session()) {
        for whom in [CopyFor::Strangers, CopyFor::Targets, CopyFor::Practices(BTreeSet::from([id("lager.mehl")]))] {
            let copy = copy_for(&session, &tiny_asked(), &whom)?;
            prop_assert_eq!(&copy.known_alone(), &copy);
        }
    }

    #[test]
    fn a_copy_that_comes_back_overrules_nothing(session in session()) {
        for whom in [CopyFor::Everybody, CopyFor::Consultant] {
            prop_assert!(whom.comes_back());
            let copy = copy_for(&session, &tiny_asked(), &whom)?;
            let both = merge(&session, &copy)?;
            prop_assert!(both.conflicts.is_empty());
            prop_assert_eq!(write_session(&both.session)?, write_session(&session)?);
        }
        for whom in [CopyFor::Strangers, CopyFor::Targets, CopyFor::Practices(BTreeSet::new())] {
            prop_assert!(!whom.comes_back());
            prop_assert!(merge(&session, &copy_for(&session, &tiny_asked(), &whom)?).is_err(), "it is another session");
        }
    }

    #[test]
    fn what_is_looked_at_before_is_what_leaves(session in session()) {
        for whom in [CopyFor::Everybody, CopyFor::Consultant, CopyFor::Strangers, CopyFor::Targets] {
            let copy = copy_for(&session, &tiny_asked(), &whom)?;
            let told = leaving(&session, &copy)?;
            let file: Value = serde_json::from_str(&write_session(&copy)?)?;
            for list in List::ALL {
                let count = file.get(list.name()).and_then(Value::as_array).map_or(0, Vec::len);
                let of_list = told.iter().find(|it| it.list == list.name());
                prop_assert_eq!(of_list.map_or(0, |it| it.leaves.len()), count, "{:?} {:?}", &whom, list);
            }
        }
    }
}

#[test]
fn figures_of_what_leaves_stay_as_they_are() -> Outcome {
    let all = examples();
    assert!(all.len() >= 3, "the examples are found");
    let asked = smm_asked();
    for session in all.iter().filter(|session| session.model.id == asked.model().id) {
        let here = results(&Assessment::latest(&asked, session));
        let nameless = copy_for(session, &asked, &CopyFor::Strangers)?;
        let there = results(&Assessment::latest(&asked, &nameless));
        let figures = |of: &plumbline::analysis::Results| {
            of.practices.iter().map(|it| (it.standing.current, it.target, it.fit, it.minimum)).collect::<Vec<_>>()
        };
        assert_eq!(figures(&here), figures(&there));
        let practice = here.practices.first().map(|it| it.practice.clone()).ok_or("no practice")?;
        let one = copy_for(session, &asked, &CopyFor::Practices(BTreeSet::from([practice.clone()])))?;
        let there = results(&Assessment::latest(&asked, &one));
        assert_eq!(
            here.practice(&practice).map(|it| (it.standing.current, it.target)),
            there.practice(&practice).map(|it| (it.standing.current, it.target))
        );
        let others = there.practices.iter().filter(|it| it.practice != practice);
        assert!(others.clone().count() > 10 && others.clone().all(|it| it.target.is_none()), "nothing is said of others");
        let targets = copy_for(session, &asked, &CopyFor::Targets)?;
        assert!(targets.answers.is_empty() && targets.evidence.is_empty() && !targets.targets.is_empty());
    }
    Ok(())
}

#[test]
fn the_name_of_an_own_profile_is_nowhere_in_a_copy_without_names() -> Outcome {
    let mut talk = Talk::about(&tiny());
    let own = "acme-water-gmbh";
    let files = list("profiles/index.json").into_iter().chain(offered().into_iter().flat_map(|it| it.profiles));
    let named = files.map(|file| {
        let id = json(&format!("profiles/{file}")).get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
        assert_eq!(format!("{id}.json"), file, "a profile's file is called like the profile");
        id
    });
    let named: BTreeSet<String> = named.collect();
    assert!(named.len() > 10, "also those of models that are only offered");
    let brought: BTreeSet<&str> = named.iter().map(String::as_str).collect();
    for profile in brought.iter().copied().chain([own]) {
        talk.change(Change::Profile(id(profile), Some(ProfileUse { edition: id("2026-11"), unknown: Map::new() })));
    }
    let duty = ProfileDuty { profile: id(own), duty: id("acme-rule-7") };
    talk.change(Change::Duty(duty, Some(DutyAnswer::Applies)));
    let mut target = Target::new(Level::new(2), Scope::General, Origin::Profile(id(own)));
    target.rationale = Some(Rationale {
        level: Level::new(2),
        scope: Scope::General,
        reasons: vec![ProposedReason::new(Some(id(own)), "Because.")],
        answers: std::collections::BTreeMap::new(),
        unknown: Map::new(),
    });
    talk.change(Change::Target(id("lager.mehl"), Some(target.clone())));
    target.level = Level::new(3);
    talk.change(Change::Target(id("lager.mehl"), Some(target)));
    let copy = copy_for(&talk.session, &tiny_asked(), &CopyFor::Strangers)?;
    let written = write_session(&copy)?;
    assert!(!written.contains("acme"), "{written}");
    assert_eq!(copy.profiles.len(), brought.len() + 1, "that there is one may be known");
    for profile in brought {
        assert!(copy.profiles.contains_key(&id(profile)), "{profile} is no secret");
    }
    read_session(written.as_bytes())?;
    Ok(())
}

#[test]
fn what_was_withdrawn_brings_nothing_along() -> Outcome {
    let mut talk = Talk::about(&tiny());
    let asked = tiny_asked();
    let first = asked.all().next().ok_or("a statement")?;
    let (statement, practice) = (first.indicator.id.clone(), first.practice.id.clone());
    let piece: Evidence = plumbline::session::FromFile::from_file(json!({ "title": "Secret list", "kind": "document" }))
        .or_else(|_| plumbline::session::FromFile::from_file(json!({ "title": "Secret list" })))
        .map_err(|error| format!("{error:?}"))?;
    talk.change(Change::Evidence(id("e1"), Some(piece)));
    let given = EvidenceUse { evidence: id("e1"), indicator: statement.clone(), part: None };
    let action = Action { title: "Secret action".to_owned(), ..Action::default() };
    talk.change(Change::Action(id("a1"), Some(action)));
    let satisfies = ActionStatement { action: id("a1"), indicator: statement };
    let whom = CopyFor::Practices(BTreeSet::from([practice]));
    talk.change(Change::EvidenceUse(given.clone(), Some(Yes)));
    talk.change(Change::ActionStatement(satisfies.clone(), Some(Yes)));
    assert_eq!(write_session(&copy_for(&talk.session, &asked, &whom)?)?.matches("Secret").count(), 2);
    talk.change(Change::EvidenceUse(given, None));
    talk.change(Change::ActionStatement(satisfies, None));
    assert_eq!(write_session(&copy_for(&talk.session, &asked, &whom)?)?.matches("Secret").count(), 0);
    Ok(())
}

#[test]
fn some_practices_have_what_was_said_of_them_in_older_editions() -> Outcome {
    let model = std::sync::Arc::new(read_model(&bytes("tests/data/tiny-model-v2.json"))?);
    let asked = Questionnaire::new(model, Vec::new());
    let now = asked.all().find(|it| it.indicator.id.as_str() == "k1-kalt").ok_or("what k1b became")?;
    let mut talk = Talk::about(&tiny());
    talk.answer("k1b", plumbline::session::Answer::Met);
    let copy = copy_for(&talk.session, &asked, &CopyFor::Practices(BTreeSet::from([now.practice.id.clone()])))?;
    assert_eq!(copy.answers.len(), 1);
    Ok(())
}

#[test]
fn a_consultant_who_keeps_both_sides_has_seen_the_discussion_that_was_there() -> Outcome {
    let mut talk = Talk::about(&tiny());
    let sides = vec![Map::from_iter([("on".to_owned(), json!("k1b")), ("stamp".to_owned(), json!("tab-9:1"))])];
    talk.change(Change::Discussion(id("d1"), Some(Discussion { list: "answers".to_owned(), sides, unknown: Map::new() })));
    let copy = copy_for(&talk.session, &tiny_asked(), &CopyFor::Consultant)?;
    assert_eq!(copy.discussions, talk.session.discussions);
    Ok(())
}
