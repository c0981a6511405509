//! The table of facts: what it says of the lists fits together, and what goes through all lists misses none.

use std::collections::BTreeSet;

use crate::support::any::{cases, change, session};
use crate::support::talk::Talk;
use crate::support::{bytes, id, smm, tiny, tiny_asked};
use plumbline::exchange::{preview, write_session};
use plumbline::model::{Level, read_model};
use plumbline::session::{
    Answer, Change, CountsAs, Fact, Facts, InRequest, List, NextRound, Place, RecordKind, Seen, Session, Stamp, SystemField,
    Timestamp, WithoutNames,
};
use proptest::prelude::*;
use serde_json::Value;

type Outcome = Result<(), Box<dyn std::error::Error>>;

fn stamps_in(file: &Value) -> usize {
    let lists = file.as_object().into_iter().flat_map(|members| members.values()).filter_map(Value::as_array);
    lists.flatten().filter(|record| record.get("stamp").is_some()).count()
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn a_change_is_called_in_files_as_its_list_says(change in change()) {
        let Some(list) = change.list() else { return Ok(()) };
        let written = serde_json::to_value(&change)?;
        let names: Vec<String> = written.as_object().into_iter().flat_map(|members| members.keys().cloned()).collect();
        prop_assert_eq!(names, vec![list.change_name().unwrap_or_default()]);
    }

    #[test]
    fn every_fact_that_is_written_is_gone_through(session in session()) {
        let file: Value = serde_json::from_str(&write_session(&session)?)?;
        let mut count = 0;
        session.each_fact(&mut |_| count += 1);
        prop_assert_eq!(count, stamps_in(&file));
        prop_assert_eq!(session.changed_since(&Seen::default()), count);
    }
}

#[test]
fn a_list_is_known_by_its_name() {
    for list in List::ALL {
        assert_eq!(List::from_name(list.name()), Some(*list));
    }
    assert_eq!(List::from_name("x-later"), None);
    let names: BTreeSet<&str> = List::ALL.iter().map(|list| list.name()).collect();
    assert_eq!(names.len(), List::ALL.len());
}

#[test]
fn what_the_table_says_of_a_list_fits_its_kind_of_records() {
    for list in List::ALL {
        let in_round = matches!(list.record(), RecordKind::Placed | RecordKind::Subject);
        assert_eq!(
            in_round,
            list.next_round() != NextRound::Stays,
            "{list:?}: only what belongs to a round begins anew with one"
        );
        let personal = list.in_request() == InRequest::Own;
        assert!(!personal || list.record() == RecordKind::Placed, "{list:?}: only such facts belong to a person");
        let past = list.record() == RecordKind::Past;
        assert!(!past || (list.change().is_none() && list.counts_as() == CountsAs::Record), "{list:?}: nobody states the past");
        // Later versions that do not know a list tell by its name that it keeps what was before.
        assert_eq!(past, list.name().starts_with("past_"), "{list:?}");
        assert_eq!(list.in_request().is_for_everybody(), !matches!(list.in_request(), InRequest::Never | InRequest::Own));
    }
}

#[test]
fn what_would_say_who_is_who_never_leaves_without_names() {
    for list in [List::System, List::PracticeNotes, List::Notes, List::Against, List::Hints, List::Reports, List::Discussions] {
        assert_eq!(list.without_names(), WithoutNames::Never, "{list:?}");
    }
    assert_eq!(List::People.without_names(), WithoutNames::NoWords, "their roles may");
}

#[test]
fn what_only_follows_from_an_older_edition_is_no_change() -> Outcome {
    let model = read_model(&bytes("tests/data/tiny-model-v2.json"))?;
    let mut talk = Talk::about(&tiny());
    talk.answer("k1b", Answer::Met);
    talk.target("lager.mehl", 2);
    let (before, last) = (talk.session.changed_since(&Seen::default()), talk.session.last_change());
    let now = talk.session.carried_over(&model).into_owned();
    assert!(now.answers.len() > talk.session.answers.len(), "something follows");
    assert_eq!((now.changed_since(&Seen::default()), now.last_change()), (before, last));
    let (here, there) = (preview(&talk.session, &tiny_asked())?, preview(&now, &tiny_asked())?);
    assert_eq!((here.answers, here.targets), (there.answers, there.targets));
    Ok(())
}

