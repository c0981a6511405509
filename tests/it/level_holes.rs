//! Where a higher level's indicators are met and a lower one's are not, somebody asks kindly.

#![allow(clippy::panic, reason = "a model that can't be read ends the test")]

use std::sync::Arc;

use crate::support::talk::Talk;
use crate::support::{id, tiny};
use plumbline::analysis::{ConsolidatedAnswers, holes};
use plumbline::model::{Questionnaire, read_model};
use plumbline::session::{Answer, Compensated, NotApplicable, PartId};
use serde_json::json;

const COOLING: &str = "lager.kalt.kuehlen";

fn bakery() -> (Questionnaire, Talk) {
    let asked = Questionnaire::new(tiny(), Vec::new());
    let talk = Talk::about(asked.model());
    (asked, talk)
}

/// A bakery that knows a third level of cooling, with one indicator.
fn bakery_of_three_levels() -> (Questionnaire, Talk) {
    let mut file = crate::support::json("tests/data/tiny-model.json");
    let words = json!({ "de": "Wort" });
    let third = |indicators| json!({ "level": 3, "description": words, "indicators": indicators });
    let indicator = |id: &str| json!({ "id": id, "kind": "done", "text": words, "evidence": words, "shelf_life_months": 12 });
    let push = |file: &mut serde_json::Value, pointer: &str, value| {
        if let Some(list) = file.pointer_mut(pointer).and_then(serde_json::Value::as_array_mut) {
            list.push(value);
        }
    };
    push(&mut file, "/levels", json!({ "level": 3, "name": words, "meaning": words }));
    push(&mut file, "/groups/0/groups/0/practices/0/levels", third(json!([indicator("k3a")])));
    push(&mut file, "/groups/0/practices/0/levels", third(json!([indicator("m3")])));
    push(&mut file, "/groups/1/practices/0/levels", third(json!([indicator("h3")])));
    let model = read_model(file.to_string().as_bytes()).unwrap_or_else(|problems| panic!("{problems}"));
    let asked = Questionnaire::new(Arc::new(model), Vec::new());
    let talk = Talk::about(asked.model());
    (asked, talk)
}

/// The holes of cooling: the indicator, its level, and the level above that is met.
fn found(asked: &Questionnaire, talk: &Talk, part: Option<&str>) -> Vec<(String, u8, u8)> {
    let said = ConsolidatedAnswers::of(&talk.session, talk.session.round());
    let part: Option<PartId> = part.map(id);
    let practice = asked.model().practice(&id(COOLING));
    let holes = practice.into_iter().flat_map(|practice| holes(asked, practice, &said, part.as_ref()));
    holes.map(|hole| (hole.asked.indicator.id.to_string(), hole.level.number(), hole.met_above.number())).collect()
}

fn hole(indicator: &str, level: u8, met_above: u8) -> (String, u8, u8) {
    (indicator.to_owned(), level, met_above)
}

#[test]
fn nothing_is_asked_where_levels_are_met_from_below() {
    let (asked, mut talk) = bakery();
    assert_eq!(found(&asked, &talk, None), []);
    talk.answer_levels(&asked, COOLING, 1..=1, &Answer::Met);
    talk.answer_levels(&asked, COOLING, 2..=2, &Answer::NotMet);
    assert_eq!(found(&asked, &talk, None), []);
    talk.answer_levels(&asked, COOLING, 2..=2, &Answer::Met);
    assert_eq!(found(&asked, &talk, None), []);
}

#[test]
fn what_is_missed_below_a_level_of_which_half_is_met_is_a_hole() {
    let (asked, mut talk) = bakery();
    talk.answer("k1a", Answer::NotMet);
    talk.answer("k1b", Answer::Partly);
    talk.answer("k2a", Answer::Met);
    assert_eq!(found(&asked, &talk, None), [], "one of three is less than half");
    talk.answer("k2b", Answer::Met);
    assert_eq!(found(&asked, &talk, None), [hole("k1a", 1, 2), hole("k1b", 1, 2)]);
    talk.answer("k2c", Answer::NotMet);
    assert_eq!(found(&asked, &talk, None), [hole("k1a", 1, 2), hole("k1b", 1, 2)], "two of three");
}

#[test]
fn half_of_what_applies_is_enough() {
    let (asked, mut talk) = bakery();
    talk.answer("k1a", Answer::NotMet);
    talk.answer("k2a", Answer::Met);
    talk.answer("k2b", Answer::NotMet);
    talk.answer("k2c", Answer::NotApplicable(NotApplicable::because("nothing ever fails")));
    assert_eq!(found(&asked, &talk, None), [hole("k1a", 1, 2)]);
    talk.answer("k2a", Answer::NotApplicable(NotApplicable::because("no list")));
    talk.answer("k2b", Answer::NotApplicable(NotApplicable::because("no seal")));
    assert_eq!(found(&asked, &talk, None), [], "a level that does not apply is not met");
}

#[test]
fn what_nobody_answered_and_what_something_else_does_are_no_holes() {
    let (asked, mut talk) = bakery();
    talk.answer_levels(&asked, COOLING, 2..=2, &Answer::Met);
    assert_eq!(found(&asked, &talk, None), [], "nobody said that it is not met");
    talk.answer("k1a", Answer::NotMet);
    assert_eq!(found(&asked, &talk, None), [hole("k1a", 1, 2)]);
    talk.answer("k1a", Answer::Compensated(Compensated::because("")));
    assert_eq!(found(&asked, &talk, None), [], "nobody said by what, so it is not answered");
    talk.answer("k1a", Answer::Compensated(Compensated::because("everything is sold at once")));
    assert_eq!(found(&asked, &talk, None), []);
    talk.answer("k1b", Answer::NotMet);
    talk.answer("k2a", Answer::Compensated(Compensated::because("a camera")));
    talk.answer("k2b", Answer::NotMet);
    assert_eq!(found(&asked, &talk, None), [hole("k1b", 1, 2)], "something else that does the job counts as met above");
}

#[test]
fn the_lowest_level_that_is_met_above_is_named() {
    let (asked, mut talk) = bakery_of_three_levels();
    talk.answer("k1a", Answer::NotMet);
    talk.answer("k3a", Answer::Met);
    assert_eq!(found(&asked, &talk, None), [hole("k1a", 1, 3)]);
    talk.answer_levels(&asked, COOLING, 2..=2, &Answer::Met);
    talk.answer("k2c", Answer::Partly);
    assert_eq!(found(&asked, &talk, None), [hole("k1a", 1, 2), hole("k2c", 2, 3)], "the lowest hole first");
}

#[test]
fn a_part_has_holes_of_its_own() {
    let (asked, mut talk) = bakery();
    ["shop", "van"].iter().for_each(|part| talk.name_part(part));
    talk.answer_levels(&asked, COOLING, 2..=2, &Answer::Met);
    talk.answer("k1a", Answer::Met);
    talk.part = Some("van".to_owned());
    talk.answer("k1a", Answer::NotMet);
    assert_eq!(found(&asked, &talk, None), []);
    assert_eq!(found(&asked, &talk, Some("van")), [hole("k1a", 1, 2)], "the rest was said about the whole");
    assert_eq!(found(&asked, &talk, Some("shop")), []);
}

#[test]
fn of_two_answers_the_lower_one_makes_a_hole() {
    let (asked, mut talk) = bakery();
    talk.answer_levels(&asked, COOLING, 1..=2, &Answer::Met);
    talk.by = Some("bo".to_owned());
    talk.answer("k1b", Answer::NotMet);
    assert_eq!(found(&asked, &talk, None), [hole("k1b", 1, 2)]);
}
