//! Every practice over all rounds: where it stood, beside the target and what something outside demanded at that time.
//!
//! Of what was demanded no history is kept. But as long as nothing that it follows from was said since the round ended, it is known: what holds
//! now held then, as of that day. Else what is demanded today stands there, and is said to be that.

use super::two_rounds::of_round;
use super::{Assessment, Current, Results, results};
use crate::model::{Level, PracticeId};
use crate::session::{Fact, Facts, RoundId, Session, Stamp, ended_on};

/// Where a practice stood in each round, beside what was needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trend {
    /// The practice.
    pub practice: PracticeId,
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
    let ends = session.ends();
    let all: Vec<OneRound<'_>> = session
        .rounds_in_order()
        .map(|(round, _)| {
            let end = ends.get(round).copied();
            let on = end.and_then(|_| ended_on(session, round)).or(assessment.on);
            OneRound { end, then: results(&of_round(assessment, round, end, on)), today: today_of(assessment, round, end) }
        })
        .collect();
    let practices = asked.model().practices().into_iter().map(|practice| Trend {
        practice: practice.id.clone(),
        rounds: all.iter().filter_map(|it| it.point(session, &practice.id)).collect(),
    });
    practices.collect()
}

/// What follows of a round.
struct OneRound<'a> {
    /// Where its end stands in the history; `None` while it is open.
    end: Option<&'a Stamp>,
    /// As of the day on which it ended.
    then: Results,
    /// As of today, where it is not known what was demanded then: of all practices or, where people stated demands of their own since, of some.
    today: Option<(Results, bool)>,
}

impl OneRound<'_> {
    fn point(&self, session: &Session, practice: &PracticeId) -> Option<TrendPoint> {
        let result = self.then.practice(practice)?;
        let is_own_since = || self.end.is_some_and(|end| session.minimums.get(practice).is_some_and(|own| is_since(own, end)));
        let today = self.today.as_ref().filter(|(_, is_all)| *is_all || is_own_since());
        let minimum = today.map_or(result.minimum, |(today, _)| today.practice(practice).and_then(|it| it.minimum));
        Some(TrendPoint { level: result.standing.current, target: result.target, minimum, is_minimum_of_today: today.is_some() })
    }
}

/// What follows as of today, where something was said since a round ended from which it follows what is demanded.
fn today_of<'a>(assessment: &Assessment<'a>, round: &'a RoundId, end: Option<&'a Stamp>) -> Option<(Results, bool)> {
    let (session, end) = (assessment.session, end?);
    let of_all = [
        any_since(&session.profiles, end),
        any_since(&session.duties, end),
        any_since(&session.places, end),
        any_since(&session.system_roles, end),
    ];
    let is_all = of_all.contains(&true);
    (is_all || any_since(&session.minimums, end))
        .then(|| (results(&of_round(assessment, round, Some(end), assessment.on)), is_all))
}

fn any_since<K: Ord + Clone, V>(facts: &Facts<K, V>, end: &Stamp) -> bool {
    facts.values().any(|fact| is_since(fact, end))
}

fn is_since<V>(fact: &Fact<V>, end: &Stamp) -> bool {
    fact.stands_since() >= end
}
