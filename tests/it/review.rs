//! A review is a layer of its own: it moves no level, travels without the rest, and is accepted, answered or declined one by one.

use std::error::Error;
use std::rc::Rc;

use plumbline::analysis::{Assessment, FindingStatus, Names, ReviewedFinding, count_findings, results, review};
use plumbline::exchange::{
    Document, Keep, LARGEST_REVIEW, MergeError, REVIEW_FORMAT, ReadError, ReviewError, ReviewWords, check_review,
    document_markdown, merge, merge_review, read_review, read_session, review_csv, review_document, taken_back, write_review,
    write_session,
};
use plumbline::model::{IndicatorId, Level, PracticeId, Questionnaire, read_model};
use plumbline::session::commands::{
    accept_finding, answer_finding, change_finding, decline_finding, reopen_finding, reply_to_finding, withdraw_finding,
    write_finding,
};
use plumbline::session::{
    Answer, Authorship, Change, Evidence, EvidenceUse, Finding, FindingAbout, FindingDecision, FindingKind, List, NotApplicable,
    Person, Place, ReplyToFinding, Role, Session, Shown, Steps, Suggestion, Timestamp, WithoutNames, Yes,
};
use plumbline::store::{KeptSnippet, MOST_SNIPPETS, MemoryStorage, SessionStore, When};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::any::{cases, session};
use crate::support::findings::reviewing;
use crate::support::talk::Talk;
use crate::support::{bytes, id, json as file, set, tiny, tiny_asked};

type Outcome = Result<(), Box<dyn Error>>;

/// A person at their own copy.
#[derive(Clone)]
struct Desk {
    session: Session,
    steps: Steps,
    who: &'static str,
    now: i64,
}

impl Desk {
    fn of(session: &Session, who: &'static str) -> Self {
        Self { session: session.clone(), steps: Steps::default(), who, now: 0 }
    }

    fn authorship(&self) -> Authorship {
        let at = Timestamp::from_second(1_795_500_000 + self.now).unwrap_or_default();
        Authorship { by: Some(id(self.who)), at, actor: id(&format!("tab-of-{}", self.who)) }
    }

    fn change(&mut self, change: Option<Change>) {
        self.now += 100;
        let authorship = self.authorship();
        assert!(change.is_some(), "there is something to do");
        change.into_iter().for_each(|change| assert!(self.steps.make(&mut self.session, change, &authorship) > 0));
    }

    fn undo(&mut self) {
        let authorship = self.authorship();
        assert!(self.steps.undo(&mut self.session, &authorship).is_some_and(|undone| undone.changed_since.is_empty()));
    }

    fn find(&mut self, finding: &str, kind: FindingKind, about: FindingAbout, text: &str) {
        let round = self.session.round().cloned();
        let written = round.and_then(|round| write_finding(&self.session, id(finding), &round, kind, (about, None), text));
        self.change(written);
    }

    fn reply(&mut self, finding: &str, reply: &str, text: &str) {
        let to = ReplyToFinding { finding: id(finding), reply: id(reply) };
        self.change(reply_to_finding(&self.session, to, text));
    }

    fn accept(&mut self, finding: &str) {
        let about = found(&self.session, finding).and_then(|(about, _)| about);
        let accepted = about
            .zip(self.session.round().cloned())
            .and_then(|(about, round)| accept_finding(&self.session, &id(finding), &about, &round, &self.authorship()));
        self.change(accepted);
    }

    /// Whose turn it is, and whether something changed since.
    fn turn(&self, finding: &str) -> Option<(FindingStatus, bool)> {
        with_review(&self.session, |all| all.iter().find(|it| it.id.as_str() == finding).map(|it| (it.status, it.has_changed)))
    }

    fn decline(&self, finding: &str, why: &str) -> Option<Change> {
        let to = ReplyToFinding { finding: id(finding), reply: id(&format!("why-{finding}")) };
        decline_finding(&self.session, to, why, &self.authorship())
    }

    fn status(&self, finding: &str) -> Option<FindingStatus> {
        found(&self.session, finding).map(|(_, status)| status)
    }

    /// Takes in the review of somebody else, as a file.
    fn take(&mut self, other: &Self) -> Outcome {
        let review = read_review(write_review(&other.session)?.as_bytes()).map_err(|error| format!("{error:?}"))?;
        let merged = merge_review(&self.session, &review)?;
        assert!(merged.conflicts.is_empty());
        self.session = merged.session;
        Ok(())
    }
}

