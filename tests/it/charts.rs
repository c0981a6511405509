//! The pictures and the tables beside them show the same numbers: what stands in both, for a session worked out by hand.

use crate::support::talk::Talk;
use crate::support::{id, smm};
use plumbline::analysis::{Assessment, MostAtStake, most_at_stake, overview, results};
use plumbline::exchange::{KeyEntry, SavedPicture, Sign, picture_file};
use plumbline::model::{Level, Questionnaire};
use plumbline::session::{Answer, Change, Confidence, NotApplicable, OwnMinimum, QuickAnswer};
use plumbline::ui::{
    Room, Row, bars, bars_key, bars_twin, consequences, consequences_key, consequences_twin, levels, levels_reached, levels_twin,
    rows,
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
fn every_picture_says_where_two_copies_differ() {
    let asked = Questionnaire::new(smm(), Vec::new());
    let mut rows = all_rows(&asked, &watched_plant(&asked));
    let top = Level::new(4);
    let pictures = |rows: &[Row]| {
        let all = [bars(rows, top, Room::Wide), levels(rows, top, Room::Wide), consequences(rows, Room::Wide)];
        // Words may go on in the next line.
        all.map(|drawn| drawn.option.to_string().replace("\\n", " ").matches("copies differ").count())
    };
    assert_eq!(pictures(&rows), [0, 0, 0]);
    if let Some(row) = rows.iter_mut().find(|row| row.facts.result.practice == id("hardening.vulnerability.patching")) {
        row.facts.result.is_kept_apart = true;
    }
    assert_eq!(pictures(&rows), [1, 1, 1]);
}

#[test]
fn a_target_below_an_outside_minimum_does_not_read_as_if_it_were_enough() {
    let asked = Questionnaire::new(smm(), Vec::new());
    let rows = all_rows(&asked, &watched_plant(&asked));
    let fits = words(&bars(&rows, Level::new(4), Room::Wide).option, "Gap").join(" ");
    assert!(fits.contains("on target, outside minimum 3 missed"), "{fits}");
    let patches = bars_twin(&rows).rows.into_iter().find(|row| row.iter().any(|cell| cell == "14 Patch management"));
    let expected = [
        "14 Patch management",
        "2",
        "2",
        "3, missed",
        "on target, outside minimum 3 missed",
        "weak: quick pass only",
        "needed: general",
    ];
    assert_eq!(patches.unwrap_or_default(), expected);
}

#[test]
fn the_table_of_the_bars_says_what_they_show() {
    let asked = Questionnaire::new(smm(), Vec::new());
    let twin = bars_twin(&all_rows(&asked, &watched_plant(&asked)));
    assert_eq!(twin.head, ["Practice", "Current", "Target", "Outside minimum", "Gap", "Confidence", "Scope"]);
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
    let names: Vec<&Value> = at(option, "/yAxis/data").as_array().into_iter().flatten().collect();
    let number = |line: i64| names.get(usize::try_from(line).ok()?)?.as_str()?.split(' ').next()?.parse::<i64>().ok();
    let cells = series(option, meaning).flat_map(|series| at(series, "/data").as_array().into_iter().flatten());
    cells.filter_map(|cell| Some((number(at(cell, "/1").as_i64()?)?, at(cell, "/0").as_i64()? + 1))).collect()
}

#[test]
fn practices_stand_below_the_name_of_their_domain() {
    let asked = Questionnaire::new(smm(), Vec::new());
    let rows = all_rows(&asked, &watched_plant(&asked));
    let domains = ["Governance", "Enablement", "Hardening"];
    for room in [Room::Wide, Room::Narrow] {
        assert_eq!(words(&bars(&rows, Level::new(4), room).option, "Domain"), domains);
        let option = levels(&rows, Level::new(4), room).option;
        let heads = at(&option, "/yAxis/data").as_array().into_iter().flatten().filter(|name| name.is_object());
        let heads: Vec<&Value> = heads.map(|head| at(head, "/value")).collect();
        assert_eq!(heads, domains);
    }
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
    let option = consequences(&rows, Room::Wide).option;
    assert_eq!(
        words(&option, "Level asked for"),
        ["Level 3 asked for: most is at", "stake", "Level 2 asked for"],
        "identities is asked for level 4, and nobody answered: it has no place"
    );
    let names = words(&option, "Practice").join(" ");
    let places: Vec<Option<usize>> =
        ["1 Security", "18 Remediation", "14 Patch", "5 Product", "2 Compliance"].map(|name| names.find(name)).to_vec();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "the highest level first, in it the largest gap: {names}");
    assert!(!names.contains("Establishing"), "what nobody answered has no gap");
    assert_eq!(spans(&option, "Short of target"), [(0.0, 1.0), (0.0, 1.0)]);
    assert_eq!(spans(&option, "More than needed"), [(0.0, -2.0)]);
    assert_eq!(most_at_stake(rows.iter().map(|row| &row.facts)), MostAtStake { level: Level::new(3), all: 3, short: 2, may: 0 });
    assert!(words(&option, "Gap").join(" ").contains("on target, outside minimum 3 missed"));

    let twin = consequences_twin(&rows);
    let recovery = twin.rows.last().cloned().unwrap_or_default();
    assert_eq!(recovery.get(2).map(String::as_str), Some("3 (consequences 3, target 1)"));
    let patches = twin.rows.get(13).cloned().unwrap_or_default();
    assert!(patches.get(2).is_some_and(|cell| cell.contains("outside minimum 3, target 2")), "{patches:?}");
}

/// How many letters fit beside the plot, where names have a room of their own.
const BESIDE: usize = 32;

