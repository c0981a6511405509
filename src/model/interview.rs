//! The interview that proposes targets from consequences: its questions and its rules, as data.
//!
//! Options of a question stand in order, from the least to the most demanding, and a rule fires from some option on: so a worse
//! answer can add rules that fire but never take one away. Most rules say *at least*, and no proposal ever falls because of
//! those. A rule can say *at most* instead: then a worse answer lowers a proposal, on purpose and with the rule's reason.

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
    /// From which level on one rule alone is not enough; `None` where it always is.
    pub two_drivers: Option<TwoDrivers>,
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

/// That from a level on two rules have to ask for it that have no question in common.
#[derive(Clone, Debug, PartialEq)]
pub struct TwoDrivers {
    /// From this level on; with one driver alone it is the level below.
    pub level: Level,
    /// What is said where a second driver is missing.
    pub reason: Text,
}

/// What a rule asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asks {
    /// At least this level, and then at least this specific.
    AtLeast(Level, Scope),
    /// No more than this level.
    AtMost(Level),
}

/// A rule: when all its conditions hold, some practices need at least, or are to be at most, so much.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// Its id.
    pub id: RuleId,
    /// What must hold; at least one.
    pub when: Vec<Condition>,
    /// For these practices.
    pub practices: Vec<PracticeId>,
    /// What it asks for.
    pub asks: Asks,
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

impl Rule {
    /// Whether this rule and another one are independent drivers: they ask about different things. With a question in common, one answer
    /// would carry both, and without it both would fall.
    #[must_use]
    pub fn is_independent_of(&self, other: &Self) -> bool {
        self.questions().all(|question| other.questions().all(|it| it != question))
    }

    /// The questions on which it rests.
    pub fn questions(&self) -> impl Iterator<Item = &QuestionId> {
        self.when.iter().map(|condition| &condition.question)
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
        rule.when.iter().all(|condition| self.holds(condition, answers).unwrap_or(false))
    }

    /// Whether a rule fires or could still fire, depending on what is not answered yet.
    #[must_use]
    pub fn may_fire(&self, rule: &Rule, answers: &BTreeMap<QuestionId, OptionId>) -> bool {
        rule.when.iter().all(|condition| self.holds(condition, answers).unwrap_or(true))
    }

    /// Whether a question is answered with an option that it has.
    #[must_use]
    pub fn is_given(&self, question: &QuestionId, answers: &BTreeMap<QuestionId, OptionId>) -> bool {
        let asked = self.question(question);
        asked.zip(answers.get(question)).is_some_and(|(asked, given)| asked.rank(given).is_some())
    }

    /// Whether a condition holds; `None` as long as its question is not answered.
    fn holds(&self, condition: &Condition, answers: &BTreeMap<QuestionId, OptionId>) -> Option<bool> {
        let question = self.question(&condition.question)?;
        let given = question.rank(answers.get(&condition.question)?)?;
        Some(question.rank(&condition.at_least).is_some_and(|needed| given >= needed))
    }
}
