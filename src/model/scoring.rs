//! How levels follow from what is said, as far as a model may choose.

use super::read::Node;
use super::{AnswerScale, Fraction, ProblemKind};

/// How levels follow from what is said.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Scoring {
    /// How the level of a practice does.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub level: LevelRule,
    /// What share of its statements a level needs, of it and of each lower one; with `cumulative` alone. All of them, where nothing is
    /// said.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default = "whole", schema_with = "super::schema::some_of_a_whole"))]
    pub share: Fraction,
    /// What can be answered to a statement.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(flatten))]
    pub answers: AnswerScale,
    /// How what stands together is rolled up.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub rollup: Rollup,
}

#[cfg(not(target_arch = "wasm32"))]
const fn whole() -> &'static str {
    "1"
}

impl Default for Scoring {
    fn default() -> Self {
        Self { level: LevelRule::default(), share: Fraction::ONE, answers: AnswerScale::default(), rollup: Rollup::default() }
    }
}

/// How the level of a practice follows from what is said about it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(rename_all = "snake_case"))]
pub enum LevelRule {
    /// A level is reached when every statement of it and of all lower ones holds, or the share of them that the model names.
    #[default]
    Cumulative,
    /// Each level adds the mean of what its statements are worth: a fraction from 0 to the top.
    Sum,
    /// Each level has its own share, the mean of what its statements are worth; there is no single level.
    Share,
    /// The level is the one that people choose by its description. Statements, where there are any, show what it means.
    Chosen,
}

impl LevelRule {
    /// Whether each level counts for itself, reached or not: none waits for those below.
    #[must_use]
    pub fn is_added_up(self) -> bool {
        matches!(self, Self::Sum | Self::Share)
    }

    const WORDS: [(&'static str, Self); 4] =
        [("cumulative", Self::Cumulative), ("sum", Self::Sum), ("share", Self::Share), ("chosen", Self::Chosen)];
}

/// How what stands together is rolled up: the practices of a group, the groups of a group, and the parts of a system in a practice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rollup {
    /// The practices of a group.
    pub practices: RollupRule,
    /// The groups in a group, and what stands beside them there.
    pub groups: RollupRule,
    /// The parts of a system, in a practice: `lowest` or `mean`.
    pub parts: RollupRule,
}

/// A way to make one figure of several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(rename_all = "snake_case"))]
pub enum RollupRule {
    /// The lowest, so that nothing weak hides.
    #[default]
    Lowest,
    /// The mean.
    Mean,
    /// The mean, in which practices and groups count by their `weight`.
    WeightedMean,
    /// All together.
    Sum,
}

impl RollupRule {
    const WORDS: [(&'static str, Self); 4] =
        [("lowest", Self::Lowest), ("mean", Self::Mean), ("weighted_mean", Self::WeightedMean), ("sum", Self::Sum)];
}

/// The rules that a model names; what is not known here is a mistake, since results without it would be others than the model means.
pub(super) fn scoring(model: &Node<'_>) -> Option<Scoring> {
    let Some(node) = model.optional("scoring") else { return Some(Scoring::default()) };
    let known = ["level", "passes_from", "share", "answers", "not_applicable", "compensated", "rollup"];
    let is_known = node.has_only(&known);
    let level = node.optional("level").map_or(Some(LevelRule::default()), |level| level.one_of(&LevelRule::WORDS));
    let only_cumulative = |name: &str| match (node.optional(name), level) {
        (Some(node), Some(rule)) if rule != LevelRule::Cumulative => {
            node.complain(ProblemKind::OnlyCumulative);
            None
        }
        (Some(node), _) => node.as_fraction(),
        (None, _) => Some(Fraction::ONE),
    };
    let share = only_cumulative("share");
    if share == Some(Fraction::ZERO) {
        node.complain(ProblemKind::NoShare);
    }
    let passes_from = only_cumulative("passes_from");
    if passes_from == Some(Fraction::ZERO)
        && let Some(node) = node.optional("passes_from")
    {
        node.complain(ProblemKind::PassesFromNothing);
    }
    let answers = super::answer_scale::answer_scale(&node, passes_from.unwrap_or(Fraction::ONE));
    let rollup = rollup(&node, level);
    passes_from?;
    Some(Scoring { level: level?, share: share?, answers: answers?, rollup: rollup? }).filter(|_| is_known)
}

/// One word for all, or one for each.
fn rollup(scoring: &Node<'_>, level: Option<LevelRule>) -> Option<Rollup> {
    let Some(node) = scoring.optional("rollup") else { return Some(Rollup::default()) };
    let fits = |node: &Node<'_>, rule: Option<RollupRule>| {
        if level == Some(LevelRule::Share) && matches!(rule, Some(RollupRule::Sum | RollupRule::WeightedMean)) {
            node.complain(ProblemKind::SharesAddedUp);
            return None;
        }
        rule
    };
    if node.is_string() {
        let rule = fits(&node, node.one_of(&RollupRule::WORDS))?;
        // A practice of several parts has no more than the top, and parts have no weights.
        let parts = match rule {
            RollupRule::Lowest | RollupRule::Sum => RollupRule::Lowest,
            RollupRule::Mean | RollupRule::WeightedMean => RollupRule::Mean,
        };
        return Some(Rollup { practices: rule, groups: rule, parts });
    }
    let is_known = node.has_only(&["practices", "groups", "parts"]);
    let of = |name: &str, words: &[(&str, RollupRule)]| {
        node.optional(name).map_or(Some(RollupRule::default()), |node| fits(&node, node.one_of(words)))
    };
    let (practices, groups) = (of("practices", &RollupRule::WORDS), of("groups", &RollupRule::WORDS));
    let parts = of("parts", &RollupRule::WORDS[..2]);
    Some(Rollup { practices: practices?, groups: groups?, parts: parts? }).filter(|_| is_known)
}
