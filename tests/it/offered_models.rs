//! Models that are offered beside the first one: whole, read against themselves, and with the results that were worked out by hand.

#![allow(clippy::panic, reason = "what is not there ends the test")]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::support::{bytes, json, offered, smm};
use plumbline::analysis::{Assessment, Current, Fit, hints, interview_answers, own_indicators, progress, results};
use plumbline::exchange::{preview, read_session, write_session};
use plumbline::model::{
    Interview, Level, Model, Profile, Questionnaire, read_coherence, read_glossary, read_interview, read_model, read_offered,
    read_profile,
};
use plumbline::session::{Session, SystemField};

const SWT: &str = "software-trustworthiness";

fn model() -> Arc<Model> {
    let file = format!("public/models/{SWT}.json");
    Arc::new(read_model(&bytes(&file)).unwrap_or_else(|problems| panic!("{file}:\n{problems}")))
}

fn interview(model: &Model) -> Interview {
    let file = format!("public/models/{SWT}.interview.json");
    read_interview(&bytes(&file), model).unwrap_or_else(|problems| panic!("{file}:\n{problems}"))
}

fn profiles(model: &Model) -> Vec<Arc<Profile>> {
    let files = offered().into_iter().flat_map(|it| it.profiles);
    let read = |file: String| {
        let profile = read_profile(&bytes(&format!("profiles/{file}")), model);
        Arc::new(profile.unwrap_or_else(|problems| panic!("{file}:\n{problems}")))
    };
    files.map(read).collect()
}

fn example() -> (Session, Questionnaire) {
    let session = read_session(&bytes("public/examples/heat-pump.json")).unwrap_or_else(|error| panic!("{error}"));
    let model = model();
    let used: BTreeSet<String> = session.profiles_in_use().map(ToString::to_string).collect();
    let laid = profiles(&model).into_iter().filter(|it| used.contains(it.id.as_str())).collect();
    let coherence = read_coherence(&bytes(&format!("public/models/{SWT}.coherence.json")), &model);
    let coherence = coherence.unwrap_or_else(|problems| panic!("{problems}"));
    let interview = Arc::new(interview(&model));
    let asked = Questionnaire::new(model, laid).with_guidance(Some(interview), Some(Arc::new(coherence)));
    (session.clone(), asked.with_own(own_indicators(&session)))
}

#[test]
fn what_is_offered_is_what_its_files_say_and_each_is_read_whole() {
    let all = offered();
    assert_eq!(all.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), [SWT]);
    for it in &all {
        let model = model();
        assert_eq!((it.title.get("en"), &it.id, &it.edition), (model.title.get("en"), &model.id, &model.edition));
        assert_ne!(model.id, smm().id);
        for file in &it.files {
            let bytes = bytes(&format!("public/models/{file}"));
            let problems = match file.split_once('.').map(|(_, kind)| kind) {
                Some("interview.json") => read_interview(&bytes, &model).err(),
                Some("coherence.json") => read_coherence(&bytes, &model).err(),
                Some("glossary.json") => read_glossary(&bytes, &model).err(),
                _ => read_model(&bytes).err(),
            };
            assert_eq!(problems, None, "{file}");
        }
        assert_eq!(profiles(&model).len(), it.profiles.len());
        assert!(
            profiles(&model).iter().all(|profile| it.has_profile(profile.id.as_str())),
            "a link to a profile leads to its model"
        );
        assert!(!it.has_profile("retail-pos"));
    }
}

