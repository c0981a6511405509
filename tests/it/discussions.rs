//! What two copies say differently can be kept on both sides, travels with the session, and is settled later.

use crate::support::any::{cases, change};
use crate::support::{id, smm};
use plumbline::exchange::{Entry, Keep, Merged, discussions, merge, read_session, restated, write_session};
use plumbline::model::{Level, Scope};
use plumbline::session::{Answer, Authorship, Change, ModelRef, Origin, Place, Session, SystemField, Target, Timestamp};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

type Outcome = Result<(), Box<dyn std::error::Error>>;

fn authorship(actor: &str) -> Authorship {
    Authorship { by: Some(id(actor)), at: Timestamp::UNIX_EPOCH, actor: id(actor) }
}

fn first() -> Session {
    let model = smm();
    Session::new(id("s1"), ModelRef::new(model.id.clone(), model.edition.clone()), id("r1"), &authorship("first"))
}

/// A session as it was changed by two people apart.
fn apart(mine: &[Change], theirs: &[Change]) -> (Session, Session) {
    let changed = |changes: &[Change], actor: &str| {
        let mut session = first();
        changes.iter().for_each(|change| {
            session.apply(change.clone(), &authorship(actor));
        });
        session
    };
    (changed(mine, "ana"), changed(theirs, "bo"))
}

fn name(name: &str) -> Change {
    Change::System(SystemField::Name, Some(name.to_owned()))
}

fn sides(session: &Session) -> Vec<Vec<Option<Value>>> {
    let values = |(_, sides): (_, Vec<Entry>)| sides.iter().map(|side| side.value().cloned()).collect();
    discussions(session).into_iter().map(values).collect()
}

/// Both sides of every conflict kept, by whoever merges.
fn both(merged: &Merged, actor: &str) -> Result<Session, plumbline::exchange::MergeError> {
    merged.decided(&vec![Keep::Both; merged.conflicts.len()], &authorship(actor))
}

#[test]
fn both_sides_are_kept_and_nothing_is_decided() -> Outcome {
    let (mine, theirs) = apart(&[name("Mill")], &[name("Millstone")]);
    let merged = merge(&mine, &theirs)?;
    let kept = both(&merged, "ana")?;
    assert_eq!(sides(&kept), [vec![Some(json!("Mill")), Some(json!("Millstone"))]]);
    assert_eq!(kept.system, merged.session.system, "what stood still stands, with who said it and when");
    assert_eq!(read_session(write_session(&kept)?.as_bytes())?, kept, "it travels with the file");
    for other in [&mine, &theirs] {
        let again = merge(&kept, other)?;
        assert_eq!((again.session, again.conflicts), (kept.clone(), vec![]), "nobody is asked again");
    }
    Ok(())
}

#[test]
fn two_who_both_keep_both_have_one_discussion() -> Outcome {
    let (mine, theirs) = apart(&[name("Mill")], &[name("Millstone")]);
    let here = both(&merge(&mine, &theirs)?, "ana")?;
    let there = both(&merge(&theirs, &mine)?, "bo")?;
    let merged = merge(&here, &there)?;
    assert_eq!((sides(&merged.session).len(), merged.conflicts.len()), (1, 0));
    assert_eq!(merged.session, merge(&there, &here)?.session);
    Ok(())
}

#[test]
fn a_discussion_is_settled_by_stating_a_side_and_that_can_be_undone() -> Outcome {
    let target = |level: u8| Change::Target(id("p"), Some(Target::new(Level::new(level), Scope::General, Origin::Practice)));
    let (mine, theirs) = apart(&[target(2)], &[target(4)]);
    let mut kept = both(&merge(&mine, &theirs)?, "ana")?;
    let stood = kept.target(&id("p")).map(|target| target.level.number());
    let (about, sides_here) = discussions(&kept).pop().ok_or("a discussion")?;
    let other = sides_here.iter().find(|side| side.value().and_then(|it| it.get("level")?.as_u64()) != stood.map(u64::from));
    let change = restated(other.ok_or("the other side")?).ok_or("a change")?;
    let undo = kept.apply(Change::Together(vec![change, Change::Discussion(about, None)]), &authorship("cy"));
    assert_ne!(kept.target(&id("p")).map(|target| target.level.number()), stood);
    assert_eq!(sides(&kept), Vec::<Vec<_>>::new());
    for other in [&mine, &theirs] {
        assert_eq!(merge(&kept, other)?.conflicts, vec![], "all copies follow");
    }
    kept.apply(undo, &authorship("cy"));
    assert_eq!(kept.target(&id("p")).map(|target| target.level.number()), stood);
    assert_eq!(sides(&kept).len(), 1);
    Ok(())
}

