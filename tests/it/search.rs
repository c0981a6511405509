//! The search: what is found, in which order, and how many.

#![allow(clippy::panic, reason = "what is not there ends the test")]

use crate::support::talk::Talk;
use crate::support::{id, smm, smm_asked, tiny, tiny_asked};
use plumbline::analysis::{About, Assessment, Hit, Hits, MOST_HITS, Source, own_indicators, search, search_model, search_terms};
use plumbline::model::{Glossary, IndicatorId, IndicatorKind, Level, Questionnaire, Scope, read_glossary};
use plumbline::session::{Answer, Change, Evidence, EvidenceKind, Origin, OwnIndicator, Session, Target};
use serde_json::{Map, json};

const COOLING: &str = "lager.kalt.kuehlen";
const FLOUR: &str = "lager.mehl";

fn line(hit: &Hit) -> String {
    let about = match &hit.about {
        About::Practice(practice) => practice.to_string(),
        About::Indicator(_, indicator) => indicator.to_string(),
        About::Evidence(evidence) => format!("evidence {evidence}"),
    };
    let part = hit.part.as_ref().map(|part| format!(" in {part}")).unwrap_or_default();
    let by = hit.by.as_ref().map(|by| format!(" by {by}")).unwrap_or_default();
    format!("{:?} {about}{part}{by}: {}", hit.source, hit.text)
}

/// What is found in the tiny model, in German.
fn tiny_hits(session: &Session, query: &str) -> Vec<String> {
    search(&Assessment::latest(&tiny_asked(), session), query, "de").best.iter().map(line).collect()
}

fn in_model(query: &str) -> Vec<String> {
    tiny_hits(&Talk::about(&tiny()).session, query)
}

#[test]
fn nothing_is_found_where_nothing_is_asked() {
    for blank in ["", "  \t\n"] {
        assert_eq!(search(&Assessment::latest(&smm_asked(), &Talk::about(&smm()).session), blank, "en"), Hits::default());
    }
}

#[test]
fn names_come_before_other_names_and_these_before_indicators() {
    assert_eq!(
        in_model("kühl"),
        ["Name lager.kalt.kuehlen: Kühlen", "Indicator k1a: Ein Kühlschrank läuft.",],
        "a practice is found once, by its best"
    );
    assert_eq!(in_model("KÜHLKETTE"), ["Alias lager.kalt.kuehlen: Kühlkette"]);
    assert_eq!(in_model("cold"), ["Alias lager.kalt.kuehlen: cold chain"], "other names in all languages");
    assert_eq!(in_model("cooling"), Vec::<String>::new(), "but texts in the language of the screen");
    assert_eq!(search(&Assessment::latest(&tiny_asked(), &Talk::about(&tiny()).session), "cooling", "en").count, 1);
}

#[test]
fn objectives_questions_and_examples_are_found() {
    assert_eq!(in_model("verderben milch"), ["Objective lager.kalt.kuehlen: Milch und Eier verderben nicht."]);
    assert_eq!(in_model("wo das mehl"), ["Question lager.mehl: Wo liegt das Mehl?"]);
    assert_eq!(in_model("siegel"), ["Example k2b: Siegel"]);
    assert_eq!(in_model("seife"), ["Indicator h1a: Es gibt Seife."], "a statement is found once as well");
    assert_eq!(in_model("sahne"), ["Indicator torten.k1: Sahne steht nie länger als eine Stunde draußen."], "of profiles, too");
}

#[test]
fn all_words_have_to_be_in_the_same_text() {
    assert_eq!(in_model("becken plan"), ["Indicator h2a: Der Plan hängt am Becken."]);
    assert_eq!(in_model("becken silo"), Vec::<String>::new());
}

#[test]
fn what_begins_a_word_comes_before_what_is_within_one() {
    assert_eq!(
        in_model("es"),
        ["Indicator h1a: Es gibt Seife.", "Indicator h1b: Es gibt ein Becken.", "Indicator m2: Die Feuchte wird gemessen.",]
    );
}

/// A session with something of everything that people write.
fn said() -> Talk {
    let mut talk = Talk::about(&tiny());
    talk.add_person("ana");
    talk.name_part("north");
    talk.by = Some("ana".to_owned());
    let place = talk.place(id(FLOUR));
    talk.change(Change::PracticeNote(place, Some("The silo is new.".to_owned())));
    talk.part = Some("north".to_owned());
    let place = talk.place(id::<IndicatorId>("k2a"));
    talk.change(Change::Note(place.clone(), Some("Silo of the list".to_owned())));
    talk.change(Change::Against(place, Some("No list on Sundays, says the silo man".to_owned())));
    talk.part = None;
    let target =
        Target { reason: "The silo is insured.".to_owned(), ..Target::new(Level::new(1), Scope::General, Origin::Practice) };
    talk.change(Change::Target(id(COOLING), Some(target)));
    let evidence = Evidence {
        location: "https://wiki.example/silo".to_owned(),
        author: "Silo GmbH".to_owned(),
        ..Evidence::new("Acceptance test", EvidenceKind::Test)
    };
    talk.change(Change::Evidence(id("e1"), Some(evidence)));
    talk
}