#[test]
fn a_round_has_its_own_answers_and_its_own_last_change() {
    let mut talk = Talk::about(&smm());
    talk.answer("i", Answer::NotMet);
    let first = talk.session.last_change();
    talk.pass(60);
    talk.open_round("r2");
    assert_eq!(talk.session.last_change_in(&id("r1")), Some(first));
    assert_eq!(talk.session.last_change_in(&id("r2")), None, "opening it says nothing in it");
    talk.answer("i", Answer::Met);
    talk.target("p", 2);
    let said = |round: &str| {
        let answers: Vec<Answer> =
            talk.session.answers_to(&id("i"), &id(round)).filter_map(|(_, fact)| fact.value().cloned()).collect();
        answers
    };
    assert_eq!((said("r1"), said("r2"), said("r3")), (vec![Answer::NotMet], vec![Answer::Met], vec![]));
    assert_eq!(talk.session.last_change_in(&id("r1")), Some(first));
    assert!(talk.session.last_change_in(&id("r2")).is_some_and(|at| at > first && at < talk.session.last_change()));
}

#[test]
fn another_model_can_be_chosen_until_something_is_said_that_only_one_understands() {
    let mut talk = Talk::about(&smm());
    talk.change(Change::System(SystemField::Name, Some("Line 3".to_owned())));
    talk.add_person("ana");
    talk.name_part("cloud");
    assert!(talk.session.is_free_of_model());
    let free = talk.session.clone();
    let bound = |change: Change| {
        let mut talk = Talk::about(&smm());
        talk.session = free.clone();
        talk.change(change);
        !talk.session.is_free_of_model()
    };
    assert!(bound(Change::Hint(id("d"), Some("It is right as it is.".to_owned()))));
    assert!(bound(Change::Note(talk.place(id("i")), Some("a note".to_owned()))));
}

#[test]
fn a_former_target_of_a_practice_that_is_not_here_is_told_of() -> Outcome {
    let mut talk = Talk::about(&tiny());
    talk.target("gone", 1);
    talk.pass(3600);
    talk.target("gone", 2);
    let mut session: Session = talk.session.clone();
    session.targets.retain(|_, _| false);
    assert_eq!(session.past_targets.len(), 1);
    assert_eq!(preview(&session, &tiny_asked())?.not_in_model, ["gone"]);
    assert_eq!(session.target(&id("gone")).map(|target| target.level), None::<Level>);
    Ok(())
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn the_facts_of_a_round_are_all_of_them_and_in_their_order(
        said in proptest::collection::vec((0_u8..6, 0_u8..12, 0_u8..3, 0_u8..3), 0..120),
        wanted in 0_u8..13,
    ) {
        let mut facts: Facts<Place<plumbline::model::IndicatorId>, u8> = Facts::new();
        for (on, round, part, by) in said {
            let (part, by) = ((part > 0).then(|| id(&format!("part-{part}"))), (by > 0).then(|| id(&format!("by-{by}"))));
            let place = Place { on: id(&format!("s{on}")), round: id(&format!("r{round:02}")), part, by };
            let stamp = Stamp { counter: 1, actor: id("tab-1") };
            facts.insert(place, Fact::new(Some(on), None, Timestamp::UNIX_EPOCH, stamp));
        }
        let round = id(&format!("r{wanted:02}"));
        let found: Vec<_> = facts.in_round(&round).map(|(place, _)| place).collect();
        let expected: Vec<_> = facts.keys().filter(|place| place.round == round).collect();
        prop_assert_eq!(found, expected);
    }
}

/// The ends of all rounds in one go are those that are found one by one.
#[test]
fn the_ends_of_rounds_are_the_same_one_by_one_and_together() -> Outcome {
    for file in ["session-v1-cycle.json", "session-v1-plan.json", "session-v1-rounds.json", "session-v1.json"] {
        let session = plumbline::exchange::read_session(&bytes(&format!("tests/data/golden/{file}")))?;
        let ends = session.ends();
        for (round, _) in session.rounds_in_order() {
            assert_eq!(ends.get(round).copied(), session.end_of(round), "{file} {round}");
        }
    }
    Ok(())
}
