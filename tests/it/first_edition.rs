//! Assessments that were made under the first edition of the shipped statements open under the present one: what kept its meaning counts,
//! what changed is asked again with the old answer beside it, and nothing is lost.

#![allow(clippy::panic, reason = "a session that can't be read ends the test")]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::support::json as file_of;
use crate::support::{bytes, id, smm, smm_former_words, smm_profile};
use plumbline::analysis::{Assessment, Names, Thing, edition_news, formers, own_indicators, progress};
use plumbline::exchange::{merge, preview, read_session, write_session};
use plumbline::model::{IndicatorId, ItemId, Questionnaire};
use plumbline::session::{Answer, Session};
use serde_json::{Value, json};

type Outcome = Result<(), Box<dyn std::error::Error>>;

const FOLDER: &str = "tests/data/first-edition";

/// The examples as they were answered under the first edition, each with its profile, and what was counted by hand in the file and in the
/// lists of changes of the model and the profile: answers; those whose statement kept its id, own ones and those of the profile included; parts of statements that were
/// split and of which all was said to be met or not applicable; statements that are asked again.
const SESSIONS: [(&str, &str, [usize; 4]); 3] = [
    ("bottling-line", "manufacturing-line", [81, 38, 2, 43]),
    ("automotive-gateway", "automotive-ota", [78, 37, 8, 36]),
    ("home-cameras", "consumer-cameras", [81, 43, 8, 31]),
];

fn stored(name: &str) -> Session {
    read_session(&bytes(&format!("{FOLDER}/{name}.json"))).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// What is asked in a session.
fn asked(profile: &str, session: &Session) -> Questionnaire {
    let words = Some(Arc::new(smm_former_words()));
    Questionnaire::new(smm(), vec![smm_profile(profile)]).with_own(own_indicators(session)).with_former_words(words)
}

/// What the files of the model and the profile say became of each id: the word and the ids from then on. Read here without the app.
fn changes(profile: &str) -> BTreeMap<String, (String, Vec<String>)> {
    let files = [file_of("public/models/iot-smm.json"), file_of(&format!("profiles/{profile}.json"))];
    let items = files.iter().filter_map(|file| file.pointer("/changes/0/items")?.as_array());
    let items: Vec<&Value> = items.flatten().filter(|item| item.get("became") != Some(&json!("new"))).collect();
    let text = |value: Option<&Value>| value.and_then(Value::as_str).unwrap_or_default().to_owned();
    let list = |value: Option<&Value>| value.and_then(Value::as_array).into_iter().flatten().map(|it| text(Some(it))).collect();
    items.iter().map(|item| (text(item.get("id")), (text(item.get("became")), list(item.get("to"))))).collect()
}

fn value_of<'a>(session: &'a Session, on: &str) -> Vec<&'a Answer> {
    session.answers.iter().filter(|(place, _)| place.on.as_str() == on).filter_map(|(_, fact)| fact.value()).collect()
}

#[test]
fn every_id_of_the_first_edition_is_still_asked_or_in_the_list_of_changes() {
    let file = file_of(&format!("{FOLDER}/ids.json"));
    let ids: Vec<&str> = file.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    assert_eq!(ids.len(), 18 + 291, "practices and statements");
    let model = smm();
    let lost: Vec<&&str> = ids
        .iter()
        .filter(|on| {
            let is_asked =
                IndicatorId::try_from(**on).is_ok_and(|on| model.has_indicator(&on)) || model.practice(&id(on)).is_some();
            !is_asked && !model.is_changed(on)
        })
        .collect();
    assert!(lost.is_empty(), "{lost:#?}");
    let invented: Vec<&ItemId> = model.changes.iter().flat_map(|it| &it.items).map(|it| &it.id).collect();
    let invented: Vec<_> = invented.into_iter().filter(|it| !ids.contains(&it.as_str())).collect();
    assert!(invented.is_empty(), "never asked: {invented:#?}");
}

#[test]
fn what_kept_its_meaning_counts_and_what_changed_is_asked_again() {
    for (name, profile, [answers, kept, carried, again]) in SESSIONS {
        let (session, changes) = (stored(name), changes(profile));
        let asked = asked(profile, &session);
        let now = session.carried_over(&asked);
        assert_eq!(session.answers.len(), answers, "{name}");
        let (mut stay, mut parts, mut expected) = (0, 0, BTreeSet::new());
        for (place, fact) in &session.answers {
            let Some((became, to)) = changes.get(place.on.as_str()) else {
                assert!(asked.asks(&place.on), "{name}: {}", place.on);
                assert_eq!(now.answers.get(place), Some(fact), "{name}: {}", place.on);
                stay += 1;
                continue;
            };
            let holds = became == "split" && matches!(fact.value(), Some(Answer::Met | Answer::NotApplicable(_)));
            for to in to {
                if holds {
                    assert_eq!(value_of(&now, to), fact.value().into_iter().collect::<Vec<_>>(), "{name}: {to}");
                    parts += 1;
                } else {
                    assert_eq!(value_of(&now, to), [] as [&Answer; 0], "{name}: {to} is asked again");
                    expected.insert(to.clone());
                }
            }
        }
        assert_eq!([stay, parts, expected.len()], [kept, carried, again], "{name}");
        let news = edition_news(&Assessment::latest(&asked, &now));
        let said: BTreeSet<String> = news.again.iter().map(|(_, on)| on.to_string()).collect();
        assert_eq!((news.carried, said), (carried, expected), "{name}");
        assert_eq!(news.practices, [], "{name}: practices are as they were");
        let before = progress(&Assessment::latest(&asked, &now));
        assert_eq!((before.targets.done, before.quick.done > 16), (18, true), "{name}");
    }
}