#[test]
fn each_practice_at_stake_has_its_name_and_a_line_of_its_own() {
    let asked = Questionnaire::new(smm(), Vec::new());
    let mut talk = Talk::about(asked.model());
    for practice in asked.model().practices() {
        talk.quick_level(practice.id.as_str(), 1);
        talk.target(practice.id.as_str(), 2);
    }
    for room in [Room::Narrow, Room::Wide] {
        let option = consequences(&all_rows(&asked, &talk), room).option;
        let marks: Vec<f64> = series(&option, "weak")
            .flat_map(|series| at(series, "/data").as_array().into_iter().flatten())
            .filter_map(|point| at(point, "/value/1").as_f64())
            .collect();
        assert_eq!(marks.len(), 18);
        assert!(marks.windows(2).all(|two| matches!(two, [one, other] if other - one >= 28.0)), "{marks:?}");
        assert!(words(&option, "Practice").iter().all(|line| line.chars().count() <= BESIDE + 2));
    }
}

#[test]
fn of_the_levels_that_are_needed_those_count_as_reached_that_are() {
    let asked = Questionnaire::new(smm(), Vec::new());
    let mut talk = Talk::about(asked.model());
    for (practice, (target, level)) in asked.model().practices().iter().zip([(3, 1), (2, 4), (1, 1)]) {
        talk.target(practice.id.as_str(), target);
        talk.quick_level(practice.id.as_str(), level);
    }
    assert_eq!(levels_reached(&all_rows(&asked, &talk), Level::new(4)), (1 + 2 + 1, 3 + 2 + 1));
}

#[test]
fn a_key_explains_what_occurs_and_nothing_else() {
    let asked = Questionnaire::new(smm(), Vec::new());
    let mut talk = Talk::about(asked.model());
    talk.quick_level("governance.strategy.program", 2);
    talk.target("governance.strategy.program", 2);
    let signs = |key: Vec<KeyEntry>| key.into_iter().map(|entry| entry.sign).collect::<Vec<_>>();
    assert_eq!(signs(bars_key(&all_rows(&asked, &talk))), [Sign::Circle, Sign::Diamond]);
    assert_eq!(signs(consequences_key(&all_rows(&asked, &talk))), [Sign::Square]);
    let all = bars_key(&all_rows(&asked, &watched_plant(&asked)));
    assert_eq!(signs(all), [Sign::Circle, Sign::Diamond, Sign::Triangle, Sign::Solid, Sign::Dashed, Sign::Dotted, Sign::Dotted]);
}

#[test]
fn a_saved_picture_stands_on_its_own() {
    let key = [Sign::Circle, Sign::Diamond, Sign::Triangle, Sign::Dashed, Sign::Letters("<✓>")]
        .map(|sign| KeyEntry { sign, words: "a & b" });
    let on_lines = |words: &str, _: usize| vec![words.to_owned()];
    let drawn = "<svg width=\"300\" height=\"90\"><text fill=\"var(--ink)\">1&nbsp;2</text></svg>";
    let picture = SavedPicture {
        headline: "7 of 18 <fall> short",
        of: "Mill var(--ink) · today",
        drawn,
        size: (300.0, 90.0),
        key: &key,
        on_lines,
    };
    let (file, width, height) =
        picture_file(&picture, |name| if name == "--ink" { " #123456".to_owned() } else { "#fff".to_owned() });
    assert!(file.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""), "{file}");
    assert!(
        file.contains("7 of 18 &lt;fall&gt; short") && file.contains("&lt;✓&gt;") && file.contains("a &amp; b"),
        "words stay words"
    );
    assert!(file.contains("fill=\"#123456\">1&#160;2"), "the colours are written out");
    assert!(file.contains("Mill var&#40;--ink)"), "a name that looks like a colour stays a name");
    assert!(
        !file.contains("var(--") && !file.contains("://www.w3.org/1999") && !file.contains("href"),
        "it needs nothing else: {file}"
    );
    assert!(width > 300.0 && height > 90.0 + 26.0, "{width} × {height}");
    assert!(file.contains(&format!("width=\"{width}\" height=\"{height}\"")));
}

#[test]
fn the_option_asks_for_no_code_to_be_made_from_text() {
    let asked = Questionnaire::new(smm(), Vec::new());
    let rows = all_rows(&asked, &watched_plant(&asked));
    let top = asked.model().top();
    for drawn in [bars(&rows, top, Room::Wide), levels(&rows, top, Room::Narrow), consequences(&rows, Room::Wide)] {
        // The page's policy forbids that; the chart library would do it for formatters that are functions.
        assert!(!drawn.option.to_string().contains("function"));
    }
}

#[test]
fn every_step_of_what_is_at_stake_has_its_words_also_where_there_is_little_room() {
    let asked = Questionnaire::new(smm(), Vec::new());
    let mut talk = Talk::about(asked.model());
    talk.quick_level("governance.strategy.program", 1);
    talk.target("governance.strategy.program", 4);
    talk.quick_level("governance.strategy.compliance", 3);
    talk.target("governance.strategy.compliance", 2);
    let rows = all_rows(&asked, &talk);
    let heads =
        |room: Room| words(&consequences(&rows, room).option, "").into_iter().map(|it| it.replace('\n', " ")).collect::<Vec<_>>();
    let narrow = heads(Room::Narrow);
    for step in ["1", "on", "2", "3+"] {
        assert!(narrow.iter().any(|word| word == step), "{step}: {narrow:?}");
    }
    assert_eq!(narrow.iter().filter(|word| *word == "short").count(), 3, "{narrow:?}");
}
