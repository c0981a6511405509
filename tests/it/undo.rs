//! Undo and redo: a step is given back as it was, and never over what others changed since.

use std::sync::Arc;

use plumbline::analysis::{Assessment, stale};
use plumbline::exchange::merge;
use plumbline::model::Questionnaire;
use plumbline::session::{
    Answer, Authorship, Change, Date, FromFile, List, Session, Steps, Stroke, SystemField, Timestamp, Undone,
};
use proptest::prelude::*;

use crate::support::any::{cases, change, session};
use crate::support::talk::Talk;
use crate::support::{id, smm, tiny};

type Outcome = Result<(), Box<dyn std::error::Error>>;

/// A tab that has the session open.
#[derive(Clone)]
struct Tab {
    session: Session,
    steps: Steps,
    actor: &'static str,
    /// So many seconds after the beginning.
    now: i64,
}

impl Tab {
    fn on(session: &Session, actor: &'static str) -> Self {
        Self { session: session.clone(), steps: Steps::default(), actor, now: 0 }
    }

    fn authorship(&mut self) -> Authorship {
        self.now += 100;
        let at = Timestamp::from_second(1_795_500_000 + self.now).unwrap_or_default();
        Authorship { by: None, at, actor: id(self.actor) }
    }

    fn change(&mut self, change: Change) -> u64 {
        let authorship = self.authorship();
        self.steps.make(&mut self.session, change, &authorship)
    }

    fn undo(&mut self) -> Option<Undone> {
        let authorship = self.authorship();
        self.steps.undo(&mut self.session, &authorship)
    }

    fn redo(&mut self) -> Option<Undone> {
        let authorship = self.authorship();
        self.steps.redo(&mut self.session, &authorship)
    }

    fn undo_step(&mut self, number: u64) -> Option<Undone> {
        let authorship = self.authorship();
        self.steps.undo_step(number, &mut self.session, &authorship)
    }

    /// Takes in what another tab has.
    fn hear(&mut self, other: &Self) -> Outcome {
        self.session = merge(&self.session, &other.session).map_err(|error| format!("{error:?}"))?.session;
        Ok(())
    }

    fn name(&self) -> &str {
        self.session.system(SystemField::Name)
    }
}

fn name(words: &str) -> Change {
    Change::System(SystemField::Name, Some(words.to_owned()))
}

fn limits(words: &str) -> Change {
    Change::System(SystemField::Includes, Some(words.to_owned()))
}

/// Everything that stands in a session: what, by whom and when, without its stamps.
fn facts(session: &Session) -> Vec<String> {
    let mut facts = Vec::new();
    session.each_fact(&mut |fact| {
        if fact.stands {
            facts.push(format!("{:?} {} {:?} {:?} {:?}", fact.list, fact.id, fact.round, fact.level, fact.at));
        }
    });
    facts
}

#[test]
fn what_another_tab_changed_since_is_not_undone_and_the_step_before_can_be() -> Outcome {
    let mut a = Tab::on(&Talk::about(&smm()).session, "a");
    a.change(limits("Line 3"));
    a.change(name("N1"));
    a.change(name("N2"));
    let mut b = Tab::on(&a.session, "b");
    b.change(name("N3"));
    a.hear(&b)?;
    let undone = a.undo().ok_or("a step")?;
    assert_eq!((undone.given_back, undone.changed_since), (vec![], vec![name("N2")]), "it is said what was changed since");
    assert_eq!(a.name(), "N3");
    let undone = a.undo().ok_or("the step before")?;
    assert_eq!((undone.given_back, a.name()), (vec![], "N3"), "nor is the step before about the same");
    let undone = a.undo().ok_or("the first step")?;
    assert_eq!(undone.given_back, [limits("Line 3")], "what nobody else changed is undone");
    assert_eq!(a.session.system(SystemField::Includes), "");
    Ok(())
}

#[test]
fn what_another_tab_changed_since_is_not_redone_over() -> Outcome {
    let mut a = Tab::on(&Talk::about(&smm()).session, "a");
    a.change(name("N1"));
    a.undo().ok_or("a step")?;
    let mut b = Tab::on(&a.session, "b");
    b.change(name("N3"));
    a.hear(&b)?;
    let redone = a.redo().ok_or("a step")?;
    assert_eq!((redone.given_back, a.name()), (vec![], "N3"));
    Ok(())
}

