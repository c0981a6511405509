//! The pictures and the tables beside them show the same numbers: what stands in both, for a session worked out by hand.

use crate::support::talk::Talk;
use crate::support::{id, smm};
use plumbline::analysis::{Assessment, PracticeResult, overview, results};
use plumbline::model::{Level, Questionnaire};
use plumbline::session::{Answer, Change, Confidence, NotApplicable, OwnMinimum, QuickAnswer};
use plumbline::ui::{
    Room, Row, bars, bars_twin, consequences, consequences_twin, levels, levels_twin, radar, radar_axis, radar_twin, rows,
};
use serde_json::{Map, Value, json};

/// A plant of which not everything is known yet.
fn plant(asked: &Questionnaire) -> Talk {
    let mut talk = Talk::about(asked.model());
    // Below target, by the statements.
    talk.answer_levels(asked, "governance.strategy.program", 1..=2, &Answer::Met);
    talk.answer_levels(asked, "governance.strategy.program", 3..=4, &Answer::NotMet);
    talk.target("governance.strategy.program", 3);
    // Above target, by the quick pass.
    talk.quick_level("governance.strategy.compliance", 4);
    talk.target("governance.strategy.compliance", 2);
    // Level 1 holds in any case, more may turn out; only what holds is shown.
    talk.answer_levels(asked, "governance.supply.product", 1..=1, &Answer::Met);
    talk.target("governance.supply.product", 2);
    // Not applicable.
    talk.quick("governance.supply.services", QuickAnswer::NotApplicable(NotApplicable::because("We have none.")));
    // A target, and nobody answered.
    talk.target("enablement.access.identities", 4);
    // Answered, and no target.
    talk.quick_level("enablement.assets.physical", 3);
    // Answered: nothing is in place. That is known, so the axis bears no mark.
    talk.quick_level("hardening.response.recovery", 0);
    talk.target("hardening.response.recovery", 1);
    talk
}

/// The same with what is demanded from outside, and with something that is only assumed.
fn watched_plant(asked: &Questionnaire) -> Talk {
    let mut talk = plant(asked);
    // Level 2 is there, 3 is demanded: missed. The target of 2 says nothing of it.
    talk.quick_level("hardening.vulnerability.patching", 2);
    talk.target("hardening.vulnerability.patching", 2);
    let minimum = OwnMinimum { level: Level::new(3), source: "A customer".to_owned(), unknown: Map::new() };
    talk.change(Change::Minimum(id("hardening.vulnerability.patching"), Some(minimum)));
    // One statement of level 2 is only assumed: without it, level 1 is sure.
    let program = asked.model().practice(&id("governance.strategy.program"));
    let first = program.and_then(|practice| practice.guide(Level::new(2))).and_then(|guide| guide.indicators.first());
    if let Some(first) = first {
        talk.change(Change::Confidence(talk.place(first.id.clone()), Some(Confidence::Assumed)));
    }
    talk
}

fn at<'a>(option: &'a Value, pointer: &str) -> &'a Value {
    option.pointer(pointer).unwrap_or(&Value::Null)
}

fn all_rows(asked: &Questionnaire, talk: &Talk) -> Vec<Row> {
    rows(asked, &overview(&Assessment::latest(asked, &talk.session), &results(&Assessment::latest(asked, &talk.session))))
}

/// All series of that name, one after the other.
fn series<'a>(option: &'a Value, name: &'a str) -> impl Iterator<Item = &'a Value> {
    at(option, "/series").as_array().into_iter().flatten().filter(move |series| at(series, "/name") == name)
}

/// The points of a series, left to right, rounded to whole numbers: those of the levels are whole.
fn across(option: &Value, name: &str) -> Vec<f64> {
    let points = series(option, name).flat_map(|series| at(series, "/data").as_array().into_iter().flatten());
    points.filter_map(|point| at(point, "/value/0").as_f64()).collect()
}

