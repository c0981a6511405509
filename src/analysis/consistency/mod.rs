//! Consistency checks over the whole session: what rarely is as it should be, each with its place. Hints, never errors: what
//! is right as it is may stay.

mod ages;
mod checked;
mod contradictions;
mod levels;
mod names;
mod noticed;
mod pasted;
mod proof;
mod reasons;
mod speed;

pub use noticed::{Noticed, Rule, What};

use checked::Checked;

use super::Assessment;
use crate::model::order;
use crate::session::Date;

/// The rules, each with a file that says what it looks for.
const RULES: [fn(&Checked<'_, '_>) -> Vec<Noticed>; 17] = [
    reasons::not_applicable,
    reasons::compensated,
    reasons::overrides,
    levels::below_minimum,
    contradictions::disputed,
    contradictions::quick_differs,
    contradictions::parts,
    levels::quick_apart,
    proof::unshown,
    proof::not_shown,
    ages::older_than_system,
    ages::stale,
    proof::for_nothing,
    pasted::pasted,
    names::by_nobody,
    names::target_by_nobody,
    speed::fast,
];

/// Everything that stands out in the round: by practice in the model's order, evidence last; within a
/// practice by rule, then by indicator. Nothing is found about what the model does not ask or about parts that were removed.
#[must_use]
pub fn consistency(assessment: &Assessment<'_>, today: Date) -> Vec<Noticed> {
    let checked = Checked::of(assessment, today);
    let mut found: Vec<Noticed> = RULES.iter().flat_map(|rule| rule(&checked)).collect();
    order::by_key(&mut found, |finding| {
        let (practice, indicator) = checked.order(&finding.about);
        (practice, finding.rule(), indicator)
    });
    found
}
