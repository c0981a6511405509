//! Models that people bring: read with all that is hostile to it, kept, brought along by files, gone, in other editions.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a failed unwrap is a failed test")]

use std::ffi::OsString;
use std::rc::Rc;
use std::sync::Arc;

use crate::support::{bytes, id, in_steps, json, path};
use plumbline::analysis::{Assessment, begin_without_profile};
use plumbline::command_line::{BAD_INPUT, FINE, Machine, Outcome, run};
use plumbline::exchange::{
    CopyFor, MergeError, ReadError, check_levels, copy_for, merge, merge_review, preview, read_review, read_session, request,
    write_review, write_session, write_session_compact,
};
use plumbline::model::{
    LARGEST_MODEL, Level, OwnModel, PracticeId, Problem, ProblemKind, Questionnaire, own_model, read_own_model,
};
use plumbline::session::{
    Answer, Authorship, BroughtModel, Change, ModelRef, Person, Place, QuickAnswer, Session, SystemField, Timestamp, Wrong,
};
use plumbline::store::{KeepModelError, MemoryStorage, SessionStore, Slot, Storage, StorageError, bring_together};
use serde_json::{Value, json};

/// The ten lines of the guide.
fn guide() -> String {
    let guide = String::from_utf8(bytes("docs/own-model.md")).unwrap();
    guide.split("```json\n").nth(1).unwrap().split("```").next().unwrap().to_owned()
}

fn file() -> Value {
    serde_json::from_str(&guide()).unwrap()
}

fn own() -> OwnModel {
    read_own_model(guide().as_bytes()).unwrap_or_else(|problems| panic!("{problems}"))
}

/// The same with something else in a place.
fn altered(pointer: &str, value: Value) -> Value {
    let mut file = file();
    *file.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer}")) = value;
    file
}

const STATEMENT: &str = "/groups/0/practices/0/levels/1/indicators/0";

fn problems(file: &Value) -> Vec<Problem> {
    own_model(file.clone()).unwrap_err().all().to_vec()
}

fn authorship() -> Authorship {
    Authorship { by: None, at: "2026-11-23T09:00:00Z".parse().unwrap(), actor: id("tester") }
}

/// An assessment with the model, with one answer in it.
fn session(own: &OwnModel) -> Session {
    let mut session = begin_without_profile(id("s1"), id("r1"), &own.model, &authorship());
    let place = Place { on: id("gloves.worn"), round: id("r1"), part: None, by: None };
    session.apply(Change::System(SystemField::Name, Some("Bakery".to_owned())), &authorship());
    session.apply(Change::Answer(place, Some(Answer::Met)), &authorship());
    session
}

fn bringing(own: &OwnModel) -> Session {
    Session { own_model: Some(BroughtModel(own.clone())), ..session(own) }
}

fn store() -> (Rc<MemoryStorage>, SessionStore) {
    let storage = Rc::new(MemoryStorage::with_limit(usize::MAX));
    (storage.clone(), SessionStore::new(storage))
}

#[test]
fn the_ten_lines_of_the_guide_and_the_template_load() {
    assert_eq!(guide().trim().lines().count(), 10);
    let own = own();
    assert_eq!(own.model.title.get("en"), "Safe baking");
    assert_eq!(own.model.licence.as_deref(), Some("CC0-1.0"));
    assert_eq!(own.model.attribution.as_ref().map(|by| by.get("en")), Some("Bakers of Quux"));
    assert_eq!(own.model.ids_by_position(), Vec::<&str>::new());
    let blocks = String::from_utf8(bytes("docs/own-model.md")).unwrap();
    let scoring = blocks.split("```json").nth(2).and_then(|block| block.split("```").next()).unwrap();
    let with_scoring = guide().replacen('{', &format!("{{ {},", scoring.trim()), 1);
    let told = read_own_model(with_scoring.as_bytes()).unwrap_or_else(|problems| panic!("{problems:?}"));
    assert_eq!(told.model.scoring.answers.own.len(), 3, "the example of a rule is one");
    let weighed = blocks.split("```json").nth(3).and_then(|block| block.split("```").next()).unwrap();
    let weighed = guide().replacen('{', &format!("{{ {},", weighed.trim()), 1);
    let weighed = read_own_model(weighed.as_bytes()).unwrap_or_else(|problems| panic!("{problems:?}"));
    assert_eq!((weighed.model.characteristics.len(), weighed.model.conflicts.len()), (2, 1), "and so are characteristics");
    let template = read_own_model(&bytes("docs/own-model-template.json")).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(template.model.source.as_ref().map(|source| source.get("en").len()), Some(49));
}

