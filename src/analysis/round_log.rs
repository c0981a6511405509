//! The rounds of an assessment, each with what became of it: the list that people choose from, and the log of what was opened, closed and
//! opened again.

use std::collections::BTreeMap;

use super::Assessment;
use crate::session::{
    Answer, Date, Fact, Facts, PersonId, Place, QuickAnswer, Round, RoundEvent, RoundId, RoundReason, RoundState, Session, day_of,
};

/// A round in short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoundInShort {
    /// The round.
    pub round: RoundId,
    /// Its name; may be empty.
    pub name: String,
    /// Which it is, counted from 1.
    pub number: usize,
    /// On which day it was opened.
    pub opened: Date,
    /// Why, and in which words, where somebody said so.
    pub why: Option<(RoundReason, String)>,
    /// Who opened it, if they said who they are.
    pub by: Option<PersonId>,
    /// Whether it is closed.
    pub state: RoundState,
    /// Whether a copy that did not know that it was closed brought something in.
    pub changed_since: bool,
    /// How many statements are answered in it.
    pub answered: usize,
    /// How many of the practices are answered in the quick pass.
    pub quick: usize,
    /// What became of it, in the order of the history.
    pub events: Vec<RoundLogEntry>,
    /// Another open round beside it that was opened in a copy which did not know of it.
    pub is_beside_another: bool,
}

/// Something that became of a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoundLogEntry {
    /// What.
    pub event: RoundEvent,
    /// Who said so, if they said who they are.
    pub by: Option<PersonId>,
    /// On which day, by that machine's clock.
    pub said_on: Date,
}

/// All rounds, the first one first.
#[must_use]
pub fn rounds_in_short(assessment: &Assessment<'_>) -> Vec<RoundInShort> {
    let session = assessment.session;
    let (answered, quick) = (said_about(&session.answers, Answer::counts), said_about(&session.quick, QuickAnswer::counts));
    let changed = session.changed_after_closing();
    let open = session.rounds_in_order().filter(|(round, _)| !session.is_closed(round)).count();
    let of = |(number, (round, named)): (usize, (&RoundId, &Round))| {
        let opening = session.opening(round);
        RoundInShort {
            round: round.clone(),
            name: named.name.trim().to_owned(),
            number,
            opened: opening.map_or_else(|| begun_on(session, round), |(opened, _)| opened.on),
            why: opening.map(|(opened, _)| (opened.reason, opened.words.clone())),
            by: opening.and_then(|(_, fact)| fact.by.clone()),
            state: session.round_state(round),
            changed_since: changed.contains(round),
            answered: answered.get(round).copied().unwrap_or_default(),
            quick: quick.get(round).copied().unwrap_or_default(),
            events: log(session, round),
            is_beside_another: open > 1 && !session.is_closed(round),
        }
    };
    (1..).zip(session.rounds_in_order()).map(of).collect()
}

/// About how many things something is said, by the round.
fn said_about<Id: Ord, V>(facts: &Facts<Place<Id>, V>, counts: fn(&V) -> bool) -> BTreeMap<&RoundId, usize> {
    let mut said = BTreeMap::new();
    let mut last: Option<&Place<Id>> = None;
    // What is said about one thing in one round stands together.
    for (at, _) in facts.iter().filter(|(_, fact)| fact.value().is_some_and(counts)) {
        if last.is_none_or(|last| (&last.on, &last.round) != (&at.on, &at.round)) {
            *said.entry(&at.round).or_default() += 1;
        }
        last = Some(at);
    }
    said
}

/// The day on which a round was first said to be there, where nobody said when it was opened.
fn begun_on(session: &Session, round: &RoundId) -> Date {
    day_of(session.rounds.get(round).map_or(session.created, |fact: &Fact<_>| fact.at))
}

fn log(session: &Session, round: &RoundId) -> Vec<RoundLogEntry> {
    let events = session.events_of_round(round).into_iter();
    events.map(|(_, event, fact)| RoundLogEntry { event: event.clone(), by: fact.by.clone(), said_on: day_of(fact.at) }).collect()
}
