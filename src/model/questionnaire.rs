//! One model with profiles and a session's own indicators laid over it: everything that is asked in a session.

use std::sync::Arc;

use super::{
    Coherence, ExtraIndicator, Indicator, IndicatorId, Interview, Level, Minimum, Model, Practice, PracticeId, Profile, Proposal,
    Scope,
};

/// A model with any number of profiles laid over it.
#[derive(Clone, Debug, PartialEq)]
pub struct Questionnaire {
    model: Arc<Model>,
    profiles: Vec<Arc<Profile>>,
    own: Vec<ExtraIndicator>,
    interview: Option<Arc<Interview>>,
    coherence: Option<Arc<Coherence>>,
}

/// An indicator as it is asked: the model's own, or one that a profile or the people themselves add.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AskedIndicator<'a> {
    /// The indicator.
    pub indicator: &'a Indicator,
    /// The profile that adds it; `None` for the model's own and for those that people added for their system.
    pub profile: Option<&'a Profile>,
    /// Whether people added it for their system.
    pub is_own: bool,
    /// How specific it is; the model's own indicators are general.
    pub scope: Scope,
}

impl Questionnaire {
    /// Lays profiles over a model. Profiles for other models are left out.
    #[must_use]
    pub fn new(model: Arc<Model>, profiles: Vec<Arc<Profile>>) -> Self {
        let profiles = profiles.into_iter().filter(|profile| profile.model == model.id).collect();
        Self { model, profiles, own: Vec::new(), interview: None, coherence: None }
    }

    /// Adds the indicators that people added for their system.
    #[must_use]
    pub fn with_own(self, mut own: Vec<ExtraIndicator>) -> Self {
        for extra in &mut own {
            // Those for a practice that an older edition had under another id stay with it.
            let now = self.model.became(extra.practice.as_str()).first().and_then(|id| PracticeId::try_from(id.as_str()).ok());
            extra.practice = now.unwrap_or_else(|| extra.practice.clone());
        }
        Self { own, ..self }
    }

    /// Adds what helps to set targets, as far as it is for this model.
    #[must_use]
    pub fn with_guidance(self, interview: Option<Arc<Interview>>, coherence: Option<Arc<Coherence>>) -> Self {
        let interview = interview.filter(|interview| interview.model == self.model.id);
        let coherence = coherence.filter(|coherence| coherence.model == self.model.id);
        Self { interview, coherence, ..self }
    }

    /// The interview that proposes targets, if there is one for this model.
    #[must_use]
    pub fn interview(&self) -> Option<&Interview> {
        self.interview.as_deref()
    }

    /// The dependencies between practices, if there are any for this model.
    #[must_use]
    pub fn coherence(&self) -> Option<&Coherence> {
        self.coherence.as_deref()
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

    /// The indicators asked for a practice at a level: the model's first, then those of the profiles, then the people's own.
    #[must_use]
    pub fn indicators<'a>(&'a self, practice: &'a Practice, level: Level) -> Vec<AskedIndicator<'a>> {
        let own = practice.guide(level).into_iter().flat_map(|guide| &guide.indicators).map(|indicator| AskedIndicator {
            indicator,
            profile: None,
            is_own: false,
            scope: Scope::General,
        });
        let added = self.profiles.iter().flat_map(|profile| {
            let here = profile.indicators.iter().filter(|extra| extra.practice == practice.id && extra.level == level);
            here.map(|extra| AskedIndicator {
                indicator: &extra.indicator,
                profile: Some(profile),
                is_own: false,
                scope: extra.scope,
            })
        });
        let mine = self.own.iter().filter(|extra| extra.practice == practice.id && extra.level == level);
        let mine =
            mine.map(|extra| AskedIndicator { indicator: &extra.indicator, profile: None, is_own: true, scope: extra.scope });
        own.chain(added).chain(mine).collect()
    }

    /// All that is asked for a practice, with the level of each, the lowest level first.
    pub fn indicators_of<'a>(&'a self, practice: &'a Practice) -> impl Iterator<Item = (Level, AskedIndicator<'a>)> {
        let levels = Level::NONE.up_to(self.model.top());
        levels.flat_map(move |level| self.indicators(practice, level).into_iter().map(move |it| (level, it)))
    }

    /// The ids of all indicators that are asked.
    pub fn all_indicators(&self) -> impl Iterator<Item = &IndicatorId> {
        let of_model = self.model.practices().into_iter().flat_map(|practice| &practice.levels);
        let of_model = of_model.flat_map(|guide| &guide.indicators).map(|indicator| &indicator.id);
        let extras = self.profiles.iter().flat_map(|profile| &profile.indicators).chain(&self.own);
        of_model.chain(extras.map(|extra| &extra.indicator.id))
    }

    /// Whether anything that is asked has that id.
    #[must_use]
    pub fn asks(&self, id: &IndicatorId) -> bool {
        self.all_indicators().any(|asked| asked == id)
    }

    /// What the profiles propose for a practice, each on its own.
    pub fn profile_proposals(&self, practice: &PracticeId) -> impl Iterator<Item = (&Profile, &Proposal)> {
        let of = |profile| move |proposal| (profile, proposal);
        let all =
            self.profiles.iter().map(AsRef::as_ref).flat_map(move |profile: &Profile| profile.targets.iter().map(of(profile)));
        all.filter(move |(_, proposal)| proposal.practice == *practice)
    }

    /// What something outside demands of a practice, each demand with the profile that names it.
    pub fn minimums(&self, practice: &PracticeId) -> impl Iterator<Item = (&Profile, &Minimum)> {
        let of = |profile| move |minimum| (profile, minimum);
        let all =
            self.profiles.iter().map(AsRef::as_ref).flat_map(move |profile: &Profile| profile.minimums.iter().map(of(profile)));
        all.filter(move |(_, minimum)| minimum.practice == *practice)
    }
}
