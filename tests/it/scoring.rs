//! Models whose rule is another one than the shipped one's, each with results worked out by hand: answers of their own, a share of the
//! statements, levels added up or each by itself, and every way to roll up. What holds of every rule is tried with all of them.

#![allow(clippy::indexing_slicing, clippy::panic, reason = "a wrong index, or a test that can’t even begin, is a failed test")]

use std::sync::Arc;

use crate::support::any::cases;
use crate::support::id;
use crate::support::talk::Talk;
use crate::support::trade::traded;
use plumbline::analysis::{
    Apart, Asking, Assessment, Basis, Cohort, CohortMismatch, CohortName, Current, Exact, Fit, GapFilter, GapOrder, GroupResult,
    Member, Month, NoCohort, OpenLevel, PracticeResult, Results, SettledBy, against_cohort, cohort, fleet, fleet_member,
    gap_list, missing, next_question, open_statements, overview, raises_most, results,
};
use plumbline::exchange::{
    AnswersBack, FilledRow, NotTaken, TradeForm, TradeLack, answers_back, answers_in_list, merge, read_session, with_answers_of,
    write_session,
};
use plumbline::model::{Amount, Fraction, Level, Questionnaire, RollupRule, read_model, read_profile};
use plumbline::session::{Answer, Change, Date, ModelRef, NotApplicable, QuickAnswer};
use plumbline::ui;
use proptest::prelude::*;
use serde_json::{Value, json};

const TODAY: Date = Date::constant(2026, 11, 28);

pub fn words(text: &str) -> Value {
    json!({ "en": text })
}

/// A practice with so many statements at each level from 1 up: `dough` has `dough.1a`, `dough.1b`, …
pub fn practice(name: &str, statements: &[usize]) -> Value {
    let level = |(number, count): (usize, usize)| {
        let statement = |letter: char| {
            json!({ "id": format!("{name}.{number}{letter}"), "kind": "done", "text": words(&format!("Statement {number}{letter} holds.")),
                "evidence": words("A note."), "shelf_life_months": 12 })
        };
        let indicators: Vec<_> = ('a'..).take(count).map(statement).collect();
        json!({ "level": number, "description": words("What it looks like."), "indicators": indicators })
    };
    let levels: Vec<_> = std::iter::once(0).chain(statements.iter().copied()).enumerate().map(level).collect();
    json!({ "id": name, "name": words(name), "objective": words("Good."), "without": words("Bad."), "question": words("How?"),
        "who": words("Bakers"), "levels": levels })
}

pub fn group(name: &str, groups: Vec<Value>, practices: Vec<Value>) -> Value {
    json!({ "id": name, "name": words(name), "about": words("A part."), "groups": groups, "practices": practices })
}

pub fn weighing(mut it: Value, weight: u16) -> Value {
    it["weight"] = json!(weight);
    it
}

/// A model of such groups, with so many levels above 0.
pub fn model(scoring: Value, top: usize, groups: Vec<Value>) -> Value {
    let rung = |level: usize| json!({ "level": level, "name": words(&format!("Step {level}")), "meaning": words("A step.") });
    json!({ "format": "plumbline-model", "version": 1, "id": "bakery", "edition": "v1", "languages": ["en"],
        "title": words("Bakery"), "about": words("Made up."), "levels": (0..=top).map(rung).collect::<Vec<_>>(),
        "scoring": scoring, "groups": groups })
}

pub fn asked_of(file: &Value) -> Questionnaire {
    let read = read_model(file.to_string().as_bytes());
    Questionnaire::new(Arc::new(read.unwrap_or_else(|problems| panic!("{problems:?}"))), Vec::new())
}

/// One practice `dough` with two, one and three statements at levels 1 to 3.
pub fn dough(scoring: Value) -> Questionnaire {
    asked_of(&model(scoring, 3, vec![group("all", vec![], vec![practice("dough", &[2, 1, 3])])]))
}

pub fn all(asked: &Questionnaire, talk: &Talk) -> Results {
    results(&Assessment::latest(asked, &talk.session))
}

pub fn result(asked: &Questionnaire, talk: &Talk, practice: &str) -> PracticeResult {
    all(asked, talk).practice(&id(practice)).cloned().unwrap_or_else(|| panic!("{practice} is not there"))
}

pub fn of(numerator: u128, denominator: u128) -> Amount {
    Amount::ratio(numerator, denominator)
}

/// The fractions that a practice has in any case and at best.
pub fn amounts(result: &PracticeResult) -> Option<(Amount, Amount)> {
    match result.exact()? {
        Exact::Amount { low, high, .. } => Some((low, high)),
        Exact::Level | Exact::Shares(_) => None,
    }
}

/// The shares of its levels, as they are written.
pub fn shares(current: Current) -> Vec<String> {
    let words = |share: Option<(Fraction, Fraction)>| share.map_or("-".to_owned(), |(low, high)| format!("{low}..{high}"));
    current.shares().map(|shares| shares.levels().map(|(_, share)| words(share)).collect()).unwrap_or_default()
}

pub fn own(id: &str) -> Answer {
    Answer::Own(crate::support::id(id))
}

pub fn na() -> Answer {
    Answer::NotApplicable(NotApplicable::because("no oven"))
}

/// Four answers, as models of capability have them.
pub fn four(more: Value) -> Value {
    let answer = |id: &str, value: Value| json!({ "id": id, "text": words(&format!("{id} done")), "value": value });
    let mut scoring = json!({ "answers": [answer("not", json!(0)), answer("partially", json!("1/3")), answer("largely", json!("2/3")),
        answer("fully", json!(1))] });
    if let (Some(scoring), Some(more)) = (scoring.as_object_mut(), more.as_object()) {
        scoring.extend(more.clone());
    }
    scoring
}

