//! What if some statements were met: the levels, duties and gaps that would follow, beside today's.
//!
//! Worked out by the ordinary rules on a copy of the session in which these statements are answered as met wherever they fall short. Where a
//! practice stands by the quick pass alone, the statements up to that level that nobody answered are put in as met, too: what the quick pass
//! says is taken at its word, here as everywhere.

use std::collections::BTreeSet;

use super::places::short_in;
use crate::analysis::{Assessment, Basis, Current, PracticeResult, Results, Verdict, results};
use crate::model::{IndicatorId, Level, PracticeId};
use crate::session::{ActorId, Answer, Authorship, Change, Place, RoundId, Session, Timestamp};

/// What would follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhatIf {
    /// The practices in the model's order, those that would not move among them.
    pub practices: Vec<WhatIfPractice>,
    /// How many practices fall short of what is needed today.
    pub gaps_now: usize,
    /// How many still would.
    pub gaps_then: usize,
    /// How many demands from outside are missed today.
    pub missed_now: usize,
    /// How many still would be.
    pub missed_then: usize,
}

/// What would follow for a practice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhatIfPractice {
    /// The practice.
    pub practice: PracticeId,
    /// Where it stands today.
    pub now: Current,
    /// Where it would stand.
    pub then: Current,
    /// How much is enough, if anybody said.
    pub target: Option<Level>,
    /// What something outside demands today.
    pub minimum: Option<Level>,
    /// Whether it falls short today, and whether it still would.
    pub is_gap: (bool, bool),
}

impl WhatIf {
    /// The practices that would stand elsewhere.
    pub fn moved(&self) -> impl Iterator<Item = &WhatIfPractice> {
        self.practices.iter().filter(|it| it.now != it.then || it.is_gap.0 != it.is_gap.1)
    }
}

/// What would follow if these statements were met.
#[must_use]
pub fn what_if(assessment: &Assessment<'_>, now: &Results, statements: &BTreeSet<IndicatorId>) -> WhatIf {
    let session = as_if_met(assessment, now, statements);
    let mut then = match assessment.round {
        Some(round) => Assessment::of_round(assessment.asked(), &session, round),
        None => Assessment::latest(assessment.asked(), &session),
    };
    then.on = assessment.on;
    let then = results(&then);
    let practice = |(now, then): (&PracticeResult, &PracticeResult)| WhatIfPractice {
        practice: now.practice.clone(),
        now: now.standing.current,
        then: then.standing.current,
        target: now.target,
        minimum: now.minimum,
        is_gap: (now.is_gap(), then.is_gap()),
    };
    // The same that Results counts.
    let gaps = |results: &Results| results.practices.iter().filter(|result| result.falls_short()).count();
    WhatIf {
        practices: now.practices.iter().zip(&then.practices).map(practice).collect(),
        gaps_now: gaps(now),
        gaps_then: gaps(&then),
        missed_now: now.missed_duties(),
        missed_then: then.missed_duties(),
    }
}

/// The session as if these statements were met.
fn as_if_met(assessment: &Assessment<'_>, now: &Results, statements: &BTreeSet<IndicatorId>) -> Session {
    let mut session = assessment.session().clone();
    let (Some(round), Ok(actor)) = (assessment.round, ActorId::try_from("what-if")) else { return session };
    let authorship = Authorship { by: None, at: Timestamp::UNIX_EPOCH, actor };
    let mut practices: BTreeSet<&PracticeId> = BTreeSet::new();
    let mut changes = Vec::new();
    for placed in statements.iter().filter_map(|id| assessment.placed_indicator(id)) {
        practices.insert(&placed.practice.id);
        changes.extend(met_everywhere(assessment, round, placed.id));
    }
    for practice in practices {
        changes.extend(by_quick_pass(assessment, now, round, practice));
    }
    session.apply(Change::Together(changes), &authorship);
    session
}

/// What makes a statement count as met: all answers that fall short are put as met, and where nobody answered, somebody does.
fn met_everywhere(assessment: &Assessment<'_>, round: &RoundId, id: &IndicatorId) -> Vec<Change> {
    let met = |place: Place<IndicatorId>| Change::Answer(place, Some(Answer::full(assessment.scale())));
    let short = assessment
        .answers_to(id)
        .filter(|(_, fact)| fact.value().is_some_and(|it| !Verdict::of(it, assessment.scale()).is_fulfilled()));
    let mut changes: Vec<Change> = short.map(|(place, _)| met(place.clone())).collect();
    let Some(placed) = assessment.placed_indicator(id) else { return changes };
    let open = short_in(assessment, placed.asked.indicator).into_iter();
    changes.extend(open.map(|part| met(Place { on: id.clone(), round: round.clone(), part, by: None })));
    changes
}

/// The statements that nobody answered up to the level that the quick pass says, where that is all that is known.
fn by_quick_pass(assessment: &Assessment<'_>, now: &Results, round: &RoundId, practice: &PracticeId) -> Vec<Change> {
    let Some(Current::Known { low, basis: Basis::Quick, .. }) = now.practice(practice).map(|it| it.standing.current) else {
        return Vec::new();
    };
    let Some(practice) = assessment.asked().model().practice(practice) else { return Vec::new() };
    let up_to = Level::NONE.up_to(low).flat_map(|level| assessment.asked().indicators(practice, level));
    let open = up_to.filter(|it| assessment.said().together(it.indicator).is_open());
    open.flat_map(|it| met_everywhere(assessment, round, &it.indicator.id)).collect()
}
