//! Rounds: any of them can be looked at as it was when it was the latest, and several beside each other.

#![allow(clippy::panic, reason = "what is not there ends the test")]

use std::fmt::Debug;

use crate::support::talk::Talk;
use crate::support::{answers, id, smm_guided, smm_profile};
use plumbline::analysis::{
    Asking, Assessment, GapFilter, ReportOptions, agenda, compare, consequence, consistency, current_why, decisions, demands,
    differences, disputes, edition_news, former_practices, formers, gap_list, hints, holes, interview_answers, is_all_top,
    matters_up_to, minimum, missing, next_question, obligations, open_points, overview, progress, quick_differences, report,
    results, scope_why, search, stale, surplus, target_why, to_do, views, workloads,
};
use plumbline::model::{Level, Questionnaire, Scope};
use plumbline::session::{
    Answer, Assignment, Change, Confidence, Date, Evidence, EvidenceKind, EvidenceUse, NotApplicable, Origin, Override,
    OwnMinimum, Round, RoundId, Session, Settlement, Shown, Target, Yes,
};
use serde_json::Map;

/// A day on which some answers are stale.
const TODAY: Date = Date::constant(2029, 1, 1);
const DAY: i64 = 86_400;
const PROFILE: &str = "manufacturing-line";

/// What one rule says, by its name.
type Says = (String, String);

/// What every rule says of an assessment.
fn everything(assessment: &Assessment<'_>) -> Vec<Says> {
    let mut all: Vec<Says> = Vec::new();
    let mut say = |rule: &str, says: &dyn Debug| all.push((rule.to_owned(), format!("{says:#?}")));
    let (asked, session) = (assessment.asked(), assessment.session());
    let (results, given) = (results(assessment), interview_answers(session));
    let overview = overview(assessment, &results);
    say("results", &results);
    say("progress", &progress(assessment));
    say("overview", &overview);
    say("gap list", &gap_list(&overview, &GapFilter::default()));
    say("to do", &to_do(assessment, &results, "en"));
    say("workloads", &workloads(assessment));
    say("open", &open_points(assessment, &results, TODAY));
    say("quick differences", &quick_differences(assessment));
    say("disputes", &disputes(assessment));
    say("views", &views(assessment));
    say("stale", &stale(assessment, TODAY));
    say("checks", &consistency(assessment, TODAY));
    say("agenda", &agenda(assessment, TODAY, 60));
    say("next question", &next_question(assessment, Asking::default()));
    say("hints", &hints(assessment));
    say("all at the top", &is_all_top(assessment));
    say("differences", &differences(assessment, &given));
    say("decisions", &decisions(assessment));
    say("editions", &edition_news(assessment));
    say("report", &report(assessment, TODAY, &ReportOptions::default(), "en"));
    say("beside a profile", &compare(assessment, &smm_profile(PROFILE)));
    for words in ["round", "why", "access", "photo"] {
        say(&format!("search {words}"), &search(assessment, words, "en"));
    }
    for practice in asked.model().practices() {
        let mut say = |rule: &str, says: &dyn Debug| say(&format!("{rule} of {}", practice.id), says);
        let Some(result) = results.practice(&practice.id) else { panic!("{} has no result", practice.id) };
        say("target", &assessment.target(&practice.id));
        say("missing", &missing(assessment, result));
        say("upkeep", &surplus(assessment, result));
        say("why current", &current_why(assessment, result));
        say("why target", &target_why(assessment, &practice.id, "en"));
        say("why scope", &scope_why(assessment, &practice.id));
        say("demands", &demands(assessment, &practice.id, "en"));
        say("minimum", &minimum(assessment, &practice.id));
        say("stake", &consequence(assessment, &practice.id));
        say("what matters", &matters_up_to(assessment, &practice.id));
        say("obligations", &obligations(assessment, practice, Level::NONE, asked.model().top()));
        say("former", &former_practices(assessment, &practice.id));
        for part in [None, Some(id("cloud"))] {
            say("holes", &holes(assessment, practice, part.as_ref()));
        }
        for it in asked.indicators_of(practice) {
            say("former statement", &formers(assessment, &it.indicator.id));
        }
    }
    all
}

/// Whatever of an assessment is not as expected.
fn differing(found: &Assessment<'_>, expected: &Assessment<'_>) -> Vec<String> {
    let (found, expected) = (everything(found), everything(expected));
    assert_eq!(found.len(), expected.len());
    found.into_iter().zip(expected).filter(|(found, expected)| found != expected).map(|((rule, _), _)| rule).collect()
}

fn asked() -> Questionnaire {
    smm_guided(&[PROFILE])
}

