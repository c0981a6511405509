//! The decision log: what targets were, what they became, when, by whom and why.

use std::collections::BTreeMap;

use super::Assessment;
use crate::model::PracticeId;
use crate::session::{ActorId, Fact, PersonId, Session, Stamp, Target, Timestamp};

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

/// All decisions until the round was over, the latest first.
///
/// Clocks of machines are not trusted: what one actor says stays in the order in which they said it, and the present target is
/// the last decision about its practice, whatever the clocks say. What changed nothing in the end is no decision.
#[must_use]
pub fn decisions(assessment: &Assessment<'_>) -> Vec<Decision> {
    let mut log: Vec<(Timestamp, Decision)> = Vec::new();
    for (practice, present) in &assessment.session.targets {
        let mut before = None;
        let mut latest = Timestamp::MIN;
        let all = former(practice, present, assessment.session).into_iter().chain([present]);
        for fact in all.filter(|fact| assessment.is_of_its_time(fact)) {
            let after = fact.value().cloned();
            latest = latest.max(fact.at);
            if before != after {
                let decision =
                    Decision { practice: practice.clone(), at: fact.at, by: fact.by.clone(), before, after: after.clone() };
                log.push((latest, decision));
                before = after;
            }
        }
    }
    // Reversed first: of those at the same time the later ones of a practice come first, too.
    log.reverse();
    log.sort_by(|(one_at, one), (other_at, other)| other_at.cmp(one_at).then_with(|| one.practice.cmp(&other.practice)));
    log.into_iter().map(|(_, decision)| decision).collect()
}

/// The former targets of a practice, in the order in which they were set.
fn former<'a>(practice: &PracticeId, present: &Fact<Target>, session: &'a Session) -> Vec<&'a Fact<Target>> {
    let mut clocks: BTreeMap<&ActorId, Timestamp> = BTreeMap::new();
    // By their stamps, which count from 1 up, and so in the order in which each actor set them.
    let first = Stamp { counter: 0, actor: present.stamp.actor.clone() };
    let by_stamp = session.past_targets.range((practice.clone(), first)..).take_while(|((on, _), _)| on == practice);
    let mut former: Vec<_> = by_stamp
        .map(|((_, stamp), fact)| {
            let clock = clocks.entry(&stamp.actor).or_insert(fact.at);
            *clock = fact.at.max(*clock);
            (*clock, stamp, fact)
        })
        .collect();
    former.sort_by_key(|(clock, stamp, _)| (*clock, *stamp));
    former.into_iter().map(|(.., fact)| fact).collect()
}