#[test]
fn how_a_file_is_laid_out_makes_no_other_model_and_each_word_does() {
    let mut turned = file();
    turned.sort_all_objects();
    turned.as_object_mut().unwrap().insert("$schema".to_owned(), "x".into());
    assert_eq!(own_model(turned).unwrap(), own());
    assert_ne!(own_model(altered("/about/en", "Other".into())).unwrap(), own());
}

#[test]
fn every_problem_has_its_line_and_its_place() {
    let text = guide().replace("\"id\": \"gloves\",", "").replace("\"kind\": \"done\"", "\"kind\": \"fine\"");
    let found = read_own_model(text.as_bytes()).unwrap_err().in_file(text.as_bytes());
    let told: Vec<_> = found.iter().map(|it| (it.problem.path.as_str(), it.line)).collect();
    assert_eq!(told, [("groups[0].practices[0]", Some(7)), ("groups[0].practices[0].levels[1].indicators[0].kind", Some(10)),]);
    let cut = guide().replace("\"who\":", "\"who\"");
    let found = read_own_model(cut.as_bytes()).unwrap_err().in_file(cut.as_bytes());
    assert_eq!(found.iter().map(|it| it.line).collect::<Vec<_>>(), [Some(8)]);
}

#[test]
fn what_is_too_large_too_deep_or_too_long_is_refused() {
    let large = format!("{{\"about\": \"{}\"}}", "x".repeat(10_000_000));
    let found = read_own_model(large.as_bytes()).unwrap_err();
    assert_eq!(found.all()[0].kind, ProblemKind::ModelTooLarge { bytes: large.len() });
    assert!(large.len() > LARGEST_MODEL);
    let title = "Long".repeat(10_000);
    let kind = ProblemKind::TitleTooLong { length: 40_000, longest: 200 };
    assert_eq!(problems(&altered("/title/en", title.into())), [Problem { path: "title".to_owned(), kind }]);
    let mut group = json!({ "id": "g", "name": { "en": "G" }, "about": { "en": "G" } });
    for depth in 0..60 {
        group = json!({ "id": format!("g{depth}"), "name": { "en": "G" }, "about": { "en": "G" }, "groups": [group] });
    }
    assert_eq!(problems(&altered("/groups/0", group))[0].kind, ProblemKind::TooDeep { deepest: 100 });
}

#[test]
fn hostile_ids_are_refused_or_are_ids_like_others() {
    let twice = altered("/groups/0/practices/0/id", "oven".into());
    assert_eq!(problems(&twice)[0].kind, ProblemKind::IdTwice("oven".to_owned()));
    for bad in ["<script>", "a/b", "a@b", "../x", ""] {
        assert!(own_model(altered("/id", bad.into())).is_err(), "{bad}");
    }
    for strange in ["__proto__", "constructor", "session.x", "plumbline.session.s1"] {
        let own = own_model(altered("/id", strange.into())).unwrap();
        let (storage, store) = store();
        store.keep_model(&own).unwrap();
        assert_eq!(store.own_models().unwrap().models, std::slice::from_ref(&own));
        assert_eq!(store.summaries().unwrap().len(), 0, "{strange} is no session");
        assert_eq!(storage.keys().unwrap(), [format!("plumbline.model.{strange}@2026-11")]);
        let file = write_session(&bringing(&own)).unwrap();
        assert_eq!(read_session(file.as_bytes()).unwrap(), bringing(&own));
    }
    let positions = own_model(altered(&format!("{STATEMENT}/id"), "1.1".into())).unwrap();
    assert_eq!(positions.model.ids_by_position(), ["1.1"]);
}

