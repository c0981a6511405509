//! A request carries what one person needs to answer some practices and nothing else, and what they answered folds in.

use crate::support::talk::{Talk, authorship};
use crate::support::{bytes, id, json as file, smm, smm_profile};
use plumbline::analysis::{Asking, Assessment, asked_on, next_question, own_indicators, waiting};
use plumbline::exchange::{Merged, merge, preview, read_session, request, write_session};
use plumbline::model::{IndicatorId, IndicatorKind, Level, PracticeId, Questionnaire, Scope};
use plumbline::session::{
    Answer, AnswerRequest, Assignment, Change, Confidence, Date, Evidence, EvidenceKind, EvidenceUse, Fact, NotApplicable,
    Override, OwnIndicator, OwnMinimum, Place, QuickAnswer, Session, Settlement, Shown, Subject, SystemField, Way, Yes, commands,
};
use serde_json::{Map, Value, json};

type Outcome = Result<(), Box<dyn std::error::Error>>;

const PATCHING: &str = "hardening.vulnerability.patching";
const PHYSICAL: &str = "enablement.assets.physical";
const GOLDEN: &str = "tests/data/envelope.json";

fn asked(session: &Session) -> Questionnaire {
    Questionnaire::new(smm(), vec![smm_profile("manufacturing-line")]).with_own(own_indicators(session))
}

/// The ids of what the model asks about a practice.
fn asked_about(practice: &str) -> Vec<IndicatorId> {
    let found = smm();
    let practice = found.practice(&id(practice)).into_iter();
    practice.flat_map(|practice| &practice.levels).flat_map(|guide| &guide.indicators).map(|it| it.id.clone()).collect()
}

/// The n-th indicator of a practice.
fn nth(practice: &str, index: usize) -> String {
    asked_about(practice).get(index).map(ToString::to_string).unwrap_or_default()
}

/// Says everything that can be said about a practice.
fn say_everything(talk: &mut Talk, practice: &str, words: &str) {
    let indicator = nth(practice, 0);
    let on = |talk: &Talk| talk.place(id::<IndicatorId>(&indicator));
    talk.answer(&indicator, Answer::NotApplicable(NotApplicable::because(words)));
    talk.quick_level(practice, 2);
    talk.change(Change::Scope(talk.place(id(practice)), Some(Scope::Industry)));
    talk.change(Change::PracticeNote(talk.place(id(practice)), Some(words.to_owned())));
    talk.change(Change::Note(on(talk), Some(words.to_owned())));
    talk.change(Change::Confidence(on(talk), Some(Confidence::Told)));
    talk.change(Change::Against(on(talk), Some(words.to_owned())));
    talk.change(Change::Confirmed(on(talk), Some(plumbline::session::Date::constant(2026, 11, 23))));
    talk.change(Change::Shown(on(talk), Some(Shown::Partly)));
    let piece = format!("evidence-{practice}-{}", talk.by.clone().unwrap_or_default());
    talk.change(Change::Evidence(id(&piece), Some(Evidence::new(words, EvidenceKind::Test))));
    let given = EvidenceUse { indicator: id(&indicator), part: None, evidence: id(&piece) };
    talk.change(Change::EvidenceUse(given, Some(Yes)));
    let own = OwnIndicator {
        practice: id(practice),
        level: Level::new(1),
        kind: IndicatorKind::Done,
        text: format!("Own statement about {practice}"),
        evidence: String::new(),
        unknown: Map::new(),
    };
    talk.change(Change::Indicator(id(&format!("own.{practice}")), Some(own)));
}

