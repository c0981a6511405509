//! One model with profiles and a session's own indicators laid over it: everything that is asked in a session.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::asked_index::{AskedWhere, Index, OfPractice, Written};
use super::model_index::WhenNeeded;
use super::{
    Audience, Coherence, DutyId, ExtraIndicator, FormerItem, FormerWords, Indicator, IndicatorId, Interview, ItemChange, Level,
    Minimum, Model, Practice, PracticeId, Profile, ProfileId, Proposal, Scope, Text, order,
};

/// A model with any number of profiles laid over it.
#[derive(Clone, Debug, PartialEq)]
pub struct Questionnaire {
    model: Arc<Model>,
    profiles: Vec<Arc<Profile>>,
    own: Vec<ExtraIndicator>,
    set_apart: BTreeSet<(ProfileId, DutyId)>,
    interview: Option<Arc<Interview>>,
    coherence: Option<Arc<Coherence>>,
    pub(super) audience: Audience,
    former_words: Option<Arc<FormerWords>>,
    index: WhenNeeded<Index>,
}

/// An indicator as it is asked: the model's own, or one that a profile or the people themselves add.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AskedIndicator<'a> {
    /// The indicator.
    pub indicator: &'a Indicator,
    /// The practice for which it is asked.
    pub practice: &'a Practice,
    /// The level at which it is asked.
    pub level: Level,
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
        Self {
            model,
            profiles,
            own: Vec::new(),
            set_apart: BTreeSet::new(),
            interview: None,
            coherence: None,
            former_words: None,
            audience: Audience::default(),
            index: WhenNeeded::default(),
        }
    }

    /// Adds the indicators that people added for their system.
    #[must_use]
    pub fn with_own(self, mut own: Vec<ExtraIndicator>) -> Self {
        for extra in &mut own {
            // Those for a practice that an older edition had under another id stay with it.
            let now = self.model.became(extra.practice.as_str()).first().and_then(|id| PracticeId::try_from(id.as_str()).ok());
            extra.practice = now.unwrap_or_else(|| extra.practice.clone());
        }
        Self { own, index: WhenNeeded::default(), ..self }
    }

    /// Sets apart what profiles demand that does not bind the people here: it is still told, and raises no proposal.
    #[must_use]
    pub fn setting_apart(self, set_apart: BTreeSet<(ProfileId, DutyId)>) -> Self {
        Self { set_apart, ..self }
    }

    /// Adds what helps to set targets, as far as it is for this model.
    #[must_use]
    pub fn with_guidance(self, interview: Option<Arc<Interview>>, coherence: Option<Arc<Coherence>>) -> Self {
        let interview = interview.filter(|interview| interview.model == self.model.id);
        let coherence = coherence.filter(|coherence| coherence.model == self.model.id);
        Self { interview, coherence, ..self }
    }

    /// Adds what older questions said, as far as it is about this model.
    #[must_use]
    pub fn with_former_words(self, words: Option<Arc<FormerWords>>) -> Self {
        let former_words = words.filter(|words| words.model == self.model.id);
        Self { former_words, ..self }
    }

    /// What a question of an older edition said up to then, if that is known.
    #[must_use]
    pub fn was<'a>(&'a self, change: &'a ItemChange) -> Option<&'a Text> {
        change.was.as_ref().or_else(|| Some(&self.former(change.id.as_str())?.was))
    }

    /// Why a question of an older edition was changed, if that is known.
    #[must_use]
    pub fn why<'a>(&'a self, change: &'a ItemChange) -> Option<&'a Text> {
        change.why.as_ref().or_else(|| Some(&self.former(change.id.as_str())?.why))
    }

    /// What an id of an older edition said, the last that is known of it.
    #[must_use]
    pub fn last_said(&self, id: &str) -> Option<&Text> {
        self.was_told(id).or_else(|| Some(&self.former(id)?.was))
    }

    /// The words about an id of an older edition, from the file beside the model.
    fn former(&self, id: &str) -> Option<&FormerItem> {
        self.former_words.as_ref()?.of(id)
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

    fn index(&self) -> &Index {
        self.index.get_or(|| Index::of(&self.model, self.profiles.iter().map(AsRef::as_ref), &self.own))
    }

    /// The practice of that id.
    #[must_use]
    pub fn practice(&self, id: &PracticeId) -> Option<&Practice> {
        self.model.practice(id)
    }

    /// The indicators asked for a practice at a level: the model's first, then those of the profiles, then the people's own.
    #[must_use]
    pub fn indicators<'a>(&'a self, practice: &'a Practice, level: Level) -> Vec<AskedIndicator<'a>> {
        let mut all = self.known(practice, level);
        all.retain(|it| self.is_for_us(it));
        all
    }

    /// The same, also those that are not for us.
    #[must_use]
    pub fn known<'a>(&'a self, practice: &'a Practice, level: Level) -> Vec<AskedIndicator<'a>> {
        let of_model = practice.guide(level).map_or(0, |guide| guide.indicators.len());
        let of_model = (0..of_model).map(Written::Model);
        let extras = self.index().extras(&practice.id, level).iter().copied();
        of_model.chain(extras).filter_map(|written| self.read(practice, level, written)).collect()
    }

    /// The indicators asked for a practice, the lowest level first.
    pub fn indicators_of<'a>(&'a self, practice: &'a Practice) -> impl Iterator<Item = AskedIndicator<'a>> {
        Level::NONE.up_to(self.model.top()).flat_map(|level| self.indicators(practice, level))
    }

    /// The indicators known for a practice, also those that are not for us, the lowest level first.
    pub fn known_of<'a>(&'a self, practice: &'a Practice) -> impl Iterator<Item = AskedIndicator<'a>> {
        Level::NONE.up_to(self.model.top()).flat_map(|level| self.known(practice, level))
    }

    fn is_for_us(&self, it: &AskedIndicator<'_>) -> bool {
        self.audience.leaves_out(it.indicator).is_none()
    }

    /// Everything that is asked: by practice in the model's order, then by level.
    pub fn all(&self) -> impl Iterator<Item = AskedIndicator<'_>> {
        self.model.practices().into_iter().flat_map(|practice| self.indicators_of(practice))
    }

    /// The indicator of that id, if it is asked, whoever asks it: the model, a profile or the people themselves.
    #[must_use]
    pub fn indicator(&self, id: &IndicatorId) -> Option<AskedIndicator<'_>> {
        self.known_indicator(id).filter(|it| self.is_for_us(it))
    }

    /// The indicator of that id, also one that is not for us: what was said about it keeps its name.
    #[must_use]
    pub fn known_indicator(&self, id: &IndicatorId) -> Option<AskedIndicator<'_>> {
        self.at(self.place_of(id)?)
    }

    /// Those of some indicators that are asked, each once, in the order of asking.
    #[must_use]
    pub fn in_order<'a>(&self, ids: impl IntoIterator<Item = &'a IndicatorId>) -> Vec<AskedIndicator<'_>> {
        let places = order::set(ids.into_iter().filter_map(|id| self.place_of(id)));
        places.into_iter().filter_map(|place| self.at(place)).filter(|it| self.is_for_us(it)).collect()
    }

    /// Where an indicator is asked. Where two have the same id, the first one has it: the model's, then those of the profiles.
    fn place_of(&self, id: &IndicatorId) -> Option<AskedWhere> {
        self.model.place_of(id).or_else(|| self.index().indicator(id))
    }

    fn at(&self, place: AskedWhere) -> Option<AskedIndicator<'_>> {
        self.read(self.model.practice_number(place.practice)?, place.level, place.written)
    }

    fn read<'a>(&'a self, practice: &'a Practice, level: Level, written: Written) -> Option<AskedIndicator<'a>> {
        let general = AskedIndicator {
            indicator: match written {
                Written::Model(place) => practice.guide(level)?.indicators.get(place)?,
                Written::Profile(profile, place) => &self.profiles.get(profile)?.indicators.get(place)?.indicator,
                Written::Own(place) => &self.own.get(place)?.indicator,
            },
            practice,
            level,
            profile: None,
            is_own: false,
            scope: Scope::General,
        };
        Some(match written {
            Written::Model(_) => general,
            Written::Profile(number, place) => {
                let profile = self.profiles.get(number)?;
                AskedIndicator { profile: Some(profile), scope: profile.indicators.get(place)?.scope, ..general }
            }
            Written::Own(place) => AskedIndicator { is_own: true, scope: self.own.get(place)?.scope, ..general },
        })
    }

    /// The ids of all indicators that are known, also of those that are not for us.
    pub fn all_indicators(&self) -> impl Iterator<Item = &IndicatorId> {
        let of_model = self.model.practices().into_iter().flat_map(|practice| &practice.levels);
        let of_model = of_model.flat_map(|guide| &guide.indicators).map(|indicator| &indicator.id);
        let extras = self.profiles.iter().flat_map(|profile| &profile.indicators).chain(&self.own);
        of_model.chain(extras.map(|extra| &extra.indicator.id))
    }

    /// Whether anything that is asked has that id.
    #[must_use]
    pub fn asks(&self, id: &IndicatorId) -> bool {
        self.indicator(id).is_some()
    }

    /// What the profiles propose for a practice, each on its own.
    pub fn profile_proposals(&self, practice: &PracticeId) -> impl Iterator<Item = (&Profile, &Proposal)> {
        self.of_profiles(practice, |added| &added.proposals, |profile, place| profile.targets.get(place))
    }

    /// What something outside demands of a practice, each demand with the profile that names it.
    pub fn minimums(&self, practice: &PracticeId) -> impl Iterator<Item = (&Profile, &Minimum)> {
        self.of_profiles(practice, |added| &added.minimums, |profile, place| profile.minimums.get(place))
    }

    /// The same without what is set apart.
    pub fn minimums_that_may_bind(&self, practice: &PracticeId) -> impl Iterator<Item = (&Profile, &Minimum)> {
        self.minimums(practice).filter(|(profile, minimum)| {
            self.set_apart.is_empty() || !self.set_apart.contains(&(profile.id.clone(), minimum.id.clone()))
        })
    }

    /// What profiles say about a practice, each with the profile.
    fn of_profiles<'a, T: 'a>(
        &'a self,
        practice: &PracticeId,
        places: fn(&OfPractice) -> &Vec<(usize, usize)>,
        read: fn(&Profile, usize) -> Option<&T>,
    ) -> impl Iterator<Item = (&'a Profile, &'a T)> {
        let places = self.index().of_practice(practice).map(places).into_iter().flatten();
        places.filter_map(move |(profile, place)| {
            let profile = self.profiles.get(*profile)?;
            Some((profile.as_ref(), read(profile, *place)?))
        })
    }
}