#[test]
fn markup_stays_text_in_the_report() {
    let markup = "<img src=x onerror=alert(1)> **bold** [x](javascript:1)";
    let own = own_model(altered("/groups/0/practices/0/name/en", markup.into())).unwrap();
    let asked = Questionnaire::new(Arc::clone(&own.model), Vec::new());
    let session = session(&own);
    let assessment = Assessment::latest(&asked, &session);
    let html = said(&["report", "-"], write_session(&bringing(&own)).unwrap().as_bytes());
    assert_eq!((html.code, assessment.session().answers.len()), (FINE, 1));
    let html = String::from_utf8(html.out).unwrap();
    assert!(html.contains("&lt;img src=x onerror=alert(1)&gt;") && !html.contains("<img src=x"), "as it stands");
    let markdown = said(&["report", "--as", "md", "-"], write_session(&bringing(&own)).unwrap().as_bytes());
    let markdown = String::from_utf8(markdown.out).unwrap();
    let bare = markdown.replace("\\<", "").replace("\\]", "");
    assert!(!bare.contains("<img") && !bare.contains("](javascript:1)"), "{markdown}");
}

#[test]
fn one_that_is_kept_is_never_replaced_by_another_of_its_name() {
    let (storage, store) = store();
    store.keep_model(&own()).unwrap();
    store.keep_model(&own()).unwrap();
    let other = own_model(altered("/about/en", "Other".into())).unwrap();
    assert_eq!(store.keep_model(&other), Err(KeepModelError::OtherContent));
    assert_eq!(store.own_models().unwrap().models, [own()]);
    let next = own_model(altered("/edition", "2027-01".into())).unwrap();
    store.keep_model(&next).unwrap();
    assert_eq!(store.own_models().unwrap().models.len(), 2);
    assert!(store.usage().unwrap().models > 0);
    // Removed and put back.
    let model = own().model;
    assert_eq!(store.drop_model(&model.id, &model.edition).unwrap(), Some(own()));
    assert_eq!(store.own_models().unwrap().models, [next]);
    store.keep_model(&own()).unwrap();
    // What is damaged is no model, stays where it is, and is not written over.
    let key = "plumbline.model.bakery@2026-11";
    storage.set(key, "{}\nx").unwrap();
    assert_eq!(store.own_models().unwrap().unreadable, ["bakery@2026-11"]);
    assert_eq!(store.keep_model(&own()), Err(KeepModelError::OtherContent));
    assert_eq!(storage.get(key).unwrap().as_deref(), Some("{}\nx"));
}

#[test]
fn where_there_is_no_room_it_is_not_kept() {
    let store = SessionStore::new(Rc::new(MemoryStorage::with_limit(100)));
    assert_eq!(store.keep_model(&own()), Err(KeepModelError::Storage(StorageError::Full)));
    assert_eq!(store.own_models().unwrap().models.len(), 0);
}

#[test]
fn a_session_of_a_shipped_model_says_nothing_of_it() {
    let example = read_session(&bytes("public/examples/bottling-line.json")).unwrap();
    let members: Value = serde_json::from_str(&write_session_compact(&example).unwrap()).unwrap();
    assert_eq!((members.get("own_model"), members["model"].get("own")), (None, None));
}

#[test]
fn a_session_brings_its_model_to_where_it_is_not() {
    let bringing = bringing(&own());
    let file = write_session(&bringing).unwrap();
    let opened = in_steps(file.as_bytes()).unwrap().session;
    assert_eq!(opened, bringing);
    let brought = &opened.own_model.as_ref().unwrap().0;
    assert_eq!((brought, brought.file()), (&own(), &file_of(&own())));
    let asked = Questionnaire::new(Arc::clone(&brought.model), Vec::new());
    assert_eq!(preview(&opened, &asked).unwrap().answers, 1);
    // Without the model, it still says which one it needs.
    let plain = read_session(write_session(&session(&own())).unwrap().as_bytes()).unwrap();
    let kept = plain.model.own.as_ref().unwrap();
    assert_eq!((kept.title.as_str(), kept.texts.len()), ("Safe baking", 2));
    assert!(plain.model.is(&own().model));
}

fn file_of(own: &OwnModel) -> Value {
    serde_json::from_str(&own.line()).unwrap()
}

