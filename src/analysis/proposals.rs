//! What profiles and the interview propose as targets, each with its reasons.
//!
//! Where they disagree the higher level and the more specific scope win, so that every voice gets at least what it asks for;
//! each stays visible with its reason. But a profile speaks of an industry in general, and people of their own system: once every
//! question is answered on which the interview's proposal for a practice depends, its level counts, also where it is lower than a
//! profile's; but never below what a profile says that something outside demands. Until then an answer can only raise what is proposed.

use std::collections::BTreeMap;

use super::Assessment;
use crate::model::{Condition, Interview, Level, Minimum, OptionId, PracticeId, Profile, QuestionId, Questionnaire, Scope, Text};
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
    /// Why; those reasons that need this level or this scope, at least one.
    pub reasons: Vec<&'a Text>,
    /// The questions of the interview whose answers ask for it; none where nobody's answer does.
    pub asked_by: Vec<&'a QuestionId>,
}

/// What all voices propose for a practice, taken together.
#[derive(Clone, Debug, PartialEq)]
pub struct CombinedProposal<'a> {
    /// The level: that of the people's own answers once they are complete for this practice, else the highest.
    pub level: Level,
    /// The most specific scope. Not only among the proposals of that level: a worse answer, which raises the interview's level,
    /// would then lower the scope that a profile asks for.
    pub scope: Scope,
    /// Every voice; at least one.
    pub from: Vec<Proposed<'a>>,
    /// Whether every question is answered on which the interview's proposal for this practice depends.
    pub is_answered: bool,
    /// What something outside demands, where only that makes the level as high as it is.
    pub demanded: Option<(&'a Profile, &'a Minimum)>,
}

impl<'a> CombinedProposal<'a> {
    /// The target that follows, not yet confirmed by anybody. Its reasons are in the first language of whoever gives them.
    #[must_use]
    pub fn target(&self, answers: &BTreeMap<QuestionId, OptionId>) -> Target {
        // The first of those that ask for this level, and if possible for this scope, too.
        let wins = self.from.iter().rev().filter(|proposed| proposed.level == self.level).max_by_key(|proposed| proposed.scope);
        let origin = match wins.map(|proposed| proposed.voice) {
            Some(Voice::Profile(profile)) => Origin::Profile(profile.id.clone()),
            Some(Voice::Interview) | None => Origin::Interview,
        };
        Target { rationale: Some(self.rationale(answers, "")), ..Target::new(self.level, self.scope, origin) }
    }

    /// Why this much: the reasons of those who propose this level, with the answers on which they rest. Who proposes another level
    /// is named without its reasons, since these argue for something else.
    #[must_use]
    pub fn rationale(&self, answers: &BTreeMap<QuestionId, OptionId>, language: &str) -> Rationale {
        let profile_of = |voice: &Proposed<'a>| match voice.voice {
            Voice::Profile(profile) => Some(profile.id.clone()),
            Voice::Interview => None,
        };
        let (agree, differ): (Vec<_>, Vec<_>) = self.from.iter().partition(|voice| voice.level == self.level);
        let reasons = agree
            .iter()
            .flat_map(|voice| voice.reasons.iter().map(|reason| ProposedReason::new(profile_of(voice), reason.get(language))));
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

/// What the interview proposes for a practice from these answers. Nothing as long as no question is answered.
#[must_use]
pub fn interview_proposal<'a>(
    interview: &'a Interview,
    answers: &BTreeMap<QuestionId, OptionId>,
    practice: &PracticeId,
) -> Option<Proposed<'a>> {
    interview
        .questions
        .iter()
        .any(|question| answers.get(&question.id).is_some_and(|it| question.rank(it).is_some()))
        .then_some(())?;
    let base = interview.base_of(practice)?;
    let fired = interview.rules_for(practice).filter(|rule| interview.fires(rule, answers));
    let said = fired.map(|rule| (rule.level, rule.scope, &rule.reason, rule.when.as_slice()));
    let said: Vec<Said<'a>> = std::iter::once((base.level, base.scope, &base.reason, &[][..])).chain(said).collect();
    let level = said.iter().map(|(level, ..)| *level).max()?;
    let scope = said.iter().map(|(_, scope, ..)| *scope).max()?;
    let deciding = |(of_level, of_scope, ..): &&Said<'a>| *of_level == level || (*of_scope == scope && scope > Scope::General);
    let mut proposed = Proposed { voice: Voice::Interview, level, scope, reasons: Vec::new(), asked_by: Vec::new() };
    for (_, _, reason, when) in said.iter().filter(deciding) {
        if !proposed.reasons.contains(reason) {
            proposed.reasons.push(reason);
        }
        for condition in *when {
            if !proposed.asked_by.contains(&&condition.question) {
                proposed.asked_by.push(&condition.question);
            }
        }
    }
    Some(proposed)
}

/// What a base or a rule of the interview says: the level, the scope, why, and what has to hold for that.
type Said<'a> = (Level, Scope, &'a Text, &'a [Condition]);

/// Whether every question is answered on which the interview's proposal for a practice depends, and at least one.
fn is_answered(interview: &Interview, answers: &BTreeMap<QuestionId, OptionId>, practice: &PracticeId) -> bool {
    let mut asked = interview.rules_for(practice).flat_map(|rule| &rule.when).map(|condition| &condition.question).peekable();
    let is_given = |question: &QuestionId| {
        let asked = interview.question(question);
        asked.zip(answers.get(question)).is_some_and(|(asked, given)| asked.rank(given).is_some())
    };
    asked.peek().is_some() && asked.all(is_given)
}

/// What profiles and interview propose for a practice, taken together.
#[must_use]
pub fn proposal<'a>(
    asked: &'a Questionnaire,
    answers: &BTreeMap<QuestionId, OptionId>,
    practice: &PracticeId,
) -> Option<CombinedProposal<'a>> {
    let of_profiles = asked.profile_proposals(practice).map(|(profile, proposal)| Proposed {
        voice: Voice::Profile(profile),
        level: proposal.level,
        scope: proposal.scope,
        reasons: vec![&proposal.reason],
        asked_by: Vec::new(),
    });
    let of_interview = asked.interview().and_then(|interview| interview_proposal(interview, answers, practice));
    let from: Vec<Proposed<'a>> = of_profiles.chain(of_interview).collect();
    let own = from.iter().find(|proposed| proposed.voice == Voice::Interview);
    let own = own.filter(|_| asked.interview().is_some_and(|interview| is_answered(interview, answers, practice)));
    let is_answered = own.is_some();
    let said = own.or_else(|| from.iter().max_by_key(|proposed| proposed.level))?.level;
    let scope = from.iter().map(|proposed| proposed.scope).max()?;
    let demanded = asked.minimums_that_may_bind(practice).max_by_key(|(_, minimum)| minimum.level);
    let demanded = demanded.filter(|(_, minimum)| is_answered && minimum.level > said);
    let level = demanded.map_or(said, |(_, minimum)| minimum.level);
    Some(CombinedProposal { level, scope, from, is_answered, demanded })
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
    let practices = asked.model().practices().into_iter();
    let difference = practices.filter_map(|practice| {
        let now = assessment.target(&practice.id);
        let open = now.is_none_or(|target| target.origin.is_proposal());
        let proposed = proposal(asked, answers, &practice.id).map(|proposal| proposal.target(answers));
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
