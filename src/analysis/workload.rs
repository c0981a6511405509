//! Who has how much to answer, and what they answered themselves.

use std::collections::{BTreeMap, BTreeSet};

use super::consolidated::QuickVerdict;
use super::verdict::Verdict;
use super::{Assessment, Count};
use crate::model::{IndicatorId, PracticeId};
use crate::session::PersonId;

/// What one person is to answer and what they said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workload {
    /// The person.
    pub person: PersonId,
    /// The practices assigned to them; done are those about which they themselves said something that counts, in either pass.
    pub practices: Count,
    /// How many practices they answered in the quick pass, assigned to them or not.
    pub quick: usize,
    /// How many statements they answered, of practices assigned to them or not.
    pub statements: usize,
    /// Of how many more they said that they don't know.
    pub not_known: usize,
}

/// What one person said in the round.
#[derive(Default)]
struct Said<'a> {
    quick: BTreeSet<&'a PracticeId>,
    statements: BTreeSet<&'a IndicatorId>,
    not_known: BTreeSet<&'a IndicatorId>,
    practices: BTreeSet<&'a PracticeId>,
}

/// What everybody who takes part is to answer and answered themselves, in the order in which they were added; also those with nothing
/// to answer. What others said of their practices is not theirs.
#[must_use]
pub fn workloads(assessment: &Assessment<'_>) -> Vec<Workload> {
    let session = assessment.session;
    let said = said(assessment);
    let nothing = Said::default();
    let mut loads: Vec<(Workload, &Said<'_>)> = Vec::new();
    let mut places: BTreeMap<&PersonId, usize> = BTreeMap::new();
    for (id, _) in session.everybody() {
        let own = said.get(id).unwrap_or(&nothing);
        let (quick, statements) = (own.quick.len(), own.statements.len());
        let not_known = own.not_known.difference(&own.statements).count();
        places.insert(id, loads.len());
        loads.push((Workload { person: id.clone(), practices: Count::default(), quick, statements, not_known }, own));
    }
    let assigned = session.assignments.iter().filter(|(_, fact)| fact.value().is_some()).map(|(assignment, _)| assignment);
    for assignment in assigned.filter(|it| assessment.asked.practice(&it.practice).is_some()) {
        let load = places.get(&assignment.person).and_then(|place| loads.get_mut(*place));
        if let Some((load, own)) = load {
            load.practices.add(own.practices.contains(&assignment.practice));
        }
    }
    loads.into_iter().map(|(load, _)| load).collect()
}

/// What each person said that counts, of what is asked.
fn said<'a>(assessment: &Assessment<'a>) -> BTreeMap<&'a PersonId, Said<'a>> {
    let (asked, session) = (assessment.asked, assessment.session);
    let mut said: BTreeMap<&PersonId, Said<'_>> = BTreeMap::new();
    for (place, fact) in session.quick.iter().filter(|(place, _)| assessment.is_here(place)) {
        let counts = fact.value().and_then(QuickVerdict::of).is_some() && asked.practice(&place.on).is_some();
        if let Some(by) = place.by.as_ref().filter(|_| counts) {
            let own = said.entry(by).or_default();
            own.quick.insert(&place.on);
            own.practices.insert(&place.on);
        }
    }
    for (place, fact) in session.answers.iter().filter(|(place, _)| assessment.is_here(place)) {
        let verdict = fact.value().map_or(Verdict::Unanswered, |answer| Verdict::of(answer, assessment.scale()));
        let found = assessment.placed_indicator(&place.on).filter(|_| verdict != Verdict::Unanswered);
        let found = found.filter(|it| assessment.is_asked_of(it, place.part.as_ref()));
        if let Some((found, by)) = found.zip(place.by.as_ref()) {
            let own = said.entry(by).or_default();
            if verdict.is_open() {
                own.not_known.insert(&place.on);
            } else {
                own.statements.insert(&place.on);
                own.practices.insert(&found.practice.id);
            }
        }
    }
    said
}
