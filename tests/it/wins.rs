//! One-step wins: the practices that miss their next level by a single indicator.

use crate::support::talk::Talk;
use crate::support::{id, smm, tiny};
use plumbline::analysis::{Assessment, results};
use plumbline::model::{IndicatorId, Level, PracticeId, Questionnaire};
use plumbline::session::{
    Answer, Change, Compensated, Confidence, NotApplicable, Override, QuickAnswer, Settlement, Stamp, Subject,
};
use serde_json::Map;

const COOLING: &str = "lager.kalt.kuehlen";
const FLOUR: &str = "lager.mehl";
const WASHING: &str = "haende.waschen";

fn bakery() -> (Questionnaire, Talk) {
    let asked = Questionnaire::new(tiny(), Vec::new());
    let talk = Talk::about(asked.model());
    (asked, talk)
}

/// The wins: the indicator that is missing and the level that it leads to.
fn wins(asked: &Questionnaire, talk: &Talk) -> Vec<(String, u8)> {
    let results = results(&Assessment::latest(asked, &talk.session));
    let near = results.one_step_wins().into_iter().filter_map(|result| result.standing.near_miss.clone());
    near.map(|near| (near.indicator.to_string(), near.level.number())).collect()
}

fn win(indicator: &str, level: u8) -> (String, u8) {
    (indicator.to_owned(), level)
}

fn about(talk: &Talk, practice: &str) -> Subject<PracticeId> {
    talk.place(id(practice)).subject()
}

fn set(level: u8, reason: &str) -> Option<Override> {
    Some(Override { level: Level::new(level), reason: reason.to_owned(), unknown: Map::new() })
}

#[test]
fn a_single_indicator_that_is_not_met_or_partly_is_one_step() {
    for answer in [Answer::NotMet, Answer::Partly] {
        let (asked, mut talk) = bakery();
        talk.answer_levels(&asked, WASHING, 1..=2, &Answer::Met);
        talk.answer("h2b", answer);
        assert_eq!(wins(&asked, &talk), [win("h2b", 2)]);
        talk.answer("h2a", Answer::NotMet);
        assert_eq!(wins(&asked, &talk), [], "two are missing");
    }
}

#[test]
fn what_is_missing_further_up_does_not_matter() {
    let (asked, mut talk) = bakery();
    talk.answer_levels(&asked, WASHING, 1..=2, &Answer::NotMet);
    talk.answer("h1a", Answer::Met);
    assert_eq!(wins(&asked, &talk), [win("h1b", 1)]);
}

#[test]
fn nothing_is_won_as_long_as_the_level_is_open_reached_or_does_not_apply() {
    let (asked, mut talk) = bakery();
    assert_eq!(wins(&asked, &talk), [], "nobody answered anything");
    talk.answer("h1a", Answer::NotMet);
    assert_eq!(wins(&asked, &talk), [], "h1b may be missing, too");
    talk.answer_levels(&asked, WASHING, 1..=2, &Answer::Met);
    assert_eq!(wins(&asked, &talk), [], "there is no level above");
    talk.answer_levels(&asked, FLOUR, 1..=2, &Answer::NotApplicable(NotApplicable::because("no flour")));
    talk.quick_level(COOLING, 1);
    assert_eq!(wins(&asked, &talk), [], "the quick pass names no indicator");
}

#[test]
fn what_need_not_be_met_or_is_done_otherwise_is_not_missing() {
    let (asked, mut talk) = bakery();
    talk.answer("h1a", Answer::Compensated(Compensated::because("everybody wears gloves")));
    talk.answer("h1b", Answer::NotMet);
    assert_eq!(wins(&asked, &talk), [win("h1b", 1)]);
    talk.answer("h1a", Answer::NotApplicable(NotApplicable::because("robots have no hands")));
    assert_eq!(wins(&asked, &talk), [win("h1b", 1)]);
    talk.answer("h1a", Answer::Compensated(Compensated::because("")));
    assert_eq!(wins(&asked, &talk), [], "nobody said how, so it is open");
}