#[test]
fn what_people_wrote_comes_last_with_whose_it_is() {
    assert_eq!(
        tiny_hits(&said().session, "silo"),
        [
            "Note k2a in north by ana: Silo of the list",
            "Note lager.mehl by ana: The silo is new.",
            "Against k2a in north by ana: No list on Sundays, says the silo man",
            "TargetReason lager.kalt.kuehlen by ana: The silo is insured.",
            "Evidence evidence e1 by ana: Acceptance test · https://wiki.example/silo · Silo GmbH",
        ]
    );
    assert_eq!(tiny_hits(&said().session, "gmbh acceptance").len(), 1, "what is said of a piece of evidence is one text");
}

#[test]
fn what_was_withdrawn_belongs_to_another_round_or_is_not_asked_is_not_found() {
    let mut talk = said();
    talk.change(Change::Part(id("north"), None));
    talk.change(Change::Evidence(id("e1"), None));
    talk.change(Change::Target(id(COOLING), None));
    assert_eq!(tiny_hits(&talk.session, "silo"), ["Note lager.mehl by ana: The silo is new."]);
    talk.open_round("r2");
    assert_eq!(tiny_hits(&talk.session, "silo"), Vec::<String>::new());

    let foreign = Questionnaire::new(smm(), Vec::new());
    let kinds: Vec<Source> =
        search(&Assessment::latest(&foreign, &said().session), "silo", "en").best.iter().map(|hit| hit.source).collect();
    assert_eq!(kinds, [Source::Evidence]);
}

#[test]
fn own_statements_are_found() {
    let mut talk = Talk::about(&tiny());
    let own = OwnIndicator {
        practice: id(FLOUR),
        level: Level::new(1),
        kind: IndicatorKind::Done,
        text: "The mill is swept.".to_owned(),
        evidence: String::new(),
        unknown: Map::new(),
    };
    talk.change(Change::Indicator(id("own-1"), Some(own)));
    talk.answer("own-1", Answer::Met);
    let asked = tiny_asked().with_own(own_indicators(&talk.session));
    let found = search(&Assessment::latest(&asked, &talk.session), "mill swept", "de");
    assert_eq!(found.best.iter().map(line).collect::<Vec<_>>(), ["Indicator own-1: The mill is swept."]);
}

#[test]
fn no_more_than_fifty_are_shown_and_all_are_counted() {
    let found = search(&Assessment::latest(&smm_asked(), &Talk::about(&smm()).session), "e", "en");
    assert_eq!(found.best.len(), MOST_HITS);
    assert!(found.count > 250, "{}", found.count);
    let names = found.best.iter().take_while(|hit| hit.source == Source::Name).count();
    assert!(names >= 10, "{names} practices first");
    let few = search(&Assessment::latest(&smm_asked(), &Talk::about(&smm()).session), "patch", "en");
    assert!(few.count < MOST_HITS && few.best.len() == few.count, "{}", few.count);
}

#[test]
fn without_a_session_the_same_is_found_in_the_model() {
    for query in ["kühl", "siegel", "becken plan", "", "nirgends"] {
        assert_eq!(
            search_model(&tiny_asked(), query, "de"),
            search(&Assessment::latest(&tiny_asked(), &Talk::about(&tiny()).session), query, "de")
        );
    }
}

/// A glossary of three words about the tiny model.
fn words() -> Glossary {
    let file = json!({"format": "plumbline-glossary", "version": 1, "model": tiny().id.as_str(), "edition": "1",
    "languages": ["de", "en"], "terms": [
        {"id": "kuehlung", "name": {"de": "Kühlung"}, "meaning": {"de": "Hält Milch frisch."}},
        {"id": "milch", "name": {"de": "Milch", "en": "Milk"}, "aliases": {"en": ["dairy"]}, "meaning": {"de": "Kommt von der Kuh."}},
        {"id": "magermilch", "name": {"de": "Magermilch"}, "meaning": {"de": "Ohne Fett."}},
    ]});
    read_glossary(file.to_string().as_bytes(), &tiny()).unwrap_or_else(|problems| panic!("{problems}"))
}

#[test]
fn words_are_found_by_name_then_by_other_names_then_by_what_they_mean() {
    let words = words();
    let found = |query: &str| search_terms(&words, query, "de").iter().map(|it| it.id.as_str()).collect::<Vec<_>>();
    assert_eq!(found("milch"), ["milch", "magermilch", "kuehlung"]);
    assert_eq!(found("DAIRY"), ["milch"], "other names in all languages");
    assert_eq!(found("milk"), Vec::<&str>::new(), "names in that of the screen");
    assert_eq!(found("kuh kommt"), ["milch"], "all words, in any order");
    assert_eq!(found(" "), Vec::<&str>::new());
}
