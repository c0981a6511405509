//! What was said under an older edition of the questions holds under a newer one, and only what means something else is asked again.

#![allow(clippy::panic, reason = "a model that can't be read ends the test")]

use std::sync::Arc;

use crate::support::any::cases;
use crate::support::talk::Talk;
use crate::support::{bytes, id, set, tiny};
use plumbline::analysis::{
    Assessment, EditionNews, Names, PracticeAgain, Thing, ThingName, edition_news, former_practices, formers, progress, results,
};
use plumbline::exchange::{merge, preview, read_session, write_session};
use plumbline::model::{Became, FormerWords, IndicatorKind, Level, Model, Questionnaire, read_former_words, read_model};
use plumbline::session::{
    Answer, Authorship, Change, Evidence, EvidenceKind, EvidenceUse, Override, OwnIndicator, Place, QuickAnswer, Session,
    Timestamp, Yes,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

type Outcome = Result<(), Box<dyn std::error::Error>>;

const SECOND: &str = "tests/data/tiny-model-v2.json";

fn second() -> Arc<Model> {
    Arc::new(read_model(&bytes(SECOND)).unwrap_or_else(|problems| panic!("{problems}")))
}

fn asked() -> Questionnaire {
    Questionnaire::new(second(), Vec::new())
}

/// What a session under the second edition says about indicators, each with the answer.
fn answers(session: &Session) -> Vec<(&str, &Answer)> {
    session.answers.iter().filter_map(|(place, fact)| Some((place.on.as_str(), fact.value()?))).collect()
}

fn carried(session: &Session) -> Session {
    session.carried_over(&*second()).into_owned()
}

#[test]
fn what_was_renamed_keeps_all_that_was_said_about_it() -> Outcome {
    let mut talk = Talk::about(&tiny());
    talk.by = Some("ana".to_owned());
    talk.answer("k1b", Answer::NotMet);
    talk.change(Change::Note(talk.place(id("k1b")), Some("8 degrees".to_owned())));
    talk.target("lager.mehl", 2);
    talk.quick("lager.mehl", QuickAnswer::Level(Level::new(1)));
    talk.change(Change::Evidence(id("e"), Some(Evidence::new("Photo", EvidenceKind::Observation))));
    let given = EvidenceUse { indicator: id("k1b"), part: None, evidence: id("e") };
    talk.change(Change::EvidenceUse(given, Some(Yes)));
    let own = OwnIndicator {
        practice: id("lager.mehl"),
        level: Level::new(1),
        kind: IndicatorKind::Done,
        text: "No mice".to_owned(),
        evidence: String::new(),
        unknown: Map::new(),
    };
    talk.change(Change::Indicator(id("own"), Some(own)));

    let now = carried(&talk.session);
    let place = talk.place(id("k1-kalt"));
    let (before, after) = (talk.session.answers.get(&talk.place(id("k1b"))), now.answers.get(&place));
    let (before, after) = (before.ok_or("the answer")?, after.ok_or("the answer carried over")?);
    assert_eq!((after.value(), &after.by, after.at), (before.value(), &before.by, before.at));
    assert!(after.is_carried() && !before.is_carried());
    assert_eq!(now.notes.get(&place).and_then(|fact| fact.value()).map(String::as_str), Some("8 degrees"));
    assert_eq!(now.target(&id("lager.trocken")).map(|target| target.level.number()), Some(2));
    assert_eq!(now.evidence_for(&id("k1-kalt"), None).count(), 1);
    let asked = asked().with_own(plumbline::analysis::own_indicators(&now));
    let practice = asked.model().practice(&id("lager.trocken")).ok_or("the practice")?;
    assert!(asked.indicators(practice, Level::new(1)).iter().any(|it| it.is_own), "own statements stay with their practice");
    let found = results(&Assessment::latest(&asked, &now));
    let result = found.practice(&id("lager.trocken")).ok_or("its result")?;
    assert_eq!(result.target.map(Level::number), Some(2));
    Ok(())
}

#[test]
fn what_was_split_holds_in_every_part_unless_nobody_knows_in_which() {
    for (answer, expected) in [(Answer::Met, 2), (Answer::Partly, 0), (Answer::NotMet, 0)] {
        let mut talk = Talk::about(&tiny());
        talk.answer("k2a", answer.clone());
        let now = carried(&talk.session);
        let held = answers(&now).into_iter().filter(|(on, held)| on.starts_with("k2-") && **held == answer).count();
        assert_eq!(held, expected, "{answer:?}");
        let again: Vec<_> =
            edition_news(&Assessment::latest(&asked(), &now)).again.into_iter().map(|(_, on)| on.to_string()).collect();
        let all = ["k2-messen".to_owned(), "k2-notieren".to_owned()];
        assert_eq!(again, all.into_iter().take(2 - expected).collect::<Vec<_>>());
    }
}

#[test]
fn what_was_merged_holds_where_the_same_was_said_of_all_of_it() {
    for (soap, basin, expected) in [
        (Some(Answer::Met), Some(Answer::Met), Some(Answer::Met)),
        (Some(Answer::NotMet), Some(Answer::NotMet), Some(Answer::NotMet)),
        (Some(Answer::Met), Some(Answer::NotMet), None),
        (Some(Answer::Met), None, None),
    ] {
        let mut talk = Talk::about(&tiny());
        soap.clone().into_iter().for_each(|answer| talk.answer("h1a", answer));
        basin.clone().into_iter().for_each(|answer| talk.answer("h1b", answer));
        let now = carried(&talk.session);
        let merged = now.answers.get(&talk.place(id("h1"))).and_then(|fact| fact.value());
        assert_eq!(merged, expected.as_ref(), "{soap:?} and {basin:?}");
        let again = edition_news(&Assessment::latest(&asked(), &now)).again;
        assert_eq!(again.is_empty(), expected.is_some(), "{again:?}");
        let former: Vec<_> = formers(&Assessment::latest(&asked(), &now), &id("h1")).iter().map(|it| it.answers.len()).collect();
        assert_eq!(former.iter().sum::<usize>(), usize::from(soap.is_some()) + usize::from(basin.is_some()));
    }
}

#[test]
fn only_what_means_something_else_is_asked_again_with_the_old_answer_beside_it() -> Outcome {
    let mut talk = Talk::about(&tiny());
    talk.by = Some("ana".to_owned());
    for indicator in ["k1a", "k1b", "k2a", "k2b", "k2c", "m1", "m2", "h1a", "h1b", "h2a", "h2b"] {
        talk.answer(indicator, Answer::Met);
    }
    talk.change(Change::Note(talk.place(id("m2")), Some("a wet corner".to_owned())));
    let now = carried(&talk.session);
    let asked = asked();
    let news = edition_news(&Assessment::latest(&asked, &now));
    let again = vec![(id("lager.trocken"), id("m2-grenze"))];
    assert_eq!(news, EditionNews { carried: 4, again, practices: Vec::new(), removed: vec!["k2c".to_owned()] });
    let unanswered: Vec<_> = progress(&Assessment::latest(&asked, &now))
        .indicators
        .answered
        .of
        .checked_sub(progress(&Assessment::latest(&asked, &now)).indicators.answered.done)
        .into_iter()
        .collect();
    assert_eq!(unanswered, [2], "the changed one and the new one");

    let model = asked.model();
    assert_eq!(model.edition.as_str(), "v2");
    let before = formers(&Assessment::latest(&asked, &now), &id("m2-grenze"));
    let [former] = before.as_slice() else { return Err(format!("{before:?}").into()) };
    assert_eq!((former.edition.as_str(), former.change.became), ("v2", Became::Changed));
    assert_eq!(former.was.map(|was| was.get("de")), Some("Die Feuchte wird gemessen."));
    let said: Vec<_> =
        former.answers.iter().filter_map(|(place, fact)| Some((place.by.clone()?, fact.value()?.clone()))).collect();
    assert_eq!(said, [(id("ana"), Answer::Met)]);
    assert_eq!(former.notes, ["a wet corner"]);
    assert_eq!(formers(&Assessment::latest(&asked, &now), &id("k1a")), []);
    Ok(())
}

#[test]
fn of_a_practice_that_means_something_else_what_was_said_stands_beside_it_and_does_not_count() -> Outcome {
    let mut talk = Talk::about(&tiny());
    talk.by = Some("ana".to_owned());
    talk.target("haende.waschen", 2);
    talk.quick("haende.waschen", QuickAnswer::Level(Level::new(1)));
    talk.change(Change::PracticeNote(talk.place(id("haende.waschen")), Some("no soap".to_owned())));
    let set = Override { level: Level::new(2), reason: "Seen".to_owned(), unknown: Map::new() };
    talk.change(Change::Override(talk.place(id("haende.waschen")).subject(), Some(set)));
    talk.target("lager.mehl", 1);
    talk.quick("lager.mehl", QuickAnswer::Level(Level::new(1)));
    let now = carried(&talk.session);
    let asked = asked();
    let hands = id("haende.sauber");
    assert_eq!(now.target(&hands), None);
    let before = former_practices(&Assessment::latest(&asked, &now), &hands);
    let [former] = before.as_slice() else { return Err(format!("{before:?}").into()) };
    assert_eq!((former.edition.as_str(), former.change.became), ("v2", Became::Changed));
    assert_eq!(former.target.and_then(|fact| fact.value()).map(|target| target.level.number()), Some(2));
    assert_eq!(former.quick.iter().map(|(_, fact)| fact.value()).collect::<Vec<_>>(), [Some(&QuickAnswer::Level(Level::new(1)))]);
    assert_eq!(former.overrides.iter().filter_map(|(_, fact)| Some(fact.value()?.level.number())).collect::<Vec<_>>(), [2]);
    assert_eq!(former.notes.iter().filter_map(|(_, fact)| fact.value()).collect::<Vec<_>>(), ["no soap"]);
    assert_eq!(
        former_practices(&Assessment::latest(&asked, &now), &id("lager.trocken")),
        [],
        "what was only renamed holds as it is"
    );
    let again = |session: &Session| edition_news(&Assessment::latest(&asked, session)).practices;
    assert_eq!(again(&now), [PracticeAgain { practice: hands.clone(), target: true, quick: true }]);

    talk.session = now;
    talk.quick("haende.sauber", QuickAnswer::Level(Level::new(2)));
    assert_eq!(again(&talk.session), [PracticeAgain { practice: hands.clone(), target: true, quick: false }]);
    talk.target("haende.sauber", 2);
    assert_eq!(again(&talk.session), []);
    assert_eq!(former_practices(&Assessment::latest(&asked, &talk.session), &hands).len(), 1, "it stays beside it");
    Ok(())
}

#[test]
fn what_was_renamed_before_it_changed_is_shown_once() -> Outcome {
    let mut file = crate::support::json(SECOND);
    let third = json!({"edition": "v3", "items": [{"id": "lager.trocken", "became": "changed", "to": ["lager.silo"]}]});
    file.pointer_mut("/changes").and_then(Value::as_array_mut).ok_or("the changes")?.push(third);
    let text = file.to_string().replace("\"id\":\"lager.trocken\",\"name\"", "\"id\":\"lager.silo\",\"name\"");
    let model = Arc::new(read_model(text.as_bytes()).map_err(|problems| problems.to_string())?);
    let mut talk = Talk::about(&tiny());
    talk.target("lager.mehl", 1);
    talk.quick("lager.mehl", QuickAnswer::Level(Level::new(1)));
    let now = talk.session.carried_over(&*model).into_owned();
    let asked = Questionnaire::new(model, Vec::new());
    let before = former_practices(&Assessment::latest(&asked, &now), &id("lager.silo"));
    let said: Vec<_> =
        before.iter().map(|former| (former.edition.as_str(), former.target.is_some(), former.quick.len())).collect();
    assert_eq!(said, [("v3", true, 1)]);
    Ok(())
}

#[test]
fn whoever_answers_anew_or_takes_back_what_was_carried_over_has_the_last_word() {
    let mut talk = Talk::about(&tiny());
    talk.answer("k1b", Answer::NotMet);
    talk.answer("m2", Answer::Met);
    talk.session = carried(&talk.session);
    talk.answer("m2-grenze", Answer::Partly);
    talk.change(Change::Answer(talk.place(id("k1-kalt")), None));
    assert_eq!(edition_news(&Assessment::latest(&asked(), &talk.session)).again, []);
    let again = carried(&talk.session);
    assert_eq!(again, talk.session, "carrying over again changes nothing");
    let read = read_session(write_session(&again).unwrap_or_default().as_bytes());
    assert_eq!(read.as_ref().map(carried), Ok(again), "nor does a reload");
    let all: Vec<_> = answers(&talk.session);
    assert_eq!(all, [("k1b", &Answer::NotMet), ("m2", &Answer::Met), ("m2-grenze", &Answer::Partly)]);
}

#[test]
fn what_follows_from_older_editions_is_never_written() -> Outcome {
    let mut talk = Talk::about(&tiny());
    for indicator in ["k1b", "k2a", "h1a", "h1b", "m2"] {
        talk.answer(indicator, Answer::Met);
    }
    talk.target("lager.mehl", 2);
    let now = carried(&talk.session);
    assert!(now.answers.len() > talk.session.answers.len());
    assert_eq!(write_session(&now)?, write_session(&talk.session)?);
    Ok(())
}

#[test]
fn ids_that_the_model_does_not_know_come_back_when_it_does() -> Outcome {
    let mut talk = Talk::about(&second());
    for indicator in ["k1a", "k1-kalt"] {
        talk.answer(indicator, Answer::Met);
    }
    let old = Questionnaire::new(tiny(), Vec::new());
    let there = read_session(write_session(&talk.session)?.as_bytes())?;
    assert_eq!(preview(&there, &old)?.not_in_model, ["k1-kalt"]);
    let level = |asked: &Questionnaire, session: &Session| {
        let found = results(&Assessment::latest(asked, session));
        found.practice(&id("lager.kalt.kuehlen")).and_then(|it| it.standing.current.low())
    };
    assert_eq!(level(&old, &there), Some(Level::NONE), "one of two is not known there");
    let back = read_session(write_session(&there)?.as_bytes())?;
    assert_eq!(level(&asked(), &back), Some(Level::new(1)));
    Ok(())
}

#[test]
fn changes_of_several_editions_are_followed_one_after_the_other() -> Outcome {
    let mut file = crate::support::json(SECOND);
    set(&mut file, "/edition", json!("v3"));
    let third = json!({"edition": "v3", "items": [
        {"id": "k1-kalt", "became": "renamed", "to": ["k1-unter-7"]},
        {"id": "m2-grenze", "became": "renamed", "to": ["m2-feucht"]},
    ]});
    let changes = file.pointer_mut("/changes").and_then(Value::as_array_mut).ok_or("the changes")?;
    changes.push(third);
    let text = file.to_string().replace("\"id\":\"k1-kalt\",\"kind\"", "\"id\":\"k1-unter-7\",\"kind\"");
    let text = text.replace("\"id\":\"m2-grenze\",\"kind\"", "\"id\":\"m2-feucht\",\"kind\"");
    let model = read_model(text.as_bytes()).map_err(|problems| problems.to_string())?;
    let mut talk = Talk::about(&tiny());
    talk.answer("k1b", Answer::Met);
    talk.answer("m2", Answer::Met);
    let now = talk.session.carried_over(&model).into_owned();
    assert_eq!(now.answers.get(&talk.place(id("k1-unter-7"))).and_then(|fact| fact.value()), Some(&Answer::Met));
    assert_eq!(now.answers.get(&talk.place(id("m2-feucht"))), None);
    let asked = Questionnaire::new(Arc::new(model), Vec::new());
    assert_eq!(edition_news(&Assessment::latest(&asked, &now)).again, [(id("lager.trocken"), id("m2-feucht"))]);
    assert_eq!(formers(&Assessment::latest(&asked, &now), &id("m2-feucht")).len(), 1, "what was answered two editions ago");
    Ok(())
}

#[test]
fn a_list_of_changes_that_does_not_fit_the_model_says_where() -> Outcome {
    let item = |item: Value| ("items", item);
    for ((_, change), expected) in [
        (
            item(json!({"id": "k1a", "became": "removed"})),
            "“k1a” is still asked: what means something else needs another id, since answers belong to ids",
        ),
        (
            item(json!({"id": "k9", "became": "renamed", "to": ["nowhere"]})),
            "neither the model nor a later edition's changes have “nowhere”",
        ),
        (item(json!({"id": "k9", "became": "renamed"})), "one id is expected in “to”"),
        (item(json!({"id": "k9", "became": "split", "to": ["k1a"]})), "two ids or more are expected in “to”"),
        (item(json!({"id": "k9", "became": "removed", "to": ["k1a"]})), "no “to” is expected"),
        (item(json!({"id": "k9", "became": "new"})), "neither the model nor a later edition's changes have “k9”"),
        (item(json!({"id": "k1b", "became": "removed"})), "what became of “k1b” is said twice"),
    ] {
        let mut file = crate::support::json(SECOND);
        let items = file.pointer_mut("/changes/0/items").and_then(Value::as_array_mut).ok_or("the items")?;
        items.push(change);
        let problems = read_model(file.to_string().as_bytes()).err().ok_or(expected)?;
        assert_eq!(plumbline::ui::problems(&problems), format!("changes[0].items[9]: {expected}"));
    }
    Ok(())
}

/// The second edition without the words about what was before, and these words as the file beside it.
fn apart() -> Result<(Model, FormerWords), Box<dyn std::error::Error>> {
    let mut file = crate::support::json(SECOND);
    let mut words = json!({"format": "plumbline-changes", "version": 1, "edition": "v2", "languages": ["de"], "items": []});
    set(&mut words, "/model", file.get("id").cloned().ok_or("the id")?);
    let items = file.pointer_mut("/changes/0/items").and_then(Value::as_array_mut).ok_or("the items")?;
    for item in items.iter_mut().filter_map(Value::as_object_mut) {
        let (was, why) = (item.shift_remove("was"), item.shift_remove("why"));
        let Some(was) = was else { continue };
        let all = words.pointer_mut("/items").and_then(Value::as_array_mut).ok_or("the words")?;
        all.push(json!({"id": item.get("id"), "was": was, "why": why.unwrap_or(json!({"de": "Darum."}))}));
    }
    let model = read_model(file.to_string().as_bytes()).map_err(|problems| problems.to_string())?;
    let words = read_former_words(words.to_string().as_bytes(), &model).map_err(|problems| problems.to_string())?;
    Ok((model, words))
}

#[test]
fn words_about_older_editions_may_stand_beside_the_model_and_come_later() -> Outcome {
    let (model, words) = apart()?;
    let mut talk = Talk::about(&tiny());
    talk.answer("m2", Answer::Met);
    talk.answer("k2c", Answer::Met);
    talk.target("haende.waschen", 2);
    let now = talk.session.carried_over(&model).into_owned();
    assert_eq!(carried(&talk.session), now, "answers are carried over without the words");
    let said = |asked: &Questionnaire| {
        let assessment = Assessment::latest(asked, &now);
        let text = |text: Option<&plumbline::model::Text>| text.map(|text| text.get("de").to_owned());
        let statements = formers(&assessment, &id("m2-grenze"));
        let practices = former_practices(&assessment, &id("haende.sauber"));
        let names = Names::new(Some(asked), &now, "de");
        (
            statements.iter().map(|it| (it.answers.len(), text(it.was), text(it.why))).collect::<Vec<_>>(),
            practices.iter().map(|it| (it.target.is_some(), text(it.was), text(it.why))).collect::<Vec<_>>(),
            names.of(&Thing::Indicator(id("k2c"))),
        )
    };
    let inside = said(&asked());
    assert_eq!(inside.2, ThingName::Formerly("Ein Ausfall wurde geübt.".to_owned()));
    let asked = Questionnaire::new(Arc::new(model), Vec::new());
    assert_eq!(
        said(&asked),
        (vec![(1, None, None)], vec![(true, None, None)], ThingName::NotHere),
        "less is said, nothing false"
    );
    let asked = asked.with_former_words(Some(Arc::new(words.clone())));
    assert_eq!(said(&asked), inside, "the same as from the model itself");
    let of_another = asked.with_former_words(Some(Arc::new(FormerWords { model: id("kueche"), ..words })));
    assert_eq!(said(&of_another).2, ThingName::NotHere, "words about another model are left out");
    Ok(())
}

#[test]
fn words_in_the_model_itself_go_before_those_beside_it() -> Outcome {
    let (_, mut words) = apart()?;
    let other = words.items.iter().find(|item| item.id.as_str() == "k2c").map(|item| item.was.clone()).ok_or("the words")?;
    words.items.iter_mut().for_each(|item| item.was = other.clone());
    let asked = asked().with_former_words(Some(Arc::new(words)));
    assert_eq!(asked.last_said("m2").map(|was| was.get("de")), Some("Die Feuchte wird gemessen."));
    Ok(())
}

const IDS: [&str; 14] =
    ["k1a", "k1b", "k1-kalt", "k2a", "k2-messen", "k2-notieren", "k2c", "m2", "m2-grenze", "h1a", "h1b", "h1", "h2c", "other"];

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn copies_under_different_editions_merge_as_if_there_were_but_one(
        said in vec((0..3_usize, select(IDS.to_vec()), proptest::option::of(crate::support::any::answer())), 0..30),
        shown in proptest::collection::vec(any::<bool>(), 3),
    ) {
        let first = Talk::about(&tiny()).session;
        let mut copies = vec![first; 3];
        for (copy, on, answer) in said {
            let authorship = Authorship { by: None, at: Timestamp::UNIX_EPOCH, actor: id(&format!("actor-{copy}")) };
            let place = Place { on: id(on), round: id("r1"), part: None, by: None };
            let Some(session) = copies.get_mut(copy) else { continue };
            session.apply(Change::Answer(place, answer), &authorship);
            if shown.get(copy) == Some(&true) {
                session.carry_over(&*second());
            }
        }
        let [one, two, three] = copies.as_slice() else { return Ok(()) };
        let merged = |one: &Session, two: &Session| merge(one, two).map(|merged| merged.session);
        let left = carried(&merged(&merged(one, two)?, three)?);
        let right = carried(&merged(&carried(one), &merged(three, &carried(two))?)?);
        prop_assert_eq!(&left, &right);
        for (place, fact) in one.answers.iter().filter(|(_, fact)| !fact.is_carried()) {
            let there = left.answers.get(place);
            prop_assert!(there.is_some_and(|there| there.stamp >= fact.stamp && !there.is_carried()), "{:?} is gone", place);
        }
    }
}