/// What belongs to no round: people, a part, a minimum, the interview, evidence.
fn begin(asked: &Questionnaire) -> Talk {
    let mut talk = Talk::about(asked.model());
    talk.add_person("ana");
    talk.add_person("bo");
    talk.name_part("cloud");
    for (question, option) in answers("harm=deadly data=private") {
        talk.change(Change::Interview(question, Some(option)));
    }
    for practice in asked.model().practices().into_iter().step_by(4) {
        let demanded = OwnMinimum { level: Level::new(3), source: "A customer".to_owned(), unknown: Map::new() };
        talk.change(Change::Minimum(practice.id.clone(), Some(demanded)));
        talk.change(Change::Assignment(Assignment { practice: practice.id.clone(), person: id("bo") }, Some(Yes)));
    }
    let photo = Evidence::new("A photo", EvidenceKind::Document);
    talk.change(Change::Evidence(id("photo"), Some(photo)));
    for it in asked.model().practices().into_iter().flat_map(|practice| asked.indicators_of(practice)).step_by(7) {
        let given = EvidenceUse { evidence: id("photo"), indicator: it.indicator.id.clone(), part: None };
        talk.change(Change::EvidenceUse(given, Some(Yes)));
    }
    talk
}

/// Sets the targets as they are in the round of that number: all are others, one comes with the second, one goes.
fn set_targets(talk: &mut Talk, asked: &Questionnaire, number: usize) {
    for (at, practice) in asked.model().practices().into_iter().enumerate() {
        let level = Level::new(u8::try_from((at + number) % 5).unwrap_or_default());
        let reason = format!("Why in round {number}");
        let target = Target { reason, ..Target::new(level, Scope::Industry, Origin::Practice) };
        let is_set = !(at == 2 && number == 1 || at == 3 && number == 2);
        talk.change(Change::Target(practice.id.clone(), is_set.then_some(target)));
    }
}

/// Says how specific what is done is: something else in each round.
fn say_scope(talk: &mut Talk, asked: &Questionnaire, number: usize) {
    for (at, practice) in asked.model().practices().into_iter().enumerate() {
        let scopes = [Scope::General, Scope::Industry, Scope::System];
        let place = talk.place(practice.id.clone());
        talk.change(Change::Scope(place, scopes.get((at + number) % 3).copied()));
    }
}

/// Says something of every other kind in the open round, each time something else.
fn say_in_round(talk: &mut Talk, asked: &Questionnaire, number: usize) {
    const ANSWERS: [Answer; 4] = [Answer::Met, Answer::Partly, Answer::NotMet, Answer::Met];
    for (at, practice) in asked.model().practices().into_iter().enumerate() {
        talk.by = Some(if at % 3 == 0 { "bo" } else { "ana" }.to_owned());
        talk.quick_level(practice.id.as_str(), u8::try_from((at * number) % 5).unwrap_or_default());
        let place = talk.place(practice.id.clone());
        talk.change(Change::PracticeNote(place.clone(), Some(format!("Noted in round {number}"))));
        if at % 6 == number {
            let set = Override { level: Level::new(2), reason: format!("Seen in round {number}"), unknown: Map::new() };
            talk.change(Change::Override(place.subject(), Some(set)));
        }
        for (count, it) in asked.indicators_of(practice).enumerate() {
            let indicator = it.indicator.id.as_str();
            talk.part = (count % 5 == 4).then(|| "cloud".to_owned());
            let answer = match (at + count * number) % 6 {
                4 => Answer::NotApplicable(NotApplicable::because(format!("Not in round {number}"))),
                5 => continue,
                which => ANSWERS.get(which).cloned().unwrap_or(Answer::Met),
            };
            talk.answer(indicator, answer);
            let place = talk.place(it.indicator.id.clone());
            if count % 3 == 0 {
                talk.change(Change::Confidence(place.clone(), Some(Confidence::Assumed)));
                talk.change(Change::Shown(place.clone(), Some(Shown::NotShown)));
                talk.change(Change::Note(place.clone(), Some(format!("Looked at in round {number}, and found so"))));
            }
            if count % 4 == number {
                talk.change(Change::Against(place.clone(), Some(format!("Doubted in round {number}"))));
                talk.change(Change::Confirmed(place.clone(), Some(Date::constant(2027, 1, 1))));
                talk.by = Some("ana".to_owned());
                talk.answer(indicator, Answer::NotMet);
                let round: RoundId = id(&talk.round);
                let among = talk.session.answers_to(&it.indicator.id, &round).map(|(_, fact)| fact.stamp.clone()).collect();
                let reason = format!("Agreed in round {number}");
                let settled = Settlement { answer: Answer::Partly, among, reason, unknown: Map::new() };
                talk.change(Change::Settlement(place.subject(), (count % 8 < 4).then_some(settled)));
            }
        }
        talk.part = None;
        talk.by = None;
    }
}

