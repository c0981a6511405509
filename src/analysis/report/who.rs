//! Who is who in a report, by name or, where names are left out, by role and number.

use std::collections::{BTreeMap, BTreeSet};

use crate::session::{Person, PersonId, Role, Session};

/// How a person is called in a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Name {
    /// By their name.
    Named(String),
    /// By their role, and a number from 1 up within it: the same throughout the report.
    Numbered(Role, usize),
    /// Nobody in particular, or somebody who no longer takes part.
    Somebody,
}

/// Somebody who takes part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// How they are called.
    pub name: Name,
    /// Their role.
    pub role: Role,
    /// Whether anything in the assessment was said by them: who is only named took no part in it.
    pub has_spoken: bool,
}

/// Everybody who takes part, each with what they are called.
#[derive(Debug)]
pub struct Cast<'a> {
    session: &'a Session,
    by_name: bool,
    numbers: BTreeMap<&'a PersonId, (Role, usize)>,
}

impl<'a> Cast<'a> {
    /// Numbers people by role in the order in which they were added.
    #[must_use]
    pub fn of(session: &'a Session, by_name: bool) -> Self {
        let mut numbers: BTreeMap<&PersonId, (Role, usize)> = BTreeMap::new();
        let mut counts = Role::ALL.map(|role| (role, 0));
        for (id, person) in session.everybody() {
            for (role, count) in counts.iter_mut().filter(|(role, _)| *role == person.role) {
                *count += 1;
                numbers.insert(id, (*role, *count));
            }
        }
        Self { session, by_name, numbers }
    }

    /// Whether people are named.
    #[must_use]
    pub fn is_by_name(&self) -> bool {
        self.by_name
    }

    /// How somebody is called. Whoever has no name yet has a number, too.
    #[must_use]
    pub fn name(&self, person: Option<&PersonId>) -> Name {
        let Some(person) = person else { return Name::Somebody };
        match (self.session.person_name(person).filter(|_| self.by_name), self.numbers.get(person)) {
            (Some(name), _) => Name::Named(name.trim().to_owned()),
            (None, Some((role, number))) => Name::Numbered(*role, *number),
            (None, None) => Name::Somebody,
        }
    }

    /// Everybody, in the order in which they were added.
    pub(super) fn parties(&self) -> Vec<Party> {
        let mut speakers: BTreeSet<&PersonId> = BTreeSet::new();
        self.session.each_fact(&mut |fact| speakers.extend(fact.by.filter(|_| fact.stands)));
        let targets = self.session.targets.iter().filter_map(|(_, fact)| fact.value());
        speakers.extend(targets.filter_map(|target| target.decided_by.as_ref()));
        let party = |(id, person): (&PersonId, &Person)| Party {
            name: self.name(Some(id)),
            role: person.role,
            has_spoken: speakers.contains(id),
        };
        self.session.everybody().map(party).collect()
    }
}
