//! Sessions with so many of one thing, and the model, interview and profile that they are about: to see how cost grows with each.

use std::rc::Rc;
use std::sync::Arc;

use plumbline::model::{
    IndicatorId, Interview, Level, Model, PracticeId, Profile, Questionnaire, Scope, read_interview, read_model, read_profile,
};
use plumbline::session::commands::{self, NewRound};
use plumbline::session::{
    Action, ActorId, Answer, Assignment, Authorship, Change, Confidence, Date, Evidence, EvidenceKind, EvidenceUse, Origin,
    Override, RoundReason, Session, Settlement, Shown, Subject, Target, Yes,
};
use plumbline::store::{MemoryStorage, SessionStore, Slot, Storage, When};
use serde_json::{Map, Value, json};

use super::id;
use super::talk::Talk;

/// The levels of the made-up model.
const TOP: u8 = 4;

fn text(text: impl Into<String>) -> Value {
    json!({ "en": text.into() })
}

/// The id of a practice.
pub fn practice(number: usize) -> PracticeId {
    id(&format!("p{number}"))
}

/// The id of a statement of a practice.
pub fn statement(practice: usize, level: u8, number: usize) -> IndicatorId {
    id(&format!("p{practice}.l{level}.s{number}"))
}

/// What is asked: so many practices with so many statements at each level, all of them with rules of an interview and with what a
/// profile says; ten practices to a group and ten groups to a domain.
pub struct Asked {
    /// The file of the model.
    pub model: String,
    /// The file of the interview.
    pub interview: String,
    /// The file of the profile.
    pub profile: String,
    practices: usize,
    statements: usize,
}

impl Asked {
    /// So many practices with so many statements at each level.
    pub fn new(practices: usize, statements: usize) -> Self {
        let numbers: Vec<usize> = (0..practices).collect();
        let sub_domains: Vec<Value> = numbers.chunks(10).enumerate().map(|(at, all)| group("s", at, all, statements)).collect();
        let domains = sub_domains.chunks(10).enumerate().map(|(at, all)| {
            let name = format!("d{at}");
            json!({ "id": name, "name": text(name.clone()), "about": text("A domain"), "groups": all, "practices": [] })
        });
        let rung = |level: u8| json!({ "level": level, "name": text(format!("Level {level}")), "meaning": text("So much") });
        let model = json!({
            "format": "plumbline-model", "version": 1, "id": "many", "edition": "1", "languages": ["en"], "title": text("Many"),
            "about": text("Made up"), "levels": (0..=TOP).map(rung).collect::<Vec<_>>(), "groups": domains.collect::<Vec<_>>(),
        });
        let all: Vec<PracticeId> = numbers.iter().map(|number| practice(*number)).collect();
        let rules = all.chunks(10).enumerate().map(|(at, practices)| {
            json!({
                "id": format!("rule-{at}"), "when": [{ "question": "harm", "at_least": "much" }], "practices": practices,
                "level": 3, "scope": "industry", "reason": text(format!("Much could happen in {at}")),
            })
        });
        let option = |option: &str| json!({ "id": option, "text": text(option) });
        let interview = json!({
            "format": "plumbline-interview", "version": 1, "model": "many", "edition": "1", "languages": ["en"],
            "about": text("Made up"), "base": { "level": 1, "scope": "general", "reason": text("Everybody needs some") },
            "questions": [{ "id": "harm", "text": text("How much?"), "why": text("Because"), "options": [option("little"), option("much")] }],
            "rules": rules.collect::<Vec<_>>(),
        });
        let own = |practice: &PracticeId| {
            json!({
                "practice": practice, "level": 2, "scope": "industry", "id": format!("{practice}.own"), "kind": "done",
                "text": text("Of the industry"), "evidence": text("A record"), "shelf_life_months": 12,
            })
        };
        let target = |it: &PracticeId| json!({ "practice": it, "level": 2, "scope": "general", "reason": text("Usual") });
        let minimum = |it: &PracticeId| json!({ "practice": it, "level": 1, "source": text("A law") });
        let profile = json!({
            "format": "plumbline-profile", "version": 1, "id": "sector", "edition": "1", "languages": ["en"], "model": "many",
            "name": text("Sector"), "about": text("A sector"), "notice": text("Made up"),
            "targets": all.iter().map(target).collect::<Vec<_>>(), "minimums": all.iter().map(minimum).collect::<Vec<_>>(),
            "indicators": all.iter().map(own).collect::<Vec<_>>(),
        });
        let files = [model, interview, profile].map(|file| file.to_string());
        let [model, interview, profile] = files;
        Self { model, interview, profile, practices, statements }
    }

