//! The history of targets: what they were, when, by whom and why.

#![allow(clippy::panic, reason = "what is not there ends the test")]

use crate::support::any::{cases, session};
use crate::support::talk::{Talk, authorship};
use crate::support::{id, tiny, tiny_asked};
use plumbline::analysis::{Assessment, Decision, Names, decisions};
use plumbline::exchange::{DecisionLogWords, decision_log_csv, read_session, write_session};
use plumbline::model::{Level, PracticeId, Scope};
use plumbline::session::{Authorship, Because, Change, Date, Origin, Session, Target};
use proptest::prelude::*;

const COOLING: &str = "lager.kalt.kuehlen";
const FLOUR: &str = "lager.mehl";

fn target(level: u8, reason: &str) -> Target {
    Target { reason: reason.to_owned(), ..Target::new(Level::new(level), Scope::General, Origin::Practice) }
}

fn set(talk: &mut Talk, practice: &str, target: Target) -> Change {
    talk.change(Change::Target(id(practice), Some(target)))
}

/// All decisions; they don't depend on what is asked.
fn decided(session: &Session) -> Vec<Decision> {
    decisions(&Assessment::latest(&tiny_asked(), session))
}

/// The log, as `second practice: level before > level after`.
fn log(session: &Session) -> Vec<String> {
    let start = authorship(None, 0).at.as_second();
    let level = |target: &Option<Target>| target.as_ref().map_or("-".to_owned(), |target| target.level.to_string());
    let line =
        |it: &Decision| format!("{} {}: {} > {}", it.at.as_second() - start, it.practice, level(&it.before), level(&it.after));
    decided(session).iter().map(line).collect()
}

#[test]
fn a_changed_target_keeps_what_it_was_when_by_whom_and_why() {
    let mut talk = Talk::about(&tiny());
    talk.add_person("ana");
    talk.add_person("ben");
    let first = Target {
        because: Some(Because::Cost),
        decided_by: Some(id("ben")),
        decided_on: Some(Date::constant(2026, 11, 20)),
        review_on: Some(Date::constant(2027, 11, 20)),
        ..target(1, "Two fridges are all we can pay for.")
    };
    talk.by = Some("ana".to_owned());
    set(&mut talk, COOLING, first.clone());
    talk.pass(86_400);
    talk.by = Some("ben".to_owned());
    let second = Target { because: Some(Because::Incident), ..target(2, "The cream went off in July.") };
    set(&mut talk, COOLING, second.clone());

    let start = authorship(None, 0).at.as_second();
    let found: Vec<_> =
        decided(&talk.session).into_iter().map(|it| (it.at.as_second() - start, it.by, it.before, it.after)).collect();
    assert_eq!(found, [(86_404, Some(id("ben")), Some(first.clone()), Some(second)), (3, Some(id("ana")), None, Some(first)),]);
}

#[test]
fn passing_over_levels_with_the_arrow_keys_is_one_decision() {
    let mut talk = Talk::about(&tiny());
    for level in [0, 1, 2] {
        talk.target(COOLING, level);
    }
    assert_eq!(log(&talk.session), ["3 lager.kalt.kuehlen: - > 2"]);

    talk.pass(3600);
    for level in [1, 0, 1] {
        talk.target(COOLING, level);
    }
    assert_eq!(log(&talk.session), ["3606 lager.kalt.kuehlen: 2 > 1", "3 lager.kalt.kuehlen: - > 2"]);
}

#[test]
fn passing_over_levels_of_a_whole_group_is_one_decision() {
    let of = |level: u8, origin: Origin| Target::new(Level::new(level), Scope::General, origin);
    let storage = || Origin::Group(id("lager"));
    let mut talk = Talk::about(&tiny());
    set(&mut talk, COOLING, of(1, storage()));
    talk.pass(600);
    for level in [2, 1, 0] {
        set(&mut talk, COOLING, of(level, storage()));
    }
    assert_eq!(log(&talk.session), ["604 lager.kalt.kuehlen: 1 > 0", "1 lager.kalt.kuehlen: - > 1"]);
    set(&mut talk, COOLING, of(2, Origin::Practice));
    assert_eq!(log(&talk.session).len(), 3, "what the group was set to is another decision than what the practice is");
}

#[test]
fn two_people_within_a_minute_are_two_decisions() {
    let mut talk = Talk::about(&tiny());
    talk.by = Some("ana".to_owned());
    talk.target(COOLING, 1);
    talk.by = Some("ben".to_owned());
    talk.target(COOLING, 2);
    assert_eq!(log(&talk.session), ["2 lager.kalt.kuehlen: 1 > 2", "1 lager.kalt.kuehlen: - > 1"]);
}

