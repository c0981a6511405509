//! The decision log: what targets were, what they became, when, by whom and why.

use std::collections::{BTreeMap, BTreeSet};

use super::Assessment;
use crate::model::PracticeId;
use crate::session::{ActorId, Fact, PersonId, Session, Stamp, Target, Timestamp};

/// One decision about a target.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// The practice.
    pub practice: PracticeId,
    /// When it was made, by that machine's clock; but not before what the clock of another machine says that it took the place of.
    pub at: Timestamp,
    /// Who stated it, if they said who they are.
    pub by: Option<PersonId>,
    /// The target before; `None` when there was none.
    pub before: Option<Target>,
    /// The target from then on; `None` when it was cleared.
    pub after: Option<Target>,
    /// Whether nothing is decided: two copies say differently what it is to be, and both are kept until people have talked. This
    /// is one of the sides; the last of them is the one that counts until then.
    pub is_kept_apart: bool,
    /// Whether it is one side of what two copies said differently and was settled since: it came after no other side.
    pub is_side: bool,
    /// What this settles, where two copies had said differently.
    pub settles: Vec<Option<Target>>,
}

impl Decision {
    /// Whether somebody decided it: it is not only proposed, and no question between two copies.
    #[must_use]
    pub fn is_taken(&self) -> bool {
        !self.is_kept_apart && !self.after.as_ref().is_some_and(|after| after.origin.is_proposal())
    }

    /// Whether it only confirms what was proposed, and nobody gave a reason of their own.
    #[must_use]
    pub fn is_as_proposed(&self) -> bool {
        let Some(after) = &self.after else { return false };
        let was_decided = self.before.as_ref().is_some_and(|before| !before.origin.is_proposal());
        // A confirmation soon after the proposal takes its place in the log: the target itself says that it is as it was proposed.
        let is_same = self.before.as_ref().is_some_and(|before| (before.level, before.scope) == (after.level, after.scope));
        self.is_taken() && !after.has_own_reason() && !was_decided && (is_same || after.rationale().is_some())
    }
}

/// All decisions until the round was over, the latest first; of those at the same moment the one that was stated later.
///
/// Clocks of machines are not trusted: what one actor says stays in the order in which they said it, and the present target is
/// the last decision about its practice, whatever the clocks say. What changed nothing in the end is no decision. What two copies
/// say differently and is kept apart is none either: each side is there, beside what was decided before, and
/// [marked](Decision::is_kept_apart).
#[must_use]
pub fn decisions(assessment: &Assessment<'_>) -> Vec<Decision> {
    let mut log: Vec<(Order, Decision)> = Vec::new();
    for (practice, present) in &assessment.session.targets {
        let sides = assessment.kept_apart().sides_of_target(practice);
        let is_side = |fact: &Fact<Target>| sides.iter().any(|side| is_same(side, fact));
        let decided =
            former(practice, assessment.session).into_iter().filter(|fact| fact.stamp != present.stamp && !is_side(fact));
        let others = sides.iter().filter(|side| !is_same(side, present));
        let all = decided.map(|fact| (fact, false)).chain(others.map(|side| (side, true))).chain([(present, is_side(present))]);
        log.extend(of_practice(practice, all.filter(|(fact, _)| assessment.is_of_its_time(fact))));
    }
    log.sort_by(|(one, _), (other, _)| other.cmp(one));
    log.into_iter().map(|(_, decision)| decision).collect()
}

/// Whether a fact is what a side of something kept apart says. Undoing gives it back as it was, but under another stamp.
fn is_same(side: &Fact<Target>, fact: &Fact<Target>) -> bool {
    side.stamp == fact.stamp || side.is_same_statement(fact)
}

/// Where a decision stands in the log: by its time, then by its place in the history, neither of them before what it took the place of;
/// then by its place among the decisions about its practice.
type Order = (Timestamp, Option<Stamp>, usize);

/// The decisions about one practice, each with its place in the log, from its facts and whether each is only a side of what is kept
/// apart.
fn of_practice<'a>(practice: &PracticeId, facts: impl Iterator<Item = (&'a Fact<Target>, bool)>) -> Vec<(Order, Decision)> {
    let mut log: Vec<(Order, Decision)> = Vec::new();
    let mut before = None;
    let mut latest: (Timestamp, Option<Stamp>) = (Timestamp::MIN, None);
    let mut clocks: BTreeMap<&ActorId, Timestamp> = BTreeMap::new();
    let mut in_time: BTreeSet<(Timestamp, &ActorId)> = BTreeSet::new();
    let facts: Vec<_> = facts.collect();
    let settled: BTreeSet<&Stamp> = facts.iter().filter_map(|(fact, _)| fact.value()).flat_map(|it| &it.settles).collect();
    let by_stamp: BTreeMap<&Stamp, &Fact<Target>> = facts.iter().map(|(fact, _)| (&fact.stamp, *fact)).collect();
    let mut last_settled: &[Stamp] = &[];
    for (number, (fact, is_kept_apart)) in facts.iter().copied().enumerate() {
        let is_side = settled.contains(&fact.stamp);
        let takes_a_place = !is_kept_apart && !is_side;
        let actor = &fact.stamp.actor;
        let of_others = in_time.iter().rev().find(|(_, other)| *other != actor).map(|(at, _)| *at);
        let at = of_others.map_or(fact.at, |others| others.max(fact.at));
        let order = (latest.0.max(at), latest.1.clone().max(Some(fact.stamp.clone())));
        // Neither side of what is or was kept apart comes after the other, and nothing takes its place.
        if takes_a_place {
            if let Some(before) = clocks.insert(actor, at) {
                in_time.remove(&(before, actor));
            }
            in_time.insert((at, actor));
            latest = order.clone();
        }
        let after = fact.value().cloned();
        let here = fact.value().map_or(&[][..], |it| &it.settles);
        let settles: Vec<Option<Target>> = if here == last_settled {
            Vec::new()
        } else {
            here.iter().filter_map(|stamp| by_stamp.get(stamp)).map(|it| it.value().cloned()).collect()
        };
        if before != after || !settles.is_empty() {
            let (practice, by, before) = (practice.clone(), fact.by.clone(), before.clone());
            let decision = Decision { practice, at, by, before, after: after.clone(), is_kept_apart, is_side, settles };
            log.push(((order.0, order.1, number), decision));
        }
        if takes_a_place {
            before = after;
            last_settled = here;
        }
    }
    log
}

/// The former targets of a practice, in the order in which they were set.
fn former<'a>(practice: &PracticeId, session: &'a Session) -> Vec<&'a Fact<Target>> {
    let mut clocks: BTreeMap<&ActorId, Timestamp> = BTreeMap::new();
    // By practice, and of one by their stamps, so in the order in which each actor set them.
    let mut former: Vec<_> = session
        .past_targets_of(practice)
        .map(|(stamp, fact)| {
            let clock = clocks.entry(&stamp.actor).or_insert(fact.at);
            *clock = fact.at.max(*clock);
            (*clock, stamp, fact)
        })
        .collect();
    former.sort_by_key(|(clock, stamp, _)| (*clock, *stamp));
    former.into_iter().map(|(.., fact)| fact).collect()
}