#[test]
fn levels_are_added_up_to_a_fraction() {
    let asked = dough(json!({ "level": "sum" }));
    let mut talk = Talk::about(asked.model());
    assert_eq!(result(&asked, &talk, "dough").standing.current, Current::Unanswered);
    talk.answer("dough.1a", Answer::Met);
    talk.answer("dough.1b", Answer::Partly);
    talk.answer("dough.2a", Answer::NotMet);
    talk.answer("dough.3a", Answer::Met);
    // 3/4 + 0 + 1/3 in any case; 3/4 + 0 + 1 at best.
    let now = result(&asked, &talk, "dough");
    assert_eq!(amounts(&now), Some((of(13, 12), of(7, 4))));
    assert_eq!((now.standing.current.low(), now.standing.current.high()), (Some(Level::new(1)), Some(Level::new(1))));
    assert_eq!(now.standing.current.settled(), None, "the whole level is known, and still it is a range");
    assert_eq!((now.open, now.standing.near_miss.clone()), (Some(OpenLevel::Unfinished), None));
    assert_eq!(ui::standing(&now), "1.1 to 1.8 of 3: statements are still open. No target set.");

    talk.target("dough", 2);
    let now = result(&asked, &talk, "dough");
    assert_eq!((now.fit, ui::fit(&now)), (Fit::Short, "0.3 to 0.9 short".to_owned()));
    talk.answer("dough.3b", Answer::Met);
    talk.answer("dough.3c", na());
    let now = result(&asked, &talk, "dough");
    assert_eq!((amounts(&now), now.open), (Some((of(7, 4), of(7, 4))), None));
    assert_eq!(ui::standing(&now), "1.8 of 3, from the statements. Target 2: 0.3 short.");
    assert_eq!(ui::level_now(&now), "1.8 of 3");
}

#[test]
fn all_that_can_be_said_reaches_the_top_and_nothing_reaches_nothing() {
    for rule in ["sum", "share"] {
        let asked = dough(json!({ "level": rule }));
        let mut talk = Talk::about(asked.model());
        let practice = "dough";
        talk.answer_levels(&asked, practice, 1..=3, &Answer::Met);
        assert_eq!(result(&asked, &talk, practice).standing.current.settled(), Some(Level::new(3)), "{rule}");
        talk.answer_levels(&asked, practice, 1..=3, &Answer::NotMet);
        assert_eq!(result(&asked, &talk, practice).standing.current.settled(), Some(Level::NONE), "{rule}");
        talk.answer_levels(&asked, practice, 1..=3, &na());
        assert_eq!(result(&asked, &talk, practice).standing.current, Current::NotApplicable, "{rule}");
    }
}

#[test]
fn a_level_that_asks_for_nothing_adds_as_much_as_the_one_below() {
    let asked =
        asked_of(&model(json!({ "level": "sum" }), 4, vec![group("all", vec![], vec![practice("dough", &[0, 2, 0, 1])])]));
    let mut talk = Talk::about(asked.model());
    talk.answer("dough.2a", Answer::Met);
    talk.answer("dough.2b", Answer::NotMet);
    talk.answer("dough.4a", Answer::NotMet);
    // 1 (passed through from the floor) + 1/2 + 1/2 + 0.
    assert_eq!(amounts(&result(&asked, &talk, "dough")), Some((of(2, 1), of(2, 1))));
}

#[test]
fn where_levels_are_added_up_no_question_waits_for_a_lower_level_and_each_is_missing() {
    let asked = dough(json!({ "level": "sum" }));
    let mut talk = Talk::about(asked.model());
    talk.target("dough", 1);
    talk.answer("dough.1a", Answer::NotMet);
    let assessment = Assessment::latest(&asked, &talk.session);
    let dough = asked.model().practices()[0];
    assert_eq!(open_statements(&assessment, dough), 5, "whatever the target, each of them adds something");
    assert_eq!(next_question(&assessment, Asking::default()).and_then(|next| next.settled), None::<SettledBy>);
    let now = result(&asked, &talk, "dough");
    let missing = missing(&assessment, &now);
    let levels: Vec<_> = missing.iter().map(|it| (it.level.number(), it.indicators.len())).collect();
    assert_eq!(levels, [(1, 2), (2, 1), (3, 3)]);
    // The one statement of level 2 is worth a whole level; one of level 1 a half, one of level 3 a third.
    let most = raises_most(&assessment, &now).map(|it| (it.indicator, it.by));
    assert_eq!(most, Some((id("dough.2a"), of(1, 1))));
}

#[test]
fn each_level_has_its_share_and_there_is_no_single_level() {
    let asked = dough(json!({ "level": "share" }));
    let mut talk = Talk::about(asked.model());
    talk.target("dough", 2);
    talk.answer("dough.1a", Answer::Met);
    talk.answer("dough.1b", Answer::Met);
    talk.answer("dough.2a", Answer::Partly);
    talk.answer("dough.3a", Answer::Met);
    let now = result(&asked, &talk, "dough");
    assert_eq!(shares(now.standing.current), ["1..1", "1/2..1/2", "1/3..1"]);
    assert_eq!(
        ui::standing(&now),
        "Level 1: 100\u{a0}%, level 2: 50\u{a0}%, level 3: 33–100\u{a0}%: statements are still open. Target 2: not complete up to level 2."
    );
    assert_eq!((now.fit, now.open), (Fit::Short, Some(OpenLevel::Unfinished)));
    talk.answer("dough.2a", Answer::Met);
    assert_eq!(result(&asked, &talk, "dough").fit, Fit::Open, "level 3 may be complete as well, which is more than needed");
    talk.answer("dough.3b", Answer::NotMet);
    assert_eq!(result(&asked, &talk, "dough").fit, Fit::OnTarget);
}

#[test]
fn a_model_has_answers_of_its_own_and_says_from_which_worth_on_a_statement_passes() {
    let asked = dough(four(json!({ "level": "cumulative", "passes_from": "2/3" })));
    let mut talk = Talk::about(asked.model());
    talk.answer("dough.1a", own("fully"));
    talk.answer("dough.1b", own("largely"));
    talk.answer("dough.2a", own("partially"));
    let now = result(&asked, &talk, "dough");
    assert_eq!(
        now.standing.current,
        Current::Known { low: Level::new(1), high: Level::new(1), basis: Basis::Indicators, exact: Exact::Level }
    );
    assert_eq!(now.standing.near_miss.map(|near| near.indicator), Some(id("dough.2a")));
    assert_eq!((now.standing.held_back.partly, now.standing.held_back.not_met), (1, 0));
    // The worst of what people say counts.
    talk.by = Some("ana".to_owned());
    talk.answer("dough.1a", own("not"));
    let now = result(&asked, &talk, "dough");
    assert_eq!((now.standing.current.settled(), now.do_people_differ), (Some(Level::NONE), true));

    let sum = dough(four(json!({ "level": "sum" })));
    let mut talk = Talk::about(sum.model());
    talk.answer("dough.1a", own("fully"));
    talk.answer("dough.1b", own("largely"));
    talk.answer("dough.2a", own("partially"));
    talk.answer_levels(&sum, "dough", 3..=3, &own("not"));
    assert_eq!(amounts(&result(&sum, &talk, "dough")), Some((of(7, 6), of(7, 6))), "5/6 + 1/3 + 0");
}