#[test]
fn beside_each_statement_that_is_asked_again_stand_the_old_words_and_the_old_answer() {
    for (name, profile, [.., again]) in SESSIONS {
        let session = stored(name);
        let (with_words, without) = (asked(profile, &session), asked(profile, &session).with_former_words(None));
        let now = session.carried_over(&with_words);
        let assessment = Assessment::latest(&with_words, &now);
        let news = edition_news(&assessment);
        for (_, on) in &news.again {
            let former = formers(&assessment, on);
            assert!(!former.is_empty(), "{name}: {on}");
            for former in former {
                assert!(former.was.is_some() && former.why.is_some(), "{name}: {on}");
                assert!(!former.answers.is_empty() || !former.notes.is_empty(), "{name}: {on}");
            }
            let less = formers(&Assessment::latest(&without, &now), on);
            let in_profile = smm_profile(profile)
                .changes
                .iter()
                .flat_map(|it| &it.items)
                .any(|it| it.to.iter().any(|to| to.as_str() == on.as_str()));
            assert!(less.iter().all(|it| it.was.is_some() == in_profile && !it.answers.is_empty()), "{name}: {on}");
        }
        assert_eq!(news.again.len(), again, "{name}");
    }
}

#[test]
fn every_old_answer_has_a_name_and_is_written_again_as_it_was() -> Outcome {
    for (name, profile, _) in SESSIONS {
        let session = stored(name);
        let asked = asked(profile, &session);
        let now = session.carried_over(&asked).into_owned();
        for place in session.answers.keys() {
            let called = Names::new(Some(&asked), &now, "en").of(&Thing::Indicator(place.on.clone()));
            assert!(called.text().is_some(), "{name}: {}", place.on);
        }
        assert_eq!(write_session(&now)?.as_bytes(), bytes(&format!("{FOLDER}/{name}.json")), "{name}");
        let unknown = preview(&session, &asked)?.not_in_model;
        assert!(unknown.iter().all(|on| asked.is_removed(on)), "{name}: {unknown:?}");
        let merged = merge(&now, &session)?;
        assert_eq!(merged.session.answers.values().filter(|it| !it.is_carried()).count(), session.answers.len(), "{name}");
    }
    Ok(())
}

#[test]
fn a_session_in_which_something_of_everything_was_said_loses_nothing() -> Outcome {
    for file in ["tests/data/golden/session-v1.json", "tests/data/small.json"] {
        let session = read_session(&bytes(file))?;
        assert_eq!((session.model.id.as_str(), session.model.edition.as_str()), ("iot-smm", "2026-11"), "{file}");
        let now = session.carried_over(&*smm()).into_owned();
        assert_eq!(write_session(&now)?, write_session(&session)?, "{file}");
        assert_eq!(now.targets, session.targets, "{file}");
    }
    Ok(())
}

/// A profile's own list of changes is followed like the model's, and only in a questionnaire that has the profile.
#[test]
fn what_was_said_of_a_profiles_older_statement_holds_in_its_parts_or_is_asked_again() {
    let session = stored("automotive-gateway");
    let with_profile = asked("automotive-ota", &session);
    let now = session.carried_over(&with_profile);
    let old = "automotive-ota.patching.l3.parked-install";
    let parts: Vec<String> = with_profile.became(old).iter().map(ToString::to_string).collect();
    assert!(parts.len() > 1, "it was split: {parts:?}");
    for part in &parts {
        assert_eq!(value_of(&now, part), value_of(&session, old), "{part}");
        assert!(value_of(&session.carried_over(&*smm()), part).is_empty(), "{part}: the model does not know it");
    }
    let line = stored("bottling-line");
    let asked = asked("manufacturing-line", &line);
    let now = line.carried_over(&asked);
    for old in ["manufacturing-line.change.l2.forced-signals", "manufacturing-line.recovery.l3.first-pieces"] {
        assert_eq!(value_of(&now, old), [&Answer::Met], "{old} stays as it was said");
        let again = asked.became(old).into_iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(again.len(), 1, "{old}");
        for on in &again {
            assert!(value_of(&now, on).is_empty(), "{on} is asked again");
            let former = formers(&Assessment::latest(&asked, &now), &id(on)).into_iter().next();
            let said = former.map(|it| (it.was.is_some() && it.why.is_some(), it.answers.len()));
            assert_eq!(said, Some((true, 1)), "{on}: the old words and the old answer stand beside it");
        }
    }
}