/// The lines of a series: from where to where, left to right.
fn spans(option: &Value, name: &str) -> Vec<(f64, f64)> {
    let lines = series(option, name).flat_map(|series| at(series, "/markLine/data").as_array().into_iter().flatten());
    lines.filter_map(|line| Some((at(line, "/0/coord/0").as_f64()?, at(line, "/1/coord/0").as_f64()?))).collect()
}

/// The words of a series, in their order.
fn words(option: &Value, name: &str) -> Vec<String> {
    let points = series(option, name).flat_map(|series| at(series, "/data").as_array().into_iter().flatten());
    points.filter_map(|point| Some(at(point, "/name").as_str()?.to_owned())).collect()
}

#[test]
fn bars_show_where_each_practice_stands_and_what_it_needs() {
    let asked = Questionnaire::new(smm(), Vec::new());
    let option = bars(&all_rows(&asked, &watched_plant(&asked)), Level::new(4), Room::Wide).option;
    // Programme, compliance, product supply, physical protection, patches, recovery.
    assert_eq!(across(&option, "Current"), [2.0, 4.0, 1.0, 3.0, 2.0, 0.0]);
    assert_eq!(across(&option, "Target"), [3.0, 2.0, 2.0, 4.0, 2.0, 1.0], "identities has a target and no level");
    assert_eq!(across(&option, "Outside minimum"), [3.0]);
    assert_eq!(spans(&option, "Short of target"), [(2.0, 3.0), (0.0, 1.0)]);
    assert_eq!(spans(&option, "More than needed"), [(2.0, 4.0)]);
    assert_eq!(spans(&option, "May turn out, once all is answered"), [(1.0, 4.0)], "a range, not a number");
    assert_eq!(spans(&option, "Holds without what is only assumed"), [(1.0, 2.0)]);
}

#[test]
fn bars_differ_without_colour_and_are_drawn_in_the_pages_own() {
    let asked = Questionnaire::new(smm(), Vec::new());
    let option = bars(&all_rows(&asked, &watched_plant(&asked)), Level::new(4), Room::Wide).option;
    let symbol = |name| series(&option, name).map(|series| at(series, "/symbol").clone()).collect::<Vec<_>>();
    let line = |name| series(&option, name).map(|series| at(series, "/markLine/lineStyle/type").clone()).collect::<Vec<_>>();
    assert_eq!((symbol("Current"), symbol("Target")), (vec![json!("circle")], vec![json!("diamond")]));
    assert_eq!(symbol("Outside minimum"), [json!("triangle")]);
    assert_eq!((line("Short of target"), line("More than needed")), (vec![json!("solid")], vec![json!("dashed")]));
    let text = option.to_string();
    assert!(text.contains("var(--current)") && !text.contains('#'), "a change of theme needs no other picture");
}

#[test]
fn a_target_below_an_outside_minimum_does_not_read_as_if_it_were_enough() {
    let asked = Questionnaire::new(smm(), Vec::new());
    let rows = all_rows(&asked, &watched_plant(&asked));
    let fits = words(&bars(&rows, Level::new(4), Room::Wide).option, "Gap").join(" ");
    assert!(fits.contains("on target, minimum 3 missed"), "{fits}");
    let patches = bars_twin(&rows).rows.into_iter().find(|row| row.iter().any(|cell| cell == "14 Patch management"));
    let expected =
        ["14 Patch management", "2", "2", "3, missed", "on target, minimum 3 missed", "weak: quick pass only", "needed: general"];
    assert_eq!(patches.unwrap_or_default(), expected);
}