#[test]
fn two_own_answers_that_both_pass_are_still_different_answers() {
    let asked = dough(four(json!({ "passes_from": "2/3" })));
    let mut talk = Talk::about(asked.model());
    talk.by = Some("ana".to_owned());
    talk.answer("dough.1a", own("fully"));
    talk.by = Some("bo".to_owned());
    talk.answer("dough.1a", own("largely"));
    assert!(result(&asked, &talk, "dough").do_people_differ);
}

#[test]
fn an_answer_that_the_model_does_not_have_is_kept_and_counts_as_open() {
    let asked = dough(four(json!({ "level": "sum", "not_applicable": false })));
    let mut talk = Talk::about(asked.model());
    talk.answer("dough.1a", own("gone"));
    talk.answer("dough.1b", Answer::Met);
    talk.answer("dough.2a", na());
    assert_eq!(result(&asked, &talk, "dough").standing.current, Current::Unanswered);
    talk.answer("dough.3a", own("fully"));
    // Of level 1 and 2 nothing is known.
    assert_eq!(amounts(&result(&asked, &talk, "dough")), Some((of(1, 3), of(3, 1))));
    let file = write_session(&talk.session).unwrap_or_else(|error| panic!("{error:?}"));
    assert!(file.contains("\"own\": \"gone\""), "{file}");
    let back = read_session(file.as_bytes()).unwrap_or_else(|error| panic!("{error:?}"));
    assert_eq!(write_session(&back).ok(), Some(file));
    let scale = &asked.model().scoring.answers;
    assert!(ui::unknown_answer(&own("gone"), scale).is_some() && ui::unknown_answer(&Answer::Met, scale).is_some());
    assert!(ui::unknown_answer(&na(), scale).is_some() && ui::unknown_answer(&own("fully"), scale).is_none());
    // What is usual elsewhere is none of the answers of a model without these, and the other way round.
    let usual = dough(json!({}));
    assert!(ui::unknown_answer(&own("fully"), &usual.model().scoring.answers).is_some());
}

#[test]
fn a_statement_has_words_of_its_own_for_an_answer() {
    let mut file = model(four(json!({})), 1, vec![group("all", vec![], vec![practice("dough", &[1])])]);
    file["groups"][0]["practices"][0]["levels"][1]["indicators"][0]["answers"] = json!({ "fully": words("Every loaf") });
    let asked = asked_of(&file);
    let statement = asked.indicator(&id("dough.1a")).map(|it| it.indicator);
    let scale = &asked.model().scoring.answers;
    assert_eq!(ui::answer_of(&own("fully"), scale, statement, "en"), "Every loaf");
    assert_eq!(ui::answer_of(&own("largely"), scale, statement, "en"), "largely done");
    assert_eq!(ui::answer_of(&own("gone"), scale, statement, "en"), "“gone”", "by its id, where the model does not have it");
}

#[test]
fn a_level_needs_but_a_share_of_the_statements_of_it_and_of_each_lower_level() {
    let asked = dough(json!({ "share": "2/3" }));
    let mut talk = Talk::about(asked.model());
    talk.answer_levels(&asked, "dough", 1..=2, &Answer::Met);
    talk.answer("dough.3a", Answer::Met);
    talk.answer("dough.3b", Answer::NotMet);
    let now = result(&asked, &talk, "dough");
    assert_eq!((now.standing.current.low(), now.standing.current.high()), (Some(Level::new(2)), Some(Level::new(3))));
    let assessment = Assessment::latest(&asked, &talk.session);
    assert_eq!(next_question(&assessment, Asking::default()).map(|it| (it.indicator, it.settled)), Some((id("dough.3c"), None)));
    talk.answer("dough.3c", Answer::NotMet);
    let now = result(&asked, &talk, "dough");
    assert_eq!(now.standing.current.settled(), Some(Level::new(2)));
    assert_eq!(now.standing.near_miss.map(|near| (near.level, near.indicator)), Some((Level::new(3), id("dough.3b"))));
    talk.answer("dough.3c", na());
    assert_eq!(result(&asked, &talk, "dough").standing.current.settled(), Some(Level::new(2)), "one of two is not enough");
    talk.answer("dough.3b", Answer::Met);
    talk.answer("dough.1a", Answer::NotMet);
    assert_eq!(result(&asked, &talk, "dough").standing.current.settled(), Some(Level::NONE), "half of level 1 is not enough");
}

#[test]
fn the_quick_answer_counts_as_far_as_statements_allow_by_each_rule() {
    let asked = dough(json!({ "level": "sum" }));
    let mut talk = Talk::about(asked.model());
    talk.quick_level("dough", 2);
    assert_eq!(amounts(&result(&asked, &talk, "dough")), Some((of(2, 1), of(2, 1))));
    talk.answer_levels(&asked, "dough", 2..=3, &Answer::NotMet);
    assert_eq!(amounts(&result(&asked, &talk, "dough")), Some((of(1, 1), of(1, 1))), "no more than level 1 is left to be had");
    let asked = dough(json!({ "level": "share" }));
    let mut talk = Talk::about(asked.model());
    talk.quick_level("dough", 2);
    assert_eq!(shares(result(&asked, &talk, "dough").standing.current), ["1..1", "1..1", "0..0"]);
    talk.answer("dough.2a", Answer::NotMet);
    assert_eq!(shares(result(&asked, &talk, "dough").standing.current), ["1..1", "0..0", "0..0"]);
    talk.quick("dough", QuickAnswer::DontKnow);
    assert_eq!(shares(result(&asked, &talk, "dough").standing.current), ["0..1", "0..0", "0..1"]);
}