#[test]
fn what_a_session_brings_is_checked_and_has_to_be_its_own() {
    let mut file: Value = serde_json::from_str(&write_session(&bringing(&own())).unwrap()).unwrap();
    file.as_object_mut().unwrap().shift_remove("checksum");
    let read = |file: &Value| read_session(file.to_string().as_bytes());
    assert!(read(&file).is_ok());
    let mut broken = file.clone();
    broken["own_model"]["title"] = json!("x");
    let Err(ReadError::Wrong { path, what: Wrong::Model(found) }) = read(&broken) else { panic!() };
    assert_eq!((path.as_str(), found.all()[0].path.as_str()), ("own_model", "title"));
    let mut other = file.clone();
    other["own_model"]["about"]["en"] = json!("Other");
    assert_eq!(read(&other), Err(ReadError::Wrong { path: "own_model".to_owned(), what: Wrong::OtherModel }));
    let mut foreign = file;
    foreign["model"].as_object_mut().unwrap().shift_remove("own");
    assert!(read(&foreign).is_err());
}

#[test]
fn copies_and_questions_bring_it_and_what_has_no_names_does_not() {
    let mut session = bringing(&own());
    let asked = Questionnaire::new(own().model, Vec::new());
    let person = Person { name: "Ada".to_owned(), ..any_person() };
    session.apply(Change::Person(id("p1"), Some(person)), &authorship());
    let practices: [PracticeId; 1] = [id("gloves")];
    let made: Timestamp = authorship().at;
    let asking = request(&session, &asked, &practices, &id("p1"), None, "", made).unwrap();
    assert_eq!(asking.own_model, session.own_model);
    for whom in [CopyFor::Everybody, CopyFor::Consultant, CopyFor::Targets, CopyFor::Practices([id("gloves")].into())] {
        let copy = copy_for(&session, &asked, &whom).unwrap();
        assert_eq!((&copy.own_model, &copy.model.own), (&session.own_model, &session.model.own), "{whom:?}");
    }
    let copy = copy_for(&session, &asked, &CopyFor::Strangers).unwrap();
    assert_eq!(copy.own_model, None);
    assert!(!write_session(&copy).unwrap().contains("Safe baking"));
    assert!(copy.model.is(&own().model), "whoever has the model can open it");
    assert_eq!(copy.model.own.as_ref().unwrap().texts.len(), 0, "nobody can try words of theirs on it");
    assert!(copy.words_changed(&own().model).is_nothing());
}

fn any_person() -> Person {
    plumbline::session::FromFile::from_file(json!({ "name": "", "role": "technology_owner" })).unwrap()
}

#[test]
fn copies_merge_only_where_the_questions_say_the_same() {
    let mine = session(&own());
    let theirs = bringing(&own());
    let merged = merge(&mine, &theirs).unwrap().session;
    assert_eq!(merged.own_model, theirs.own_model, "what was gone comes back");
    assert_eq!(merge(&theirs, &mine).unwrap().session.own_model, theirs.own_model);
    let next = altered("/edition", "2027-01".into());
    let same_name = altered(&format!("{STATEMENT}/text/en"), "Everybody wears mittens.".into());
    for other in [next, same_name] {
        let other = own_model(other).unwrap();
        let mut theirs = session(&other);
        theirs.model = ModelRef::to(&other.model);
        assert_eq!(merge(&mine, &theirs), Err(MergeError::OtherWords));
    }
}

