//! What the statements of an action rest on comes first in the plan and in time, with the reason; and what no action is for is said. On the small
//! model: k2a (cooling) rests on m1 (flour), and m1 on h1a (hands); k2b rests on h2a.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use plumbline::analysis::{Assessment, Capacity, PlannedAction, in_time, planned, results};
use plumbline::exchange::PlanForm;
use plumbline::model::{Questionnaire, read_model};
use plumbline::session::{Action, ActionId, ActionNeed, Answer, Change, Date, OwnMinimum, Session, Work, Yes, commands};
use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, json};

use crate::support::any::cases;
use crate::support::talk::Talk;
use crate::support::{id, json as file, set};

type Outcome = Result<(), Box<dyn std::error::Error>>;

const COOLING: &str = "lager.kalt.kuehlen";
const FLOUR: &str = "lager.mehl";
const WASHING: &str = "haende.waschen";
const FIRST_DAY: Date = Date::constant(2027, 1, 1);

/// Which statement rests on which.
const RESTS: [(&str, &str); 3] = [("k2a", "m1"), ("m1", "h1a"), ("k2b", "h2a")];

fn asked() -> Result<Questionnaire, Box<dyn std::error::Error>> {
    let mut model = file("tests/data/tiny-model.json");
    let cooling = "/groups/0/groups/0/practices/0/levels/2/indicators";
    set(&mut model, &format!("{cooling}/0/depends_on"), json!(["m1"]));
    set(&mut model, &format!("{cooling}/1/depends_on"), json!(["h2a"]));
    set(&mut model, "/groups/0/practices/0/levels/1/indicators/0/depends_on", json!(["h1a"]));
    let model = read_model(model.to_string().as_bytes()).map_err(|problems| format!("{problems:?}"))?;
    Ok(Questionnaire::new(Arc::new(model), Vec::new()))
}

/// Everything is missing, and a customer wants cooling: by urgency alone it comes first.
fn bakery(asked: &Questionnaire) -> Talk {
    let mut talk = Talk::about(asked.model());
    for (practice, target) in [(COOLING, 2), (FLOUR, 1), (WASHING, 2)] {
        talk.target(practice, target);
    }
    for met in ["k1a", "k1b"] {
        talk.answer(met, Answer::Met);
    }
    for missed in ["k2a", "k2b", "k2c", "m1", "h1a", "h1b", "h2a", "h2b"] {
        talk.answer(missed, Answer::NotMet);
    }
    let wanted = OwnMinimum { level: plumbline::model::Level::new(2), source: "a customer".to_owned(), unknown: Map::new() };
    talk.change(Change::Minimum(id(COOLING), Some(wanted)));
    talk
}

fn put(talk: &mut Talk, name: &str, statements: &[&str]) {
    let action = Action { title: name.to_owned(), ..Action::default() };
    talk.change(commands::plan_action(id(name), action, statements.iter().map(|it| id(it))));
}

fn wait(talk: &mut Talk, action: &str, needs: &str) {
    talk.change(Change::ActionNeed(ActionNeed { action: id(action), needs: id(needs) }, Some(Yes)));
}

fn plan(asked: &Questionnaire, session: &Session) -> Vec<PlannedAction> {
    let assessment = Assessment::latest(asked, session);
    planned(&assessment, &results(&assessment), false)
}

fn order(plan: &[PlannedAction]) -> Vec<&str> {
    plan.iter().map(|it| it.id.as_str()).collect()
}

fn of<'p>(plan: &'p [PlannedAction], name: &str) -> Result<&'p PlannedAction, String> {
    plan.iter().find(|it| it.id.as_str() == name).ok_or_else(|| format!("no {name}"))
}

/// What comes before an action by what its statements rest on.
fn rests(of: &PlannedAction) -> Vec<String> {
    of.rests_on().map(ToString::to_string).collect()
}

fn ids(ids: &[impl ToString]) -> Vec<String> {
    ids.iter().map(ToString::to_string).collect()
}

