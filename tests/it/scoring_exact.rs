//! What hangs on fractions, and would be wrong if whole levels stood for them: the lowest of a group, what is missing, what raises most,
//! whether a plan was kept, what is only assumed, what more than needed is. Each with numbers worked out by hand.

#![allow(clippy::indexing_slicing, clippy::panic, reason = "a wrong index, or a test that can’t even begin, is a failed test")]

use std::sync::Arc;

use crate::scoring::{all, amounts, asked_of, dough, filled, group, model, of, practice, result, rolled, shares, words};
use crate::support::id;
use crate::support::talk::Talk;
use plumbline::analysis::{
    Asking, Assessment, Basis, Current, Exact, Ground, HeldBack, LevelFit, PlanKept, PlannedPractice, SettledBy, first_missing,
    missing, next_question, open_statements, overview, proposed, raises_most, surplus, views,
};
use plumbline::model::{Level, PracticeId, Questionnaire, RollupRule, read_model, read_profile};
use plumbline::session::{Answer, Change, Confidence, Override, Place};
use plumbline::ui;
use serde_json::{Map, Value, json};

fn in_part(talk: &mut Talk, part: &str) {
    talk.part = Some(part.to_owned());
}

fn parts(talk: &mut Talk) {
    talk.name_part("shop");
    talk.name_part("van");
}

/// At work on a system of two parts, in the first of them.
fn in_the_shop(asked: &Questionnaire) -> Talk {
    let mut talk = Talk::about(asked.model());
    parts(&mut talk);
    in_part(&mut talk, "shop");
    talk
}

fn set_by_hand(talk: &mut Talk, practice: &str, level: u8) {
    let set = Override { level: Level::new(level), reason: "Seen on site.".to_owned(), unknown: Map::new() };
    let at = talk.place(id::<PracticeId>(practice)).subject();
    talk.change(Change::Override(at, Some(set)));
}

fn known(talk: &mut Talk, statement: &str, how: Confidence) {
    let at: Place<_> = talk.place(id(statement));
    talk.change(Change::Confidence(at, Some(how)));
}

/// `dough` and `bread`, each of two, one and three statements.
fn two(scoring: Value) -> Questionnaire {
    asked_of(&model(scoring, 3, vec![group("all", vec![], vec![practice("dough", &[2, 1, 3]), practice("bread", &[2, 1, 3])])]))
}

fn missing_levels(asked: &Questionnaire, talk: &Talk) -> Vec<(u8, usize)> {
    let now = result(asked, talk, "dough");
    let found = missing(&Assessment::latest(asked, &talk.session), &now);
    found.iter().map(|it| (it.level.number(), it.indicators.len())).collect()
}

#[test]
fn the_lowest_of_a_group_is_the_lowest_of_all_also_beside_a_mean_of_parts() {
    let asked = two(json!({ "rollup": { "parts": "mean" } }));
    let mut talk = Talk::about(asked.model());
    parts(&mut talk);
    talk.target("dough", 3);
    talk.target("bread", 3);
    talk.answer_levels(&asked, "bread", 1..=3, &Answer::NotMet);
    in_part(&mut talk, "shop");
    talk.answer_levels(&asked, "dough", 1..=3, &Answer::Met);
    in_part(&mut talk, "van");
    talk.answer_levels(&asked, "dough", 1..=2, &Answer::Met);
    talk.answer_levels(&asked, "dough", 3..=3, &Answer::NotMet);
    let now = all(&asked, &talk);
    let group = now.group(&id("all")).unwrap_or_else(|| panic!("it is there"));
    assert_eq!(now.practice(&id("dough")).and_then(amounts), Some((of(5, 2), of(5, 2))));
    assert_eq!(now.practice(&id("bread")).map(|it| it.standing.current.settled()), Some(Some(Level::NONE)));
    assert_eq!((group.spread, group.shortfall), (Some((of(0, 1), of(5, 2))), Some(of(3, 1))));
}

#[test]
fn what_is_rated_needs_no_level_again_that_it_has() {
    for rule in ["sum", "share"] {
        let mut file = model(json!({ "level": rule }), 4, vec![group("all", vec![], vec![practice("dough", &[0, 0, 0, 0])])]);
        for level in 1..=4 {
            file["groups"][0]["practices"][0]["levels"][level]["actions"] = json!([words("Do it.")]);
        }
        let asked = asked_of(&file);
        let mut talk = Talk::about(asked.model());
        talk.target("dough", 3);
        talk.quick_level("dough", 2);
        assert_eq!(missing_levels(&asked, &talk), [(3, 0)], "{rule}");
    }
}

