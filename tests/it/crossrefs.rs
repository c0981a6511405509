//! Related frameworks: the shipped cross-references, what a level touches, and which items of a framework are touched by what.

#![allow(clippy::panic, clippy::unwrap_used, clippy::indexing_slicing, reason = "what is not there ends the test")]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::support::talk::Talk;
use crate::support::{bytes, id, remove, set, smm, tiny};
use plumbline::analysis::{Assessment, References, Touch, related, results, touched};
use plumbline::model::{
    Crossrefs, Level, Questionnaire, ReaderRole, ReferenceStatus, Relationship, read_crossrefs, read_frameworks,
};
use plumbline::session::{Answer, Change, NotApplicable, OwnMinimum, QuickAnswer};
use serde_json::{Value, json};

const COOLING: &str = "lager.kalt.kuehlen";
const FLOUR: &str = "lager.mehl";

fn shipped() -> &'static Crossrefs {
    static SHIPPED: LazyLock<Crossrefs> = LazyLock::new(|| {
        let frameworks = read_frameworks(&bytes("public/crossrefs/index.json")).unwrap_or_else(|problems| panic!("{problems}"));
        read_crossrefs(&bytes("public/crossrefs/iot-smm.json"), &smm(), frameworks)
            .unwrap_or_else(|problems| panic!("{problems}"))
    });
    &SHIPPED
}

/// Two frameworks: one for anybody, with a title, and one for suppliers, whose titles may not be shown.
fn frameworks() -> Value {
    json!({"format": "plumbline-frameworks", "version": 1, "frameworks": [
        {"id": "open-book", "name": "Open Book", "edition": "2", "publisher": "Guild", "roles": ["any"],
         "titles_may_be_shown": true, "titles": {"B 2": "Cold store"}, "aliases": ["OB"]},
        {"id": "closed-book", "name": "Closed Book", "edition": "1", "publisher": "House", "roles": ["product-supplier"],
         "titles_may_be_shown": false}
    ]})
}

fn reference(practice: &str, level: u8, framework: &str, item: &str) -> Value {
    json!({"practice": practice, "level": level, "framework": framework, "id": item, "relationship": "supports",
           "rationale": {"de": format!("{item} hilft")}, "status": "proposed"})
}

/// Both practices touch “B 2”; only cooling touches “B 10” and “C 1”.
fn references() -> Value {
    json!({"format": "plumbline-crossrefs", "version": 1, "model": tiny().id.as_str(), "edition": "1", "languages": ["de"],
    "references": [
        reference(COOLING, 1, "open-book", "B 10"),
        reference(COOLING, 1, "open-book", "B 2"),
        reference(FLOUR, 2, "open-book", "B 2"),
        reference(COOLING, 2, "open-book", "C 1"),
        reference(COOLING, 2, "closed-book", "7"),
    ]})
}

fn text(value: &Value) -> Vec<u8> {
    value.to_string().into_bytes()
}

fn small() -> Crossrefs {
    let frameworks = read_frameworks(&text(&frameworks())).unwrap_or_else(|problems| panic!("{problems}"));
    read_crossrefs(&text(&references()), &tiny(), frameworks).unwrap_or_else(|problems| panic!("{problems}"))
}

/// What is wrong with a file of cross-references.
fn wrong(file: &Value) -> Vec<String> {
    let frameworks = read_frameworks(&text(&frameworks())).unwrap();
    let problems = read_crossrefs(&text(file), &tiny(), frameworks).unwrap_err();
    problems.all().iter().map(plumbline::ui::problem).collect()
}

fn asked() -> Questionnaire {
    Questionnaire::new(tiny(), Vec::new())
}

/// Per item of the open book: its id, how it is touched, and how by each.
fn of_open_book(talk: &Talk) -> Vec<(String, Touch, Vec<Touch>)> {
    of_open_book_in(&small(), talk)
}

fn of_open_book_in(crossrefs: &Crossrefs, talk: &Talk) -> Vec<(String, Touch, Vec<Touch>)> {
    let asked = asked();
    let assessment = Assessment::latest(&asked, &talk.session);
    let items = touched(&assessment, crossrefs, &results(&assessment), &id("open-book"));
    items.iter().map(|it| (it.item.to_owned(), it.touch, it.by.iter().map(|by| by.touch).collect())).collect()
}

