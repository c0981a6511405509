//! Targets keep their history whatever is undone: the decision log is afterwards what it was, and a closed round stays measured against what it
//! was measured against.

use plumbline::analysis::{Assessment, Decision, Length, ReportOptions, Section, carried_targets, decisions, former_practices};
use std::collections::BTreeMap;

use plumbline::exchange::{fingerprint, fingerprint_of, merge};
use plumbline::model::Level;
use plumbline::session::commands::{self, NewRound};
use plumbline::session::{Authorship, Change, Date, Origin, RoundReason, Session, Steps, Target, Timestamp};
use proptest::prelude::*;

use crate::support::any::cases;
use crate::support::{id, smm, tiny, tiny_asked};

type Outcome = Result<(), Box<dyn std::error::Error>>;

const TODAY: Date = Date::constant(2027, 1, 22);
const FLOUR: &str = "lager.mehl";
const COOLING: &str = "lager.kalt.kuehlen";
const HANDS: &str = "haende.waschen";

/// Somebody at work on the bakery, step by step.
#[derive(Clone)]
struct Work {
    session: Session,
    steps: Steps,
    second: i64,
}

impl Work {
    fn begun() -> Self {
        let session = crate::support::talk::Talk::about(&tiny()).session;
        Self { session, steps: Steps::default(), second: 0 }
    }

    fn now(&mut self) -> Authorship {
        self.second += 1;
        let at = Timestamp::from_second(1_795_420_900 + self.second).unwrap_or_default();
        Authorship { by: None, at, actor: id("tab-1") }
    }

    fn make(&mut self, change: Change) -> u64 {
        let authorship = self.now();
        self.steps.make(&mut self.session, change, &authorship)
    }

    fn undo(&mut self) -> bool {
        let authorship = self.now();
        self.steps.undo(&mut self.session, &authorship).is_some_and(|undone| !undone.given_back.is_empty())
    }

    fn redo(&mut self) -> bool {
        let authorship = self.now();
        self.steps.redo(&mut self.session, &authorship).is_some_and(|redone| !redone.given_back.is_empty())
    }

    fn undo_step(&mut self, number: u64) -> bool {
        let authorship = self.now();
        self.steps.undo_step(number, &mut self.session, &authorship).is_some_and(|undone| !undone.given_back.is_empty())
    }

    fn set(&mut self, practice: &str, level: Option<u8>) -> u64 {
        self.make(target(practice, level))
    }

    fn close(&mut self, round: &str) {
        let event = format!("closed-{}", self.second);
        self.make(commands::close_round(&self.session, &id(round), id(&event), TODAY));
    }

    fn open(&mut self, fresh: &str) -> Outcome {
        let new = NewRound {
            fresh: fresh.to_owned(),
            name: String::new(),
            reason: RoundReason::Schedule,
            words: String::new(),
            on: TODAY,
        };
        self.make(commands::open_round(&self.session, new).ok_or("a round")?);
        Ok(())
    }

    fn pass(&mut self, seconds: i64) {
        self.second += seconds;
    }

    fn log(&self) -> Vec<Decision> {
        decisions(&Assessment::latest(&tiny_asked(), &self.session))
    }

    fn log_of(&self, round: &str) -> Vec<Decision> {
        decisions(&Assessment::of_round(&tiny_asked(), &self.session, &id(round)))
    }

    /// Against which targets a round is measured.
    fn measured(&self, round: &str) -> Vec<Option<u8>> {
        let (asked, round) = (tiny_asked(), id(round));
        let then = Assessment::of_round(&asked, &self.session, &round);
        [FLOUR, COOLING, HANDS].map(|practice| then.target(&id(practice)).map(|it| it.level.number())).to_vec()
    }

    fn code_of(&self, round: &str) -> Result<String, Box<dyn std::error::Error>> {
        let (asked, round) = (tiny_asked(), id(round));
        Ok(fingerprint_of(&Assessment::of_round(&asked, &self.session, &round), &full())?)
    }
}

fn full() -> ReportOptions {
    ReportOptions { sections: Section::ALL.into_iter().collect(), length: Length::Full, names: true }
}

fn target(practice: &str, level: Option<u8>) -> Change {
    let target = level.map(|level| Target::new(Level::new(level), plumbline::model::Scope::General, Origin::Practice));
    Change::Target(id(practice), target)
}