#[test]
fn what_the_quick_pass_says_is_done_is_not_missing() {
    for (rule, expected) in [("sum", vec![(3, 3)]), ("share", vec![(3, 3)])] {
        let asked = dough(json!({ "level": rule }));
        let mut talk = Talk::about(asked.model());
        talk.target("dough", 3);
        talk.quick_level("dough", 2);
        let now = result(&asked, &talk, "dough");
        assert!(matches!(now.standing.current, Current::Known { basis: Basis::Quick, .. }));
        assert_eq!(missing_levels(&asked, &talk), expected, "{rule}");
        assert_eq!(first_missing(&Assessment::latest(&asked, &talk.session), &now), Some(id("dough.3a")));
        // What is said not to hold is missing, whatever the quick pass says.
        talk.answer("dough.1b", Answer::NotMet);
        assert_eq!(missing_levels(&asked, &talk), [(1, 1), (3, 3)], "{rule}");
    }
}

#[test]
fn where_levels_are_added_up_what_nobody_answered_is_not_proposed() {
    let asked = dough(json!({ "level": "sum" }));
    let mut talk = Talk::about(asked.model());
    talk.target("dough", 3);
    talk.answer("dough.1a", Answer::NotMet);
    talk.answer("dough.1b", Answer::Met);
    // From 1/2 to 5/2: levels 2 and 3 may be there, and only level 1 is known to lack something.
    assert_eq!(amounts(&result(&asked, &talk, "dough")), Some((of(1, 2), of(5, 2))));
    let assessment = Assessment::latest(&asked, &talk.session);
    let found: Vec<_> = proposed(&assessment, &all(&asked, &talk)).into_iter().map(|it| (it.level, it.statements)).collect();
    assert_eq!(found, [(Some(Level::new(1)), vec![id("dough.1a")])]);
}

#[test]
fn a_statement_raises_as_well_the_levels_that_are_passed_through_above_it() {
    let asked = asked_of(&model(json!({ "level": "sum" }), 3, vec![group("all", vec![], vec![practice("dough", &[3, 0, 2])])]));
    let mut talk = Talk::about(asked.model());
    talk.answer_levels(&asked, "dough", 1..=3, &Answer::NotMet);
    let most = |talk: &Talk| {
        let now = result(&asked, talk, "dough");
        raises_most(&Assessment::latest(&asked, &talk.session), &now).map(|it| (it.indicator, it.by))
    };
    // One of level 1 is worth a third there, and a third at level 2, which asks for nothing; one of level 3 a half.
    assert_eq!(most(&talk), Some((id("dough.1a"), of(2, 3))));
    assert_eq!(amounts(&result(&asked, &talk, "dough")), Some((of(0, 1), of(0, 1))));
    talk.answer("dough.1a", Answer::Met);
    assert_eq!(amounts(&result(&asked, &talk, "dough")), Some((of(2, 3), of(2, 3))), "as it was said");
    // By the quick pass it is not known which of them hold.
    let mut talk = Talk::about(asked.model());
    talk.quick_level("dough", 1);
    assert_eq!(most(&talk), None);
    // Of a single part, what it says counts.
    let mut talk = Talk::about(asked.model());
    talk.name_part("shop");
    in_part(&mut talk, "shop");
    talk.answer_levels(&asked, "dough", 1..=1, &Answer::Met);
    talk.answer_levels(&asked, "dough", 3..=3, &Answer::NotMet);
    assert_eq!(most(&talk), Some((id("dough.3a"), of(1, 2))));
}

