//! The interview that proposes targets from consequences: its questions and its rules, as data.
//!
//! Options of a question stand in order, from the least to the most demanding, and a rule only ever says *at least*: so a
//! worse consequence can add rules that fire but never take one away, and no proposal ever falls because of it.

use std::collections::BTreeMap;

use super::model_index::WhenNeeded;
use super::{Edition, Level, ModelId, OptionId, PracticeId, QuestionId, RuleId, Scope, Text};

/// An interview for a model.
#[derive(Clone, Debug, PartialEq)]
pub struct Interview {
    /// The model it proposes targets for.
    pub model: ModelId,
    /// Which edition of the interview this is.
    pub edition: Edition,
    /// What it does and whose proposals these are.
    pub about: Text,
    /// The questions, in the order in which they are asked.
    pub questions: Vec<Question>,
    /// What is proposed before any rule fires: one entry per practice, in the model's order.
    pub base: Vec<Base>,
    /// The rules.
    pub rules: Vec<Rule>,
    /// Where everything stands that is said of a practice.
    pub(super) index: WhenNeeded<BTreeMap<PracticeId, OfPractice>>,
}

/// Where everything stands that is said of a practice.
#[derive(Debug, Default)]
pub(super) struct OfPractice {
    base: Option<usize>,
    rules: Vec<usize>,
}

/// A question of the interview.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Its id.
    pub id: QuestionId,
    /// The question.
    pub text: Text,
    /// Why it matters.
    pub why: Text,
    /// The possible answers, from the least to the most demanding; at least two.
    pub options: Vec<AnswerOption>,
}

/// A possible answer.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswerOption {
    /// Its id, within its question.
    pub id: OptionId,
    /// The answer.
    pub text: Text,
}

/// What is proposed for a practice before any rule fires.
#[derive(Clone, Debug, PartialEq)]
pub struct Base {
    /// The practice.
    pub practice: PracticeId,
    /// The level.
    pub level: Level,
    /// The scope.
    pub scope: Scope,
    /// Why at least this much.
    pub reason: Text,
}

/// A rule: when all its conditions hold, some practices need at least so much.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// Its id.
    pub id: RuleId,
    /// What must hold; at least one.
    pub when: Vec<Condition>,
    /// For these practices.
    pub practices: Vec<PracticeId>,
    /// At least this level.
    pub level: Level,
    /// At least this specific.
    pub scope: Scope,
    /// Why.
    pub reason: Text,
}

/// That a question is answered with an option or a more demanding one.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    /// The question.
    pub question: QuestionId,
    /// The least demanding option that will do.
    pub at_least: OptionId,
}

impl Question {
    /// The place of an option among the question's options, from 0, the least demanding.
    #[must_use]
    pub fn rank(&self, option: &OptionId) -> Option<usize> {
        self.options.iter().position(|it| it.id == *option)
    }
}

impl Interview {
    /// What is proposed for a practice before any rule fires.
    #[must_use]
    pub fn base_of(&self, practice: &PracticeId) -> Option<&Base> {
        self.base.get(self.index().get(practice)?.base?)
    }

    /// The rules for a practice, in their order.
    pub fn rules_for(&self, practice: &PracticeId) -> impl Iterator<Item = &Rule> {
        let places = self.index().get(practice).into_iter().flat_map(|of_practice| &of_practice.rules);
        places.filter_map(|place| self.rules.get(*place))
    }

    fn index(&self) -> &BTreeMap<PracticeId, OfPractice> {
        self.index.get_or(|| {
            let mut index: BTreeMap<PracticeId, OfPractice> = BTreeMap::new();
            for (base, place) in self.base.iter().zip(0..) {
                index.entry(base.practice.clone()).or_default().base.get_or_insert(place);
            }
            for (rule, place) in self.rules.iter().zip(0..) {
                for practice in &rule.practices {
                    let rules = &mut index.entry(practice.clone()).or_default().rules;
                    // Named twice, it is one rule all the same.
                    if rules.last() != Some(&place) {
                        rules.push(place);
                    }
                }
            }
            index
        })
    }

    /// The question of that id.
    #[must_use]
    pub fn question(&self, id: &QuestionId) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == *id)
    }

    /// Whether a rule fires with these answers. A question that is not answered, or with an option that this edition does
    /// not have, fires nothing.
    #[must_use]
    pub fn fires(&self, rule: &Rule, answers: &BTreeMap<QuestionId, OptionId>) -> bool {
        rule.when.iter().all(|condition| {
            let rank = |option| self.question(&condition.question).and_then(|question| question.rank(option));
            let given = answers.get(&condition.question).and_then(rank);
            given.zip(rank(&condition.at_least)).is_some_and(|(given, needed)| given >= needed)
        })
    }
}
