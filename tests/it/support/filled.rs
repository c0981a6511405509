//! Fully answered sessions, each one different: everything random in them comes from a seed.

#![allow(clippy::indexing_slicing, reason = "a wrong index is a failed test")]

use std::sync::LazyLock;

use plumbline::model::{IndicatorId, Level, Questionnaire};
use plumbline::session::{
    Answer, Authorship, Change, Compensated, Date, Evidence, EvidenceKind, EvidenceUse, ModelRef, NotApplicable, Person,
    QuickAnswer, Role, Round, Session, SystemField, Timestamp, Yes,
};
use serde_json::Map;

use super::{id, smm};

/// How many pieces of evidence there are.
pub const EVIDENCE: usize = 100;

/// How long a note is, in characters.
pub const NOTE: usize = 60;

/// Chance that comes out the same at every run (SplitMix64).
pub struct Chance(pub u64);

impl Chance {
    /// The next number.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    /// A number below another.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }

    fn uuid<Id: for<'a> TryFrom<&'a str, Error = plumbline::model::BadId>>(&mut self) -> Id {
        let (high, low) = (self.next(), self.next());
        let text = format!(
            "019a{:04x}-{:04x}-7{:03x}-8{:03x}-{:012x}",
            high >> 48,
            high >> 32 & 0xffff,
            high & 0xfff,
            high >> 12 & 0xfff,
            low >> 16
        );
        id(&text)
    }
}

/// Everybody's words: those of the model.
fn words() -> &'static [String] {
    static WORDS: LazyLock<Vec<String>> = LazyLock::new(found_words);
    &WORDS
}

fn found_words() -> Vec<String> {
    let text = super::json("public/models/iot-smm.json").to_string();
    let words = text.split(|letter: char| !letter.is_alphabetic()).filter(|word| word.len() > 1).map(str::to_lowercase);
    let mut words: Vec<String> = words.collect();
    words.sort();
    words.dedup();
    words
}

/// A text of so many characters.
fn text(chance: &mut Chance, words: &[String], length: usize) -> String {
    let mut text = String::new();
    while text.chars().count() < length {
        text += chance.pick::<String>(words);
        text.push(' ');
    }
    text.chars().take(length).collect()
}

/// A session in which everything is answered: all indicators, a note of [`NOTE`] characters on a third of them, [`EVIDENCE`] pieces of
/// evidence, a target with a reason and a quick answer for each practice; by three people in several sittings.
pub fn session(seed: u64) -> Session {
    let mut chance = Chance(seed);
    let words = words();
    let model = smm();
    let asked = Questionnaire::new(model.clone(), Vec::new());
    let mut at = 1_780_000_000_000_i64 + chance.below(1_000_000_000) as i64;
    let people: Vec<plumbline::session::PersonId> = (0..3).map(|_| chance.uuid()).collect();
    let actors: Vec<plumbline::session::ActorId> = (0..8).map(|_| chance.uuid()).collect();
    let round: plumbline::session::RoundId = chance.uuid();
    let mut authorship = |chance: &mut Chance, number: usize| {
        at += 2_000 + chance.below(30_000) as i64;
        Authorship {
            by: Some(people[number * 3 / 400 % 3].clone()),
            at: Timestamp::from_millisecond(at).unwrap_or_default(),
            actor: actors[number / 60 % 8].clone(),
        }
    };
    let first = authorship(&mut chance, 0);
    let mut session = Session::new(chance.uuid(), ModelRef::new(model.id.clone(), model.edition.clone()), round.clone(), &first);
    let mut changes: Vec<Change> = Vec::new();
    changes.push(Change::Round(round.clone(), Some(Round { name: "2026".to_owned(), unknown: Map::new() })));
    changes.push(Change::System(SystemField::Name, Some(format!("Bottling line {seed}"))));
    for person in &people {
        let name = text(&mut chance, words, 12);
        changes.push(Change::Person(person.clone(), Some(Person { name, role: Role::TechnologyOwner, unknown: Map::new() })));
    }
    for practice in model.practices() {
        let place =
            plumbline::session::Place { on: practice.id.clone(), round: round.clone(), part: None, by: Some(people[0].clone()) };
        changes.push(Change::Quick(place, Some(QuickAnswer::Level(Level::new(chance.below(5) as u8)))));
    }
    let indicators: Vec<IndicatorId> = model
        .practices()
        .into_iter()
        .flat_map(|practice| {
            Level::NONE.up_to(model.top()).flat_map(|level| asked.indicators(practice, level)).collect::<Vec<_>>()
        })
        .map(|it| it.indicator.id.clone())
        .collect();
    for (number, indicator) in indicators.iter().enumerate() {
        let by = Some(chance.pick(&people).clone());
        let place = plumbline::session::Place { on: indicator.clone(), round: round.clone(), part: None, by };
        let answer = match chance.below(10) {
            0..6 => Answer::Met,
            6 => Answer::Partly,
            7..9 => Answer::NotMet,
            _ if number % 2 == 0 => Answer::NotApplicable(NotApplicable::because(text(&mut chance, words, 20))),
            _ => Answer::Compensated(Compensated::because(text(&mut chance, words, 20))),
        };
        changes.push(Change::Answer(place.clone(), Some(answer)));
        if number % 3 == 0 {
            changes.push(Change::Note(place, Some(text(&mut chance, words, NOTE))));
        }
    }
    for number in 0..EVIDENCE {
        let mut evidence = Evidence::new(text(&mut chance, words, 30), *chance.pick(&EvidenceKind::ALL));
        evidence.location = format!("https://records.example/{}", chance.next());
        evidence.dated = Date::new(2026, 1 + (number % 12) as i8, 1 + (number % 28) as i8).ok();
        let evidence_id: plumbline::session::EvidenceId = chance.uuid();
        changes.push(Change::Evidence(evidence_id.clone(), Some(evidence)));
        let given = EvidenceUse { indicator: chance.pick(&indicators).clone(), part: None, evidence: evidence_id };
        changes.push(Change::EvidenceUse(given, Some(Yes)));
    }
    for (number, change) in changes.into_iter().enumerate() {
        let authorship = authorship(&mut chance, number);
        session.apply(change, &authorship);
    }
    session
}