#[test]
fn a_list_of_models_that_names_other_folders_or_nothing_is_refused_with_what_is_wrong() {
    let with = |files: &str| {
        let text = format!(
            r#"{{"format": "plumbline-offered-models", "version": 1, "languages": ["en"], "models": [{{"id": "m", "title": {{"en": "M"}}, "about": {{"en": "A"}}, "edition": "1", "files": {files}}}]}}"#
        );
        read_offered(text.as_bytes())
    };
    assert_eq!(with(r#"["m.json"]"#).map(|all| all.len()), Ok(1));
    for wrong in [r#"["../m.json"]"#, r#"["https://x.example/m.json"]"#, "7", "[7]"] {
        let problems = with(wrong).err().unwrap_or_else(|| panic!("{wrong} was read"));
        assert!(problems.to_string().contains("models[0].files"), "{problems}");
    }
}

#[test]
fn software_trustworthiness_asks_about_the_whole_life_of_software() {
    let model = model();
    let count = |level: u8| {
        let of = |practice: &&plumbline::model::Practice| practice.guide(Level::new(level)).map_or(0, |it| it.indicators.len());
        model.practices().iter().map(of).sum::<usize>()
    };
    assert_eq!(model.practices().len(), 13);
    assert_eq!([1, 2, 3, 4].map(count), [39, 58, 61, 41]);
    let mut texts = BTreeMap::new();
    for practice in model.practices() {
        assert!(practice.examples.len() >= 2, "{}", practice.id);
        for guide in practice.levels.iter().filter(|it| it.level != Level::NONE) {
            assert!(guide.indicators.len() >= 3, "{} {}", practice.id, guide.level);
            assert!(!guide.actions.is_empty() && guide.example.is_some(), "{} {}", practice.id, guide.level);
            for indicator in &guide.indicators {
                let text = indicator.text.get("en");
                assert!(!format!(" {text} ").contains(" and "), "one fact each: {text}");
                assert!(guide.level != Level::new(3) || text.split_whitespace().count() <= 18, "{text}");
                assert_eq!(texts.insert(text.to_owned(), indicator.id.clone()), None, "asked twice: {text}");
            }
        }
    }
    let first: BTreeSet<_> = smm()
        .practices()
        .iter()
        .flat_map(|it| &it.levels)
        .flat_map(|it| &it.indicators)
        .map(|it| it.text.get("en").to_owned())
        .collect();
    assert!(texts.keys().all(|text| !first.contains(text)), "no statement is that of the first model");
}

#[test]
fn its_interview_proposes_something_for_each_practice() {
    let model = model();
    let interview = interview(&model);
    assert_eq!((interview.questions.len(), interview.rules.len()), (14, 62));
    let proposed: Vec<_> = interview.base.iter().map(|it| it.practice.as_str()).collect();
    assert_eq!(proposed, model.practices().iter().map(|it| it.id.as_str()).collect::<Vec<_>>());
}

#[test]
fn the_example_has_the_results_that_were_worked_out_by_hand() {
    let (session, asked) = example();
    assert!(
        session.system(SystemField::Name).starts_with("Example: ")
            && session.system(SystemField::Includes).starts_with("Made up. ")
    );
    let preview = preview(&session, &asked).unwrap_or_else(|error| panic!("{error:?}"));
    assert_eq!((preview.not_in_model.len(), preview.missing_profiles.len(), preview.other_edition), (0, 0, None));
    assert_eq!(
        write_session(&session).unwrap_or_default().as_bytes(),
        bytes("public/examples/heat-pump.json"),
        "written as it is read"
    );
    let now = Assessment::latest(&asked, &session);
    let found = results(&now);
    let digits = |level: Option<Level>| level.map_or('?', |it| char::from(b'0' + it.number()));
    assert_eq!(found.practices.iter().map(|it| digits(it.target)).collect::<String>(), "3232322333323");
    assert_eq!(found.practices.iter().map(|it| digits(it.standing.current.low())).collect::<String>(), "2122131211122");
    assert!(found.practices.iter().all(|it| it.standing.current.low() == it.standing.current.high()));
    assert_eq!([Fit::Short, Fit::More, Fit::Unanswered].map(|fit| found.count(fit)), [10, 1, 0]);
    assert!(found.practices.iter().all(|it| it.standing.current != Current::Unanswered));
    assert!(hints(&now).iter().all(|hint| hint.answer.is_some()));
    assert_eq!(progress(&now).targets.done, 13);
    assert!(interview_answers(&session).len() > 5, "its targets rest on an interview");
    assert_eq!(json("public/examples/heat-pump.json").pointer("/model/id").and_then(|id| id.as_str()), Some(SWT));
}
