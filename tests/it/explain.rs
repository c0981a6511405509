//! Explaining a number: the facts behind it are all there, down to answers, evidence and people.

use crate::support::talk::Talk;
use crate::support::{id, smm, smm_guided};
use plumbline::analysis::{Assessment, LevelFit, PracticeResult, Verdict, Voice, current_why, results, scope_why, target_why};
use plumbline::model::{IndicatorId, Level, Questionnaire, Scope};
use plumbline::session::{
    Answer, Change, Confidence, Evidence, EvidenceKind, EvidenceUse, Override, OwnMinimum, QuickAnswer, Settlement, Subject, Yes,
};
use serde_json::Map;

const PATCHES: &str = "hardening.vulnerability.patching";

fn result(asked: &Questionnaire, talk: &Talk) -> Option<PracticeResult> {
    results(&Assessment::latest(asked, &talk.session)).practice(&id(PATCHES)).cloned()
}

fn statements(asked: &Questionnaire, level: u8) -> Vec<IndicatorId> {
    let practice = asked.model().practice(&id(PATCHES));
    let all = practice.map(|practice| asked.indicators(practice, Level::new(level))).unwrap_or_default();
    all.into_iter().map(|it| it.indicator.id.clone()).collect()
}

#[test]
fn a_level_leads_down_to_who_answered_what_how_they_know_and_what_shows_it() -> Result<(), &'static str> {
    let asked = Questionnaire::new(smm(), Vec::new());
    let mut talk = Talk::about(asked.model());
    talk.add_person("ada");
    talk.by = Some("ada".to_owned());
    talk.answer_levels(&asked, PATCHES, 1..=1, &Answer::Met);
    talk.answer_levels(&asked, PATCHES, 2..=4, &Answer::NotMet);
    talk.target(PATCHES, 3);
    let first = statements(&asked, 1).into_iter().next().ok_or("no statement")?;
    talk.change(Change::Confidence(talk.place(first.clone()), Some(Confidence::Seen)));
    let piece = Evidence::new("Log of updates", EvidenceKind::Document);
    talk.change(Change::Evidence(id("e1"), Some(piece.clone())));
    talk.change(Change::EvidenceUse(EvidenceUse { indicator: first.clone(), part: None, evidence: id("e1") }, Some(Yes)));

    let result = result(&asked, &talk).ok_or("no result")?;
    let why = current_why(&Assessment::latest(&asked, &talk.session), &result).ok_or("no facts")?;
    let levels: Vec<_> = why.levels.iter().map(|level| (level.level.number(), level.fit)).collect();
    let expected = [(1, LevelFit::Met), (2, LevelFit::Missing), (3, LevelFit::Missing), (4, LevelFit::NotNeeded)];
    assert_eq!(levels, expected.map(|(level, fit)| (level, Some(fit))));
    let statement = why.levels.first().and_then(|level| level.statements.first()).ok_or("no statement")?;
    assert_eq!((&statement.asked.indicator.id, statement.verdict), (&first, Verdict::Met));
    let answer = statement.answers.first().ok_or("no answer")?;
    assert_eq!(answer.answer, &Answer::Met);
    assert_eq!(answer.speaker.by.map(ToString::to_string).as_deref(), Some("ada"));
    assert_eq!(answer.confidence, Some(Confidence::Seen));
    assert_eq!(statement.evidence, [&piece]);
    assert_eq!((why.set, why.quick.len(), why.parts.len()), (vec![], 0, 0));
    Ok(())
}

#[test]
fn everybodys_answer_is_there_and_what_was_settled_and_nothing_of_another_round_or_a_removed_part() -> Result<(), &'static str> {
    let asked = Questionnaire::new(smm(), Vec::new());
    let mut talk = Talk::about(asked.model());
    let first = statements(&asked, 1).into_iter().next().ok_or("no statement")?;
    talk.answer(first.as_str(), Answer::Partly);
    talk.quick_level(PATCHES, 4);
    talk.open_round("r2");
    for (person, answer) in [("ada", Answer::Met), ("bob", Answer::NotMet)] {
        talk.add_person(person);
        talk.by = Some(person.to_owned());
        talk.answer(first.as_str(), answer);
    }
    talk.name_part("edge");
    talk.part = Some("edge".to_owned());
    talk.answer(first.as_str(), Answer::Partly);
    talk.change(Change::Part(id("edge"), None));
    let among = talk.session.answers_to(&first, &id(&talk.round)).map(|(_, fact)| fact.stamp.clone()).collect();
    let settlement = Settlement { answer: Answer::Met, among, reason: "We looked together.".to_owned(), unknown: Map::new() };
    talk.change(Change::Settlement(Subject { on: first.clone(), round: id("r2"), part: None }, Some(settlement)));

    let result = result(&asked, &talk).ok_or("no result")?;
    let why = current_why(&Assessment::latest(&asked, &talk.session), &result).ok_or("no facts")?;
    let statement = why.levels.first().and_then(|level| level.statements.first()).ok_or("no statement")?;
    let said: Vec<_> = statement.answers.iter().map(|it| (it.speaker.by.map(ToString::to_string), it.answer.clone())).collect();
    assert_eq!(said, [(Some("ada".to_owned()), Answer::Met), (Some("bob".to_owned()), Answer::NotMet)]);
    assert_eq!(statement.settled.iter().map(|it| it.reason.as_str()).collect::<Vec<_>>(), ["We looked together."]);
    assert_eq!(statement.verdict, Verdict::Met);
    assert_eq!(why.quick, [], "that was said in the first round");
    Ok(())
}