#[test]
fn a_duplicated_tab_undoes_nothing_of_what_the_first_said_since() -> Outcome {
    let mut a = Tab::on(&Talk::about(&smm()).session, "a");
    a.change(name("N1"));
    a.change(name("N2"));
    let mut copy = Tab { actor: "copy", ..a.clone() };
    a.change(name("N3"));
    copy.hear(&a)?;
    let undone = copy.undo().ok_or("a step")?;
    assert_eq!((undone.given_back, copy.name()), (vec![], "N3"));
    Ok(())
}

#[test]
fn the_same_words_said_by_another_tab_are_its_own() -> Outcome {
    let mut a = Tab::on(&Talk::about(&smm()).session, "a");
    a.change(name("N1"));
    let mut b = Tab::on(&a.session, "b");
    b.change(name("N2"));
    b.change(name("N1"));
    a.hear(&b)?;
    assert_eq!(a.undo().ok_or("a step")?.given_back, []);
    assert_eq!(a.name(), "N1");
    Ok(())
}

#[test]
fn typing_on_after_another_tab_is_a_step_of_its_own() -> Outcome {
    let mut a = Tab::on(&Talk::about(&smm()).session, "a");
    a.change(name("N1"));
    let mut b = Tab::on(&a.session, "b");
    b.change(name("N3"));
    a.hear(&b)?;
    a.now -= 99;
    a.change(name("N3 and more"));
    a.undo().ok_or("a step")?;
    assert_eq!(a.name(), "N3");
    Ok(())
}

#[test]
fn of_changes_that_belong_together_those_are_undone_that_nobody_changed_since() -> Outcome {
    let mut a = Tab::on(&Talk::about(&smm()).session, "a");
    a.change(name("N1"));
    a.change(Change::Together(vec![name("N2"), limits("Line 3")]));
    let mut b = Tab::on(&a.session, "b");
    b.change(name("N3"));
    a.hear(&b)?;
    let undone = a.undo().ok_or("a step")?;
    assert_eq!((undone.given_back, undone.changed_since), (vec![limits("Line 3")], vec![name("N2")]));
    assert_eq!((a.name(), a.session.system(SystemField::Includes)), ("N3", ""));
    a.redo().ok_or("a step")?;
    assert_eq!((a.name(), a.session.system(SystemField::Includes)), ("N3", "Line 3"));
    Ok(())
}

#[test]
fn the_undo_of_a_message_looks_at_what_stands_now() -> Outcome {
    let mut a = Tab::on(&Talk::about(&smm()).session, "a");
    a.change(name("N1"));
    let step = a.change(Change::System(SystemField::Name, None));
    a.change(limits("Line 3"));
    let mut b = Tab::on(&a.session, "b");
    b.change(name("N3"));
    let (alone, mut with_b) = (a.clone(), a);
    with_b.hear(&b)?;
    assert_eq!(with_b.undo_step(step).ok_or("the step")?.given_back, []);
    assert_eq!(with_b.name(), "N3");
    let mut alone = alone;
    alone.undo_step(step).ok_or("the step")?;
    assert_eq!((alone.name(), alone.session.system(SystemField::Includes)), ("N1", "Line 3"), "later steps stay");
    assert_eq!(alone.undo_step(step).map(|again| again.given_back), Some(vec![]), "it is undone only once");
    alone.undo().ok_or("the undo is a step, too")?;
    alone.undo().ok_or("the later step")?;
    alone.undo().ok_or("the step itself")?;
    assert_eq!((alone.name(), alone.session.system(SystemField::Includes)), ("N1", ""));
    Ok(())
}

#[test]
fn an_undo_makes_no_stale_answer_fresh() -> Outcome {
    let mut talk = Talk::about(&tiny());
    talk.answer("k1a", Answer::Met);
    let mut tab = Tab::on(&talk.session, "a");
    tab.now = 4 * 366 * 24 * 3600;
    let asked = Questionnaire::new(Arc::clone(&tiny()), Vec::new());
    let today = Date::new(2030, 12, 1)?;
    let old = |session: &Session| stale(&Assessment::latest(&asked, session), today);
    let before = (facts(&tab.session), old(&tab.session));
    assert!(!before.1.is_empty(), "after four years it is stale");
    let place = talk.place(id("k1a"));
    tab.change(Change::Answer(place, Some(Answer::NotMet)));
    assert!(old(&tab.session).is_empty());
    tab.undo().ok_or("a step")?;
    assert_eq!((facts(&tab.session), old(&tab.session)), before);
    Ok(())
}