/// An assessment in which everything was said by everybody; what only Bo may see about patching says “of-bo”.
fn home() -> Talk {
    let mut talk = Talk::about(&smm());
    talk.change(Change::System(SystemField::Name, Some("Mill".to_owned())));
    talk.change(Change::System(SystemField::Includes, Some("secret".to_owned())));
    ["ana", "bo", "cy"].iter().for_each(|person| talk.add_person(person));
    talk.name_part("cloud");
    let used = plumbline::session::ProfileUse { edition: id("2026-11"), unknown: Map::new() };
    talk.change(Change::Profile(id("manufacturing-line"), Some(used)));
    for practice in [PATCHING, PHYSICAL] {
        talk.target(practice, 2);
        talk.pass(3_600);
        talk.target(practice, 3);
        let minimum = OwnMinimum { level: Level::new(1), source: "secret".to_owned(), unknown: Map::new() };
        talk.change(Change::Minimum(id(practice), Some(minimum)));
        for (person, words) in [(Some("ana"), "secret"), (Some("bo"), "of-bo"), (None, "secret")] {
            talk.by = person.map(str::to_owned);
            say_everything(&mut talk, practice, if practice == PATCHING { words } else { "secret" });
        }
        talk.by = Some("bo".to_owned());
        let at = || Subject { on: id::<IndicatorId>(&nth(practice, 0)), round: id("r1"), part: None };
        let settlement = Settlement { answer: Answer::Met, among: Vec::new(), reason: "secret".to_owned(), unknown: Map::new() };
        talk.change(Change::Settlement(at(), Some(settlement)));
        let set = Override { level: Level::new(4), reason: "secret".to_owned(), unknown: Map::new() };
        talk.change(Change::Override(Subject { on: id(practice), round: id("r1"), part: None }, Some(set)));
        talk.change(Change::Assignment(Assignment { practice: id(practice), person: id("bo") }, Some(Yes)));
        talk.by = None;
    }
    talk.change(Change::Interview(id("harm"), Some(id("serious"))));
    talk.change(Change::Hint(id("hint"), Some("secret".to_owned())));
    talk.change(Change::Way(Way::Blind, Some(Yes)));
    talk.session.unknown.insert("x-new".to_owned(), json!("secret"));
    talk
}

fn for_bo(session: &Session) -> Result<Session, Box<dyn std::error::Error>> {
    let made = authorship(None, 86_400).at;
    let from = id("ana");
    Ok(request(session, &asked(session), &[id(PATCHING)], &id("bo"), Some(&from), " By Friday, please. ", made)?)
}

/// The request as Bo opens it: from its file, with an actor of his machine.
struct AtBos {
    session: Session,
    seconds: i64,
}

impl AtBos {
    fn opened(request: &Session) -> Result<Self, Box<dyn std::error::Error>> {
        Ok(Self { session: read_session(write_session(request)?.as_bytes())?, seconds: 90_000 })
    }

    fn say(&mut self, indicator: &str, answer: Option<Answer>) {
        self.seconds += 1;
        let mut authorship = authorship(Some("bo"), self.seconds);
        authorship.actor = id("at-bos");
        let place = Place { on: id(indicator), round: id("r1"), part: None, by: Some(id("bo")) };
        self.session.apply(Change::Answer(place, answer), &authorship);
    }

    /// The answers as they come back in a file.
    fn back(&self) -> Result<Session, Box<dyn std::error::Error>> {
        Ok(read_session(write_session(&self.session)?.as_bytes())?)
    }
}

fn answer_of<'a>(session: &'a Session, indicator: &str, by: &str) -> Option<&'a Fact<Answer>> {
    session.answers.get(&Place { on: id(indicator), round: id("r1"), part: None, by: Some(id(by)) })
}

fn folded(home: &Session, back: &Session) -> Result<Merged, Box<dyn std::error::Error>> {
    let merged = merge(home, back)?;
    assert_eq!(merged.session, merge(back, home)?.session);
    assert_eq!(merged.session.request, None, "the whole stays whole");
    Ok(merged)
}

