//! The list of gaps: which are on it, in which order, what a choice leaves out; and what else stands beside a practice's numbers.

use crate::support::talk::Talk;
use crate::support::{id, smm, smm_guided};
use plumbline::analysis::{
    Assessment, ConsequenceVoice, Effort, GapFilter, GapOrder, Grade, Ground, LevelFit, MinimumFit, PracticeOverview,
    PracticeResult, gap_list, missing, overview, results, surplus,
};
use plumbline::model::{Level, Questionnaire, Scope};
use plumbline::session::{
    Answer, Assignment, Change, Confidence, NotApplicable, Origin, Override, OwnMinimum, Person, QuickAnswer, Role, Settlement,
    Subject, Target, Yes,
};
use serde_json::Map;

const PROGRAM: &str = "governance.strategy.program";
const COMPLIANCE: &str = "governance.strategy.compliance";
const THREATS: &str = "governance.risk.threat-modeling";
const ACCESS: &str = "enablement.access.access-control";
const PATCHES: &str = "hardening.vulnerability.patching";
const RECOVERY: &str = "hardening.response.recovery";

fn all(asked: &Questionnaire, talk: &Talk) -> Vec<PracticeOverview> {
    overview(&Assessment::latest(asked, &talk.session), &results(&Assessment::latest(asked, &talk.session)))
}

fn of<'a>(all: &'a [PracticeOverview], practice: &str) -> Option<&'a PracticeOverview> {
    all.iter().find(|it| it.result.practice.as_str() == practice)
}

fn ids(list: &[&PracticeOverview]) -> Vec<String> {
    list.iter().map(|it| it.result.practice.to_string()).collect()
}

fn demand(talk: &mut Talk, practice: &str, level: u8) {
    let minimum = OwnMinimum { level: Level::new(level), source: "The law".to_owned(), unknown: Map::new() };
    talk.change(Change::Minimum(id(practice), Some(minimum)));
}

/// Five gaps: program 2 short, compliance 1 short, threats between 0 and 3 short, patches on target but below a minimum, recovery 1
/// short and below a minimum. Access is beyond its target.
fn plant(asked: &Questionnaire) -> Talk {
    let mut talk = Talk::about(asked.model());
    talk.answer_levels(asked, PROGRAM, 1..=1, &Answer::Met);
    talk.answer_levels(asked, PROGRAM, 2..=4, &Answer::NotMet);
    talk.target(PROGRAM, 3);
    talk.quick_level(COMPLIANCE, 1);
    talk.target(COMPLIANCE, 2);
    let first = asked.model().practice(&id(THREATS)).and_then(|it| it.guide(Level::new(1))).and_then(|it| it.indicators.first());
    if let Some(one) = first {
        talk.answer(one.id.as_str(), Answer::Met);
    }
    talk.target(THREATS, 3);
    talk.quick_level(ACCESS, 4);
    talk.target(ACCESS, 2);
    talk.quick_level(PATCHES, 2);
    talk.target(PATCHES, 2);
    demand(&mut talk, PATCHES, 3);
    talk.quick_level(RECOVERY, 1);
    talk.target(RECOVERY, 2);
    demand(&mut talk, RECOVERY, 2);
    talk
}

#[test]
fn what_a_minimum_asks_for_beyond_the_target_is_missing_and_no_more_than_needed() {
    let asked = Questionnaire::new(smm(), Vec::new());
    let mut talk = Talk::about(asked.model());
    talk.target(PROGRAM, 1);
    talk.quick_level(PROGRAM, 2);
    let found = |talk: &Talk| results(&Assessment::latest(&asked, &talk.session));
    assert_eq!(found(&talk).more_than_needed().len(), 1);
    let demanded = OwnMinimum { level: Level::new(3), source: "a law".to_owned(), unknown: Map::new() };
    talk.change(Change::Minimum(id(PROGRAM), Some(demanded)));
    let found = found(&talk);
    assert_eq!(found.more_than_needed(), Vec::<&PracticeResult>::new(), "something outside asks for it");
    let result = found.practice(&id(PROGRAM)).cloned();
    let levels = result.map(|it| missing(&Assessment::latest(&asked, &talk.session), &it).iter().map(|it| it.level).collect());
    assert_eq!(levels, Some(vec![Level::new(3)]));
}