#[test]
fn those_short_of_their_target_come_first_the_largest_gap_before_others() {
    let asked = Questionnaire::new(smm(), Vec::new());
    let mut talk = Talk::about(asked.model());
    // Each has reached level 1 and lacks one indicator of level 2; in the model's order.
    let practices = asked.model().practices();
    let targets = [Some(1), None, Some(2), Some(0), Some(4), Some(2)];
    for (practice, target) in practices.iter().zip(targets) {
        let practice = practice.id.as_str();
        talk.answer_levels(&asked, practice, 1..=2, &Answer::Met);
        talk.answer_levels(&asked, practice, 3..=4, &Answer::NotMet);
        let level_2 = asked.model().practice(&id(practice)).map(|practice| asked.indicators(practice, Level::new(2)));
        let first = level_2.and_then(|indicators| Some(indicators.first()?.indicator.id.to_string())).unwrap_or_default();
        talk.answer(&first, Answer::NotMet);
        target.into_iter().for_each(|target| talk.target(practice, target));
    }
    let results = results(&Assessment::latest(&asked, &talk.session));
    let order: Vec<Option<u8>> = results.one_step_wins().into_iter().map(|result| result.target.map(Level::number)).collect();
    assert_eq!(order, [Some(4), Some(2), Some(2), None, Some(1), Some(0)]);
    let twos = [2, 5].map(|at| practices.get(at).map(|practice| practice.id.clone()));
    let found: Vec<_> = results.one_step_wins().into_iter().skip(1).take(2).map(|it| Some(it.practice.clone())).collect();
    assert_eq!(found, twos, "those with the same gap in the model's order");
}

#[test]
fn all_the_lowest_parts_have_to_lack_the_same() {
    let (asked, mut talk) = bakery();
    ["shop", "van"].iter().for_each(|part| talk.name_part(part));
    talk.answer_levels(&asked, WASHING, 1..=2, &Answer::Met);
    talk.part = Some("van".to_owned());
    talk.answer("h2a", Answer::NotMet);
    assert_eq!(wins(&asked, &talk), [win("h2a", 2)], "the shop has reached it");
    talk.part = Some("shop".to_owned());
    talk.answer("h2b", Answer::NotMet);
    assert_eq!(wins(&asked, &talk), [], "the shop lacks something else");
    talk.answer("h2b", Answer::Met);
    talk.answer("h2a", Answer::Partly);
    assert_eq!(wins(&asked, &talk), [win("h2a", 2)], "both lack the same");
}

#[test]
fn a_level_that_somebody_set_is_not_won_by_an_indicator() {
    let (asked, mut talk) = bakery();
    ["shop", "van"].iter().for_each(|part| talk.name_part(part));
    talk.answer_levels(&asked, WASHING, 1..=1, &Answer::Met);
    talk.answer("h2a", Answer::NotMet);
    talk.answer("h2b", Answer::Met);
    talk.change(Change::Override(about(&talk, WASHING), set(1, " ")));
    assert_eq!(wins(&asked, &talk), [win("h2a", 2)], "without a reason it does not count");
    talk.change(Change::Override(about(&talk, WASHING), set(1, "The sink leaks.")));
    assert_eq!(wins(&asked, &talk), [], "it stays, whatever is answered");
    let standing =
        results(&Assessment::latest(&asked, &talk.session)).practice(&id(WASHING)).map(|result| result.standing.clone());
    let lows = standing.map(|standing| (standing.current.low(), standing.by_rule.low()));
    assert_eq!(lows, Some((Some(Level::new(1)), Some(Level::new(1)))));

    talk.change(Change::Override(about(&talk, WASHING), None));
    talk.part = Some("van".to_owned());
    talk.change(Change::Override(about(&talk, WASHING), set(1, "The van has no sink.")));
    assert_eq!(wins(&asked, &talk), [], "the van stays at 1");
    talk.change(Change::Override(about(&talk, WASHING), set(2, "It does not need one.")));
    assert_eq!(wins(&asked, &talk), [win("h2a", 2)], "the shop can follow");
}

fn stamps(talk: &Talk, indicator: &IndicatorId) -> Vec<Stamp> {
    talk.session.answers_to(indicator, &id(&talk.round)).map(|(_, fact)| fact.stamp.clone()).collect()
}