#[test]
fn the_table_of_the_bars_says_what_they_show() {
    let asked = Questionnaire::new(smm(), Vec::new());
    let twin = bars_twin(&all_rows(&asked, &watched_plant(&asked)));
    assert_eq!(twin.head, ["Practice", "Current", "Target", "Minimum", "Gap", "Confidence", "Scope"]);
    assert_eq!(twin.rows.len(), 18);
    let row = |number: &str| {
        let found = twin.rows.iter().find(|row| row.first().is_some_and(|name| name.starts_with(&format!("{number} "))));
        found.map(|row| row.get(1..).unwrap_or_default().join(" | ")).unwrap_or_default()
    };
    assert_eq!(row("1"), "2 (surely 1) | 3 | – | 1 level short | weak: partly assumed | needed: general");
    assert_eq!(row("2"), "4 | 2 | – | 2 levels more than needed | weak: quick pass only | needed: general");
    assert_eq!(row("3"), "– | – | – | no target | not answered | –");
    assert_eq!(row("5"), "1–4 | 2 | – | not finished, up to 1 level short | weak: not answered to the end | needed: general");
    assert_eq!(row("6"), "n/a | – | – | not applicable | not applicable | –");
    assert_eq!(row("7"), "– | 4 | – | not answered | not answered | needed: general");
    assert_eq!(row("10"), "3 | – | – | no target | weak: quick pass only | –");
    assert_eq!(row("18"), "0 | 1 | – | 1 level short | weak: quick pass only | needed: general");
}

#[test]
fn names_and_words_of_the_bars_are_those_of_their_table_and_none_is_long() {
    let asked = Questionnaire::new(smm(), Vec::new());
    let rows = all_rows(&asked, &watched_plant(&asked));
    let twin = bars_twin(&rows);
    let names: Vec<&str> = twin.rows.iter().filter_map(|row| row.first().map(String::as_str)).collect();
    let fits: Vec<&str> = twin.rows.iter().filter_map(|row| row.get(4).map(String::as_str)).collect();
    let wide = bars(&rows, Level::new(4), Room::Wide).option;
    assert_eq!(words(&wide, "Practice").join(" "), names.join(" "));
    assert_eq!(words(&wide, "Gap").join(" "), fits.join(" "));
    assert!(words(&wide, "Practice").iter().chain(&words(&wide, "Gap")).all(|line| line.chars().count() <= 32));
    let narrow = bars(&rows, Level::new(4), Room::Narrow).option;
    let together: Vec<String> = names.iter().zip(&fits).map(|(name, fit)| format!("{name}: {fit}")).collect();
    assert_eq!(words(&narrow, "Practice").join(" "), together.join(" "));
    assert!(words(&narrow, "Practice").iter().all(|line| line.chars().count() <= 34));
}

/// The cells of a heat map with a meaning, as `practice number · level`.
fn cells(option: &Value, meaning: &str) -> Vec<(i64, i64)> {
    let cells = series(option, meaning).flat_map(|series| at(series, "/data").as_array().into_iter().flatten());
    cells.filter_map(|cell| Some((at(cell, "/1").as_i64()? + 1, at(cell, "/0").as_i64()? + 1))).collect()
}

#[test]
fn each_level_of_each_practice_says_what_it_means() {
    let asked = Questionnaire::new(smm(), Vec::new());
    let rows = all_rows(&asked, &watched_plant(&asked));
    let option = levels(&rows, Level::new(4), Room::Wide).option;
    // Patches: levels 1 and 2 are there, and 3 is demanded from outside although the target is 2.
    assert_eq!(cells(&option, "met and needed"), [(1, 1), (2, 1), (2, 2), (5, 1), (10, 1), (10, 2), (10, 3), (14, 1), (14, 2)]);
    assert_eq!(cells(&option, "met if what is assumed is true"), [(1, 2)]);
    assert_eq!(cells(&option, "met, more than needed"), [(2, 3), (2, 4)]);
    assert_eq!(cells(&option, "needed and missing"), [(1, 3), (14, 3), (18, 1)]);
    assert_eq!(cells(&option, "not known yet"), [(5, 2), (5, 3), (5, 4), (7, 1), (7, 2), (7, 3), (7, 4)]);
    assert_eq!(cells(&option, "not applicable"), [(6, 1), (6, 2), (6, 3), (6, 4)]);
    let shown: usize =
        at(&option, "/series").as_array().into_iter().flatten().filter_map(|it| at(it, "/data").as_array()).map(Vec::len).sum();
    assert_eq!(shown, 18 * 4, "every cell has exactly one meaning");

    let twin = levels_twin(&rows, Level::new(4));
    for (number, row) in (1..).zip(&twin.rows) {
        for (level, cell) in (1..).zip(row.iter().skip(1)) {
            assert!(cells(&option, cell).contains(&(number, level)), "{number}, level {level}: {cell}");
        }
    }
}