#[test]
fn parts_come_to_their_mean_where_the_model_says_so() {
    let asked = dough(json!({ "rollup": { "parts": "mean" } }));
    let mut talk = Talk::about(asked.model());
    talk.name_part("shop");
    talk.name_part("van");
    talk.part = Some("shop".to_owned());
    talk.answer_levels(&asked, "dough", 1..=3, &Answer::Met);
    talk.part = Some("van".to_owned());
    talk.answer_levels(&asked, "dough", 1..=2, &Answer::Met);
    talk.answer_levels(&asked, "dough", 3..=3, &Answer::NotMet);
    let now = result(&asked, &talk, "dough");
    assert_eq!(amounts(&now), Some((of(5, 2), of(5, 2))));
    assert_eq!(now.standing.lowest_parts().count(), 0, "no part decides");
    talk.answer_levels(&asked, "dough", 3..=3, &Answer::DontKnow);
    assert_eq!(amounts(&result(&asked, &talk, "dough")), Some((of(5, 2), of(3, 1))));
    // Of a third part nobody said anything: from nothing up to the top.
    talk.name_part("stall");
    assert_eq!(amounts(&result(&asked, &talk, "dough")), Some((of(5, 3), of(3, 1))));
}

/// Three practices in two groups of one, and one beside these, each of one statement at each of two levels.
pub fn shop(scoring: Value) -> Questionnaire {
    let oven = group("oven", vec![], vec![weighing(practice("heat", &[1, 1]), 3), practice("doors", &[1, 1])]);
    let till = weighing(group("till", vec![], vec![practice("cash", &[1, 1])]), 2);
    asked_of(&model(scoring, 2, vec![group("shop", vec![oven, till], vec![practice("signs", &[1, 1])])]))
}

/// `heat` at 2, `doors` at 0, `cash` at 1, `signs` not applicable.
pub fn filled(asked: &Questionnaire) -> Talk {
    let mut talk = Talk::about(asked.model());
    talk.answer_levels(asked, "heat", 1..=2, &Answer::Met);
    talk.answer_levels(asked, "doors", 1..=2, &Answer::NotMet);
    talk.answer_levels(asked, "cash", 1..=1, &Answer::Met);
    talk.answer_levels(asked, "cash", 2..=2, &Answer::NotMet);
    talk.answer_levels(asked, "signs", 1..=2, &na());
    talk
}

pub fn rolled(results: &Results, group: &str) -> Option<(RollupRule, Amount, Amount, Amount)> {
    let found: &GroupResult = results.group(&id(group))?;
    let rolled = found.rolled?;
    match rolled.exact {
        Exact::Amount { low, high, of } => Some((rolled.rule, low, high, of)),
        Exact::Level | Exact::Shares(_) => None,
    }
}

#[test]
fn groups_are_rolled_up_as_the_model_says() {
    let lowest = shop(json!({}));
    let results = all(&lowest, &filled(&lowest));
    assert_eq!(rolled(&results, "shop"), None, "the lowest is said as ever");
    assert_eq!(results.group(&id("shop")).and_then(|it| it.lowest), Some(Level::NONE));

    let expect = |rule: &str, expected: [(u128, u128, u128, u128); 2]| {
        let asked = shop(json!({ "rollup": rule }));
        let results = all(&asked, &filled(&asked));
        for (group, (above, below, of_above, of_below)) in ["oven", "shop"].into_iter().zip(expected) {
            let found = rolled(&results, group).map(|(_, low, high, most)| (low, high, most));
            assert_eq!(found, Some((of(above, below), of(above, below), of(of_above, of_below))), "{rule} of {group}");
        }
    };
    // The oven: 2 and 0. The shop: that and the till at 1; the signs do not count.
    expect("mean", [(1, 1, 2, 1), (1, 1, 2, 1)]);
    expect("weighted_mean", [(3, 2, 2, 1), (7, 6, 2, 1)]);
    expect("sum", [(2, 1, 4, 1), (3, 1, 6, 1)]);
    let mixed = shop(json!({ "rollup": { "practices": "sum", "groups": "mean" } }));
    let results = all(&mixed, &filled(&mixed));
    assert_eq!(rolled(&results, "shop"), Some((RollupRule::Mean, of(3, 2), of(3, 2), of(3, 1))), "2 of 4 and 1 of 2");
    assert_eq!(ui::lowest_and_spread(&results.groups[0]), "mean 1.5 of 3 · lowest 0 · spread 0–2");
}

#[test]
fn what_nobody_answered_counts_from_nothing_to_the_top() {
    let asked = shop(json!({ "level": "sum", "rollup": "mean" }));
    let mut talk = Talk::about(asked.model());
    assert_eq!(rolled(&all(&asked, &talk), "shop"), None, "of nothing at all, nothing is said");
    talk.answer("heat.1a", Answer::Partly);
    talk.answer("heat.2a", Answer::NotMet);
    let results = all(&asked, &talk);
    assert_eq!(rolled(&results, "oven").map(|(_, low, high, _)| (low, high)), Some((of(1, 4), of(5, 4))));
    assert_eq!(
        results.group(&id("oven")).map(ui::lowest_and_spread).as_deref(),
        Some("mean 0.3 to 1.3 of 2 · lowest 0.5 · 1 open")
    );
}

#[test]
fn shares_of_a_group_are_those_of_its_levels() {
    for (rule, first, second) in [("lowest", "0..0", "0..0"), ("mean", "3/4..3/4", "1/2..1/2")] {
        let asked = shop(json!({ "level": "share", "rollup": rule }));
        let results = all(&asked, &filled(&asked));
        let rolled = results.group(&id("shop")).and_then(|group| group.rolled).map(|it| it.exact);
        let Some(Exact::Shares(shares)) = rolled else { panic!("{rolled:?}") };
        let words: Vec<_> = shares.levels().filter_map(|(_, share)| share).map(|(low, high)| format!("{low}..{high}")).collect();
        // The oven: level 1 at a half, level 2 as well; the till 1 and 0. Their mean: 3/4 and 1/4.
        let expected = if rule == "mean" { [first, "1/4..1/4"] } else { [first, second] };
        assert_eq!(words, expected, "{rule}");
    }
}