    /// Reads the model.
    pub fn read_model(&self) -> Model {
        read_model(self.model.as_bytes()).unwrap_or_else(|problems| panic!("{problems}"))
    }

    /// Reads the interview about the model.
    pub fn read_interview(&self, model: &Model) -> Interview {
        read_interview(self.interview.as_bytes(), model).unwrap_or_else(|problems| panic!("{problems}"))
    }

    /// Reads the profile for the model.
    pub fn read_profile(&self, model: &Model) -> Profile {
        read_profile(self.profile.as_bytes(), model).unwrap_or_else(|problems| panic!("{problems}"))
    }

    /// All of it, joined.
    pub fn questionnaire(&self) -> Questionnaire {
        let model = Arc::new(self.read_model());
        let (interview, profile) = (self.read_interview(&model), self.read_profile(&model));
        Questionnaire::new(model, vec![Arc::new(profile)]).with_guidance(Some(Arc::new(interview)), None)
    }

    /// The statements of the model, spread over the practices.
    fn all(&self) -> impl Iterator<Item = IndicatorId> + use<> {
        let (practices, statements) = (self.practices, self.statements);
        (0..statements).flat_map(move |number| {
            (1..=TOP).flat_map(move |level| (0..practices).map(move |practice| statement(practice, level, number)))
        })
    }
}

fn group(prefix: &str, at: usize, practices: &[usize], statements: usize) -> Value {
    let practices: Vec<Value> = practices.iter().map(|number| practice_of(*number, statements)).collect();
    let name = format!("{prefix}{at}");
    json!({ "id": name, "name": text(name.clone()), "about": text("A group"), "groups": [], "practices": practices })
}

fn practice_of(number: usize, statements: usize) -> Value {
    let indicator = |level: u8, place: usize| {
        json!({
            "id": statement(number, level, place), "kind": "done", "text": text(format!("Statement {place} of {number}")),
            "evidence": text("A record"), "shelf_life_months": 12,
        })
    };
    let level = |level: u8| {
        let indicators: Vec<Value> = (0..statements).filter(|_| level > 0).map(|place| indicator(level, place)).collect();
        json!({ "level": level, "description": text(format!("Level {level}")), "indicators": indicators })
    };
    json!({
        "id": practice(number), "name": text(format!("Practice {number}")), "objective": text("It works."),
        "without": text("It does not."), "question": text("Does it work?"), "who": text("Everybody"),
        "levels": (0..=TOP).map(level).collect::<Vec<_>>(),
    })
}

/// A session, and what is asked in it.
pub struct Many {
    /// What is asked.
    pub asked: Questionnaire,
    /// What was said.
    pub session: Session,
}

fn begin(asked: &Asked) -> (Questionnaire, Talk) {
    let asked = asked.questionnaire();
    let mut talk = Talk::about(asked.model());
    talk.change(Change::Interview(id("harm"), Some(id("much"))));
    (asked, talk)
}

fn answer(number: usize) -> Answer {
    match number % 10 {
        0..7 => Answer::Met,
        7 => Answer::Partly,
        _ => Answer::NotMet,
    }
}