#[test]
fn of_a_deletion_and_a_change_the_change_is_proposed() -> Outcome {
    let mut base = first();
    base.apply(name("Mill"), &authorship("first"));
    let (mut mine, mut theirs) = (base.clone(), base);
    mine.apply(Change::System(SystemField::Name, None), &authorship("ana"));
    theirs.apply(name("Millstone"), &authorship("bo"));
    for (one, other, proposed) in [(&mine, &theirs, Keep::Theirs), (&theirs, &mine, Keep::Mine)] {
        let merged = merge(one, other)?;
        let proposals: Vec<_> = merged.conflicts.iter().map(plumbline::exchange::Conflict::proposed).collect();
        assert_eq!(proposals, [proposed]);
        assert_eq!(merged.decided(&proposals, &authorship("ana"))?.system(SystemField::Name), "Millstone");
    }
    Ok(())
}

#[test]
fn copies_are_compared_item_by_item() -> Outcome {
    let answer = |on: &str, answer: Answer| {
        Change::Answer(Place { on: id(on), round: id("r1"), part: None, by: Some(id("ana")) }, Some(answer))
    };
    let mut base = first();
    for on in ["same", "here", "there"] {
        base.apply(answer(on, Answer::Met), &authorship("first"));
    }
    let (mut mine, mut theirs) = (base.clone(), base);
    mine.apply(answer("here", Answer::NotMet), &authorship("ana"));
    mine.apply(answer("mine-1", Answer::NotMet), &authorship("ana"));
    mine.apply(answer("mine-2", Answer::NotMet), &authorship("ana"));
    mine.apply(answer("both", Answer::NotMet), &authorship("ana"));
    theirs.apply(answer("there", Answer::Partly), &authorship("bo"));
    theirs.apply(answer("theirs", Answer::Partly), &authorship("bo"));
    theirs.apply(answer("both", Answer::Partly), &authorship("bo"));
    let merged = merge(&mine, &theirs)?;
    assert_eq!((merged.only_here, merged.newer_here, merged.conflicts.len()), (2, 1, 1));
    let taken: Vec<_> = merged.taken.iter().map(|it| (it.entry.about(), it.is_new, it.former.clone())).collect();
    assert_eq!(taken, [("theirs", true, None), ("there", false, Some(json!("met")))]);
    Ok(())
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn every_side_of_every_conflict_can_be_stated_again(mine in vec(change(), 0..12), theirs in vec(change(), 0..12)) {
        let (mine, theirs) = apart(&mine, &theirs);
        let Ok(merged) = merge(&mine, &theirs) else { return Ok(()) };
        let kept = both(&merged, "cy")?;
        prop_assert_eq!(sides(&kept).len() >= merged.conflicts.len(), true);
        for conflict in merged.conflicts.iter().filter(|conflict| conflict.mine.list() != "discussions") {
            for side in [&conflict.mine, &conflict.theirs] {
                let change = restated(side);
                // No assessment is without a round.
                let is_round_taken_back = side.list() == "rounds" && side.value().is_none();
                prop_assert_eq!(change.is_none(), is_round_taken_back, "{:?}", side);
                if is_round_taken_back {
                    continue;
                }
                let mut settled = kept.clone();
                settled.apply(change.unwrap_or(Change::Together(Vec::new())), &authorship("cy"));
                let again = merge(&settled, if side == &conflict.mine { &mine } else { &theirs })?;
                prop_assert!(again.taken.iter().all(|it| it.entry != *side) && !again.conflicts.iter().any(|it| it.theirs == *side));
            }
        }
    }
}