#[test]
fn what_something_outside_demands_beyond_the_target_is_needed() {
    let mut talk = Talk::about(&tiny());
    talk.target(COOLING, 1);
    talk.quick_level(COOLING, 1);
    let touch = |talk: &Talk| of_open_book(talk).into_iter().find(|(item, ..)| item == "C 1").map(|(_, touch, _)| touch);
    assert_eq!(touch(&talk), Some(Touch::NotCovered));
    let demanded = OwnMinimum { level: Level::new(2), source: "a law".to_owned(), unknown: serde_json::Map::new() };
    talk.change(Change::Minimum(id(COOLING), Some(demanded)));
    assert_eq!(touch(&talk), Some(Touch::QuickMissing));
}

#[test]
fn the_shipped_cross_references_are_whole() {
    let crossrefs = shipped();
    assert_eq!(crossrefs.references.len(), 761);
    assert_eq!(crossrefs.frameworks.len(), 19);
    assert!(crossrefs.references.iter().all(|it| !it.statements.is_empty()), "each is carried by statements");
    let practices: BTreeSet<_> = crossrefs.references.iter().map(|it| &it.practice).collect();
    assert_eq!(practices.len(), 18, "every practice has some");
    for framework in &crossrefs.frameworks {
        let items: BTreeSet<_> =
            crossrefs.references.iter().filter(|it| it.framework == framework.id).map(|it| &it.item).collect();
        assert!(!items.is_empty(), "{} is named", framework.id);
        assert!(framework.titles.keys().all(|item| items.contains(item)), "{}: titles without items", framework.id);
    }
}

#[test]
fn titles_that_may_not_be_shown_are_in_no_file() {
    for framework in &shipped().frameworks {
        let closed = ["iec-", "iso-", "pci-"].iter().any(|publisher| framework.id.as_str().starts_with(publisher));
        assert!(!closed || framework.titles.is_empty(), "{}", framework.id);
    }
}

#[test]
fn every_subcategory_of_the_csf_that_is_named_has_a_title() {
    let csf = shipped().framework(&id("nist-csf-2.0")).unwrap();
    let items: BTreeSet<_> = shipped().references.iter().filter(|it| it.framework == csf.id).map(|it| &it.item).collect();
    assert_eq!(csf.titles.keys().collect::<BTreeSet<_>>(), items);
}

#[test]
fn an_item_supports_only_where_it_stands_with_one_practice() {
    for reference in shipped().references.iter().filter(|it| it.relationship == Relationship::Supports) {
        let others = shipped().references.iter().filter(|it| it.framework == reference.framework && it.item == reference.item);
        let practices: BTreeSet<_> = others.map(|it| &it.practice).collect();
        assert_eq!(practices.len(), 1, "{} {}", reference.framework, reference.item);
    }
}

#[test]
fn a_rationale_stands_alone() {
    let bad = |words: &str| words.contains("The same") || words.contains("isation") || words.contains("ogramme");
    for reference in &shipped().references {
        let words = reference.rationale.get("en");
        assert!(!bad(words), "{} {}: {words}", reference.framework, reference.item);
        assert!(words.len() <= 120, "a rationale is a line, no quotation: {words}");
    }
    assert!(shipped().references.iter().any(|it| it.status == ReferenceStatus::Corrected));
}

