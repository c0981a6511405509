//! What holds for every interview that is shipped, whatever is answered: the highest level is proposed only for two reasons that share
//! no answer, a worse answer never lowers a proposal but where a rule holds back, proposals fit together, and no rule is idle.

#![allow(clippy::panic, reason = "what is not there ends the test")]

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use crate::support::any::cases;
use crate::support::interviews::{Answers, fewest, worse};
use crate::support::{bytes, offered, smm, smm_coherence, smm_interview};
use plumbline::analysis::Proposals;
use plumbline::model::{
    Asks, Coherence, Interview, Level, PracticeId, QuestionId, Questionnaire, Rule, Scope, read_coherence, read_interview,
    read_model,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

/// A shipped model with its interview and dependencies, without a profile.
struct Shipped {
    interview: Arc<Interview>,
    coherence: Arc<Coherence>,
    asked: Questionnaire,
}

static SHIPPED: LazyLock<Vec<Shipped>> = LazyLock::new(|| {
    let shipped = |model, interview: Arc<Interview>, coherence: Arc<Coherence>| {
        let asked = Questionnaire::new(model, Vec::new()).with_guidance(Some(interview.clone()), Some(coherence.clone()));
        Shipped { interview, coherence, asked }
    };
    let first = shipped(smm(), smm_interview(), smm_coherence());
    let other = |name: String| {
        let file = |kind: &str| bytes(&format!("public/models/{name}{kind}.json"));
        let model = Arc::new(read_model(&file("")).unwrap_or_else(|problems| panic!("{name}: {problems}")));
        let interview = read_interview(&file(".interview"), &model).unwrap_or_else(|problems| panic!("{name}: {problems}"));
        let coherence = read_coherence(&file(".coherence"), &model).unwrap_or_else(|problems| panic!("{name}: {problems}"));
        shipped(model, Arc::new(interview), Arc::new(coherence))
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

/// A shipped model with another interview.
fn asked_by(shipped: &Shipped, interview: Interview) -> Questionnaire {
    shipped.asked.clone().with_guidance(Some(Arc::new(interview)), Some(shipped.coherence.clone()))
}

/// What the interview proposes, in the model's order.
fn proposed(asked: &Questionnaire, given: &Answers) -> Vec<(Level, Scope)> {
    let all = Proposals::of(asked, given);
    let practices = asked.model().practices();
    practices.into_iter().filter_map(|it| all.of_interview(&it.id)).map(|it| (it.level, it.scope)).collect()
}

/// With its fewest answers, or with those of one or two other rules of the same practice added.
#[test]
fn no_rule_is_idle_for_any_practice_that_it_names() {
    for shipped in SHIPPED.iter() {
        let interview = &shipped.interview;
        for (at, rule) in interview.rules.iter().enumerate() {
            let mut without = Interview::clone(interview);
            without.rules.remove(at);
            let without = asked_by(shipped, without);
            for practice in &rule.practices {
                let matters = |given: &Answers| {
                    let of = |asked| Proposals::of(asked, given).of_interview(practice).map(|it| (it.level, it.scope));
                    of(&shipped.asked) != of(&without)
                };
                let with = |other| worse(interview, &fewest(rule), &fewest(other));
                let others: Vec<Answers> = interview.rules_for(practice).map(with).collect();
                let mut pairs = others.iter().flat_map(|one| others.iter().map(|other| worse(interview, one, other)));
                let is_idle = !others.iter().any(&matters) && !pairs.any(|given| matters(&given));
                assert!(!is_idle, "{}: {} for {practice}", interview.model, rule.id);
            }
        }
    }
}

/// Each shipped model, without the rules that hold back.
static ONLY_AT_LEAST: LazyLock<Vec<Questionnaire>> = LazyLock::new(|| {
    let one = |shipped: &Shipped| {
        let mut interview = Interview::clone(&shipped.interview);
        interview.rules.retain(|rule| matches!(rule.asks, Asks::AtLeast(..)));
        asked_by(shipped, interview)
    };
    SHIPPED.iter().map(one).collect()
});

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
    fn a_worse_answer_never_lowers_a_proposal_but_where_a_rule_holds_back(
        which in 0..3_usize, places in vec(option::weighted(0.8, 0..5_usize), 17), question in 0..17_usize,
    ) {
        let (Some(shipped), Some(asked)) = (SHIPPED.get(which), ONLY_AT_LEAST.get(which)) else { panic!("three models") };
        let Some(question) = shipped.interview.questions.get(question) else { return Ok(()) };
        let mut given = chosen(&shipped.interview, &places);
        given.remove(&question.id);
        let mut before = proposed(asked, &given);
        for option in &question.options {
            given.insert(question.id.clone(), option.id.clone());
            let after = proposed(asked, &given);
            let fell = before.iter().zip(&after).any(|(before, after)| before > after);
            prop_assert!(!fell, "{}: {} {} {:?}", shipped.interview.model, question.id, option.id, given);
            before = after;
        }
    }

    #[test]
    fn what_is_proposed_fits_together(which in 0..3_usize, places in vec(option::weighted(0.8, 0..5_usize), 17)) {
        let Some(shipped) = SHIPPED.get(which) else { panic!("three models") };
        let given = chosen(&shipped.interview, &places);
        let level_of = |practice: &PracticeId| level(shipped, &given, practice).unwrap_or(Level::NONE);
        for it in &shipped.coherence.dependencies {
            let is_needed = level_of(&it.practice) >= it.from_level;
            prop_assert!(!is_needed || level_of(&it.needs) >= it.at_least, "{} {:?}", it.id, given);
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

/// Words of a reason that are true for one answer only: the question, the answer that they name, and the words.
const NAMES_ONE: [(&str, &str, &[&str]); 20] = [
    ("safety", "separate", &["safety controller"]),
    ("safety", "person", &["only a watchful person", "only a person", "people only step in"]),
    ("guard", "person", &["only a watchful person", "only a person", "only people"]),
    ("touch", "visitors", &["visitor", "more than a few people"]),
    ("touch", "fenced", &["fence", "few people", "for hours"]),
    ("touch", "customers", &["customer"]),
    ("place", "site", &["visitor", "other trades"]),
    ("services", "helped", &["now and then"]),
    ("services", "rare", &["only one firm", "nobody else", "seldom"]),
    ("services", "dependent", &["cloud"]),
    ("attackers", "curious", &["prank", "vandal", "small thie"]),
    ("attackers", "criminals", &["criminal", "gang"]),
    ("worth", "criminals", &["criminal", "lives on"]),
    ("surroundings", "small", &["on the site"]),
    ("surroundings", "neighbors", &["neighbor"]),
    ("bridge", "hours", &["hours only"]),
    ("data", "private", &["picture", "the lives of", "of people must not", "laws on private data", "private data of"]),
    ("updates", "visit", &["each mend costs", "each update costs"]),
    ("duties", "general", &["product laws", "laws that bind"]),
    ("duties", "contract", &["customer", "contract"]),
];

/// Whether a reason names one answer only, though the rule fires for others as well.
fn names_one(interview: &Interview, rule: &Rule, reason: &str) -> bool {
    let fires_for = |question: &str, answer: &str| -> usize {
        let Some(condition) = rule.when.iter().find(|it| it.question.as_str() == question) else { return 0 };
        let options = interview.questions.iter().find(|it| it.id == condition.question).map_or(&[][..], |it| &it.options);
        let from = options.iter().skip_while(|option| option.id != condition.at_least);
        if from.clone().any(|option| option.id.as_str() == answer) { from.count() } else { 0 }
    };
    let said = reason.to_lowercase();
    NAMES_ONE
        .iter()
        .any(|(question, answer, words)| fires_for(question, answer) > 1 && words.iter().any(|words| said.contains(words)))
}

#[test]
fn a_reason_is_true_for_every_answer_that_leads_to_it_and_names_no_single_one() {
    let mut tried = 0;
    for shipped in SHIPPED.iter() {
        let mut reasons = shipped.interview.rules.iter().map(|rule| (rule, rule.reason.get("en")));
        let found = reasons.find(|(rule, reason)| names_one(&shipped.interview, rule, reason));
        assert_eq!(found.map(|(_, reason)| reason), None, "{}", shipped.interview.model);
        tried += shipped.interview.rules.len();
        for (question, answer, _) in NAMES_ONE {
            let Some(question) = shipped.interview.questions.iter().find(|it| it.id.as_str() == question) else { continue };
            let is_there = question.options.iter().any(|option| option.id.as_str() == answer);
            assert!(is_there || shipped.interview.model.as_str() != "iot-smm", "{}: {answer}", question.id);
        }
    }
    assert!(tried > 200, "{tried} rules");

    // What was found by somebody who had answered that a person would notice.
    let interview = smm_interview();
    let is_found = |id: &str, reason: &str| {
        let Some(rule) = interview.rules.iter().find(|it| it.id.as_str() == id) else { panic!("{id}") };
        names_one(&interview, rule, reason)
    };
    assert!(is_found("safety-separate", "A safety controller has a program, too, and an intruder could change it."));
    assert!(is_found("touch-visitors", "More than a few people come near."));
    assert!(!is_found("safety-person", "No safety controller steps in."), "it does not fire for who has one");
}
