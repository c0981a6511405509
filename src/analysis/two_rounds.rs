//! Two rounds beside each other: what rose, what fell, and why.
//!
//! A practice rose or fell where that is certain. What nobody looked at again in the later round is no fall: nothing is known about it
//! there.

use std::collections::{BTreeSet, HashMap};

use super::consolidated::holds;
use super::{Assessment, Current, PlanAndReality, PracticeResult, Results, Verdict, decisions, plan_and_reality, results};
use crate::model::{IndicatorId, Level, PracticeId, Scope};
use crate::session::{Date, EvidenceId, EvidenceUse, PersonId, RoundId, Stamp, day_of};

/// Which way a practice went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Move {
    /// Its level is lower than before.
    Fell,
    /// Its level is higher than before.
    Rose,
    /// Less is known of its level than before.
    BecameOpen,
    /// Its level was not known, or not to the end, and is now.
    BecameKnown,
    /// It applies now and did not before, or the other way round.
    AppliesOtherwise,
    /// It is as it was.
    Stayed,
}

/// A statement of which something else is said now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementMove {
    /// The statement.
    pub indicator: IndicatorId,
    /// What counted about it before.
    pub before: Verdict,
    /// What counts now.
    pub now: Verdict,
    /// Who said the latest of it now, if they said who they are.
    pub by: Option<PersonId>,
    /// On which day that was.
    pub on: Option<Date>,
}

/// What became of a practice from one round to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PracticeMove {
    /// The practice.
    pub practice: PracticeId,
    /// Where it stood and stands.
    pub level: [Current; 2],
    /// Which way it went.
    pub moved: Move,
    /// Its target then and now.
    pub target: [Option<Level>; 2],
    /// Where the target moved: who decided it, or else who stated it, if they said who they are.
    pub target_by: Option<PersonId>,
    /// How specific what was and is done is.
    pub scope: [Option<Scope>; 2],
    /// The statements of which something else is said now, or something for the first time.
    pub statements: Vec<StatementMove>,
    /// How many of its statements were answered and nobody looked at them again.
    pub not_looked_at: usize,
    /// The pieces of evidence that were given for it since.
    pub evidence: BTreeSet<EvidenceId>,
}

impl PracticeMove {
    /// The statements of which something else is said now than before; without those that were answered for the first time.
    pub fn changed(&self) -> impl Iterator<Item = &StatementMove> {
        self.statements.iter().filter(|it| it.before != Verdict::Unanswered)
    }

    /// How many statements were answered for the first time, and how many of these are met.
    #[must_use]
    pub fn first_answers(&self) -> (usize, usize) {
        let first = || self.statements.iter().filter(|it| it.before == Verdict::Unanswered);
        (first().count(), first().filter(|it| it.now.kind() == Verdict::Met).count())
    }

    /// Whether there is anything to say about why it stands where it does.
    #[must_use]
    pub fn has_a_reason(&self) -> bool {
        let is_scope_moved = self.scope[0] != self.scope[1] && self.scope[1].is_some();
        let is_target_moved = self.target[0] != self.target[1];
        is_target_moved || is_scope_moved || !self.statements.is_empty() || self.not_looked_at > 0 || !self.evidence.is_empty()
    }
}

/// Two rounds beside each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TwoRounds {
    /// The rounds.
    pub rounds: [RoundId; 2],
    /// Every practice, in the model's order.
    pub practices: Vec<PracticeMove>,
    /// How many statements are answered as before.
    pub confirmed: usize,
    /// How many are answered in another way.
    pub changed: usize,
    /// How many are answered now that were not before.
    pub new: usize,
    /// How many were answered before and nobody looked at them again.
    pub not_looked_at: usize,
}

impl TwoRounds {
    /// How many practices went that way.
    #[must_use]
    pub fn count(&self, moved: Move) -> usize {
        self.practices.iter().filter(|it| it.moved == moved).count()
    }
}