#[test]
fn a_level_missed_by_one_statement_is_near() {
    let asked = Questionnaire::new(smm(), Vec::new());
    let mut talk = Talk::about(asked.model());
    talk.answer_levels(&asked, "governance.strategy.program", 1..=4, &Answer::Met);
    talk.target("governance.strategy.program", 3);
    let second = asked.model().practice(&id("governance.strategy.program")).and_then(|practice| practice.guide(Level::new(2)));
    if let Some(one) = second.and_then(|guide| guide.indicators.first()) {
        talk.answer(one.id.as_str(), Answer::Partly);
    }
    let option = levels(&all_rows(&asked, &talk), Level::new(4), Room::Narrow).option;
    assert_eq!(cells(&option, "met and needed"), [(1, 1)]);
    assert_eq!(cells(&option, "missed by one statement"), [(1, 2)]);
    assert_eq!(
        cells(&option, "needed and missing"),
        [(1, 3)],
        "a level above a missed one is not reached, whatever its statements say"
    );
    let sign = series(&option, "missed by one statement").map(|it| at(it, "/label/formatter").clone()).collect::<Vec<_>>();
    assert_eq!(sign, [json!("≈")], "on a phone a sign, which the key explains");
}

#[test]
fn what_is_at_stake_stands_by_gap_and_by_the_highest_level_asked_for() {
    let asked = crate::support::smm_guided(&[]);
    let mut talk = watched_plant(&asked);
    // Somebody could die: the rules ask for level 3 of recovery, whose own target is 1.
    talk.change(Change::Interview(id("harm"), Some(id("deadly"))));
    let rows = all_rows(&asked, &talk);
    let drawn = consequences(&rows, Level::new(4), Room::Wide);
    let place = |authorship: &str| {
        let all = at(&drawn.option, "/series").as_array().into_iter().flatten();
        let points = all.flat_map(|series| at(series, "/data").as_array().into_iter().flatten());
        let mut here = points.filter(|point| at(point, "/name") == authorship && at(point, "/value/0").as_f64() != Some(-2.5));
        here.next().and_then(|point| Some((at(point, "/value/0").as_f64()?, at(point, "/value/1").as_f64()?)))
    };
    // A column is one wide around its gap: each practice lies within its own.
    let column = |authorship| place(authorship).map(|(x, _)| x.round());
    assert_eq!((column("1"), column("2"), column("5")), (Some(1.0), Some(-2.0), Some(1.0)));
    assert_eq!((column("14!"), column("18")), (Some(0.0), Some(1.0)), "the missed minimum is marked");
    assert_eq!(column("7"), None, "what nobody answered has no gap");
    let height = |authorship| place(authorship).map(|(_, y)| y);
    assert!(height("18") < height("2"), "the more is at stake, the further up");

    let twin = consequences_twin(&rows);
    let recovery = twin.rows.last().cloned().unwrap_or_default();
    assert_eq!(recovery.get(2).map(String::as_str), Some("3 (consequences 3, target 1)"));
    let patches = twin.rows.get(13).cloned().unwrap_or_default();
    assert!(patches.get(2).is_some_and(|cell| cell.contains("outside minimum 3, target 2")), "{patches:?}");
}

