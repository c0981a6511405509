//! What is said about a statement, the worst first.

use std::cmp::Ordering;

use crate::model::{AnswerScale, Fraction};
use crate::session::Answer;

/// What is said about an indicator, the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The statement does not hold.
    NotMet,
    /// It holds in part.
    Partly,
    /// It does not hold, but something else does its job.
    Compensated,
    /// It holds.
    Met,
    /// It makes no sense here, for a reason.
    NotApplicable,
    /// Somebody was asked and does not know, and nobody else says anything: it says nothing about the level.
    NotKnown,
    /// Nobody said anything that counts.
    Unanswered,
    /// One of the answers that the model has of its own. It stands among the others by what it is worth.
    Own(OwnVerdict),
}

/// An answer of a model's own, as far as rules need it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnVerdict {
    /// Its place among the model's answers.
    pub place: u8,
    /// What it is worth.
    pub worth: Fraction,
    /// Whether a statement passes with it.
    pub passes: bool,
}

impl Verdict {
    /// What an answer counts as: *not applicable* and *compensated* count once they have a reason. An answer that the model does not
    /// have counts for nothing; it stays, and is said.
    #[must_use]
    pub fn of(answer: &Answer, scale: &AnswerScale) -> Self {
        match answer {
            Answer::NotApplicable(why) if why.has_reason() && scale.not_applicable => Self::NotApplicable,
            Answer::Compensated(why) if why.has_reason() && scale.compensated => Self::Compensated,
            Answer::DontKnow => Self::NotKnown,
            Answer::Met if scale.is_usual() => Self::Met,
            Answer::Partly if scale.is_usual() => Self::Partly,
            Answer::NotMet if scale.is_usual() => Self::NotMet,
            Answer::Own(id) => scale.own(id).map_or(Self::Unanswered, |(place, own)| {
                let place = u8::try_from(place).unwrap_or(u8::MAX);
                Self::Own(OwnVerdict { place, worth: own.value, passes: own.value >= scale.passes_from })
            }),
            Answer::NotApplicable(_) | Answer::Compensated(_) | Answer::Met | Answer::Partly | Answer::NotMet => Self::Unanswered,
        }
    }

    /// The same as if the model had no answers of its own: passed is met, worth nothing is not met, and what lies between is partly.
    #[must_use]
    pub fn kind(self) -> Self {
        match self {
            Self::Own(own) if own.passes => Self::Met,
            Self::Own(own) if own.worth == Fraction::ZERO => Self::NotMet,
            Self::Own(_) => Self::Partly,
            other => other,
        }
    }

    /// Whether a level can be reached with this: it is met, something else does its job, or it need not be.
    #[must_use]
    pub fn is_fulfilled(self) -> bool {
        matches!(self.kind(), Self::Met | Self::Compensated | Self::NotApplicable)
    }

    /// Whether it is known not to hold, or not in full.
    #[must_use]
    pub fn is_missed(self) -> bool {
        matches!(self.kind(), Self::NotMet | Self::Partly)
    }

    /// Whether nothing is known: nobody was asked, or those who were do not know. Whoever has to tell these two apart compares with
    /// one of them, as what asks the next question does: it asks nobody again for what they don't know.
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, Self::NotKnown | Self::Unanswered)
    }

    /// What the statement is worth with this; nothing is said of what does not apply, and what is open is worth nothing yet.
    #[must_use]
    pub fn worth(self) -> Option<Fraction> {
        match self {
            Self::NotApplicable => None,
            Self::NotMet | Self::NotKnown | Self::Unanswered => Some(Fraction::ZERO),
            Self::Partly => Some(Fraction::HALF),
            Self::Compensated | Self::Met => Some(Fraction::ONE),
            Self::Own(own) => Some(own.worth),
        }
    }

    /// How bad it is, then what it is worth; of two that are worth the same, the one that is offered first.
    fn rank(self) -> (u8, Fraction, u8) {
        let rank = match self.kind() {
            Self::NotMet => 0,
            Self::Partly => 1,
            Self::Compensated => 2,
            Self::Met | Self::Own(_) => 3,
            Self::NotApplicable => 4,
            Self::NotKnown => 5,
            Self::Unanswered => 6,
        };
        let place = if let Self::Own(own) = self { own.place } else { u8::MAX };
        (rank, self.worth().unwrap_or(Fraction::ZERO), place)
    }
}

impl Ord for Verdict {
    fn cmp(&self, other: &Self) -> Ordering {
        self.rank().cmp(&other.rank())
    }
}

impl PartialOrd for Verdict {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
