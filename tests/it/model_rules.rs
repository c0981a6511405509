//! Models of other shapes than the shipped one, with results worked out by hand: rated practices, levels that ask for nothing of their
//! own, three levels and seven, groups one deep and five deep.

#![allow(clippy::panic, reason = "a test that can't even begin has to say so loudly")]

use std::sync::Arc;

use crate::support::talk::Talk;
use crate::support::{bytes, id};
use plumbline::analysis::{
    Asking, Assessment, Basis, Current, Exact, Fit, OpenLevel, PracticeResult, missing, next_question, open_statements, results,
};
use plumbline::model::{Level, LevelRule, Model, Questionnaire, read_model};
use plumbline::session::{Answer, NotApplicable, QuickAnswer};
use proptest::prelude::*;

fn model(name: &str) -> Questionnaire {
    let file = format!("tests/data/models/{name}.json");
    let read = read_model(&bytes(&file));
    let model: Model = read.unwrap_or_else(|problems| panic!("{file}:\n{problems}"));
    Questionnaire::new(Arc::new(model), Vec::new())
}

fn result(asked: &Questionnaire, talk: &Talk, practice: &str) -> PracticeResult {
    let results = results(&Assessment::latest(asked, &talk.session));
    results.practice(&id(practice)).cloned().unwrap_or_else(|| panic!("{practice} is not there"))
}

fn known(low: u8, high: u8, basis: Basis) -> Current {
    Current::Known { low: Level::new(low), high: Level::new(high), basis, exact: Exact::Level }
}

#[test]
fn a_rating_is_the_level_and_nothing_more_is_asked() {
    let asked = model("rated");
    assert_eq!(asked.model().scoring.level, LevelRule::Chosen);
    assert_eq!(asked.model().top(), Level::new(6));
    let mut talk = Talk::about(asked.model());
    assert_eq!(result(&asked, &talk, "pitch").standing.current, Current::Unanswered);
    assert_eq!(result(&asked, &talk, "pitch").open, Some(OpenLevel::Unanswered));

    talk.target("pitch", 5);
    talk.quick_level("pitch", 4);
    let pitch = result(&asked, &talk, "pitch");
    assert_eq!(pitch.standing.current, known(4, 4, Basis::Rating));
    assert_eq!((pitch.fit, pitch.open), (Fit::Short, None), "known, and one step below what is needed");
    assert_eq!(pitch.standing.near_miss, None);
}

#[test]
fn statements_of_a_rated_practice_do_not_move_it() {
    let asked = model("rated");
    let mut talk = Talk::about(asked.model());
    talk.answer("b1", Answer::NotMet);
    assert_eq!(result(&asked, &talk, "breath").standing.current, Current::Unanswered);
    talk.quick_level("breath", 3);
    assert_eq!(result(&asked, &talk, "breath").standing.current, known(3, 3, Basis::Rating));
    let assessment = Assessment::latest(&asked, &talk.session);
    assert_eq!(next_question(&assessment, Asking::default()), None, "no answer could move a level");
    let practices = asked.model().practices();
    assert!(practices.iter().all(|practice| open_statements(&assessment, practice) == 0));
}

#[test]
fn no_statement_is_missing_on_the_way_to_a_rating_and_none_tells_parts_apart() {
    let asked = model("rated");
    let mut talk = Talk::about(asked.model());
    talk.target("breath", 5);
    talk.quick_level("breath", 1);
    talk.name_part("cloud");
    talk.name_part("device");
    talk.part = Some("cloud".to_owned());
    talk.answer("b1", Answer::NotMet);
    let breath = result(&asked, &talk, "breath");
    assert_eq!(breath.standing.current, known(1, 1, Basis::Rating));
    assert!(breath.standing.parts.is_empty(), "what is said about a statement is no rating of a part");
    let assessment = Assessment::latest(&asked, &talk.session);
    let missing = missing(&assessment, &breath);
    assert!(missing.iter().all(|level| level.indicators.is_empty()), "{missing:?}");
    assert_eq!(missing.len(), 4, "what leads to each level is still named");
}

