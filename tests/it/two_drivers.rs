//! The highest level is proposed only for two reasons that share no answer: in every interview that is shipped, whatever is answered.

#![allow(clippy::panic, reason = "what is not there ends the test")]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

use crate::support::any::cases;
use crate::support::{bytes, offered, smm, smm_coherence, smm_interview};
use plumbline::analysis::Proposals;
use plumbline::model::{
    Asks, Interview, Level, OptionId, PracticeId, QuestionId, Questionnaire, Rule, read_coherence, read_interview, read_model,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

type Answers = BTreeMap<QuestionId, OptionId>;

/// A shipped model with its interview and dependencies, without a profile.
struct Shipped {
    interview: Arc<Interview>,
    asked: Questionnaire,
}

static SHIPPED: LazyLock<Vec<Shipped>> = LazyLock::new(|| {
    let first = Shipped {
        interview: smm_interview(),
        asked: Questionnaire::new(smm(), Vec::new()).with_guidance(Some(smm_interview()), Some(smm_coherence())),
    };
    let other = |name: String| {
        let file = |kind: &str| bytes(&format!("public/models/{name}{kind}.json"));
        let model = Arc::new(read_model(&file("")).unwrap_or_else(|problems| panic!("{name}: {problems}")));
        let interview = read_interview(&file(".interview"), &model).unwrap_or_else(|problems| panic!("{name}: {problems}"));
        let coherence = read_coherence(&file(".coherence"), &model).unwrap_or_else(|problems| panic!("{name}: {problems}"));
        let interview = Arc::new(interview);
        let asked = Questionnaire::new(model, Vec::new()).with_guidance(Some(interview.clone()), Some(Arc::new(coherence)));
        Shipped { interview, asked }
    };
    std::iter::once(first).chain(offered().into_iter().map(|it| other(it.id.to_string()))).collect()
});

/// The level that needs two drivers, which has to be the model's highest.
fn top(shipped: &Shipped) -> Level {
    let top = shipped.interview.two_drivers.as_ref().map(|it| it.level);
    assert_eq!(top, Some(shipped.asked.model().top()), "{}", shipped.interview.model);
    shipped.asked.model().top()
}

/// The rules that ask for the highest level of a practice.
fn drivers<'a>(shipped: &'a Shipped, practice: &PracticeId) -> Vec<&'a Rule> {
    let top = top(shipped);
    let asks = |rule: &&Rule| matches!(rule.asks, Asks::AtLeast(level, _) if level >= top);
    shipped.interview.rules_for(practice).filter(asks).collect()
}

fn practices(shipped: &Shipped) -> Vec<PracticeId> {
    shipped.asked.model().practices().into_iter().map(|it| it.id.clone()).collect()
}

/// The questions on which a rule rests, told by the file and not by the code that is tried here.
fn questions(rule: &Rule) -> BTreeSet<&str> {
    rule.when.iter().map(|condition| condition.question.as_str()).collect()
}

fn level(shipped: &Shipped, given: &Answers, practice: &PracticeId) -> Option<Level> {
    Proposals::of(&shipped.asked, given).of_interview(practice).map(|it| it.level)
}

/// The answers, without those to some questions.
fn without(given: &Answers, questions: &BTreeSet<&str>) -> Answers {
    given
        .iter()
        .filter(|(question, _)| !questions.contains(question.as_str()))
        .map(|(it, option)| (it.clone(), option.clone()))
        .collect()
}

#[test]
fn each_rule_for_the_highest_level_asks_two_things_and_has_another_that_asks_something_else() {
    let mut tried = 0;
    for shipped in SHIPPED.iter() {
        for practice in practices(shipped) {
            let drivers = drivers(shipped, &practice);
            for rule in &drivers {
                let place = format!("{}: {} for {practice}", shipped.interview.model, rule.id);
                assert!(questions(rule).len() >= 2, "{place} rests on one answer alone");
                assert_eq!(questions(rule).len(), rule.when.len(), "{place} asks the same question twice");
                let has_other = drivers.iter().any(|other| questions(rule).is_disjoint(&questions(other)));
                assert!(
                    has_other,
                    "{place} has no rule beside it that asks about something else, so it never leads to the level"
                );
                tried += 1;
            }
        }
    }
    assert!(tried > 80, "{tried}");
}