fn with_review<T>(session: &Session, look: impl FnOnce(&[ReviewedFinding<'_>]) -> T) -> T {
    let asked = tiny_asked();
    look(&review(&Assessment::latest(&asked, session)))
}

fn found(session: &Session, finding: &str) -> Option<(Option<FindingAbout>, FindingStatus)> {
    with_review(session, |all| all.iter().find(|it| it.id.as_str() == finding).map(|it| (it.about.clone(), it.status)))
}

fn level_of(session: &Session, practice: &str) -> Option<Level> {
    let asked = tiny_asked();
    let results = results(&Assessment::latest(&asked, session));
    results.practice(&id::<PracticeId>(practice)).and_then(|it| it.standing.current.low())
}

/// A statement of the practice whose level follows from answers, with that practice.
fn statement() -> Result<(IndicatorId, PracticeId), Box<dyn Error>> {
    let asked = tiny_asked();
    let first = asked.all().next().ok_or("a statement")?;
    Ok((first.indicator.id.clone(), first.practice.id.clone()))
}

/// A client who answered everything of the first practice, and the consultant who has their file.
fn client_and_consultant() -> Result<(Desk, Desk), Box<dyn Error>> {
    let (_, practice) = statement()?;
    let asked = tiny_asked();
    let mut talk = Talk::about(&tiny());
    for person in ["ana", "cora"] {
        talk.add_person(person);
    }
    talk.by = Some("ana".to_owned());
    talk.answer_levels(&asked, practice.as_str(), 1..=4, &Answer::Met);
    talk.target(practice.as_str(), 2);
    Ok((Desk::of(&talk.session, "ana"), Desk::of(&talk.session, "cora")))
}

#[test]
fn what_a_consultant_finds_moves_nothing_until_the_client_accepts_it_in_one_step() -> Outcome {
    let (mut client, mut consultant) = client_and_consultant()?;
    let (statement, practice) = statement()?;
    let before = level_of(&client.session, practice.as_str());
    assert!(before.is_some_and(|level| level > Level::NONE));
    let suggested = FindingKind::Suggestion(Suggestion::Answer(Answer::NotMet));
    consultant.find("f1", suggested, FindingAbout::Statement(statement.clone()), "Nobody could show it.");
    assert_eq!(level_of(&consultant.session, practice.as_str()), before);
    client.take(&consultant)?;
    assert_eq!(level_of(&client.session, practice.as_str()), before, "a review alone moves nothing");
    assert_eq!(client.status("f1"), Some(FindingStatus::Waiting));

    let as_it_was = client.session.clone();
    client.accept("f1");
    assert_eq!(level_of(&client.session, practice.as_str()), Some(Level::NONE));
    assert_eq!(client.status("f1"), Some(FindingStatus::Accepted));
    let place = Place { on: statement, round: id("r1"), part: None, by: Some(id("ana")) };
    assert_eq!(client.session.answers.get(&place).and_then(|fact| fact.value()), Some(&Answer::NotMet), "it is the client's");
    client.undo();
    assert_eq!(level_of(&client.session, practice.as_str()), before);
    assert_eq!(client.status("f1"), Some(FindingStatus::Waiting), "undone, it waits as before");
    assert_eq!(said(&client.session), said(&as_it_was));
    Ok(())
}

/// What stands in a session, without stamps.
fn said(session: &Session) -> Vec<(List, String, Value)> {
    let written = write_session(session).unwrap_or_default();
    let file: Value = serde_json::from_str(&written).unwrap_or_default();
    let mut all = Vec::new();
    for list in List::ALL {
        for record in file.get(list.name()).and_then(Value::as_array).into_iter().flatten() {
            if let Some(value) = record.get("value") {
                all.push((*list, record.get("on").map(Value::to_string).unwrap_or_default(), value.clone()));
            }
        }
    }
    all
}

#[test]
fn where_several_answered_accepting_settles_what_counts_and_leaves_their_answers() -> Outcome {
    let (mut client, mut consultant) = client_and_consultant()?;
    let (statement, practice) = statement()?;
    client.who = "bo";
    let suggested = FindingKind::Suggestion(Suggestion::Answer(Answer::NotMet));
    consultant.find("f1", suggested, FindingAbout::Statement(statement.clone()), "Nobody could show it.");
    client.take(&consultant)?;
    client.accept("f1");
    let ana = Place { on: statement, round: id("r1"), part: None, by: Some(id("ana")) };
    assert_eq!(client.session.answers.get(&ana).and_then(|fact| fact.value()), Some(&Answer::Met));
    assert_eq!(level_of(&client.session, practice.as_str()), Some(Level::NONE));
    Ok(())
}

#[test]
fn a_level_a_target_and_a_challenge_become_what_people_would_say_themselves() -> Outcome {
    let (mut client, mut consultant) = client_and_consultant()?;
    let (statement, practice) = statement()?;
    let level = |level| FindingKind::Suggestion(Suggestion::Level(Level::new(level)));
    let target = |level| FindingKind::Suggestion(Suggestion::Target(Level::new(level)));
    consultant.find("f1", level(1), FindingAbout::Practice(practice.clone()), "It is done here and there.");
    consultant.find("f2", target(3), FindingAbout::Target(practice.clone()), "The new law asks for more.");
    consultant.find("f3", FindingKind::Challenge, FindingAbout::Statement(statement.clone()), "The picture shows another door.");
    client.take(&consultant)?;
    client.accept("f1");
    assert_eq!(level_of(&client.session, practice.as_str()), Some(Level::new(1)));
    client.accept("f2");
    assert_eq!(client.session.target(&practice).map(|it| it.level), Some(Level::new(3)));
    client.accept("f3");
    let place = Place { on: statement, round: id("r1"), part: None, by: Some(id("ana")) };
    assert_eq!(client.session.shown.get(&place).and_then(|fact| fact.value()), Some(&Shown::NotShown));
    Ok(())
}

#[test]
fn a_suggestion_that_fits_nowhere_is_not_written_and_a_question_is_answered_not_accepted() -> Outcome {
    let (_, mut consultant) = client_and_consultant()?;
    let (statement, practice) = statement()?;
    let about = |about| (about, None);
    let round = id("r1");
    let suggests = |suggestion| FindingKind::Suggestion(suggestion);
    for (suggestion, of) in [
        (Suggestion::Answer(Answer::Met), FindingAbout::Practice(practice.clone())),
        (Suggestion::Level(Level::NONE), FindingAbout::Target(practice)),
        (Suggestion::Target(Level::NONE), FindingAbout::Whole),
    ] {
        assert!(write_finding(&consultant.session, id("f1"), &round, suggests(suggestion), about(of), "").is_none());
    }
    let whole = FindingAbout::Statement(statement);
    consultant.find("f2", FindingKind::Question(Some(id("ana"))), whole.clone(), "Who has the key?");
    assert!(accept_finding(&consultant.session, &id("f2"), &whole, &round, &consultant.authorship()).is_none());
    Ok(())
}

#[test]
fn a_finding_is_answered_declined_and_opened_again_and_its_status_says_whose_turn_it_is() -> Outcome {
    let (mut client, mut consultant) = client_and_consultant()?;
    consultant.find("f1", FindingKind::Question(Some(id("ana"))), FindingAbout::Whole, "Who keeps the list?");
    consultant.find("f2", FindingKind::Comment, FindingAbout::Whole, "Well kept.");
    client.take(&consultant)?;
    client.reply("f2", "y1", "Thank you.");
    assert_eq!(client.status("f2"), Some(FindingStatus::Open), "the consultant's turn");
    consultant.take(&client)?;
    consultant.reply("f2", "y2", "You are welcome.");
    assert_eq!(consultant.status("f2"), Some(FindingStatus::Waiting));

    let to = ReplyToFinding { finding: id("f1"), reply: id("y3") };
    assert!(answer_finding(&client.session, to.clone(), " ").is_none(), "nothing is no answer");
    client.change(answer_finding(&client.session.clone(), to, "Bo does."));
    assert!(client.decline("f2", " ").is_none(), "not without a reason");
    assert!(consultant.decline("f2", "Not so.").is_none(), "whoever found it takes it back");
    client.change(client.decline("f2", "We do not agree."));
    consultant.take(&client)?;
    client.take(&consultant)?;
    for desk in [&client, &consultant] {
        assert_eq!(desk.status("f1"), Some(FindingStatus::Answered));
        assert_eq!(desk.status("f2"), Some(FindingStatus::Declined));
        let counts = with_review(&desk.session, count_findings);
        assert_eq!(counts.into_iter().collect::<Vec<_>>(), [(FindingStatus::Answered, 1), (FindingStatus::Declined, 1)]);
    }
    assert_eq!(said(&client.session), said(&consultant.session));
    assert!(withdraw_finding(&consultant.session, &id("f2"), &consultant.authorship()).is_none(), "it was decided about");
    client.change(Some(reopen_finding(id("f2"))));
    assert!(client.status("f2").is_some_and(FindingStatus::is_undecided));
    let says = |text: &str| with_review(&client.session, |all| all.iter().flat_map(|it| &it.replies).any(|it| it.text == text));
    assert!(says("We do not agree."), "the reason stays where the decision was taken back");
    Ok(())
}

#[test]
fn only_its_author_changes_a_finding_or_takes_it_back() -> Outcome {
    let (mut client, mut consultant) = client_and_consultant()?;
    consultant.find("f1", FindingKind::Comment, FindingAbout::Whole, "Good.");
    client.take(&consultant)?;
    let say = |desk: &Desk| change_finding(&desk.session, &id("f1"), &desk.authorship(), |it| it.text = "Bad.".to_owned());
    assert!(say(&client).is_none() && withdraw_finding(&client.session, &id("f1"), &client.authorship()).is_none());
    consultant.change(say(&consultant));
    consultant.change(withdraw_finding(&consultant.session.clone(), &id("f1"), &consultant.authorship()));
    client.take(&consultant)?;
    assert_eq!(client.status("f1"), Some(FindingStatus::Withdrawn), "taken back here, too, and what was said can be read");
    consultant.undo();
    client.take(&consultant)?;
    assert_eq!(client.status("f1"), Some(FindingStatus::Waiting));
    Ok(())
}

#[test]
fn what_was_found_without_a_name_is_its_authors_as_long_as_their_tab_is_open() -> Outcome {
    let (client, mut consultant) = client_and_consultant()?;
    let whole = || FindingAbout::Whole;
    let nobody = |desk: &Desk| Authorship { by: None, ..desk.authorship() };
    let round = consultant.session.round().cloned().ok_or("a round")?;
    let found =
        write_finding(&consultant.session, id("f1"), &round, FindingKind::Comment, (whole(), None), "Good.").ok_or("one")?;
    let who = nobody(&consultant);
    consultant.session.apply(found, &who);
    let takes_back = |who: &Authorship| withdraw_finding(&consultant.session, &id("f1"), who).is_some();
    assert!(takes_back(&who), "in the tab where it was written");
    assert!(!takes_back(&nobody(&client)), "not by anybody else who is unnamed");
    let accepts = |who: &Authorship| accept_finding(&consultant.session, &id("f1"), &whole(), &round, who).is_some();
    assert!(!accepts(&who) && accepts(&nobody(&client)), "others accept");
    // An unnamed client replies: then it is the author's turn.
    let mut session = consultant.session.clone();
    let reply = reply_to_finding(&session, ReplyToFinding { finding: id("f1"), reply: id("y1") }, "Thanks.").ok_or("a reply")?;
    session.apply(reply, &nobody(&client));
    assert_eq!(found_status(&session), Some(FindingStatus::Open));
    Ok(())
}

fn found_status(session: &Session) -> Option<FindingStatus> {
    found(session, "f1").map(|(_, status)| status)
}

#[test]
fn what_was_accepted_elsewhere_and_stands_otherwise_here_is_told() -> Outcome {
    let (mut client, mut consultant) = client_and_consultant()?;
    let (_, practice) = statement()?;
    let target = FindingKind::Suggestion(Suggestion::Target(Level::new(3)));
    consultant.find("f1", target, FindingAbout::Target(practice.clone()), "The new law asks for more.");
    assert!(
        accept_finding(
            &consultant.session,
            &id("f1"),
            &FindingAbout::Target(practice.clone()),
            &id("r1"),
            &consultant.authorship()
        )
        .is_none(),
        "nobody accepts what they found themselves"
    );
    client.take(&consultant)?;
    client.accept("f1");
    consultant.take(&client)?;
    let is_so = |desk: &Desk| with_review(&desk.session, |all| all.iter().all(|it| it.is_taken_over));
    assert!(is_so(&client) && !is_so(&consultant), "the file holds the decision and no target");
    let csv = |desk: &Desk| with_review(&desk.session, |all| review_csv(all, Names::new(None, &desk.session, "en"), &words()));
    assert!(csv(&consultant)?.contains("not so here") && !csv(&client)?.contains("not so here"));
    Ok(())
}

#[test]
fn a_review_brings_nobody_whom_it_does_not_name_and_takes_nobody_out() -> Outcome {
    let (mut client, mut consultant) = client_and_consultant()?;
    consultant.find("f1", FindingKind::Comment, FindingAbout::Whole, "Good.");
    let mut review: Value = serde_json::from_str(&write_review(&consultant.session)?)?;
    let people = review.get_mut("people").and_then(Value::as_array_mut).ok_or("people")?;
    people.push(json!({ "on": "mallory", "value": { "name": "Mallory", "role": "auditor" }, "at": "2026-11-01T08:00:00Z", "stamp": "m.review:5" }));
    people.push(json!({ "on": "zoe", "at": "2026-11-01T08:00:00Z", "stamp": "m.review:6" }));
    let read = read_review(serde_json::to_string(&review)?.as_bytes()).map_err(|error| format!("{error:?}"))?;
    client.session = merge_review(&client.session, &read)?.session;
    for name in ["mallory", "zoe"] {
        assert!(client.session.people.get(&id(name)).is_none(), "{name}");
    }
    Ok(())
}

#[test]
fn what_a_tab_said_in_a_review_is_brought_together_with_what_another_tab_saved() -> Outcome {
    type Say = fn(&Desk) -> Option<Change>;
    let (client, consultant) = client_and_consultant()?;
    let says: [Say; 3] = [
        |desk| {
            let round = desk.session.round()?.clone();
            write_finding(&desk.session, id("f2"), &round, FindingKind::Comment, (FindingAbout::Whole, None), "Good.")
        },
        |desk| reply_to_finding(&desk.session, ReplyToFinding { finding: id("f1"), reply: id("y1") }, "Thanks."),
        |desk| desk.decline("f1", "Not so."),
    ];
    for say in says {
        let mut both = consultant.clone();
        both.find("f1", FindingKind::Comment, FindingAbout::Whole, "Hm.");
        let store = SessionStore::new(Rc::new(MemoryStorage::default()));
        let slot = id("s1");
        let revision = store.save(&slot, &both.session, 0).map_err(|error| format!("{error:?}"))?;
        let mut one = Desk { who: "ana", ..both.clone() };
        let mut other = Desk { who: "bo", ..client.clone() };
        other.session = both.session.clone();
        one.change(say(&one));
        other.reply("f1", "y9", "Beside it.");
        store.save(&slot, &other.session, revision).map_err(|error| format!("{error:?}"))?;
        let written = store.save_with_others(&slot, &one.session, revision, &one.authorship().actor);
        let written = written.map_err(|error| format!("{error:?}"))?;
        let saved = written.both.ok_or("both")?.session;
        let has = |session: &Session| said(session).into_iter().collect::<Vec<_>>();
        for fact in has(&one.session).into_iter().chain(has(&other.session)) {
            assert!(has(&saved).contains(&fact), "{fact:?} is lost");
        }
    }
    Ok(())
}

#[test]
fn a_claimed_count_beyond_reason_does_not_use_up_what_somebody_counts() -> Outcome {
    let (mut client, mut consultant) = client_and_consultant()?;
    consultant.find("f1", FindingKind::Comment, FindingAbout::Whole, "Good.");
    let mut review: Value = serde_json::from_str(&write_review(&consultant.session)?)?;
    for most in [u64::MAX, 1 << 53] {
        set(&mut review, "/seen/tab-of-ana.review", json!(most));
        let read = read_review(serde_json::to_string(&review)?.as_bytes()).map_err(|error| format!("{error:?}"))?;
        client.session = merge_review(&client.session, &read)?.session;
    }
    client.reply("f1", "y1", "One.");
    client.reply("f1", "y2", "Two.");
    assert!(client.session.beyond_reason().is_none());
    assert!(read_session(write_session(&client.session)?.as_bytes()).is_ok(), "it opens elsewhere");
    Ok(())
}

#[test]
fn what_was_changed_since_is_overtaken_and_confirming_the_same_later_is_no_change() -> Outcome {
    let (mut client, mut consultant) = client_and_consultant()?;
    let (statement, practice) = statement()?;
    consultant.find("f1", FindingKind::Challenge, FindingAbout::Statement(statement.clone()), "Not shown.");
    consultant.find("f2", FindingKind::Comment, FindingAbout::Target(practice.clone()), "Rather low.");
    client.take(&consultant)?;
    client.change(Some(Change::Target(
        practice.clone(),
        client.session.target(&practice).cloned().map(|mut it| {
            it.level = Level::new(4);
            it
        }),
    )));
    assert_eq!(client.turn("f2"), Some((FindingStatus::Waiting, true)));
    // A new round: findings stand in it as before, and go on once the same is said again.
    client.change(Some(Change::Round(
        id("r2"),
        Some(plumbline::session::Round { name: String::new(), unknown: serde_json::Map::new() }),
    )));
    assert_eq!(client.turn("f1"), Some((FindingStatus::Waiting, false)));
    let place = Place { on: statement, round: id("r2"), part: None, by: Some(id("ana")) };
    client.change(Some(Change::Answer(place.clone(), Some(Answer::Met))));
    assert_eq!(client.turn("f1"), Some((FindingStatus::Waiting, false)));
    client.change(Some(Change::Answer(place, Some(Answer::Partly))));
    client.reply("f1", "y1", "Look again.");
    assert_eq!(client.turn("f1"), Some((FindingStatus::Open, true)), "that something changed hides no reply");
    Ok(())
}

#[test]
fn a_finding_follows_what_an_edition_renamed() -> Outcome {
    let model = std::sync::Arc::new(read_model(&bytes("tests/data/tiny-model-v2.json"))?);
    let mut desk = Desk::of(&Talk::about(&tiny()).session, "cora");
    desk.find("f1", FindingKind::Comment, FindingAbout::Statement(id("k1b")), "Hm.");
    let asked = Questionnaire::new(model.clone(), Vec::new());
    let session = desk.session.carried_over(&*model).into_owned();
    let assessment = Assessment::latest(&asked, &session);
    let all = review(&assessment);
    let first = all.first().ok_or("a finding")?;
    assert_eq!(first.about, Some(FindingAbout::Statement(id("k1-kalt"))));
    assert_eq!(first.status, FindingStatus::Waiting);
    Ok(())
}

#[test]
fn who_took_in_a_review_has_not_seen_what_its_author_changed_beside_it() -> Outcome {
    let (mut client, mut consultant) = client_and_consultant()?;
    let (statement, _) = statement()?;
    let place = Place { on: statement, round: id("r1"), part: None, by: Some(id("ana")) };
    consultant.change(Some(Change::Answer(place.clone(), Some(Answer::Partly))));
    consultant.find("f1", FindingKind::Comment, FindingAbout::Whole, "I tried something.");
    client.take(&consultant)?;
    assert_eq!(client.session.answers.get(&place).and_then(|fact| fact.value()), Some(&Answer::Met), "answers do not come along");
    client.change(Some(Change::Answer(place, Some(Answer::NotMet))));
    let merged = merge(&client.session, &consultant.session)?;
    assert_eq!(merged.conflicts.len(), 1, "neither knew of the other");
    Ok(())
}

#[test]
fn the_people_of_a_review_do_not_count_as_all_that_was_said_before_them() -> Outcome {
    let (mut client, mut consultant) = client_and_consultant()?;
    let (statement, _) = statement()?;
    let place = Place { on: statement, round: id("r1"), part: None, by: Some(id("ana")) };
    consultant.change(Some(Change::Answer(place.clone(), Some(Answer::Partly))));
    let dora = Person { name: "Dora".to_owned(), role: Role::Consultant, unknown: serde_json::Map::new() };
    consultant.change(Some(Change::Person(id("dora"), Some(dora))));
    consultant.find("f1", FindingKind::Question(Some(id("dora"))), FindingAbout::Whole, "Who?");
    client.take(&consultant)?;
    assert_eq!(client.session.person_name(&id("dora")), Some("Dora"));
    client.change(Some(Change::Answer(place, Some(Answer::NotMet))));
    // As it is once it was stored and opened again.
    client.session = read_session(write_session(&client.session)?.as_bytes())?;
    let merged = merge(&client.session, &consultant.session)?;
    assert_eq!(merged.conflicts.len(), 1, "neither knew of the other's answer, and both of the same person");
    Ok(())
}

#[test]
fn a_decided_conflict_of_the_layer_is_counted_with_the_layer() -> Outcome {
    let (mut client, mut consultant) = client_and_consultant()?;
    consultant.find("f1", FindingKind::Comment, FindingAbout::Whole, "Hm.");
    client.take(&consultant)?;
    client.change(client.decline("f1", "We saw more."));
    consultant.change(withdraw_finding(&consultant.session.clone(), &id("f1"), &consultant.authorship()));
    let merged = merge(&client.session, &consultant.session)?;
    assert_eq!(merged.conflicts.len(), 1);
    let decided = merged.decided(&[Keep::Mine], &client.authorship())?;
    let stamp = decided.finding_decisions.get(&id("f1")).map(|fact| fact.stamp.clone()).ok_or("a decision")?;
    assert!(stamp.actor.is_of_review(), "{stamp}");
    assert!(decided.seen.covers(&stamp));
    let back = taken_back(&client.session, &decided, &client.authorship().actor);
    assert!(back.seen.covers(&stamp), "its count is never used again");
    Ok(())
}

#[test]
fn who_says_it_makes_no_other_mark_and_other_evidence_does() -> Outcome {
    let (mut client, _) = client_and_consultant()?;
    let (statement, _) = statement()?;
    let piece = |title: &str| -> Option<Evidence> {
        let with = |file: Value| plumbline::session::FromFile::from_file(file).ok();
        with(json!({ "title": title, "kind": "document" })).or_else(|| with(json!({ "title": title })))
    };
    let given = EvidenceUse { evidence: id("e1"), indicator: statement.clone(), part: None };
    client.change(Some(Change::Evidence(id("e1"), piece("List"))));
    client.change(Some(Change::EvidenceUse(given, Some(Yes))));
    let about = FindingAbout::Statement(statement.clone());
    let before = client.session.mark_of(&about, None);
    let place = |who: &str| Place { on: statement.clone(), round: id("r1"), part: None, by: Some(id(who)) };
    client.change(Some(Change::Answer(place("bo"), Some(Answer::Met))));
    assert_eq!(client.session.mark_of(&about, None), before, "the same, said by one more");
    client.change(Some(Change::Evidence(id("e1"), piece("Another list"))));
    assert_ne!(client.session.mark_of(&about, None), before, "what shows it is another thing now");
    let before = client.session.mark_of(&about, None);
    client.change(Some(Change::Answer(place("bo"), Some(Answer::NotMet))));
    assert_ne!(client.session.mark_of(&about, None), before);
    Ok(())
}

#[test]
fn what_would_not_count_is_neither_suggested_nor_accepted() -> Outcome {
    let (mut client, _) = client_and_consultant()?;
    let (statement, practice) = statement()?;
    let (of_statement, of_practice) = (FindingAbout::Statement(statement), FindingAbout::Practice(practice));
    let level = FindingKind::Suggestion(Suggestion::Level(Level::new(1)));
    let without_reason = FindingKind::Suggestion(Suggestion::Answer(Answer::NotApplicable(NotApplicable::because(" "))));
    for (kind, about, text) in [(level.clone(), of_practice.clone(), " "), (without_reason, of_statement, "No.")] {
        let written = write_finding(&client.session, id("f1"), &id("r1"), kind.clone(), (about.clone(), None), text);
        assert_eq!(written, None);
        let stood = client.session.mark_of(&about, None);
        let text = text.to_owned();
        let from_elsewhere =
            Finding { kind, about: about.clone(), part: None, text, round: id("r1"), stood, unknown: serde_json::Map::new() };
        client.change(Some(Change::Finding(id("f1"), Some(from_elsewhere))));
        assert_eq!(accept_finding(&client.session, &id("f1"), &about, &id("r1"), &client.authorship()), None);
    }
    client.find("f2", level, of_practice, "Too much.");
    let blank = change_finding(&client.session, &id("f2"), &client.authorship(), |it| it.text = String::new());
    assert_eq!(blank, None);
    Ok(())
}

#[test]
fn a_review_file_holds_the_layer_and_nothing_else() -> Outcome {
    let (_, mut consultant) = client_and_consultant()?;
    consultant.find("f1", FindingKind::Question(Some(id("ana"))), FindingAbout::Whole, "Who keeps the list?");
    let written: Value = serde_json::from_str(&write_review(&consultant.session)?)?;
    let mut names: Vec<&str> = written.as_object().ok_or("an object")?.keys().map(String::as_str).collect();
    names.sort_unstable();
    assert_eq!(names, ["$schema", "findings", "format", "id", "model", "people", "seen", "version"]);
    let people = written.pointer("/people").and_then(Value::as_array).map(Vec::len);
    assert_eq!(people, Some(2), "who found it and who is asked");
    for list in List::ALL.iter().filter(|list| list.is_of_review()) {
        assert_eq!(list.without_names(), WithoutNames::Never, "{list:?}: words, and who is who");
    }
    let read = read_review(write_review(&consultant.session)?.as_bytes()).map_err(|error| format!("{error:?}"))?;
    assert_eq!((read.counts(), read.authors()), ((1, 0, 0), vec!["cora".to_owned()]));
    Ok(())
}

#[test]
fn the_golden_review_opens_and_comes_in() -> Outcome {
    let review = read_review(&bytes("tests/data/golden/review-v1.json")).map_err(|error| format!("{error:?}"))?;
    assert_eq!(review.counts(), (5, 2, 3));
    let mut talk = Talk::about(&tiny());
    talk.add_person("ana");
    let merged = merge_review(&talk.session, &review)?;
    assert_eq!(merged.session.findings.len(), 5);
    assert_eq!(merged.session.person_name(&id("ana")), Some("ana"), "who is known here stays as known here");
    assert_eq!(merged.session.person_name(&id("cora")), Some("Cora / ../ <b>Consultant</b>"), "words are words");
    Ok(())
}

#[test]
fn what_is_no_review_of_this_session_changes_nothing() -> Outcome {
    let golden = file("tests/data/golden/review-v1.json");
    let read = |file: &Value| read_review(file.to_string().as_bytes());
    let wrong = |pointer: &str, value: Value| {
        let mut file = golden.clone();
        set(&mut file, pointer, value);
        file
    };
    let is_refused = |pointer: &str, value: Value| assert!(read(&wrong(pointer, value)).is_err(), "{pointer}");
    is_refused("/answers", json!([]));
    is_refused("/rounds", json!([]));
    is_refused("/envelope", json!({}));
    is_refused("/findings", json!({}));
    is_refused("/findings/0/on", json!("../../etc/passwd"));
    is_refused("/findings/0/value/kind", json!("order"));
    is_refused("/findings/0/value/about", json!({"statement": "<script>"}));
    is_refused("/findings/0/stamp", json!(format!("cora.review:{}", u64::MAX)));
    is_refused("/findings/0/stamp", json!("cora:4000000"));
    assert_eq!(read(&wrong("/version", json!(2))), Err(ReviewError::Newer { version: 2 }));
    let other = Some("plumbline-session".to_owned());
    assert_eq!(read(&wrong("/format", json!("plumbline-session"))), Err(ReviewError::NotAReview { found: other }));
    let unfit = wrong("/findings/0/value/kind", json!({"suggestion": {"target": 2}}));
    assert_eq!(read(&unfit), Err(ReviewError::Unfit { finding: "f1".to_owned() }));
    assert_eq!(read_review(&vec![b' '; LARGEST_REVIEW + 1]), Err(ReviewError::TooLarge { bytes: LARGEST_REVIEW + 1 }));
    assert_eq!(read_review(b"[1]"), Err(ReviewError::NotAReview { found: None }));
    assert!(matches!(read_review(b"{"), Err(ReviewError::Unreadable(ReadError::Truncated { .. }))));
    assert!(
        matches!(read_session(golden.to_string().as_bytes()), Err(ReadError::NotASession { found }) if found.as_deref() == Some(REVIEW_FORMAT))
    );

    let too_high =
        read(&wrong("/findings/2/value/kind", json!({"suggestion": {"level": 9}}))).map_err(|error| format!("{error:?}"))?;
    assert!(matches!(check_review(&too_high, &tiny()), Err(ReadError::OffScale { level: 9, .. })));
    let of_other = read(&wrong("/id", json!("another"))).map_err(|error| format!("{error:?}"))?;
    let talk = Talk::about(&tiny());
    assert_eq!(merge_review(&talk.session, &of_other), Err(MergeError::OtherSession));

    // It claims to have seen what it can't know of.
    let claims = read(&wrong("/seen", json!({"tab-1": 4_000_000, "cora.review": 9}))).map_err(|error| format!("{error:?}"))?;
    let merged = merge_review(&talk.session, &claims)?.session;
    assert!(merged.seen.count(&id("tab-1")) < 100);
    Ok(())
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn no_result_asks_for_a_review(session in session(), changes in prop::collection::vec(reviewing(), 1..12)) {
        let asked = tiny_asked();
        let authorship = Authorship { by: None, at: Timestamp::UNIX_EPOCH, actor: id("cora") };
        let mut reviewed = session.clone();
        changes.into_iter().for_each(|change| { reviewed.apply(change, &authorship); });
        let before = results(&Assessment::latest(&asked, &session));
        prop_assert_eq!(before, results(&Assessment::latest(&asked, &reviewed)));
    }

    #[test]
    fn reviews_come_together_in_any_order(one in prop::collection::vec(reviewing(), 1..12), other in prop::collection::vec(reviewing(), 1..12)) {
        let talk = Talk::about(&tiny());
        let desk = |who: &str, changes: Vec<Change>| {
            let mut session = talk.session.clone();
            let authorship = Authorship { by: Some(id(who)), at: Timestamp::UNIX_EPOCH, actor: id(who) };
            changes.into_iter().for_each(|change| { session.apply(change, &authorship); });
            session
        };
        let (one, other) = (desk("ana", one), desk("bo", other));
        let fail = |error: String| TestCaseError::fail(error);
        let file = |session: &Session| write_review(session).map_err(|error| format!("{error:?}"));
        // Of what fits nowhere a file is not read: that is tried elsewhere.
        let read = |session: &Session| file(session).map(|text| read_review(text.as_bytes()));
        let (Ok(first), Ok(second)) = (read(&one).map_err(fail)?, read(&other).map_err(fail)?) else { return Ok(()) };
        let all = |reviews: [&_; 2]| -> Result<Session, MergeError> {
            let mut session = talk.session.clone();
            for review in reviews {
                session = merge_review(&session, review)?.session;
            }
            Ok(session)
        };
        let (there, back) = (all([&first, &second]), all([&second, &first]));
        prop_assert_eq!(&there, &back);
        let whole = merge(&one, &other).map(|merged| merged.session).map_err(|error| fail(error.to_string()))?;
        let there = there.map_err(|error| fail(error.to_string()))?;
        prop_assert_eq!((&whole.findings, &whole.finding_replies, &whole.finding_decisions), (&there.findings, &there.finding_replies, &there.finding_decisions));
        let again = merge_review(&there, &first).map_err(|error| fail(error.to_string()))?;
        prop_assert_eq!(again.session, there);
    }
}

#[test]
fn a_review_comes_into_what_is_stored_and_goes_out_of_it_again() -> Outcome {
    let (client, mut consultant) = client_and_consultant()?;
    consultant.find("f1", FindingKind::Comment, FindingAbout::Whole, "Good.");
    let store = SessionStore::new(Rc::new(MemoryStorage::default()));
    let slot = id("s1");
    store.save(&slot, &client.session, 0).map_err(|error| format!("{error:?}"))?;
    let read = read_review(write_review(&consultant.session)?.as_bytes()).map_err(|error| format!("{error:?}"))?;
    let offers = store.review_offers(&read).map_err(|error| format!("{error:?}"))?;
    let offer = offers.first().ok_or("a copy is here")?;
    let when = When { at: client.authorship().at, ahead: 0 };
    let merged = store.merge_into(offer, &[], &client.authorship(), when).map_err(|error| format!("{error:?}"))?;
    assert_eq!((merged.taken.len(), merged.session.findings.len()), (1, 1));
    store.undo_merge(&merged.undo, &client.authorship().actor, when).map_err(|error| format!("{error:?}"))?;
    let back = store.open(&slot).map_err(|error| format!("{error:?}"))?.session;
    assert_eq!(said(&back), said(&client.session));
    Ok(())
}

#[test]
fn pieces_of_advice_are_kept_in_this_browser_the_latest_first() -> Outcome {
    let store = SessionStore::new(Rc::new(MemoryStorage::default()));
    let keep = |text: &str| store.keep_snippet(text).map_err(|error| error.to_string());
    for piece in ["Ask who has the key.", " Write it down. ", "Ask who has the key."] {
        assert_eq!(keep(piece)?, KeptSnippet::Kept);
    }
    assert_eq!(keep("  ")?, KeptSnippet::Blank);
    assert_eq!(store.snippets(), ["Ask who has the key.", "Write it down."]);
    let place = store.drop_snippet("Ask who has the key.").map_err(|error| error.to_string())?;
    assert_eq!((place, store.snippets()), (Some(0), vec!["Write it down.".to_owned()]));
    store.put_snippet_back(0, "Ask who has the key.").map_err(|error| error.to_string())?;
    assert_eq!(store.snippets(), ["Ask who has the key.", "Write it down."]);
    (0..2 * MOST_SNIPPETS).try_for_each(|number| keep(&number.to_string()).map(|_| ()))?;
    assert_eq!(store.snippets().len(), MOST_SNIPPETS, "none goes for another one");
    assert_eq!(keep("one more")?, KeptSnippet::TooMany);
    assert!(!write_session(&client_and_consultant()?.0.session)?.contains("Write it down."));
    Ok(())
}

#[test]
fn what_was_typed_beside_a_session_stays_until_it_is_empty_or_the_session_is_gone() -> Outcome {
    let store = SessionStore::new(Rc::new(MemoryStorage::default()));
    let (one, other) = (id("s1"), id("s2"));
    for slot in [&one, &other] {
        store.save(slot, &client_and_consultant()?.0.session, 0).map_err(|error| format!("{error:?}"))?;
        store.keep_draft(slot, "reply/f1", "Yes, but only from May").map_err(|error| error.to_string())?;
    }
    store.keep_draft(&one, "finding", "Half a sen").map_err(|error| error.to_string())?;
    store.keep_draft(&one, "reply/f1", "").map_err(|error| error.to_string())?;
    assert_eq!([store.draft(&one, "finding"), store.draft(&one, "reply/f1")], ["Half a sen", ""]);
    let now = Timestamp::UNIX_EPOCH;
    store.delete(&one, now).map_err(|error| error.to_string())?;
    assert_eq!(store.draft(&one, "finding"), "Half a sen", "it can be taken out of the bin again");
    store.delete_for_good(&one, Some(now)).map_err(|error| error.to_string())?;
    assert_eq!([store.draft(&one, "finding"), store.draft(&other, "reply/f1")], ["", "Yes, but only from May"]);
    Ok(())
}

fn words() -> ReviewWords {
    ReviewWords {
        head: ["at", "by", "kind", "about", "part", "text", "suggests", "status", "decided by", "decided at", "why", "replies"],
        kind: |kind| if matches!(kind, FindingKind::Comment) { "comment" } else { "suggestion" },
        about: |_, called| called.to_owned(),
        suggestion: |suggestion, _| suggestion.level().map(|level| level.to_string()).unwrap_or_default(),
        status: |status| if status.is_undecided() { "undecided" } else { "decided" },
        has_changed: "changed since",
        not_taken_over: "not so here",
        somebody: "somebody",
        said: |who, at| format!("{who}, {at}"),
    }
}

#[test]
fn the_exchange_is_a_table_and_a_document_in_which_words_stay_words() -> Outcome {
    let (mut client, mut consultant) = client_and_consultant()?;
    let (_, practice) = statement()?;
    consultant.find("f1", FindingKind::Comment, FindingAbout::Whole, "=HYPERLINK(\"http://x\")");
    let level = FindingKind::Suggestion(Suggestion::Level(Level::new(1)));
    consultant.find("f2", level, FindingAbout::Practice(practice), "<b># Low</b>");
    client.take(&consultant)?;
    client.reply("f1", "y1", "Thank you.");
    client.change(client.decline("f2", "We saw more."));
    let asked = tiny_asked();
    let names = Names::new(Some(&asked), &client.session, "de");
    let words = words();
    let all = review(&Assessment::latest(&asked, &client.session));
    let csv = review_csv(&all, names, &words)?;
    assert!(csv.contains("'=HYPERLINK") && csv.contains(": Thank you.") && csv.contains("We saw more."), "{csv}");
    let frame = Document {
        title: "Review".to_owned(),
        above: String::new(),
        language: "en".to_owned(),
        running: String::new(),
        page: String::new(),
        chapters: Vec::new(),
        end: Vec::new(),
    };
    let document = review_document(frame, &all, names, &words);
    assert_eq!(document.chapters.len(), 2, "what is there, by how far it is");
    let markdown = document_markdown(&document);
    assert!(markdown.contains("Thank you.") && !markdown.contains("<b>") && !markdown.contains("\n# Low"), "{markdown}");
    Ok(())
}

#[test]
fn a_decision_is_found_by_its_finding() -> Outcome {
    let (mut client, mut consultant) = client_and_consultant()?;
    consultant.find("f1", FindingKind::Comment, FindingAbout::Whole, "Good.");
    client.take(&consultant)?;
    client.accept("f1");
    let decided = client.session.decision_on(&id("f1")).map(|(decision, _)| decision.clone());
    assert!(matches!(decided, Some(FindingDecision::Accepted(accepted)) if accepted.suggestion.is_none()));
    Ok(())
}
