//! The plan: what is proposed, in which order and why, what it would lead to, and that done is not met. Worked out by hand on a small model: cooling
//! (k1a, k1b; k2a, k2b, k2c), flour (m1; m2) and washing (h1a, h1b; h2a, h2b).

use std::collections::BTreeSet;

use crate::support::any::cases;
use crate::support::talk::{Talk, authorship};
use crate::support::{id, tiny};
use plumbline::analysis::{
    Assessment, Capacity, Effort, PlanAndReality, PlanKept, PlannedAction, ProposedAction, RestsOn, Results, WhatIf, WhyHere,
    WhyToDo, finished, in_time, plan_and_reality_of, planned, proposed, results, to_do, to_find_out, what_if,
};
use plumbline::exchange::{CopyFor, copy_for, merge, write_session};
use plumbline::model::{IndicatorId, Level, Questionnaire};
use plumbline::session::{
    Action, ActionId, ActionState, Answer, Change, Date, Dropped, Opened, OwnMinimum, Owner, RoundEvent, Session, Steps, Work,
    commands,
};
use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Map;

type Outcome = Result<(), Box<dyn std::error::Error>>;

const COOLING: &str = "lager.kalt.kuehlen";
const FLOUR: &str = "lager.mehl";
const WASHING: &str = "haende.waschen";
const STATEMENTS: [&str; 11] = ["k1a", "k1b", "k2a", "k2b", "k2c", "m1", "m2", "h1a", "h1b", "h2a", "h2b"];

fn asked() -> Questionnaire {
    Questionnaire::new(tiny(), Vec::new())
}

/// Cooling is at 1 of 2 and lacks k2a and k2b; washing at 0 of 2, lacks h1a, then h2a and h2b; nobody said anything of flour.
fn bakery(asked: &Questionnaire) -> Talk {
    let mut talk = Talk::about(asked.model());
    for (practice, target) in [(COOLING, 2), (FLOUR, 1), (WASHING, 2)] {
        talk.target(practice, target);
    }
    for met in ["k1a", "k1b", "k2c", "h1b"] {
        talk.answer(met, Answer::Met);
    }
    for missed in ["k2a", "k2b", "h1a", "h2a", "h2b"] {
        talk.answer(missed, Answer::NotMet);
    }
    talk
}

fn worked_out(asked: &Questionnaire, session: &Session) -> Results {
    results(&Assessment::latest(asked, session))
}

fn proposals(asked: &Questionnaire, session: &Session) -> Vec<ProposedAction> {
    proposed(&Assessment::latest(asked, session), &worked_out(asked, session))
}

fn in_order(asked: &Questionnaire, session: &Session, one_step_first: bool) -> Vec<PlannedAction> {
    planned(&Assessment::latest(asked, session), &worked_out(asked, session), one_step_first)
}

fn titles(asked: &Questionnaire, session: &Session, one_step_first: bool) -> Vec<String> {
    in_order(asked, session, one_step_first).into_iter().map(|it| it.action.title).collect()
}

fn if_met(asked: &Questionnaire, session: &Session, statements: &[&str]) -> WhatIf {
    let statements: BTreeSet<IndicatorId> = statements.iter().map(|it| id(it)).collect();
    what_if(&Assessment::latest(asked, session), &worked_out(asked, session), &statements)
}

/// The level at which a practice would stand.
fn level_then(what_if: &WhatIf, practice: &str) -> Option<Level> {
    what_if.practices.iter().find(|it| it.practice == id(practice)).and_then(|it| it.then.settled())
}

fn named(title: &str) -> Action {
    Action { title: title.to_owned(), ..Action::default() }
}

fn put(talk: &mut Talk, name: &str, action: Action, statements: &[&str]) {
    talk.change(commands::plan_action(id(name), action, statements.iter().map(|it| id(it))));
}

fn statements(proposal: &ProposedAction) -> Vec<&str> {
    proposal.statements.iter().map(IndicatorId::as_str).collect()
}

/// Makes what a command gives back.
fn make(talk: &mut Talk, command: impl FnOnce(&Session) -> Option<Change>) -> Result<(), &'static str> {
    let change = command(&talk.session).ok_or("nothing to alter")?;
    talk.change(change);
    Ok(())
}

#[test]
fn each_level_that_is_missing_is_proposed_with_its_statements_the_largest_gap_first() {
    let asked = asked();
    let found = proposals(&asked, &bakery(&asked).session);
    let told: Vec<_> = found.iter().map(|it| (it.level.map(Level::number), statements(it), it.why)).collect();
    assert_eq!(
        told,
        [
            (Some(1), vec!["h1a"], WhyToDo::OneStep(Level::new(1))),
            (Some(2), vec!["k2a", "k2b"], WhyToDo::Gap),
            (Some(2), vec!["h2a", "h2b"], WhyToDo::Gap),
        ]
    );
}