#[test]
fn another_edition_is_told_before_anything_is_carried() {
    let mut next = altered(&format!("{STATEMENT}/text/en"), "Everybody wears mittens.".into());
    next["edition"] = json!("2027-01");
    let levels = next.pointer_mut("/groups/0/practices/0/levels/1/indicators").unwrap().as_array_mut().unwrap();
    let mut more = levels[0].clone();
    more["id"] = json!("gloves.bought");
    levels.push(more);
    let next = own_model(next).unwrap();
    let mut session = session(&own());
    assert!(!session.model.is(&next.model));
    let changed = session.words_changed(&next.model);
    let ids = |all: &[(plumbline::model::ItemId, &str)]| all.iter().map(|(id, _)| id.to_string()).collect::<Vec<_>>();
    assert_eq!(
        (ids(&changed.other_words), ids(&changed.new)),
        (vec!["gloves.worn".to_owned()], vec!["gloves.bought".to_owned()])
    );
    assert_eq!(changed.gone, []);
    // Taken over: the answer stays, and what it answered is still known to say something else.
    session.take_edition(&next.model, &id("tester"));
    assert!(session.model.is(&next.model));
    assert_eq!(ids(&session.words_changed(&next.model).other_words), ["gloves.worn"]);
    assert_eq!(session.answers.len(), 1);
    let again = read_session(write_session(&session).unwrap().as_bytes()).unwrap();
    assert_eq!(ids(&again.words_changed(&next.model).other_words), ["gloves.worn"]);
    session.model = ModelRef::to(&next.model);
    assert!(session.words_changed(&next.model).is_nothing());
    // Back to the first: what is not there any more is said.
    assert_eq!(session.words_changed(&own().model).gone, [id("gloves.bought")]);
}

#[test]
fn nothing_changes_for_sessions_of_shipped_models() {
    let example = read_session(&bytes("public/examples/bottling-line.json")).unwrap();
    assert!(example.words_changed(&own().model).is_nothing());
    assert!(!example.model.is(&own().model));
    assert!(example.model.is(&crate::support::smm()));
}

/// Runs some words.
fn said(words: &[&str], input: &[u8]) -> Outcome {
    run(words.iter().map(OsString::from), &mut &*input, Machine::at(authorship().at))
}

#[test]
fn check_tells_writers_all_that_is_wrong_with_line_and_hint() {
    let text = guide().replace("\"id\": \"gloves\",", "").replace("\"kind\": \"done\"", "\"kind\": \"fine\"");
    let outcome = said(&["check", "-"], text.as_bytes());
    assert_eq!(outcome.code, BAD_INPUT);
    assert!(outcome.told.contains("line 7: groups[0].practices[0]: “id” is missing. Add it:"), "{}", outcome.told);
    assert!(outcome.told.contains("line 10: "), "{}", outcome.told);
    let positions = guide().replace("gloves.worn", "1.1");
    let outcome = said(&["check", "-"], positions.as_bytes());
    assert_eq!(outcome.code, FINE);
    assert!(outcome.told.contains("“1.1”"), "{}", outcome.told);
    let template = path("docs/own-model-template.json");
    assert_eq!(
        said(&["check", &template.to_string_lossy()], b""),
        Outcome { told: String::new(), ..said(&["check", &template.to_string_lossy()], b"") }
    );
}

#[test]
fn the_command_line_opens_what_brings_its_model_and_names_one_that_is_gone() {
    let outcome = said(&["results", "-"], write_session(&bringing(&own())).unwrap().as_bytes());
    assert_eq!(outcome.code, FINE, "{}", outcome.told);
    assert!(String::from_utf8(outcome.out).unwrap().contains("Gloves"));
    let outcome = said(&["results", "-"], write_session(&session(&own())).unwrap().as_bytes());
    assert_eq!(outcome.code, BAD_INPUT);
    assert!(outcome.told.contains("“Safe baking”, edition 2026-11"), "{}", outcome.told);
    let shipped = own_model(altered("/id", "iot-smm".into())).unwrap();
    let outcome = said(&["results", "-"], write_session(&bringing(&shipped)).unwrap().as_bytes());
    assert_eq!(outcome.code, FINE, "the shipped one of its id may have come later: {}", outcome.told);
    assert!(String::from_utf8(outcome.out).unwrap().contains("Gloves"));
}

#[test]
fn every_shipped_model_would_do_as_ones_own() {
    for name in ["iot-smm", "software-trustworthiness", "trustworthiness"] {
        let own = own_model(json(&format!("public/models/{name}.json"))).unwrap_or_else(|problems| panic!("{name}: {problems}"));
        let mut session = begin_without_profile(id("s1"), id("r1"), &own.model, &authorship());
        let place = Place { on: own.model.practices()[0].id.clone(), round: id("r1"), part: None, by: None };
        session.apply(Change::Quick(place, Some(QuickAnswer::Level(Level::new(1)))), &authorship());
        session.own_model = Some(BroughtModel(own.clone()));
        assert_eq!(read_session(write_session(&session).unwrap().as_bytes()).unwrap(), session);
    }
}