/// A round, of which `today` follows, beside an earlier one; nothing where either has no round.
#[must_use]
pub fn two_rounds<'a>(before: &Assessment<'a>, now: &Assessment<'a>, today: &Results) -> Option<TwoRounds> {
    let rounds = [before.round?.clone(), now.round?.clone()];
    let then = results(before);
    let since = before.session.opening_after(&rounds[0]);
    let mut both = TwoRounds { rounds, practices: Vec::new(), confirmed: 0, changed: 0, new: 0, not_looked_at: 0 };
    let latest = latest_answers(now);
    let mut by_practice: HashMap<&PracticeId, Why> = HashMap::new();
    for statement in now.placed_indicators() {
        let verdicts = [before, now].map(|it| it.said().together(statement.asked.indicator));
        let why = by_practice.entry(&statement.practice.id).or_default();
        why.evidence.extend(evidence_since(now, statement.id, since).into_iter().cloned());
        match verdicts {
            [Verdict::Unanswered, Verdict::Unanswered] => continue,
            [_, Verdict::Unanswered] => {
                both.not_looked_at += 1;
                why.not_looked_at += 1;
                continue;
            }
            [Verdict::Unanswered, _] => both.new += 1,
            [then, now] if then == now => {
                both.confirmed += 1;
                continue;
            }
            // Also where somebody knew then and nobody knows now.
            _ => both.changed += 1,
        }
        let said = latest.get(statement.id);
        let (by, on) = (said.and_then(|(_, by, _)| by.cloned()), said.map(|(.., on)| *on));
        why.statements.push(StatementMove { indicator: statement.id.clone(), before: verdicts[0], now: verdicts[1], by, on });
    }
    // Of each practice the latest decision that stands comes last.
    let log = decisions(now);
    let decided = log.iter().rev().filter(|it| !it.is_kept_apart).map(|it| (&it.practice, it));
    let decided: HashMap<_, _> = decided.collect();
    for result in &today.practices {
        let Some(was) = then.practice(&result.practice) else { continue };
        let why = by_practice.remove(&result.practice).unwrap_or_default();
        let target_by = decided.get(&result.practice).filter(|_| was.target != result.target).and_then(|it| {
            let decided_by = it.after.as_ref().and_then(|after| after.decided_by.clone());
            decided_by.or_else(|| it.by.clone())
        });
        both.practices.push(practice_move([was, result], target_by, why));
    }
    Some(both)
}

/// Why a practice moved, beside its target.
#[derive(Default)]
struct Why {
    statements: Vec<StatementMove>,
    not_looked_at: usize,
    evidence: BTreeSet<EvidenceId>,
}

fn practice_move(both: [&PracticeResult; 2], target_by: Option<PersonId>, why: Why) -> PracticeMove {
    let level = both.map(|it| it.standing.current);
    PracticeMove {
        practice: both[1].practice.clone(),
        level,
        moved: Move::between(level),
        target: both.map(|it| it.target),
        target_by,
        scope: both.map(|it| it.scope),
        statements: why.statements,
        not_looked_at: why.not_looked_at,
        evidence: why.evidence,
    }
}

impl Move {
    /// Which way a level went, before and now. It rose or fell only where that is certain: a level of which less is known than before fell
    /// nowhere.
    #[must_use]
    pub fn between([before, now]: [Current; 2]) -> Self {
        let range = Current::height;
        match (range(before), range(now)) {
            _ if before == now => Self::Stayed,
            _ if before == Current::NotApplicable || now == Current::NotApplicable => Self::AppliesOtherwise,
            (Some((_, high)), Some((low, _))) if low > high => Self::Rose,
            (Some((low, _)), Some((_, high))) if high < low => Self::Fell,
            (Some((low, high)), Some((now_low, now_high))) if now_low == now_high => {
                if low == high {
                    Self::Stayed
                } else {
                    Self::BecameKnown
                }
            }
            (None, Some((low, high))) if low == high => Self::BecameKnown,
            (Some((low, high)), Some((now_low, _))) if low == high || now_low < low => Self::BecameOpen,
            (Some(_), None) => Self::BecameOpen,
            _ => Self::Stayed,
        }
    }
}