#[test]
fn a_level_set_by_hand_says_who_set_it_and_why() -> Result<(), &'static str> {
    let asked = Questionnaire::new(smm(), Vec::new());
    let mut talk = Talk::about(asked.model());
    talk.add_person("ada");
    talk.by = Some("ada".to_owned());
    talk.quick_level(PATCHES, 1);
    let set = Override { level: Level::new(3), reason: "Seen on site.".to_owned(), unknown: Map::new() };
    talk.change(Change::Override(Subject { on: id(PATCHES), round: id("r1"), part: None }, Some(set)));
    let result = result(&asked, &talk).ok_or("no result")?;
    let why = current_why(&Assessment::latest(&asked, &talk.session), &result).ok_or("no facts")?;
    let [(level, reason, by)] = why.set[..] else { return Err("not set once") };
    assert_eq!((level, reason, by.by.map(ToString::to_string).as_deref()), (Level::new(3), "Seen on site.", Some("ada")));
    assert_eq!(why.quick.first().map(|(answer, _)| *answer), Some(&QuickAnswer::Level(Level::new(1))));
    Ok(())
}

#[test]
fn where_parts_differ_each_says_where_it_stands() -> Result<(), &'static str> {
    let asked = Questionnaire::new(smm(), Vec::new());
    let mut talk = Talk::about(asked.model());
    for (part, level) in [("cloud", 3), ("device", 1)] {
        talk.name_part(part);
        talk.part = Some(part.to_owned());
        talk.quick_level(PATCHES, level);
    }
    let result = result(&asked, &talk).ok_or("no result")?;
    let why = current_why(&Assessment::latest(&asked, &talk.session), &result).ok_or("no facts")?;
    let parts: Vec<_> = why.parts.iter().map(|(part, current)| (part.to_string(), current.low())).collect();
    assert_eq!(parts, [("cloud".to_owned(), Some(Level::new(3))), ("device".to_owned(), Some(Level::new(1)))]);
    Ok(())
}

#[test]
fn a_target_says_who_stated_it_what_else_was_proposed_and_what_is_demanded() -> Result<(), &'static str> {
    let asked = smm_guided(&["manufacturing-line"]);
    let mut talk = Talk::about(asked.model());
    talk.add_person("ada");
    talk.by = Some("ada".to_owned());
    talk.change(Change::Interview(id("harm"), Some(id("deadly"))));
    talk.target(PATCHES, 1);
    let minimum = OwnMinimum { level: Level::new(4), source: "A customer".to_owned(), unknown: Map::new() };
    talk.change(Change::Minimum(id(PATCHES), Some(minimum)));
    let practice = id(PATCHES);
    let why = target_why(&Assessment::latest(&asked, &talk.session), &practice, "en");
    let (target, by) = why.target.ok_or("no target")?;
    assert_eq!((target.level, by.by.map(ToString::to_string).as_deref()), (Level::new(1), Some("ada")));
    let voices: Vec<bool> = why.proposed.iter().map(|it| matches!(it.voice, Voice::Interview)).collect();
    assert_eq!(voices, [false, true], "the profile and the interview");
    assert!(why.proposed.iter().all(|it| !it.reasons.is_empty()));
    assert_eq!(why.demands.first().map(|it| (it.level, it.source.as_str())), Some((Level::new(4), "A customer")));
    Ok(())
}

#[test]
fn a_scope_says_who_said_it() {
    let asked = Questionnaire::new(smm(), Vec::new());
    let mut talk = Talk::about(asked.model());
    for (person, scope) in [("ada", Scope::System), ("bob", Scope::General)] {
        talk.add_person(person);
        talk.by = Some(person.to_owned());
        let place = talk.place(id(PATCHES));
        talk.change(Change::Scope(place, Some(scope)));
    }
    let practice = id(PATCHES);
    let said: Vec<_> = scope_why(&Assessment::latest(&asked, &talk.session), &practice)
        .into_iter()
        .map(|(scope, by)| (scope, by.by.map(ToString::to_string)))
        .collect();
    assert_eq!(said, [(Scope::System, Some("ada".to_owned())), (Scope::General, Some("bob".to_owned()))]);
}