#[test]
fn files_of_models_that_only_share_a_name_are_not_put_beside_each_other() {
    let folder = std::env::temp_dir().join(format!("plumbline-own-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.join(name);
        std::fs::write(&path, text).unwrap();
        path.to_string_lossy().into_owned()
    };
    let other = own_model(altered("/about/en", "Other".into())).unwrap();
    let first = write("first.json", &write_session(&bringing(&own())).unwrap());
    let second = write("second.json", &write_session(&bringing(&other)).unwrap());
    for command in ["compare", "fleet", "merge"] {
        let outcome = said(&[command, &first, &second], b"");
        assert_eq!(outcome.code, BAD_INPUT, "{command}: {}", outcome.told);
    }
    // The same model, once brought and once named.
    let plain = write("plain.json", &write_session(&session(&own())).unwrap());
    let model = write("bakery.json", &guide());
    let outcome = said(&["compare", &first, &plain, "--model", &model], b"");
    assert_eq!(outcome.code, FINE, "{}", outcome.told);
    let named_alone = said(&["results", &second, "--model", &model], b"");
    assert_eq!(named_alone.code, FINE, "what a file brings is what it was answered by: {}", named_alone.told);
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn the_hash_of_a_model_is_the_same_in_every_version() {
    // Another value would make every session that brings a model one whose model is gone.
    assert_eq!(own().model.own.as_ref().unwrap().to_string(), "98f50755eb242328c6824ba5");
    let mut remarked = file();
    remarked.as_object_mut().unwrap().insert("// id".to_owned(), "A remark.".into());
    remarked.pointer_mut(STATEMENT).unwrap().as_object_mut().unwrap().insert("//".to_owned(), "Another.".into());
    assert_eq!(own_model(remarked).unwrap(), own());
}

#[test]
fn levels_descriptions_and_kinds_count_as_what_was_asked() {
    let practice = "/groups/0/practices/0";
    let others = [
        altered(&format!("{practice}/levels/1/description/en"), "Thick gloves.".into()),
        altered("/levels/1/name/en", "Half".into()),
        altered("/levels/1/meaning/en", "Half of it.".into()),
        altered(&format!("{STATEMENT}/kind"), "assured".into()),
    ];
    for other in others {
        let other = own_model(other).unwrap();
        assert_eq!(session(&own()).words_changed(&other.model).other_words.len(), 1);
    }
    let other = own_model(altered("/about/en", "Other".into())).unwrap();
    assert!(session(&own()).words_changed(&other.model).is_nothing());
}

/// The guide's model with one level more.
fn longer() -> OwnModel {
    let mut longer = file();
    let rung = json!({ "level": 2, "name": { "en": "Proven" }, "meaning": { "en": "It is shown." } });
    longer["levels"].as_array_mut().unwrap().push(rung);
    let guide = json!({ "level": 2, "description": { "en": "Tested gloves." } });
    longer.pointer_mut("/groups/0/practices/0/levels").unwrap().as_array_mut().unwrap().push(guide);
    longer["edition"] = json!("2027-01");
    own_model(longer).unwrap()
}

#[test]
fn an_edition_with_fewer_levels_than_were_answered_does_not_fit() {
    let mut session = session(&longer());
    assert_eq!(check_levels(&session, &own().model), Ok(()));
    let place = Place { on: id("gloves"), round: id("r1"), part: None, by: None };
    session.apply(Change::Quick(place, Some(QuickAnswer::Level(Level::new(2)))), &authorship());
    assert_eq!(check_levels(&session, &longer().model), Ok(()));
    let Err(ReadError::OffScale { about, level, top, .. }) = check_levels(&session, &own().model) else { panic!() };
    assert_eq!((about.as_str(), level, top), ("gloves", 2, 1));
}

#[test]
fn a_review_of_another_edition_is_not_brought_in() {
    let review = |own: &OwnModel| read_review(write_review(&session(own)).unwrap().as_bytes()).unwrap();
    assert!(merge_review(&session(&own()), &review(&own())).is_ok());
    assert_eq!(merge_review(&session(&own()), &review(&longer())), Err(MergeError::OtherWords));
}

#[test]
fn what_a_session_brings_is_no_larger_than_a_model_may_be() {
    let large = altered("/about/en", "x".repeat(LARGEST_MODEL).into());
    assert!(matches!(problems(&large).as_slice(), [Problem { kind: ProblemKind::ModelTooLarge { .. }, .. }]));
}

#[test]
fn what_is_stored_opens_also_where_the_model_that_it_brings_can_not_be_used() {
    let (storage, store) = store();
    let slot: Slot = id("slot");
    store.save(&slot, &bringing(&own()), 0).unwrap();
    let mut broken: Value = serde_json::from_str(&write_session_compact(&bringing(&own())).unwrap()).unwrap();
    broken["own_model"]["title"] = json!("x");
    storage.set("plumbline.session.slot", &plumbline::store::seal(1, "{}", &broken.to_string())).unwrap();
    let stored = store.open(&slot).unwrap();
    assert_eq!((stored.session.answers.len(), stored.session.own_model.is_none()), (1, true));
    assert!(stored.session.brings_unreadable());
    // Saved again, nothing of it is lost; with its model from elsewhere, all is as it was.
    store.save(&slot, &stored.session, stored.revision).unwrap();
    let mut again = store.open(&slot).unwrap().session;
    assert_eq!(again.unknown["own_model"], broken["own_model"]);
    again.bring(Some(BroughtModel(own())));
    assert_eq!(read_session(write_session(&again).unwrap().as_bytes()).unwrap(), bringing(&own()));
}

#[test]
fn a_take_over_in_one_tab_stays_when_another_saves() {
    let (next, before) = (longer(), session(&own()));
    let mut taken = before.clone();
    taken.take_edition(&next.model, &id("first"));
    let mut answered = before.clone();
    let place = Place { on: id("gloves"), round: id("r1"), part: None, by: None };
    let second = Authorship { actor: id("second"), ..authorship() };
    answered.apply(Change::Quick(place, Some(QuickAnswer::Level(Level::new(1)))), &second);
    for (mine, theirs, actor) in [(&taken, &answered, "first"), (&answered, &taken, "second")] {
        let both = bring_together(mine, theirs.clone(), &id(actor)).unwrap().session;
        assert!(both.model.is(&next.model), "{actor}");
        assert_eq!(both.quick.len(), 1, "{actor}");
    }
    // What was answered before the other one was saved drops nothing of it either.
    let both = bring_together(&taken, before, &id("first")).unwrap().session;
    assert!(both.model.is(&next.model));
}

#[test]
fn who_needs_a_model_is_known_before_it_is_removed() {
    let (_, store) = store();
    assert_eq!(store.who_needs(&own().model).unwrap(), Vec::<String>::new());
    store.save(&id("brings"), &bringing(&own()), 0).unwrap();
    assert_eq!(store.who_needs(&own().model).unwrap(), Vec::<String>::new());
    store.save(&id("needs"), &session(&own()), 0).unwrap();
    assert_eq!(store.who_needs(&own().model).unwrap(), ["Bakery"]);
    assert_eq!(store.who_needs(&longer().model).unwrap(), Vec::<String>::new());
    store.delete(&id("needs"), authorship().at).unwrap();
    assert_eq!(store.who_needs(&own().model).unwrap(), ["Bakery"], "it may be put back");
}

#[test]
fn a_model_that_can_not_be_read_can_be_saved_and_put_aside() {
    let (storage, store) = store();
    storage.set("plumbline.model.bakery@2026-11", "{}\nx").unwrap();
    assert_eq!(store.raw_model("bakery@2026-11").unwrap().as_deref(), Some("{}\nx"));
    store.put_model_aside("bakery@2026-11").unwrap();
    assert_eq!((store.own_models().unwrap().unreadable.len(), store.aside().unwrap().len()), (0, 1));
    store.keep_model(&own()).unwrap();
    assert_eq!(store.own_models().unwrap().models, [own()]);
}