#[test]
fn the_lowest_of_sums_is_the_one_that_has_least_of_what_it_could_have() {
    let scoring = json!({ "rollup": { "practices": "sum", "groups": "lowest" } });
    let oven = group("oven", vec![], ["a", "b", "c", "d"].map(|name| practice(name, &[1, 1])).to_vec());
    let till = group("till", vec![], vec![practice("e", &[1, 1]), practice("f", &[1, 1])]);
    let asked = asked_of(&model(scoring, 2, vec![group("shop", vec![oven, till], vec![])]));
    let mut talk = Talk::about(asked.model());
    for name in ["a", "b", "c"] {
        talk.answer_levels(&asked, name, 1..=2, &Answer::Met);
    }
    talk.answer_levels(&asked, "d", 1..=2, &Answer::NotMet);
    talk.answer_levels(&asked, "e", 1..=2, &Answer::Met);
    talk.answer_levels(&asked, "f", 1..=2, &Answer::NotMet);
    let found = |talk: &Talk| rolled(&all(&asked, talk), "shop");
    // The oven has 6 of 8, the till 2 of 4: the till is lower, and no figure mixes the two.
    assert_eq!(found(&talk), Some((RollupRule::Lowest, of(2, 1), of(2, 1), of(4, 1))));
    talk.answer_levels(&asked, "a", 1..=2, &Answer::NotMet);
    talk.answer_levels(&asked, "b", 1..=2, &Answer::NotMet);
    talk.answer_levels(&asked, "f", 1..=1, &Answer::Met);
    // Now 2 of 8 and 3 of 4.
    assert_eq!(found(&talk), Some((RollupRule::Lowest, of(2, 1), of(2, 1), of(8, 1))));
    // If a, b and d may all be met, the oven has 2 to 8 of 8, and the till 3 of 4: at best three quarters, which are 6 of 8.
    for name in ["a", "b", "d"] {
        talk.answer_levels(&asked, name, 1..=2, &Answer::DontKnow);
    }
    assert_eq!(found(&talk), Some((RollupRule::Lowest, of(2, 1), of(6, 1), of(8, 1))));
}

#[test]
fn what_is_set_by_hand_counts_where_shares_are_rolled_up() {
    let asked = two(json!({ "level": "share", "rollup": "mean" }));
    let mut talk = Talk::about(asked.model());
    talk.answer_levels(&asked, "dough", 1..=3, &Answer::Met);
    set_by_hand(&mut talk, "bread", 1);
    let now = all(&asked, &talk);
    let bread = now.practice(&id("bread")).map(|it| it.standing.current);
    assert_eq!(bread.map(shares), Some(["1..1", "0..0", "0..0"].map(str::to_owned).to_vec()));
    assert_eq!(bread.and_then(Current::settled), Some(Level::new(1)));
    let together = now.group(&id("all")).and_then(|it| it.rolled).map(|it| it.exact);
    let Some(Exact::Shares(together)) = together else { panic!("{together:?}") };
    let all: Vec<_> = together.levels().filter_map(|(_, it)| it).map(|(low, high)| format!("{low}..{high}")).collect();
    assert_eq!(all, ["1..1", "1/2..1/2", "1/2..1/2"]);
}

#[test]
fn what_is_rated_counts_where_shares_are_rolled_up() {
    let practices = vec![practice("dough", &[1, 1]), practice("bread", &[0, 0])];
    let asked = asked_of(&model(json!({ "level": "share", "rollup": "mean" }), 2, vec![group("all", vec![], practices)]));
    let mut talk = Talk::about(asked.model());
    talk.answer_levels(&asked, "dough", 1..=2, &Answer::Met);
    let together = |talk: &Talk| {
        let found = all(&asked, talk).group(&id("all")).and_then(|it| it.rolled).map(|it| it.exact);
        let Some(Exact::Shares(found)) = found else { panic!("{found:?}") };
        found.levels().filter_map(|(_, it)| it).map(|(low, high)| format!("{low}..{high}")).collect::<Vec<_>>()
    };
    assert_eq!(together(&talk), ["1/2..1", "1/2..1"], "nobody rated the other yet");
    talk.quick_level("bread", 1);
    assert_eq!(together(&talk), ["1..1", "1/2..1/2"]);
}

#[test]
fn a_part_set_by_hand_counts_in_the_mean_of_shares() {
    let asked = dough(json!({ "level": "share", "rollup": "mean" }));
    let mut talk = in_the_shop(&asked);
    talk.answer_levels(&asked, "dough", 1..=3, &Answer::Met);
    in_part(&mut talk, "van");
    set_by_hand(&mut talk, "dough", 1);
    let now = result(&asked, &talk, "dough");
    assert_eq!(shares(now.standing.current), ["1..1", "1/2..1/2", "1/2..1/2"]);
    assert_eq!((now.standing.current.low(), now.standing.current.high()), (Some(Level::new(1)), Some(Level::new(1))));
}

