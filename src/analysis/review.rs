//! The review as people see it: each finding with its thread and how far it is. Nothing here is asked by any other rule: what a review says
//! moves no level.

use std::collections::BTreeMap;
use std::fmt::Display;

use super::{Assessment, Thing};
use crate::model::{PracticeId, Questionnaire};
use crate::session::{
    Fact, Finding, FindingAbout, FindingDecision, FindingId, FindingKind, PartId, PersonId, ReplyId, Session, Suggestion,
    Timestamp, said_once_of,
};

/// How far a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FindingStatus {
    /// Its author had the last word, and nobody decided: it is for the others to say something.
    Waiting,
    /// Somebody else replied, and nobody decided.
    Open,
    /// It was answered.
    Answered,
    /// It was accepted.
    Accepted,
    /// It was declined.
    Declined,
    /// Its author took it back.
    Withdrawn,
}

impl FindingStatus {
    /// All, in the order in which people want to see them.
    pub const ALL: [Self; 6] = [Self::Waiting, Self::Open, Self::Answered, Self::Accepted, Self::Declined, Self::Withdrawn];

    /// Whether something is still to become of it.
    #[must_use]
    pub const fn is_undecided(self) -> bool {
        matches!(self, Self::Waiting | Self::Open)
    }
}

/// A reply to a finding.
#[derive(Clone, Debug, PartialEq)]
pub struct FindingReply<'a> {
    /// Which.
    pub id: &'a ReplyId,
    /// What it says.
    pub text: &'a str,
    /// Whose it is, if they said who they are.
    pub by: Option<&'a PersonId>,
    /// When it was written, by that machine's clock.
    pub at: Timestamp,
}

/// A finding with all that belongs to it.
#[derive(Clone, Debug, PartialEq)]
pub struct ReviewedFinding<'a> {
    /// Which.
    pub id: &'a FindingId,
    /// What it says.
    pub finding: &'a Finding,
    /// Whose it is, if they said who they are.
    pub by: Option<&'a PersonId>,
    /// When it was written, by that machine's clock.
    pub at: Timestamp,
    /// What it is about as things are called now; `None` where that is no longer asked, became several things, or was taken out.
    pub about: Option<FindingAbout>,
    /// The practice that it is about, if it is about one that is asked.
    pub practice: Option<PracticeId>,
    /// How far it is.
    pub status: FindingStatus,
    /// Whether what it is about has changed since it was made, and nobody decided.
    pub has_changed: bool,
    /// Whether it was accepted, and what was accepted stands here: only the decision may have come from elsewhere, or something else may have
    /// been said since. `true` where nothing was to be taken over.
    pub is_taken_over: bool,
    /// What was replied, the first first.
    pub replies: Vec<FindingReply<'a>>,
    /// What became of it.
    pub decision: Option<(&'a FindingDecision, &'a Fact<FindingDecision>)>,
}

impl ReviewedFinding<'_> {
    /// Whether somebody has a part in it: wrote it, is asked by it, or said something to it.
    #[must_use]
    pub fn concerns(&self, person: &PersonId) -> bool {
        let is_asked = matches!(&self.finding.kind, FindingKind::Question(Some(to)) if to == person);
        let decided = self.decision.is_some_and(|(_, fact)| fact.by.as_ref() == Some(person));
        is_asked || decided || self.by == Some(person) || self.replies.iter().any(|reply| reply.by == Some(person))
    }
}

/// All findings that were not withdrawn, in the order in which they were added.
#[must_use]
pub fn review<'a>(assessment: &Assessment<'a>) -> Vec<ReviewedFinding<'a>> {
    let session = assessment.session;
    let standing = session.findings.iter().filter_map(|(id, fact)| Some((id, fact.value()?, fact)));
    standing.map(|(id, finding, fact)| reviewed(assessment, id, finding, fact)).collect()
}

/// A finding in short, to be told beside what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingHere {
    /// Its id.
    pub id: FindingId,
    /// What it says.
    pub text: String,
    /// How far it is.
    pub status: FindingStatus,
}

/// The findings by what they are about as it is called now, those first of which something is still to become. What is gone has none.
#[must_use]
pub fn findings_by_about(findings: &[ReviewedFinding<'_>]) -> BTreeMap<FindingAbout, Vec<FindingHere>> {
    let mut all: BTreeMap<FindingAbout, Vec<FindingHere>> = BTreeMap::new();
    let here = findings.iter().filter(|it| it.status != FindingStatus::Withdrawn);
    for it in here {
        if let Some(about) = &it.about {
            let here = FindingHere { id: it.id.clone(), text: it.finding.text.clone(), status: it.status };
            all.entry(about.clone()).or_default().push(here);
        }
    }
    all.values_mut().for_each(|here| here.sort_by_key(|it| it.status));
    all
}

/// How many findings there are of each status.
#[must_use]
pub fn count_findings(findings: &[ReviewedFinding<'_>]) -> BTreeMap<FindingStatus, usize> {
    let mut counts = BTreeMap::new();
    for finding in findings {
        *counts.entry(finding.status).or_default() += 1;
    }
    counts
}

fn reviewed<'a>(
    assessment: &Assessment<'a>,
    id: &'a FindingId,
    finding: &'a Finding,
    fact: &'a Fact<Finding>,
) -> ReviewedFinding<'a> {
    let session = assessment.session;
    let replies = session.replies_to(id);
    let last_word = replies.last().map(|(.., fact)| *fact);
    let replies: Vec<_> =
        replies.into_iter().map(|(id, text, fact)| FindingReply { id, text, by: fact.by.as_ref(), at: fact.at }).collect();
    let decision = session.decision_on(id);
    let about = about_now(assessment, &finding.about);
    let status = match decision {
        Some((FindingDecision::Accepted(_), _)) => FindingStatus::Accepted,
        Some((FindingDecision::Declined(_), _)) => FindingStatus::Declined,
        Some((FindingDecision::Answered, _)) => FindingStatus::Answered,
        Some((FindingDecision::Withdrawn, _)) => FindingStatus::Withdrawn,
        None if last_word.is_some_and(|last| !fact.has_author(last.by.as_ref(), &last.stamp.actor)) => FindingStatus::Open,
        None => FindingStatus::Waiting,
    };
    let has_changed = decision.is_none() && has_changed(session, finding, about.as_ref());
    let is_taken_over = match (decision, about.as_ref()) {
        (Some((FindingDecision::Accepted(accepted), _)), Some(about)) => {
            accepted.suggestion.as_ref().is_none_or(|suggestion| stands(assessment, about, finding.part.as_ref(), suggestion))
        }
        _ => true,
    };
    let practice = about.as_ref().and_then(|about| practice_of(assessment, about));
    let (by, at) = (fact.by.as_ref(), fact.at);
    ReviewedFinding { id, finding, by, at, about, practice, status, has_changed, is_taken_over, replies, decision }
}