#[test]
fn what_is_wrong_with_a_rule_is_said_with_its_place() {
    let problems = |scoring: Value| {
        let file = model(scoring, 1, vec![group("all", vec![], vec![weighing(practice("dough", &[1]), 0)])]);
        let read = read_model(file.to_string().as_bytes());
        read.err().iter().flat_map(|it| it.all()).map(ui::problem).collect::<Vec<_>>()
    };
    let weight = "groups[0].practices[0].weight: a whole number from 1 to 1000 is expected here";
    let expect = |scoring: Value, expected: &[&str]| {
        assert_eq!(problems(scoring), expected.iter().copied().chain([weight]).collect::<Vec<_>>());
    };
    expect(
        json!({ "passes_from": 1 }),
        &["scoring.passes_from: “passes_from” needs “answers” of the model's own; leave it out, or name them"],
    );
    expect(
        json!({ "level": "sum", "share": 0.5 }),
        &["scoring.share: this belongs to the level rule “cumulative”; leave it out, or name that rule"],
    );
    expect(json!({ "share": 0 }), &["scoring: “share” is 0, so a level would need nothing: name a larger one"]);
    expect(
        json!({ "share": "2/1" }),
        &["scoring.share: a number from 0 to 1 is expected here, as 0.5 or “1/3”; at most thousandths"],
    );
    expect(
        json!({ "level": "share", "rollup": "sum" }),
        &["scoring.rollup: with the level rule “share” only “lowest” and “mean” are possible here"],
    );
    expect(json!({ "rollup": { "parts": "sum" } }), &["scoring.rollup.parts: “sum” is not one of “lowest”, “mean”"]);
    let answer = |id: &str, value: Value| json!({ "id": id, "text": words(id), "value": value });
    expect(json!({ "answers": [answer("a", json!(0))] }), &["scoring.answers: “answers” has 1 entries; 2 to 9 are expected"]);
    expect(
        json!({ "answers": [answer("a", json!(0)), answer("a", json!("1/2"))] }),
        &[
            "scoring.answers[1]: the id “a” is used twice in this file",
            "scoring.answers: no answer has the value 1, so no level could ever be reached in full",
        ],
    );
}

/// A model of each shape, and the answers to choose from in it, the worst first.
fn shapes() -> Vec<(Questionnaire, Vec<Answer>)> {
    let usual = vec![Answer::NotMet, Answer::Partly, Answer::Met];
    let own = ["not", "partially", "largely", "fully"].map(own).to_vec();
    let of = |scoring: Value, answers: &Vec<Answer>| (shop_of_dough(scoring), answers.clone());
    vec![
        of(json!({}), &usual),
        of(json!({ "share": "1/2" }), &usual),
        of(four(json!({ "passes_from": "2/3", "share": "2/3" })), &own),
        of(json!({ "level": "sum", "rollup": "mean" }), &usual),
        of(four(json!({ "level": "sum", "rollup": "weighted_mean" })), &own),
        of(json!({ "level": "share", "rollup": "mean" }), &usual),
        of(four(json!({ "level": "share" })), &own),
        of(json!({ "rollup": { "practices": "sum", "groups": "lowest", "parts": "mean" } }), &usual),
    ]
}

fn shop_of_dough(scoring: Value) -> Questionnaire {
    let practices = vec![weighing(practice("dough", &[2, 0, 3]), 3), practice("bread", &[1, 2, 1])];
    asked_of(&model(scoring, 3, vec![group("all", vec![], practices)]))
}

const STATEMENTS: [&str; 9] =
    ["dough.1a", "dough.1b", "dough.3a", "dough.3b", "dough.3c", "bread.1a", "bread.2a", "bread.2b", "bread.3a"];

/// All figures of results, each from what holds in any case to what is possible: of practices, then of groups.
fn figures(results: &Results) -> Vec<Option<Vec<(Amount, Amount)>>> {
    let of = |exact: Exact, whole: Option<(Amount, Amount)>| match exact {
        Exact::Level => whole.into_iter().collect(),
        Exact::Amount { low, high, .. } => vec![(low, high)],
        Exact::Shares(shares) => {
            shares.levels().filter_map(|(_, share)| share).map(|(low, high)| (low.into(), high.into())).collect()
        }
    };
    let practices = results.practices.iter().map(|it| Some(of(it.exact()?, it.standing.current.amounts())));
    let groups = results.groups.iter().map(|it| it.rolled.map(|rolled| of(rolled.exact, None)));
    practices.chain(groups).collect()
}

/// What is said: of a statement, which answer; none is *I don't know*. In one of two parts, or of the whole.
type SaidHere = (usize, Option<usize>, Option<bool>);

fn say(talk: &mut Talk, answers: &[Answer], (statement, answer, part): &SaidHere) {
    talk.part = part.map(|first| if first { "shop" } else { "van" }.to_owned());
    let answer = answer.and_then(|it| answers.get(it % answers.len())).cloned().unwrap_or(Answer::DontKnow);
    talk.answer(STATEMENTS[statement % STATEMENTS.len()], answer);
}

