//! What becomes of taking proposals over as targets: on their own, with a profile, or with a new session.

use std::collections::BTreeMap;

use super::{Assessment, CombinedProposal, Proposals, Voice, differences, interview_answers};
use crate::model::{Level, Model, OptionId, PracticeId, Profile, QuestionId, Questionnaire, Scope};
use crate::session::{Authorship, Change, ModelRef, Origin, PersonId, RoundId, Session, SessionId, Target, commands};

/// Takes over what profiles and the interview propose where nobody set a target by hand.
#[must_use]
pub fn take_over(asked: &Questionnaire, session: &Session) -> Vec<Change> {
    let differing = differences(&Assessment::latest(asked, session), &interview_answers(session)).into_iter();
    differing.map(|it| Change::Target(it.practice, it.proposed.map(|target| target.keeping_words_of(it.now.as_ref())))).collect()
}

/// Uses a profile from now on, or no longer, and takes over what is proposed then. `asked` is what is asked with the profiles that
/// are used then; without it, as where the model is not here, the targets stay as they are.
#[must_use]
pub fn toggle_profile(profile: &Profile, on: bool, asked: Option<&Questionnaire>, session: &Session) -> Vec<Change> {
    let used = if on { commands::use_profile(profile) } else { Change::Profile(profile.id.clone(), None) };
    std::iter::once(used).chain(asked.into_iter().flat_map(|asked| take_over(asked, session))).collect()
}

/// Begins to assess a system with a model alone.
#[must_use]
pub fn begin_without_profile(id: SessionId, round: RoundId, model: &Model, authorship: &Authorship) -> Session {
    Session::new(id, ModelRef::to(model), round, authorship)
}

/// A new session about a model, with the profiles laid over it in use and what they propose taken over.
#[must_use]
pub fn begin(id: SessionId, round: RoundId, asked: &Questionnaire, authorship: &Authorship) -> Session {
    let mut session = begin_without_profile(id, round, asked.model(), authorship);
    let profiles = asked.profiles().iter().map(|profile| commands::use_profile(profile));
    let changes = profiles.chain(if asked.profiles().is_empty() { Vec::new() } else { take_over(asked, &session) }).collect();
    session.apply(Change::Together(changes), authorship);
    session
}

/// Confirms every proposal: from now on each is a decision of its own, as it was proposed, and keeps why it was. Who
/// is named as decider already stays, else it is `decider`.
#[must_use]
pub fn confirm_all(asked: &Questionnaire, session: &Session, decider: Option<&PersonId>, language: &str) -> Vec<Change> {
    let answers = interview_answers(session);
    let now = Proposals::of(asked, &answers);
    let said = session.targets.iter().filter_map(|(practice, fact)| Some((practice, fact.value()?)));
    let proposals = said.filter(|(_, target)| target.origin.is_proposal());
    let confirmed = proposals.map(|(practice, target)| {
        Change::Target(practice.clone(), Some(confirmed(&now, &answers, practice, target, decider, language)))
    });
    confirmed.collect()
}

/// Confirms the proposal for one practice; nothing where there is none.
#[must_use]
pub fn confirm(
    asked: &Questionnaire,
    session: &Session,
    practice: &PracticeId,
    decider: Option<&PersonId>,
    language: &str,
) -> Option<Change> {
    let target = session.target(practice).filter(|target| target.origin.is_proposal())?;
    let answers = interview_answers(session);
    let confirmed = confirmed(&Proposals::of(asked, &answers), &answers, practice, target, decider, language);
    Some(Change::Target(practice.clone(), Some(confirmed)))
}

/// A proposal as a decision. What is still proposed is confirmed for the reasons that stand there now; what was taken over before
/// the interview was answered otherwise, for those of then.
fn confirmed(
    proposals: &Proposals<'_>,
    answers: &BTreeMap<QuestionId, OptionId>,
    practice: &PracticeId,
    target: &Target,
    decider: Option<&PersonId>,
    language: &str,
) -> Target {
    let now = proposals.together(practice).map(|proposal| proposal.rationale(answers, language));
    let rationale = now.filter(|now| now.is_about(target)).or_else(|| target.rationale.clone());
    let decided_by = target.decided_by.as_ref().or(decider).cloned();
    Target { origin: Origin::Practice, rationale, decided_by, ..target.clone() }
}

/// What an answer of the interview does to what is proposed.
#[derive(Clone, Debug, PartialEq)]
pub enum AnswerEffect {
    /// It is the first one, and nothing was proposed before, by no profile either.
    First,
    /// These proposals change; none where it makes no difference.
    Changes(Vec<ProposalChange>),
}

/// What is proposed for a practice before and after, by the interview and the profiles in use together.
#[derive(Clone, Debug, PartialEq)]
pub struct ProposalChange {
    /// The practice.
    pub practice: PracticeId,
    /// What was proposed.
    pub before: Option<(Level, Scope)>,
    /// What is proposed from then on.
    pub after: Option<(Level, Scope)>,
    /// Whether it is lower because the people's own answers take the place of what a profile proposes for its industry.
    pub takes_place: bool,
}

/// What answering a question of the interview, or taking its answer back, does to what is proposed.
#[must_use]
pub fn answer_effect(asked: &Questionnaire, session: &Session, question: &QuestionId, answer: Option<&OptionId>) -> AnswerEffect {
    let before = interview_answers(session);
    if before.is_empty() && asked.profiles().iter().all(|profile| profile.targets.is_empty()) {
        return AnswerEffect::First;
    }
    let mut after = before.clone();
    match answer {
        Some(answer) => after.insert(question.clone(), answer.clone()),
        None => after.remove(question),
    };
    let (before, after) = (Proposals::of(asked, &before), Proposals::of(asked, &after));
    let change = |practice: &PracticeId| {
        let (was, is) = (before.together(practice), after.together(practice));
        let level_of = |it: &Option<CombinedProposal<'_>>| it.as_ref().map(|it| (it.level, it.scope));
        let own = |it: &Option<CombinedProposal<'_>>| {
            let own = it.iter().flat_map(|it| &it.from).find(|it| it.voice == Voice::Interview);
            own.map(|own| own.level)
        };
        let is_lower = is.as_ref().map(|it| it.level) < was.as_ref().map(|it| it.level);
        ProposalChange {
            practice: practice.clone(),
            before: level_of(&was),
            after: level_of(&is),
            takes_place: is_lower && own(&is).is_some() && own(&is) >= own(&was),
        }
    };
    let all = asked.model().practices().into_iter().map(|practice| change(&practice.id));
    AnswerEffect::Changes(all.filter(|it| it.before != it.after).collect())
}