#[test]
fn what_something_outside_demands_comes_before_larger_gaps_but_only_as_far_as_it_demands() {
    let asked = asked();
    let mut talk = bakery(&asked);
    let minimum = OwnMinimum { level: Level::new(2), source: "a customer".to_owned(), unknown: Map::new() };
    talk.change(Change::Minimum(id(COOLING), Some(minimum)));
    let found = proposals(&asked, &talk.session);
    assert_eq!(
        found.first().map(|it| (statements(it), it.why)),
        Some((vec!["k2a", "k2b"], WhyToDo::BelowMinimum(Level::new(2))))
    );
    let minimum = OwnMinimum { level: Level::new(1), source: String::new(), unknown: Map::new() };
    talk.change(Change::Minimum(id(WASHING), Some(minimum)));
    let whys: Vec<_> = proposals(&asked, &talk.session).into_iter().map(|it| it.why).collect();
    let below = |level| WhyToDo::BelowMinimum(Level::new(level));
    assert_eq!(
        whys,
        [below(1), below(2), WhyToDo::Gap],
        "the gap of washing is larger; its second level is nothing that is demanded"
    );
}

#[test]
fn what_may_be_there_is_asked_and_not_planned() {
    let asked = asked();
    let mut talk = Talk::about(asked.model());
    talk.target(COOLING, 2);
    talk.answer("k1a", Answer::Met);
    assert_eq!(proposals(&asked, &talk.session), [], "nobody missed anything");
    talk.quick_level(FLOUR, 1);
    talk.target(FLOUR, 2);
    let found = proposals(&asked, &talk.session);
    assert_eq!(found.iter().map(statements).collect::<Vec<_>>(), [["m2"]], "the quick pass says that level 2 is not reached");

    let find_out = |talk: &Talk| -> Vec<String> {
        let assessment = Assessment::latest(&asked, &talk.session);
        let results = results(&assessment);
        to_find_out(&assessment, &results, &proposed(&assessment, &results))
            .into_iter()
            .map(|it| it.practice.to_string())
            .collect()
    };
    assert_eq!(find_out(&talk), [""; 0], "a target of one's own can wait");
    let law = OwnMinimum { level: Level::new(1), source: "A law".to_owned(), unknown: Map::new() };
    for practice in [COOLING, FLOUR] {
        talk.change(Change::Minimum(id(practice), Some(law.clone())));
    }
    assert_eq!(find_out(&talk), [COOLING], "what something outside asks for is not passed over in silence");
}

#[test]
fn where_nobody_said_how_much_is_enough_one_statement_for_a_level_is_proposed() {
    let asked = asked();
    let mut talk = Talk::about(asked.model());
    talk.answer("m1", Answer::NotMet);
    let found = proposals(&asked, &talk.session);
    assert_eq!(
        found.iter().map(|it| (statements(it), it.why)).collect::<Vec<_>>(),
        [(vec!["m1"], WhyToDo::OneStep(Level::new(1)))]
    );
    talk.target(FLOUR, 0);
    assert_eq!(proposals(&asked, &talk.session), [], "more would be more than is needed");
}

#[test]
fn what_is_planned_done_or_dropped_is_not_proposed_again_and_what_is_taken_out_is() -> Outcome {
    let asked = asked();
    let mut talk = bakery(&asked);
    put(&mut talk, "a1", named("Soap"), &["h1a"]);
    put(&mut talk, "a2", named("List"), &["k2a"]);
    let left = |talk: &Talk| {
        let all = proposals(&asked, &talk.session);
        all.iter().map(|it| statements(it).join(" ")).collect::<Vec<_>>()
    };
    assert_eq!(left(&talk), ["k2b", "h2a h2b"]);
    make(&mut talk, |session| commands::drop_action(session, &id("a1"), "No water.".to_owned()))?;
    make(&mut talk, |session| commands::finish(session, &id("a2"), "2027-01-15".parse::<Date>().ok()?))?;
    assert_eq!(left(&talk), ["k2b", "h2a h2b"]);
    talk.change(commands::take_action_out(&talk.session, &id("a1")));
    assert_eq!(left(&talk), ["h1a", "k2b", "h2a h2b"]);
    Ok(())
}

#[test]
fn the_plan_stands_in_the_order_of_urgency_then_day_then_work() {
    let asked = asked();
    let mut talk = bakery(&asked);
    put(&mut talk, "a1", named("Own"), &[]);
    put(&mut talk, "a2", named("Later"), &["h2a"]);
    put(&mut talk, "a3", Action { due: "2027-03-01".parse().ok(), ..named("Due") }, &["k2a"]);
    put(&mut talk, "a4", Action { work: Some(Work::Small), ..named("Small") }, &["k2b", "h2b"]);
    put(&mut talk, "a5", named("First"), &["h1a"]);
    put(&mut talk, "a6", named("Met"), &["k1a"]);
    put(&mut talk, "a7", Action { work: Some(Work::Days(30)), ..named("Large") }, &["h2a"]);
    assert_eq!(titles(&asked, &talk.session, false), ["First", "Due", "Later", "Small", "Large", "Own", "Met"]);
    let all = in_order(&asked, &talk.session, false);
    let whys: Vec<_> = all.iter().map(|it| (it.why, it.effort, it.missing())).collect();
    let gap = WhyHere::Missing(WhyToDo::Gap);
    assert_eq!(
        whys,
        [
            (WhyHere::Missing(WhyToDo::OneStep(Level::new(1))), Effort::One, 1),
            (gap, Effort::One, 1),
            (gap, Effort::One, 1),
            (gap, Effort::One, 2),
            (gap, Effort::Many, 1),
            (WhyHere::Own, Effort::One, 0),
            (WhyHere::Met, Effort::One, 0),
        ]
    );
    assert_eq!(
        all.iter().map(|it| it.stake.map(Level::number)).collect::<Vec<_>>(),
        [Some(2), Some(2), Some(2), Some(2), Some(2), None, None]
    );
}