#[test]
fn a_level_shows_what_it_touches_by_framework() {
    let crossrefs = small();
    let of = |level: u8, wanted: &References| -> Vec<(String, Vec<String>)> {
        let found = related(&crossrefs, &id(COOLING), Level::new(level), wanted);
        found
            .into_iter()
            .map(|(framework, references)| (framework.id.to_string(), references.iter().map(|it| it.item.clone()).collect()))
            .collect()
    };
    let pairs = |expected: &[(&str, &[&str])]| -> Vec<(String, Vec<String>)> {
        let owned = |(framework, items): &(&str, &[&str])| {
            ((*framework).to_owned(), items.iter().map(|item| (*item).to_owned()).collect())
        };
        expected.iter().map(owned).collect()
    };
    let all = References::default();
    assert_eq!(of(1, &all), pairs(&[("open-book", &["B 10", "B 2"])]));
    assert_eq!(of(2, &all), pairs(&[("open-book", &["C 1"]), ("closed-book", &["7"])]));
    let owner = References { role: Some(ReaderRole::AssetOwner), ..References::default() };
    assert_eq!(of(2, &owner), pairs(&[("open-book", &["C 1"])]), "what is for anybody is for owners too");
    let closed = References { frameworks: [id("closed-book")].into(), role: None };
    assert_eq!(of(2, &closed), pairs(&[("closed-book", &["7"])]));
    assert_eq!(of(1, &closed), pairs(&[]));
}

#[test]
fn items_are_met_missing_open_or_not_covered() {
    let mut talk = Talk::about(&tiny());
    let not_covered = |item: &str, by: usize| (item.to_owned(), Touch::NotCovered, vec![Touch::NotCovered; by]);
    assert_eq!(of_open_book(&talk), [not_covered("B 2", 2), not_covered("B 10", 1), not_covered("C 1", 1)], "nothing is said");

    talk.target(COOLING, 2);
    let open = |item: &str| (item.to_owned(), Touch::Open, vec![Touch::Open]);
    assert_eq!(of_open_book(&talk)[1..], [open("B 10"), open("C 1")], "needed, but nobody said where it stands");

    talk.answer_levels(&asked(), COOLING, 1..=1, &Answer::Met);
    talk.answer_levels(&asked(), COOLING, 2..=2, &Answer::NotMet);
    talk.answer_levels(&asked(), FLOUR, 1..=2, &Answer::NotMet);
    let expected = [
        ("B 2".to_owned(), Touch::Met, vec![Touch::Met, Touch::NotCovered]),
        ("B 10".to_owned(), Touch::Met, vec![Touch::Met]),
        ("C 1".to_owned(), Touch::Missing, vec![Touch::Missing]),
    ];
    assert_eq!(of_open_book(&talk), expected, "flour has no target, so its level 2 is not needed");

    talk.target(FLOUR, 2);
    let both = ("B 2".to_owned(), Touch::Missing, vec![Touch::Met, Touch::Missing]);
    assert_eq!(of_open_book(&talk)[0], both, "an item with something missing is not shown as met");

    talk.target(COOLING, 1);
    assert_eq!(of_open_book(&talk)[2].1, Touch::NotCovered, "level 2 is above the target");

    let mut talk = Talk::about(&tiny());
    talk.target(COOLING, 2);
    talk.quick(COOLING, QuickAnswer::NotApplicable(NotApplicable::because("No cold store.")));
    assert_eq!(of_open_book(&talk)[1].1, Touch::NotCovered, "the practice does not apply");
}

#[test]
fn what_rests_on_the_quick_pass_alone_makes_no_item_met_or_missing() {
    let mut talk = Talk::about(&tiny());
    talk.target(COOLING, 2);
    talk.quick_level(COOLING, 1);
    let touches = |talk: &Talk| of_open_book(talk).into_iter().map(|(_, touch, _)| touch).collect::<Vec<_>>();
    assert_eq!(touches(&talk), [Touch::QuickMet, Touch::QuickMet, Touch::QuickMissing]);
    talk.answer_levels(&asked(), COOLING, 1..=1, &Answer::Met);
    talk.answer_levels(&asked(), COOLING, 2..=2, &Answer::NotMet);
    assert_eq!(touches(&talk), [Touch::Met, Touch::Met, Touch::Missing], "once somebody looked");
}

#[test]
fn a_level_that_may_be_reached_is_open() {
    let mut talk = Talk::about(&tiny());
    talk.target(COOLING, 2);
    talk.answer_levels(&asked(), COOLING, 1..=1, &Answer::Met);
    let c1 = of_open_book(&talk).into_iter().find(|(item, ..)| item == "C 1");
    assert_eq!(c1.map(|(_, touch, _)| touch), Some(Touch::Open), "level 2 is not answered");
}