#[test]
fn an_envelope_holds_what_is_needed_and_nothing_else() -> Outcome {
    let home = home().session;
    let text = write_session(&for_bo(&home)?)?;
    assert!(!text.contains("secret"), "{text}");
    let file = crate::support::content(&text);
    let abouts = |list: &str| -> Vec<String> {
        let about = |record: &Value| {
            let on = record.pointer("/on/indicator").or_else(|| record.get("on"));
            on.and_then(Value::as_str).unwrap_or_default().to_owned()
        };
        file.get(list).and_then(Value::as_array).into_iter().flatten().map(about).collect()
    };
    let first = nth(PATCHING, 0);
    let expected = [
        ("system", vec!["name"]),
        ("people", vec!["ana", "bo"]),
        ("parts", vec!["cloud"]),
        ("profiles", vec!["manufacturing-line"]),
        ("targets", vec![]),
        ("indicators", vec!["own.hardening.vulnerability.patching"]),
        ("rounds", vec!["r1"]),
        ("quick", vec![PATCHING]),
        ("scopes", vec![PATCHING]),
        ("answers", vec![&first]),
        ("practice_notes", vec![PATCHING]),
        ("notes", vec![&first]),
        ("confidence", vec![&first]),
        ("against", vec![&first]),
        ("confirmed", vec![&first]),
        ("shown", vec![&first]),
        ("evidence", vec!["evidence-hardening.vulnerability.patching-bo"]),
        ("evidence_uses", vec![&first]),
    ];
    for (list, on) in &expected {
        assert_eq!(abouts(list), *on, "{list}");
    }
    let head = ["format", "version", "id", "created", "model", "seen", "envelope"];
    let lists = expected.iter().map(|(list, _)| *list);
    let members: Vec<&str> = head.into_iter().chain(lists).collect();
    for member in file.as_object().into_iter().flat_map(Map::keys) {
        assert!(members.contains(&member.as_str()), "{member}");
    }
    for list in ["answers", "quick", "scopes", "practice_notes", "notes", "confidence", "against", "confirmed", "shown"] {
        let records = file.get(list).and_then(Value::as_array).ok_or(list)?;
        assert!(records.iter().all(|record| record.get("by") == Some(&json!("bo"))), "{list}");
    }
    assert_eq!(file.pointer("/envelope/for"), Some(&json!("bo")));
    assert_eq!(file.get("id"), Some(&json!("s1")));
    assert_eq!(file.get("model"), Some(&json!({"id": "iot-smm", "edition": smm().edition})));
    Ok(())
}

#[test]
fn an_envelope_says_who_asks_whom_what() -> Outcome {
    let request = for_bo(&home().session)?;
    let expected = AnswerRequest {
        addressee: id("bo"),
        practices: vec![id(PATCHING)],
        message: "By Friday, please.".to_owned(),
        from: Some(id("ana")),
        made: authorship(None, 86_400).at,
        unknown: Map::new(),
    };
    assert_eq!(request.request, Some(expected));
    let preview = preview(&request, &asked(&request))?;
    assert_eq!((preview.name.as_str(), preview.people, preview.targets), ("Mill", vec!["ana".to_owned(), "bo".to_owned()], 0));
    Ok(())
}

/// A file of this version, kept forever: it has to be read by all that come after.
#[test]
fn the_golden_envelope_can_be_read_and_is_written_as_it_was() -> Outcome {
    let golden = String::from_utf8(bytes(GOLDEN))?;
    let request = read_session(golden.as_bytes())?;
    assert_eq!(crate::support::content(&write_session(&request)?), crate::support::content(&golden));
    let note = request.request.ok_or("an envelope")?;
    assert_eq!((note.addressee, note.practices, note.from), (id("bo"), vec![id(PATCHING)], Some(id("ana"))));
    assert_eq!(request.answers.len(), 1);
    assert_eq!(request.evidence.len(), 1);
    Ok(())
}

#[test]
fn members_of_an_envelope_that_this_version_does_not_know_survive() -> Outcome {
    let mut file = file(GOLDEN);
    crate::support::set(&mut file, "/envelope/x-new", json!({"deep": [1, null]}));
    let written = crate::support::content(&write_session(&read_session(file.to_string().as_bytes())?)?);
    assert_eq!(written, file);
    Ok(())
}

#[test]
fn answers_come_back_and_fold_in_with_the_name_of_who_gave_them() -> Outcome {
    let mut home = home();
    let mut at_bos = AtBos::opened(&for_bo(&home.session)?)?;
    at_bos.say(&nth(PATCHING, 0), Some(Answer::Met));
    at_bos.say(&nth(PATCHING, 1), Some(Answer::NotMet));
    // Meanwhile, at home:
    home.by = Some("ana".to_owned());
    home.answer(&nth(PATCHING, 1), Answer::Met);
    home.target(PATCHING, 4);
    home.quick(PHYSICAL, QuickAnswer::Level(Level::new(3)));

    let merged = folded(&home.session, &at_bos.back()?)?;
    assert_eq!(merged.conflicts, vec![]);
    let mut taken: Vec<_> = merged.taken.iter().map(|it| (it.is_new, it.entry.list(), it.entry.about(), it.entry.by())).collect();
    taken.sort();
    let (first, second) = (nth(PATCHING, 0), nth(PATCHING, 1));
    let bo = || Some(id("bo"));
    assert_eq!(taken, [(false, "answers", first.as_str(), bo()), (true, "answers", second.as_str(), bo())]);
    let all = &merged.session;
    assert_eq!(answer_of(all, &first, "bo").and_then(Fact::value), Some(&Answer::Met));
    assert_eq!(answer_of(all, &second, "bo").and_then(Fact::value), Some(&Answer::NotMet));
    assert_eq!(answer_of(all, &second, "ana").and_then(Fact::value), Some(&Answer::Met), "said meanwhile");
    assert_eq!(all.target(&id(PATCHING)).map(|target| target.level), Some(Level::new(4)), "decided meanwhile");
    let mut without = all.clone();
    without.answers.retain(|place, _| place.by != bo());
    let mut at_home = home.session.clone();
    at_home.answers.retain(|place, _| place.by != bo());
    at_home.seen = without.seen.clone();
    assert_eq!(without, at_home, "nothing else changes");
    Ok(())
}