fn said_here() -> impl Strategy<Value = SaidHere> {
    (0_usize..9, proptest::option::of(0_usize..4), proptest::option::weighted(0.3, any::<bool>()))
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn by_every_rule_low_is_never_above_high_and_a_better_answer_never_makes_less(said in proptest::collection::vec(said_here(), 1..14), at in 0_usize..14) {
        for (asked, answers) in shapes() {
            let told = |better: bool| {
                let mut talk = Talk::about(asked.model());
                talk.name_part("shop");
                talk.name_part("van");
                for (place, it) in said.iter().enumerate() {
                    let (statement, answer, part) = *it;
                    let answer = answer.map(|answer| answer % answers.len());
                    let is_it = better && place == at % said.len();
                    let answer = if is_it { answer.map(|answer| (answer + 1).min(answers.len() - 1)) } else { answer };
                    say(&mut talk, &answers, &(statement, answer, part));
                }
                all(&asked, &talk)
            };
            let (before, after) = (figures(&told(false)), figures(&told(true)));
            for (before, after) in before.iter().zip(&after) {
                for (low, high) in before.iter().chain(after).flatten() {
                    prop_assert!(low <= high, "{:?}", asked.model().scoring);
                }
                for ((low, high), (low_then, high_then)) in before.iter().flatten().zip(after.iter().flatten()) {
                    prop_assert!(low <= low_then && high <= high_then, "{:?}", asked.model().scoring);
                }
            }
        }
    }

    #[test]
    fn by_every_rule_one_more_answer_stays_within_what_was_possible(said in proptest::collection::vec(said_here(), 1..12), more in said_here()) {
        for (asked, answers) in shapes() {
            let mut talk = Talk::about(asked.model());
            for it in said.iter().filter(|it| it.0 != more.0) {
                say(&mut talk, &answers, &(it.0, it.1, None));
            }
            let before = figures(&all(&asked, &talk));
            say(&mut talk, &answers, &(more.0, more.1, None));
            let after = figures(&all(&asked, &talk));
            for (before, after) in before.iter().zip(&after) {
                for ((low, high), (low_then, high_then)) in before.iter().flatten().zip(after.iter().flatten()) {
                    prop_assert!(low <= low_then && high_then <= high, "{:?}", asked.model().scoring);
                }
            }
        }
    }

    #[test]
    fn by_every_rule_copies_come_together_the_same_way_round_and_files_bring_everything_back(mine in proptest::collection::vec(said_here(), 0..8), theirs in proptest::collection::vec(said_here(), 0..8)) {
        for (asked, answers) in shapes() {
            let mut one = Talk::about(asked.model());
            one.name_part("shop");
            one.name_part("van");
            let mut other = Talk::about(asked.model());
            other.session = one.session.clone();
            (other.actor, other.by) = ("tab-2".to_owned(), Some("bo".to_owned()));
            other.pass(60);
            for it in &mine {
                say(&mut one, &answers, it);
            }
            for it in &theirs {
                say(&mut other, &answers, it);
            }
            let both = |a: &Talk, b: &Talk| merge(&a.session, &b.session).map(|merged| merged.session);
            let (Ok(here), Ok(there)) = (both(&one, &other), both(&other, &one)) else { panic!("copies of one session") };
            let of = |session| results(&Assessment::latest(&asked, session));
            prop_assert_eq!(of(&here), of(&there));
            let file = write_session(&here).unwrap_or_else(|error| panic!("{error:?}"));
            let back = read_session(file.as_bytes()).unwrap_or_else(|error| panic!("{error:?}"));
            prop_assert_eq!(of(&here), of(&back));
        }
    }
}

#[test]
fn a_scale_may_begin_at_1_and_what_a_model_does_not_say_is_not_made_up() {
    let mut file = model(json!({}), 10, vec![group("all", vec![], vec![practice("dough", &[1, 0, 0, 0, 0, 0, 0, 0, 0, 1])])]);
    let without = |it: &mut Value, names: &[&str]| {
        if let Some(members) = it.as_object_mut() {
            members.retain(|name, _| !names.contains(&name.as_str()));
        }
    };
    let first = |list: &mut Value| list.as_array_mut().map(|list| list.remove(0));
    first(&mut file["levels"]);
    file["levels"].as_array_mut().into_iter().flatten().for_each(|rung| without(rung, &["meaning"]));
    without(&mut file["groups"][0], &["about", "groups"]);
    let dough = &mut file["groups"][0]["practices"][0];
    without(dough, &["objective", "without", "question", "who"]);
    first(&mut dough["levels"]);
    for level in dough["levels"].as_array_mut().into_iter().flatten() {
        without(level, &["description"]);
        let statements = level["indicators"].as_array_mut();
        statements.into_iter().flatten().for_each(|it| without(it, &["kind", "evidence", "shelf_life_months"]));
    }
    let asked = asked_of(&file);
    let model = asked.model();
    assert_eq!((model.first_level(), model.top(), model.rungs().count()), (Level::new(1), Level::new(10), 10));
    let dough = model.practices()[0];
    assert_eq!(dough.objective.said("en"), None);
    let statement = asked.indicator(&id("dough.1a")).map(|it| it.indicator.clone());
    let statement = statement.unwrap_or_else(|| panic!("it is asked"));
    assert_eq!((statement.kind, statement.evidence.said("en"), statement.lasts.months()), (None, None, None));

    let mut talk = Talk::about(model);
    talk.answer("dough.1a", Answer::NotMet);
    assert_eq!(result(&asked, &talk, "dough").standing.current.settled(), Some(Level::NONE), "not even the first");
    talk.answer("dough.1a", Answer::Met);
    talk.answer("dough.10a", Answer::NotMet);
    assert_eq!(
        result(&asked, &talk, "dough").standing.current.settled(),
        Some(Level::new(9)),
        "what asks for nothing is passed through"
    );
    let missing = missing(&Assessment::latest(&asked, &talk.session), &result(&asked, &talk, "dough"));
    assert!(missing.is_empty(), "without a target nothing is a task");
}

/// Two practices of the same shape, `first` and `second`, in one group.
fn two(scoring: Value) -> Questionnaire {
    let practices = vec![practice("first", &[1, 4]), practice("second", &[1, 4])];
    asked_of(&model(scoring, 2, vec![group("all", vec![], practices)]))
}

/// `first` at 1.75 and `second` at 1.25 where levels are added up, both short of 2.
fn both_short(asked: &Questionnaire) -> Talk {
    let mut talk = Talk::about(asked.model());
    for (practice, held) in [("first", 3), ("second", 1)] {
        talk.target(practice, 2);
        talk.answer_levels(asked, practice, 1..=1, &Answer::Met);
        talk.answer_levels(asked, practice, 2..=2, &Answer::NotMet);
        for letter in ('a'..).take(held) {
            talk.answer(&format!("{practice}.2{letter}"), Answer::Met);
        }
    }
    talk
}

