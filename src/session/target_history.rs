//! What targets were before: every decision that another one took the place of.

use super::{Authorship, Fact, Facts, Origin, Session, Stamp, Target};
use crate::model::PracticeId;

/// Former targets, by practice and by their place in the history.
pub type PastTargets = Facts<(PracticeId, Stamp), Target>;

impl Session {
    /// The former targets of a practice, each with its place in the history, in its order.
    pub fn past_targets_of<'a>(&'a self, practice: &PracticeId) -> impl Iterator<Item = (&'a Stamp, &'a Fact<Target>)> + use<'a> {
        // They sort by practice, then by stamp; no stamp counts 0, whoever its actor is.
        let actor = self.past_targets.keys().next().map(|(_, stamp)| stamp.actor.clone());
        let first = actor.map(|actor| (practice.clone(), Stamp { counter: 0, actor }));
        let practice = practice.clone();
        let from = first.into_iter().flat_map(|first| self.past_targets.range(first..));
        from.take_while(move |((on, _), _)| *on == practice).map(|((_, stamp), fact)| (stamp, fact))
    }

    /// Where in the history a target of a practice came to stand: one that was given back by undoing stands under another stamp, and is
    /// among the former ones where it stood first.
    #[must_use]
    pub fn target_stands_since<'a>(&'a self, practice: &PracticeId, fact: &'a Fact<Target>) -> &'a Stamp {
        let mut former = self.past_targets_of(practice);
        former.find(|(_, former)| former.is_same_statement(fact)).map_or(&fact.stamp, |(stamp, _)| stamp)
    }
}

impl Fact<Target> {
    /// Whether it is the same statement of the same person at the same moment, wherever it stands in the history.
    #[must_use]
    pub fn is_same_statement(&self, other: &Self) -> bool {
        (self.at, &self.by, self.value()) == (other.at, &other.by, other.value())
    }
}

/// How long somebody may still be making up their mind, in seconds: what they change within this time is one decision.
const MAKING_UP_MIND: i64 = 60;

/// How long words of a reason may be typed and mended, in seconds, as long as the decision itself stays.
const FINDING_WORDS: i64 = 600;

impl Fact<Target> {
    /// Whether somebody who says something of this target now goes on with what they said themselves just before.
    #[must_use]
    pub fn is_of_one_sitting(&self, authorship: &Authorship) -> bool {
        let age = authorship.at.as_second().saturating_sub(self.at.as_second());
        // Whoever said who they are is the same after a reload, too, which counts as another actor.
        self.has_author(authorship.by.as_ref(), &authorship.actor) && (0..FINDING_WORDS).contains(&age)
    }

    fn is_by(&self, authorship: &Authorship) -> bool {
        self.by == authorship.by && self.stamp.actor == authorship.actor
    }
}

/// Whether a former target is worth keeping beside the one that takes its place.
///
/// Every change of what was decided is, unless the same person changes their own mind within a minute: arrow keys pass over
/// levels that nobody decided. A change of words alone is, once the earlier words have stood for ten minutes.
pub(super) fn is_worth_keeping(former: &Fact<Target>, now: Option<&Target>, authorship: &Authorship) -> bool {
    let age = authorship.at.as_second().saturating_sub(former.at.as_second());
    let same_person = former.is_by(authorship);
    let (was, is) = (former.value(), now);
    // Set for this practice; or for a whole group, and now again.
    let passed_over = was.is_none_or(|was| match (&was.origin, is) {
        (Origin::Practice, _) => true,
        (Origin::Group(_), is) => is.is_none_or(|is| is.origin == was.origin),
        (Origin::Profile(_) | Origin::Interview, _) => false,
    });
    let decided = |target: Option<&Target>| target.map(|it| (it.level, it.scope, it.decided_by.clone()));
    if decided(was) == decided(is) {
        return !same_person || age >= FINDING_WORDS;
    }
    !(same_person && passed_over && (0..MAKING_UP_MIND).contains(&age))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Level, Scope};
    use crate::session::{ActorId, Timestamp};

    fn actor() -> ActorId {
        #[allow(clippy::unwrap_used, reason = "a fixed id")]
        "a".try_into().unwrap()
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap_or_default()
    }

    fn target(level: u8, reason: &str, origin: Origin) -> Target {
        Target { reason: reason.to_owned(), ..Target::new(Level::new(level), Scope::General, origin) }
    }

    fn keeps(former: Target, now: Option<Target>, seconds_later: i64) -> bool {
        let former = Fact::new(Some(former), None, at(0), Stamp { counter: 1, actor: actor() });
        is_worth_keeping(&former, now.as_ref(), &Authorship { by: None, at: at(seconds_later), actor: actor() })
    }

    #[test]
    fn a_changed_level_keeps_what_it_was() {
        assert!(keeps(target(2, "", Origin::Practice), Some(target(3, "", Origin::Practice)), 60));
        assert!(keeps(target(2, "", Origin::Practice), None, 60));
    }

    #[test]
    fn passing_over_levels_with_the_arrow_keys_decides_nothing() {
        assert!(!keeps(target(2, "", Origin::Practice), Some(target(3, "", Origin::Practice)), 1));
    }

    #[test]
    fn a_proposal_that_was_changed_at_once_is_kept() {
        #[allow(clippy::unwrap_used, reason = "a fixed id")]
        let origin = Origin::Profile("retail-pos".try_into().unwrap());
        assert!(keeps(target(2, "", origin), Some(target(3, "", Origin::Practice)), 1));
    }

    #[test]
    fn words_still_being_typed_are_one_reason_and_later_ones_another() {
        let former = || target(2, "becau", Origin::Practice);
        let mended = || Some(target(2, "because", Origin::Practice));
        assert!(!keeps(former(), mended(), 5));
        assert!(keeps(former(), mended(), 600));
    }

    #[test]
    fn a_clock_that_went_back_loses_nothing() {
        assert!(keeps(target(2, "", Origin::Practice), Some(target(3, "", Origin::Practice)), -500));
    }
}