#[test]
fn two_rules_are_independent_when_they_have_no_question_in_common() {
    let interview = smm_interview();
    let rule = |id: &str| match interview.rules.iter().find(|rule| rule.id.as_str() == id) {
        Some(rule) => rule.clone(),
        None => panic!("{id}"),
    };
    let independent = |one: &str, other: &str| rule(one).is_independent_of(&rule(other));
    assert!(independent("deadly-networked-response", "existential-criminals"));
    assert!(!independent("critical-public", "deadly-public"), "both ask about touch");
    assert!(!independent("deadly-public", "deadly-public"), "one and the same");
    assert!(!independent("harm-serious-response", "deadly-networked-response"), "one of them asks about nothing of its own");
}

/// Each practice that can come out at the highest level does so with two drivers together, and with neither of them alone.
#[test]
fn two_drivers_together_lead_to_the_highest_level_and_neither_does_alone() {
    let mut tried = 0;
    for shipped in SHIPPED.iter() {
        let answers_of = |rules: &[&Rule]| -> Answers {
            let conditions = rules.iter().flat_map(|rule| &rule.when);
            conditions.map(|it| (it.question.clone(), it.at_least.clone())).collect()
        };
        for practice in practices(shipped) {
            let drivers = drivers(shipped, &practice);
            for (one, other) in drivers.iter().flat_map(|one| drivers.iter().map(move |other| (one, other))) {
                if questions(one).is_disjoint(&questions(other)) {
                    let place = format!("{}: {} and {} for {practice}", shipped.interview.model, one.id, other.id);
                    assert_eq!(level(shipped, &answers_of(&[one]), &practice), Some(top(shipped).below()), "{place}");
                    // What can hardly be mended is held back, whatever asks for more.
                    let together = level(shipped, &answers_of(&[one, other]), &practice);
                    assert_eq!(together, Some(top(shipped)), "{place}");
                    tried += 1;
                }
            }
        }
    }
    assert!(tried > 80, "{tried}");
}

fn chosen(interview: &Interview, places: &[Option<usize>]) -> Answers {
    let of = |(question, place): (&plumbline::model::Question, &Option<usize>)| {
        let option = question.options.get((*place)?.min(question.options.len().saturating_sub(1)))?;
        Some((question.id.clone(), option.id.clone()))
    };
    interview.questions.iter().zip(places).filter_map(of).collect()
}

proptest! {
    #![proptest_config(cases(192))]

    #[test]
    fn without_any_one_answer_a_highest_level_can_fall_but_without_all_others_of_one_reason_it_stands_on_the_other(
        which in 0..3_usize, places in vec(option::weighted(0.95, prop_oneof![0..5_usize, Just(4_usize)]), 17),
    ) {
        let Some(shipped) = SHIPPED.get(which) else { panic!("three models") };
        let given = chosen(&shipped.interview, &places);
        for practice in practices(shipped) {
            if level(shipped, &given, &practice) != Some(top(shipped)) {
                continue;
            }
            let fired: Vec<&Rule> = drivers(shipped, &practice).into_iter().filter(|it| shipped.interview.fires(it, &given)).collect();
            let pairs = fired.iter().flat_map(|one| fired.iter().map(move |other| (*one, *other)));
            let disjoint: Vec<_> = pairs.filter(|(one, other)| questions(one).is_disjoint(&questions(other))).collect();
            prop_assert!(!disjoint.is_empty(), "{}: {} {:?}", shipped.interview.model, practice, given);
            // Whoever takes back the answers of all reasons but those of one keeps the level below: no single reason carries it.
            for (one, _) in disjoint {
                let others: BTreeSet<&str> = given.keys().map(QuestionId::as_str).filter(|it| !questions(one).contains(it)).collect();
                let alone = without(&given, &others);
                prop_assert_eq!(level(shipped, &alone, &practice), Some(top(shipped).below()), "{} {}", practice, one.id);
            }
        }
    }

    #[test]
    fn no_single_answer_leads_to_the_highest_level_anywhere(which in 0..3_usize, question in 0..17_usize, option in 0..5_usize) {
        let Some(shipped) = SHIPPED.get(which) else { panic!("three models") };
        let Some(question) = shipped.interview.questions.get(question) else { return Ok(()) };
        let Some(option) = question.options.get(option) else { return Ok(()) };
        let given = Answers::from([(question.id.clone(), option.id.clone())]);
        for practice in practices(shipped) {
            prop_assert!(level(shipped, &given, &practice) < Some(top(shipped)), "{} {:?}", practice, given);
        }
    }
}

#[test]
fn there_are_three_interviews() {
    let models: Vec<&str> = SHIPPED.iter().map(|it| it.interview.model.as_str()).collect();
    assert_eq!(models, ["iot-smm", "software-trustworthiness", "trustworthiness"]);
}