#[test]
fn a_withdrawn_answer_comes_back_withdrawn_and_what_was_left_out_stays() -> Outcome {
    let home = home();
    let mut at_bos = AtBos::opened(&for_bo(&home.session)?)?;
    at_bos.say(&nth(PATCHING, 0), None);
    let merged = folded(&home.session, &at_bos.back()?)?;
    let fact = answer_of(&merged.session, &nth(PATCHING, 0), "bo").ok_or("the fact that it was withdrawn")?;
    assert_eq!(fact.value(), None);
    assert!(merged.taken.iter().all(|taken| taken.entry.value().is_none()) && merged.taken.len() == 1, "{:?}", merged.taken);
    assert_eq!(merged.session.answers.len(), home.session.answers.len());
    assert_eq!(merged.session.targets, home.session.targets);
    assert!(merged.session.unknown.contains_key("x-new"));
    Ok(())
}

#[test]
fn an_answer_that_was_changed_at_home_as_well_is_for_a_person_to_decide() -> Outcome {
    let mut home = home();
    let mut at_bos = AtBos::opened(&for_bo(&home.session)?)?;
    at_bos.say(&nth(PATCHING, 0), Some(Answer::Met));
    home.by = Some("bo".to_owned());
    home.answer(&nth(PATCHING, 0), Answer::Partly);
    let merged = folded(&home.session, &at_bos.back()?)?;
    let [conflict] = merged.conflicts.as_slice() else { return Err(format!("{:?}", merged.conflicts).into()) };
    assert_eq!((conflict.mine.value(), conflict.theirs.value()), (Some(&json!("partly")), Some(&json!("met"))));
    Ok(())
}

#[test]
fn what_an_envelope_did_not_show_was_not_seen_by_whoever_answered_it() -> Outcome {
    let home = home();
    let mut at_bos = AtBos::opened(&for_bo(&home.session)?)?;
    // Another Plumbline might let him set a target; he could not see the one that is there.
    let mut authorship = authorship(Some("bo"), 95_000);
    authorship.actor = id("at-bos");
    let target = plumbline::session::Target::new(Level::new(1), Scope::General, plumbline::session::Origin::Practice);
    at_bos.session.apply(Change::Target(id(PATCHING), Some(target)), &authorship);
    let merged = folded(&home.session, &at_bos.back()?)?;
    let on: Vec<_> = merged.conflicts.iter().map(|conflict| (conflict.mine.list(), conflict.mine.about())).collect();
    assert_eq!(on, [("targets", PATCHING)]);
    Ok(())
}

#[test]
fn an_envelope_that_comes_back_twice_folds_in_once() -> Outcome {
    let home = home();
    let mut at_bos = AtBos::opened(&for_bo(&home.session)?)?;
    at_bos.say(&nth(PATCHING, 1), Some(Answer::Met));
    let once = folded(&home.session, &at_bos.back()?)?.session;
    let twice = folded(&once, &at_bos.back()?)?;
    assert_eq!((&twice.session, twice.taken.len(), twice.conflicts.len()), (&once, 0, 0));
    at_bos.say(&nth(PATCHING, 2), Some(Answer::Met));
    assert_eq!(folded(&once, &at_bos.back()?)?.taken.len(), 1);
    Ok(())
}

