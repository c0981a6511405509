//! Sessions as large as they get: the same ones at every run.

use std::sync::Arc;

use plumbline::model::{IndicatorId, Level, PracticeId, Questionnaire, read_model};
use plumbline::session::{
    Answer, Assignment, Change, Compensated, Confidence, Date, Evidence, EvidenceKind, EvidenceUse, NotApplicable, Override,
    Session, Settlement, Subject, Yes,
};
use serde_json::{Map, Value, json};

use super::support::talk::Talk;
use super::support::{id, smm, smm_profile};

const PEOPLE: [&str; 5] = ["ana", "bo", "cem", "dina", "eva"];
const PARTS: [&str; 4] = ["device", "edge", "cloud", "end-to-end"];
const EVIDENCE: usize = 300;

/// The shipped model with two of the shipped profiles.
pub fn shipped() -> Questionnaire {
    Questionnaire::new(smm(), vec![smm_profile("manufacturing-line"), smm_profile("building-automation")])
}

/// A model of 4,000 indicators: 100 practices in ten groups of two, ten indicators at each of four levels.
pub fn large() -> Questionnaire {
    let text = |text: String| json!({ "en": text });
    let indicator = |practice: &str, level: usize, number: usize| {
        json!({
            "id": format!("{practice}.l{level}.indicator-{number}"), "kind": if number.is_multiple_of(2) { "done" } else { "assured" },
            "text": text(format!("Statement {number}")), "evidence": text("A record".to_owned()), "shelf_life_months": 12,
        })
    };
    let practice = |group: &str, number: usize| {
        let practice = format!("{group}.practice-{number}");
        let levels = (0..=4).map(|level| {
            let indicators: Vec<Value> = (0..10).filter(|_| level > 0).map(|it| indicator(&practice, level, it)).collect();
            json!({ "level": level, "description": text(format!("Level {level}")), "indicators": indicators })
        });
        json!({
            "id": practice, "name": text(format!("Practice {number}")), "objective": text("It works.".to_owned()),
            "without": text("It does not work.".to_owned()), "question": text("Does it work?".to_owned()),
            "who": text("Everybody".to_owned()), "levels": levels.collect::<Vec<_>>(),
        })
    };
    let group = |group: String, inner: Value, practices: Value| json!({ "id": group, "name": text(group.clone()), "about": text("A group".to_owned()), "groups": inner, "practices": practices });
    let groups = (0..10).map(|outer| {
        let inner = (0..2).map(|inner| {
            let name = format!("domain-{outer}.sub-domain-{inner}");
            let practices: Vec<Value> = (0..5).map(|number| practice(&name, number)).collect();
            group(name, json!([]), json!(practices))
        });
        group(format!("domain-{outer}"), inner.collect(), json!([]))
    });
    let rung =
        |level: usize| json!({ "level": level, "name": text(format!("Level {level}")), "meaning": text("So much".to_owned()) });
    let model = json!({
        "format": "plumbline-model", "version": 1, "id": "large", "edition": "1", "languages": ["en"],
        "title": text("Large".to_owned()), "about": text("Made up".to_owned()), "levels": (0..=4).map(rung).collect::<Vec<_>>(),
        "groups": groups.collect::<Vec<_>>(),
    });
    let model = read_model(model.to_string().as_bytes()).unwrap_or_else(|problems| panic!("{problems}"));
    Questionnaire::new(Arc::new(model), Vec::new())
}