#[test]
fn practices_in_the_same_place_stand_beside_each_other() {
    let asked = Questionnaire::new(smm(), Vec::new());
    let mut talk = Talk::about(asked.model());
    for practice in asked.model().practices() {
        talk.quick_level(practice.id.as_str(), 1);
        talk.target(practice.id.as_str(), 2);
    }
    for (room, apart) in [(Room::Narrow, 1.0), (Room::Wide, 0.3)] {
        let option = consequences(&all_rows(&asked, &talk), Level::new(4), room).option;
        let points: Vec<(f64, f64)> = series(&option, "weak")
            .flat_map(|series| at(series, "/data").as_array().into_iter().flatten())
            .filter_map(|point| Some((at(point, "/value/0").as_f64()?, at(point, "/value/1").as_f64()?)))
            .collect();
        assert_eq!(points.len(), 18);
        for (index, one) in points.iter().enumerate() {
            for other in points.iter().skip(index + 1) {
                assert!((one.0 - other.0).abs() >= apart || (one.1 - other.1).abs() >= 28.0, "{one:?} {other:?}");
            }
        }
    }
}

fn radar_option(asked: &Questionnaire, talk: &Talk, with_names: bool) -> Value {
    let results = results(&Assessment::latest(asked, &talk.session));
    let practices = asked.model().practices();
    let axes: Vec<String> = (1..)
        .zip(practices.iter().zip(&results.practices))
        .map(|(number, (practice, result))| radar_axis(number, with_names.then(|| practice.name.get("en")), result))
        .collect();
    let practices: Vec<PracticeResult> = results.practices;
    radar(&practices, &axes, asked.model().top(), Room::Wide).option
}

/// The names of the axes, each on one line.
fn axis_names(option: &Value) -> Vec<String> {
    let axes = at(option, "/radar/0/indicator").as_array();
    let name = |axis: &Value| axis.get("name").and_then(Value::as_str).unwrap_or_default().replace('\n', " ");
    axes.into_iter().flatten().map(name).collect()
}

#[test]
fn the_radar_shows_current_level_and_target_of_every_practice_clockwise() {
    let asked = Questionnaire::new(smm(), Vec::new());
    let option = radar_option(&asked, &plant(&asked), true);
    let current = json!([2.0, 4.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 3.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]);
    let target = json!([3.0, 2.0, 0.0, 0.0, 2.0, 0.0, 4.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0]);
    // Product supply may turn out to be at level 4.
    let open = json!([2.0, 4.0, 0.0, 0.0, 4.0, 0.0, 0.0, 0.0, 0.0, 3.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]);
    let expected = [
        ("Current", current, "var(--current)", "solid"),
        ("Target", target, "var(--target)", "dashed"),
        ("May turn out, once all is answered", open, "var(--ink)", "dotted"),
    ];
    assert_eq!(at(&option, "/series").as_array().map(Vec::len), Some(3));
    for (index, (name, values, color, line)) in expected.into_iter().enumerate() {
        let shape = at(&option, &format!("/series/{index}"));
        assert_eq!((at(shape, "/type"), at(shape, "/name")), (&json!("radar"), &json!(name)));
        assert_eq!(at(shape, "/data"), &json!([{"value": values, "name": name}]), "{name}");
        assert_eq!((at(shape, "/lineStyle/color"), at(shape, "/lineStyle/type")), (&json!(color), &json!(line)));
    }
    assert_eq!(at(&option, "/radar/0/clockwise"), &json!(true));
}

#[test]
fn what_is_only_assumed_is_drawn_as_such_in_the_radar() {
    let asked = Questionnaire::new(smm(), Vec::new());
    let option = radar_option(&asked, &watched_plant(&asked), true);
    let sure = series(&option, "Without what is only assumed").next().unwrap_or(&Value::Null);
    assert_eq!(at(sure, "/data/0/value/0"), &json!(1.0), "level 2 rests on something assumed, level 1 does not");
    assert_eq!(at(sure, "/data/0/value/1"), &json!(4.0), "where nothing is assumed both are the same");
    assert_eq!(at(sure, "/lineStyle/type"), "dotted");
}