#[test]
fn two_envelopes_fold_in_in_any_order() -> Outcome {
    let home = home();
    let mut at_bos = AtBos::opened(&for_bo(&home.session)?)?;
    at_bos.say(&nth(PATCHING, 1), Some(Answer::Met));
    let made = authorship(None, 86_400).at;
    let to_cy = request(&home.session, &asked(&home.session), &[id(PHYSICAL)], &id("cy"), None, "", made)?;
    let mut authorship = authorship(Some("cy"), 95_000);
    authorship.actor = id("at-cys");
    let mut at_cys = read_session(write_session(&to_cy)?.as_bytes())?;
    let place = Place { on: id(&nth(PHYSICAL, 1)), round: id("r1"), part: None, by: Some(id("cy")) };
    at_cys.apply(Change::Answer(place, Some(Answer::Partly)), &authorship);
    let one = merge(&merge(&home.session, &at_bos.back()?)?.session, &at_cys)?.session;
    let other = merge(&merge(&home.session, &at_cys)?.session, &at_bos.back()?)?.session;
    assert_eq!(one, other);
    assert_eq!(merge(&merge(&at_bos.back()?, &at_cys)?.session, &home.session)?.session, one, "also with each other first");
    assert_eq!(one.answers.len(), home.session.answers.len() + 2);
    Ok(())
}

#[test]
fn only_what_is_asked_comes_next_in_an_request() -> Outcome {
    let request = for_bo(&home().session)?;
    let asked = asked(&request);
    let mut at_bos = AtBos::opened(&request)?;
    let next = |session: &Session| {
        let me = id("bo");
        next_question(&Assessment::latest(&asked, session), Asking { me: Some(&me), ..Asking::default() })
            .map(|next| (next.practice, next.indicator))
    };
    let mut answered = 0;
    while let Some((practice, indicator)) = next(&at_bos.session) {
        assert_eq!(practice, PracticeId::try_from(PATCHING)?);
        at_bos.say(indicator.as_str(), Some(Answer::Met));
        answered += 1;
        assert!(answered < 100, "it comes to an end");
    }
    assert!(answered > 5, "all of the practice, since the envelope says nothing about a target: {answered}");
    Ok(())
}

#[test]
fn two_envelopes_for_one_person_ask_together_what_each_of_them_asks() -> Outcome {
    let home = home();
    let bo = id("bo");
    let of = |practice: &str, day: i64| {
        request(&home.session, &asked(&home.session), &[id(practice)], &bo, None, "", authorship(None, day * 86_400).at)
    };
    let (first, second) = (of(PATCHING, 1)?, of(PHYSICAL, 2)?);
    for (here, there) in [(&first, &second), (&second, &first)] {
        let merged = merge(here, there)?.session;
        let note = merged.request.clone().ok_or("no envelope any more")?;
        assert!([PATCHING, PHYSICAL].iter().all(|practice| note.asks(&id(practice))), "{:?}", note.practices);
        assert_eq!(merge(&merged, here)?.session, merged, "nothing changes the second time");
    }
    assert_eq!(merge(&first, &second)?.session.request, merge(&second, &first)?.session.request, "the same from either side");
    Ok(())
}

#[test]
fn whoever_was_asked_is_waited_for_until_answers_of_theirs_come_whatever_their_clock_says() -> Outcome {
    let mut home = home();
    let waits = |session: &Session| {
        let asked = asked(session);
        asked_on(&waiting(&Assessment::latest(&asked, session)), &id("bo"))
    };
    assert_eq!(waits(&home.session), [], "what is assigned to somebody was not given to them yet");
    let day = |day| Date::constant(2026, 11, day);
    home.change(commands::ask(&id("bo"), &[id(PHYSICAL)], day(20)));
    let back = home.change(commands::ask(&id("bo"), &[id(PATCHING)], day(27)));
    assert_eq!(waits(&home.session), [(day(20), 1), (day(27), 1)], "what Bo said before does not answer what he is asked now");
    let mut at_bos = AtBos::opened(&for_bo(&home.session)?)?;
    at_bos.seconds = -90_000_000;
    at_bos.say(&nth(PATCHING, 1), Some(Answer::Met));
    assert_eq!(waits(&folded(&home.session, &at_bos.back()?)?.session), [(day(20), 1)]);
    home.change(back);
    assert_eq!(waits(&home.session), [(day(20), 1)], "undone, nobody was asked");
    Ok(())
}

#[test]
fn questions_given_to_somebody_are_theirs_to_answer() {
    let mut talk = Talk::about(&smm());
    talk.add_person("bo");
    talk.change(commands::ask(&id("bo"), &[id(PATCHING)], Date::constant(2026, 11, 27)));
    assert!(talk.session.assigned_to(&id(PATCHING)).any(|person| *person == id("bo")));
    assert!(talk.session.assigned_to(&id(PHYSICAL)).next().is_none());
}
