//! What something outside demands of a practice, taken together: the strictest of what profiles and people say.

use std::cmp::Reverse;

use super::duty::{duty_results, profile_duty};
use super::{Assessment, Binds, Current, DutyFit, DutyKind, DutyResult, InForce, PracticeResult, binds};
use crate::model::{IndicatorId, Level, Minimum, PracticeId, Profile, order};
use crate::session::{Date, Fact, ProfileDuty};

/// Whether what something outside demands today is met. A target below it does not make it any less demanded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MinimumFit {
    /// Nothing is demanded that is known to bind us and in force.
    NotDemanded,
    /// Less is done than demanded, even if everything that is still open turned out well.
    Missed,
    /// Not known to be reached: too much is open, nobody answered, or the practice is said to make no sense here.
    Open,
    /// It is reached: every statement that it needs is met.
    Reached,
}

impl PracticeResult {
    /// What is demanded today: it binds us, and is in force.
    pub fn demanded(&self) -> impl Iterator<Item = &DutyResult> {
        self.duties.iter().filter(|duty| duty.counts())
    }

    /// What will be demanded, with the day from which on.
    pub fn demanded_later(&self) -> impl Iterator<Item = (Date, &DutyResult)> {
        self.duties.iter().filter_map(|duty| Some((duty.counts_from()?, duty)))
    }

    /// Whether what something outside demands today is met.
    #[must_use]
    pub fn minimum_fit(&self) -> MinimumFit {
        let fit = |duty: &DutyResult| if self.is_at_its_level(duty) { duty.fit } else { DutyFit::Missed };
        match self.demanded().map(fit).min() {
            None => MinimumFit::NotDemanded,
            Some(DutyFit::Missed) => MinimumFit::Missed,
            Some(DutyFit::Open) => MinimumFit::Open,
            Some(DutyFit::Met) => MinimumFit::Reached,
        }
    }

    /// Whether the practice may be as far as a duty reads it. Where all that it needs is met, nothing more is asked for.
    fn is_at_its_level(&self, duty: &DutyResult) -> bool {
        duty.fit == DutyFit::Met || !matches!(self.standing.current, Current::Known { high, .. } if high < duty.level)
    }

    /// By how many levels what is shown lies below what something outside demands; 0 where it does not, or nobody answered.
    #[must_use]
    pub fn below_minimum(&self) -> i16 {
        let Some(low) = self.standing.current.low() else { return 0 };
        let open = self.demanded().filter(|duty| duty.fit != DutyFit::Met);
        open.map(|duty| duty.level.above(low)).max().unwrap_or_default().max(0)
    }

    /// Whether it is missed or, as far as is shown, may be missed what something outside demands today: its level, or a statement that
    /// it needs.
    #[must_use]
    pub fn is_below_minimum(&self) -> bool {
        self.minimum_fit() == MinimumFit::Missed || self.demanded().any(|duty| self.may_lie_below(duty))
    }

    /// The first of what will be demanded and is not shown to be met, and from when; `None` where there is none, or nobody answered.
    #[must_use]
    pub fn below_later(&self) -> Option<(Date, &DutyResult)> {
        self.demanded_later().find(|(_, duty)| self.may_lie_below(duty))
    }

    fn may_lie_below(&self, duty: &DutyResult) -> bool {
        matches!(self.standing.current, Current::Known { .. }) && duty.fit != DutyFit::Met
    }

    /// The statements that something outside needs and that are not met: of what is demanded today first, then of what will be; each
    /// once.
    #[must_use]
    pub fn needed(&self) -> Vec<&IndicatorId> {
        let mut needed: Vec<&IndicatorId> = Vec::new();
        for (statement, _) in self.demanded().chain(self.demanded_later().map(|(_, duty)| duty)).flat_map(DutyResult::lacks) {
            if !needed.contains(&statement) {
                needed.push(statement);
            }
        }
        needed
    }