#[test]
fn a_gap_of_fractions_is_no_whole_level() {
    let asked = two(json!({ "level": "sum" }));
    let talk = both_short(&asked);
    let results = all(&asked, &talk);
    let order: Vec<_> = results.gaps().iter().map(|it| it.practice.to_string()).collect();
    assert_eq!(order, ["second", "first"], "the larger gap first, however alike the whole levels are");
    let gap = result(&asked, &talk, "first").exact_gap();
    assert_eq!(gap.map(|gap| (gap.least, gap.most)), Some((Apart::Short(of(1, 4)), Apart::Short(of(1, 4)))));
    let assessment = Assessment::latest(&asked, &talk.session);
    let facts = overview(&assessment, &results);
    let by_size = GapFilter { order: GapOrder::Size, ..GapFilter::default() };
    let order: Vec<_> = gap_list(&facts, &by_size).iter().map(|it| it.result.practice.to_string()).collect();
    assert_eq!(order, ["second", "first"]);
    // Less than a level beyond the target is on target, and so says the gap.
    let mut talk = both_short(&asked);
    talk.target("first", 1);
    let first = result(&asked, &talk, "first");
    assert_eq!((first.fit, first.exact_gap().map(|gap| gap.most)), (Fit::OnTarget, Some(Apart::ON_TARGET)));
}

#[test]
fn whatever_little_is_missing_is_not_called_nothing() {
    let practices = vec![practice("dough", &[1, 1, 26])];
    let asked = asked_of(&model(json!({ "level": "sum" }), 3, vec![group("all", vec![], practices)]));
    let mut talk = Talk::about(asked.model());
    talk.target("dough", 3);
    talk.answer_levels(&asked, "dough", 1..=3, &Answer::Met);
    talk.answer("dough.3a", Answer::NotMet);
    assert_eq!(ui::fit(&result(&asked, &talk, "dough")), "0.1 short", "a twenty-sixth");
    // Both ends read alike: one number.
    talk.target("dough", 2);
    talk.answer_levels(&asked, "dough", 2..=2, &Answer::NotMet);
    talk.answer("dough.3a", Answer::DontKnow);
    assert_eq!(ui::level_now(&result(&asked, &talk, "dough")), "1.9 to 2.0 of 3");
    talk.answer("dough.3b", Answer::NotMet);
    assert_eq!(ui::level_now(&result(&asked, &talk, "dough")), "1.9 of 3");
}

#[test]
fn single_levels_are_told_only_where_they_are_reached_or_missed() {
    for (scoring, expected) in [
        (json!({}), true),
        (json!({ "level": "share" }), true),
        (json!({ "level": "sum" }), false),
        (json!({ "rollup": { "practices": "mean" } }), true),
    ] {
        let asked = two(scoring.clone());
        assert_eq!(all(&asked, &both_short(&asked)).have_levels(), expected, "{scoring}");
    }
    let asked = dough(json!({ "rollup": { "parts": "mean" } }));
    let mut talk = Talk::about(asked.model());
    talk.name_part("shop");
    talk.name_part("van");
    talk.part = Some("shop".to_owned());
    talk.answer_levels(&asked, "dough", 1..=3, &Answer::Met);
    assert!(!all(&asked, &talk).have_levels(), "a mean of parts reaches no level by itself");
}

#[test]
fn no_benchmark_and_no_middle_is_made_of_fractions_and_shares() {
    for rule in ["sum", "share"] {
        let asked = two(json!({ "level": rule }));
        let talk = both_short(&asked);
        let assessment = Assessment::latest(&asked, &talk.session);
        let one = fleet_member("One".to_owned(), &assessment, TODAY, "en");
        let members: Vec<_> = (0..5).map(|number| Member { session: id(&format!("s{number}")), ..one.clone() }).collect();
        let called = || CohortName { title: "Bakeries".to_owned(), made: TODAY, model: ModelRef::new(id("bakery"), id("v1")) };
        assert_eq!(cohort(&members, called()), Err(NoCohort::NoWholeLevels), "{rule}");
        let told = Cohort {
            title: "Bakeries".to_owned(),
            made: Month::of(TODAY),
            model: called().model,
            at_least: 5,
            practices: Vec::new(),
        };
        let against = against_cohort(&all(&asked, &talk), &asked, &told);
        assert_eq!(against.err(), Some(CohortMismatch::NoWholeLevels), "{rule}");
        let among = fleet(&members);
        assert!(among.practices.iter().all(|it| it.levels.is_none() && it.outliers.is_empty() && it.fractions == 5), "{rule}");
    }
}

#[test]
fn a_profile_has_words_of_its_own_for_the_answers_of_its_model() {
    let asked = dough(four(json!({})));
    let statement = json!({ "practice": "dough", "level": 1, "scope": "industry", "id": "shop.salt", "text": words("Salt is weighed."),
        "evidence": words("A note."), "answers": { "fully": words("Every gram") } });
    let profile = |statement: &Value| {
        json!({ "format": "plumbline-profile", "version": 1, "id": "shop", "edition": "v1", "languages": ["en"], "model": "bakery",
            "name": words("Shop"), "about": words("Made up."), "notice": words("Made up."), "targets": [], "minimums": [],
            "indicators": [statement] })
    };
    let read = |statement: &Value| read_profile(profile(statement).to_string().as_bytes(), asked.model());
    let found = read(&statement).unwrap_or_else(|problems| panic!("{problems:?}"));
    let words = found.indicators[0].indicator.answers.get(&id("fully")).map(|text| text.get("en").to_owned());
    assert_eq!(words.as_deref(), Some("Every gram"));
    let mut unknown = statement;
    unknown["answers"] = json!({ "mostly": { "en": "Most of it" } });
    assert!(read(&unknown).is_err(), "an answer that the model does not have");
}