/// A session with so many answers and [`EVIDENCE`] pieces of evidence, by [`PEOPLE`] about [`PARTS`]; every third practice is
/// answered in parts, some indicators by two people who do not agree.
pub fn session(asked: &Questionnaire, answers: usize) -> Session {
    let mut talk = Talk::about(asked.model());
    PEOPLE.iter().for_each(|person| talk.add_person(person));
    PARTS.iter().for_each(|part| talk.name_part(part));
    let practices: Vec<PracticeId> = asked.model().practices().iter().map(|practice| practice.id.clone()).collect();
    for (number, practice) in practices.iter().enumerate() {
        talk.target(practice.as_str(), 1 + (number % 4) as u8);
        talk.by = Some(pick(&PEOPLE, number).to_owned());
        talk.quick_level(practice.as_str(), (number % 5) as u8);
        talk.change(Change::Assignment(Assignment { practice: practice.clone(), person: id(pick(&PEOPLE, number)) }, Some(Yes)));
    }
    let indicators = indicators(asked);
    let mut number = 0;
    while talk.session.answers.len() < answers {
        // A prime step spreads the answers over all practices; where it comes round again, somebody else answers.
        let (practice, indicator) = &indicators[number * 7 % indicators.len()];
        let in_parts = practices.iter().position(|it| it == practice).is_some_and(|at| at.is_multiple_of(3));
        talk.part = in_parts.then(|| pick(&PARTS, number).to_owned());
        talk.by = Some(pick(&PEOPLE, number + number / indicators.len()).to_owned());
        say(&mut talk, indicator, number);
        if number.is_multiple_of(20) {
            talk.by = Some(pick(&PEOPLE, number + 1).to_owned());
            talk.answer(indicator.as_str(), Answer::NotMet);
        }
        if number.is_multiple_of(40) {
            settle(&mut talk, indicator);
        }
        number += 1;
    }
    for number in 0..EVIDENCE {
        give_evidence(&mut talk, &indicators[number * 7 % indicators.len()].1, number);
    }
    for practice in practices.iter().step_by(9) {
        let set = Override { level: Level::new(2), reason: "The assessor saw it work.".to_owned(), unknown: Map::new() };
        let at = Subject { on: practice.clone(), round: id(&talk.round), part: None };
        talk.change(Change::Override(at, Some(set)));
    }
    talk.session
}

/// What stands above the figures.
pub fn summary(asked: &Questionnaire, session: &Session) -> String {
    format!(
        "{} indicators of {} practices; {} answers, {} pieces of evidence, {} people, {} parts:",
        indicators(asked).len(),
        asked.model().practices().len(),
        session.answers.len(),
        session.evidence.len(),
        session.people.len(),
        session.parts.len()
    )
}

fn pick<'a>(from: &[&'a str], number: usize) -> &'a str {
    from[number % from.len()]
}

fn indicators(asked: &Questionnaire) -> Vec<(PracticeId, IndicatorId)> {
    let of_practice = |practice| {
        let levels = Level::NONE.up_to(asked.model().top());
        levels.flat_map(move |level| asked.indicators(practice, level)).map(|it| (practice.id.clone(), it.indicator.id.clone()))
    };
    asked.model().practices().into_iter().flat_map(of_practice).collect()
}

fn say(talk: &mut Talk, indicator: &IndicatorId, number: usize) {
    let answer = match number % 10 {
        0..6 => Answer::Met,
        6 => Answer::Partly,
        7 => Answer::NotMet,
        8 => Answer::NotApplicable(NotApplicable::because("There are no wires.")),
        _ => Answer::Compensated(Compensated::because("A guard stands beside it.")),
    };
    talk.answer(indicator.as_str(), answer);
    let place = talk.place(indicator.clone());
    let confidence = Confidence::ALL[number % Confidence::ALL.len()];
    talk.change(Change::Confidence(place.clone(), Some(confidence)));
    if number.is_multiple_of(4) {
        talk.change(Change::Confirmed(place.clone(), Some(Date::constant(2026, 10, 1))));
        talk.change(Change::Note(place, Some("See the minutes of the last meeting.".to_owned())));
    }
}

fn settle(talk: &mut Talk, indicator: &IndicatorId) {
    let at = talk.place(indicator.clone()).subject();
    let among = talk.session.answers_to(indicator, &at.round).map(|(_, fact)| fact.stamp.clone()).collect();
    let settlement = Settlement { answer: Answer::Partly, among, reason: "We looked together.".to_owned(), unknown: Map::new() };
    talk.change(Change::Settlement(at, Some(settlement)));
}

fn give_evidence(talk: &mut Talk, indicator: &IndicatorId, number: usize) {
    let piece = format!("evidence-{number}");
    let mut evidence = Evidence::new(format!("Record {number}"), EvidenceKind::ALL[number % EvidenceKind::ALL.len()]);
    evidence.location = format!("https://records.example/{number}");
    evidence.dated = Date::new(2025, 1 + (number % 12) as i8, 28).ok();
    talk.change(Change::Evidence(id(&piece), Some(evidence)));
    talk.change(Change::EvidenceUse(EvidenceUse { indicator: indicator.clone(), part: None, evidence: id(&piece) }, Some(Yes)));
}
