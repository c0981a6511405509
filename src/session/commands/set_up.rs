//! What becomes of saying what the system is, who takes part and who answers what.

use serde_json::Map;

use super::typed;
use crate::model::{Context, Group, PracticeId, Profile, SystemRole, Technology};
use crate::session::{
    Assignment, Change, Date, Fact, Part, PartId, Person, PersonId, ProfileUse, Role, Session, SystemField, Way, Yes,
};

/// Says something about the system.
#[must_use]
pub fn describe_system(field: SystemField, words: String) -> Change {
    Change::System(field, typed(words))
}

/// Adds a part of the system.
#[must_use]
pub fn add_part(id: PartId, name: &str) -> Change {
    add_part_in(id, name, None, None)
}

/// Adds a part of the system of which it is known where it is, or of which technology.
#[must_use]
pub fn add_part_in(id: PartId, name: &str, context: Option<Context>, technology: Option<Technology>) -> Change {
    Change::Part(id, Some(Part { name: name.to_owned(), context, technology, unknown: Map::new() }))
}

/// Says where in the system a part is, or that it may be anywhere.
#[must_use]
pub fn place_part(session: &Session, id: &PartId, context: Option<Context>) -> Option<Change> {
    let part = session.parts.get(id).and_then(Fact::value)?.clone();
    Some(Change::Part(id.clone(), Some(Part { context, ..part })))
}

/// Says of which technology a part is, or that it may be of both; nothing where there is no such part.
#[must_use]
pub fn say_technology_of_part(session: &Session, id: &PartId, technology: Option<Technology>) -> Option<Change> {
    let part = session.parts.get(id)?.value()?.clone();
    Some(Change::Part(id.clone(), Some(Part { technology, ..part })))
}

/// Says that we are this towards the system, or no longer.
#[must_use]
pub fn be(role: SystemRole, on: bool) -> Change {
    Change::SystemRole(role, on.then_some(Yes))
}

/// Names a part otherwise.
#[must_use]
pub fn rename_part(session: &Session, id: &PartId, name: String) -> Option<Change> {
    let part = session.parts.get(id).and_then(Fact::value)?.clone();
    Some(Change::Part(id.clone(), Some(Part { name, ..part })))
}

/// Adds a person who has no name yet. Whoever begins usually decides what is at stake; those who come later know what is in place.
#[must_use]
pub fn add_person(session: &Session, id: PersonId) -> Change {
    let role = if session.everybody().next().is_none() { Role::BusinessOwner } else { Role::TechnologyOwner };
    Change::Person(id, Some(Person { name: String::new(), role, unknown: Map::new() }))
}

/// Alters what is said about a person.
#[must_use]
pub fn alter_person(session: &Session, id: &PersonId, alter: impl FnOnce(&mut Person)) -> Option<Change> {
    let mut person = session.people.get(id).and_then(Fact::value)?.clone();
    alter(&mut person);
    Some(Change::Person(id.clone(), Some(person)))
}

/// Lays a profile over the model.
#[must_use]
pub fn use_profile(profile: &Profile) -> Change {
    Change::Profile(profile.id.clone(), Some(ProfileUse { edition: profile.edition.clone(), unknown: Map::new() }))
}

/// Assigns a practice to somebody, or takes it from them.
#[must_use]
pub fn assign(person: &PersonId, practice: &PracticeId, on: bool) -> Change {
    Change::Assignment(Assignment { practice: practice.clone(), person: person.clone() }, on.then_some(Yes))
}

/// Assigns all practices of a group to somebody, or takes them from them.
#[must_use]
pub fn assign_all(person: &PersonId, group: &Group, on: bool) -> Vec<Change> {
    group.all_practices().into_iter().map(|practice| assign(person, &practice.id, on)).collect()
}

/// Notes down that somebody was given the questions of these practices: they are to answer them from then on, and whoever asks next
/// sees that they were asked.
#[must_use]
pub fn ask(person: &PersonId, practices: &[PracticeId], on: Date) -> Change {
    let of = |practice: &PracticeId| Assignment { practice: practice.clone(), person: person.clone() };
    let said = |practice: &PracticeId| [assign(person, practice, true), Change::AskedOf(of(practice), Some(on))];
    Change::Together(practices.iter().flat_map(said).collect())
}

/// Goes about the assessment in a way from now on, or no longer where one does.
#[must_use]
pub fn toggle_way(session: &Session, way: Way) -> Change {
    Change::Way(way, (!session.goes(way)).then_some(Yes))
}