#[test]
fn one_step_comes_first_on_request_and_what_has_to_be_done_before_comes_before() -> Outcome {
    let asked = asked();
    let mut talk = bakery(&asked);
    talk.answer("k2b", Answer::Met);
    let minimum = OwnMinimum { level: Level::new(2), source: String::new(), unknown: Map::new() };
    talk.change(Change::Minimum(id(WASHING), Some(minimum)));
    put(&mut talk, "a1", named("Demanded"), &["h2a"]);
    put(&mut talk, "a2", named("One step"), &["k2a"]);
    put(&mut talk, "a3", named("Budget"), &[]);
    assert_eq!(titles(&asked, &talk.session, false), ["Demanded", "One step", "Budget"]);
    assert_eq!(titles(&asked, &talk.session, true), ["One step", "Demanded", "Budget"]);
    make(&mut talk, |session| commands::wait_for(session, &id("a1"), &id("a3")))?;
    assert_eq!(titles(&asked, &talk.session, false), ["Budget", "Demanded", "One step"]);
    assert_eq!(commands::wait_for(&talk.session, &id("a3"), &id("a1")), None, "none of them could begin");
    assert_eq!(commands::wait_for(&talk.session, &id("a3"), &id("a3")), None);
    make(&mut talk, |session| commands::finish(session, &id("a3"), "2027-01-15".parse::<Date>().ok()?))?;
    assert_eq!(
        titles(&asked, &talk.session, false),
        ["Demanded", "One step", "Budget"],
        "it waits no longer; what is done comes last"
    );
    Ok(())
}

#[test]
fn two_people_who_say_apart_that_each_waits_for_the_other_lose_none_of_them() {
    let asked = asked();
    let mut talk = bakery(&asked);
    for (action, needs) in [("a1", "a2"), ("a2", "a1"), ("a3", "a1")] {
        put(&mut talk, action, named(action), &[]);
        let need = plumbline::session::ActionNeed { action: id(action), needs: id(needs) };
        talk.change(Change::ActionNeed(need, Some(plumbline::session::Yes)));
    }
    let mut found = titles(&asked, &talk.session, false);
    assert!(found.iter().position(|it| it == "a1") < found.iter().position(|it| it == "a3"));
    found.sort();
    assert_eq!(found, ["a1", "a2", "a3"]);
}

#[test]
fn what_people_put_in_order_stays_there_until_they_take_that_back() -> Outcome {
    let asked = asked();
    let mut talk = bakery(&asked);
    put(&mut talk, "a1", named("First"), &["h1a"]);
    put(&mut talk, "a2", named("Second"), &["k2a"]);
    put(&mut talk, "a3", named("Third"), &["h2a"]);
    let shown = |talk: &Talk| in_order(&asked, &talk.session, false).into_iter().map(|it| it.id).collect::<Vec<ActionId>>();
    let before = shown(&talk);
    assert_eq!(commands::move_action(&talk.session, &before, &id("a1"), 0), None, "it is there");
    make(&mut talk, |session| commands::move_action(session, &before, &id("a3"), 0))?;
    assert_eq!(titles(&asked, &talk.session, true), ["Third", "First", "Second"]);
    assert!(in_order(&asked, &talk.session, false).iter().all(|it| it.why == WhyHere::ByHand));
    put(&mut talk, "a4", named("New"), &["h1a"]);
    assert_eq!(titles(&asked, &talk.session, false), ["Third", "First", "Second", "New"], "what is new comes after");
    talk.change(commands::forget_order(&talk.session));
    assert_eq!(titles(&asked, &talk.session, false), ["First", "New", "Second", "Third"]);
    Ok(())
}

#[test]
fn what_would_follow_is_what_the_ordinary_rules_say() {
    let asked = asked();
    let talk = bakery(&asked);
    let first = if_met(&asked, &talk.session, &["h1a"]);
    assert_eq!((level_then(&first, WASHING), first.gaps_now, first.gaps_then), (Some(Level::new(1)), 2, 2));
    assert_eq!(first.moved().map(|it| it.practice.as_str()).collect::<Vec<_>>(), [WASHING]);
    let hole = if_met(&asked, &talk.session, &["h2a", "h2b"]);
    assert_eq!(level_then(&hole, WASHING), Some(Level::NONE), "what is below is missing still");
    let all = if_met(&asked, &talk.session, &["h1a", "h2a", "h2b"]);
    assert_eq!((level_then(&all, WASHING), all.gaps_then), (Some(Level::new(2)), 1));
    assert_eq!(if_met(&asked, &talk.session, &[]).moved().count(), 0);
    assert_eq!(if_met(&asked, &talk.session, &["no-such"]).moved().count(), 0);
}

