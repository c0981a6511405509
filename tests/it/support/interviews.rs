//! Answers to an interview: the fewest that a rule asks for, and the more demanding of two.

use std::collections::BTreeMap;

use plumbline::model::{Interview, OptionId, QuestionId, Rule};

/// The option that was chosen for each question.
pub type Answers = BTreeMap<QuestionId, OptionId>;

/// The fewest answers with which a rule fires.
pub fn fewest(rule: &Rule) -> Answers {
    rule.when.iter().map(|it| (it.question.clone(), it.at_least.clone())).collect()
}

/// The more demanding of both for each question.
pub fn worse(interview: &Interview, one: &Answers, other: &Answers) -> Answers {
    let mut both = one.clone();
    for (question, option) in other {
        let rank = |option: Option<&OptionId>| interview.question(question).and_then(|it| it.rank(option?));
        if rank(Some(option)) > rank(both.get(question)) {
            both.insert(question.clone(), option.clone());
        }
    }
    both
}