/// The latest answer to each statement in the round: where it stands in the history, by whom, on which day.
type Latest<'a> = HashMap<&'a IndicatorId, (&'a Stamp, Option<&'a PersonId>, Date)>;

fn latest_answers<'a>(now: &Assessment<'a>) -> Latest<'a> {
    let mut latest = Latest::new();
    for (at, fact) in now.session.answers.iter().filter(|(at, fact)| fact.value().is_some() && now.is_here(at)) {
        if latest.get(&at.on).is_none_or(|(stamp, ..)| **stamp < fact.stamp) {
            latest.insert(&at.on, (&fact.stamp, at.by.as_ref(), day_of(fact.at)));
        }
    }
    // Where people differed and that is settled, what counts is the word of whoever settled it.
    for (at, fact) in now.session.settlements.iter().filter(|(at, _)| now.round == Some(&at.round)) {
        if fact.value().is_some_and(|it| holds(now.session, at, it, now.scale())) {
            latest.insert(&at.on, (&fact.stamp, fact.by.as_ref(), day_of(fact.at)));
        }
    }
    latest
}

/// The pieces of evidence that were given for a statement since a place in the history.
fn evidence_since<'a>(now: &Assessment<'a>, indicator: &IndicatorId, since: Option<&Stamp>) -> Vec<&'a EvidenceId> {
    let (session, uses) = (now.session, &now.session.evidence_uses);
    let is_since = |given: &EvidenceUse| {
        uses.get(given).is_some_and(|fact| since.is_some_and(|since| fact.stamp > *since) && now.is_of_its_time(fact))
    };
    let given = session.evidence_uses_for(indicator).filter(|given| is_since(given)).map(|given| &given.evidence);
    given.collect()
}

/// Another round as of the same day.
pub(super) fn as_of<'a>(assessment: &Assessment<'a>, round: &'a RoundId) -> Assessment<'a> {
    of_round(assessment, round, assessment.session.end_of(round), assessment.on)
}

/// Another round, of which it is known where its end stands in the history, as of a day.
pub(super) fn of_round<'a>(
    assessment: &Assessment<'a>,
    round: &'a RoundId,
    end: Option<&'a Stamp>,
    on: Option<Date>,
) -> Assessment<'a> {
    let of_round = Assessment::of_round_until(assessment.asked, assessment.session, round, end);
    match on {
        Some(day) => of_round.on(day),
        None => of_round,
    }
}

/// The round that is looked at beside an earlier one; where none is named or it is none, beside the one before it. Nothing in the first
/// round.
#[must_use]
pub fn two_rounds_of(assessment: &Assessment<'_>, today: &Results, before: Option<&RoundId>) -> Option<TwoRounds> {
    two_rounds(&round_before(assessment, before)?, assessment, today)
}

/// What the plan would have led to from the round before, beside what is found; of the same round as [`two_rounds_of`].
#[must_use]
pub fn plan_and_reality_of(assessment: &Assessment<'_>, today: &Results, before: Option<&RoundId>) -> Option<PlanAndReality> {
    plan_and_reality(&round_before(assessment, before)?, assessment, today)
}

/// The round that is named, where it comes before, or else the one before this.
fn round_before<'a>(assessment: &Assessment<'a>, before: Option<&RoundId>) -> Option<Assessment<'a>> {
    let now = assessment.round?;
    let earlier: Vec<&RoundId> =
        assessment.session.rounds_in_order().map(|(round, _)| round).filter(|round| *round < now).collect();
    let named = before.and_then(|before| earlier.iter().copied().find(|round| *round == before));
    let before = named.or_else(|| earlier.last().copied())?;
    Some(as_of(assessment, before))
}