#[test]
fn what_if_takes_the_quick_pass_at_its_word_and_has_everybody_and_every_part_agree() {
    let asked = asked();
    let mut talk = Talk::about(asked.model());
    talk.quick_level(FLOUR, 1);
    assert_eq!(level_then(&if_met(&asked, &talk.session, &["m2"]), FLOUR), Some(Level::new(2)));
    ["shop", "van"].iter().for_each(|part| talk.name_part(part));
    for (by, part, answer) in [("ana", None, Answer::Met), ("bo", None, Answer::NotMet), ("bo", Some("van"), Answer::Partly)] {
        (talk.by, talk.part) = (Some(by.to_owned()), part.map(str::to_owned));
        talk.answer("h1a", answer.clone());
        talk.answer("h1b", answer);
    }
    assert_eq!(level_then(&if_met(&asked, &talk.session, &["h1a", "h1b"]), WASHING), None, "level 2 is open");
    let all = if_met(&asked, &talk.session, &["h1a", "h1b", "h2a", "h2b"]);
    assert_eq!(level_then(&all, WASHING), Some(Level::new(2)));
}

#[test]
fn what_is_missed_of_duties_follows_too() {
    let asked = asked();
    let mut talk = bakery(&asked);
    let minimum = OwnMinimum { level: Level::new(1), source: "a law".to_owned(), unknown: Map::new() };
    talk.change(Change::Minimum(id(WASHING), Some(minimum)));
    let then = if_met(&asked, &talk.session, &["h1a"]);
    assert_eq!((then.missed_now, then.missed_then), (1, 0));
}

#[test]
fn done_is_not_met_until_somebody_confirms_it() -> Outcome {
    let asked = asked();
    let mut talk = bakery(&asked);
    put(&mut talk, "a1", named("Soap"), &["h1a", "h1b", "h2a"]);
    let before = worked_out(&asked, &talk.session);
    assert!(finished(&Assessment::latest(&asked, &talk.session)).is_empty());
    make(&mut talk, |session| commands::finish(session, &id("a1"), "2027-01-15".parse::<Date>().ok()?))?;
    assert_eq!(worked_out(&asked, &talk.session), before, "nothing is met by that alone");
    let session = talk.session.clone();
    let assessment = Assessment::latest(&asked, &session);
    let open = finished(&assessment);
    let answers = open.first().map(|it| it.answers.clone()).ok_or("something to confirm")?;
    assert_eq!(answers.iter().map(|it| it.indicator.as_str()).collect::<Vec<_>>(), ["h1a", "h2a"], "h1b is met");
    let first = answers.first().ok_or("one")?;
    talk.change(commands::confirm_met(
        first.places(&assessment, Some(&id("bo"))),
        Some((id("e1"), "Receipt".to_owned())),
        &asked.model().scoring.answers,
    ));
    let now = worked_out(&asked, &talk.session);
    // Bo says that it is met; what nobody put a name to says that it is not. The lower one counts until they have talked.
    assert_eq!(now.practice(&id(WASHING)).and_then(|it| it.standing.current.settled()), Some(Level::NONE));
    talk.change(commands::confirm_met(
        first.places(&assessment, None),
        Some((id("e1"), "Receipt".to_owned())),
        &asked.model().scoring.answers,
    ));
    let now = worked_out(&asked, &talk.session);
    assert_eq!(now.practice(&id(WASHING)).and_then(|it| it.standing.current.settled()), Some(Level::new(1)));
    assert_eq!(talk.session.evidence_for(&id("h1a"), None).map(|(_, it)| it.title.as_str()).collect::<Vec<_>>(), ["Receipt"]);
    let left = finished(&Assessment::latest(&asked, &talk.session));
    assert_eq!(left.iter().flat_map(|it| &it.answers).map(|it| it.indicator.as_str()).collect::<Vec<_>>(), ["h2a"]);
    Ok(())
}

#[test]
fn what_to_do_first_names_what_is_planned_for_it_with_owner_and_day() -> Outcome {
    let asked = asked();
    let mut talk = bakery(&asked);
    talk.add_person("bo");
    let due: Date = "2027-01-31".parse()?;
    put(&mut talk, "a1", Action { owner: Some(Owner::Person(id("bo"))), due: Some(due), ..named("Soap") }, &["h1a"]);
    put(&mut talk, "a2", Action { practice: Some(id(COOLING)), state: ActionState::UnderWay, ..named("Meter") }, &[]);
    let assessment = Assessment::latest(&asked, &talk.session).on("2027-02-01".parse()?);
    let things = to_do(&assessment, &results(&assessment), "de");
    let told: Vec<_> = things
        .iter()
        .map(|it| it.in_plan.iter().map(|it| (it.title.as_str(), it.due, it.is_late, it.is_under_way)).collect::<Vec<_>>())
        .collect();
    assert_eq!(told, [vec![("Soap", Some(due), true, false)], vec![("Meter", None, false, true)]]);
    Ok(())
}