#[test]
fn of_what_nobody_answered_the_levels_count_that_are_asked() {
    let practices = vec![practice("dough", &[1, 1]), practice("bread", &[1, 0])];
    let file = model(json!({ "level": "share", "rollup": "mean" }), 2, vec![group("all", vec![], practices)]);
    let model = read_model(file.to_string().as_bytes()).unwrap_or_else(|problems| panic!("{problems:?}"));
    let profile = json!({ "format": "plumbline-profile", "version": 1, "languages": ["en"], "id": "shop", "edition": "1",
        "model": "bakery", "name": words("Shop"), "about": words("Made up."), "notice": words("None."), "targets": [],
        "indicators": [{ "practice": "bread", "level": 2, "scope": "industry", "id": "shop.bread.2", "kind": "done",
            "text": words("It holds."), "evidence": words("A note."), "shelf_life_months": 12 }] });
    let profile = read_profile(profile.to_string().as_bytes(), &model).unwrap_or_else(|problems| panic!("{problems:?}"));
    let asked = Questionnaire::new(Arc::new(model), vec![Arc::new(profile)]);
    let mut talk = Talk::about(asked.model());
    talk.answer_levels(&asked, "dough", 1..=2, &Answer::Met);
    let found = all(&asked, &talk).group(&id("all")).and_then(|it| it.rolled).map(|it| it.exact);
    let Some(Exact::Shares(found)) = found else { panic!("{found:?}") };
    let found: Vec<_> = found.levels().filter_map(|(_, it)| it).map(|(low, high)| format!("{low}..{high}")).collect();
    assert_eq!(found, ["1/2..1", "1/2..1"], "the profile asks for level 2 of bread");
}

fn amount(low: (u128, u128), high: (u128, u128)) -> Current {
    let (low, high) = (of(low.0, low.1), of(high.0, high.1));
    let whole = |it: plumbline::model::Amount| Level::new(u8::try_from(it.floor()).unwrap_or(u8::MAX));
    let exact = Exact::Amount { low, high, of: of(4, 1) };
    Current::Known { low: whole(low), high: whole(high), basis: Basis::Indicators, exact }
}

#[test]
fn a_plan_is_kept_when_all_of_the_fraction_is_reached() {
    let kept = |planned: Current, reached: Current| {
        PlannedPractice { practice: id("dough"), then: Current::Unanswered, planned, reached, statements: Vec::new() }.kept()
    };
    let planned = amount((29, 10), (29, 10));
    assert_eq!(kept(planned, amount((21, 10), (21, 10))), PlanKept::Short, "both are level 2 in full");
    assert_eq!(kept(planned, amount((29, 10), (29, 10))), PlanKept::Reached);
    assert_eq!(kept(planned, amount((21, 10), (3, 1))), PlanKept::Open);
    // Of shares each level counts by itself: 1 and 0 are not reached by 0 and 1, though both come to as much.
    let of_two = |first: Answer, second: Answer| {
        let asked =
            asked_of(&model(json!({ "level": "share" }), 2, vec![group("all", vec![], vec![practice("dough", &[1, 1])])]));
        let mut talk = Talk::about(asked.model());
        talk.answer("dough.1a", first);
        talk.answer("dough.2a", second);
        result(&asked, &talk, "dough").standing.current
    };
    let planned = of_two(Answer::Met, Answer::Partly);
    assert_eq!(kept(planned, of_two(Answer::Met, Answer::Met)), PlanKept::Reached);
    assert_eq!(kept(planned, of_two(Answer::Met, Answer::NotMet)), PlanKept::Short);
    assert_eq!(kept(planned, of_two(Answer::Partly, Answer::Met)), PlanKept::Short);
    assert_eq!(kept(planned, of_two(Answer::Met, Answer::DontKnow)), PlanKept::Open);
}

#[test]
fn where_the_mean_of_parts_counts_one_part_that_misses_a_level_stops_no_other() {
    let asked = dough(json!({ "rollup": { "parts": "mean" } }));
    let mut talk = in_the_shop(&asked);
    talk.answer("dough.1a", Answer::NotMet);
    let assessment = Assessment::latest(&asked, &talk.session);
    let dough_of = asked.model().practices()[0];
    let next = next_question(&assessment, Asking::default()).map(|it| (it.indicator, it.settled));
    assert_eq!(next, Some((id("dough.1a"), None)), "the van still raises the mean");
    assert_eq!(open_statements(&assessment, dough_of), 6);
    // The van misses level 2: of it level 1 is open still, and the shop can't be raised at all.
    in_part(&mut talk, "van");
    talk.answer("dough.2a", Answer::NotMet);
    let assessment = Assessment::latest(&asked, &talk.session);
    assert_eq!(open_statements(&assessment, dough_of), 2);
    talk.answer("dough.1a", Answer::NotMet);
    let assessment = Assessment::latest(&asked, &talk.session);
    assert_eq!(open_statements(&assessment, dough_of), 0);
    let next = next_question(&assessment, Asking::default()).map(|it| it.settled);
    assert_eq!(next, Some(Some(SettledBy::Missed(Level::new(1)))));
}

