//! Where practices stood before, as long as the round that is looked at does not say where they stand.
//!
//! It is what people knew last, and no figure of this round: it counts in no result, no sum and no picture, and is shown as old beside what
//! this round says. Once this round settles the level of a practice, and where what was said before was left out, nothing is left of it.

use std::collections::BTreeMap;

use super::carried::levels_left;
use super::two_rounds::as_of;
use super::{Assessment, Current, Results, results};
use crate::model::PracticeId;
use crate::session::RoundId;

/// Where a practice stood in an earlier round, and nobody confirmed it in this one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormerLevel {
    /// The practice.
    pub practice: PracticeId,
    /// The latest earlier round that says anything about it.
    pub round: RoundId,
    /// Where it stood there.
    pub level: Current,
    /// Where it stands in this round, as far as that is said: not to the end.
    pub now: Current,
}

impl FormerLevel {
    /// Whether this round says something about it already.
    #[must_use]
    pub fn is_begun(&self) -> bool {
        self.now != Current::Unanswered
    }
}

/// The practices whose level this round leaves open and earlier ones leave to be confirmed, in the model's order. `now` is what follows
/// from this round. Nothing in the first round.
#[must_use]
pub fn former_levels(assessment: &Assessment<'_>, now: &Results) -> Vec<FormerLevel> {
    let is_open = |current: Current| current != Current::NotApplicable && current.settled().is_none();
    let left = levels_left(assessment);
    let of_now = now.practices.iter().filter(|it| is_open(it.standing.current) && left.contains(&it.practice));
    let mut wanted: Vec<(&PracticeId, Current)> = of_now.map(|it| (&it.practice, it.standing.current)).collect();
    let mut found: BTreeMap<&PracticeId, FormerLevel> = BTreeMap::new();
    let earlier = assessment.session.rounds_in_order().map(|(round, _)| round).filter(|round| assessment.round > Some(*round));
    for round in earlier.rev() {
        if wanted.is_empty() {
            break;
        }
        let then = results(&as_of(assessment, round));
        wanted.retain(|(practice, now)| {
            let level = then.practice(practice).map_or(Current::Unanswered, |it| it.standing.current);
            if level == Current::Unanswered {
                return true;
            }
            let former = FormerLevel { practice: (*practice).clone(), round: round.clone(), level, now: *now };
            found.insert(practice, former);
            false
        });
    }
    now.practices.iter().filter_map(|it| found.remove(&it.practice)).collect()
}
