//! A statement that rests on another, such as on the list whose every item it asks about, is not the first thing to do as long as that is
//! missing.

use plumbline::analysis::{Assessment, rests_on, results, to_do};
use plumbline::model::{IndicatorId, Problems, Questionnaire, read_model};
use plumbline::session::Answer;
use serde_json::{Value, json};

use crate::support::talk::Talk;
use crate::support::{id, json as file, set, smm};

type Outcome = Result<(), Box<dyn std::error::Error>>;

const COOLING: &str = "/groups/0/groups/0/practices/0/levels";

/// The tiny model, with a statement of flour on which one of cooling rests, and that on one of hands.
fn with(change: impl FnOnce(&mut Value)) -> Result<plumbline::model::Model, Problems> {
    let mut model = file("tests/data/tiny-model.json");
    set(&mut model, &format!("{COOLING}/1/indicators/0/depends_on"), json!(["m1"]));
    set(&mut model, "/groups/0/practices/0/levels/1/indicators/0/depends_on", json!(["h1a"]));
    change(&mut model);
    read_model(model.to_string().as_bytes())
}

fn said(read: Result<plumbline::model::Model, Problems>) -> Vec<String> {
    read.err().iter().flat_map(Problems::all).map(plumbline::ui::problem).collect()
}

fn names(assessment: &Assessment<'_>, of: &str) -> Vec<String> {
    rests_on(assessment, &results(assessment), &id::<IndicatorId>(of)).into_iter().map(|it| it.indicator.id.to_string()).collect()
}

#[test]
fn what_it_rests_on_comes_before_it_until_it_is_met() -> Outcome {
    let model = with(|_| ())?;
    let asked = Questionnaire::new(std::sync::Arc::new(model), Vec::new());
    let mut talk = Talk::about(asked.model());
    let of = |talk: &Talk| names(&Assessment::latest(&asked, &talk.session), "k1a");
    assert_eq!(of(&talk), ["h1a", "m1"], "what comes first stands first");
    let begun = talk.session.clone();
    talk.quick_level("haende.waschen", 1);
    assert_eq!(of(&talk), ["m1"], "what is part of a level that is said to be reached is not asked for");
    talk.answer("h1a", Answer::NotMet);
    assert_eq!(of(&talk), ["h1a", "m1"], "unless it is denied");
    talk.session = begun;
    talk.pass(1);
    talk.answer("h1a", Answer::Met);
    talk.pass(1);
    assert_eq!(of(&talk), ["m1"]);
    talk.answer("m1", Answer::NotMet);
    assert_eq!(of(&talk), ["m1"], "what is denied is still missing");

    talk.target("lager.kalt.kuehlen", 2);
    talk.answer("k1a", Answer::NotMet);
    let before = |talk: &Talk| {
        let assessment = Assessment::latest(&asked, &talk.session);
        let things = to_do(&assessment, &results(&assessment), "de");
        things.into_iter().find(|it| it.practice.as_str() == "lager.kalt.kuehlen").and_then(|it| it.before)
    };
    let first = before(&talk).ok_or("something comes first")?;
    assert_eq!((first.statement.as_str(), first.practice.as_str(), first.is_denied), ("m1", "lager.mehl", true));
    talk.pass(1);
    talk.answer("m1", Answer::Met);
    assert_eq!(before(&talk), None);
    Ok(())
}

/// k1a needs flour and hands, and flour needs hands: hands come first although flour is named first.
#[test]
fn each_stands_after_those_on_which_it_rests_itself() -> Outcome {
    let model = with(|model| set(model, &format!("{COOLING}/1/indicators/0/depends_on"), json!(["m1", "h1a"])))?;
    let asked = Questionnaire::new(std::sync::Arc::new(model), Vec::new());
    let talk = Talk::about(asked.model());
    assert_eq!(names(&Assessment::latest(&asked, &talk.session), "k1a"), ["h1a", "m1"]);
    Ok(())
}

#[test]
fn what_is_not_asked_and_what_rests_on_itself_is_no_model() {
    let unknown = said(with(|model| set(model, &format!("{COOLING}/1/indicators/0/depends_on"), json!(["nothing"]))));
    let place = "groups[0].groups[0].practices[0].levels[1].indicators[0].depends_on[0]";
    assert_eq!(unknown, [format!("{place}: the model has no statement “nothing”")]);
    let circle = said(with(|model| {
        set(model, "/groups/1/practices/0/levels/1/indicators/0/depends_on", json!(["k1a"]));
        // What only leads into the circle is in none.
        set(model, &format!("{COOLING}/2/indicators/0/depends_on"), json!(["k1a"]));
    }));
    assert_eq!(circle.len(), 3, "{circle:?}");
    assert!(circle.iter().all(|it| it.ends_with("the statement rests on itself, directly or by way of others")), "{circle:?}");
}

/// Whoever reads "critical list" in a statement is led to the statement that there is one; likewise with the other lists.
#[test]
fn every_statement_about_a_list_rests_on_the_statement_that_there_is_one() {
    let lists = [
        ("critical list", "governance.risk.risk-attitude.l2.critical-list"),
        ("list of obligations", "governance.strategy.compliance.l1.obligation-list"),
        ("data list", "enablement.data.policy.l1.data-list"),
    ];
    let model = smm();
    let asked = model.practices().into_iter().flat_map(|it| &it.levels).flat_map(|it| &it.indicators);
    let mut count = 0;
    for statement in asked {
        for (words, list) in lists {
            let speaks = statement.text.get("en").contains(words) && statement.id.as_str() != list;
            if speaks {
                count += 1;
                assert!(statement.depends_on.iter().any(|it| it.as_str() == list), "{}", statement.id);
            }
        }
    }
    assert!(count >= 40, "{count}");
}
