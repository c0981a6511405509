//! The next question is always the most useful one that nobody answered yet.

use crate::support::any::cases;
use crate::support::talk::Talk;
use crate::support::{id, smm, tiny};
use plumbline::analysis::{
    Asking, Assessment, NextQuestion, Progress, SettledBy, matters_up_to, next_practice, next_question, open_statements, progress,
};
use plumbline::model::{Level, PracticeId, Questionnaire, Scope};
use plumbline::session::{
    Answer, Assignment, Change, Compensated, NotApplicable, Origin, Override, OwnMinimum, PartId, QuickAnswer, Session, Target,
    Yes,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Map;

const COOLING: &str = "lager.kalt.kuehlen";
const FLOUR: &str = "lager.mehl";
const WASHING: &str = "haende.waschen";

fn bakery() -> (Questionnaire, Talk) {
    let asked = Questionnaire::new(tiny(), Vec::new());
    let talk = Talk::about(asked.model());
    (asked, talk)
}

/// The next question for nobody in particular who is nowhere in particular, as its indicator's id.
fn next(asked: &Questionnaire, talk: &Talk) -> Option<String> {
    next_for(asked, talk, Asking::default())
}

fn next_for(asked: &Questionnaire, talk: &Talk, asking: Asking<'_>) -> Option<String> {
    next_question(&Assessment::latest(asked, &talk.session), asking).map(|next| next.indicator.to_string())
}

/// The next question at a practice.
fn next_at(asked: &Questionnaire, talk: &Talk, practice: &str) -> Option<String> {
    next_for(asked, talk, Asking { here: Some(&id(practice)), ..Asking::default() })
}

/// The next question of a practice, whatever there is to ask elsewhere.
fn next_of(asked: &Questionnaire, talk: &Talk, practice: &str) -> Option<String> {
    next_for(asked, talk, Asking { here: Some(&id(practice)), stay: true, ..Asking::default() })
}

fn assign(talk: &mut Talk, practice: &str, person: &str) {
    talk.change(Change::Assignment(Assignment { practice: id(practice), person: id(person) }, Some(Yes)));
}

#[test]
fn the_first_question_is_the_first_one_of_the_model() {
    let (asked, talk) = bakery();
    let first = NextQuestion { practice: id(COOLING), level: Level::new(1), indicator: id("k1a"), settled: None };
    assert_eq!(next_question(&Assessment::latest(&asked, &talk.session), Asking::default()), Some(first));
}

#[test]
fn one_stays_in_a_practice_until_it_is_settled() {
    let (asked, mut talk) = bakery();
    let mut walked = Vec::new();
    let mut here: Option<PracticeId> = None;
    while let Some(next) =
        next_question(&Assessment::latest(&asked, &talk.session), Asking { here: here.as_ref(), ..Asking::default() })
    {
        talk.answer(next.indicator.as_str(), Answer::Met);
        walked.push(next.indicator.to_string());
        here = Some(next.practice);
    }
    assert_eq!(walked, ["k1a", "k1b", "k2a", "k2b", "k2c", "m1", "m2", "h1a", "h1b", "h2a", "h2b"]);

    let (asked, mut talk) = bakery();
    talk.answer("h1a", Answer::Met);
    assert_eq!(next_at(&asked, &talk, WASHING).as_deref(), Some("h1b"));
    talk.answer("h1b", Answer::NotMet);
    assert_eq!(next_at(&asked, &talk, WASHING).as_deref(), Some("k1a"), "washing is at level 0 whatever else is answered");
}

#[test]
fn what_is_above_a_missed_level_waits_until_all_that_moves_a_level_is_answered() {
    let (asked, mut talk) = bakery();
    talk.answer("h1a", Answer::Partly);
    talk.answer_levels(&asked, COOLING, 1..=2, &Answer::Met);
    assert_eq!(next(&asked, &talk).as_deref(), Some("m1"));
    talk.answer_levels(&asked, FLOUR, 1..=2, &Answer::Met);
    let mut rest = Vec::new();
    while let Some(next) = next(&asked, &talk) {
        talk.answer(&next, Answer::Met);
        rest.push(next);
    }
    assert_eq!(rest, ["h1b", "h2a", "h2b"], "then they complete the picture, the missed level first");
}

#[test]
fn a_hole_below_is_asked_before_a_level_that_is_missed_above() {
    let (asked, mut talk) = bakery();
    talk.answer("h2a", Answer::NotMet);
    talk.answer("h1a", Answer::Met);
    assert_eq!(next_of(&asked, &talk, WASHING).as_deref(), Some("h1b"), "level 1 can still be reached");
}

#[test]
fn something_else_that_does_the_job_or_no_need_of_it_does_not_miss_a_level() {
    let (asked, mut talk) = bakery();
    talk.answer("h1a", Answer::Compensated(Compensated::because("a guard")));
    talk.answer("h1b", Answer::NotApplicable(NotApplicable::because("no hands")));
    assert_eq!(next_at(&asked, &talk, WASHING).as_deref(), Some("h2a"));
    talk.answer("h1a", Answer::Compensated(Compensated::because(" ")));
    assert_eq!(next_at(&asked, &talk, WASHING).as_deref(), Some("h1a"), "without a reason it is not answered");
}

#[test]
fn only_levels_up_to_the_target_and_one_beyond_matter() {
    let asked = Questionnaire::new(smm(), Vec::new());
    let program = "governance.strategy.program";
    for (target, matters) in [(0, 1), (1, 2), (3, 4), (4, 4)] {
        let mut talk = Talk::about(asked.model());
        talk.target(program, target);
        assert_eq!(matters_up_to(&Assessment::latest(&asked, &talk.session), &id(program)), Level::new(matters));
        talk.answer_levels(&asked, program, 1..=matters, &Answer::Met);
        assert_eq!(next_of(&asked, &talk, program), None, "target {target}");
        let mut open = Talk::about(asked.model());
        open.target(program, target);
        open.answer_levels(&asked, program, 1..=matters - 1, &Answer::Met);
        let asking = Asking { here: Some(&id(program)), stay: true, ..Asking::default() };
        let next = next_question(&Assessment::latest(&asked, &open.session), asking).map(|next| next.level);
        assert_eq!(next, Some(Level::new(matters)), "target {target}");
    }
    let mut talk = Talk::about(asked.model());
    talk.target(program, 1);
    for (demanded, matters) in [(1, 2), (2, 2), (3, 3), (4, 4)] {
        let minimum = OwnMinimum { level: Level::new(demanded), source: String::new(), unknown: Map::new() };
        talk.change(Change::Minimum(id(program), Some(minimum)));
        let found = matters_up_to(&Assessment::latest(&asked, &talk.session), &id(program));
        assert_eq!(found, Level::new(matters), "what something outside demands matters, too: {demanded}");
    }
    talk.answer_levels(&asked, program, 1..=3, &Answer::Met);
    assert!(next_of(&asked, &talk, program).is_some(), "level 4 is demanded and open");
    let talk = Talk::about(asked.model());
    assert_eq!(
        matters_up_to(&Assessment::latest(&asked, &talk.session), &id(program)),
        Level::new(4),
        "without a target, all of them"
    );
}

#[test]
fn where_more_levels_are_open_more_is_to_be_learned() {
    let (asked, mut talk) = bakery();
    talk.target(COOLING, 0);
    assert_eq!(next(&asked, &talk).as_deref(), Some("m1"), "one level matters for cooling, two for flour");
}

#[test]
fn mine_come_first_and_those_of_others_last() {
    let (asked, mut talk) = bakery();
    ["ana", "bo"].iter().for_each(|person| talk.add_person(person));
    assign(&mut talk, COOLING, "bo");
    assign(&mut talk, WASHING, "ana");
    let (ana, bo) = (id("ana"), id("bo"));
    let next_of = |talk: &Talk, me| next_for(&asked, talk, Asking { me, ..Asking::default() });
    assert_eq!(next_of(&talk, Some(&ana)).as_deref(), Some("h1a"));
    assert_eq!(next_of(&talk, Some(&bo)).as_deref(), Some("k1a"));
    assert_eq!(next_of(&talk, None).as_deref(), Some("m1"), "what nobody was asked to answer");

    talk.answer_levels(&asked, WASHING, 1..=2, &Answer::Met);
    assert_eq!(next_of(&talk, Some(&ana)).as_deref(), Some("m1"), "then what nobody was asked to answer");
    talk.answer_levels(&asked, FLOUR, 1..=2, &Answer::Met);
    assert_eq!(next_of(&talk, Some(&ana)).as_deref(), Some("k1a"), "then those of others");

    assign(&mut talk, COOLING, "ana");
    talk.change(Change::Answer(talk.place(id("m1")), None));
    assert_eq!(next_of(&talk, Some(&ana)).as_deref(), Some("k1a"), "shared with Bo is mine, too");
}

#[test]
fn a_practice_of_somebody_who_left_is_anybodys() {
    let (asked, mut talk) = bakery();
    ["ana", "bo"].iter().for_each(|person| talk.add_person(person));
    assign(&mut talk, COOLING, "bo");
    let ana = id("ana");
    let asking = Asking { me: Some(&ana), ..Asking::default() };
    assert_eq!(next_for(&asked, &talk, asking).as_deref(), Some("m1"));
    talk.change(Change::Person(id("bo"), None));
    assert_eq!(next_for(&asked, &talk, asking).as_deref(), Some("k1a"));
}

#[test]
fn who_went_to_a_practice_stays_there_although_it_is_somebody_elses() {
    let (asked, mut talk) = bakery();
    ["ana", "bo"].iter().for_each(|person| talk.add_person(person));
    assign(&mut talk, COOLING, "ana");
    assign(&mut talk, WASHING, "bo");
    let (ana, washing) = (id("ana"), id(WASHING));
    let asking = Asking { me: Some(&ana), here: Some(&washing), ..Asking::default() };
    assert_eq!(next_for(&asked, &talk, asking).as_deref(), Some("h1a"));
    talk.answer("h1a", Answer::NotMet);
    assert_eq!(next_for(&asked, &talk, asking).as_deref(), Some("k1a"), "it is settled: back to mine");
}

#[test]
fn what_was_answered_for_the_whole_is_not_asked_again_for_a_part() {
    let (asked, mut talk) = bakery();
    ["shop", "van"].iter().for_each(|part| talk.name_part(part));
    talk.answer_levels(&asked, WASHING, 1..=1, &Answer::Met);
    talk.part = Some("van".to_owned());
    talk.answer("h2a", Answer::Met);
    let next_in = |part: &str| {
        let (part, here) = (id(part), id(WASHING));
        next_for(&asked, &talk, Asking { part: Some(&part), here: Some(&here), ..Asking::default() })
    };
    assert_eq!(next_in("van").as_deref(), Some("h2b"));
    assert_eq!(next_in("shop").as_deref(), Some("h2a"), "that was said about the van");
}

#[test]
fn for_the_whole_system_one_is_asked_what_is_open_in_any_part() {
    let (asked, mut talk) = bakery();
    ["shop", "van"].iter().for_each(|part| talk.name_part(part));
    talk.part = Some("van".to_owned());
    talk.answer_levels(&asked, WASHING, 1..=2, &Answer::Met);
    assert_eq!(next_at(&asked, &talk, WASHING).as_deref(), Some("h1a"), "nobody said anything about the shop");
    talk.part = Some("shop".to_owned());
    talk.answer_levels(&asked, WASHING, 1..=1, &Answer::Met);
    assert_eq!(next_at(&asked, &talk, WASHING).as_deref(), Some("h2a"));
    talk.answer_levels(&asked, WASHING, 2..=2, &Answer::Met);
    assert_eq!(next_of(&asked, &talk, WASHING), None, "both parts were answered, and so the whole");
    talk.answer("h1a", Answer::NotMet);
    talk.change(Change::Answer(talk.place(id("h2b")), None));
    assert_eq!(next_at(&asked, &talk, WASHING).as_deref(), Some("k1a"), "the shop decides, and is settled");
}

#[test]
fn an_answer_of_somebody_else_is_an_answer() {
    let (asked, mut talk) = bakery();
    talk.by = Some("bo".to_owned());
    talk.answer("k1a", Answer::Met);
    let ana = id("ana");
    assert_eq!(next_for(&asked, &talk, Asking { me: Some(&ana), ..Asking::default() }).as_deref(), Some("k1b"));
    talk.open_round("r2");
    assert_eq!(next(&asked, &talk).as_deref(), Some("k1a"), "a new round begins anew");
}

#[test]
fn nothing_is_asked_about_what_makes_no_sense_here() {
    let (asked, mut talk) = bakery();
    let none = |reason: &str| QuickAnswer::NotApplicable(NotApplicable::because(reason));
    talk.quick(COOLING, none("nothing is cold"));
    assert_eq!(next(&asked, &talk).as_deref(), Some("m1"));
    assert_eq!(next_of(&asked, &talk, COOLING), None);
    talk.quick(COOLING, none(" "));
    assert_eq!(next(&asked, &talk).as_deref(), Some("k1a"), "nobody said why");

    talk.quick(COOLING, none("nothing is cold"));
    talk.answer("k1b", Answer::Met);
    assert_eq!(next_of(&asked, &talk, COOLING).as_deref(), Some("k1a"), "so there is something cold after all");

    let (asked, mut talk) = bakery();
    ["shop", "van"].iter().for_each(|part| talk.name_part(part));
    talk.part = Some("van".to_owned());
    talk.quick(COOLING, none("nothing is cold in the van"));
    talk.part = Some("shop".to_owned());
    talk.answer_levels(&asked, COOLING, 1..=2, &Answer::Met);
    assert_eq!(next_of(&asked, &talk, COOLING), None, "the shop is answered, the van needs nothing");
}

#[test]
fn a_level_that_somebody_set_is_settled() {
    let (asked, mut talk) = bakery();
    let set = |reason: &str| Some(Override { level: Level::new(1), reason: reason.to_owned(), unknown: Map::new() });
    let place = talk.place(id(COOLING));
    talk.change(Change::Override(place.clone().subject(), set("I saw it")));
    assert_eq!(next(&asked, &talk).as_deref(), Some("m1"));
    assert_eq!(next_of(&asked, &talk, COOLING).as_deref(), Some("k1a"), "it would complete the picture");
    talk.change(Change::Override(place.subject(), set("")));
    assert_eq!(next(&asked, &talk).as_deref(), Some("k1a"), "nobody said why");
}

#[test]
fn what_only_completes_the_picture_says_why() {
    let (asked, mut talk) = bakery();
    let why = |talk: &Talk, practice: &str| {
        let asking = Asking { here: Some(&id(practice)), stay: true, ..Asking::default() };
        next_question(&Assessment::latest(&asked, &talk.session), asking).map(|next| (next.indicator.to_string(), next.settled))
    };
    assert_eq!(why(&talk, WASHING), Some(("h1a".to_owned(), None)), "anything is possible still");
    talk.answer("h2a", Answer::NotMet);
    assert_eq!(why(&talk, WASHING), Some(("h1a".to_owned(), None)), "level 1 is");
    talk.answer("h1a", Answer::Partly);
    assert_eq!(why(&talk, WASHING), Some(("h1b".to_owned(), Some(SettledBy::Missed(Level::new(1))))));
    let set = Override { level: Level::new(1), reason: "I saw it".to_owned(), unknown: Map::new() };
    talk.change(Change::Override(talk.place(id(COOLING)).subject(), Some(set)));
    assert_eq!(why(&talk, COOLING), Some(("k1a".to_owned(), Some(SettledBy::Hand))));
}

#[test]
fn a_proposal_is_no_decision_yet() {
    let (asked, mut talk) = bakery();
    talk.target(COOLING, 1);
    let proposed = Target::new(Level::new(2), Scope::General, Origin::Interview);
    talk.change(Change::Target(id(FLOUR), Some(proposed.clone())));
    let now = progress(&Assessment::latest(&asked, &talk.session));
    assert_eq!((now.targets.done, now.proposals, now.decided().done, now.decided().of), (2, 1, 1, 3));
    talk.change(Change::Target(id(FLOUR), Some(Target { origin: Origin::Practice, ..proposed })));
    assert_eq!(progress(&Assessment::latest(&asked, &talk.session)).decided().done, 2, "once somebody confirmed it, it is one");
}

#[test]
fn who_does_not_know_is_asked_no_more_and_somebody_else_still_has_it_to_answer() {
    let (asked, mut talk) = bakery();
    talk.answer("m1", Answer::DontKnow);
    let next = next_of(&asked, &talk, FLOUR);
    assert!(next.is_some() && next.as_deref() != Some("m1"), "{next:?}");
    let flour = asked.practice(&id(FLOUR));
    let left = |talk: &Talk| flour.map(|practice| open_statements(&Assessment::latest(&asked, &talk.session), practice));
    assert_eq!(left(&talk), left(&bakery().1), "as much as before is left for whoever knows");
}

#[test]
fn where_one_is_to_stay_nothing_else_is_asked() {
    let (asked, mut talk) = bakery();
    assert_eq!(next_of(&asked, &talk, FLOUR).as_deref(), Some("m1"));
    talk.answer_levels(&asked, FLOUR, 1..=2, &Answer::Met);
    assert_eq!(next_of(&asked, &talk, FLOUR), None);
    assert_eq!(next_of(&asked, &talk, "nowhere"), None);
    let nowhere = Asking { stay: true, ..Asking::default() };
    assert_eq!(next_for(&asked, &talk, nowhere), None);
}

/// Anything one can say that bears on which question is next.
#[derive(Clone, Debug)]
struct Word {
    about: usize,
    answer: Answer,
    part: Option<&'static str>,
    by: Option<&'static str>,
}

fn word(indicators: usize) -> impl Strategy<Value = Word> {
    let answers = vec![
        Answer::Met,
        Answer::Met,
        Answer::Met,
        Answer::Partly,
        Answer::NotMet,
        Answer::NotApplicable(NotApplicable::because("why")),
        Answer::NotApplicable(NotApplicable::because("")),
        Answer::Compensated(Compensated::because("guard")),
        Answer::DontKnow,
    ];
    let (part, by) = (option::of(select(vec!["shop", "van", "removed"])), option::of(select(vec!["ana", "bo"])));
    (0..indicators, select(answers), part, by).prop_map(|(about, answer, part, by)| Word { about, answer, part, by })
}

fn ids(asked: &Questionnaire) -> Vec<(PracticeId, Level, String)> {
    let of_level = |practice, level| asked.indicators(practice, level).into_iter().map(|it| it.indicator.id.to_string());
    let practices = asked.model().practices().into_iter();
    practices
        .flat_map(|practice| [1, 2].map(|level| (practice, Level::new(level))))
        .flat_map(|(practice, level)| of_level(practice, level).map(move |it| (practice.id.clone(), level, it)))
        .collect()
}

/// Whether something that counts was said, in a part or in the whole: gone through by hand.
fn is_said(session: &Session, indicator: &str, part: Option<&str>) -> bool {
    session.answers.iter().any(|(place, fact)| {
        let here = place.on.as_str() == indicator && (place.part.is_none() || place.part.as_ref().map(PartId::as_str) == part);
        let counts = |answer: &Answer| match answer {
            Answer::NotApplicable(why) => why.has_reason(),
            Answer::Compensated(why) => why.has_reason(),
            _ => true,
        };
        here && fact.value().is_some_and(counts)
    })
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn an_answered_question_is_never_asked_and_in_the_end_all_that_matters_is_answered(
        words in vec(word(11), 0..30),
        parts in select(vec![vec![], vec!["shop"], vec!["shop", "van"]]),
        targets in vec(option::of(0..=2_u8), 3),
        part in option::of(select(vec!["shop", "van"])),
        me in option::of(select(vec!["ana", "bo"])),
        here in option::of(select(vec![COOLING, FLOUR, WASHING])),
        stay in any::<bool>(),
    ) {
        let (asked, mut talk) = bakery();
        let ids = ids(&asked);
        prop_assert_eq!(ids.len(), 11);
        parts.iter().for_each(|part| talk.name_part(part));
        for (practice, target) in [COOLING, FLOUR, WASHING].iter().zip(targets) {
            target.into_iter().for_each(|target| talk.target(practice, target));
        }
        for Word { about, answer, part, by } in words {
            (talk.part, talk.by) = (part.map(str::to_owned), by.map(str::to_owned));
            ids.get(about).into_iter().for_each(|(.., indicator)| talk.answer(indicator, answer.clone()));
        }
        let part = part.filter(|part| parts.contains(part));
        (talk.part, talk.by) = (part.map(str::to_owned), me.map(str::to_owned));
        let (part_id, me, mut here) = (part.map(id), me.map(id), here.map(id::<PracticeId>));
        let start = here.clone();
        let mut asked_for = Vec::new();
        loop {
            let asking = Asking { me: me.as_ref(), part: part_id.as_ref(), here: here.as_ref(), stay };
            let Some(next) = next_question(&Assessment::latest(&asked, &talk.session), asking) else { break };
            let indicator = next.indicator.to_string();
            prop_assert!(!asked_for.contains(&indicator), "{} is asked twice", indicator);
            prop_assert!(ids.contains(&(next.practice.clone(), next.level, indicator.clone())));
            prop_assert!(next.level <= matters_up_to(&Assessment::latest(&asked, &talk.session), &next.practice));
            prop_assert!(!is_said(&talk.session, &indicator, part), "{} is answered", indicator);
            prop_assert!(!stay || Some(&next.practice) == start.as_ref());
            talk.answer(&indicator, Answer::Met);
            asked_for.push(indicator);
            here = Some(next.practice).filter(|_| !stay).or(here);
        }
        let Progress { per_practice, .. } = progress(&Assessment::latest(&asked, &talk.session));
        for (practice, level, indicator) in &ids {
            let is_asked = !stay || start.as_ref() == Some(practice);
            if is_asked && *level <= matters_up_to(&Assessment::latest(&asked, &talk.session), practice) {
                let everywhere = || !parts.is_empty() && parts.iter().all(|part| is_said(&talk.session, indicator, Some(part)));
                let answered = is_said(&talk.session, indicator, part) || (part.is_none() && everywhere());
                prop_assert!(answered, "{} was never asked", indicator);
            }
        }
        if !stay && part.is_none() && talk.session.targets.is_empty() {
            prop_assert!(per_practice.iter().all(|(_, statements)| statements.asked() == statements.answered.of), "{:?}", per_practice);
        }
    }
}

/// The practice that follows one, as the indicator that is asked first there.
fn following(asked: &Questionnaire, talk: &Talk, practice: &str) -> Option<String> {
    let asking = Asking { here: Some(&id(practice)), ..Asking::default() };
    next_practice(&Assessment::latest(asked, &talk.session), asking).map(|next| next.indicator.to_string())
}

#[test]
fn the_practice_that_follows_is_the_next_in_order_and_after_the_last_the_first() {
    let (asked, mut talk) = bakery();
    assert_eq!(following(&asked, &talk, COOLING).as_deref(), Some("m1"));
    assert_eq!(following(&asked, &talk, FLOUR).as_deref(), Some("h1a"));
    assert_eq!(following(&asked, &talk, WASHING).as_deref(), Some("k1a"));
    talk.answer_levels(&asked, FLOUR, 1..=2, &Answer::Met);
    assert_eq!(following(&asked, &talk, COOLING).as_deref(), Some("h1a"), "nothing is open in between");
    talk.answer("h1a", Answer::NotMet);
    assert_eq!(following(&asked, &talk, FLOUR).as_deref(), Some("k1a"), "there, nothing moves the level any more");
    assign(&mut talk, WASHING, "ana");
    talk.answer_levels(&asked, COOLING, 1..=2, &Answer::Met);
    assert_eq!(following(&asked, &talk, FLOUR).as_deref(), Some("h1b"), "what is left completes the picture");
    talk.answer_levels(&asked, WASHING, 1..=2, &Answer::Met);
    assert_eq!(following(&asked, &talk, WASHING), None);
}

#[test]
fn the_statements_that_can_still_matter_are_those_that_the_next_question_goes_through() {
    let open = |asked: &Questionnaire, talk: &Talk, practice: &str| {
        let found = asked.model().practice(&id(practice));
        found.map(|found| open_statements(&Assessment::latest(asked, &talk.session), found))
    };
    let (asked, mut talk) = bakery();
    assert_eq!(open(&asked, &talk, COOLING), Some(5));
    talk.answer("k1a", Answer::Met);
    assert_eq!(open(&asked, &talk, COOLING), Some(4));
    talk.target(COOLING, 0);
    assert_eq!(open(&asked, &talk, COOLING), Some(1), "one level beyond the target is enough");
    talk.target(COOLING, 2);
    talk.answer("k2b", Answer::Partly);
    assert_eq!(open(&asked, &talk, COOLING), Some(1), "level 2 is missed: only level 1 is open");
    talk.answer("k1b", Answer::NotMet);
    assert_eq!(open(&asked, &talk, COOLING), Some(0));
}