/// So many answers: by four people about every statement of forty practices, of which there are the more.
pub fn answers(count: usize) -> Many {
    let files = Asked::new(40, count.div_ceil(4 * 40 * usize::from(TOP)));
    let (asked, mut talk) = begin(&files);
    let people: Vec<String> = (0..4).map(|number| format!("person-{number}")).collect();
    people.iter().for_each(|person| talk.add_person(person));
    (0..40).for_each(|number| talk.target(practice(number).as_str(), 3));
    for (number, indicator) in files.all().take(count / 4).enumerate() {
        for (at, person) in people.iter().enumerate() {
            talk.by = Some(person.clone());
            // Now and then somebody sees it otherwise.
            talk.answer(indicator.as_str(), answer(if at == 3 { number + 2 } else { number }));
            let place = talk.place(indicator.clone());
            talk.change(Change::Confidence(place.clone(), Some(Confidence::ALL[number % 3])));
            if at == 0 {
                talk.change(Change::Note(place.clone(), Some(format!("See the minutes of the meeting number {number}."))));
                talk.change(Change::Against(place, Some("Somebody doubts it.".to_owned())));
            }
        }
    }
    Many { asked, session: talk.session }
}

/// So many pieces of evidence: half of them each for a statement of its own, half of them all for one.
pub fn evidence(count: usize) -> Many {
    let files = Asked::new(40, count.div_ceil(40 * usize::from(TOP)));
    let (asked, mut talk) = begin(&files);
    talk.add_person("ana");
    talk.by = Some("ana".to_owned());
    let first = statement(0, 1, 0);
    for (number, indicator) in files.all().take(count).enumerate() {
        talk.answer(indicator.as_str(), Answer::Met);
        let mut evidence = Evidence::new(format!("Record {number}"), EvidenceKind::Document);
        evidence.dated = Date::new(2025, 1 + (number % 12) as i8, 28).ok();
        let piece = format!("evidence-{number}");
        talk.change(Change::Evidence(id(&piece), Some(evidence)));
        let indicator = if number.is_multiple_of(2) { indicator } else { first.clone() };
        talk.change(Change::EvidenceUse(EvidenceUse { indicator, part: None, evidence: id(&piece) }, Some(Yes)));
    }
    Many { asked, session: talk.session }
}

/// So many rounds, in each of which everything is answered, shown and planned anew, some of it otherwise than before; all but the last are closed.
pub fn rounds(count: usize) -> Many {
    let files = Asked::new(10, 1);
    let (asked, mut talk) = begin(&files);
    talk.add_person("ana");
    talk.by = Some("ana".to_owned());
    let all: Vec<IndicatorId> = files.all().collect();
    for number in 0..count {
        let on = Date::new(2026, 1, 1).unwrap_or_default().saturating_add(jiff::ToSpan::days(number as i64));
        if number > 0 {
            let round = id(&talk.round);
            talk.change(commands::close_round(&talk.session, &round, id(&format!("closed-{number}")), on));
            let (fresh, name, words) = (format!("r1-{number:04}"), format!("Round {number}"), String::new());
            let new = NewRound { fresh: fresh.clone(), name, reason: RoundReason::Schedule, words, on };
            commands::open_round(&talk.session, new).into_iter().for_each(|change| drop(talk.change(change)));
            talk.round = fresh;
        }
        talk.target(practice(number % 10).as_str(), (1 + number / 10 % 3) as u8);
        for (at, indicator) in all.iter().enumerate() {
            talk.answer(indicator.as_str(), answer(at + number));
        }
        let place = talk.place(all[number % all.len()].clone());
        talk.change(Change::Note(place, Some(format!("See the minutes of round {number}."))));
        let piece = format!("evidence-{number}");
        talk.change(Change::Evidence(id(&piece), Some(Evidence::new(format!("Record {number}"), EvidenceKind::Document))));
        talk.change(commands::give_evidence(EvidenceUse {
            indicator: all[number * 7 % all.len()].clone(),
            part: None,
            evidence: id(&piece),
        }));
        let action = Action { title: format!("Action {number}"), due: Some(on), ..Action::default() };
        talk.change(commands::plan_action(id(&format!("a{number}")), action, [all[number % all.len()].clone()]));
        talk.pass(86_400);
    }
    Many { asked, session: talk.session }
}