#[test]
fn what_was_settled_counts_until_somebody_says_something_else() {
    let (asked, mut talk) = bakery();
    talk.answer_levels(&asked, WASHING, 1..=2, &Answer::Met);
    talk.by = Some("bo".to_owned());
    talk.answer("h2b", Answer::NotMet);
    assert_eq!(wins(&asked, &talk), [win("h2b", 2)], "of two answers the lower one");
    let settle = |talk: &mut Talk, answer: Answer| {
        let (at, among) = (talk.place(id("h2b")).subject(), stamps(talk, &id("h2b")));
        let settlement = Settlement { answer, among, reason: "We looked.".to_owned(), unknown: Map::new() };
        talk.change(Change::Settlement(at, Some(settlement)));
    };
    settle(&mut talk, Answer::Met);
    assert_eq!(wins(&asked, &talk), [], "level 2 is reached");
    settle(&mut talk, Answer::NotApplicable(NotApplicable::because("")));
    assert_eq!(wins(&asked, &talk), [win("h2b", 2)], "what says nothing settles nothing");
    settle(&mut talk, Answer::Met);
    talk.by = Some("cem".to_owned());
    talk.answer("h2b", Answer::NotApplicable(NotApplicable::because("")));
    assert_eq!(wins(&asked, &talk), [], "Cem has not said anything that counts yet");
    talk.answer("h2b", Answer::Met);
    assert_eq!(wins(&asked, &talk), [], "Cem agrees");
    talk.answer("h2b", Answer::Partly);
    assert_eq!(wins(&asked, &talk), [win("h2b", 2)], "Cem sees it otherwise, so it is open again");

    settle(&mut talk, Answer::NotMet);
    for person in ["bo", "cem"] {
        talk.by = Some(person.to_owned());
        talk.change(Change::Answer(talk.place(id("h2b")), None));
    }
    assert_eq!(wins(&asked, &talk), [], "only one answer is left, and it is met: there is nothing to settle any more");
    talk.by = None;
    talk.change(Change::Answer(talk.place(id("h2b")), None));
    let open = results(&Assessment::latest(&asked, &talk.session))
        .practice(&id(WASHING))
        .and_then(|result| result.standing.current.settled());
    assert_eq!(open, None, "nobody says anything any more");
}

#[test]
fn what_is_only_assumed_counts_but_is_not_sure() {
    let (asked, mut talk) = bakery();
    let sure = |talk: &Talk| {
        let results = results(&Assessment::latest(&asked, &talk.session));
        results.practice(&id(WASHING)).and_then(|result| Some((result.standing.current.low()?, result.standing.sure)))
    };
    let levels = |low, sure| Some((Level::new(low), Some(Level::new(sure))));
    talk.by = Some("ana".to_owned());
    talk.answer_levels(&asked, WASHING, 1..=2, &Answer::Met);
    assert_eq!(sure(&talk), levels(2, 2), "nobody said that they are not sure");
    let say = |talk: &mut Talk, confidence| talk.change(Change::Confidence(talk.place(id("h2a")), confidence));
    say(&mut talk, Some(Confidence::Told));
    assert_eq!(sure(&talk), levels(2, 2));
    say(&mut talk, Some(Confidence::Assumed));
    assert_eq!(sure(&talk), levels(2, 1));

    talk.by = Some("bo".to_owned());
    talk.answer("h2a", Answer::Met);
    say(&mut talk, Some(Confidence::Seen));
    assert_eq!(sure(&talk), levels(2, 1), "of two the less sure one");
    talk.by = Some("ana".to_owned());
    talk.change(Change::Answer(talk.place(id("h2a")), None));
    assert_eq!(sure(&talk), levels(2, 2), "Ana took back what she assumed");
}

#[test]
fn a_part_of_which_only_the_quick_pass_speaks_is_as_sure_as_that() {
    let (asked, mut talk) = bakery();
    ["shop", "van"].iter().for_each(|part| talk.name_part(part));
    talk.part = Some("shop".to_owned());
    talk.answer_levels(&asked, WASHING, 1..=2, &Answer::Met);
    talk.part = Some("van".to_owned());
    talk.quick(WASHING, QuickAnswer::Level(Level::new(1)));
    let standing =
        results(&Assessment::latest(&asked, &talk.session)).practice(&id(WASHING)).map(|result| result.standing.clone());
    let levels = standing.map(|standing| (standing.current.low(), standing.sure));
    assert_eq!(levels, Some((Some(Level::new(1)), Some(Level::new(1)))), "no surer than it is high");
}

#[test]
fn what_the_rule_says_stays_visible_beside_what_was_set_for_a_part() {
    let (asked, mut talk) = bakery();
    ["shop", "van"].iter().for_each(|part| talk.name_part(part));
    talk.answer_levels(&asked, WASHING, 1..=2, &Answer::Met);
    talk.part = Some("van".to_owned());
    talk.change(Change::Override(about(&talk, WASHING), set(0, "The sink is broken.")));
    let result = results(&Assessment::latest(&asked, &talk.session)).practice(&id(WASHING)).cloned();
    let levels = result.as_ref().map(|result| (result.standing.current.settled(), result.standing.by_rule.settled()));
    assert_eq!(levels, Some((Some(Level::NONE), Some(Level::new(2)))));
    let lowest = result.map(|result| result.standing.lowest_parts().cloned().collect::<Vec<_>>());
    assert_eq!(lowest, Some(vec![id("van")]), "set for a part that nobody answered on its own");
}
