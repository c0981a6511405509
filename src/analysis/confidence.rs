//! How far a practice's current level can be relied on: what it rests on, and how the people who answered know.

use super::current::{Basis, Current, of_subjects};
use super::open::{OpenLevel, open_level};
use super::practice_answers::PracticeAnswers;
use super::{Assessment, PracticeResult, Verdict};
use crate::model::{Fraction, Level, Practice, Scoring};
use crate::session::Confidence;

/// What a current level rests on, the weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ground {
    /// Nobody answered.
    Unanswered,
    /// Those who were asked did not know.
    NotKnown,
    /// The practice makes no sense for this system; there is no level to rely on.
    NotApplicable,
    /// Only the quick pass.
    Quick,
    /// Statements are answered, but not to the end, in the whole or in a part: the level may turn out to be another one.
    Open,
    /// People answered differently, and nobody settled it.
    Disputed,
    /// Something in it is only assumed.
    Assumed,
    /// Somebody set the level against the rule, with a reason.
    ByHand,
    /// Of some answers nobody said how they know.
    NotSaid,
    /// Somebody who should know told it.
    Told,
    /// Whoever answered saw all of it.
    Seen,
}

/// How far a level can be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// It may well be another one.
    Weak,
    /// Nothing speaks against it.
    Fair,
    /// It was seen.
    Strong,
}

impl Grade {
    /// All, the weakest first.
    pub const ALL: [Self; 3] = [Self::Weak, Self::Fair, Self::Strong];
}

impl Ground {
    /// How far a level on this ground can be relied on; `None` where there is no level.
    #[must_use]
    pub const fn grade(self) -> Option<Grade> {
        match self {
            Self::Unanswered | Self::NotKnown | Self::NotApplicable => None,
            Self::Quick | Self::Open | Self::Disputed | Self::Assumed => Some(Grade::Weak),
            Self::ByHand | Self::NotSaid | Self::Told => Some(Grade::Fair),
            Self::Seen => Some(Grade::Strong),
        }
    }
}

/// What a practice's current level rests on: the weakest of all that holds it where it is.
pub(super) fn ground<'a>(assessment: &Assessment<'a>, practice: &'a Practice, result: &PracticeResult) -> Ground {
    let hearing = assessment.hearing(practice);
    match (result.standing.current, open_level(&hearing, &result.standing).0) {
        (_, Some(OpenLevel::Unanswered)) => Ground::Unanswered,
        (_, Some(OpenLevel::NotKnown)) => Ground::NotKnown,
        (_, Some(OpenLevel::Unfinished)) => Ground::Open,
        (_, Some(OpenLevel::QuickAlone)) => Ground::Quick,
        (Current::Unanswered, None) => Ground::Unanswered,
        (Current::NotApplicable, None) => Ground::NotApplicable,
        (Current::Known { basis: Basis::Override, .. }, None) => Ground::ByHand,
        (Current::Known { basis: Basis::Rating, .. }, None) if result.do_people_differ => Ground::Disputed,
        (Current::Known { basis: Basis::Rating, .. }, None) => Ground::NotSaid,
        (Current::Known { .. }, None) if assessment.open_disputes_of(&practice.id) > 0 => Ground::Disputed,
        (Current::Known { .. }, None) => least_sure(&hearing),
    }
}

/// What the least sure of the answers rests on that hold the level: those that reach it, and those that keep it from the next.
fn least_sure(hearing: &PracticeAnswers<'_, '_>) -> Ground {
    let mut least = Ground::Seen;
    for (part, standing) in of_subjects(hearing) {
        let Some(low) = standing.current.low() else { continue };
        for (level, it) in hearing.levels.iter().flat_map(|(level, all)| all.iter().map(move |it| (*level, it))) {
            if let Some(heard) = it.heard(part).filter(|heard| holds_it(hearing.scoring, low, level, heard.verdict)) {
                least = least.min(of_answer(heard.confidence));
            }
        }
    }
    least
}

/// Whether an answer holds a level where it is. Of what is added up, each does; of a level that needs but some of its statements, each of
/// it, as of the next one that is missed.
fn holds_it(scoring: &Scoring, low: Level, at: Level, verdict: Verdict) -> bool {
    match verdict {
        Verdict::NotKnown | Verdict::Unanswered => false,
        _ if scoring.level.is_added_up() => true,
        _ if scoring.share != Fraction::ONE => at <= low.next(),
        _ if verdict.is_fulfilled() => at <= low,
        _ => at == low.next(),
    }
}

fn of_answer(confidence: Option<Confidence>) -> Ground {
    match confidence {
        Some(Confidence::Assumed) => Ground::Assumed,
        Some(Confidence::Told) => Ground::Told,
        Some(Confidence::Seen) => Ground::Seen,
        None => Ground::NotSaid,
    }
}