#[test]
fn two_who_plan_apart_keep_both_plans() -> Outcome {
    let asked = asked();
    let mut mine = bakery(&asked);
    put(&mut mine, "a1", named("Soap"), &["h1a"]);
    let mut theirs = bakery(&asked);
    theirs.actor = "tab-2".to_owned();
    theirs.session = mine.session.clone();
    mine.change(commands::serve(&id("a1"), id("h2a"), true));
    put(&mut mine, "a2", named("Meter"), &["k2a"]);
    theirs.change(commands::serve(&id("a1"), id("h2b"), true));
    put(&mut theirs, "a3", named("List"), &["k2b"]);
    make(&mut theirs, |session| commands::wait_for(session, &id("a3"), &id("a1")))?;
    let (merged, other) = (merge(&mine.session, &theirs.session)?, merge(&theirs.session, &mine.session)?);
    assert_eq!((merged.conflicts.len(), other.conflicts.len()), (0, 0), "none of them has to decide anything");
    assert_eq!(merged.session, other.session);
    let both = merged.session;
    assert_eq!(both.planned().count(), 3);
    assert_eq!(both.statements_of(&id("a1")).into_iter().map(IndicatorId::as_str).collect::<Vec<_>>(), ["h1a", "h2a", "h2b"]);
    assert_eq!(both.needs_of(&id("a3")).map(ActionId::as_str).collect::<Vec<_>>(), ["a1"]);
    // Both alter what stands in one action: that is for people to decide, as everywhere.
    make(&mut mine, |session| commands::alter_action(session, &id("a1"), |it| it.title = "Soap and towels".to_owned()))?;
    make(&mut theirs, |session| commands::finish(session, &id("a1"), "2027-01-15".parse::<Date>().ok()?))?;
    assert_eq!(plumbline::exchange::merge(&mine.session, &theirs.session)?.conflicts.len(), 1);
    Ok(())
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn what_if_is_the_ordinary_rule_on_answers_that_somebody_gives(
        said in vec((select(STATEMENTS.to_vec()), select(vec![Answer::Met, Answer::Partly, Answer::NotMet, Answer::DontKnow])), 0..12),
        met in btree_set(select(STATEMENTS.to_vec()), 0..8),
    ) {
        let asked = asked();
        let mut talk = Talk::about(asked.model());
        said.into_iter().for_each(|(statement, answer)| talk.answer(statement, answer));
        let met: Vec<&str> = met.into_iter().collect();
        let found = if_met(&asked, &talk.session, &met);
        met.iter().for_each(|statement| talk.answer(statement, Answer::Met));
        let expected = worked_out(&asked, &talk.session);
        let then: Vec<_> = found.practices.iter().map(|it| it.then).collect();
        prop_assert_eq!(then, expected.practices.iter().map(|it| it.standing.current).collect::<Vec<_>>());
    }

    #[test]
    fn nothing_is_proposed_twice(
        said in vec((select(STATEMENTS.to_vec()), select(vec![Answer::Met, Answer::Partly, Answer::NotMet])), 0..12),
        taken in vec(any::<bool>(), 8),
    ) {
        let asked = asked();
        let mut talk = Talk::about(asked.model());
        [COOLING, FLOUR, WASHING].into_iter().for_each(|practice| talk.target(practice, 2));
        said.into_iter().for_each(|(statement, answer)| talk.answer(statement, answer));
        let mut told = BTreeSet::new();
        for proposal in proposals(&asked, &talk.session) {
            for statement in &proposal.statements {
                prop_assert!(told.insert(statement.clone()), "{statement} stands in two");
            }
        }
        let all = proposals(&asked, &talk.session);
        for (at, proposal) in all.iter().enumerate().filter(|(at, _)| taken.get(*at).copied().unwrap_or_default()) {
            talk.change(commands::plan_action(id(&format!("a{at}")), named("x"), proposal.statements.clone()));
        }
        let left: BTreeSet<_> = proposals(&asked, &talk.session).into_iter().flat_map(|it| it.statements).collect();
        let taken = all.iter().enumerate().filter(|(at, _)| taken.get(*at).copied().unwrap_or_default()).flat_map(|(_, it)| it.statements.clone()).collect::<BTreeSet<_>>();
        prop_assert!(left.is_disjoint(&taken));
        prop_assert_eq!(left.len() + taken.len(), told.len(), "and nothing is forgotten");
    }

    #[test]
    fn wherever_something_is_moved_it_stands_there_and_undo_puts_all_back(moves in vec((0_usize..5, 0_usize..5), 1..40)) {
        let asked = asked();
        let mut talk = bakery(&asked);
        for (name, statement) in ["a1", "a2", "a3", "a4", "a5"].into_iter().zip(["h1a", "k2a", "k2b", "h2a", "h2b"]) {
            put(&mut talk, name, named(name), &[statement]);
        }
        let mut steps = Steps::default();
        for (from, to) in moves {
            let before = in_order(&asked, &talk.session, false);
            let shown: Vec<ActionId> = before.iter().map(|it| it.id.clone()).collect();
            let mut expected = shown.clone();
            let moved = expected.remove(from);
            expected.insert(to, moved.clone());
            let Some(change) = commands::move_action(&talk.session, &shown, &moved, to) else { continue };
            steps.make(&mut talk.session, change.clone(), &authorship(None, 1000));
            let after: Vec<ActionId> = in_order(&asked, &talk.session, false).into_iter().map(|it| it.id).collect();
            prop_assert_eq!(&after, &expected);
            steps.undo(&mut talk.session, &authorship(None, 1000));
            let back: Vec<ActionId> = in_order(&asked, &talk.session, false).into_iter().map(|it| it.id).collect();
            prop_assert_eq!(back, shown);
            steps.redo(&mut talk.session, &authorship(None, 1000));
        }
    }
}