/// A session with three rounds, the third still open; and what the session was at the end of each.
fn three_rounds(asked: &Questionnaire) -> (Session, Vec<(RoundId, Session)>) {
    let mut talk = begin(asked);
    let mut ends = Vec::new();
    for (number, round) in (1..).zip(["r1", "r2", "r3"]) {
        talk.pass(30 * DAY);
        if number > 1 {
            talk.open_round(round);
        }
        say_scope(&mut talk, asked, number);
        set_targets(&mut talk, asked, number);
        say_in_round(&mut talk, asked, number);
        // Named late, which does not move its opening to after its targets, since something was said in it before.
        let named = Round { name: format!("Round {number}"), unknown: Map::new() };
        talk.change(Change::Round(id(round), Some(named)));
        ends.push((id(round), talk.session.clone()));
    }
    (talk.session, ends)
}

#[test]
fn every_rule_says_of_a_round_that_is_over_what_it_said_when_that_round_was_the_latest() {
    let asked = asked();
    let (session, ends) = three_rounds(&asked);
    for (round, end) in &ends {
        let (now, then) = (Assessment::of_round(&asked, &session, round), Assessment::latest(&asked, end));
        assert_eq!(then.round(), Some(round));
        assert_eq!(differing(&now, &then), Vec::<String>::new(), "{round}");
    }
}

#[test]
fn the_rounds_of_this_story_differ_in_every_rule_that_looks_at_rounds() {
    let asked = asked();
    let (session, ends) = three_rounds(&asked);
    let [(first, _), (second, _), (third, _)] = &ends[..] else { panic!("three rounds") };
    let of = |round| everything(&Assessment::of_round(&asked, &session, round));
    let (first, second, third) = (of(first), of(second), of(third));
    let rules = first.iter().zip(&second).zip(&third).filter(|((first, second), third)| first != second && second != third);
    let rules: Vec<&str> = rules.map(|((rule, _), _)| rule.0.as_str()).collect();
    for rule in [
        "results",
        "progress",
        "overview",
        "gap list",
        "to do",
        "disputes",
        "views",
        "stale",
        "checks",
        "agenda",
        "hints",
        "differences",
        "decisions",
        "report",
        "beside a profile",
        "search round",
        "search why",
    ] {
        assert!(rules.contains(&rule), "{rule} says the same of all rounds");
    }
    for rule in ["target", "missing", "upkeep", "why current", "why target", "stake", "what matters", "obligations", "holes"] {
        assert!(rules.iter().any(|it| it.starts_with(&format!("{rule} of "))), "{rule} says the same of all rounds");
    }
}

#[test]
fn two_rounds_stand_beside_each_other_each_with_its_own_target() {
    let asked = asked();
    let mut talk = Talk::about(asked.model());
    let practice = asked.model().practices().first().map(|practice| practice.id.clone()).unwrap_or_else(|| panic!("none"));
    talk.target(practice.as_str(), 1);
    talk.quick_level(practice.as_str(), 1);
    talk.pass(DAY);
    talk.open_round("r2");
    talk.target(practice.as_str(), 3);
    talk.quick_level(practice.as_str(), 2);

    let (first, second): (RoundId, RoundId) = (id("r1"), id("r2"));
    let both = [&first, &second].map(|round| Assessment::of_round(&asked, &talk.session, round));
    let found = both.each_ref().map(|assessment| {
        let result = results(assessment).practice(&practice).cloned();
        result
            .and_then(|it| it.target.zip(it.standing.current.settled()))
            .map(|(target, level)| (target.number(), level.number()))
    });
    assert_eq!(found, [Some((1, 1)), Some((3, 2))]);
}

#[test]
fn a_round_that_was_opened_by_mistake_and_withdrawn_ends_nothing() {
    let asked = asked();
    let mut talk = Talk::about(asked.model());
    let practice = asked.model().practices().first().map(|practice| practice.id.clone()).unwrap_or_else(|| panic!("none"));
    talk.target(practice.as_str(), 1);
    talk.pass(DAY);
    talk.open_round("r2");
    talk.change(Change::Round(id("r2"), None));
    talk.target(practice.as_str(), 3);
    let first: RoundId = id("r1");
    let target = Assessment::of_round(&asked, &talk.session, &first).target(&practice).map(|target| target.level);
    assert_eq!(target, Some(Level::new(3)));
}

#[test]
fn nothing_was_said_in_a_round_that_the_session_does_not_have() {
    let asked = asked();
    let (session, _) = three_rounds(&asked);
    let unknown: RoundId = id("r9");
    let assessment = Assessment::of_round(&asked, &session, &unknown);
    assert_eq!(progress(&assessment).indicators.answered.done, 0);
    assert_eq!((disputes(&assessment), views(&assessment).people), (Vec::new(), Vec::new()));
}