/// So many actions: of three, the first two are cut so that each rests on the other, and the third rests on both.
pub fn resting(count: usize) -> Many {
    let mut files = Asked::new(2, 1);
    let mut model: Value = serde_json::from_str(&files.model).unwrap_or_default();
    let rests = [(0, 2, (0, 1)), (1, 2, (1, 1)), (0, 3, (0, 2))];
    for (number, level, (on, below)) in rests {
        let place = format!("/groups/0/groups/0/practices/{number}/levels/{level}/indicators/0/depends_on");
        super::set(&mut model, &place, json!([statement(on, below, 0)]));
    }
    files.model = model.to_string();
    let (asked, mut talk) = begin(&files);
    for number in 0..count {
        let statements = match number % 3 {
            0 => vec![statement(0, 2, 0), statement(1, 1, 0)],
            1 => vec![statement(1, 2, 0), statement(0, 1, 0)],
            _ => vec![statement(0, 3, 0)],
        };
        let action = Action { title: format!("Action {number}"), ..Action::default() };
        talk.change(commands::plan_action(id(&format!("a{number}")), action, statements));
    }
    Many { asked, session: talk.session }
}

/// So many people, of whom each two answered the same eighty statements, and each of whom is to answer three practices.
pub fn people(count: usize) -> Many {
    let files = Asked::new(40, 5);
    let (asked, mut talk) = begin(&files);
    let all: Vec<IndicatorId> = files.all().collect();
    for number in 0..count {
        let person = format!("person-{number:04}");
        talk.add_person(&person);
        talk.by = Some(person.clone());
        for at in 0..80 {
            talk.answer(all[(number / 2 * 80 + at * 7) % all.len()].as_str(), answer(number + at));
        }
        for at in 0..3 {
            let assignment = Assignment { practice: practice((number + at * 31) % 40), person: id(&person) };
            talk.change(Change::Assignment(assignment, Some(Yes)));
        }
    }
    Many { asked, session: talk.session }
}

/// So many people who answered one statement, each differently from the one before; it is settled. Another practice they answered in
/// the quick pass alone, where they differ as well.
pub fn people_about_one(count: usize) -> Many {
    let files = Asked::new(3, 1);
    let (asked, mut talk) = begin(&files);
    let indicator = statement(0, 1, 0);
    for number in 0..count {
        let person = format!("person-{number:04}");
        talk.add_person(&person);
        talk.by = Some(person);
        talk.answer(indicator.as_str(), if number.is_multiple_of(2) { Answer::Met } else { Answer::NotMet });
        talk.quick_level(practice(1).as_str(), (number % 5) as u8);
    }
    let at = Subject { on: indicator.clone(), round: id(&talk.round), part: None };
    let among = talk.session.answers_to(&indicator, &at.round).map(|(_, fact)| fact.stamp.clone()).collect();
    let settled = Settlement { answer: Answer::Partly, among, reason: "We looked.".to_owned(), unknown: Map::new() };
    talk.change(Change::Settlement(at, Some(settled)));
    Many { asked, session: talk.session }
}