#[test]
fn an_action_comes_after_those_that_are_for_what_its_statements_rest_on() -> Outcome {
    let asked = asked()?;
    let mut talk = bakery(&asked);
    put(&mut talk, "cold", &["k2a", "k2c"]);
    assert_eq!(
        ids(&of(&plan(&asked, &talk.session), "cold")?.unplanned),
        ["h1a", "m1"],
        "no action is for them: what comes first, first"
    );
    put(&mut talk, "soap", &["h1a"]);
    put(&mut talk, "flour", &["m1"]);
    let found = plan(&asked, &talk.session);
    assert_eq!(order(&found), ["soap", "flour", "cold"]);
    assert_eq!(rests(of(&found, "cold")?).into_iter().collect::<BTreeSet<_>>(), ["flour", "soap"].map(str::to_owned).into());
    assert_eq!(rests(of(&found, "flour")?), ["soap"]);
    assert_eq!((of(&found, "soap")?.rests_on().count(), of(&found, "cold")?.unplanned.len()), (0, 0));
    for capacity in [Capacity::AQuarter(5), Capacity::People(3)] {
        let days = in_time(&found, capacity, FIRST_DAY);
        let of = |name: &str| days.iter().find(|it| it.id == id(name)).ok_or("laid out");
        assert!(of("soap")?.due < of("flour")?.start && of("flour")?.due < of("cold")?.start, "{days:?}");
    }
    // What is met is waited for no longer; what is done is not met yet, but no other action is needed for it.
    talk.change(commands::finish(&talk.session, &id("flour"), FIRST_DAY).ok_or("it is there")?);
    let found = plan(&asked, &talk.session);
    assert_eq!((rests(of(&found, "cold")?), of(&found, "cold")?.unplanned.len()), (vec!["soap".to_owned()], 0));
    talk.pass(1);
    talk.answer("m1", Answer::Met);
    let found = plan(&asked, &talk.session);
    assert_eq!((order(&found), of(&found, "cold")?.rests_on().count()), (vec!["cold", "soap", "flour"], 0));
    // What was dropped is for nothing.
    talk.pass(1);
    talk.answer("m1", Answer::NotMet);
    talk.change(commands::drop_action(&talk.session, &id("flour"), "No.".to_owned()).ok_or("it is there")?);
    assert_eq!(ids(&of(&plan(&asked, &talk.session), "cold")?.unplanned), ["m1"]);
    Ok(())
}

#[test]
fn an_action_that_is_for_both_waits_for_nothing_and_days_that_were_set_are_said_to_be_too_early() -> Outcome {
    let asked = asked()?;
    let mut talk = bakery(&asked);
    put(&mut talk, "both", &["k2a", "m1", "h1a"]);
    put(&mut talk, "also", &["m1"]);
    let found = plan(&asked, &talk.session);
    assert_eq!((of(&found, "both")?.rests_on().count(), of(&found, "both")?.unplanned.len()), (0, 0));
    assert_eq!(rests(of(&found, "also")?), ["both"]);
    let set = commands::alter_action(&talk.session, &id("also"), |it| it.due = Some(FIRST_DAY)).ok_or("it is there")?;
    talk.change(set);
    let days = in_time(&plan(&asked, &talk.session), Capacity::People(1), FIRST_DAY);
    let too_early: Vec<_> = days.iter().filter(|it| it.is_before_its_needs).map(|it| it.id.as_str()).collect();
    assert_eq!(too_early, ["also"]);
    Ok(())
}

#[test]
fn what_somebody_said_an_action_waits_for_wins_over_what_statements_rest_on() -> Outcome {
    let asked = asked()?;
    let mut talk = bakery(&asked);
    put(&mut talk, "cold", &["k2a"]);
    put(&mut talk, "list", &[]);
    put(&mut talk, "flour", &["m1", "h1a"]);
    wait(&mut talk, "flour", "list");
    wait(&mut talk, "list", "cold");
    let found = plan(&asked, &talk.session);
    assert_eq!(order(&found), ["cold", "list", "flour"]);
    assert_eq!(of(&found, "cold")?.rests_on().count(), 0);
    // By hand as well.
    let mut talk = bakery(&asked);
    put(&mut talk, "cold", &["k2a"]);
    put(&mut talk, "flour", &["m1", "h1a"]);
    let before: Vec<ActionId> = plan(&asked, &talk.session).into_iter().map(|it| it.id).collect();
    assert_eq!(ids(&before), ["flour", "cold"]);
    talk.change(commands::move_action(&talk.session, &before, &id("cold"), 0).ok_or("it moves")?);
    let found = plan(&asked, &talk.session);
    assert_eq!(
        (order(&found), rests(of(&found, "cold")?)),
        (vec!["cold", "flour"], vec!["flour".to_owned()]),
        "and the reason stays"
    );
    Ok(())
}

#[test]
fn actions_that_are_cut_so_that_each_rests_on_the_other_are_both_there() -> Outcome {
    let asked = asked()?;
    let mut talk = bakery(&asked);
    put(&mut talk, "one", &["k2a", "h2a"]);
    put(&mut talk, "two", &["m1", "h1a", "k2b"]);
    put(&mut talk, "three", &["k2b"]);
    let found = plan(&asked, &talk.session);
    assert_eq!(found.len(), 3);
    assert_eq!([of(&found, "one")?.rests_on().count(), of(&found, "two")?.rests_on().count()], [0, 0]);
    assert_eq!(rests(of(&found, "three")?), ["one"], "what is in no circle still waits");
    Ok(())
}

#[test]
fn what_somebody_said_it_waits_for_anyway_is_not_told_twice() -> Outcome {
    let asked = asked()?;
    let mut talk = bakery(&asked);
    put(&mut talk, "cold", &["k2a"]);
    put(&mut talk, "flour", &["m1"]);
    put(&mut talk, "soap", &["h1a"]);
    wait(&mut talk, "cold", "flour");
    let found = plan(&asked, &talk.session);
    let cold = of(&found, "cold")?;
    assert_eq!((cold.rests_on().count(), cold.rests_on_beside().map(ActionId::as_str).collect::<Vec<_>>()), (2, vec!["soap"]));
    Ok(())
}