#[test]
fn the_table_of_the_radar_says_what_it_shows() {
    let asked = Questionnaire::new(smm(), Vec::new());
    let twin = radar_twin(&all_rows(&asked, &watched_plant(&asked)));
    let numbers: Vec<String> = twin.rows.iter().map(|row| row.get(1..).unwrap_or_default().join(" ")).collect();
    let expected = "2 (surely 1) 3|4 2|– –|– –|1–4 2|n/a –|– 4|– –|– –|3 –|– –|– –|– –|2 2|– –|– –|– –|0 1";
    assert_eq!(numbers.join("|"), expected);
}
#[test]
fn the_radar_has_an_axis_per_practice_in_the_models_order_up_to_the_models_top() {
    let asked = Questionnaire::new(smm(), Vec::new());
    let option = radar_option(&asked, &plant(&asked), true);
    assert_eq!(
        axis_names(&option),
        [
            "1 Security program management",
            "2 Compliance management",
            "3 Threat modeling –",
            "4 Risk attitude –",
            "5 Product supply chain risk management",
            "6 Services third-party dependencies management n/a",
            "7 Establishing and maintaining identities –",
            "8 Access control –",
            "9 Asset, change and configuration management –",
            "10 Physical protection",
            "11 Protection model and policy for data –",
            "12 Implementation of data protection practices –",
            "13 Vulnerability assessment –",
            "14 Patch management –",
            "15 Monitoring practice –",
            "16 Situational awareness and information sharing practice –",
            "17 Event detection and response plan –",
            "18 Remediation, recovery and continuity of operations",
        ]
    );
    for axis in at(&option, "/radar/0/indicator").as_array().into_iter().flatten() {
        assert_eq!((axis.get("min"), axis.get("max")), (Some(&json!(0.0)), Some(&json!(4.0))), "{axis}");
    }
    assert_eq!(at(&option, "/radar/0/splitNumber"), &json!(4.0), "one ring per level");
}

#[test]
fn where_there_is_no_room_for_names_the_axes_are_numbered_and_still_marked() {
    let asked = Questionnaire::new(smm(), Vec::new());
    let names = axis_names(&radar_option(&asked, &plant(&asked), false));
    let expected = "1|2|3 –|4 –|5|6 n/a|7 –|8 –|9 –|10|11 –|12 –|13 –|14 –|15 –|16 –|17 –|18";
    assert_eq!(names.join("|"), expected);
}

#[test]
fn the_radar_of_another_model_has_its_practices_and_its_scale() {
    let asked = crate::support::tiny_asked();
    let mut talk = Talk::about(asked.model());
    talk.quick_level("lager.mehl", 1);
    talk.target("haende.waschen", 2);
    let option = radar_option(&asked, &talk, false);
    assert_eq!(axis_names(&option), ["1 –", "2", "3 –"]);
    assert_eq!(at(&option, "/series/0/data/0/value"), &json!([0.0, 1.0, 0.0]));
    assert_eq!(at(&option, "/series/1/data/0/value"), &json!([0.0, 0.0, 2.0]));
    assert_eq!(at(&option, "/radar/0/indicator/0/max"), &json!(2.0));
}

#[test]
fn the_option_asks_for_no_code_to_be_made_from_text() {
    let asked = Questionnaire::new(smm(), Vec::new());
    let rows = all_rows(&asked, &watched_plant(&asked));
    let top = asked.model().top();
    for drawn in [bars(&rows, top, Room::Wide), levels(&rows, top, Room::Narrow), consequences(&rows, top, Room::Wide)] {
        // The page's policy forbids that; the chart library would do it for formatters that are functions.
        assert!(!drawn.option.to_string().contains("function"));
    }
    assert!(!radar_option(&asked, &plant(&asked), true).to_string().contains("function"));
}
