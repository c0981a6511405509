//! The pictures show the numbers of the table: what stands in a chart's option, for a session worked out by hand.

mod support;

use plumbline::analysis::results;
use plumbline::model::Questionnaire;
use plumbline::session::{Answer, NotApplicable, QuickAnswer};
use plumbline::ui::{Look, ShapeNames, radar_axis, radar_option};
use serde_json::{Value, json};
use support::smm;
use support::talk::Talk;

const NAMES: ShapeNames<'_> = ShapeNames { current: "Current", target: "Target", sure: "Sure" };

fn look() -> Look {
    let color = |name: &str| format!("#{name}");
    Look { ink: color("ink"), line: color("line"), current: color("current"), target: color("target") }
}

/// The option as the chart library gets it.
fn radar(asked: &Questionnaire, talk: &Talk, with_names: bool) -> Result<Value, serde_json::Error> {
    let results = results(asked, &talk.session);
    let practices = asked.model().practices();
    let axes: Vec<String> = (1..)
        .zip(practices.iter().zip(&results.practices))
        .map(|(number, (practice, result))| radar_axis(number, with_names.then(|| practice.name.get("en")), result))
        .collect();
    serde_json::to_value(radar_option(&results.practices, &axes, asked.model().top(), NAMES, &look()))
}

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

fn at<'a>(option: &'a Value, pointer: &str) -> &'a Value {
    option.pointer(pointer).unwrap_or(&Value::Null)
}

/// The names of the axes, each on one line.
fn axis_names(option: &Value) -> Vec<String> {
    let axes = at(option, "/radar/0/indicator").as_array();
    let name = |axis: &Value| axis.get("name").and_then(Value::as_str).unwrap_or_default().replace('\n', " ");
    axes.into_iter().flatten().map(name).collect()
}

#[test]
fn the_radar_shows_current_level_and_target_of_every_practice() -> Result<(), serde_json::Error> {
    let asked = Questionnaire::new(smm(), Vec::new());
    let option = radar(&asked, &plant(&asked), true)?;
    let shapes = at(&option, "/series").as_array().map(Vec::len);
    assert_eq!(shapes, Some(2));
    let current = json!([2.0, 4.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 3.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]);
    let target = json!([3.0, 2.0, 0.0, 0.0, 2.0, 0.0, 4.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0]);
    for (shape, name, values, color, line) in
        [(0, "Current", current, "#current", "solid"), (1, "Target", target, "#target", "dashed")]
    {
        let shape = at(&option, &format!("/series/{shape}"));
        assert_eq!(at(shape, "/type"), "radar");
        assert_eq!(at(shape, "/name"), name);
        assert_eq!(at(shape, "/data"), &json!([{"value": values, "name": name}]), "{name}");
        assert_eq!((at(shape, "/lineStyle/color"), at(shape, "/lineStyle/type")), (&json!(color), &json!(line)));
    }
    Ok(())
}

#[test]
fn what_is_only_assumed_is_drawn_as_such() -> Result<(), Box<dyn std::error::Error>> {
    use plumbline::session::{Change, Confidence, Place};
    let asked = Questionnaire::new(smm(), Vec::new());
    let mut talk = plant(&asked);
    let practice = asked.model().practice(&"governance.strategy.program".try_into()?).ok_or("no such practice")?;
    let first = &practice.guide(plumbline::model::Level::new(2)).and_then(|guide| guide.indicators.first()).ok_or("none")?.id;
    let place = talk.session.answers.keys().find(|place| place.on == *first).cloned().ok_or("no answer")?;
    talk.change(Change::Confidence(Place { ..place }, Some(Confidence::Assumed)));
    let option = radar(&asked, &talk, true)?;
    assert_eq!(at(&option, "/series").as_array().map(Vec::len), Some(3));
    let value = |shape: usize| at(&option, &format!("/series/{shape}/data/0/value/0")).clone();
    assert_eq!((value(0), value(2)), (json!(2.0), json!(1.0)), "level 2 rests on something assumed, level 1 does not");
    assert_eq!(at(&option, "/series/2/data/0/value/1"), &json!(4.0), "where nothing is assumed both are the same");
    assert_eq!(at(&option, "/series/2/lineStyle/type"), "dotted");
    Ok(())
}

#[test]
fn the_radar_has_an_axis_per_practice_in_the_models_order_up_to_the_models_top() -> Result<(), serde_json::Error> {
    let asked = Questionnaire::new(smm(), Vec::new());
    let option = radar(&asked, &plant(&asked), true)?;
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
    Ok(())
}

#[test]
fn where_there_is_no_room_for_names_the_axes_are_numbered_and_still_marked() -> Result<(), serde_json::Error> {
    let asked = Questionnaire::new(smm(), Vec::new());
    let names = axis_names(&radar(&asked, &plant(&asked), false)?);
    let expected = "1|2|3 –|4 –|5|6 n/a|7 –|8 –|9 –|10|11 –|12 –|13 –|14 –|15 –|16 –|17 –|18";
    assert_eq!(names.join("|"), expected);
    Ok(())
}

#[test]
fn the_radar_of_another_model_has_its_practices_and_its_scale() -> Result<(), serde_json::Error> {
    let asked = support::tiny_asked();
    let mut talk = Talk::about(asked.model());
    talk.quick_level("lager.mehl", 1);
    talk.target("haende.waschen", 2);
    let option = radar(&asked, &talk, false)?;
    assert_eq!(axis_names(&option), ["1 –", "2", "3 –"]);
    assert_eq!(at(&option, "/series/0/data/0/value"), &json!([0.0, 1.0, 0.0]));
    assert_eq!(at(&option, "/series/1/data/0/value"), &json!([0.0, 0.0, 2.0]));
    assert_eq!(at(&option, "/radar/0/indicator/0/max"), &json!(2.0));
    Ok(())
}

#[test]
fn the_option_asks_for_no_code_to_be_made_from_text() -> Result<(), serde_json::Error> {
    let asked = Questionnaire::new(smm(), Vec::new());
    let option = radar(&asked, &plant(&asked), true)?.to_string();
    // The page's policy forbids that; the chart library would do it for formatters that are functions.
    assert!(!option.contains("function"), "{option}");
    Ok(())
}