#[test]
fn what_misses_an_outside_minimum_stands_first_even_on_target() {
    let asked = Questionnaire::new(smm(), Vec::new());
    let all = all(&asked, &plant(&asked));
    let list = gap_list(&all, &GapFilter::default());
    assert_eq!(ids(&list), [RECOVERY, PATCHES, THREATS, PROGRAM, COMPLIANCE]);
    let first: Vec<_> = list.iter().take(2).map(|it| it.result.minimum_fit()).collect();
    assert_eq!(first, [MinimumFit::Missed, MinimumFit::Missed]);
}

#[test]
fn what_is_to_be_done_first_begins_at_the_level_that_is_missing() {
    let asked = Questionnaire::new(smm(), Vec::new());
    let talk = plant(&asked);
    let assessment = Assessment::latest(&asked, &talk.session);
    let things = plumbline::analysis::to_do(&assessment, &results(&assessment), "en");
    let level = |practice: &str| {
        let thing = things.iter().find(|it| it.practice.as_str() == practice)?;
        asked.indicator(thing.at.as_ref()?).map(|it| it.level.number())
    };
    assert_eq!([RECOVERY, PATCHES, PROGRAM].map(level), [Some(2), Some(3), Some(2)]);
}

#[test]
fn every_order_is_the_one_that_its_name_says_and_leaves_nothing_out() {
    let asked = Questionnaire::new(smm(), Vec::new());
    let all = all(&asked, &plant(&asked));
    let list = |order| gap_list(&all, &GapFilter { order, ..GapFilter::default() });
    for order in GapOrder::ALL {
        assert_eq!(list(order).len(), 5, "{order:?}");
    }
    let sizes: Vec<i16> = list(GapOrder::Size).iter().map(|it| it.result.distance()).collect();
    assert!(sizes.is_sorted_by(|one, next| one >= next), "{sizes:?}");
    assert!(list(GapOrder::Domain).iter().map(|it| it.number).is_sorted());
    assert!(list(GapOrder::Effort).iter().map(|it| it.missing).is_sorted());
    assert!(list(GapOrder::Confidence).iter().map(|it| it.ground).is_sorted());
}

#[test]
fn the_list_can_be_sorted_in_other_ways() {
    let asked = Questionnaire::new(smm(), Vec::new());
    let all = all(&asked, &plant(&asked));
    let rest = |order| {
        let mut rest = ids(&gap_list(&all, &GapFilter { order, ..GapFilter::default() }));
        rest.retain(|it| ![RECOVERY, PATCHES].contains(&it.as_str()));
        rest
    };
    assert_eq!(rest(GapOrder::Domain), [PROGRAM, COMPLIANCE, THREATS]);
    // What is open is the weakest but for the quick pass.
    assert_eq!(rest(GapOrder::Confidence), [COMPLIANCE, THREATS, PROGRAM]);
    // Both targets of 3 ask for more than the one of 2; the larger gap goes first.
    assert_eq!(rest(GapOrder::Consequence), [THREATS, PROGRAM, COMPLIANCE]);
    let missing = |practice| of(&all, practice).map(|it| it.missing).unwrap_or_default();
    let by_effort = rest(GapOrder::Effort);
    let counts: Vec<usize> = by_effort.iter().map(|practice| missing(practice)).collect();
    assert!(counts.is_sorted(), "{counts:?}");
}