/// So many parts, in each of which the statements of ten practices are answered and shown.
pub fn parts(count: usize) -> Many {
    let files = Asked::new(10, 1);
    let (asked, mut talk) = begin(&files);
    talk.add_person("ana");
    talk.by = Some("ana".to_owned());
    (0..10).for_each(|number| talk.target(practice(number).as_str(), 3));
    for number in 0..count {
        let part = format!("part-{number:04}");
        talk.name_part(&part);
        talk.part = Some(part.clone());
        for (at, indicator) in files.all().enumerate() {
            talk.answer(indicator.as_str(), answer(number + at));
            let place = talk.place(indicator.clone());
            talk.change(Change::Confidence(place, Some(Confidence::Assumed)));
        }
        let set = Override { level: Level::new(2), reason: "It was seen.".to_owned(), unknown: Map::new() };
        let at = Subject { on: practice(number % 10), round: id(&talk.round), part: Some(id(&part)) };
        talk.change(Change::Override(at, Some(set)));
        let piece = format!("evidence-{number}");
        talk.change(Change::Evidence(id(&piece), Some(Evidence::new("A record", EvidenceKind::Document))));
        let given = EvidenceUse { indicator: statement(0, 1, 0), part: Some(id(&part)), evidence: id(&piece) };
        talk.change(Change::EvidenceUse(given, Some(Yes)));
    }
    Many { asked, session: talk.session }
}

/// So many practices: each answered, with a target, a note, somebody to answer it, and what is open.
pub fn practices(count: usize) -> Many {
    let (asked, mut talk) = begin(&Asked::new(count, 1));
    let people = ["ana", "bo", "cem"];
    people.iter().for_each(|person| talk.add_person(person));
    for number in 0..count {
        let on = practice(number);
        talk.by = Some(people[number % 3].to_owned());
        match number % 3 {
            0 => talk.target(on.as_str(), 1 + (number % 4) as u8),
            1 => {
                let proposed = Target::new(Level::new(3), Scope::Industry, Origin::Interview);
                _ = talk.change(Change::Target(on.clone(), Some(proposed)));
            }
            _ => {}
        }
        talk.quick_level(on.as_str(), (number % 5) as u8);
        let place = talk.place(on.clone());
        talk.change(Change::PracticeNote(place, Some("The same words in every place.".to_owned())));
        let assignment = Assignment { practice: on, person: id(people[number % 3]) };
        talk.change(Change::Assignment(assignment, Some(Yes)));
        for level in 1..=TOP {
            let indicator = statement(number, level, 0);
            talk.answer(indicator.as_str(), answer(number + usize::from(level)));
            let place = talk.place(indicator.clone());
            talk.change(Change::Shown(place, Some(Shown::NotShown)));
            if level == 2 {
                talk.by = Some(people[(number + 1) % 3].to_owned());
                talk.answer(indicator.as_str(), Answer::NotMet);
                talk.by = Some(people[number % 3].to_owned());
            }
        }
    }
    Many { asked, session: talk.session }
}

/// So many notes, all alike.
pub fn notes(count: usize) -> Many {
    let files = Asked::new(40, count.div_ceil(40 * usize::from(TOP)));
    let (asked, mut talk) = begin(&files);
    for indicator in files.all().take(count) {
        let place = talk.place(indicator);
        talk.change(Change::Note(place, Some("The same words in every place.".to_owned())));
    }
    Many { asked, session: talk.session }
}

/// So many decisions about targets, ten of each practice.
pub fn targets(count: usize) -> Many {
    let practices = count.div_ceil(10);
    let (asked, mut talk) = begin(&Asked::new(practices, 1));
    for round in 0..10_u8 {
        for number in 0..practices {
            talk.target(practice(number).as_str(), 1 + (round + (number % 2) as u8) % 4);
        }
        talk.pass(3_600);
    }
    Many { asked, session: talk.session }
}

