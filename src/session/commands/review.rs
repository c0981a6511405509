//! What becomes of reviewing: findings, what is replied to them, and what the people who answer make of them.

use serde_json::Map;

use super::{alter_override, set_level, settle};
use crate::model::{IndicatorId, Level, PracticeId};
use crate::session::{
    Accepted, Answer, Authorship, Change, Declined, Fact, Finding, FindingAbout, FindingDecision, FindingId, FindingKind, PartId,
    Place, ReplyToFinding, RoundId, Session, Shown, Stamp, Subject, Suggestion,
};

/// Writes a finding, made in this round. Nothing where it suggests what can't be followed there, or what would not count once it is accepted.
#[must_use]
pub fn write_finding(
    session: &Session,
    id: FindingId,
    round: &RoundId,
    kind: FindingKind,
    (about, part): (FindingAbout, Option<PartId>),
    text: &str,
) -> Option<Change> {
    if !can_be_followed(&kind, &about, text) {
        return None;
    }
    let stood = session.mark_of(&about, part.as_ref());
    let text = text.trim().to_owned();
    Some(Change::Finding(id, Some(Finding { kind, about, part, text, round: round.clone(), stood, unknown: Map::new() })))
}

/// Says something else in a finding, having seen how things stand now. Nothing where it is not the author who does, or where something became
/// of it already: that would then have been decided about other words.
#[must_use]
pub fn change_finding(
    session: &Session,
    id: &FindingId,
    authorship: &Authorship,
    alter: impl FnOnce(&mut Finding),
) -> Option<Change> {
    let mut finding = of_author(session, id, authorship)?.clone();
    alter(&mut finding);
    finding.stood = session.mark_of(&finding.about, finding.part.as_ref());
    let can_be = can_be_followed(&finding.kind, &finding.about, &finding.text);
    can_be.then(|| Change::Finding(id.clone(), Some(finding)))
}

/// Whether what a finding suggests, if it suggests something, can be followed there and then counts: a level set against the rule needs a reason,
/// which is the finding's text, and so do answers that say why.
fn can_be_followed(kind: &FindingKind, about: &FindingAbout, text: &str) -> bool {
    let FindingKind::Suggestion(suggestion) = kind else { return true };
    let counts = match suggestion {
        // That nobody knows can't be settled: it would hold nowhere.
        Suggestion::Answer(answer) => answer.counts() && *answer != Answer::DontKnow,
        Suggestion::Level(_) => !text.trim().is_empty(),
        Suggestion::Target(_) => true,
    };
    counts && suggestion.fits(about)
}

/// Takes a finding back, likewise. Its words and what was replied stay: somebody else may have decided about it at the same time.
#[must_use]
pub fn withdraw_finding(session: &Session, id: &FindingId, authorship: &Authorship) -> Option<Change> {
    of_author(session, id, authorship).map(|_| Change::FindingDecision(id.clone(), Some(FindingDecision::Withdrawn)))
}

/// A finding that is this person's and about which nothing was decided.
fn of_author<'a>(session: &'a Session, id: &FindingId, authorship: &Authorship) -> Option<&'a Finding> {
    let (finding, fact) = session.finding(id)?;
    (is_author(fact, authorship) && session.decision_on(id).is_none()).then_some(finding)
}

/// Whether a finding is by whoever makes a change now.
#[must_use]
pub fn is_author(finding: &Fact<Finding>, authorship: &Authorship) -> bool {
    finding.has_author(authorship.by.as_ref(), &authorship.actor.of_review())
}

/// Replies to a finding. Nothing where nothing is said.
#[must_use]
pub fn reply_to_finding(session: &Session, to: ReplyToFinding, text: &str) -> Option<Change> {
    let text = text.trim();
    session.finding(&to.finding)?;
    (!text.is_empty()).then(|| Change::FindingReply(to, Some(text.to_owned())))
}

/// Answers a finding: with this reply it is settled, and nothing else follows. Nothing where nothing is said.
#[must_use]
pub fn answer_finding(session: &Session, to: ReplyToFinding, text: &str) -> Option<Change> {
    let decided = Change::FindingDecision(to.finding.clone(), Some(FindingDecision::Answered));
    Some(Change::Together(vec![reply_to_finding(session, to, text)?, decided]))
}

/// Declines a finding, for a reason, which stands in the thread as well: it stays there when the decision is taken back. Nothing where none is
/// given, and its author takes it back instead.
#[must_use]
pub fn decline_finding(session: &Session, to: ReplyToFinding, reason: &str, authorship: &Authorship) -> Option<Change> {
    let (_, fact) = session.finding(&to.finding)?;
    if is_author(fact, authorship) {
        return None;
    }
    let declined = Declined { reason: reason.trim().to_owned(), unknown: Map::new() };
    let decided = Change::FindingDecision(to.finding.clone(), Some(FindingDecision::Declined(declined)));
    Some(Change::Together(vec![reply_to_finding(session, to, reason)?, decided]))
}