#[test]
fn each_choice_leaves_out_the_others() {
    let asked = Questionnaire::new(smm(), Vec::new());
    let mut talk = plant(&asked);
    let person = Person { name: "Ada".to_owned(), role: Role::BusinessOwner, unknown: Map::new() };
    talk.change(Change::Person(id("ada"), Some(person)));
    talk.change(Change::Assignment(Assignment { practice: id(COMPLIANCE), person: id("ada") }, Some(Yes)));
    let all = all(&asked, &talk);
    let list = |filter: &GapFilter| ids(&gap_list(&all, filter));
    let any = GapFilter::default;
    assert_eq!(list(&GapFilter { domain: Some(id("hardening")), ..any() }), [RECOVERY, PATCHES]);
    assert_eq!(list(&GapFilter { size: Some(2), ..any() }), [THREATS, PROGRAM]);
    assert_eq!(
        list(&GapFilter { consequence: Some(Level::new(3)), ..any() }),
        [PATCHES, THREATS, PROGRAM],
        "a minimum counts, too"
    );
    assert_eq!(list(&GapFilter { confidence: Some(Grade::Fair), ..any() }), [PROGRAM]);
    assert_eq!(list(&GapFilter { role: Some(Role::BusinessOwner), ..any() }), [COMPLIANCE]);
    assert_eq!(list(&GapFilter { role: Some(Role::Consultant), ..any() }), [""; 0]);
    for effort in Effort::ALL {
        let shown = gap_list(&all, &GapFilter { effort: Some(effort), ..any() });
        assert!(shown.iter().all(|it| Effort::of(it.missing) == effort), "{effort:?}");
    }
    let by_effort: usize = Effort::ALL.map(|effort| list(&GapFilter { effort: Some(effort), ..any() }).len()).iter().sum();
    assert_eq!(by_effort, 5, "each gap has one effort");
    assert!(!GapFilter { order: GapOrder::Effort, ..any() }.leaves_out() && GapFilter { size: Some(1), ..any() }.leaves_out());
}

#[test]
fn what_is_missing_is_counted_up_to_what_is_demanded_from_outside() {
    let asked = Questionnaire::new(smm(), Vec::new());
    let all = all(&asked, &plant(&asked));
    let count = |practice: &str, levels: std::ops::RangeInclusive<u8>| {
        let found = asked.model().practice(&id(practice));
        let of_level = |level| found.map_or(0, |it| asked.indicators(it, Level::new(level)).len());
        levels.map(of_level).sum::<usize>()
    };
    let missing = |practice| of(&all, practice).map(|it| it.missing);
    assert_eq!(missing(PROGRAM), Some(count(PROGRAM, 2..=3)));
    assert_eq!(missing(PATCHES), Some(count(PATCHES, 3..=3)), "the target of 2 is reached, the minimum of 3 is not");
    assert_eq!(missing(ACCESS), Some(0));
}

#[test]
fn whether_a_minimum_is_reached_is_not_said_where_it_is_not_known() {
    let asked = Questionnaire::new(smm(), Vec::new());
    let mut talk = plant(&asked);
    demand(&mut talk, THREATS, 2);
    demand(&mut talk, ACCESS, 3);
    demand(&mut talk, PROGRAM, 0);
    demand(&mut talk, "hardening.vulnerability.assessment", 1);
    demand(&mut talk, COMPLIANCE, 1);
    talk.quick(COMPLIANCE, QuickAnswer::NotApplicable(NotApplicable::because("No rules apply.")));
    let all = all(&asked, &talk);
    let fit = |practice| of(&all, practice).map(|it| it.result.minimum_fit());
    assert_eq!(fit(THREATS), Some(MinimumFit::Open), "from 0 to 4, and 2 is demanded");
    assert_eq!(fit(ACCESS), Some(MinimumFit::Reached));
    assert_eq!(fit(PROGRAM), Some(MinimumFit::NotDemanded), "level 0 demands nothing");
    assert_eq!(fit("hardening.vulnerability.assessment"), Some(MinimumFit::Open), "nobody answered");
    assert_eq!(fit(COMPLIANCE), Some(MinimumFit::Open), "it does not apply, and is demanded all the same");
    assert_eq!(fit(PATCHES), Some(MinimumFit::Missed));
}