/// A session with so many answers to questions of an older edition, each renamed since, and the session before that was looked for.
pub fn renamed(count: usize) -> (Many, Session) {
    let files = Asked::new(40, count.div_ceil(40 * usize::from(TOP)));
    let mut model: Value = serde_json::from_str(&files.model).unwrap();
    let all: Vec<IndicatorId> = files.all().take(count).collect();
    let renamed = all.iter().map(|now| json!({ "id": format!("old.{now}"), "became": "renamed", "to": [now] }));
    model["changes"] = json!([{ "edition": "1", "items": renamed.collect::<Vec<_>>() }]);
    let asked = Asked { model: model.to_string(), ..files }.questionnaire();
    let mut talk = Talk::about(asked.model());
    all.iter().for_each(|now| talk.answer(&format!("old.{now}"), Answer::Met));
    let former = talk.session.clone();
    talk.session.carry_over(asked.model());
    (Many { asked, session: talk.session }, former)
}

/// Two copies in which so many of four times as many notes were changed on both sides.
pub fn conflicts(count: usize) -> (Many, Session) {
    let mine = notes(4 * count);
    let mut theirs = mine.session.clone();
    let mut here = mine.session;
    let changed: Vec<_> = here.notes.keys().take(count).cloned().collect();
    let copies = [(&mut here, "tab-2", "What was said here."), (&mut theirs, "tab-3", "What was said there.")];
    for (session, actor, words) in copies {
        for place in &changed {
            session.apply(Change::Note(place.clone(), Some(words.to_owned())), &by(actor));
        }
    }
    (Many { session: here, ..mine }, theirs)
}

/// The mark of a change by an actor.
pub fn by(actor: &str) -> Authorship {
    Authorship { actor: id::<ActorId>(actor), ..super::talk::authorship(None, 100_000) }
}

/// A moment, so many days after the autumn morning on which everything begins.
pub fn day(days: i64) -> When {
    When { at: super::talk::authorship(None, days * 86_400).at, ahead: 0 }
}

/// A slot.
pub fn slot(number: usize) -> Slot {
    id(&format!("slot-{number}"))
}

/// A small session.
pub fn small() -> Session {
    Talk::about(&Asked::new(1, 1).read_model()).session
}

/// A store with so many sessions, each with a backup.
pub fn stored(count: usize) -> (Rc<MemoryStorage>, SessionStore) {
    let storage = shelf(count, |slot, _| format!("plumbline.session.{slot}"));
    (storage.clone(), SessionStore::new(storage))
}

/// A storage in which so many sessions lie in the bin, old enough for leaving it, each with a backup.
pub fn deleted(count: usize) -> Rc<MemoryStorage> {
    let key = |slot: &Slot, at: i64| format!("plumbline.bin.{slot}.{at}");
    let at = day(0).at.as_millisecond();
    let ages: Map<String, Value> = (0..count).map(|it| (key(&slot(it), at), json!(day(35).at.as_millisecond() - at))).collect();
    let storage = shelf(count, key);
    let ages = json!({ "looked": day(39).at.as_millisecond(), "ages": ages });
    storage.set("plumbline.setting.deleted-ages", &ages.to_string()).unwrap();
    storage
}

/// So many sessions under such keys, each with a backup. They are written as they are: saving them one after the other would look
/// through all that is there for each.
fn shelf(count: usize, key: impl Fn(&Slot, i64) -> String) -> Rc<MemoryStorage> {
    let first = SessionStore::new(Rc::new(MemoryStorage::default()));
    first.save(&slot(0), &small(), 0).unwrap();
    let (record, at) = (first.raw(&slot(0)).unwrap().unwrap(), day(0).at.as_millisecond());
    let storage = Rc::new(MemoryStorage::default());
    for slot in (0..count).map(slot) {
        storage.set(&key(&slot, at), &record).unwrap();
        storage.set(&format!("plumbline.backup.{slot}.1.{at}.t"), &record).unwrap();
    }
    storage
}

/// All that is in a storage.
pub fn entries(storage: &MemoryStorage) -> Vec<(String, String)> {
    let keys = storage.keys().unwrap().into_iter();
    keys.filter_map(|key| Some((key.clone(), storage.get(&key).unwrap()?))).collect()
}
