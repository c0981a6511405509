//! The findings as the page shows them.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::analysis::{Assessment, FindingStatus, Names, ReviewedFinding, Thing, count_findings, review, thing_of};
use crate::session::{Fact, Finding, FindingAbout, FindingDecision, FindingId, FindingKind, PersonId, Session};
use crate::ui::browser::clock;
use crate::ui::components::person_words;
use crate::ui::routes::{Address, SessionPage};
use crate::ui::text as t;

/// What is shown of a finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// It, as its author stated it.
    pub fact: Fact<Finding>,
    /// What it is about as things are called now; `None` where that is gone.
    pub about: Option<FindingAbout>,
    pub status: FindingStatus,
    pub has_changed: bool,
    pub is_taken_over: bool,
    /// Everybody who has a part in it, of those who take part.
    people: Vec<PersonId>,
    pub heading: String,
    /// Kind, suggestion, author and time in a line.
    pub about_it: String,
    /// Who said it when, and what.
    pub replies: Vec<(String, String)>,
    pub decided: Vec<String>,
    /// Where what it is about stands.
    pub place: Option<Address>,
}

/// All findings as they are shown, in the order in which they were made.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cards {
    order: Vec<FindingId>,
    by_id: BTreeMap<FindingId, Arc<Card>>,
    /// How many there are of each status.
    pub counts: BTreeMap<FindingStatus, usize>,
}

impl Cards {
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    pub fn get(&self, id: &FindingId) -> Option<Arc<Card>> {
        self.by_id.get(id).cloned()
    }

    /// Those about something, those to be decided, those in which somebody has a part.
    pub fn shown(&self, about: Option<&FindingAbout>, undecided: bool, with: Option<&PersonId>) -> Vec<FindingId> {
        let is_shown = |card: &Card| {
            about.is_none_or(|about| card.about.as_ref() == Some(about))
                && (!undecided || card.status.is_undecided())
                && with.is_none_or(|person| card.people.contains(person))
        };
        self.order.iter().filter(|id| self.by_id.get(id).is_some_and(|card| is_shown(card))).cloned().collect()
    }
}

/// All findings of a session, as they are shown.
pub fn cards(assessment: &Assessment<'_>) -> Cards {
    let names = Names::new(Some(assessment.asked()), assessment.session(), t::tag());
    let all = review(assessment);
    Cards {
        counts: count_findings(&all),
        order: all.iter().map(|it| it.id.clone()).collect(),
        by_id: all.iter().filter_map(|it| Some((it.id.clone(), Arc::new(card(it, names, assessment.session())?)))).collect(),
    }
}

fn card(it: &ReviewedFinding<'_>, names: Names<'_>, session: &Session) -> Option<Card> {
    let about = it.about.as_ref().unwrap_or(&it.finding.about);
    let called = thing_of(about).map(|thing| t::name_of(&thing, &names.of(&thing))).unwrap_or_default();
    let part = it.finding.part.clone().map(Thing::Part).map(|part| t::name_of(&part, &names.of(&part)));
    let heading = [Some(t::finding_about(about, &called)), part].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let said = |by: Option<&PersonId>, at| t::finding_said(&person_words(session, by), &clock::in_words(at));
    let suggests = match &it.finding.kind {
        FindingKind::Suggestion(suggestion) => Some(t::suggestion(suggestion, names.own_suggested(about, suggestion))),
        FindingKind::Question(Some(to)) => Some(person_words(session, Some(to))),
        FindingKind::Question(None) | FindingKind::Comment | FindingKind::Challenge => None,
    };
    // What it suggests says that it is a suggestion.
    let kind = (!matches!(it.finding.kind, FindingKind::Suggestion(_))).then(|| t::finding_kind(&it.finding.kind).to_owned());
    let about_it = [kind, suggests, Some(said(it.by, it.at))].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let decided = it.decision.map(|(decision, fact)| {
        let why = match decision {
            FindingDecision::Declined(declined) => Some(t::declined_because(&declined.reason)),
            FindingDecision::Accepted(_) | FindingDecision::Answered | FindingDecision::Withdrawn => None,
        };
        [Some(format!("{}: {}", t::finding_status(it.status), said(fact.by.as_ref(), fact.at))), why]
            .into_iter()
            .flatten()
            .collect()
    });
    Some(Card {
        fact: session.findings.get(it.id)?.clone(),
        about: it.about.clone(),
        status: it.status,
        has_changed: it.has_changed,
        is_taken_over: it.is_taken_over,
        people: session.everybody().map(|(id, _)| id).filter(|id| it.concerns(id)).cloned().collect(),
        heading,
        about_it,
        replies: it.replies.iter().map(|reply| (said(reply.by, reply.at), reply.text.to_owned())).collect(),
        decided: decided.unwrap_or_default(),
        place: place(it),
    })
}

/// Where what it is about stands.
fn place(it: &ReviewedFinding<'_>) -> Option<Address> {
    match (it.about.as_ref()?, it.practice.as_ref()) {
        (FindingAbout::Statement(statement), Some(practice)) => Some(Address::of_indicator(practice, statement)),
        (FindingAbout::Practice(practice), _) => Some(SessionPage::Full.of(practice)),
        (FindingAbout::Target(practice), _) => Some(SessionPage::Targets.at(practice)),
        (FindingAbout::Action(_), _) => Some(SessionPage::Plan.into()),
        (FindingAbout::Whole | FindingAbout::Statement(_), _) => None,
    }
}