/// Flour has to be at 1 and cooling at 2, as was set at the same moment; hands have no target. The first round is closed, and another one is open.
fn second_round() -> Result<Work, Box<dyn std::error::Error>> {
    let mut work = Work::begun();
    work.make(Change::Together(vec![target(FLOUR, Some(1)), target(COOLING, Some(2))]));
    work.pass(3_600);
    work.open("r2")?;
    work.pass(3_600);
    Ok(work)
}

#[test]
fn a_target_that_was_cleared_and_given_back_stands_where_it_stood() -> Outcome {
    for seconds in [0, 3_600] {
        let mut work = Work::begun();
        work.make(Change::Together(vec![target(FLOUR, Some(1)), target(COOLING, Some(2)), target(HANDS, Some(1))]));
        work.pass(seconds);
        let (before, code) = (work.log(), fingerprint(&work.session, &full())?);
        for level in [None, Some(1)] {
            work.set(COOLING, level);
            let changed = work.log();
            assert!(work.undo());
            assert_eq!(work.log(), before, "to the letter and in its place, also among those of the same moment");
            assert_eq!(fingerprint(&work.session, &full())?, code, "so a report has the same code");
            assert!(work.redo());
            assert_eq!(work.log(), changed);
            assert!(work.undo());
            assert_eq!(work.log(), before);
        }
    }
    Ok(())
}

#[test]
fn what_is_undone_later_leaves_a_closed_round_what_it_was_measured_against() -> Outcome {
    for level in [None, Some(3)] {
        let mut work = second_round()?;
        let (log, code) = (work.log_of("r1"), work.code_of("r1")?);
        let is_as_it_was = |work: &Work, when: &str| -> Outcome {
            assert_eq!(work.measured("r1"), [Some(1), Some(2), None], "{when}");
            assert_eq!(work.log_of("r1"), log, "{when}");
            assert_eq!(work.code_of("r1")?, code, "{when}");
            Ok(())
        };
        let all = work.log();
        let step = work.set(COOLING, level);
        work.set(HANDS, Some(1));
        is_as_it_was(&work, "changed")?;
        assert!(work.undo() && work.undo());
        is_as_it_was(&work, "undone")?;
        assert_eq!((work.log(), work.measured("r2")), (all, vec![Some(1), Some(2), None]));
        assert!(work.redo());
        is_as_it_was(&work, "redone")?;
        work.set(FLOUR, None);
        assert!(work.undo_step(step));
        is_as_it_was(&work, "undone by its message")?;
        assert_eq!(work.measured("r2"), [None, Some(2), None]);
    }
    Ok(())
}

#[test]
fn a_target_of_before_that_was_cleared_and_given_back_is_still_to_be_confirmed() -> Outcome {
    let asked = tiny_asked();
    let offered = |work: &Work| carried_targets(&Assessment::latest(&asked, &work.session));
    let mut work = second_round()?;
    let before = offered(&work);
    assert_eq!(before.len(), 2);
    work.set(COOLING, None);
    assert_eq!(offered(&work).len(), 1);
    assert!(work.undo());
    assert_eq!(offered(&work), before, "nobody confirmed it");
    assert_eq!(former_practices(&Assessment::latest(&asked, &work.session), &id(COOLING)), []);
    Ok(())
}

#[test]
fn what_was_set_in_a_round_and_is_undone_after_its_end_stays_in_that_round() -> Outcome {
    let mut work = Work::begun();
    let step = work.set(COOLING, Some(2));
    work.open("r2")?;
    assert!(work.undo_step(step));
    assert_eq!(work.measured("r1"), [None, Some(2), None]);
    let log: Vec<_> = work.log().iter().map(|it| it.after.as_ref().map(|it| it.level.number())).collect();
    assert_eq!(log, [None, Some(2)], "that it is gone now is in the log as well");
    Ok(())
}

#[test]
fn what_is_changed_right_after_a_round_was_closed_stays_in_that_round() {
    let mut work = Work::begun();
    work.set(COOLING, Some(2));
    work.close("r1");
    work.set(COOLING, Some(1));
    assert_eq!(work.measured("r1"), [None, Some(2), None], "passing over levels ends where a round does");
}

#[test]
fn a_clearing_that_a_round_was_closed_with_stays_in_that_round() -> Outcome {
    let mut work = second_round()?;
    let step = work.set(COOLING, None);
    work.pass(100);
    work.close("r2");
    assert!(work.undo_step(step));
    assert_eq!(work.measured("r2"), [Some(1), None, None]);
    assert_eq!(work.measured("r1"), [Some(1), Some(2), None]);
    Ok(())
}

