//! What profiles and the interview propose as targets, each with its reasons.
//!
//! Where they disagree the highest level wins, with the scope of who asks for it; each voice stays visible with its reason. But a profile speaks of
//! an industry in general, and people of their own system: a profile never asks for more than their answers can still come to, whatever
//! they say to what is not answered yet. Once everything is answered, their answers decide alone. What a profile says that something
//! outside demands counts in any case.

use std::collections::BTreeMap;

use super::Assessment;
use super::interview_proposals::{ByPractice, Open, by_practice};
use crate::model::{Coherence, Interview, Level, Minimum, OptionId, PracticeId, Profile, QuestionId, Questionnaire, Scope, Text};
use crate::session::{Origin, ProposedReason, Rationale, Session, Target};

/// Who proposes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Voice<'a> {
    /// A profile.
    Profile(&'a Profile),
    /// The interview.
    Interview,
}

/// What one voice proposes for a practice.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposed<'a> {
    /// Who proposes.
    pub voice: Voice<'a>,
    /// The level.
    pub level: Level,
    /// The scope.
    pub scope: Scope,
    /// Why; the reasons of what asks for this level, at least one.
    pub reasons: Vec<&'a Text>,
    /// What keeps it from being more than this level, where more is asked for.
    pub held: Vec<&'a Text>,
    /// The questions of the interview whose answers ask for it; none where nobody's answer does.
    pub asked_by: Vec<&'a QuestionId>,
}

/// What all voices propose for a practice, taken together.
#[derive(Clone, Debug, PartialEq)]
pub struct CombinedProposal<'a> {
    /// The highest level of those that count.
    pub level: Level,
    /// The most specific scope of those that ask for this level.
    pub scope: Scope,
    /// Every voice; at least one.
    pub from: Vec<Proposed<'a>>,
    /// Whether every question of the interview is answered: with what holds practices together, each proposal depends on all.
    pub is_answered: bool,
    /// What the people's own answers can still come to; `None` where nothing is answered or everything.
    pub own_at_most: Option<Level>,
    /// What something outside demands, where only that makes the level as high as it is.
    pub demanded: Option<(&'a Profile, &'a Minimum)>,
}

impl<'a> CombinedProposal<'a> {
    /// The target that follows, not yet confirmed by anybody. Its reasons are in the first language of whoever gives them.
    #[must_use]
    pub fn target(&self, answers: &BTreeMap<QuestionId, OptionId>) -> Target {
        // The first of those that ask for this level, and if possible for this scope, too.
        let wins = self.from.iter().rev().filter(|proposed| self.agrees(proposed)).max_by_key(|proposed| proposed.scope);
        let origin = match wins.map(|proposed| proposed.voice) {
            Some(Voice::Profile(profile)) => Origin::Profile(profile.id.clone()),
            Some(Voice::Interview) | None => Origin::Interview,
        };
        Target { rationale: Some(self.rationale(answers, "")), ..Target::new(self.level, self.scope, origin) }
    }

    /// Whether a voice asks for this level, or a profile for more than it is heard with.
    #[must_use]
    pub fn agrees(&self, voice: &Proposed<'_>) -> bool {
        let is_profile = voice.voice != Voice::Interview;
        let heard = self.own_at_most.filter(|_| is_profile).map_or(voice.level, |most| voice.level.min(most));
        heard == self.level
    }

    /// Why this much: the reasons of those who propose this level, with the answers on which they rest. Who proposes another level
    /// is named without its reasons, since these argue for something else.
    #[must_use]
    pub fn rationale(&self, answers: &BTreeMap<QuestionId, OptionId>, language: &str) -> Rationale {
        let profile_of = |voice: &Proposed<'a>| match voice.voice {
            Voice::Profile(profile) => Some(profile.id.clone()),
            Voice::Interview => None,
        };
        let (agree, differ): (Vec<_>, Vec<_>) = self.from.iter().partition(|voice| self.agrees(voice));
        let reasons = agree.iter().flat_map(|voice| {
            voice.reasons.iter().chain(&voice.held).map(|reason| ProposedReason::new(profile_of(voice), reason.get(language)))
        });
        let demanded = self.demanded.map(|(profile, minimum)| (profile.id.clone(), minimum.source.get(language)));
        let reasons = reasons.chain(demanded.map(|(profile, source)| ProposedReason::new(Some(profile), source)));
        let others = differ.iter().map(|voice| ProposedReason::of_another_level(profile_of(voice), voice.level));
        let questions = agree.iter().flat_map(|voice| &voice.asked_by);
        let given = questions.filter_map(|question| Some(((*question).clone(), answers.get(*question)?.clone())));
        Rationale {
            level: self.level,
            scope: self.scope,
            reasons: reasons.chain(others).collect(),
            answers: given.collect(),
            unknown: serde_json::Map::new(),
        }
    }
}

/// The answers of the interview that a session has.
#[must_use]
pub fn interview_answers(session: &Session) -> BTreeMap<QuestionId, OptionId> {
    let said = session.interview.iter().filter_map(|(question, fact)| Some((question.clone(), fact.value()?.clone())));
    said.collect()
}

