//! The decision log: what targets were, what they became, when, by whom and why.

use crate::model::PracticeId;
use crate::session::{Fact, PersonId, Session, Target, Timestamp};

/// One decision about a target.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// The practice.
    pub practice: PracticeId,
    /// When it was made, by that machine's clock.
    pub at: Timestamp,
    /// Who stated it, if they said who they are.
    pub by: Option<PersonId>,
    /// The target before; `None` when there was none.
    pub before: Option<Target>,
    /// The target from then on; `None` when it was cleared.
    pub after: Option<Target>,
}

/// All decisions, the latest first.
#[must_use]
pub fn decisions(session: &Session) -> Vec<Decision> {
    let mut log = Vec::new();
    for (practice, present) in &session.targets {
        let former = session.past_targets.iter().filter(|((on, _), _)| on == practice).map(|(_, fact)| fact);
        let mut chain: Vec<&Fact<Target>> = former.chain([present]).collect();
        chain.sort_by(|one, other| (one.at, &one.stamp).cmp(&(other.at, &other.stamp)));
        let mut before = None;
        for fact in chain {
            let after = fact.value().cloned();
            log.push(Decision { practice: practice.clone(), at: fact.at, by: fact.by.clone(), before, after: after.clone() });
            before = after;
        }
    }
    log.sort_by(|one, other| other.at.cmp(&one.at).then_with(|| one.practice.cmp(&other.practice)));
    log
}
