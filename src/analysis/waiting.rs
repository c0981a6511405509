//! Who was asked about what and has not answered yet.

use std::collections::BTreeMap;

use super::Assessment;
use crate::model::PracticeId;
use crate::session::{Assignment, Date, PersonId};

/// A practice about which somebody was asked, and nothing came of them since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The practice.
    pub practice: PracticeId,
    /// Who was asked.
    pub person: PersonId,
    /// When they were asked last.
    pub on: Date,
}

/// What people were asked and have not answered since, in either pass. "Since" is told by the history, which counts on in every copy:
/// the clocks of two machines may differ by days.
#[must_use]
pub fn waiting(assessment: &Assessment<'_>) -> Vec<Waiting> {
    let (asked, session) = (assessment.asked, assessment.session);
    let mut answered: BTreeMap<Assignment, u64> = BTreeMap::new();
    let mut say = |practice: &PracticeId, by: Option<&PersonId>, counter: u64| {
        if let Some(person) = by {
            let latest = answered.entry(Assignment { practice: practice.clone(), person: person.clone() }).or_default();
            *latest = counter.max(*latest);
        }
    };
    for (place, fact) in session.quick.iter().filter(|(_, fact)| fact.value().is_some()) {
        say(&place.on, place.by.as_ref(), fact.stamp.counter);
    }
    for (place, fact) in session.answers.iter().filter(|(_, fact)| fact.value().is_some()) {
        if let Some(found) = asked.indicator(&place.on) {
            say(&found.practice.id, place.by.as_ref(), fact.stamp.counter);
        }
    }
    let asked_of = session.asked_of.iter().filter_map(|(of, fact)| Some((of, *fact.value()?, fact.stamp.counter)));
    asked_of
        .filter(|(of, _, counter)| {
            let is_here = asked.practice(&of.practice).is_some() && session.takes_part(&of.person);
            is_here && answered.get(of).is_none_or(|latest| latest < counter)
        })
        .map(|(of, on, _)| Waiting { practice: of.practice.clone(), person: of.person.clone(), on })
        .collect()
}

/// About how many practices somebody was asked on which day and has not answered yet, the earliest day first.
#[must_use]
pub fn asked_on(waiting: &[Waiting], person: &PersonId) -> Vec<(Date, usize)> {
    let mut days: BTreeMap<Date, usize> = BTreeMap::new();
    for one in waiting.iter().filter(|it| it.person == *person) {
        *days.entry(one.on).or_default() += 1;
    }
    days.into_iter().collect()
}