    /// What is to be reached: the target or, where something outside demands more, that. Where both are reached, what will be demanded.
    #[must_use]
    pub fn goal(&self) -> Option<Level> {
        let today = self.target.max(self.minimum);
        let is_reached = today.is_none_or(|today| self.standing.current.low() >= Some(today));
        let later = || self.demanded_later().map(|(_, duty)| duty.level).max();
        if is_reached { today.max(later()) } else { today }
    }
}

/// What is demanded from outside.
#[derive(Clone, Debug, PartialEq)]
pub struct Demand<'a> {
    /// The level.
    pub level: Level,
    /// Who demands it, and where that is written; may be empty when people did not say.
    pub source: String,
    /// The profile that says so, and what it says; `None` when people said so themselves.
    pub of_profile: Option<(&'a Profile, &'a Minimum)>,
    /// Whether it binds.
    pub binds: Binds,
    /// Whether it is in force.
    pub in_force: InForce,
}

impl<'a> Demand<'a> {
    /// The profile that says so; `None` when people said so themselves.
    #[must_use]
    pub fn profile(&self) -> Option<&'a Profile> {
        self.of_profile.map(|(profile, _)| profile)
    }

    /// Which one of a profile; `None` for what people state themselves.
    #[must_use]
    pub fn duty(&self) -> Option<ProfileDuty> {
        self.of_profile.map(|(profile, minimum)| profile_duty(&profile.id, minimum))
    }

    /// Whether it counts today.
    #[must_use]
    pub fn counts(&self) -> bool {
        self.binds.counts() && self.in_force == InForce::Now
    }
}

/// All demands on a practice: those that count today first, and those that are not ours last; the highest first within each, and where
/// they are the same, those of people. `language` is that of the profiles' words.
#[must_use]
pub fn demands<'a>(assessment: &Assessment<'a>, practice: &PracticeId, language: &str) -> Vec<Demand<'a>> {
    let own = assessment.session.minimums.get(practice).and_then(Fact::value);
    let own = own.map(|own| Demand {
        level: own.level,
        source: own.source.clone(),
        of_profile: None,
        binds: Binds::Confirmed,
        in_force: InForce::Now,
    });
    let of_profile = assessment.asked.minimums(practice).map(|(profile, minimum)| Demand {
        level: minimum.level,
        source: minimum.source.get(language).to_owned(),
        binds: binds(assessment.session, &profile.id, minimum),
        in_force: InForce::of(minimum.applies.as_ref(), assessment.on),
        of_profile: Some((profile, minimum)),
    });
    let mut all: Vec<Demand<'a>> = own.into_iter().chain(of_profile).collect();
    order::by_key(&mut all, |demand| {
        (!demand.counts(), demand.binds.is_ruled_out(), !demand.binds.counts(), std::cmp::Reverse(demand.level))
    });
    all
}

/// The highest level that is demanded of a practice today.
#[must_use]
pub fn minimum(assessment: &Assessment<'_>, practice: &PracticeId) -> Option<Level> {
    // Which level counts does not rest on where the practice stands.
    highest(&duty_results(assessment, practice, Current::Unanswered))
}

/// The same, and the highest level that will be demanded, from when, or may be, where it is more: nobody said yet whether it binds. Of what
/// will be and what may be on the same level, what is sure.
#[must_use]
pub fn minimum_and_perhaps(assessment: &Assessment<'_>, practice: &PracticeId) -> (Option<Level>, Option<(Level, Option<Date>)>) {
    let duties = duty_results(assessment, practice, Current::Unanswered);
    let today = highest(&duties);
    let more =
        duties.iter().filter(|duty| matches!(duty.kind(), DutyKind::Perhaps | DutyKind::Later) && Some(duty.level) > today);
    let more = more.map(|duty| (duty.level, Reverse(duty.counts_from().unwrap_or(Date::MAX)), duty.counts_from())).max();
    (today, more.map(|(level, _, from)| (level, from)))
}

/// The highest level that is demanded today.
pub(super) fn highest(duties: &[DutyResult]) -> Option<Level> {
    duties.iter().filter(|duty| duty.counts()).map(|duty| duty.level).max()
}
