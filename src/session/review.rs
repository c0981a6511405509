//! The review layer as a session has it: findings, what was replied to them, and the mark of what they are about.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{
    Fact, FactValue, Facts, Finding, FindingAbout, FindingDecision, FindingId, PartId, Place, ReplyId, ReplyToFinding, RoundId,
    Session, Subject, digest, said_of, said_once_of,
};
use crate::model::{IndicatorId, PracticeId, order};

/// How many bytes a mark has: it only has to tell honest states apart.
const LONG: usize = 8;

impl Session {
    /// A finding, if it was not withdrawn, with who made it and when.
    #[must_use]
    pub fn finding(&self, id: &FindingId) -> Option<(&Finding, &Fact<Finding>)> {
        let fact = self.findings.get(id)?;
        fact.value().map(|finding| (finding, fact))
    }

    /// What was replied to a finding and not withdrawn, in the order of the history.
    #[must_use]
    pub fn replies_to(&self, finding: &FindingId) -> Vec<(&ReplyId, &String, &Fact<String>)> {
        let first = ReplyToFinding { finding: finding.clone(), reply: ReplyId::before_all() };
        let here = self.finding_replies.range(first..).take_while(|(key, _)| key.finding == *finding);
        let mut replies: Vec<_> = here.filter_map(|(key, fact)| Some((&key.reply, fact.value()?, fact))).collect();
        replies.sort_by(|(.., one), (.., other)| one.stamp.cmp(&other.stamp));
        replies
    }

    /// What was decided about a finding, with who did and when.
    #[must_use]
    pub fn decision_on(&self, finding: &FindingId) -> Option<(&FindingDecision, &Fact<FindingDecision>)> {
        let fact = self.finding_decisions.get(finding)?;
        fact.value().map(|decision| (decision, fact))
    }

    /// A mark of what is said about something: another one where people say something else. Who says it and when makes no other mark, nor does
    /// a round in which the same is said as before.
    #[must_use]
    pub fn mark_of(&self, about: &FindingAbout, part: Option<&PartId>) -> String {
        let mut mark = Mark::default();
        match about {
            FindingAbout::Whole => {}
            FindingAbout::Statement(id) => self.mark_statement(id, part, &mut mark),
            FindingAbout::Practice(id) => self.mark_practice(id, part, &mut mark),
            FindingAbout::Target(id) => {
                if let Some(target) = self.targets.get(id).filter(|fact| !fact.is_carried()).and_then(Fact::value) {
                    mark.add("target", &(target.level, target.scope, target.because, &target.reason));
                }
            }
            FindingAbout::Action(id) => {
                if let Some(action) = self.action(id) {
                    mark.add("action", action);
                }
            }
        }
        mark.digest()
    }

    /// The mark where nothing is said.
    #[must_use]
    pub fn mark_of_nothing() -> String {
        Mark::default().digest()
    }

    fn mark_statement(&self, on: &IndicatorId, part: Option<&PartId>, mark: &mut Mark) {
        let answered = |round: &&RoundId| placed(&self.answers, on, round, part).next().is_some();
        if let Some(round) = self.rounds_in_order().map(|(round, _)| round).rev().find(answered) {
            mark.add_each("answer", placed(&self.answers, on, round, part));
            mark.add_each("shown", placed(&self.shown, on, round, part));
            for settled in once(&self.settlements, on, round, part) {
                mark.add("settled", &settled.answer);
            }
        }
        for given in self.evidence_uses_for(on).filter(|given| given.part.is_none() || given.part.as_ref() == part) {
            // What only follows from an older edition is marked where it was said.
            let is_said = self.evidence_uses.get(given).is_some_and(|fact| !fact.is_carried());
            if let Some(piece) = self.evidence(&given.evidence).filter(|_| is_said) {
                mark.add("evidence", &(&given.evidence, piece));
            }
        }
    }

    fn mark_practice(&self, on: &PracticeId, part: Option<&PartId>, mark: &mut Mark) {
        let is_said = |round: &&RoundId| {
            placed(&self.quick, on, round, part).next().is_some() || once(&self.overrides, on, round, part).next().is_some()
        };
        let Some(round) = self.rounds_in_order().map(|(round, _)| round).rev().find(is_said) else { return };
        mark.add_each("quick", placed(&self.quick, on, round, part));
        mark.add_each("scope", placed(&self.scopes, on, round, part));
        for set in once(&self.overrides, on, round, part) {
            mark.add("override", &(set.level, &set.reason));
        }
    }
}

/// What people say about something in a round, of a part or of the whole.
fn placed<'a, Id: Ord + Clone, V: FactValue>(
    facts: &'a Facts<Place<Id>, V>,
    on: &Id,
    round: &RoundId,
    part: Option<&PartId>,
) -> impl Iterator<Item = &'a V> {
    let here = said_of(facts, on, round).filter(move |(place, fact)| place.part.as_ref() == part && !fact.is_carried());
    here.filter_map(|(_, fact)| fact.value())
}

/// The same of what can be said only once.
fn once<'a, Id: Ord + Clone, V: FactValue>(
    facts: &'a Facts<Subject<Id>, V>,
    on: &Id,
    round: &RoundId,
    part: Option<&PartId>,
) -> impl Iterator<Item = &'a V> {
    let here = said_once_of(facts, on, round).filter(move |(at, fact)| at.part.as_ref() == part && !fact.is_carried());
    here.filter_map(|(_, fact)| fact.value())
}

/// What is said, in one order, of which a mark is made.
#[derive(Default)]
struct Mark(String);

impl Mark {
    /// What several people say: each thing once, in one order, whoever says it.
    fn add_each(&mut self, kind: &str, said: impl Iterator<Item = impl Serialize>) {
        let said: BTreeSet<String> = order::set(said.map(|value| serde_json::to_string(&value).unwrap_or_default()));
        said.iter().for_each(|value| self.add_text(kind, value));
    }

    fn add(&mut self, kind: &str, what: &impl Serialize) {
        self.add_text(kind, &serde_json::to_string(what).unwrap_or_default());
    }

    fn add_text(&mut self, kind: &str, text: &str) {
        self.0.extend([kind, text, "\n"]);
    }

    fn digest(&self) -> String {
        digest(&[self.0.as_bytes()], LONG)
    }
}
