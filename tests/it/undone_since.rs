//! A change that was undone was never made: nothing that it was about counts as looked at, given or answered since.

use plumbline::analysis::{Assessment, carried_evidence, results, two_rounds_of, waiting};
use plumbline::exchange::{merge, read_session, write_session};
use plumbline::session::commands::{self, NewRound};
use plumbline::session::{
    Answer, Authorship, Change, Date, Evidence, EvidenceKind, EvidenceUse, Person, Place, Role, RoundReason, Session, Steps,
    Timestamp,
};
use proptest::prelude::*;
use serde_json::Map;

use crate::support::any::cases;
use crate::support::{id, tiny, tiny_asked};

type Outcome = Result<(), Box<dyn std::error::Error>>;

const TODAY: Date = Date::constant(2027, 1, 22);

/// Somebody at work, step by step.
#[derive(Clone)]
struct Work {
    session: Session,
    steps: Steps,
    second: i64,
}

impl Work {
    fn now(&mut self) -> Authorship {
        self.second += 1;
        Authorship { by: None, at: Timestamp::from_second(1_795_420_900 + self.second).unwrap_or_default(), actor: id("tab-1") }
    }

    fn make(&mut self, change: Change) {
        let authorship = self.now();
        self.steps.make(&mut self.session, change, &authorship);
    }

    fn undo(&mut self) -> bool {
        let authorship = self.now();
        self.steps.undo(&mut self.session, &authorship).is_some_and(|undone| !undone.given_back.is_empty())
    }

    fn redo(&mut self) -> bool {
        let authorship = self.now();
        self.steps.redo(&mut self.session, &authorship).is_some_and(|redone| !redone.given_back.is_empty())
    }

    fn open(&mut self, fresh: &str) -> Outcome {
        let (name, words) = (String::new(), String::new());
        let new = NewRound { fresh: fresh.to_owned(), name, reason: RoundReason::Schedule, words, on: TODAY };
        self.make(commands::open_round(&self.session, new).ok_or("a round")?);
        Ok(())
    }

    /// A flour statement is met and shown by a seal; then a second round.
    fn second_round() -> Result<Self, Box<dyn std::error::Error>> {
        let session = crate::support::talk::Talk::about(&tiny()).session;
        let mut work = Self { session, steps: Steps::default(), second: 10 };
        let place = Place { on: id("m1"), round: id("r1"), part: None, by: None };
        work.make(Change::Answer(place, Some(Answer::Met)));
        work.make(Change::Evidence(id("seal"), Some(Evidence::new("Seal", EvidenceKind::Document))));
        work.make(commands::give_evidence(seal()));
        work.open("r2")?;
        Ok(work)
    }

    /// What is to be looked at, in this round.
    fn offered(&self) -> Vec<String> {
        let asked = tiny_asked();
        let now = Assessment::latest(&asked, &self.session).on(TODAY);
        carried_evidence(&now, TODAY).into_iter().map(|it| format!("{} {}", it.evidence, it.on)).collect()
    }

    /// What was given since the first round.
    fn given_since(&self) -> usize {
        let asked = tiny_asked();
        let now = Assessment::latest(&asked, &self.session).on(TODAY);
        let both = two_rounds_of(&now, &results(&now), None);
        both.iter().flat_map(|it| &it.practices).map(|it| it.evidence.len()).sum()
    }
}

fn seal() -> EvidenceUse {
    EvidenceUse { indicator: id("m1"), part: None, evidence: id("seal") }
}

/// What somebody may do to the seal, that is undone at once.
fn changes() -> [Change; 3] {
    let renamed =
        Evidence { location: "https://example.org/seal".to_owned(), ..Evidence::new("Seal, mended", EvidenceKind::Document) };
    [Change::Evidence(id("seal"), Some(renamed)), Change::Evidence(id("seal"), None), Change::EvidenceUse(seal(), None)]
}

