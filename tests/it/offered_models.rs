//! Models that are offered beside the first one: whole, read against themselves, and with the results that were worked out by hand.

#![allow(clippy::panic, reason = "what is not there ends the test")]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::support::{bytes, id, json, offered, smm};
use plumbline::analysis::{Assessment, Current, Fit, hints, interview_answers, own_indicators, progress, results};
use plumbline::exchange::{preview, read_session, write_session};
use plumbline::model::{
    Interview, Level, Model, Profile, Questionnaire, read_coherence, read_glossary, read_interview, read_model, read_offered,
    read_profile,
};
use plumbline::session::{Session, SystemField};

const SWT: &str = "software-trustworthiness";
const TRUST: &str = "trustworthiness";

fn model(id: &str) -> Arc<Model> {
    let file = format!("public/models/{id}.json");
    Arc::new(read_model(&bytes(&file)).unwrap_or_else(|problems| panic!("{file}:\n{problems}")))
}

fn interview(model: &Model) -> Interview {
    let file = format!("public/models/{}.interview.json", model.id);
    read_interview(&bytes(&file), model).unwrap_or_else(|problems| panic!("{file}:\n{problems}"))
}

fn profiles(model: &Model) -> Vec<Arc<Profile>> {
    let files = offered().into_iter().filter(|it| it.id == model.id).flat_map(|it| it.profiles);
    let read = |file: String| {
        let profile = read_profile(&bytes(&format!("profiles/{file}")), model);
        Arc::new(profile.unwrap_or_else(|problems| panic!("{file}:\n{problems}")))
    };
    files.map(read).collect()
}

fn example(file: &str, model: &Arc<Model>) -> (Session, Questionnaire) {
    let session = read_session(&bytes(&format!("public/examples/{file}"))).unwrap_or_else(|error| panic!("{error}"));
    let model = Arc::clone(model);
    let used: BTreeSet<String> = session.profiles_in_use().map(ToString::to_string).collect();
    let laid = profiles(&model).into_iter().filter(|it| used.contains(it.id.as_str())).collect();
    let coherence = read_coherence(&bytes(&format!("public/models/{}.coherence.json", model.id)), &model);
    let coherence = coherence.unwrap_or_else(|problems| panic!("{problems}"));
    let interview = Arc::new(interview(&model));
    let asked = Questionnaire::new(model, laid).with_guidance(Some(interview), Some(Arc::new(coherence)));
    (session.clone(), asked.with_own(own_indicators(&session)))
}

#[test]
fn what_is_offered_is_what_its_files_say_and_each_is_read_whole() {
    let all = offered();
    assert_eq!(all.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), [SWT, TRUST]);
    for it in &all {
        let model = model(it.id.as_str());
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
    let model = model(SWT);
    let count = |level: u8| {
        let of = |practice: &&plumbline::model::Practice| practice.guide(Level::new(level)).map_or(0, |it| it.indicators.len());
        model.practices().iter().map(of).sum::<usize>()
    };
    assert_eq!(model.practices().len(), 13);
    assert_eq!([1, 2, 3, 4].map(count), [39, 58, 61, 41]);
}

#[test]
fn what_they_ask_is_one_fact_each_and_no_question_of_another_model() {
    let mut asked: BTreeMap<String, String> = BTreeMap::new();
    for model in [smm(), model(SWT), model(TRUST)] {
        let is_first = model.id == smm().id;
        for practice in model.practices() {
            assert!(is_first || practice.examples.len() >= 2, "{}", practice.id);
            for guide in practice.levels.iter().filter(|it| it.level != Level::NONE) {
                assert!(!guide.indicators.is_empty() && !guide.actions.is_empty(), "{} {}", practice.id, guide.level);
                assert!(is_first || guide.example.is_some(), "{} {}", practice.id, guide.level);
                for indicator in &guide.indicators {
                    let text = indicator.text.get("en");
                    assert!(is_first || !format!(" {text} ").contains(" and "), "one fact each: {text}");
                    let words = text.split_whitespace().count();
                    assert!(is_first || guide.level != Level::new(3) || words <= 18, "{text}");
                    let of = format!("{} {}", model.id, indicator.id);
                    assert_eq!(asked.insert(text.to_owned(), of.clone()), None, "asked twice: {text} ({of})");
                }
            }
        }
    }
}

