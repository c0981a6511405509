//! Where practices stood before, in a report of a round that leaves that open.

use super::practice_name;
use crate::analysis::{Assessment, FormerLevel, Results, RoundInShort, former_levels, rounds_in_short};

/// Where a practice stood in an earlier round, and nobody confirmed it in this one.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportFormer {
    /// The practice's name.
    pub practice: String,
    /// Where it stood and stands.
    pub former: FormerLevel,
    /// The round where it stood there.
    pub round: RoundInShort,
}

/// Those of the round of the report, in the model's order.
pub(super) fn report_former(assessment: &Assessment<'_>, results: &Results, language: &str) -> Vec<ReportFormer> {
    let former = former_levels(assessment, results);
    let rounds = if former.is_empty() { Vec::new() } else { rounds_in_short(assessment) };
    let named = former.into_iter().filter_map(|former| {
        let round = rounds.iter().find(|it| it.round == former.round)?.clone();
        Some(ReportFormer { practice: practice_name(assessment.asked, &former.practice, language), former, round })
    });
    named.collect()
}