#[test]
fn confidence_is_that_of_the_weakest_answer_that_holds_the_level() {
    let asked = Questionnaire::new(smm(), Vec::new());
    let mut talk = Talk::about(asked.model());
    talk.answer_levels(&asked, PROGRAM, 1..=2, &Answer::Met);
    talk.answer_levels(&asked, PROGRAM, 3..=4, &Answer::NotMet);
    let ground = |talk: &Talk| of(&all(&asked, talk), PROGRAM).map(|it| it.ground);
    assert_eq!(ground(&talk), Some(Ground::NotSaid));
    let say = |talk: &mut Talk, levels: std::ops::RangeInclusive<u8>, how| {
        let Some(practice) = asked.model().practice(&id(PROGRAM)) else { return };
        for it in levels.flat_map(|level| asked.indicators(practice, Level::new(level))) {
            let place = talk.place(it.indicator.id.clone());
            talk.change(Change::Confidence(place, Some(how)));
        }
    };
    say(&mut talk, 1..=2, Confidence::Seen);
    assert_eq!(ground(&talk), Some(Ground::NotSaid), "what keeps it from level 3 counts as well");
    say(&mut talk, 3..=3, Confidence::Told);
    assert_eq!(ground(&talk), Some(Ground::Told), "level 4 says nothing of where it stands");
    say(&mut talk, 3..=3, Confidence::Seen);
    assert_eq!(ground(&talk), Some(Ground::Seen));
    say(&mut talk, 1..=1, Confidence::Assumed);
    assert_eq!(ground(&talk), Some(Ground::Assumed));
    assert_eq!(Ground::Seen.grade(), Some(Grade::Strong));
    assert_eq!((Ground::Assumed.grade(), Ground::Unanswered.grade()), (Some(Grade::Weak), None));
}

#[test]
fn a_level_that_people_differ_on_is_weak_until_they_settle_it_and_one_set_by_hand_is_fair() {
    let asked = Questionnaire::new(smm(), Vec::new());
    let mut talk = Talk::about(asked.model());
    talk.add_person("ada");
    talk.add_person("bob");
    talk.by = Some("ada".to_owned());
    talk.answer_levels(&asked, PROGRAM, 1..=1, &Answer::Met);
    talk.answer_levels(&asked, PROGRAM, 2..=4, &Answer::NotMet);
    talk.by = Some("bob".to_owned());
    let first = asked.model().practice(&id(PROGRAM)).and_then(|it| it.guide(Level::new(1))).and_then(|it| it.indicators.first());
    let Some(first) = first.map(|it| it.id.clone()) else { return };
    talk.answer(first.as_str(), Answer::NotMet);
    let ground = |talk: &Talk| of(&all(&asked, talk), PROGRAM).map(|it| it.ground);
    assert_eq!(ground(&talk), Some(Ground::Disputed));
    let among = talk.session.answers_to(&first, &id(&talk.round)).map(|(_, fact)| fact.stamp.clone()).collect();
    let settlement = Settlement { answer: Answer::Met, among, reason: "We looked.".to_owned(), unknown: Map::new() };
    talk.change(Change::Settlement(Subject { on: first, round: id("r1"), part: None }, Some(settlement)));
    assert_eq!(ground(&talk), Some(Ground::NotSaid));
    let set = Override { level: Level::new(2), reason: "Shown on site.".to_owned(), unknown: Map::new() };
    talk.change(Change::Override(Subject { on: id(PROGRAM), round: id("r1"), part: None }, Some(set)));
    assert_eq!(ground(&talk), Some(Ground::ByHand));
}