/// The days of each action: its title, begin, end and whether somebody said them.
fn days(asked: &Questionnaire, session: &Session, capacity: Capacity, from: &str) -> Vec<(String, String, String, bool)> {
    let all = in_order(asked, session, false);
    let laid_out = in_time(&all, capacity, from.parse().unwrap_or_default());
    let title = |id: &ActionId| session.action(id).map(|it| it.title.clone()).unwrap_or_default();
    laid_out.iter().map(|it| (title(&it.id), it.start.to_string(), it.due.to_string(), it.is_dated)).collect()
}

fn day_row(title: &str, start: &str, due: &str, is_dated: bool) -> (String, String, String, bool) {
    (title.to_owned(), start.to_owned(), due.to_owned(), is_dated)
}

#[test]
fn so_many_a_quarter_are_laid_out_in_their_order_and_what_is_dated_stays() {
    let asked = asked();
    let mut talk = bakery(&asked);
    put(&mut talk, "a1", named("First"), &["h1a"]);
    put(&mut talk, "a2", named("Second"), &["k2a"]);
    put(&mut talk, "a3", named("Third"), &["h2a"]);
    put(&mut talk, "a4", Action { due: "2027-02-10".parse().ok(), ..named("Dated") }, &[]);
    assert_eq!(
        days(&asked, &talk.session, Capacity::AQuarter(2), "2027-01-15"),
        [
            day_row("First", "2027-01-15", "2027-04-14", false),
            day_row("Second", "2027-04-15", "2027-07-14", false),
            day_row("Third", "2027-04-15", "2027-07-14", false),
            day_row("Dated", "2027-02-04", "2027-02-10", true),
        ]
    );
}

#[test]
fn people_do_one_thing_after_the_other_around_what_is_dated_and_after_what_it_waits_for() -> Outcome {
    let asked = asked();
    let mut talk = bakery(&asked);
    let sized = |title: &str, days: u64| Action { work: Some(Work::Days(days)), ..named(title) };
    put(&mut talk, "a1", sized("First", 5), &["h1a"]);
    put(&mut talk, "a2", sized("Second", 10), &["k2a"]);
    put(&mut talk, "a3", sized("Third", 5), &["h2a"]);
    let dated = Action { start: "2027-01-09".parse().ok(), due: "2027-01-11".parse().ok(), ..sized("Dated", 3) };
    put(&mut talk, "a4", dated, &[]);
    // One person: First for a week; Second takes two weeks and does not fit before what is dated.
    assert_eq!(
        days(&asked, &talk.session, Capacity::People(1), "2027-01-01"),
        [
            day_row("First", "2027-01-01", "2027-01-07", false),
            day_row("Second", "2027-01-12", "2027-01-25", false),
            day_row("Third", "2027-01-26", "2027-02-01", false),
            day_row("Dated", "2027-01-09", "2027-01-11", true),
        ]
    );
    // Two people: what is dated is with one of them; Third waits for Second.
    make(&mut talk, |session| commands::wait_for(session, &id("a3"), &id("a2")))?;
    let two = days(&asked, &talk.session, Capacity::People(2), "2027-01-01");
    let of = |title: &str| two.iter().find(|it| it.0 == title).map(|it| (it.1.clone(), it.2.clone()));
    assert!(of("Third").ok_or("third")?.0 > of("Second").ok_or("second")?.1, "{two:?}");
    Ok(())
}

