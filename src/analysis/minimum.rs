//! What something outside demands: the highest of what profiles and people say.

use super::{Assessment, Current, PracticeResult};
use crate::model::{Level, PracticeId, Profile, order};
use crate::session::Fact;

/// Whether what something outside demands is reached. A target below it does not make it any less demanded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MinimumFit {
    /// Nothing is demanded.
    NotDemanded,
    /// Less is done than demanded, even if everything that is still open turned out well.
    Missed,
    /// Not known to be reached: too much is open, nobody answered, or the practice is said to make no sense here.
    Open,
    /// It is reached.
    Reached,
}

impl PracticeResult {
    /// Whether what something outside demands is reached.
    #[must_use]
    pub fn minimum_fit(&self) -> MinimumFit {
        let Some(minimum) = self.minimum.filter(|minimum| *minimum > Level::NONE) else { return MinimumFit::NotDemanded };
        match self.standing.current {
            Current::Known { low, .. } if low >= minimum => MinimumFit::Reached,
            Current::Known { high, .. } if high < minimum => MinimumFit::Missed,
            Current::Known { .. } | Current::Unanswered | Current::NotApplicable => MinimumFit::Open,
        }
    }

    /// By how many levels what is shown lies below what something outside demands; 0 where it does not, or nobody answered.
    #[must_use]
    pub fn below_minimum(&self) -> i16 {
        let below = self.minimum.zip(self.standing.current.low()).map(|(minimum, low)| minimum.above(low));
        below.unwrap_or_default().max(0)
    }

    /// What is to be reached: the target or, where something outside demands more, that.
    #[must_use]
    pub fn goal(&self) -> Option<Level> {
        self.target.max(self.minimum.filter(|minimum| *minimum > Level::NONE))
    }
}

/// A level that is demanded from outside.
#[derive(Clone, Debug, PartialEq)]
pub struct Demand<'a> {
    /// The level.
    pub level: Level,
    /// Who demands it, and where that is written; may be empty when people did not say.
    pub source: String,
    /// The profile that says so; `None` when people said so themselves.
    pub profile: Option<&'a Profile>,
}

/// All demands on a practice, the highest first; where they are the same, those of people come first. `language` is that of
/// the profiles' words.
#[must_use]
pub fn demands<'a>(assessment: &Assessment<'a>, practice: &PracticeId, language: &str) -> Vec<Demand<'a>> {
    let own = assessment.session.minimums.get(practice).and_then(Fact::value);
    let own = own.map(|own| Demand { level: own.level, source: own.source.clone(), profile: None });
    let of_profile = assessment.asked.minimums(practice).map(|(profile, minimum)| Demand {
        level: minimum.level,
        source: minimum.source.get(language).to_owned(),
        profile: Some(profile),
    });
    let mut all: Vec<Demand<'a>> = own.into_iter().chain(of_profile).collect();
    order::by_key(&mut all, |demand| std::cmp::Reverse(demand.level));
    all
}

/// The level that is demanded of a practice.
#[must_use]
pub fn minimum(assessment: &Assessment<'_>, practice: &PracticeId) -> Option<Level> {
    let own = assessment.session.minimums.get(practice).and_then(Fact::value).map(|own| own.level);
    assessment.asked.minimums(practice).map(|(_, minimum)| minimum.level).chain(own).max()
}