#[test]
fn the_roles_are_of_those_assigned_or_else_of_those_who_answered() {
    let asked = Questionnaire::new(smm(), Vec::new());
    let mut talk = Talk::about(asked.model());
    talk.add_person("tom");
    talk.by = Some("tom".to_owned());
    talk.quick_level(PATCHES, 1);
    let roles = |talk: &Talk| of(&all(&asked, talk), PATCHES).map(|it| it.roles.clone()).unwrap_or_default();
    assert_eq!(roles(&talk), [Role::TechnologyOwner]);
    let person = Person { name: "Ada".to_owned(), role: Role::BusinessOwner, unknown: Map::new() };
    talk.change(Change::Person(id("ada"), Some(person)));
    talk.change(Change::Assignment(Assignment { practice: id(PATCHES), person: id("ada") }, Some(Yes)));
    assert_eq!(roles(&talk), [Role::BusinessOwner]);
}

#[test]
fn what_is_at_stake_is_the_highest_level_that_anybody_asks_for() {
    let asked = smm_guided(&[]);
    let mut talk = Talk::about(asked.model());
    let consequence = |talk: &Talk| of(&all(&asked, talk), RECOVERY).and_then(|it| it.consequence.clone());
    assert_eq!(consequence(&talk), None, "as long as nobody asks for anything");
    let low = Target { reason: "On purpose.".to_owned(), ..Target::new(Level::new(1), Scope::General, Origin::Practice) };
    talk.change(Change::Target(id(RECOVERY), Some(low)));
    assert_eq!(consequence(&talk).map(|it| it.level), Some(Level::new(1)));
    talk.change(Change::Interview(id("harm"), Some(id("deadly"))));
    let asks = consequence(&talk);
    assert_eq!(asks.as_ref().map(|it| it.level), Some(Level::new(3)), "a low target does not lower what is at stake");
    let voices = [(ConsequenceVoice::Consequences, Level::new(3)), (ConsequenceVoice::Target, Level::new(1))];
    assert_eq!(asks.map(|it| it.voices), Some(voices.to_vec()));
}

#[test]
fn more_than_needed_costs_what_has_to_be_kept_true() -> Result<(), &'static str> {
    let asked = Questionnaire::new(smm(), Vec::new());
    let talk = plant(&asked);
    let all = all(&asked, &talk);
    let access = of(&all, ACCESS).ok_or("no such practice")?;
    let kept = surplus(&Assessment::latest(&asked, &talk.session), &access.result).ok_or("nothing is kept")?;
    let practice = asked.model().practice(&id(ACCESS)).ok_or("no such practice")?;
    let beyond: Vec<_> = [3, 4].into_iter().flat_map(|level| asked.indicators(practice, Level::new(level))).collect();
    assert_eq!(kept.statements, beyond, "levels 3 and 4: the target is 2");
    let a_year: f64 = beyond.iter().map(|it| 12.0 / f64::from(it.indicator.shelf_life_months)).sum();
    assert!((f64::from(u32::try_from(kept.looks_a_year).unwrap_or_default()) - a_year).abs() < 1.0, "{a_year}");
    assert!(!kept.actions.is_empty());
    let missing = of(&all, PROGRAM).and_then(|it| surplus(&Assessment::latest(&asked, &talk.session), &it.result));
    assert!(missing.is_some_and(|kept| kept.statements.is_empty()), "nothing beyond the target is done");
    Ok(())
}

#[test]
fn without_a_target_nothing_that_is_done_is_more_than_needed() -> Result<(), &'static str> {
    let asked = Questionnaire::new(smm(), Vec::new());
    let mut talk = Talk::about(asked.model());
    talk.quick_level(PATCHES, 2);
    let all = all(&asked, &talk);
    let patches = of(&all, PATCHES).ok_or("no such practice")?;
    let fits: Vec<_> = (1..=4).map(|level| LevelFit::of(&patches.result, Level::new(level))).collect();
    assert_eq!(fits, [LevelFit::Met, LevelFit::Met, LevelFit::NotNeeded, LevelFit::NotNeeded]);
    Ok(())
}