#[test]
fn what_was_set_too_early_is_said_and_not_moved_and_what_is_late_is_named() -> Outcome {
    let asked = asked();
    let mut talk = bakery(&asked);
    put(&mut talk, "a1", Action { work: Some(Work::Days(50)), ..named("Long") }, &["h1a"]);
    put(&mut talk, "a2", Action { due: "2027-01-20".parse().ok(), ..named("Set") }, &["k2a"]);
    put(&mut talk, "a3", Action { due: "2026-12-20".parse().ok(), ..named("Late") }, &["h2a"]);
    make(&mut talk, |session| commands::wait_for(session, &id("a2"), &id("a1")))?;
    let all = in_order(&asked, &talk.session, false);
    let laid_out = in_time(&all, Capacity::People(1), "2027-01-01".parse()?);
    let of = |name: &str| laid_out.iter().find(|it| it.id == id(name)).cloned().ok_or("it");
    assert_eq!((of("a2")?.due.to_string(), of("a2")?.is_before_its_needs), ("2027-01-20".to_owned(), true));
    assert_eq!((of("a3")?.is_late, of("a2")?.is_late), (true, false));
    Ok(())
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn nothing_begins_before_what_it_waits_for_is_done_and_no_quarter_has_too_many(
        works in vec(proptest::option::of(1_u64..200), 1..12),
        needs in vec((0_usize..12, 0_usize..12), 0..12),
        most in 1_u16..4,
        people in any::<bool>(),
    ) {
        let asked = asked();
        let mut talk = bakery(&asked);
        for (at, days) in works.iter().enumerate() {
            put(&mut talk, &format!("a{at}"), Action { work: days.map(Work::Days), ..named("x") }, &[]);
        }
        for (one, other) in needs {
            let (one, other): (ActionId, ActionId) = (id(&format!("a{one}")), id(&format!("a{other}")));
            if talk.session.action(&one).is_some() && talk.session.action(&other).is_some()
                && let Some(change) = commands::wait_for(&talk.session, &one, &other) {
                talk.change(change);
            }
        }
        let capacity = if people { Capacity::People(most) } else { Capacity::AQuarter(most) };
        let all = in_order(&asked, &talk.session, false);
        let laid_out = in_time(&all, capacity, Date::constant(2027, 1, 31));
        prop_assert_eq!(laid_out.len(), works.len());
        for it in &laid_out {
            prop_assert!(it.start <= it.due && !it.is_before_its_needs);
            for need in talk.session.needs_of(&it.id) {
                let need = laid_out.iter().find(|other| other.id == *need);
                prop_assert!(need.is_none_or(|need| need.due < it.start));
            }
            let at_once = laid_out.iter().filter(|other| other.start <= it.start && it.start <= other.due).count();
            prop_assert!(at_once <= usize::from(most));
        }
    }
}

/// The rounds of a bakery with a plan: in the first, cooling is at 1 of 2 (k2a and k2b missing), washing at 0 (h1a missing), flour not answered.
/// By the second, cooling was to reach 2 and washing 1; k2a is met and k2b is not, washing is at 1.
fn planned_and_found() -> Result<Talk, Box<dyn std::error::Error>> {
    let asked = asked();
    let mut talk = bakery(&asked);
    let due = |day: &str| Ok::<_, Box<dyn std::error::Error>>(Action { due: Some(day.parse()?), ..named("due") });
    put(&mut talk, "cold", due("2027-01-31")?, &["k2a", "k2b", "k2c"]);
    put(&mut talk, "soap", due("2027-03-31")?, &["h1a"]);
    let on = Some("2027-01-15".parse()?);
    talk.change(commands::finish(&talk.session, &id("soap"), on.ok_or("a day")?).ok_or("it is there")?);
    put(&mut talk, "later", due("2027-06-30")?, &["h2a", "h2b"]);
    put(&mut talk, "never", due("2027-01-01")?, &["m1", "m2"]);
    talk.change(commands::drop_action(&talk.session, &id("never"), "No flour".to_owned()).ok_or("it is there")?);
    let on = "2027-02-01".parse()?;
    let (name, words) = (String::new(), String::new());
    let new = commands::NewRound { fresh: "r2".to_owned(), name, reason: plumbline::session::RoundReason::Schedule, words, on };
    talk.change(commands::open_round(&talk.session, new).ok_or("a round")?);
    talk.round = "r2".to_owned();
    for (met, answer) in
        [("k1a", Answer::Met), ("k1b", Answer::Met), ("k2a", Answer::Met), ("k2b", Answer::NotMet), ("k2c", Answer::Met)]
    {
        talk.answer(met, answer);
    }
    for (met, answer) in [("h1a", Answer::Met), ("h1b", Answer::Met), ("h2a", Answer::NotMet)] {
        talk.answer(met, answer);
    }
    Ok(talk)
}

#[test]
fn what_the_plan_would_have_led_to_stands_beside_what_was_found() -> Outcome {
    let (asked, mut talk) = (asked(), planned_and_found()?);
    let found = |talk: &Talk| {
        let now = Assessment::latest(&asked, &talk.session);
        plan_and_reality_of(&now, &results(&now), None)
    };
    let plan = found(&talk).ok_or("a plan")?;
    assert_eq!((plan.by.to_string().as_str(), plan.actions, plan.done), ("2027-02-01", 2, 1));
    let number = |current: plumbline::analysis::Current| current.settled().map(Level::number);
    let told: Vec<_> = plan
        .practices
        .iter()
        .map(|it| (it.practice.as_str(), number(it.then), number(it.planned), number(it.reached), it.met(), it.kept()))
        .collect();
    assert_eq!(
        told,
        [(COOLING, Some(1), Some(2), Some(1), 2, PlanKept::Short), (WASHING, Some(0), Some(1), Some(1), 1, PlanKept::Reached),]
    );
    let missing: Vec<_> = plan.practices.iter().flat_map(|it| it.missing()).map(|id| id.as_str()).collect();
    assert_eq!(missing, ["k2b"]);
    let told = plumbline::analysis::report(
        &Assessment::latest(&asked, &talk.session),
        plan.by,
        &plumbline::analysis::ReportOptions::default(),
        "en",
    );
    let since = told.since.ok_or("two rounds")?;
    assert_eq!(since.planned.iter().map(|(_, it, missing)| (it.clone(), missing.len())).collect::<Vec<_>>(), {
        plan.practices.iter().map(|it| (it.clone(), it.missing().count())).collect::<Vec<_>>()
    });
    // What is known of a practice only in part leaves open whether the plan was kept.
    let place = talk.place(id("k2b"));
    talk.change(Change::Answer(place, None));
    let cooling = found(&talk).and_then(|it| it.practices.into_iter().next()).ok_or("cooling")?;
    assert_eq!(cooling.kept(), PlanKept::Open);
    // Without a plan for then there is nothing to compare.
    forget_plan_of_then(&mut talk)?;
    for action in ["cold", "soap"] {
        talk.change(commands::take_action_out(&talk.session, &id(action)));
    }
    assert_eq!(found(&talk), None);
    Ok(())
}

