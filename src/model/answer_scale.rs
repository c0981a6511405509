//! What can be answered to a statement, and what it is worth.

use std::collections::BTreeMap;

use super::read::{Node, all};
use super::{AnswerId, Fraction, Indicator, ProblemKind, Text};

/// What can be answered to a statement: the answers that a model names or, where it names none, met, partly and not met.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct AnswerScale {
    /// The model's own answers, in the order in which they are offered; none where those of the app are meant.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(rename = "answers", default))]
    pub own: Vec<OwnAnswer>,
    /// The worth from which on a statement passes; with `cumulative` and answers of the model's own alone. 1, where nothing is said.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default = "whole", schema_with = "super::schema::some_of_a_whole"))]
    pub passes_from: Fraction,
    /// Whether *not applicable* can be answered.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default = "yes"))]
    pub not_applicable: bool,
    /// Whether *compensated* can be answered.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default = "yes"))]
    pub compensated: bool,
}

#[cfg(not(target_arch = "wasm32"))]
const fn whole() -> &'static str {
    "1"
}

#[cfg(not(target_arch = "wasm32"))]
const fn yes() -> bool {
    true
}

/// An answer of a model's own.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct OwnAnswer {
    /// Its id, which sessions store.
    pub id: AnswerId,
    /// What it says.
    pub text: Text,
    /// What it is worth, from 0 to 1.
    pub value: Fraction,
}

impl Default for AnswerScale {
    fn default() -> Self {
        Self { own: Vec::new(), passes_from: Fraction::ONE, not_applicable: true, compensated: true }
    }
}

impl AnswerScale {
    /// Whether the answers are those of the app: met, partly, not met.
    #[must_use]
    pub fn is_usual(&self) -> bool {
        self.own.is_empty()
    }

    /// The model's own answer of that id, if it has it, and its place among them.
    #[must_use]
    pub fn own(&self, id: &AnswerId) -> Option<(usize, &OwnAnswer)> {
        self.own.iter().enumerate().find(|(_, answer)| answer.id == *id)
    }

    /// What an own answer says to a statement: in its own words, where it has some.
    #[must_use]
    pub fn text<'a>(&'a self, id: &AnswerId, to: Option<&'a Indicator>) -> Option<&'a Text> {
        let (_, answer) = self.own(id)?;
        Some(to.and_then(|indicator| indicator.answers.get(id)).unwrap_or(&answer.text))
    }
}

/// What a model says can be answered.
pub(super) fn answer_scale(scoring: &Node<'_>, passes_from: Fraction) -> Option<AnswerScale> {
    let flag = |name: &str| scoring.optional(name).map_or(Some(true), |_| scoring.flag(name));
    let (not_applicable, compensated) = (flag("not_applicable"), flag("compensated"));
    if let (Some(node), None) = (scoring.optional("passes_from"), scoring.optional("answers")) {
        node.complain(ProblemKind::PassesWithoutAnswers);
    }
    let Some(node) = scoring.optional("answers") else {
        return Some(AnswerScale { not_applicable: not_applicable?, compensated: compensated?, ..AnswerScale::default() });
    };
    let nodes = scoring.list("answers")?;
    // Before anything of them is read: a file may have a hundred thousand.
    if !(2..=9).contains(&nodes.len()) {
        node.complain(ProblemKind::AnswerCount { found: nodes.len() });
        return None;
    }
    let mut known: Vec<AnswerId> = Vec::new();
    let own = all(nodes.iter().map(|node| {
        let id: Option<AnswerId> = node.id("id");
        if let Some(id) = &id {
            if known.contains(id) {
                node.complain(ProblemKind::IdTwice(id.to_string()));
            }
            known.push(id.clone());
        }
        let text = node.text("text");
        let value = node.field("value").and_then(|value| value.as_fraction());
        Some(OwnAnswer { id: id?, text: text?, value: value? })
    }))?;
    if own.iter().all(|answer| answer.value < Fraction::ONE) {
        node.complain(ProblemKind::NoFullAnswer);
    }
    scoring.know_answers(own.iter().map(|answer| answer.id.as_str()));
    Some(AnswerScale { own, passes_from, not_applicable: not_applicable?, compensated: compensated? })
}

/// The words that a statement has of its own for answers.
pub(super) fn answer_texts(indicator: &Node<'_>) -> Option<BTreeMap<AnswerId, Text>> {
    let Some(node) = indicator.optional("answers") else { return Some(BTreeMap::new()) };
    let texts = node.members()?.into_iter().map(|(name, text)| {
        let id = AnswerId::try_from(name).map_err(|bad| text.complain(bad)).ok();
        if !text.knows_answer(name) {
            text.complain(ProblemKind::UnknownAnswer(name.to_owned()));
        }
        Some((id?, text.as_text()?))
    });
    all(texts).map(|texts| texts.into_iter().collect())
}