/// Whether what was suggested is what is said, in the round that is looked at.
fn stands(assessment: &Assessment<'_>, about: &FindingAbout, part: Option<&PartId>, suggestion: &Suggestion) -> bool {
    let session = assessment.session;
    match (suggestion, about) {
        (Suggestion::Target(level), FindingAbout::Target(on)) => {
            session.targets.get(on).and_then(Fact::value).is_some_and(|target| target.level == *level)
        }
        (Suggestion::Level(level), FindingAbout::Practice(on)) => assessment.round.is_some_and(|round| {
            let mut here = said_once_of(&session.overrides, on, round).filter(|(at, _)| at.part.as_ref() == part);
            here.any(|(_, fact)| fact.value().is_some_and(|set| set.level == *level))
        }),
        (Suggestion::Answer(answer), FindingAbout::Statement(on)) => {
            let mut here = assessment.answers_to(on).filter(|(place, _)| place.part.as_ref() == part);
            here.any(|(_, fact)| fact.value() == Some(answer))
        }
        _ => false,
    }
}

/// Whether people say something else than what the finding found: of what it was called then, or of what it is called now.
fn has_changed(session: &Session, finding: &Finding, now: Option<&FindingAbout>) -> bool {
    let part = finding.part.as_ref();
    if session.mark_of(&finding.about, part) != finding.stood {
        return true;
    }
    match now {
        Some(now) if *now != finding.about => session.mark_of(now, part) != Session::mark_of_nothing(),
        Some(_) => false,
        None => !matches!(finding.about, FindingAbout::Whole),
    }
}

/// What something is called now.
fn about_now(assessment: &Assessment<'_>, about: &FindingAbout) -> Option<FindingAbout> {
    let asked = assessment.asked;
    let practice_now = |id: &PracticeId| asked_now(asked, id, |id| asked.practice(id).is_some());
    match about {
        FindingAbout::Whole => Some(FindingAbout::Whole),
        FindingAbout::Statement(id) => {
            asked_now(asked, id, |id| asked.known_indicator(id).is_some()).map(FindingAbout::Statement)
        }
        FindingAbout::Practice(id) => practice_now(id).map(FindingAbout::Practice),
        FindingAbout::Target(id) => practice_now(id).map(FindingAbout::Target),
        FindingAbout::Action(id) => assessment.session.action(id).map(|_| about.clone()),
    }
}

/// The id by which something is asked now: its own, or the only one that it became.
fn asked_now<Id>(asked: &Questionnaire, id: &Id, is_asked: impl Fn(&Id) -> bool) -> Option<Id>
where
    Id: Clone + Display + for<'a> TryFrom<&'a str>,
{
    if is_asked(id) {
        return Some(id.clone());
    }
    let became = asked.became(&id.to_string());
    let [one] = became.as_slice() else { return None };
    Id::try_from(one.as_str()).ok().filter(is_asked)
}

/// What a finding can be about here: all of it, what somebody came from where that is asked, each practice and its target, each action.
#[must_use]
pub fn can_be_about(assessment: &Assessment<'_>, from: Option<&FindingAbout>) -> Vec<FindingAbout> {
    let mut all = vec![FindingAbout::Whole];
    all.extend(from.filter(|it| matches!(it, FindingAbout::Statement(_))).and_then(|it| about_now(assessment, it)));
    for practice in assessment.asked.model().practices() {
        all.extend([FindingAbout::Practice(practice.id.clone()), FindingAbout::Target(practice.id.clone())]);
    }
    let actions = assessment.session.actions.iter().filter(|(_, fact)| fact.value().is_some());
    all.extend(actions.map(|(id, _)| FindingAbout::Action(id.clone())));
    all
}

/// What is to be named of what a finding is about; nothing of the whole.
#[must_use]
pub fn thing_of(about: &FindingAbout) -> Option<Thing> {
    match about {
        FindingAbout::Whole => None,
        FindingAbout::Statement(id) => Some(Thing::Indicator(id.clone())),
        FindingAbout::Practice(id) | FindingAbout::Target(id) => Some(Thing::Practice(id.clone())),
        FindingAbout::Action(id) => Some(Thing::Action(id.clone())),
    }
}

fn practice_of(assessment: &Assessment<'_>, about: &FindingAbout) -> Option<PracticeId> {
    match about {
        FindingAbout::Whole => None,
        FindingAbout::Statement(id) => assessment.asked.known_indicator(id).map(|it| it.practice.id.clone()),
        FindingAbout::Practice(id) | FindingAbout::Target(id) => Some(id.clone()),
        FindingAbout::Action(id) => assessment.session.action(id)?.practice.clone(),
    }
}
