//! Every practice over all rounds: where it stood, beside the target and what something outside demanded at that time.
//!
//! Of what was demanded no history is kept. But as long as nothing that it follows from was changed since the round ended, it is known: what holds
//! now held then, as of that day. Else what is demanded today stands there, and is said to be that; also where a change was undone, and where
//! another edition of the model or of a profile is here than the one that was chosen.

use super::two_rounds::of_round;
use super::{Assessment, Current, Results, results};
use crate::model::{Level, PracticeId, Profile};
use crate::session::{Fact, Facts, Session, Stamp};

/// Where a practice stood in each round, beside what was needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trend {
    /// The practice.
    pub practice: PracticeId,
    /// What something outside demands today.
    pub minimum_today: Option<Level>,
    /// Per round, the first one first.
    pub rounds: Vec<TrendPoint>,
}

/// Where a practice stood in one round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrendPoint {
    /// Its level.
    pub level: Current,
    /// Its target then.
    pub target: Option<Level>,
    /// What something outside demanded then, as far as that is known; or else demands today.
    pub minimum: Option<Level>,
    /// Whether that is what is demanded today, because nobody knows what was demanded then.
    pub is_minimum_of_today: bool,
}

/// Every practice over all rounds.
#[must_use]
pub fn trend(assessment: &Assessment<'_>) -> Vec<Trend> {
    let (asked, session) = (assessment.asked, assessment.session);
    let (ends, today) = (session.ends(), results(assessment));
    let is_other_edition = is_other_edition(assessment);
    let all: Vec<OneRound<'_>> = session
        .rounds_in_order()
        .map(|(round, _)| {
            let end = ends.get(round).copied();
            let on = end.and_then(|end| session.ended_on(round, end)).or(assessment.on);
            let then = results(&of_round(assessment, round, end, on));
            OneRound { end, then, is_of_today: end.is_some_and(|end| is_other_edition || is_any_since(session, end)) }
        })
        .collect();
    let practices = asked.model().practices().into_iter().map(|practice| {
        let minimum_today = today.practice(&practice.id).and_then(|it| it.minimum);
        let point = |it: &OneRound<'_>| it.point(session, &practice.id, minimum_today);
        Trend { practice: practice.id.clone(), minimum_today, rounds: all.iter().filter_map(point).collect() }
    });
    practices.collect()
}

/// What follows of a round.
struct OneRound<'a> {
    /// Where its end stands in the history; `None` while it is open.
    end: Option<&'a Stamp>,
    /// As of the day on which it ended.
    then: Results,
    /// Whether of no practice it is known what was demanded then.
    is_of_today: bool,
}

impl OneRound<'_> {
    fn point(&self, session: &Session, practice: &PracticeId, minimum_today: Option<Level>) -> Option<TrendPoint> {
        let result = self.then.practice(practice)?;
        let is_own_since = || self.end.is_some_and(|end| session.minimums.get(practice).is_some_and(|own| own.stamp >= *end));
        let is_minimum_of_today = self.is_of_today || is_own_since();
        let minimum = if is_minimum_of_today { minimum_today } else { result.minimum };
        Some(TrendPoint { level: result.standing.current, target: result.target, minimum, is_minimum_of_today })
    }
}

/// Whether another edition of the model, or of a profile in use, is here than the session says: what it demanded of old is not kept.
fn is_other_edition(assessment: &Assessment<'_>) -> bool {
    let (asked, session) = (assessment.asked, assessment.session);
    let is_other = |profile: &Profile| {
        let used = session.profiles.get(&profile.id).and_then(Fact::value);
        used.is_some_and(|used| used.edition != profile.edition)
    };
    asked.model().edition != session.model.edition || asked.profiles().iter().any(|profile| is_other(profile))
}

/// Whether something was said since a place in the history from which it follows what is demanded of any practice.
fn is_any_since(session: &Session, end: &Stamp) -> bool {
    session.model.taken.as_ref().is_some_and(|taken| taken >= end)
        || any_since(&session.profiles, end)
        || any_since(&session.duties, end)
        || any_since(&session.places, end)
        || any_since(&session.system_roles, end)
}

fn any_since<K: Ord + Clone, V>(facts: &Facts<K, V>, end: &Stamp) -> bool {
    facts.values().any(|fact| fact.stamp >= *end)
}