/// The same change with a reply, where something is said: what stood in the field when somebody accepted a finding or took it back.
#[must_use]
pub fn with_reply(session: &Session, to: ReplyToFinding, text: &str, change: Change) -> Change {
    match reply_to_finding(session, to, text) {
        Some(reply) => Change::Together(vec![reply, change]),
        None => change,
    }
}

/// Takes back what was decided about a finding. What was taken over from it stays: that is a decision of its own.
#[must_use]
pub fn reopen_finding(id: FindingId) -> Change {
    Change::FindingDecision(id, None)
}

/// Accepts a finding in a round, in one step: what it suggests is said as whoever accepts it would say it themselves, and that it was accepted
/// stands with it. `about` is what it is about as things are called now.
///
/// - A suggested **answer** becomes the answer of whoever accepts; where others answered otherwise, it is settled that it counts.
/// - A suggested **level** is set against the rule, for the finding's reason.
/// - A suggested **target** is set by hand.
/// - A **challenge** of a statement says that the evidence does not show it.
///
/// Nothing where there is nothing to accept: a question is answered, what would not count is no suggestion, and nobody accepts what they found
/// themselves: that would travel as accepted, and what it suggests would stand nowhere else.
#[must_use]
pub fn accept_finding(
    session: &Session,
    id: &FindingId,
    about: &FindingAbout,
    round: &RoundId,
    authorship: &Authorship,
) -> Option<Change> {
    let (finding, fact) = session.finding(id)?;
    if is_author(fact, authorship) || !can_be_followed(&finding.kind, about, &finding.text) {
        return None;
    }
    let part = finding.part.as_ref();
    let follows = match (&finding.kind, about) {
        (FindingKind::Question(_), _) => return None,
        (FindingKind::Comment, _) => None,
        (FindingKind::Challenge, FindingAbout::Statement(on)) => {
            Some(Change::Shown(place(on, part, round, authorship), Some(Shown::NotShown)))
        }
        (FindingKind::Challenge, _) => None,
        (FindingKind::Suggestion(Suggestion::Answer(answer)), FindingAbout::Statement(on)) => {
            Some(take_answer(session, place(on, part, round, authorship), answer, &finding.text))
        }
        (FindingKind::Suggestion(Suggestion::Level(level)), FindingAbout::Practice(on)) => {
            Some(take_level(session, on, part, round, *level, &finding.text))
        }
        (FindingKind::Suggestion(Suggestion::Target(level)), FindingAbout::Target(on)) => {
            Some(set_level(session, on, *level, authorship))
        }
        (FindingKind::Suggestion(_), _) => return None,
    };
    let suggestion = match &finding.kind {
        FindingKind::Suggestion(suggestion) => Some(suggestion.clone()),
        FindingKind::Comment | FindingKind::Question(_) | FindingKind::Challenge => None,
    };
    let accepted = FindingDecision::Accepted(Accepted { suggestion, unknown: Map::new() });
    let decided = Change::FindingDecision(id.clone(), Some(accepted));
    Some(Change::Together(follows.into_iter().chain([decided]).collect()))
}

/// Whether accepting such a finding does more than say so.
#[must_use]
pub const fn accepting_changes(kind: &FindingKind, about: &FindingAbout) -> bool {
    match kind {
        FindingKind::Challenge => matches!(about, FindingAbout::Statement(_)),
        FindingKind::Suggestion(_) => true,
        FindingKind::Comment | FindingKind::Question(_) => false,
    }
}

/// Where whoever accepts says something themselves.
fn place(on: &IndicatorId, part: Option<&PartId>, round: &RoundId, authorship: &Authorship) -> Place<IndicatorId> {
    Place { on: on.clone(), round: round.clone(), part: part.cloned(), by: authorship.by.clone() }
}

/// Says an answer as one's own, and settles that it counts where another one still stands beside it.
fn take_answer(session: &Session, at: Place<IndicatorId>, answer: &Answer, why: &str) -> Change {
    let here = session.answers_to(&at.on, &at.round).filter(|(place, fact)| place.part == at.part && fact.value().is_some());
    let here: Vec<_> = here.collect();
    let own = Change::Answer(at.clone(), Some(answer.clone()));
    if here.iter().all(|(place, fact)| place.by == at.by || fact.value() == Some(answer)) {
        return own;
    }
    // Their own answer agrees with what is settled, and so need not be among what was looked at.
    let among: Vec<Stamp> = here.iter().map(|(_, fact)| fact.stamp.clone()).collect();
    Change::Together(vec![own, settle(session, &at.subject(), answer.clone(), among, why)])
}

fn take_level(session: &Session, on: &PracticeId, part: Option<&PartId>, round: &RoundId, level: Level, why: &str) -> Change {
    let at = Subject { on: on.clone(), round: round.clone(), part: part.cloned() };
    alter_override(session, at, |set| {
        set.level = level;
        // What the client gave as the reason of a level of theirs stays.
        let before = std::mem::take(&mut set.reason);
        set.reason = match before.trim() {
            "" => why.to_owned(),
            before if before.contains(why) => before.to_owned(),
            before => format!("{before}\n{why}"),
        };
    })
}