#[test]
fn a_decision_that_was_taken_back_stays_in_the_log_with_what_took_its_place() {
    let mut talk = Talk::about(&tiny());
    set(&mut talk, COOLING, target(1, "It will do."));
    talk.pass(600);
    let back = set(&mut talk, COOLING, target(2, "Better safe."));
    talk.pass(120);
    let forward = talk.change(back);
    let taken_back = ["723 lager.kalt.kuehlen: 2 > 1", "602 lager.kalt.kuehlen: 1 > 2", "1 lager.kalt.kuehlen: - > 1"];
    assert_eq!(log(&talk.session), taken_back);
    assert_eq!(talk.session.target(&id(COOLING)).map(|it| it.reason.as_str()), Some("It will do."));

    talk.pass(120);
    talk.change(forward);
    assert_eq!(log(&talk.session).len(), 4);
    assert_eq!(log(&talk.session).get(1..), Some(&taken_back.map(str::to_owned)[..]));
}

#[test]
fn what_was_taken_back_at_once_was_never_decided() {
    let mut talk = Talk::about(&tiny());
    let back = set(&mut talk, COOLING, target(1, ""));
    talk.change(back);
    assert_eq!(log(&talk.session), [""; 0], "from nothing to nothing");

    set(&mut talk, COOLING, target(1, ""));
    talk.pass(600);
    let back = set(&mut talk, COOLING, target(2, ""));
    talk.change(back);
    assert_eq!(log(&talk.session), ["3 lager.kalt.kuehlen: - > 1"], "from 1 to 1");
}

#[test]
fn a_cleared_target_is_a_decision() {
    let mut talk = Talk::about(&tiny());
    talk.target(COOLING, 1);
    talk.pass(600);
    talk.change(Change::Target(id(COOLING), None));
    talk.pass(600);
    talk.target(COOLING, 2);
    assert_eq!(
        log(&talk.session),
        ["1203 lager.kalt.kuehlen: - > 2", "602 lager.kalt.kuehlen: 1 > -", "1 lager.kalt.kuehlen: - > 1"]
    );
}

#[test]
fn a_proposal_that_was_taken_over_and_changed_is_in_the_log() {
    let mut talk = Talk::about(&tiny());
    let proposed = Target::new(Level::new(2), Scope::General, Origin::Interview);
    talk.change(Change::Target(id(COOLING), Some(proposed.clone())));
    talk.target(COOLING, 1);
    let origins: Vec<_> = decided(&talk.session).into_iter().map(|it| it.after.map(|it| it.origin)).collect();
    assert_eq!(origins, [Some(Origin::Practice), Some(Origin::Interview)]);
}

#[test]
fn words_are_one_decision_while_they_are_found_and_another_when_they_are_mended_later() {
    let mut talk = Talk::about(&tiny());
    for words in ["M", "Mil", "Milk."] {
        set(&mut talk, COOLING, target(1, words));
    }
    assert_eq!(log(&talk.session).len(), 1);
    talk.pass(600);
    set(&mut talk, COOLING, target(1, "Milk and cream."));
    let reasons: Vec<_> = decided(&talk.session).into_iter().map(|it| it.after.map(|it| it.reason)).collect();
    assert_eq!(reasons, [Some("Milk and cream.".to_owned()), Some("Milk.".to_owned())]);
}

#[test]
fn the_latest_decision_comes_first_and_those_of_a_moment_by_practice() {
    let mut talk = Talk::about(&tiny());
    talk.target(FLOUR, 1);
    talk.target(COOLING, 1);
    talk.pass(600);
    let both = [FLOUR, COOLING].map(|practice| Change::Target(id(practice), Some(target(2, ""))));
    talk.change(Change::Together(both.to_vec()));
    assert_eq!(
        log(&talk.session),
        ["603 lager.kalt.kuehlen: 1 > 2", "603 lager.mehl: 1 > 2", "2 lager.kalt.kuehlen: - > 1", "1 lager.mehl: - > 1",]
    );
}

#[test]
fn of_two_decisions_at_the_same_moment_the_later_comes_first() {
    let mut talk = Talk::about(&tiny());
    let proposed = Target::new(Level::new(2), Scope::General, Origin::Interview);
    let both = [proposed, target(1, "")].map(|target| Change::Target(id(COOLING), Some(target)));
    talk.change(Change::Together(both.to_vec()));
    assert_eq!(log(&talk.session), ["1 lager.kalt.kuehlen: 2 > 1", "1 lager.kalt.kuehlen: - > 2"]);
}

#[test]
fn a_clock_that_was_set_back_does_not_turn_the_history_round() {
    let mut talk = Talk::about(&tiny());
    talk.target(COOLING, 0);
    talk.pass(3600);
    talk.target(COOLING, 1);
    talk.pass(-3000);
    talk.target(COOLING, 2);
    talk.pass(120);
    talk.target(COOLING, 1);
    assert_eq!(
        log(&talk.session),
        [
            "724 lager.kalt.kuehlen: 2 > 1",
            "603 lager.kalt.kuehlen: 1 > 2",
            "3602 lager.kalt.kuehlen: 0 > 1",
            "1 lager.kalt.kuehlen: - > 0",
        ]
    );
}