#[test]
fn an_action_without_a_title_is_not_told_by_its_id() -> Outcome {
    let asked = asked()?;
    let mut talk = bakery(&asked);
    put(&mut talk, "cold", &["k2a"]);
    talk.change(commands::plan_action(id("unseen"), Action::default(), [id("m1")]));
    talk.change(commands::plan_action(id("hidden"), Action::default(), []));
    wait(&mut talk, "cold", "hidden");
    let told = crate::plan_files::file_of(PlanForm::Checklist, &asked, &talk.session)?;
    assert!(!told.contains("unseen") && !told.contains("hidden"), "{told}");
    let table = crate::plan_files::file_of(PlanForm::Csv, &asked, &talk.session)?;
    assert!(table.contains(" < nameless") && !table.contains("< unseen"), "{table}");
    Ok(())
}

#[test]
fn the_reason_goes_out_with_the_plan() -> Outcome {
    let asked = asked()?;
    let mut talk = bakery(&asked);
    put(&mut talk, "cold", &["k2a"]);
    put(&mut talk, "flour", &["m1"]);
    let table = crate::plan_files::file_of(PlanForm::Csv, &asked, &talk.session)?;
    assert!(table.contains(" < flour"), "{table}");
    Ok(())
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn whatever_is_planned_for_what_nothing_stands_before_what_it_rests_on_unless_people_say_so(
        actions in vec((btree_set(select(vec!["k2a", "k2b", "k2c", "m1", "h1a", "h2a", "h2b"]), 0..4), proptest::option::of(1_u64..60)), 1..8),
        needs in vec((0_usize..8, 0_usize..8), 0..6),
        people in 1_u16..3,
    ) {
        let asked = asked().map_err(|error| TestCaseError::fail(error.to_string()))?;
        let mut talk = bakery(&asked);
        for (at, (statements, days)) in actions.iter().enumerate() {
            let action = Action { work: days.map(Work::Days), ..Action::default() };
            talk.change(commands::plan_action(id(&format!("a{at}")), action, statements.iter().map(|it| id(it))));
        }
        for (one, other) in needs.into_iter().filter(|(one, other)| one.max(other) < &actions.len()) {
            if let Some(change) = commands::wait_for(&talk.session, &id(&format!("a{one}")), &id(&format!("a{other}"))) {
                talk.change(change);
            }
        }
        let found = plan(&asked, &talk.session);
        // What has to come before each, by what is said above and nothing else.
        let mut before: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        let rest_of = |statement: &'static str| {
            let mut all = vec![statement];
            while let Some((_, next)) = all.last().and_then(|last| RESTS.iter().find(|(it, _)| it == last)) {
                all.push(*next);
            }
            all.split_off(1)
        };
        for (at, (own, _)) in actions.iter().enumerate() {
            let rests: BTreeSet<&str> = own.iter().flat_map(|it| rest_of(it)).filter(|it| !own.contains(it)).collect();
            for (other, (of, _)) in actions.iter().enumerate().filter(|(other, _)| *other != at) {
                if of.iter().any(|it| rests.contains(it)) {
                    before.entry(at).or_default().insert(other);
                }
            }
        }
        let said = before.clone();
        for at in 0..actions.len() {
            let action: ActionId = id(&format!("a{at}"));
            let waits = talk.session.needs_of(&action).filter_map(|it| it.as_str().get(1..)?.parse::<usize>().ok());
            before.entry(at).or_default().extend(waits);
        }
        let leads_to = |from: usize, to: usize| {
            let (mut ahead, mut seen) = (vec![from], BTreeSet::new());
            while let Some(at) = ahead.pop() {
                if seen.insert(at) {
                    ahead.extend(before.get(&at).into_iter().flatten().copied());
                }
            }
            seen.contains(&to)
        };
        let place = |at: usize| found.iter().position(|it| it.id == id(&format!("a{at}")));
        let days = in_time(&found, Capacity::People(people), FIRST_DAY);
        let laid_out = |at: usize| days.iter().find(|it| it.id == id(&format!("a{at}")));
        for (at, others) in &said {
            for other in others {
                if !leads_to(*other, *at) {
                    prop_assert!(place(*other) < place(*at), "a{} before a{}: {:?}", other, at, order(&found));
                    prop_assert!(laid_out(*other).map(|it| it.due) < laid_out(*at).map(|it| it.start), "{:?}", days);
                }
            }
        }
        for (at, others) in &before {
            for need in others.iter().filter(|need| !said.get(at).is_some_and(|it| it.contains(need))) {
                prop_assert!(place(*need) < place(*at), "people said so");
            }
        }
    }
}