/// The small file, with “C 1” carried by one statement of level 2.
fn carried() -> Value {
    let mut file = references();
    set(&mut file, "/references/3/statements", json!(["k2a"]));
    file
}

#[test]
fn the_statements_that_carry_a_reference_decide_and_not_their_level() {
    let frameworks = read_frameworks(&text(&frameworks())).unwrap();
    let crossrefs = read_crossrefs(&text(&carried()), &tiny(), frameworks).unwrap();
    let mut talk = Talk::about(&tiny());
    talk.target(COOLING, 2);
    let touch = |talk: &Talk| of_open_book_in(&crossrefs, talk).into_iter().find(|(item, ..)| item == "C 1").unwrap().1;
    talk.quick_level(COOLING, 2);
    assert_eq!(touch(&talk), Touch::QuickMet, "nobody looked at the statement");
    talk.answer_levels(&asked(), COOLING, 1..=1, &Answer::Met);
    talk.answer("k2b", Answer::NotMet);
    assert_eq!(touch(&talk), Touch::Open, "the level is missed for another reason");
    talk.answer("k2a", Answer::Met);
    assert_eq!(touch(&talk), Touch::Met);
    talk.answer("k2a", Answer::Partly);
    assert_eq!(touch(&talk), Touch::Missing);
    talk.target(COOLING, 1);
    assert_eq!(touch(&talk), Touch::NotCovered, "the targets ask for less");
}

#[test]
fn a_statement_that_carries_a_reference_is_of_its_level() {
    let mut file = carried();
    set(&mut file, "/references/3/statements", json!(["k2a", "k1a", "m2"]));
    let elsewhere =
        |id: &str| format!("references[3]: “statements” names “{id}”, which the model does not have at level 2 of “{COOLING}”");
    assert_eq!(wrong(&file), [elsewhere("k1a"), elsewhere("m2")]);
}

#[test]
fn an_item_has_its_title_where_it_may_be_shown() {
    let (crossrefs, asked, talk) = (small(), asked(), Talk::about(&tiny()));
    let assessment = Assessment::latest(&asked, &talk.session);
    let results = results(&assessment);
    let of = |framework: &str| touched(&assessment, &crossrefs, &results, &id(framework));
    let titles: Vec<_> = of("open-book").iter().map(|it| it.title).collect();
    assert_eq!(titles, [Some("Cold store"), None, None]);
    assert_eq!(of("closed-book")[0].title, None);
    assert_eq!(of("no-book"), []);
}

#[test]
fn all_problems_of_references_are_said_at_once() {
    let mut file = references();
    set(&mut file, "/references/0/practice", json!("lager.keller"));
    set(&mut file, "/references/1/level", json!(9));
    set(&mut file, "/references/2/framework", json!("lost-book"));
    set(&mut file, "/references/3/relationship", json!("equals"));
    remove(&mut file, "/references/4/rationale");
    let problems = wrong(&file);
    assert_eq!(problems.len(), 5, "{problems:?}");
    for (problem, place) in problems.iter().zip(0..) {
        assert!(problem.starts_with(&format!("references[{place}]")), "{problem}");
    }
}

#[test]
fn a_reference_may_not_be_there_twice() {
    let mut file = references();
    set(&mut file, "/references/4", reference(COOLING, 1, "open-book", "B 2"));
    assert_eq!(wrong(&file), [format!("references[4]: “B 2” of “open-book” is there twice at level 1 of “{COOLING}”")]);
}

#[test]
fn titles_that_may_not_be_shown_are_refused() {
    let mut file = frameworks();
    set(&mut file, "/frameworks/1/titles", json!({"7": "Chapter seven"}));
    set(&mut file, "/frameworks/0/roles", json!([]));
    let problems = read_frameworks(&text(&file)).unwrap_err();
    let problems: Vec<_> = problems.all().iter().map(plumbline::ui::problem).collect();
    assert_eq!(problems.len(), 2, "{problems:?}");
    assert!(problems[0].starts_with("frameworks[0]"), "{problems:?}");
    assert_eq!(problems[1], "frameworks[1]: there are “titles”, although they may not be shown");
}