#[test]
fn a_sheet_is_filled_in_with_the_words_of_the_model() {
    let mut file = model(four(json!({})), 1, vec![group("all", vec![], vec![practice("dough", &[4])])]);
    file["groups"][0]["practices"][0]["levels"][1]["indicators"][0]["answers"] = json!({ "largely": words("Most loaves") });
    let asked = asked_of(&file);
    let talk = Talk::about(asked.model());
    let word = |answer: &Answer| match answer {
        Answer::Own(id) => format!("“{id}”"),
        other => format!("{other:?}"),
    };
    let scale = &asked.model().scoring.answers;
    let offered: Vec<_> = answers_in_list(scale, word, "en").into_iter().map(|(_, called)| called).take(4).collect();
    assert_eq!(offered, ["not done", "partially done", "largely done", "fully done"]);
    let row = |row: usize, letter: char, answer: &str| FilledRow {
        row,
        id: format!("dough.1{letter}"),
        answer: answer.to_owned(),
        ..FilledRow::default()
    };
    let rows = [row(2, 'a', "most LOAVES"), row(3, 'b', "largely"), row(4, 'c', "Largely done"), row(5, 'd', "mostly")];
    let back = answers_back(&asked, &talk.session, None, &rows, word);
    let taken: Vec<_> = back.changes.iter().map(|(on, _)| on.to_string()).collect();
    assert_eq!(taken, ["dough.1a", "dough.1b", "dough.1c"]);
    for (on, change) in &back.changes {
        assert_eq!(*change, Change::Answer(talk.place(on.clone()), Some(own("largely"))));
    }
    assert_eq!(back.not_taken, [(5, "mostly".to_owned(), NotTaken::NoAnswer)]);
    // What stands there and is left as it is says nothing new.
    let mut talk = talk;
    talk.answer("dough.1c", own("largely"));
    let back = answers_back(&asked, &talk.session, None, &[row(2, 'c', "largely done")], word);
    assert_eq!(back, AnswersBack::default());
}

#[test]
fn whatever_a_model_calls_its_answers_a_spreadsheet_can_offer_them_and_tells_them_apart() {
    let long = "goes on and on, with a \"word\" in between, ".repeat(4);
    for text in ["the same, for all", long.as_str()] {
        let answers: Vec<_> =
            (0..9).map(|at| json!({ "id": format!("a{at}"), "text": words(text), "value": format!("{at}/8") })).collect();
        let asked = dough(json!({ "answers": answers }));
        let word = |answer: &Answer| {
            ["Not applicable", "Compensated", "I don’t know"][usize::from(*answer == Answer::DontKnow) * 2].to_owned()
        };
        let all = answers_in_list(&asked.model().scoring.answers, word, "en");
        let of_model: Vec<_> =
            all.iter().filter(|(answer, _)| matches!(answer, Answer::Own(_))).map(|(_, called)| called).collect();
        let apart: std::collections::BTreeSet<_> = of_model.iter().collect();
        assert_eq!((of_model.len(), apart.len()), (9, 9), "{of_model:?}");
        let listed = all.iter().map(|(_, called)| called.as_str()).collect::<Vec<_>>().join(",");
        assert!(listed.encode_utf16().count() <= 255, "{listed}");
        assert!(of_model.iter().all(|called| !called.contains([',', '"'])), "{of_model:?}");
    }
}

#[test]
fn an_answer_that_passes_and_is_worth_less_than_all_is_no_whole_conformance() {
    let asked = dough(four(json!({ "passes_from": "2/3" })));
    let mut talk = Talk::about(asked.model());
    talk.answer("dough.1a", own("largely"));
    talk.answer("dough.1b", own("fully"));
    talk.answer("dough.2a", own("not"));
    let made = traded(TradeForm::CycloneDx, &asked, &talk.session);
    let scores = |words: &str| made.matches(words).count();
    assert_eq!((scores("\"score\": 1"), scores("\"score\": 0"), scores("\"rationale\"")), (1, 1, 3), "{made}");
    // Where a form has no number for it, that it counts in part is among what it has no place for.
    let made = traded(TradeForm::OscalResults, &asked, &talk.session);
    let reasons = |word: &str| made.matches(&format!("\"reason\": \"{word}\"")).count();
    assert_eq!((reasons("pass"), reasons("other"), reasons("fail")), (1, 1, 1), "{made}");
    for form in [TradeForm::CisoAudit, TradeForm::OscalResults, TradeForm::OscalPlan] {
        assert!(form.lacks().contains(&TradeLack::InPart), "{form:?}");
    }
}

#[test]
fn a_hash_follows_what_an_answer_is_worth_and_what_it_is_called_at_a_statement() {
    let file = model(four(json!({})), 1, vec![group("all", vec![], vec![practice("dough", &[2])])]);
    let hashes = |file: &Value| asked_of(file).model().text_hashes();
    let before = hashes(&file);
    let differ = |file: &Value| -> Vec<String> {
        let now = hashes(file);
        before.iter().filter(|(id, hash)| now.get(*id) != Some(*hash)).map(|(id, _)| id.to_string()).collect()
    };
    let mut reworded = file.clone();
    reworded["scoring"]["answers"][1]["text"]["en"] = json!("in part");
    assert_eq!(differ(&reworded), Vec::<String>::new(), "a word put right asks nothing anew");
    let mut other_worth = file.clone();
    other_worth["scoring"]["answers"][1]["value"] = json!("1/2");
    assert_eq!(differ(&other_worth), ["dough"]);
    let mut at_statement = file.clone();
    at_statement["groups"][0]["practices"][0]["levels"][1]["indicators"][0]["answers"] = json!({ "fully": words("Every loaf") });
    assert_eq!(differ(&at_statement), ["dough.1a"]);
}

#[test]
fn nothing_passes_from_nothing_on_and_too_many_answers_are_refused_before_they_are_read() {
    let problems = |scoring: Value| {
        let file = model(scoring, 1, vec![group("all", vec![], vec![practice("dough", &[1])])]);
        read_model(file.to_string().as_bytes()).err().map(|problems| ui::problems(&problems)).unwrap_or_default()
    };
    let said = problems(four(json!({ "passes_from": 0 })));
    assert!(said.contains("“passes_from” is 0"), "{said:?}");
    let many: Vec<_> = (0..50_000).map(|at| json!({ "id": format!("a{at}"), "text": words("x"), "value": 1 })).collect();
    let said = problems(json!({ "answers": many }));
    assert!(said.contains("50000 entries"), "{said:?}");
}

#[test]
fn what_two_copies_say_is_told_in_the_words_of_the_model() {
    let asked = dough(four(json!({})));
    let scale = &asked.model().scoring.answers;
    assert_eq!(with_answers_of(&json!({ "own": "largely" }), scale, "en"), json!({ "text": "largely done" }));
    let gone = json!({ "suggestion": { "answer": { "own": "gone" } } });
    assert_eq!(with_answers_of(&gone, scale, "en"), gone);
}