#[test]
fn copies_agree_on_what_was_undone() -> Outcome {
    let mut mine = second_round()?;
    let theirs = mine.session.clone();
    mine.set(COOLING, None);
    let heard = merge(&theirs, &mine.session)?.session;
    mine.undo();
    let all =
        [merge(&theirs, &mine.session)?.session, merge(&heard, &mine.session)?.session, merge(&mine.session, &heard)?.session];
    for session in all {
        let there = Work { session, ..mine.clone() };
        assert_eq!(
            (there.log(), there.measured("r1"), there.measured("r2")),
            (mine.log(), mine.measured("r1"), mine.measured("r2"))
        );
    }
    Ok(())
}

/// What somebody does, one thing after the other.
#[derive(Clone, Copy, Debug)]
enum Does {
    Sets(usize, Option<u8>),
    Waits,
    Opens,
    Undoes,
    Redoes,
    UndoesAStep(usize),
}

fn does() -> impl Strategy<Value = Does> {
    prop_oneof![
        4 => (0..3_usize, proptest::option::of(0..4_u8)).prop_map(|(on, level)| Does::Sets(on, level)),
        2 => Just(Does::Waits),
        1 => Just(Does::Opens),
        4 => Just(Does::Undoes),
        2 => Just(Does::Redoes),
        1 => (0..8_usize).prop_map(Does::UndoesAStep),
    ]
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn whatever_is_undone_each_round_that_is_over_stays_measured_as_it_was(all in proptest::collection::vec(does(), 1..40)) {
        let mut work = Work::begun();
        // Each round with what it was measured against when it ended, and the code of its report.
        let mut over: BTreeMap<String, (Vec<Option<u8>>, String)> = BTreeMap::new();
        let mut numbers = Vec::new();
        let mut rounds = vec!["r1".to_owned()];
        for one in all {
            match one {
                Does::Sets(on, level) => {
                    let practice = [FLOUR, COOLING, HANDS].get(on).copied().unwrap_or(FLOUR);
                    numbers.push(work.set(practice, level));
                }
                Does::Waits => work.pass(100),
                Does::Opens => {
                    let fresh = format!("r{}", 1000 + work.second);
                    work.open(&fresh).map_err(|error| TestCaseError::fail(error.to_string()))?;
                    rounds.push(fresh);
                }
                Does::Undoes => _ = work.undo(),
                Does::Redoes => _ = work.redo(),
                Does::UndoesAStep(at) => _ = numbers.get(at).copied().map(|number| work.undo_step(number)),
            }
            for round in &rounds {
                if work.session.end_of(&id(round)).is_none() {
                    // Its end was undone, too.
                    over.remove(round);
                    continue;
                }
                let code = work.code_of(round).map_err(|error| TestCaseError::fail(error.to_string()))?;
                let now = (work.measured(round), code);
                prop_assert_eq!(over.entry(round.clone()).or_insert_with(|| now.clone()), &now, "{} after {:?}", round, one);
            }
        }
    }

    #[test]
    fn the_log_after_undo_is_what_it_was(all in proptest::collection::vec((0..3_usize, proptest::option::of(0..4_u8), 0..90_i64), 1..12)) {
        let mut work = Work::begun();
        let mut stages = vec![work.log()];
        for (on, level, seconds) in all {
            let practice = [FLOUR, COOLING, HANDS].get(on).copied().unwrap_or(FLOUR);
            if work.set(practice, level) > 0 {
                stages.push(work.log());
            }
            work.pass(seconds + 3);
        }
        let last = stages.len() - 1;
        for _ in 0..2 {
            for stage in stages.iter().take(last).rev() {
                prop_assert!(work.undo());
                prop_assert_eq!(&work.log(), stage);
            }
            for stage in stages.iter().skip(1) {
                prop_assert!(work.redo());
                prop_assert_eq!(&work.log(), stage);
            }
        }
    }
}

#[test]
fn the_practices_are_those_of_the_bakery() {
    assert!(
        [FLOUR, COOLING, HANDS]
            .iter()
            .all(|practice| tiny().practice(&id(practice)).is_some() && smm().practice(&id(practice)).is_none())
    );
}