#[test]
fn undoing_a_target_decides_nothing_however_late() -> Outcome {
    let target = |level| {
        let mut talk = Talk::about(&tiny());
        talk.target("lager.mehl", level);
        Change::Target(id("lager.mehl"), talk.session.target(&id("lager.mehl")).cloned())
    };
    let mut talk = Talk::about(&tiny());
    talk.target("lager.mehl", 1);
    for seconds in [1, 3600] {
        let mut tab = Tab::on(&talk.session, "a");
        let before = standing(&tab.session);
        tab.change(target(2));
        let changed = standing(&tab.session);
        tab.now += seconds - 100;
        tab.undo().ok_or("a step")?;
        assert_eq!(standing(&tab.session), before, "after {seconds} seconds");
        tab.redo().ok_or("a step")?;
        assert_eq!(standing(&tab.session), changed, "after {seconds} seconds");
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn steps_are_undone_to_the_letter_and_redone((session, changes) in (session(), proptest::collection::vec(change(), 1..6))) {
        let mut tab = Tab::on(&session, "a");
        let mut stages = vec![standing(&tab.session)];
        for change in changes {
            if tab.change(change) > 0 {
                stages.push(standing(&tab.session));
            }
        }
        let last = stages.len() - 1;
        for stage in stages.iter().take(last).rev() {
            prop_assert!(tab.undo().is_some_and(|undone| undone.changed_since.is_empty()));
            prop_assert_eq!(&standing(&tab.session), stage);
        }
        prop_assert!(!tab.steps.can_undo());
        for stage in stages.iter().skip(1) {
            prop_assert!(tab.redo().is_some_and(|redone| redone.changed_since.is_empty()));
            prop_assert_eq!(&standing(&tab.session), stage);
        }
    }

    #[test]
    fn no_undo_or_redo_touches_what_others_said_last(
        (session, moves) in (session(), proptest::collection::vec((0..5_u8, change()), 1..24))
    ) {
        let (mut mine, mut others) = (Tab::on(&session, "mine"), Tab::on(&session, "others"));
        // A session without its round is none, and nothing is merged with it.
        for (chosen, change) in moves.into_iter().filter(|(_, change)| !format!("{change:?}").contains("Round(")) {
            let before = said_by_others(&mine.session);
            match chosen {
                0 => _ = mine.change(change),
                1 => {
                    others.hear(&mine).map_err(|error| TestCaseError::fail(error.to_string()))?;
                    others.change(change);
                    mine.hear(&others).map_err(|error| TestCaseError::fail(error.to_string()))?;
                }
                2 => _ = mine.redo(),
                3 => _ = mine.undo_step(1),
                _ => _ = mine.undo(),
            }
            if chosen > 1 {
                prop_assert_eq!(said_by_others(&mine.session), before);
            }
        }
    }

    #[test]
    fn steps_are_the_same_after_a_reload((session, change) in (session(), change())) {
        let mut tab = Tab::on(&session, "a");
        tab.change(change);
        let text = serde_json::to_string(&tab.steps)?;
        prop_assert_eq!(Steps::from_json(&text), Some(tab.steps));
    }
}

/// What stands and what targets were before, by whom and when, whatever its stamps.
fn standing(session: &Session) -> Vec<String> {
    let mut said = Vec::new();
    session.each_fact(&mut |fact| {
        if fact.stands && fact.list != List::PastTargets {
            said.push(format!("{fact:?}").split(", stamp: ").next().unwrap_or_default().to_owned());
        }
    });
    let all = session.targets.iter().chain(session.past_targets.iter().map(|((on, _), fact)| (on, fact)));
    let all = all.filter(|(_, fact)| fact.value().is_some());
    said.extend(all.map(|(on, fact)| format!("{on} {:?} {:?} {:?}", fact.by, fact.at, fact.value())));
    // Former targets stand by their stamps, and what is given back stands under another one: the same statement counts once, as in the log.
    said.sort();
    said.dedup();
    said
}

/// What stands as others said it last. What a target was before stands for the record alone: it goes where the target is that again.
fn said_by_others(session: &Session) -> Vec<String> {
    let mut said = Vec::new();
    session.each_fact(&mut |fact| {
        if fact.list != List::PastTargets && fact.stamp.actor.as_str() == "others" {
            said.push(format!("{fact:?}"));
        }
    });
    said
}

#[test]
fn a_stroke_goes_back_and_forth() {
    let mut talk = Talk::about(&smm());
    let authorship = Authorship { by: None, at: Timestamp::UNIX_EPOCH, actor: id("a") };
    let strokes = talk.session.make(name("N1"), &authorship).unwrap_or_default();
    let back: Vec<Stroke> = strokes.iter().cloned().map(|stroke| stroke.back().back()).collect();
    assert_eq!(back, strokes);
}