#[test]
fn an_answer_that_is_only_assumed_makes_a_sum_weak_at_whatever_level() {
    let grounds = |scoring: Value, assumed: &str| {
        let asked = dough(scoring);
        let mut talk = Talk::about(asked.model());
        for statement in ["1a", "1b", "2a", "3a", "3b", "3c"] {
            let statement = format!("dough.{statement}");
            talk.answer(&statement, if statement.ends_with("1b") { Answer::Partly } else { Answer::Met });
            known(&mut talk, &statement, if statement == assumed { Confidence::Assumed } else { Confidence::Seen });
        }
        let found = overview(&Assessment::latest(&asked, &talk.session), &all(&asked, &talk));
        found.first().map(|it| it.ground)
    };
    assert_eq!(grounds(json!({ "level": "sum" }), "dough.3a"), Some(Ground::Assumed));
    assert_eq!(grounds(json!({ "level": "share" }), "dough.3a"), Some(Ground::Assumed));
    assert_eq!(grounds(json!({ "level": "sum" }), ""), Some(Ground::Seen));
    // Half of level 1 is enough, so that one of two holds it; and the other might as well.
    assert_eq!(grounds(json!({ "share": "1/2" }), "dough.1b"), Some(Ground::Assumed));
    assert_eq!(grounds(json!({}), "dough.3a"), Some(Ground::Seen), "level 1 is missed by what was seen");
}

#[test]
fn what_is_sure_of_a_fraction_is_a_fraction() {
    let asked = dough(json!({ "level": "sum" }));
    let mut talk = Talk::about(asked.model());
    talk.answer_levels(&asked, "dough", 1..=2, &Answer::Met);
    talk.answer_levels(&asked, "dough", 3..=3, &Answer::NotMet);
    talk.answer("dough.2a", Answer::Partly);
    known(&mut talk, "dough.2a", Confidence::Assumed);
    // 1 + 1/2, of which the half is only assumed: level 1 is sure, and still not all of it.
    let now = result(&asked, &talk, "dough");
    assert_eq!((amounts(&now), now.sure_amount(), now.sure()), (Some((of(3, 2), of(3, 2))), Some(of(1, 1)), Some(Level::new(1))));
    assert!(now.is_assumed());
    assert_eq!(ui::assumed(&now).as_deref(), Some("Without what is only assumed, 1.0 of 3 is sure."));
    known(&mut talk, "dough.2a", Confidence::Seen);
    let now = result(&asked, &talk, "dough");
    assert_eq!((now.is_assumed(), ui::assumed(&now)), (false, None));
}

#[test]
fn what_is_sure_of_a_mean_of_parts_and_of_shares_is_as_exact() {
    let asked = dough(json!({ "rollup": { "parts": "mean" } }));
    let mut talk = in_the_shop(&asked);
    talk.answer_levels(&asked, "dough", 1..=3, &Answer::Met);
    known(&mut talk, "dough.3a", Confidence::Assumed);
    in_part(&mut talk, "van");
    talk.answer_levels(&asked, "dough", 1..=2, &Answer::Met);
    talk.answer_levels(&asked, "dough", 3..=3, &Answer::NotMet);
    // 3 and 2; without what is assumed 2 and 2. Both are level 2.
    let now = result(&asked, &talk, "dough");
    assert_eq!((amounts(&now), now.sure_amount(), now.is_assumed()), (Some((of(5, 2), of(5, 2))), Some(of(2, 1)), true));

    let asked = dough(json!({ "level": "share" }));
    let mut talk = Talk::about(asked.model());
    talk.answer_levels(&asked, "dough", 1..=3, &Answer::Met);
    talk.answer("dough.1a", Answer::NotMet);
    known(&mut talk, "dough.3a", Confidence::Assumed);
    let now = result(&asked, &talk, "dough");
    assert!(now.is_assumed(), "level 3 is two thirds without it");
    assert_eq!(
        ui::assumed(&now).as_deref(),
        Some("Without what is only assumed, level 1: 50\u{a0}%, level 2: 100\u{a0}%, level 3: 67\u{a0}% is sure.")
    );
}

