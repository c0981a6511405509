//! A finding as it stands on the page: what it is about, what it says, its thread, and what became of it.

use std::collections::BTreeSet;

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::{Assessment, FindingStatus, Names, ReviewedFinding, Thing, review};
use crate::session::{FindingAbout, FindingDecision, FindingId, FindingKind, PersonId, Session};
use crate::ui::browser::clock;
use crate::ui::components::person_words;
use crate::ui::pages::share::review::decide::Decide;
use crate::ui::routes::{Address, SessionPage};
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// What is shown of a finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    pub id: FindingId,
    pub kind: FindingKind,
    /// What it is about as things are called now; `None` where that is gone.
    pub about: Option<FindingAbout>,
    pub status: FindingStatus,
    pub by: Option<PersonId>,
    /// Who has a part in it.
    pub people: BTreeSet<PersonId>,
    heading: String,
    text: String,
    suggests: String,
    said: String,
    replies: Vec<(String, String)>,
    decided: Vec<String>,
    place: Option<Address>,
}

impl Card {
    /// What is the same as long as nothing that is shown changes.
    pub fn key(&self) -> String {
        format!("{self:?}")
    }
}

/// All findings of a session, as they are shown.
pub fn cards(assessment: &Assessment<'_>) -> Vec<Card> {
    let names = Names::new(Some(assessment.asked()), assessment.session(), t::tag());
    review(assessment).into_iter().map(|it| card(&it, names, assessment.session())).collect()
}

fn card(it: &ReviewedFinding<'_>, names: Names<'_>, session: &Session) -> Card {
    let about = it.about.as_ref().unwrap_or(&it.finding.about);
    let called = match about {
        FindingAbout::Whole => None,
        FindingAbout::Statement(id) => Some(Thing::Indicator(id.clone())),
        FindingAbout::Practice(id) | FindingAbout::Target(id) => Some(Thing::Practice(id.clone())),
        FindingAbout::Action(id) => Some(Thing::Action(id.clone())),
    };
    let called = called.map(|thing| t::name_of(&thing, &names.of(&thing))).unwrap_or_default();
    let part = it.finding.part.clone().map(Thing::Part).map(|part| t::name_of(&part, &names.of(&part)));
    let heading = [Some(t::finding_about(about, &called)), part].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let said = |by: Option<&PersonId>, at| t::finding_said(&person_words(session, by), &clock::in_words(at));
    let mut suggests = match &it.finding.kind {
        FindingKind::Suggestion(suggestion) => t::suggestion(suggestion),
        FindingKind::Question(Some(to)) => person_words(session, Some(to)),
        FindingKind::Question(None) | FindingKind::Comment | FindingKind::Challenge => String::new(),
    };
    if !suggests.is_empty() {
        suggests = format!(" · {suggests}");
    }
    let decided = it.decision.map(|(decision, fact)| {
        let why = match decision {
            FindingDecision::Declined(declined) => Some(t::declined_because(&declined.reason)),
            FindingDecision::Accepted(_) | FindingDecision::Answered => None,
        };
        [Some(said(fact.by.as_ref(), fact.at)), why].into_iter().flatten().collect()
    });
    let asked = match &it.finding.kind {
        FindingKind::Question(Some(to)) => Some(to),
        _ => None,
    };
    let people = it.by.into_iter().chain(asked).chain(it.replies.iter().filter_map(|reply| reply.by)).cloned();
    Card {
        id: it.id.clone(),
        kind: it.finding.kind.clone(),
        about: it.about.clone(),
        status: it.status,
        by: it.by.cloned(),
        people: people.collect(),
        heading,
        text: it.finding.text.clone(),
        suggests,
        said: said(it.by, it.at),
        replies: it.replies.iter().map(|reply| (said(reply.by, reply.at), reply.text.to_owned())).collect(),
        decided: decided.unwrap_or_default(),
        place: place(it),
    }
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

/// A finding with its thread, and what can be done with it.
#[component]
pub fn FindingCard(card: Card) -> impl IntoView {
    let open_session = open_session();
    let replies: Vec<_> = card
        .replies
        .iter()
        .map(|(said, text)| view! { <li dir="auto"><span class="hint">{said.clone()}</span> <br /> {text.clone()}</li> })
        .collect();
    let replies = (!replies.is_empty()).then(|| view! { <ul class="thread">{replies}</ul> });
    let decided: Vec<_> = card.decided.iter().map(|line| view! { <p class="hint" dir="auto">{line.clone()}</p> }).collect();
    let link = card.place.clone().map(|place| {
        let label = format!("{}: {}", t::GO_THERE.get(), card.heading);
        view! { <A href=open_session.link(place) attr:aria-label=label>{t::GO_THERE}</A> }
    });
    view! {
        <li class="finding">
            <h3 dir="auto">{card.heading.clone()}</h3>
            <p>
                <span class="tag">{t::finding_status(card.status)}</span>
                " " {t::finding_kind(&card.kind)} {card.suggests.clone()} " · " {card.said.clone()} " " {link}
            </p>
            <p class="finding-text" dir="auto">{card.text.clone()}</p>
            {replies}
            {decided}
            <Decide card=card.clone() />
        </li>
    }
}