#[test]
fn trustworthiness_asks_about_five_characteristics_and_about_people() {
    let model = model(TRUST);
    assert_eq!((model.groups.len(), model.practices().len()), (4, 27));
    let statements = model.practices().iter().flat_map(|it| &it.levels).map(|it| it.indicators.len()).sum::<usize>();
    assert_eq!(statements, 287);
    assert!(model.group(&id("institutional")).is_some_and(|it| it.all_practices().len() > 5), "culture, training, learning");
}

#[test]
fn their_interviews_propose_something_for_each_practice() {
    for (model, counted) in [(model(SWT), (14, 68)), (model(TRUST), (17, 72))] {
        let interview = interview(&model);
        assert_eq!((interview.questions.len(), interview.rules.len()), counted, "{}", model.id);
        let proposed: Vec<_> = interview.base.iter().map(|it| it.practice.as_str()).collect();
        assert_eq!(proposed, model.practices().iter().map(|it| it.id.as_str()).collect::<Vec<_>>());
    }
}

/// What was worked out by hand, in the model's order.
struct Expected {
    file: &'static str,
    model: &'static str,
    targets: &'static str,
    current: &'static str,
    /// How many are short, more than needed, unanswered.
    fits: [usize; 3],
}

const EXAMPLES: [Expected; 2] = [
    Expected { file: "heat-pump.json", model: SWT, targets: "3232322333323", current: "2122131211122", fits: [10, 1, 0] },
    Expected {
        file: "pacemaker.json",
        model: TRUST,
        targets: "334332223333232233433332233",
        current: "233232222332223222321312132",
        fits: [14, 1, 0],
    },
];

#[test]
fn their_examples_have_the_results_that_were_worked_out_by_hand() {
    for expected in EXAMPLES {
        let file = expected.file;
        let (session, asked) = example(file, &model(expected.model));
        assert!(
            session.system(SystemField::Name).starts_with("Example: ")
                && session.system(SystemField::Includes).starts_with("Made up. ")
        );
        let preview = preview(&session, &asked).unwrap_or_else(|error| panic!("{error:?}"));
        assert_eq!((preview.not_in_model.len(), preview.missing_profiles.len(), preview.other_edition), (0, 0, None), "{file}");
        assert_eq!(
            write_session(&session).unwrap_or_default().as_bytes(),
            bytes(&format!("public/examples/{file}")),
            "{file} is written as it is read"
        );
        let now = Assessment::latest(&asked, &session);
        let found = results(&now);
        let digits = |level: Option<Level>| level.map_or('?', |it| char::from(b'0' + it.number()));
        assert_eq!(found.practices.iter().map(|it| digits(it.target)).collect::<String>(), expected.targets, "{file}");
        let current: String = found.practices.iter().map(|it| digits(it.standing.current.low())).collect();
        assert_eq!(current, expected.current, "{file}");
        assert!(found.practices.iter().all(|it| it.standing.current.low() == it.standing.current.high()), "{file}");
        assert_eq!([Fit::Short, Fit::More, Fit::Unanswered].map(|fit| found.count(fit)), expected.fits, "{file}");
        assert!(found.practices.iter().all(|it| it.standing.current != Current::Unanswered), "{file}");
        assert!(hints(&now).iter().all(|hint| hint.answer.is_some()), "{file}");
        assert_eq!(progress(&now).targets.done, found.practices.len(), "{file}");
        assert!(interview_answers(&session).len() > 5, "the targets of {file} rest on an interview");
        let of = json(&format!("public/examples/{file}")).pointer("/model/id").and_then(|id| id.as_str().map(str::to_owned));
        assert_eq!(of.as_deref(), Some(expected.model));
    }
}
