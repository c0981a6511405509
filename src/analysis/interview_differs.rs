//! Where the interview asks for another target than there is, and using what it asks for.

use super::{Assessment, CombinedProposal, Proposals, Voice, interview_answers};
use crate::model::{PracticeId, ProfileId, Questionnaire};
use crate::session::{Change, Session, Target};

/// How a target stands that is another one than the interview asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stands {
    /// Nobody decided it: there is none, or it is only proposed.
    Undecided,
    /// Somebody confirmed what this profile or, without one, the interview proposed.
    Confirmed(Option<ProfileId>),
    /// Somebody set it, or gave a reason of their own for it.
    Set,
}

impl Stands {
    /// How a target stands.
    #[must_use]
    pub fn of(target: Option<&Target>) -> Self {
        let Some(target) = target.filter(|target| !target.origin.is_proposal()) else { return Self::Undecided };
        match target.rationale().filter(|_| !target.has_own_reason()) {
            // Of several who agree, the interview speaks of this very system.
            Some(why) => {
                let mut voices = why.reasons.iter().filter(|it| it.instead.is_none()).map(|it| &it.profile);
                let first = voices.clone().next().cloned().flatten();
                Self::Confirmed(if voices.any(Option::is_none) { None } else { first })
            }
            None => Self::Set,
        }
    }
}

/// A target that is another one than what is proposed since the interview was answered.
#[derive(Clone, Debug, PartialEq)]
pub struct InterviewDiffers {
    /// The practice.
    pub practice: PracticeId,
    /// The target as it is, if there is one.
    pub now: Option<Target>,
    /// The target as it is proposed.
    pub proposed: Target,
    /// How the one that there is stands.
    pub stands: Stands,
    /// Whether it is so much only because something outside demands it.
    pub is_demanded: bool,
    /// Whether everything is answered that the interview's proposal depends on.
    pub is_answered: bool,
}

/// Where another level or scope is proposed than the target has, since the interview was answered. What somebody decided is only
/// contradicted once everything is answered that the interview's proposal depends on.
#[must_use]
pub fn interview_differs(assessment: &Assessment<'_>) -> Vec<InterviewDiffers> {
    let (asked, answers) = (assessment.asked, assessment.interview_answers());
    let practices = asked.model().practices().into_iter();
    let differs = practices.filter_map(|practice| {
        let proposal = assessment.proposals().together(&practice.id).filter(speaks)?;
        let now = assessment.target(&practice.id);
        let stands = Stands::of(now);
        let counts = stands == Stands::Undecided || proposal.is_answered;
        let same = now.is_some_and(|now| (now.level, now.scope) == (proposal.level, proposal.scope));
        let proposed = proposal.target(answers);
        let (is_demanded, is_answered) = (proposal.demanded.is_some(), proposal.is_answered);
        let practice = practice.id.clone();
        (counts && !same).then(|| InterviewDiffers { practice, now: now.cloned(), proposed, stands, is_demanded, is_answered })
    });
    differs.collect()
}

/// Whether the interview is among those who propose.
fn speaks(proposal: &CombinedProposal<'_>) -> bool {
    proposal.from.iter().any(|it| it.voice == Voice::Interview)
}

/// Uses what is proposed since the interview was answered for these practices, whoever decided otherwise: it is a proposal then, to
/// be confirmed. The day on which to look at it again stays, and so does a reason that somebody typed.
#[must_use]
pub fn use_interview(asked: &Questionnaire, session: &Session, practices: &[PracticeId]) -> Vec<Change> {
    let answers = interview_answers(session);
    let proposals = Proposals::of(asked, &answers);
    let used = practices.iter().filter_map(|practice| {
        let proposed = proposals.together(practice)?.target(&answers);
        Some(Change::Target(practice.clone(), Some(proposed.keeping_words_of(session.target(practice)))))
    });
    used.collect()
}