/// As if the second round had been opened by a version that did not keep the plan of then.
fn forget_plan_of_then(talk: &mut Talk) -> Outcome {
    let round = id("r2");
    let (at, opened) = talk
        .session
        .events_of_round(&round)
        .into_iter()
        .next()
        .map(|(at, it, _)| (at.clone(), it.clone()))
        .ok_or("it is open")?;
    let RoundEvent::Opened(opened) = opened else { return Err("it was opened".into()) };
    talk.change(Change::RoundEvent(at, Some(RoundEvent::Opened(Opened { plan: None, ..opened }))));
    Ok(())
}

#[test]
fn what_is_planned_later_does_not_change_what_was_planned_for_a_round() -> Outcome {
    let (asked, mut talk) = (asked(), planned_and_found()?);
    let found = |talk: &Talk| {
        let now = Assessment::latest(&asked, &talk.session);
        plan_and_reality_of(&now, &results(&now), None)
    };
    let then = found(&talk).ok_or("a plan")?;
    assert_eq!(then.rests_on, RestsOn::PlanOfThen);
    let before = talk.session.clone();
    talk.change(commands::take_action_out(&talk.session, &id("soap")));
    let put_off = commands::alter_action(&talk.session, &id("cold"), |it| it.due = Some(Date::constant(2028, 1, 1)));
    talk.change(put_off.ok_or("it is there")?);
    talk.change(commands::serve(&id("cold"), id("k2b"), false));
    put(&mut talk, "after", Action { due: Some(Date::constant(2027, 1, 1)), ..named("after the fact") }, &["h2a"]);
    assert_eq!(found(&talk), Some(then.clone()), "the plan was mended after the fact");
    // A copy for somebody who is not to see the plan does not have that of then either.
    let copy = copy_for(&talk.session, &asked, &CopyFor::Targets)?;
    assert!(!write_session(&copy)?.contains("cold"));
    // What was opened before that was kept rests on the plan of now, and says so.
    forget_plan_of_then(&mut talk)?;
    assert_eq!(found(&talk).map(|it| (it.rests_on, it.actions)), Some((RestsOn::PlanOfNow, 1)));
    talk.session = before;
    forget_plan_of_then(&mut talk)?;
    assert_eq!(found(&talk), Some(PlanAndReality { rests_on: RestsOn::PlanOfNow, ..then }));
    Ok(())
}

#[test]
fn what_if_that_is_kept_becomes_the_plan_in_one_step() -> Outcome {
    let asked = asked();
    let mut talk = bakery(&asked);
    put(&mut talk, "a1", named("one"), &["h1a"]);
    put(&mut talk, "a2", named("two"), &["k2a"]);
    put(&mut talk, "a3", named("three"), &["k2b"]);
    talk.change(commands::drop_action(&talk.session, &id("a3"), "Too dear".to_owned()).ok_or("it is there")?);
    let before = talk.session.clone();
    let new = (id("a4"), named("four"), vec![id("h2a")]);
    let kept = commands::keep_what_if(&talk.session, &[id("a1")], &[id("a3")], vec![new], "Left out in a what-if");
    let state = |talk: &Talk, of: &str| talk.session.action(&id(of)).map(|it| it.state.clone());
    let back = talk.change(kept);
    let dropped = ActionState::Dropped(Dropped { reason: "Left out in a what-if".to_owned(), ..Dropped::default() });
    assert_eq!(state(&talk, "a1"), Some(dropped), "what was switched off is put aside, with the reason");
    assert_eq!([state(&talk, "a2"), state(&talk, "a3"), state(&talk, "a4")], [const { Some(ActionState::Open) }; 3]);
    assert_eq!(talk.session.statements_of(&id("a1")), [&id::<IndicatorId>("h1a")], "it can come back as it was");
    talk.change(back);
    for action in ["a1", "a2", "a3", "a4"] {
        assert_eq!(talk.session.action(&id(action)), before.action(&id(action)), "undone in one step");
    }
    Ok(())
}