#[test]
fn the_lowest_rating_of_people_and_parts_counts() {
    let asked = model("rated");
    let mut talk = Talk::about(asked.model());
    talk.by = Some("ana".to_owned());
    talk.quick_level("pitch", 5);
    talk.by = Some("bo".to_owned());
    talk.quick_level("pitch", 2);
    let pitch = result(&asked, &talk, "pitch");
    assert_eq!(pitch.standing.current, known(2, 2, Basis::Rating));
    assert!(pitch.do_people_differ, "and that they differ is shown");

    let mut talk = Talk::about(asked.model());
    talk.name_part("cloud");
    talk.name_part("device");
    talk.part = Some("cloud".to_owned());
    talk.quick_level("pitch", 3);
    assert_eq!(result(&asked, &talk, "pitch").standing.current, known(0, 3, Basis::Rating), "nobody rated the other part");
    talk.part = Some("device".to_owned());
    talk.quick("pitch", QuickAnswer::NotApplicable(NotApplicable::because("it has none")));
    assert_eq!(result(&asked, &talk, "pitch").standing.current, known(3, 3, Basis::Rating));
}

#[test]
fn who_does_not_know_a_rating_leaves_all_levels_possible() {
    let asked = model("rated");
    let mut talk = Talk::about(asked.model());
    talk.quick("pitch", QuickAnswer::DontKnow);
    assert_eq!(result(&asked, &talk, "pitch").standing.current, known(0, 6, Basis::NotKnown));
}

#[test]
fn a_level_that_asks_for_nothing_is_passed_through() {
    let asked = model("passed-through");
    assert_eq!(asked.model().path_to(&id("soil")).len(), 5);
    let mut talk = Talk::about(asked.model());
    assert_eq!(result(&asked, &talk, "soil").standing.current, Current::Unanswered, "silence reaches nothing");

    // Level 1 asks for nothing, so whoever answers about level 2 has passed it; level 2 is missed by one statement.
    talk.answer("s2a", Answer::Met);
    assert_eq!(result(&asked, &talk, "soil").standing.current, known(1, 2, Basis::Indicators));
    talk.answer("s2b", Answer::NotMet);
    let soil = result(&asked, &talk, "soil");
    assert_eq!(soil.standing.current, known(1, 1, Basis::Indicators));
    assert_eq!(soil.standing.near_miss.map(|near| near.level), Some(Level::new(2)));

    // Above the last level that asks for something there is nothing to miss.
    talk.answer("w1", Answer::Met);
    assert_eq!(result(&asked, &talk, "water").standing.current, known(2, 2, Basis::Indicators));
    talk.answer("w1", Answer::NotMet);
    assert_eq!(result(&asked, &talk, "water").standing.current, known(0, 0, Basis::Indicators));

    // Nor in the quick pass: whoever is at level 1 of the water is as far as one who answers its statement.
    let mut talk = Talk::about(asked.model());
    talk.target("water", 2);
    talk.quick_level("water", 1);
    let water = result(&asked, &talk, "water");
    assert_eq!((water.standing.current, water.fit), (known(2, 2, Basis::Quick), Fit::OnTarget));
}

#[test]
fn a_practice_without_statements_is_rated_in_any_model() {
    let asked = model("passed-through");
    let mut talk = Talk::about(asked.model());
    talk.quick_level("seeds", 2);
    let seeds = result(&asked, &talk, "seeds");
    assert_eq!((seeds.standing.current, seeds.open), (known(2, 2, Basis::Rating), None));
    talk.quick_level("soil", 2);
    assert_eq!(result(&asked, &talk, "soil").open, Some(OpenLevel::QuickAlone), "of the others, statements still tell");
}

proptest! {
    #[test]
    fn a_lower_rating_never_raises_a_level(levels in proptest::collection::vec(0_u8..=6, 1..5), other in 0_u8..=6) {
        let asked = model("rated");
        let mut talk = Talk::about(asked.model());
        for (level, person) in levels.iter().zip(["ana", "bo", "cy", "di"]) {
            talk.by = Some(person.to_owned());
            talk.quick_level("pitch", *level);
        }
        let lowest = levels.iter().min().copied().unwrap_or_default();
        prop_assert_eq!(result(&asked, &talk, "pitch").standing.current, known(lowest, lowest, Basis::Rating));
        talk.by = Some("zoe".to_owned());
        talk.quick_level("pitch", other);
        let now = lowest.min(other);
        prop_assert_eq!(result(&asked, &talk, "pitch").standing.current, known(now, now, Basis::Rating));
    }
}
