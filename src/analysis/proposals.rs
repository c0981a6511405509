//! What profiles and the interview propose as targets, each with its reasons.
//!
//! Where they disagree the higher level and the more specific scope win, so that every voice gets at least what it asks for;
//! each stays visible with its reason.

use std::collections::BTreeMap;

use super::Assessment;
use crate::model::{Interview, Level, OptionId, PracticeId, Profile, QuestionId, Questionnaire, Scope, Text};
use crate::session::{Origin, Session, Target};

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
}

/// What all voices propose for a practice, taken together.
#[derive(Clone, Debug, PartialEq)]
pub struct CombinedProposal<'a> {
    /// The highest level.
    pub level: Level,
    /// The most specific scope. Not only among the proposals of that level: a worse answer, which raises the interview's level,
    /// would then lower the scope that a profile asks for.
    pub scope: Scope,
    /// Every voice; at least one.
    pub from: Vec<Proposed<'a>>,
}

impl CombinedProposal<'_> {
    /// The target that follows, not yet confirmed by anybody.
    #[must_use]
    pub fn target(&self) -> Target {
        // The first of those that ask for this level, and if possible for this scope, too.
        let wins = self.from.iter().rev().max_by_key(|proposed| (proposed.level, proposed.scope));
        let origin = match wins.map(|proposed| proposed.voice) {
            Some(Voice::Profile(profile)) => Origin::Profile(profile.id.clone()),
            Some(Voice::Interview) | None => Origin::Interview,
        };
        Target::new(self.level, self.scope, origin)
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
    let said = fired.map(|rule| (rule.level, rule.scope, &rule.reason));
    let said: Vec<(Level, Scope, &Text)> = std::iter::once((base.level, base.scope, &base.reason)).chain(said).collect();
    let level = said.iter().map(|(level, ..)| *level).max()?;
    let scope = said.iter().map(|(_, scope, _)| *scope).max()?;
    let deciding =
        |(of_level, of_scope, _): &&(Level, Scope, &Text)| *of_level == level || (*of_scope == scope && scope > Scope::General);
    let mut reasons: Vec<&Text> = Vec::new();
    for (_, _, reason) in said.iter().filter(deciding) {
        if !reasons.contains(reason) {
            reasons.push(reason);
        }
    }
    Some(Proposed { voice: Voice::Interview, level, scope, reasons })
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
    });
    let of_interview = asked.interview().and_then(|interview| interview_proposal(interview, answers, practice));
    let from: Vec<Proposed<'a>> = of_profiles.chain(of_interview).collect();
    let level = from.iter().map(|proposed| proposed.level).max()?;
    let scope = from.iter().map(|proposed| proposed.scope).max()?;
    Some(CombinedProposal { level, scope, from })
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
        let proposed = proposal(asked, answers, &practice.id).map(|proposal| proposal.target());
        let same = match (now, &proposed) {
            (Some(now), Some(proposed)) => {
                (now.level, now.scope, &now.origin) == (proposed.level, proposed.scope, &proposed.origin)
            }
            (None, None) => true,
            _ => false,
        };
        (open && !same).then(|| Difference { practice: practice.id.clone(), now: now.cloned(), proposed })
    });
    difference.collect()
}