#[test]
fn the_history_travels_with_the_session() -> Result<(), Box<dyn std::error::Error>> {
    let mut talk = Talk::about(&tiny());
    talk.by = Some("ana".to_owned());
    for (level, reason) in [(2, "Milk."), (1, "Only oat milk now."), (2, "Real milk again.")] {
        set(&mut talk, COOLING, target(level, reason));
        talk.pass(600);
    }
    let read = read_session(write_session(&talk.session)?.as_bytes())?;
    assert_eq!(decided(&read), decided(&talk.session));
    assert_eq!(decided(&read).len(), 3);
    assert_eq!(read, talk.session);
    Ok(())
}

#[test]
fn a_former_target_twice_with_the_same_stamp_is_refused() -> Result<(), Box<dyn std::error::Error>> {
    let mut talk = Talk::about(&tiny());
    talk.target(COOLING, 2);
    talk.pass(600);
    talk.target(COOLING, 1);
    let mut file: serde_json::Value = serde_json::from_str(&write_session(&talk.session)?)?;
    let former = file.pointer("/past_targets/0").cloned().unwrap_or_default();
    crate::support::set(&mut file, "/past_targets", serde_json::json!([former, former]));
    let said = read_session(file.to_string().as_bytes()).err().map(|error| plumbline::ui::read_error(&error));
    assert!(
        said.as_deref().is_some_and(|said| said.contains("there are two entries with the same stamp about “lager.kalt.kuehlen”")),
        "{said:?}"
    );
    Ok(())
}

/// Some seconds, a level to set or nothing, and who sets it.
fn steps() -> impl Strategy<Value = Vec<(i64, Option<u8>, Option<&'static str>)>> {
    let people = prop::sample::select(vec![None, Some("ana"), Some("ben")]);
    prop::collection::vec((-200..2000_i64, prop::option::weighted(0.9, 0..3_u8), people), 0..12)
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn the_log_leads_step_by_step_to_the_present_targets(session in session()) {
        let log = decided(&session);
        // What was said once the latest round was over belongs to none yet.
        let over = session.rounds_in_order().last().and_then(|(round, _)| session.end_of(round));
        for (practice, present) in session.targets.iter().filter(|(_, it)| over.is_none_or(|over| it.stamp < *over)) {
            let mut now: Option<Target> = None;
            for decision in log.iter().rev().filter(|it| it.practice == *practice) {
                prop_assert_eq!(&decision.before, &now);
                prop_assert_ne!(&decision.after, &now);
                now.clone_from(&decision.after);
            }
            prop_assert_eq!(now.as_ref(), present.value());
        }
    }

    #[test]
    fn every_decision_that_stood_for_a_minute_is_in_the_log(steps in steps()) {
        let practice: PracticeId = id(COOLING);
        let mut session = Talk::about(&tiny()).session;
        let mut stood: Vec<Option<u8>> = Vec::new();
        // The level that stands, and since when by the clock, which may go back. Setting the same again is no new decision.
        let (mut standing, mut since, mut second) = (None, 0, 0);
        for (seconds, level, by) in &steps {
            second += seconds;
            let Authorship { at, actor, .. } = authorship(None, second);
            let authorship = Authorship { by: by.map(id), at, actor };
            session.apply(Change::Target(practice.clone(), level.map(|level| target(level, ""))), &authorship);
            if *level != standing {
                if second - since >= 60 && stood.last() != Some(&standing) {
                    stood.push(standing);
                }
                (standing, since) = (*level, second);
            }
        }
        if stood.last() != Some(&standing) {
            stood.push(standing);
        }
        let log = decided(&session);
        let mut levels = log.iter().rev().map(|it| it.after.as_ref().map(|it| it.level.number()));
        for level in stood.into_iter().skip_while(Option::is_none) {
            prop_assert!(levels.any(|it| it == level), "{:?} in {:?}", level, log);
        }
    }
}

#[test]
fn the_words_of_the_table_are_those_that_it_is_given() -> Result<(), Box<dyn std::error::Error>> {
    let mut talk = Talk::about(&tiny());
    let first = Target { because: Some(Because::Cost), ..Target::new(Level::new(1), Scope::System, Origin::Group(id("lager"))) };
    set(&mut talk, COOLING, first);
    let words = DecisionLogWords {
        head: ["wann", "wer", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "woher"],
        scope: |_| "eigens",
        because: |_| "zu teuer",
        reasons: |reasons| reasons.iter().map(|(_, words)| words.as_str()).collect::<Vec<_>>().join(" "),
        origin: |origin, from| format!("-{origin:?} {from}"),
    };
    let asked = tiny_asked();
    let log = decisions(&Assessment::latest(&asked, &talk.session));
    let table = decision_log_csv(&log, Names::new(Some(&asked), &talk.session, "de"), &words)?;
    let lines: Vec<&str> = table.lines().collect();
    let head = "\u{feff}wann,wer,b,c,d,e,f,g,h,i,j,k,woher";
    assert_eq!(lines.first().copied(), Some(head), "with the mark by which spreadsheets know UTF-8");
    let end = ",,,1,eigens,zu teuer,,,,,\"'-Group(GroupId(\"\"lager\"\")) Lager\"";
    assert!(lines.len() == 2 && lines.iter().skip(1).all(|line| line.ends_with(end)), "{table}");
    Ok(())
}