/// What the interview proposes for a practice from these answers, so that it fits together with what it proposes for others. Nothing
/// as long as no question is answered. Who asks about several practices asks [`Proposals`].
#[must_use]
pub fn interview_proposal<'a>(
    interview: &'a Interview,
    coherence: Option<&'a Coherence>,
    answers: &BTreeMap<QuestionId, OptionId>,
    practice: &PracticeId,
) -> Option<Proposed<'a>> {
    by_practice(interview, coherence, answers, Open::Nothing).remove(practice)
}

/// What profiles and the interview propose, worked out for all practices at once.
pub struct Proposals<'a> {
    asked: &'a Questionnaire,
    own: ByPractice<'a>,
    /// What the interview can still come to; `None` once everything is answered.
    most: Option<ByPractice<'a>>,
}

impl<'a> Proposals<'a> {
    /// What follows from these answers and the profiles in use.
    #[must_use]
    pub fn of(asked: &'a Questionnaire, answers: &BTreeMap<QuestionId, OptionId>) -> Self {
        let Some(interview) = asked.interview() else { return Self { asked, own: ByPractice::new(), most: None } };
        let is_answered = interview.questions.iter().all(|question| interview.is_given(&question.id, answers));
        let by_practice = |open| by_practice(interview, asked.coherence(), answers, open);
        // Without a profile nobody asks for more than the answers do.
        let is_needed = !is_answered && !asked.profiles().is_empty();
        let most = if is_needed { by_practice(Open::Most) } else { ByPractice::new() };
        Self { asked, own: by_practice(Open::Nothing), most: (!is_answered).then_some(most) }
    }

    /// What the interview proposes for a practice.
    #[must_use]
    pub fn of_interview(&self, practice: &PracticeId) -> Option<&Proposed<'a>> {
        self.own.get(practice)
    }

    /// What profiles and interview propose for a practice, taken together.
    #[must_use]
    pub fn together(&self, practice: &PracticeId) -> Option<CombinedProposal<'a>> {
        let of_profiles = self.asked.profile_proposals(practice).map(|(profile, proposal)| Proposed {
            voice: Voice::Profile(profile),
            level: proposal.level,
            scope: proposal.scope,
            reasons: vec![&proposal.reason],
            held: Vec::new(),
            asked_by: Vec::new(),
        });
        let own = self.own.get(practice);
        let from: Vec<Proposed<'a>> = of_profiles.chain(own.cloned()).collect();
        let is_answered = own.is_some() && self.most.is_none();
        let own_at_most = own.and(self.most.as_ref()).and_then(|most| most.get(practice)).map(|most| most.level);
        let heard = |proposed: &Proposed<'a>| match (proposed.voice, own_at_most) {
            (Voice::Interview, _) => Some((proposed.level, proposed.scope)),
            (Voice::Profile(_), _) if is_answered => None,
            (Voice::Profile(_), most) => Some((most.map_or(proposed.level, |most| most.min(proposed.level)), proposed.scope)),
        };
        let said = from.iter().filter_map(heard).max()?;
        let demanded = self.asked.minimums_that_may_bind(practice).filter(|_| own.is_some());
        let demanded = demanded.map(|(profile, minimum)| {
            let of_it = from.iter().find(|it| matches!(it.voice, Voice::Profile(it) if it.id == profile.id));
            ((minimum.level, of_it.map_or(Scope::General, |it| it.scope)), (profile, minimum))
        });
        let demanded = demanded.max_by_key(|(much, _)| *much);
        let (level, scope) = demanded.map_or(said, |(much, _)| much.max(said));
        let demanded = demanded.filter(|(much, _)| much.0 > said.0).map(|(_, from)| from);
        Some(CombinedProposal { level, scope, from, is_answered, own_at_most, demanded })
    }
}

/// What profiles and interview propose for a practice, taken together. Who asks about several practices asks [`Proposals`].
#[must_use]
pub fn proposal<'a>(
    asked: &'a Questionnaire,
    answers: &BTreeMap<QuestionId, OptionId>,
    practice: &PracticeId,
) -> Option<CombinedProposal<'a>> {
    Proposals::of(asked, answers).together(practice)
}

/// A target that would change if the proposals were taken over.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// The practice.
    pub practice: PracticeId,
    /// The target as it is.
    pub now: Option<Target>,
    /// The target as proposed; `None` when nothing is proposed any more.
    pub proposed: Option<Target>,
}

/// What would change if the proposals were taken over where nobody set a target by hand. What was set by hand stays.
#[must_use]
pub fn differences(assessment: &Assessment<'_>, answers: &BTreeMap<QuestionId, OptionId>) -> Vec<Difference> {
    let asked = assessment.asked;
    let proposals = Proposals::of(asked, answers);
    let practices = asked.model().practices().into_iter();
    let difference = practices.filter_map(|practice| {
        let now = assessment.target(&practice.id);
        let open = now.is_none_or(|target| target.origin.is_proposal());
        let proposed = proposals.together(&practice.id).map(|proposal| proposal.target(answers));
        let same = match (now, &proposed) {
            (Some(now), Some(proposed)) => {
                (now.level, now.scope, &now.origin) == (proposed.level, proposed.scope, &proposed.origin)
            }
            (None, None) => true,
            // Nobody proposes it any more, but somebody gave a reason for it: that stays until it is decided.
            (Some(now), None) => now.has_own_reason(),
            (None, Some(_)) => false,
        };
        (open && !same).then(|| Difference { practice: practice.id.clone(), now: now.cloned(), proposed })
    });
    difference.collect()
}
