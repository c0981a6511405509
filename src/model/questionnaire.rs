//! One model with profiles laid over it: everything that is asked in a session.

use std::sync::Arc;

use super::{Indicator, IndicatorId, Level, Minimum, Model, Practice, PracticeId, Profile, Proposal, Scope};

/// A model with any number of profiles laid over it.
#[derive(Clone, Debug, PartialEq)]
pub struct Questionnaire {
    model: Arc<Model>,
    profiles: Vec<Arc<Profile>>,
}

/// An indicator as it is asked: the model's own, or one that a profile adds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AskedIndicator<'a> {
    /// The indicator.
    pub indicator: &'a Indicator,
    /// The profile that adds it; `None` for the model's own.
    pub profile: Option<&'a Profile>,
    /// How specific it is; the model's own indicators are general.
    pub scope: Scope,
}

/// What the profiles propose for a practice, taken together.
#[derive(Clone, Debug, PartialEq)]
pub struct CombinedProposal<'a> {
    /// The highest proposed level.
    pub level: Level,
    /// The most specific scope among the proposals of that level.
    pub scope: Scope,
    /// Every profile's proposal, so that all reasons can be shown; at least one.
    pub from: Vec<(&'a Profile, &'a Proposal)>,
}

impl CombinedProposal<'_> {
    /// The profile whose proposal wins.
    #[must_use]
    pub fn winner(&self) -> Option<&Profile> {
        let wins = |proposal: &Proposal| proposal.level == self.level && proposal.scope == self.scope;
        self.from.iter().find(|(_, proposal)| wins(proposal)).map(|(profile, _)| *profile)
    }
}

impl Questionnaire {
    /// Lays profiles over a model. Profiles for other models are left out.
    #[must_use]
    pub fn new(model: Arc<Model>, profiles: Vec<Arc<Profile>>) -> Self {
        let profiles = profiles.into_iter().filter(|profile| profile.model == model.id).collect();
        Self { model, profiles }
    }

    /// The model.
    #[must_use]
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// The profiles laid over it, in the order in which they were given.
    #[must_use]
    pub fn profiles(&self) -> &[Arc<Profile>] {
        &self.profiles
    }

    /// The indicators asked for a practice at a level: the model's first, then those of the profiles.
    #[must_use]
    pub fn indicators<'a>(&'a self, practice: &'a Practice, level: Level) -> Vec<AskedIndicator<'a>> {
        let own = practice.guide(level).into_iter().flat_map(|guide| &guide.indicators).map(|indicator| AskedIndicator {
            indicator,
            profile: None,
            scope: Scope::General,
        });
        let added = self.profiles.iter().flat_map(|profile| {
            let here = profile.indicators.iter().filter(|extra| extra.practice == practice.id && extra.level == level);
            here.map(|extra| AskedIndicator { indicator: &extra.indicator, profile: Some(profile), scope: extra.scope })
        });
        own.chain(added).collect()
    }

    /// Whether anything that is asked has that id.
    #[must_use]
    pub fn asks(&self, id: &IndicatorId) -> bool {
        let added = || self.profiles.iter().flat_map(|profile| &profile.indicators).any(|extra| extra.indicator.id == *id);
        self.model.has_indicator(id) || added()
    }

    /// What the profiles propose for a practice. Where they disagree, the higher level wins, then the more specific scope.
    #[must_use]
    pub fn proposal(&self, practice: &PracticeId) -> Option<CombinedProposal<'_>> {
        let from: Vec<(&Profile, &Proposal)> = self
            .profiles
            .iter()
            .flat_map(|profile| profile.targets.iter().map(move |proposal| (profile.as_ref(), proposal)))
            .filter(|(_, proposal)| proposal.practice == *practice)
            .collect();
        let (level, scope) = from.iter().map(|(_, proposal)| (proposal.level, proposal.scope)).max()?;
        Some(CombinedProposal { level, scope, from })
    }

    /// What something outside demands for a practice: the highest minimum and the profile that names it.
    #[must_use]
    pub fn minimum(&self, practice: &PracticeId) -> Option<(&Profile, &Minimum)> {
        self.profiles
            .iter()
            .flat_map(|profile| profile.minimums.iter().map(move |minimum| (profile.as_ref(), minimum)))
            .filter(|(_, minimum)| minimum.practice == *practice)
            .max_by_key(|(_, minimum)| minimum.level)
    }
}