#[test]
fn what_is_not_met_is_nothing_beyond_what_is_needed() {
    let of_rule = |scoring: Value, last: Answer| {
        let asked = dough(scoring);
        let mut talk = Talk::about(asked.model());
        talk.target("dough", 1);
        talk.answer_levels(&asked, "dough", 1..=3, &Answer::Met);
        talk.answer("dough.3c", last);
        let now = result(&asked, &talk, "dough");
        let found = surplus(&Assessment::latest(&asked, &talk.session), &now);
        found.map(|it| it.statements.iter().map(|it| it.indicator.id.to_string()).collect::<Vec<_>>())
    };
    let met = || Some(["dough.2a", "dough.3a", "dough.3b"].map(str::to_owned).to_vec());
    assert_eq!(of_rule(json!({ "share": "2/3" }), Answer::NotMet), met());
    assert_eq!(of_rule(json!({ "share": "2/3" }), Answer::DontKnow), met(), "not known is not met either");
    assert_eq!(of_rule(json!({ "level": "sum" }), Answer::Met), None, "each of them adds something to any sum");
}

#[test]
fn people_who_come_to_other_fractions_of_one_level_differ() {
    let asked = dough(json!({ "level": "sum" }));
    let mut talk = Talk::about(asked.model());
    for (person, at_three) in [("ana", Answer::NotMet), ("bo", Answer::Partly)] {
        talk.add_person(person);
        talk.by = Some(person.to_owned());
        talk.answer_levels(&asked, "dough", 1..=2, &Answer::Met);
        talk.answer_levels(&asked, "dough", 3..=3, &at_three);
    }
    let found = views(&Assessment::latest(&asked, &talk.session));
    // 2 and 5/2.
    let row = &found.practices[0];
    assert_eq!((row.spread, row.apart, row.is_same_level(), row.differ()), (0, of(1, 2), false, true));
    assert_eq!(ui::difference(row), "0.5 apart, 3 statements answered differently");
}

#[test]
fn where_the_mean_of_parts_counts_no_part_alone_holds_the_level_back() {
    let asked = dough(json!({ "rollup": { "parts": "mean" } }));
    let mut talk = in_the_shop(&asked);
    talk.answer_levels(&asked, "dough", 1..=3, &Answer::Met);
    in_part(&mut talk, "van");
    talk.answer_levels(&asked, "dough", 1..=3, &Answer::NotMet);
    talk.answer("dough.1a", Answer::Partly);
    // 3 and 0: the mean is 1.5, and level 2 is held back by no statement of level 2.
    let now = result(&asked, &talk, "dough");
    assert_eq!((amounts(&now), now.standing.held_back), (Some((of(3, 2), of(3, 2))), HeldBack::default()));
    assert_eq!(ui::why_lower(&now), Vec::<String>::new());
}

#[test]
fn by_hand_is_no_level_of_statements_that_nobody_asked() {
    let asked = crate::scoring::shop(json!({ "level": "share" }));
    let mut talk = filled(&asked);
    set_by_hand(&mut talk, "doors", 2);
    let now = result(&asked, &talk, "doors");
    assert_eq!(shares(now.standing.current), ["1..1", "1..1"]);
}

#[test]
fn where_the_mean_of_parts_counts_what_the_lowest_of_them_lacks_is_missing() {
    let asked = dough(json!({ "rollup": { "parts": "mean" } }));
    let mut talk = Talk::about(asked.model());
    talk.target("dough", 2);
    parts(&mut talk);
    in_part(&mut talk, "shop");
    talk.answer_levels(&asked, "dough", 1..=3, &Answer::Met);
    in_part(&mut talk, "van");
    talk.answer_levels(&asked, "dough", 1..=3, &Answer::NotMet);
    // 3 and 0 come to 1.5: level 2 of the van is nothing without its level 1.
    assert_eq!(missing_levels(&asked, &talk), [(1, 2), (2, 1)]);
}

#[test]
fn a_level_of_shares_is_assumed_only_by_what_is_assumed_of_it() {
    let asked = dough(json!({ "level": "share" }));
    let mut talk = Talk::about(asked.model());
    talk.answer_levels(&asked, "dough", 1..=3, &Answer::Met);
    talk.answer("dough.1a", Answer::NotMet);
    known(&mut talk, "dough.3a", Confidence::Assumed);
    let now = result(&asked, &talk, "dough");
    let fits = [1, 2, 3].map(|level| LevelFit::of(&now, Level::new(level)));
    assert_eq!(fits, [LevelFit::NotNeeded, LevelFit::Met, LevelFit::Assumed], "level 2 is complete, whatever level 1 lacks");
}
