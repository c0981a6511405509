//! Who has how much to answer, and how much of it is done.

use std::collections::HashMap;

use super::{Count, Current, Results};
use crate::session::{PersonId, Session};

/// What one person is to answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workload {
    /// The person.
    pub person: PersonId,
    /// The practices assigned to them; done are those about which anybody said something that counts, in either pass.
    pub practices: Count,
}

/// What everybody who takes part is to answer, in the order in which they were added; also those with nothing to answer.
#[must_use]
pub fn workloads(session: &Session, results: &Results) -> Vec<Workload> {
    let mut loads: Vec<Workload> =
        session.everybody().map(|(id, _)| Workload { person: id.clone(), practices: Count::default() }).collect();
    let places: HashMap<PersonId, usize> = loads.iter().zip(0..).map(|(load, place)| (load.person.clone(), place)).collect();
    for result in &results.practices {
        let answered = result.standing.current != Current::Unanswered;
        for person in session.assigned_to(&result.practice) {
            if let Some(load) = places.get(person).and_then(|place| loads.get_mut(*place)) {
                load.practices.add(answered);
            }
        }
    }
    loads
}
