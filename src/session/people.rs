//! The people who take part: who they are, what they are called, and who is to answer what.

use super::{Assignment, Fact, Person, PersonId, Session};
use crate::model::PracticeId;

impl Session {
    /// Everybody who takes part, in the order in which they were added.
    pub fn everybody(&self) -> impl Iterator<Item = (&PersonId, &Person)> {
        self.people.iter().filter_map(|(id, fact)| fact.value().map(|person| (id, person)))
    }

    /// Whether somebody takes part, and was not removed.
    #[must_use]
    pub fn takes_part(&self, id: &PersonId) -> bool {
        self.people.get(id).is_some_and(|fact| fact.value().is_some())
    }

    /// The name of a person, if there is such a person and they have one.
    #[must_use]
    pub fn person_name(&self, id: &PersonId) -> Option<&str> {
        let person = self.people.get(id).and_then(Fact::value)?;
        (!person.name.trim().is_empty()).then_some(person.name.as_str())
    }

    /// Everybody who takes part and has a name, with it.
    pub fn named_people(&self) -> impl Iterator<Item = (&PersonId, &str)> {
        self.everybody().filter_map(|(id, _)| Some((id, self.person_name(id)?)))
    }

    /// The one person who takes part and has a name; nobody where there are several, or none.
    #[must_use]
    pub fn only_person(&self) -> Option<&PersonId> {
        let mut named = self.named_people().map(|(id, _)| id);
        named.next().filter(|_| named.next().is_none())
    }

    /// Who is to answer a practice, as far as they still take part.
    pub fn assigned_to(&self, practice: &PracticeId) -> impl Iterator<Item = &PersonId> {
        // Assignments sort by practice first.
        let first = Assignment { practice: practice.clone(), person: PersonId::before_all() };
        let from = self.assignments.range(first.clone()..);
        let here = from.take_while(move |(assignment, _)| assignment.practice == first.practice);
        let here = here.filter(|(_, fact)| fact.value().is_some()).map(|(assignment, _)| &assignment.person);
        here.filter(|person| self.takes_part(person))
    }
}