#[test]
fn evidence_whose_change_was_undone_is_still_to_be_looked_at_and_was_not_given_since() -> Outcome {
    for change in changes() {
        let mut work = Work::second_round()?;
        let before = work.offered();
        assert_eq!((before.len(), work.given_since()), (1, 0));
        work.make(change.clone());
        let changed = work.offered();
        for _ in 0..2 {
            assert!(work.undo());
            assert_eq!((work.offered(), work.given_since()), (before.clone(), 0), "{change:?} undone");
            assert!(work.redo());
            assert_eq!(work.offered(), changed, "{change:?} made again");
        }
        assert!(work.undo());
        // It travels, in files and between copies, whichever of them is newer.
        let read = read_session(write_session(&work.session)?.as_bytes())?;
        assert_eq!(Work { session: read.clone(), ..work.clone() }.offered(), before);
        let older = Work::second_round()?.session;
        for merged in [merge(&older, &read)?.session, merge(&read, &older)?.session] {
            assert_eq!(Work { session: merged, ..work.clone() }.offered(), before);
        }
    }
    Ok(())
}

#[test]
fn what_is_not_undone_counts() -> Outcome {
    let [renamed, ..] = changes();
    let mut work = Work::second_round()?;
    work.make(renamed);
    assert_eq!(work.offered(), Vec::<String>::new());
    work.make(Change::EvidenceUse(seal(), None));
    work.make(commands::give_evidence(seal()));
    assert_eq!(work.given_since(), 1, "given once more, by hand");
    Ok(())
}

/// The first round had it when it ended, and so it stays.
#[test]
fn what_is_taken_out_later_and_given_back_shows_in_the_round_before_what_it_showed() -> Outcome {
    let mut work = Work::second_round()?;
    let first = id("r1");
    let last = |work: &Work| work.session.last_change_before(work.session.end_of(&first));
    let before = last(&work);
    work.make(Change::EvidenceUse(seal(), None));
    assert!(work.undo());
    assert_eq!(last(&work), before, "the round before was changed last when it was");
    Ok(())
}

#[test]
fn what_was_taken_out_in_a_round_and_comes_back_in_the_next_is_new_there() -> Outcome {
    let session = crate::support::talk::Talk::about(&tiny()).session;
    let mut work = Work { session, steps: Steps::default(), second: 10 };
    work.make(Change::Evidence(id("seal"), Some(Evidence::new("Seal", EvidenceKind::Document))));
    work.make(commands::give_evidence(seal()));
    let authorship = work.now();
    let taken_out = work.steps.make(&mut work.session, Change::EvidenceUse(seal(), None), &authorship);
    work.open("r2")?;
    let authorship = work.now();
    work.steps.undo_step(taken_out, &mut work.session, &authorship).ok_or("it can be undone")?;
    assert_eq!(work.given_since(), 1, "the first round ended without it");
    Ok(())
}

#[test]
fn whoever_was_asked_and_undid_their_answer_is_waited_for() -> Outcome {
    let mut work = Work::second_round()?;
    let bo = Person { name: "Bo".to_owned(), role: Role::TechnologyOwner, unknown: Map::new() };
    work.make(Change::Person(id("bo"), Some(bo)));
    let place = Place { on: id("m1"), round: id("r2"), part: None, by: Some(id("bo")) };
    work.make(Change::Answer(place.clone(), Some(Answer::Met)));
    work.make(commands::ask(&id("bo"), &[id("lager.mehl")], TODAY));
    let is_waited_for = |work: &Work| !waiting(&Assessment::latest(&tiny_asked(), &work.session)).is_empty();
    assert!(is_waited_for(&work));
    work.make(Change::Answer(place, Some(Answer::NotMet)));
    assert!(!is_waited_for(&work), "answered since");
    assert!(work.undo());
    assert!(is_waited_for(&work), "that was undone");
    Ok(())
}

proptest! {
    #![proptest_config(cases(32))]

    #[test]
    fn any_number_of_changes_undone_leaves_to_be_looked_at_what_was(which in proptest::collection::vec(0_usize..3, 1..6), again in any::<bool>()) {
        let mut work = Work::second_round().map_err(|error| TestCaseError::fail(error.to_string()))?;
        let before = work.offered();
        let mut made = 0;
        for at in which {
            let change = changes().into_iter().nth(at);
            let depth = work.session.seen.clone();
            change.into_iter().for_each(|change| work.make(change));
            made += usize::from(work.session.seen != depth);
        }
        for _ in 0..made {
            prop_assert!(work.undo());
        }
        prop_assert_eq!(work.offered(), before.clone());
        if again {
            for _ in 0..made {
                prop_assert!(work.redo());
            }
            for _ in 0..made {
                prop_assert!(work.undo());
            }
            prop_assert_eq!(work.offered(), before);
        }
    }
}
